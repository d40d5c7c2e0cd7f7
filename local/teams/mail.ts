/**
 * What has left the bot in this run: files by a link that works once, and e-mails, which go nowhere here. Of a file only
 * that it was fetched is kept: never the file, and never the link. A mail says nothing of a child, and is kept whole.
 */
import type { Core } from "./core.ts";
import { isoNow } from "./core.ts";
import { at } from "./json.ts";

export type Mail = FetchedMail | SentMail;

export type SentMail = {
  n: number;
  at: string;
  kind: "mail";
  /** The person with this address in the practice world. */
  to: string | null;
  address: string;
  messageId: string;
  subject: string;
  text: string;
  name: string;
  type: string;
  file: string;
};

type FetchedMail = {
  n: number;
  at: string;
  kind: "bestand";
  /** The neutral name that the bot gives a file of this kind. */
  name: string;
  type: string;
  /** The person whose press made the link; null for a link that no press of this run made. */
  to: string | null;
};

export type FetchedFile = { token: string; name: string; type: string };

export function noteFile(core: Core, { token, name, type }: FetchedFile): void {
  const n = core.mail.length + 1;
  core.mail.push({ n, at: isoNow(core), kind: "bestand", name, type, to: askedBy(core, token) });
}

export type OutgoingMail = Omit<SentMail, "n" | "at" | "kind" | "to" | "type">;

export function noteMail(core: Core, mail: OutgoingMail, to: string | null): void {
  const n = core.mail.length + 1;
  core.mail.push({ n, at: isoNow(core), kind: "mail", to, ...mail, type: "text/calendar" });
}

/** The link stands in the bot's answer to the press that asked for it. */
function askedBy(core: Core, token: string): string | null {
  const press = core.deliveries.findLast(({ body }) => JSON.stringify(body ?? null).includes(`/${token}`));
  const from = press && at(press.activity, "from", "id");
  return core.state.world.people.find(({ userId }) => userId === from)?.id ?? null;
}
