import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { query, withConnection } from "#database/pool.ts";
import type { IntakeStap1 } from "#domain/intake.ts";
import type { Zelfde } from "#domain/naamgenoot.ts";
import type { Actor } from "#domain/scope.ts";
import { taskScope } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { intrekken } from "#usecases/hulpvraag.ts";
import { intakeSchools, loadIntake, startIntake } from "#usecases/intake.ts";
import { basisAanbod } from "#usecases/intake-basis.ts";
import { saveStap1, saveStap2, saveStap3 } from "#usecases/intake-stap.ts";
import { whoToAsk } from "#usecases/intake-vragen.ts";
import { drawRechten, findRechten } from "#usecases/rechten.ts";
import { dossierOf } from "./a-besluit.ts";
import {
  aConcept,
  anAct,
  aStap1,
  aStap2,
  aStap3,
  aWholeIntake,
  countOf,
  done,
  eventsOf,
  seen,
} from "./an-intake.ts";

let t: TestWorld;
let noor: Actor;
let fatima: Actor;
let bram: Actor;
let wim: Actor;
beforeAll(async () => {
  t = await aWorld();
  noor = await t.actor("noor");
  fatima = await t.actor("fatima");
  bram = await t.actor("bram");
  wim = await t.actor("wim");
});
afterAll(() => t.close());

let children = 0;
/** A name of its own for each test, so that none is a double of another. */
const aName = () =>
  `Kind ${["Een", "Twee", "Drie", "Vier", "Vijf", "Zes"][children % 6]}${"abcdefghij"[children++ % 10]}${randomName()}`;
const randomName = () => `zw${randomUUID().replace(/[^a-f]/g, "")}`;

async function referenceOf(id: string): Promise<string> {
  return (await seen(t, noor, id)).referentie;
}

describe("starting an intake", () => {
  it("makes a concept of one step, with a number, for the ib of the school", async () => {
    const id = await aConcept(t, noor, { naam: aName() });
    const gezien = await seen(t, noor, id);
    expect(gezien).toMatchObject({ status: "concept", stap: 1, versie: 1 });
    expect(gezien.referentie).toMatch(/^HV-[1-9]\d{3}$/);
    expect(await eventsOf(t, noor)).toContain("hulpvraag_gestart");
  });

  it("puts the card of the concept in the chat, so that closing the window loses nothing", async () => {
    const id = await aConcept(t, noor, { naam: aName() });
    expect(await countOf(t, "kennisgeving", `soort = 'hulpvraag_concept' and onderwerp_id = '${id}'`)).toBe(
      1,
    );
  });

  it("keeps no name and no month of birth that can be read in the database", async () => {
    const naam = `Leesbaar ${randomName()}`;
    const id = await aConcept(t, noor, { naam });
    const [row] = await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
      query(
        tx,
        z.object({ text: z.string() }),
        `select encode(l.gegevens, 'escape') || row_to_json(l)::text || row_to_json(h)::text as text
         from hulpvraag h join leerling l on l.id = h.leerling_id where h.id = $1`,
        [id],
      ),
    );
    expect(row?.text).not.toContain("Leesbaar");
    expect(row?.text).not.toContain("2017-04");
  });

  it.each([
    ["a member of the SZT who is no ib", () => bram],
    ["the ib of another school", () => fatima],
    ["the directeur", () => wim],
  ])("is refused to %s, as if the school were not there", async (_, who) => {
    const stap = await aStap1(t, noor, { naam: aName() });
    const before = await countOf(t, "hulpvraag");
    const result = await startIntake(anAct(t, who()), stap);
    expect(result).toEqual({ ok: false, error: { kind: "onzichtbaar" } });
    expect(await countOf(t, "hulpvraag")).toBe(before);
  });

  it("says to other members whom to ask, and to who leads nothing about any team", async () => {
    expect(await whoToAsk(t.world, bram)).toEqual([
      { szt: "SZT De Regenboog", ibs: ["Noor Visser"] },
      { szt: "SZT Het Kompas", ibs: ["Fatima Aydin"] },
    ]);
    expect(await whoToAsk(t.world, wim)).toEqual([]);
    expect(await intakeSchools(t.world, wim)).toEqual([]);
  });

  it.each([
    ["a BSN in the place of a name", { naam: "Sanne 111222333" }, "naam", "bevat"],
    ["a name without a letter", { naam: "123" }, "naam", "geen_naam"],
    ["a BSN as reference", { kenmerk: "111222333" }, "kenmerk", "bevat"],
    ["words as reference", { kenmerk: "juf Ineke ADHD" }, "kenmerk", "geen_nummer"],
    ["a name with a number as reference", { kenmerk: "Ineke 7" }, "kenmerk", "geen_nummer"],
    ["a birth that is still to come", { geboortemaand: "2027-01" }, "jaar", "toekomst"],
    ["a pupil of two", { geboortemaand: "2024-06" }, "jaar", "leeftijd"],
    [
      "a class of secondary school in a primary school",
      { leerjaar: "vo_2" as const },
      "leerjaar",
      "past_niet",
    ],
    ["an adult of nine", { gezag: "meerderjarig" as const }, "gezag", "nog_geen_achttien"],
  ])("refuses %s, and keeps nothing", async (_, over, field, kind) => {
    const before = await countOf(t, "leerling");
    const result = await startIntake(anAct(t, noor), await aStap1(t, noor, { naam: aName(), ...over }));
    expect(result).toMatchObject({ ok: false, error: { kind: "velden", problemen: { [field]: { kind } } } });
    expect(await countOf(t, "leerling")).toBe(before);
  });

  it("with the same press again changes nothing, and finds the concept of the first", async () => {
    const stap = await aStap1(t, noor, { naam: aName() });
    const act = anAct(t, noor);
    const first = done(await startIntake(act, stap));
    const before = await countOf(t, "hulpvraag");
    expect(await startIntake(act, stap)).toEqual({ ok: false, error: { kind: "al_gedaan" } });
    expect(await countOf(t, "hulpvraag")).toBe(before);
    expect(first.id).toBe(act.press);
    expect(await loadIntake(t.world, noor, act.press)).toMatchObject({ ok: true, value: { stap: 1 } });
  });

  it("with the same press twice at one moment makes one", async () => {
    const stap = await aStap1(t, noor, { naam: aName() });
    const act = anAct(t, noor);
    const before = await countOf(t, "hulpvraag");
    const results = await Promise.all([startIntake(act, stap), startIntake(act, stap)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await countOf(t, "hulpvraag")).toBe(before + 1);
  });

  it("after a refusal the same press may be sent again with better values", async () => {
    const act = anAct(t, noor);
    const wrong = await startIntake(act, await aStap1(t, noor, { naam: "9" }));
    expect(wrong.ok).toBe(false);
    expect((await startIntake(act, await aStap1(t, noor, { naam: aName() }))).ok).toBe(true);
  });
});

describe("a double", () => {
  it("of an open hulpvraag is not made: its number comes back, however the name is written", async () => {
    const id = await aConcept(t, noor, { naam: "Zoë van der Bérg" });
    const again = await startIntake(anAct(t, noor), await aStap1(t, noor, { naam: "ZOE VANDERBERG" }));
    expect(again).toMatchObject({
      ok: false,
      error: { kind: "bestaat_al", hulpvraag: { id, referentie: await referenceOf(id), status: "concept" } },
    });
  });

  it("is not seen in another month of birth, nor in another school", async () => {
    await aConcept(t, noor, { naam: "Mila Verschil" });
    expect(
      (
        await startIntake(
          anAct(t, noor),
          await aStap1(t, noor, { naam: "Mila Verschil", geboortemaand: "2017-05" }),
        )
      ).ok,
    ).toBe(true);
    expect((await startIntake(anAct(t, fatima), await aStap1(t, fatima, { naam: "Mila Verschil" }))).ok).toBe(
      true,
    );
  });

  it("of more people at one moment is made once", async () => {
    const stap = await aStap1(t, noor, { naam: aName() });
    // Connections that are open already, so that they really come at one moment.
    await Promise.all([1, 2, 3, 4].map(() => intakeSchools(t.world, noor)));
    const results = await Promise.all([1, 2, 3, 4].map(() => startIntake(anAct(t, noor), stap)));
    const kinds = results.map((result) => (result.ok ? "ok" : result.error.kind)).sort();
    expect(kinds).toEqual(["bestaat_al", "bestaat_al", "bestaat_al", "ok"]);
  });

  it("after an ended hulpvraag is the same leerling with a new hulpvraag and another number", async () => {
    const naam = aName();
    const first = await aConcept(t, noor, { naam });
    const reference = await referenceOf(first);
    done(await intrekken(anAct(t, noor), { id: first, versie: 1 }));
    const leerlingen = await countOf(t, "leerling");
    const zelfde = { kind: "ja", referentie: reference } as const;
    const second = await aConcept(t, noor, { naam, leerjaar: "po_6", zelfde });
    expect(await countOf(t, "leerling")).toBe(leerlingen);
    expect(await referenceOf(second)).not.toBe(reference);
    expect((await seen(t, noor, second)).leerling?.leerjaar).toBe("po_6");
  });

  describe("of the name and month of birth of another child", () => {
    /** A hulpvraag that was withdrawn, and the number by which the ib knows it. */
    async function ended(over: Partial<IntakeStap1>) {
      const id = await aConcept(t, noor, over);
      done(await intrekken(anAct(t, noor), { id, versie: 1 }));
      return { id, referentie: await referenceOf(id) };
    }
    const asked = (referentie: string, status: string) => ({
      ok: false,
      error: { kind: "zelfde_leerling", bekenden: [{ hulpvraag: { referentie, status, jaar: 2026 } }] },
    });
    const kenmerkOf = async (id: string) => (await drawRechten(t.world, noor, id))?.gezien.leerling.kenmerk;

    it("is asked about, and makes nothing before the answer", async () => {
      const naam = aName();
      const { referentie } = await ended({ naam, kenmerk: "AAA111" });
      const before = await countOf(t, "hulpvraag");
      for (const kenmerk of [null, "BBB222"]) {
        const stap = await aStap1(t, noor, { naam, kenmerk });
        expect(await startIntake(anAct(t, noor), stap)).toMatchObject(asked(referentie, "ingetrokken"));
      }
      expect(await countOf(t, "hulpvraag")).toBe(before);
    });

    it("is asked about too when what is kept of it cannot be read, and the log says which one", async () => {
      const naam = aName();
      const { id, referentie } = await ended({ naam, kenmerk: "AAA111" });
      const { leerlingId } = await dossierOf(t, id);
      await withConnection({ url: t.db.adminUrl, applicationName: "test" }, (connection) =>
        connection.script(`update leerling set gegevens = '\\xdeadbeef' where id = '${leerlingId}'`),
      );
      const stap = await aStap1(t, noor, { naam, kenmerk: "AAA111" });
      expect(await startIntake(anAct(t, noor), stap)).toMatchObject(asked(referentie, "ingetrokken"));
      expect(t.logged).toContainEqual({ code: "hulpvraag_onleesbaar", id });
    });

    it("with no as the answer is another leerling, and nothing of the one is found with the other", async () => {
      const naam = aName();
      const one = await ended({ naam, kenmerk: "AAA111" });
      const zelfde = { kind: "nee", referenties: [one.referentie] } as const;
      const other = await aConcept(t, noor, { naam, kenmerk: "BBB222", zelfde });
      const { leerlingId } = await dossierOf(t, other);
      expect(leerlingId).not.toBe((await dossierOf(t, one.id)).leerlingId);
      for (const [id, kenmerk] of [
        [one.id, "AAA111"],
        [other, "BBB222"],
      ] as const) {
        const rechten = await drawRechten(t.world, noor, id);
        expect(rechten?.gezien.hulpvragen.map(({ referentie }) => referentie)).toEqual([
          await referenceOf(id),
        ]);
        expect(await kenmerkOf(id)).toBe(kenmerk);
      }
      // The ib who looks for the name finds both, each on a card of its own.
      const { schoolId, geboortemaand } = await aStap1(t, noor);
      done(await findRechten(anAct(t, noor), { schoolId, naam, geboortemaand }));
      for (const id of [one.id, other])
        expect(await countOf(t, "kennisgeving", `soort = 'rechten_getoond' and onderwerp_id = '${id}'`)).toBe(
          1,
        );
    });

    it("that has an open hulpvraag and another number is asked about too", async () => {
      const naam = aName();
      const id = await aConcept(t, noor, { naam, kenmerk: "AAA111" });
      const referentie = await referenceOf(id);
      const stap = await aStap1(t, noor, { naam, kenmerk: "BBB222" });
      expect(await startIntake(anAct(t, noor), stap)).toMatchObject(asked(referentie, "concept"));
      const yes = { ...stap, zelfde: { kind: "ja", referentie } as const };
      expect(await startIntake(anAct(t, noor), yes)).toMatchObject({ error: { kind: "bestaat_al" } });
      expect(await kenmerkOf(id)).toBe("AAA111");
      const no = { ...stap, zelfde: { kind: "nee", referenties: [referentie] } as const };
      const other = done(await startIntake(anAct(t, noor), no)).id;
      // What was answered is not asked again when the first step is sent once more, whatever number it has.
      const { schoolId: _, zelfde: __, ...again } = no;
      const kenmerk = null;
      done(await saveStap1(anAct(t, noor), { id: other, versie: 1 }, { ...again, kenmerk }));
      expect([await kenmerkOf(id), await kenmerkOf(other)]).toEqual(["AAA111", null]);
    });

    it("keeps the number that was there when none is filled in", async () => {
      const naam = aName();
      const { referentie } = await ended({ naam, kenmerk: "AAA111" });
      const id = await aConcept(t, noor, { naam, zelfde: { kind: "ja", referentie } });
      expect(await kenmerkOf(id)).toBe("AAA111");
    });

    it("by changing the name of a concept is asked about too", async () => {
      const naam = aName();
      const one = await ended({ naam });
      const id = await aConcept(t, noor, { naam: aName() });
      const { schoolId: _, ...stap } = await aStap1(t, noor, { naam });
      const save = (zelfde?: Zelfde) =>
        saveStap1(anAct(t, noor), { id, versie: 1 }, { ...stap, ...(zelfde ? { zelfde } : {}) });
      expect(await save()).toMatchObject(asked(one.referentie, "ingetrokken"));
      done(await save({ kind: "nee", referenties: [one.referentie] }));
      const rechten = await drawRechten(t.world, noor, id);
      expect(rechten?.gezien.hulpvragen.map(({ referentie }) => referentie)).toEqual([await referenceOf(id)]);
    });
  });

  it("by changing the name of a concept is refused too", async () => {
    const naam = aName();
    await aConcept(t, noor, { naam });
    const other = await aConcept(t, noor, { naam: aName() });
    const { schoolId: _, ...stap } = await aStap1(t, noor, { naam });
    const result = await saveStap1(anAct(t, noor), { id: other, versie: 1 }, stap);
    expect(result).toMatchObject({ ok: false, error: { kind: "bestaat_al" } });
  });
});

describe("the steps of an intake", () => {
  it("are kept one by one and come back as they were filled in", async () => {
    const id = await aWholeIntake(t, noor, { naam: "Bo Heel", kenmerk: "K-77" });
    const look = await loadIntake(t.world, noor, id);
    expect(look).toMatchObject({
      ok: true,
      value: { stap: 3, versie: 3, naam: "Bo Heel", kenmerk: "K-77", ...aStap2(), ...aStap3() },
    });
  });

  it.each([
    ["a BSN", "Zijn nummer is 111222333.", { kind: "bevat", gevonden: [{ type: "bsn" }] }],
    ["a telephone number", "Bel 06-12345678 voor overleg.", { kind: "bevat", gevonden: [{ type: "phone" }] }],
    [
      "an e-mail address",
      "Mail a.b@voorbeeld.nl voor overleg.",
      { kind: "bevat", gevonden: [{ type: "email" }] },
    ],
    ["a postcode", "Woont op 3011 AB.", { kind: "bevat", gevonden: [{ type: "postcode" }] }],
    ["an account number", "Rekening NL91ABNA0417164300.", { kind: "bevat", gevonden: [{ type: "other" }] }],
    ["a date of birth", "Geboren op 12-04-2017.", { kind: "bevat", gevonden: [{ type: "birthdate" }] }],
    ["acute danger", "Hij zegt dat hij zelfmoord wil plegen.", { kind: "gevaar" }],
  ])("refuse %s in the question and keep nothing of it", async (_, vraag, problem) => {
    const id = await aConcept(t, noor, { naam: aName() });
    const result = await saveStap2(anAct(t, noor), { id, versie: 1 }, aStap2({ vraag }));
    expect(result).toMatchObject({ ok: false, error: { kind: "velden", problemen: { vraag: problem } } });
    expect(await loadIntake(t.world, noor, id)).toMatchObject({ ok: true, value: { stap: 1, vraag: null } });
  });

  it("look at every text, not only the question", async () => {
    const id = await aConcept(t, noor, { naam: aName() });
    const bad = { gedaanToelichting: "Bel 06-12345678", oudersVraag: "Mail a@b.nl" };
    const result = await saveStap2(anAct(t, noor), { id, versie: 1 }, aStap2(bad));
    if (result.ok || result.error.kind !== "velden") throw new Error("not refused");
    expect(Object.keys(result.error.problemen).sort()).toEqual(["gedaanToelichting", "oudersVraag"]);
  });

  it("with an old version are refused, and with the same press again are done already", async () => {
    const id = await aConcept(t, noor, { naam: aName() });
    const act = anAct(t, noor);
    done(await saveStap2(act, { id, versie: 1 }, aStap2()));
    expect(await saveStap2(act, { id, versie: 1 }, aStap2())).toMatchObject({ error: { kind: "al_gedaan" } });
    expect(await saveStap2(anAct(t, noor), { id, versie: 1 }, aStap2())).toMatchObject({
      error: { kind: "verouderd" },
    });
  });

  it("of two people at one moment are kept once", async () => {
    const id = await aConcept(t, noor, { naam: aName() });
    const results = await Promise.all(
      ["Eerste vraag", "Tweede vraag"].map((vraag) =>
        saveStap2(anAct(t, noor), { id, versie: 1 }, aStap2({ vraag })),
      ),
    );
    expect(results.map((result) => (result.ok ? "ok" : result.error.kind)).sort()).toEqual([
      "ok",
      "verouderd",
    ]);
  });

  it("cannot skip the second", async () => {
    const id = await aConcept(t, noor, { naam: aName() });
    expect((await saveStap3(anAct(t, noor), { id, versie: 1 }, aStap3())).ok).toBe(false);
  });

  it("ask only functions of this team to the table", async () => {
    const id = await aConcept(t, noor, { naam: aName() });
    done(await saveStap2(anAct(t, noor), { id, versie: 1 }, aStap2()));
    const result = await saveStap3(anAct(t, noor), { id, versie: 2 }, aStap3({ aanTafel: ["politie"] }));
    expect(result).toMatchObject({
      error: { kind: "velden", problemen: { aanTafel: { kind: "niet_in_team" } } },
    });
  });

  it.each([
    ["a member of the SZT", () => bram],
    ["the ib of another school", () => fatima],
    ["the directeur", () => wim],
  ])("are out of sight for %s", async (_, who) => {
    const id = await aConcept(t, noor, { naam: aName() });
    expect(await loadIntake(t.world, who(), id)).toEqual({ ok: false, error: { kind: "onzichtbaar" } });
    expect(await saveStap2(anAct(t, who()), { id, versie: 1 }, aStap2())).toEqual({
      ok: false,
      error: { kind: "onzichtbaar" },
    });
  });

  it("answer an unknown id like one of another school", async () => {
    expect(await saveStap2(anAct(t, noor), { id: randomUUID(), versie: 1 }, aStap2())).toEqual({
      ok: false,
      error: { kind: "onzichtbaar" },
    });
  });
});

describe("a basic question", () => {
  it("goes to the partner whose offer it is, with the contact in this school", async () => {
    const aanbod = await basisAanbod(t.world, noor, "opvoeding");
    expect(aanbod.map(({ partner, contact }) => [partner, contact?.naam])).toEqual([
      ["cjg", "Hanna Postma"],
      ["smw", "Bram de Wit"],
    ]);
  });

  it("stores nothing, not even that it was asked", async () => {
    const tables = ["hulpvraag", "leerling", "gebeurtenis", "kennisgeving", "druk", "datasleutel"];
    const count = () => Promise.all(tables.map((table) => countOf(t, table)));
    const before = await count();
    await basisAanbod(t.world, noor, "gedrag");
    expect(await count()).toEqual(before);
  });
});
