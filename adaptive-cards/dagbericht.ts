/** The one message a day: what is late, due today or due soon, with the buttons to do it. Only in the own chat. */
import type { TeamactieGezien } from "#domain/see-teamactie.ts";
import type { TaakGezien } from "#domain/taak.ts";
import { execute, openDialog, type Stamp } from "./button.ts";
import { type Card, card } from "./card.ts";
import { dagberichtTijdVerb } from "./dagbericht-tijd.ts";
import { doneLines, fitted, openOf, openRows, type Rij, taakVerb, together } from "./taken-row.ts";
import { smallPrint } from "./text.ts";
import { startVerb } from "./welcome.ts";
import { capital, count, formatDate } from "./word.ts";

/** Says nothing: a lock screen shows it. */
export const dagberichtSummary = "Je taken voor vandaag";

export interface DagberichtData {
  readonly datum: Temporal.PlainDate;
  readonly vandaag: Temporal.PlainDate;
  readonly taken: readonly TaakGezien[];
  /** Of the teams; none when left out. */
  readonly team?: readonly TeamactieGezien[];
  /** Not all that stood here was done: some of it is not asked any more. */
  readonly vervallen: boolean;
}

export function dagberichtCard(
  { datum, vandaag, taken: zaken, team = [], vervallen }: DagberichtData,
  token: Stamp,
  lead?: string,
): Card {
  const taken = together(zaken, team);
  const open = openOf(taken);
  return fitted(open.length, (most) =>
    card({
      kind: "Dagbericht",
      title: datum.equals(vandaag) ? "Je taken voor vandaag" : "Je taken van die dag",
      subtitle: capital(formatDate(datum)),
      lead: lead ?? leadOf({ taken, vervallen }),
      body: [
        ...openRows({ taken, vandaag, gedaanVerb: taakVerb.dagGedaan }, token, most),
        ...doneLines(taken),
        ...(open.length > most ? [smallPrint(`En nog ${count(open.length - most, "taak", "taken")}.`)] : []),
        smallPrint("Later verder? Typ mijn taken. Dan zet ik ze onderaan in deze chat."),
      ],
      actions: [
        execute({ title: "Mijn taken", verb: startVerb.taken, token }),
        openDialog({ title: "Andere tijd of even weg", verb: dagberichtTijdVerb.vraag, token }),
      ],
      fallbackText: dagberichtSummary,
    }),
  );
}

function leadOf({
  taken,
  vervallen,
}: {
  readonly taken: readonly Rij[];
  readonly vervallen: boolean;
}): string {
  const open = openOf(taken).filter(({ stand }) => stand !== "later");
  const own = open.filter(({ vanMij }) => vanMij).length;
  // What was all read before needs no more words.
  if (own > 0 && open.every(({ kort }) => kort))
    return `Nog open in dit bericht: ${count(own, "taak", "taken")}. Alles zie je met Mijn taken.`;
  if (own > 0)
    return `In dit bericht ${own === 1 ? "staat" : "staan"} ${count(own, "taak", "taken")}. Alles zie je met Mijn taken.`;
  if (open.length > 0) return "Er is iets te laat bij een collega.";
  if (openOf(taken).length > 0) return "Er wacht nu niets op je.";
  return taken.length > 0 && !vervallen
    ? "Wat hier stond, is gedaan. Mooi!"
    : "Hier staat nu niets meer voor jou.";
}

export const dagberichtWords = {
  done: "Gedaan. Dank je wel.",
} as const;
