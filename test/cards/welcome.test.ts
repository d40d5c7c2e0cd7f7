import { describe, expect, it } from "vitest";
import { basisSubmitted } from "#cards/basis.ts";
import { startButtons, startVerb, welcomeCard } from "#cards/welcome.ts";
import { type Functie, functies } from "#domain/code.ts";

const token = (verb: string) => verb;
const verbsOf = (held: readonly Functie[]) =>
  startButtons(held, token).map((action) => (action.type === "Action.Execute" ? action.verb : action.type));

describe("the welcome", () => {
  it.each(functies)("offers %s help, and a beginning to all who can do something here", (functie) => {
    const nothing: readonly Functie[] = ["bestuurder"];
    expect(verbsOf([functie]).length > 0).toBe(!nothing.includes(functie));
    expect(JSON.stringify(welcomeCard({ voornaam: "Sam", functies: [functie] }, token))).toContain(
      startVerb.help,
    );
  });

  it.each<Functie>(["directeur", "bestuurder", "beheerder", "leerplicht"])(
    "offers %s no new hulpvraag",
    (functie) => {
      expect(verbsOf([functie])).not.toContain(startVerb.hulpvraag);
    },
  );

  it("offers each thing once to somebody with more functions", () => {
    const verbs = verbsOf(functies);
    expect(new Set(verbs).size).toBe(verbs.length);
  });
});

describe("the choice of a subject for basisondersteuning", () => {
  it("takes a code of the list and nothing else", () => {
    expect(basisSubmitted.safeParse({ domein: "leren" }).success).toBe(true);
    expect(basisSubmitted.safeParse({ domein: "Piet" }).success).toBe(false);
    expect(basisSubmitted.safeParse({}).success).toBe(false);
  });
});
