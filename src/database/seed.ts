import { readFileSync } from "node:fs";
import { type Regio, regios } from "#domain/code.ts";
import { parseSchoolHolidays } from "#domain/vakantie.ts";

export interface SeedVakantie {
  readonly regio: Regio;
  readonly van: Temporal.PlainDate;
  readonly tot: Temporal.PlainDate;
  readonly naam: string;
}

/** The school holidays that come with the product (source and licence beside the file); a school edits its own. */
export function seedVakanties(): readonly SeedVakantie[] {
  const parsed = parseSchoolHolidays(
    readFileSync(new URL("./seed/school-holidays-nl.csv", import.meta.url), "utf8"),
  );
  if (!parsed.ok) throw new Error(`school holidays: ${parsed.error.kind}`);
  return regios.flatMap((regio) =>
    parsed.value[regio].holidays.map((h) => ({ regio, van: h.from, tot: h.to, naam: h.name })),
  );
}
