import { fill, h, icon } from "./dom.ts";
import { object, text } from "./read.ts";
import type { Room } from "./state.ts";
import { shortDay, timeOfDay } from "./time.ts";

/** A file that this person fetched by its link; whose press made the link is not always known. */
type Mail = { at: string; name: string; to: string; subject: string; words: string };

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
    h("h3", {}, "Bestanden en e-mail"),
    h(
      "p",
      {},
      "Een agendabestand, brief of folder haal je op met de link in de chat. Die link werkt één keer. Hier zie je wat je sinds de start ophaalde. Wie geen eigen chat heeft, krijgt een e-mail. Die gaat hier nergens heen: je leest hem in deze lijst.",
    ),
    mails,
  );
}

function mailRows({ me }: Room, value: unknown): HTMLElement[] {
  const mails = (Array.isArray(value) ? value : [])
    .map((item) => readMail(object(item)))
    .filter(({ to }) => to === me.id || to === "");
  if (mails.length === 0) return [h("p", {}, "Er is nog niets opgehaald, en geen e-mail gestuurd.")];
  return mails
    .toReversed()
    .map(({ at, name, subject, words }) =>
      h(
        "article",
        { class: "mail" },
        h("strong", {}, icon("file"), subject === "" ? name : subject),
        h("span", {}, `${shortDay(at)} ${timeOfDay(at)}`),
        ...(words === "" ? [] : [h("pre", {}, `${words}\n[${name}]`)]),
      ),
    );
}

function readMail(item: ReturnType<typeof object>): Mail {
  return {
    at: text(item.at),
    name: text(item.name, "bestand"),
    to: text(item.to),
    subject: text(item.subject),
    words: text(item.text),
  };
}
