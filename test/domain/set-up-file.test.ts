import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { functies } from "#domain/code.ts";
import { type RowProblem, readSetUpFiles } from "#domain/set-up-file.ts";

const schoolHead = "brin_vestiging,name,sector,bestuur,region,pupils,szt,wijkteam,oat";
const peopleHead = "email,name,function,szt,hours_per_week,working_days,from,until,organisation,chair";
const aSchool = (over: Partial<Record<string, string>> = {}) =>
  line(schoolHead, {
    brin_vestiging: "00AA00",
    name: "De Regenboog",
    sector: "PO",
    bestuur: "De Waterkant",
    region: "Z",
    pupils: "220",
    szt: "SZT De Regenboog",
    wijkteam: "",
    oat: "",
    ...over,
  });
const aPerson = (over: Partial<Record<string, string>> = {}) =>
  line(peopleHead, {
    email: "noor@voorbeeld.example",
    name: "Noor Visser",
    function: "ib",
    szt: "SZT De Regenboog",
    hours_per_week: "24",
    working_days: "ma di do",
    from: "2026-08-01",
    until: "",
    organisation: "",
    chair: "1",
    ...over,
  });

function line(head: string, values: Partial<Record<string, string>>): string {
  return head
    .split(",")
    .map((column) => `"${(values[column] ?? "").replaceAll('"', '""')}"`)
    .join(",");
}

const files = (people: readonly string[], schools: readonly string[] = [aSchool()]) =>
  readSetUpFiles({
    people: [peopleHead, ...people].join("\n"),
    schools: [schoolHead, ...schools].join("\n"),
  });
const problemsOf = (read: ReturnType<typeof readSetUpFiles>): readonly RowProblem[] =>
  read.ok ? [] : read.problems;

describe("the set-up files", () => {
  it("say what letters print, in columns that may be left out", () => {
    const more = (complaints: string) =>
      readSetUpFiles({
        people: [peopleHead, aPerson()].join("\n"),
        schools: [`${schoolHead},complaints`, `${aSchool()},${complaints}`].join("\n"),
      });
    expect(more("www.school.example/klachten")).toMatchObject({
      ok: true,
      schools: [{ complaints: "www.school.example/klachten", address: null }],
    });
    expect(problemsOf(more("x".repeat(301)))).toContainEqual({
      bestand: "schools",
      regel: 2,
      veld: "complaints",
      code: "ongeldig",
    });
  });

  it("become schools and memberships", () => {
    expect(files([aPerson({ hours_per_week: "7,5", until: "2027-07-31", organisation: "CJG" })])).toEqual({
      ok: true,
      schools: [
        {
          brin_vestiging: "00AA00",
          name: "De Regenboog",
          sector: "PO",
          bestuur: "De Waterkant",
          region: "Z",
          pupils: 220,
          szt: "SZT De Regenboog",
          wijkteam: null,
          oat: null,
          address: null,
          phone: null,
          complaints: null,
          privacy_officer: null,
        },
      ],
      people: [
        {
          email: "noor@voorbeeld.example",
          name: "Noor Visser",
          function: "ib",
          szt: "SZT De Regenboog",
          hours_per_week: 7.5,
          working_days: ["ma", "di", "do"],
          from: Temporal.PlainDate.from("2026-08-01"),
          until: Temporal.PlainDate.from("2027-07-31"),
          organisation: "CJG",
          chair: true,
          school: null,
        },
      ],
    });
  });

  const two = [aSchool(), aSchool({ brin_vestiging: "00AA|01", name: "De Regenboog-Zuid" })];
  const withSchool = (school: string, over: Partial<Record<string, string>> = {}) =>
    readSetUpFiles({
      people: `${peopleHead},school\n${aPerson(over)},"${school}"`,
      schools: [schoolHead, ...two].join("\n"),
    });

  it.each([
    ["00aa01", "00AA|01"],
    ["00AA|01", "00AA|01"],
    ["de regenboog-zuid", "00AA|01"],
    ["00AA00", "00AA00"],
  ])("say by %s for which school of the SZT somebody works", (school, brin) => {
    const read = withSchool(school);
    expect(read.ok && read.people.map((one) => one.school)).toEqual([brin]);
  });

  it.each([
    ["ib", "school_ontbreekt"],
    ["coo", "school_ontbreekt"],
    ["directeur", "school_ontbreekt"],
    ["smw", undefined],
    ["scp", undefined],
  ])("of an SZT with more schools ask for which one somebody is %s: %s", (functie, code) => {
    const expected = code ? [{ bestand: "people", regel: 2, veld: "school", code }] : [];
    expect(problemsOf(files([aPerson({ function: functie })], two))).toEqual(expected);
    expect(problemsOf(withSchool("", { function: functie }))).toEqual(expected);
  });

  it("refuse a school that the SZT does not serve", () => {
    expect(problemsOf(withSchool("De Wilgen"))).toEqual([
      { bestand: "people", regel: 2, veld: "school", code: "onbekende_school" },
    ]);
  });

  it("take one ib for two schools of an SZT as two lines, and for one school no more than once", () => {
    const lines = (...schools: readonly string[]) =>
      readSetUpFiles({
        people: [`${peopleHead},school`, ...schools.map((school) => `${aPerson()},${school}`)].join("\n"),
        schools: [schoolHead, ...two].join("\n"),
      });
    expect(problemsOf(lines("00AA00", "00AA01"))).toEqual([]);
    expect(problemsOf(lines("00AA01", "De Regenboog-Zuid"))).toEqual([
      { bestand: "people", regel: 3, veld: "email", code: "dubbel" },
    ]);
  });

  it.each<[string, Partial<Record<string, string>>]>([
    ["every function of the list", {}],
    ["a function in capitals", { function: "SMW" }],
    ["no hours", { hours_per_week: "" }],
    ["no working days: all five", { working_days: "" }],
    ["working days with other separators", { working_days: "Ma/wo; vr" }],
    ["a chair that is not told", { chair: "" }],
    ["one day of membership", { from: "2026-08-01", until: "2026-08-01" }],
    ["accents and a quotation mark in a name", { name: 'Zoë "Zus" d’Olivéra' }],
  ])("take %s", (_what, over) => {
    expect(problemsOf(files([aPerson(over)]))).toEqual([]);
    for (const functie of functies) expect(problemsOf(files([aPerson({ function: functie })]))).toEqual([]);
  });

  it.each<[string, Partial<Record<string, string>>, string, RowProblem["code"]]>([
    ["no e-mail", { email: "" }, "email", "ontbreekt"],
    ["an e-mail that is none", { email: "noor" }, "email", "ongeldig"],
    ["no name", { name: "" }, "name", "ontbreekt"],
    ["a function that does not exist", { function: "juf" }, "function", "ongeldig"],
    ["no SZT", { szt: "" }, "szt", "ontbreekt"],
    ["an SZT without a school", { szt: "SZT Elders" }, "szt", "onbekende_szt"],
    ["hours that are no number", { hours_per_week: "veel" }, "hours_per_week", "ongeldig"],
    ["a negative number of hours", { hours_per_week: "-4" }, "hours_per_week", "ongeldig"],
    ["a day in the weekend", { working_days: "ma za" }, "working_days", "ongeldig"],
    ["no first day", { from: "" }, "from", "ontbreekt"],
    ["a day that does not exist", { from: "2026-02-30" }, "from", "ongeldig"],
    ["a Dutch date", { from: "01-08-2026" }, "from", "ongeldig"],
    ["an end before the beginning", { from: "2026-08-02", until: "2026-08-01" }, "until", "ongeldig"],
    ["a chair of yes", { chair: "ja" }, "chair", "ongeldig"],
  ])("refuse %s, with line and column", (_what, over, veld, code) => {
    expect(problemsOf(files([aPerson(), aPerson({ function: "smw", ...over })]))).toContainEqual({
      bestand: "people",
      regel: 3,
      veld,
      code,
    });
  });

  it.each<[string, Partial<Record<string, string>>, string, RowProblem["code"]]>([
    ["a brin that is none", { brin_vestiging: "0000" }, "brin_vestiging", "ongeldig"],
    ["no sector", { sector: "" }, "sector", "ontbreekt"],
    ["a sector that does not exist", { sector: "SO" }, "sector", "ongeldig"],
    ["a region that does not exist", { region: "Oost" }, "region", "ongeldig"],
    ["pupils that are no number", { pupils: "circa 200" }, "pupils", "ongeldig"],
    ["no SZT", { szt: "" }, "szt", "ontbreekt"],
  ])("refuse a school with %s", (_what, over, veld, code) => {
    const read = files([], [aSchool(), aSchool({ brin_vestiging: "00BB00", ...over })]);
    expect(problemsOf(read)).toContainEqual({ bestand: "schools", regel: 3, veld, code });
  });

  it("refuse the same school or membership twice, whatever the capitals", () => {
    expect(problemsOf(files([aPerson(), aPerson({ email: "NOOR@voorbeeld.example" })]))).toEqual([
      { bestand: "people", regel: 3, veld: "email", code: "dubbel" },
    ]);
    expect(problemsOf(files([], [aSchool(), aSchool({ brin_vestiging: "00aa00" })]))).toEqual([
      { bestand: "schools", regel: 3, veld: "brin_vestiging", code: "dubbel" },
    ]);
  });

  it("refuse two chairs at one time in one team; one after the other, or one with two functions, is fine", () => {
    const other = { email: "bram@voorbeeld.example", name: "Bram de Wit", function: "smw" };
    expect(problemsOf(files([aPerson(), aPerson(other)]))).toEqual([
      { bestand: "people", regel: 3, veld: "chair", code: "tegenstrijdig" },
    ]);
    const first = aPerson({ from: "2026-08-01", until: "2026-12-31" });
    expect(problemsOf(files([first, aPerson({ ...other, from: "2027-01-01" })]))).toEqual([]);
    expect(problemsOf(files([aPerson(), aPerson({ function: "smw" })]))).toEqual([]);
  });

  it("refuse two names or two organisations for one e-mail: one of them would silently win", () => {
    const second = aPerson({ function: "smw", name: "Nora Visser", organisation: "Kwadraad" });
    expect(problemsOf(files([aPerson(), second]))).toEqual([
      { bestand: "people", regel: 3, veld: "name", code: "tegenstrijdig" },
      { bestand: "people", regel: 3, veld: "organisation", code: "tegenstrijdig" },
    ]);
  });

  it("refuse a row with more cells than there are columns: a comma in a name moves everything after it", () => {
    const moved = aPerson().replace('"Noor Visser"', "Visser, Noor");
    expect(problemsOf(files([moved]))).toEqual([
      { bestand: "people", regel: 2, veld: "", code: "te_veel_kolommen" },
    ]);
  });

  it("refuse a file without a column, and say which", () => {
    const read = readSetUpFiles({ people: "email,name\n", schools: schoolHead });
    expect(problemsOf(read).map(({ veld, code }) => `${veld} ${code}`)).toEqual(
      ["function", "szt", "hours_per_week", "working_days", "from", "until", "organisation", "chair"].map(
        (column) => `${column} kolom_ontbreekt`,
      ),
    );
  });

  it("refuse what cannot be read as CSV", () => {
    expect(problemsOf(readSetUpFiles({ people: peopleHead, schools: `${schoolHead}\n"open` }))).toEqual([
      { bestand: "schools", regel: 2, veld: "aanhalingsteken_open", code: "onleesbaar" },
    ]);
  });

  it("name every bad line, not only the first", () => {
    const read = files([aPerson({ email: "x" }), aPerson(), aPerson({ chair: "?", from: "" })]);
    expect(problemsOf(read).map(({ regel, veld }) => `${regel} ${veld}`)).toEqual([
      "2 email",
      "4 from",
      "4 chair",
    ]);
  });

  it("take columns in any order, and columns that we do not know", () => {
    const people = `nr,${peopleHead.split(",").toReversed().join(",")}\n1,1,,,2026-08-01,ma,8,SZT De Regenboog,smw,Bram,bram@x.example`;
    expect(problemsOf(readSetUpFiles({ people, schools: `${schoolHead}\n${aSchool()}` }))).toEqual([]);
  });

  it("never repeat what stood in a cell: it can be personal data", () => {
    fc.assert(
      fc.property(fc.constantFrom(...peopleHead.split(",")), (column) => {
        const told = JSON.stringify(problemsOf(files([aPerson({ [column]: "Geheim-9471!" })])));
        expect(told).not.toContain("9471");
      }),
    );
  });
});
