import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { deliverDue } from "#bot/courier.ts";
import { fingerprint } from "#bot/fingerprint.ts";
import { registry } from "#bot/nouns.ts";
import type { Sent, TeamsPort } from "#bot/teams.ts";
import { neutralCard } from "#cards/neutral.ts";
import { pointerCard } from "#cards/pointer.ts";
import { saveNotices } from "#database/notice.ts";
import { execute, query } from "#database/pool.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { countOf } from "#test/usecases/an-intake.ts";
import { reading } from "#test/usecases/on-agenda.ts";
import { aWorld, type TestWorld } from "#test/world.ts";

/** What the courier does with messages about something that was erased; Teams answers what the test says. */
let t: TestWorld;
let noor: Actor;
let bram: Actor;
beforeAll(async () => {
  t = await aWorld();
  [noor, bram] = [await t.actor("noor"), await t.actor("bram")];
});
afterAll(() => t.close());

type Op = "update" | "remove";
let calls: { readonly op: Op; readonly id: string; readonly card: string }[] = [];
let refuse: (op: Op) => (Sent & { readonly ok: false }) | null = () => null;
const answer = (op: Op, id: string, card: string): Sent => {
  calls.push({ op, id, card });
  return refuse(op) ?? { ok: true, activiteitId: id };
};
const teams: TeamsPort = {
  send: async () => ({ ok: true, activiteitId: randomUUID() }),
  update: async (_, id, card) => answer("update", id, JSON.stringify(card)),
  remove: async (_, id) => answer("remove", id, ""),
  open: async () => ({ ok: false, problem: "onbereikbaar", code: "geen" }),
};
beforeEach(() => {
  calls = [];
  refuse = () => null;
});

const asCourier = <T>(run: Parameters<typeof t.world.database.transact<T>>[1]) =>
  t.world.database.transact(taskScope(t.world.swvId, "koerier"), run);

/** An erasure after its rows are gone: this subject stood in the chats of these people. */
async function anErasure(onderwerp: string, people: readonly Actor[]): Promise<string> {
  const id = randomUUID();
  await asCourier(async (tx) => {
    await execute(
      tx,
      `insert into wissing (id, swv_id, szt_id, school_id, nummer, aanleiding, reden, gevraagd_op, status, leerling_ids, gewist_op, onderwerpen)
       select $1, swv_id, szt_id, id, 'W-1000', 'bewaartermijn', 'bewaartermijn', $2, 'gewist', '{}', $2, $3 from school limit 1`,
      [id, tx.now, [onderwerp]],
    );
    const notices = people.map(({ persoonId }) => ({
      soort: "bericht_wissen" as const,
      aan: { persoonId },
      onderwerpId: id,
      sztId: null,
      sleutel: `wissing:${id}:${persoonId}`,
      wissingId: id,
    }));
    await saveNotices(tx, randomUUID, notices);
  });
  return id;
}

const deliver = () =>
  deliverDue({
    world: t.world,
    teams,
    presenters: registry.presenters,
    channel: registry.channel,
    serviceUrl: () => null,
  });
const statusOf = async (id: string) => {
  const [row] = await asCourier((tx) =>
    query(tx, z.object({ status: z.string() }), `select status from wissing where id = $1`, [id]),
  );
  return row?.status;
};
const left = (onderwerp: string) => countOf(t, "bericht", `onderwerp_id = '${onderwerp}'`);

describe("messages about what was erased", () => {
  it("become neutral first, then go, in every chat, older ones too; then the erasure is over", async () => {
    const subject = randomUUID();
    await reading(t, subject, [noor, bram]);
    await asCourier((tx) =>
      execute(tx, `update bericht set actueel = false where onderwerp_id = $1`, [subject]),
    );
    await reading(t, subject, [noor]);
    const id = await anErasure(subject, [noor, bram]);
    await deliver();
    expect(calls.map(({ op }) => op).filter((op) => op === "remove")).toHaveLength(3);
    for (const { id: message } of calls.filter(({ op }) => op === "remove")) {
      const own = calls.filter((call) => call.id === message);
      expect(own.map(({ op }) => op)).toEqual(["update", "remove"]);
      expect(own[0]?.card).toBe(JSON.stringify(neutralCard()));
    }
    expect([await left(subject), await statusOf(id)]).toEqual([0, "klaar"]);
  });

  it("are emptied in the order of what they tell: what lives, the newest of what was left behind, pointers last", async () => {
    const subject = randomUUID();
    const marks = [null, pointerCard("hier"), null, pointerCard("elders"), null].map(
      (card) => card && fingerprint(t.world.keys, card),
    );
    for (const mark of marks) {
      await asCourier((tx) =>
        execute(tx, `update bericht set actueel = false where onderwerp_id = $1`, [subject]),
      );
      t.clock.set(t.clock.now().add({ minutes: 1 }));
      await reading(t, subject, [noor]);
      if (mark)
        await asCourier((tx) =>
          execute(tx, `update bericht set vingerafdruk = $2 where onderwerp_id = $1 and actueel`, [
            subject,
            mark,
          ]),
        );
    }
    // The one that lives was posted before the others.
    const ids = await asCourier(async (tx) => {
      const found = await query(
        tx,
        z.object({ id: z.string() }),
        `select activiteit_id as id from bericht where onderwerp_id = $1 order by verzonden_op`,
        [subject],
      );
      await execute(tx, `update bericht set actueel = false where onderwerp_id = $1`, [subject]);
      await execute(tx, `update bericht set actueel = true where activiteit_id = $1`, [found[0]?.id ?? ""]);
      return found.map(({ id }) => id);
    });
    await anErasure(subject, [noor]);
    await deliver();
    const emptied = calls.filter(({ op }) => op === "update").map(({ id }) => ids.indexOf(id));
    expect(emptied).toEqual([0, 4, 2, 3, 1]);
  });

  it("that Teams lets nobody take away stay there neutral, and the chat stays open", async () => {
    const subject = randomUUID();
    await reading(t, subject, [noor]);
    refuse = (op) => (op === "remove" ? { ok: false, problem: "onbereikbaar", code: "Forbidden" } : null);
    const id = await anErasure(subject, [noor]);
    await deliver();
    expect([await left(subject), await statusOf(id)]).toEqual([0, "klaar"]);
    expect(await countOf(t, "gesprek", "not bereikbaar")).toBe(0);
  });

  it("that were gone already are no problem, and neutral ones are not edited again", async () => {
    const [gone, neutral] = [randomUUID(), randomUUID()];
    await reading(t, gone, [noor]);
    await reading(t, neutral, [bram]);
    const mark = fingerprint(t.world.keys, neutralCard());
    await asCourier((tx) =>
      execute(tx, `update bericht set vingerafdruk = $2 where onderwerp_id = $1`, [neutral, mark]),
    );
    refuse = (op) =>
      op === "update" ? { ok: false, problem: "bericht_weg", code: "ActivityNotFoundInConversation" } : null;
    const first = await anErasure(gone, [noor]);
    const second = await anErasure(neutral, [bram]);
    await deliver();
    expect(calls.filter(({ op }) => op === "update")).toHaveLength(1);
    expect([await statusOf(first), await statusOf(second)]).toEqual(["klaar", "klaar"]);
  });

  it("are made neutral once more when nobody knows what they show, and are not forgotten before that is sure", async () => {
    const subject = randomUUID();
    await reading(t, subject, [noor]);
    const mark = fingerprint(t.world.keys, neutralCard());
    await asCourier((tx) =>
      execute(
        tx,
        `update bericht set vingerafdruk = $2, onzeker_op = $3, onzeker_afdruk = '' where onderwerp_id = $1`,
        [subject, mark, tx.now],
      ),
    );
    refuse = (op) => (op === "remove" ? { ok: false, problem: "geweigerd", code: "MethodNotAllowed" } : null);
    const id = await anErasure(subject, [noor]);
    await deliver();
    expect(calls.map(({ op }) => op)).toEqual(["update", "remove"]);
    expect([await left(subject), await statusOf(id)]).toEqual([1, "gewist"]);
    t.clock.set(t.clock.now().add({ minutes: 2 }));
    await deliver();
    expect(calls.map(({ op }) => op)).toEqual(["update", "remove", "update", "remove"]);
    expect([await left(subject), await statusOf(id)]).toEqual([0, "klaar"]);
  });

  it("wait when Teams is busy: what is done is not done twice, and it is over after the last", async () => {
    const subject = randomUUID();
    await reading(t, subject, [noor]);
    refuse = (op) => (op === "remove" ? { ok: false, problem: "later", code: "429" } : null);
    const id = await anErasure(subject, [noor]);
    await deliver();
    expect([await left(subject), await statusOf(id)]).toEqual([1, "gewist"]);
    refuse = () => null;
    t.clock.set(t.clock.now().add({ minutes: 5 }));
    await deliver();
    expect(calls.map(({ op }) => op)).toEqual(["update", "remove", "remove"]);
    expect([await left(subject), await statusOf(id)]).toEqual([0, "klaar"]);
  });

  it("are all neutral before the first one goes, and a chat with many of them is not left longer each time", async () => {
    const subject = randomUUID();
    for (let n = 0; n < 6; n++) {
      await asCourier((tx) =>
        execute(tx, `update bericht set actueel = false where onderwerp_id = $1`, [subject]),
      );
      await reading(t, subject, [noor]);
    }
    const id = await anErasure(subject, [noor]);
    // Three calls a go: as a busy chat takes them.
    let room = 3;
    refuse = () => (room-- > 0 ? null : { ok: false, problem: "later", code: "429" });
    for (let go = 0; go < 4; go++) {
      await deliver();
      room = 3;
      t.clock.set(t.clock.now().add({ seconds: 6 }));
    }
    const done = calls.filter((_, at) => at % 4 !== 3).map(({ op }) => op);
    expect(done).toEqual([...Array(6).fill("update"), ...Array(6).fill("remove")]);
    expect([await left(subject), await statusOf(id)]).toEqual([0, "klaar"]);
  });

  it("cannot be reached in a chat that is closed: the erasure is not over, and other chats are done", async () => {
    const subject = randomUUID();
    await reading(t, subject, [noor, bram]);
    const close = (open: boolean) =>
      asCourier((tx) =>
        execute(tx, `update gesprek set bereikbaar = $2 where persoon_id = $1`, [bram.persoonId, open]),
      );
    await close(false);
    const id = await anErasure(subject, [noor, bram]);
    await deliver();
    expect([await left(subject), await statusOf(id)]).toEqual([1, "gewist"]);
    await close(true);
  });
});
