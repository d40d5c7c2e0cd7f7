/** What is said about a toestemming on the card of a hulpvraag: what there is, and what is still missing. */
import type { Antwoordsoort } from "#domain/code.ts";
import type { HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import type { Missing } from "#domain/toestemming.ts";
import { type Element, notice, section } from "./card.ts";
import { list, paragraph, type Sentence } from "./text.ts";
import { antwoordvormLabel, partijNaam } from "./toestemming-word.ts";
import { capital, formatDate, functieNaam, grondslagLabel, join, partijLabel } from "./word.ts";

function sentence(missing: Missing): string {
  switch (missing.code) {
    case "gezag_controleren":
      return "Kijk na wie het gezag heeft.";
    case "geboortemaand_onmogelijk":
      return "De maand van geboorte klopt niet. Pas de hulpvraag aan.";
    case "geen_grondslag":
      return "Er is nog geen toestemming vastgelegd.";
    case "grondslag_nog_niet_ondersteund":
      return `Met "${grondslagLabel[missing.grondslag]}" kan het nog niet. Vraag schriftelijke toestemming.`;
    case "toestemming_ontbreekt":
      return `Het antwoord van ${partijNaam[missing.partij]} ontbreekt nog.`;
    case "toestemming_ingetrokken":
      return `${capital(partijNaam[missing.partij])} geeft geen toestemming, of trok die in.`;
    case "toestemming_geweigerd":
      return `${capital(partijNaam[missing.partij])} geeft geen toestemming.`;
    case "geen_partners_genoemd":
      return "Er staat nog geen partner in de toestemming.";
    case "toestemming_verlopen":
      return `De toestemming gold tot en met ${formatDate(missing.geldigTot)}. Vraag opnieuw.`;
    case "geldigheid_te_lang":
      return `De toestemming mag gelden tot en met ${formatDate(missing.uiterlijk)}, niet langer.`;
  }
}

/** That there is no toestemming yet goes without saying when it is said whose answer is missing. */
export function missingWords(missing: readonly Missing[]): string[] {
  const named = missing.some(({ code }) => code === "toestemming_ontbreekt");
  return missing.filter(({ code }) => !(named && code === "geen_grondslag")).map(sentence);
}

/** Above the card, after a press that could not be carried out. */
export function nogNietWords(missing: readonly Missing[]): string {
  return `Klaarzetten kan nog niet. ${missingWords(missing).join(" ")}`.trim();
}

/** Nothing while the intake is not whole, and nothing after the end. */
export function toestemmingSection({ toestemming, status, stap }: HulpvraagGezien): Element[] {
  if (!toestemming || stap < 3 || status === "afgesloten" || status === "ingetrokken") return [];
  const { antwoorden, partners, geldig, geldigTot, ontbreekt, nogVragen } = toestemming;
  const lines: Sentence[] = [
    ...antwoorden.map(answerLine),
    ...(partners.length > 0 ? [`Genoemd: ${join(partners.map((functie) => functieNaam[functie]))}.`] : []),
    ...(geldig && geldigTot ? [`Geldig tot en met ${formatDate(geldigTot)}.`] : []),
    ...nogVragen.map(
      (partij) => `Vraag ook ${partijNaam[partij]} wat die ervan vindt. Zonder antwoord kan het doorgaan.`,
    ),
  ];
  return [
    section(
      "Toestemming",
      ...(geldig ? [paragraph("De toestemming is rond.", { color: "Good" })] : []),
      ...(lines.length > 0 ? [list(lines)] : []),
      ...(geldig ? [] : [notice("warning", "Bespreken kan nog niet."), list(missingWords(ontbreekt))]),
    ),
  ];
}

const soortWoord: Record<Exclude<Antwoordsoort, "toestemming">, string> = {
  weigering: "nee",
  ingetrokken: "ingetrokken",
  bezwaar: "bezwaar",
  geen_reactie: "gevraagd, nog geen antwoord",
};

function answerLine({
  partij,
  soort,
  op,
  vorm,
}: NonNullable<HulpvraagGezien["toestemming"]>["antwoorden"][number]): string {
  const what = soort === "toestemming" ? "ja" : soortWoord[soort];
  const how = soort === "toestemming" ? ` (${antwoordvormLabel[vorm].toLowerCase()})` : "";
  return `${partijLabel[partij]}: ${what}, op ${formatDate(op)}${how}.`;
}
