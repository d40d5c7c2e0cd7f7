import { describe, expect, it } from "vitest";
import type { MomentKeuze, MomentprikFeit } from "#domain/momentprik.ts";
import { deciders, type MomentprikFacts, seeMomentprik } from "#domain/momentprik-view.ts";
import type { SchoolCalendar } from "#domain/schooldag.ts";
import { aRonde, aTeamlid, date } from "./a-dossier.ts";

const now = Temporal.Instant.from("2026-11-23T08:00:00Z");
const cal: SchoolCalendar = {
  regio: "Z",
  holidays: [],
  studiedagen: [],
  openOp: [],
  horizon: date("2027-08-01"),
};
const momenten = ["2026-12-07", "2026-12-08"].map((day, index) => ({
  id: `m${index + 1}`,
  datum: date(day),
  begin: Temporal.PlainTime.from("13:30"),
}));
const answer = (persoonId: string, momentId: string, keuze: MomentKeuze) => ({ persoonId, momentId, keuze });
const prik = (over: Partial<MomentprikFeit> = {}): MomentprikFeit => ({
  id: "prik",
  sztId: "szt",
  rondeId: null,
  nieuw: { duurMinuten: 60, plaats: "op_school", deelnameLink: null },
  stand: "open",
  vervalreden: null,
  poging: 1,
  uiterlijk: date("2026-12-03"),
  gekozenId: null,
  versie: 1,
  gestartDoor: "ib1",
  momenten,
  gevraagd: ["ib1", "bpo1", "smw1"],
  antwoorden: [answer("smw1", "m1", "ja"), answer("bpo1", "m1", "nee")],
  ...over,
});
const team = [
  aTeamlid("ib1", "ib", { schoolId: null }),
  aTeamlid("ib2", "ib", { schoolId: null }),
  aTeamlid("bpo1", "bpo"),
  aTeamlid("smw1", "smw", { voorzitter: true }),
  aTeamlid("scp1", "scp"),
  aTeamlid("dir1", "directeur"),
];
const facts = (over: Partial<MomentprikFacts> = {}): MomentprikFacts => ({
  prik: prik(),
  ronde: null,
  scholen: ["De Regenboog"],
  team,
  calendars: [cal],
  rondedagen: [],
  now,
  ...over,
});
const see = (persoonId: string, of = facts()) =>
  seeMomentprik(of, {
    persoonId,
    lidmaatschappen: of.team
      .filter((lid) => lid.persoonId === persoonId)
      .map(({ functie, schoolId, voorzitter }) => ({ sztId: "szt", functie, schoolId, voorzitter })),
  });
const acts = (persoonId: string, of?: MomentprikFacts) => [...(see(persoonId, of)?.mag ?? [])];
const deelname = (persoonId: string, functie: "ib" | "bpo" | "smw") => ({
  persoonId,
  naam: persoonId,
  functie,
  aanwezigheid: null,
});
const ronde = aRonde({
  id: "ronde",
  sztId: "szt",
  datum: date("2026-12-01"),
  voorzitterId: "bpo1",
  deelnemers: [deelname("ib1", "ib"), deelname("bpo1", "bpo"), deelname("smw1", "smw")],
});
const moving = (over: Partial<MomentprikFacts> = {}) =>
  facts({ prik: prik({ rondeId: "ronde", nieuw: null }), ronde, ...over });

describe("who sees a momentprik", () => {
  it.each([
    ["ib1", ["antwoorden", "kiezen", "opnieuw", "erbij", "stoppen"]],
    // Chairs the SZT.
    ["smw1", ["antwoorden", "kiezen", "opnieuw", "erbij", "stoppen"]],
    // Plans, and was not asked.
    ["ib2", ["kiezen", "opnieuw", "erbij", "stoppen"]],
    ["bpo1", ["antwoorden"]],
  ])("is who is asked, and who plans: %s", (persoonId, mag) => {
    expect(acts(persoonId)).toEqual(mag);
  });

  it.each(["scp1", "dir1", "vreemd"])("is nobody else: %s", (persoonId) => {
    expect(see(persoonId)).toBeNull();
  });

  it("are those who may move the round, when it is about one that stands", () => {
    expect(acts("ib1", moving())).toContain("kiezen");
    expect(acts("bpo1", moving())).toContain("kiezen");
    expect(acts("smw1", moving())).toEqual(["antwoorden"]);
    expect(see("ib2", moving())).toBeNull();
    // Its people are changed on the card of the round.
    expect(acts("ib1", moving())).not.toContain("erbij");
  });

  it("goes with the chair", () => {
    const other = moving({ ronde: { ...ronde, voorzitterId: "smw1" } });
    expect(acts("bpo1", other)).toEqual(["antwoorden"]);
    expect(acts("smw1", other)).toContain("kiezen");
  });

  it("is nobody who left", () => {
    const left = (id: string) =>
      team.map((lid) => (lid.persoonId === id ? { ...lid, tot: date("2026-11-22") } : lid));
    for (const persoonId of ["bpo1", "ib1"])
      expect(seeMomentprik(facts({ team: left(persoonId) }), { persoonId, lidmaatschappen: [] })).toBeNull();
    expect(see("ib2", facts({ team: left("bpo1") }))).toMatchObject({
      gevraagd: 2,
      besluit: { wachtOp: ["Naam van ib1", "Naam van smw1"] },
    });
  });
});

describe("what is seen of the answers", () => {
  it("are one's own and how many there are, for who is asked", () => {
    const whole = prik({ antwoorden: ["m1", "m2"].map((id) => answer("smw1", id, "ja")) });
    const gezien = see("bpo1", facts({ prik: whole }));
    expect(gezien).toMatchObject({ gevraagd: 3, antwoordden: 1, klaar: false, besluit: null });
    expect(gezien?.momenten.map(({ antwoorden }) => antwoorden)).toEqual([null, null]);
    expect(JSON.stringify(gezien)).not.toContain("Naam van");
  });

  it("are those of all by name, for who decides", () => {
    const [first] = see("ib1")?.momenten ?? [];
    expect(first?.antwoorden).toEqual({
      schakelteam: false,
      kunnen: 1,
      alsHetMoet: 0,
      van: 3,
      alsHetMoetWie: [],
      nee: ["Naam van bpo1"],
    });
  });

  it("do not count of who is gone on the day itself", () => {
    const leaving = team.map((lid) => (lid.persoonId === "smw1" ? { ...lid, tot: date("2026-12-06") } : lid));
    const [first] = see("ib1", facts({ team: leaving }))?.momenten ?? [];
    expect(first?.antwoorden).toMatchObject({ kunnen: 0, van: 2 });
  });
});

describe("who is asked and not there yet", () => {
  it("is not counted on: nobody could bring the question", () => {
    const later = team.map((lid) => (lid.persoonId === "smw1" ? { ...lid, van: date("2026-12-01") } : lid));
    const gezien = see("ib1", facts({ team: later }));
    expect(gezien).toMatchObject({ gevraagd: 2 });
    expect(gezien?.momenten[0]?.antwoorden).toMatchObject({ kunnen: 0, van: 2 });
  });
});

describe("what can be chosen", () => {
  it("is what a round could be on now: a day that was taken meanwhile is not proposed", () => {
    const taken = facts({ rondedagen: [date("2026-12-07")] });
    const gezien = see("ib1", taken);
    expect(gezien?.momenten.map(({ kanNiet }) => kanNiet?.kind ?? null)).toEqual(["dubbel", null]);
    expect(gezien?.besluit?.voorstel).toEqual({ ok: false, error: "niemand_kan" });
  });

  it.each([
    ["2026-12-07T12:29:59Z", true],
    ["2026-12-07T12:30:00Z", true],
    ["2026-12-08T12:30:00Z", false],
  ])("is nothing when all moments went by: %s", (at, can) => {
    const waiting = facts({ prik: prik({ stand: "besluit" }), now: Temporal.Instant.from(at) });
    expect(acts("ib1", waiting).includes("kiezen")).toBe(can);
    expect(acts("ib1", waiting)).not.toContain("antwoorden");
    expect(acts("ib1", waiting)).toContain("opnieuw");
  });

  it.each(["gekozen", "gestopt", "vervallen"] as const)("is nothing when it is over: %s", (stand) => {
    for (const who of ["ib1", "bpo1"]) expect(acts(who, facts({ prik: prik({ stand }) }))).toEqual([]);
  });
});

describe("the proposal", () => {
  it("goes to the chair and to who asked", () => {
    expect(deciders(facts())).toEqual(["smw1", "ib1"]);
    expect(deciders(moving())).toEqual(["bpo1", "ib1"]);
  });

  it("goes to who plans now, when those are gone", () => {
    const gone = team.filter(({ persoonId }) => persoonId !== "ib1" && persoonId !== "smw1");
    expect(deciders(facts({ team: gone }))).toEqual(["ib2"]);
  });
});
