import { describe, expect, expectTypeOf, it } from "vitest";
import { z } from "zod/v4";
import {
  checkedGegevens,
  type Gebeurtenis,
  gebeurtenisSoorten,
  gebeurtenissen,
  readGebeurtenis,
} from "#domain/gebeurtenis.ts";

/** Kinds of values that cannot carry a word that somebody typed. */
function isClosed(schema: z.core.$ZodType): boolean {
  const { def } = schema._zod;
  const within = (inner: unknown): boolean => inner instanceof z.core.$ZodType && isClosed(inner);
  switch (def.type) {
    case "enum":
    case "literal":
    case "boolean":
      return true;
    case "number":
      return z.toJSONSchema(schema as z.ZodNumber).type === "integer";
    case "string":
      return "format" in def && ["date", "uuid"].includes(String(def.format));
    case "array":
      return within((def as z.core.$ZodArrayDef).element);
    case "optional":
    case "nullable":
    case "readonly":
      return within((def as z.core.$ZodOptionalDef).innerType);
    case "template_literal":
      return (def as z.core.$ZodTemplateLiteralDef).parts.every(
        (part) => typeof part === "string" || within(part),
      );
    case "object":
      return (
        (def as z.core.$ZodObjectDef).catchall instanceof z.core.$ZodNever &&
        Object.values((def as z.core.$ZodObjectDef).shape).every(within)
      );
    default:
      return false;
  }
}

describe("the log", () => {
  it.each(gebeurtenisSoorten)("%s has codes, dates, numbers and ids only", (soort) => {
    expect(isClosed(gebeurtenissen[soort].gegevens)).toBe(true);
    expect(soort).toMatch(/^[a-z_]+$/);
  });

  it.each<[string, z.ZodType]>([
    ["any text", z.object({ a: z.string() }).strict()],
    ["a text of a length", z.strictObject({ a: z.string().max(10) })],
    ["a text that looks like something", z.strictObject({ a: z.string().regex(/^[a-z]+$/) })],
    ["an address", z.strictObject({ a: z.email() })],
    ["fields that nobody named", z.object({ a: z.boolean() })],
    ["a broken number", z.strictObject({ a: z.number() })],
    ["anything", z.strictObject({ a: z.unknown() })],
    ["a list of texts", z.strictObject({ a: z.array(z.string()).readonly() })],
    ["a text in a pattern", z.strictObject({ a: z.templateLiteral(["x", z.string()]) })],
  ])("could not carry %s", (_, schema) => {
    expect(isClosed(schema)).toBe(false);
  });

  it("takes no word into a field, and does not say which word that was", () => {
    const typed = "Sanne wordt gepest";
    const wrong = { soort: "geagendeerd", sztId: null, gegevens: { ronde: typed, minuten: 5 } } as const;
    expect(() => checkedGegevens(wrong)).toThrow("event geagendeerd does not fit: ronde invalid_format");
    expect(() => checkedGegevens(wrong)).not.toThrow(typed);
    const more = { soort: "gelezen", sztId: null, gegevens: { naam: true, wat: false, tekst: typed } };
    expect(() => checkedGegevens(more as unknown as Gebeurtenis)).toThrow("unrecognized_keys");
  });

  it("names a case only where a kind is about one", () => {
    expectTypeOf<Gebeurtenis<"gelezen">["zaak"]>().toEqualTypeOf<Uint8Array | undefined>();
    expectTypeOf<Gebeurtenis<"ronde_geopend">["zaak"]>().toEqualTypeOf<undefined>();
  });

  it("reads back what it kept, and what another version kept as nothing", () => {
    const gegevens = { naam: true, wat: false };
    expect(readGebeurtenis("gelezen", gegevens)).toEqual({ soort: "gelezen", gegevens });
    expect(readGebeurtenis("gelezen", { naam: "ja" })).toBeNull();
    expect(readGebeurtenis("van_een_latere_versie", {})).toBeNull();
    expect(readGebeurtenis("ronde_geopend", { datum: "2026-11-23" }), "not about a case").toBeNull();
  });
});
