import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { scopeOf } from "#domain/scope.ts";
import { aWorld } from "#test/world.ts";
import { rememberChat } from "#usecases/arrive.ts";
import { refreshedChats } from "#usecases/chat-refresh.ts";
import { aRonde, toldAbout } from "./a-round.ts";
import { aWholeIntake } from "./an-intake.ts";
import { reading } from "./on-agenda.ts";

const made = aWorld();
afterAll(async () => (await made).close());

it("what stands in a chat is cleared before all else, and first what has a name on it", async () => {
  const t = await made;
  const [noor, bram] = [await t.actor("noor"), await t.actor("bram")];
  const hulpvraag = await aWholeIntake(t, noor);
  const ronde = await aRonde(t, noor, [bram]);
  await reading(t, bram.persoonId, [bram], "taken");
  await reading(t, bram.lidmaatschappen[0]?.sztId ?? "", [bram], "team");
  await reading(t, ronde, [bram], "ronde");
  await reading(t, hulpvraag, [bram]);
  const notices = await t.world.database.transact(scopeOf(bram), (tx) =>
    refreshedChats(tx, [bram.persoonId], randomUUID()),
  );
  expect(notices.map(({ soort }) => soort)).toEqual([
    "hulpvraag_ververst",
    "ronde_ververst",
    "taken_ververst",
    "team_ververst",
  ]);
  expect(notices.every(({ dringend }) => dringend)).toBe(true);
});

it("who writes for the first time is reached in the own chat from then on, and who plans reads so", async () => {
  const t = await made;
  const [noor, saskia] = [await t.actor("noor"), await t.actor("saskia")];
  const ronde = await aRonde(t, noor, [saskia]);
  await reading(t, ronde, [noor], "ronde");
  const refreshed = async () =>
    (await toldAbout(t, ronde)).filter(
      ({ soort, persoonId }) => soort === "ronde_ververst" && persoonId === noor.persoonId,
    ).length;
  const before = await refreshed();
  const place = { tenantId: randomUUID(), gesprekId: "a:saskia-eerste", serviceUrl: "https://smba.example/" };
  await rememberChat(t.world, saskia, place);
  expect(await refreshed()).toBe(before + 1);
  await rememberChat(t.world, saskia, place);
  expect(await refreshed()).toBe(before + 1);
});
