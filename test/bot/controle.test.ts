import { afterAll, expect, it } from "vitest";
import { z } from "zod/v4";
import { controleer, laatsteControle } from "#usecases/controle.ts";
import { aBot } from "./a-bot.ts";

const house = await aBot();
afterAll(() => house.close());

const ready = async () =>
  z.object({ codes: z.array(z.string()) }).parse(await (await fetch(`${house.bot.url}/readyz`)).json()).codes;
const figure = async (name: string) =>
  Number(
    new RegExp(`^${name} (\\d+)$`, "m").exec(await (await fetch(`${house.bot.url}/metrics`)).text())?.[1],
  );

it("is done every five minutes by whoever delivers, and says when nobody does", async () => {
  await house.elapse("PT1M");
  const first = await laatsteControle(house.world);
  expect(first).toMatchObject({ gemist: 0, hersteld: 0 });
  await house.elapse("PT3M");
  expect((await laatsteControle(house.world))?.op).toEqual(first?.op);
  await house.elapse("PT2M");
  expect(
    Temporal.Instant.compare(
      (await laatsteControle(house.world))?.op ?? "1970-01-01T00:00Z",
      first?.op ?? "",
    ),
  ).toBe(1);
  expect(await ready()).toEqual([]);
  house.clock.set(house.clock.now().add({ minutes: 16 }));
  expect(await ready()).toEqual(["controle_staat_stil"]);
  expect(await figure("zorgronde_audit_age_seconds")).toBeGreaterThan(15 * 60);
  await house.bot.drain();
  expect(await ready()).toEqual([]);
});

it("finds what is due and did not go off, and leaves what is on time", async () => {
  await house.elapse("PT6M");
  const at = (minutes: number) => house.clock.now().subtract({ minutes });
  const aTimer = (key: string, minutes: number) =>
    house.sql(`insert into wekker (id, swv_id, soort, onderwerp_id, op, sleutel, gemaakt_op)
      select gen_random_uuid(), id, 'een_soort_van_morgen', id, '${at(minutes)}', '${key}', '${at(60)}' from swv`);
  await aTimer("op tijd", 10);
  expect(await controleer(house.world)).toEqual({ gemist: 0, hersteld: 0 });
  await aTimer("te laat", 20);
  expect(await controleer(house.world)).toEqual({ gemist: 1, hersteld: 0 });
  expect(await figure("zorgronde_audit_missed")).toBe(1);
  expect(house.logged.map(({ code }) => code)).toContain("controle_gemist");
  await house.sql("delete from wekker where soort = 'een_soort_van_morgen'");
});

it("gives a bundle again to who would never have had one, once, and tells that it did", async () => {
  const persoonId = await house.personOf("noor");
  const timers = `soort = 'dagbericht' and onderwerp_id = '${persoonId}' and gedaan_op is null`;
  expect(await house.count("wekker", timers)).toBe(1);
  await house.sql(`delete from wekker where ${timers}`);
  expect(await controleer(house.world)).toMatchObject({ hersteld: 1 });
  expect(await house.count("wekker", timers)).toBe(1);
  expect(await controleer(house.world)).toMatchObject({ hersteld: 0 });
  expect(await figure("zorgronde_audit_repaired")).toBe(1);
  // Who leads has no cases, and never had one.
  const wim = await house.personOf("wim");
  expect(await house.count("wekker", `soort = 'dagbericht' and onderwerp_id = '${wim}'`)).toBe(0);
});
