/** "Mijn overleggen": all coming rounds of one person, by button or in words. */
import { overzichtCard, overzichtVerb, paginaSubmitted, planKeuzeCard } from "#cards/overzicht.ts";
import { startVerb } from "#cards/welcome.ts";
import type { Slots } from "#domain/intent.ts";
import type { Actor } from "#domain/scope.ts";
import { myRounds } from "#usecases/round-overview.ts";
import type { World } from "#usecases/world.ts";
import { askedFor } from "./jaarplan.ts";
import type { Commands } from "./listen.ts";
import * as momentprik from "./momentprik.ts";
import type { Answer, Route, Routes, Stamps } from "./route.ts";

type Asker = { readonly world: World; readonly actor: Actor; readonly stamps: Stamps };

async function overzicht({ world, actor, stamps }: Asker): Promise<Answer> {
  return { kind: "kaart", card: overzichtCard(await myRounds(world, actor), stamps(actor.persoonId, 0)) };
}

async function plannen({ world, actor, stamps, slots }: Asker & { readonly slots: Slots }): Promise<Answer> {
  const jaarplan = slots.reeks ? await askedFor(world, actor, stamps) : null;
  if (jaarplan) return jaarplan;
  const momentprikken = slots.prik ? await momentprik.askedFor(world, actor, stamps) : null;
  if (momentprikken) return momentprikken;
  const { planbaar } = await myRounds(world, actor);
  return { kind: "kaart", card: planKeuzeCard(planbaar, stamps(actor.persoonId, 0)) };
}

const pagina: Route = async ({ world, actor, stamps, input }) => {
  const parsed = paginaSubmitted.safeParse(input);
  const asked = parsed.success ? parsed.data.pagina : 0;
  const data = await myRounds(world, actor, asked);
  return { kind: "kaart", card: overzichtCard({ ...data, pagina: asked }, stamps(actor.persoonId, 0)) };
};

export const routes: Routes = { [startVerb.overleggen]: overzicht, [overzichtVerb.pagina]: pagina };

export const commands: Commands = { overlegronde_wanneer: overzicht, overlegronde_plannen: plannen };
