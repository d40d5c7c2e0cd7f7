/** The timeline of a hulpvraag: coloured signs down the card, with each step in words beside its own. */
import type { HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import {
  type MijlpaalSoort,
  type Tijdlijn,
  type Tijdstap,
  type TijdstapStand,
  tijdlijnOf,
} from "#domain/tijdlijn.ts";
import { aanspreekWords } from "./aanspreek.ts";
import { type Element, section } from "./card.ts";
import { termijnNaam } from "./hulpvraag-section.ts";
import { lateWords } from "./reminder.ts";
import { type ParagraphOptions, paragraph, smallPrint } from "./text.ts";
import { capital, formatDate, formatDateShort, formatDay, uncapital } from "./word.ts";

/** Colour and sign say nothing that the words beside them do not. */
const looks = {
  gedaan: { sign: "✓", color: "Good" },
  te_laat: { sign: "▲", color: "Attention" },
  vandaag: { sign: "●", color: "Accent" },
  straks: { sign: "○", subtle: true },
  gepauzeerd: { sign: "‖", subtle: true },
} as const satisfies Record<TijdstapStand, { readonly sign: string } & ParagraphOptions>;

export function tijdlijnSection(gezien: HulpvraagGezien): Element[] {
  const lijn = tijdlijnOf(gezien, gezien.vandaag);
  if (lijn.nu.length === 0) return [];
  return [
    section(
      "Tijdlijn",
      ...earlier(lijn, gezien),
      ...lijn.nu.map((stap, index) => step(stap, gezien, index === 0)),
      ...(lijn.later > 0 ? [smallPrint(`En nog ${lijn.later} later.`)] : []),
    ),
  ];
}

/** In one line: it is over, and takes no room from what has to be done. */
function earlier({ eerder }: Tijdlijn, gezien: HulpvraagGezien): Element[] {
  if (eerder.length === 0) return [];
  const parts = eerder.map((stap) => `${uncapital(nameOf(stap, gezien))} ${formatDateShort(stap.op)}`);
  return [smallPrint(`Eerder gedaan: ${parts.join("; ")}.`)];
}

function step(stap: Tijdstap, gezien: HulpvraagGezien, first: boolean): Element {
  const { sign, ...look } = looks[stap.stand];
  return {
    type: "ColumnSet",
    spacing: first ? "Medium" : "Small",
    columns: [
      {
        type: "Column",
        width: "24px",
        items: [{ ...paragraph(sign, look), horizontalAlignment: "Center" }],
      },
      {
        type: "Column",
        width: "stretch",
        items: [
          {
            ...paragraph(nameOf(stap, gezien)),
            ...(stap.vanMij && stap.stand !== "gedaan" ? { weight: "Bolder" } : {}),
          },
          paragraph(whenOf(stap, gezien), { subtle: true, small: true, spacing: "None" }),
        ],
      },
    ],
  };
}

const mijlpaalNaam: Readonly<Record<MijlpaalSoort, (naam: string) => string>> = {
  klaargezet: () => "Klaargezet voor het overleg",
  besproken: () => "Besproken in het overleg",
  verteld: (naam) => `Verteld aan ${naam}`,
  akkoord: () => "Akkoord op de regierol",
  regierol: () => "Regierol begonnen",
  wachtlijst: () => "Op de wachtlijst voor andere hulp",
  hulp_begonnen: () => "Andere hulp begonnen",
  afgesloten: () => "Afgesloten",
};

function nameOf({ soort }: Tijdstap, { aanspreek }: HulpvraagGezien): string {
  const { naam } = aanspreekWords[aanspreek];
  const mijlpaal = Object.entries(mijlpaalNaam).find(([code]) => code === soort)?.[1];
  return mijlpaal?.(naam) ?? termijnNaam[soort] ?? "Termijn";
}

function whenOf({ stand, soort, op, vanMij }: Tijdstap, { vandaag }: HulpvraagGezien): string {
  const who = vanMij ? "Jij, " : "";
  switch (stand) {
    case "gedaan":
      return `Gedaan op ${formatDate(op)}`;
    case "te_laat":
      return capital(`${who}${soort === "bezwaartermijn" ? "" : "te laat: "}${lateWords(soort, op)}`);
    case "vandaag":
      return capital(`${who}vandaag`);
    case "straks":
      return capital(`${who}uiterlijk ${formatDay(op, vandaag)}`);
    case "gepauzeerd":
      return capital(`${who}gepauzeerd, daarna uiterlijk ${formatDay(op, vandaag)}`);
  }
}
