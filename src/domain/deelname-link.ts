/** The join link of a round. It goes into cards and calendars, so only addresses of Teams itself are taken. */

/** Longer than any link Teams makes, short enough for a card with many rounds. */
export const deelnameLinkMax = 700;

export type DeelnameLinkFout =
  | { readonly kind: "geen_adres" }
  | { readonly kind: "geen_https" }
  | { readonly kind: "andere_dienst" }
  | { readonly kind: "te_lang" };

export type DeelnameLink =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly error: DeelnameLinkFout };

const hosts: ReadonlySet<string> = new Set([
  "teams.microsoft.com",
  "teams.live.com",
  "teams.cloud.microsoft",
]);
/** The clouds for governments: gov.teams.microsoft.us, dod.teams.microsoft.us. */
const governmentHost = /^[a-z0-9-]+\.teams\.microsoft\.us$/;

/** Where the join links of Teams lead. Any other page of it, such as one that makes a meeting, can carry any words. */
const joins = /^\/(?:l\/meetup-join|meet)\/(?:[\w.:@=+-]|%(?:3a|40|3d|2b))+(?:\/\d+)?\/?$/i;
/** Tenant and organiser, and the passcode; what else was pasted along is left out. */
const needed: ReadonlySet<string> = new Set(["context", "p"]);

const refused = (kind: DeelnameLinkFout["kind"]): DeelnameLink => ({ ok: false, error: { kind } });

export function readDeelnameLink(text: string): DeelnameLink {
  const link = text.trim();
  if (link.length > deelnameLinkMax) return refused("te_lang");
  const url = /\s/.test(link) ? null : URL.parse(link);
  if (!url) return refused("geen_adres");
  if (url.protocol !== "https:") return refused("geen_https");
  const ours = hosts.has(url.hostname) || governmentHost.test(url.hostname);
  // A name before the host, or a port of its own, is how another site dresses up as this one.
  if (!ours || url.username !== "" || url.password !== "" || url.port !== "") return refused("andere_dienst");
  if (!joins.test(url.pathname)) return refused("andere_dienst");
  for (const key of [...url.searchParams.keys()]) if (!needed.has(key)) url.searchParams.delete(key);
  url.hash = "";
  return { ok: true, value: url.href };
}
