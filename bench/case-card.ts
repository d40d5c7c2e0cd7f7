/**
 * The card of one case: building it from the database for its holder, and bringing it to the own chat as the courier does,
 * with all that stores. Beside a bare botbuilder echo on the same machine in the same run.
 */
import { randomUUID } from "node:crypto";
import { z } from "zod/v4";
import { presenter } from "#bot/hulpvraag.ts";
import { stampsFor } from "#bot/stamp.ts";
import { actorById } from "#database/persoon.ts";
import { query } from "#database/pool.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { startEcho } from "#local/echo.ts";
import { openCluster } from "#test/cluster.ts";
import { databaseIn } from "#test/database.ts";
import { upTo } from "#test/stories/path.ts";
import { aStory, type Story } from "#test/stories/story.ts";
import { showHulpvraag } from "#usecases/hulpvraag.ts";

const rounds = 150;
const warmUp = 30;

export async function run(out: (line: object) => void): Promise<void> {
  const cluster = await openCluster();
  const s = await aStory({ database: (options) => databaseIn(cluster, options) });
  try {
    await upTo(s, "aannemen");
    const { world } = s.bot();
    const { id, actor } = await theCase(s);
    const echo = await startEcho(s.teams);
    const figures = { echo: [] as number[], build: [] as number[], bring: [] as number[] };
    for (let round = -warmUp; round < rounds; round += 1) {
      const bare = await timed(() => echo.call());
      const build = await timed(async () => {
        if (!(await presenter.present(world, actor, id, stampsFor(world, actor.persoonId))))
          throw new Error("no card");
      });
      const bring = await timed(async () => {
        const shown = await showHulpvraag({ world, actor, press: randomUUID() }, id);
        if (!shown.ok) throw new Error(shown.error.kind);
        await s.bot().drain();
      });
      if (round < 0) continue;
      figures.echo.push(bare);
      figures.build.push(build);
      figures.bring.push(bring);
    }
    await echo.stop();
    const base = quantile(figures.echo, 0.5);
    for (const [figure, values] of [
      ["built for one person", figures.build],
      ["built, brought to the chat and stored", figures.bring],
    ] as const)
      out({
        bench: "case-card",
        figure,
        ms: round2(quantile(values, 0.5)),
        p95: round2(quantile(values, 0.95)),
        baseline: { name: "botbuilder echo", ms: round2(base) },
        ratio: round2(quantile(values, 0.5) / base),
        rounds,
      });
    const failed = s.logged.find(({ code }) => code.endsWith("_fout"));
    if (failed) throw new Error(failed.code);
  } finally {
    await s.close();
    await cluster.close();
  }
}

const holderRow = z.object({ id: z.string(), houderId: z.string() });

/** The one case of the story, and who holds its regierol. */
async function theCase(s: Story): Promise<{ readonly id: string; readonly actor: Actor }> {
  const { world } = s.bot();
  return world.database.transact(taskScope(world.swvId, "koerier"), async (tx) => {
    const [row] = await query(
      tx,
      holderRow,
      `select hulpvraag_id as id, houder_id as "houderId" from regierol where upper_inf(periode)`,
    );
    const actor = row && (await actorById(tx, row.houderId, s.now().toPlainDate()));
    if (!row || !actor) throw new Error("nobody holds it");
    return { id: row.id, actor };
  });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const quantile = (values: readonly number[], at: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * at)] ?? Number.NaN;
const round2 = (n: number) => Math.round(n * 100) / 100;
