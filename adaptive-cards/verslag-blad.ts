/**
 * The report on paper: what its reader may see at that moment, with numbers in place of names of leerlingen, because
 * paper cannot be taken back. Plain data; src/outside/inzage.typ sets it.
 */
import type { VerslagGezien, VerslagPunt } from "#domain/verslag-view.ts";
import type { Boek, BoekStuk } from "./inzage-boek.ts";
import { besluitLine } from "./ronde-item.ts";
import { guestLines, nextWords, personWords, presence, presenceTitle } from "./verslag.ts";
import { capital, formatDate, formatTimes, join, plaatsLabel } from "./word.ts";

/** Neutral: the name of a file is seen by more than its reader. */
export const verslagFileName = "verslag.pdf";

export const aboutPaper: readonly string[] = [
  "Bij elk nummer staat geen naam. Kijk zelf of er in een tekst toch iemand staat. Zeg in Teams het nummer tegen Zorgronde, dan zie je wat jij nu mag zien.",
  "Dit is wat jij mocht zien toen je het ophaalde. Dat kan veranderen, bijvoorbeeld als ouders hun toestemming intrekken. Gooi het weg als je het niet meer nodig hebt.",
];

/** What every report on paper begins and ends with. */
export function bladHead({
  scholen,
  vandaag,
}: {
  readonly scholen: readonly string[];
  readonly vandaag: Temporal.PlainDate;
}): Pick<Boek, "datum" | "kop" | "voet"> {
  return {
    datum: vandaag.toString(),
    kop: { school: join(scholen), team: "School Zorg Team", adres: null },
    voet: `Vertrouwelijk. Gemaakt op ${formatDate(vandaag)}, voor één lezer.`,
  };
}

export const stuk = (over: Partial<BoekStuk>): BoekStuk => ({
  kop: null,
  alineas: [],
  punten: [],
  rijen: [],
  tabel: null,
  ...over,
});

export function verslagBlad(gezien: VerslagGezien): Boek {
  const { datum, scholen, vandaag, punten, adviesvraag, deelnemers } = gezien;
  const groups = presence(deelnemers);
  const said = punten.length > 0 || adviesvraag;
  return {
    titel: "Verslag van een overlegronde",
    opschrift: `Verslag van de overlegronde van ${formatDate(datum)}`,
    ...bladHead({ scholen, vandaag }),
    hoofdstukken: [
      { kop: null, stukken: [stuk({ rijen: [{ titel: stateWords(gezien), velden: roundFields(gezien) }] })] },
      {
        kop: "Wie waren er?",
        stukken: (["er", "niet", "onbekend"] as const)
          .filter((one) => groups[one].length > 0)
          .map((one) => stuk({ kop: presenceTitle[one], punten: groups[one].map(personWords) })),
      },
      {
        kop: "Wat is er besproken?",
        stukken: [
          ...punten.map(itemOf),
          ...(adviesvraag ? [stuk({ kop: "Adviesvraag (zonder naam)", alineas: ["Besproken."] })] : []),
          ...(said ? [] : [stuk({ alineas: ["Hier staat niets voor jou."] })]),
        ],
      },
      {
        kop: "Over dit verslag",
        stukken: [stuk({ alineas: aboutPaper })],
      },
    ],
  };
}

function stateWords({ vastgesteldOp }: VerslagGezien): string {
  return vastgesteldOp ? `Vastgesteld op ${formatDate(vastgesteldOp)}` : "Nog niet vastgesteld";
}

function roundFields({ datum, begin, eind, plaats, voorzitter, notulist, volgende }: VerslagGezien) {
  return [
    { label: "Wanneer", waarde: `${capital(formatDate(datum))}, ${formatTimes(begin, eind)}` },
    { label: "Waar", waarde: plaatsLabel[plaats] },
    { label: "Voorzitter", waarde: voorzitter },
    ...(notulist ? [{ label: "Notulist", waarde: notulist }] : []),
    ...(volgende ? [{ label: "Volgende overlegronde", waarde: nextWords(volgende) }] : []),
  ];
}

export function itemOf(punt: VerslagPunt): BoekStuk {
  const { referentie, besluit, acties, evaluatieOp, aanvullingen, onleesbaar } = punt;
  const none = onleesbaar ? "Dit kan nu niet worden gelezen." : "Besproken.";
  return stuk({
    kop: referentie,
    alineas: [
      besluit ? `Besluit: ${besluitLine(besluit)}` : none,
      ...(besluit?.afweging ? [besluit.afweging] : []),
      ...(evaluatieOp ? [`Opnieuw bekijken: ${formatDate(evaluatieOp)}.`] : []),
      ...guestLines(punt),
    ],
    punten: aanvullingen.map(({ op, tekst }) => `Aanvulling van ${formatDate(op)}: ${tekst}`),
    tabel:
      acties.length > 0
        ? {
            kolommen: ["Wie", "Wat", "Wanneer"],
            rijen: acties.map(({ houder, omschrijving, datum, gedaan }) => [
              houder,
              omschrijving ?? "–",
              gedaan ? "gedaan" : formatDate(datum),
            ]),
          }
        : null,
  });
}
