import { tell } from "./actions.ts";
import { nameOf } from "./conversations.ts";
import { fill, h, icon, iconButton } from "./dom.ts";
import { refreshInbox } from "./inbox.ts";
import { openSearch } from "./search.ts";
import { activeConversation, type Room } from "./state.ts";

/** Where one types. Enter sends, Shift+Enter makes a new line. */
export function composeView(room: Room): HTMLElement {
  const field = h("textarea", { rows: "1", "aria-label": "Bericht", enterkeyhint: "send" });
  const reply = h("p", { class: "compose-reply" });
  const mention = iconButton({ icon: "at", label: "De bot noemen", press: () => addMention(room, field) });
  const more = iconButton({ icon: "more", label: "Zoeken in Zorgronde", press: () => openSearch(room) });
  const send = iconButton({ icon: "send", label: "Versturen", class: "compose-send", type: "submit" });
  const tools = h("div", { class: "compose-tools" }, mention, more, send);
  const form = h("form", { class: "compose", "aria-label": "Bericht schrijven" }, reply, field, tools);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void sendFrom(room, field).then(() => grow(field));
  });
  listenToKeys(form, field);
  room.onChange(() => {
    const conversation = activeConversation(room);
    const isPersonal = conversation?.kind === "personal";
    form.hidden = conversation === undefined;
    more.hidden = room.world.commands.length === 0;
    mention.hidden = isPersonal;
    field.placeholder = isPersonal ? "Typ een bericht" : `Noem @${room.world.botName}`;
    showReply(room, reply);
  });
  return form;
}

function listenToKeys(form: HTMLFormElement, field: HTMLTextAreaElement): void {
  field.addEventListener("input", () => grow(field));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
}

/** As tall as what is typed, up to a handful of lines. */
function grow(field: HTMLTextAreaElement): void {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
}

async function sendFrom(room: Room, field: HTMLTextAreaElement): Promise<void> {
  const words = field.value.trim();
  if (words === "" || room.active === undefined) return;
  const place = room.replyTo ? `${room.active};messageid=${room.replyTo}` : room.active;
  field.value = "";
  room.replyTo = undefined;
  const isSent = await tell(room, async () => {
    await room.api.say(room.me.id, place, withName(room, words));
  });
  if (isSent) await tell(room, () => refreshInbox(room));
  else if (field.value === "") field.value = words;
}

/** Teams' own list of names writes the name as it is; whoever types it by hand may forget the capital. */
function withName(room: Room, words: string): string {
  const name = `@${room.world.botName}`;
  const at = words.toLowerCase().indexOf(name.toLowerCase());
  return at < 0 ? words : words.slice(0, at) + name + words.slice(at + name.length);
}

/** In a channel or group chat Teams gives the bot only messages that mention it. */
function addMention(room: Room, field: HTMLTextAreaElement): void {
  const name = `@${room.world.botName}`;
  if (!field.value.includes(name)) field.value = `${name} ${field.value}`;
  field.focus();
}

function showReply(room: Room, element: HTMLElement): void {
  element.hidden = room.replyTo === undefined;
  const root = room.messages.get(room.replyTo ?? "");
  if (!root) return;
  const stop = () => {
    room.replyTo = undefined;
    room.changed();
  };
  const name = root.from === room.me.id ? "jezelf" : nameOf(room.world, root.from);
  const end = iconButton({ icon: "close", label: "Toch niet antwoorden", press: stop });
  fill(element, icon("reply"), `Antwoord aan ${name}`, end);
}
