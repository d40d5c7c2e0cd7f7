import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { execute } from "#database/pool.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { markOf } from "#domain/vrijgave.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { confirmSummary, seeSummary } from "#usecases/samenvatting.ts";
import { releaseSummary } from "#usecases/samenvatting-vrijgave.ts";
import {
  aChannel,
  aClosedRound,
  aReady,
  confirmed,
  type Item,
  noticesAbout,
  previewOf,
  withdrawn,
} from "./a-closed-round.ts";
import { anAct, done } from "./an-intake.ts";
import { reading } from "./on-agenda.ts";

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
const _linesOf = (post: Awaited<ReturnType<typeof release>>) =>
  post?.samenvatting.regels.map(({ caseRef }) => caseRef);
const bothRefs = () => items.map(({ referentie }) => referentie).toSorted();

describe("the summary that is laid before the chair", () => {
  it("is the post, line for line, and tells when it will be rewritten: three schooldagen later", async () => {
    const { post, kanaalBekend } = await previewOf(t, noor, ronde);
    expect(post.samenvatting.regels.map(({ caseRef }) => caseRef)).toEqual(bothRefs());
    expect(post).toMatchObject({ bijwerkenOp: "2026-11-26", bijgewerkt: false });
    expect(kanaalBekend).toBe(true);
    await confirmed(t, noor, ronde);
    expect(await release()).toEqual(post);
  });

  it.each(["bram", "yasmina", "wim", "fatima", "ruud"])(
    "is nothing for %s, who does not release it",
    async (handle) => {
      const actor = await t.actor(handle);
      expect(await seeSummary(t.world, actor, ronde)).toBeNull();
      const asked = await confirmSummary(anAct(t, actor), { rondeId: ronde, mark: 0 });
      expect(asked).toEqual({ ok: false, error: { kind: "onzichtbaar" } });
    },
  );

  it("is nothing while the round still runs", async () => {
    await t.world.database.transact(scopeOf(noor), (tx) =>
      execute(tx, `update overlegronde set status = 'open' where id = $1`, [ronde]),
    );
    expect(await seeSummary(t.world, noor, ronde)).toBeNull();
    await t.world.database.transact(scopeOf(noor), (tx) =>
      execute(tx, `update overlegronde set status = 'vervallen' where id = $1`, [ronde]),
    );
  });

  it("goes once: the second press finds it done", async () => {
    const { post } = await previewOf(t, noor, ronde);
    const press = { rondeId: ronde, mark: markOf(post.samenvatting) };
    done(await confirmSummary(anAct(t, noor), press));
    expect(await confirmSummary(anAct(t, noor), press)).toEqual({ ok: false, error: { kind: "al_gedaan" } });
    expect((await noticesAbout(t, ronde)).filter(({ kanaal }) => kanaal)).toHaveLength(1);
    expect(await seeSummary(t.world, noor, ronde)).toMatchObject({ stand: "bevestigd" });
  });

  it("must be read again when it would say something else by now", async () => {
    const { post } = await previewOf(t, noor, ronde);
    await withdrawn(t, noor, items[0].id);
    const stale = await confirmSummary(anAct(t, noor), { rondeId: ronde, mark: markOf(post.samenvatting) });
    expect(stale).toEqual({ ok: false, error: { kind: "verouderd" } });
  });

  it("shows its new state to everyone who was shown it", async () => {
    await reading(t, ronde, [noor], "samenvatting");
    await confirmed(t, noor, ronde);
    expect(await noticesAbout(t, ronde)).toContainEqual({
      soort: "samenvatting_ververst",
      kanaal: false,
      persoonId: noor.persoonId,
    });
  });
});
