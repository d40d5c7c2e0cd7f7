import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDagberichtTijd, type DagberichtTijdForm, type Verlof } from "#domain/dagbericht-tijd.ts";
import { date } from "./a-dossier.ts";

const today = date("2026-11-23");
const form = (van: string | null, tot: string | null, uur: DagberichtTijdForm["uur"] = "08:00") => ({
  uur,
  van: van ? date(van) : null,
  tot: tot ? date(tot) : null,
});
const runs: Verlof = { van: date("2026-11-16"), tot: date("2026-11-27") };

describe("when the bundle comes and when not", () => {
  it.each<[string, Omit<DagberichtTijdForm, "zonder">, Verlof | null, string]>([
    ["no leave", form(null, null), null, ""],
    ["one day", form("2026-11-23", "2026-11-23"), null, ""],
    ["a year and a month ahead", form("2026-12-01", "2027-12-28"), null, ""],
    ["farther than that", form("2026-12-01", "2027-12-29"), null, "tot te_ver"],
    ["without a last day", form("2026-11-24", null), null, "tot beide_of_geen"],
    ["without a first day", form(null, "2026-11-24"), null, "van beide_of_geen"],
    ["the wrong way round", form("2026-11-25", "2026-11-24"), null, "tot te_vroeg"],
    ["from before today", form("2026-11-20", "2026-11-24"), null, "van te_vroeg"],
    ["over already", form("2026-11-16", "2026-11-20"), runs, "tot te_vroeg"],
    ["longer, of what runs", form("2026-11-16", "2026-12-04"), runs, ""],
    ["from before it began", form("2026-11-13", "2026-12-04"), runs, "van te_vroeg"],
    ["without an hour", form(null, null, null), null, "uur leeg"],
  ])("%s", (_, given, verlof, wrong) => {
    const problems = Object.entries(checkDagberichtTijd(given, { verlof, today }) ?? {});
    expect(problems.map(([field, problem]) => `${field} ${problem?.kind}`).join()).toBe(wrong);
  });

  it("is never kept as leave that ends before it begins, or that is over", () => {
    const day = fc.option(fc.integer({ min: -40, max: 40 }).map((days) => today.add({ days })));
    fc.assert(
      fc.property(day, day, (van, tot) => {
        if (checkDagberichtTijd({ uur: "08:00", van, tot }, { verlof: runs, today })) return;
        expect(van === null).toBe(tot === null);
        if (!van || !tot) return;
        expect(Temporal.PlainDate.compare(van, tot)).toBeLessThanOrEqual(0);
        expect(Temporal.PlainDate.compare(tot, today)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
