import type { Card } from "#cards/card.ts";
import { rondeWords } from "#cards/ronde.ts";
import type { RondeRefusal } from "#usecases/overlegronde.ts";
import { dialogUnder, refusedAct, standingOf } from "./answer.ts";
import type { Answer } from "./route.ts";

/** The card of the round as it stands now, with a sentence on top. */
export const standing = standingOf("ronde");

/** The same refusals get the same words at every act on a round. */
export const refused = (id: string, error: RondeRefusal): Answer =>
  error.kind === "kan_niet" ? standing(id, rondeWords.notNow) : refusedAct(standing, id, error);

export const dialog = (title: string, card: Card): Answer => dialogUnder(title)(card);
