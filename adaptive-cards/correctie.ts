/** Putting right what is kept about a leerling: known values and texts, or a note beside what was decided. */
import { z } from "zod/v4";
import { gezagSchema, leerjaarSchema, leerjaren, type Sector } from "#domain/code.ts";
import {
  type CorrectieVeld,
  type CorrectieWaarden,
  correctievragers,
  type NotitieVeld,
  notitieMax,
} from "#domain/correctie.ts";
import { intakeMax, type Stap2Tekst } from "#domain/intake.ts";
import { identiteiten } from "#domain/rechten.ts";
import type { Laat } from "#domain/screening-keuze.ts";
import type { Problemen } from "#domain/veld.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, notice, section } from "./card.ts";
import { choiceInput, choicesOf, multilineInput, textInput } from "./input.ts";
import { birthFields } from "./intake.ts";
import { verzoekerLabel, verzoekInputs } from "./rechten-form.ts";
import { rechtenVerb } from "./rechten-verb.ts";
import { codeField, codesField } from "./regierol-form.ts";
import { screenedField } from "./screening.ts";
import { shorten, smallPrint } from "./text.ts";
import { type Form, veldWords } from "./veld.ts";
import { formatDate, gezagLabel, leerjaarLabel } from "./word.ts";

/** Older pupils than the intake takes: who left years ago is corrected too. */
const oldest = 27;

const vragerLabel = { ...verzoekerLabel, school: "Niemand: de school zag het zelf" } as const;
const gevraagd = { van: codesField(correctievragers), identiteit: codeField(identiteiten) };

const asSent = z.string().max(4000).catch("");
export const correctieForm = z.object({
  naam: asSent,
  maand: asSent,
  jaar: asSent,
  leerjaar: asSent,
  kenmerk: asSent,
  gezag: asSent,
  vraag: asSent,
  gedaanToelichting: asSent,
  oudersVraag: asSent,
  van: asSent,
  identiteit: asSent,
}) satisfies z.ZodType<Form<CorrectieVeld>>;
export type CorrectieForm = z.output<typeof correctieForm>;

const maybe = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((text) => (text === "" ? null : text.normalize("NFC")));
export const correctieSubmitted = z
  .object({
    naam: z.string().trim().min(1).max(intakeMax.naam),
    maand: z.string().regex(/^(0[1-9]|1[0-2])$/),
    jaar: z.string().regex(/^(19|20)\d{2}$/),
    leerjaar: leerjaarSchema,
    kenmerk: maybe(intakeMax.kenmerk),
    gezag: gezagSchema,
    vraag: maybe(intakeMax.vraag),
    gedaanToelichting: maybe(intakeMax.gedaanToelichting),
    oudersVraag: maybe(intakeMax.oudersVraag),
    ...gevraagd,
  })
  .transform(({ van, identiteit, maand, jaar, naam, ...rest }) => ({
    van,
    identiteit,
    waarden: { ...rest, naam: naam.normalize("NFC"), geboortemaand: `${jaar}-${maand}` },
  }));

export function correctieOf(waarden: CorrectieWaarden): CorrectieForm {
  const [jaar = "", maand = ""] = waarden.geboortemaand.split("-");
  return {
    naam: waarden.naam,
    maand,
    jaar,
    leerjaar: waarden.leerjaar,
    kenmerk: waarden.kenmerk ?? "",
    gezag: waarden.gezag,
    vraag: waarden.vraag ?? "",
    gedaanToelichting: waarden.gedaanToelichting ?? "",
    oudersVraag: waarden.oudersVraag ?? "",
    van: "",
    identiteit: "",
  };
}

export interface CorrectieData {
  readonly referentie: string;
  readonly vandaag: Temporal.PlainDate;
  readonly sector: Sector;
  readonly form: CorrectieForm;
  readonly problemen?: Problemen<CorrectieVeld>;
  /** Why what was pointed out stays, by field. */
  readonly laat?: Laat;
  readonly melding?: string;
}

export function correctieCard(data: CorrectieData, token: Stamp): Card {
  const { referentie, form, problemen = {}, melding } = data;
  const field = <Veld extends CorrectieVeld>(id: Veld) => ({
    id,
    value: form[id],
    error: veldWords(problemen[id], form[id]),
  });
  const text = (veld: Stap2Tekst, label: string) =>
    screenedField({
      veld,
      input: multilineInput({ ...field(veld), label, maxLength: intakeMax[veld] }),
      problem: problemen[veld],
      laat: data.laat?.[veld],
      press: { verb: rechtenVerb.vervangCorrectie, token },
    });
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "Gegevens corrigeren",
    lead: "Verander alleen wat niet klopt. Iedereen die dit mag zien, ziet daarna wat je verbetert.",
    body: [
      ...(melding ? [notice("warning", melding)] : []),
      section("Wie vraagt het?", ...asked(form, problemen)),
      section("De leerling", ...leerlingFields(data, field)),
      section(
        "De hulpvraag",
        ...text("vraag", "Wat is de hulpvraag?"),
        ...text("gedaanToelichting", "Wat leverde op wat al is gedaan?"),
        ...text("oudersVraag", "Wat vragen de ouders zelf?"),
      ),
      smallPrint(
        "Klopt een besluit of een afspraak niet? Die verander ik niet. Kies op de kaart: Notitie bij besluit.",
      ),
    ],
    actions: [submit({ title: "Verbeter", verb: rechtenVerb.corrigeren, token, style: "positive" })],
    fallbackText: "Gegevens corrigeren.",
  });
}

function leerlingFields(
  { vandaag, sector }: CorrectieData,
  field: <Veld extends CorrectieVeld>(id: Veld) => { id: Veld; value: string; error: string | undefined },
): readonly Element[] {
  const own = leerjaren.filter((leerjaar) => leerjaar.startsWith(sector.toLowerCase()));
  return [
    textInput({
      ...field("naam"),
      label: "Voor- en achternaam",
      required: "Vul de naam in.",
      maxLength: intakeMax.naam,
    }),
    birthFields(vandaag, { maand: field("maand"), jaar: field("jaar") }, oldest),
    choiceInput({
      ...field("leerjaar"),
      label: "Groep of klas",
      required: "Kies een groep of klas.",
      choices: choicesOf(leerjaarLabel, own),
      style: "compact",
    }),
    choiceInput({
      ...field("gezag"),
      label: "Wie heeft het gezag?",
      required: "Kies wie het gezag heeft.",
      choices: choicesOf(gezagLabel),
      style: "compact",
    }),
    textInput({
      ...field("kenmerk"),
      label: "Nummer in jullie eigen systeem (mag leeg blijven)",
      maxLength: intakeMax.kenmerk,
    }),
  ];
}

function asked(
  { van, identiteit }: { readonly van: string; readonly identiteit: string },
  problemen: Problemen<"van" | "identiteit">,
): readonly Element[] {
  const leeg = (["van", "identiteit"] as const).filter((veld) => problemen[veld]);
  const filled = { van: van.split(","), identiteit, leeg };
  return verzoekInputs(filled, {
    choices: vragerLabel,
    verplicht: ["van"],
    hint: " (Zag de school het zelf? Sla dit dan over.)",
  });
}

export const notitieForm = z.object({ bij: asSent, tekst: asSent, van: asSent, identiteit: asSent });
export type NotitieForm = z.output<typeof notitieForm>;
export const notitieSubmitted = z.object({
  bij: z
    .string()
    .catch("")
    .transform((text) => {
      const [soort, id = ""] = text.split(":");
      if (!z.uuid().safeParse(id).success) return null;
      return soort === "besluit" ? { besluitId: id } : soort === "actie" ? { actieId: id } : null;
    }),
  tekst: z
    .string()
    .trim()
    .max(notitieMax)
    .transform((text) => text.normalize("NFC")),
  ...gevraagd,
});

type Regel = { readonly id: string; readonly op: Temporal.PlainDate; readonly tekst: string };

export interface NotitieData {
  readonly referentie: string;
  readonly besluiten: readonly Regel[];
  readonly acties: readonly Regel[];
  readonly form: NotitieForm;
  readonly problemen?: Problemen<NotitieVeld>;
  /** Why what was pointed out stays, by field. */
  readonly laat?: Laat;
  readonly melding?: string;
}

export function notitieCard(data: NotitieData, token: Stamp): Card {
  const { referentie, form, problemen = {}, melding } = data;
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "Notitie bij een besluit",
    lead: "Wat is besloten of afgesproken, blijft staan. Jouw notitie komt ernaast, met de datum.",
    body: [
      ...(melding ? [notice("warning", melding)] : []),
      choiceInput({
        id: "bij",
        label: "Waarbij hoort de notitie?",
        required: "Kies een besluit of een actie.",
        choices: [
          ...data.besluiten.map((one) => ({
            title: lineOf("Besluit", one),
            value: `besluit:${one.id}`,
          })),
          ...data.acties.map((one) => ({ title: lineOf("Actie", one), value: `actie:${one.id}` })),
        ],
        style: "expanded",
        value: form.bij,
        error: veldWords(problemen.bij),
      }),
      ...screenedField({
        veld: "tekst",
        input: multilineInput({
          id: "tekst",
          label: "Wat klopt er niet?",
          required: "Schrijf wat er niet klopt.",
          maxLength: notitieMax,
          value: form.tekst,
          error: veldWords(problemen.tekst, form.tekst),
        }),
        problem: problemen.tekst,
        laat: data.laat?.tekst,
        press: { verb: rechtenVerb.vervangNotitie, token },
      }),
      section("Wie vraagt het?", ...asked(form, problemen)),
    ],
    actions: [submit({ title: "Zet de notitie erbij", verb: rechtenVerb.noteren, token, style: "positive" })],
    fallbackText: "Notitie bij een besluit.",
  });
}

function lineOf(what: string, { op, tekst }: Regel): string {
  return shorten(`${what}, ${formatDate(op)}: ${tekst}`, 90);
}

export const correctieWords = {
  done: "Verbeterd. Iedereen die dit mag zien, ziet nu wat klopt.",
  noted: "De notitie staat erbij.",
  nothing: "Er is niets veranderd. Verander eerst wat niet klopt.",
  stale: "Iemand anders heeft dit net aangepast. Kijk of het zo klopt en druk nog een keer.",
  double: (referentie: string) =>
    `Voor een leerling met deze naam loopt al ${referentie}. Sluit eerst een van de twee af of trek die in.`,
} as const;
