import { createInterface } from "node:readline";
import { z } from "zod/v4";
import { screenText } from "#domain/screening.ts";
import type { Known } from "#domain/screening-name.ts";
import { amsterdam } from "#domain/today.ts";
import { giveWoordenlijst } from "#domain/woordenlijst.ts";
import { readWoordenlijst } from "#outside/woordenlijst.ts";
import { type Command, noArguments } from "./output.ts";

const known: z.ZodType<Known> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.null(),
    z.boolean().transform(() => null),
    z.array(known),
    z.record(z.string(), known),
  ]),
);
const lineSchema = z.looseObject({ text: z.string(), known: known.optional() });

/** One line of text to what was found in it; the day tells a date of birth from one of a meeting. An error says what is wrong with the line and repeats nothing of it. */
export function screenLine(
  line: string,
  today: Temporal.PlainDate,
): { readonly ok: boolean; readonly value: object } {
  const wrong = (message: string) => ({ ok: false, value: { error: { code: "onleesbaar", message } } });
  let sent: unknown;
  try {
    sent = JSON.parse(line.replace(/^\uFEFF/, ""));
  } catch {
    return wrong("Deze regel is geen JSON.");
  }
  const parsed = lineSchema.safeParse(sent);
  if (!parsed.success) return wrong('Deze regel heeft geen "text", of "known" klopt niet.');
  const { findings, refused } = screenText(parsed.data.text, parsed.data.known, today);
  return { ok: true, value: { findings, refused } };
}

export const screenTextCommand: Command = {
  about: "Kijkt teksten na: JSON-regels met text op stdin, op elke regel terug wat erin is gevonden.",
  usage: `zorgronde screen-text < teksten.jsonl
  {"text":"…","known"?:{…}} → {"findings":[{"start","end","type"}],"refused":…}
  Een regel die niet te lezen is, geeft {"error":…} op haar plaats; de opdracht eindigt dan met 1.`,
  async run(args, io) {
    noArguments(args);
    giveWoordenlijst(readWoordenlijst);
    let good = true;
    const today = Temporal.Now.plainDateISO(amsterdam);
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === "") continue;
      const { ok, value } = screenLine(line, today);
      good &&= ok;
      io.out(value);
    }
    return good ? 0 : 1;
  },
};
