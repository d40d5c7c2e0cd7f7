/** RFC 4180, with "," or ";" as separator (Excel in Dutch writes ";"): rows of cells, each with the line it began on. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvResult =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  | {
      readonly ok: false;
      readonly line: number;
      readonly kind: "aanhalingsteken_open" | "tekst_na_aanhalingsteken";
    };

/** Reads the whole file. Empty lines are passed over; a byte-order mark is dropped. */
export function parseCsv(text: string): CsvResult {
  const source = text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  const separator = (source.split("\n", 1)[0] ?? "").includes(";") ? ";" : ",";
  const rows: CsvRow[] = [];
  let at = 0;
  let line = 1;
  while (at < source.length) {
    const started = line;
    const cells: string[] = [];
    for (;;) {
      const cell = readCell(source, at, separator);
      if (!cell.ok) return { ok: false, line, kind: cell.kind };
      cells.push(cell.text.trim());
      line += cell.text.split("\n").length - 1;
      at = cell.end;
      if (source[at] !== separator) break;
      at += 1;
    }
    at += 1;
    line += 1;
    if (cells.some((cell) => cell !== "")) rows.push({ line: started, cells });
  }
  return { ok: true, rows };
}

type Cell =
  | { readonly ok: true; readonly text: string; readonly end: number }
  | { readonly ok: false; readonly kind: "aanhalingsteken_open" | "tekst_na_aanhalingsteken" };

function readCell(source: string, start: number, separator: string): Cell {
  if (source[start] !== '"') {
    let end = start;
    while (end < source.length && source[end] !== separator && source[end] !== "\n") end += 1;
    return { ok: true, text: source.slice(start, end), end };
  }
  let text = "";
  let at = start + 1;
  for (;;) {
    const close = source.indexOf('"', at);
    if (close < 0) return { ok: false, kind: "aanhalingsteken_open" };
    text += source.slice(at, close);
    if (source[close + 1] !== '"') {
      const end = close + 1;
      const next = source[end];
      const ends = next === undefined || next === separator || next === "\n";
      return ends ? { ok: true, text, end } : { ok: false, kind: "tekst_na_aanhalingsteken" };
    }
    text += '"';
    at = close + 2;
  }
}
