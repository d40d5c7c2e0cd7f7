import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { briefSchool } from "#database/brief-setting.ts";
import { loadDossier } from "#database/dossier.ts";
import { query } from "#database/pool.ts";
import { seedVakanties } from "#database/seed.ts";
import type { LidSetup, SchoolSetup } from "#database/setup.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { todayIn } from "#domain/today.ts";
import { demoSchools, demoSetUp } from "#local/demo.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { adviesSchools, drawAdviesvraag, stelAdviesvraag } from "#usecases/adviesvraag.ts";
import { intakeSchools, startIntake } from "#usecases/intake.ts";
import { drawRechten, findRechten } from "#usecases/rechten.ts";
import { setUp } from "#usecases/set-up.ts";
import { loadWissingVraag } from "#usecases/wissing.ts";
import { anAsk } from "./an-advies.ts";
import { aConcept, anAct, aStap1, done } from "./an-intake.ts";

let t: TestWorld;
beforeAll(async () => {
  t = await aWorld();
});
afterAll(() => t.close());

const szt = "SZT De Regenboog";
const [noord, zuid] = ["00AA|00", "00AA|01"];

/** De Regenboog and De Regenboog-Zuid have one SZT; joost is ib of the second, saar the directeur of it. */
async function twoSchools(joost: readonly (string | null)[], noor: string | null = noord) {
  const facts = demoSetUp(todayIn(t.clock.now()), seedVakanties());
  const [first] = demoSchools;
  const [line] = facts.people;
  if (!first || !line) throw new Error("an empty practice world");
  const own = (lid: LidSetup): LidSetup =>
    lid.szt === szt && ["ib", "directeur"].includes(lid.functie) ? { ...lid, school: noor } : lid;
  const added = { ...line, szt, voorzitter: false, organisatie: "De Wilgen" };
  return setUp(t.world, {
    ...facts,
    schools: [...facts.schools, { ...first, brin: zuid, naam: "De Regenboog-Zuid" }],
    people: [
      ...facts.people.map(own),
      ...joost.map((school) => ({
        ...added,
        email: "joost@voorbeeld.example",
        naam: "Joost van Dam",
        school,
      })),
      { ...added, email: "saar@voorbeeld.example", naam: "Saar Bos", functie: "directeur", school: zuid },
    ],
  });
}

const sees = (actor: Actor, id: string) =>
  t.world.database.transact(taskScope(t.world.swvId, "wekker"), async (tx) => {
    const dossier = await loadDossier(tx, t.world.keys, id);
    return dossier !== null && seeHulpvraag(dossier, actor, tx.now) !== null;
  });
const naam = () => `Kind zw${randomUUID().replace(/[^a-f]/g, "")}`;

describe("an SZT that serves two schools", () => {
  it("an ib works for the school of the membership, and for no other of the SZT", async () => {
    const noor = await t.actor("noor");
    const stap = await aStap1(t, noor, { naam: naam() });
    const { id } = done(await startIntake(anAct(t, noor), stap));
    const advies = done(await stelAdviesvraag(anAct(t, noor), await anAsk(t, noor)));
    expect(await twoSchools([zuid])).toEqual({ zonderSchool: 0 });
    const [ib, other] = [await t.actor("noor"), await t.actor("joost")];

    expect(await sees(ib, id)).toBe(true);
    expect(await sees(other, id)).toBe(false);
    expect((await intakeSchools(t.world, ib)).map((one) => one.naam)).toEqual(["De Regenboog"]);
    const offered = ["De Regenboog-Zuid", "De Wilgen"];
    expect((await intakeSchools(t.world, other)).map((one) => one.naam)).toEqual(offered);
    expect((await adviesSchools(t.world, other)).map((one) => one.naam)).toEqual(offered);
    expect(await drawAdviesvraag(t.world, ib, advies.id)).not.toBeNull();
    expect(await drawAdviesvraag(t.world, other, advies.id)).toBeNull();

    expect(await drawRechten(t.world, ib, id)).not.toBeNull();
    expect(await drawRechten(t.world, other, id)).toBeNull();
    const search = { schoolId: stap.schoolId, naam: stap.naam, geboortemaand: stap.geboortemaand };
    expect(await findRechten(anAct(t, other), search)).toEqual({ ok: false, error: { kind: "onzichtbaar" } });
    expect(await findRechten(anAct(t, ib), search)).toEqual({ ok: true, value: { gevonden: true } });
    expect(await startIntake(anAct(t, other), { ...stap, naam: naam() })).toEqual({
      ok: false,
      error: { kind: "onzichtbaar" },
    });
    // Joost and Saar are of the other school: only the directeur of this one can confirm an erasure.
    const vraag = await loadWissingVraag(t.world, ib, id);
    expect(vraag?.tweede.map((one) => one.naam)).toEqual(["Wim Dekker"]);
  });

  it("one ib can work for both: two memberships, one for each", async () => {
    await twoSchools([zuid, noord]);
    const { id } = { id: await aConcept(t, await t.actor("noor"), { naam: naam() }) };
    expect(await sees(await t.actor("joost"), id)).toBe(true);
    expect((await intakeSchools(t.world, await t.actor("joost"))).map((one) => one.naam)).toEqual([
      "De Regenboog",
      "De Regenboog-Zuid",
      "De Wilgen",
    ]);
  });
});

it("who is tied to no school where there are more works for none, which the set-up tells, until it is said", async () => {
  const own = await aWorld();
  const before = t;
  t = own;
  try {
    const id = await aConcept(t, await t.actor("noor"), { naam: naam() });
    expect(await twoSchools([zuid], null)).toEqual({ zonderSchool: 2 });
    expect(await sees(await t.actor("noor"), id)).toBe(false);
    expect(await intakeSchools(t.world, await t.actor("noor"))).toEqual([]);
    expect(await twoSchools([zuid])).toEqual({ zonderSchool: 0 });
    expect(await sees(await t.actor("noor"), id)).toBe(true);
    // The membership that was there was tied: nobody is in the team twice.
    const noor = await t.actor("noor");
    const [row] = await t.world.database.transact(taskScope(t.world.swvId, "wekker"), (tx) =>
      query(
        tx,
        z.object({ aantal: z.number() }),
        `select count(*)::int as aantal from lidmaatschap where persoon_id = $1`,
        [noor.persoonId],
      ),
    );
    expect(row).toEqual({ aantal: 1 });
  } finally {
    t = before;
    await own.close();
  }
});

it("what letters print comes with the schools, and an empty cell takes nothing away", async () => {
  const facts = demoSetUp(todayIn(t.clock.now()), seedVakanties());
  const [first, ...others] = facts.schools;
  if (!first) throw new Error("an empty practice world");
  const noor = await t.actor("noor");
  const [row] = await t.world.database.transact(taskScope(t.world.swvId, "inrichting"), (tx) =>
    query(tx, z.object({ id: z.string() }), `select id from school where brin = $1`, [first.brin]),
  );
  const contact = () =>
    t.world.database.transact(taskScope(t.world.swvId, "inrichting"), async (tx) =>
      briefSchool(
        tx,
        row?.id ?? "",
        noor.lidmaatschappen.map(({ sztId }) => sztId),
      ),
    );
  const withBrief = (brief: SchoolSetup["brief"]) =>
    setUp(t.world, { ...facts, schools: [{ ...first, ...(brief ? { brief } : {}) }, ...others] });
  await withBrief({ klachtenregeling: "www.school.example/klachten", telefoon: "010 000 00 00" });
  await withBrief({ telefoon: "010 111 11 11" });
  await withBrief(undefined);
  expect((await contact())?.contact).toMatchObject({
    klachtenregeling: "www.school.example/klachten",
    telefoon: "010 111 11 11",
    adres: null,
  });
});
