/** The dialogs of a momentprik: what is asked, the own answer of who decides, another choice, and its end. */
import { z } from "zod/v4";
import type { Druk } from "#domain/afspraak.ts";
import { plaatsSchema } from "#domain/code.ts";
import type { TeamlidFeit } from "#domain/dossier.ts";
import { momentenMax, momentenMin, sluitTijd } from "#domain/momentprik.ts";
import type {
  MomentForm,
  MomentProbleem,
  PrikForm,
  PrikNieuwForm,
  PrikProblemen,
  UiterlijkProbleem,
} from "#domain/momentprik-form.ts";
import type { MomentprikGezien } from "#domain/momentprik-view.ts";
import { duurMax, duurMin } from "#domain/ronde-plan.ts";
import { plainDateSchema, plainTimeSchema } from "#domain/tijd.ts";
import { drukMeaning, drukUnknown, drukWords } from "./afspraak.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, notice } from "./card.ts";
import { choiceInput, dateInput, type Field, timeInput } from "./input.ts";
import { answerInputs, canWords } from "./momentprik.ts";
import { momentprikVerb } from "./momentprik-verb.ts";
import { closedWords, problemWords, uurInputs } from "./ronde-plan.ts";
import { list, smallPrint } from "./text.ts";
import { capital, formatDate, formatDateShort, formatTime, functieKort, join } from "./word.ts";

const places = Array.from({ length: momentenMax }, (_, index) => index + 1);
const fields = ["uiterlijk", "duur", "plaats", "link", "deelnemers"] as const;
const slotFields = places.flatMap((place) => [`datum${place}`, `begin${place}`]);

/** What was sent, field by field, to draw the form again as it was filled in. */
export type PrikSent = Readonly<Record<string, string>>;
type Errors = Readonly<Record<string, string>>;

const asText = z.union([z.string().max(4000), z.number().transform(String)]).catch("");
const loose = z.record(z.string(), z.unknown()).catch({});

export function prikSent(input: unknown): PrikSent {
  const sent = loose.parse(input);
  return Object.fromEntries([...slotFields, ...fields].map((name) => [name, asText.parse(sent[name])]));
}

/** With the hour that is usual, so that only days are left to choose. */
export function prikStart({
  begin,
  uiterlijk,
  deelnemers = [],
}: {
  readonly begin: Temporal.PlainTime;
  readonly uiterlijk: Temporal.PlainDate;
  readonly deelnemers?: readonly string[];
}): PrikSent {
  return prikSent({
    ...Object.fromEntries(places.map((place) => [`begin${place}`, formatTime(begin)])),
    uiterlijk: uiterlijk.toString(),
    duur: "60",
    plaats: "op_school_en_online",
    deelnemers: deelnemers.join(","),
  });
}

type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Errors };

/** Without a day a moment is not filled in, whatever its hour. */
export function parsePrik(sent: PrikSent): Parsed<PrikForm> {
  const error: Record<string, string> = {};
  const momenten = places.map((place): MomentForm | null => {
    const [day, hour] = [sent[`datum${place}`] ?? "", sent[`begin${place}`] ?? ""];
    if (day === "") return null;
    const datum = plainDateSchema.safeParse(day);
    const begin = plainTimeSchema.safeParse(hour);
    if (!datum.success) error[`datum${place}`] = "kies een dag.";
    if (!begin.success) error[`begin${place}`] = "kies een tijd, zoals 13:30.";
    return datum.success && begin.success ? { datum: datum.data, begin: begin.data } : null;
  });
  const uiterlijk = plainDateSchema.safeParse(sent.uiterlijk);
  if (!uiterlijk.success) error.uiterlijk = "kies een dag.";
  return uiterlijk.success && Object.keys(error).length === 0
    ? { ok: true, value: { momenten, uiterlijk: uiterlijk.data } }
    : { ok: false, error };
}

const idList = z
  .string()
  .transform((text) => text.split(",").filter((part) => part !== ""))
  .pipe(z.array(z.uuid()).max(60));
const nieuwFields = {
  duur: z.coerce.number().int().min(duurMin).max(duurMax),
  plaats: plaatsSchema,
  deelnemers: idList,
};
const badly: Readonly<Record<keyof typeof nieuwFields, string>> = {
  duur: `kies ${duurMin} tot ${duurMax} minuten.`,
  plaats: "kies een plaats uit de lijst.",
  deelnemers: "kies mensen uit de lijst.",
};

export function parsePrikNieuw(sent: PrikSent): Parsed<PrikNieuwForm> {
  const prik = parsePrik(sent);
  const nieuw = z.object(nieuwFields).safeParse(sent);
  if (prik.ok && nieuw.success) {
    const { duur: duurMinuten, plaats, deelnemers } = nieuw.data;
    const deelnameLink = sent.link ?? "";
    return { ok: true, value: { ...prik.value, nieuw: { duurMinuten, plaats, deelnameLink, deelnemers } } };
  }
  const wrong = nieuw.success ? [] : nieuw.error.issues.map(({ path }) => String(path[0]));
  const own = Object.entries(badly).filter(([name]) => wrong.includes(name));
  return { ok: false, error: { ...Object.fromEntries(own), ...(prik.ok ? {} : prik.error) } };
}

export function prikErrors({ momenten, teWeinig, ...rest }: PrikProblemen): Errors {
  const error: Record<string, string> = {};
  if (teWeinig) error.datum2 = `kies ten minste ${momentenMin === 2 ? "twee" : momentenMin} momenten.`;
  for (const [place, probleem] of Object.entries(momenten)) {
    const hour = probleem.kind === "buiten_de_dag" || probleem.kind === "te_laat_klaar";
    error[`${hour ? "begin" : "datum"}${Number(place) + 1}`] = momentProblemWords(probleem);
  }
  if (rest.uiterlijk) error.uiterlijk = deadlineWords(rest.uiterlijk);
  if (rest.deelnameLink) error.link = problemWords(rest.deelnameLink);
  if (rest.deelnemers) error.deelnemers = problemWords({ kind: rest.deelnemers });
  return error;
}

/** Why a moment cannot be, as a sentence without its capital. */
export function momentProblemWords(probleem: MomentProbleem): string {
  switch (probleem.kind) {
    case "dubbel":
      return "op die dag is al een ronde. Kies een andere dag.";
    case "twee_keer":
      return "dit moment staat er al.";
    case "nu_al":
      return "dan is de ronde nu al. Kies een ander moment.";
    default:
      return problemWords(probleem);
  }
}

function deadlineWords(probleem: UiterlijkProbleem): string {
  switch (probleem.kind) {
    case "voorbij":
      return "deze dag is voorbij. Kies een latere dag.";
    case "geen_schooldag":
      return `${closedWords(probleem.waarom)} Kies een schooldag.`;
    case "na_eerste":
      return `kies een dag voor het eerste moment, ${formatDate(probleem.eerste)}.`;
  }
}

export interface PrikDialog {
  readonly scholen: readonly string[];
  readonly sent: PrikSent;
  readonly errors?: Errors;
  /** For a new round: who can be asked. Null for one that stands. */
  readonly team: readonly Pick<TeamlidFeit, "persoonId" | "naam" | "functie">[] | null;
  readonly hoe: "nieuw" | "verzet" | "opnieuw";
  /** Outlook makes the link when nobody gives one. */
  readonly linkVanzelf?: boolean;
}

const hoeWords = {
  nieuw: {
    title: "Moment prikken",
    small: "Iedereen krijgt de vraag in de eigen chat. Jij kiest daarna, en dan plan ik het overleg.",
    verb: momentprikVerb.nieuwOpslaan,
  },
  verzet: {
    title: "Ander moment prikken",
    small: "De deelnemers krijgen de vraag. Tot jij kiest, blijft het overleg staan waar het staat.",
    verb: momentprikVerb.verzetOpslaan,
  },
  opnieuw: {
    title: "Andere momenten vragen",
    small: "Iedereen antwoordt opnieuw. De antwoorden van nu worden gewist.",
    verb: momentprikVerb.opnieuwOpslaan,
  },
} as const;

export function prikCard(
  { scholen, sent, errors = {}, team, hoe, linkVanzelf = false }: PrikDialog,
  token: Stamp,
): Card {
  const { title, small, verb } = hoeWords[hoe];
  return card({
    kind: "Datumprikker",
    title,
    subtitle: join(scholen),
    body: [
      ...slotInputs(sent, errors),
      dateInput({
        id: "uiterlijk",
        label: `Antwoorden tot en met (${formatTime(sluitTijd)} uur)`,
        value: sent.uiterlijk,
        error: errors.uiterlijk,
        required: "Kies een dag.",
      }),
      ...(team ? nieuwInputs(team, { sent, errors, linkVanzelf }) : []),
      smallPrint(small),
    ],
    actions: [submit({ title: "Verstuur de vraag", verb, token, style: "positive" })],
    fallbackText: "Formulier om een moment te prikken.",
  });
}

function slotInputs(sent: PrikSent, errors: Errors): readonly Field[] {
  return places.flatMap((place) => {
    const filled = (name: string) => ({ id: name, value: sent[name], error: errors[name] });
    const must = place <= momentenMin;
    return [
      dateInput({
        ...filled(`datum${place}`),
        label: `Moment ${place}${must ? "" : " (mag leeg)"}`,
        ...(must ? { required: "Kies een dag." } : {}),
      }),
      timeInput({ ...filled(`begin${place}`), label: "Begint om" }),
    ];
  });
}

function nieuwInputs(
  team: NonNullable<PrikDialog["team"]>,
  { sent, errors, linkVanzelf }: { sent: PrikSent; errors: Errors; linkVanzelf: boolean },
): readonly Field[] {
  const hour = { begin: "", duur: sent.duur ?? "", plaats: sent.plaats ?? "", link: sent.link ?? "" };
  // The hour stands beside each moment.
  const rest = uurInputs(hour, errors, { linkVanzelf }).filter(
    (field) => !("id" in field && field.id === "begin"),
  );
  return [...rest, peopleInput("Wie vraag je?", team, { value: sent.deelnemers, error: errors.deelnemers })];
}

function peopleInput(
  label: string,
  team: NonNullable<PrikDialog["team"]>,
  { value, error }: { readonly value?: string | undefined; readonly error?: string | undefined },
): Field {
  return choiceInput({
    id: "deelnemers",
    label,
    choices: team.map(({ persoonId, naam, functie }) => ({
      title: `${naam} (${functieKort[functie]})`,
      value: persoonId,
    })),
    style: "expanded",
    multi: true,
    value,
    error,
  });
}

export function antwoordCard({ momenten, scholen }: MomentprikGezien, token: Stamp, refused?: string): Card {
  return card({
    kind: "Datumprikker",
    title: "Wanneer kun je?",
    subtitle: join(scholen),
    body: [...(refused ? [notice("warning", refused)] : []), ...answerInputs(momenten)],
    actions: [
      submit({ title: "Bewaar mijn antwoord", verb: momentprikVerb.antwoord, token, style: "positive" }),
    ],
    fallbackText: "Aangeven wanneer je kunt.",
  });
}

export const kiesMomentSubmitted = z.object({ moment: z.uuid() });

/** How busy people are at each moment, as far as it is known; `onbekend`: it was asked and not answered. */
export type KiesDruk = ReadonlyMap<string, Druk> | "onbekend" | null;

/** Only what can still be. */
export function kiesMomentCard(
  { momenten, scholen, besluit }: MomentprikGezien,
  token: Stamp,
  agenda: KiesDruk = null,
): Card {
  const druk = agenda === "onbekend" || agenda === null ? new Map<string, Druk>() : agenda;
  const proposed = besluit?.voorstel.ok ? besluit.voorstel.value.moment.id : undefined;
  const choices = momenten
    .filter(({ kanNiet }) => !kanNiet)
    .map(({ id, datum, begin, antwoorden }) => {
      const known = antwoorden ? `: ${canWords(antwoorden)}` : "";
      const busy = druk.get(id);
      const whole = antwoorden?.schakelteam === false ? ", schakelteam niet compleet" : "";
      return {
        title: `${capital(formatDateShort(datum))}, ${formatTime(begin)} uur${known}${busy ? `, ${drukWords(busy)}` : ""}${whole}`,
        value: id,
      };
    });
  return card({
    kind: "Datumprikker",
    title: "Welk moment kies je?",
    subtitle: join(scholen),
    body: [
      choiceInput({
        id: "moment",
        label: "Moment",
        choices,
        style: "expanded",
        value: proposed,
        required: "Kies een moment.",
      }),
      ...(agenda === "onbekend" ? [smallPrint(drukUnknown)] : []),
      ...(druk.size > 0 ? [smallPrint(drukMeaning)] : []),
      smallPrint("Iedereen krijgt daarna de uitnodiging, ook wie niet kan."),
    ],
    actions: [
      submit({ title: "Kies dit moment", verb: momentprikVerb.andersOpslaan, token, style: "positive" }),
    ],
    fallbackText: "Een moment kiezen.",
  });
}

export const erbijSubmitted = z.object({ deelnemers: idList.catch([]) });

export function erbijCard({ besluit, scholen }: MomentprikGezien, token: Stamp, refused?: string): Card {
  return card({
    kind: "Datumprikker",
    title: "Wie vraag je erbij?",
    subtitle: join(scholen),
    body: [
      peopleInput("Uit het team, nog niet gevraagd", besluit?.nietGevraagd ?? [], {
        ...(refused ? { error: refused } : {}),
      }),
      smallPrint("Wie je erbij vraagt, krijgt ook de uitnodiging voor het overleg."),
    ],
    actions: [
      submit({ title: "Verstuur de vraag", verb: momentprikVerb.erbijOpslaan, token, style: "positive" }),
    ],
    fallbackText: "Iemand erbij vragen.",
  });
}

export function stopPrikCard({ ronde, scholen }: MomentprikGezien, token: Stamp): Card {
  return card({
    kind: "Datumprikker",
    title: "De datumprikker stoppen?",
    subtitle: join(scholen),
    tone: "warning",
    body: [
      list([
        ronde ? `Het overleg blijft op ${formatDate(ronde.datum)}.` : "Er wordt geen overleg gepland.",
        "Wie gevraagd is, krijgt één bericht.",
        "De antwoorden worden gewist.",
      ]),
    ],
    actions: [submit({ title: "Ja, stop ermee", verb: momentprikVerb.stoppen, token, style: "destructive" })],
    fallbackText: "De datumprikker stoppen.",
  });
}

/** On the card, when a choice could not be carried out. */
export const cannotChoose = (fout: MomentProbleem): string =>
  `Dit moment kan niet meer: ${momentProblemWords(fout)}`;

export const cannotPlan = (waarom: readonly string[]): string =>
  `Het overleg kan zo niet gepland worden. ${waarom.map(capital).join(" ")}`;
