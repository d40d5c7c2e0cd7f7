/** The time of one item, for who comes for that item alone. It says a time and nothing else: not what stands before it. */
import type { AgendapuntFeit, RondeFeit } from "./dossier.ts";

export interface Tijdvak {
  readonly datum: Temporal.PlainDate;
  readonly begin: Temporal.PlainTime;
  readonly minuten: number;
}

/** Minutes; from exact times the lengths of the items before it could be told apart. */
const step = 5;
const minutesOf = ({ hour, minute }: Temporal.PlainTime) => hour * 60 + minute;
const lastMinute = 24 * 60 - step;

type Punt = Pick<AgendapuntFeit, "id" | "volgorde" | "minuten" | "status">;

/** From the order and the minutes as they stand, in steps of five; null when it stands on this agenda no more. */
export function tijdvakOf(
  { datum, begin }: Pick<RondeFeit, "datum" | "begin">,
  punten: readonly Punt[],
  puntId: string,
): Tijdvak | null {
  const order = punten
    .filter(({ status }) => status !== "verschoven")
    .toSorted((one, other) => one.volgorde - other.volgorde || (one.id < other.id ? -1 : 1));
  const place = order.findIndex(({ id }) => id === puntId);
  const own = order[place];
  if (!own) return null;
  const before = order.slice(0, place).reduce((sum, { minuten }) => sum + minuten, 0);
  const start = minutesOf(begin) + before;
  const from = Math.min(Math.floor(start / step) * step, lastMinute);
  const until = Math.max(Math.ceil((start + own.minuten) / step) * step, from + step);
  return {
    datum,
    begin: new Temporal.PlainTime(Math.floor(from / 60), from % 60),
    minuten: until - from,
  };
}

export function eindVan({ begin, minuten }: Pick<Tijdvak, "begin" | "minuten">): Temporal.PlainTime {
  return begin.add({ minutes: minuten });
}

export function sameTijdvak(one: Tijdvak, other: Tijdvak): boolean {
  return one.datum.equals(other.datum) && one.begin.equals(other.begin) && one.minuten === other.minuten;
}
