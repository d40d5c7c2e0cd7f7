import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimNotices, saveNotices } from "#database/notice.ts";
import type { Notice, NoticeKind } from "#domain/notice.ts";
import { taskScope } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";

let t: TestWorld;
let persoonId: string;
beforeAll(async () => {
  t = await aWorld();
  ({ persoonId } = await t.actor("bram"));
});
afterAll(() => t.close());

const about = (soort: NoticeKind, over: Partial<Notice> = {}): Notice => ({
  soort,
  aan: { persoonId },
  onderwerpId: randomUUID(),
  sztId: null,
  sleutel: randomUUID(),
  ...over,
});

describe("the order in which one person is told", () => {
  it("is what is waited for first, whatever was to be brought up to date before it", async () => {
    const first = await t.world.database.transact(taskScope(t.world.swvId, "koerier"), async (tx) => {
      await claimNotices(tx, 100, tx.now);
      const refreshed = Array.from({ length: 5 }, () => about("taken_ververst"));
      await saveNotices(tx, randomUUID, [...refreshed, about("hulpvraag_getoond")]);
      return claimNotices(tx, 100, tx.now.add({ minutes: 2 }));
    });
    const own = first.filter((one) => one.persoonId === persoonId);
    expect(own.map(({ soort }) => soort)).toEqual(["hulpvraag_getoond"]);
  });
});
