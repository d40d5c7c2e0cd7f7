/** How the cooperation goes: the question on a short card, and what is told of the answers. */
import { z } from "zod/v4";
import {
  cijferHoog,
  cijferLaag,
  type EvaluatieForm,
  type EvaluatieGezien,
  type EvaluatieUitslag,
  type Evaluatieveld,
  type Helper,
  type Hinder,
  helpers,
  hinders,
  keuzeMax,
} from "#domain/evaluatie.ts";
import type { Problemen } from "#domain/veld.ts";
import { execute, type Stamp } from "./button.ts";
import { type Card, card, type Element } from "./card.ts";
import { choiceInput, choicesOf } from "./input.ts";
import { codesField } from "./regierol-form.ts";
import { evaluatieVerb } from "./team-verb.ts";
import { bold, list, paragraph, smallPrint } from "./text.ts";
import { veldWords } from "./veld.ts";
import { formatDate } from "./word.ts";

/** A lock screen shows it. */
export const evaluatieSummary = "Hoe gaat het samenwerken?";

export const helperLabel: Record<Helper, string> = {
  vaste_gezichten: "Vaste gezichten in het team",
  aanwezig_op_school: "Collega's zijn op school als dat is afgesproken",
  korte_lijnen: "Korte lijnen",
  duidelijke_rollen: "Het is duidelijk wie wat doet",
  goed_overleg: "Goede overleggen, met een agenda",
  open_houding: "Een open houding",
  genoeg_uren: "Genoeg uren",
};
export const hinderLabel: Record<Hinder, string> = {
  wisselingen: "Veel wisselingen",
  te_weinig_uren: "Te weinig uren",
  niet_aanwezig: "Collega's zijn er vaak niet",
  rollen_onduidelijk: "Het is niet duidelijk wie wat doet",
  overleg_kost_tijd: "Overleg kost te veel tijd",
  geen_werkplek: "Geen goede werkplek op school",
  wachtlijsten: "Wachtlijsten bij andere hulp",
  privacyregels_onduidelijk: "De privacyregels zijn niet duidelijk",
};

export const evaluatieSubmitted = z
  .object({ cijfer: z.string().max(4).catch(""), helpt: codesField(helpers), hindert: codesField(hinders) })
  .partial()
  .transform(
    ({ cijfer = "", helpt = [], hindert = [] }): EvaluatieForm => ({
      cijfer: cijfer === "" ? null : Number(cijfer),
      helpt,
      hindert,
    }),
  );

export interface EvaluatieKaart extends EvaluatieGezien {
  readonly form?: EvaluatieForm;
  readonly problemen?: Problemen<Evaluatieveld>;
}

export function evaluatieCard(data: EvaluatieKaart, token: Stamp, lead?: string): Card {
  return data.stand === "open" ? vraagCard(data, token, lead) : uitslagCard(data, lead);
}

function vraagCard(
  { naam, sluit, eigen, form, problemen = {} }: EvaluatieKaart,
  token: Stamp,
  lead?: string,
): Card {
  const filled: EvaluatieForm = form ?? eigen ?? { cijfer: null, helpt: [], hindert: [] };
  return card({
    kind: "Terugblik",
    title: evaluatieSummary,
    subtitle: naam,
    ...(eigen ? { status: { text: "Je antwoord is bewaard", tone: "good" as const } } : {}),
    ...(lead ? { lead } : {}),
    body: [
      paragraph([
        "Drie korte vragen over het team. Je kunt antwoorden, en je antwoord aanpassen, ",
        bold(`tot en met ${formatDate(sluit)}`),
        ".",
      ]),
      choiceInput({
        id: "cijfer",
        label: "Welk cijfer geef je het samenwerken?",
        choices: Array.from({ length: 10 }, (_, index) => ({
          title: cijferLabel(index + 1),
          value: String(index + 1),
        })),
        style: "compact",
        required: "Kies een cijfer.",
        value: filled.cijfer === null ? undefined : String(filled.cijfer),
        error: veldWords(problemen.cijfer),
      }),
      choiceInput({
        id: "helpt",
        label: `Wat helpt? Kies er hooguit ${keuzeMax}.`,
        choices: choicesOf(helperLabel),
        style: "expanded",
        multi: true,
        value: filled.helpt,
        error: veldWords(problemen.helpt),
      }),
      choiceInput({
        id: "hindert",
        label: `Wat zit in de weg? Kies er hooguit ${keuzeMax}.`,
        choices: choicesOf(hinderLabel),
        style: "expanded",
        multi: true,
        value: filled.hindert,
        error: veldWords(problemen.hindert),
      }),
      smallPrint(
        "Niemand ziet wat jij antwoordt. Na de laatste dag tel ik alles op en wis ik de antwoorden. Zijn er minder dan vijf, dan deel ik niets.",
      ),
    ],
    actions: [
      execute({
        title: eigen ? "Bewaar mijn nieuwe antwoord" : "Bewaar mijn antwoord",
        verb: evaluatieVerb.antwoord,
        token,
        style: "positive",
      }),
    ],
    fallbackText: evaluatieSummary,
  });
}

function cijferLabel(cijfer: number): string {
  if (cijfer === 1) return "1 (heel slecht)";
  return cijfer === 10 ? "10 (heel goed)" : String(cijfer);
}

function uitslagCard({ naam, uitslag, vorige }: EvaluatieKaart, lead?: string): Card {
  return card({
    kind: "Terugblik",
    title: "De terugblik op het samenwerken",
    subtitle: naam,
    ...(lead ? { lead } : {}),
    body: [
      ...evaluatieRegels({ uitslag, vorige }),
      ...(uitslag ? [paragraph("Bespreek samen wat jullie willen houden, en wat anders kan.")] : []),
      smallPrint("De antwoorden zelf zijn gewist."),
    ],
    fallbackText: "De terugblik op het samenwerken.",
  });
}

export function cijferWords(cijfer: number): string {
  if (cijfer <= cijferLaag) return `${cijferLaag} of lager`;
  return cijfer >= cijferHoog ? `${cijferHoog} of hoger` : String(cijfer);
}

export function evaluatieRegels({
  uitslag,
  vorige,
}: {
  readonly uitslag: EvaluatieUitslag | null;
  readonly vorige: number | null;
}): Element[] {
  if (!uitslag) return [paragraph("Er waren te weinig antwoorden. Daarom deel ik niets.")];
  const { cijfer, helpt, hindert } = uitslag;
  return [
    paragraph([
      "Gemiddeld: ",
      bold(cijferWords(cijfer)),
      ...(vorige === null ? ["."] : [`. Vorige keer: ${cijferWords(vorige)}.`]),
    ]),
    ...vaakGenoemd({ helpt, hindert }),
  ];
}

/** What three and a third of all named, in the order of the list. */
export function vaakGenoemd({ helpt, hindert }: Pick<EvaluatieUitslag, "helpt" | "hindert">): Element[] {
  return [
    ...(helpt.length > 0
      ? [paragraph("Vaak genoemd als wat helpt:"), list(helpt.map((one) => helperLabel[one]))]
      : []),
    ...(hindert.length > 0
      ? [paragraph("Vaak genoemd als wat in de weg zit:"), list(hindert.map((one) => hinderLabel[one]))]
      : []),
    ...(helpt.length + hindert.length === 0 ? [paragraph("Er is niets dat vaak werd genoemd.")] : []),
  ];
}

export const evaluatieWords = {
  saved: "Bewaard. Dank je wel.",
  closed: "Deze terugblik is dicht. Antwoorden kan niet meer.",
  refused: "Dit is nog niet bewaard. Kijk waar Pas aan staat.",
} as const;
