/** The dialog in which a round is planned or moved. */
import { z } from "zod/v4";
import { plaatsen, plaatsSchema } from "#domain/code.ts";
import type { TeamlidFeit } from "#domain/dossier.ts";
import type { Feestdag } from "#domain/feestdag.ts";
import { endOf, type GeenSchooldag } from "#domain/overlegronde.ts";
import {
  type DagProbleem,
  dagBegin,
  dagEind,
  duurMax,
  duurMin,
  type RondeForm,
  type RondeProbleem,
  type RondeProblemen,
  type RondeVeld,
} from "#domain/ronde-plan.ts";
import { plainDateSchema, plainTimeSchema } from "#domain/tijd.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, notice } from "./card.ts";
import { choiceInput, choicesOf, dateInput, type Field, numberInput, textInput, timeInput } from "./input.ts";
import { rondeVerb } from "./ronde-verb.ts";
import { smallPrint } from "./text.ts";
import { capital, formatDate, formatTime, formatTimes, functieKort, plaatsLabel } from "./word.ts";

const fields = ["datum", "begin", "duur", "plaats", "link", "deelnemers", "voorzitter"] as const;
/** What was sent, field by field, to draw the form again as it was filled in. */
export type RondeSent = Readonly<Record<(typeof fields)[number], string>>;

const asText = z.union([z.string().max(4000), z.number().transform(String)]).catch("");
const loose = z.record(z.string(), z.unknown()).catch({});

export function rondeSent(input: unknown): RondeSent {
  const sent = loose.parse(input);
  return Object.fromEntries(fields.map((name) => [name, asText.parse(sent[name])])) as RondeSent;
}

const idList = z.string().transform((text) => text.split(",").filter((part) => part !== ""));
const rondeSubmitted = z
  .object({
    datum: plainDateSchema,
    begin: plainTimeSchema,
    duur: z.coerce.number().int().min(duurMin).max(duurMax),
    plaats: plaatsSchema,
    link: z.string(),
    deelnemers: idList.pipe(z.array(z.uuid()).max(60)),
    voorzitter: z.uuid(),
  })
  .transform(
    ({ duur, link, voorzitter, ...rest }): RondeForm => ({
      ...rest,
      duurMinuten: duur,
      deelnameLink: link,
      voorzitterId: voorzitter,
    }),
  );

type Errors = Readonly<Partial<Record<(typeof fields)[number], string>>>;
export type ParsedRonde =
  | { readonly ok: true; readonly value: RondeForm }
  | { readonly ok: false; readonly error: Errors };

const badly: Record<(typeof fields)[number], string> = {
  datum: "kies een datum.",
  begin: "kies een tijd, zoals 13:30.",
  duur: `kies een heel getal van ${duurMin} tot ${duurMax} minuten.`,
  plaats: "kies een plaats uit de lijst.",
  link: "dit is te lang.",
  deelnemers: "kies mensen uit de lijst.",
  voorzitter: "kies een voorzitter.",
};

export function parseRonde(sent: RondeSent): ParsedRonde {
  const parsed = rondeSubmitted.safeParse(sent);
  if (parsed.success) return { ok: true, value: parsed.data };
  const wrong = fields.filter((name) => parsed.error.issues.some((issue) => issue.path[0] === name));
  return { ok: false, error: Object.fromEntries(wrong.map((name) => [name, badly[name]])) };
}

export interface RondeDialog {
  readonly scholen: string;
  /** Who can be asked. */
  readonly team: readonly Pick<TeamlidFeit, "persoonId" | "naam" | "functie">[];
  readonly sent: RondeSent;
  readonly errors?: Errors;
  /** A round that stands is moved; else a new one is planned. */
  readonly bestaand: boolean;
  /** Outlook makes the link when nobody gives one. */
  readonly linkVanzelf?: boolean;
}

export const rondePlanTitle = "Overleg plannen";

export function rondePlanCard(
  { scholen, team, sent, errors = {}, bestaand, linkVanzelf = false }: RondeDialog,
  token: Stamp,
): Card {
  const people = team.map(({ persoonId, naam, functie }) => ({
    title: `${naam} (${functieKort[functie]})`,
    value: persoonId,
  }));
  const filled = (name: (typeof fields)[number]) => ({ id: name, value: sent[name], error: errors[name] });
  return card({
    kind: "Overlegronde",
    title: bestaand ? "Overlegronde wijzigen" : "Overlegronde plannen",
    subtitle: scholen,
    body: [
      ...(errors.datum ? [notice("warning", capital(errors.datum))] : []),
      dateInput({ ...filled("datum"), label: "Datum", required: "Kies een datum." }),
      ...uurInputs(sent, errors, { linkVanzelf }),
      choiceInput({
        ...filled("deelnemers"),
        value: sent.deelnemers,
        label: "Wie doen mee?",
        choices: people,
        style: "expanded",
        multi: true,
      }),
      choiceInput({
        ...filled("voorzitter"),
        label: "Voorzitter",
        choices: people,
        style: "compact",
        required: "Kies een voorzitter.",
      }),
      smallPrint(
        bestaand
          ? "Verandert de dag, de tijd, de plaats of de link? Dan krijgt iedereen een nieuwe uitnodiging. Bij een andere dag of tijd laat iedereen ook opnieuw weten of die komt."
          : "Iedereen krijgt een uitnodiging. Twee schooldagen ervoor stuur ik de agenda, een dag ervoor de link.",
      ),
    ],
    actions: [
      submit({
        title: bestaand ? "Opslaan" : "Plan de overlegronde",
        verb: bestaand ? rondeVerb.wijzigOpslaan : rondeVerb.planOpslaan,
        token,
        style: "positive",
      }),
    ],
    fallbackText: "Formulier om een overlegronde te plannen.",
  });
}

type UurField = "begin" | "duur" | "plaats" | "link";

/** When it begins, how long it lasts and where it is: the same for one round and for a whole year of them. */
export function uurInputs(
  sent: Readonly<Record<UurField, string>>,
  errors: Readonly<Partial<Record<UurField, string>>>,
  { linkVanzelf = false }: { readonly linkVanzelf?: boolean } = {},
): readonly Field[] {
  const filled = (name: UurField) => ({ id: name, value: sent[name], error: errors[name] });
  return [
    timeInput({ ...filled("begin"), label: "Begint om", required: "Kies een tijd." }),
    numberInput({
      ...filled("duur"),
      value: Number.parseInt(sent.duur, 10) || 60,
      label: "Hoeveel minuten?",
      required: "Kies een getal.",
      min: duurMin,
      max: duurMax,
    }),
    choiceInput({
      ...filled("plaats"),
      label: "Waar?",
      required: "Kies een plaats.",
      choices: choicesOf(plaatsLabel, plaatsen),
      style: "compact",
    }),
    textInput({
      ...filled("link"),
      label: linkVanzelf ? "Eigen link van Teams (mag leeg)" : "Link van de Teams-vergadering",
      maxLength: 1000,
      placeholder: linkVanzelf ? "Leeg? Dan maakt Outlook de link." : "https://teams.microsoft.com/…",
    }),
  ];
}

const fieldOf: Record<RondeVeld, (typeof fields)[number]> = {
  datum: "datum",
  begin: "begin",
  duurMinuten: "duur",
  deelnameLink: "link",
  deelnemers: "deelnemers",
  voorzitter: "voorzitter",
};

export function rondeErrors(problemen: RondeProblemen): Errors {
  const wrong = Object.entries(problemen) as [RondeVeld, RondeProbleem][];
  return Object.fromEntries(wrong.map(([veld, probleem]) => [fieldOf[veld], problemWords(probleem)]));
}

const linkWords: Record<Extract<RondeProbleem, { kind: "link" }>["fout"], string> = {
  geen_adres: "dit is geen link. Kopieer de link uit de Teams-vergadering.",
  geen_https: "de link moet met https:// beginnen.",
  woord_in_code:
    "in de code achter p= staat een woord of naam. Dat mag niet in een agenda. Maak in Teams een nieuwe vergadering en kopieer die link.",
  andere_dienst: "dit is niet de link om deel te nemen. Open de vergadering in Teams en kopieer die.",
  te_lang: "deze link is te lang. Kopieer alleen de link om deel te nemen.",
};

export function problemWords(probleem: RondeProbleem): string {
  switch (probleem.kind) {
    case "voorbij":
      return "dit moment is al voorbij. Kies een later moment.";
    case "geen_schooldag":
      return `${closedWords(probleem.waarom)} De eerste schooldag daarna is ${formatDate(probleem.voorstel)}.`;
    case "link_nodig":
      return "wie online meedoet, heeft een link nodig.";
    case "link":
      return linkWords[probleem.fout];
    case "te_ver":
      return `dit is te ver weg. Kies ${formatDate(probleem.uiterlijk)} of eerder.`;
    case "buiten_de_dag":
      return `kies een tijd tussen ${formatTime(dagBegin)} en ${formatTime(dagEind)} uur.`;
    case "te_laat_klaar":
      return `dan is het overleg pas na ${formatTime(dagEind)} uur klaar. Kies minder minuten.`;
    case "overlapt": {
      const when = `${formatDate(probleem.datum)} van ${formatTimes(probleem.begin, endOf(probleem))}`;
      return `het team heeft al een overlegronde op ${when}. Kies een ander moment, of wijzig die ronde.`;
    }
    case "te_weinig":
      return "kies ten minste nog iemand anders.";
    case "niet_in_team":
      return "kies alleen mensen die dan in het team zitten.";
  }
}

const feestdagNaam: Record<Feestdag, string> = {
  nieuwjaarsdag: "nieuwjaarsdag",
  goede_vrijdag: "Goede Vrijdag",
  eerste_paasdag: "eerste paasdag",
  tweede_paasdag: "tweede paasdag",
  koningsdag: "Koningsdag",
  bevrijdingsdag: "Bevrijdingsdag",
  hemelvaartsdag: "Hemelvaartsdag",
  eerste_pinksterdag: "eerste pinksterdag",
  tweede_pinksterdag: "tweede pinksterdag",
  eerste_kerstdag: "eerste kerstdag",
  tweede_kerstdag: "tweede kerstdag",
};

/** Why a school is closed on a day, as a whole sentence without its capital. */
export function closedWords(waarom: GeenSchooldag): string {
  switch (waarom.reden) {
    case "weekend":
      return "dat is in het weekend.";
    case "feestdag":
      return `dat is ${feestdagNaam[waarom.feestdag]}.`;
    case "vakantie":
      return `dan is het ${waarom.naam.toLowerCase()}.`;
    case "studiedag":
      return "dan heeft de school een studiedag.";
  }
}

/** A day of a plan that cannot be one. */
export function dayWords(fout: DagProbleem | { readonly kind: "dubbel" }): string {
  return fout.kind === "dubbel" ? "op die dag is al een ronde. Kies een andere dag." : problemWords(fout);
}

/** After planning: what the planner should know; undefined when all is well. */
export function planWarning(warning: {
  schakelteamCompleet: boolean;
  vakantiesOnbekend: boolean;
  komstVervallen: boolean;
}): string | undefined {
  const lines = [
    ...(warning.komstVervallen ? ["De antwoorden zijn weg: iedereen laat opnieuw weten of die komt."] : []),
    ...(warning.schakelteamCompleet
      ? []
      : ["Let op: het schakelteam is niet compleet. De ib of coo en iemand van het kernteam horen erbij."]),
    ...(warning.vakantiesOnbekend
      ? ["Let op: de vakanties van dan zijn nog niet bekend. Kijk later nog eens of de dag klopt."]
      : []),
  ];
  return lines.length > 0 ? `De overlegronde staat. ${lines.join(" ")}` : undefined;
}
