/**
 * The weekly digest of the directeur: rounds, attendance and what is asked of the directeur. It is made from rounds
 * and memberships alone, so no hulpvraag can shine through; figures about hulpvragen need the protection of
 * privacy.md §2 and do not come from here.
 */
import { z } from "zod/v4";
import { type Aanwezigheid, type Functie, ibFuncties, kernteamFuncties, plaatsSchema } from "./code.ts";
import type { DeelnameFeit, RondeFeit, TeamlidFeit } from "./dossier.ts";
import { activeOn, standingFuncties } from "./relatie.ts";

/** What only the directeur can mend, and what holds without any hulpvraag. */
export const directeurvragen = [
  "ib_aanwijzen",
  "voorzitter_aanwijzen",
  "kernteamlid_vragen",
  "rondes_plannen",
] as const;
export type Directeurvraag = (typeof directeurvragen)[number];

const dateSchema = z.iso.date();

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
  })
  .brand<"DigestSafe">();
/** The only value a digest is made of. */
export type DigestSafe = z.infer<typeof digestSafeSchema>;

/** Who came is known by function alone: the digest login has no names to give. */
export type DigestRonde = Pick<RondeFeit, "datum" | "begin" | "plaats" | "deelnameLink" | "status"> & {
  readonly deelnemers: readonly Pick<DeelnameFeit, "functie" | "aanwezigheid">[];
};
export type DigestLid = Pick<TeamlidFeit, "functie" | "voorzitter" | "van" | "tot">;

export interface DigestFacts {
  readonly maandag: Temporal.PlainDate;
  /** The rounds of one SZT, at least from a week before to eight weeks after the Monday. */
  readonly rondes: readonly DigestRonde[];
  readonly team: readonly DigestLid[];
}

/** How far the digest looks ahead, and after how long without a round planning is asked for. */
const aheadWeeks = 4;
const longestRhythmWeeks = 8;

export function weekDigest({ maandag, rondes, team }: DigestFacts): DigestSafe {
  const within = (from: Temporal.PlainDate, until: Temporal.PlainDate) =>
    rondes
      .filter((ronde) => compare(from, ronde.datum) <= 0 && compare(ronde.datum, until) < 0)
      .toSorted(
        (one, other) => compare(one.datum, other.datum) || Temporal.PlainTime.compare(one.begin, other.begin),
      );
  const held = within(maandag.subtract({ weeks: 1 }), maandag).filter(
    (ronde) => ronde.status === "open" || ronde.status === "gesloten",
  );
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
  });
}

const present: readonly (Aanwezigheid | null)[] = ["in_de_kamer", "online"];

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
