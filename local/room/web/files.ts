import { fill, h, icon } from "./dom.ts";
import { object, text } from "./read.ts";
import type { Room } from "./state.ts";
import { shortDay, timeOfDay } from "./time.ts";

/** A file that this person fetched by its link; whose press made the link is not always known. */
type Mail = { at: string; name: string; to: string };

/** What left the bot beside its messages. Kept is that it was fetched, not the file: its link works once. */
export function filesPanel(room: Room): HTMLElement {
  const mails = h("div", { class: "mails" }, h("p", {}, "Even zoeken…"));
  void room.api.mail().then(
    (value) => fill(mails, ...mailRows(room, value)),
    () =>
      fill(
        mails,
        h("p", { role: "alert" }, "De lijst komt niet door. Sluit dit paneel en open het opnieuw."),
      ),
  );
  const links = room.boot.links.map(({ label, href }) =>
    h("li", {}, h("a", { href, target: "_blank", rel: "noopener" }, icon("file"), label)),
  );
  return h(
    "div",
    {},
    links.length > 0 && h("ul", { class: "files" }, ...links),
    h("h3", {}, "Opgehaalde bestanden"),
    h(
      "p",
      {},
      "Een agendabestand, brief of folder haal je op met de link in de chat. Die link werkt één keer. Hier zie je wat je sinds de start ophaalde. E-mail stuurt de bot hier niet.",
    ),
    mails,
  );
}

function mailRows({ me }: Room, value: unknown): HTMLElement[] {
  const mails = (Array.isArray(value) ? value : [])
    .map((item) => readMail(object(item)))
    .filter(({ to }) => to === me.id || to === "");
  if (mails.length === 0) return [h("p", {}, "Er is nog niets opgehaald.")];
  return mails
    .toReversed()
    .map(({ at, name }) =>
      h(
        "article",
        { class: "mail" },
        h("strong", {}, icon("file"), name),
        h("span", {}, `${shortDay(at)} ${timeOfDay(at)}`),
      ),
    );
}

function readMail(item: ReturnType<typeof object>): Mail {
  return { at: text(item.at), name: text(item.name, "bestand"), to: text(item.to) };
}
