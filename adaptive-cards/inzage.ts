/** A copy of all that is held about one leerling: who asks for it, and the two links. */
import { z } from "zod/v4";
import type { Recht, VerzoekProbleem } from "#domain/rechten.ts";
import { openUrl, type Stamp, submit } from "./button.ts";
import { type Card, card, notice } from "./card.ts";
import {
  guidanceElements,
  guidanceOf,
  type VerzoekFilled,
  verzoekFields,
  verzoekInputs,
} from "./rechten-form.ts";
import { rechtenVerb } from "./rechten-verb.ts";
import { list, paragraph, smallPrint } from "./text.ts";
import { join } from "./word.ts";

/** Always these names, whatever is in them. */
export const inzageFileName = { json: "gegevens.json", pdf: "gegevens.pdf" } as const;

export const inzageSubmitted = z.object(verzoekFields);

export function inzageVraagCard(
  { referentie, filled = {} }: { readonly referentie: string; readonly filled?: VerzoekFilled },
  token: Stamp,
): Card {
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "Gegevens ophalen",
    lead: "Je krijgt een kopie van wat er over deze leerling staat, ook wat is afgesloten.",
    body: [
      ...verzoekInputs(filled, { verplicht: ["van", "identiteit"] }),
      smallPrint("Ik bewaar alleen dat het is gevraagd, door wie, en hoe je dat weet."),
    ],
    actions: [submit({ title: "Maak de kopie", verb: rechtenVerb.inzage, token, style: "positive" })],
    fallbackText: "Gegevens ophalen.",
  });
}

const zonderWords = "Overleg met de functionaris gegevensbescherming wat je de ouders zegt.";
/** An empty copy in somebody's hands tells that there is something. */
const leegWords =
  "Er blijft niets over de leerling over. Geef de kopie nu niet. Overleg eerst met de functionaris gegevensbescherming.";

export function inzageLinksCard({
  referentie,
  pdf,
  json,
  zonder = [],
  leeg = false,
}: {
  readonly referentie: string;
  readonly pdf: string;
  readonly json: string;
  /** Left out, because the parents do not know of it yet. */
  readonly zonder?: readonly string[];
  readonly leeg?: boolean;
}): Card {
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "De kopie staat klaar",
    lead: "Elke knop werkt één keer, tien minuten lang. Ik maak het bestand als je drukt en bewaar het niet.",
    body: [
      list([
        "Lees de kopie eerst door. Staat er iets over een ander in? Maak dat onleesbaar.",
        "Geef haar alleen aan wie erom vroeg. Liever op papier dan per mail.",
        "Gooi het bestand daarna weg van je computer.",
      ]),
      ...(zonder.length > 0
        ? [
            notice(
              "warning",
              `${join(zonder)} staat niet in de kopie: de ouders weten nog niet dat de directeur daarover is gevraagd. In elke kopie staat dat er iets kan ontbreken, dus ook in deze. ${leeg ? leegWords : zonderWords}`,
            ),
          ]
        : []),
      notice("info", "gegevens.pdf is om te lezen. gegevens.json is hetzelfde, voor een computer."),
    ],
    actions: [openUrl({ title: "gegevens.pdf", url: pdf }), openUrl({ title: "gegevens.json", url: json })],
    fallbackText: "De kopie staat klaar.",
  });
}

/** It cannot be given to who asks; what can be done instead. */
export function nietVoorCard({
  referentie,
  recht,
  waarom,
}: {
  readonly referentie: string;
  readonly recht: Recht;
  readonly waarom: VerzoekProbleem;
}): Card {
  const guidance = guidanceOf(waarom, recht);
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: guidance.title,
    tone: "warning",
    body: [
      ...guidanceElements(guidance),
      paragraph("Dat het is gevraagd, staat in het logboek.", { subtle: true, small: true }),
    ],
    fallbackText: "Dit kan niet voor wie het vraagt.",
  });
}
