import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Gezag, gezagsvormen, type Partij } from "#domain/code.ts";
import { requiredPartijen, type StemLeerling } from "#domain/wie-beslist.ts";
import { date, today } from "./a-dossier.ts";

const month = (text: string) => Temporal.PlainYearMonth.from(text);
const both: readonly Partij[] = ["ouder1", "ouder2"];
const pupil: readonly Partij[] = ["leerling"];

describe("whose consent is needed", () => {
  it.each<[string, string, StemLeerling, readonly Partij[], readonly Partij[]]>([
    ["month before the 12th birthday: the holders of gezag", "2014-12", "vereist", both, []],
    ["month of the 12th birthday, pupils are asked: both rules", "2014-11", "gevraagd", both, pupil],
    [
      "month of the 12th birthday, pupils decide too: both rules",
      "2014-11",
      "vereist",
      [...both, ...pupil],
      [],
    ],
    ["month after the 12th birthday, pupils are asked", "2014-10", "gevraagd", both, pupil],
    ["month after the 12th birthday, pupils decide too", "2014-10", "vereist", [...both, ...pupil], []],
    ["month before the 16th birthday", "2010-12", "gevraagd", both, pupil],
    [
      "month of the 16th birthday: both rules, the stricter wins",
      "2010-11",
      "gevraagd",
      [...both, ...pupil],
      [],
    ],
    ["month after the 16th birthday: the pupil alone", "2010-10", "gevraagd", pupil, []],
    ["eighteen and older: the pupil alone", "2008-01", "vereist", pupil, []],
  ])("%s", (_rule, geboortemaand, stemLeerling, required, asked) => {
    const facts = { geboortemaand: month(geboortemaand), gezag: "beide_ouders", stemLeerling } as const;
    expect(requiredPartijen(facts, date("2026-11-01"))).toEqual({ ok: true, required, asked });
    expect(requiredPartijen(facts, date("2026-11-30"))).toEqual({ ok: true, required, asked });
  });

  it.each<[Gezag, readonly Partij[] | null, readonly Partij[] | null]>([
    ["beide_ouders", both, pupil],
    ["een_ouder", ["ouder1"], pupil],
    ["ouder_en_niet_ouder", both, pupil],
    ["gezamenlijke_voogdij", ["voogd", "voogd2"], pupil],
    ["voogdij_instelling", ["voogd"], pupil],
    ["meerderjarig", null, pupil],
    ["onbekend", null, null],
  ])(
    "with gezag %s: %j for a child, %j from sixteen; null is to check gezag first",
    (gezag, child, older) => {
      const ask = (geboortemaand: string) => {
        const answer = requiredPartijen(
          { geboortemaand: month(geboortemaand), gezag, stemLeerling: "vereist" },
          today,
        );
        return answer.ok ? answer.required : answer.error.kind;
      };
      expect(ask("2017-04")).toEqual(child ?? "gezag_controleren");
      expect(ask("2009-04")).toEqual(older ?? "gezag_controleren");
    },
  );

  it("is unanswerable for a pupil who is not born yet", () => {
    const unborn = {
      geboortemaand: month("2026-12"),
      gezag: "beide_ouders",
      stemLeerling: "gevraagd",
    } as const;
    expect(requiredPartijen(unborn, today)).toEqual({
      ok: false,
      error: { kind: "geboortemaand_onmogelijk" },
    });
  });

  it("is nobody's less when the pupil grows from below twelve to fifteen", () => {
    fc.assert(
      fc.property(fc.constantFrom(...gezagsvormen), fc.integer({ min: 0, max: 191 }), (gezag, age) => {
        const at = (months: number) =>
          requiredPartijen(
            { gezag, geboortemaand: month("2026-11").subtract({ months }), stemLeerling: "vereist" },
            today,
          );
        const [younger, older] = [at(age), at(age + 1)];
        if (!younger.ok || !older.ok) return younger.ok === older.ok;
        return younger.required.every((partij) => older.required.includes(partij));
      }),
    );
  });
});
