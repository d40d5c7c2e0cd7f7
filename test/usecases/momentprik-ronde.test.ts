import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { execute } from "#database/pool.ts";
import { seedVakanties } from "#database/seed.ts";
import { taskScope } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { demoSetUp } from "#local/demo.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { ensureMembershipTimers } from "#usecases/lidmaatschap.ts";
import { answerMomentprik, askMore, chooseMoment, startMomentprikVoor } from "#usecases/momentprik.ts";
import { drawMomentprik, verzetMomentprikForm } from "#usecases/momentprik-load.ts";
import { cancelRonde, moveRonde } from "#usecases/overlegronde.ts";
import { openRonde } from "#usecases/round-run.ts";
import { setUp } from "#usecases/set-up.ts";
import { castOf } from "./a-cast.ts";
import {
  aMomentprik,
  aMomentprikVoor,
  answers,
  aPrikForm,
  keptPrik,
  momentOn,
  passTo,
  prikAt,
  seenPrik,
  told,
} from "./a-momentprik.ts";
import { aForm, aRonde, rondeOf, seenRonde, timersOf, versieOf } from "./a-round.ts";
import { anAct, date, done } from "./an-intake.ts";

const worlds: Promise<TestWorld>[] = [];
afterAll(async () => {
  for (const world of worlds) await (await world).close();
});

function cast() {
  const made = aWorld();
  worlds.push(made);
  return castOf(made);
}

/** As the set-up does when somebody goes: the last day, and what follows when it is over. */
async function leaves(t: TestWorld, persoonId: string, lastDay: string) {
  await t.world.database.transact(taskScope(t.world.swvId, "inrichting"), async (tx) => {
    await execute(tx, `update lidmaatschap set tot = $2 where persoon_id = $1`, [persoonId, date(lastDay)]);
    await ensureMembershipTimers(tx, t.world);
  });
}

describe("a round that gets another moment", () => {
  async function moving() {
    const on = await cast();
    const rondeId = await aRonde(on.t, on.noor, [on.bram, on.saskia], { datum: date("2026-12-04") });
    const id = await aMomentprikVoor(on.t, on.noor, rondeId);
    return { ...on, rondeId, id };
  }

  it("stays where it is until one is chosen, and its card says that one is looked for", async () => {
    const { t, noor, bram, rondeId, id } = await moving();
    expect(await rondeOf(t, rondeId)).toMatchObject({ datum: date("2026-12-04") });
    expect(await seenRonde(t, bram, rondeId)).toMatchObject({ momentprikId: id });
    expect(await verzetMomentprikForm(t.world, noor, rondeId)).toMatchObject({ loopt: id });
    expect(await verzetMomentprikForm(t.world, bram, rondeId)).toBeNull();
    const where = { id: rondeId, versie: await versieOf(t, rondeId) };
    expect(await startMomentprikVoor(anAct(t, noor), where, aPrikForm())).toMatchObject({
      error: { kind: "loopt_al", id },
    });
    expect(await startMomentprikVoor(anAct(t, bram), where, aPrikForm())).toMatchObject({
      error: { kind: "kan_niet" },
    });
  });

  it("is moved by the choice, with everything that a move does", async () => {
    const { t, noor, bram, saskia, rondeId, id, ...rest } = await moving();
    for (const one of [noor, bram, saskia]) await answers(t, one, id, "njn");
    const wanted = await momentOn(t, noor, id, "2026-12-08");
    const before = await rondeOf(t, rondeId);
    done(await chooseMoment(anAct(t, noor), await prikAt(t, noor, id), wanted));
    const ronde = await rondeOf(t, rondeId);
    expect(ronde).toMatchObject({ datum: date("2026-12-08"), icsVolgorde: before.icsVolgorde + 1 });
    const people = { noor, bram, saskia, ...rest };
    expect(await told(t, rondeId, "ronde_verzet", people)).toEqual(["bram", "saskia"]);
    // Its own move is not taken for one by hand.
    expect(await keptPrik(t, id)).toMatchObject({ stand: "gekozen", vervalreden: null });
    expect(await seenRonde(t, noor, rondeId)).toMatchObject({ momentprikId: null });
  });

  it("that is called off, moved by hand or begins meanwhile ends it", async () => {
    const called = await moving();
    done(await cancelRonde(anAct(called.t, called.noor), await rondeAt(called)));
    expect(await keptPrik(called.t, called.id)).toMatchObject({ vervalreden: "ronde_vervallen" });
    const moved = await moving();
    const form = aForm(moved.noor, [moved.bram, moved.saskia], { datum: date("2026-12-15") });
    done(await moveRonde(anAct(moved.t, moved.noor), await rondeAt(moved), form));
    expect(await keptPrik(moved.t, moved.id)).toMatchObject({ vervalreden: "ronde_verzet" });
    const begun = await moving();
    await passTo(begun.t, "2026-12-04T10:00");
    done(await openRonde(anAct(begun.t, begun.noor), await rondeAt(begun)));
    expect(await keptPrik(begun.t, begun.id)).toMatchObject({ vervalreden: "ronde_begonnen" });
    for (const { t, id, bram, noor } of [called, moved, begun]) {
      expect(await timersOf(t, id)).toEqual([]);
      expect([...(await seenPrik(t, noor, id)).mag]).toEqual([]);
      expect(await told(t, id, "momentprik_ververst", { bram, noor })).toContain("bram");
    }
  });

  it("is moved or called off, never both and never neither, when two press at the same time", async () => {
    const on = await moving();
    const { t, noor, rondeId, id } = on;
    const wanted = await momentOn(t, noor, id, "2026-12-08");
    const [choice, cancel] = [await prikAt(t, noor, id), await rondeAt(on)];
    const results = await Promise.all([
      chooseMoment(anAct(t, noor), choice, wanted),
      cancelRonde(anAct(t, noor), cancel),
    ]);
    expect(results.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const moved = results[0].ok;
    expect(await rondeOf(t, rondeId)).toMatchObject({ status: moved ? "gepland" : "vervallen" });
    expect(await keptPrik(t, id)).toMatchObject({ stand: moved ? "gekozen" : "vervallen" });
  });

  it("that gets other people asks them too, and waits for who was taken off no more", async () => {
    const { t, noor, bram, saskia, peter, rondeId, id, ...rest } = await moving();
    await answers(t, noor, id, "jjj");
    await answers(t, saskia, id, "jjj");
    const same = { datum: date("2026-12-04") };
    const add = aForm(noor, [bram, saskia, peter], same);
    done(await moveRonde(anAct(t, noor), await rondeAt({ t, rondeId }), add));
    const people = { noor, bram, saskia, peter, ...rest };
    expect(await told(t, id, "momentprik_gevraagd", people)).toEqual(["bram", "peter", "saskia"]);
    expect(await seenPrik(t, peter, id)).toMatchObject({ gevraagd: 4, klaar: false });
    const remove = aForm(noor, [saskia], same);
    done(await moveRonde(anAct(t, noor), await rondeAt({ t, rondeId }), remove));
    expect(await drawMomentprik(t.world, bram, id)).toBeNull();
    expect(await keptPrik(t, id)).toMatchObject({ stand: "besluit" });
    expect(await told(t, id, "momentprik_voorstel", people)).toEqual(["noor"]);
  });

  it("that gets another chair lays what waits before that one", async () => {
    const { t, noor, bram, saskia, rondeId, id, ...rest } = await moving();
    for (const one of [noor, bram, saskia]) await answers(t, one, id, "jjj");
    const form = aForm(bram, [bram, saskia], { datum: date("2026-12-04") });
    done(await moveRonde(anAct(t, noor), await rondeAt({ t, rondeId }), form));
    const people = { noor, bram, saskia, ...rest };
    expect(await told(t, id, "momentprik_voorstel", people)).toEqual(["bram", "noor", "noor"]);
    const wanted = await momentOn(t, bram, id, "2026-12-08");
    done(await chooseMoment(anAct(t, bram), await prikAt(t, bram, id), wanted));
    expect(await rondeOf(t, rondeId)).toMatchObject({
      datum: date("2026-12-08"),
      voorzitterId: bram.persoonId,
    });
  });

  const rondeAt = async ({ t, rondeId }: { readonly t: TestWorld; readonly rondeId: string }) => ({
    id: rondeId,
    versie: await versieOf(t, rondeId),
  });
});

describe("people who come and go", () => {
  it("who leaves is waited for no more, sees nothing more and is not invited", async () => {
    const { t, noor, bram, saskia, ...rest } = await cast();
    const id = await aMomentprik(t, noor, [bram, saskia]);
    await answers(t, noor, id, "jjj");
    await answers(t, saskia, id, "jjj");
    await leaves(t, bram.persoonId, "2026-11-24");
    await passTo(t, "2026-11-25T08:00");
    const people = { noor, bram, saskia, ...rest };
    expect(await told(t, id, "momentprik_voorstel", people)).toEqual(["noor"]);
    const gone = await t.actor("bram");
    expect(await drawMomentprik(t.world, gone, id)).toBeNull();
    expect(
      await answerMomentprik(anAct(t, gone), id, [{ momentId: randomUUID(), keuze: "ja" }]),
    ).toMatchObject({
      error: { kind: "onzichtbaar" },
    });
    const wanted = await momentOn(t, noor, id, "2026-12-07");
    const { id: rondeId } = done(await chooseMoment(anAct(t, noor), await prikAt(t, noor, id), wanted));
    const { deelnemers } = await rondeOf(t, rondeId);
    expect(deelnemers.map(({ persoonId }) => persoonId)).not.toContain(bram.persoonId);
  });

  it("who is taken out by a new set-up is waited for no more at once", async () => {
    const { t, noor, bram, saskia, ...rest } = await cast();
    const id = await aMomentprik(t, noor, [bram, saskia]);
    for (const one of [noor, saskia]) await answers(t, one, id, "jjj");
    const today = todayIn(t.clock.now());
    const all = demoSetUp(today, seedVakanties());
    const tot = today.subtract({ days: 1 });
    const people = all.people.map((lid) => (lid.email.startsWith("bram@") ? { ...lid, tot } : lid));
    await setUp(t.world, { ...all, people });
    expect(await keptPrik(t, id)).toMatchObject({ stand: "besluit" });
    expect(await told(t, id, "momentprik_voorstel", { noor, bram, saskia, ...rest })).toEqual(["noor"]);
  });

  it("who is asked later is waited for again", async () => {
    const { t, noor, bram, saskia, peter, ...rest } = await cast();
    const id = await aMomentprik(t, noor, [bram, saskia]);
    for (const one of [noor, bram, saskia]) await answers(t, one, id, "jjj");
    done(await askMore(anAct(t, noor), await prikAt(t, noor, id), [peter.persoonId]));
    expect(await keptPrik(t, id)).toMatchObject({ stand: "open", poging: 1 });
    const people = { noor, bram, saskia, peter, ...rest };
    expect(await told(t, id, "momentprik_gevraagd", people)).toEqual(["bram", "peter", "saskia"]);
    await answers(t, peter, id, "jjj");
    expect(await told(t, id, "momentprik_voorstel", people)).toEqual(["noor", "noor"]);
  });

  it("nobody outside the team is asked, nor somebody twice", async () => {
    const { t, noor, bram, saskia, wim, fatima } = await cast();
    const id = await aMomentprik(t, noor, [bram, saskia]);
    for (const personen of [[], [bram.persoonId], [wim.persoonId], [fatima.persoonId]])
      expect(await askMore(anAct(t, noor), await prikAt(t, noor, id), personen)).toMatchObject({
        error: { kind: "kan_niet" },
      });
  });
});
