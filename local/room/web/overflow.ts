import type { Action } from "adaptivecards";
import { h } from "./dom.ts";

/**
 * The menu behind "…". Our own, because the renderer hangs its menu on the page body,
 * where it disappears under an open dialog. Answers true: handled.
 */
export function showOverflow(host: HTMLElement, actions: readonly Action[], target?: HTMLElement): boolean {
  const open = host.querySelector(".overflow");
  if (open) {
    open.remove();
    return true;
  }
  const items = actions.map((action) =>
    h(
      "button",
      { type: "button", role: "menuitem", class: "overflow-item", on: { click: () => choose(action) } },
      action.title ?? "",
    ),
  );
  const menu = h(
    "div",
    { class: "overflow", role: "menu", on: { keydown: (event: KeyboardEvent) => steer(event) } },
    ...items,
  );
  const close = (isFocusBack: boolean) => {
    menu.remove();
    target?.setAttribute("aria-expanded", "false");
    if (isFocusBack) target?.focus();
  };
  const choose = (action: Action) => {
    close(true);
    action.execute();
  };
  const steer = (event: KeyboardEvent) => {
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    if (event.key === "Escape" || event.key === "Tab") close(event.key === "Escape");
    if (event.key === "Escape") event.stopPropagation();
    const next = to[event.key];
    if (event.key !== "Escape" && next === undefined) return;
    event.preventDefault();
    items.at((next ?? 0) % items.length)?.focus();
  };
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) close(false);
  });
  host.append(menu);
  place(menu, host, target);
  target?.setAttribute("aria-haspopup", "menu");
  target?.setAttribute("aria-expanded", "true");
  items[0]?.focus();
  menu.scrollIntoView({ block: "nearest" });
  return true;
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
