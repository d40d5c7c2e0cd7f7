import { describe, expect, it } from "vitest";
import { missingWords } from "#cards/toestemming.ts";
import { parseToestemming, toestemmingSent } from "#cards/toestemming-dialog.ts";

const first = {
  antwoord_ouder1: "ja",
  op_ouder1: "2026-11-16",
  vorm_ouder1: "papier",
  bewaarplaats_ouder1: "Leerlingdossier",
  geldigTot: "2027-07-31",
  partners: "smw",
  gecontroleerd: "true",
};

describe("the same form for both parents", () => {
  it("copies day, form and place to ouder 2, and keeps them for each", () => {
    const sent = toestemmingSent({ ...first, antwoord_ouder2: "ja", zelfde_ouder2: "true" });
    const parsed = parseToestemming(sent, ["ouder1", "ouder2"]);
    const answers = parsed.ok ? parsed.value.antwoorden : [];
    expect(answers.map(({ partij }) => partij)).toEqual(["ouder1", "ouder2"]);
    const [one, two] = answers;
    expect({ ...two, partij: "ouder1" }).toEqual(one);
  });

  it("never copies the answer itself", () => {
    expect(toestemmingSent({ ...first, zelfde_ouder2: "true" }).antwoord_ouder2).toBe("");
  });

  it.each(["false", "", undefined, true, "ja"])("copies nothing for %o", (zelfde) => {
    const sent = toestemmingSent({ ...first, op_ouder2: "2026-11-17", zelfde_ouder2: zelfde });
    expect(sent).toMatchObject({ op_ouder2: "2026-11-17", vorm_ouder2: "", bewaarplaats_ouder2: "" });
  });
});

describe("what is missing", () => {
  it("is not said twice: whose answer is missing says that there is no toestemming yet", () => {
    const grond = { code: "geen_grondslag" } as const;
    const ouder = { code: "toestemming_ontbreekt", partij: "ouder1" } as const;
    expect(missingWords([grond])).toEqual(["Er is nog geen toestemming vastgelegd."]);
    expect(missingWords([grond, ouder])).toEqual(["Het antwoord van ouder 1 ontbreekt nog."]);
  });

  it("because of a birthday is told as that, with the day and what to do", () => {
    const vanaf = Temporal.PlainDate.from("2027-01-01");
    const words = (leeftijd: 12 | 16, grondslag: "schriftelijk" | "instemming") =>
      missingWords([{ code: "verjaardag", leeftijd, vanaf, grondslag }]).join(" ");
    expect(words(16, "schriftelijk")).toBe(
      "In januari wordt de leerling 16. Vanaf 1 januari beslist de leerling zelf: vraag het nu.",
    );
    expect(words(12, "schriftelijk")).toContain("is ook het ja van de leerling nodig");
    expect(words(16, "instemming")).toContain("stuur ook de leerling nu de informatie");
  });
});
