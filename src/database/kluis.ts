/**
 * The vault: one data key per leerling, wrapped by a master key. Destroying the wrapped key erases what it locked.
 * Sealed boxes are AES-256-GCM: version (1 byte), nonce (12), tag (16), ciphertext. The place of a value (table,
 * column, row) is authenticated with it, so that a box cannot be moved. Errors never hold content.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import type { Sealed } from "#domain/sealed.ts";
import { seal } from "#domain/sealed.ts";
import { fold } from "#domain/spelling.ts";
import { unseal } from "#domain/unseal.ts";

const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const version = 1;

/** Master keys by id; new boxes are made with `current`, old ones stay readable as long as their key is here. */
export interface KeyRing {
  readonly current: string;
  /** KeyObjects, because a Buffer would show its bytes to whoever prints it. */
  readonly keys: ReadonlyMap<string, KeyObject>;
}

declare const minted: unique symbol;
/** The opened key of one leerling; only `openDataKey` makes one. */
export type DataKey = KeyObject & { readonly [minted]: "datakey" };

/** The opened key of the log; only `openLogKey` makes one. */
export type LogKey = KeyObject & { readonly [minted]: "logkey" };

/** A key row as it is stored. */
export interface WrappedKey {
  readonly id: string;
  readonly wrapped: Buffer;
  readonly masterKeyId: string;
}

export type KeyRingError =
  | { readonly kind: "empty" }
  | { readonly kind: "malformed"; readonly position: number }
  | { readonly kind: "wrong-length"; readonly keyId: string }
  | { readonly kind: "weak"; readonly keyId: string }
  | { readonly kind: "duplicate-id"; readonly keyId: string }
  | { readonly kind: "duplicate-key"; readonly keyId: string };
export type ParsedKeyRing =
  | { readonly ok: true; readonly value: KeyRing }
  | { readonly ok: false; readonly error: KeyRingError };

/** Something of our own is broken: a wrong key, a moved or damaged value. Says which step, never what was inside. */
export class KluisError extends Error {
  readonly code: "unknown-master-key" | "cannot-open" | "unknown-version" | "bad-place" | "bad-index";
  constructor(code: KluisError["code"]) {
    super(`kluis: ${code}`);
    this.name = "KluisError";
    this.code = code;
  }
}

const entry = /^([a-z0-9][a-z0-9_-]{0,31}):([A-Za-z0-9+/]+={0,2})$/;

function keyFault(id: string, bytes: Buffer, keys: ReadonlyMap<string, KeyObject>): KeyRingError | undefined {
  if (keys.has(id)) return { kind: "duplicate-id", keyId: id };
  if (bytes.length !== keyBytes) return { kind: "wrong-length", keyId: id };
  // A key of a few different bytes was typed by hand or is an example from somewhere.
  if (new Set(bytes).size < 12) return { kind: "weak", keyId: id };
  const same = [...keys.values()].some((key) => key.export().equals(bytes));
  return same ? { kind: "duplicate-key", keyId: id } : undefined;
}

/** Reads `id:base64,id:base64` (32 bytes each); the first is current. The answer never repeats a key. */
export function parseKeyRing(text: string): ParsedKeyRing {
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const keys = new Map<string, KeyObject>();
  for (const [position, part] of parts.entries()) {
    const [, id, base64] = entry.exec(part) ?? [];
    if (id === undefined || base64 === undefined)
      return { ok: false, error: { kind: "malformed", position } };
    const bytes = Buffer.from(base64, "base64");
    const error = keyFault(id, bytes, keys);
    if (error) return { ok: false, error };
    keys.set(id, createSecretKey(bytes));
  }
  const [current] = keys.keys();
  return current === undefined
    ? { ok: false, error: { kind: "empty" } }
    : { ok: true, value: { current, keys } };
}

/** One key for one purpose, so that no key is ever used for two kinds of work. */
function subkey(ring: KeyRing, keyId: string, purpose: string): KeyObject {
  const master = ring.keys.get(keyId);
  if (!master) throw new KluisError("unknown-master-key");
  return createSecretKey(Buffer.from(hkdfSync("sha256", master, "", `zorgronde/${purpose}/v1`, keyBytes)));
}

function box(key: KeyObject, plain: Buffer, aad: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  // The version is authenticated too: an old form can never be passed off as a new one.
  cipher.setAAD(Buffer.from(`${version}|${aad}`));
  const locked = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), locked]);
}

function unbox(key: KeyObject, boxed: Buffer, aad: string): Buffer {
  if (boxed[0] !== version) throw new KluisError("unknown-version");
  const head = 1 + nonceBytes + tagBytes;
  if (boxed.length < head) throw new KluisError("cannot-open");
  const nonce = boxed.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(`${version}|${aad}`));
  decipher.setAuthTag(boxed.subarray(1 + nonceBytes, head));
  try {
    return Buffer.concat([decipher.update(boxed.subarray(head)), decipher.final()]);
  } catch {
    // The cause is left out on purpose: it adds nothing, and errors travel to logs.
    throw new KluisError("cannot-open");
  }
}

const wrapPlace = (id: string): string => `datasleutel/${id}`;

function wrap(ring: KeyRing, masterKeyId: string, id: string, bytes: Buffer): WrappedKey {
  return { id, wrapped: box(subkey(ring, masterKeyId, "wrap"), bytes, wrapPlace(id)), masterKeyId };
}

/** A fresh data key for the key row `id` (uuid), wrapped by the current master key. */
export function newDataKey(ring: KeyRing, id: string): WrappedKey {
  return wrap(ring, ring.current, id, randomBytes(keyBytes));
}

export function openDataKey(ring: KeyRing, row: WrappedKey): DataKey {
  const bytes = unbox(subkey(ring, row.masterKeyId, "wrap"), row.wrapped, wrapPlace(row.id));
  return createSecretKey(bytes) as DataKey;
}

/** The same data key under another master key; what it locked stays as it is. */
export function rewrap(ring: KeyRing, row: WrappedKey, to: string = ring.current): WrappedKey {
  return wrap(ring, to, row.id, openDataKey(ring, row).export());
}

/**
 * The key of the log is a key of its own under the master key, and not made from it: a log is looked into for longer
 * than a master key is kept, and what was sealed once must be judged by the same key.
 */
export function openLogKey(ring: KeyRing, row: WrappedKey): LogKey {
  const key: KeyObject = openDataKey(ring, row);
  return createSecretKey(Buffer.from(hkdfSync("sha256", key, "", "zorgronde/log/v1", keyBytes))) as LogKey;
}

/** The hash of one text of logketen.ts; nobody makes it without the key. Hexadecimal. */
export function logHash(key: LogKey, text: string): string {
  return createHmac("sha256", key).update(text, "utf8").digest("hex");
}

/** Where a value belongs: "leerling.gegevens" and the id of its row. */
export function whereOf(column: string, rowId: string): string {
  if (!/^[a-z_]+\.[a-z_]+$/.test(column) || rowId === "") throw new KluisError("bad-place");
  return `${column}/${rowId}`;
}

export function encrypt(key: DataKey, plain: Buffer, where: string): Buffer {
  return box(key, plain, where);
}

export function decrypt(key: DataKey, boxed: Buffer, where: string): Buffer {
  return unbox(key, boxed, where);
}

export function encryptText(key: DataKey, text: string, where: string): Buffer {
  return box(key, Buffer.from(text, "utf8"), where);
}

export function decryptText(key: DataKey, boxed: Buffer, where: string): string {
  return unbox(key, boxed, where).toString("utf8");
}

export function encryptSealed(key: DataKey, text: Sealed<string>, where: string): Buffer {
  return encryptText(key, unseal(text), where);
}

export function decryptSealed(key: DataKey, boxed: Buffer, where: string): Sealed<string> {
  return seal(decryptText(key, boxed, where));
}

/** A mark of some words that tells nothing without the key; 32 bytes. `purpose` keeps the marks of two uses apart. */
export function keyedHash(
  ring: KeyRing,
  purpose: string,
  words: string,
  keyId: string = ring.current,
): Buffer {
  return createHmac("sha256", subkey(ring, keyId, `hash/${purpose}`))
    .update(words, "utf8")
    .digest();
}

export interface IndexedLeerling {
  readonly schoolId: string;
  readonly naam: string;
  /** "2016-04" */
  readonly geboortemaand: string;
}

/** "Sanne van der Bérg", "sanne vanderberg" and "Sanne van-der Berg" are one name. */
export function indexedName(naam: string): string {
  return fold(naam).replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Finds a double without reading names; equal only within one school, so that children cannot be followed between
 * schools in the index. After a rotation look with every key (`hmacIndexes`) until the rows are written again.
 */
export function hmacIndex(ring: KeyRing, leerling: IndexedLeerling, keyId: string = ring.current): Buffer {
  const { schoolId, naam, geboortemaand } = leerling;
  const name = indexedName(naam);
  if (name === "" || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(geboortemaand)) throw new KluisError("bad-index");
  return keyedHash(ring, "leerling", `${schoolId}|${name}|${geboortemaand}`, keyId);
}

export function hmacIndexes(ring: KeyRing, leerling: IndexedLeerling): readonly Buffer[] {
  return [...ring.keys.keys()].map((keyId) => hmacIndex(ring, leerling, keyId));
}

/** The name of a case in the log: unlinkable once its salt (32 random bytes) is destroyed. */
export function saltedId(salt: Buffer, id: string): Buffer {
  return createHmac("sha256", salt).update(id, "utf8").digest();
}
export const newSalt = (): Buffer => randomBytes(keyBytes);
