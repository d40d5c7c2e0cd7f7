import { closeConversation, togglePanel } from "./actions.ts";
import { h, icon } from "./dom.ts";
import type { Panel, Room } from "./state.ts";

const items: { panel: Panel; name: string; label: string }[] = [
  { panel: "steps", name: "steps", label: "Oefenen" },
  { panel: "people", name: "people", label: "Personen" },
  { panel: "clock", name: "clock", label: "Klok" },
  { panel: "files", name: "file", label: "Bestanden" },
  { panel: "view", name: "view", label: "Beeld" },
];

/** The bar of apps: left on a computer, at the bottom on a phone. */
export function railView(room: Room): HTMLElement {
  const chat = button("chat", "Chat", () => {
    room.panel = undefined;
    closeConversationOnPhone(room);
  });
  const buttons = items.map((item) => ({
    ...item,
    element: button(item.name, item.label, () => togglePanel(room, item.panel)),
  }));
  room.onChange(() => {
    mark(chat, room.panel === undefined);
    for (const { panel, element } of buttons) {
      mark(element, room.panel === panel);
      element.setAttribute("aria-expanded", String(room.panel === panel));
      element.hidden = panel === "clock" && !room.hasClock;
    }
  });
  return h(
    "nav",
    { class: "rail", "aria-label": "Hoofdmenu" },
    chat,
    ...buttons.map(({ element }) => element),
  );
}

function button(name: string, label: string, press: () => void): HTMLButtonElement {
  return h(
    "button",
    { type: "button", class: "rail-item", on: { click: press } },
    icon(name),
    h("span", {}, label),
  );
}

function mark(element: HTMLElement, isOn: boolean): void {
  element.classList.toggle("rail-on", isOn);
}

function closeConversationOnPhone(room: Room): void {
  const isPhone = document.querySelector<HTMLElement>(".frame")?.clientWidth ?? 0;
  if (isPhone < 640) closeConversation(room);
  else room.changed();
}
