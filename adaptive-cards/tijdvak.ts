/** The invitation for one item: a time, the own item, and a way to answer. Nothing of the rest of the round. */
import type { Komst } from "#domain/code.ts";
import type { TijdvakGezien, TijdvakKomt, TijdvakOver, TijdvakVervallen } from "#domain/see-tijdvak.ts";
import { outside } from "./bijdrage.ts";
import { type Action, buttons, execute, openDialog, openUrl, type Stamp } from "./button.ts";
import { type Card, card, type Element, facts, notice, section, type Tone } from "./card.ts";
import { bounds } from "./ronde-item.ts";
import { bold, freeText, paragraph, smallPrint } from "./text.ts";
import { tijdvakVerb } from "./tijdvak-verb.ts";
import { tijdvakVerslagCard } from "./tijdvak-verslag.ts";
import { unreadableWords } from "./toestemming.ts";
import {
  capital,
  domeinWords,
  formatDate,
  formatDay,
  formatTimes,
  join,
  leerjaarLabel,
  plaatsLabel,
} from "./word.ts";

export const tijdvakSummary = "Je bent uitgenodigd voor een overleg";

export function tijdvakCard(gezien: TijdvakGezien, token: Stamp, lead?: string): Card {
  switch (gezien.soort) {
    case "komt":
      return comingCard(gezien, token, lead);
    case "verslag":
      return tijdvakVerslagCard(gezien, token);
    case "geweest":
      return overCard(gezien);
    case "vervallen":
      return offCard(gezien, token);
  }
}

function comingCard(gezien: TijdvakKomt, token: Stamp, lead?: string): Card {
  const { datum, begin, eind, scholen, bezig } = gezien;
  return card({
    kind: "Uitnodiging",
    title: capital(`${formatDate(datum)}, ${formatTimes(begin, eind)}`),
    subtitle: join(scholen),
    status: stateOf(gezien),
    ...(lead ? { lead } : {}),
    body: [
      // Right under the head: what one does now.
      ...(gezien.aanDeBeurt && joining(gezien).length > 0 ? [buttons(joining(gezien))] : []),
      ...(gezien.voorlopig && !bezig
        ? [smallPrint("De tijd kan nog veranderen. Twee schooldagen ervoor staat hij vast. Dan hoor je het.")]
        : []),
      ...where(gezien),
      ...item(gezien, token),
      ...answer(gezien, token),
    ],
    actions: actionsOf(gezien, token),
    fallbackText: tijdvakSummary,
  });
}

/** That the round goes on is not yet that one is needed. */
function stateOf({ bezig, aanDeBeurt }: TijdvakKomt): { readonly text: string; readonly tone: Tone } {
  if (aanDeBeurt) return { text: "Nu aan de beurt", tone: "good" };
  return bezig ? { text: "Het overleg is bezig", tone: "info" } : { text: "Gepland", tone: "info" };
}

function where({ datum, vandaag, plaats, voorzitter }: TijdvakKomt): Element[] {
  return [
    facts([
      ["Wanneer", capital(formatDay(datum, vandaag))],
      ["Waar", plaatsLabel[plaats]],
      ...(voorzitter ? [["Voorzitter", voorzitter] as const] : []),
    ]),
  ];
}

function item(gezien: TijdvakKomt, token: Stamp): Element[] {
  const { referentie, naam, leerjaar, wat, onleesbaar } = gezien;
  if (onleesbaar) return [notice("warning", unreadableWords)];
  const who = naam ? ` · ${leerjaar ? `${naam}, ${leerjaarLabel[leerjaar]}` : naam}` : "";
  return [
    section(
      "Waarvoor je komt",
      paragraph([bold(`${referentie}${who}`)]),
      ...(wat?.vraag ? [freeText(wat.vraag)] : []),
      ...(wat && wat.domeinen.length > 0
        ? [paragraph(domeinWords(wat.domeinen), { subtle: true, small: true })]
        : []),
      ...(wat?.oudersVraag
        ? [paragraph("Wat de ouders vragen:", { subtle: true }), freeText(wat.oudersVraag)]
        : []),
      ...bounds({ status: gezien.bezig ? "open" : "gepland" }, { ...gezien, besproken: false }),
      ...outside(gezien, token),
    ),
  ];
}

const said: Record<Komst, string> = {
  in_de_kamer: "Je komt in de kamer.",
  online: "Je doet online mee.",
  niet: "Je kunt niet. De intern begeleider ziet dat. Kan een collega? Laat het de intern begeleider weten.",
};

function answer({ komst, plaats, deelnameLink, bezig, aanDeBeurt }: TijdvakKomt, token: Stamp): Element[] {
  if (bezig) return [...(komst ? [paragraph(said[komst])] : []), ...waitWords(aanDeBeurt)];
  const choices: readonly (readonly [Komst, string, string])[] = [
    ...(plaats === "online" ? [] : ([["in_de_kamer", "Ik kom in de kamer", tijdvakVerb.kamer]] as const)),
    ...(deelnameLink ? ([["online", "Ik doe online mee", tijdvakVerb.online]] as const) : []),
    ["niet", "Ik kan niet", tijdvakVerb.niet],
  ];
  return [
    section(
      "Kom je?",
      paragraph(komst ? said[komst] : "Laat weten of je komt."),
      buttons(
        choices.filter(([code]) => code !== komst).map(([, title, verb]) => execute({ title, verb, token })),
      ),
    ),
  ];
}

function waitWords(aanDeBeurt: boolean): Element[] {
  return aanDeBeurt ? [] : [smallPrint("Je hoort het hier als je aan de beurt bent.")];
}

function joining({ deelnameLink }: TijdvakKomt): Action[] {
  return deelnameLink ? [openUrl({ title: "Deelnemen", url: deelnameLink })] : [];
}

function actionsOf(gezien: TijdvakKomt, token: Stamp): Action[] {
  if (gezien.aanDeBeurt) return [];
  const put = openDialog({ title: "Zet in mijn agenda", verb: tijdvakVerb.inAgenda, token });
  return [...joining(gezien), ...(gezien.bezig ? [] : [put])];
}

function overCard({ datum, begin, eind }: TijdvakOver): Card {
  return card({
    kind: "Uitnodiging",
    title: "Dit overleg is geweest",
    body: [paragraph(capital(`${formatDate(datum)}, ${formatTimes(begin, eind)}.`))],
    fallbackText: "Een overleg is geweest",
  });
}

/** The same whatever the reason is, so that it tells of none. */
function offCard({ datum, begin, eind, uitAgenda }: TijdvakVervallen, token: Stamp): Card {
  return card({
    kind: "Uitnodiging",
    title: "Een overleg gaat voor jou niet door",
    body: [
      paragraph(
        `Je bent niet meer nodig op ${formatDate(datum)}, ${formatTimes(begin, eind)}. Je hoeft verder niets te doen.`,
      ),
      ...(uitAgenda
        ? [
            smallPrint(
              "Staat het nog in je agenda? Haal het weg met de knop. Een agenda-abonnement doet dat zelf.",
            ),
          ]
        : []),
    ],
    actions: uitAgenda
      ? [openDialog({ title: "Haal uit mijn agenda", verb: tijdvakVerb.uitAgenda, token })]
      : [],
    fallbackText: "Een overleg gaat voor jou niet door",
  });
}

export const tijdvakWords = {
  title: "Uitnodiging",
  below: "Ik zet de uitnodiging onderaan in deze chat.",
  saved: "Je antwoord is bewaard.",
  notNow: "Dat kan nu niet meer. Je ziet nu hoe het ervoor staat.",
} as const;
