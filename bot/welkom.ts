import { helpCard } from "#cards/help.ts";
import { noticeWords } from "#cards/notice.ts";
import { startVerb, welcomeCard } from "#cards/welcome.ts";
import type { Actor } from "#domain/scope.ts";
import type { Commands } from "./listen.ts";
import type { Answer, Presenter, Routes, Stamps } from "./route.ts";

/** Functions of today; a new membership gives other buttons the next time the card is asked for. */
const functiesOf = (actor: Actor) => [...new Set(actor.lidmaatschappen.map(({ functie }) => functie))];

function welcome(actor: Actor, stamps: Stamps) {
  const [voornaam = actor.naam] = actor.naam.split(" ");
  return welcomeCard({ voornaam, functies: functiesOf(actor) }, stamps(actor.persoonId, 0));
}

/** The subject is the person. */
export const presenter: Presenter = {
  soort: "welkom",
  async present(_world, actor, id, stamps) {
    if (id !== actor.persoonId) return null;
    return { card: welcome(actor, stamps), summary: noticeWords.welkom.summary, lezingen: [] };
  },
};

async function help(actor: Actor, stamps: Stamps): Promise<Answer> {
  return { kind: "kaart", card: helpCard({ functies: functiesOf(actor) }, stamps(actor.persoonId, 0)) };
}

export const routes: Routes = {
  [startVerb.help]: ({ actor, stamps }) => help(actor, stamps),
};

export const commands: Commands = {
  hulp: ({ actor, stamps }) => help(actor, stamps),
  groet: async ({ actor, stamps }) => ({ kind: "kaart", card: welcome(actor, stamps) }),
};
