/** The team itself: who fills which place, who chairs, what is vacant. About who works here, never about a child. */
import { type Functie, functies, ibFuncties, kernteamFuncties } from "./code.ts";
import type { Verlof } from "./dagbericht-tijd.ts";
import type { TeamlidFeit } from "./dossier.ts";
import { activeOn, isOfSchool, standingFuncties } from "./relatie.ts";
import type { Actor, Lidmaatschap } from "./scope.ts";
import type { TeamSettings } from "./team-setting.ts";
import { canBePartner } from "./toestemming.ts";
import type { Werkdag } from "./werkdag.ts";

/** What was agreed about one member: hours (null where nobody said) and days. */
export interface Afspraak {
  readonly uren: number | null;
  readonly werkdagen: readonly Werkdag[];
}

/** A membership as it is seen to. */
export interface LidFeit extends Omit<TeamlidFeit, "organisatie"> {
  readonly id: string;
  /** As it holds on the day that was asked about. */
  readonly afspraak: Afspraak;
  /** Agreed for later. */
  readonly straks: (Afspraak & { readonly vanaf: Temporal.PlainDate }) | null;
  /** Teams told that this person left its team; it waits for who knows. */
  readonly onderbroken: boolean;
  readonly vervangtId: string | null;
  /** Away now or next, as seen from the day that was asked about; null where nothing is known. */
  readonly weg: Verlof | null;
}

/** A place in the team, with the functions that fill it. */
export const plekken = {
  ib: ibFuncties,
  kernteam: kernteamFuncties,
  smw: ["smw"],
  wijkteam: ["wijkteam"],
  scp: ["scp"],
  jgz: ["jeugdverpleegkundige", "jeugdarts"],
} as const satisfies Readonly<Record<string, readonly Functie[]>>;
export type Plek = keyof typeof plekken;

export interface Vacature {
  readonly plek: Plek;
  /** The first day on which nobody filled it; null where nobody ever did. */
  readonly sinds: Temporal.PlainDate | null;
}

type Periode = Pick<LidFeit, "functie" | "van" | "tot" | "onderbroken">;

/** A membership that ended before it began never held. */
export function neverHeld({ van, tot }: Pick<LidFeit, "van" | "tot">): boolean {
  return tot !== null && compare(tot, van) < 0;
}

/** Places that must be filled and are not: the schakelteam always, the others as the samenwerkingsverband says. */
export function vacaturesOf(
  leden: readonly Periode[],
  { vaste_plekken: vast }: Pick<TeamSettings, "vaste_plekken">,
  today: Temporal.PlainDate,
): readonly Vacature[] {
  const needed = (Object.keys(plekken) as Plek[]).filter(
    (plek) => plek === "ib" || plek === "kernteam" || vast.some((one) => one === plek),
  );
  return needed.flatMap((plek) => {
    const list: readonly Functie[] = plekken[plek];
    const filled = leden.filter((lid) => list.includes(lid.functie) && (lid.onderbroken || !neverHeld(lid)));
    // Who may have left is not missed until somebody says so.
    if (filled.some((lid) => lid.onderbroken || activeOn(lid, today))) return [];
    const ended = filled.flatMap(({ tot }) => (tot && compare(tot, today) < 0 ? [tot] : []));
    const last = ended.toSorted(compare).at(-1);
    return [{ plek, sinds: last ? last.add({ days: 1 }) : null }];
  });
}

/** The one who chairs today; null where nobody does. */
export function voorzitterVan(
  leden: readonly LidFeit[],
  today: Temporal.PlainDate,
): Pick<LidFeit, "persoonId" | "naam"> | null {
  return leden.find((lid) => lid.voorzitter && activeOn(lid, today)) ?? null;
}

export interface FunctieGroep {
  readonly functie: Functie;
  /** More than one: they share it. */
  readonly leden: readonly LidFeit[];
}

/** Who works here today or will, by function, those that share one together. */
export function groepenOf(leden: readonly LidFeit[], today: Temporal.PlainDate): readonly FunctieGroep[] {
  const here = leden.filter((lid) => !neverHeld(lid) && (lid.tot === null || compare(today, lid.tot) <= 0));
  return functies
    .filter((functie) => canBePartner(functie))
    .map((functie) => ({ functie, leden: here.filter((lid) => lid.functie === functie) }))
    .filter((groep) => groep.leden.length > 0);
}

/** Works in this SZT today, on call or for good: may see who else does. */
export function seesTeam(actor: Pick<Actor, "lidmaatschappen">, sztId: string): boolean {
  return actor.lidmaatschappen.some((lid) => lid.sztId === sztId && canBePartner(lid.functie));
}

/** The ib or coo of a school of this SZT sees to its team. */
export function leadsTeam(actor: Pick<Actor, "lidmaatschappen">, sztId: string): boolean {
  return ownLeads(actor, sztId).length > 0;
}

function ownLeads(
  { lidmaatschappen }: Pick<Actor, "lidmaatschappen">,
  sztId: string,
): readonly Lidmaatschap[] {
  return lidmaatschappen.filter((lid) => lid.sztId === sztId && ibFuncties.some((ib) => ib === lid.functie));
}

/**
 * Whom an ib or coo may change: partners of the team and colleagues of the own school. Who leads a school or administers
 * comes and goes by the beheerder alone: the directeur decides about what the ib asks.
 */
export function mayChangeLid(
  actor: Pick<Actor, "lidmaatschappen">,
  sztId: string,
  lid: Pick<LidFeit, "functie" | "schoolId">,
): boolean {
  if (!canBePartner(lid.functie)) return false;
  const ibOf = ownLeads(actor, sztId);
  if (!ibFuncties.some((ib) => ib === lid.functie)) return ibOf.length > 0;
  return ibOf.some(({ schoolId }) => schoolId !== null && isOfSchool(lid, schoolId));
}

/**
 * Who says whether it is true that this member left: an ib or coo who may change it, and never the person itself. While
 * there is none the kernteam says so, the other half of the schakelteam: else nobody could.
 */
export function beslissersOver(
  lid: Pick<LidFeit, "persoonId" | "functie" | "schoolId">,
  leden: readonly LidFeit[],
  { sztId, today }: { readonly sztId: string; readonly today: Temporal.PlainDate },
): readonly string[] {
  const others = leden.filter((one) => activeOn(one, today) && one.persoonId !== lid.persoonId);
  const ibs = others.filter((one) => mayChangeLid({ lidmaatschappen: [{ ...one, sztId }] }, sztId, lid));
  const kernteam = others.filter(({ functie }) => kernteamFuncties.some((one) => one === functie));
  return [...new Set((ibs.length > 0 ? ibs : kernteam).map(({ persoonId }) => persoonId))];
}

/** Since Teams told that the last ib left: nobody sees to the team until somebody says whether that is true. */
export function isZonderIb(leden: readonly LidFeit[], today: Temporal.PlainDate): boolean {
  const ibs = leden.filter(({ functie }) => ibFuncties.some((ib) => ib === functie));
  return ibs.some(({ onderbroken }) => onderbroken) && !ibs.some((lid) => activeOn(lid, today));
}

/** Functions that an ib may bring in: an ib sees every case of a school, so another one comes from the beheerder. */
export const toeTeVoegen = functies.filter(
  (functie) => canBePartner(functie) && !ibFuncties.some((ib) => ib === functie),
);

/** Who can chair: who works here for good, today. */
export function kanVoorzitten(lid: LidFeit, today: Temporal.PlainDate): boolean {
  return activeOn(lid, today) && standingFuncties.some((one) => one === lid.functie);
}

/** One team with the eyes of one person. */
export interface TeamGezien {
  readonly sztId: string;
  /** Its schools. */
  readonly naam: string;
  readonly vandaag: Temporal.PlainDate;
  readonly groepen: readonly FunctieGroep[];
  readonly voorzitter: Pick<LidFeit, "persoonId" | "naam"> | null;
  readonly vacatures: readonly Vacature[];
  /** This person says whether they left. */
  readonly onderbroken: readonly LidFeit[];
  /** No ib has access since Teams told so; who was asked whether that is true, or nobody. For who was not asked. */
  readonly zonderIb: "kernteam" | "niemand" | null;
  readonly beheert: boolean;
}

export function seeTeam(
  {
    sztId,
    naam,
    leden,
    settings,
  }: {
    readonly sztId: string;
    readonly naam: string;
    readonly leden: readonly LidFeit[];
    readonly settings: TeamSettings;
  },
  actor: Pick<Actor, "lidmaatschappen" | "persoonId">,
  today: Temporal.PlainDate,
): TeamGezien | null {
  if (!seesTeam(actor, sztId)) return null;
  const gevraagd = leden.filter(({ onderbroken }) => onderbroken);
  const beslissers = (lid: LidFeit) => beslissersOver(lid, leden, { sztId, today });
  const onderbroken = gevraagd.filter((lid) => beslissers(lid).includes(actor.persoonId));
  const zonder = isZonderIb(leden, today) && onderbroken.length === 0;
  const iemand = gevraagd.some((lid) => beslissers(lid).length > 0);
  return {
    sztId,
    naam,
    vandaag: today,
    groepen: groepenOf(leden, today),
    voorzitter: voorzitterVan(leden, today),
    vacatures: vacaturesOf(leden, settings, today),
    onderbroken,
    zonderIb: zonder ? (iemand ? "kernteam" : "niemand") : null,
    beheert: leadsTeam(actor, sztId),
  };
}

function compare(one: Temporal.PlainDate, other: Temporal.PlainDate): number {
  return Temporal.PlainDate.compare(one, other);
}
