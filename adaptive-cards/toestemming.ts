/** What is said about a toestemming on the card of a hulpvraag: what there is, and what is still missing. */
import type { Partij } from "#domain/code.ts";
import type { HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import type { Missing } from "#domain/toestemming.ts";
import { type Element, notice, section } from "./card.ts";
import { list, paragraph, type Sentence } from "./text.ts";
import {
  capital,
  formatDate,
  functieNaam,
  grondslagLabel,
  join,
  partijLabel,
  toestemmingsvormLabel,
} from "./word.ts";

/** In a sentence: "van ouder 1". */
const wie: Record<Partij, string> = {
  ouder1: "ouder 1",
  ouder2: "ouder 2",
  leerling: "de leerling",
  voogd: "de voogd",
};

const sentences: { [Code in Missing["code"]]: (missing: Extract<Missing, { code: Code }>) => string } = {
  gezag_controleren: () => "Kijk na wie het gezag heeft.",
  geboortemaand_onmogelijk: () => "De maand van geboorte klopt niet. Pas de hulpvraag aan.",
  geen_grondslag: () => "Er is nog geen toestemming vastgelegd.",
  grondslag_nog_niet_ondersteund: ({ grondslag }) =>
    `Met "${grondslagLabel[grondslag]}" kan het nog niet. Vraag schriftelijke toestemming.`,
  toestemming_ontbreekt: ({ partij }) => `Het antwoord van ${wie[partij]} ontbreekt nog.`,
  toestemming_ingetrokken: ({ partij }) => `${capital(wie[partij])} geeft geen toestemming, of trok die in.`,
  toestemming_geweigerd: ({ partij }) => `${capital(wie[partij])} geeft geen toestemming.`,
  geen_partners_genoemd: () => "Er staat nog geen partner in de toestemming.",
  toestemming_verlopen: ({ geldigTot }) =>
    `De toestemming gold tot en met ${formatDate(geldigTot)}. Vraag opnieuw.`,
  geldigheid_te_lang: ({ uiterlijk }) =>
    `De toestemming mag gelden tot en met ${formatDate(uiterlijk)}, niet langer.`,
};

export function missingWords(missing: readonly Missing[]): string[] {
  return missing.map((one) => {
    const say = sentences[one.code] as (missing: Missing) => string;
    return say(one);
  });
}

/** Above the card, after a press that could not be carried out. */
export function nogNietWords(missing: readonly Missing[]): string {
  return `Klaarzetten kan nog niet. ${missingWords(missing).join(" ")}`.trim();
}

export function toestemmingSection({ toestemming, status }: HulpvraagGezien): Element[] {
  if (!toestemming || status === "afgesloten" || status === "ingetrokken") return [];
  const { gevers, partners, geldig, geldigTot, ontbreekt, nogVragen } = toestemming;
  const lines: Sentence[] = [
    ...gevers.map(answerLine),
    ...(partners.length > 0 ? [`Genoemd: ${join(partners.map((functie) => functieNaam[functie]))}.`] : []),
    ...(geldig && geldigTot ? [`Geldig tot en met ${formatDate(geldigTot)}.`] : []),
    ...nogVragen.map(
      (partij) => `Vraag ook ${wie[partij]} wat die ervan vindt. Zonder antwoord kan het doorgaan.`,
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

function answerLine({
  partij,
  gegevenOp,
  vorm,
  ingetrokkenOp,
}: NonNullable<HulpvraagGezien["toestemming"]>["gevers"][number]): string {
  if (!ingetrokkenOp) {
    return `${partijLabel[partij]}: ja, op ${formatDate(gegevenOp)} (${toestemmingsvormLabel[vorm].toLowerCase()}).`;
  }
  const never = Temporal.PlainDate.compare(ingetrokkenOp, gegevenOp) === 0;
  return `${partijLabel[partij]}: ${never ? "nee" : "ingetrokken"}, op ${formatDate(ingetrokkenOp)}.`;
}
