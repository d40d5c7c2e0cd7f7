/** How good the screening is on lines of which somebody marked what must be found. */
import { z } from "zod/v4";
import { type Finding, type FindingType, findingTypes } from "./screening.ts";
import type { Known } from "./screening-name.ts";

export const knownSchema: z.ZodType<Known> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(knownSchema), z.record(z.string(), knownSchema)]),
);

export const markedLineSchema = z.object({
  text: z.string(),
  known: knownSchema.optional(),
  /** Empty for a line in which nothing may be found. */
  spans: z.array(
    z.object({
      start: z.number(),
      end: z.number(),
      type: z.enum(findingTypes),
      /** A name without its capital, or one that is a word as well: counted apart. */
      small: z.boolean().optional(),
    }),
  ),
});
export type MarkedLine = z.infer<typeof markedLineSchema>;

export interface Recall {
  readonly spans: number;
  /** Overlapped by a finding of the same type, and by a finding of any type. */
  readonly found: number;
  readonly pointedOut: number;
}

export interface Measure {
  readonly lines: number;
  readonly recall: Readonly<Partial<Record<FindingType | "small name", Recall>>>;
  /** Lines with something to find: how many, and how many got at least one finding. */
  readonly warned: { readonly lines: number; readonly found: number };
  /** Lines with nothing to find: how many, how many got a finding, and of which types. */
  readonly alarms: {
    readonly lines: number;
    readonly found: number;
    readonly types: Readonly<Partial<Record<FindingType, number>>>;
  };
}

export interface Measured extends MarkedLine {
  readonly findings: readonly Finding[];
}

type Marked = MarkedLine["spans"][number];
const overlaps = (a: Finding | Marked, b: Marked): boolean => a.start < b.end && b.start < a.end;

export const isFound = ({ findings }: Measured, span: Marked): boolean =>
  findings.some((finding) => finding.type === span.type && overlaps(finding, span));
const isPointedOut = ({ findings }: Measured, span: Marked): boolean =>
  findings.some((finding) => overlaps(finding, span));

export function measured(lines: readonly Measured[]): Measure {
  const recall: Partial<Record<FindingType | "small name", Recall>> = {};
  for (const type of [...findingTypes, "small name" as const]) {
    const all = lines.flatMap((line) =>
      line.spans.filter((span) => kindOf(span) === type).map((span) => ({ line, span })),
    );
    if (all.length === 0) continue;
    recall[type] = {
      spans: all.length,
      found: all.filter(({ line, span }) => isFound(line, span)).length,
      pointedOut: all.filter(({ line, span }) => isPointedOut(line, span)).length,
    };
  }
  const [marked, clean] = [lines.filter(({ spans }) => spans.length > 0), lines.filter(({ spans }) => spans.length === 0)];
  const alarmed = clean.filter(({ findings }) => findings.length > 0);
  const types = findingTypes.map((type) => [type, alarmed.filter((l) => l.findings.some((f) => f.type === type)).length] as const);
  return {
    lines: lines.length,
    recall,
    warned: { lines: marked.length, found: marked.filter(({ findings }) => findings.length > 0).length },
    alarms: { lines: clean.length, found: alarmed.length, types: Object.fromEntries(types.filter(([, count]) => count > 0)) },
  };
}

const kindOf = (span: Marked): FindingType | "small name" =>
  span.type === "name" && span.small === true ? "small name" : span.type;
