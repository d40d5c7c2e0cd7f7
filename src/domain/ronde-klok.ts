/** The clock of a round: of the item that is spoken of, and of the agenda against the length (000: use the time together well). */
import type { Urgentie } from "./code.ts";
import type { AgendapuntFeit } from "./dossier.ts";

/** What one press adds. */
export const extraMinuten = 5;
/** The database holds to the same. */
export const puntMax = 90;

type Begun = Pick<AgendapuntFeit, "minuten"> & { readonly begonnenOp: Temporal.Instant };

export function endOfPunt({ begonnenOp, minuten }: Begun): Temporal.Instant {
  return begonnenOp.add({ minutes: minuten });
}

/** Whole minutes past its end; null while it is in time. */
export function minutesOver(punt: Begun, now: Temporal.Instant): number | null {
  const over = Math.floor(endOfPunt(punt).until(now).total("minutes"));
  return over < 0 ? null : over;
}

/**
 * The item that is spoken of, among those that somebody sees: the one begun last. What is out of sight has no part in it,
 * so that it neither takes the place of another nor leaves it empty.
 */
export function spokenOf<T extends Pick<AgendapuntFeit, "id" | "status" | "begonnenOp">>(
  punten: readonly T[],
): T | null {
  const since = ({ begonnenOp }: T) => begonnenOp?.epochMilliseconds ?? 0;
  return (
    punten
      .filter(({ status, begonnenOp }) => status === "gepland" && begonnenOp)
      .toSorted((one, other) => since(one) - since(other) || (one.id < other.id ? -1 : 1))
      .at(-1) ?? null
  );
}

/** What comes after it: further down first, then what was left above; null when nothing else is to come. */
export function nextAfter<T extends { readonly id: string }>(
  coming: readonly T[],
  id: string | null,
): T | null {
  const at = coming.findIndex((one) => one.id === id);
  return [...coming.slice(at + 1), ...coming.slice(0, Math.max(0, at))][0] ?? null;
}

export interface PlanPunt {
  readonly id: string;
  readonly minuten: number;
  readonly urgentie: Urgentie | null;
  /** Not to be moved: it is spoken of now, or may be spoken of in this round alone. */
  readonly vast: boolean;
}

export interface Past {
  readonly nodig: number;
  /** Minutes that do not fit. */
  readonly over: number;
  /** What can wait best, by id, in the order of the agenda; with it the rest fits, unless nothing more can be moved. */
  readonly voorstel: readonly string[];
}

/** `anders`: minutes for what is no hulpvraag. */
export function fits(
  punten: readonly PlanPunt[],
  { beschikbaar, anders = 0 }: { readonly beschikbaar: number; readonly anders?: number },
): Past {
  const nodig = punten.reduce((sum, { minuten }) => sum + minuten, anders);
  const over = Math.max(0, nodig - Math.max(0, beschikbaar));
  return { nodig, over, voorstel: over > 0 ? proposal(punten, over) : [] };
}

/** Who waited shortest waits once more: from the end of the agenda, `voorrang` after the rest, `niet_wachten` never. */
function proposal(punten: readonly PlanPunt[], over: number): readonly string[] {
  const movable = punten.filter(({ vast, urgentie }) => !vast && urgentie !== "niet_wachten").toReversed();
  const order = [
    ...movable.filter(({ urgentie }) => urgentie !== "voorrang"),
    ...movable.filter(({ urgentie }) => urgentie === "voorrang"),
  ];
  const chosen: PlanPunt[] = [];
  const freed = () => chosen.reduce((sum, { minuten }) => sum + minuten, 0);
  for (const punt of order) if (freed() < over) chosen.push(punt);
  // A longer one that came later may do what several shorter ones did: those stay.
  for (const punt of chosen.toReversed())
    if (freed() - punt.minuten >= over) chosen.splice(chosen.indexOf(punt), 1);
  const ids = new Set(chosen.map(({ id }) => id));
  return punten.filter(({ id }) => ids.has(id)).map(({ id }) => id);
}
