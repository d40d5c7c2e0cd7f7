import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FindingType } from "#domain/screening.ts";

export interface Labelled {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly type: FindingType }[];
}

/** One line of text a line; {type:words} marks what must be found, with ? behind it when it may be either way. */
export function labelledLines(file: string): readonly Labelled[] {
  const lines = readFileSync(join(import.meta.dirname, file), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  return file.endsWith(".jsonl") ? lines.map((line) => JSON.parse(line)) : lines.map(read);
}

function read(line: string): Labelled {
  let text = "";
  let from = 0;
  const spans: Labelled["spans"][number][] = [];
  for (const m of line.matchAll(/\{(\w+):([^}]*)\}(\?)?/g)) {
    text += line.slice(from, m.index);
    const words = m[2] ?? "";
    if (!m[3]) spans.push({ start: text.length, end: text.length + words.length, type: m[1] as FindingType });
    text += words;
    from = m.index + m[0].length;
  }
  return { text: text + line.slice(from), spans };
}
