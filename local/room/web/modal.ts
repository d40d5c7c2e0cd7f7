import { h, iconButton } from "./dom.ts";

export type Modal = {
  setTitle: (title: string) => void;
  alert: HTMLElement;
  body: HTMLElement;
  close: () => void;
  open: () => void;
  /** What came into it is read from the top. */
  begin: () => void;
};

let count = 0;

/** A window over the page: focus stays inside, Escape or the cross closes it, focus returns to where it was. */
export function createModal(title: string, closed: () => void = () => undefined): Modal {
  // A pressed button is out of use until its answer has come, and has lost the focus by then.
  const opener = document.querySelector(".card .busy") ?? document.activeElement;
  count += 1;
  const id = `modal-title-${count}`;
  const heading = h("h2", { id, tabindex: "-1" }, title);
  const alert = h("p", { class: "dialog-alert", role: "alert" });
  const body = h("div", { class: "dialog-body" });
  const close = () => dialog.close();
  const cross = iconButton({ icon: "close", label: "Sluiten", press: close });
  const head = h("header", { class: "dialog-head" }, heading, cross);
  const roles = { role: "dialog", "aria-modal": "true", "aria-labelledby": id };
  const dialog = h("dialog", { class: "dialog", ...roles, on: { keydown: keepFocus } }, head, alert, body);
  dialog.addEventListener("close", () => {
    dialog.remove();
    closed();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    else document.querySelector<HTMLElement>(".compose textarea")?.focus();
  });
  const open = () => {
    document.body.append(dialog);
    dialog.showModal();
  };
  const begin = () => {
    dialog.scrollTop = 0;
    const first = firstOf(body);
    // A field below the fold would be filled in unseen, so there the title is where one begins.
    const isInSight = first && first.getBoundingClientRect().bottom <= dialog.getBoundingClientRect().bottom;
    (isInSight ? first : heading).focus({ preventScroll: true });
  };
  return { setTitle: (text) => heading.replaceChildren(text), alert, body, close, open, begin };
}

const focusable = "button:not([disabled]), a[href], input, select, textarea, [tabindex='0']";

/** The first field, else the first button: where somebody will want to start. */
function firstOf(body: HTMLElement): HTMLElement | null {
  return body.querySelector<HTMLElement>("input, select, textarea") ?? body.querySelector(focusable);
}

/** Tab goes round inside the window instead of to the browser's own buttons. */
function keepFocus(event: KeyboardEvent): void {
  if (event.key !== "Tab" || !(event.currentTarget instanceof HTMLElement)) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(focusable)];
  const visible = all.filter((item) => item.offsetParent !== null);
  const [first, last] = [visible[0], visible.at(-1)];
  if (document.activeElement !== (event.shiftKey ? first : last)) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
