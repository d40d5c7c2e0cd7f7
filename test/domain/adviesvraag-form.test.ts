import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kringen } from "#domain/adviesvraag.ts";
import {
  type AdviesFacts,
  type AdviesForm,
  adviesredenen,
  checkAdvies,
  checkAdviesantwoord,
  tekstmerk,
  withoutPupil,
} from "#domain/adviesvraag-form.ts";
import { behoudredenen } from "#domain/screening-keuze.ts";
import { aTeamlid, now, someTeam } from "./a-dossier.ts";

const plain = "Wat helpt als een klas onrustig is na de pauze?";
const rare = "Een leerling in een rolstoel wil meedoen met gym. Wat kan?";
const rewritten = "Een leerling in een rolstoel wil meedoen. Wat kunnen we doen?";
const care = "Wat helpt bij dyslexie in de bovenbouw?";

const form = (over: Partial<AdviesForm> = {}): AdviesForm => ({
  schoolId: "s1",
  vraag: plain,
  domein: "gedrag",
  kring: "kernteam_nu",
  reden: null,
  ...over,
});
const facts = (over: Partial<AdviesFacts> = {}): AdviesFacts => ({
  school: { leerlingen: 220, sector: "PO" },
  team: someTeam,
  known: { scholen: [{ schoolnaam: "De Regenboog" }], team: ["Noor Visser", "Bram de Wit"] },
  now,
  gewezen: 0,
  ...over,
});

describe("asking without a name", () => {
  it("is possible with a question in which nobody is recognised", () => {
    expect(checkAdvies(form(), facts())).toEqual({ kind: "goed", reden: null });
  });

  it.each([
    ["a name", "Sanne loopt steeds weg. Wat nu?", "name"],
    ["the name of a colleague", "Noor Visser zegt dat er onrust is.", "name"],
    ["the name of the school", "Op De Regenboog is er onrust.", "school"],
    ["a phone number", "Bel mij op 06-12345678 over de onrust.", "phone"],
    ["a BSN", "Het gaat om 111222333.", "bsn"],
    ["an address", "De leerling woont op Dorpsstraat 12.", "address"],
    ["a descent", "Een Syrisch kind zoekt aansluiting.", "other"],
  ])("never with %s", (_, vraag, type) => {
    const oordeel = checkAdvies(form({ vraag, reden: "nodig_voor_advies" }), facts({ gewezen: 1 }));
    expect(oordeel.kind).toBe("velden");
    const problem = oordeel.kind === "velden" ? oordeel.problemen.vraag : undefined;
    expect(problem?.kind === "bevat" && problem.magBlijven).toBe(false);
    expect(problem?.kind === "bevat" ? problem.gevonden.map((one) => one.type) : []).toContain(type);
  });

  it("whatever reason is given and however often it was rewritten, what names somebody stays out", () => {
    const names = ["Sanne", "06-12345678", "sanne@voorbeeld.nl", "Dorpsstraat 12", "3011 AB"];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom(null, ...adviesredenen),
        fc.nat(0xffff_ffff),
        fc.constantFrom(...kringen),
        fc.nat(3000),
        (name, reden, gewezen, kring, leerlingen) =>
          checkAdvies(
            form({ vraag: `${plain} ${name} vraagt erom.`, reden, kring }),
            facts({ gewezen, school: { leerlingen, sector: "PO" } }),
          ).kind === "velden",
      ),
      { numRuns: 100 },
    );
  });

  it("speaks of help first where there is danger", () => {
    const oordeel = checkAdvies(form({ vraag: "Een leerling zegt dat hij niet meer wil leven." }), facts());
    expect(oordeel).toMatchObject({ kind: "velden", problemen: { vraag: { kind: "gevaar" } } });
  });

  it("to a kernteam needs somebody in it", () => {
    const none = someTeam.filter(({ functie }) => functie !== "bpo");
    const gone = [...none, aTeamlid("o1", "orthopedagoog", { tot: Temporal.PlainDate.from("2026-11-22") })];
    for (const kring of ["kernteam_nu", "ronde_kernteam"] as const)
      expect(checkAdvies(form({ kring }), facts({ team: gone }))).toMatchObject({
        problemen: { kring: { kind: "past_niet" } },
      });
    expect(checkAdvies(form({ kring: "ronde_tafel" }), facts({ team: gone })).kind).toBe("goed");
  });
});

describe("a text that makes a child recognisable", () => {
  it("comes back with what was seen; a reason alone does not let it through", () => {
    for (const reden of [null, ...adviesredenen])
      expect(checkAdvies(form({ vraag: rare, reden }), facts())).toMatchObject({
        kind: "opgevallen",
        magBevestigen: false,
        herkenning: { herkenbaar: true, kenmerken: [{ code: "opvallend" }] },
      });
  });

  it("goes with a reason after it was rewritten, and not without", () => {
    const seen = facts({ gewezen: tekstmerk(rare) });
    expect(checkAdvies(form({ vraag: rewritten }), seen)).toMatchObject({ magBevestigen: true });
    expect(checkAdvies(form({ vraag: rewritten, reden: "nodig_voor_advies" }), seen)).toEqual({
      kind: "goed",
      reden: "nodig_voor_advies",
    });
  });

  it("is not rewritten by a blank, a comma or a capital", () => {
    const seen = facts({ gewezen: tekstmerk(rare) });
    const same = `  ${rare.toUpperCase().replaceAll(" ", ",  ")}!`;
    expect(tekstmerk(same)).toBe(tekstmerk(rare));
    expect(checkAdvies(form({ vraag: rare, reden: "is_veranderd" }), seen)).toMatchObject({
      magBevestigen: false,
    });
  });

  it("needs no reason once it is general enough; a reason that was chosen is then forgotten", () => {
    const seen = facts({ gewezen: tekstmerk(rare) });
    expect(checkAdvies(form({ reden: "is_veranderd" }), seen)).toEqual({ kind: "goed", reden: null });
  });

  it("passes in a school that is large enough", () => {
    const large = facts({ school: { leerlingen: 900, sector: "VO" } });
    expect(checkAdvies(form({ vraag: rare }), large).kind).toBe("goed");
  });
});

describe("care and family", () => {
  it("are pointed out where they tell nobody, and stay with a reason at once", () => {
    expect(checkAdvies(form({ vraag: care }), facts())).toMatchObject({
      kind: "opgevallen",
      magBevestigen: true,
      herkenning: { herkenbaar: false },
    });
    expect(checkAdvies(form({ vraag: care, reden: "past_bij_meer_kinderen" }), facts())).toEqual({
      kind: "goed",
      reden: "past_bij_meer_kinderen",
    });
  });
});

describe("advice", () => {
  it.each([
    ["advice", { antwoord: "Werk met vaste plekken." }, null],
    ["nothing at all", { antwoord: null }, "leeg"],
    ["make it a hulpvraag, without more", { antwoord: null, uitkomst: "hulpvraag_maken" as const }, null],
    ["a name", { antwoord: "Vraag het aan Bram de Wit." }, "bevat"],
    ["a diagnosis", { antwoord: "Denk aan dyslexie." }, "bevat"],
    [
      "a diagnosis with a reason",
      { antwoord: "Denk aan dyslexie.", laat: "geen_persoonsgegeven" as const },
      null,
    ],
    ["danger", { antwoord: "De leerling wil niet meer leven." }, "gevaar"],
  ])("%s", (_, over, kind) => {
    const problemen = checkAdviesantwoord({ uitkomst: "advies_gegeven", ...over }, facts());
    expect(problemen?.antwoord?.kind ?? null).toBe(kind);
  });

  it("never names anybody, whatever reason is given", () => {
    for (const laat of behoudredenen)
      expect(
        checkAdviesantwoord(
          { antwoord: "Sanne moet erbij zijn.", uitkomst: "advies_gegeven", laat },
          facts(),
        ),
      ).toMatchObject({ antwoord: { kind: "bevat", magBlijven: false } });
  });
});

describe("a named question that is carried over", () => {
  const leerling = { naam: "Zwaantje van der Meer", kenmerk: "L2016-88" };
  const text =
    "Zwaantje uit groep 5 (Z. van der Meer, L2016-88) van De Regenboog heeft dyslexie. Bel 06-12345678.";

  it("is without what is known of the pupil, the school and whatever else was found", () => {
    const carried = withoutPupil(text, { ...facts(), leerling });
    expect(carried).not.toMatch(/zwaantje|meer|L2016|regenboog|groep 5|06-|dyslexie/i);
    expect(carried).toContain("[naam]");
    expect(carried).toContain("[groep]");
  });

  it("can be sent as it came: the marks are no finding", () => {
    const carried = withoutPupil("Zwaantje uit groep 5 loopt vast bij rekenen.", { ...facts(), leerling });
    expect(checkAdvies(form({ vraag: carried }), facts()).kind).toBe("goed");
  });
});
