/**
 * What has left the bot in this run. It sends no e-mail here yet; what it hands out are files by a link that works
 * once. Only that one was fetched is kept: never the file, and never the link.
 */
import type { Core } from "./core.ts";
import { isoNow } from "./core.ts";
import { at } from "./json.ts";

export type Mail = {
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

/** The link stands in the bot's answer to the press that asked for it. */
function askedBy(core: Core, token: string): string | null {
  const press = core.deliveries.findLast(({ body }) => JSON.stringify(body ?? null).includes(`/${token}`));
  const from = press && at(press.activity, "from", "id");
  return core.state.world.people.find(({ userId }) => userId === from)?.id ?? null;
}
