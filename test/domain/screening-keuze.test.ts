import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findingTypes, screenText } from "#domain/screening.ts";
import { behoudredenen, foundIn, judgeText, replaced } from "#domain/screening-keuze.ts";
import { textProblem } from "#domain/veld.ts";

const today = Temporal.PlainDate.from("2026-12-07");
const known = { naam: "Sanne Voorbeeld", moeder: "Fatima Kanarie", bsn: "111222333" };

describe("what the screening found", () => {
  it("is replaced by what it was, and the rest stays letter for letter", () => {
    expect(replaced("  Bel 06-12345678, of a@b.nl!  ", { today })).toBe(
      "  Bel [telefoonnummer], of [e-mailadres]!  ",
    );
  });

  it("may not stay when it is a number or an address, whatever reason is given", () => {
    for (const laat of behoudredenen) {
      for (const text of ["111222333", "06-12345678", "a@b.nl", "1234 AB", "NL91ABNA0417164300"]) {
        const oordeel = judgeText(`Sanne ${text}`, { known: { naam: "Sanne" }, today, laat });
        expect(oordeel).toMatchObject({ ok: false, magBlijven: false });
      }
    }
  });

  it("may stay with a reason when it is the name of somebody else", () => {
    const text = "Fatima maakt zich zorgen";
    const screened = { known: { moeder: "Fatima Kanarie" }, today };
    const wishes = judgeText(text, { ...screened, place: "wat" });
    // Known values of the case are its own: the name of the pupil is no news in a text about that pupil.
    expect(wishes).toEqual({ ok: true, behouden: [] });
  });

  it("names nobody in an adviesvraag, not even who is known", () => {
    const oordeel = judgeText("Sanne is moe", {
      known: { naam: "Sanne Voorbeeld" },
      today,
      place: "adviesvraag",
      laat: "nodig_voor_de_vraag",
    });
    expect(oordeel).toMatchObject({ ok: false, magBlijven: false });
  });

  it("is nothing any more once it was replaced", () => {
    const piece = fc.oneof(
      fc.constantFrom("06-12345678", "a@b.nl", "111222333", "1234 AB", "Sanne", "Kerkstraat 12", "3-4-2015"),
      fc.string({ maxLength: 12 }),
      fc.lorem({ maxCount: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join(" ");
        const screened = { known, today };
        const after = replaced(text, screened);
        const left = foundIn(after, screened).filter(
          ({ start, end }) => !/^\[?[\p{L}-]+\]?$/u.test(after.slice(start, end)),
        );
        expect(left).toEqual([]);
      }),
    );
  });

  it("is replaced once: a mark is no word to be found with what stands beside it", () => {
    const text = "Sanne heeft ADHD, bel moeder Sandra op 06-12345678";
    const after = replaced(text, { known, today });
    expect(after).toBe("Sanne heeft [diagnose], bel moeder [naam] op [telefoonnummer]");
    expect(replaced(after, { known, today })).toBe(after);
  });

  it("is never kept without a reason, and a reason changes nothing about what has none", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.option(fc.constantFrom(...behoudredenen), { nil: undefined }),
        (text, laat) => {
          const oordeel = judgeText(text, { today, laat });
          const found = screenText(text, undefined, today).findings;
          if (laat === undefined || found.length === 0) expect(oordeel.ok).toBe(found.length === 0);
          if (oordeel.ok) expect(oordeel.behouden.every((type) => findingTypes.includes(type))).toBe(true);
        },
      ),
    );
  });

  it("comes back as a refusal of the field, with where it stands", () => {
    expect(textProblem("Bel 06-12345678", { today })).toEqual({
      kind: "bevat",
      magBlijven: false,
      gevonden: [{ start: 4, end: 15, type: "phone" }],
    });
    expect(textProblem("Hij slaat haar nu", { today, laat: "nodig_voor_de_vraag" })?.kind).not.toBe("bevat");
  });
});
