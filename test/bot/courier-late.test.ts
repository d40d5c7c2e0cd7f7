import { afterAll, describe, expect, it, vi } from "vitest";
import { deliverDue } from "#bot/courier.ts";
import type { Address, Sent, TeamsPort } from "#bot/teams.ts";
import { neutralCard } from "#cards/neutral.ts";
import { pointerCard } from "#cards/pointer.ts";
import { claimNotices } from "#database/notice.ts";
import { taskScope } from "#domain/scope.ts";
import { aBot } from "./a-bot.ts";
import { proefPresenter } from "./a-noun.ts";

const house = await aBot();
await house.meet("noor", "bram", "fatima");
afterAll(() => house.close());

interface Call {
  readonly op: "send" | "update";
  readonly to: string;
  readonly about: string;
  /** How Teams answers; until then the call is under way. */
  answer(sent?: Sent): void;
}

/** Teams that answers when the test says so. */
function heldTeams(seen: (call: Call) => void): TeamsPort {
  let ids = 0;
  const held = (op: Call["op"], address: Address, about: string): Promise<Sent> =>
    new Promise((resolve) => {
      ids += 1;
      const good: Sent = { ok: true, activiteitId: `${op}-${ids}` };
      seen({ op, to: address.gesprekId, about, answer: (sent = good) => resolve(sent) });
    });
  return {
    send: (address, card) => held("send", address, JSON.stringify(card)),
    update: (address, id, card) => held("update", address, `${id} ${JSON.stringify(card)}`),
    remove: async (_: Address, activiteitId: string) => ({ ok: true, activiteitId }),
    open: async () => ({ ok: false, problem: "onbereikbaar", code: "geen" }),
  };
}

const courier = (teams: TeamsPort) =>
  deliverDue({
    world: house.world,
    teams,
    presenters: [proefPresenter],
    channel: async () => null,
    serviceUrl: () => null,
  });
const later = (duration: string) => house.clock.set(house.clock.now().add(duration));

describe("koerier / one at a time in a conversation, people beside each other", () => {
  it("three people are written to at once, and each of them gets the next one after the one before", async () => {
    const id = await house.proef();
    for (const handle of ["noor", "bram", "fatima"]) {
      for (let n = 0; n < 3; n++) await house.notify("hulpvraag_concept", handle, id);
    }
    const inside = new Map<string, number>();
    const allThree = Promise.withResolvers<void>();
    let most = 0;
    const teams = heldTeams((call) => {
      inside.set(call.to, (inside.get(call.to) ?? 0) + 1);
      most = Math.max(most, ...inside.values());
      if (inside.size === 3) allThree.resolve();
      allThree.promise.then(() => {
        inside.set(call.to, (inside.get(call.to) ?? 0) - 1);
        call.answer();
      });
    });
    expect(await courier(teams)).toBe(9);
    expect(most).toBe(1);
  });

  it("one chat that hangs keeps no other chat waiting", async () => {
    const id = await house.proef();
    await house.notify("hulpvraag_concept", "noor", id);
    for (let n = 0; n < 20; n++) await house.notify("hulpvraag_concept", "bram", id);
    const hanging = Promise.withResolvers<Call>();
    const twenty = Promise.withResolvers<void>();
    let others = 0;
    const noor = (await house.chat("noor"))[0]?.conversation;
    const done = courier(
      heldTeams((call) => {
        if (call.to === noor && call.op === "send") return hanging.resolve(call);
        if (call.op === "send") others += 1;
        call.answer();
        if (others === 20) twenty.resolve();
      }),
    );
    await twenty.promise;
    (await hanging.promise).answer();
    expect(await done).toBe(21);
  });
});

describe("koerier / two that claim at the same moment", () => {
  it("the second sees what the first took, also when something urgent came between", async () => {
    const id = await house.proef();
    const claim = (hold: () => Promise<void>) =>
      house.world.database.transact(taskScope(house.world.swvId, "koerier"), async (tx) => {
        const taken = await claimNotices(tx, 16, tx.now.add({ minutes: 2 }));
        await hold();
        return taken.length;
      });
    await house.notify("hulpvraag_concept", "noor", id);
    const [taken, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const first = claim(() => {
      taken.resolve();
      return release.promise;
    });
    await taken.promise;
    await house.notify("hulpvraag_terug", "noor", id, { dringend: true });
    let ended = false;
    const second = claim(async () => {
      ended = true;
    });
    await vi.waitUntil(
      async () => ended || (await house.count("pg_locks", "locktype = 'advisory' and not granted")) > 0,
    );
    release.resolve();
    expect([await first, await second]).toEqual([1, 0]);
    later("PT2M");
    expect(await courier(heldTeams((call) => call.answer()))).toBe(2);
  });
});

describe("koerier / a courier that dies between claim and end", () => {
  it("holds a notice up for two minutes; then another sends it, once", async () => {
    const id = await house.proef();
    const first = Promise.withResolvers<Call>();
    const sleutel = await house.notify("hulpvraag_concept", "noor", id);
    const dead = courier(heldTeams(first.resolve));
    const never = await first.promise;
    const after = await house.notify("hulpvraag_terug", "noor", id);
    later("PT1M59S");
    let calls = 0;
    const alive = heldTeams((call) => {
      calls += 1;
      call.answer();
    });
    expect(await courier(alive)).toBe(0);
    expect((await house.bot.nextDue())?.since(house.clock.now()).total("seconds")).toBe(1);
    later("PT1S");
    expect(await courier(alive)).toBe(2);
    expect(await house.notice(sleutel)).toMatchObject({ status: "verzonden", pogingen: 2 });
    expect(await house.notice(after)).toMatchObject({ status: "verzonden", pogingen: 1 });
    expect(await courier(alive)).toBe(0);
    // Two posts that were filled, and the first one became a pointer.
    expect(calls).toBe(5);
    never.answer({ ok: false, problem: "later", code: "einde" });
    await dead;
  });

  it("that had filled its message already: the next finds it and posts nothing more", async () => {
    const id = await house.proef();
    await house.notify("hulpvraag_concept", "noor", id);
    await courier(heldTeams((call) => call.answer()));
    const sleutel = await house.notify("hulpvraag_terug", "noor", id);
    const pointing = Promise.withResolvers<Call>();
    const dead = courier(
      heldTeams((call) =>
        call.about.includes(JSON.stringify(pointerCard())) ? pointing.resolve(call) : call.answer(),
      ),
    );
    const pointer = await pointing.promise;
    later("PT2M");
    const ops: string[] = [];
    await courier(
      heldTeams((call) => {
        ops.push(call.op);
        call.answer();
      }),
    );
    expect(ops).toEqual(["update"]);
    expect(await house.count("bericht", `onderwerp_id = '${id}'`)).toBe(2);
    expect(await house.notice(sleutel)).toMatchObject({ status: "verzonden", pogingen: 2 });
    pointer.answer();
    await dead;
  });

  it.each<[string, Sent | undefined]>([
    ["good news", undefined],
    ["bad news", { ok: false, problem: "te_groot", code: "te_laat" }],
    ["a try for later", { ok: false, problem: "later", code: "te_laat" }],
  ])(
    "a late courier with %s changes nothing of how it ended, and its own copy becomes a pointer",
    async (_, news) => {
      const id = await house.proef();
      const sleutel = await house.notify("hulpvraag_concept", "noor", id);
      const first = Promise.withResolvers<Call>();
      const pointed: string[] = [];
      const late = courier(
        heldTeams((call) => {
          if (call.op === "send") return first.resolve(call);
          pointed.push(call.about);
          call.answer();
        }),
      );
      const held = await first.promise;
      later("PT2M");
      await courier(heldTeams((call) => call.answer({ ok: true, activiteitId: "de-echte" })));
      const ended = await house.notice(sleutel);
      expect(ended).toMatchObject({ status: "verzonden", fout: null, pogingen: 2 });
      held.answer(news);
      await late;
      expect(await house.notice(sleutel)).toEqual(ended);
      expect(
        await house.count("bericht", `onderwerp_id = '${id}' and actueel and activiteit_id = 'de-echte'`),
      ).toBe(1);
      expect(pointed).toEqual(news ? [] : [expect.stringContaining(JSON.stringify(pointerCard()))]);
      expect(house.logged.some((line) => line.code === "aanspraak_verlopen")).toBe(true);
    },
  );

  it("a courier that was held up between placeholder and content leaves the content to the next", async () => {
    const id = await house.proef("Kanarie oud");
    const sleutel = await house.notify("hulpvraag_concept", "noor", id);
    const first = Promise.withResolvers<Call>();
    const said: string[] = [];
    const held = courier(
      heldTeams((call) => {
        said.push(call.about);
        if (call.op === "send") first.resolve(call);
        else call.answer();
      }),
    );
    const placeholder = await first.promise;
    later("PT1M45S");
    await house.change(id, "weg = true");
    placeholder.answer();
    await held;
    expect(await house.notice(sleutel)).toMatchObject({ status: "klaar", fout: "inhoud" });
    expect(said.join()).not.toContain("Kanarie oud");
    later("PT1M");
    await courier(
      heldTeams((call) => {
        said.push(call.about);
        call.answer();
      }),
    );
    expect(said.at(-1)).toContain(JSON.stringify(neutralCard()));
    expect(said.join()).not.toContain("Kanarie oud");
  });

  it("when the database falls away under the courier, nothing is lost: the claim lapses and it is sent again", async () => {
    const id = await house.proef();
    const sleutel = await house.notify("hulpvraag_concept", "fatima", id);
    const limited = `alter database ${house.db.adminUrl.split("/").at(-1)} connection limit`;
    const running = courier(
      heldTeams((call) => {
        const cut = `select pg_terminate_backend(pid) from pg_stat_activity where usename = '${house.db.roles.app}'
          and datname = current_database()`;
        house.sql(`${limited} 0; ${cut}`).then(() => call.answer());
      }),
    );
    await expect(running).rejects.toMatchObject({ name: "DatabaseAway" });
    await house.sql(`${limited} -1`);
    expect(await house.notice(sleutel)).toMatchObject({ status: "bezig", pogingen: 1 });
    later("PT2M");
    expect(await courier(heldTeams((call) => call.answer()))).toBe(1);
    expect(await house.notice(sleutel)).toMatchObject({ status: "verzonden", pogingen: 2 });
  });
});
