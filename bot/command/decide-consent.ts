import { createInterface } from "node:readline";
import { besluitConsent } from "#domain/consent.ts";
import type { ConsentBesluit, ConsentKanaalveld } from "#domain/consent-besluit.ts";
import { amsterdam } from "#domain/today.ts";
import { factsOf, roleWord, sentFactsSchema } from "./consent-facts.ts";
import { type Command, noArguments } from "./output.ts";

const fieldWords: Readonly<Record<ConsentKanaalveld, string>> = {
  caseRef: "caseRef",
  fase: "status",
  regierolFunctie: "regierolRole",
  volgendeDatum: "nextDate",
  loketDoorgezet: "loketForwarded",
  anoniemeConsultatie: "anonymousConsultation",
};
const whoWords: Readonly<Record<ConsentBesluit["taken"][number]["rol"], string>> = {
  ib: "IB",
  directeur: "DIR",
  bot: "BOT",
};

function asContract(besluit: ConsentBesluit): object {
  const { geldigTot } = besluit;
  return {
    discuss: besluit.bespreken,
    nameVisibleTo: besluit.naamVoor.map(roleWord),
    channel: {
      post: besluit.kanaal.plaatsen,
      fields: besluit.kanaal.velden.map((veld) => fieldWords[veld]),
    },
    externals: besluit.extern,
    regierol: besluit.regierol,
    tasks: besluit.taken.map(({ code, rol, uiterlijk }) => ({
      code,
      role: whoWords[rol],
      ...(uiterlijk ? { due: uiterlijk.toString() } : {}),
    })),
    reasons: besluit.redenen,
    missing: besluit.ontbreekt.map(({ reden, partij }) => ({ reason: reden, party: partij })),
    stillToAsk: besluit.nogVragen,
    ...(geldigTot ? { validUntil: geldigTot.toString() } : {}),
  };
}

/** One line of facts to one line of decision, or to what is wrong with it; nothing of the line is repeated. */
export function decideLine(line: string, clock: Temporal.PlainDateTime): { ok: boolean; value: object } {
  const wrong = (message: string) => ({ ok: false, value: { error: { code: "onleesbaar", message } } });
  let sent: unknown;
  try {
    sent = JSON.parse(line.replace(/^\uFEFF/, ""));
  } catch {
    return wrong("Deze regel is geen JSON.");
  }
  const parsed = sentFactsSchema.safeParse(sent);
  if (parsed.success) return { ok: true, value: asContract(besluitConsent(factsOf(parsed.data, clock))) };
  const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.join(".") || "regel"))];
  return wrong(`Deze velden kloppen niet: ${fields.join(", ")}.`);
}

export const decideConsent: Command = {
  about: "Beslist over toestemming: JSON-regels met feiten op stdin, op elke regel een besluit terug.",
  usage: `zorgronde decide-consent < feiten.jsonl
  Een regel die niet te lezen is, geeft {"error":…} op haar plaats; de opdracht eindigt dan met 1.`,
  async run(args, io) {
    noArguments(args);
    let good = true;
    const clock = Temporal.Now.plainDateTimeISO(amsterdam);
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === "") continue;
      const { ok, value } = decideLine(line, clock);
      good &&= ok;
      io.out(value);
    }
    return good ? 0 : 1;
  },
};
