import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CardToken, conversationHash, isForConversation, mintToken, openToken } from "#bot/token.ts";
import { parseKeyRing } from "#database/kluis.ts";

const [first, second] = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64")];
function ring(text: string) {
  const parsed = parseKeyRing(text);
  if (!parsed.ok) throw new Error(parsed.error.kind);
  return parsed.value;
}
const keys = ring(`k1:${first}`);

const now = Temporal.Instant.from("2026-11-22T09:00:00Z");
const nowSeconds = Math.floor(now.epochMilliseconds / 1000);

const verbs = fc.stringMatching(/^[a-z0-9][a-z0-9._:-]{0,31}$/);
const tokens: fc.Arbitrary<CardToken> = fc.record({
  verb: verbs,
  subject: fc.uuid(),
  version: fc.integer({ min: 0, max: 0xffff_ffff }),
  persoon: fc.option(fc.uuid()),
  conversation: fc.option(fc.string().map((id) => conversationHash(keys, id))),
  expires: fc.integer({ min: nowSeconds + 1, max: 0xffff_ffff }),
  nonce: fc.uuid(),
});
const one: CardToken = {
  verb: "regierol.aannemen",
  subject: "7f0d9f0e-3f6e-4a51-9a0e-52f0cb4fb5a1",
  version: 3,
  persoon: "0a5c8f9e-8a3f-4b8e-9d55-0d4b7c1c9f00",
  conversation: null,
  expires: nowSeconds + 60,
  nonce: "c7a4a1f2-1c8d-4a55-8c7e-1f2a3b4c5d6e",
};

describe("a card token", () => {
  it("opens to what it was made of", () => {
    fc.assert(
      fc.property(tokens, (token) => {
        expect(openToken(keys, mintToken(keys, token), now)).toEqual({ ok: true, value: token });
      }),
    );
  });

  it("takes at most 160 characters when it is bound to a person, in an alphabet that every card keeps", () => {
    fc.assert(
      fc.property(tokens, verbs, (token, verb) => {
        expect(mintToken(keys, { ...token, conversation: null, verb })).toMatch(/^[A-Za-z0-9_-]{1,160}$/);
      }),
    );
  });

  it("is the same for the same content, and wholly other for other content", () => {
    expect(mintToken(keys, one)).toBe(mintToken(keys, one));
    const [a, b] = [mintToken(keys, one), mintToken(keys, { ...one, version: 4 })];
    const same = [...a].filter((c, i) => c === b[i]).length;
    expect(same).toBeLessThan(a.length / 4);
  });

  it("shows nothing of what is inside", () => {
    const bytes = Buffer.from(mintToken(keys, one), "base64url");
    for (const readable of ["regierol", "k1"]) expect(bytes.includes(readable)).toBe(false);
    for (const id of [one.subject, one.persoon ?? "", one.nonce]) {
      expect(bytes.includes(Buffer.from(id.replaceAll("-", "").slice(0, 8), "hex"))).toBe(false);
    }
  });

  it("is refused from the second of its expiry on", () => {
    const token = mintToken(keys, one);
    const at = (seconds: number) =>
      openToken(keys, token, Temporal.Instant.fromEpochMilliseconds(seconds * 1000));
    expect(at(one.expires - 1).ok).toBe(true);
    expect(at(one.expires)).toEqual({ ok: false, error: { kind: "expired" } });
  });

  it("is refused, without throwing, after any change of a byte or of its length", () => {
    const bytes = Buffer.from(mintToken(keys, one), "base64url");
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(openToken(keys, changed.toString("base64url"), now).ok).toBe(false);
      expect(openToken(keys, bytes.subarray(0, at).toString("base64url"), now).ok).toBe(false);
    }
  });

  it("is refused when it is written in another way", () => {
    const token = mintToken(keys, one);
    for (const other of [`${token}=`, ` ${token}`, `${token}\n`, `${token.slice(0, 9)}.${token.slice(9)}`]) {
      expect(openToken(keys, other, now)).toEqual({ ok: false, error: { kind: "malformed" } });
    }
  });

  it("never throws for what a person sends", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.base64String({ maxLength: 300 }), fc.string({ unit: "binary" })),
        (text) => {
          expect(openToken(keys, text, now).ok).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("of another installation is refused", () => {
    const others = ring(`k1:${second}`);
    expect(openToken(others, mintToken(keys, one), now)).toEqual({ ok: false, error: { kind: "forged" } });
    const unknown = ring(`k9:${second}`);
    expect(openToken(unknown, mintToken(keys, one), now)).toEqual({
      ok: false,
      error: { kind: "unknown-key" },
    });
  });

  it("made before a new key came in front still opens", () => {
    const rotated = ring(`k2:${second},k1:${first}`);
    expect(openToken(rotated, mintToken(keys, one), now).ok).toBe(true);
    expect(openToken(ring(`k2:${second}`), mintToken(rotated, one), now).ok).toBe(true);
  });

  it("is not made from a payload with a field too many, or with text for an id", () => {
    const extra: object = { ...one, leerling: "Sanne" };
    expect(() => mintToken(keys, extra as CardToken)).toThrow();
    expect(() => mintToken(keys, { ...one, subject: "HV-1234" })).toThrow();
    expect(() => mintToken(keys, { ...one, verb: "x".repeat(41) })).toThrow();
  });

  it("belongs to its conversation, also after a rotation", () => {
    const token = { ...one, conversation: conversationHash(keys, "19:a@thread.tacv2") };
    const rotated = ring(`k2:${second},k1:${first}`);
    expect(isForConversation(rotated, token, "19:a@thread.tacv2")).toBe(true);
    expect(isForConversation(rotated, token, "19:b@thread.tacv2")).toBe(false);
    expect(isForConversation(rotated, one, "19:b@thread.tacv2")).toBe(true);
  });
});
