import { pressOnMessage } from "./actions.ts";
import { avatar } from "./avatar.ts";
import { renderCard } from "./card.ts";
import { cardUse } from "./card-use.ts";
import { nameOf } from "./conversations.ts";
import { h, spoken } from "./dom.ts";
import { markdownToHtml } from "./markdown.ts";
import { activeConversation, cardOf, type Room } from "./state.ts";
import { timeOfDay } from "./time.ts";
import type { Message } from "./types.ts";

/** Changes exactly when the message must be drawn again. */
export function messageLook(room: Room, message: Message, isFirst: boolean): string {
  return JSON.stringify([message, cardOf(room, message), isFirst]);
}

/** One message; `isFirst` of its sender's row shows who speaks. */
export function messageView(room: Room, message: Message, isFirst: boolean): HTMLElement {
  const isMine = message.from === room.me.id;
  const name = isMine ? "Jij" : nameOf(room.world, message.from);
  const time = h("time", { class: "message-time", datetime: message.at }, timeOfDay(message.at));
  const edited = message.edited && !message.deleted && h("span", { class: "message-edited" }, "bewerkt");
  const head = h("p", { class: "message-head" }, h("span", { class: "message-from" }, name), time, edited);
  return h(
    "article",
    {
      class: `message${isMine ? " message-mine" : ""}${isFirst ? " message-first" : ""}`,
      "data-message": message.id,
      "aria-label": `${name}, ${timeOfDay(message.at)}`,
    },
    isFirst && (!isMine || activeConversation(room)?.kind === "channel")
      ? avatar(room.world, message.from)
      : h("span", { class: "avatar-gap" }),
    h("div", { class: "message-column" }, head, ...content(room, message)),
  );
}

function content(room: Room, message: Message): HTMLElement[] {
  if (message.deleted) return [h("p", { class: "message-gone" }, "Dit bericht is verwijderd")];
  const card = cardOf(room, message);
  const parts: HTMLElement[] = [];
  if (message.text !== "") parts.push(bubble(message.text));
  const use = cardUse(room, { message: message.id }, (press) => pressOnMessage(room, message.id, press));
  if (card) parts.push(renderCard(card, use));
  return parts.length > 0 ? parts : [h("p", { class: "message-gone" }, spoken("Leeg bericht"), "…")];
}

function bubble(text: string): HTMLElement {
  const element = h("div", { class: "bubble" });
  element.innerHTML = markdownToHtml(text);
  return element;
}
