import type { Json } from "./action-index.ts";
import { fill, h, icon } from "./dom.ts";
import { object, text } from "./read.ts";
import type { Room } from "./state.ts";
import { shortDay, timeOfDay } from "./time.ts";

type Mail = { to: string; subject: string; at: string; files: { name: string; href: string }[] };

/** Calendar files and e-mails that would have gone out; here they are caught. */
export function filesPanel(room: Room): HTMLElement {
  const mails = h("div", { class: "mails" }, h("p", {}, "Even zoeken…"));
  void room.api.mail().then(
    (value) => fill(mails, ...mailRows(value)),
    () => fill(mails, h("p", {}, "Er zijn nog geen e-mails.")),
  );
  const links = room.boot.links.map(({ label, href }) =>
    h("li", {}, h("a", { href, target: "_blank", rel: "noopener" }, icon("file"), label)),
  );
  const files =
    links.length > 0 ? h("ul", { class: "files" }, ...links) : h("p", {}, "Er zijn nog geen bestanden.");
  return h(
    "div",
    {},
    h("h3", {}, "Agenda's en bestanden"),
    files,
    h("h3", {}, "Verstuurde e-mails"),
    h("p", {}, "Er gaat niets echt de deur uit. Wat verstuurd zou zijn, staat hier."),
    mails,
  );
}

function mailRows(value: unknown): HTMLElement[] {
  const items = Array.isArray(value) ? value : (object(value).mail ?? object(value).mails);
  const mails = Array.isArray(items) ? items.map((item) => readMail(object(item))) : [];
  if (mails.length === 0) return [h("p", {}, "Er zijn nog geen e-mails.")];
  return mails
    .toReversed()
    .map((mail) =>
      h(
        "article",
        { class: "mail" },
        h("strong", {}, mail.subject),
        h("span", {}, `aan ${mail.to}`),
        mail.at !== "" && h("span", {}, `${shortDay(mail.at)} ${timeOfDay(mail.at)}`),
        ...mail.files.map(fileLink),
      ),
    );
}

const fileLink = (file: { name: string; href: string }) =>
  h(
    "a",
    { href: file.href, download: file.name, target: "_blank", rel: "noopener" },
    icon("file"),
    file.name,
  );

function readMail(item: Json): Mail {
  const to = Array.isArray(item.to)
    ? item.to.map((one) => text(one, object(one).address, object(one).email)).join(", ")
    : text(item.to, object(item.to).address);
  const attached = [item.attachments, item.files].find(Array.isArray) ?? [];
  const calendar = text(item.ics, object(item.calendar).content, item.calendar);
  const files = attached.map((one: unknown) => readFile(object(one))).filter((file) => file.href !== "");
  if (calendar !== "") files.push({ name: "uitnodiging.ics", href: dataUrl("text/calendar", calendar) });
  return { to, subject: text(item.subject, "Zonder onderwerp"), at: text(item.at, item.sentAt), files };
}

function readFile(item: Json): { name: string; href: string } {
  const content = text(item.content, item.text, item.body);
  const href = text(item.url, item.href);
  const type = text(item.contentType, item.type, "text/calendar");
  return {
    name: text(item.name, item.filename, "bestand.ics"),
    href: /^https?:|^\//.test(href) ? href : content && dataUrl(type, content),
  };
}

const dataUrl = (type: string, content: string) =>
  `data:${type};charset=utf-8,${encodeURIComponent(content)}`;
