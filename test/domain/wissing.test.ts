import { describe, expect, it } from "vitest";
import { functies, hulpvraagStatussen } from "#domain/code.ts";
import { isLopend } from "#domain/hulpvraag.ts";
import { tweedePersonen, wisBezwaar } from "#domain/wissing.ts";
import { aTeamlid, date, someTeam, today } from "./a-dossier.ts";

describe("the second person of an erasure", () => {
  it("is another ib or coo, or the directeur; nobody else of the team", () => {
    const team = functies.map((functie) => aTeamlid(functie, functie));
    expect(
      tweedePersonen({ team, schoolId: "school" }, "iemand", today).map(({ functie }) => functie),
    ).toEqual(["ib", "coo", "directeur"]);
    expect(tweedePersonen({ team, schoolId: "school" }, "ib", today).map(({ functie }) => functie)).toEqual([
      "coo",
      "directeur",
    ]);
  });

  it("is never who asks, whatever else that person is", () => {
    const both = [aTeamlid("p1", "ib"), aTeamlid("p1", "directeur"), aTeamlid("p2", "coo")];
    expect(
      tweedePersonen({ team: both, schoolId: "school" }, "p1", today).map(({ persoonId }) => persoonId),
    ).toEqual(["p2"]);
    expect(tweedePersonen({ team: both, schoolId: "school" }, "p2", today)).toHaveLength(1);
  });

  it("is of the same school, not of another that the SZT serves, nor of none", () => {
    const team = ["school", "andere school", null].flatMap((schoolId) => [
      aTeamlid(`ib ${schoolId}`, "ib", { schoolId }),
      aTeamlid(`dir ${schoolId}`, "directeur", { schoolId }),
    ]);
    const possible = tweedePersonen({ team, schoolId: "school" }, "iemand", today);
    expect(possible.map(({ persoonId }) => persoonId)).toEqual(["ib school", "dir school"]);
  });

  it("is a member today", () => {
    const left = someTeam.map((lid) => ({
      ...lid,
      tot: lid.functie === "directeur" ? date("2026-11-22") : null,
    }));
    expect(tweedePersonen({ team: left, schoolId: "school" }, "ib1", today)).toEqual([]);
    expect(
      tweedePersonen({ team: someTeam, schoolId: "school" }, "ib1", today).map(({ persoonId }) => persoonId),
    ).toEqual(["dir1"]);
  });
});

describe("what holds an erasure up", () => {
  it.each(hulpvraagStatussen)("a hulpvraag that is %s", (status) => {
    const found = wisBezwaar(
      [
        { referentie: "HV-2", status: "afgesloten" },
        { referentie: "HV-1", status },
      ],
      null,
      today,
    );
    expect(found).toEqual(isLopend(status) ? { kind: "loopt", referenties: ["HV-1"] } : null);
  });

  it.each([
    ["2026-11-22", null],
    ["2026-11-23", "bewaring"],
    ["2026-11-24", "bewaring"],
  ] as const)("something that holds it until %s", (tot, kind) => {
    const hold = { reden: "rechtszaak", tot: date(tot) } as const;
    expect(wisBezwaar([], hold, today)?.kind ?? null).toBe(kind);
  });
});
