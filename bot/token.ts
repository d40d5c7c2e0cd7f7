/**
 * What a card may say about itself: an opaque token that only we can make or read. A person can edit and replay
 * everything in a card, so a token proves where a press came from, never that the person may.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from "node:crypto";
import { z } from "zod/v4";

/** The part of a key ring that tokens need. */
export interface TokenKeys {
  readonly current: string;
  readonly keys: ReadonlyMap<string, KeyObject>;
}

const conversationBytes = 12;

export const cardTokenSchema = z.strictObject({
  verb: z.string().regex(/^[a-z0-9][a-z0-9._/:-]{0,39}$/i),
  subject: z.uuid(),
  version: z.int().min(0).max(0xffff_ffff),
  persoon: z.uuid().nullable(),
  /** See `conversationHash`. */
  conversation: z
    .string()
    .length((conversationBytes * 4) / 3)
    .nullable(),
  /** Seconds since 1970, UTC; the token is refused from this second on. */
  expires: z.int().min(0).max(0xffff_ffff),
  /** Makes one press one act: a replay brings the same nonce. */
  nonce: z.uuid(),
});
export type CardToken = z.infer<typeof cardTokenSchema>;

export type OpenedToken =
  | { readonly ok: true; readonly value: CardToken }
  | {
      readonly ok: false;
      readonly error: { readonly kind: "malformed" | "unknown-key" | "forged" | "expired" };
    };
type TokenRefusal = Extract<OpenedToken, { ok: false }>["error"]["kind"];

const markBytes = 2;
const ivBytes = 12;
const tagBytes = 16;

/** Two bytes that find the key again; they tell nothing of its id. */
const markOf = (keyId: string): Buffer =>
  createHash("sha256").update(`kaart/${keyId}`).digest().subarray(0, markBytes);

function subkey(master: KeyObject, purpose: "lock" | "iv" | "conversation"): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync("sha256", master, "", `zorgronde/kaart/${purpose}/v1`, 32)));
}

const uuidBytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll("-", ""), "hex");
const uuidText = (bytes: Buffer): string =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

function packed(token: CardToken): Buffer {
  const verb = Buffer.from(token.verb, "utf8");
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(token.version, 0);
  numbers.writeUInt32BE(token.expires, 4);
  const shape = (token.persoon ? 1 : 0) | (token.conversation ? 2 : 0);
  return Buffer.concat([
    Buffer.of(shape, verb.length),
    verb,
    numbers,
    uuidBytes(token.subject),
    uuidBytes(token.nonce),
    token.persoon ? uuidBytes(token.persoon) : Buffer.alloc(0),
    token.conversation ? Buffer.from(token.conversation, "base64url") : Buffer.alloc(0),
  ]);
}

function unpacked(plain: Buffer): unknown {
  const [shape = 0, verbLength = 0] = plain;
  let at = 2;
  const take = (count: number): Buffer => {
    at += count;
    return plain.subarray(at - count, at);
  };
  const verb = take(verbLength).toString("utf8");
  const numbers = take(8);
  return {
    verb,
    version: numbers.readUInt32BE(0),
    expires: numbers.readUInt32BE(4),
    subject: uuidText(take(16)),
    nonce: uuidText(take(16)),
    persoon: shape & 1 ? uuidText(take(16)) : null,
    conversation: shape & 2 ? take(conversationBytes).toString("base64url") : null,
  };
}

/**
 * The IV is made from the content (HMAC), so that two tokens share one only when they are the same token, and a
 * card that is drawn again from the same facts is the same card. Throws for a payload that is ours and wrong.
 */
export function mintToken(ring: TokenKeys, payload: CardToken): string {
  const plain = packed(cardTokenSchema.parse(payload));
  const master = ring.keys.get(ring.current);
  if (!master) throw new Error("token: unknown-key");
  const mark = markOf(ring.current);
  const iv = createHmac("sha256", subkey(master, "iv")).update(plain).digest().subarray(0, ivBytes);
  const cipher = createCipheriv("aes-256-gcm", subkey(master, "lock"), iv, { authTagLength: tagBytes });
  cipher.setAAD(mark);
  const locked = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([mark, iv, locked, cipher.getAuthTag()]).toString("base64url");
}

function unlocked(master: KeyObject, bytes: Buffer): Buffer | undefined {
  const iv = bytes.subarray(markBytes, markBytes + ivBytes);
  const decipher = createDecipheriv("aes-256-gcm", subkey(master, "lock"), iv, { authTagLength: tagBytes });
  decipher.setAAD(bytes.subarray(0, markBytes));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(markBytes + ivBytes, -tagBytes)), decipher.final()]);
  } catch {
    // A failed tag is the answer, not an accident: the token is not ours.
    return undefined;
  }
}

const refused = (kind: TokenRefusal): OpenedToken => ({ ok: false, error: { kind } });

/** Everything a person can send comes back as a value; nothing here throws. */
export function openToken(ring: TokenKeys, token: string, now: Temporal.Instant): OpenedToken {
  const bytes = Buffer.from(token, "base64url");
  // Node skips what is no base64url; only the one way of writing a token counts.
  if (bytes.length <= markBytes + ivBytes + tagBytes || bytes.toString("base64url") !== token)
    return refused("malformed");
  const mark = bytes.subarray(0, markBytes);
  const masters = [...ring.keys].filter(([id]) => markOf(id).equals(mark)).map(([, key]) => key);
  if (masters.length === 0) return refused("unknown-key");
  const plain = masters.map((master) => unlocked(master, bytes)).find((opened) => opened !== undefined);
  if (!plain) return refused("forged");
  const parsed = cardTokenSchema.safeParse(unpacked(plain));
  if (!parsed.success) return refused("malformed");
  if (parsed.data.expires * 1000 <= now.epochMilliseconds) return refused("expired");
  return { ok: true, value: parsed.data };
}

function hashIn(master: KeyObject, conversationId: string): string {
  const digest = createHmac("sha256", subkey(master, "conversation")).update(conversationId).digest();
  return digest.subarray(0, conversationBytes).toString("base64url");
}

/** Names a conversation inside a token without its id being readable or guessable from outside. */
export function conversationHash(ring: TokenKeys, conversationId: string): string {
  const master = ring.keys.get(ring.current);
  if (!master) throw new Error("token: unknown-key");
  return hashIn(master, conversationId);
}

/** Whether a token was made for this conversation; also true for a token that is bound to none. */
export function isForConversation(ring: TokenKeys, token: CardToken, conversationId: string): boolean {
  if (token.conversation === null) return true;
  return [...ring.keys.values()].some((master) => hashIn(master, conversationId) === token.conversation);
}
