/**
 * Shown at once when a message signals danger or abuse. Numbers stand as text, because a phone dials from text and
 * Teams does not open tel: links. Steps: Verbeterde meldcode huiselijk geweld en kindermishandeling (2019).
 */
import { openUrl } from "./button.ts";
import { type Card, card, type Element, section } from "./card.ts";
import { bold, list, paragraph, type Sentence, smallPrint } from "./text.ts";

function number(digits: string, when: string): Element {
  return {
    type: "Container",
    spacing: "Medium",
    items: [
      paragraph(when, { spacing: "None" }),
      {
        type: "TextBlock",
        text: digits,
        size: "ExtraLarge",
        weight: "Bolder",
        color: "Attention",
        wrap: true,
        spacing: "None",
      },
    ],
  };
}

export type CrisisPlace = "chat" | "kanaal";

/** In a channel the message itself stays where everybody reads it: only the writer can take it away. */
const kept: Record<CrisisPlace, Parameters<typeof paragraph>[0]> = {
  chat: [bold("Je bericht is niet bewaard"), " en er is geen hulpvraag van gemaakt."],
  kanaal: [
    bold("Haal je bericht hier zelf weg"),
    ": iedereen in dit kanaal kan het lezen. Ik heb het niet bewaard.",
  ],
};

export const meldcode: readonly Sentence[] = [
  [bold("Breng de signalen in kaart"), ": schrijf op wat je ziet en hoort."],
  [bold("Overleg"), " met een collega of de aandachtsfunctionaris, en zo nodig met Veilig Thuis."],
  [bold("Praat"), " met de ouders en met het kind, als dat veilig kan."],
  [bold("Weeg"), " het geweld of de verwaarlozing. Twijfel je? Vraag Veilig Thuis."],
  [bold("Beslis"), ": is melden nodig, en is hulp nodig?"],
];

export function crisisCard({ place = "chat" }: { place?: CrisisPlace } = {}): Card {
  return card({
    kind: "Veiligheid",
    title: "Is een kind in gevaar? Bel nu.",
    tone: "attention",
    body: [
      number("112", "Direct gevaar: politie, ambulance of brandweer"),
      number("0800-2000", "Veilig Thuis: advies of melden, gratis, dag en nacht"),
      number("0800-0113", "113 Zelfmoordpreventie: gratis en anoniem, dag en nacht"),
      paragraph("Advies vragen bij Veilig Thuis mag zonder de naam van het kind te noemen."),
      section(
        "De stappen van de meldcode",
        list(meldcode, "steps"),
        paragraph("Bij direct gevaar hoef je niet eerst alle stappen te doen."),
      ),
      paragraph(kept[place]),
      smallPrint("Ging je bericht over iets anders? Typ help om te zien wat je kunt doen."),
    ],
    actions: [openUrl({ title: "Naar veiligthuis.nl", url: "https://veiligthuis.nl" })],
    fallbackText:
      "Direct gevaar: bel 112. Veilig Thuis: 0800-2000, dag en nacht. Je bericht is niet bewaard.",
  });
}
