import { afterAll, expect, it } from "vitest";
import { aWorld } from "#test/world.ts";

const made = aWorld();
afterAll(async () => (await made).close());

it("inrichting / everyone of the practice world has the memberships of today", async () => {
  const { actor } = await made;
  expect((await actor("noor")).lidmaatschappen).toMatchObject([{ functie: "ib", voorzitter: true }]);
  expect((await actor("peter")).lidmaatschappen).toHaveLength(3);
});
