import { openConversation, tell } from "./actions.ts";
import { readAddress } from "./address.ts";
import { readClock } from "./clock.ts";
import { nameOf, personal } from "./conversations.ts";
import { fill, h } from "./dom.ts";
import { refreshInbox, refreshWorld } from "./inbox.ts";
import { listView } from "./list.ts";
import { plainWords } from "./markdown.ts";
import { panelView } from "./panel.ts";
import { railView } from "./rail.ts";
import type { Room } from "./state.ts";
import { listen } from "./stream.ts";
import { talkView } from "./talk.ts";
import { showToast, toastsView } from "./toast.ts";
import { topView } from "./top.ts";

const lookEveryMs = 30_000;

/** A look that fails is followed by another; the stream says when the connection is gone. */
async function lookAround(room: Room): Promise<void> {
  await Promise.all([readClock(room), refreshWorld(room).catch(() => undefined)]);
}

/** Puts the parts of the window together and starts listening. */
export async function openRoom(room: Room, app: Element): Promise<void> {
  const toasts = toastsView();
  const live = h("p", { class: "spoken", "aria-live": "polite" });
  const frame = h(
    "div",
    { class: "frame" },
    banner(),
    topView(room),
    railView(room),
    listView(room),
    talkView(room),
    panelView(room),
    toasts,
  );
  fill(app, skipLink("#talk", "Naar het gesprek"), frame, live);
  document.querySelector(".skip")?.addEventListener("click", focusCompose);
  room.onChange(() => {
    frame.dataset.pane = room.panel ? "panel" : room.active ? "talk" : "list";
    frame.classList.toggle("live", room.isLive && room.isOnline);
  });
  announce(room, live);
  await tell(room, () => refreshInbox(room));
  openFromAddress(room, frame);
  addEventListener("popstate", () => {
    room.active = readAddress().in;
    room.changed();
  });
  setInterval(() => document.hidden || void lookAround(room), lookEveryMs);
  listen(room, { toast: (toast) => showToast(room, toasts, toast) });
  room.changed();
}

/** On a computer the chat with the bot opens by itself; on a phone one starts with the list. */
function openFromAddress(room: Room, frame: HTMLElement): void {
  const wanted = readAddress().in;
  const known = room.conversations.find((item) => item.id === wanted);
  if (known) openConversation(room, known.id, "replace");
  else if (frame.clientWidth >= 640) openConversation(room, personal, "replace");
}

function banner(): HTMLElement {
  return h(
    "p",
    { class: "banner", role: "note" },
    h("strong", {}, "Oefenomgeving"),
    h("span", {}, " Alle kinderen zijn verzonnen. "),
    " Typ nooit gegevens van een echt kind.",
  );
}

function skipLink(href: string, label: string): HTMLElement {
  return h("a", { class: "skip", href }, label);
}

function focusCompose(event: Event): void {
  const field =
    document.querySelector<HTMLElement>(".compose:not([hidden]) textarea") ??
    document.querySelector<HTMLElement>("#talk");
  event.preventDefault();
  field?.focus();
}

/** Says new messages aloud, once each; edits in place stay silent. */
function announce(room: Room, live: HTMLElement): void {
  const known = new Set<string>();
  let isFirst = true;
  room.onChange(() => {
    for (const message of room.messages.values()) {
      if (known.has(message.id)) continue;
      known.add(message.id);
      if (isFirst || message.in !== room.active || message.from === room.me.id) continue;
      const words = plainWords(message.text) || message.summary || "een kaart";
      live.textContent = `${nameOf(room.world, message.from)}: ${words}`;
    }
    isFirst = !room.isLoaded;
  });
}
