import { openConversation } from "./actions.ts";
import { avatar } from "./avatar.ts";
import { nameOf } from "./conversations.ts";
import { h, iconButton } from "./dom.ts";
import type { Room } from "./state.ts";
import type { Toast } from "./stream.ts";

const stayMs = 9000;
const most = 4;

/** What the lock screen of a phone would show: the sender, the place and exactly the summary, nothing more. */
export function toastsView(): HTMLElement {
  return h("section", { class: "toasts", "aria-label": "Meldingen", "aria-live": "polite" });
}

export function showToast(room: Room, toasts: HTMLElement, toast: Toast): void {
  if (toast.in === room.active && !document.hidden) return;
  const place = room.conversations.find((item) => item.id === toast.in);
  const leave = () => element.remove();
  const open = () => {
    leave();
    openConversation(room, toast.in);
  };
  const where = place && place.kind !== "personal" ? `${place.name} · ` : "";
  const element = h(
    "article",
    { class: "toast" },
    h(
      "button",
      { type: "button", class: "toast-open", on: { click: open } },
      avatar(room.world, toast.from),
      h(
        "span",
        { class: "toast-text" },
        h("span", { class: "toast-from" }, nameOf(room.world, toast.from)),
        h("span", { class: "toast-summary" }, toast.summary.replaceAll(/<\/?at>/g, "")),
        h("span", { class: "toast-place" }, `${where}zo staat het op een telefoon`),
      ),
    ),
    iconButton({ icon: "close", label: "Melding weghalen", press: leave }),
  );
  toasts.append(element);
  while (toasts.children.length > most) toasts.firstElementChild?.remove();
  leaveLater(element, leave);
}

/** Goes by itself, but waits as long as somebody points at it or stands in it. */
function leaveLater(element: HTMLElement, leave: () => void): void {
  const ask = () => {
    if (element.matches(":hover, :focus-within")) setTimeout(ask, stayMs / 3);
    else leave();
  };
  setTimeout(ask, stayMs);
}
