import { pressWords } from "#cards/press.ts";
import { rondeWords } from "#cards/ronde.ts";
import type { RondeRefusal } from "#usecases/overlegronde.ts";
import { type Answer, neutraal } from "./route.ts";

/** The card of the round as it stands now, with a sentence on top. */
export function standing(id: string, melding?: string): Answer {
  return { kind: "onderwerp", onderwerp: { soort: "ronde", id }, ...(melding ? { melding } : {}) };
}

/** The same refusals get the same words at every act on a round. */
export function refused(id: string, { kind }: RondeRefusal): Answer {
  switch (kind) {
    case "onzichtbaar":
      return neutraal;
    case "verouderd":
      return standing(id, pressWords.stale);
    case "al_gedaan":
      return standing(id, pressWords.already);
    case "kan_niet":
      return standing(id, rondeWords.notNow);
  }
}

export function dialog(title: string, card: Extract<Answer, { kind: "dialoog" }>["card"]): Answer {
  return { kind: "dialoog", title, card };
}
