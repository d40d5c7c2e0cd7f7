import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { registry } from "#bot/nouns.ts";
import { execute, query, withConnection } from "#database/pool.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { endKeeping, keepLonger, retentionReport, runRetention } from "#usecases/bewaartermijn.ts";
import { expireConsent } from "#usecases/consent-expiry.ts";
import { intrekken } from "#usecases/hulpvraag.ts";
import { saveStap3 } from "#usecases/intake-stap.ts";
import { recordNee } from "#usecases/intrekking.ts";
import { readRechten } from "#usecases/rechten.ts";
import { startUp } from "#usecases/start-up.ts";
import { runDueTimers } from "#usecases/timekeeper.ts";
import { saveToestemming } from "#usecases/toestemming.ts";
import { aDecided, aHeld, at, noticesTo } from "./a-besluit.ts";
import { aWholeCase, keyOfCase, openedBy } from "./a-whole-case.ts";
import {
  aConcept,
  anAct,
  aStap3,
  aToestemmingForm,
  aWholeIntake,
  countOf,
  date,
  done,
  signedAgain,
  zelfdeAls,
} from "./an-intake.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
beforeEach(async () => {
  t = await aWorld();
  [noor, bram] = (await Promise.all(["noor", "bram"].map((one) => t.actor(one)))) as [Actor, Actor];
  await startUp(t.world);
});
afterEach(() => t.close());

const people = () => ({ ib: noor, houder: bram });

/** Only the daily look and what follows from it: the rest of two years is told elsewhere. */
async function onlyRetention(): Promise<void> {
  await t.world.database.transact(taskScope(t.world.swvId, "wekker"), (tx) =>
    execute(
      tx,
      `update wekker set gedaan_op = $1 where gedaan_op is null and soort not in ('bewaartermijn', 'wissing_uitvoeren')`,
      [tx.now],
    ),
  );
}

/** Every morning from here to this day, in order. */
async function until(day: string): Promise<void> {
  await onlyRetention();
  const end = Temporal.Instant.from(`${day}T12:00:00Z`);
  for (;;) {
    const [next] = await t.world.database.transact(taskScope(t.world.swvId, "wekker"), (tx) =>
      query(
        tx,
        z.object({ op: z.instanceof(Temporal.Instant) }),
        `select op from wekker where gedaan_op is null order by op limit 1`,
      ),
    );
    if (!next || Temporal.Instant.compare(next.op, end) > 0) break;
    if (Temporal.Instant.compare(next.op, t.clock.now()) > 0) t.clock.set(next.op);
    await runDueTimers(t.world, registry.timers);
    await onlyRetention();
  }
  t.clock.set(end);
}

const there = (id: string) => countOf(t, "hulpvraag", `id = '${id}'`);
const setting = (json: string) =>
  t.world.database.transact(taskScope(t.world.swvId, "inrichting"), (tx) =>
    execute(tx, `update swv set instellingen = $2 where id = $1`, [t.world.swvId, json]),
  );

describe("the daily look at what is past its term", () => {
  it("announces a concept two schoolweken ahead, and erases it after six weeks", async () => {
    const id = await aConcept(t, noor);
    await until("2026-12-06");
    expect(await noticesTo(t, noor, id)).not.toContain("bewaartermijn_aangekondigd");
    await until("2026-12-07");
    expect(await noticesTo(t, noor, id)).toContain("bewaartermijn_aangekondigd");
    expect((await readRechten(t.world, noor, id))?.hulpvragen[0]).toMatchObject({
      aangekondigd: true,
      wissenOp: date("2027-01-04"),
    });
    await until("2027-01-03");
    expect(await there(id)).toBe(1);
    await until("2027-01-04");
    expect(await there(id)).toBe(0);
    expect(
      await countOf(t, "wissing", "aanleiding = 'bewaartermijn' and status in ('gewist', 'klaar')"),
    ).toBe(1);
    expect(await countOf(t, "datasleutel", "verpakt is null")).toBe(1);
  });

  it("leaves a concept that is worked on, also when its end was announced", async () => {
    const id = await aWholeIntake(t, noor);
    await until("2026-12-14");
    expect(await countOf(t, "bewaartermijn", `hulpvraag_id = '${id}'`)).toBe(1);
    done(await saveStap3(anAct(t, noor), await at(t, id), aStap3({ urgentie: "voorrang" })));
    await until("2027-01-08");
    expect(await there(id)).toBe(1);
    expect(await countOf(t, "bewaartermijn", `hulpvraag_id = '${id}'`), "called off").toBe(0);
    await until("2027-01-24");
    expect(await there(id)).toBe(1);
    await until("2027-01-25");
    expect(await there(id)).toBe(0);
  });

  it("erases what was withdrawn after six months and what was closed after two years, announced four schoolweken ahead", async () => {
    await setting(`{"bewaren": {"afgesloten_maanden": 12}}`);
    const gone = await aWholeIntake(t, noor, { naam: "Weg Kanarie" });
    done(await intrekken(anAct(t, noor), await at(t, gone)));
    const { id } = await aWholeCase(t, people());
    const key = await keyOfCase(t, id);
    await until("2027-04-22");
    expect(await noticesTo(t, noor, gone)).toContain("bewaartermijn_aangekondigd");
    await until("2027-06-07");
    expect([await there(gone), await there(id)]).toEqual([0, 1]);
    await until("2027-11-22");
    expect(await there(id)).toBe(1);
    expect(await openedBy(t, key)).not.toEqual([]);
    await until("2027-11-24");
    expect(await there(id)).toBe(0);
    expect(await openedBy(t, key)).toEqual([]);
  });

  it("never touches what runs", async () => {
    const id = await aHeld(t, people());
    await setting(`{"bewaren": {"afgesloten_maanden": 6, "ingetrokken_maanden": 1, "concept_weken": 2}}`);
    await until("2027-11-24");
    expect(await there(id)).toBe(1);
  });

  it("erases what lost its ground while it was carried out six months after that, announced to the ib; a new ground ends that", async () => {
    const [left, renewed] = [await aHeld(t, people()), await aHeld(t, people())];
    const said = { partij: "ouder1", op: date("2026-11-23"), vorm: "mail" } as const;
    for (const id of [left, renewed]) done(await recordNee(anAct(t, noor), await at(t, id), said));
    await until("2027-04-22");
    for (const id of [left, renewed]) {
      expect(await noticesTo(t, noor, id)).toContain("bewaartermijn_aangekondigd");
      const [line] =
        (await readRechten(t.world, noor, id))?.hulpvragen.filter((one) => one.zonderGrond) ?? [];
      expect(line).toMatchObject({ status: "in_uitvoering", aangekondigd: true });
    }
    done(await saveToestemming(anAct(t, noor), await at(t, renewed), signedAgain("2027-04-22")));
    await until("2027-05-22");
    expect([await there(left), await there(renewed)]).toEqual([1, 1]);
    await until("2027-06-07");
    expect([await there(left), await there(renewed)]).toEqual([0, 1]);
    expect(await countOf(t, "bewaartermijn", `hulpvraag_id = '${renewed}'`), "called off").toBe(0);
    expect((await readRechten(t.world, noor, renewed))?.hulpvragen.map(({ wissenOp }) => wissenOp)).toContain(
      null,
    );
  });

  it("counts from the end of a toestemming that ran out, when that ended what was besproken", async () => {
    await setting(`{"bewaren": {"ingetrokken_maanden": 1}}`);
    const id = await aDecided(t, people());
    done(
      await saveToestemming(
        anAct(t, noor),
        await at(t, id),
        aToestemmingForm({ geldigTot: date("2026-12-11") }),
      ),
    );
    t.clock.set(Temporal.Instant.from("2026-12-12T08:00:00Z"));
    await t.world.database.transact(taskScope(t.world.swvId, "wekker"), (tx) =>
      expireConsent(t.world, tx, id),
    );
    await until("2027-01-11");
    expect(await there(id)).toBe(1);
    await until("2027-02-15");
    expect(await there(id)).toBe(0);
  });

  it("erases nothing because of a day that was left standing: the ground is decided again", async () => {
    await setting(`{"bewaren": {"ingetrokken_maanden": 1}}`);
    const id = await aHeld(t, people());
    await t.world.database.transact(taskScope(t.world.swvId, "bewaren"), (tx) =>
      execute(tx, `update hulpvraag set grondslag_weg_op = '2026-11-24' where id = $1`, [id]),
    );
    await until("2027-03-01");
    expect(await there(id)).toBe(1);
    expect(await countOf(t, "bewaartermijn", `hulpvraag_id = '${id}'`)).toBe(0);
  });

  it("erases one hulpvraag of a leerling and keeps the other, with the key, until that is past its term too", async () => {
    await setting(`{"bewaren": {"ingetrokken_maanden": 1}}`);
    const naam = "Twee Kanarievragen";
    const first = await aWholeIntake(t, noor, { naam });
    done(await intrekken(anAct(t, noor), await at(t, first)));
    t.clock.set(Temporal.Instant.from("2026-12-20T09:00:00Z"));
    const second = await aWholeIntake(t, noor, { naam, zelfde: await zelfdeAls(t, noor, first) });
    await until("2027-01-29");
    expect([await there(first), await there(second)]).toEqual([0, 1]);
    expect(await readRechten(t.world, noor, second)).toMatchObject({ leerling: { naam } });
    expect(await countOf(t, "datasleutel", "verpakt is null")).toBe(0);
    await until("2027-03-01");
    expect(await there(second)).toBe(0);
    expect(await countOf(t, "datasleutel", "verpakt is null")).toBe(1);
  });

  it("erases nothing that was not announced in time, whatever was missed or set", async () => {
    const { id } = await aWholeCase(t, people());
    t.clock.set(Temporal.Instant.from("2029-06-04T09:00:00Z"));
    await until("2029-06-04");
    expect(await there(id)).toBe(1);
    expect((await readRechten(t.world, noor, id))?.hulpvragen[0]).toMatchObject({
      aangekondigd: true,
      wissenOp: date("2029-07-02"),
    });
    await until("2029-07-01");
    expect(await there(id)).toBe(1);
    await until("2029-07-02");
    expect(await there(id)).toBe(0);
  });

  it("refuses a setting that it does not know, or that is out of bounds: nothing goes", async () => {
    const id = await aConcept(t, noor);
    for (const wrong of [`{"bewaren": {"afgesloten": 1}}`, `{"bewaren": {"concept_weken": 1}}`]) {
      await setting(wrong);
      await onlyRetention();
      t.clock.set(Temporal.Instant.from("2027-06-01T09:00:00Z"));
      await expect(runRetention(t.world)).rejects.toThrow();
    }
    expect(await there(id)).toBe(1);
  });
});

describe("keeping for longer", () => {
  it("holds the clock up to and including its last day", async () => {
    const id = await aConcept(t, noor);
    await until("2026-12-14");
    done(await keepLonger(anAct(t, noor), id, { reden: "bezwaar_loopt", tot: date("2027-02-26") }));
    expect((await readRechten(t.world, noor, id))?.hulpvragen[0]?.wissenOp).toEqual(date("2027-02-27"));
    await until("2027-02-26");
    expect(await there(id)).toBe(1);
    await until("2027-03-15");
    expect(await there(id)).toBe(0);
  });

  it("ends when the ib says so: the usual term counts again, announced anew", async () => {
    const id = await aConcept(t, noor);
    done(await keepLonger(anAct(t, noor), id, { reden: "klacht_loopt", tot: date("2027-09-01") }));
    await until("2027-02-01");
    done(await endKeeping(anAct(t, noor), id));
    expect(await endKeeping(anAct(t, noor), id)).toMatchObject({ error: { kind: "verouderd" } });
    await until("2027-02-12");
    expect(await there(id)).toBe(1);
    await until("2027-03-01");
    expect(await there(id)).toBe(0);
  });

  it.each([
    ["without a reason", { reden: null, tot: date("2027-01-01") }, "reden", "leeg"],
    ["without a day", { reden: "rechtszaak", tot: null }, "tot", "leeg"],
    ["until today", { reden: "rechtszaak", tot: date("2026-11-23") }, "tot", "voorbij"],
    ["for more than a year", { reden: "rechtszaak", tot: date("2027-11-24") }, "tot", "te_lang"],
  ] as const)("is refused %s", async (_, form, veld, kind) => {
    const id = await aConcept(t, noor);
    expect(await keepLonger(anAct(t, noor), id, form)).toMatchObject({
      error: { problemen: { [veld]: { kind } } },
    });
    expect(await countOf(t, "bewaring")).toBe(0);
  });

  it("is for the ib of the school alone", async () => {
    const id = await aConcept(t, noor);
    const form = { reden: "rechtszaak", tot: date("2027-01-29") } as const;
    expect(await keepLonger(anAct(t, bram), id, form)).toMatchObject({ error: { kind: "onzichtbaar" } });
    expect(await endKeeping(anAct(t, bram), id)).toMatchObject({ error: { kind: "onzichtbaar" } });
  });
});

describe("the run by hand", () => {
  it("says what would go without touching it, erases it, and proves that nothing of it is left", async () => {
    const ids = [await aConcept(t, noor), await aWholeIntake(t, noor, { naam: "Ander Kanarie" })];
    await until("2026-12-14");
    expect(await retentionReport(t.world)).toMatchObject({ due: {}, announced: 0 });
    await onlyRetention();
    t.clock.set(Temporal.Instant.from("2027-01-11T12:00:00Z"));
    const report = await retentionReport(t.world);
    expect(report).toMatchObject({ due: { concept: 2 }, rows: { hulpvraag: 2 } });
    for (const id of ids) expect(await there(id)).toBe(1);
    const proof = await runRetention(t.world);
    expect(proof).toMatchObject({
      due: { concept: 2 },
      erased: 2,
      keysDestroyed: 2,
      rows: { leerling: 2, hulpvraag: 2 },
      verified: { left: 0 },
    });
    expect(proof.verified.locked).toBeGreaterThanOrEqual(4);
    for (const id of ids) expect(await there(id)).toBe(0);
    expect(await runRetention(t.world)).toMatchObject({
      due: {},
      erased: 0,
      verified: { locked: 0, left: 0 },
    });
  });

  it("says so when a copy of what was erased still stands somewhere", async () => {
    const id = await aConcept(t, noor);
    await until("2026-12-14");
    await onlyRetention();
    t.clock.set(Temporal.Instant.from("2027-01-11T12:00:00Z"));
    await withConnection({ url: t.db.adminUrl, applicationName: "test" }, (connection) =>
      connection.script(
        `create table kopie (waarde bytea); insert into kopie select gegevens from leerling; grant select on kopie to public`,
      ),
    );
    expect((await runRetention(t.world)).verified.left).toBe(1);
    expect(await there(id)).toBe(0);
  });
});
