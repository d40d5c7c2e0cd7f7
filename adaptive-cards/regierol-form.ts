/** What the forms around the regierol have in common: lenient fields, and the sentence for a refused one. */
import { z } from "zod/v4";
import type { RegierolProbleem, RegierolProblemen } from "#domain/terugkoppeling.ts";
import { readDate } from "#domain/tijd.ts";
import { formatDate, join, partijLabel } from "./word.ts";

/** A date that was left out or cannot be read is empty; the rule then says what is wrong. */
export const dateField = z
  .string()
  .max(40)
  .catch("")
  .transform((text) => readDate(text));

/** One code of a list; anything else is empty. */
export function codeField<Code extends string>(codes: readonly Code[]) {
  return z
    .string()
    .max(80)
    .catch("")
    .transform((text): Code | null => codes.find((code) => code === text) ?? null);
}

/** Codes joined by commas, as a menu of more choices sends them; what is not in the list falls away. */
export function codesField<Code extends string>(codes: readonly Code[]) {
  return z
    .string()
    .max(400)
    .catch("")
    .transform((text): readonly Code[] => {
      const parts = text.split(",");
      return codes.filter((code) => parts.includes(code));
    });
}

export const personField = z.uuid().nullable().catch(null);

const sentence: {
  [Kind in RegierolProbleem["kind"]]: (problem: Extract<RegierolProbleem, { kind: Kind }>) => string;
} = {
  leeg: () => "dit is nog leeg.",
  toekomst: () => "deze datum is nog niet geweest.",
  voorbij: () => "deze datum is al voorbij.",
  te_vroeg: ({ vanaf }) => `kies ${formatDate(vanaf)} of later.`,
  niet_iedereen: ({ ontbreekt }) =>
    `vraag ook akkoord aan ${join(ontbreekt.map((partij) => partijLabel[partij].toLowerCase()))}.`,
  geen_schooldag: ({ volgende }) => `dan is de school dicht. Kies bijvoorbeeld ${formatDate(volgende)}.`,
  te_ver: ({ uiterlijk }) => `kies ${formatDate(uiterlijk)} of eerder.`,
  niet_in_team: () => "deze persoon zit niet meer in het team. Kies iemand anders.",
};

/** The sentence for one field; undefined when nothing is wrong with it. */
export function fieldWords<Veld extends string>(
  problemen: RegierolProblemen<Veld> | undefined,
  veld: Veld,
): { readonly error?: string } {
  const problem: RegierolProbleem | undefined = problemen?.[veld];
  if (!problem) return {};
  const say = sentence[problem.kind] as (problem: RegierolProbleem) => string;
  return { error: say(problem) };
}
