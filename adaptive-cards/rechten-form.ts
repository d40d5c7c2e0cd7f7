/** What the forms around the rights have in common: who asks, how that is known, and why something cannot be done. */
import {
  type Identiteit,
  identiteiten,
  type Recht,
  type Verzoeker,
  type VerzoekProbleem,
  verzoekers,
} from "#domain/rechten.ts";
import type { Element } from "./card.ts";
import { choiceInput, choicesOf, type Field } from "./input.ts";
import { codeField, codesField } from "./regierol-form.ts";
import { list, paragraph } from "./text.ts";
import { capital, join, partijLabel } from "./word.ts";

export const verzoekerLabel: Record<Verzoeker, string> = {
  ...partijLabel,
  ouder_zonder_gezag: "Ouder zonder gezag",
};

export const identiteitLabel: Record<Identiteit, string> = {
  bekend: "Ik ken deze persoon zelf",
  legitimatie_gezien: "Ik heb een legitimatiebewijs gezien (geen kopie gemaakt)",
  digitaal_geverifieerd: "Digitaal, identiteit gecontroleerd",
};

export const verzoekFields = { van: codesField(verzoekers), identiteit: codeField(identiteiten) };

export interface VerzoekFilled {
  readonly van?: readonly string[];
  readonly identiteit?: string | null;
  readonly leeg?: readonly string[];
}

const empty = "dit is nog leeg.";
/** The mark of a field that was left empty. */
export function emptyField(
  filled: { readonly leeg?: readonly string[] },
  veld: string,
): { readonly error?: string } {
  return filled.leeg?.includes(veld) ? { error: empty } : {};
}

/** Who asks, and how the ib knows that it is them (AVG art. 12 lid 6). */
export function verzoekInputs(
  filled: VerzoekFilled,
  {
    choices = verzoekerLabel,
    hint = "",
    verplicht = [],
  }: {
    readonly choices?: Readonly<Record<string, string>>;
    readonly hint?: string;
    /** Those that may never stay empty; the others depend on what else is filled in. */
    readonly verplicht?: readonly ("van" | "identiteit")[];
  } = {},
): readonly Field[] {
  return [
    choiceInput({
      id: "van",
      label: "Wie vraagt dit?",
      ...(verplicht.includes("van") ? { required: "Kies wie het vraagt." } : {}),
      choices: choicesOf(choices),
      style: "expanded",
      multi: true,
      value: filled.van,
      ...emptyField(filled, "van"),
    }),
    choiceInput({
      id: "identiteit",
      label: `Hoe weet je dat die persoon het is?${hint}`,
      ...(verplicht.includes("identiteit") ? { required: "Kies hoe je dat weet." } : {}),
      choices: choicesOf(identiteitLabel),
      style: "expanded",
      value: filled.identiteit ?? undefined,
      ...emptyField(filled, "identiteit"),
    }),
  ];
}

type Guidance = { readonly title: string; readonly what: string; readonly todo: readonly string[] };

/** What is said when it cannot be done for who asks, and what can be done instead. */
export function guidanceOf(waarom: VerzoekProbleem, recht: Recht): Guidance {
  switch (waarom.kind) {
    case "leeg":
      return { title: "Wie vraagt dit?", what: "Kies eerst wie het vraagt.", todo: [] };
    case "gezag_controleren":
      return {
        title: "Kijk eerst het gezag na",
        what: "Ik weet niet wie er over deze leerling beslist.",
        todo: [
          "Kijk in het gezagsregister, of vraag het de ouders.",
          "Zet het goed met Gegevens corrigeren. Doe dit daarna opnieuw.",
        ],
      };
    case "leerling_zelf":
      return {
        title: "De leerling vraagt dit zelf",
        what: "Deze leerling is 16 of ouder, of wordt deze maand 16. Dan vraagt de leerling dit zelf (UAVG art. 5).",
        todo: [
          "Vraag de leerling of die het wil. Kies dan: Leerling.",
          "Ouders krijgen het alleen als de leerling dat goed vindt. De leerling kan de kopie zelf doorgeven.",
        ],
      };
    case "nog_geen_zestien":
      return {
        title: "De ouders of voogd vragen dit",
        what: "Deze leerling is nog geen 16. Wie het gezag heeft, vraagt dit voor de leerling.",
        todo: [
          "Praat met de leerling: wat wil die weten of veranderen?",
          "Kijk samen met de leerling, of vraag een ouder om mee te vragen.",
        ],
      };
    case "geen_gezag":
      return {
        title: "Deze persoon beslist niet mee",
        what: "Volgens wat er staat, heeft deze persoon geen gezag.",
        todo: [
          "Klopt dat niet? Zet het gezag goed met Gegevens corrigeren.",
          "Is het een ouder zonder gezag? Kies dan: Ouder zonder gezag.",
        ],
      };
    case "alleen_informatie":
      return withoutGezag(recht);
    case "niet_iedereen":
      return {
        title: "Nog niet iedereen vraagt dit",
        what: `Wissen kun je niet terugdraaien. Vraag ook ${join(waarom.ontbreekt.map((partij) => partijLabel[partij].toLowerCase()))} of die het wil.`,
        todo: [
          "Willen ze allebei iets anders? Dan blijft het staan. Overleg met je directeur.",
          "Mag iemand iets niet meer zien? Trek dan de toestemming in. Dat kan één ouder alleen.",
        ],
      };
  }
}

/** BW 1:377c gives a parent without gezag information, and nothing that is for who decides. */
function withoutGezag(recht: Recht): Guidance {
  switch (recht) {
    case "correctie":
      return {
        title: "Een ouder zonder gezag kan dit niet laten aanpassen",
        what: "Wie het gezag heeft, vraagt om een correctie. Een ouder zonder gezag kan wel zeggen dat er iets niet klopt. Jij kijkt dan zelf.",
        todo: [
          "Klopt het inderdaad niet? Verbeter het zelf. Kies dan bij wie het vraagt: Niemand, de school zag het zelf.",
          "Weet je het niet zeker? Vraag het aan wie het gezag heeft, of aan de leerling.",
          "Ben je het er niet mee eens? Vertel de ouder waarom, en waar die kan klagen.",
        ],
      };
    case "verwijderen":
      return {
        title: "Een ouder zonder gezag kan dit niet laten wissen",
        what: "Wissen vraagt wie het gezag heeft. Ben je het met deze ouder eens dat iets er niet had mogen staan? Dan kan de school dat zelf besluiten.",
        todo: [
          "Had het er niet mogen staan? Kies bij de reden: Het had niet vastgelegd mogen worden.",
          "Anders: vertel de ouder waarom het blijft, en waar die kan klagen.",
        ],
      };
    case "inzage":
    case "bewaartermijn":
      return {
        title: "Een ouder zonder gezag krijgt informatie, geen kopie",
        what: "Op verzoek vertel je deze ouder over belangrijke feiten: hoe het gaat, en wat er is afgesproken (BW 1:377c).",
        todo: [
          "Vertel het niet als de ouder met gezag het ook niet zou krijgen.",
          "Vertel het niet als dat niet goed is voor het kind.",
          "Twijfel je? Overleg met je directeur. Noteer in het leerlingdossier wat je hebt verteld.",
        ],
      };
  }
}

export function guidanceElements({ what, todo }: Guidance): readonly Element[] {
  return [paragraph(what), ...(todo.length > 0 ? [list(todo.map(capital))] : [])];
}
