import { describe, expect, it } from "vitest";
import { briefWoorden, duurOf } from "#cards/brief-woord.ts";

describe("how long data are kept, in the folder for parents", () => {
  it.each([
    [6, "Tot zes maanden nadat"],
    [12, "Tot één jaar nadat"],
    [18, "Tot 18 maanden nadat"],
    [24, "Tot twee jaar nadat"],
    [36, "Tot drie jaar nadat"],
  ])("%i months is said as people say it", (maanden, words) => {
    expect(briefWoorden.nederlands.folder.bewaren.tekst(duurOf(maanden))).toContain(words);
  });

  it.each(Object.entries(briefWoorden))("is said in years in %s too", (_, { folder }) => {
    const said = folder.bewaren.tekst(duurOf(24));
    expect(said).toMatch(/2|two|twee/);
    expect(said).not.toContain("24");
    expect(folder.bewaren.tekst(duurOf(18))).toContain("18");
  });
});
