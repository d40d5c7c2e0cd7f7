/** The intake as one dialog of three short steps; each is kept when it is sent. */
import { adviesMax } from "#domain/adviesvraag-form.ts";
import { alGedaan, domeinen, type Functie, type Leerjaar, leerjaren, type Sector } from "#domain/code.ts";
import {
  type IntakeGezien,
  intakeMax,
  type Stap1Veld,
  type Stap2Tekst,
  type Stap2Veld,
  type Stap3Veld,
} from "#domain/intake.ts";
import { type Bekende, differs } from "#domain/naamgenoot.ts";
import type { Laat } from "#domain/screening-keuze.ts";
import type { Problemen } from "#domain/veld.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, facts, notice, section } from "./card.ts";
import { choiceInput, choicesOf, type Field, multilineInput, type TextOptions, textInput } from "./input.ts";
import { zelfdeVeld, zelfdeWaarde } from "./intake-form.ts";
import { screenedField } from "./screening.ts";
import { freeText, list, paragraph, smallPrint } from "./text.ts";
import { type Form, veldWords } from "./veld.ts";
import {
  alGedaanLabel,
  capital,
  domeinLabel,
  domeinWords,
  formatMonth,
  functieNaam,
  gezagLabel,
  leerjaarLabel,
  statusLabel,
  urgentieLabel,
} from "./word.ts";

export const intakeVerb = {
  /** Sends the first step of a hulpvraag that does not exist yet. */
  start: "start-intake",
  stap1: "save-intake-1",
  stap2: "save-intake-2",
  stap3: "save-intake-3",
  /** Takes out what was found in a text of step 2; keeps nothing yet. */
  vervang2: "replace-intake-2",
  /** Goes on where it was left. */
  verder: "continue-intake",
  naar1: "go-intake-1",
  naar2: "go-intake-2",
} as const;

/** How one step is drawn again: what was filled in, what is refused, and a sentence on top. */
export interface Filled<Veld extends string> {
  readonly form: Form<Veld>;
  readonly problemen?: Problemen<Veld>;
  /** Why what was pointed out stays, by field. */
  readonly laat?: Laat;
  readonly melding?: string;
}

export const intakeWords = {
  title: "Hulpvraag",
  zelfde:
    "Er is al een leerling met deze naam en geboortemaand. Dat kan een ander kind zijn. Kijk in jullie eigen systeem en kies hieronder.",
  stale: "Iemand anders heeft deze hulpvraag net aangepast. Kijk of dit zo klopt en druk nog een keer.",
  notConcept: "Deze hulpvraag is geen concept meer. Typ het nummer om te zien hoe het ervoor staat.",
} as const;

const keeps = (button: string): string =>
  `Druk je op ${button}, dan bewaar ik deze stap als concept. Sluit je het venster? Wat je hebt verstuurd, blijft bewaard.`;

export interface Stap1Data extends Filled<Stap1Veld> {
  readonly scholen: readonly { readonly id: string; readonly naam: string; readonly sector: Sector }[];
  readonly vandaag: Temporal.PlainDate;
  /** Of a concept that is there already. */
  readonly referentie?: string;
  /** Who is known by this name and month of birth: the ib says whether it is one of them. */
  readonly bekenden?: readonly Bekende[];
  /** The question of an adviesvraag, on its way to step 2; it goes along with what is sent and is kept nowhere. */
  readonly meegenomen?: string;
}

export function intakeStap1Card(data: Stap1Data, token: Stamp): Card {
  const { form, problemen = {}, scholen, referentie } = data;
  const field = (id: Stap1Veld) => ({ id, value: form[id], error: veldWords(problemen[id]) });
  return stepCard(
    1,
    { referentie, melding: data.melding },
    [
      ...(data.bekenden ? [zelfdeField(data.bekenden, form.kenmerk)] : []),
      schoolField(data),
      textInput({
        ...field("naam"),
        label: "Voor- en achternaam van de leerling",
        maxLength: intakeMax.naam,
        required: "Vul de naam in.",
      }),
      choiceInput({
        ...field("leerjaar"),
        label: "Groep of klas",
        choices: choicesOf(leerjaarLabel, leerjarenOf(scholen)),
        style: "compact",
        required: "Kies de groep of klas.",
      }),
      birthFields(data.vandaag, { maand: field("maand"), jaar: field("jaar") }),
      choiceInput({
        ...field("gezag"),
        label: "Wie heeft het gezag?",
        choices: choicesOf(gezagLabel),
        style: "compact",
        required: "Kies wie het gezag heeft.",
      }),
      textInput({
        ...field("kenmerk"),
        label: "Nummer in jullie eigen systeem (mag leeg blijven)",
        maxLength: intakeMax.kenmerk,
      }),
      ...(data.meegenomen
        ? [
            multilineInput({
              id: "meegenomen",
              label: "Je vraag: die gaat mee naar stap 2",
              maxLength: adviesMax.vraag,
              value: data.meegenomen,
            }),
          ]
        : []),
      smallPrint("Nooit een BSN. Namen van ouders en leerkrachten heb ik niet nodig."),
    ],
    [
      submit({
        title: "Verder",
        verb: referentie ? intakeVerb.stap1 : intakeVerb.start,
        token,
        style: "positive",
      }),
    ],
  );
}

export function intakeStap2Card(
  { form, problemen = {}, laat, melding, referentie }: Filled<Stap2Veld> & { readonly referentie: string },
  token: Stamp,
): Card {
  const field = (id: Stap2Veld) => ({ id, value: form[id], error: veldWords(problemen[id], form[id]) });
  const press = { verb: intakeVerb.vervang2, token };
  const text = (veld: Stap2Tekst, options: Omit<TextOptions, "id">) =>
    screenedField({
      veld,
      input: multilineInput({ ...field(veld), ...options }),
      problem: problemen[veld],
      laat: laat?.[veld],
      press,
    });
  return stepCard(
    2,
    { referentie, melding },
    [
      ...text("vraag", {
        label: "Wat is de hulpvraag, in één zin?",
        placeholder: "Wat willen jullie dat er anders wordt?",
        maxLength: intakeMax.vraag,
        required: "Schrijf de hulpvraag op.",
      }),
      choiceInput({
        ...field("domeinen"),
        label: "Waar gaat het over?",
        choices: choicesOf(domeinLabel, domeinen),
        style: "expanded",
        multi: true,
        required: "Kies één of meer onderwerpen.",
      }),
      choiceInput({
        ...field("alGedaan"),
        label: "Wat is er al gedaan?",
        choices: choicesOf(alGedaanLabel, alGedaan),
        style: "expanded",
        multi: true,
      }),
      ...text("gedaanToelichting", {
        label: "Wat leverde dat op? (mag leeg blijven)",
        maxLength: intakeMax.gedaanToelichting,
      }),
      ...text("oudersVraag", {
        label: "Wat vragen de ouders zelf? (mag leeg blijven)",
        maxLength: intakeMax.oudersVraag,
      }),
      smallPrint("Schrijf geen telefoonnummers, adressen, diagnoses of namen van anderen op."),
    ],
    [
      submit({ title: "Verder", verb: intakeVerb.stap2, token, style: "positive" }),
      submit({ title: "Vorige stap", verb: intakeVerb.naar1, token, associatedInputs: "none" }),
    ],
  );
}

export function intakeStap3Card(
  { gezien, form, problemen = {}, melding }: Filled<Stap3Veld> & { readonly gezien: IntakeGezien },
  token: Stamp,
): Card {
  const field = (id: Stap3Veld) => ({ id, value: form[id], error: veldWords(problemen[id]) });
  return stepCard(
    3,
    { referentie: gezien.referentie, melding },
    [
      choiceInput({
        ...field("urgentie"),
        label: "Hoe snel is overleg nodig?",
        choices: choicesOf(urgentieLabel),
        style: "expanded",
        required: "Kies hoe snel.",
      }),
      ...tableField(gezien.tafel, field("aanTafel")),
      overview(gezien),
      smallPrint(
        "Klopt er iets niet? Ga terug. Later aanpassen kan op de kaart, tot je de hulpvraag klaarzet. Daarna: typ correctie met het nummer.",
      ),
    ],
    [
      submit({ title: "Klaar", verb: intakeVerb.stap3, token, style: "positive" }),
      submit({ title: "Vorige stap", verb: intakeVerb.naar2, token, associatedInputs: "none" }),
    ],
  );
}

function tableField(
  tafel: readonly Functie[],
  field: { id: Stap3Veld; value: string; error: string | undefined },
): readonly Field[] {
  if (tafel.length === 0) return [];
  const choices = tafel.map((functie) => ({ title: capital(functieNaam[functie]), value: functie }));
  return [
    choiceInput({ ...field, label: "Wie moet er aan tafel?", choices, style: "expanded", multi: true }),
  ];
}

function overview(gezien: IntakeGezien): Element {
  return section(
    "Controleer",
    facts([
      ["Leerling", gezien.naam],
      ["School", `${gezien.school}, ${leerjaarLabel[gezien.leerjaar]}`],
      ["Geboren in", formatMonth(Temporal.PlainYearMonth.from(gezien.geboortemaand))],
      ["Gezag", gezagLabel[gezien.gezag]],
      ["Onderwerp", domeinWords(gezien.domeinen)],
    ]),
    paragraph("De hulpvraag:", { subtle: true }),
    freeText(gezien.vraag ?? ""),
    ...(gezien.alGedaan.length > 0
      ? [
          paragraph("Al gedaan:", { subtle: true }),
          list(gezien.alGedaan.map((gedaan) => alGedaanLabel[gedaan])),
        ]
      : []),
    ...(gezien.gedaanToelichting
      ? [paragraph("Wat dat opleverde:", { subtle: true }), freeText(gezien.gedaanToelichting)]
      : []),
    ...(gezien.oudersVraag
      ? [paragraph("Wat de ouders vragen:", { subtle: true }), freeText(gezien.oudersVraag)]
      : []),
  );
}

const titles = { 1: "De leerling", 2: "De vraag", 3: "Wie en wanneer" } as const;

function stepCard(
  stap: 1 | 2 | 3,
  { referentie, melding }: { referentie: string | undefined; melding: string | undefined },
  body: readonly Element[],
  actions: Parameters<typeof card>[0]["actions"],
): Card {
  return card({
    kind: referentie ? `Hulpvraag ${referentie}` : "Nieuwe hulpvraag",
    title: `Stap ${stap} van 3: ${titles[stap]}`,
    lead: keeps(stap === 3 ? "Klaar" : "Verder"),
    body: [...(melding ? [notice("warning", melding)] : []), ...body],
    ...(actions ? { actions } : {}),
    fallbackText: `Hulpvraag, stap ${stap} van 3.`,
  });
}

/** No more of them than the number, the status and the year of a hulpvraag of this school. */
function zelfdeField(bekenden: readonly Bekende[], kenmerk: string): Element {
  const [only, more] = bekenden;
  const about = ({ hulpvraag: { referentie, status, jaar } }: Bekende) =>
    `${referentie} (${statusLabel[status].toLowerCase()}, ${jaar})`;
  const ja = (bekende: Bekende, title: string) => ({
    title: differs(bekende, kenmerk === "" ? null : kenmerk)
      ? `${title}. Het nummer wordt ${kenmerk}`
      : title,
    value: zelfdeWaarde({ kind: "ja", referentie: bekende.hulpvraag.referentie }),
  });
  const referenties = bekenden.map(({ hulpvraag }) => hulpvraag.referentie);
  return choiceInput({
    id: zelfdeVeld,
    label:
      only && !more ? `Is dit dezelfde leerling als in ${about(only)}?` : "Is dit een van deze leerlingen?",
    value: "",
    choices: [
      ...(only && !more
        ? [ja(only, "Ja, dezelfde leerling")]
        : bekenden.map((one) => ja(one, `Ja, die van ${about(one)}`))),
      { title: "Nee, een andere leerling", value: zelfdeWaarde({ kind: "nee", referenties }) },
    ],
    style: "expanded",
    required: "Kies of dit dezelfde leerling is.",
  });
}

function schoolField({ scholen, form, problemen = {}, referentie }: Stap1Data): Element {
  const [only] = scholen;
  if (only && (scholen.length === 1 || referentie)) return facts([["School", only.naam]]);
  return choiceInput({
    id: "school",
    label: "School",
    value: form.school,
    error: veldWords(problemen.school),
    choices: scholen.map(({ id, naam }) => ({ title: naam, value: id })),
    style: "compact",
    required: "Kies de school.",
  });
}

function leerjarenOf(scholen: Stap1Data["scholen"]): Leerjaar[] {
  const sectors = new Set(scholen.map(({ sector }) => sector.toLowerCase()));
  return leerjaren.filter((leerjaar) => sectors.has(leerjaar.slice(0, 2)));
}

function months() {
  return Array.from({ length: 12 }, (_, index) => {
    const month = Temporal.PlainYearMonth.from({ year: 2000, month: index + 1 });
    return { title: formatMonth(month).replace(" 2000", ""), value: String(index + 1).padStart(2, "0") };
  });
}

interface BirthField {
  readonly value: string;
  readonly error: string | undefined;
}

/** Month and year, never the day. `oldest`: whoever left school is corrected too. */
export function birthFields(
  vandaag: Temporal.PlainDate,
  { maand, jaar }: { readonly maand: BirthField; readonly jaar: BirthField },
  oldest = 22,
): Element {
  return beside(
    choiceInput({
      ...maand,
      id: "maand",
      label: "Geboortemaand",
      choices: months(),
      style: "compact",
      required: "Kies de maand.",
    }),
    choiceInput({
      ...jaar,
      id: "jaar",
      label: "Geboortejaar",
      choices: years(vandaag, oldest),
      style: "compact",
      required: "Kies het jaar.",
    }),
  );
}

/** From a pupil of three on. */
function years(vandaag: Temporal.PlainDate, oldest: number) {
  return Array.from({ length: oldest - 2 }, (_, index) => String(vandaag.year - 3 - index)).map((year) => ({
    title: year,
    value: year,
  }));
}

function beside(left: Field, right: Field): Element {
  return {
    type: "ColumnSet",
    spacing: "Medium",
    columns: [left, right].map((field) => ({ type: "Column", width: "stretch", items: [field] })),
  };
}
