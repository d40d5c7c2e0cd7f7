/** The dialogs in which somebody comes, changes hours, is replaced, chairs or leaves. */
import { z } from "zod/v4";
import { type LidFeit, toeTeVoegen } from "#domain/team.ts";
import {
  type AfspraakForm,
  type Afspraakveld,
  naamMax,
  type ToevoegForm,
  type Toevoegveld,
  urenMax,
  type VertrekForm,
  type Vertrekveld,
  type VervangForm,
} from "#domain/team-form.ts";
import { readDate } from "#domain/tijd.ts";
import type { Problemen, Veldprobleem } from "#domain/veld.ts";
import { type Werkdag, werkdagen } from "#domain/werkdag.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, type Element } from "./card.ts";
import { choiceInput, choicesOf, dateInput, type Field, textInput } from "./input.ts";
import { codesField, personField } from "./regierol-form.ts";
import { teamVerb } from "./team-verb.ts";
import { paragraph, smallPrint } from "./text.ts";
import { type Form, veldWords } from "./veld.ts";
import { capital, functieKort, functieNaam } from "./word.ts";

export const teamDialogTitle = "Team";

const dagLabel: Record<Werkdag, string> = {
  ma: "Maandag",
  di: "Dinsdag",
  wo: "Woensdag",
  do: "Donderdag",
  vr: "Vrijdag",
};

const text = (max: number) =>
  z
    .string()
    .max(max)
    .catch("")
    .transform((one) => one.trim());

const fields = {
  lid: text(60),
  email: text(250),
  naam: text(200),
  functie: text(40),
  uren: text(10),
  werkdagen: text(40),
  van: text(40),
  vanaf: text(40),
  tot: text(40),
  wanneer: text(10),
  op: text(40),
} as const;
export type Veldnaam = keyof typeof fields;
export type TeamIngevuld = Form<Veldnaam>;
export const teamLeeg = Object.fromEntries(
  Object.keys(fields).map((name) => [name, ""]),
) as unknown as TeamIngevuld;

/** What any of these dialogs sent, field by field. */
export const teamSubmitted = z
  .object(fields)
  .partial()
  .transform((sent): TeamIngevuld => ({ ...teamLeeg, ...sent }));

/** "4", "4,5" or nothing; anything else is not read. */
function readUren(typed: string): { readonly uren: number | null; readonly urenGelezen: boolean } {
  const fits = /^\d{1,2}([.,]\d{1,2})?$/.test(typed);
  return { uren: fits ? Number(typed.replace(",", ".")) : null, urenGelezen: fits || typed === "" };
}
const readDagen = (typed: string): readonly Werkdag[] => codesField(werkdagen).parse(typed);
const readId = (typed: string): string | null => personField.parse(typed === "" ? null : typed);

export function parseToevoegen(form: TeamIngevuld): ToevoegForm {
  return {
    email: form.email.toLowerCase(),
    naam: form.naam,
    functie: toeTeVoegen.find((one) => one === form.functie) ?? null,
    ...readUren(form.uren),
    werkdagen: readDagen(form.werkdagen),
    van: readDate(form.van),
    tot: readDate(form.tot),
  };
}

export function parseVervanging(form: TeamIngevuld): VervangForm & { readonly lidId: string | null } {
  const { email, naam } = form;
  return {
    lidId: readId(form.lid),
    email: email.toLowerCase(),
    naam,
    van: readDate(form.van),
    tot: readDate(form.tot),
  };
}

export function parseAfspraak(form: TeamIngevuld): AfspraakForm {
  return {
    ...readUren(form.uren),
    werkdagen: readDagen(form.werkdagen),
    vanaf: readDate(form.vanaf),
    tot: readDate(form.tot),
  };
}

export function parseVertrek(form: TeamIngevuld): VertrekForm & { readonly lidId: string | null } {
  const { wanneer } = form;
  return {
    lidId: readId(form.lid),
    wanneer: wanneer === "nu" || wanneer === "op" ? wanneer : null,
    op: readDate(form.op),
  };
}
export const parseLid = (form: TeamIngevuld) => readId(form.lid);

interface Dialog<Veld extends string> {
  readonly naam: string;
  readonly vandaag: Temporal.PlainDate;
  readonly form: TeamIngevuld;
  readonly problemen?: Problemen<Veld>;
}

const fieldIn =
  <Veld extends Veldnaam>({ form, problemen }: Pick<Dialog<Veld>, "form" | "problemen">) =>
  (id: Veld) => {
    const given: Readonly<Partial<Record<string, Veldprobleem>>> = problemen ?? {};
    return { id, value: form[id], error: veldWords(given[id]) };
  };

export function lidCard(data: Dialog<Toevoegveld>, token: Stamp): Card {
  const field = fieldIn(data);
  return card({
    kind: "Team",
    title: "Iemand toevoegen",
    subtitle: data.naam,
    body: [
      ...wie(field),
      choiceInput({
        ...field("functie"),
        label: "Functie",
        choices: toeTeVoegen.map((one) => ({ title: capital(functieNaam[one]), value: one })),
        style: "compact",
        required: "Kies een functie.",
      }),
      ...afspraak(field),
      dateInput({
        ...field("van"),
        label: "Vanaf",
        min: data.vandaag.toString(),
        required: "Kies een datum.",
      }),
      dateInput({ ...field("tot"), label: "Tot en met (mag leeg)", min: data.vandaag.toString() }),
      smallPrint(
        "Wie je toevoegt, ziet de hulpvragen waarvoor ouders toestemming gaven aan deze functie. Een intern begeleider, coördinator of directeur voegt de beheerder toe.",
      ),
    ],
    actions: [submit({ title: "Voeg toe", verb: teamVerb.lid, token, style: "positive" })],
    fallbackText: "Iemand aan het team toevoegen.",
  });
}

type FieldOf = (id: "email" | "naam") => Omit<Parameters<typeof textInput>[0], "label" | "maxLength">;

function wie(field: FieldOf): Field[] {
  return [
    textInput({
      ...field("email"),
      label: "E-mailadres van het werk",
      maxLength: 250,
      required: "Vul het e-mailadres in.",
    }),
    textInput({
      ...field("naam"),
      label: "Naam (als ik die nog niet ken)",
      maxLength: naamMax,
    }),
  ];
}

function afspraak(
  field: (id: "uren" | "werkdagen") => Omit<Parameters<typeof textInput>[0], "label" | "maxLength">,
): Field[] {
  return [
    textInput({ ...field("uren"), label: `Uren per week (0 tot ${urenMax}, mag leeg)`, maxLength: 5 }),
    choiceInput({
      ...field("werkdagen"),
      label: "Dagen op deze school",
      choices: choicesOf(dagLabel),
      style: "expanded",
      multi: true,
      required: "Kies minstens één dag.",
    }),
  ];
}

export interface MetLeden<Veld extends string> extends Dialog<Veld> {
  readonly leden: readonly Pick<LidFeit, "id" | "persoonId" | "naam" | "functie">[];
}

function kiesLid(
  leden: MetLeden<"lid">["leden"],
  label: string,
  field: { readonly id: string; readonly value?: string | undefined; readonly error?: string | undefined },
): Field {
  return choiceInput({
    ...field,
    label,
    choices: leden.map(({ id, naam, functie }) => ({
      title: `${naam} (${functieKort[functie]})`,
      value: id,
    })),
    style: leden.length > 8 ? "filtered" : "compact",
    required: "Kies een collega.",
  });
}

/** First whose it is about, so that the form can show what holds now. */
export function kiesAfspraakCard(data: MetLeden<"lid">, token: Stamp): Card {
  return card({
    kind: "Team",
    title: "Uren, dagen of laatste dag",
    subtitle: data.naam,
    body: [kiesLid(data.leden, "Van wie?", fieldIn(data)("lid"))],
    actions: [submit({ title: "Verder", verb: teamVerb.kiesAfspraak, token, style: "positive" })],
    fallbackText: "Uren of dagen van een collega.",
  });
}

export function afspraakCard(
  data: Dialog<Afspraakveld> & { readonly lid: Pick<LidFeit, "naam" | "functie"> },
  token: Stamp,
): Card {
  const field = fieldIn(data);
  const { lid, vandaag } = data;
  return card({
    kind: "Team",
    title: lid.naam,
    subtitle: capital(functieNaam[lid.functie]),
    body: [
      ...afspraak(field),
      dateInput({
        ...field("vanaf"),
        label: "Deze uren en dagen gelden vanaf",
        min: vandaag.toString(),
        required: "Kies een datum.",
      }),
      dateInput({ ...field("tot"), label: "Laatste dag in het team (mag leeg)", min: vandaag.toString() }),
      smallPrint("Wat eerder was afgesproken, blijft bewaard voor het weekbericht van de directeur."),
    ],
    actions: [submit({ title: "Bewaar", verb: teamVerb.afspraak, token, style: "positive" })],
    fallbackText: "Uren of dagen van een collega.",
  });
}

/** As it holds now, to be changed. */
export function ingevuld(lid: LidFeit, vandaag: Temporal.PlainDate): TeamIngevuld {
  const { uren, werkdagen: dagen } = lid.afspraak;
  const vanaf = Temporal.PlainDate.compare(lid.van, vandaag) > 0 ? lid.van : vandaag;
  return {
    ...teamLeeg,
    uren: uren === null ? "" : String(uren).replace(".", ","),
    werkdagen: dagen.join(","),
    vanaf: vanaf.toString(),
    tot: lid.tot?.toString() ?? "",
  };
}

export function vervangingCard(data: MetLeden<Toevoegveld | "lid">, token: Stamp): Card {
  const field = fieldIn(data);
  return card({
    kind: "Team",
    title: "Vervanging regelen",
    subtitle: data.naam,
    body: [
      kiesLid(data.leden, "Wie wordt vervangen?", field("lid")),
      paragraph("Wie vervangt?"),
      ...wie(field),
      dateInput({
        ...field("van"),
        label: "Vanaf",
        min: data.vandaag.toString(),
        required: "Kies een datum.",
      }),
      dateInput({
        ...field("tot"),
        label: "Tot en met",
        min: data.vandaag.toString(),
        required: "Kies een datum.",
      }),
      smallPrint(
        "Wie vervangt, krijgt eigen rechten en neemt geen hulpvraag vanzelf over. Na de laatste dag stopt het. Wie wordt vervangen, blijft in het team.",
      ),
    ],
    actions: [submit({ title: "Leg vast", verb: teamVerb.vervanging, token, style: "positive" })],
    fallbackText: "Vervanging van een collega.",
  });
}

export function voorzitterCard(data: MetLeden<"lid">, token: Stamp): Card {
  const field = fieldIn(data)("lid");
  const seen = new Set<string>();
  const each = data.leden.filter(({ persoonId }) => !seen.has(persoonId) && seen.add(persoonId));
  return card({
    kind: "Team",
    title: "Voorzitter kiezen",
    subtitle: data.naam,
    body: [
      kiesLid(
        each.map((lid) => ({ ...lid, id: lid.persoonId })),
        "Wie is de vaste voorzitter?",
        field,
      ),
      smallPrint("Een team heeft één voorzitter. Rondes die al gepland zijn, houden hun eigen voorzitter."),
    ],
    actions: [submit({ title: "Kies", verb: teamVerb.voorzitter, token, style: "positive" })],
    fallbackText: "Een voorzitter kiezen.",
  });
}

export function vertrekCard(data: MetLeden<Vertrekveld | "lid">, token: Stamp): Card {
  const field = fieldIn(data);
  const body: Element[] = [
    kiesLid(data.leden, "Wie vertrekt?", field("lid")),
    choiceInput({
      ...field("wanneer"),
      label: "Wanneer?",
      choices: [
        { title: "Nu: de toegang stopt meteen", value: "nu" },
        { title: "Op een dag: kies hieronder de laatste dag", value: "op" },
      ],
      style: "expanded",
      required: "Kies wanneer.",
    }),
    dateInput({ ...field("op"), label: "Laatste dag", min: data.vandaag.toString() }),
    smallPrint(
      "Wie weg is, ziet niets meer van dit team. Een regierol gaat naar de intern begeleider. Acties die blijven liggen, kun je overdragen.",
    ),
  ];
  return card({
    kind: "Team",
    title: "Iemand vertrekt",
    subtitle: data.naam,
    body,
    actions: [submit({ title: "Leg vast", verb: teamVerb.vertrek, token, style: "destructive" })],
    fallbackText: "Een collega vertrekt uit het team.",
  });
}

/** For who works in more teams. */
export function kiesTeamCard(
  teams: readonly { readonly sztId: string; readonly naam: string }[],
  token: Stamp,
): Card {
  return card({
    kind: "Team",
    title: "Welk team wil je zien?",
    body: [
      choiceInput({
        id: "lid",
        label: "Team",
        choices: teams.map(({ sztId, naam }) => ({ title: naam, value: sztId })),
        style: teams.length > 6 ? "filtered" : "expanded",
        required: "Kies een team.",
      }),
    ],
    actions: [submit({ title: "Toon", verb: teamVerb.kies, token, style: "positive" })],
    fallbackText: "Welk team wil je zien?",
  });
}
