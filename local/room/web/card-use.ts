import type { InputPlace } from "./api.ts";
import type { CardPress, CardUse } from "./card.ts";
import { object, text } from "./read.ts";
import type { Room } from "./state.ts";

/** What every card in this window may use: the people there are, the search, and a safe way to open links. */
export function cardUse(room: Room, place: InputPlace, press: (press: CardPress) => Promise<void>): CardUse {
  const typeahead = (input: string, words: string) => choices(room, place, input, words);
  return { people: room.world.people, press, openUrl, typeahead };
}

type Choice = { title: string; value: string };

/** A search that fails leaves the list as it is; the field itself still says what may be typed. */
async function choices(room: Room, place: InputPlace, input: string, words: string): Promise<Choice[]> {
  const answer = object(await room.api.typeahead(room.me.id, place, input, words).catch(() => ({})));
  const results = Array.isArray(answer.results) ? answer.results.map(object) : [];
  return results.map((item) => ({
    title: text(item.title, item.value),
    value: text(item.value, item.title),
  }));
}

/** Only web addresses; a card could otherwise run a javascript: address here. */
export function openUrl(url: string): void {
  if (/^https?:\/\//.test(url)) window.open(url, "_blank", "noopener,noreferrer");
}
