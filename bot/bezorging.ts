/** Whether what was told arrived: asked by the ib about one hulpvraag, by the beheerder about all. */
import { bezorgingCard, bezorgingVerb, bezorgingWords, gehoordCard } from "#cards/bezorging.ts";
import type { Actor } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { drawBezorging, drawGehoord } from "#usecases/gehoord.ts";
import type { World } from "#usecases/world.ts";
import { dialogUnder } from "./answer.ts";
import type { Command } from "./listen.ts";
import { type Answer, neutraal, type Route, type Routes, type Stamps } from "./route.ts";

const dialog = dialogUnder(bezorgingWords.dialogTitle);

const gehoord: Route = async ({ world, actor, subjectId }) => {
  const drawn = await drawGehoord(world, actor, subjectId);
  return drawn ? dialog(gehoordCard({ ...drawn, vandaag: todayIn(world.clock.now()) })) : neutraal;
};

/** An answer of the moment: it names colleagues who cannot be reached, and nothing of a hulpvraag. */
async function overzicht(world: World, actor: Actor, stamps: Stamps): Promise<Answer> {
  const drawn = await drawBezorging(world, actor);
  if (!drawn) return { kind: "melding", tekst: bezorgingWords.notYours };
  return { kind: "kaart", card: bezorgingCard(drawn, stamps(actor.persoonId, 0)) };
}

export const routes: Routes = {
  [bezorgingVerb.gehoord]: gehoord,
  [bezorgingVerb.overzicht]: ({ world, actor, stamps }) => overzicht(world, actor, stamps),
};

/** Asked with the same intent as what can be set. */
export function beforeSettings(other: Command | undefined): Command {
  return async (asked) => {
    if (!asked.slots.bezorging) return other ? other(asked) : neutraal;
    return overzicht(asked.world, asked.actor, asked.stamps);
  };
}
