import { describe, expect, it } from "vitest";
import { mistAanTafel } from "#domain/voorbereiding.ts";
import { aRonde, someTeam } from "./a-dossier.ts";

const there = (persoonId: string, functie: "ib" | "smw" | "scp", komst: "niet" | "online" | null = null) => ({
  ...{ persoonId, naam: persoonId, functie, aanwezigheid: null },
  komst,
});
const punt = (deelnemers: ReturnType<typeof there>[], genodigden: readonly string[] = []) => ({
  ronde: aRonde({ deelnemers }),
  genodigden,
});

describe("who is missing at the table", () => {
  it.each([
    ["everybody comes", ["smw"], punt([there("smw1", "smw")]), []],
    ["nobody was asked", ["smw", "leerplicht"], punt([there("ib1", "ib")]), ["smw", "leerplicht"]],
    ["who was asked cannot", ["smw"], punt([there("smw1", "smw", "niet")]), ["smw"]],
    ["somebody comes instead", ["smw"], punt([there("smw1", "smw", "niet"), there("smw2", "smw")]), []],
    ["asked for this alone", ["leerplicht"], punt([there("ib1", "ib")], ["lpa1"]), []],
    ["the ib herself", ["ib"], punt([]), []],
  ] as const)("%s", (_, aanTafel, item, expected) => {
    expect(mistAanTafel({ aanTafel: [...aanTafel], team: someTeam }, item)).toEqual(expected);
  });
});
