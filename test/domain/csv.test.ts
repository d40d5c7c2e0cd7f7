import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCsv } from "#domain/csv.ts";

const cellsOf = (text: string) => {
  const parsed = parseCsv(text);
  return parsed.ok ? parsed.rows.map(({ cells }) => cells) : parsed.kind;
};

/** As RFC 4180 and Excel write it: a cell in quotation marks when it holds anything special. */
function write(
  rows: readonly (readonly string[])[],
  { separator = ",", end = "\r\n", always = false } = {},
): string {
  const cell = (text: string) =>
    always || /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((cells) => cells.map(cell).join(separator)).join(end);
}

describe("a CSV file", () => {
  it.each<[string, string, ReturnType<typeof cellsOf>]>([
    ["nothing", "", []],
    ["only empty lines", "\n\r\n\n", []],
    ["one cell", "a", [["a"]]],
    [
      "two lines",
      "a,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "Windows line ends",
      "a,b\r\n1,2\r\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a byte-order mark",
      "\uFEFFa,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "semicolons, as Dutch Excel writes",
      "a;b\n1,5;2",
      [
        ["a", "b"],
        ["1,5", "2"],
      ],
    ],
    [
      "empty cells",
      "a,b,c\n,,3\n1,,",
      [
        ["a", "b", "c"],
        ["", "", "3"],
        ["1", "", ""],
      ],
    ],
    [
      "blanks around cells",
      "a , b\n 1 ,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a separator between quotation marks",
      'a,b\n"1,5",2',
      [
        ["a", "b"],
        ["1,5", "2"],
      ],
    ],
    ["a quotation mark in a cell", 'a\n"5 "" breed"', [["a"], ['5 " breed']]],
    [
      "a line end in a cell",
      'a,b\n"een\ntwee",2',
      [
        ["a", "b"],
        ["een\ntwee", "2"],
      ],
    ],
    ["an empty line in between", "a\n\n1", [["a"], ["1"]]],
    [
      "an empty cell between quotation marks",
      'a,b\n"",2',
      [
        ["a", "b"],
        ["", "2"],
      ],
    ],
    ["an apostrophe and accents", "a\n's-Gravenhage é", [["a"], ["'s-Gravenhage é"]]],
    ["a quotation mark that never closes", 'a\n"1,2', "aanhalingsteken_open"],
    ["text after a closing quotation mark", 'a\n"1"2', "tekst_na_aanhalingsteken"],
  ])("holds %s", (_what, text, cells) => {
    expect(cellsOf(text)).toEqual(cells);
  });

  it("names the line on which a row begins, and on which reading stopped", () => {
    const parsed = parseCsv('a,b\n\n"een\ntwee",2\n3,4');
    expect(parsed.ok && parsed.rows.map(({ line }) => line)).toEqual([1, 3, 5]);
    expect(parseCsv('a\n"een\ntwee"\n"open')).toEqual({ ok: false, line: 4, kind: "aanhalingsteken_open" });
  });

  const aCell = fc
    .string({ unit: fc.constantFrom(..."ab é,;\"'\n\t0".split(""), "ZZ") })
    .map((text) => text.trim());
  const aTable = fc
    .array(fc.array(aCell, { minLength: 2, maxLength: 4 }), { maxLength: 6 })
    .map((rows) => rows.filter((cells) => cells.some((cell) => cell !== "")));

  it.each([",", ";"])("reads back what was written with %s, whatever stands in the cells", (separator) => {
    fc.assert(
      fc.property(
        aTable,
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        fc.boolean(),
        (rows, end, always, last) => {
          const head = ["kop", "staart"];
          const text = write([head, ...rows], { separator, end, always }) + (last ? end : "");
          expect(cellsOf(text)).toEqual([head, ...rows]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("ends, whatever it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ",", ";", "\n", "\r", "a", "\uFEFF") }), (text) => {
        expect(parseCsv(text)).toHaveProperty("ok");
      }),
      { numRuns: 500 },
    );
  });
});
