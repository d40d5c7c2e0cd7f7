import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { presenter, timers } from "#bot/evaluatie.ts";
import { presenter as weekbericht } from "#bot/weekbericht.ts";
import { gevraagdOf } from "#database/evaluatie.ts";
import { query } from "#database/pool.ts";
import type { EvaluatieForm } from "#domain/evaluatie.ts";
import { type Actor, scopeOf, taskScope } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { beantwoord, readEvaluatie } from "#usecases/evaluatie.ts";
import { lastOf } from "#usecases/team-uitslag.ts";
import { latestWeekbericht } from "#usecases/weekbericht.ts";
import { leaves } from "./a-besluit.ts";
import { sztOf } from "./a-round.ts";
import { kindOf, notices } from "./an-advies.ts";
import { anAct, done } from "./an-intake.ts";

const worlds: TestWorld[] = [];
afterEach(async () => {
  for (const t of worlds.splice(0)) await t.close();
});

const team = ["noor", "bram", "yasmina", "saskia", "hanna", "peter"] as const;
type Handle = (typeof team)[number] | "wim" | "fatima";

interface Scene {
  readonly t: TestWorld;
  readonly id: string;
  readonly szt: string;
  as(handle: Handle): Promise<Actor>;
  fire(soort: keyof typeof timers, onderwerpId: string, moment: string): Promise<void>;
  count(from: string): Promise<number>;
}

async function aScene(begin = "2026-11-30T08:00:00Z"): Promise<Scene> {
  const t = await aWorld();
  worlds.push(t);
  const wekker = taskScope(t.world.swvId, "wekker");
  const szt = sztOf(await t.actor("noor"));
  const fire: Scene["fire"] = async (soort, onderwerpId, moment) => {
    t.clock.set(Temporal.Instant.from(moment));
    await t.world.database.transact(wekker, (tx) =>
      timers[soort](t.world, tx, {
        ...{ id: "00000000-0000-4000-8000-000000000000", soort, onderwerpId },
        ...{ op: t.clock.now(), sleutel: `${soort}:${moment}` },
      }),
    );
  };
  const rows = <S extends z.ZodType>(schema: S, sql: string) =>
    t.world.database.transact(wekker, (tx) => query(tx, schema, sql));
  const count = async (from: string) =>
    (await rows(z.object({ n: z.number() }), `select count(*)::int as n from ${from}`))[0]?.n ?? 0;
  await fire("evaluatie_beginnen", szt, begin);
  const [row] = await rows(z.object({ id: z.string() }), `select id from evaluatie order by begin desc`);
  return { t, szt, id: row?.id ?? "", fire, count, as: (handle) => t.actor(handle) };
}

const said = (cijfer: number | null, over: Partial<EvaluatieForm> = {}): EvaluatieForm => ({
  ...{ cijfer, helpt: [], hindert: [] },
  ...over,
});
async function answers({ t, id, as }: Scene, handle: Handle, form: EvaluatieForm) {
  return beantwoord(anAct(t, await as(handle)), id, form);
}
const close = ({ fire, id }: Scene) => fire("evaluatie_sluiten", id, "2026-12-14T23:30:00Z");
/** Of each person: what the card says. */
async function drawn(scene: Scene, handle: Handle): Promise<string> {
  const { t, id, as } = scene;
  const shown = await presenter.present(t.world, await as(handle), id, () => (verb) => verb);
  return JSON.stringify(shown);
}

describe("how the cooperation goes", () => {
  it("begins on a schooldag, once, and asks who works here for good", async () => {
    const scene = await aScene("2026-11-28T08:00:00Z");
    expect(await scene.count("evaluatie")).toBe(0);
    for (const hour of ["08", "09"])
      await scene.fire("evaluatie_beginnen", scene.szt, `2026-11-30T${hour}:00:00Z`);
    expect(await scene.count("evaluatie")).toBe(1);
    expect(await scene.count("evaluatie_gevraagd")).toBe(team.length);
    expect(await scene.count("wekker where soort = 'evaluatie_beginnen' and op >= '2027-04-01'")).toBe(1);
  });

  it("is not asked of a team in which five answers cannot come", async () => {
    const t = await aWorld();
    worlds.push(t);
    for (const handle of ["hanna", "yasmina"]) await leaves(t, await t.actor(handle), "2026-11-22");
    const szt = sztOf(await t.actor("noor"));
    t.clock.set(Temporal.Instant.from("2026-11-30T08:00:00Z"));
    await t.world.database.transact(taskScope(t.world.swvId, "wekker"), (tx) =>
      timers.evaluatie_beginnen(t.world, tx, {
        ...{ id: "00000000-0000-4000-8000-000000000000", soort: "evaluatie_beginnen", onderwerpId: szt },
        ...{ op: t.clock.now(), sleutel: "klein" },
      }),
    );
    expect((await notices(t)).filter(({ soort }) => soort === "evaluatie_gevraagd")).toEqual([]);
  });

  it("is answered by who was asked, changed until the last day, and reminded of once", async () => {
    const scene = await aScene();
    done(await answers(scene, "bram", said(4)));
    done(await answers(scene, "bram", said(8, { helpt: ["korte_lijnen"] })));
    expect(await readEvaluatie(scene.t.world, await scene.as("bram"), scene.id)).toMatchObject({
      eigen: { cijfer: 8, helpt: ["korte_lijnen"] },
    });
    expect(kindOf(await answers(scene, "bram", said(11)))).toBe("velden");
    for (const outside of ["wim", "fatima"] as const) {
      expect(kindOf(await answers(scene, outside, said(1)))).toBe("onzichtbaar");
      expect(await drawn(scene, outside)).toBe("null");
    }
    await scene.fire("evaluatie_herinneren", scene.id, "2026-12-09T08:00:00Z");
    const told = (await notices(scene.t)).filter(({ soort }) => soort === "evaluatie_herinnerd");
    expect(told.length).toBe(team.length - 1);
    await close(scene);
    expect(kindOf(await answers(scene, "noor", said(1)))).toBe("dicht");
  });

  it("nobody reads what another said, not even with the login of the bot; who left says nothing more", async () => {
    const scene = await aScene();
    for (const handle of team) done(await answers(scene, handle, said(6)));
    const noor = await scene.as("noor");
    const rows = await scene.t.world.database.transact(scopeOf(noor), (tx) => gevraagdOf(tx, scene.id));
    expect(rows.map(({ persoonId }) => persoonId)).toEqual([noor.persoonId]);
    await leaves(scene.t, await scene.as("hanna"), "2026-11-22");
    expect(kindOf(await answers(scene, "hanna", said(1)))).toBe("onzichtbaar");
    expect(await drawn(scene, "hanna")).toBe("null");
  });

  it.each([
    [4, false],
    [5, true],
    [6, true],
  ])("with %i answers something is told: %s; and every answer is gone", async (many, told) => {
    const scene = await aScene();
    for (const handle of team.slice(0, many)) done(await answers(scene, handle, said(7)));
    await close(scene);
    expect(await scene.count("evaluatie_gevraagd")).toBe(0);
    const words = await drawn(scene, "noor");
    expect(words.includes("te weinig antwoorden")).toBe(!told);
    expect((await lastOf(scene.t.world, await scene.as("bram"), scene.szt)).uitslag?.cijfer ?? null).toBe(
      told ? 7 : null,
    );
  });

  it("two worlds that differ in who gave which answer are alike to everybody, before it closes and after", async () => {
    const forms: readonly EvaluatieForm[] = [
      said(1, { hindert: ["wisselingen"] }),
      said(9, { helpt: ["korte_lijnen"] }),
      said(5, { hindert: ["wisselingen", "wachtlijsten"] }),
      said(7, { helpt: ["korte_lijnen", "genoeg_uren"] }),
      said(8, { helpt: ["korte_lijnen"], hindert: ["wisselingen"] }),
    ];
    const seen: string[][] = [];
    for (const turn of [0, 3]) {
      const scene = await aScene();
      const own = team.slice(0, 5);
      for (const [index, handle] of own.entries())
        done(await answers(scene, handle, forms[(index + turn) % forms.length] ?? said(null)));
      const before = await Promise.all((["peter", "wim"] as const).map((handle) => drawn(scene, handle)));
      await close(scene);
      const after = await Promise.all(team.map((handle) => drawn(scene, handle)));
      const kinds = (await notices(scene.t))
        .filter(({ soort }) => soort.startsWith("evaluatie"))
        .map(({ soort }) => soort);
      scene.t.clock.set(Temporal.Instant.from("2026-12-21T08:00:00Z"));
      const wim = await scene.as("wim");
      const id = await latestWeekbericht(scene.t.world, wim);
      const digest = await weekbericht.present(scene.t.world, wim, id ?? "", () => (verb) => verb);
      expect(JSON.stringify(digest)).toContain("gemiddeld een 6");
      seen.push([...before, ...after, JSON.stringify(kinds), JSON.stringify(digest)]);
    }
    expect(seen[0]).toEqual(seen[1]);
  });
});
