/** The card of one hulpvraag, that everybody around it uses: each sees what is theirs, and what they can do now. */
import type { HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import { aanmeldingSection } from "./aanmelding.ts";
import { actionLimit, execute, type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, row } from "./card.ts";
import { overflowOf, placedActions } from "./hulpvraag-action.ts";
import { nowElements, nowOf } from "./hulpvraag-now.ts";
import {
  actiesSection,
  besluitSection,
  correctiesSection,
  rondeSection,
  vraagSection,
} from "./hulpvraag-section.ts";
import { hulpvraagVerb } from "./hulpvraag-verb.ts";
import { pauzeSection } from "./pauze.ts";
import { regierolSections } from "./regierol.ts";
import { list, paragraph, smallPrint } from "./text.ts";
import { tijdlijnSection } from "./tijdlijn.ts";
import { toestemmingSection } from "./toestemming.ts";
import { trajectSection } from "./traject.ts";
import { voortgangSection } from "./voortgang.ts";
import { wachtlijstSection } from "./wachtlijst.ts";
import { leerjaarLabel, statusLabel, statusTone } from "./word.ts";

/** Says nothing: a lock screen shows it. */
export const hulpvraagSummary = "Een hulpvraag in Zorgronde";

export function hulpvraagCard(gezien: HulpvraagGezien, token: Stamp, lead?: string): Card {
  const now = nowOf(gezien);
  const { first, rest } = placedActions(gezien, now.acts, token);
  return card({
    kind: "Hulpvraag",
    title: gezien.referentie,
    subtitle: whoLine(gezien),
    status: { text: statusLabel[gezien.status], tone: statusTone[gezien.status] },
    ...(lead ? { lead } : {}),
    body: [...nowElements(gezien, now, first), ...sections(gezien)],
    actions: rest,
    fallbackText: hulpvraagSummary,
  });
}

function whoLine({ leerling, school }: HulpvraagGezien): string {
  if (!leerling) return school;
  const { naam, leerjaar } = leerling;
  return [naam, ...(leerjaar ? [leerjaarLabel[leerjaar]] : []), school].join(" · ");
}

function sections(gezien: HulpvraagGezien): Element[] {
  if (gezien.onleesbaar) return [];
  const parts = [
    ...pauzeSection(gezien),
    ...vraagSection(gezien),
    ...toestemmingSection(gezien),
    ...rondeSection(gezien),
    ...besluitSection(gezien),
    ...regierolSections(gezien),
    ...voortgangSection(gezien),
    ...trajectSection(gezien),
    ...aanmeldingSection(gezien),
    ...wachtlijstSection(gezien),
    ...actiesSection(gezien),
    ...correctiesSection(gezien),
    ...tijdlijnSection(gezien),
  ];
  return gezien.wat || gezien.status === "ingetrokken"
    ? parts
    : [...parts, smallPrint("Meer zie je hier niet. Dat hoort bij de toestemming.")];
}

/** What did not fit on the card. */
export function meerCard(gezien: HulpvraagGezien, token: Stamp): Card {
  const more = overflowOf(gezien, nowOf(gezien).acts);
  return card({
    kind: `Hulpvraag ${gezien.referentie}`,
    title: "Wat wil je doen?",
    body: more.length === 0 ? [paragraph("Er is nu niets meer te kiezen. Kijk op de kaart.")] : [],
    actions: more.slice(0, actionLimit).map(({ title, verb }) => submit({ title, verb, token })),
    fallbackText: "Wat wil je doen met deze hulpvraag?",
  });
}

export function intrekkenCard({ referentie }: { readonly referentie: string }, token: Stamp): Card {
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "Hulpvraag intrekken?",
    tone: "warning",
    body: [
      paragraph("Dit kun je niet terugdraaien. Dit gebeurt meteen:"),
      list([
        "de hulpvraag gaat van elke agenda af;",
        "een regierol, een aanbod en open termijnen stoppen;",
        "anderen zien de hulpvraag niet meer.",
      ]),
      smallPrint(
        "Trekt een ouder alleen de toestemming in? Kies dan op de kaart: Toestemming, en daar: Intrekken of bezwaar.",
      ),
    ],
    actions: [submit({ title: "Ja, trek in", verb: hulpvraagVerb.intrekken, token, style: "destructive" })],
    fallbackText: "Hulpvraag intrekken.",
  });
}

/** As many as fit a card on a phone. */
const listed = 15;

/** Without names: those stand on the card of the hulpvraag itself, where each reading of one is logged. */
export function mijnHulpvragenCard(hulpvragen: readonly HulpvraagGezien[], token: Stamp): Card {
  return card({
    kind: "Hulpvragen",
    title: "Mijn hulpvragen",
    lead:
      hulpvragen.length > 0
        ? "Dit zijn de open hulpvragen waar je iets mee kunt. De laatst veranderde staat bovenaan."
        : "Er is nu geen open hulpvraag waar je iets mee kunt.",
    body: [
      ...hulpvragen.slice(0, listed).map((gezien) => listRow(gezien, token)),
      ...(hulpvragen.length > 0 ? [listNote(hulpvragen.length)] : []),
    ],
    fallbackText: "Je open hulpvragen.",
  });
}

function listRow(gezien: HulpvraagGezien, token: Stamp): Element {
  const about = `${gezien.id}/${gezien.versie}`;
  return row({
    title: gezien.referentie,
    status: { text: statusLabel[gezien.status], tone: statusTone[gezien.status] },
    lines: [gezien.school],
    actions: [execute({ title: "Bekijken", verb: hulpvraagVerb.toon, token, about })],
  });
}

function listNote(count: number): Element {
  const more = count > listed ? `En nog ${count - listed}: typ het nummer om er een te zien. ` : "";
  return smallPrint(`${more}De naam staat alleen op de kaart van de hulpvraag zelf.`);
}

export const hulpvraagWords = {
  below: "Ik zet de hulpvraag onderaan in deze chat.",
  ready: "De hulpvraag staat klaar voor de volgende overlegronde.",
  notWhole: "Klaarzetten kan nog niet: vul eerst alle stappen in.",
  notNow: "Dat kan nu niet bij deze hulpvraag. Je ziet nu hoe het ervoor staat.",
  dialogTitle: "Hulpvraag",
} as const;
