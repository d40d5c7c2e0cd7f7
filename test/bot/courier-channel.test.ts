import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { deliverDue } from "#bot/courier.ts";
import { registry } from "#bot/nouns.ts";
import { neutralCard } from "#cards/neutral.ts";
import { pointerCard } from "#cards/pointer.ts";
import { saveNotices } from "#database/notice.ts";
import { execute } from "#database/pool.ts";
import type { NoticeKind } from "#domain/notice.ts";
import { taskScope } from "#domain/scope.ts";
import { aChannel, posted } from "#test/usecases/a-closed-round.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { arriveInTeam, leave } from "#usecases/arrive.ts";
import { recordingTeams } from "./recording-teams.ts";

let t: TestWorld;
let szt: string;
const teamId = "19:team@thread.tacv2";
beforeAll(async () => {
  t = await aWorld();
  szt = (await t.actor("noor")).lidmaatschappen[0]?.sztId ?? "";
  await t.world.database.transact(taskScope(t.world.swvId, "inrichting"), (tx) =>
    execute(tx, `update szt set team_id = $2 where id = $1`, [szt, teamId]),
  );
});
afterAll(() => t.close());

const channel = (name: string) => `19:${name}@thread.tacv2`;

async function deliver(soort: NoticeKind, ronde: string, shows: "iets" | "niets") {
  const teams = recordingTeams();
  const sleutel = `${soort}:${ronde}:${randomUUID()}`;
  await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
    saveNotices(tx, randomUUID, [
      { soort, aan: { kanaalSztId: szt }, onderwerpId: ronde, sztId: szt, sleutel },
    ]),
  );
  await deliverDue({
    world: t.world,
    teams,
    presenters: registry.presenters,
    channel: async () =>
      shows === "iets" ? { card: { ...neutralCard(), fallbackText: "samenvatting" }, summary: "x" } : null,
    serviceUrl: () => null,
  });
  return teams.said.map(({ how, gesprekId, card }) => ({ how, gesprekId, text: card.fallbackText }));
}

it("a post is edited in the channel where it stands, also when the app is in another channel now", async () => {
  const ronde = randomUUID();
  await aChannel(t, szt);
  await posted(t, szt, ronde);
  const [first, second] = [channel(szt), channel("anders")];
  await leave(t.world, { teamId });
  const place = { tenantId: randomUUID(), serviceUrl: "https://smba.example/" };
  expect(await arriveInTeam(t.world, { teamId, groepId: null, kanaalId: second }, place)).toBe(true);
  expect(await deliver("samenvatting_ververst", ronde, "iets")).toEqual([
    { how: "update", gesprekId: first, text: "samenvatting" },
  ]);
  expect(await deliver("samenvatting_plaatsen", ronde, "iets")).toEqual([
    { how: "send", gesprekId: second, text: expect.any(String) },
    { how: "update", gesprekId: second, text: "samenvatting" },
    { how: "update", gesprekId: first, text: pointerCard("elders").fallbackText },
  ]);
  expect(await deliver("samenvatting_ververst", ronde, "niets")).toEqual([
    { how: "update", gesprekId: second, text: neutralCard().fallbackText },
  ]);
});
