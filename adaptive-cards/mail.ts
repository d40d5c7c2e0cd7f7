/**
 * The words of an e-mail. Constant but for when and where: no name, no school, no number, and nothing of what is discussed,
 * so that it tells nothing wherever it ends up.
 */
import type { Plaats } from "#domain/code.ts";
import { eindVan, type Tijdvak } from "#domain/tijdvak.ts";
import { formatDate, formatTimes, plaatsLabel } from "./word.ts";

export interface MailData extends Tijdvak {
  readonly soort: "uitnodiging" | "verzet" | "link" | "begint" | "vervallen";
  readonly plaats: Plaats;
  readonly deelnameLink: string | null;
}

const subjects: Record<MailData["soort"], string> = {
  uitnodiging: "Uitnodiging voor een overleg",
  verzet: "Een overleg is veranderd",
  link: "De link voor een overleg",
  begint: "Je overleg begint nu",
  vervallen: "Een overleg gaat voor jou niet door",
};

const openings: Record<MailData["soort"], (when: string) => string> = {
  uitnodiging: (when) => `Je bent uitgenodigd voor een overleg op ${when}.`,
  verzet: (when) => `Let op: het overleg is veranderd. Het is op ${when}.`,
  link: (when) => `Het overleg is op ${when}.`,
  begint: (when) => `Je bent nu aan de beurt in het overleg van ${when}. Kom erbij.`,
  vervallen: (when) => `Het overleg op ${when} gaat voor jou niet door. Je hoeft niets te doen.`,
};

export function mailWords(mail: MailData): { readonly subject: string; readonly text: string } {
  const { soort, datum, begin, plaats, deelnameLink } = mail;
  const when = `${formatDate(datum)}, ${formatTimes(begin, eindVan(mail))}`;
  const on = soort !== "vervallen";
  const paragraphs = [
    "Hallo,",
    openings[soort](when),
    ...(on
      ? [
          [`Waar: ${plaatsLabel[plaats]}`, ...(deelnameLink ? [`Online meedoen: ${deelnameLink}`] : [])].join(
            "\n",
          ),
          "Het agendabestand zit bij deze e-mail. Wat er op de agenda staat, lees je in Teams, in de chat met Zorgronde. Zie je daar niets? Vraag de intern begeleider van de school om hulp.",
        ]
      : ["Met het agendabestand bij deze e-mail haal je het uit je agenda."]),
    "Je kunt deze e-mail niet beantwoorden. Zet nooit iets over een leerling in een e-mail.",
    "Zorgronde",
  ];
  return { subject: subjects[soort], text: `${paragraphs.join("\n\n")}\n` };
}

/** For who does not read the chat, or has none: not what waits there, nor for how long. */
export const pointerMail = {
  subject: "Er staat iets voor je klaar in Teams",
  text: `${[
    "Hallo,",
    "Er staat iets voor je klaar in Teams, in de chat met Zorgronde.",
    "Zie je die chat niet? Open in Teams de app Zorgronde en typ: hallo. Heb je Zorgronde geblokkeerd? Hef dat dan eerst op. Lukt het niet? Vraag de intern begeleider van de school om hulp.",
    "Je krijgt deze e-mail hooguit één keer per week.",
    "Je kunt deze e-mail niet beantwoorden. Zet nooit iets over een leerling in een e-mail.",
    "Zorgronde",
  ].join("\n\n")}\n`,
} as const;
