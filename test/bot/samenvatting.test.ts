import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deliverDue } from "#bot/courier.ts";
import { cardDesk } from "#bot/on-card.ts";
import { channel, presenter, routes, timers } from "#bot/samenvatting.ts";
import { stampsFor } from "#bot/stamp.ts";
import { placeholderCard } from "#cards/placeholder.ts";
import { samenvattingVerb, samenvattingWords } from "#cards/samenvatting.ts";
import { saveNotices } from "#database/notice.ts";
import { execute } from "#database/pool.ts";
import { takeDueTimer } from "#database/timer.ts";
import { type Actor, scopeOf, taskScope } from "#domain/scope.ts";
import { markOf } from "#domain/vrijgave.ts";
import {
  aChannel,
  aClosedRound,
  aReady,
  canaries,
  type Item,
  previewOf,
  takeBack,
} from "#test/usecases/a-closed-round.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { rewriteSummaries } from "#usecases/samenvatting-vrijgave.ts";
import { recordingTeams } from "./recording-teams.ts";

let t: TestWorld;
let noor: Actor;
let szt: string;
let items: readonly [Item, Item];
let ronde: string;
let teams: ReturnType<typeof recordingTeams>;
const started = Temporal.Instant.from("2026-11-23T08:00:00Z");

beforeAll(async () => {
  t = await aWorld();
  noor = await t.actor("noor");
  szt = noor.lidmaatschappen[0]?.sztId ?? "";
  await aChannel(t, szt);
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set(started);
  teams = recordingTeams();
  // Rounds of the tests before have nothing to say here.
  await t.world.database.transact(taskScope(t.world.swvId, "wekker"), (tx) =>
    execute(tx, `update wekker set gedaan_op = $1 where gedaan_op is null`, [tx.now]),
  );
  items = [await aReady(t, noor), await aReady(t, noor)];
  ronde = await aClosedRound(t, { ib: noor, deelnemers: [noor], items });
});

const deliver = () =>
  deliverDue({ world: t.world, teams, presenters: [presenter], channel, serviceUrl: () => null });
const inChannel = () => teams.said.filter(({ gesprekId }) => gesprekId.startsWith("19:"));
const textOf = (value: unknown) => JSON.stringify(value);

async function press(actor: Actor, verb: string, mark?: number) {
  const { post } = await previewOf(t, noor, ronde).catch(() => ({ post: null }));
  const stamp = stampsFor(t.world, actor.persoonId)(ronde, mark ?? (post ? markOf(post.samenvatting) : 0));
  return cardDesk(t.world, routes, [presenter]).onCard(actor, { verb, t: stamp(verb) });
}

async function withdraw(hulpvraagId: string): Promise<void> {
  await t.world.database.transact(scopeOf(noor), async (tx) => {
    await takeBack(tx, hulpvraagId);
    await saveNotices(tx, randomUUID, await rewriteSummaries(tx, t.world, hulpvraagId));
  });
}

async function passFixedMoment(): Promise<void> {
  t.clock.set(Temporal.Instant.from("2026-11-26T11:00:00Z"));
  await t.world.database.transact(taskScope(t.world.swvId, "wekker"), async (tx) => {
    for (let timer = await takeDueTimer(tx); timer; timer = await takeDueTimer(tx)) {
      if (timer.soort === "samenvatting_herschrijven")
        await timers.samenvatting_herschrijven(t.world, tx, timer);
    }
  });
}

describe("the summary, from press to channel", () => {
  it("is posted once after the press, with the references and nothing else of anybody", async () => {
    await press(noor, samenvattingVerb.plaatsen);
    await press(noor, samenvattingVerb.plaatsen);
    await deliver();
    await deliver();
    expect(inChannel().map(({ how }) => how)).toEqual(["send", "update"]);
    const [placeholder, post] = inChannel();
    expect(placeholder?.card).toEqual(placeholderCard());
    expect(post?.activiteitId).toBe(placeholder?.activiteitId);
    for (const { referentie } of items) expect(textOf(post?.card)).toContain(referentie);
    expect(post?.summary).toBe("Samenvatting. Overlegronde van maandag 23 november 2026.");
    for (const canary of canaries)
      expect(textOf(teams.said).toLowerCase()).not.toContain(canary.toLowerCase());
  });

  it("holds no button and no token: everybody in the team reads it", async () => {
    await press(noor, samenvattingVerb.plaatsen);
    await deliver();
    expect(textOf(inChannel())).not.toMatch(/Action\.|"t":/);
  });

  it("stays where it is on 'Nu niet', and says that it can still go", async () => {
    const shown = await press(noor, samenvattingVerb.nietNu);
    expect(textOf(shown)).toContain(samenvattingWords.nietNu);
    expect(textOf(shown)).toContain("Plaats in het kanaal");
    await deliver();
    expect(inChannel()).toEqual([]);
  });

  it("asks to read again when it has changed, and goes then", async () => {
    const shown = await press(noor, samenvattingVerb.plaatsen, 12345);
    expect(textOf(shown)).toContain(samenvattingWords.changed);
    await deliver();
    expect(inChannel()).toEqual([]);
    await press(noor, samenvattingVerb.plaatsen);
    await deliver();
    expect(inChannel()).toHaveLength(2);
  });

  it("is the neutral card for somebody who may not release it, also on 'Nu niet'", async () => {
    const fatima = await t.actor("fatima");
    const unknown = await cardDesk(t.world, routes, [presenter]).onCard(fatima, { verb: "none", t: "none" });
    for (const verb of Object.values(samenvattingVerb)) expect(await press(fatima, verb)).toEqual(unknown);
    await deliver();
    expect(inChannel()).toEqual([]);
  });

  it("takes a withdrawn hulpvraag out of the post that stands, by an edit of the same message", async () => {
    await press(noor, samenvattingVerb.plaatsen);
    await deliver();
    await withdraw(items[0].id);
    await deliver();
    const [placeholder, post, edit] = inChannel();
    expect(inChannel().map(({ how }) => how)).toEqual(["send", "update", "update"]);
    expect(textOf(post)).toContain(items[0].referentie);
    expect(edit?.activiteitId).toBe(placeholder?.activiteitId);
    expect(textOf(edit)).not.toContain(items[0].referentie);
    expect(textOf(edit)).toContain(items[1].referentie);
  });

  it("withdrawn while the service throttles us is not posted later", async () => {
    await press(noor, samenvattingVerb.plaatsen);
    teams.throttle(1);
    await deliver();
    expect(inChannel()).toEqual([]);
    await withdraw(items[0].id);
    t.clock.set(started.add({ minutes: 10 }));
    await deliver();
    expect(inChannel()).not.toEqual([]);
    for (const said of inChannel()) expect(textOf(said)).not.toContain(items[0].referentie);
  });

  it("is edited once at the fixed moment, also when nothing happened, and at no other moment", async () => {
    await press(noor, samenvattingVerb.plaatsen);
    await deliver();
    t.clock.set(Temporal.Instant.from("2026-11-26T10:59:00Z"));
    await deliver();
    expect(inChannel()).toHaveLength(2);
    await passFixedMoment();
    await deliver();
    await deliver();
    expect(inChannel().map(({ how }) => how)).toEqual(["send", "update", "update"]);
  });

  it("gives the same edits, word for word, whether a hulpvraag was withdrawn before posting or never there", async () => {
    await withdraw(items[0].id);
    await press(noor, samenvattingVerb.plaatsen);
    await deliver();
    await passFixedMoment();
    await deliver();
    const one = inChannel().map(({ how, card, summary }) => ({ how, card, summary }));
    t.clock.set(started);
    teams = recordingTeams();
    ronde = await aClosedRound(t, { ib: noor, deelnemers: [noor], items: [items[1]] });
    await press(noor, samenvattingVerb.plaatsen);
    await deliver();
    await passFixedMoment();
    await deliver();
    expect(inChannel().map(({ how, card, summary }) => ({ how, card, summary }))).toEqual(one);
    expect(one).toHaveLength(3);
  });
});
