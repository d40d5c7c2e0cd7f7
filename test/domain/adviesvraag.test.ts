import { describe, expect, it } from "vitest";
import { magAnoniem, wisDag } from "#domain/adviesvraag.ts";
import { adviesvraagSettingsSchema, usualAdviesvraagSettings } from "#domain/adviesvraag-setting.ts";
import { aRonde, date } from "./a-dossier.ts";

const gesteldOp = date("2026-11-23");
const nu = Temporal.PlainDateTime.from("2026-11-23T10:00");

describe("the day on which it goes", () => {
  it.each([
    ["four weeks after the answer", { beantwoordOp: date("2026-11-24"), ronde: null }, "2026-12-22"],
    ["twelve weeks after it was put, without an answer", { beantwoordOp: null, ronde: null }, "2027-02-15"],
    [
      "not before a round that is to discuss it, and some weeks after",
      { beantwoordOp: null, ronde: aRonde({ datum: date("2027-02-10") }) },
      "2027-03-10",
    ],
    ["no sooner for a round that is near", { beantwoordOp: null, ronde: aRonde() }, "2027-02-15"],
  ])("%s", (_, facts, day) => {
    expect(wisDag({ gesteldOp, ...facts }, usualAdviesvraagSettings)).toEqual(date(day));
  });

  it("follows the settings of the samenwerkingsverband, within bounds", () => {
    const settings = adviesvraagSettingsSchema.parse({ bewaren_weken: 1, onbeantwoord_weken: 4 });
    expect(wisDag({ gesteldOp, beantwoordOp: gesteldOp, ronde: null }, settings)).toEqual(date("2026-11-30"));
    expect(wisDag({ gesteldOp, beantwoordOp: null, ronde: null }, settings)).toEqual(date("2026-12-21"));
    for (const wrong of [
      { bewaren_weken: 0 },
      { bewaren_weken: 13 },
      { onbeantwoord_weken: 27 },
      { weken: 4 },
    ])
      expect(adviesvraagSettingsSchema.safeParse(wrong).success).toBe(false);
  });
});

describe("the ground anoniem", () => {
  it("asks for nothing and holds as long as nobody is recognisable", () => {
    expect(magAnoniem(false, nu)).toBe(true);
    expect(magAnoniem(true, nu)).toBe(false);
  });
});
