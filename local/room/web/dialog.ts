import { ServiceError } from "./api.ts";
import { type CardPress, renderCard } from "./card.ts";
import { cardUse } from "./card-use.ts";
import { fill, h } from "./dom.ts";
import { refreshInbox } from "./inbox.ts";
import { createModal, type Modal } from "./modal.ts";
import type { Room } from "./state.ts";
import type { Answer, Dialog } from "./types.ts";

/** A Teams dialog: one card at a time, the next comes in its place. Closing it sends nothing to the bot. */
export function openDialog(room: Room, first: Dialog): void {
  const open: Open = { isAnswered: false };
  const modal = createModal(first.title, () => {
    if (!open.isAnswered) void room.api.closeDialog(room.me.id, first.id).catch(() => undefined);
  });
  modal.open();
  show(room, modal, first, open);
}

/** After the last answer the service has forgotten the dialog itself. */
type Open = { isAnswered: boolean };

function show(room: Room, modal: Modal, dialog: Dialog, open: Open): void {
  modal.setTitle(dialog.title || "Formulier");
  modal.alert.textContent = "";
  const press = (pressed: CardPress) => submit(room, modal, dialog, open, pressed);
  const use = cardUse(room, { dialog: dialog.id }, press);
  fill(modal.body, dialog.card ? renderCard(dialog.card, use) : page(dialog.url));
  modal.begin();
}

/** A web page in a dialog is not ours to draw. */
function page(url: string): HTMLElement {
  if (!/^https?:\/\//.test(url)) return h("p", { class: "dialog-said" }, "Dit venster is leeg.");
  return h(
    "p",
    { class: "dialog-said" },
    h("a", { href: url, target: "_blank", rel: "noopener" }, "Open de pagina"),
  );
}

async function submit(room: Room, modal: Modal, dialog: Dialog, open: Open, press: CardPress): Promise<void> {
  modal.alert.textContent = "";
  const answer = await send(room, dialog, press);
  open.isAnswered = !answer.error && !answer.dialog && !answer.card;
  if (answer.error) refuse(modal, answer.error);
  else if (answer.dialog)
    show(room, modal, { ...answer.dialog, title: answer.dialog.title || dialog.title }, open);
  else if (answer.card) show(room, modal, { ...dialog, card: answer.card }, open);
  else if (answer.message) say(modal, answer.message);
  else modal.close();
  await refreshInbox(room).catch(() => undefined);
}

/** A button at the end of a long form is far below the words. */
function refuse({ alert }: Modal, text: string): void {
  alert.textContent = text;
  alert.scrollIntoView({ block: "nearest" });
}

function say(modal: Modal, text: string): void {
  const primary = { type: "button", class: "button button-primary", on: { click: modal.close } };
  const done = h("button", primary, "Sluiten");
  fill(modal.body, h("div", { class: "dialog-said" }, h("p", { role: "status" }, text), done));
  done.focus();
}

/** A lost connection reads as a refusal here, so that what was typed stays in the form. */
async function send(room: Room, dialog: Dialog, press: CardPress): Promise<Answer> {
  try {
    return await room.api.dialog({ as: room.me.id, dialog: dialog.id, ...press });
  } catch (error) {
    const text = error instanceof ServiceError ? error.message : "Geen verbinding. Probeer het nog eens.";
    return { error: text };
  }
}
