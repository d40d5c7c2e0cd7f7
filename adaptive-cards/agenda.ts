/** Putting a hulpvraag on the agenda of a round: its verbs and the dialog. */
import { z } from "zod/v4";
import type { Functie } from "#domain/code.ts";
import type { RondeFeit } from "#domain/dossier.ts";
import { usualMinutes } from "#domain/overlegronde.ts";
import type { ConsentDecision, Missing } from "#domain/toestemming.ts";
import { type Stamp, submit } from "./button.ts";
import { type Card, card, notice } from "./card.ts";
import { choiceInput, numberInput } from "./input.ts";
import { paragraph, smallPrint } from "./text.ts";
import { isVanAndereSchool, missingWords, nietGenoemdNaam } from "./toestemming.ts";
import { formatDate, formatTime, join, plaatsLabel } from "./word.ts";

export const agendaVerb = {
  /** Opens the dialog on the card of a hulpvraag. */
  agenderen: "agenderen",
  opslaan: "save-agenderen",
  van: "van-agenda",
  /** The same, from the card of the round. */
  vanRonde: "van-agenda-ronde",
  /** From the card of the round: the ticked ones. */
  zetOp: "put-op-agenda",
} as const;

const minuten = z.coerce.number().int().min(5).max(90);

export const agendaSubmitted = z.object({ ronde: z.uuid(), minuten: minuten.catch(usualMinutes) });

/** Ids joined by commas, as a list with more choices sends them. */
export const zetOpSubmitted = z.object({
  voorstellen: z
    .string()
    .max(4000)
    .catch("")
    .transform((text) => text.split(",").filter((part) => z.uuid().safeParse(part).success)),
});

export const agendaTitle = "Op de agenda";

export interface AgendaDialog {
  readonly referentie: string;
  readonly rondes: readonly Pick<RondeFeit, "id" | "datum" | "begin" | "plaats">[];
  /** Why it was refused. */
  readonly missing?: readonly Missing[];
  readonly error?: string;
}

export function agendaCard({ referentie, rondes, missing = [], error }: AgendaDialog, token: Stamp): Card {
  const [first] = rondes;
  if (!first) return noRoundCard(referentie);
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "Op welke overlegronde?",
    body: [
      ...(missing.length > 0 ? [notice("warning", refusedWords(missing))] : []),
      choiceInput({
        id: "ronde",
        label: "Overlegronde",
        choices: rondes.map((ronde) => ({
          title: `${formatDate(ronde.datum)}, ${formatTime(ronde.begin)} uur (${plaatsLabel[ronde.plaats].toLowerCase()})`,
          value: ronde.id,
        })),
        style: "expanded",
        value: first.id,
        required: "Kies een overlegronde.",
        ...(error ? { error } : {}),
      }),
      numberInput({
        id: "minuten",
        label: "Hoeveel minuten?",
        required: "Kies een getal.",
        min: 5,
        max: 90,
        value: usualMinutes,
      }),
      smallPrint(
        "De toestemming moet gelden op de dag van de overlegronde. Ik kijk dat nu en later nog eens na.",
      ),
    ],
    actions: [submit({ title: "Zet op de agenda", verb: agendaVerb.opslaan, token, style: "positive" })],
    fallbackText: "Kies een overlegronde.",
  });
}

function noRoundCard(referentie: string): Card {
  return card({
    kind: `Hulpvraag ${referentie}`,
    title: "Nog geen overlegronde",
    body: [
      paragraph("Er is nog geen overlegronde gepland. Typ: overleg plannen."),
      smallPrint("De hulpvraag blijft klaarstaan. Bij een nieuwe ronde stel ik hem vanzelf voor."),
    ],
    fallbackText: "Er is nog geen overlegronde gepland.",
  });
}

export function refusedWords(missing: readonly Missing[]): string {
  return `Op deze agenda kan de hulpvraag niet. ${missingWords(missing).join(" ")}`.trim();
}

/** Minutes that are agreed for items, against the length of the round. */
export function tooLongWords({
  minuten,
  duurMinuten,
}: {
  readonly minuten: number;
  readonly duurMinuten: number;
}): string {
  return `Let op: de agenda is nu ${minuten} minuten. De overlegronde duurt ${duurMinuten} minuten.`;
}

/** Somebody at this table sees nothing of it: the ib asks those who decide, or leaves it so. */
export function notNamedWords(functies: readonly Functie[], grondslag: ConsentDecision["grondslag"]): string {
  const who = join(functies.map(nietGenoemdNaam));
  const many = functies.length > 1;
  const source = grondslag === "instemming" ? "in de informatie aan de ouders" : "in de toestemming";
  const what = many
    ? `Aan tafel zitten ook: ${who}. Die staan niet ${source} en zien deze hulpvraag niet.`
    : `Aan tafel zit ook: ${who}. Die staat niet ${source} en ziet deze hulpvraag niet.`;
  if (functies.every(isVanAndereSchool))
    return `${what} Zorg dat die er bij dit punt niet bij ${many ? "zijn" : "is"}.`;
  return `${what} ${many ? "Moeten ze" : "Moet die"} meedoen? ${partnerWords[grondslag === "instemming" ? grondslag : "schriftelijk"]}`;
}

/** Who was told and not asked, is told again, and can object again. */
export const partnerWords = {
  schriftelijk: "Kies op de kaart: Toestemming, en dan: Partner erbij.",
  instemming:
    "Stuur de informatie opnieuw, met die partners erin. Kies daarna op de kaart: Toestemming, en dan: Informatie verstuurd. De tijd voor bezwaar begint dan opnieuw.",
} as const;

export const agendaWords = {
  on: "De hulpvraag staat op de agenda.",
  off: "De hulpvraag is van de agenda gehaald.",
  cannot: "Dat kan nu niet bij deze hulpvraag. Je ziet nu hoe het ervoor staat.",
  otherRound: (datum: Temporal.PlainDate) =>
    `de directeur besloot alleen over de ronde van ${formatDate(datum)}. Kies die, of vraag de directeur opnieuw.`,
  nothingTicked: "Vink eerst aan welke hulpvragen op de agenda komen.",
} as const;

/** After putting several on at once: how many stand on it, and why others do not. */
export function putOnWords(
  ja: readonly string[],
  nee: readonly {
    readonly referentie: string;
    readonly missing: readonly Missing[];
    readonly staatOp: Temporal.PlainDate | null;
  }[],
): string {
  const added = ja.length === 0 ? [] : [`Op de agenda gezet: ${ja.join(", ")}.`];
  const refused = nee.map(({ referentie, missing, staatOp }) => {
    if (staatOp) return `${referentie} staat al op de ronde van ${formatDate(staatOp)}.`;
    return missing.length > 0
      ? `${referentie} kan niet op de agenda. ${missingWords(missing).join(" ")}`
      : `${referentie} kan nu niet op de agenda. Typ ${referentie} om te zien hoe het ervoor staat.`;
  });
  return [...added, ...refused].join(" ");
}
