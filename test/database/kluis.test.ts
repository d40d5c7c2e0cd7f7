import { randomBytes } from "node:crypto";
import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decrypt,
  decryptSealed,
  decryptText,
  encrypt,
  encryptSealed,
  encryptText,
  hmacIndex,
  hmacIndexes,
  indexedName,
  type KeyRing,
  keyedHash,
  newDataKey,
  newSalt,
  openDataKey,
  parseKeyRing,
  rewrap,
  saltedId,
  whereOf,
} from "#database/kluis.ts";
import { seal } from "#domain/sealed.ts";
import { unseal } from "#domain/unseal.ts";

const key = (): string => randomBytes(32).toString("base64");
const [first, second] = [key(), key()];

function ring(text: string): KeyRing {
  const parsed = parseKeyRing(text);
  if (!parsed.ok) throw new Error(parsed.error.kind);
  return parsed.value;
}
const old = ring(`k1:${first}`);
const both = ring(`k2:${second},k1:${first}`);
const rowId = "7f0d9f0e-3f6e-4a51-9a0e-52f0cb4fb5a1";
const place = whereOf("hulpvraag.vraag", rowId);

describe("the key ring", () => {
  it.each([
    ["nothing", "", "empty"],
    ["only commas", " , ,", "empty"],
    ["no id", first, "malformed"],
    ["no base64", "k1:geheim!", "malformed"],
    ["capitals in the id", `K1:${first}`, "malformed"],
    ["31 bytes", `k1:${randomBytes(31).toString("base64")}`, "wrong-length"],
    ["33 bytes", `k1:${randomBytes(33).toString("base64")}`, "wrong-length"],
    ["a key of zeros", `k1:${Buffer.alloc(32).toString("base64")}`, "weak"],
    ["the same id twice", `k1:${first},k1:${second}`, "duplicate-id"],
    ["the same key twice", `k1:${first},k2:${first}`, "duplicate-key"],
  ])("refuses %s", (_, text, kind) => {
    const parsed = parseKeyRing(text);
    expect(parsed).toMatchObject({ ok: false, error: { kind } });
    expect(JSON.stringify(parsed)).not.toContain(first);
  });

  it("takes the first key as the current one", () => {
    expect(both.current).toBe("k2");
    expect([...both.keys.keys()]).toEqual(["k2", "k1"]);
  });

  it("does not show a key when it is printed", () => {
    const shown = inspect(both, { depth: 9, showHidden: true }) + JSON.stringify([...both.keys.values()]);
    expect(shown).not.toContain(second);
    expect(shown).not.toContain(Buffer.from(second, "base64").toString("hex").slice(0, 12));
  });
});

describe("a value in the vault", () => {
  const dataKey = openDataKey(old, newDataKey(old, rowId));

  it("comes back as it went in", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const plain = Buffer.from(bytes);
        expect(decrypt(dataKey, encrypt(dataKey, plain, place), place)).toEqual(plain);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(decryptText(dataKey, encryptText(dataKey, text, place), place)).toBe(text);
      }),
    );
  });

  it("stays sealed on both sides", () => {
    const boxed = encryptSealed(dataKey, seal("Hoe helpen we hem?"), place);
    expect(unseal(decryptSealed(dataKey, boxed, place))).toBe("Hoe helpen we hem?");
  });

  it("looks different each time and shows nothing of itself", () => {
    const [a, b] = [
      encryptText(dataKey, "rustige plek in de klas", place),
      encryptText(dataKey, "rustige plek in de klas", place),
    ];
    expect(a.equals(b)).toBe(false);
    expect(a.includes("rustige")).toBe(false);
  });

  it("cannot be opened when any byte is changed, added or cut off", () => {
    const boxed = encryptText(dataKey, "Wat is er nodig?", place);
    for (let at = 0; at < boxed.length; at++) {
      for (const bit of [1, 128]) {
        const changed = Buffer.from(boxed);
        changed[at] = (changed[at] ?? 0) ^ bit;
        expect(() => decryptText(dataKey, changed, place)).toThrow(/^kluis: /);
      }
      expect(() => decryptText(dataKey, boxed.subarray(0, at), place)).toThrow(/^kluis: /);
    }
    expect(() => decryptText(dataKey, Buffer.concat([boxed, Buffer.of(0)]), place)).toThrow(
      "kluis: cannot-open",
    );
  });

  it("cannot be moved to another row, column or leerling", () => {
    const boxed = encryptText(dataKey, "Wat is er nodig?", place);
    const other = "0a5c8f9e-8a3f-4b8e-9d55-0d4b7c1c9f00";
    expect(() => decryptText(dataKey, boxed, whereOf("hulpvraag.vraag", other))).toThrow(
      "kluis: cannot-open",
    );
    expect(() => decryptText(dataKey, boxed, whereOf("hulpvraag.ouders_vraag", rowId))).toThrow(
      "kluis: cannot-open",
    );
    const stranger = openDataKey(old, newDataKey(old, other));
    expect(() => decryptText(stranger, boxed, place)).toThrow("kluis: cannot-open");
  });

  it("is refused a place that could be read as another place", () => {
    expect(() => whereOf("hulpvraag", rowId)).toThrow("kluis: bad-place");
    expect(() => whereOf("hulpvraag.vraag/x", rowId)).toThrow("kluis: bad-place");
    expect(() => whereOf("hulpvraag.vraag", "")).toThrow("kluis: bad-place");
  });

  it("leaves no content, key or cause in the error", () => {
    const boxed = encryptText(dataKey, "geheim verhaal", place);
    let caught: unknown;
    try {
      decryptText(dataKey, boxed, whereOf("besluit.afweging", rowId));
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(Error);
    expect(inspect(caught, { showHidden: true })).not.toMatch(/geheim|besluit|7f0d9f0e/);
    expect((caught as Error).cause).toBeUndefined();
  });
});

describe("a data key", () => {
  it("opens only under its own key row", () => {
    const row = newDataKey(old, rowId);
    expect(() => openDataKey(old, { ...row, id: "0a5c8f9e-8a3f-4b8e-9d55-0d4b7c1c9f00" })).toThrow(
      "kluis: cannot-open",
    );
  });

  it("is new for every leerling", () => {
    const [a, b] = [openDataKey(old, newDataKey(old, rowId)), openDataKey(old, newDataKey(old, rowId))];
    expect(a.equals(b)).toBe(false);
  });

  it("stays readable when a new master key is put in front, and names the key that locks it", () => {
    const row = newDataKey(old, rowId);
    const boxed = encryptText(openDataKey(old, row), "blijft leesbaar", place);
    expect(row.masterKeyId).toBe("k1");
    expect(decryptText(openDataKey(both, row), boxed, place)).toBe("blijft leesbaar");
    const moved = rewrap(both, row);
    expect(moved).toMatchObject({ id: rowId, masterKeyId: "k2" });
    const onlyNew = ring(`k2:${second}`);
    expect(decryptText(openDataKey(onlyNew, moved), boxed, place)).toBe("blijft leesbaar");
    expect(() => openDataKey(onlyNew, row)).toThrow("kluis: unknown-master-key");
  });

  it("does not open with another master key of the same id", () => {
    expect(() => openDataKey(ring(`k1:${second}`), newDataKey(old, rowId))).toThrow("kluis: cannot-open");
  });
});

describe("the index of names", () => {
  const sanne = { schoolId: "s1", naam: "Sanne van der Bérg", geboortemaand: "2016-04" };

  it.each([
    "sanne van der berg",
    "Sanne Vanderberg",
    "SANNE  VAN-DER BERG",
    "Sanne v\u200ban der Be\u0301rg",
    "Sanne van\u00a0der Berg.",
  ])("finds the same leerling as %s", (naam) => {
    expect(hmacIndex(old, { ...sanne, naam })).toEqual(hmacIndex(old, sanne));
  });

  it.each([
    { ...sanne, naam: "Sanne van den Berg" },
    { ...sanne, geboortemaand: "2016-05" },
    { ...sanne, schoolId: "s2" },
  ])("keeps another leerling, month or school apart", (other) => {
    expect(hmacIndex(old, other).equals(hmacIndex(old, sanne))).toBe(false);
  });

  it("is another one under another key, and can be looked up under all of them", () => {
    expect(hmacIndex(both, sanne).equals(hmacIndex(old, sanne))).toBe(false);
    expect(hmacIndexes(both, sanne)).toEqual([hmacIndex(both, sanne), hmacIndex(old, sanne)]);
  });

  it("refuses an empty name and a month that is none", () => {
    expect(() => hmacIndex(old, { ...sanne, naam: " - " })).toThrow("kluis: bad-index");
    expect(() => hmacIndex(old, { ...sanne, geboortemaand: "2016-13" })).toThrow("kluis: bad-index");
  });

  it("folds letters that Unicode does not take apart", () => {
    expect(indexedName("Søren Łukasz d’Œuvre")).toBe("sorenlukaszdoeuvre");
  });
});

describe("marks", () => {
  it("differ per purpose and per key, and are the same for the same words", () => {
    expect(keyedHash(old, "bericht", "a")).toEqual(keyedHash(old, "bericht", "a"));
    expect(keyedHash(old, "bericht", "a").equals(keyedHash(old, "anders", "a"))).toBe(false);
    expect(keyedHash(old, "bericht", "a").equals(keyedHash(both, "bericht", "a"))).toBe(false);
  });

  it("in the log cannot be linked without the salt", () => {
    const salt = newSalt();
    expect(saltedId(salt, rowId)).toEqual(saltedId(salt, rowId));
    expect(saltedId(newSalt(), rowId).equals(saltedId(salt, rowId))).toBe(false);
  });
});
