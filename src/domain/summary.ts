/**
 * What the channel of a SZT may hear after an overlegronde. Everyone in the team reads it, involved or not, so the
 * schema is closed: codes, dates, booleans and random references, no free text and no counts. Only this file makes
 * it from facts, and decides about consent again while it does. Wording is in adaptive-cards.
 */
import { z } from "zod/v4";
import { type Functie, faseSchema, ibFuncties, regierolFuncties as usualRegierolFuncties } from "./code.ts";
import type { Dossier, RondeFeit, TeamlidFeit } from "./dossier.ts";
import { fase } from "./hulpvraag.ts";
import { referenceSchema } from "./reference.ts";
import { activeOn, standingFuncties } from "./relatie.ts";
import type { TermKind } from "./termijn-table.ts";
import { todayIn } from "./today.ts";
import { type ConsentDossier, decideDossierOn } from "./toestemming.ts";

/**
 * Functions of a regierolhouder that do not hint at what it is about. Leerplicht hints at truancy, politie at safety,
 * JGZ at health: they cannot even be written in a summary.
 */
const unhinting = ["smw", "bpo", "orthopedagoog"] as const satisfies readonly Functie[];

/** What members must do. None of these may ever follow from a hulpvraag: they are about the round alone. */
export const kanaaltaken = ["hulpvragen_aanmelden", "aanwezigheid_doorgeven", "vervanging_regelen"] as const;

const dateSchema = z.iso.date();

export const channelSafeSchema = z
  .strictObject({
    rondeGehoudenOp: dateSchema,
    volgendeRondeOp: dateSchema.nullable(),
    regels: z.array(
      z.strictObject({
        caseRef: referenceSchema,
        fase: faseSchema,
        regierolFunctie: z.enum(unhinting).nullable(),
        loketDoorgezet: z.boolean(),
        volgendeDatum: dateSchema.nullable(),
      }),
    ),
    /** All adviesvragen together are one constant line, or none. */
    adviesvragen: z.boolean(),
    teDoen: z.array(z.strictObject({ functie: z.enum(standingFuncties), taak: z.enum(kanaaltaken) })),
  })
  .brand<"ChannelSafe">();
/** The only value that can be posted to a channel. Kept as a release row, and parsed again when it is sent. */
export type ChannelSafe = z.infer<typeof channelSafeSchema>;
type Regel = ChannelSafe["regels"][number];
type Taak = ChannelSafe["teDoen"][number];

export type SummaryHulpvraag = ConsentDossier &
  Pick<Dossier, "referentie" | "status" | "agendapunten" | "regierollen" | "termijnen">;

export interface SummaryFacts {
  readonly ronde: Pick<RondeFeit, "id" | "datum">;
  readonly volgende: Pick<RondeFeit, "datum" | "deelnemers"> | null;
  /** Those that are lopend, and those closed since the summary before this one. */
  readonly hulpvragen: readonly SummaryHulpvraag[];
  /** How many adviesvragen the round answered; only whether there were any comes out. */
  readonly adviesvragen: number;
  readonly team: readonly TeamlidFeit[];
  /** A setting of the samenwerkingsverband. */
  readonly regierolFuncties?: readonly Functie[];
}

/** Decide at the moment of sending, with facts read in the same transaction; an older answer is no answer. */
export function channelSummary(facts: SummaryFacts, now: Temporal.Instant): ChannelSafe {
  const today = todayIn(now);
  const named = nameableFuncties(facts, today);
  const regels = facts.hulpvragen
    .flatMap((hulpvraag) => regelOf(hulpvraag, facts, named, now) ?? [])
    .toSorted((one, other) => (one.caseRef < other.caseRef ? -1 : 1));
  return channelSafeSchema.parse({
    rondeGehoudenOp: facts.ronde.datum.toString(),
    volgendeRondeOp: facts.volgende?.datum.toString() ?? null,
    regels,
    adviesvragen: facts.adviesvragen > 0,
    teDoen: facts.volgende ? takenOf(facts.volgende, facts.team, today) : [],
  });
}

/**
 * No line at all unless the ground holds today: a shorter line would tell that something was left out. What was
 * discussed here without the parents has none either, also when they consent later: it would tell that it was.
 */
function regelOf(
  hulpvraag: SummaryHulpvraag,
  facts: SummaryFacts,
  named: ReadonlySet<Functie>,
  now: Temporal.Instant,
): Regel | null {
  const today = todayIn(now);
  const phase = fase(hulpvraag.status);
  const { post, fields } = decideDossierOn(hulpvraag, today).channel;
  const withoutThem = hulpvraag.uitzondering?.besprokenIn.includes(facts.ronde.id) ?? false;
  if (!post || phase === null || withoutThem) return null;
  const holder = fields.includes("regierolFunctie") ? holderFunctie(hulpvraag, facts, now) : null;
  return {
    caseRef: referenceSchema.parse(hulpvraag.referentie),
    fase: phase,
    regierolFunctie: unhinting.find((functie) => functie === holder && named.has(functie)) ?? null,
    loketDoorgezet:
      fields.includes("loketDoorgezet") &&
      hulpvraag.besluiten.some((besluit) => besluit.besluiten.includes("doorzetten_loket")),
    volgendeDatum: nextDate(hulpvraag, today)?.toString() ?? null,
  };
}

/** Null as well when the holder has two functions in the team, so that neither can be told. */
function holderFunctie(
  hulpvraag: SummaryHulpvraag,
  facts: SummaryFacts,
  now: Temporal.Instant,
): Functie | null {
  const holder = hulpvraag.regierollen.find(
    (rol) => rol.soort === "actief" && (rol.tot === null || Temporal.Instant.compare(now, rol.tot) < 0),
  );
  const own = activeTeam(facts.team, todayIn(now)).filter((lid) => lid.persoonId === holder?.houderId);
  const [functie, ...more] = [...new Set(own.map((lid) => lid.functie))];
  return more.length === 0 ? (functie ?? null) : null;
}

/** Who could stand behind a silence: functions of one house count as one answer. */
const house: Partial<Record<Functie, string>> = {
  bpo: "kernteam",
  orthopedagoog: "kernteam",
  jeugdverpleegkundige: "jgz",
  jeugdarts: "jgz",
};

/**
 * Functions that may be said in this team: not hinting, and of two persons or more. When all that stay unsaid belong
 * to one house, the silence itself would name it; then nothing is said about anyone.
 */
function nameableFuncties(facts: SummaryFacts, today: Temporal.PlainDate): ReadonlySet<Functie> {
  const team = activeTeam(facts.team, today);
  const persons = (functie: Functie) =>
    new Set(team.filter((lid) => lid.functie === functie).map((lid) => lid.persoonId)).size;
  const allowed: readonly Functie[] = facts.regierolFuncties ?? usualRegierolFuncties;
  const present = allowed.filter((functie) => persons(functie) > 0);
  const named = present.filter((functie) => unhinting.some((one) => one === functie) && persons(functie) > 1);
  const unsaid = new Set(
    present.filter((functie) => !named.includes(functie)).map((functie) => house[functie] ?? functie),
  );
  return new Set(unsaid.size === 1 ? [] : named);
}

/**
 * Terms whose date follows from the path alone. Others would tell the ground (its end, the time to object), the
 * answers of the parents, or a date that was chosen for this child.
 */
const tellingNothing = [
  "terugkoppeling_ouders",
  "voortgang",
  "driemaandsreview",
] as const satisfies readonly TermKind[];

function nextDate(hulpvraag: SummaryHulpvraag, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const dates =
    hulpvraag.status === "geagendeerd"
      ? hulpvraag.agendapunten.filter((punt) => punt.status === "gepland").map((punt) => punt.ronde.datum)
      : hulpvraag.termijnen
          .filter((termijn) => termijn.status === "open" && tellingNothing.some((k) => k === termijn.soort))
          .map((termijn) => termijn.vervalt);
  const coming = dates.filter((date) => Temporal.PlainDate.compare(date, today) >= 0);
  return coming.toSorted(Temporal.PlainDate.compare)[0] ?? null;
}

function takenOf(
  volgende: NonNullable<SummaryFacts["volgende"]>,
  team: readonly TeamlidFeit[],
  today: Temporal.PlainDate,
): Taak[] {
  const ib = activeTeam(team, today).filter((lid) => ibFuncties.some((one) => one === lid.functie));
  const asked: Record<Taak["taak"], ReadonlySet<Functie>> = {
    hulpvragen_aanmelden: new Set(ib.map((lid) => lid.functie)),
    aanwezigheid_doorgeven: functiesWith(volgende, null),
    vervanging_regelen: functiesWith(volgende, "afwezig"),
  };
  return kanaaltaken.flatMap((taak) =>
    standingFuncties.filter((functie) => asked[taak].has(functie)).map((functie) => ({ functie, taak })),
  );
}

function functiesWith(
  volgende: NonNullable<SummaryFacts["volgende"]>,
  answer: RondeFeit["deelnemers"][number]["aanwezigheid"],
): ReadonlySet<Functie> {
  return new Set(volgende.deelnemers.filter((one) => one.aanwezigheid === answer).map((one) => one.functie));
}

function activeTeam(team: readonly TeamlidFeit[], day: Temporal.PlainDate): readonly TeamlidFeit[] {
  return team.filter((lid) => activeOn(lid, day));
}
