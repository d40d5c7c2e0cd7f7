/** How people hear of a round, for who plans it: by name, with what to do for who does not hear it in the own chat. */
import type { Bereik, Bereikreden, Weg } from "#domain/bereik.ts";
import type { RondeGezien } from "#domain/ronde-view.ts";
import { type Element, section } from "./card.ts";
import { bold, list, paragraph, type Sentence } from "./text.ts";
import { join } from "./word.ts";

export const wegLabel: Record<Weg, string> = {
  eigen_chat: "in de eigen chat",
  mail: "alleen per e-mail, met een agendabestand",
  kanaal: "alleen in het kanaal van het team",
  geen: "krijgt geen bericht",
};

export const bereikredenLabel: Record<Bereikreden, string> = {
  geblokkeerd: "Zorgronde is geblokkeerd",
  app_ontbreekt: "Zorgronde staat daar niet in Teams",
  app_uitgezet: "de beheerder van die organisatie zette Zorgronde uit",
  gesprek_weg: "Teams kent het gesprek niet meer",
  nooit_gesproken: "er is nog nooit een gesprek geweest",
  onbekend: "Teams neemt het bericht niet aan",
};

const doen: Record<Bereikreden, string> = {
  geblokkeerd: "Vraag om in de chat met Zorgronde de blokkade op te heffen.",
  app_ontbreekt: "Vraag om in Teams van jullie organisatie de app Zorgronde te openen en iets te typen.",
  app_uitgezet: "Vraag de beheerder om de app weer toe te laten.",
  gesprek_weg: "Vraag om Zorgronde in Teams te openen en iets te typen.",
  nooit_gesproken: "Vraag om als gast in Teams van jullie organisatie Zorgronde te openen en iets te typen.",
  onbekend: "Vraag om Zorgronde in Teams te openen en iets te typen.",
};

const mailDoen: Record<NonNullable<Bereik["geenMail"]>, string> = {
  geen_adres: "Of vraag de beheerder om een e-mailadres in te vullen.",
  geen_dienst: "Een e-mail kan niet: die staat nog niet aan.",
};

/** Only where somebody hears it in another way: else there is nothing to do. */
export function bereikSection({ bereik = [], status }: RondeGezien): Element[] {
  const others = bereik.filter(({ weg }) => weg !== "eigen_chat");
  if (others.length === 0 || status === "vervallen" || status === "gesloten") return [];
  const chats = bereik.filter(({ weg }) => weg === "eigen_chat");
  return [
    section(
      "Hoe iedereen het hoort",
      ...(chats.length > 0
        ? [paragraph(`${join(chats.map(({ naam }) => naam))}: ${wegLabel.eigen_chat}.`)]
        : []),
      list(others.map(({ naam, ...one }): Sentence => [bold(naam), `: ${bereikWords(one)}`])),
    ),
  ];
}

/** How, why and what to do. */
export function bereikWords({ weg, reden, geenMail }: Omit<Bereik, "persoonId">): string {
  const why = reden ? ` (${bereikredenLabel[reden]})` : "";
  const self = weg === "kanaal" || weg === "geen" ? " Bel of vertel het zelf." : "";
  const todo = reden ? ` ${doen[reden]}` : "";
  return `${wegLabel[weg]}${why}.${self}${todo}${geenMail ? ` ${mailDoen[geenMail]}` : ""}`;
}
