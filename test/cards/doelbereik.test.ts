import { describe, expect, it } from "vitest";
import { doelbereikFields, doelbereikLines, doelbereikSubmitted } from "#cards/doelbereik.ts";
import { bereikCodes, doelen, onbekendBereik } from "#domain/doelbereik.ts";

describe("what was reached", () => {
  it("is read goal by goal, and what is missing or no answer is not known", () => {
    for (const doel of doelen) {
      for (const hoe of bereikCodes)
        expect(doelbereikSubmitted.parse({ [`doel_${doel}`]: hoe })).toEqual({
          ...onbekendBereik,
          [doel]: hoe,
        });
      for (const wrong of ["", "ja", "BEREIKT", 3, null, ["bereikt"]])
        expect(doelbereikSubmitted.parse({ [`doel_${doel}`]: wrong }), String(wrong)).toEqual(onbekendBereik);
    }
  });

  it("has a field for each goal, and a line only for what is known", () => {
    expect(doelbereikFields().map((field) => ("id" in field ? field.id : null))).toEqual(
      doelen.map((doel) => `doel_${doel}`),
    );
    expect(doelbereikLines(onbekendBereik)).toEqual([]);
    expect(JSON.stringify(doelbereikLines({ ...onbekendBereik, ouders: "deels" }))).toMatch(/voor een deel/);
  });
});
