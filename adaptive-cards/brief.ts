/** The dialogs around a letter or the folder: what is chosen, and then the link, with what to do with the paper. */
import { z } from "zod/v4";
import {
  type Brief,
  type BriefContact,
  type BriefKeuze,
  briefDoelen,
  briefDoelSchema,
  briefSchema,
  type Lezer,
  type Vertaling,
  vertalingen,
  vertalingSchema,
} from "#domain/brief.ts";
import { type Functie, functieSchema } from "#domain/code.ts";
import type { BriefGezien, BriefProbleem, BriefProblemen, BriefVeld, GeenBrief } from "#domain/see-brief.ts";
import { plainDateSchema } from "#domain/tijd.ts";
import { briefVerb } from "./brief-verb.ts";
import { type Action, openDialog, openUrl, type Stamp, submit } from "./button.ts";
import { type Card, card, notice } from "./card.ts";
import { choiceInput, choicesOf, dateInput, toggleInput } from "./input.ts";
import { list, paragraph, smallPrint } from "./text.ts";
import { doelLabel } from "./toestemming-word.ts";
import { type Form, veldWords } from "./veld.ts";
import { capital, formatDate, functieNaam, join } from "./word.ts";

export const briefLabel: Record<Brief, string> = {
  schriftelijk: "Toestemming vragen: een formulier om te tekenen",
  instemming: "Laten weten: met een dag om bezwaar te maken",
  regierol: "Akkoord vragen voor de regierol",
};

export const briefNaam: Record<Brief, string> = {
  schriftelijk: "Toestemming vragen",
  instemming: "Laten weten, met bezwaar",
  regierol: "Akkoord voor de regierol",
};

export const taalLabel: Record<Vertaling, string> = {
  engels: "Engels",
  turks: "Turks",
  arabisch: "Arabisch",
  pools: "Pools",
  oekraiens: "Oekraïens",
};

const geenTaal = "geen";
const taalChoices = [
  { title: "Alleen Nederlands", value: geenTaal },
  ...choicesOf(taalLabel, vertalingen).map(({ title, value }) => ({
    title: `Nederlands, met ${title} ernaast`,
    value,
  })),
];

/** For any card about a hulpvraag that the ib keeps; `about` when the card shows more of them. */
export function briefButton(token: Stamp, about?: string): Action {
  return openDialog({
    title: "Brief voor ouders",
    verb: briefVerb.open,
    token,
    ...(about === undefined ? {} : { about }),
  });
}

/** What was sent, field by field, to draw it again. */
export type BriefForm = Form<BriefVeld>;

const asSent = z.string().max(400).catch("");
const fields = ["brief", "vertaling", "tolk", "partners", "doelen", "terugAan", "uiterlijk"] as const;
export function briefForm(input: unknown): BriefForm {
  const sent = z.record(z.string(), z.unknown()).catch({}).parse(input);
  return Object.fromEntries(fields.map((name) => [name, asSent.parse(sent[name])])) as BriefForm;
}

/** The usual choice. */
export function briefStart(gezien: BriefGezien, bezwaarTot: Temporal.PlainDate): BriefForm {
  return {
    brief: gezien.brieven[0] ?? "",
    vertaling: geenTaal,
    tolk: "",
    partners: gezien.partners.join(","),
    doelen: "",
    terugAan: gezien.terugAan[0] ?? "",
    uiterlijk: bezwaarTot.toString(),
  };
}

const language = z.union([z.literal(geenTaal).transform(() => null), vertalingSchema]);
export const briefSubmitted = z.object({
  brief: briefSchema,
  vertaling: language,
  tolk: z.string().transform((text) => text === "true"),
  partners: z
    .string()
    .transform((text) => text.split(",").filter((part) => part !== ""))
    .pipe(z.array(functieSchema)),
  doelen: z
    .string()
    .transform((text) => text.split(",").filter((part) => part !== ""))
    .pipe(z.array(briefDoelSchema)),
  terugAan: functieSchema,
  uiterlijk: plainDateSchema,
});

export interface BriefData {
  readonly gezien: BriefGezien;
  readonly form: BriefForm;
  readonly problemen?: BriefProblemen;
}

export function briefCard({ gezien, form, problemen = {} }: BriefData, token: Stamp): Card {
  const names = (list: readonly Functie[]) =>
    list.map((functie) => ({ title: capital(functieNaam[functie]), value: functie }));
  return card({
    kind: `Hulpvraag ${gezien.referentie}`,
    title: gezien.lezer === "leerling" ? "Brief voor de leerling" : "Brief voor ouders",
    lead: "Ik maak een brief op één blad. De naam en de vraag schrijf je er zelf op.",
    body: [
      ...(gezien.verzwegen
        ? [
            notice(
              "warning",
              "De ouders weten niet wat er zonder hen is gevraagd of besproken. Geef deze brief alleen als dat veilig is voor het kind.",
            ),
          ]
        : []),
      ...(gezien.lezer === "leerling"
        ? [
            notice(
              "info",
              "De leerling is 16 jaar of ouder. Daarom is de brief voor de leerling zelf. De ouders horen het alleen als de leerling dat goed vindt.",
            ),
          ]
        : []),
      choiceInput({
        id: "brief",
        label: "Welke brief?",
        choices: choicesOf(briefLabel, gezien.brieven),
        style: "expanded",
        value: form.brief,
        error: words(problemen.brief),
        required: "Kies een brief.",
      }),
      choiceInput({
        id: "vertaling",
        label: "Taal",
        choices: taalChoices,
        style: "compact",
        value: form.vertaling,
        error: words(problemen.vertaling),
        required: "Kies een taal.",
      }),
      toggleInput({
        id: "tolk",
        label: "Is er een tolk nodig bij het gesprek?",
        title: "Ja, dat staat dan in de brief",
        value: form.tolk === "true",
      }),
      choiceInput({
        id: "partners",
        label: "Wie horen de naam en de vraag?",
        choices: names(gezien.tafel),
        style: "expanded",
        multi: true,
        value: form.partners,
        error: words(problemen.partners),
        required: "Kies wie erbij moet zijn.",
      }),
      choiceInput({
        id: "doelen",
        label: "Vraag je in deze brief nog meer? (alleen bij: Toestemming vragen)",
        choices: choicesOf(doelLabel, briefDoelen),
        style: "expanded",
        multi: true,
        value: form.doelen,
        error: words(problemen.doelen),
      }),
      dateInput({
        id: "uiterlijk",
        label: "Terug op school, of bezwaar, uiterlijk",
        min: gezien.vandaag.toString(),
        value: form.uiterlijk,
        error: words(problemen.uiterlijk),
        required: "Kies een datum.",
      }),
      choiceInput({
        id: "terugAan",
        label: "Terug naar",
        choices: names(gezien.terugAan),
        style: "compact",
        value: form.terugAan,
        error: words(problemen.terugAan),
        required: "Kies aan wie.",
      }),
    ],
    actions: [submit({ title: "Maak de brief", verb: briefVerb.maak, token, style: "positive" })],
    fallbackText: "Een brief voor ouders maken.",
  });
}

function words(problem: BriefProbleem | undefined): string | undefined {
  if (problem?.kind === "te_vroeg") {
    return `kies ${formatDate(problem.vanaf)} of later. Zo lang mag iemand bezwaar maken.`;
  }
  if (problem?.kind === "alleen_schriftelijk") return "dit kan alleen met de brief: Toestemming vragen.";
  return veldWords(problem);
}

const contactNaam: Record<keyof BriefContact, string> = {
  adres: "het adres van de school",
  telefoon: "het telefoonnummer voor vragen",
  klachtenregeling: "het adres voor klachten",
  functionarisGegevensbescherming: "de functionaris gegevensbescherming",
};

export interface BriefKlaar {
  readonly url: string;
  readonly keuze: BriefKeuze;
  readonly lezer: Lezer;
  readonly ontbreekt: readonly (keyof BriefContact)[];
  readonly tolkentelefoon: string | null;
}

export function briefKlaarCard({ url, keuze, lezer, ontbreekt, tolkentelefoon }: BriefKlaar): Card {
  return card({
    kind: "Brief",
    title: "De brief is klaar",
    subtitle: briefNaam[keuze.brief],
    body: [
      list(
        [
          "Open de brief en druk hem af.",
          keuze.brief === "regierol"
            ? "Schrijf de naam erop."
            : `Schrijf de naam en de vraag erop. Doe dat het liefst samen met de ${lezer}.`,
          handOver[keuze.brief],
        ],
        "steps",
      ),
      ...(keuze.vertaling ? [notice("warning", unchecked(keuze.vertaling))] : []),
      ...(keuze.tolk ? [notice("info", interpreter(tolkentelefoon))] : []),
      ...missing(ontbreekt),
      smallPrint("Ik bewaar geen brieven en geen formulieren. Leg het papier in het leerlingdossier."),
      linkPrint(),
    ],
    actions: [openUrl({ title: "Open de brief (pdf)", url })],
    fallbackText: "De brief is klaar.",
  });
}

const handOver: Record<Brief, string> = {
  schriftelijk: "Is het formulier terug? Leg het antwoord dan hier vast.",
  instemming: "Geef of stuur de brief vandaag. Wordt het later? Maak dan een nieuwe, met een latere dag.",
  regierol: "Is het formulier terug? Leg het akkoord dan vast bij Terugkoppeling.",
};

const unchecked = (taal: Vertaling): string =>
  `Een moedertaalspreker heeft de tekst in het ${taalLabel[taal]} nog niet nagekeken. Dat staat ook in de brief. De Nederlandse tekst geldt.`;

const interpreter = (telefoon: string | null): string =>
  telefoon === null
    ? "Regel een tolk voor het gesprek. Vraag je samenwerkingsverband naar de Tolkentelefoon. Vraag geen familielid om te tolken, en zeker geen kind."
    : `Regel een tolk voor het gesprek. Tolkentelefoon: ${telefoon}. Vraag geen familielid om te tolken, en zeker geen kind.`;

function missing(ontbreekt: BriefKlaar["ontbreekt"]) {
  if (ontbreekt.length === 0) return [];
  const what = join(ontbreekt.map((field) => contactNaam[field]));
  return [notice("warning", `Vul dit met de pen in: ${what}. De beheerder kan het vast instellen.`)];
}

const linkPrint = () => smallPrint("De link werkt één keer, tien minuten lang. Geef hem niet door.");

/** Why there is no letter, and what to do. */
export const geenBriefWords: Record<Exclude<GeenBrief, "onzichtbaar">, string> = {
  niet_nu:
    "Bij deze hulpvraag kan nu geen brief. Vul eerst alle stappen in, of kijk of de hulpvraag al dicht is.",
  uitzondering:
    "De directeur is gevraagd of het zonder de ouders mag, omdat vragen het kind in gevaar brengt. Daarom maak ik geen brief. Bespreek met de directeur wanneer de ouders het horen.",
  gezag_controleren: "Kijk eerst na wie het gezag heeft, bij Toestemming. Dan weet ik wie moet tekenen.",
  geboortemaand_onmogelijk:
    "De geboortemaand kan niet kloppen. Pas die eerst aan. Dan weet ik wie moet tekenen.",
  geen_partners:
    "In het team zit nu niemand om mee te overleggen. Vraag de beheerder het team aan te vullen.",
};

export interface FolderData {
  readonly scholen: readonly { readonly id: string; readonly naam: string }[];
  readonly form?: FolderForm;
  readonly melding?: string;
}

const folderFields = ["school", "vertaling"] as const;
export type FolderForm = Form<(typeof folderFields)[number]>;
export function folderForm(input: unknown): FolderForm {
  const sent = z.record(z.string(), z.unknown()).catch({}).parse(input);
  return Object.fromEntries(folderFields.map((name) => [name, asSent.parse(sent[name])])) as FolderForm;
}
export const folderSubmitted = z.object({ school: z.uuid(), vertaling: language });

/** In the chat: a dialog asks the rest. */
export function folderStartCard(token: Stamp): Card {
  return card({
    kind: "Folder",
    title: "Informatie voor ouders",
    lead: "Ik maak een folder over jullie School Zorg Team, op één blad. Er staat niets in over een kind.",
    body: [
      list([
        "wat het team is en wie erin zitten;",
        "wat jullie delen, en wie beslist;",
        "welke rechten ouders hebben, en waar zij een klacht kunnen doen.",
      ]),
      smallPrint("Een brief over één kind maak je op de kaart van de hulpvraag."),
    ],
    actions: [openDialog({ title: "Maak de folder", verb: briefVerb.vraagFolder, token, style: "positive" })],
    fallbackText: "Een folder voor ouders maken.",
  });
}

export function folderCard({ scholen, form, melding }: FolderData, token: Stamp): Card {
  return card({
    kind: "Folder",
    title: "Folder over het team",
    body: [
      ...(melding ? [notice("warning", melding)] : []),
      choiceInput({
        id: "school",
        label: "School",
        choices: scholen.map(({ id, naam }) => ({ title: naam, value: id })),
        style: "compact",
        value: form?.school ?? (scholen.length === 1 ? scholen[0]?.id : undefined),
        required: "Kies een school.",
      }),
      choiceInput({
        id: "vertaling",
        label: "Taal",
        choices: taalChoices,
        style: "compact",
        value: form?.vertaling ?? geenTaal,
        required: "Kies een taal.",
      }),
    ],
    actions: [submit({ title: "Maak de folder", verb: briefVerb.folder, token, style: "positive" })],
    fallbackText: "Een folder over het team maken.",
  });
}

export function folderKlaarCard({
  url,
  vertaling,
  ontbreekt,
}: Pick<BriefKlaar, "url" | "ontbreekt"> & { readonly vertaling: Vertaling | null }): Card {
  return card({
    kind: "Folder",
    title: "De folder is klaar",
    body: [
      paragraph("Druk de folder af, of zet hem op de site van de school."),
      ...(vertaling ? [notice("warning", unchecked(vertaling))] : []),
      ...missing(ontbreekt),
      linkPrint(),
    ],
    actions: [openUrl({ title: "Open de folder (pdf)", url })],
    fallbackText: "De folder is klaar.",
  });
}

export const briefWords = {
  dialogTitle: "Brief voor ouders",
  folderTitle: "Folder",
  chooseFolder: "Kies een school en een taal.",
  noTeam: "Je zit nu in geen School Zorg Team. Daarom kan ik geen folder maken. Vraag het de beheerder.",
} as const;
