import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { actorById } from "#database/persoon.ts";
import { query } from "#database/pool.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { demoPeople } from "#local/demo.ts";
import { aDecided } from "#test/usecases/a-besluit.ts";
import type { TestWorld } from "#test/world.ts";
import { aStory, type Story, wordsOf } from "./story.ts";

/** From the besluit to the end, with the bot stopped and started between all steps: what stands in the database is all. */
let s: Story;
let reference = "";
beforeAll(async () => {
  s = await aStory();
  const t = asWorld(s);
  const id = await aDecided(t, { ib: await t.actor("noor"), houder: await t.actor("bram") });
  const [row] = await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
    query(tx, z.object({ referentie: z.string() }), `select referentie from hulpvraag where id = $1`, [id]),
  );
  reference = row?.referentie ?? "";
});
afterAll(() => s.close());

/** The story as the builders of a test know a world. */
function asWorld(story: Story): TestWorld {
  const { world } = story.bot();
  return {
    world,
    db: story.db,
    clock: { now: () => story.now().toInstant(), set: () => undefined },
    logged: [],
    woken: () => 0,
    async actor(handle): Promise<Actor> {
      const email = demoPeople.find((persoon) => persoon.handle === handle)?.email ?? "";
      return world.database.transact(taskScope(world.swvId, "identiteit"), async (tx) => {
        const [row] = await query(
          tx,
          z.object({ id: z.string() }),
          `select id from persoon where email = $1`,
          [email],
        );
        const actor = row && (await actorById(tx, row.id, story.now().toPlainDate()));
        if (!actor) throw new Error(`nobody is called ${handle}`);
        return actor;
      });
    },
    close: () => story.close(),
  };
}

const akkoord = {
  verteldOp: "2026-11-23",
  antwoord: "ja",
  akkoordOp: "2026-11-23",
  akkoordVan: "ouder1,ouder2",
};
const holders = () => s.count("regierol where upper_inf(periode)");

describe("the regierol, with a restart between all steps", () => {
  it("the ib hears of the besluit, tells the parents and records their akkoord", async () => {
    await s.bot().drain();
    expect(wordsOf((await s.see("noor", /Er is een besluit/)).card)).toContain(reference);
    expect(await s.everything("bram")).not.toContain(reference);
    const form = await s.press("noor", "Terugkoppeling ouders");
    await s.restart();
    await s.send("noor", form, akkoord);
    expect(await holders()).toBe(1);
    expect(wordsOf((await s.see("bram", /vraagt jou voor de regierol/)).card)).toContain(reference);
  });

  it("who was asked says yes after a restart, and is the only holder", async () => {
    await s.restart();
    await s.press("bram", "Ja, ik neem de regierol");
    expect(await holders()).toBe(1);
    expect(wordsOf((await s.see("bram", /Je hebt nu de regierol/)).card)).toContain("Kanarie");
    expect((await s.see("noor", /De regierol is aangenomen/)).summary).not.toMatch(/Kanarie|HV-/);
  });

  it("the old offer cannot be pressed a second time", async () => {
    await expect(s.press("bram", "Ja, ik neem de regierol")).rejects.toThrow("no button");
  });

  it("the bundle comes on the days of the holder, once, restarts or not", async () => {
    await s.restart();
    await s.wait("2026-11-26T07:59");
    await s.restart();
    await s.wait("2026-11-26T08:01");
    await s.restart();
    await s.wait("2026-11-26T18:00");
    const mine = (await s.teams.inbox({ as: "bram" })).filter(
      (item) => item.summary === "Je taken voor vandaag",
    );
    expect(mine).toHaveLength(1);
    expect(wordsOf(mine[0]?.card)).toContain("Neem contact op met de ouders");
  });

  it("a task that is done from the card is done everywhere", async () => {
    await s.restart();
    await s.press("bram", "Gedaan", {}, /Dagbericht/);
    expect(wordsOf((await s.see("bram", /Dagbericht/)).card)).toContain("Wat hier stond, is gedaan");
    expect(wordsOf((await s.see("bram", /Je hebt nu de regierol|Wie\nJij/)).card)).not.toContain(
      "Eerste contact gehad",
    );
    const [taken] = await s.say("bram", "mijn taken");
    expect(wordsOf(taken?.card)).toContain("Leg de GIZ vast");
    const [mine] = await s.say("bram", "mijn regierol");
    expect(wordsOf(mine?.card)).toContain(reference);
  });

  it("after the closing no card of anybody else shows it any more", async () => {
    await s.say("saskia", reference);
    expect(wordsOf((await s.see("saskia", new RegExp(reference))).card)).toContain("Kanarie");
    const voorstel = await s.press("bram", "Afsluiten voorstellen");
    await s.restart();
    await s.send("bram", voorstel, { reden: "doel_bereikt" });
    const bevestig = await s.press("noor", "Afsluiting bevestigen");
    await s.send("noor", bevestig, { verteldOp: "2026-11-26" }, "Bevestig");
    expect(await holders()).toBe(0);
    for (const as of ["bram", "saskia"]) expect(await s.everything(as)).not.toMatch(/Kanarie/);
    expect(wordsOf((await s.see("noor", /Afgesloten/)).card)).toContain(reference);
  });

  it("nobody is reminded of anything after that", async () => {
    const bundles = await s.count("dagbericht");
    await s.wait("2027-01-22T18:00");
    expect(await s.count("dagbericht")).toBe(bundles);
    expect(s.logged.filter(({ code }) => code.endsWith("_fout"))).toEqual([]);
  });
});
