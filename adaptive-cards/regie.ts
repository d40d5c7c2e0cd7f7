/** Who has the regie, in one message: a row a hulpvraag, without the pupil. */
import { type HulpvraagGezien, lateIn } from "#domain/hulpvraag-view.ts";
import { execute, type Stamp } from "./button.ts";
import { type Card, card, row } from "./card.ts";
import { hulpvraagVerb } from "./hulpvraag-verb.ts";
import { smallPrint } from "./text.ts";
import { count, formatDate, functieNaam } from "./word.ts";

/** Rows of a card that must stay small enough for a message. */
const most = 12;

export function regieCard(hulpvragen: readonly HulpvraagGezien[], token: Stamp): Card {
  const late = hulpvragen.filter((one) => lateIn(one) > 0).length;
  return card({
    kind: "Regie",
    title: "Wie heeft de regie?",
    lead: leadOf(hulpvragen.length, late),
    body: [
      ...hulpvragen.slice(0, most).map((gezien) => regieRow(gezien, token)),
      ...(hulpvragen.length > most
        ? [smallPrint(`En nog ${hulpvragen.length - most}. Typ bijvoorbeeld: wie heeft de regie van HV-1234`)]
        : []),
    ],
    fallbackText: "Wie heeft de regie?",
  });
}

function leadOf(all: number, late: number): string {
  if (all === 0) return "Er is nu geen hulpvraag met een regierol die jij mag zien.";
  const what = count(all, "hulpvraag", "hulpvragen");
  return late === 0
    ? `${what}. Er is niets te laat.`
    : `${what}. Bij ${late} is iets te laat: die staan bovenaan.`;
}

function regieRow(gezien: HulpvraagGezien, token: Stamp) {
  const late = lateIn(gezien);
  return row({
    title: gezien.referentie,
    ...(late > 0
      ? { status: { text: `${count(late, "termijn", "termijnen")} te laat`, tone: "attention" as const } }
      : {}),
    lines: [holderLine(gezien), ...awayLines(gezien), gezien.school],
    actions: [
      execute({
        title: "Bekijk",
        verb: hulpvraagVerb.toon,
        token,
        about: `${gezien.id}/${gezien.versie}`,
      }),
    ],
  });
}

function holderLine({ regierol }: HulpvraagGezien): string {
  if (!regierol) return "Niemand";
  const who = regierol.vanMij ? "Jij" : regierol.houder;
  const functie = regierol.functie ? `, ${functieNaam[regierol.functie]}` : "";
  const how = regierol.soort === "waarnemend" ? " (neemt waar)" : "";
  return `${who}${functie}${how}, sinds ${formatDate(regierol.sinds)}`;
}

function awayLines({ waarneming }: HulpvraagGezien): string[] {
  if (!waarneming?.begonnen) return [];
  const who = waarneming.voorMij ? "Jij bent" : `${waarneming.voor} is`;
  return [`${who} weg tot en met ${formatDate(waarneming.tot)}`];
}
