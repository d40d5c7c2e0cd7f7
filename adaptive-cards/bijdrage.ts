/** The outside of a case, and nothing else: is the child known, since when, has that ended. */
import { z } from "zod/v4";
import {
  type Buitenkant,
  type BuitenkantForm,
  type BuitenkantProbleem,
  jarenTerug,
} from "#domain/bijdrage.ts";
import type { PuntGezien } from "#domain/ronde-view.ts";
import { buttons, openDialog, type Stamp, submit } from "./button.ts";
import { type Card, card, type Element } from "./card.ts";
import { choiceInput } from "./input.ts";
import { rondeVerb } from "./ronde-verb.ts";
import { list, paragraph, type Sentence, smallPrint } from "./text.ts";
import { capital, formatMonth, formatMonthName, functieKort } from "./word.ts";

export const bijdrageTitle = "Is dit kind bekend?";

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const oneOf = (from: number, to: number) =>
  z.preprocess(
    (value) => (value === "" ? null : value),
    z.coerce.number().int().min(from).max(to).nullable().catch(null),
  );

/** What is no answer of the list is no answer. */
export const bijdrageSubmitted = z
  .object({
    bekend: z.enum(["nee", "ja", "afgesloten"]).nullable().catch(null),
    maand: oneOf(1, 12),
    jaar: oneOf(1990, 2100),
  })
  .catch({ bekend: null, maand: null, jaar: null }) satisfies z.ZodType<BuitenkantForm>;

export interface BijdrageDialog {
  readonly referentie: string;
  readonly vandaag: Temporal.PlainDate;
  readonly sent?: BuitenkantForm;
  readonly probleem?: BuitenkantProbleem;
}

export function bijdrageCard({ referentie, vandaag, sent, probleem }: BijdrageDialog, token: Stamp): Card {
  const years = Array.from({ length: jarenTerug + 1 }, (_, back) => String(vandaag.year - back));
  const error = (own: readonly BuitenkantProbleem[]) =>
    probleem && own.includes(probleem) ? problemWords[probleem] : undefined;
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "Is dit kind bij jullie bekend?",
    body: [
      paragraph(
        "Er is op schrift over geïnformeerd, en niemand maakte bezwaar. Zeg daarom niet meer dan dit.",
      ),
      choiceInput({
        id: "bekend",
        label: "Is het kind of gezin bij jullie bekend?",
        choices: [
          { title: "Nee", value: "nee" },
          { title: "Ja", value: "ja" },
          { title: "Ja, maar dat is afgesloten", value: "afgesloten" },
        ],
        style: "expanded",
        value: sent?.bekend ?? undefined,
        required: capital(problemWords.leeg),
        error: error(["leeg"]),
      }),
      choiceInput({
        id: "maand",
        label: "Zo ja: sinds welke maand? Dit mag leeg blijven",
        choices: months.map((month) => ({
          title: capital(formatMonthName({ month })),
          value: String(month),
        })),
        style: "compact",
        placeholder: "Geen maand gekozen",
        value: sent?.maand ? String(sent.maand) : undefined,
        error: error(["maand_en_jaar", "in_de_toekomst"]),
      }),
      choiceInput({
        id: "jaar",
        label: "En welk jaar?",
        choices: years.map((year) => ({ title: year, value: year })),
        style: "compact",
        placeholder: "Geen jaar gekozen",
        value: sent?.jaar ? String(sent.jaar) : undefined,
      }),
      smallPrint(
        "Weeg zelf of je mag antwoorden: je hoeft niet. De ib van de school leest je antwoord. Ouders kunnen het opvragen. Een eerder antwoord van jou vervalt.",
      ),
    ],
    actions: [submit({ title: "Geef door", verb: rondeVerb.bijdrage, token, style: "positive" })],
    fallbackText: "Is dit kind bij jullie bekend?",
  });
}

const problemWords: Readonly<Record<BuitenkantProbleem, string>> = {
  leeg: "kies een antwoord.",
  maand_en_jaar: "kies een maand én een jaar, of geen van beide.",
  in_de_toekomst: "deze maand moet nog komen. Kies een eerdere.",
};

export function buitenkantWords({ bekend, sinds, afgesloten }: Buitenkant): string {
  if (!bekend) return "niet bekend";
  const since = sinds ? ` sinds ${formatMonth(sinds)}` : "";
  return `bekend${since}${afgesloten ? ", nu afgesloten" : ""}`;
}

/** On the item itself: the question for who is asked, and what was answered for who may read it. */
export function outside(
  { buitenkant, hulpvraagId, versie }: Pick<PuntGezien, "buitenkant" | "hulpvraagId" | "versie">,
  token: Stamp,
): Element[] {
  if (!buitenkant) return [];
  const { vraag, eigen, anderen } = buitenkant;
  const ask = openDialog({
    title: eigen ? "Antwoord wijzigen" : "Is dit kind bij jullie bekend?",
    verb: rondeVerb.vraagBijdrage,
    token,
    about: `${hulpvraagId}/${versie}`,
  });
  return [
    ...(eigen ? [paragraph(`Jij gaf door: ${buitenkantWords(eigen)}.`)] : []),
    ...(anderen.length > 0
      ? [
          list(
            anderen.map(
              ({ naam, functie, gezegd }): Sentence =>
                `${naam} (${functieKort[functie]}): ${buitenkantWords(gezegd)}`,
            ),
          ),
        ]
      : []),
    ...(vraag ? [buttons([ask])] : []),
  ];
}
