/** Everything about the toestemming of one hulpvraag: how it stands, which ground, and what the ib can record. */
import type { ToestemmingGezien } from "#domain/see-toestemming.ts";
import type { UitzonderingStand } from "#domain/uitzondering.ts";
import { type Action, type Stamp, submit } from "./button.ts";
import { type Card, card, type Element, notice, row, section } from "./card.ts";
import { toestemmingVerb } from "./hulpvraag-verb.ts";
import { paragraph, smallPrint } from "./text.ts";
import { standElements } from "./toestemming.ts";
import { andereWegen, type Weg } from "./toestemming-weg.ts";
import { gezagsmerkLabel } from "./toestemming-word.ts";
import { gezagLabel, grondslagLabel } from "./word.ts";

export function toestemmingOverzichtCard(
  { gezien, melding }: { readonly gezien: ToestemmingGezien; readonly melding?: string },
  token: Stamp,
): Card {
  const { stand, mag } = gezien;
  return card({
    kind: `Hulpvraag ${gezien.referentie}`,
    title: "Toestemming",
    subtitle: gezien.naam,
    status: stand.geldig
      ? { text: "Bespreken mag", tone: "good" }
      : { text: "Bespreken mag nog niet", tone: "warning" },
    body: [
      ...(melding ? [notice("info", melding)] : []),
      section("Zo staat het", ...ground(gezien), ...standElements(stand, gezien.vandaag)),
      ...(mag.vastleggen ? [section("Hoe mag het besproken worden?", ...grounds(gezien, token))] : []),
      ...who(gezien),
    ],
    actions: rest(gezien, token),
    fallbackText: "Toestemming van een hulpvraag.",
  });
}

function ground({ stand, gevraagd }: ToestemmingGezien): Element[] {
  const { grondslag } = stand;
  const asked = gevraagd && gevraagdWords[gevraagd];
  if (grondslag) return [paragraph(`Grond: ${grondslagLabel[grondslag].toLowerCase()}.`)];
  return [paragraph(asked ?? "Er is nog niets vastgelegd.")];
}

/** A yes is the ground itself. */
const gevraagdWords: Readonly<Record<UitzonderingStand, string | null>> = {
  gevraagd: "Er is nog geen toestemming. Je vraag ligt bij de directeur. Bespreek nog niets.",
  ja: null,
  nee: "Er is geen toestemming. De directeur zei nee: zonder de ouders mag het niet.",
  ingetrokken: "Er is geen toestemming. Je hebt je vraag aan de directeur ingetrokken.",
  teruggenomen: "Er is geen toestemming. De directeur heeft het ja teruggenomen.",
  gebruikt: "Er is geen toestemming. De directeur zei één keer ja. Die keer is voorbij.",
  vervallen: "Er is geen toestemming. Het besluit van de directeur geldt niet meer.",
};

/** Each with one sentence: what it means, and what it needs. */
function grounds(gezien: ToestemmingGezien, token: Stamp): Element[] {
  const ways = andereWegen.filter((weg) => weg.kan(gezien));
  return [
    row({
      title: grondslagLabel.schriftelijk,
      lines: ["Iedereen met gezag zegt ja, met bewijs. De genoemde partners zien wat nodig is."],
      actions: [
        submit({
          title: "Antwoorden vastleggen",
          verb: toestemmingVerb.schriftelijk,
          token,
          ...(gezien.stand.grondslag === null ? { style: "positive" as const } : {}),
        }),
      ],
    }),
    row({
      title: grondslagLabel.instemming,
      lines: [instemmingLine(gezien)],
      actions: gezien.mag.informeren
        ? [submit({ title: "Informatie verstuurd", verb: toestemmingVerb.vraagInstemming, token })]
        : [],
    }),
    ...ways.map((weg) => wayRow(weg, token)),
  ];
}

function instemmingLine({ geenInstemming, mag }: ToestemmingGezien): string {
  if (geenInstemming === "gezondheid")
    return "Kan hier niet: de vraag gaat over gezondheid. Vraag schriftelijke toestemming.";
  if (geenInstemming === "regel")
    return "Kan hier niet: in dit samenwerkingsverband is informeren niet genoeg.";
  if (!mag.informeren) return "Niet nodig: er is schriftelijke toestemming, en die zegt meer.";
  return "Wie beslist, kreeg informatie op schrift en maakt geen bezwaar. Alleen naam en vraag worden gedeeld.";
}

function wayRow({ titel, uitleg, knop }: Weg, token: Stamp): Element {
  return row({ title: titel, lines: [uitleg], actions: knop ? [submit({ ...knop, token })] : [] });
}

function who({ gezag, merken }: ToestemmingGezien): Element[] {
  const marks = merken.map((merk) => gezagsmerkLabel[merk].toLowerCase());
  return [smallPrint(`Gezag: ${[gezagLabel[gezag].toLowerCase(), ...marks].join("; ")}.`)];
}

function rest({ mag }: ToestemmingGezien, token: Stamp): Action[] {
  return [
    ...(mag.uitbreiden
      ? [submit({ title: "Partner erbij", verb: toestemmingVerb.vraagUitbreiden, token })]
      : []),
    ...(mag.vastleggen ? [submit({ title: "Wie beslist", verb: toestemmingVerb.vraagGezag, token })] : []),
    ...(mag.intrekken
      ? [
          submit({
            title: "Intrekken of bezwaar",
            verb: toestemmingVerb.vraagIntrekken,
            token,
            style: "destructive",
          }),
        ]
      : []),
  ];
}
