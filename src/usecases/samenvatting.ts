import { recordEvent } from "#database/event.ts";
import { channelGesprek } from "#database/gesprek.ts";
import { calendarsOfSzt } from "#database/kalender.ts";
import { readersOf } from "#database/message.ts";
import { postOf, revivePosts } from "#database/notice.ts";
import { after, type Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import { setTimer } from "#database/timer.ts";
import { confirmSamenvatting } from "#database/vrijgave.ts";
import type { RondeFeit } from "#domain/dossier.ts";
import type { Notice } from "#domain/notice.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { channelSummary } from "#domain/summary.ts";
import { momentOf, todayIn } from "#domain/today.ts";
import {
  type InKanaal,
  markOf,
  mayRelease,
  rewriteDay,
  rewriteTime,
  type SamenvattingGezien,
} from "#domain/vrijgave.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { summaryFacts } from "./samenvatting-feiten.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** One key a round: the summary is rewritten once. */
export const rewriteKey = (rondeId: string): string => `samenvatting_herschrijven:${rondeId}`;

/** The post as it would go now, for who may release it; null for everybody else, and while the round is not closed. */
export function seeSummary(world: World, actor: Actor, rondeId: string): Promise<SamenvattingGezien | null> {
  return world.database.transact(scopeOf(actor), async (tx): Promise<SamenvattingGezien | null> => {
    const ronde = await releasable(tx, actor, rondeId);
    if (!ronde) return null;
    const confirmed = ronde.samenvattingBevestigdOp;
    if (confirmed) {
      const inKanaal = inKanaalOf(await postOf(tx, rondeId));
      return { stand: "bevestigd", rondeId, datum: ronde.datum, bevestigdOp: todayIn(confirmed), inKanaal };
    }
    const samenvatting = channelSummary(await summaryFacts(tx, world.keys, ronde), tx.now);
    const bijwerkenOp = (await rewriteDayOf(tx, ronde.sztId)).toString();
    return {
      stand: "voorleggen",
      rondeId,
      post: { samenvatting, bijwerkenOp, bijgewerkt: false },
      kanaalBekend: (await channelGesprek(tx, ronde.sztId)) !== null,
    };
  });
}

function inKanaalOf(post: Awaited<ReturnType<typeof postOf>>): InKanaal {
  switch (post?.status) {
    case "klaar":
    case "bezig":
      return post.hapert ? "hapert" : "onderweg";
    case "verzonden":
      return "staat_er";
    case "mislukt":
      return "mislukt";
    case "vervallen":
    case undefined:
      return "niets";
  }
}

/** The post that was given up is tried once more, by who may release it. */
export function retrySummary(act: Act, rondeId: string): Promise<Result<true, ActRefusal>> {
  const { world, actor } = act;
  return perform<true, ActRefusal>(act, async (tx, save) => {
    const ronde = await releasable(tx, actor, rondeId);
    if (!ronde?.samenvattingBevestigdOp) return refuse({ kind: "onzichtbaar" });
    if ((await revivePosts(tx, { rondeId })) === 0) return refuse({ kind: "al_gedaan" });
    after(tx, world.wake);
    await save(await refreshedSummary(tx, ronde, act.press));
    return ok(true);
  });
}

async function releasable(tx: Tx, actor: Actor, rondeId: string): Promise<RondeFeit | null> {
  const [ronde] = await rondesById(tx, [rondeId]);
  return ronde?.status === "gesloten" && mayRelease(ronde, actor) ? ronde : null;
}

/** An SZT can serve more schools; the calendar of the first by name counts. */
async function rewriteDayOf(tx: Tx, sztId: string): Promise<Temporal.PlainDate> {
  const [first] = await calendarsOfSzt(tx, sztId);
  if (!first) throw new Error("an SZT without a school");
  return rewriteDay(todayIn(tx.now), first.cal);
}

/**
 * A person releases the post as it was shown; `mark` is of that. When it would read otherwise by now the person looks
 * again. Consent is decided once more when it goes.
 */
export function confirmSummary(
  act: Act,
  { rondeId, mark }: { readonly rondeId: string; readonly mark: number },
): Promise<Result<true, ActRefusal>> {
  const { world, actor } = act;
  return perform<true, ActRefusal>(act, async (tx, save) => {
    const ronde = await releasable(tx, actor, rondeId);
    if (!ronde) return refuse({ kind: "onzichtbaar" });
    if (ronde.samenvattingBevestigdOp) return refuse({ kind: "al_gedaan" });
    const now = channelSummary(await summaryFacts(tx, world.keys, ronde), tx.now);
    if (markOf(now) !== mark) return refuse({ kind: "verouderd" });
    if (!(await confirmSamenvatting(tx, rondeId, actor.persoonId))) return refuse({ kind: "al_gedaan" });
    await setTimer(tx, world.chance.uuid(), {
      soort: "samenvatting_herschrijven",
      onderwerpId: rondeId,
      op: momentOf(await rewriteDayOf(tx, ronde.sztId), rewriteTime),
      sleutel: rewriteKey(rondeId),
    });
    await recordEvent(tx, { soort: "samenvatting_bevestigd", sztId: ronde.sztId });
    await save([
      {
        soort: "samenvatting_plaatsen",
        aan: { kanaalSztId: ronde.sztId },
        onderwerpId: rondeId,
        sztId: ronde.sztId,
        sleutel: `samenvatting_plaatsen:${rondeId}`,
      },
      ...(await refreshedSummary(tx, ronde, "bevestigd")),
    ]);
    return ok(true);
  });
}

/** Everyone who was shown the post sees how it stands now; `feit` names what happened. */
export async function refreshedSummary(
  tx: Tx,
  ronde: Pick<RondeFeit, "id" | "sztId">,
  feit: string,
): Promise<readonly Notice[]> {
  const readers = await readersOf(tx, "samenvatting", ronde.id);
  return readers.map((persoonId) => ({
    soort: "samenvatting_ververst",
    aan: { persoonId },
    onderwerpId: ronde.id,
    sztId: ronde.sztId,
    sleutel: `samenvatting_ververst:${ronde.id}:${feit}:${persoonId}`,
  }));
}
