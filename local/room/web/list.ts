import { openConversation } from "./actions.ts";
import { avatar, groupAvatar } from "./avatar.ts";
import { fill, h, spoken } from "./dom.ts";
import { plainWords } from "./markdown.ts";
import { isUnread, messagesIn, type Room } from "./state.ts";
import { recent } from "./time.ts";
import type { Conversation, Message } from "./types.ts";

/** Chats and channels on the left. One tab stop; arrow keys go through the list. */
export function listView(room: Room): HTMLElement {
  const body = h("div", {
    class: "list-body",
    on: { keydown: (event: KeyboardEvent) => steer(event, body) },
  });
  let look = "";
  room.onChange(() => {
    const next = JSON.stringify([
      room.active,
      room.now,
      room.conversations.map((item) => [item, sign(room, item)]),
    ]);
    if (next === look) return;
    look = next;
    const focused = document.activeElement?.getAttribute("data-conversation");
    fill(body, ...sections(room));
    if (focused) body.querySelector<HTMLElement>(`[data-conversation="${CSS.escape(focused)}"]`)?.focus();
  });
  return h(
    "nav",
    { class: "list", "aria-labelledby": "list-title" },
    h("h2", { id: "list-title", class: "list-title" }, "Chat"),
    body,
  );
}

const sign = (room: Room, item: Conversation) => [isUnread(room, item), messagesIn(room, item.id).at(-1)];

function sections(room: Room): HTMLElement[] {
  const chats = room.conversations.filter((item) => item.kind !== "channel");
  const teams = Map.groupBy(
    room.conversations.filter((item) => item.kind === "channel"),
    (item) => item.about,
  );
  const parts = [section(room, "Chats", chats)];
  for (const [team, channels] of teams) parts.push(section(room, team, channels));
  return parts;
}

function section(room: Room, title: string, items: Conversation[]): HTMLElement {
  const rows = items.map((item) => h("li", {}, row(room, item)));
  return h(
    "section",
    { class: "list-section" },
    h("h3", { class: "list-heading" }, title),
    h("ul", { class: "list-rows" }, ...rows),
  );
}

function row(room: Room, item: Conversation): HTMLElement {
  const isActive = item.id === room.active;
  const isNew = isUnread(room, item);
  const last = messagesIn(room, item.id).at(-1);
  const isFirstStop = isActive || (room.active === undefined && item === room.conversations[0]);
  return h(
    "button",
    {
      type: "button",
      class: `row row-${item.kind}${isNew ? " row-new" : ""}`,
      "data-conversation": item.id,
      "aria-current": isActive && "page",
      tabindex: isFirstStop ? "0" : "-1",
      on: { click: () => openConversation(room, item.id) },
    },
    h("span", { class: "dot", "aria-hidden": "true" }),
    item.kind === "personal"
      ? avatar(room.world, "")
      : item.kind === "chat"
        ? groupAvatar("chat", item.name)
        : h("span", { class: "hash", "aria-hidden": "true" }, "#"),
    h(
      "span",
      { class: "row-text" },
      h("span", { class: "row-name" }, item.name),
      item.kind !== "channel" && h("span", { class: "row-last" }, preview(room, last)),
    ),
    last && h("span", { class: "row-time" }, recent(last.at, room.now)),
    isNew && spoken("ongelezen"),
  );
}

/** Teams shows the summary here too, never a card's content. */
function preview(room: Room, last: Message | undefined): string {
  if (!last) return "Nog geen berichten";
  if (last.deleted) return "Dit bericht is verwijderd";
  const words = plainWords(last.text);
  return last.from === room.me.id ? `Jij: ${words}` : last.summary || words || "Kaart";
}

function steer(event: KeyboardEvent, body: HTMLElement): void {
  const rows = [...body.querySelectorAll<HTMLElement>(".row")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
  const next = to[event.key];
  if (next === undefined || at < 0) return;
  event.preventDefault();
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus();
}
