/** A momentprik as one person sees it: the own answers for who is asked, those of all for who decides. */
import { type Functie, ibFuncties } from "./code.ts";
import type { RondeFeit, TeamlidFeit } from "./dossier.ts";
import {
  canAnswer,
  type Gevraagde,
  hasAnswered,
  isRunning,
  type Moment,
  type MomentKeuze,
  type MomentprikFeit,
  type MomentStand,
  proposeMoment,
  standOf,
  type Voorstel,
} from "./momentprik.ts";
import { type MomentProbleem, momentProblem } from "./momentprik-form.ts";
import { canTakePart, invitable, usualChair } from "./overlegronde.ts";
import { activeOn } from "./relatie.ts";
import { plansFor } from "./ronde-plan.ts";
import type { SchoolCalendar } from "./schooldag.ts";
import type { Lidmaatschap } from "./scope.ts";
import { todayIn } from "./today.ts";

export interface MomentprikFacts {
  readonly prik: MomentprikFeit;
  /** The round that gets another moment. */
  readonly ronde: RondeFeit | null;
  readonly scholen: readonly string[];
  readonly team: readonly TeamlidFeit[];
  readonly calendars: readonly SchoolCalendar[];
  /** Days of the other rounds of this SZT, from today on. */
  readonly rondedagen: readonly Temporal.PlainDate[];
  readonly now: Temporal.Instant;
}

export type MomentprikAct = "antwoorden" | "kiezen" | "opnieuw" | "erbij" | "stoppen";

export interface MomentGezien extends Moment {
  readonly eind: Temporal.PlainTime;
  readonly eigen: MomentKeuze | null;
  readonly gekozen: boolean;
  /** Why it can no longer be chosen. */
  readonly kanNiet: MomentProbleem | null;
  /** For who decides. */
  readonly antwoorden: MomentAntwoorden | null;
}

export interface MomentAntwoorden extends Omit<MomentStand, "moment"> {
  /** Names. */
  readonly alsHetMoetWie: readonly string[];
  readonly nee: readonly string[];
}

export interface MomentprikGezien
  extends Pick<MomentprikFeit, "id" | "versie" | "sztId" | "stand" | "vervalreden" | "uiterlijk" | "poging"> {
  readonly scholen: readonly string[];
  readonly vandaag: Temporal.PlainDate;
  /** The last day to answer is over. */
  readonly dicht: boolean;
  /** When the round is now that gets another moment; null for a new one. */
  readonly ronde: Pick<RondeFeit, "id" | "versie" | "datum" | "begin"> | null;
  readonly momenten: readonly MomentGezien[];
  readonly gevraagd: number;
  readonly antwoordden: number;
  /** Whether this person has answered all; null for who is not asked. */
  readonly klaar: boolean | null;
  /** For who decides. */
  readonly besluit: {
    readonly voorstel: Voorstel;
    /** Names of who is waited for. */
    readonly wachtOp: readonly string[];
    /** Of the team, and not asked. */
    readonly nietGevraagd: readonly Pick<TeamlidFeit, "persoonId" | "naam" | "functie">[];
  } | null;
  readonly mag: ReadonlySet<MomentprikAct>;
}

interface Kijker {
  readonly persoonId: string;
  readonly lidmaatschappen: readonly Lidmaatschap[];
}

/** Null for everybody who is not asked and does not decide. */
export function seeMomentprik(facts: MomentprikFacts, kijker: Kijker): MomentprikGezien | null {
  const { prik, now, scholen, ronde } = facts;
  const asked = stillAsked(facts);
  const own = asked.find(({ persoonId }) => persoonId === kijker.persoonId);
  const decides = decidesOn(facts, kijker);
  if (!own && !decides) return null;
  const { id, versie, sztId, stand, vervalreden, uiterlijk, poging } = prik;
  return {
    ...{ id, versie, sztId, stand, vervalreden, uiterlijk, poging },
    scholen,
    vandaag: todayIn(now),
    dicht: !canAnswer(prik, now),
    ronde: ronde && { id: ronde.id, versie: ronde.versie, datum: ronde.datum, begin: ronde.begin },
    momenten: prik.momenten.map((moment) =>
      momentSeen(facts, moment, { persoonId: kijker.persoonId, decides }),
    ),
    gevraagd: asked.length,
    antwoordden: asked.filter(({ persoonId }) => hasAnswered(prik, persoonId)).length,
    klaar: own ? hasAnswered(prik, own.persoonId) : null,
    besluit: decides ? decisionOf(facts) : null,
    mag: new Set(actsOf(facts, { asked: own !== undefined, decides })),
  };
}

/** Who was asked and is of the team today. Who left is waited for no more, and no longer counts. */
export function stillAsked({ prik, team, now }: Pick<MomentprikFacts, "prik" | "team" | "now">) {
  return askedOn({ prik, team }, todayIn(now));
}

function askedOn({ prik, team }: Pick<MomentprikFacts, "prik" | "team">, day: Temporal.PlainDate) {
  return invitable(team, day).filter(({ persoonId }) => prik.gevraagd.includes(persoonId));
}

/** Who may plan or move the round: what is chosen here does that. Looked at anew each time, so that it goes with the chair. */
export function decidesOn({ prik, ronde, team, now }: MomentprikFacts, kijker: Kijker): boolean {
  if (!prik.rondeId) return plansFor(kijker).includes(prik.sztId);
  const { persoonId } = kijker;
  const today = todayIn(now);
  const takesPart = ronde?.deelnemers.some((one) => one.persoonId === persoonId) ?? false;
  const here = invitable(team, today).some((lid) => lid.persoonId === persoonId);
  return takesPart && here && (ronde?.voorzitterId === persoonId || isIb(team, persoonId, today));
}

function isIb(team: readonly TeamlidFeit[], persoonId: string, day: Temporal.PlainDate): boolean {
  return team.some(
    (lid) =>
      lid.persoonId === persoonId && activeOn(lid, day) && ibFuncties.some((one) => one === lid.functie),
  );
}

/** The one who gets the proposal: the chair of today, and who asked; without those every ib and coo. */
export function deciders(facts: MomentprikFacts): readonly string[] {
  const { prik, ronde, team, now } = facts;
  const today = todayIn(now);
  const may = (persoonId: string) =>
    decidesOn(facts, { persoonId, lidmaatschappen: membershipsOf(facts, persoonId) });
  const chair = ronde ? ronde.voorzitterId : usualChair(team, today);
  const first = [chair, prik.gestartDoor].filter((id) => id !== null).filter(may);
  const all = first.length > 0 ? first : team.map(({ persoonId }) => persoonId).filter(may);
  return [...new Set(all)];
}

function membershipsOf({ team, prik, now }: MomentprikFacts, persoonId: string): readonly Lidmaatschap[] {
  return team
    .filter((lid) => lid.persoonId === persoonId && activeOn(lid, todayIn(now)))
    .map(({ schoolId, functie, voorzitter }) => ({ sztId: prik.sztId, schoolId, functie, voorzitter }));
}

/** Of the moments that can still be held. */
export function proposalOf(facts: MomentprikFacts): Voorstel {
  const { prik } = facts;
  const possible = prik.momenten.filter((moment) => !problemOf(facts, moment));
  return proposeMoment(possible, (moment) => countedOn(facts, moment), prik.antwoorden);
}

/** Of who is asked, those who are still of the team when it is held. */
function countedOn(facts: MomentprikFacts, { datum }: Moment): readonly (Gevraagde & { naam: string })[] {
  const now = new Set(stillAsked(facts).map(({ persoonId }) => persoonId));
  return askedOn(facts, datum).filter(({ persoonId }) => now.has(persoonId));
}

export function problemOf(facts: MomentprikFacts, moment: Moment): MomentProbleem | undefined {
  const { calendars, rondedagen, now, ronde } = facts;
  const duurMinuten = lengthOf(facts);
  return momentProblem(moment, { calendars, rondedagen, now, duurMinuten, ronde: ronde ?? undefined });
}

export function lengthOf({ prik, ronde }: Pick<MomentprikFacts, "prik" | "ronde">): number {
  return ronde?.duurMinuten ?? prik.nieuw?.duurMinuten ?? 0;
}

function momentSeen(
  facts: MomentprikFacts,
  moment: Moment,
  { persoonId, decides }: { readonly persoonId: string; readonly decides: boolean },
): MomentGezien {
  const { prik } = facts;
  const own = prik.antwoorden.find((one) => one.momentId === moment.id && one.persoonId === persoonId);
  return {
    ...moment,
    eind: moment.begin.add({ minutes: lengthOf(facts) }),
    eigen: own?.keuze ?? null,
    gekozen: prik.gekozenId === moment.id,
    kanNiet: isRunning(prik) ? (problemOf(facts, moment) ?? null) : null,
    antwoorden: decides ? answersOf(facts, moment) : null,
  };
}

function answersOf(facts: MomentprikFacts, moment: Moment): MomentAntwoorden {
  const { antwoorden } = facts.prik;
  const gevraagd = countedOn(facts, moment);
  const who = (keuze: MomentKeuze) =>
    gevraagd
      .filter(({ persoonId }) =>
        antwoorden.some(
          (one) => one.momentId === moment.id && one.persoonId === persoonId && one.keuze === keuze,
        ),
      )
      .map(({ naam }) => naam);
  const { moment: _, ...stand } = standOf(moment, gevraagd, antwoorden);
  return { ...stand, alsHetMoetWie: who("als_het_moet"), nee: who("nee") };
}

function decisionOf(facts: MomentprikFacts): NonNullable<MomentprikGezien["besluit"]> {
  const { prik, team, now } = facts;
  const asked = stillAsked(facts);
  return {
    voorstel: proposalOf(facts),
    wachtOp: asked.filter(({ persoonId }) => !hasAnswered(prik, persoonId)).map(({ naam }) => naam),
    nietGevraagd: canTakePart(team, todayIn(now))
      .filter(({ persoonId }) => !prik.gevraagd.includes(persoonId))
      .map(({ persoonId, naam, functie }: { persoonId: string; naam: string; functie: Functie }) => ({
        persoonId,
        naam,
        functie,
      })),
  };
}

function actsOf(
  facts: MomentprikFacts,
  { asked, decides }: { readonly asked: boolean; readonly decides: boolean },
): readonly MomentprikAct[] {
  const { prik, now } = facts;
  const answers: readonly MomentprikAct[] = asked && canAnswer(prik, now) ? ["antwoorden"] : [];
  if (!decides || !isRunning(prik)) return answers;
  const possible = prik.momenten.some((moment) => !problemOf(facts, moment));
  return [
    ...answers,
    ...(possible ? (["kiezen"] as const) : []),
    "opnieuw",
    // Who comes to a round that stands is said on its own card; this one follows it.
    ...(canAnswer(prik, now) && !prik.rondeId ? (["erbij"] as const) : []),
    "stoppen",
  ];
}
