import { tell } from "./actions.ts";
import { fill, h } from "./dom.ts";
import { refreshInbox } from "./inbox.ts";
import { createModal } from "./modal.ts";
import { activeConversation, type Room } from "./state.ts";
import type { Command, Found, SearchAnswer } from "./types.ts";

/** The search of a message extension: find something and put it in the conversation. */
export function openSearch(room: Room): void {
  const conversation = activeConversation(room);
  const first = room.world.commands[0];
  if (!conversation || !first) return;
  let command: Command = first;
  let planned: ReturnType<typeof setTimeout> | undefined;
  const modal = createModal(`Zoeken in ${room.world.botName}`);
  const results = h("ul", { class: "found", "aria-live": "polite" });
  const field = h("input", { type: "search", "aria-label": "Zoeken", placeholder: "Typ om te zoeken" });
  const look = async () => {
    const words = field.value;
    const answer = await room.api.search(room.me.id, conversation.id, command.id, words).catch(failed);
    if (field.value === words) fill(results, ...rows(answer, insert));
  };
  const insert = async (found: Found) => {
    modal.close();
    await tell(room, async () => {
      await room.api.insert(room.me.id, conversation.id, found.id);
      await refreshInbox(room);
    });
  };
  field.addEventListener("input", () => {
    clearTimeout(planned);
    planned = setTimeout(() => void look(), 200);
  });
  const choose = (chosen: Command) => {
    command = chosen;
    void look();
  };
  fill(modal.body, h("div", { class: "search" }, commandChoice(room.world.commands, choose), field, results));
  modal.open();
  field.focus();
  void look();
}

const failed = (): SearchAnswer => ({ found: [], message: "Zoeken lukt nu niet. Probeer het zo nog eens." });

function commandChoice(commands: Command[], choose: (command: Command) => void): HTMLElement | false {
  if (commands.length < 2) return false;
  const options = commands.map((item) => h("option", { value: item.id }, item.title));
  const select = h("select", { "aria-label": "Waarin zoeken" }, ...options);
  select.addEventListener("change", () => {
    const chosen = commands.find((item) => item.id === select.value);
    if (chosen) choose(chosen);
  });
  return select;
}

function rows(answer: SearchAnswer, insert: (found: Found) => void): HTMLElement[] {
  if (answer.found.length === 0)
    return [h("li", { class: "found-none" }, answer.message || "Niets gevonden.")];
  return answer.found.map((item) => {
    const lines = [h("strong", {}, item.title), item.text !== "" && h("span", {}, item.text)];
    const press = { type: "button", class: "found-item", on: { click: () => insert(item) } };
    return h("li", {}, h("button", press, ...lines));
  });
}
