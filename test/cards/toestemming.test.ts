import { describe, expect, it } from "vitest";
import { textInput } from "#cards/input.ts";
import { foundWords, screenedField } from "#cards/screening.ts";
import { missingWords } from "#cards/toestemming.ts";
import { answerFields, parseToestemming, toestemmingSent } from "#cards/toestemming-dialog.ts";
import { textProblem, textProblems } from "#domain/veld.ts";
import { stamp } from "#test/gallery/sample.ts";
import { gezien } from "#test/gallery/toestemming.ts";

const date = (text: string) => Temporal.PlainDate.from(text);

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

describe("where the form lies", () => {
  it("with a phone number in it says which words, why, and gives one tap to replace them", () => {
    const sent = toestemmingSent({ ...first, bewaarplaats_ouder1: "map van Kevin de Boer, 0612345678" });
    const place = "bewaarplaats_ouder1";
    const text = sent[place];
    const problem = textProblem(text, { today: date("2026-11-23"), laat: "geen_persoonsgegeven" });
    const drawn = JSON.stringify(
      answerFields(
        { gezien, sent, problemen: { [place]: problem } },
        { partij: "ouder1", optional: false, press: { verb: "replace", token: stamp } },
      ),
    );
    expect(drawn).toContain("het telefoonnummer (“0612345678”)");
    expect(drawn).toContain("Een telefoonnummer hoort in het dossier van school.");
    expect(drawn).toContain("Vervang wat is gevonden");
    expect(drawn).not.toContain("Of laat het staan");
  });
});

describe("a BSN among other things", () => {
  it("is not repeated, and the words of the rest are", () => {
    const text = "Bel Kevin de Boer, 111222333";
    const problem = textProblem(text, { today: date("2026-11-23") });
    const words = problem?.kind === "bevat" ? foundWords(problem, text) : "";
    expect(words).toContain("Een BSN bewaar ik nooit. Ik zie ook de naam (“Kevin de Boer”).");
    expect(words).not.toContain("111222333");
  });
});

describe("a reason to keep what was found", () => {
  const kept = (zonderOuders: boolean) => {
    const problem = textProblem("Kevin de Boer belde.", { today: date("2026-11-23") });
    const input = textInput({ id: "reden", label: "Waarom?", maxLength: 100 });
    const press = { verb: "replace", token: stamp };
    return JSON.stringify(screenedField({ veld: "reden", input, problem, zonderOuders, press }));
  };

  it("is never that the parents want it, where they are not asked", () => {
    expect(kept(false)).toContain("De ouders of de leerling willen dit erin");
    expect(kept(true)).not.toContain("De ouders of de leerling willen dit erin");
    expect(kept(true)).toContain("Zonder dit is de vraag niet te begrijpen");
  });
});

describe("one text mended", () => {
  it("leaves what stands in the others pointed out, and what is kept for a reason alone", () => {
    const teksten = { vraag: "Hij let niet op.", gedaan: "Bel 0612345678", ouders: "Kevin de Boer belde." };
    const found = textProblems(teksten, { today: date("2026-11-23") }, { ouders: "nodig_voor_de_vraag" });
    expect(Object.keys(found ?? {})).toEqual(["gedaan"]);
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
