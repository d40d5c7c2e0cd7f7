/** What a momentprik does when its time has come. */
import { dropAntwoorden, lockMomentprik, runningMomentprikkenOf } from "#database/momentprik.ts";
import type { Tx } from "#database/pool.ts";
import type { DueTimer } from "#database/timer.ts";
import { canAnswer, hasAnswered, isPast, isRunning } from "#domain/momentprik.ts";
import { type MomentprikFacts, stillAsked } from "#domain/momentprik-view.ts";
import type { Notice } from "#domain/notice.ts";
import { loadMomentprik } from "./momentprik-load.ts";
import { expire, layBefore, refreshMomentprik, whenComplete } from "./momentprik-ronde.ts";
import { momentprikSleutel } from "./momentprik-timer.ts";
import { tellAbout } from "./notice-about.ts";
import { send } from "./send.ts";
import type { World } from "./world.ts";

/** Once, to who has not answered. */
export async function remindMomentprik(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const facts = await dueFacts(tx, timer.onderwerpId);
  if (!facts || timer.sleutel !== momentprikSleutel("momentprik_herinneren", facts.prik)) return;
  const { prik } = facts;
  if (!canAnswer(prik, tx.now)) return;
  const personen = stillAsked(facts)
    .map(({ persoonId }) => persoonId)
    .filter((persoonId) => !hasAnswered(prik, persoonId));
  await send(world, tx, tellAbout("momentprik_herinnerd", prik, { personen, feit: `p${prik.poging}` }));
}

/** The last day to answer is over; who was told before that all had answered is not told again. */
export async function closeMomentprik(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const facts = await dueFacts(tx, timer.onderwerpId);
  if (!facts || timer.sleutel !== momentprikSleutel("momentprik_sluiten", facts.prik)) return;
  const told = facts.prik.stand === "besluit";
  await send(
    world,
    tx,
    told
      ? await refreshMomentprik(tx, facts, { feit: `dicht:p${facts.prik.poging}` })
      : await layBefore(tx, facts),
  );
}

/**
 * One of the moments begins. Of the chosen one nobody needs to know any more who could not come; after the last one
 * without a choice there is nothing left to choose.
 */
export async function passMoment(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const facts = await lockedFacts(tx, timer.onderwerpId);
  const moment = facts?.prik.momenten.find(
    (one) => timer.sleutel === momentprikSleutel("momentprik_voorbij", facts.prik, one),
  );
  if (!facts || !moment) return;
  const { prik } = facts;
  const chosen = prik.gekozenId === moment.id;
  if (chosen) await dropAntwoorden(tx, prik, null);
  if (!chosen && !isRunning(prik)) return;
  const over = !chosen && prik.momenten.every((one) => isPast(one, tx.now));
  await send(
    world,
    tx,
    over
      ? await expire(tx, facts, "te_laat")
      : await refreshMomentprik(tx, facts, { feit: `voorbij:${moment.id}` }),
  );
}

/** Somebody left: is waited for no more, and counts no more. */
export async function momentprikWithout(tx: Tx, persoonId: string, feit: string): Promise<readonly Notice[]> {
  const notices: Notice[] = [];
  for (const id of await runningMomentprikkenOf(tx, persoonId)) {
    const facts = await dueFacts(tx, id);
    if (!facts) continue;
    notices.push(...((await whenComplete(tx, facts)) ?? (await refreshMomentprik(tx, facts, { feit }))));
  }
  return notices;
}

/** Null for what ended. */
async function dueFacts(tx: Tx, id: string): Promise<MomentprikFacts | null> {
  const facts = await lockedFacts(tx, id);
  return facts && isRunning(facts.prik) ? facts : null;
}

/** Held to the end of the transaction. */
async function lockedFacts(tx: Tx, id: string): Promise<MomentprikFacts | null> {
  await lockMomentprik(tx, id);
  return loadMomentprik(tx, id);
}
