import { describe, expect, it } from "vitest";
import { nietVoorCard } from "#cards/inzage.ts";
import { type Recht, rechten } from "#domain/rechten.ts";

const words = (recht: Recht) =>
  JSON.stringify(nietVoorCard({ referentie: "HV-1234", recht, waarom: { kind: "alleen_informatie" } }));

describe("a parent without gezag", () => {
  it("is told about a correction when that was asked, about a copy when that was", () => {
    expect(words("inzage")).toContain("geen kopie");
    expect(words("correctie")).toContain("niet laten aanpassen");
    expect(words("verwijderen")).toContain("niet laten wissen");
    for (const recht of ["correctie", "verwijderen"] as const) expect(words(recht)).not.toContain("kopie");
  });

  it.each(rechten)("who asks for %s leaves the ib with something to do", (recht) => {
    expect(words(recht)).toMatch(/- [A-Z]/);
  });
});
