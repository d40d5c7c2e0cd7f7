/** The invitation for one item: a time, the own item, and a way to answer. Nothing of the rest of the round. */
import type { Komst } from "#domain/code.ts";
import type { TijdvakGezien } from "#domain/see-tijdvak.ts";
import { type Action, buttons, execute, openDialog, openUrl, type Stamp } from "./button.ts";
import { type Card, card, type Element, facts, notice, section } from "./card.ts";
import { bounds } from "./ronde-item.ts";
import { bold, freeText, paragraph, smallPrint } from "./text.ts";
import { tijdvakVerb } from "./tijdvak-verb.ts";
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

type Komt = Extract<TijdvakGezien, { readonly soort: "komt" }>;

export const tijdvakSummary = "Je bent uitgenodigd voor een overleg";

export function tijdvakCard(gezien: TijdvakGezien, token: Stamp, lead?: string): Card {
  if (gezien.soort !== "komt") return overCard(gezien);
  const { datum, begin, eind, scholen, bezig } = gezien;
  return card({
    kind: "Uitnodiging",
    title: capital(`${formatDate(datum)}, ${formatTimes(begin, eind)}`),
    subtitle: join(scholen),
    status: bezig ? { text: "Nu bezig", tone: "good" } : { text: "Gepland", tone: "info" },
    ...(lead ? { lead } : {}),
    body: [
      ...(gezien.voorlopig && !bezig
        ? [smallPrint("De tijd kan nog veranderen. Twee schooldagen ervoor staat hij vast. Dan hoor je het.")]
        : []),
      ...where(gezien),
      ...item(gezien),
      ...answer(gezien, token),
    ],
    actions: actionsOf(gezien, token),
    fallbackText: tijdvakSummary,
  });
}

function where({ datum, vandaag, plaats, voorzitter }: Komt): Element[] {
  return [
    facts([
      ["Wanneer", capital(formatDay(datum, vandaag))],
      ["Waar", plaatsLabel[plaats]],
      ...(voorzitter ? [["Voorzitter", voorzitter] as const] : []),
    ]),
  ];
}

function item(gezien: Komt): Element[] {
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
    ),
  ];
}

const said: Record<Komst, string> = {
  in_de_kamer: "Je komt in de kamer.",
  online: "Je doet online mee.",
  niet: "Je kunt niet. De intern begeleider ziet dat. Kan een collega? Laat het de intern begeleider weten.",
};

function answer({ komst, plaats, deelnameLink, bezig }: Komt, token: Stamp): Element[] {
  if (bezig) return komst ? [paragraph(said[komst])] : [];
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

function actionsOf({ deelnameLink }: Komt, token: Stamp): Action[] {
  return [
    ...(deelnameLink ? [openUrl({ title: "Deelnemen", url: deelnameLink })] : []),
    openDialog({ title: "Zet in mijn agenda", verb: tijdvakVerb.inAgenda, token }),
  ];
}

/** The same whatever the reason is, so that it tells of none. */
function overCard({ soort, datum, begin, eind }: Exclude<TijdvakGezien, Komt>): Card {
  const when = `${formatDate(datum)}, ${formatTimes(begin, eind)}`;
  const off = soort === "vervallen";
  return card({
    kind: "Uitnodiging",
    title: off ? "Een overleg gaat voor jou niet door" : "Dit overleg is geweest",
    body: [
      paragraph(off ? `Je bent niet meer nodig op ${when}. Je hoeft niets te doen.` : capital(`${when}.`)),
      ...(off
        ? [smallPrint("Staat het nog in je agenda? Haal het daar weg. Een agenda-abonnement doet dat zelf.")]
        : []),
    ],
    fallbackText: off ? "Een overleg gaat voor jou niet door" : "Een overleg is geweest",
  });
}

export const tijdvakWords = {
  title: "Uitnodiging",
  below: "Ik zet de uitnodiging onderaan in deze chat.",
  saved: "Je antwoord is bewaard.",
  notNow: "Dat kan nu niet meer. Je ziet nu hoe het ervoor staat.",
} as const;
