import { tell } from "./actions.ts";
import { nameOf } from "./conversations.ts";
import { fill, h, icon } from "./dom.ts";
import { refreshInbox } from "./inbox.ts";
import { openSearch } from "./search.ts";
import { activeConversation, type Room } from "./state.ts";

/** Where one types. Enter sends, Shift+Enter makes a new line. */
export function composeView(room: Room): HTMLElement {
  const field = h("textarea", {
    rows: "1",
    "aria-label": "Bericht",
    placeholder: "Typ een bericht",
    enterkeyhint: "send",
  });
  const reply = h("p", { class: "compose-reply" });
  const mention = h(
    "button",
    { type: "button", class: "plain", title: "De bot noemen", "aria-label": "De bot noemen" },
    "@",
  );
  const more = h(
    "button",
    { type: "button", class: "plain", title: "Zoeken in Zorgronde", "aria-label": "Zoeken in Zorgronde" },
    icon("more"),
  );
  const send = h(
    "button",
    { type: "submit", class: "plain compose-send", title: "Versturen", "aria-label": "Versturen" },
    icon("send"),
  );
  const form = h(
    "form",
    { class: "compose", "aria-label": "Bericht schrijven" },
    reply,
    field,
    h("div", { class: "compose-tools" }, mention, more, send),
  );

  const grow = () => {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
  };
  field.addEventListener("input", grow);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void sendFrom(room, field).then(grow);
  });
  mention.addEventListener("click", () => addMention(room, field));
  more.addEventListener("click", () => openSearch(room));
  room.onChange(() => {
    const conversation = activeConversation(room);
    form.hidden = conversation === undefined;
    more.hidden = room.world.commands.length === 0;
    mention.hidden = conversation?.kind === "personal";
    field.placeholder =
      conversation?.kind === "personal" ? "Typ een bericht" : `Typ een bericht, noem @${room.world.botName}`;
    showReply(room, reply);
  });
  return form;
}

async function sendFrom(room: Room, field: HTMLTextAreaElement): Promise<void> {
  const words = field.value.trim();
  if (words === "" || room.active === undefined) return;
  const place = room.replyTo ? `${room.active};messageid=${room.replyTo}` : room.active;
  field.value = "";
  room.replyTo = undefined;
  const isSent = await tell(room, async () => {
    await room.api.say(room.me.id, place, withMention(room, words));
    await refreshInbox(room);
  });
  if (!isSent && field.value === "") field.value = words;
}

/** In a channel or group chat Teams gives the bot only messages that mention it. */
function withMention(room: Room, words: string): string {
  const name = room.world.botName;
  return words.replace(new RegExp(`@${escapePattern(name)}\\b`, "gi"), `<at>${name}</at>`);
}

const escapePattern = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

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
  fill(
    element,
    icon("reply"),
    `Antwoord aan ${name}`,
    h(
      "button",
      { type: "button", class: "plain", "aria-label": "Toch niet antwoorden", on: { click: stop } },
      icon("close"),
    ),
  );
}
