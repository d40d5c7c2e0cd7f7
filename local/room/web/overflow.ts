import type { Action } from "adaptivecards";
import { h } from "./dom.ts";

/**
 * The menu behind "…". Our own, because the renderer hangs its menu on the page body,
 * where it disappears under an open dialog. Answers true: handled.
 */
export function showOverflow(host: HTMLElement, actions: readonly Action[], target?: HTMLElement): boolean {
  if (host.querySelector(".overflow")) return true;
  const menu = h("div", { class: "overflow", role: "menu" });
  let isOpen = true;
  const close = (isFocusBack: boolean) => {
    // Taking the menu away takes its focus away, which asks to close it once more.
    if (!isOpen) return;
    isOpen = false;
    menu.remove();
    target?.setAttribute("aria-expanded", "false");
    if (isFocusBack) target?.focus();
  };
  for (const action of actions) menu.append(item(action, close));
  menu.addEventListener("keydown", (event) => steer(event, menu, close));
  menu.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && menu.contains(event.relatedTarget))) close(false);
  });
  host.append(menu);
  place(menu, host, target);
  target?.setAttribute("aria-haspopup", "menu");
  target?.setAttribute("aria-expanded", "true");
  menu.querySelector("button")?.focus();
  menu.scrollIntoView({ block: "nearest" });
  return true;
}

function item(action: Action, close: (isFocusBack: boolean) => void): HTMLElement {
  const choose = () => {
    close(true);
    action.execute();
  };
  const props = { type: "button", role: "menuitem", class: "overflow-item", on: { click: choose } };
  return h("button", props, action.title ?? "");
}

function steer(event: KeyboardEvent, menu: HTMLElement, close: (isFocusBack: boolean) => void): void {
  if (event.key === "Tab") {
    close(false);
    return;
  }
  const items = [...menu.querySelectorAll("button")];
  const at = items.indexOf(document.activeElement as HTMLButtonElement);
  const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
  const next = to[event.key];
  if (event.key === "Escape") close(true);
  else if (next === undefined) return;
  // An Escape that is used here must not also close the dialog around the card.
  event.preventDefault();
  items.at((next ?? 0) % items.length)?.focus();
}

/** Under the button that opens it, but never outside the card. */
function place(menu: HTMLElement, host: HTMLElement, target?: HTMLElement): void {
  if (!target) return;
  const card = host.getBoundingClientRect();
  const button = target.getBoundingClientRect();
  const left = Math.min(button.left - card.left, card.width - menu.offsetWidth - 8);
  menu.style.left = `${Math.max(8, left)}px`;
  menu.style.top = `${button.bottom - card.top + 4}px`;
}
