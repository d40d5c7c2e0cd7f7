/** How long the screening takes for one line, beside the patterns for numbers and addresses alone, in the same run. */
import { type FindingType, screenText } from "#domain/screening.ts";
import { bareBsns, ibans, usualPhones } from "#domain/screening-number.ts";
import { addresses, emails, postcodes } from "#domain/screening-place.ts";
import { viewOf } from "#domain/screening-view.ts";
import { givenWoordenlijst, giveWoordenlijst } from "#domain/woordenlijst.ts";
import { readWoordenlijst } from "#outside/woordenlijst.ts";
import { measure } from "#test/domain/screening-set/measure.ts";
import { labelledLines } from "#test/domain/screening-set/read.ts";

const round = (n: number) => Math.round(n * 10_000) / 10_000;

export async function run(say: (line: object) => void): Promise<void> {
  giveWoordenlijst(readWoordenlijst);
  const begun = performance.now();
  givenWoordenlijst();
  say({ bench: "screen", figure: "words_read_ms", value: Math.round(performance.now() - begun) });
  const files = [
    "ontwikkeling.jsonl",
    "apart.jsonl",
    "vers.jsonl",
    "vers-2.jsonl",
    "vers-3.jsonl",
    "vers-4.jsonl",
    "school.txt",
    "vers.txt",
    "vreemd.jsonl",
    "vers-5.txt",
  ];
  const texts = files.flatMap((file) => labelledLines(file).map(({ text }) => text));
  const patterns = (text: string) => {
    const view = viewOf(text);
    for (const find of [ibans, bareBsns, usualPhones, emails, addresses, postcodes]) find(view);
  };
  const [baseline, figure] = [perLine(texts, patterns), perLine(texts, (text) => screenText(text))];
  say({
    bench: "screen",
    figure: "ms_per_line",
    value: round(figure),
    baseline: round(baseline),
    ratio: round(figure / baseline),
    lines: texts.length,
  });
  for (const file of files) {
    const { recall, warned, falseAlarms } = measure(labelledLines(file));
    const kinds = Object.fromEntries(
      (Object.entries(recall) as [FindingType, number][]).map(([type, share]) => [type, round(share)]),
    );
    say({
      bench: "screen",
      figure: "recall",
      file,
      ...kinds,
      warned: round(warned),
      falseAlarms: round(falseAlarms),
    });
  }
}

/** The median of nine rounds over all lines. */
function perLine(texts: readonly string[], run: (text: string) => unknown): number {
  const rounds = Array.from({ length: 9 }, () => {
    const begun = performance.now();
    for (const text of texts) run(text);
    return (performance.now() - begun) / texts.length;
  });
  return rounds.sort((a, b) => a - b)[4] ?? 0;
}
