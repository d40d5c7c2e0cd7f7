/** What `decide-consent` is told, in the words of the contract, made into the facts of the domain; missing is not known. */
import { z } from "zod/v4";
import {
  antwoordsoortenConsent,
  antwoordvormenConsent,
  type ConsentAntwoordsoort,
  type ConsentFacts,
  type ConsentGezag,
  type ConsentRol,
  consentDoelen,
  consentGezag,
  informatiestanden,
} from "#domain/consent-facts.ts";
import { veiligeInstelling } from "#domain/consent-setting.ts";
import { amsterdam } from "#domain/today.ts";
import { gebeurtenisOf, isOts } from "./consent-gebeurtenis.ts";

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
const words = new Map(Object.entries(rollen).map(([word, rol]) => [rol, word]));
export const roleWord = (rol: ConsentRol): string => words.get(rol) ?? rol;
const rolSchema = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .transform((word): ConsentRol => rollen[word.toUpperCase()] ?? word.toUpperCase());

/** A day, or a moment; with an offset it is told in Amsterdam. Of a day nobody knows the hour. */
interface Moment {
  readonly begin: Temporal.PlainDateTime;
  readonly eind: Temporal.PlainDateTime;
}
function momentOf(text: string): Moment | null {
  if (!/^\d{4}-/.test(text)) return null;
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
      const day = Temporal.PlainDate.from(text);
      return { begin: day.toPlainDateTime(), eind: day.toPlainDateTime("23:59:59.999") };
    }
    const at = /(?:[zZ]|[+-]\d{2}:?\d{2})$/.test(text)
      ? Temporal.Instant.from(text).toZonedDateTimeISO(amsterdam).toPlainDateTime()
      : Temporal.PlainDateTime.from(text);
    return { begin: at, eind: at };
  } catch {
    return null; // the schema says which field it was
  }
}
/** One transform, not two in a row: the second would run on what the first could not read. */
const dated = <T>(pick: (moment: Moment) => T) =>
  z.string().transform((text, context) => {
    const read = momentOf(text);
    if (read) return pick(read);
    context.addIssue({ code: "custom", message: "geen datum" });
    return z.NEVER;
  });
const momentSchema = dated((moment) => moment);
const daySchema = dated(({ begin }) => begin.toPlainDate());

const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);
const listOf = <T extends z.ZodType>(schema: T) =>
  z
    .array(schema)
    .nullish()
    .transform((list) => list ?? []);

export const sentFactsSchema = z.looseObject({
  now: maybe(momentSchema),
  meeting: maybe(z.looseObject({ date: maybe(daySchema), participants: z.array(rolSchema).nullish() })),
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
      objectionDeadline: maybe(momentSchema),
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
      validUntil: maybe(daySchema),
      excludedTopics: listOf(z.string()),
    }),
  ),
  exception: maybe(
    z.looseObject({
      requestedBy: maybe(rolSchema),
      decidedBy: maybe(rolSchema),
      decidedAt: maybe(momentSchema),
      motivation: maybe(z.union([z.string(), z.boolean()])),
      documented: maybe(z.boolean()),
      participants: listOf(rolSchema),
      validUntil: maybe(daySchema),
      mandate: maybe(z.boolean()),
    }),
  ),
  events: listOf(z.looseObject({ kind: z.string(), at: maybe(momentSchema), party: maybe(z.string()) })),
});
type Sent = z.infer<typeof sentFactsSchema>;

/** `clock`: where nothing says what day it is. */
export function factsOf(sent: Sent, clock: Temporal.PlainDateTime): ConsentFacts {
  const { meeting, pupil, answers } = sent;
  const day = meeting?.date;
  const nu = sent.now?.begin ?? day?.toPlainDateTime() ?? clock;
  return {
    nu,
    ronde: meeting ? { datum: day ?? nu.toPlainDate(), deelnemers: meeting.participants ?? null } : null,
    leerling: { leeftijden: agesOf(pupil), wilsbekwaam: pupil?.wilsbekwaam ?? true },
    gezag: gezagOf(sent),
    vraag: vraagOf(sent.request),
    antwoorden: answers.map(({ party, kind, form, at }) => ({
      partij: party,
      soort: kind,
      vorm: form,
      // On one day a no goes after a yes, whatever its hour was.
      op: (isNo(kind) ? at?.eind : at?.begin) ?? null,
    })),
    reikwijdte: sent.scope && {
      partners: sent.scope.recipients,
      onderwerp: sent.scope.topic,
      geldigTot: sent.scope.validUntil,
      uitgesloten: sent.scope.excludedTopics,
    },
    uitzondering: uitzonderingOf(sent.exception),
    gebeurtenissen: sent.events.flatMap(({ kind, at, party }) => {
      const soort = gebeurtenisOf(kind);
      return soort ? [{ soort, op: at?.eind ?? null, partij: party }] : [];
    }),
    instelling: veiligeInstelling,
    akkoordRegie: null,
  };
}

/** In the VO a pupil of whom the age is not known may be sixteen: both rules hold. */
function agesOf(pupil: Sent["pupil"]): readonly number[] {
  if (pupil?.age != null) return [Math.floor(pupil.age)];
  return pupil?.sector?.toUpperCase() === "VO" ? [15, 16] : [];
}

const ofTwo: ReadonlySet<ConsentGezag> = new Set([
  "beide_ouders",
  "ouder_en_niet_ouder",
  "gezamenlijke_voogdij",
]);

/** Books that say two and name one are not checked. */
function gezagOf({ gezag, events }: Sent): ConsentFacts["gezag"] {
  const holders = [...new Set(gezag?.holders ?? [])];
  const soort = gezag?.type ?? typeOf(holders);
  return {
    soort,
    houders: holders,
    gecontroleerd: (gezag?.verified ?? gezag !== null) && !(ofTwo.has(soort) && holders.length === 1),
    toezicht: Boolean(gezag?.supervisor) || events.some(({ kind }) => isOts(kind)),
    deels: gezag?.partialTo ?? [],
  };
}

function typeOf(holders: readonly string[]): ConsentGezag {
  if (holders.length === 0) return "onbekend";
  if (holders.includes("voogd")) return holders.length > 1 ? "gezamenlijke_voogdij" : "voogdij_instelling";
  return holders.length > 1 ? "beide_ouders" : "een_ouder";
}

function vraagOf(request: Sent["request"]): ConsentFacts["vraag"] {
  return {
    grondslag: request?.mode ?? "geen",
    doel: request?.purpose ?? "bespreking_szt",
    informatie: request?.infoGiven ?? null,
    geinformeerdOp: request?.infoAt?.begin ?? null,
    bezwaarTot: request?.objectionDeadline?.eind ?? null,
    tekstHerkenbaar: request?.textIdentifying ?? false,
    externWilInhoud: request?.externalWants === "inhoud",
  };
}

function uitzonderingOf(exception: Sent["exception"]): ConsentFacts["uitzondering"] {
  if (!exception) return null;
  const { motivation } = exception;
  return {
    gevraagdDoor: exception.requestedBy,
    beslotenDoor: exception.decidedBy,
    beslotenOp: exception.decidedAt?.begin ?? null,
    gemotiveerd: typeof motivation === "string" ? motivation.trim() !== "" : motivation === true,
    gedocumenteerd: exception.documented ?? false,
    deelnemers: exception.participants,
    geldigTot: exception.validUntil,
    mandaat: exception.mandate ?? false,
  };
}

function isNo(kind: ConsentAntwoordsoort): boolean {
  return kind === "weigering" || kind === "bezwaar" || kind === "ingetrokken";
}
