/**
 * The weekly digest of the directeur: rounds, attendance and what is asked of the directeur. It is made from rounds
 * and memberships alone, so no hulpvraag can shine through; figures about hulpvragen need the protection of
 * privacy.md §2 and do not come from here.
 */
import { z } from "zod/v4";
import { type Aanwezigheid, type Functie, ibFuncties, kernteamFuncties, plaatsSchema } from "./code.ts";
import type { DeelnameFeit, RondeFeit, TeamlidFeit } from "./dossier.ts";
import { cijferHoog, cijferLaag, type Helper, type Hinder, helpers, hinders } from "./evaluatie.ts";
import { activeOn, standingFuncties } from "./relatie.ts";
import { neverHeld, type Plek, plekken, vacaturesOf } from "./team.ts";
import type { TeamSettings } from "./team-setting.ts";

/** What only the directeur can mend, and what holds without any hulpvraag. */
export const directeurvragen = [
  "ib_aanwijzen",
  "voorzitter_aanwijzen",
  "kernteamlid_vragen",
  "rondes_plannen",
] as const;
export type Directeurvraag = (typeof directeurvragen)[number];

const dateSchema = z.iso.date();
const plekCodes = Object.keys(plekken) as [Plek, ...Plek[]];

/** A link into a Teams meeting and nowhere else: these three hosts, no port, no credentials, no fragment. */
export const teamsLinkSchema = z
  .string()
  .max(2048)
  .regex(
    /^https:\/\/teams\.(?:microsoft\.com|live\.com|cloud\.microsoft)\/(?:l\/meetup-join|meet)\/[\w\-.~%:@!$&'()*+,;=/?]+$/,
  );

export const digestSafeSchema = z
  .strictObject({
    /** The Monday of the digest. */
    week: dateSchema,
    gehouden: z.array(
      z.strictObject({
        op: dateSchema,
        /** Persons, exact: no child is behind them. Functions on call are left out, because one is. */
        aanwezigheid: z.array(
          z.strictObject({
            functie: z.enum(standingFuncties),
            verwacht: z.int().positive(),
            aanwezig: z.int().nonnegative(),
            vervangen: z.int().nonnegative(),
            /** Of whom nobody wrote down whether they came: that is not the same as absent. */
            onbekend: z.int().nonnegative(),
          }),
        ),
      }),
    ),
    komend: z.array(
      z.strictObject({
        op: dateSchema,
        begin: z.iso.time({ precision: -1 }),
        plaats: plaatsSchema,
        deelnameLink: teamsLinkSchema.nullable(),
      }),
    ),
    gevraagd: z.array(z.enum(directeurvragen)),
    /** About who works here, exact: no child is behind it (domain.md §7). */
    inzet: z.array(
      z.strictObject({
        functie: z.enum(standingFuncties),
        mensen: z.int().positive(),
        /** Agreed a week, of all of them together; null where nobody said. */
        uren: z.number().nonnegative().nullable(),
        /** Of the last four weeks: how often they were expected at a round, and came or were replaced. */
        verwacht: z.int().nonnegative(),
        geweest: z.int().nonnegative(),
      }),
    ),
    vacatures: z.array(z.strictObject({ plek: z.enum(plekCodes), sinds: dateSchema.nullable() })),
    /** Of last week. */
    wisselingen: z.array(
      z.strictObject({
        functie: z.enum(standingFuncties),
        gekomen: z.int().nonnegative(),
        gegaan: z.int().nonnegative(),
      }),
    ),
    /** How the team itself finds that it works together, from five answers on; null with fewer. */
    samenwerken: z
      .strictObject({
        op: dateSchema,
        cijfer: z.int().min(cijferLaag).max(cijferHoog).nullable(),
        vorige: z.int().min(cijferLaag).max(cijferHoog).nullable(),
        helpt: z.array(z.enum(helpers)).default([]),
        hindert: z.array(z.enum(hinders)).default([]),
      })
      .nullable(),
  })
  .brand<"DigestSafe">();
/** The only value a digest is made of. */
export type DigestSafe = z.infer<typeof digestSafeSchema>;

/** Who came is known by function alone: the digest login has no names to give. */
export type DigestRonde = Pick<RondeFeit, "datum" | "begin" | "plaats" | "deelnameLink" | "status"> & {
  readonly deelnemers: readonly Pick<DeelnameFeit, "functie" | "aanwezigheid">[];
};
export type DigestLid = Pick<TeamlidFeit, "functie" | "voorzitter" | "van" | "tot">;

/** Hours of one membership over one time, without the person. */
export interface DigestInzet {
  readonly functie: Functie;
  readonly van: Temporal.PlainDate;
  readonly tot: Temporal.PlainDate | null;
  readonly onderbroken: boolean;
  readonly vanaf: Temporal.PlainDate;
  readonly totEnMet: Temporal.PlainDate | null;
  readonly uren: number | null;
}
export interface DigestEvaluatie {
  readonly sluit: Temporal.PlainDate;
  readonly cijfer: number | null;
  readonly helpt: readonly Helper[];
  readonly hindert: readonly Hinder[];
}

export interface DigestFacts {
  readonly maandag: Temporal.PlainDate;
  /** The rounds of one SZT, at least from four weeks before to eight weeks after the Monday. */
  readonly rondes: readonly DigestRonde[];
  readonly team: readonly DigestLid[];
  readonly inzet: readonly DigestInzet[];
  /** Those that were counted, newest first. */
  readonly evaluaties: readonly DigestEvaluatie[];
  readonly settings: Pick<TeamSettings, "vaste_plekken">;
}

/** How far the digest looks ahead, and after how long without a round planning is asked for. */
const aheadWeeks = 4;
const longestRhythmWeeks = 8;

/** Weeks over which it is told who was there. */
const backWeeks = 4;

export function weekDigest(facts: DigestFacts): DigestSafe {
  const { maandag, rondes, team } = facts;
  const within = (from: Temporal.PlainDate, until: Temporal.PlainDate) =>
    rondes
      .filter((ronde) => compare(from, ronde.datum) <= 0 && compare(ronde.datum, until) < 0)
      .toSorted(
        (one, other) => compare(one.datum, other.datum) || Temporal.PlainTime.compare(one.begin, other.begin),
      );
  const held = within(maandag.subtract({ weeks: 1 }), maandag).filter(isHeld);
  const planned = (weeks: number) =>
    within(maandag, maandag.add({ weeks })).filter((ronde) => ronde.status === "gepland");
  return digestSafeSchema.parse({
    week: maandag.toString(),
    gehouden: held.map((ronde) => ({ op: ronde.datum.toString(), aanwezigheid: attendance(ronde) })),
    komend: planned(aheadWeeks).map((ronde) => ({
      op: ronde.datum.toString(),
      begin: ronde.begin.toString({ smallestUnit: "minute" }),
      plaats: ronde.plaats,
      deelnameLink: teamsLinkSchema.safeParse(ronde.deelnameLink).data ?? null,
    })),
    gevraagd: asked(team, maandag, planned(longestRhythmWeeks).length > 0),
    inzet: inzetOf(facts, within(maandag.subtract({ weeks: backWeeks }), maandag).filter(isHeld)),
    vacatures: vacaturesOf(lidPeriods(facts.inzet), facts.settings, maandag).map(({ plek, sinds }) => ({
      plek,
      sinds: sinds?.toString() ?? null,
    })),
    wisselingen: wisselingenOf(facts),
    samenwerken: samenwerkenOf(facts),
  });
}

function isHeld({ status }: DigestRonde): boolean {
  return status === "open" || status === "gesloten";
}

/** Each membership once, whatever was agreed in it over time. */
function lidPeriods(inzet: readonly DigestInzet[]): readonly DigestInzet[] {
  return inzet.filter((one) => compare(one.vanaf, one.van) <= 0 && !neverHeld(one));
}

function inzetOf({ inzet, maandag }: DigestFacts, held: readonly DigestRonde[]): DigestSafe["inzet"] {
  const now = inzet.filter(
    (one) => activeOn(one, maandag) && activeOn({ van: one.vanaf, tot: one.totEnMet }, maandag),
  );
  return standingFuncties.flatMap((functie) => {
    const own = now.filter((one) => one.functie === functie);
    if (own.length === 0) return [];
    const known = own.flatMap(({ uren }) => (uren === null ? [] : [uren]));
    const expected = held.flatMap(({ deelnemers }) =>
      deelnemers.filter((one) => one.functie === functie && one.aanwezigheid !== null),
    );
    return {
      functie,
      mensen: own.length,
      uren: known.length === 0 ? null : Math.round(known.reduce((sum, one) => sum + one, 0) * 100) / 100,
      verwacht: expected.length,
      geweest: expected.filter((one) => came.includes(one.aanwezigheid)).length,
    };
  });
}

/** Whoever began last week, and whose first day away was in it. */
function wisselingenOf({ inzet, maandag }: DigestFacts): DigestSafe["wisselingen"] {
  const lastWeek = (day: Temporal.PlainDate) =>
    compare(maandag.subtract({ weeks: 1 }), day) <= 0 && compare(day, maandag) < 0;
  const leden = lidPeriods(inzet).filter(({ onderbroken }) => !onderbroken);
  return standingFuncties.flatMap((functie) => {
    const own = leden.filter((one) => one.functie === functie);
    const gekomen = own.filter(({ van }) => lastWeek(van)).length;
    const gegaan = own.filter(({ tot }) => tot !== null && lastWeek(tot.add({ days: 1 }))).length;
    return gekomen + gegaan === 0 ? [] : { functie, gekomen, gegaan };
  });
}

function samenwerkenOf({ evaluaties }: DigestFacts): DigestSafe["samenwerken"] {
  const [last, before] = evaluaties;
  if (!last) return null;
  const vorige = last.cijfer === null ? null : (before?.cijfer ?? null);
  const { sluit, cijfer, helpt, hindert } = last;
  return { op: sluit.toString(), cijfer, vorige, helpt: [...helpt], hindert: [...hindert] };
}

const present: readonly (Aanwezigheid | null)[] = ["in_de_kamer", "online"];

const came: readonly (Aanwezigheid | null)[] = [...present, "vervangen"];

function attendance(ronde: DigestRonde): DigestSafe["gehouden"][number]["aanwezigheid"] {
  return standingFuncties.flatMap((functie) => {
    const expected = ronde.deelnemers.filter((one) => one.functie === functie);
    if (expected.length === 0) return [];
    return {
      functie,
      verwacht: expected.length,
      aanwezig: expected.filter((one) => present.includes(one.aanwezigheid)).length,
      vervangen: expected.filter((one) => one.aanwezigheid === "vervangen").length,
      onbekend: expected.filter((one) => one.aanwezigheid === null).length,
    };
  });
}

function asked(
  team: readonly DigestLid[],
  maandag: Temporal.PlainDate,
  isPlanned: boolean,
): Directeurvraag[] {
  const active = team.filter((lid) => activeOn(lid, maandag));
  const lacks = (list: readonly Functie[]) => !active.some((lid) => list.includes(lid.functie));
  const needed: Record<Directeurvraag, boolean> = {
    ib_aanwijzen: lacks(ibFuncties),
    voorzitter_aanwijzen: !active.some((lid) => lid.voorzitter),
    kernteamlid_vragen: lacks(kernteamFuncties),
    rondes_plannen: !isPlanned,
  };
  return directeurvragen.filter((vraag) => needed[vraag]);
}

function compare(one: Temporal.PlainDate, other: Temporal.PlainDate): number {
  return Temporal.PlainDate.compare(one, other);
}

/** One digest as its reader sees it: the SZTs that this person leads, by name. */
export interface WeekberichtGezien {
  readonly week: Temporal.PlainDate;
  readonly teams: readonly { readonly naam: string; readonly digest: DigestSafe }[];
}
