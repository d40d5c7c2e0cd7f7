/** The report for who came for one item alone: what was decided about that item, and nothing of the rest of the round. */
import type { TijdvakVerslag } from "#domain/see-tijdvak.ts";
import { openDialog, type Stamp } from "./button.ts";
import { type Card, card, facts } from "./card.ts";
import type { Boek } from "./inzage-boek.ts";
import { paragraph, smallPrint } from "./text.ts";
import { tijdvakVerb } from "./tijdvak-verb.ts";
import { itemSection } from "./verslag.ts";
import { aboutPaper, bladHead, itemOf, stuk } from "./verslag-blad.ts";
import { capital, formatDate, formatTimes, join, plaatsLabel } from "./word.ts";

/** Says nothing of what was discussed: a lock screen shows it. */
const summary = "Het verslag van een overleg";

export function tijdvakVerslagCard(gezien: TijdvakVerslag, token: Stamp): Card {
  const { datum, begin, eind, scholen, plaats, voorzitter, aanwezigheid, punt } = gezien;
  return card({
    kind: "Verslag",
    title: capital(`${formatDate(datum)}, ${formatTimes(begin, eind)}`),
    subtitle: join(scholen),
    body: [
      ...(aanwezigheid === "afwezig" ? [paragraph("Je was er niet bij. Dit is het verslag voor jou.")] : []),
      facts([["Waar", plaatsLabel[plaats]], ...(voorzitter ? [["Voorzitter", voorzitter] as const] : [])]),
      itemSection(gezien, punt, { detail: "alles", token }),
      smallPrint("Je ziet alleen het onderwerp waarvoor je kwam. Klopt er iets niet? Vraag de ib of coo."),
    ],
    actions: [openDialog({ title: "Verslag als pdf", verb: tijdvakVerb.pdf, token })],
    fallbackText: summary,
  });
}

/** On paper: as the report of a round, for this one item. */
export function tijdvakVerslagBlad(gezien: TijdvakVerslag): Boek {
  const { datum, begin, eind, scholen, vandaag, plaats, voorzitter, punt } = gezien;
  const velden = [
    { label: "Wanneer", waarde: `${capital(formatDate(datum))}, ${formatTimes(begin, eind)}` },
    { label: "Waar", waarde: plaatsLabel[plaats] },
    ...(voorzitter ? [{ label: "Voorzitter", waarde: voorzitter }] : []),
  ];
  return {
    titel: "Verslag van een overleg",
    opschrift: `Verslag van het overleg van ${formatDate(datum)}`,
    ...bladHead({ scholen, vandaag }),
    hoofdstukken: [
      { kop: null, stukken: [stuk({ rijen: [{ titel: "Eén onderwerp uit de overlegronde", velden }] })] },
      { kop: "Wat is er besproken?", stukken: [itemOf(punt)] },
      { kop: "Over dit verslag", stukken: [stuk({ alineas: aboutPaper })] },
    ],
  };
}
