/** Dutch public holidays by rule, so that a term years ahead needs no list (Algemene termijnenwet art. 3). */

/** Feast days a Dutch school is closed on. Labels are words and stand in adaptive-cards/word.ts. */
export const feestdagen = [
  "nieuwjaarsdag",
  "goede_vrijdag",
  "eerste_paasdag",
  "tweede_paasdag",
  "koningsdag",
  "bevrijdingsdag",
  "hemelvaartsdag",
  "eerste_pinksterdag",
  "tweede_pinksterdag",
  "eerste_kerstdag",
  "tweede_kerstdag",
] as const;
export type Feestdag = (typeof feestdagen)[number];

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher). */
export function easter(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const dayOfMarch = epact + toSunday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(dayOfMarch / 31), day: (dayOfMarch % 31) + 1 });
}

const fixed = (month: number, day: number) => (year: number) => Temporal.PlainDate.from({ year, month, day });
const fromEaster = (days: number) => (year: number) => easter(year).add({ days });

/** 27 April, but never on a Sunday: then the Saturday before it (since 2014). */
function koningsdag(year: number): Temporal.PlainDate {
  const day = Temporal.PlainDate.from({ year, month: 4, day: 27 });
  return day.dayOfWeek === 7 ? day.subtract({ days: 1 }) : day;
}

const dayOf: Record<Feestdag, (year: number) => Temporal.PlainDate> = {
  nieuwjaarsdag: fixed(1, 1),
  goede_vrijdag: fromEaster(-2),
  eerste_paasdag: fromEaster(0),
  tweede_paasdag: fromEaster(1),
  koningsdag,
  bevrijdingsdag: fixed(5, 5),
  hemelvaartsdag: fromEaster(39),
  eerste_pinksterdag: fromEaster(49),
  tweede_pinksterdag: fromEaster(50),
  eerste_kerstdag: fixed(12, 25),
  tweede_kerstdag: fixed(12, 26),
};

export function feestdagIn(year: number, feestdag: Feestdag): Temporal.PlainDate {
  return dayOf[feestdag](year);
}

/** A year's days never change, so they are worked out once; two feasts can fall on one day (2008: 1 May). */
const years = new Map<number, ReadonlyMap<string, readonly Feestdag[]>>();

function daysOf(year: number): ReadonlyMap<string, readonly Feestdag[]> {
  const known = years.get(year);
  if (known) return known;
  const days = new Map<string, readonly Feestdag[]>();
  for (const feestdag of feestdagen) {
    const day = dayOf[feestdag](year).toString();
    days.set(day, [...(days.get(day) ?? []), feestdag]);
  }
  years.set(year, days);
  return days;
}

/** The feasts of that day; empty on an ordinary day. */
export function feestdagenOp(date: Temporal.PlainDate): readonly Feestdag[] {
  return daysOf(date.year).get(date.toString()) ?? [];
}
