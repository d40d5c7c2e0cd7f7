import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afwijkend,
  beschermd,
  checkTermijnen,
  eenheidOf,
  grensOf,
  instelbaar,
  settingsOf,
  termijnGroepen,
  termSettings,
  wissels,
} from "#domain/termijn-instellen.ts";
import { type TermSetting, termSettingsSchema, usualTermSettings } from "#domain/termijn-setting.ts";

const wide = { schooldagen: 40, schoolweken: 26, maanden: 12 } as const;
const own = (setting: TermSetting, over: Partial<Record<TermSetting, number | null>> = {}) => {
  const groep = termijnGroepen.find((one) => settingsOf(one).includes(setting));
  if (!groep) throw new Error(`${setting} has no group`);
  const form = Object.fromEntries(settingsOf(groep).map((one) => [one, usualTermSettings[one]]));
  return { groep, form: { ...form, ...over } };
};
const check = (setting: TermSetting, amount: number | null) => {
  const { groep, form } = own(setting, { [setting]: amount });
  return checkTermijnen(usualTermSettings, groep, form);
};

describe("the lengths that can be set", () => {
  it("are all lengths there are, each in one group", () => {
    const grouped = termijnGroepen.flatMap((groep) => settingsOf(groep));
    expect(grouped.toSorted()).toEqual(Object.keys(usualTermSettings).toSorted());
  });

  it.each(termSettings)("%s has a unit, and bounds around the usual length", (setting) => {
    const { min, max, usual } = grensOf(setting);
    expect(["schooldagen", "schoolweken", "maanden", "keren"]).toContain(eenheidOf(setting));
    expect(min).toBeLessThanOrEqual(usual);
    expect(max).toBeGreaterThanOrEqual(usual);
  });

  it.each([
    ["terugkoppeling_schooldagen", 1, 10],
    ["eerste_contact_schooldagen", 1, 10],
    ["review_maanden", 1, 3],
    ["toestemming_vooruit_schoolweken", 2, 26],
    ["bezwaar_schooldagen", 10, 40],
    ["gesprek_schooldagen", 1, 10],
    ["intrekking_schooldagen", 1, 2],
    ["meldcode_schooldagen", 1, 2],
    ["uitzondering_schooldagen", 1, 5],
    ["tussenevaluatie_schoolweken", 1, 7],
    ["eindevaluatie_schoolweken", 2, 8],
    ["wachtlijst_maanden", 1, 1],
    ["pauze_schoolweken", 1, 6],
    ["pauze_keren", 0, 2],
    ["uitstel_schooldagen", 1, 10],
    ["uitstel_keren", 0, 2],
  ] as const)("%s protects a child: from %i to %i", (setting, min, max) => {
    expect(grensOf(setting)).toMatchObject({ min, max });
    const bound = beschermd[setting];
    expect(bound?.grens).toBe(bound?.kant === "min" ? min : max);
    for (const outside of [min - 1, max + 1]) {
      expect(termSettingsSchema.safeParse({ [setting]: outside }).success).toBe(false);
      if (!instelbaar(own(setting).groep).includes(setting)) continue;
      expect(check(setting, outside)).toEqual({
        ok: false,
        problemen: { [setting]: { kind: "grens", min, max } },
      });
    }
  });

  it.each(termSettings.filter((setting) => !beschermd[setting]))(
    "%s may be as long as a work asks",
    (setting) => {
      const unit = eenheidOf(setting);
      expect(grensOf(setting)).toMatchObject({ min: 1, max: unit === "keren" ? 0 : wide[unit] });
    },
  );

  it.each([null, 2.5, Number.NaN])("are whole numbers: not %s", (amount) => {
    expect(check("giz_schoolweken", amount).ok).toBe(false);
  });

  it.each([
    [4, 8, true],
    [7, 8, true],
    [4, 5, true],
    [4, 4, false],
    [5, 4, false],
    [7, 2, false],
  ])("halfway after %i of %i schoolweken: %s", (tussen, eind, fits) => {
    const { groep, form } = own("eindevaluatie_schoolweken", {
      tussenevaluatie_schoolweken: tussen,
      eindevaluatie_schoolweken: eind,
    });
    const checked = checkTermijnen(usualTermSettings, groep, form);
    expect(checked.ok).toBe(fits);
    if (!checked.ok)
      expect(checked.problemen).toEqual({ tussenevaluatie_schoolweken: { kind: "voor_eind", eind } });
    expect(
      termSettingsSchema.safeParse({ tussenevaluatie_schoolweken: tussen, eindevaluatie_schoolweken: eind })
        .success,
    ).toBe(fits);
  });

  it("takes from a form what is of its group, and answers what changed", () => {
    const { groep, form } = own("giz_schoolweken", { giz_schoolweken: 8 });
    const checked = checkTermijnen(usualTermSettings, groep, { ...form, bezwaar_schooldagen: 20 });
    expect(checked).toMatchObject({ ok: true, gewisseld: [{ setting: "giz_schoolweken", van: 6, naar: 8 }] });
  });

  const amount = (setting: TermSetting) => {
    const { min, max } = grensOf(setting);
    return fc.integer({ min: min - 2, max: max + 2 });
  };

  it("never takes what the settings themselves refuse, and keeps only what differs", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...termijnGroepen).chain((groep) =>
          fc.record({
            groep: fc.constant(groep),
            form: fc.record(Object.fromEntries(instelbaar(groep).map((one) => [one, amount(one)]))),
          }),
        ),
        ({ groep, form }) => {
          const checked = checkTermijnen(usualTermSettings, groep, form);
          expect(checked.ok).toBe(termSettingsSchema.safeParse(form).success);
          if (!checked.ok) return;
          expect(termSettingsSchema.parse(afwijkend(checked.value))).toEqual(checked.value);
          expect(wissels(usualTermSettings, checked.value)).toEqual(checked.gewisseld);
        },
      ),
    );
  });
});
