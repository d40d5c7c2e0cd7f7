/**
 * Overbruggingszorg: what somebody does for the pupil while it waits (000 §3.1). Always with a goal and a last day, "want je
 * wil ook niet pappen en nathouden": going on takes a look at the goal, and a reason.
 */
import { z } from "zod/v4";
import type { TermEvent } from "./termijn-event.ts";
import type { RegierolProbleem, RegierolProblemen } from "./terugkoppeling.ts";
import { problemsOf } from "./veld.ts";
import { aheadProblem, openPlekken, type Wachtlijst, type WachtplekFeit } from "./wachtlijst.ts";

export const overbruggingSoorten = [
  "kindgesprekken",
  "contact_met_ouders",
  "ondersteuning_in_klas",
  "overig",
] as const;
export const overbruggingSoortSchema = z.enum(overbruggingSoorten);
export type OverbruggingSoort = (typeof overbruggingSoorten)[number];

/** By whom, where it is nobody around the hulpvraag. */
export const overbruggers = ["smw", "wijkteam", "school", "overig"] as const;
export const overbruggerSchema = z.enum(overbruggers);
export type Overbrugger = (typeof overbruggers)[number];

/** None of these is treatment: that is what is waited for. */
export const overbruggingDoelen = [
  "niet_erger",
  "naar_school",
  "meedoen_in_klas",
  "ouders_betrokken",
  "klaar_voor_hulp",
] as const;
export const overbruggingDoelSchema = z.enum(overbruggingDoelen);
export type OverbruggingDoel = (typeof overbruggingDoelen)[number];

export const doelchecks = ["bereikt", "op_weg", "gelijk", "erger"] as const;
export const doelcheckSchema = z.enum(doelchecks);
export type Doelcheck = (typeof doelchecks)[number];

export const verlengRedenen = ["hulp_later", "doel_bijna", "tot_overdracht"] as const;
export const verlengRedenSchema = z.enum(verlengRedenen);
export type VerlengReden = (typeof verlengRedenen)[number];

export const overbruggingBesluiten = ["stoppen", "verlengen", "veranderen"] as const;
export const overbruggingBesluitSchema = z.enum(overbruggingBesluiten);
export type OverbruggingBesluit = (typeof overbruggingBesluiten)[number];

/** `wachten_voorbij`: what was waited for began, or is not waited for any more. */
export const overbruggingEinden = ["gestopt", "verlengd", "veranderd", "wachten_voorbij"] as const;
export const overbruggingEindeSchema = z.enum(overbruggingEinden);
export type OverbruggingEinde = (typeof overbruggingEinden)[number];

/** One stretch of it: going on longer is a stretch of its own, so that what was looked at before stays there. */
export interface OverbruggingFeit {
  readonly id: string;
  readonly soort: OverbruggingSoort;
  /** Somebody around the hulpvraag, or one of the codes. */
  readonly doorId: string | null;
  readonly door: Overbrugger | null;
  readonly doel: OverbruggingDoel;
  readonly tot: Temporal.PlainDate;
  readonly einde: OverbruggingEinde | null;
  readonly eindeOp: Temporal.PlainDate | null;
  /** The hulpvraag ended. */
  readonly vervallen: boolean;
}

export function openOverbrugging({
  overbruggingen,
}: Pick<WachtplekFeit, "overbruggingen">): OverbruggingFeit | null {
  return overbruggingen.find(({ einde, vervallen }) => einde === null && !vervallen) ?? null;
}

/** How often this goes on longer than was agreed at first, for the same goal. */
export function kerenVerlengd({ overbruggingen }: Pick<WachtplekFeit, "overbruggingen">): number {
  const last = overbruggingen.findLastIndex(({ einde }) => einde !== null && einde !== "verlengd");
  return overbruggingen.slice(last + 1).filter(({ einde }) => einde === "verlengd").length;
}

/** Who waits and of whom nobody said yet whether the wait is bridged. */
export function overbruggingOpen(plek: WachtplekFeit): boolean {
  return (
    openOverbrugging(plek) === null && plek.geenOverbrugging === null && plek.overbruggingen.length === 0
  );
}

/** The place whose bridging ends first. */
export function eersteEinde(feiten: Wachtlijst): { readonly plek: WachtplekFeit; readonly tot: Day } | null {
  const [first] = openPlekken(feiten)
    .flatMap((plek) => {
      const tot = openOverbrugging(plek)?.tot;
      return tot ? [{ plek, tot }] : [];
    })
    .toSorted((one, other) => Temporal.PlainDate.compare(one.tot, other.tot));
  return first ?? null;
}
type Day = Temporal.PlainDate;

export interface OverbruggingForm {
  readonly soort: OverbruggingSoort | null;
  /** The id of a person, or a code. */
  readonly door: string | null;
  readonly doel: OverbruggingDoel | null;
  readonly tot: Temporal.PlainDate | null;
}
export type OverbruggingProblemen = RegierolProblemen<keyof OverbruggingForm>;

export interface OverbruggingGrens {
  /** Ids of those who can be named. */
  readonly kring: readonly string[];
  readonly today: Temporal.PlainDate;
  /** The last day on which it may end. */
  readonly uiterlijk: Temporal.PlainDate;
}

export const isOverbrugger = (door: string | null): door is Overbrugger =>
  overbruggers.some((one) => one === door);

export function checkOverbrugging(
  { soort, door, doel, tot }: OverbruggingForm,
  { kring, today, uiterlijk }: OverbruggingGrens,
): OverbruggingProblemen | null {
  const does = door !== null && (isOverbrugger(door) || kring.includes(door));
  return problemsOf<keyof OverbruggingForm, RegierolProbleem>({
    soort: soort ? undefined : { kind: "leeg" },
    door: does ? undefined : door ? { kind: "niet_in_team" } : { kind: "leeg" },
    doel: doel ? undefined : { kind: "leeg" },
    tot: aheadProblem(tot, today, uiterlijk),
  });
}

export interface BeslisForm {
  readonly doelcheck: Doelcheck | null;
  readonly besluit: OverbruggingBesluit | null;
  /** Of going on. */
  readonly reden: VerlengReden | null;
  readonly tot: Temporal.PlainDate | null;
}
export type BeslisProblemen = RegierolProblemen<keyof BeslisForm> & {
  /** The goal was reached, or it got worse: then more of the same is no answer. */
  readonly doorgaan?: Extract<Doelcheck, "bereikt" | "erger">;
};

type Loopt = Pick<OverbruggingFeit, "tot" | "doorId">;
type Grens = OverbruggingGrens & { readonly rust: boolean };

/**
 * What can be decided. Without a ground it can only stop; at the limit it cannot go on yet, and by who is not around the
 * hulpvraag any more it cannot go on at all.
 */
export function besluitenNu(
  { tot, doorId }: Loopt,
  { kring, uiterlijk, rust }: Omit<Grens, "today">,
): readonly OverbruggingBesluit[] {
  if (rust) return ["stoppen"];
  const gone = doorId !== null && !kring.includes(doorId);
  return !gone && Temporal.PlainDate.compare(tot, uiterlijk) < 0
    ? overbruggingBesluiten
    : ["stoppen", "veranderen"];
}

export function checkBeslissen(
  feit: Loopt,
  { doelcheck, besluit, reden, tot }: BeslisForm,
  grens: Grens,
): BeslisProblemen | null {
  const { today, uiterlijk } = grens;
  const can = besluit !== null && besluitenNu(feit, grens).includes(besluit);
  const longer = can && besluit === "verlengen";
  const vanaf = feit.tot.add({ days: 1 });
  const tooEarly = longer && tot !== null && Temporal.PlainDate.compare(tot, vanaf) < 0;
  const problemen: BeslisProblemen | null = problemsOf<keyof BeslisForm, RegierolProbleem>({
    doelcheck: doelcheck ? undefined : { kind: "leeg" },
    besluit: can ? undefined : { kind: "leeg" },
    reden: longer && !reden ? { kind: "leeg" } : undefined,
    tot: tooEarly ? { kind: "te_vroeg", vanaf } : longer ? aheadProblem(tot, today, uiterlijk) : undefined,
  });
  const stuck = longer && (doelcheck === "bereikt" || doelcheck === "erger") ? doelcheck : null;
  return stuck ? { ...problemen, doorgaan: stuck } : problemen;
}

/**
 * What happens to the one question about the end, which is about what ends first. `besloten`: the place of which it was
 * decided just now.
 */
export function eindeEvents(
  before: Wachtlijst,
  after: Wachtlijst,
  { op, besloten = null }: { readonly op: Temporal.PlainDate; readonly besloten?: string | null },
): readonly TermEvent[] {
  const [was, is] = [eersteEinde(before), eersteEinde(after)];
  if (was && is ? was.tot.equals(is.tot) : was === is) return [];
  const done = was !== null && was.plek.id === besloten;
  return [
    ...(was && (done || !is)
      ? [{ kind: done ? "overbrugging_besloten" : "overbrugging_voorbij", op } as const]
      : []),
    ...(is ? [{ kind: "overbrugging_loopt", op, voor: is.tot } as const] : []),
  ];
}

/** The same places, with one of them as it stands after an act. */
export function metPlek(feiten: Wachtlijst, plek: WachtplekFeit): Wachtlijst {
  const { wachtlijst = [] } = feiten;
  const known = wachtlijst.some(({ id }) => id === plek.id);
  return {
    wachtlijst: known ? wachtlijst.map((one) => (one.id === plek.id ? plek : one)) : [...wachtlijst, plek],
  };
}

/** The open stretch ended, and perhaps another began. */
export function naOverbrugging(
  plek: WachtplekFeit,
  einde: OverbruggingEinde | null,
  { op, nieuw = null }: { readonly op: Temporal.PlainDate; readonly nieuw?: OverbruggingFeit | null },
): WachtplekFeit {
  const ended = plek.overbruggingen.map((one) =>
    one.einde === null && !one.vervallen && einde ? { ...one, einde, eindeOp: op } : one,
  );
  return {
    ...plek,
    geenOverbrugging: nieuw ? null : plek.geenOverbrugging,
    overbruggingen: nieuw ? [...ended, nieuw] : ended,
  };
}
