/** "Mijn overleggen": all coming rounds of one person, by button or in words. */
import { noticeWords } from "#cards/notice.ts";
import {
  overzichtCard,
  overzichtVerb,
  overzichtWords,
  paginaSubmitted,
  planKeuzeCard,
} from "#cards/overzicht.ts";
import { startVerb } from "#cards/welcome.ts";
import type { Slots } from "#domain/intent.ts";
import type { Actor } from "#domain/scope.ts";
import { showLijst } from "#usecases/lijst.ts";
import { myRounds } from "#usecases/round-overview.ts";
import type { World } from "#usecases/world.ts";
import { askedFor } from "./jaarplan.ts";
import type { Command, Commands } from "./listen.ts";
import * as momentprik from "./momentprik.ts";
import { type Answer, neutraal, type Presenter, type Route, type Routes, type Stamps } from "./route.ts";

type Asker = { readonly world: World; readonly actor: Actor; readonly stamps: Stamps };

export const presenter: Presenter = {
  soort: "overzicht",
  async present(world, actor, id, stamps) {
    if (id !== actor.persoonId) return null;
    const data = await myRounds(world, actor);
    const nothing = data.regels.length + data.tijdvakken.length === 0;
    if (nothing && actor.lidmaatschappen.length === 0) return null;
    const card = overzichtCard(data, stamps(id, 0));
    return { card, summary: noticeWords.overzicht_getoond.summary, lezingen: [] };
  },
};

/** Its button stands on cards that stay: pressed again some time later, it comes below once more. */
const show: Route = async ({ world, actor, act }) => {
  const minute = world.clock.now().round({ smallestUnit: "minute", roundingMode: "floor" });
  await showLijst(world, actor, { lijst: "overzicht", occasion: `${act.press}:${minute}` });
  return { kind: "melding", tekst: overzichtWords.below };
};

const ask: Command = async ({ world, actor, activityId }) => {
  await showLijst(world, actor, { lijst: "overzicht", occasion: activityId });
  return null;
};

async function plannen({ world, actor, stamps, slots }: Asker & { readonly slots: Slots }): Promise<Answer> {
  const jaarplan = slots.reeks ? await askedFor(world, actor, stamps) : null;
  if (jaarplan) return jaarplan;
  const momentprikken = slots.prik ? await momentprik.askedFor(world, actor, stamps) : null;
  if (momentprikken) return momentprikken;
  const { planbaar } = await myRounds(world, actor);
  return { kind: "kaart", card: planKeuzeCard(planbaar, stamps(actor.persoonId, 0)) };
}

/** Stands in place of the card that was pressed, until that is drawn again. */
const pagina: Route = async ({ world, actor, subjectId, stamps, input }) => {
  if (subjectId !== actor.persoonId) return neutraal;
  const parsed = paginaSubmitted.safeParse(input);
  const asked = parsed.success ? parsed.data.pagina : 0;
  const data = await myRounds(world, actor, asked);
  const card = overzichtCard({ ...data, pagina: asked }, stamps(actor.persoonId, 0));
  return { kind: "kaart", card, deelVan: { soort: "overzicht", id: actor.persoonId } };
};

export const routes: Routes = { [startVerb.overleggen]: show, [overzichtVerb.pagina]: pagina };

export const commands: Commands = { overlegronde_wanneer: ask, overlegronde_plannen: plannen };
