import { describe, expect, it } from "vitest";
import { plainDateSchema, plainTimeSchema, readDate } from "#domain/tijd.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);

describe("dates and times from outside", () => {
  it.each(["2026-02-30", "2026-13-01", "02-11-2026", "20261102", "2026-11-02T08:00", ""])(
    "%j is no date",
    (text) => {
      expect(readDate(text)).toBeNull();
      expect(plainDateSchema.safeParse(text).success).toBe(false);
    },
  );

  it.each(["24:00", "8:00", "08:60", "08.00", ""])("%j is no time", (text) => {
    expect(plainTimeSchema.safeParse(text).success).toBe(false);
  });

  it("are taken as text and as the value of a store", () => {
    expect(plainDateSchema.parse("2028-02-29").equals(plainDateSchema.parse(day("2028-02-29")))).toBe(true);
    expect(plainTimeSchema.parse("07:30").equals(plainTimeSchema.parse(time("07:30:00")))).toBe(true);
  });
});
