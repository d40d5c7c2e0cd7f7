import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod/v4";
import { channelPost } from "#cards/samenvatting.ts";
import { execute, query } from "#database/pool.ts";
import { takeDueTimer } from "#database/timer.ts";
import { readVrijgave } from "#database/vrijgave.ts";
import { type Actor, scopeOf, taskScope } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { intrekken } from "#usecases/hulpvraag.ts";
import { recordNee } from "#usecases/intrekking.ts";
import { releaseSummary, rewriteAtMoment, rewriteSummaries } from "#usecases/samenvatting-vrijgave.ts";
import type { World } from "#usecases/world.ts";
import {
  aChannel,
  aClosedRound,
  aReady,
  canaries,
  confirmed,
  type Item,
  noticesAbout,
  posted,
  takeBack,
  withdrawn,
} from "./a-closed-round.ts";
import { anAct, seen } from "./an-intake.ts";

let t: TestWorld;
let noor: Actor;
let bram: Actor;
let szt: string;
let items: readonly [Item, Item];
let ronde: string;
const started = Temporal.Instant.from("2026-11-23T08:00:00Z");

beforeAll(async () => {
  t = await aWorld();
  noor = await t.actor("noor");
  bram = await t.actor("bram");
  szt = noor.lidmaatschappen[0]?.sztId ?? "";
  await aChannel(t, szt);
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set(started);
  items = [await aReady(t, noor), await aReady(t, noor)];
  ronde = await aClosedRound(t, { ib: noor, deelnemers: [noor, bram], items });
});

const release = () => releaseSummary(t.world, szt, ronde);
const linesOf = (post: Awaited<ReturnType<typeof release>>) =>
  post?.samenvatting.regels.map(({ caseRef }) => caseRef);
const bothRefs = () => items.map(({ referentie }) => referentie).toSorted();

async function passMoment(iso: string): Promise<void> {
  t.clock.set(Temporal.Instant.from(iso));
  await t.world.database.transact(taskScope(t.world.swvId, "wekker"), async (tx) => {
    for (let timer = await takeDueTimer(tx); timer; timer = await takeDueTimer(tx)) {
      if (timer.soort === "samenvatting_herschrijven") await rewriteAtMoment(t.world, tx, timer);
    }
  });
}

describe("the post in the channel", () => {
  it("does not go before a person confirmed it", async () => {
    expect(await release()).toBeNull();
  });

  it("goes to no other channel than that of its SZT", async () => {
    await confirmed(t, noor, ronde);
    const other = (await t.actor("fatima")).lidmaatschappen[0]?.sztId ?? "";
    expect(await releaseSummary(t.world, other, ronde)).toBeNull();
  });

  it("holds no name, no free text, no domain and no group, wherever one looks", async () => {
    await confirmed(t, noor, ronde);
    const post = await release();
    if (!post) throw new Error("nothing was released");
    const rows = await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
      query(tx, z.object({ alles: z.string() }), `select v::text as alles from vrijgave v`),
    );
    const seen = `${JSON.stringify(channelPost(post))}\n${rows.map(({ alles }) => alles).join("\n")}\n${JSON.stringify(t.logged)}`;
    for (const canary of canaries) expect(seen.toLowerCase()).not.toContain(canary.toLowerCase());
    expect(seen).toContain(items[0].referentie);
  });

  it("has no line for a consent that was taken back between confirming and sending", async () => {
    await confirmed(t, noor, ronde);
    await withdrawn(t, noor, items[0].id);
    expect(linesOf(await release())).toEqual([items[1].referentie]);
  });

  it("has no line for a consent that ended at midnight before it could be sent", async () => {
    await confirmed(t, noor, ronde);
    await t.world.database.transact(scopeOf(noor), (tx) =>
      execute(tx, `update toestemming set geldig_tot = '2026-11-23' where hulpvraag_id = $1`, [items[0].id]),
    );
    t.clock.set(Temporal.Instant.from("2026-11-23T22:59:59Z"));
    expect(linesOf(await release())).toEqual(bothRefs());
    t.clock.set(Temporal.Instant.from("2026-11-23T23:00:00Z"));
    expect(linesOf(await release())).toEqual([items[1].referentie]);
  });

  it("that stands is rewritten at once without a withdrawn hulpvraag, and then is that of a world without it", async () => {
    const world = await aClosedRound(t, { ib: noor, deelnemers: [noor, bram], items: [items[1]] });
    await confirmed(t, noor, world);
    await confirmed(t, noor, ronde);
    await release();
    await posted(t, szt, ronde);
    await withdrawn(t, noor, items[0].id);
    const after = await release();
    expect(after).toEqual(await releaseSummary(t.world, szt, world));
    expect((await noticesAbout(t, ronde)).filter(({ kanaal }) => kanaal).map(({ soort }) => soort)).toEqual([
      "samenvatting_plaatsen",
      "samenvatting_ververst",
    ]);
  });

  it("changes in nothing else when something is taken back: news waits for the fixed moment", async () => {
    await confirmed(t, noor, ronde);
    await release();
    await posted(t, szt, ronde);
    await t.world.database.transact(scopeOf(noor), (tx) =>
      execute(tx, `update hulpvraag set status = 'in_uitvoering' where id = $1`, [items[1].id]),
    );
    await withdrawn(t, noor, items[0].id);
    const phases = async () => (await release())?.samenvatting.regels.map(({ fase }) => fase);
    expect(await phases()).toEqual(["besproken"]);
    await passMoment("2026-11-26T11:00:00Z");
    expect(await phases()).toEqual(["in_uitvoering"]);
  });

  it("is rewritten once at noon of the third schooldag, whatever happened, and reads otherwise by it", async () => {
    await confirmed(t, noor, ronde);
    const first = await release();
    await posted(t, szt, ronde);
    await passMoment("2026-11-26T10:59:59Z");
    expect(await release()).toEqual(first);
    await passMoment("2026-11-26T11:00:00Z");
    const second = await release();
    expect(second).toEqual({ ...first, bijgewerkt: true });
    const notices = (await noticesAbout(t, ronde)).filter(({ kanaal }) => kanaal);
    expect(notices.map(({ soort }) => soort)).toEqual(["samenvatting_plaatsen", "samenvatting_ververst"]);
    if (!first || !second) throw new Error("nothing was released");
    expect(JSON.stringify(channelPost(first))).not.toBe(JSON.stringify(channelPost(second)));
  });
});

describe("a release", () => {
  const read = (id: string) =>
    t.world.channel.transact(taskScope(t.world.swvId, "kanaal"), (tx) => readVrijgave(tx, id));
  const lastId = async () => {
    const [row] = await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
      query(tx, z.object({ id: z.string() }), `select id from vrijgave where ronde_id = $1`, [ronde]),
    );
    return row?.id ?? "";
  };

  it("can be read by the channel login for sixty seconds and no longer", async () => {
    await confirmed(t, noor, ronde);
    await release();
    const id = await lastId();
    t.clock.set(started.add({ seconds: 59 }));
    expect(await read(id)).not.toBeNull();
    t.clock.set(started.add({ seconds: 60 }));
    expect(await read(id)).toBeNull();
    t.clock.set(started.subtract({ seconds: 1 }));
    expect(await read(id)).toBeNull();
  });

  it("cannot be read any more once it was withdrawn, nor from another samenwerkingsverband", async () => {
    await confirmed(t, noor, ronde);
    await release();
    const id = await lastId();
    const elsewhere = await t.world.channel.transact(taskScope(randomUUID(), "kanaal"), (tx) =>
      readVrijgave(tx, id),
    );
    expect(elsewhere).toBeNull();
    expect(await read(id)).not.toBeNull();
    await withdrawn(t, noor, items[0].id);
    expect(await read(id)).toBeNull();
  });

  it("holds the fields of the closed schema and nothing that was added to them", async () => {
    await confirmed(t, noor, ronde);
    await release();
    const id = await lastId();
    await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
      execute(
        tx,
        `update vrijgave set inhoud = jsonb_set(inhoud, '{samenvatting,regels,0,naam}', '"Kanarie"') where id = $1`,
        [id],
      ),
    );
    await expect(read(id)).rejects.toThrow("unrecognized_keys");
  });
});

describe("the acts that take a ground away", () => {
  const channelNotices = async () => (await noticesAbout(t, ronde)).filter(({ kanaal }) => kanaal).length;
  const versieOf = async () => (await seen(t, noor, items[0].id)).versie;

  it.each<[string, () => Promise<{ readonly ok: boolean }>]>([
    [
      "a parent takes the consent back",
      async () =>
        recordNee(
          anAct(t, noor),
          { id: items[0].id, versie: await versieOf() },
          { partij: "ouder1", op: Temporal.PlainDate.from("2026-11-23"), vorm: "mondeling" },
        ),
    ],
    [
      "the ib withdraws the hulpvraag",
      async () => intrekken(anAct(t, noor), { id: items[0].id, versie: await versieOf() }),
    ],
  ])("rewrite the post at once: %s", async (_what, act) => {
    await confirmed(t, noor, ronde);
    await release();
    await posted(t, szt, ronde);
    expect((await act()).ok).toBe(true);
    expect(await channelNotices()).toBe(2);
    expect(linesOf(await release())).toEqual([items[1].referentie]);
  });
});

describe("a withdrawal at the worst moment", () => {
  it("between deciding and reading is seen by a second decision", async () => {
    await confirmed(t, noor, ronde);
    let isWithdrawn = false;
    const channel: World["channel"] = {
      ...t.world.channel,
      async transact(scope, run, options) {
        if (!isWithdrawn) await withdrawn(t, noor, items[0].id);
        isWithdrawn = true;
        return t.world.channel.transact(scope, run, options);
      },
    };
    const post = await releaseSummary({ ...t.world, channel }, szt, ronde);
    expect(linesOf(post)).toEqual([items[1].referentie]);
  });

  it("that is not yet committed is waited for", async () => {
    await confirmed(t, noor, ronde);
    let settled = false;
    const pending = await t.world.database.transact(scopeOf(noor), async (tx) => {
      await takeBack(tx, items[0].id);
      await rewriteSummaries(tx, t.world, items[0].id);
      const deciding = release().finally(() => {
        settled = true;
      });
      await vi.waitUntil(async () => settled || (await waiting()) > 0, { timeout: 2_500, interval: 10 });
      return { deciding };
    });
    expect(linesOf(await pending.deciding)).toEqual([items[1].referentie]);
  });

  /** Connections of the app that wait for a lock of another. */
  async function waiting(): Promise<number> {
    const [row] = await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
      query(
        tx,
        z.object({ n: z.number() }),
        `select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      ),
    );
    return row?.n ?? 0;
  }
});

describe("the channel login", () => {
  it("can read releases and no other table", async () => {
    const tables = await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
      query(
        tx,
        z.object({ naam: z.string() }),
        `select relname as naam from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'p', 'm')`,
      ),
    );
    const readable: string[] = [];
    for (const { naam } of tables) {
      const look = t.world.channel.transact(taskScope(t.world.swvId, "kanaal"), (tx) =>
        query(tx, z.unknown(), `select * from ${naam} limit 1`),
      );
      const outcome = await look.then(
        () => "read",
        (error: unknown) => (error instanceof Error ? error.message : "unknown"),
      );
      if (outcome === "read") readable.push(naam);
      else expect(outcome).toMatch(/42501/);
    }
    expect(tables.length).toBeGreaterThan(30);
    expect(readable).toEqual(["vrijgave"]);
  });

  it("cannot change or make a release", async () => {
    const attempt = (sql: string) =>
      t.world.channel.transact(taskScope(t.world.swvId, "kanaal"), (tx) => execute(tx, sql));
    await expect(attempt(`update vrijgave set ingetrokken_op = null`)).rejects.toThrow(/42501/);
    await expect(attempt(`delete from vrijgave`)).rejects.toThrow(/42501/);
    await expect(attempt(`insert into vrijgave (id) values (gen_random_uuid())`)).rejects.toThrow(/42501/);
  });
});
