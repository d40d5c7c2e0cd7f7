import { describe, expect, it } from "vitest";
import type { z } from "zod/v4";
import { logTekst, logWords, wieWords } from "#cards/log.ts";
import { functies, grondslagen } from "#domain/code.ts";
import { gebeurtenisSoorten, gebeurtenissen, readGebeurtenis } from "#domain/gebeurtenis.ts";
import type { LogRegel } from "#domain/log-view.ts";
import { relaties } from "#domain/relatie.ts";

/** Every value that a field can have, or one of its kind. */
function valuesOf(schema: z.core.$ZodType): readonly unknown[] {
  const { def } = schema._zod;
  const inner = (part: unknown) => valuesOf(part as z.core.$ZodType);
  switch (def.type) {
    case "enum":
      return Object.values((def as z.core.$ZodEnumDef).entries);
    case "literal":
      return (def as z.core.$ZodLiteralDef<z.core.util.Literal>).values;
    case "boolean":
      return [true, false];
    case "number":
      return [0, 1, 7];
    case "string":
      return [
        (def as z.core.$ZodStringFormatDef).format === "uuid"
          ? "44444444-4444-4444-8444-444444444444"
          : "2026-11-23",
      ];
    case "array": {
      const all = inner((def as z.core.$ZodArrayDef).element);
      return [[], all.slice(0, 1), all];
    }
    case "readonly":
      return inner((def as z.core.$ZodReadonlyDef).innerType);
    case "optional":
      return [undefined, ...inner((def as z.core.$ZodOptionalDef).innerType)];
    case "nullable":
      return [null, ...inner((def as z.core.$ZodNullableDef).innerType)];
    case "template_literal":
      return (def as z.core.$ZodTemplateLiteralDef).parts.reduce<string[]>(
        (texts, part) => texts.map((text) => `${text}${typeof part === "string" ? part : inner(part)[0]}`),
        [""],
      );
    default:
      throw new Error(`no values for ${def.type}`);
  }
}

/** Each field in turn goes through all of its values, while the others keep their first one. */
function everyGegevens(
  shape: Readonly<Record<string, z.core.$ZodType>>,
): readonly Readonly<Record<string, unknown>>[] {
  const all = Object.entries(shape).map(([veld, schema]) => [veld, valuesOf(schema)] as const);
  const usual = Object.fromEntries(all.map(([veld, values]) => [veld, values[0]]));
  return [
    usual,
    ...all.flatMap(([veld, values]) => values.map((value) => ({ ...usual, [veld]: value }))),
  ].map((gegevens) =>
    Object.fromEntries(Object.entries(gegevens).filter(([, value]) => value !== undefined)),
  );
}

const moment = Temporal.Instant.from("2026-11-23T08:00:00Z");
const aRegel = (over: Partial<LogRegel>): LogRegel => ({
  referentie: "HV-4821",
  van: moment,
  tot: moment,
  keer: 1,
  wie: { functies: ["smw"], organisatie: "Kwadraad", nummer: null },
  wat: null,
  aan: null,
  grondslag: "schriftelijk",
  ...over,
});

const kinds = gebeurtenisSoorten.filter((soort) => gebeurtenissen[soort].over === "zaak");

describe("a line for parents", () => {
  it.each(kinds)("%s is a sentence in words, whatever stands in it", (soort) => {
    for (const gegevens of everyGegevens(gebeurtenissen[soort].gegevens.shape)) {
      const wat = readGebeurtenis(soort, gegevens);
      expect(wat, JSON.stringify(gegevens)).not.toBeNull();
      const tekst = logTekst(aRegel({ wat }));
      if (tekst === null) continue;
      for (const words of Object.values(tekst)) {
        expect(words).toMatch(/^[A-Z]|^[a-z]+dag /);
        expect(words, "a code, an id or a hole in the text").not.toMatch(
          /_|undefined|null|\[object|[0-9a-f]{8}-|\s{2}|:\s*\.|,\s*\./,
        );
      }
      expect(tekst.wat).toMatch(/[.!]$/);
    }
  });

  it("leaves out only what another line says", () => {
    const silent = kinds.filter((soort) => {
      const [gegevens = {}] = everyGegevens(gebeurtenissen[soort].gegevens.shape);
      return logTekst(aRegel({ wat: readGebeurtenis(soort, gegevens) })) === null;
    });
    expect(silent).toEqual(["termijnen_bijgewerkt"]);
  });

  it.each(relaties)("says why %s could see it", (als) => {
    const wat = readGebeurtenis("gelezen", { naam: true, wat: true, als });
    for (const grondslag of [...grondslagen, null]) {
      const grond = logTekst(aRegel({ wat, grondslag }))?.grond ?? "";
      expect(grond.length).toBeGreaterThan(5);
      expect(grond).not.toMatch(/_/);
    }
  });

  it("says that the school did its own work, and Zorgronde what was agreed", () => {
    const wie = { functies: ["coo" as const], organisatie: "Het Kompas", nummer: null };
    expect(logTekst(aRegel({ wie, grondslag: null }))?.grond).toBe("Eigen taak van de school");
    expect(logTekst(aRegel({ wie: null }))).toMatchObject({
      wie: "Zorgronde (automatisch)",
      grond: "Hoort bij wat is afgesproken",
    });
  });

  it("says when: the day, the time, and how often on that day", () => {
    const later = moment.add({ minutes: 90 });
    expect(logTekst(aRegel({}))?.wanneer).toBe("maandag 23 november 2026, 09:00 uur");
    expect(logTekst(aRegel({ tot: later, keer: 3 }))?.wanneer).toBe(
      "maandag 23 november 2026, 09:00 tot 10:30 uur (3 keer)",
    );
    expect(logTekst(aRegel({ keer: 2 }))?.wanneer).toBe("maandag 23 november 2026, 09:00 uur (2 keer)");
  });

  it.each(functies)("calls %s by function", (functie) => {
    expect(wieWords({ functies: [functie], organisatie: "PPO", nummer: 2 })).toMatch(/^[A-Z].* 2 \(PPO\)$/);
  });

  it("is explained above the table", () => {
    expect(logWords.inleiding.join(" ")).toContain("functie");
    expect(Object.keys(logWords.kolommen)).toEqual(Object.keys(logTekst(aRegel({})) ?? {}));
  });
});
