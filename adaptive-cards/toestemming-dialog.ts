/** The dialog of a written toestemming: each answer, and what it covers. */
import { z } from "zod/v4";
import {
  antwoordvormSchema,
  domeinSchema,
  functieSchema,
  type Partij,
  partijen,
  toestemmingsdoelSchema,
} from "#domain/code.ts";
import { schoolYearEnd } from "#domain/schooljaar.ts";
import type { ToestemmingGezien } from "#domain/see-toestemming.ts";
import { plainDateSchema } from "#domain/tijd.ts";
import {
  antwoorden,
  bewaarplaatsMax,
  type ToestemmingForm,
  type ToestemmingVeld,
} from "#domain/toestemming-form.ts";
import type { Problemen } from "#domain/veld.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, notice, section } from "./card.ts";
import { toestemmingVerb } from "./hulpvraag-verb.ts";
import { choiceInput, choicesOf, dateInput, textInput, toggleInput } from "./input.ts";
import { type ScreenedField, screenedField } from "./screening.ts";
import { asSent, codes, emptyIs } from "./sent.ts";
import { smallPrint } from "./text.ts";
import { antwoordvormLabel, doelLabel } from "./toestemming-word.ts";
import { type Form, veldWords } from "./veld.ts";
import { capital, domeinLabel, functieNaam, partijLabel } from "./word.ts";

const perPartij = ["antwoord", "op", "vorm", "bewaarplaats"] as const;
const fieldNames: readonly ToestemmingVeld[] = [
  ...partijen.flatMap((partij) => perPartij.map((what) => `${what}_${partij}` as const)),
  "partners",
  "doelen",
  "uitgesloten",
  "geldigTot",
  "gecontroleerd",
];

/** Where the forms of each lie: the only words of these dialogs. */
export const plaatsVelden = partijen.map((partij) => `bewaarplaats_${partij}` as const);

export type ToestemmingSent = Form<ToestemmingVeld>;
const sentSchema = z.record(z.string(), z.unknown()).catch({});

/** Ticked: for ouder 2 the same form, day and place as for ouder 1. The answer itself stays that of each. */
const sameField = "zelfde_ouder2";
const samePerPartij = ["op", "vorm", "bewaarplaats"] as const;

/** What was sent, field by field. */
export function toestemmingSent(input: unknown): ToestemmingSent {
  const filled = sentSchema.parse(input);
  const copied = filled[sameField] === "true" ? samePerPartij : [];
  const sent = {
    ...filled,
    ...Object.fromEntries(copied.map((what) => [`${what}_ouder2`, filled[`${what}_ouder1`]])),
  };
  return Object.fromEntries(fieldNames.map((name) => [name, asSent.parse(sent[name])])) as ToestemmingSent;
}

const answer = z.object({
  antwoord: z.enum(antwoorden).catch("nog_niet"),
  op: emptyIs(plainDateSchema),
  vorm: emptyIs(antwoordvormSchema),
  bewaarplaats: emptyIs(z.string().trim().max(bewaarplaatsMax)),
});
const whole = z.object({
  partners: codes(functieSchema),
  doelen: codes(toestemmingsdoelSchema),
  uitgesloten: codes(domeinSchema),
  geldigTot: plainDateSchema,
  gecontroleerd: z.string().transform((text) => text === "true"),
});

export type ParsedToestemming =
  | { readonly ok: true; readonly value: ToestemmingForm }
  | { readonly ok: false; readonly error: Problemen<ToestemmingVeld> };

/** The answers of these people; what is filled in about others does not count. */
export function parseToestemming(sent: ToestemmingSent, asked: readonly Partij[]): ParsedToestemming {
  const wrong: [string, { kind: "leeg" | "past_niet" | "te_lang" }][] = [];
  const note = (error: z.ZodError, nameOf: (field: string) => string) => {
    for (const issue of error.issues) {
      wrong.push([
        nameOf(String(issue.path[0])),
        { kind: issue.code === "too_big" ? "te_lang" : "past_niet" },
      ]);
    }
  };
  const given = asked.flatMap((partij) => {
    const one = answer.safeParse(
      Object.fromEntries(perPartij.map((what) => [what, sent[`${what}_${partij}`].trim()])),
    );
    if (one.success) return [{ partij, ...one.data }];
    note(one.error, (field) => `${field}_${partij}`);
    return [];
  });
  const rest = whole.safeParse(sent);
  if (!rest.success) note(rest.error, (field) => field);
  if (!rest.success || wrong.length > 0)
    return { ok: false, error: Object.fromEntries(wrong) as Problemen<ToestemmingVeld> };
  return { ok: true, value: { antwoorden: given, ...rest.data } };
}

export function sentOf(gezien: ToestemmingGezien): ToestemmingSent {
  const sent: Record<string, string> = toestemmingSent({
    partners: gezien.partners.join(","),
    doelen: gezien.doelen.filter((doel) => doel !== "bespreking_szt").join(","),
    uitgesloten: gezien.uitgesloten.join(","),
    geldigTot: gezien.geldigTot.toString(),
  });
  for (const { partij, antwoord, op, vorm, bewaarplaats } of gezien.antwoorden) {
    sent[`antwoord_${partij}`] = antwoord;
    sent[`op_${partij}`] = op?.toString() ?? "";
    sent[`vorm_${partij}`] = vorm ?? "";
    sent[`bewaarplaats_${partij}`] = bewaarplaats ?? "";
  }
  return toestemmingSent(sent);
}

export const toestemmingTitle = "Toestemming";

export interface ToestemmingData {
  readonly gezien: ToestemmingGezien;
  readonly sent: ToestemmingSent;
  readonly problemen?: Problemen<ToestemmingVeld>;
  readonly melding?: string;
}

export function toestemmingCard(data: ToestemmingData, token: Stamp): Card {
  const { gezien, melding } = data;
  const { whose } = gezien;
  const asked = whose.ok ? [...whose.required, ...whose.asked] : [];
  return card({
    kind: `Hulpvraag ${gezien.referentie}`,
    title: "Schriftelijke toestemming",
    subtitle: gezien.naam,
    lead: "Neem over wat op het ondertekende formulier staat. Het formulier zelf bewaar ik niet.",
    body: [
      ...(melding ? [notice("warning", melding)] : []),
      ...asked.map((partij) =>
        answerFields(data, {
          partij,
          optional: whose.ok && whose.asked.includes(partij),
          press: { verb: toestemmingVerb.vervang, token },
        }),
      ),
      section("De toestemming", ...wholeFields(data)),
    ],
    actions: [submit({ title: "Vastleggen", verb: toestemmingVerb.opslaan, token, style: "positive" })],
    fallbackText: "Schriftelijke toestemming vastleggen.",
  });
}

const answerLabel = { ja: "Ja", nee: "Nee", nog_niet: "Nog geen antwoord" } as const;

export interface AnswerOf {
  readonly partij: Partij;
  readonly optional: boolean;
  /** What replaces what was found in where the form lies. */
  readonly press: ScreenedField["press"];
}

export function answerFields(
  { gezien, sent, problemen = {} }: ToestemmingData,
  { partij, optional, press }: AnswerOf,
): Element {
  const field = <What extends (typeof perPartij)[number]>(what: What) => {
    const id = `${what}_${partij}` as const;
    return { id, value: sent[id], error: veldWords(problemen[id], sent[id]) };
  };
  const { value, ...antwoord } = field("antwoord");
  return section(
    optional ? `${partijLabel[partij]} (vragen, antwoord mag wegblijven)` : partijLabel[partij],
    choiceInput({
      ...antwoord,
      label: "Geeft toestemming?",
      choices: choicesOf(answerLabel),
      style: "expanded",
      value: value === "" ? "nog_niet" : value,
    }),
    ...(partij === "ouder2" && gezien.whose.ok && gezien.whose.required.includes("ouder1")
      ? [
          toggleInput({
            id: sameField,
            label: "Staat dit op hetzelfde formulier?",
            title: "Ja, hetzelfde als ouder 1. Sla de volgende drie vragen over.",
          }),
        ]
      : []),
    dateInput({ ...field("op"), label: "Datum van het antwoord", max: gezien.vandaag.toString() }),
    choiceInput({
      ...field("vorm"),
      label: "Hoe?",
      choices: choicesOf(antwoordvormLabel),
      style: "compact",
    }),
    ...screenedField({
      veld: `bewaarplaats_${partij}`,
      input: textInput({
        ...field("bewaarplaats"),
        label: "Waar ligt het formulier?",
        placeholder: "Bijvoorbeeld: leerlingdossier, map toestemming",
        maxLength: bewaarplaatsMax,
      }),
      problem: problemen[`bewaarplaats_${partij}`],
      press,
    }),
  );
}

function wholeFields({ gezien, sent, problemen = {} }: ToestemmingData): Element[] {
  return [
    choiceInput({
      id: "partners",
      label: "Welke partners staan erin?",
      choices: gezien.tafel.map((functie) => ({ title: capital(functieNaam[functie]), value: functie })),
      style: "expanded",
      multi: true,
      value: sent.partners,
      error: veldWords(problemen.partners),
    }),
    choiceInput({
      id: "uitgesloten",
      label: "Waarover mag niet worden gesproken?",
      choices: choicesOf(domeinLabel),
      style: "expanded",
      multi: true,
      value: sent.uitgesloten,
      error: veldWords(problemen.uitgesloten),
    }),
    choiceInput({
      id: "doelen",
      label: "Is er ook toestemming voor iets anders dan bespreken?",
      choices: choicesOf(doelLabel, extraDoelen),
      style: "expanded",
      multi: true,
      value: sent.doelen,
      error: veldWords(problemen.doelen),
    }),
    dateInput({
      id: "geldigTot",
      label: "Geldig tot en met",
      min: gezien.vandaag.toString(),
      max: schoolYearEnd(gezien.vandaag).toString(),
      value: sent.geldigTot,
      error: veldWords(problemen.geldigTot),
      required: "Kies een datum.",
    }),
    toggleInput({
      id: "gecontroleerd",
      label: "Klopt dit met het formulier?",
      title: "Ja. Het doel en de partners staan erin, en wie tekende wist waarvoor.",
      value: sent.gecontroleerd === "true",
      error: veldWords(problemen.gecontroleerd),
    }),
    smallPrint("Alleen wie in de toestemming staat, ziet straks de naam en de vraag."),
  ];
}

/** The regierol is asked after the round. */
const extraDoelen = ["start_jeugdhulp", "start_hulp_wgbo", "verstrekking_extern"] as const;

export const toestemmingWords = {
  stale: "Iemand anders heeft deze hulpvraag net aangepast. Kijk of dit zo klopt en druk nog een keer.",
  changed:
    "Er was net iets veranderd. Dit staat er nu. Wat jij invulde, is niet bewaard: vul het opnieuw in als het nog klopt.",
  notNow: "Dat kan nu niet bij deze hulpvraag. Typ het nummer om te zien hoe het ervoor staat.",
  birthMonth: "De maand van geboorte klopt niet. Pas eerst de hulpvraag aan.",
  askNumber: "Typ het nummer van de hulpvraag erbij, zoals HV-1234. Of typ: mijn hulpvragen.",
} as const;
