import { afterAll, expect, it } from "vitest";
import { teamsGrenzen } from "#domain/zendruimte.ts";
import { aBot } from "./a-bot.ts";

/** Teams as it is: its rate limits by the clock, and no two operations in one conversation at once. */
const strict = { limits: { rate: true, overlap: true, size: true, retryAfter: true }, operationMs: 1 };
const house = await aBot({
  teams: strict,
  // The clock of a test stands still: nobody can wait for a turn, so the notice does.
  restraint: { grenzen: teamsGrenzen, geduld: 0, pauze: async () => undefined },
});
const { teams, clock } = house;
await house.meet("noor", "bram", "fatima");
await house.elapse("PT1H");
afterAll(() => house.close());

it("koerier / more than Teams allows: two couriers, every notice once and in order, never two at once in one chat", async () => {
  const other = await house.another();
  const handles = ["noor", "bram", "fatima"];
  const start = teams.calls().at(-1)?.n ?? 0;
  const words = Array.from({ length: 30 }, (_, index) => `Kanarie nummer ${index}.`);
  for (const woorden of words) {
    const id = await house.proef(woorden);
    for (const handle of handles) await house.notify("hulpvraag_concept", handle, id);
  }
  for (let minute = 0; minute < 120; minute++) {
    await Promise.all([house.bot.drain(), other.drain()]);
    clock.set(clock.now().add({ minutes: 1 }));
  }
  await house.elapse("PT1H");
  const calls = teams.calls(start);
  for (const handle of handles) {
    const chat = (await house.chat(handle))[0]?.conversation;
    const own = calls.filter((call) => call.conversation === chat && call.status < 300);
    expect(own.filter(({ op }) => op === "send")).toHaveLength(words.length);
    const said = own.flatMap(({ body }) => words.find((word) => JSON.stringify(body).includes(word)) ?? []);
    expect(said).toEqual(words);
  }
  // Both keep within the limits together: Teams never has to say no.
  expect(calls.filter(({ status }) => status === 429 || status === 412)).toEqual([]);
  expect(await house.count("kennisgeving", "status <> 'verzonden'")).toBe(0);
});
