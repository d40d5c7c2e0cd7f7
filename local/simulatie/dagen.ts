/**
 * School days as the simulation knows them: counted here once more, so that a mistake in the product's own counting shows.
 */
const plain = (year: number, month: number, day: number) => Temporal.PlainDate.from({ year, month, day });

/** Easter by the rule of Gauss. */
function pasen(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 19, year % 4, year % 7];
  const d = (19 * a + 24) % 30;
  const e = (2 * b + 4 * c + 6 * d + 5) % 7;
  const day = 22 + d + e;
  const late = day - 31;
  if (day <= 31) return plain(year, 3, day);
  if (late === 26 || (late === 25 && d === 28 && a > 10)) return plain(year, 4, late - 7);
  return plain(year, 4, late);
}

function feestdagen(year: number): readonly Temporal.PlainDate[] {
  const p = pasen(year);
  const koning = plain(year, 4, 27);
  return [
    plain(year, 1, 1),
    p.subtract({ days: 2 }),
    p.add({ days: 1 }),
    koning.dayOfWeek === 7 ? plain(year, 4, 26) : koning,
    plain(year, 5, 5),
    p.add({ days: 39 }),
    p.add({ days: 50 }),
    plain(year, 12, 25),
    plain(year, 12, 26),
  ];
}

export interface Vrij {
  readonly van: Temporal.PlainDate;
  readonly tot: Temporal.PlainDate;
}

export type Schooldagen = (day: Temporal.PlainDate) => boolean;

export function schooldagen(vrij: readonly Vrij[]): Schooldagen {
  const known = new Map<string, boolean>();
  const open = (day: Temporal.PlainDate) =>
    day.dayOfWeek < 6 &&
    !feestdagen(day.year).some((feest) => feest.equals(day)) &&
    !vrij.some(
      ({ van, tot }) =>
        Temporal.PlainDate.compare(van, day) <= 0 && Temporal.PlainDate.compare(day, tot) <= 0,
    );
  return (day) => {
    const key = day.toString();
    const answer = known.get(key) ?? open(day);
    known.set(key, answer);
    return answer;
  };
}

/** How many school days lie between the due day and today, negative before it; no further than ±`most`. */
export function verlopen(
  due: Temporal.PlainDate,
  today: Temporal.PlainDate,
  { open, most }: { readonly open: Schooldagen; readonly most: number },
): number {
  let start = due;
  while (!open(start)) start = start.add({ days: 1 });
  const direction = Temporal.PlainDate.compare(today, start);
  let count = 0;
  for (let day = start; !day.equals(today) && Math.abs(count) < most; ) {
    day = day.add({ days: direction });
    if (open(day)) count += direction;
  }
  return count;
}
