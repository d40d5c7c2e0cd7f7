import { nameOf, type Thread, threads } from "./conversations.ts";
import { h, icon } from "./dom.ts";
import { messageLook, messageView } from "./message.ts";
import { activeConversation, messagesIn, type Room } from "./state.ts";
import { longDay } from "./time.ts";
import type { Message } from "./types.ts";

type Drawn = { look: string; element: HTMLElement };

/**
 * The messages of the open conversation. Each is drawn again only when it changed,
 * so that an edit elsewhere never wipes what somebody is filling in.
 */
export function logView(room: Room): HTMLElement {
  const log = h("div", { class: "log", tabindex: "0", role: "region", "aria-label": "Berichten" });
  let drawn = new Map<string, Drawn>();
  let shown: string | undefined;
  let count = 0;
  stayAtEnd(log);
  room.onChange(() => {
    const conversation = activeConversation(room);
    const messages = conversation ? messagesIn(room, conversation.id) : [];
    const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    const kept = new Map<string, Drawn>();
    const draw = (message: Message, isFirst: boolean) => {
      const item = redraw(room, message, isFirst, drawn.get(message.id));
      kept.set(message.id, item);
      return item.element;
    };
    const rows = conversation ? withDays(threads(messages, conversation), room, draw) : [];
    drawn = kept;
    setChildren(log, rows);
    const isNew = shown !== room.active || messages.length > count;
    if (shown !== room.active || (isNew && wasAtEnd)) log.scrollTop = log.scrollHeight;
    shown = room.active;
    count = messages.length;
  });
  return log;
}

/** A note or a taller compose box takes room from the log; who read the last message still sees it. */
function stayAtEnd(log: HTMLElement): void {
  let isAtEnd = true;
  log.addEventListener("scroll", () => {
    isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  });
  new ResizeObserver(() => {
    if (isAtEnd) log.scrollTop = log.scrollHeight;
  }).observe(log);
}

function redraw(room: Room, message: Message, isFirst: boolean, before: Drawn | undefined): Drawn {
  const look = messageLook(room, message, isFirst);
  if (before?.look === look) return before;
  const hadFocus = before?.element.contains(document.activeElement) ?? false;
  const element = messageView(room, message, isFirst);
  if (hadFocus) {
    element.tabIndex = -1;
    requestAnimationFrame(() => element.focus({ preventScroll: true }));
  }
  return { look, element };
}

type Draw = (message: Message, isFirst: boolean) => HTMLElement;

function withDays(all: Thread[], room: Room, draw: Draw): HTMLElement[] {
  const rows: HTMLElement[] = [];
  let day = "";
  let before: Message | undefined;
  for (const thread of all) {
    const today = longDay(thread.root.at);
    const isNewDay = today !== day;
    if (isNewDay) rows.push(dayLine(room, today));
    const isFirst = isNewDay || before?.from !== thread.root.from;
    rows.push(isChannel(room) ? post(room, thread, draw) : draw(thread.root, isFirst));
    day = today;
    before = thread.root;
  }
  return rows;
}

const isChannel = (room: Room) => activeConversation(room)?.kind === "channel";
const kept = new Map<string, HTMLElement>();

/** Lines and frames are kept by key, so that the log can compare children by identity. */
function keep(key: string, make: () => HTMLElement): HTMLElement {
  const known = kept.get(key) ?? make();
  kept.set(key, known);
  return known;
}

function dayLine(room: Room, day: string): HTMLElement {
  return keep(`day ${room.active} ${day}`, () => h("p", { class: "day" }, h("span", {}, day)));
}

function post(room: Room, thread: Thread, draw: Draw): HTMLElement {
  const frame = keep(`post ${room.active} ${thread.root.id}`, () => {
    const reply = h(
      "button",
      { type: "button", class: "reply", on: { click: () => answer(room, thread.root) } },
      icon("reply"),
      "Beantwoorden",
    );
    return h(
      "section",
      { class: "post", "aria-label": `Gesprek van ${nameOf(room.world, thread.root.from)}` },
      h("div", { class: "post-messages" }),
      reply,
    );
  });
  const list = frame.firstElementChild;
  if (list)
    setChildren(
      list,
      [thread.root, ...thread.replies].map((message) => draw(message, true)),
    );
  return frame;
}

function answer(room: Room, root: Message): void {
  room.replyTo = root.id;
  room.changed();
  document.querySelector<HTMLElement>(".compose textarea")?.focus();
}

/** Moves only what is not in place: an element that is taken out and put back loses focus and scroll. */
function setChildren(parent: Element, rows: readonly Element[]): void {
  const wanted = new Set(rows);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  rows.forEach((row, index) => {
    const there = parent.children[index];
    if (there !== row) parent.insertBefore(row, there ?? null);
  });
}
