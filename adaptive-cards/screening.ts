/** What the screening found in a text, shown beside its field: why it matters, one tap to replace it, or a reason to keep it. */
import { z } from "zod/v4";
import { type FindingType, findingTypes } from "#domain/screening.ts";
import { type Behoudreden, behoudredenen, type Laat } from "#domain/screening-keuze.ts";
import type { Veldprobleem } from "#domain/veld.ts";
import { buttons, type Stamp, submit } from "./button.ts";
import type { Element } from "./card.ts";
import { choiceInput, type Field } from "./input.ts";
import { list, shorten, smallPrint } from "./text.ts";
import { join } from "./word.ts";

type Bevat = Extract<Veldprobleem, { kind: "bevat" }>;

/** What it is, as part of a sentence. */
const kindWords: Record<FindingType, string> = {
  name: "de naam",
  bsn: "het BSN",
  phone: "het telefoonnummer",
  email: "het e-mailadres",
  address: "het adres",
  postcode: "de postcode",
  birthdate: "de geboortedatum",
  school: "de naam van de school",
  diagnosis: "de diagnose of het medicijn",
  family: "wat over het gezin gaat",
  other: "het nummer of kenmerk",
};

const whyWords: Record<FindingType, string> = {
  name: "Een naam van een ander is voor deze vraag niet nodig.",
  bsn: "Een BSN bewaar ik nooit.",
  phone: "Een telefoonnummer hoort in het dossier van school.",
  email: "Een e-mailadres hoort in het dossier van school.",
  address: "Een adres hoort in het dossier van school.",
  postcode: "Een postcode hoort in het dossier van school.",
  birthdate: "De maand en het jaar van geboorte staan al in de hulpvraag. Meer is niet nodig.",
  school: "Welke school of instelling, zegt vaak al om wie het gaat.",
  diagnosis: "Een diagnose is extra beschermd. Schrijf liever wat je ziet en wat nodig is.",
  family: "Dit gaat over anderen dan de leerling. Schrijf alleen wat nodig is voor de vraag.",
  other: "Dit hoort in het dossier van school.",
};

const reasonLabel: Record<Behoudreden, string> = {
  geen_persoonsgegeven: "Het gaat niet over een persoon",
  nodig_voor_de_vraag: "Zonder dit is de vraag niet te begrijpen",
  ouders_willen_dit: "De ouders of de leerling willen dit erin",
};

export const screeningWords = {
  replaced: "Vervangen. Lees het nog een keer en verstuur het dan.",
} as const;

const typesOf = ({ gevonden }: Bevat) =>
  findingTypes.filter((type) => gevonden.some((one) => one.type === type));

/** The sentence after "Pas aan:". With the text itself the words that were found are named, for the one who typed them. */
export function foundWords(problem: Bevat, text?: string): string {
  const types = typesOf(problem);
  const what = join(
    types.filter((type) => type !== "bsn").map((type) => `${kindWords[type]}${saidOf(problem, type, text)}`),
  );
  if (types.includes("bsn"))
    return `haal het BSN weg. Een BSN bewaar ik nooit.${what && text !== undefined ? ` Ik zie ook ${what}.` : ""}`;
  return problem.magBlijven
    ? `ik zie ${what}. Haal het weg, of kies waarom het blijft staan.`
    : `haal ${what} weg.`;
}

function saidOf({ gevonden }: Bevat, type: FindingType, text: string | undefined): string {
  if (text === undefined) return "";
  const said = gevonden
    .filter((one) => one.type === type)
    .slice(0, 3)
    .map(({ start, end }) => `“${shorten(text.slice(start, end), 30)}”`);
  return ` (${said.join(", ")})`;
}

export interface ScreenedField {
  /** The name of the field on the form. */
  readonly veld: string;
  readonly input: Field;
  readonly problem: Veldprobleem | undefined;
  /** The reason that was given to keep it: shown again while something else must still be mended. */
  readonly laat?: Behoudreden | undefined;
  /** Where nobody asked the parents, they cannot be why something stays. */
  readonly zonderOuders?: boolean;
  /** What replaces; the field that it is about goes along. */
  readonly press: { readonly verb: string; readonly token: Stamp };
}

/** A field with a free text, and beneath it what to do about what was found. */
export function screenedField({ veld, input, problem, laat, zonderOuders, press }: ScreenedField): Element[] {
  const keep = keepChoice(
    veld,
    laat,
    behoudredenen.filter((reden) => !zonderOuders || reden !== "ouders_willen_dit"),
  );
  if (problem?.kind !== "bevat") return laat ? [input, keep] : [input];
  const types = typesOf(problem);
  return [
    input,
    list(types.map((type) => whyWords[type])),
    buttons([submit({ ...press, title: "Vervang wat is gevonden", more: { [replaceKey]: veld } })]),
    ...(problem.magBlijven
      ? [
          keep,
          smallPrint("Laat je het staan? Dan leg ik vast dat het is gemeld en waarom. De woorden zelf niet."),
        ]
      : []),
  ];
}

function keepChoice(veld: string, laat: Behoudreden | undefined, redenen: readonly Behoudreden[]): Field {
  return choiceInput({
    id: keepKey(veld),
    label: laat ? "Dit blijft staan, omdat:" : "Of laat het staan, omdat:",
    choices: redenen.map((value) => ({ title: reasonLabel[value], value })),
    style: "compact",
    placeholder: "Kies een reden",
    value: laat,
  });
}

const replaceKey = "vervang";
const keepKey = (veld: string): string => `laat_${veld}`;
const sentSchema = z.record(z.string(), z.unknown()).catch({});
const reasonSchema = z.enum(behoudredenen);

export interface Keuzes<Veld extends string> {
  readonly laat: Laat<Veld>;
  /** The field whose findings must be replaced before anything else happens. */
  readonly vervang: Veld | null;
}

/** The choices that came with a form, for these fields only. */
export function screeningSubmitted<Veld extends string>(
  input: unknown,
  velden: readonly Veld[],
): Keuzes<Veld> {
  const sent = sentSchema.parse(input);
  const kept = velden.flatMap((veld) => {
    const reason = reasonSchema.safeParse(sent[keepKey(veld)]);
    return reason.success ? [[veld, reason.data] as const] : [];
  });
  const laat: Partial<Record<Veld, Behoudreden>> = {};
  for (const [veld, reason] of kept) laat[veld] = reason;
  return { laat, vervang: velden.find((veld) => veld === sent[replaceKey]) ?? null };
}
