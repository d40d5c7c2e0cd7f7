import { format, inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { Onleesbaar, Sealed, seal, sealedText, sealLocked } from "#domain/sealed.ts";
import { opens, unseal } from "#domain/unseal.ts";

const secret = "Noor Voorbeeld";
const sealed = seal(secret);

describe("a sealed value", () => {
  it.each<[string, () => unknown]>([
    ["a template literal", () => `${sealed}`],
    ["adding to text", () => `${"x"}`.concat(sealed as unknown as string)],
    ["String()", () => String(sealed)],
    ["Number()", () => Number(sealed)],
    ["JSON.stringify", () => JSON.stringify({ deep: [sealed] })],
    ["comparing by size", () => (sealed as unknown as number) < 3],
    ["joining a list", () => [sealed].join()],
  ])("throws at %s, without the value in the error", (_how, use) => {
    expect(use).toThrow(TypeError);
    expect(use).not.toThrow(/Noor/);
  });

  it.each<[string, string]>([
    ["inspect", inspect(sealed)],
    ["inspect with showHidden", inspect(sealed, { showHidden: true, depth: null, getters: true })],
    ["inspect inside something", inspect({ a: [sealed] }, { showHidden: true, depth: null })],
    ["%o of a log line", format("%o", sealed)],
    ["the keys", Reflect.ownKeys(sealed).join("|")],
    ["a structured clone", inspect(structuredClone(sealed))],
    ["a spread", JSON.stringify({ ...sealed })],
  ])("is not shown by %s", (_how, shown) => {
    expect(shown).not.toContain("Noor");
  });

  it("is printed as [sealed]", () => {
    expect(inspect(sealed, { showHidden: true })).toBe("[sealed]");
  });

  it("opens only through unseal, and gives its key away only once", () => {
    expect(unseal(sealed)).toBe(secret);
    expect(() => Sealed.giveOpenerOnce()).toThrow(/already/);
  });

  it("cannot be imitated", () => {
    const fake = Object.create(Sealed.prototype) as Sealed<string>;
    expect(() => unseal(fake)).toThrow(TypeError);
  });
});

describe("a value that is still locked", () => {
  it("is opened when it is first looked at, and once", () => {
    let opened = 0;
    const locked = sealLocked(() => {
      opened += 1;
      return `${secret} ${opened}`;
    });
    expect(inspect(locked)).toBe("[sealed]");
    expect(opened, "passing it on opens nothing").toBe(0);
    expect([unseal(locked), unseal(locked), opens(locked)]).toEqual([`${secret} 1`, `${secret} 1`, true]);
    expect(opened).toBe(1);
  });

  it("that cannot be opened says so each time, and nothing of why", () => {
    let tried = 0;
    const broken = sealLocked((): string => {
      tried += 1;
      throw new Error(`the key of ${secret} is gone`, { cause: secret });
    });
    for (const _ of [1, 2]) {
      expect(() => unseal(broken)).toThrow(Onleesbaar);
      expect(() => unseal(broken)).not.toThrow(/Noor/);
      expect(opens(broken)).toBe(false);
    }
    expect(tried).toBe(1);
    const error = (() => {
      try {
        return unseal(broken);
      } catch (caught) {
        return caught;
      }
    })();
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain("Noor");
  });
});

describe("sealed text at the door", () => {
  const schema = sealedText({ max: 20 });

  it("is trimmed and composed before it is sealed", () => {
    expect(unseal(schema.parse("  Zoe\u0308 \n"))).toBe("Zoë");
  });

  it.each(["", "   ", "x".repeat(21), 7, null])("refuses %j", (input) => {
    expect(schema.safeParse(input).success).toBe(false);
  });

  it("does not repeat what was typed when it refuses", () => {
    const { error } = schema.safeParse(`${secret} en nog veel meer`);
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain("Noor");
  });
});
