/** The year plans of 7,500 schools, beside the plain cost of going through the same dates, in the same run. */
import { readFileSync } from "node:fs";
import { regios } from "#domain/code.ts";
import { type Bezet, type JaarFacts, planJaar } from "#domain/jaarplan.ts";
import { isSchooldag } from "#domain/schooldag.ts";
import { parseSchoolHolidays, regioCalendar } from "#domain/vakantie.ts";
import { werkdagen } from "#domain/werkdag.ts";

const schools = 7500;
const begin = Temporal.PlainTime.from("13:30");
const van = Temporal.PlainDate.from("2026-08-17");
const tot = Temporal.PlainDate.from("2027-07-16");

/** Numbers that look like chance and are the same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function factsOf(nummer: number, holidays: Parameters<typeof regioCalendar>[1]): JaarFacts {
  const roll = dice(nummer + 1);
  const days = (count: number) => Array.from({ length: count }, () => van.add({ days: roll(330) }));
  const regio = regios[roll(regios.length)] ?? "M";
  const bezet = days(12).map(
    (datum, index): Bezet => ({ persoonId: `p${index % 2}`, datum, begin, duurMinuten: 60 }),
  );
  return {
    ritme: { weken: 3 + roll(4), weekdag: werkdagen[roll(5)] ?? "di", begin, duurMinuten: 60 },
    van,
    tot,
    vorige: null,
    calendars: [regioCalendar(regio, holidays, days(6))],
    bezet,
  };
}

/** Every date of the year once, asked whether there is school. */
function plainDates({ calendars }: JaarFacts): number {
  let open = 0;
  for (let day = van; Temporal.PlainDate.compare(day, tot) <= 0; day = day.add({ days: 1 }))
    if (calendars.every((cal) => isSchooldag(day, cal))) open += 1;
  return open;
}

export async function run(say: (line: object) => void): Promise<void> {
  const parsed = parseSchoolHolidays(
    readFileSync(new URL("../src/database/seed/school-holidays-nl.csv", import.meta.url), "utf8"),
  );
  if (!parsed.ok) throw new Error("the published holidays cannot be read");
  const all = Array.from({ length: schools }, (_, nummer) => factsOf(nummer, parsed.value));
  const timed = (work: (facts: JaarFacts) => number) => {
    const begun = performance.now();
    const count = all.reduce((sum, facts) => sum + work(facts), 0);
    return { ms: performance.now() - begun, count };
  };
  // Once over a part, so that neither pays for the first call.
  for (const facts of all.slice(0, 200)) plainDates(facts) + planJaar(facts).length;
  const baseline = timed(plainDates);
  const figure = timed((facts) => planJaar(facts).length);
  const round = (n: number) => Math.round(n * 100) / 100;
  say({
    bench: "plan",
    figure: "ms_per_year_plan",
    value: round(figure.ms / schools),
    baseline: round(baseline.ms / schools),
    ratio: round(figure.ms / baseline.ms),
    schools,
    rounds: figure.count,
    schooldagen: baseline.count,
  });
}
