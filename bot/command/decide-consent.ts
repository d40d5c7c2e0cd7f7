import { createInterface } from "node:readline";
import { z } from "zod/v4";
import { besluitConsent } from "#domain/consent.ts";
import {
  antwoordsoortenConsent,
  antwoordvormenConsent,
  type ConsentBesluit,
  type ConsentFacts,
  type ConsentGebeurtenis,
  type ConsentKanaalveld,
  type ConsentRol,
  consentDoelen,
  consentGezag,
  informatiestanden,
  veiligeInstelling,
} from "#domain/consent-facts.ts";
import { amsterdam } from "#domain/today.ts";
import { type Command, noArguments } from "./output.ts";

/** The words of the contract for functions and places; any other word is a place of its own, the same on both sides. */
const rollen: Readonly<Record<string, ConsentRol>> = {
  IB: "ib",
  COO: "coo",
  SMW: "smw",
  WIJKTEAM: "wijkteam",
  PPO: "scp",
  BPO: "bpo",
  ORTHO: "orthopedagoog",
  JGZ: "jeugdverpleegkundige",
  LPA: "leerplicht",
  DIR: "directeur",
  DIR_PLV: "directeur_plv",
  JB: "jeugdbeschermer",
  REGIEROL: "regierolhouder",
  GAST: "gast",
  WIJKAGENT: "politie",
};
const woorden = new Map(Object.entries(rollen).map(([word, rol]) => [rol, word]));
const rolSchema = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .transform((word): ConsentRol => rollen[word.toUpperCase()] ?? word.toUpperCase());
const woordVan = (rol: ConsentRol) => woorden.get(rol) ?? rol;

/** A day, or a moment; with an offset it is told in Amsterdam. `eind`: a day stands for its end. */
function moment(text: string, eind = false): Temporal.PlainDateTime | null {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
      const day = Temporal.PlainDate.from(text);
      return day.toPlainDateTime(eind ? "23:59:59.999" : undefined);
    }
    if (/(?:[zZ]|[+-]\d{2}:?\d{2})$/.test(text)) {
      return Temporal.Instant.from(text).toZonedDateTimeISO(amsterdam).toPlainDateTime();
    }
    return Temporal.PlainDateTime.from(text);
  } catch {
    return null; // the schema says which field it was
  }
}
const momentOf = (eind: boolean) =>
  z.string().transform((text, context) => {
    const read = moment(text, eind);
    if (read) return read;
    context.addIssue({ code: "custom", message: "geen datum" });
    return z.NEVER;
  });
const momentSchema = momentOf(false);
const dagSchema = momentSchema.transform((read) => read.toPlainDate());

const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);
const listOf = <T extends z.ZodType>(schema: T) =>
  z
    .array(schema)
    .nullish()
    .transform((list) => list ?? []);

/** What we make of the kinds of events that somebody may write; the first row that fits. Others change nothing. */
const gebeurtenisWoorden: readonly (readonly [RegExp, ConsentGebeurtenis])[] = [
  [/ouders?_?(?:niet|geen)|(?:niet|geen)\w*_ouders?/, "ouders_niet_informeren"],
  [/intrek|ingetrokken|withdraw/, "intrekking"],
  [/bezwaar|objection/, "bezwaar"],
  [/weiger|refus/, "weigering"],
  [/andere_school|nieuwe_school|schoolwissel|school_gewisseld|overstap/, "andere_school"],
  [/van_school|uitgeschreven|verhuis|school_verlaten|vertrokken/, "van_school_af"],
  [/zestien|16|meerderjarig|leeftijd/, "zestien_geworden"],
  [/andere_vraag|nieuwe_vraag|ander_doel|ander_onderwerp|vraag_gewijzigd/, "andere_vraag"],
  [/gezag/, "gezag_gewijzigd"],
  [/afgesloten|gesloten|beeindigd|closed/, "afgesloten"],
  [/gedeeld|verstrekt|verstuurd|verzonden|ontvangen|besproken|doorgegeven|shared|sent/, "gedeeld"],
  [/gevaar|mishandel|onveilig|huiselijk_geweld|misbruik|meldcode|crisis|veiligheid|signaal/, "gevaar"],
];
function gebeurtenisVan(kind: string): ConsentGebeurtenis | null {
  const word = kind.toLowerCase().replace(/[\s-]+/g, "_");
  return gebeurtenisWoorden.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

const factsSchema = z.looseObject({
  now: maybe(momentSchema),
  meeting: maybe(z.looseObject({ date: maybe(dagSchema), participants: z.array(rolSchema).nullish() })),
  pupil: maybe(
    z.looseObject({
      age: maybe(z.number().min(0).max(120)),
      sector: maybe(z.string()),
      wilsbekwaam: maybe(z.boolean()),
    }),
  ),
  gezag: maybe(
    z.looseObject({
      type: maybe(z.enum(consentGezag)),
      holders: listOf(z.string()),
      verified: maybe(z.boolean()),
      supervisor: maybe(z.string()),
      partialTo: listOf(z.string()),
    }),
  ),
  request: maybe(
    z.looseObject({
      mode: maybe(z.enum(["schriftelijk", "instemming", "anoniem", "uitzondering", "geen"])),
      purpose: maybe(z.enum(consentDoelen)),
      infoGiven: maybe(z.enum(informatiestanden)),
      infoAt: maybe(momentSchema),
      objectionDeadline: maybe(momentOf(true)),
      textIdentifying: maybe(z.boolean()),
      externalWants: maybe(z.string()),
    }),
  ),
  answers: listOf(
    z.looseObject({
      party: z.string(),
      kind: z.enum(antwoordsoortenConsent),
      form: maybe(z.enum(antwoordvormenConsent)),
      at: maybe(momentSchema),
    }),
  ),
  scope: maybe(
    z.looseObject({
      recipients: listOf(rolSchema),
      topic: maybe(z.string()),
      validUntil: maybe(dagSchema),
      excludedTopics: listOf(z.string()),
    }),
  ),
  exception: maybe(
    z.looseObject({
      decidedBy: maybe(rolSchema),
      decidedAt: maybe(momentSchema),
      motivation: maybe(z.union([z.string(), z.boolean()])),
      documented: maybe(z.boolean()),
      participants: listOf(rolSchema),
      validUntil: maybe(dagSchema),
      mandate: maybe(z.boolean()),
    }),
  ),
  events: listOf(z.looseObject({ kind: z.string(), at: maybe(momentSchema), party: maybe(z.string()) })),
});
type Sent = z.infer<typeof factsSchema>;

function factsOf(sent: Sent, clock: Temporal.PlainDateTime): ConsentFacts {
  const { meeting, pupil, gezag, request, scope, exception } = sent;
  const at = meeting?.date;
  return {
    nu: sent.now ?? at?.toPlainDateTime() ?? clock,
    ronde: meeting
      ? { datum: at ?? (sent.now ?? clock).toPlainDate(), deelnemers: meeting.participants ?? null }
      : null,
    leerling: {
      leeftijden: pupil?.age == null ? [] : [Math.floor(pupil.age)],
      wilsbekwaam: pupil?.wilsbekwaam ?? true,
    },
    gezag: {
      soort: gezag?.type ?? (gezag && gezag.holders.length > 0 ? soortVan(gezag.holders) : "onbekend"),
      houders: gezag?.holders ?? [],
      gecontroleerd: gezag?.verified ?? gezag !== null,
      toezicht: gezag?.supervisor != null && gezag.supervisor !== "",
      deels: gezag?.partialTo ?? [],
    },
    vraag: {
      grondslag: request?.mode ?? "geen",
      doel: request?.purpose ?? "bespreking_szt",
      informatie: request?.infoGiven ?? null,
      geinformeerdOp: request?.infoAt ?? null,
      bezwaarTot: request?.objectionDeadline ?? null,
      tekstHerkenbaar: request?.textIdentifying ?? false,
      externWilInhoud: request?.externalWants === "inhoud",
    },
    antwoorden: sent.answers.map(({ party, kind, form, at: op }) => ({
      partij: party,
      soort: kind,
      vorm: form,
      op,
    })),
    reikwijdte: scope && {
      partners: scope.recipients,
      onderwerp: scope.topic,
      geldigTot: scope.validUntil,
      uitgesloten: scope.excludedTopics,
    },
    uitzondering: exception && {
      beslotenDoor: exception.decidedBy,
      beslotenOp: exception.decidedAt,
      gemotiveerd:
        typeof exception.motivation === "string"
          ? exception.motivation.trim() !== ""
          : exception.motivation === true,
      gedocumenteerd: exception.documented ?? false,
      deelnemers: exception.participants,
      geldigTot: exception.validUntil,
      mandaat: exception.mandate ?? false,
    },
    gebeurtenissen: sent.events.flatMap(({ kind, at: op, party }) => {
      const soort = gebeurtenisVan(kind);
      return soort ? [{ soort, op, partij: party }] : [];
    }),
    instelling: veiligeInstelling,
    akkoordRegie: null,
  };
}

function soortVan(holders: readonly string[]): ConsentFacts["gezag"]["soort"] {
  if (holders.includes("voogd")) return holders.length > 1 ? "gezamenlijke_voogdij" : "voogdij_instelling";
  return holders.length > 1 ? "beide_ouders" : "een_ouder";
}

const veldWoorden: Readonly<Record<ConsentKanaalveld, string>> = {
  caseRef: "caseRef",
  fase: "status",
  regierolFunctie: "regierolRole",
  volgendeDatum: "nextDate",
  loketDoorgezet: "loketForwarded",
  anoniemeConsultatie: "anonymousConsultation",
};
const taakRollen: Readonly<Record<ConsentBesluit["taken"][number]["rol"], string>> = {
  ib: "IB",
  directeur: "DIR",
  bot: "BOT",
  houder: "REGIEROL",
};

function asContract(besluit: ConsentBesluit): object {
  return {
    discuss: besluit.bespreken,
    nameVisibleTo: besluit.naamVoor.map(woordVan),
    channel: {
      post: besluit.kanaal.plaatsen,
      fields: besluit.kanaal.velden.map((veld) => veldWoorden[veld]),
    },
    externals: besluit.extern,
    regierol: besluit.regierol,
    tasks: besluit.taken.map(({ code, rol, uiterlijk }) => ({
      code,
      role: taakRollen[rol],
      ...(uiterlijk ? { due: uiterlijk.toString() } : {}),
    })),
    reasons: besluit.redenen,
  };
}

/** One line of facts to one line of decision; null when the line cannot be read. */
export function decideLine(line: string, clock: Temporal.PlainDateTime): { ok: boolean; value: object } {
  const wrong = (message: string) => ({ ok: false, value: { error: { code: "onleesbaar", message } } });
  let sent: unknown;
  try {
    sent = JSON.parse(line);
  } catch {
    return wrong("Deze regel is geen JSON.");
  }
  const parsed = factsSchema.safeParse(sent);
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
