/** The Dutch words of the closed lists around an adviesvraag. */
import type { Adviesstatus, Adviesuitkomst, Kring } from "#domain/adviesvraag.ts";
import type { Adviesreden } from "#domain/adviesvraag-form.ts";
import type { Sector } from "#domain/code.ts";
import type { Kenmerkcode } from "#domain/herkenbaar.ts";
import type { Tone } from "./card.ts";

export const kringLabel: Record<Kring, string> = {
  kernteam_nu: "Het kernteam, nu. Zij antwoorden in hun chat.",
  ronde_tafel: "De volgende overlegronde, met iedereen aan tafel",
  ronde_kernteam: "De volgende overlegronde, alleen kernteam en ib of coo",
};

/** For a narrow place. */
export const kringKort: Record<Kring, string> = {
  kernteam_nu: "Het kernteam",
  ronde_tafel: "Iedereen aan tafel",
  ronde_kernteam: "Kernteam, in de ronde",
};

export const adviesstatusLabel: Record<Adviesstatus, { text: string; tone: Tone }> = {
  gesteld: { text: "Ligt bij het kernteam", tone: "info" },
  wacht_op_ronde: { text: "Wacht op een overlegronde", tone: "warning" },
  geagendeerd: { text: "Op de agenda", tone: "info" },
  beantwoord: { text: "Beantwoord", tone: "good" },
};

export const adviesuitkomstLabel: Record<Adviesuitkomst, string> = {
  advies_gegeven: "We geven advies",
  hulpvraag_maken: "Maak er een hulpvraag van, met toestemming",
};

export const adviesredenLabel: Record<Adviesreden, string> = {
  past_bij_meer_kinderen: "Dit past bij meer kinderen op onze school",
  is_veranderd: "Ik heb het veranderd: zo is dit kind niet",
  nodig_voor_advies: "Zonder dit is er geen goed advies mogelijk",
};

const years: Record<Sector, string> = {
  PO: "schrijf liever: onderbouw, middenbouw of bovenbouw.",
  VO: "schrijf liever: onderbouw of bovenbouw.",
};

/** Why it was pointed out, and what to write in its place; after the words themselves. */
export function kenmerkHint(code: Kenmerkcode, sector: Sector): string {
  if (code === "groep" || code === "leeftijd") return years[sector];
  return hints[code];
}

const hints: Record<Exclude<Kenmerkcode, "groep" | "leeftijd">, string> = {
  enige: "dit zegt dat er maar één zo is. Laat het weg.",
  zeldzaam: "dit komt weinig voor. Schrijf wat je ziet, niet hoe het heet.",
  aandoening: "schrijf liever wat je ziet en wat het kind nodig heeft.",
  ingrijpend: "dit weten anderen van één kind. Schrijf: er is thuis veel gebeurd.",
  gezin: "schrijf over thuis alleen wat nodig is voor je vraag.",
  meerling: "daar zijn er weinig van. Laat het weg.",
  beroep: "hieraan is een ouder te herkennen. Laat het weg.",
  gebeurtenis: "dit hebben anderen gezien of gehoord. Schrijf: na een vervelende gebeurtenis.",
  rol: "bijna niemand heeft die plek. Laat het weg.",
  herkomst: "laat afkomst, taal en geloof weg.",
  bekend: "hieraan is het kind te herkennen. Laat het weg.",
  opvallend: "dit ziet iedereen op school. Laat het weg.",
  tijdstip: "laat de dag weg.",
};
