/** The rounds of one school year: a picture of the weeks, and each round with why it is on that day. */
import type { Afwijking } from "#domain/jaarplan.ts";
import type { JaarplanGezien, JaarplanRegel } from "#domain/jaarplan-view.ts";
import { endOf } from "#domain/overlegronde.ts";
import type { Werkdag } from "#domain/werkdag.ts";
import { type Action, execute, openDialog, type Stamp } from "./button.ts";
import { type Card, card, type Element, facts, notice, row, section, type Tone } from "./card.ts";
import { yearPicture } from "./jaarplan-beeld.ts";
import { jaarplanVerb } from "./jaarplan-verb.ts";
import { closedWords } from "./ronde-plan.ts";
import { rondeVerb } from "./ronde-verb.ts";
import { bold, list, paragraph, type Sentence, smallPrint } from "./text.ts";
import {
  capital,
  count,
  formatDate,
  formatDateShort,
  formatTime,
  formatTimes,
  join,
  plaatsLabel,
} from "./word.ts";

export const weekdagLabel: Readonly<Record<Werkdag, string>> = {
  ma: "maandag",
  di: "dinsdag",
  wo: "woensdag",
  do: "donderdag",
  vr: "vrijdag",
};

/** elke schoolweek; om de 6 schoolweken */
export function wekenWords(weken: number): string {
  return weken === 1 ? "elke schoolweek" : `om de ${weken} schoolweken`;
}

/** 2026-2027 */
export function schooljaarWords(schooljaar: number): string {
  return `${schooljaar}-${schooljaar + 1}`;
}

export const jaarplanSummary: Readonly<Record<JaarplanGezien["status"], string>> = {
  voorstel: "Een voorstel voor het jaarplan",
  vast: "De overlegrondes van dit schooljaar",
  gestopt: "Het jaarplan is gestopt",
};

const statusLine: Readonly<Record<JaarplanGezien["status"], { text: string; tone: Tone }>> = {
  voorstel: { text: "Voorstel", tone: "info" },
  vast: { text: "Vastgesteld", tone: "good" },
  gestopt: { text: "Gestopt", tone: "neutral" },
};

export function jaarplanCard(gezien: JaarplanGezien, token: Stamp, lead?: string): Card {
  const { status, scholen, schooljaar } = gezien;
  return card({
    kind: "Jaarplan",
    title: `Overlegrondes ${schooljaarWords(schooljaar)}`,
    subtitle: join(scholen),
    status: statusLine[status],
    ...(lead ? { lead } : {}),
    body: [
      ...nowElements(gezien),
      facts([
        ["Hoe vaak", `${wekenWords(gezien.weken)}, op ${weekdagLabel[gezien.weekdag]}`],
        ["Hoe laat", formatTimes(gezien.begin, endOf(gezien))],
        ["Waar", plaatsLabel[gezien.plaats]],
      ]),
      ...(gezien.regels.length > 0 ? [yearPicture(gezien.strook)] : []),
      ...rounds(gezien),
      ...unknown(gezien),
    ],
    actions: actionsOf(gezien, token),
    fallbackText: jaarplanSummary[status],
  });
}

function nowElements({ status, regels, mag }: JaarplanGezien): Element[] {
  if (status !== "voorstel") return [];
  if (regels.length === 0)
    return [
      notice("warning", "In dit schooljaar past geen ronde meer. Kies een ander ritme of een ander jaar."),
    ];
  const away = regels.filter(({ bezet }) => bezet.length > 0).length;
  return [
    ...(mag.has("vaststellen")
      ? [
          paragraph([
            bold("Nu:"),
            " kijk of het klopt, en stel het vast. Tot dan ziet alleen jij dit en je collega’s die plannen.",
          ]),
        ]
      : []),
    ...(away > 0
      ? [
          notice(
            "warning",
            `Bij ${count(away, "ronde", "rondes")} heeft iemand al een ander overleg. Dat staat erbij.`,
          ),
        ]
      : []),
  ];
}

function rounds({ regels, begin }: JaarplanGezien): Element[] {
  const shown = regels.filter(({ stand }) => stand !== "overgeslagen");
  const left = regels.length - shown.length;
  if (shown.length === 0) return [];
  return [
    section(count(shown.length, "ronde", "rondes"), list(shown.map((regel) => lineOf(regel, begin)))),
    ...(left > 0 ? [smallPrint(`${capital(count(left, "dag is", "dagen zijn"))} overgeslagen.`)] : []),
  ];
}

const standWords: Readonly<Partial<Record<JaarplanRegel["stand"], string>>> = {
  voorbij: "geweest",
  vervallen: "gaat niet door",
};

function lineOf(regel: JaarplanRegel, usual: Temporal.PlainTime): Sentence {
  const { datum, begin, stand, bezet } = regel;
  const hour = begin.equals(usual) ? "" : ` om ${formatTime(begin)} uur`;
  const said = [
    ...(standWords[stand] ? [standWords[stand]] : []),
    ...(stand === "voorstel" || stand === "gepland" ? reasonWords(regel.afwijking) : []),
    ...(bezet.length > 0
      ? [`${join(bezet)} ${bezet.length > 1 ? "hebben" : "heeft"} dan een ander overleg`]
      : []),
  ];
  return [bold(`${formatDateShort(datum)}${hour}`), ...(said.length > 0 ? [`: ${said.join("; ")}`] : [])];
}

function reasonWords(afwijking: JaarplanRegel["afwijking"]): string[] {
  if (!afwijking) return [];
  switch (afwijking.reden) {
    case "zelf":
      return ["zelf gekozen"];
    case "verdeeld":
      return ["iets verschoven, om het jaar goed te verdelen"];
    case "bezet":
    case "dicht":
      return [movedWords(afwijking)];
  }
}

function movedWords(afwijking: Extract<Afwijking, { readonly dag: Temporal.PlainDate }>): string {
  const day = formatDateShort(afwijking.dag);
  if (afwijking.reden === "bezet") return `niet op ${day}: dan heeft iemand een ander overleg`;
  return `niet op ${day}: ${closedWords(afwijking.waarom).replace(/\.$/, "")}`;
}

function unknown({ onbekendVanaf, status }: JaarplanGezien): Element[] {
  return onbekendVanaf && status !== "gestopt"
    ? [smallPrint(`De vakanties vanaf ${formatDate(onbekendVanaf)} zijn nog niet bekend. Tot dan plan ik.`)]
    : [];
}

function actionsOf({ id, versie, sztId, status, mag }: JaarplanGezien, token: Stamp): Action[] {
  const about = `${id}/${versie}`;
  return [
    ...(mag.has("vaststellen")
      ? [execute({ title: "Stel alles vast", verb: jaarplanVerb.vaststellen, token, style: "positive" })]
      : []),
    ...(mag.has("kiezen") ? [openDialog({ title: "Kies per ronde", verb: jaarplanVerb.kies, token })] : []),
    ...(mag.has("dag_kiezen") ? [openDialog({ title: "Andere dag", verb: jaarplanVerb.dag, token })] : []),
    ...(mag.has("ritme")
      ? [openDialog({ title: "Ander ritme", verb: jaarplanVerb.ritme, token, about: `${sztId}/0` })]
      : []),
    ...(status === "vast"
      ? [openDialog({ title: "Mijn agenda-abonnement", verb: rondeVerb.vraagAbonnement, token })]
      : []),
    ...(mag.has("stoppen")
      ? [
          openDialog({
            title: "Stop de reeks",
            verb: jaarplanVerb.vraagStoppen,
            token,
            about,
            style: "destructive",
          }),
        ]
      : []),
  ];
}

/** For who takes part in more than one SZT. */
export function jaarplannenCard(plannen: readonly JaarplanGezien[], token: Stamp): Card {
  return card({
    kind: "Jaarplan",
    title: "Jaarplannen",
    body: plannen.slice(0, 20).map(({ id, versie, scholen, schooljaar, status }) =>
      row({
        title: join(scholen),
        status: statusLine[status],
        lines: [schooljaarWords(schooljaar)],
        actions: [execute({ title: "Bekijken", verb: jaarplanVerb.toon, token, about: `${id}/${versie}` })],
      }),
    ),
    fallbackText: "Jaarplannen van je teams.",
  });
}

export const jaarplanWords = {
  dialogTitle: "Jaarplan",
  below: "Ik zet het jaarplan onderaan in deze chat.",
  made: "Ik heb een voorstel gemaakt. Het staat onderaan in deze chat.",
  notNow: "Dat kan nu niet bij dit jaarplan. Je ziet nu hoe het ervoor staat.",
  fixed: ({ rondes, overgeslagen }: { readonly rondes: number; readonly overgeslagen: number }) =>
    `${capital(count(rondes, "ronde staat", "rondes staan"))} vast. Iedereen krijgt bericht.${
      overgeslagen > 0 ? ` ${capital(count(overgeslagen, "dag is", "dagen zijn"))} overgeslagen.` : ""
    }`,
  stopped: ({ rondes }: { readonly rondes: number }) =>
    `Gestopt. ${capital(count(rondes, "ronde gaat", "rondes gaan"))} niet door. Wie erbij hoorde, krijgt bericht.`,
  moved: "De dag is aangepast.",
} as const;
