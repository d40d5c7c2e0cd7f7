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

/**
 * The two shapes that Teams gives its join links: a thread (19:meeting_…@thread.v2) and a meeting number. Any other page,
 * or a path of one's own words, could carry a name into a calendar.
 */
const thread = /^\/l\/meetup-join\/19(?::|%3a)[\w-]{1,200}(?:@|%40)thread\.(?:v2|tacv2|skype)(?:\/\d+)?\/?$/i;
const number = /^\/meet\/\d{9,20}\/?$/;
const passcode = /^[a-z0-9]{1,32}$/i;
const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** Tenant and organiser, as ids; what else was pasted along is left out. */
const contextKeys = ["Tid", "Oid"] as const;

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
  if (!thread.test(url.pathname) && !number.test(url.pathname)) return refused("andere_dienst");
  keepOnly(url, { context: contextOf(url.searchParams.get("context")), p: url.searchParams.get("p") });
  url.hash = "";
  return { ok: true, value: url.href };
}

function keepOnly(url: URL, { context, p }: { context: string | null; p: string | null }): void {
  for (const key of [...url.searchParams.keys()]) url.searchParams.delete(key);
  if (context) url.searchParams.set("context", context);
  if (p && passcode.test(p)) url.searchParams.set("p", p);
}

function contextOf(text: string | null): string | null {
  const ids = contextKeys.flatMap((key) => {
    const id = new RegExp(`"${key}"\\s*:\\s*"([^"]*)"`, "i").exec(text ?? "")?.[1];
    return id && guid.test(id) ? [[key, id]] : [];
  });
  return ids.length > 0 ? JSON.stringify(Object.fromEntries(ids)) : null;
}
