import { closeConversation, onNote } from "./actions.ts";
import { avatar, groupAvatar } from "./avatar.ts";
import { composeView } from "./compose.ts";
import { nameOf } from "./conversations.ts";
import { fill, h, iconButton } from "./dom.ts";
import { logView } from "./log.ts";
import { activeConversation, type Room } from "./state.ts";

const noteMs = 7000;

/** The conversation: who it is with, the messages, a note after a press, and the place to type. */
export function talkView(room: Room): HTMLElement {
  const head = h("header", { class: "talk-head" });
  const typing = h("p", { class: "typing", role: "status" });
  const compose = composeView(room);
  const empty = h(
    "div",
    { class: "talk-empty" },
    h("p", {}, "Kies links een gesprek. Begin bij de chat met de bot."),
  );
  const log = logView(room);
  let look = "";
  room.onChange(() => {
    const conversation = activeConversation(room);
    empty.hidden = conversation !== undefined;
    log.hidden = conversation === undefined;
    const who = conversation && room.typing.get(conversation.id);
    typing.textContent = who === undefined ? "" : `${nameOf(room.world, who)} is aan het typen…`;
    const next = JSON.stringify(conversation);
    if (next === look) return;
    look = next;
    fillHead(room, head);
  });
  return h(
    "main",
    { class: "talk", id: "talk", "aria-labelledby": "talk-title", tabindex: "-1" },
    head,
    log,
    empty,
    typing,
    noteView(),
    compose,
  );
}

function fillHead(room: Room, head: HTMLElement): void {
  const conversation = activeConversation(room);
  const leave = () => closeConversation(room);
  const back = iconButton({ icon: "back", label: "Terug naar de lijst", class: "talk-back", press: leave });
  if (!conversation) {
    fill(head, h("h2", { id: "talk-title" }, "Geen gesprek gekozen"));
    return;
  }
  const { kind, name, about, members } = conversation;
  const picture =
    kind === "personal" ? avatar(room.world, "") : groupAvatar(kind, kind === "channel" ? about : name);
  const more = kind === "channel" ? `${about} · ${members.length} leden` : about;
  const names = members.map((id) => nameOf(room.world, id)).join(", ");
  fill(
    head,
    back,
    picture,
    h("div", { class: "talk-title" }, h("h2", { id: "talk-title" }, name), h("p", { title: names }, more)),
  );
}

function noteView(): HTMLElement {
  const place = h("div", { class: "notes" });
  onNote((note) => {
    place.replaceChildren();
    if (!note) return;
    const close = iconButton({ icon: "close", label: "Sluiten", press: () => element.remove() });
    const element = h(
      "div",
      { class: note.isError ? "note note-error" : "note", role: note.isError ? "alert" : "status" },
      h("span", {}, note.text),
      close,
    );
    fill(place, element);
    // An error stays until somebody has read it.
    if (!note.isError) setTimeout(() => element.remove(), noteMs);
  });
  return place;
}
