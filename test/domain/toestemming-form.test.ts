import { describe, expect, it } from "vitest";
import {
  type AntwoordVan,
  checkToestemming,
  type Eerder,
  type FormFacts,
  type ToestemmingForm,
} from "#domain/toestemming-form.ts";
import { date, today } from "./a-dossier.ts";

const says = (partij: AntwoordVan["partij"], over: Partial<AntwoordVan> = {}): AntwoordVan => ({
  partij,
  antwoord: "ja",
  op: date("2026-11-16"),
  vorm: "papier",
  bewaarplaats: "Leerlingdossier",
  ...over,
});
const both = [says("ouder1"), says("ouder2")];
const aForm = (over: Partial<ToestemmingForm> = {}): ToestemmingForm => ({
  antwoorden: both,
  partners: ["smw"],
  doelen: [],
  uitgesloten: ["armoede"],
  geldigTot: date("2027-06-01"),
  gecontroleerd: true,
  ...over,
});
const eerder: Eerder = {
  partners: ["smw"],
  doelen: ["bespreking_szt"],
  uitgesloten: ["armoede"],
  geldigTot: date("2027-06-01"),
  ja: new Map([
    ["ouder1", date("2026-11-16")],
    ["ouder2", date("2026-11-16")],
  ]),
};
const facts: FormFacts = { today, tafel: ["smw", "bpo", "scp"], domeinen: ["gedrag", "leren"], eerder: null };
const anew = both.map((one) => ({ ...one, op: date("2026-11-20") }));

describe("the form of a written toestemming", () => {
  it("is right as it stands on the paper", () => {
    expect(checkToestemming(aForm(), facts)).toBeNull();
  });

  it.each<[string, Partial<ToestemmingForm>, string, string]>([
    ["a yes by mail", { antwoorden: [says("ouder1", { vorm: "mail" })] }, "vorm_ouder1", "geen_bewijs"],
    [
      "a yes by word of mouth",
      { antwoorden: [says("ouder1", { vorm: "mondeling" })] },
      "vorm_ouder1",
      "geen_bewijs",
    ],
    ["every subject left out", { uitgesloten: ["gedrag", "leren"] }, "uitgesloten", "niets_over"],
    [
      "a question put tomorrow",
      { antwoorden: [says("ouder1", { antwoord: "nog_niet", op: today.add({ days: 1 }) }), says("ouder2")] },
      "op_ouder1",
      "toekomst",
    ],
  ])("refuses %s", (_, over, field, kind) => {
    expect(checkToestemming(aForm(over), facts)).toMatchObject({ [field]: { kind } });
  });

  it.each([
    ["a day before the no", "2026-11-19", "voor_nee"],
    ["the day of the no itself", "2026-11-20", "voor_nee"],
    ["a day after it", "2026-11-21", undefined],
  ])("a yes of %s is refused when it would stand behind it", (_, op, kind) => {
    const nee = new Map([["ouder1" as const, date("2026-11-20")]]);
    const form = aForm({ antwoorden: [says("ouder1", { op: date(op) }), says("ouder2", { op: date(op) })] });
    const problems = checkToestemming(form, { ...facts, eerder: null, nee });
    expect(problems?.op_ouder1?.kind).toBe(kind);
    expect(problems?.op_ouder2).toBeUndefined();
  });

  it.each<[string, Partial<ToestemmingForm>, string]>([
    ["one partner more", { partners: ["smw", "bpo"] }, "partners"],
    ["another partner", { partners: ["bpo"] }, "partners"],
    ["one purpose more", { doelen: ["start_jeugdhulp"] }, "doelen"],
    ["a subject that was left out", { uitgesloten: [] }, "uitgesloten"],
    ["a later end", { geldigTot: date("2027-07-31") }, "geldigTot"],
  ])("%s is wider than what was said yes to: that takes a new answer of everyone", (_, over, field) => {
    const wider = aForm(over);
    expect(checkToestemming(wider, { ...facts, eerder })).toEqual({ [field]: { kind: "nieuw_antwoord" } });
    const half = aForm({ ...over, antwoorden: [anew[0] as AntwoordVan, both[1] as AntwoordVan] });
    expect(checkToestemming(half, { ...facts, eerder })).toEqual({ [field]: { kind: "nieuw_antwoord" } });
    expect(checkToestemming(aForm({ ...over, antwoorden: anew }), { ...facts, eerder })).toBeNull();
  });

  it.each<[string, Partial<ToestemmingForm>]>([
    ["the same", {}],
    ["one subject less", { uitgesloten: ["armoede", "gedrag"] }],
    ["an earlier end", { geldigTot: date("2027-01-31") }],
  ])("%s is no wider", (_, over) => {
    expect(checkToestemming(aForm(over), { ...facts, eerder })).toBeNull();
  });
});
