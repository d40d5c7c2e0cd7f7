import { type FindingType, findingTypes, screenText } from "#domain/screening.ts";
import type { Labelled } from "./read.ts";

export interface Measured {
  /** Of the words that must be found, the share that was found as what they are; by kind. */
  readonly recall: Readonly<Partial<Record<FindingType, number>>>;
  /** Of the lines in which something must be found, the share in which anything was. */
  readonly warned: number;
  /** Of the lines in which nothing must be found, the share in which something was. */
  readonly falseAlarms: number;
  readonly missed: readonly string[];
  readonly alarms: readonly string[];
}

/** The day on which the lines are read: a date of a meeting lies around it, one of birth years before. */
const today = Temporal.PlainDate.from("2026-11-28");

export function measure(lines: readonly Labelled[]): Measured {
  const found = lines.map((line) => ({
    ...line,
    findings: screenText(line.text, undefined, today).findings,
  }));
  const missed: string[] = [];
  const recall: Partial<Record<FindingType, number>> = {};
  for (const type of findingTypes) {
    const wanted = found.flatMap(({ text, spans, findings }) =>
      spans
        .filter((span) => span.type === type)
        .map((span) => {
          const hit = findings.some(
            (one) => one.type === type && one.start < span.end && span.start < one.end,
          );
          if (!hit) missed.push(`${type}: ${text.slice(span.start, span.end)} | ${text}`);
          return hit;
        }),
    );
    if (wanted.length > 0) recall[type] = wanted.filter(Boolean).length / wanted.length;
  }
  const [dirty, clean] = [
    found.filter(({ spans }) => spans.length > 0),
    found.filter(({ spans }) => spans.length === 0),
  ];
  const alarmed = clean.filter(({ findings }) => findings.length > 0);
  return {
    recall,
    warned: dirty.filter(({ findings }) => findings.length > 0).length / Math.max(1, dirty.length),
    falseAlarms: alarmed.length / Math.max(1, clean.length),
    missed,
    alarms: alarmed.map(
      ({ text, findings }) =>
        `${findings.map((f) => `${f.type}:${text.slice(f.start, f.end)}`).join(", ")} | ${text}`,
    ),
  };
}
