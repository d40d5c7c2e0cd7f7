/** The adviesvragen of a round on its card: one constant line for everyone, and their words for who may read them there. */
import type { AdviesPunt } from "#domain/adviesvraag-view.ts";
import type { RondeGezien } from "#domain/ronde-view.ts";
import { adviesvraagVerb } from "./adviesvraag-verb.ts";
import { buttons, openDialog, type Stamp } from "./button.ts";
import { type Element, section } from "./card.ts";
import type { Detail } from "./ronde-item.ts";
import { bold, freeText, paragraph, shorten, smallPrint } from "./text.ts";
import { domeinLabel } from "./word.ts";

/** Letters of a text on a card that is full. */
const glance = 160;

export function adviesSection(
  { adviesvragen, status }: RondeGezien,
  detail: Detail,
  token: Stamp,
): Element[] {
  if (!adviesvragen) return [];
  const { punten } = adviesvragen;
  return [
    section(
      "Adviesvraag (zonder naam)",
      paragraph(status === "gesloten" ? "Besproken." : "Vraag niet om wie het gaat. Er komt alleen advies.", {
        subtle: true,
      }),
      ...punten.flatMap((punt) => pointOf(punt, detail, token)),
    ),
  ];
}

function pointOf(punt: AdviesPunt, detail: Detail, token: Stamp): Element[] {
  const { domein, vraag, antwoord, uitkomst, magVastleggen, id, versie } = punt;
  const line = (text: string) => freeText(detail === "alles" ? text : shorten(text, glance));
  const record = openDialog({
    title: "Advies vastleggen",
    verb: adviesvraagVerb.vraagUitkomst,
    token,
    about: `${id}/${versie}`,
  });
  return [
    {
      type: "Container",
      spacing: "Medium",
      items: [
        paragraph([bold(domeinLabel[domein])]),
        line(vraag),
        ...(uitkomst === "hulpvraag_maken"
          ? [paragraph("Uitkomst: maak er een hulpvraag van, met toestemming.", { color: "Good" })]
          : []),
        ...(uitkomst === "advies_gegeven" ? [paragraph("Advies gegeven:", { color: "Good" })] : []),
        ...(antwoord ? [line(antwoord)] : []),
        ...(magVastleggen ? [buttons([record])] : []),
      ],
    },
    ...(uitkomst === null ? [] : [smallPrint("De ib of coo krijgt dit advies in de eigen chat.")]),
  ];
}
