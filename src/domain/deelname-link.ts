/** The join link of a round. It goes into cards and calendars, so only addresses of Teams itself are taken. */

import { givenWoordenlijst } from "./woordenlijst.ts";

/** Longer than any link Teams makes, short enough for a card with many rounds. */
export const deelnameLinkMax = 700;

export type DeelnameLinkFout =
  | { readonly kind: "geen_adres" }
  | { readonly kind: "geen_https" }
  | { readonly kind: "andere_dienst" }
  /** Without its code nobody comes in, and with it a name could go along. */
  | { readonly kind: "woord_in_code" }
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
 * The two shapes that Teams gives its join links: a thread, and a meeting number of eleven to fifteen digits that begins
 * with no zero (a BSN has nine, a telephone here begins with one). Any other page, or a path of one's own words, could
 * carry a name into a calendar.
 */
const thread =
  /^\/l\/meetup-join\/19(?::|%3a)([\w-]+)(?:@|%40)thread\.(?:v2|tacv2|skype)(?:\/(?:0|\d{13}))?\/?$/i;
const number = /^\/meet\/(?!316)[1-9]\d{10,14}\/?$/;
/** Made by Teams or chosen by hand, four to twenty signs. */
const passcode = /^[a-z0-9]{4,20}$/i;
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
  if (!isThread(url.pathname) && !number.test(url.pathname)) return refused("andere_dienst");
  const p = url.searchParams.get("p");
  if (p && !isCode(p)) return refused("woord_in_code");
  keepOnly(url, { context: contextOf(url.searchParams.get("context")), p });
  url.hash = "";
  return { ok: true, value: url.href };
}

function keepOnly(url: URL, { context, p }: { context: string | null; p: string | null }): void {
  for (const key of [...url.searchParams.keys()]) url.searchParams.delete(key);
  if (context) url.searchParams.set("context", context);
  if (p) url.searchParams.set("p", p);
}

/**
 * A meeting of its own is named after a guid (`meeting_` and its base64); one in a channel after chance alone: 32 hex
 * digits, or capitals, small letters and digits in which no words of one's own can stand.
 */
function isThread(path: string): boolean {
  const id = thread.exec(path)?.[1];
  if (id === undefined) return false;
  const [, meeting] = /^meeting_(.*)$/.exec(id) ?? [];
  if (meeting !== undefined)
    return meeting.length === 48 && guid.test(Buffer.from(meeting, "base64").toString("latin1"));
  return /^[\da-f]{32}$/i.test(id) || (/^[\w-]{40,48}$/.test(id) && isChance(id) && !holdsWords(id));
}

/** Of forty signs by chance some sixteen are capitals and six are digits. */
function isChance(id: string): boolean {
  const count = (of: RegExp) => id.match(of)?.length ?? 0;
  return count(/[A-Z]/g) >= 5 && count(/[a-z]/g) >= 5 && count(/\d/g) >= 1 && count(/[-_]/g) <= 5;
}

/** Capitals and small letters, as Teams makes it; no word, no short name, no group of a school. */
function isCode(p: string): boolean {
  const { isVoornaam } = givenWoordenlijst();
  const short = p.match(/[A-Z]?[a-z]{2}(?![a-z])/g) ?? [];
  const mixed = /[A-Z]/.test(p) && /[a-z]/.test(p);
  const tells =
    short.some((part) => part.length === 3 && isVoornaam(part.toLowerCase())) ||
    /(?:groep|gr|klas)\d/i.test(p);
  return passcode.test(p) && mixed && !tells && !holdsWords(p);
}

/** A name or an ordinary word. Chance makes one in one of some hundred links, and then a new meeting has another. */
function holdsWords(text: string): boolean {
  const { isVoornaam, isAchternaam, isWord } = givenWoordenlijst();
  const parts = text.match(/[A-Z]?[a-z]{2,}|[A-Z]{3,}/g) ?? [];
  return [text, ...parts]
    .map((part) => part.toLowerCase())
    .some(
      (part) =>
        (part.length >= 4 && (isVoornaam(part) || isAchternaam(part))) || (part.length >= 5 && isWord(part)),
    );
}

function contextOf(text: string | null): string | null {
  const ids = contextKeys.flatMap((key) => {
    const id = new RegExp(`"${key}"\\s*:\\s*"([^"]*)"`, "i").exec(text ?? "")?.[1];
    return id && guid.test(id) ? [[key, id]] : [];
  });
  return ids.length > 0 ? JSON.stringify(Object.fromEntries(ids)) : null;
}
