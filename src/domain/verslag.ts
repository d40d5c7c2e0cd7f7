/** The report of a round: when it can be settled, and what a participant may want to see put right in it. */
import { z } from "zod/v4";
import { addSchooldagen, type SchoolCalendar } from "./schooldag.ts";
import type { Behoudreden } from "./screening-keuze.ts";
import type { Sealed } from "./sealed.ts";
import { textProblem, type Veldprobleem } from "./veld.ts";

/** Schooldagen in which everybody can read it and say what is not right, when no round comes earlier. */
export const reactiedagen = 10;

/** Why a change is not taken over: a word of a closed list, so that nothing more is written about the leerling. */
export const afwijsredenen = [
  "staat_er_al",
  "zo_besloten",
  "niet_besproken",
  "niet_nodig",
  "hoort_in_dossier",
] as const;
export const afwijsredenSchema = z.enum(afwijsredenen);
export type Afwijsreden = z.infer<typeof afwijsredenSchema>;

/** As long as a note beside a besluit: that is what it becomes. */
export const wijzigingMax = 500;
export type WijzigingVeld = "bij" | "tekst";

export interface VerslagFeit {
  readonly rondeId: string;
  readonly sztId: string;
  /** From this day on it can be settled without waiting for the next round. */
  readonly vastVanaf: Temporal.PlainDate;
  readonly vastgesteldOp: Temporal.Instant | null;
  readonly versie: number;
}

/** What one participant wants to see put right beside a besluit. */
export interface WijzigingFeit {
  readonly id: string;
  readonly hulpvraagId: string;
  readonly besluitId: string;
  /** Null when it was taken over: it then stands beside the besluit. */
  readonly tekst: Sealed<string> | null;
  readonly status: "open" | "overgenomen" | "afgewezen";
  readonly reden: Afwijsreden | null;
  readonly door: string;
  readonly op: Temporal.Instant;
}

/** The last of the days of all its schools: none of them has fewer schooldagen to read it. */
export function settleFrom(
  closed: Temporal.PlainDate,
  calendars: readonly SchoolCalendar[],
): Temporal.PlainDate {
  return calendars
    .map((cal) => addSchooldagen(closed, reactiedagen, cal))
    .reduce((one, other) => (Temporal.PlainDate.compare(one, other) < 0 ? other : one), closed);
}

/** There was time to read it, or the team meets again and can say it aloud. */
export function isRipe(
  { vastVanaf, vastgesteldOp }: Pick<VerslagFeit, "vastVanaf" | "vastgesteldOp">,
  { today, laterBegonnen }: { readonly today: Temporal.PlainDate; readonly laterBegonnen: boolean },
): boolean {
  return vastgesteldOp === null && (laterBegonnen || Temporal.PlainDate.compare(vastVanaf, today) <= 0);
}

export function wijzigingProblem(
  tekst: string,
  {
    naam,
    today,
    laat,
  }: { readonly naam: string; readonly today: Temporal.PlainDate; readonly laat?: Behoudreden | undefined },
): Veldprobleem | undefined {
  if (tekst.trim() === "") return { kind: "leeg" };
  return textProblem(tekst, { known: { naam }, today, laat });
}
