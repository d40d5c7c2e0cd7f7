import { describe, expect, it } from "vitest";
import type { DeelnameFeit, Dossier } from "#domain/dossier.ts";
import { nietGenoemd } from "#domain/niet-genoemd.ts";
import { aDossier, anAgendapunt, aRonde, aTeamlid, aToestemming } from "./a-dossier.ts";

const at = (...functies: readonly DeelnameFeit["functie"][]) =>
  anAgendapunt({
    status: "gepland",
    ronde: aRonde({
      status: "gepland",
      deelnemers: functies.map((functie) => ({
        persoonId: functie,
        naam: functie,
        functie,
        aanwezigheid: null,
      })),
    }),
  });
const of = (over: Partial<Dossier>) => nietGenoemd(aDossier({ aanTafel: [], agendapunten: [], ...over }));

describe("who sits at the table and sees nothing of it", () => {
  it.each<[string, Partial<Dossier>, readonly string[]]>([
    ["named partners are not", { agendapunten: [at("ib", "smw", "bpo")] }, []],
    ["others of that round are", { agendapunten: [at("ib", "smw", "jeugdarts")] }, ["jeugdarts"]],
    ["who was wished for is", { aanTafel: ["wijkteam"] }, ["wijkteam"]],
    ["the ib, and those who lead, are no partners", { agendapunten: [at("coo", "directeur")] }, []],
    [
      "of a round that is over nobody is",
      { agendapunten: [{ ...at("jeugdarts"), status: "besproken" }] },
      [],
    ],
    [
      "the ib of another school that the SZT serves is",
      {
        agendapunten: [at("ib", "smw")],
        team: [aTeamlid("ib", "ib", { schoolId: "andere school" }), aTeamlid("smw", "smw")],
      },
      ["ib"],
    ],
    ["without a toestemming nobody is named yet", { aanTafel: ["wijkteam"], toestemming: null }, []],
  ])("%s", (_, over, expected) => {
    expect(of({ toestemming: aToestemming(), ...over })).toEqual(expected);
  });
});
