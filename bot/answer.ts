/** Answers that every noun gives in the same way. */
import type { Card } from "#cards/card.ts";
import { pressWords } from "#cards/press.ts";
import type { OnderwerpSoort } from "#domain/notice.ts";
import type { ActRefusal } from "#usecases/act.ts";
import { type Answer, neutraal } from "./route.ts";

/** The card as it stands now, with a sentence on top. */
export type Standing = (id: string, melding?: string) => Answer;

export const standingOf =
  (soort: OnderwerpSoort): Standing =>
  (id, melding) => ({ kind: "onderwerp", onderwerp: { soort, id }, ...(melding ? { melding } : {}) });

export const dialogUnder =
  (title: string) =>
  (card: Card): Answer => ({ kind: "dialoog", title, card });

/** The refusals that any act can meet, on the card itself. */
export function refusedAct(standing: Standing, id: string, { kind }: ActRefusal): Answer {
  switch (kind) {
    case "onzichtbaar":
      return neutraal;
    case "verouderd":
      return standing(id, pressWords.stale);
    case "al_gedaan":
      return standing(id, pressWords.already);
  }
}
