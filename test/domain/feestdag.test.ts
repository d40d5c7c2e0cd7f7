import Holidays from "date-holidays";
import { describe, expect, it } from "vitest";
import { easter, type Feestdag, feestdagen, feestdagenOp, feestdagIn } from "#domain/feestdag.ts";

const nameInOracle: Record<Feestdag, string> = {
  nieuwjaarsdag: "Nieuwjaar",
  goede_vrijdag: "Goede Vrijdag",
  eerste_paasdag: "Pasen",
  tweede_paasdag: "Tweede paasdag",
  koningsdag: "Koningsdag",
  bevrijdingsdag: "Bevrijdingsdag",
  hemelvaartsdag: "Hemelvaartsdag",
  eerste_pinksterdag: "Pinksteren",
  tweede_pinksterdag: "Tweede pinksterdag",
  eerste_kerstdag: "Kerstmis",
  tweede_kerstdag: "Tweede kerstdag",
};
const years = Array.from({ length: 17 }, (_, index) => 2024 + index);

describe("feestdagen", () => {
  it.each(years)(
    "fall in %i on the days that another calendar gives, and no other closes a school",
    (year) => {
      const oracle = new Holidays("NL")
        .getHolidays(year)
        .filter((day) => day.type === "public" || day.type === "school")
        .map((day) => `${day.date.slice(0, 10)} ${day.name}`)
        .sort();
      const ours = feestdagen.map((code) => `${feestdagIn(year, code)} ${nameInOracle[code]}`).sort();
      expect(ours).toEqual(oracle);
    },
  );

  it.each([
    [1961, "1961-04-02"],
    [2000, "2000-04-23"],
    [2008, "2008-03-23"],
    [2038, "2038-04-25"],
    [2285, "2285-03-22"],
  ])("Easter of %i is %s", (year, day) => {
    expect(easter(year).toString()).toBe(day);
  });

  it.each([
    [2031, "2031-04-26"],
    [2032, "2032-04-27"],
    [2036, "2036-04-26"],
  ])("Koningsdag of %i is never a Sunday: %s", (year, day) => {
    expect(feestdagIn(year, "koningsdag").toString()).toBe(day);
  });

  it("names both feasts when two fall on one day", () => {
    expect(feestdagenOp(Temporal.PlainDate.from("2016-05-05"))).toEqual(["bevrijdingsdag", "hemelvaartsdag"]);
    expect(feestdagenOp(Temporal.PlainDate.from("2016-05-06"))).toEqual([]);
  });
});
