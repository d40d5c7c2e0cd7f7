import { type Regio, regios } from "./code.ts";
import type { Holiday, SchoolCalendar } from "./schooldag.ts";
import { readDate } from "./tijd.ts";

/** The school holidays of one region and the last day up to which they are known. */
export interface RegioVakanties {
  readonly holidays: readonly Holiday[];
  readonly horizon: Temporal.PlainDate;
}
export type Vakanties = Readonly<Record<Regio, RegioVakanties>>;

export type VakantieFout =
  | { readonly kind: "onbekende_kop" }
  | { readonly kind: "regel_onleesbaar"; readonly regel: number }
  | { readonly kind: "onbekende_regio"; readonly regel: number }
  | { readonly kind: "eind_voor_begin"; readonly regel: number }
  | { readonly kind: "te_lang"; readonly regel: number; readonly dagen: number }
  | { readonly kind: "overlap"; readonly regio: Regio; readonly op: Temporal.PlainDate }
  | { readonly kind: "regio_leeg"; readonly regio: Regio };

type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: VakantieFout };

interface Row {
  readonly holiday: Holiday;
  readonly regios: readonly Regio[];
}

const header = "StartDate;EndDate;Type;RegionalScope;Name;Groups";
const regioOf = new Map<string, Regio>([
  ["NO", "N"],
  ["MI", "M"],
  ["ZU", "Z"],
]);

/**
 * A wrong month in a date shows as a holiday that is far too long (the source once gave Zuid a voorjaarsvakantie
 * of five weeks). Summer has six weeks, any other holiday at most two, each with the weekends around it.
 */
const longest = (name: string) => (name.startsWith("Zomer") ? 51 : 23);

const refused = (error: VakantieFout) => ({ ok: false, error }) as const;

function parseRow(line: string, regel: number): Parsed<Row | null> {
  const [start, end, type, , names, groups] = line.split(";");
  if (type !== "School")
    return type ? { ok: true, value: null } : refused({ kind: "regel_onleesbaar", regel });
  const from = readDate(start ?? "");
  const to = readDate(end ?? "");
  const name = /(?:^|,)NL ([^,]+)/.exec(names ?? "")?.[1]?.trim();
  if (!from || !to || !name || !groups) return refused({ kind: "regel_onleesbaar", regel });
  const found = groups.split(",").map((group) => regioOf.get(group.trim()));
  const known = found.filter((regio) => regio !== undefined);
  if (known.length !== found.length) return refused({ kind: "onbekende_regio", regel });
  const dagen = from.until(to).days + 1;
  if (dagen < 1) return refused({ kind: "eind_voor_begin", regel });
  if (dagen > longest(name)) return refused({ kind: "te_lang", regel, dagen });
  return { ok: true, value: { holiday: { from, to, name }, regios: known } };
}

function collect(regio: Regio, rows: readonly Row[]): Parsed<RegioVakanties> {
  const holidays = rows
    .filter((row) => row.regios.includes(regio))
    .map((row) => row.holiday)
    .sort((a, b) => Temporal.PlainDate.compare(a.from, b.from));
  let horizon: Temporal.PlainDate | null = null;
  for (const { from, to } of holidays) {
    if (horizon && Temporal.PlainDate.compare(from, horizon) <= 0) {
      return refused({ kind: "overlap", regio, op: from });
    }
    horizon = to;
  }
  if (!horizon) return refused({ kind: "regio_leeg", regio });
  return { ok: true, value: { holidays, horizon } };
}

/**
 * Reads the file of openpotato/openholidaysapi.data (`school-holidays-nl.csv`). Lines of another type than School are
 * passed over; anything else that does not fit is refused with its line, so that no holiday is lost without a word.
 */
export function parseSchoolHolidays(csv: string): Parsed<Vakanties> {
  const [first, ...lines] = csv.replace(/^\uFEFF/, "").split(/\r?\n/);
  if (first?.trim() !== header) return refused({ kind: "onbekende_kop" });
  const rows: Row[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const row = parseRow(line, index + 2);
    if (!row.ok) return row;
    if (row.value) rows.push(row.value);
  }
  const perRegio: Partial<Record<Regio, RegioVakanties>> = {};
  for (const regio of regios) {
    const collected = collect(regio, rows);
    if (!collected.ok) return collected;
    perRegio[regio] = collected.value;
  }
  const { N, M, Z } = perRegio;
  if (!N || !M || !Z) throw new Error("a region was passed over");
  return { ok: true, value: { N, M, Z } };
}

/** The calendar a school starts with; the school edits it later, since most holidays are advice. */
export function regioCalendar(
  regio: Regio,
  vakanties: Vakanties,
  studiedagen: readonly Temporal.PlainDate[] = [],
): SchoolCalendar {
  return { regio, ...vakanties[regio], studiedagen, openOp: [] };
}
