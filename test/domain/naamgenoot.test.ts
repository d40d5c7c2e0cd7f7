import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HulpvraagStatus, hulpvraagStatussen } from "#domain/code.ts";
import { type Bekende, judgeNaamgenoot, nummerAfterCorrectie, type Zelfde } from "#domain/naamgenoot.ts";

const bekende = (status: HulpvraagStatus, kenmerken: readonly string[] = [], nummer = 1): Bekende => ({
  nummer,
  kenmerken,
  hulpvraag: { referentie: `HV-${1000 + nummer}`, status, jaar: 2026 },
});
const ja: Zelfde = { kind: "ja", referentie: "HV-1001" };
const nee: Zelfde = { kind: "nee", referenties: ["HV-1001"] };
const [closed, open] = ["afgesloten", "klaargezet"] as const;

describe("a leerling with a name and month of birth that are known", () => {
  it.each<[string, readonly Bekende[], string | null, Zelfde | null, string]>([
    ["nobody known: new", [], null, null, "nieuw 1"],
    ["open, no numbers: it is there already", [bekende(open)], null, null, "bestaat_al 1"],
    ["open, one number missing: it is there already", [bekende(open, ["A1"])], null, null, "bestaat_al 1"],
    ["open, the other number missing", [bekende(open)], "B2", null, "bestaat_al 1"],
    ["open, the same number", [bekende(open, ["A1"])], "A1", null, "bestaat_al 1"],
    ["open, another number: asked", [bekende(open, ["A1"])], "B2", null, "vragen"],
    ["open, another number, yes: it is there already", [bekende(open, ["A1"])], "B2", ja, "bestaat_al 1"],
    ["open, another number, no: another child", [bekende(open, ["A1"])], "B2", nee, "nieuw 2"],
    ["ended: asked", [bekende(closed)], null, null, "vragen"],
    ["withdrawn: asked", [bekende("ingetrokken")], "B2", null, "vragen"],
    ["ended, yes: the same", [bekende(closed, ["A1"])], "B2", ja, "dezelfde 1"],
    ["ended, no: another child", [bekende(closed)], null, nee, "nieuw 2"],
    [
      "ended, the same number: the same, without a question",
      [bekende(closed, ["A1"])],
      "A1",
      null,
      "dezelfde 1",
    ],
    [
      "no about one of two is no answer about the other",
      [bekende(closed), bekende(closed, [], 2)],
      null,
      nee,
      "vragen",
    ],
    ["yes about somebody of another name is no answer", [bekende(closed, [], 3)], null, ja, "vragen"],
    [
      "the third of one name",
      [bekende(closed), bekende(closed, [], 2)],
      null,
      { kind: "nee", referenties: ["HV-1001", "HV-1002"] },
      "nieuw 3",
    ],
  ])("%s", (_, known, kenmerk, zelfde, expected) => {
    const oordeel = judgeNaamgenoot(known, { kenmerk, zelfde });
    const nummer =
      "bekende" in oordeel ? oordeel.bekende.nummer : "nummer" in oordeel ? oordeel.nummer : undefined;
    expect([oordeel.kind, nummer].filter((part) => part !== undefined).join(" ")).toBe(expected);
  });

  it("never becomes one that has another number unless the ib said so, and never a second one of an open case unasked", () => {
    const kenmerk = fc.constantFrom(null, "A1", "B2");
    const someone = fc.tuple(fc.constantFrom(...hulpvraagStatussen), fc.subarray(["A1", "B2"]));
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 3 }), kenmerk, (given, own) => {
        const known = given.map(([status, kenmerken], index) => bekende(status, kenmerken, index + 1));
        const oordeel = judgeNaamgenoot(known, { kenmerk: own });
        if (oordeel.kind === "dezelfde") expect(oordeel.bekende.kenmerken).toContain(own);
        if (oordeel.kind === "nieuw") expect(known).toEqual([]);
      }),
    );
  });
});

describe("a name that is put right into one that others have", () => {
  it.each<[string, readonly Bekende[], string | null, number]>([
    ["nobody", [], null, 1],
    [
      "one, and nothing says otherwise: a child that was recorded twice",
      [bekende(closed, ["A1"], 4)],
      null,
      4,
    ],
    ["the one with the same number", [bekende(closed, [], 4), bekende(closed, ["A1"], 5)], "A1", 5],
    ["one with another number is another child", [bekende(closed, ["A1"], 4)], "B2", 5],
    ["more of them: nobody says which one", [bekende(closed), bekende(closed, [], 2)], null, 3],
  ])("%s", (_, known, kenmerk, nummer) => {
    expect(nummerAfterCorrectie(known, kenmerk)).toBe(nummer);
  });
});
