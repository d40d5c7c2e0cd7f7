import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AgendapuntFeit, Dossier, RondeFeit } from "#domain/dossier.ts";
import type { GenodigdeFeit } from "#domain/genodigde.ts";
import { seeTijdvak } from "#domain/see-tijdvak.ts";
import { eindVan, tijdvakOf } from "#domain/tijdvak.ts";
import { aDossier, anInstemming, aRonde, aToestemming, date, now, today } from "./a-dossier.ts";

const begin = Temporal.PlainTime.from("13:32");
const ronde = aRonde({ datum: date("2026-12-07"), begin });
const punt = (
  id: string,
  volgorde: number,
  minuten: number,
  status: "gepland" | "besproken" | "verschoven" = "gepland",
) => ({
  id,
  volgorde,
  minuten,
  status,
});
const words = (punten: Parameters<typeof tijdvakOf>[1], id: string) => {
  const slot = tijdvakOf(ronde, punten, id);
  return (
    slot &&
    `${slot.begin.toString({ smallestUnit: "minute" })}-${eindVan(slot).toString({ smallestUnit: "minute" })}`
  );
};

describe("the time of one item", () => {
  it.each([
    ["alone", [punt("x", 1, 15)], "13:30-13:50"],
    ["after fifteen minutes", [punt("a", 1, 15), punt("x", 2, 15)], "13:45-14:05"],
    ["after what was discussed", [punt("a", 1, 15, "besproken"), punt("x", 2, 15)], "13:45-14:05"],
    ["after what was moved away", [punt("a", 1, 15, "verschoven"), punt("x", 2, 15)], "13:30-13:50"],
    ["by order, not by place in the list", [punt("x", 9, 8), punt("a", 3, 20)], "13:50-14:00"],
    ["moved away itself", [punt("x", 1, 15, "verschoven")], null],
    ["of another round", [punt("a", 1, 15)], null],
  ] as const)("%s", (_, punten, expected) => {
    expect(words(punten, "x")).toBe(expected);
  });

  const item = fc.record({ minuten: fc.integer({ min: 5, max: 60 }), moved: fc.boolean() });
  it("holds the item whole, in steps of five minutes, and never leaves the day", () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 12 }),
        fc.nat(11),
        fc.integer({ min: 420, max: 1259 }),
        (items, nth, start) => {
          const own = nth % items.length;
          const punten = items.map(({ minuten, moved }, n) =>
            punt(String(n), n, minuten, moved && n !== own ? "verschoven" : "gepland"),
          );
          const at = new Temporal.PlainTime(Math.floor(start / 60), start % 60);
          const slot = tijdvakOf({ datum: ronde.datum, begin: at }, punten, String(own));
          const before = punten
            .slice(0, own)
            .reduce((sum, one) => sum + (one.status === "gepland" ? one.minuten : 0), 0);
          const from = slot ? slot.begin.hour * 60 + slot.begin.minute : -1;
          expect(from % 5).toBe(0);
          expect((slot?.minuten ?? 0) % 5).toBe(0);
          if (start + before + 60 < 24 * 60) {
            expect(from).toBeLessThanOrEqual(start + before);
            expect(from + (slot?.minuten ?? 0)).toBeGreaterThanOrEqual(
              start + before + (items[own]?.minuten ?? 0),
            );
            expect(slot?.minuten ?? 99).toBeLessThan((items[own]?.minuten ?? 0) + 10);
          }
        },
      ),
    );
  });

  it("tells nothing of what comes after it", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), (later) => {
        const rest = later.map(({ minuten }, n) => punt(`l${n}`, n + 5, minuten));
        expect(words([punt("a", 1, 15), punt("x", 2, 15), ...rest], "x")).toBe("13:45-14:05");
      }),
    );
  });
});

describe("one item with the eyes of who comes for that alone", () => {
  const open = { status: "open", datum: today } as const;
  const begun = { begonnenOp: now } as const;
  const seen = (
    over: Partial<RondeFeit> = {},
    punt: Partial<AgendapuntFeit> = {},
    {
      own = {},
      dossier = {},
      persoonId = "lpa1",
    }: {
      readonly own?: Partial<GenodigdeFeit>;
      readonly dossier?: Partial<Dossier>;
      readonly persoonId?: string;
    } = {},
  ) => {
    const made = aRonde({ status: "gepland", datum: date("2026-12-07"), ...over });
    const item: AgendapuntFeit = {
      ...{ id: "x", ronde: made, hulpvraagId: "h1", volgorde: 1, minuten: 15, status: "gepland" as const },
      genodigden: ["lpa1"],
      ...punt,
    };
    const genodigde: GenodigdeFeit = {
      ...{ puntId: "x", persoonId: "lpa1", naam: "Marijke", functie: "leerplicht", stand: "gevraagd" },
      ...{ datum: made.datum, begin: Temporal.PlainTime.from("13:45"), minuten: 20 },
      ...{ icsVolgorde: 3, rondeVolgorde: 0, komst: null },
      ...own,
    };
    const whole = aDossier({
      status: "geagendeerd",
      toestemming: aToestemming({ partners: ["leerplicht"] }),
      agendapunten: [item],
      ...dossier,
    });
    return seeTijdvak({ genodigde, dossier: whole, scholen: ["De Vlinder"] }, { persoonId, now });
  };

  it.each([
    ["to come", seen(), { soort: "komt", bezig: false, aanDeBeurt: false, icsVolgorde: 3 }],
    ["the round goes on", seen(open), { soort: "komt", bezig: true, aanDeBeurt: false }],
    ["it is spoken of", seen(open, begun), { soort: "komt", bezig: true, aanDeBeurt: true }],
    ["it was discussed", seen(open, { status: "besproken" }), { soort: "geweest" }],
    ["the round is over", seen({ status: "gesloten" }), { soort: "geweest" }],
    ["its day went by", seen({ datum: today.subtract({ days: 1 }) }), { soort: "geweest" }],
    [
      "it ended, and its calendar has not gone by",
      seen({}, {}, { own: { stand: "vervallen" } }),
      { soort: "vervallen", uitAgenda: true, icsVolgorde: 3 },
    ],
    [
      "it ended on a day that has gone",
      seen({ datum: date("2026-11-20") }, {}, { own: { stand: "vervallen" } }),
      { soort: "vervallen", uitAgenda: false },
    ],
    [
      "it may not be seen any more: a calendar takes that with a higher number only",
      seen({}, {}, { dossier: { toestemming: aToestemming({ partners: ["smw"] }) } }),
      { soort: "vervallen", uitAgenda: true, icsVolgorde: 4 },
    ],
  ])("%s", (_, found, expected) => {
    expect(found).toMatchObject(expected);
    if (expected.soort !== "komt") expect(JSON.stringify(found)).not.toMatch(/HV-|Vlinder|teams\.microsoft/);
  });

  it("is for nobody else", () => {
    expect(seen({}, {}, { persoonId: "smw1" })).toBeNull();
  });

  it("asks for the outside where the parents were only told, once the agenda is fixed", () => {
    const told = { toestemming: anInstemming({ partners: ["leerplicht"] }), domeinen: ["leren"] as const };
    const fixed = { agendaVastOp: now };
    expect(seen(fixed, {}, { dossier: told })).toMatchObject({
      buitenkant: { vraag: true, eigen: null, anderen: [] },
    });
    expect(seen({}, {}, { dossier: told })).toMatchObject({ buitenkant: null });
    expect(seen(fixed)).toMatchObject({ soort: "komt", buitenkant: null });
  });
});
