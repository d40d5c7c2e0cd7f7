import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { functies, hulpvraagStatussen } from "#domain/code.ts";
import type { Dossier, RondeFeit } from "#domain/dossier.ts";
import { type Relatie, relaties, relationsOf } from "#domain/relatie.ts";
import { seal } from "#domain/sealed.ts";
import { ibsOf, schakelteamOf } from "#domain/termijn-eigenaar.ts";
import { doelen, grondslagstanden, handelingen, mayDo } from "#domain/visibility.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  anAanbod,
  anAgendapunt,
  aRegierol,
  aRonde,
  aTeamlid,
  aToestemming,
  date,
  moment,
  now,
  someTeam,
  today,
} from "./a-dossier.ts";

const of = (dossier: Dossier, persoonId: string, at = now) => [...relationsOf(dossier, persoonId, at)];
const has = (dossier: Dossier, persoonId: string, relatie: Relatie, at = now) =>
  relationsOf(dossier, persoonId, at).has(relatie);

describe("how people stand to a hulpvraag", () => {
  it("someone without a membership today is an outsider and nothing else", () => {
    expect(of(aDossier({ regierollen: [aRegierol("vreemd")] }), "vreemd")).toEqual(["buitenstaander"]);
  });

  it.each<[string, boolean]>([
    ["2026-11-22T23:59", false],
    ["2026-11-23T00:00", true],
    ["2026-11-25T23:59", true],
    ["2026-11-26T00:00", false],
  ])("a membership from 23 to 25 November counts at %s: %s", (at, inside) => {
    const team = [aTeamlid("smw1", "smw", { van: date("2026-11-23"), tot: date("2026-11-25") })];
    expect(has(aDossier({ team }), "smw1", "szt_lid", moment(at))).toBe(inside);
  });

  it("a directeur is only that, even as holder, chair and owner of an action", () => {
    const acties = [
      {
        id: "x",
        houderId: "dir1",
        omschrijving: seal("x"),
        datum: date("2026-12-01"),
        rondeId: null,
        gedaanOp: null,
        versie: 1,
      },
    ];
    const agendapunten = [anAgendapunt({ ronde: aRonde({ voorzitterId: "dir1" }) })];
    expect(of(aDossier({ regierollen: [aRegierol("dir1")], acties, agendapunten }), "dir1")).toEqual([
      "directeur",
    ]);
  });

  it("a directeur who is ib as well is both", () => {
    const team = [aTeamlid("d", "directeur"), aTeamlid("d", "ib")];
    expect(of(aDossier({ team }), "d")).toEqual(["directeur", "ib_van_school", "schakelteam", "szt_lid"]);
  });

  it("the ib of another school in the same SZT is not the ib of this one", () => {
    const team = [
      aTeamlid("ib1", "ib"),
      aTeamlid("ib2", "ib", { schoolId: "andere school" }),
      aTeamlid("ib3", "coo", { schoolId: null }),
    ];
    const dossier = aDossier({ team, agendapunten: [] });
    expect(has(dossier, "ib1", "ib_van_school")).toBe(true);
    expect(of(dossier, "ib2")).toEqual(["szt_lid"]);
    expect(of(dossier, "ib3")).toEqual(["szt_lid"]);
    expect(ibsOf(dossier, date("2026-11-23"))).toEqual(["ib1"]);
    expect(schakelteamOf(dossier, date("2026-11-23"))).toEqual(["ib1"]);
  });

  it("who works for another school in the same SZT reads nothing, whatever seat they take at its rounds", () => {
    const seats = ["voorzitterId", "notulistId"] as const;
    for (const functie of ["ib", "coo", "directeur"] as const)
      for (const schoolId of ["andere school", null])
        for (const seat of seats)
          for (const status of hulpvraagStatussen) {
            const lid = aTeamlid("ander", functie, { schoolId, voorzitter: true });
            const own = { persoonId: "ander", naam: "", functie, aanwezigheid: null };
            const ronde = aRonde({ [seat]: "ander", deelnemers: [...aRonde().deelnemers, own] });
            const dossier = aDossier({
              team: [...someTeam, lid],
              agendapunten: [anAgendapunt({ ronde })],
              toestemming: aToestemming({ partners: [...functies] }),
            });
            const found = relationsOf(dossier, "ander", now);
            for (const grondslag of grondslagstanden)
              for (const doel of doelen)
                for (const handeling of handelingen)
                  if (handeling !== "plaatsen")
                    expect(mayDo({ relaties: found, handeling, status, grondslag, doel })).toBe(false);
          }
  });

  it("the directeur of another school in the same SZT, or of none, is an outsider", () => {
    const team = [
      aTeamlid("dir1", "directeur"),
      aTeamlid("dir2", "directeur", { schoolId: "andere school" }),
      aTeamlid("dir3", "directeur", { schoolId: null }),
    ];
    expect(of(aDossier({ team }), "dir1")).toEqual(["directeur"]);
    expect(of(aDossier({ team }), "dir2")).toEqual(["buitenstaander"]);
    expect(of(aDossier({ team }), "dir3")).toEqual(["buitenstaander"]);
  });

  it("a partner is named by function; one on call only when asked to the table for this item", () => {
    const toestemming = aToestemming({ partners: ["smw", "leerplicht"] });
    expect(has(aDossier({ toestemming }), "smw1", "genoemde_partner")).toBe(true);
    expect(has(aDossier({ toestemming }), "bpo1", "genoemde_partner")).toBe(false);
    expect(has(aDossier({ toestemming }), "lpa1", "genoemde_partner")).toBe(false);
    expect(has(aDossier({ toestemming, aanTafel: ["leerplicht"] }), "lpa1", "genoemde_partner")).toBe(true);
  });

  it("an offer of the regierol counts only after the parents agreed, also for another than the round chose", () => {
    const aanbod = anAanbod();
    const asked = aBesluit(["regierol_toewijzen"]);
    const agreed = { ...asked, terugkoppeling: akkoord };
    const no = { ...asked, terugkoppeling: { ...akkoord, akkoord: "nee" as const } };
    const offered = (besluiten: Dossier["besluiten"], persoonId = "smw1") =>
      has(aDossier({ aanbod, besluiten }), persoonId, "aangeboden_regierol");
    expect(offered([asked])).toBe(false);
    expect(offered([no])).toBe(false);
    expect(offered([{ ...agreed, id: "b2" }])).toBe(false);
    expect(offered([agreed])).toBe(true);
    expect(offered([{ ...agreed, regierolVoor: "bpo1" }])).toBe(true);
    expect(offered([agreed], "smw2")).toBe(false);
    const refused = anAanbod({ status: "geweigerd" });
    expect(has(aDossier({ aanbod: refused, besluiten: [agreed] }), "smw1", "aangeboden_regierol")).toBe(
      false,
    );
  });

  it("a regierol, a link and an action count until they end", () => {
    const later = moment("2026-12-01T09:00");
    const dossier = aDossier({
      regierollen: [aRegierol("smw1", { tot: later }), aRegierol("ib1", { soort: "waarnemend", van: later })],
      koppelingen: [{ persoonId: "scp1", tot: later }],
      acties: [
        {
          id: "x",
          houderId: "bpo1",
          omschrijving: seal("x"),
          datum: date("2026-12-01"),
          rondeId: null,
          gedaanOp: now,
          versie: 1,
        },
      ],
    });
    expect(has(dossier, "smw1", "regierolhouder")).toBe(false);
    expect(has(aDossier({ regierollen: [aRegierol("smw1")] }), "smw1", "regierolhouder")).toBe(true);
    expect(has(dossier, "ib1", "waarnemer")).toBe(true);
    expect(has(dossier, "scp1", "gekoppelde_expert")).toBe(true);
    expect(has(dossier, "scp1", "gekoppelde_expert", later)).toBe(false);
    expect(has(dossier, "bpo1", "actiehouder")).toBe(false);
  });

  it("the chair of the SZT chairs what is on no agenda; on an agenda it is the chair of that round", () => {
    const ronde = aRonde({ status: "gepland", voorzitterId: "smw2", notulistId: null });
    const planned = anAgendapunt({ status: "gepland", ronde });
    const chairs = (dossier: Dossier) =>
      someTeam.map((lid) => lid.persoonId).filter((persoonId) => has(dossier, persoonId, "voorzitter"));
    expect(chairs(aDossier({ agendapunten: [] }))).toEqual(["ib1"]);
    expect(chairs(aDossier({ agendapunten: [planned] }))).toEqual(["smw2"]);
    expect(has(aDossier({ agendapunten: [planned] }), "smw1", "notulist")).toBe(false);
  });

  it("a round of which the day went by unopened invites nobody until it is opened after all, and keeps its chair", () => {
    const on = (over: Partial<RondeFeit>) =>
      aDossier({ agendapunten: [anAgendapunt({ status: "gepland", ronde: aRonde(over) })] });
    const yesterday = date("2026-11-22");
    const stands = (dossier: Dossier) =>
      (["genodigde", "notulist"] as const).map((relatie) => has(dossier, "smw1", relatie));
    expect(stands(on({ status: "gepland", datum: today }))).toEqual([true, true]);
    expect(stands(on({ status: "gepland", datum: yesterday }))).toEqual([false, false]);
    expect(stands(on({ status: "open", datum: yesterday }))).toEqual([true, true]);
    expect(has(on({ status: "gepland", datum: yesterday }), "ib1", "voorzitter")).toBe(true);
  });

  it("a round that fell through, or an item that was moved, invites nobody", () => {
    const moved = anAgendapunt({ status: "verschoven" });
    const cancelled = anAgendapunt({ ronde: aRonde({ status: "vervallen" }) });
    expect(has(aDossier({ agendapunten: [moved, cancelled] }), "smw1", "genodigde")).toBe(false);
    expect(has(aDossier(), "smw1", "genodigde")).toBe(true);
  });
});

describe("nobody outside the school's SZT sees anything", () => {
  const person = fc.constantFrom("p1", "p2");
  const instant = fc.integer({ min: -50, max: 50 }).map((days) => now.add({ hours: days * 24 }));
  const day = fc.integer({ min: -50, max: 50 }).map((days) => date("2026-11-23").add({ days }));
  const lid = fc.record({
    persoonId: person,
    functie: fc.constantFrom(...functies),
    schoolId: fc.constantFrom("school", "andere school", null),
    voorzitter: fc.boolean(),
    van: day,
    tot: fc.option(day, { nil: null }),
  });
  const dossier = fc
    .record({
      team: fc.array(lid, { maxLength: 3 }),
      inbrengerId: person,
      regierollen: fc.array(
        fc.record({
          houderId: person,
          soort: fc.constantFrom("actief", "waarnemend"),
          tot: fc.option(instant),
        }),
        { maxLength: 2 },
      ),
      koppelingen: fc.array(fc.record({ persoonId: person, tot: fc.option(instant) }), { maxLength: 2 }),
      voorzitterId: person,
      partners: fc.subarray([...functies]),
    })
    .map(({ team, inbrengerId, regierollen, koppelingen, voorzitterId, partners }) =>
      aDossier({
        team: team.map((one) => ({ ...one, naam: "" })),
        inbrengerId,
        regierollen: regierollen.map((one) =>
          aRegierol(one.houderId, one as Partial<ReturnType<typeof aRegierol>>),
        ),
        koppelingen,
        aanTafel: [...functies],
        toestemming: aToestemming({ partners }),
        agendapunten: [anAgendapunt({ ronde: aRonde({ voorzitterId, notulistId: voorzitterId }) })],
      }),
    );

  it("for any facts: only a working membership that holds today opens anything", () => {
    fc.assert(
      fc.property(dossier, person, fc.constantFrom(...hulpvraagStatussen), (one, persoonId, status) => {
        const today = date("2026-11-23");
        const member = one.team.some(
          (other) =>
            other.persoonId === persoonId &&
            !["directeur", "bestuurder", "beheerder"].includes(other.functie) &&
            Temporal.PlainDate.compare(other.van, today) <= 0 &&
            (other.tot === null || Temporal.PlainDate.compare(today, other.tot) <= 0),
        );
        const found = relationsOf(one, persoonId, now);
        expect(found.has("szt_lid")).toBe(member);
        expect([...found].every((relatie) => relaties.includes(relatie))).toBe(true);
        if (member) return;
        for (const grondslag of grondslagstanden)
          for (const doel of doelen)
            for (const handeling of handelingen)
              expect(mayDo({ relaties: found, handeling, status, grondslag, doel })).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
