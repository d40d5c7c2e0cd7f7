import { z } from "zod/v4";
import { functieSchema, regioSchema, schoolFuncties, sectorSchema } from "./code.ts";
import { type CsvRow, parseCsv } from "./csv.ts";
import { plainDateSchema } from "./tijd.ts";

/** What is wrong with one line of a set-up file; `veld` is a column. Values are not repeated: they can be personal data. */
export interface RowProblem {
  readonly bestand: "people" | "schools";
  readonly regel: number;
  readonly veld: string;
  readonly code:
    | "ontbreekt"
    | "ongeldig"
    | "kolom_ontbreekt"
    | "te_veel_kolommen"
    | "onleesbaar"
    | "onbekende_szt"
    | "dubbel"
    | "tegenstrijdig"
    /** Which of the schools of the SZT this ib, coo or directeur works for is not said. */
    | "school_ontbreekt"
    /** No school of this SZT. */
    | "onbekende_school";
}

const optional = z.string().transform((text) => (text === "" ? null : text));
const filled = z.string().min(1).max(200);

/** Stands on letters as it is typed here; empty leaves what stands. */
const printed = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => (text === "" ? null : text))
    .default(null);

const schoolRow = z.object({
  brin_vestiging: z.string().regex(/^[0-9]{2}[A-Z]{2}\|?[0-9A-Z]{2}$/i),
  name: filled,
  sector: sectorSchema,
  bestuur: filled,
  region: regioSchema,
  pupils: z
    .string()
    .regex(/^\d{1,5}$/, { abort: true })
    .transform(Number),
  szt: filled,
  wijkteam: optional,
  oat: optional,
  address: printed(120),
  phone: printed(60),
  complaints: printed(300),
  privacy_officer: printed(300),
});

const dayNames = ["ma", "di", "wo", "do", "vr"] as const;
const personFields = z.object({
  email: z.email().max(254),
  name: filled,
  function: z
    .string()
    .transform((text) => text.toLowerCase())
    .pipe(functieSchema),
  szt: filled,
  hours_per_week: z
    .string()
    .regex(/^(\d{1,2}([.,]\d{1,2})?)?$/, { abort: true })
    .transform((text) => (text === "" ? null : Number(text.replace(",", ".")))),
  working_days: z
    .string()
    .transform((text) => (text === "" ? [...dayNames] : text.toLowerCase().split(/[\s,;/|]+/)))
    .pipe(z.array(z.enum(dayNames))),
  from: plainDateSchema,
  until: z.union([z.literal("").transform(() => null), plainDateSchema]),
  organisation: optional,
  chair: z.enum(["0", "1", ""]).transform((text) => text === "1"),
  /** The brin or the name of one school of the SZT; a file without this column is as good. */
  school: optional.default(null),
});

/** May be left out of the head of a file. */
const optionalColumns: ReadonlySet<string> = new Set([
  "school",
  "address",
  "phone",
  "complaints",
  "privacy_officer",
]);

/** A membership that ends before it begins. */
const personRow = personFields.refine(
  ({ from, until }) => until === null || Temporal.PlainDate.compare(from, until) <= 0,
  { path: ["until"] },
);

export type SchoolRow = z.output<typeof schoolRow>;
/** `school` is the brin of a school in the other file, as it stands there. */
export type PersonRow = z.output<typeof personRow>;

export type SetUpFiles =
  | { readonly ok: true; readonly schools: readonly SchoolRow[]; readonly people: readonly PersonRow[] }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** Reads both files whole; every bad line is named, and one bad line refuses all. */
export function readSetUpFiles(files: { readonly people: string; readonly schools: string }): SetUpFiles {
  const problems: RowProblem[] = [];
  const schools = readRows("schools", files.schools, schoolRow, problems);
  const people = readRows("people", files.people, personRow, problems);
  const szts = new Set(schools.map(({ value }) => value.szt));
  for (const { line, value } of people) {
    if (!szts.has(value.szt))
      problems.push({ bestand: "people", regel: line, veld: "szt", code: "onbekende_szt" });
  }
  const tied = people.map((person) => ({ ...person, value: tie(person, schools, problems) }));
  names(people, problems);
  chairs(people, problems);
  doubles("schools", schools, (s) => s.brin_vestiging.toUpperCase(), "brin_vestiging", problems);
  doubles(
    "people",
    tied,
    (p) => `${p.email.toLowerCase()} ${p.szt} ${p.function} ${p.from} ${p.school ?? ""}`,
    "email",
    problems,
  );
  if (problems.length > 0) return { ok: false, problems: problems.sort((a, b) => a.regel - b.regel) };
  return { ok: true, schools: schools.map((s) => s.value), people: tied.map((p) => p.value) };
}

interface Read<T> {
  readonly line: number;
  readonly value: T;
}

/** With the school that it is about. Which one, is to be said where an SZT serves more: nobody works for all of them. */
function tie(
  { line, value }: Read<PersonRow>,
  schools: readonly Read<SchoolRow>[],
  problems: RowProblem[],
): PersonRow {
  const here = schools.filter((school) => school.value.szt === value.szt).map((school) => school.value);
  const given = value.school;
  const wrong = (code: RowProblem["code"]) => {
    problems.push({ bestand: "people", regel: line, veld: "school", code });
    return { ...value, school: null };
  };
  if (given === null) {
    const needed = here.length > 1 && schoolFuncties.some((functie) => functie === value.function);
    return needed ? wrong("school_ontbreekt") : value;
  }
  const meant = here.filter((school) => isMeant(school, given));
  const [only] = meant;
  return only && meant.length === 1 ? { ...value, school: only.brin_vestiging } : wrong("onbekende_school");
}

function isMeant(school: SchoolRow, given: string): boolean {
  const brin = (text: string) => text.toUpperCase().replace("|", "");
  return (
    brin(school.brin_vestiging) === brin(given) || school.name.toLowerCase() === given.trim().toLowerCase()
  );
}

/** One person has one name and one organisation; a second one would silently win. */
function names(people: readonly Read<PersonRow>[], problems: RowProblem[]): void {
  const known = new Map<string, PersonRow>();
  for (const { line, value } of people) {
    const key = value.email.toLowerCase();
    const before = known.get(key) ?? value;
    known.set(key, before);
    if (before.name !== value.name)
      problems.push({ bestand: "people", regel: line, veld: "name", code: "tegenstrijdig" });
    if (before.organisation !== value.organisation) {
      problems.push({ bestand: "people", regel: line, veld: "organisation", code: "tegenstrijdig" });
    }
  }
}

/** An SZT has one chair at a time; of two the last would silently win. */
function chairs(people: readonly Read<PersonRow>[], problems: RowProblem[]): void {
  const before = new Map<string, PersonRow[]>();
  for (const { line, value } of people.filter((one) => one.value.chair)) {
    const others = before.get(value.szt) ?? [];
    before.set(value.szt, [...others, value]);
    const clashes = others.some(
      (other) => other.email.toLowerCase() !== value.email.toLowerCase() && areTogether(other, value),
    );
    if (clashes) problems.push({ bestand: "people", regel: line, veld: "chair", code: "tegenstrijdig" });
  }
}

function areTogether(one: PersonRow, other: PersonRow): boolean {
  const ends = ({ until }: PersonRow, from: Temporal.PlainDate) =>
    until !== null && Temporal.PlainDate.compare(until, from) < 0;
  return !ends(one, other.from) && !ends(other, one.from);
}

function readRows<S extends z.ZodObject>(
  bestand: RowProblem["bestand"],
  text: string,
  schema: S,
  problems: RowProblem[],
): Read<z.output<S>>[] {
  const parsed = parseCsv(text);
  if (!parsed.ok) {
    problems.push({ bestand, regel: parsed.line, veld: parsed.kind, code: "onleesbaar" });
    return [];
  }
  const [head, ...rows] = parsed.rows;
  const columns = head?.cells.map((cell) => cell.toLowerCase()) ?? [];
  const missing = Object.keys(schema.shape).filter(
    (column) => !columns.includes(column) && !optionalColumns.has(column),
  );
  for (const veld of missing) problems.push({ bestand, regel: 1, veld, code: "kolom_ontbreekt" });
  if (missing.length > 0) return [];
  return rows.flatMap((row) => {
    // A comma inside a name, without quotation marks, moves every cell after it.
    if (row.cells.slice(columns.length).some((cell) => cell !== "")) {
      problems.push({ bestand, regel: row.line, veld: "", code: "te_veel_kolommen" });
      return [];
    }
    const found = schema.safeParse(record(columns, row));
    if (found.success) return [{ line: row.line, value: found.data }];
    for (const issue of found.error.issues) {
      const veld = String(issue.path[0]);
      const empty = (row.cells[columns.indexOf(veld)] ?? "") === "";
      problems.push({ bestand, regel: row.line, veld, code: empty ? "ontbreekt" : "ongeldig" });
    }
    return [];
  });
}

function record(columns: readonly string[], row: CsvRow): Record<string, string> {
  return Object.fromEntries(columns.map((column, index) => [column, row.cells[index] ?? ""]));
}

function doubles<T>(
  bestand: RowProblem["bestand"],
  rows: readonly Read<T>[],
  key: (value: T) => string,
  veld: string,
  problems: RowProblem[],
): void {
  const seen = new Set<string>();
  for (const { line, value } of rows) {
    if (seen.has(key(value))) problems.push({ bestand, regel: line, veld, code: "dubbel" });
    seen.add(key(value));
  }
}
