import { describe, expect, it } from "vitest";
import { gezagsvormen, partijstanden, vaststellingen } from "#domain/code.ts";
import { bewijsVan, holdersOf, standPartijen } from "#domain/gezag.ts";
import { checkGezag, type GezagForm, partijenOf, type StandVan } from "#domain/gezag-form.ts";
import { date, today } from "./a-dossier.ts";

const facts = { months: 110, today };
const stand = (over: Partial<StandVan> = {}): StandVan => ({
  partij: "ouder2",
  stand: "overleden",
  hoe: "akte_of_register",
  op: date("2026-10-01"),
  ...over,
});
const aForm = (...standen: readonly StandVan[]): GezagForm => ({
  gezag: "beide_ouders",
  merken: [],
  standen,
});

describe("who decides", () => {
  it("is right with gezag alone, and with somebody who cannot answer and how that is known", () => {
    expect(checkGezag(aForm(), facts)).toBeNull();
    expect(checkGezag(aForm(stand()), facts)).toBeNull();
    expect(checkGezag(aForm(stand({ stand: null, hoe: null, op: null })), facts)).toBeNull();
  });

  it.each<[string, GezagForm, string, string]>([
    ["not said how", aForm(stand({ hoe: null })), "hoe_ouder2", "leeg"],
    ["not said when", aForm(stand({ op: null })), "vastgesteld_ouder2", "leeg"],
    ["tomorrow", aForm(stand({ op: today.add({ days: 1 }) })), "vastgesteld_ouder2", "toekomst"],
    [
      "a death on the word of the other parent",
      aForm(stand({ hoe: "verklaring_andere_ouder" })),
      "hoe_ouder2",
      "bewijs_past_niet",
    ],
    [
      "a pupil who cannot be reached",
      aForm(stand({ partij: "leerling", stand: "onbereikbaar", hoe: "adres_onbekend" })),
      "stand_leerling",
      "past_niet",
    ],
    ["an adult of nine", { ...aForm(), gezag: "meerderjarig" }, "gezag", "nog_geen_achttien"],
  ])("refuses %s", (_, form, field, kind) => {
    expect(checkGezag(form, facts)).toEqual({ [field]: { kind } });
  });

  it("every way to know something shows one thing, and everything can be shown", () => {
    const shown = partijstanden.flatMap((one) => bewijsVan[one]);
    expect(shown.toSorted()).toEqual([...vaststellingen].toSorted());
  });

  it("keeps only what concerns those who have gezag, and the pupil", () => {
    const form = { ...aForm(stand(), stand({ partij: "voogd" })), gezag: "een_ouder" } as const;
    expect(partijenOf(form)).toEqual([]);
    expect(partijenOf(aForm(stand()))).toEqual([
      { partij: "ouder2", stand: "overleden", hoe: "akte_of_register", vastgesteldOp: date("2026-10-01") },
    ]);
    for (const gezag of gezagsvormen)
      expect(standPartijen(gezag), gezag).toEqual([...holdersOf[gezag], "leerling"]);
  });
});
