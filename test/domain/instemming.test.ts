import { describe, expect, it } from "vitest";
import {
  besprekenVanaf,
  checkInstemming,
  type InstemmingForm,
  informatieOf,
  instemmingMag,
} from "#domain/instemming.ts";
import type { SchoolCalendar } from "#domain/schooldag.ts";
import { usualTermSettings } from "#domain/termijn-setting.ts";
import { usualToestemmingSettings } from "#domain/toestemming-setting.ts";
import { date, today } from "./a-dossier.ts";

const cal: SchoolCalendar = {
  regio: "Z",
  holidays: [{ from: date("2026-12-19"), to: date("2027-01-03"), name: "Kerstvakantie" }],
  studiedagen: [date("2026-11-30")],
  openOp: [],
  horizon: date("2027-08-31"),
};
const aForm = (over: Partial<InstemmingForm> = {}): InstemmingForm => ({
  verzondenOp: date("2026-11-16"),
  wijze: "brief",
  aan: ["ouder1", "ouder2"],
  taal: "nederlands",
  begrepen: "ja",
  partners: ["smw"],
  leerling: "nog_niet",
  toegezegd: null,
  ...over,
});
const facts = { today, tafel: ["smw", "bpo"], partijen: ["ouder1", "ouder2"] } as const;
const until = (sent: string, bezwaar_schooldagen = 10) => {
  const settings = { ...usualTermSettings, bezwaar_schooldagen };
  return `${informatieOf(aForm({ verzondenOp: date(sent) }), { cal, settings }, null)?.bezwaarTot}`;
};

describe("telling the parents in writing", () => {
  it("is right when it is whole", () => {
    expect(checkInstemming(aForm(), facts)).toBeNull();
  });

  it.each<[string, Partial<InstemmingForm>, string, string]>([
    ["without a day", { verzondenOp: null }, "verzondenOp", "leeg"],
    ["tomorrow", { verzondenOp: today.add({ days: 1 }) }, "verzondenOp", "toekomst"],
    ["not said how", { wijze: null }, "wijze", "leeg"],
    ["to nobody", { aan: [] }, "aan", "leeg"],
    ["to somebody who does not decide", { aan: ["ouder1", "voogd"] }, "aan", "past_niet"],
    ["in no language", { taal: null }, "taal", "leeg"],
    ["not asked whether it was understood", { begrepen: null }, "begrepen", "leeg"],
    ["without partners", { partners: [] }, "partners", "leeg"],
    ["with a partner who is not in the team", { partners: ["politie"] }, "partners", "niet_in_team"],
  ])("refuses %s", (_, over, field, kind) => {
    expect(checkInstemming(aForm(over), facts)).toEqual({ [field]: { kind } });
  });

  it.each<[string, string, string]>([
    ["before it was sent", "2026-11-01", "te_vroeg"],
    ["in another school year", "2027-08-01", "te_laat"],
  ])("refuses a last day in the letter %s", (_, day, kind) => {
    const form = aForm({ verzondenOp: date("2026-11-02"), toegezegd: date(day) });
    expect(checkInstemming(form, facts)).toMatchObject({ toegezegd: { kind } });
  });

  it.each<[string, string | null, string | null, string]>([
    ["none", null, null, "2026-11-16"],
    ["earlier than the days that are counted", "2026-11-09", null, "2026-11-16"],
    ["later, typed in", "2026-12-18", null, "2026-12-18"],
    ["later, in a letter made here", null, "2026-12-18", "2026-12-18"],
    ["two, and the later one holds", "2026-12-11", "2026-12-18", "2026-12-18"],
  ])("is never shorter than what parents were told: %s", (_, typed, brief, last) => {
    const form = aForm({ verzondenOp: date("2026-11-02"), toegezegd: typed ? date(typed) : null });
    const context = { cal, settings: usualTermSettings };
    expect(`${informatieOf(form, context, brief ? date(brief) : null)?.bezwaarTot}`).toBe(last);
  });

  it.each([
    ["ten schooldagen", "2026-11-02", "2026-11-16"],
    ["over a study day", "2026-11-20", "2026-12-07"],
    ["over the holidays", "2026-12-14", "2027-01-11"],
    ["sent on a Saturday", "2026-11-07", "2026-11-20"],
  ])("leaves time to object in schooldagen of the school: %s", (_, sent, last) => {
    expect(until(sent)).toBe(last);
  });

  it("counts with the length of the samenwerkingsverband, and keeps the rule with it", () => {
    expect(until("2026-11-02", 15)).toBe("2026-11-23");
    const kept = informatieOf(aForm(), { cal, settings: usualTermSettings }, null);
    expect(kept).toMatchObject({ regel: { unit: "schooldagen", amount: 10 } });
    expect(informatieOf(aForm({ wijze: null }), { cal, settings: usualTermSettings }, null)).toBeNull();
  });

  it.each([
    ["2026-11-16", "2026-11-17"],
    ["2026-11-20", "2026-11-23"],
    ["2026-11-21", "2026-11-23"],
  ])("with %s as last day it can be discussed from %s", (bezwaarTot, vanaf) => {
    expect(`${besprekenVanaf({ bezwaarTot: date(bezwaarTot) })}`).toBe(vanaf);
  });
});

describe("whether it is a ground at all", () => {
  const regels = usualToestemmingSettings;
  it("is not for a question about health, unless the samenwerkingsverband says so", () => {
    expect(instemmingMag(regels, ["gedrag"])).toBeNull();
    expect(instemmingMag(regels, ["gedrag", "gezondheid"])).toBe("gezondheid");
    expect(instemmingMag({ ...regels, instemming_gezondheid: "toegestaan" }, ["gezondheid"])).toBeNull();
    expect(instemmingMag({ ...regels, instemming: "niet_toegestaan" }, ["gedrag"])).toBe("regel");
  });
});
