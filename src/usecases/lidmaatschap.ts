import { lookAtAfspraken } from "#database/afspraak.ts";
import { endedOn, endingLidmaatschappen } from "#database/persoon.ts";
import type { Tx } from "#database/pool.ts";
import { type DueTimer, setTimer } from "#database/timer.ts";
import type { Notice } from "#domain/notice.ts";
import { byDay, momentOf, todayIn } from "#domain/today.ts";
import { refreshedChats } from "./chat-refresh.ts";
import { momentprikWithout } from "./momentprik-due.ts";
import { send } from "./send.ts";
import { settleTeam, tellLooseWork } from "./vertrek.ts";
import type { World } from "./world.ts";

const midnight = Temporal.PlainTime.from("00:00");

/** Every membership with a last day has a timer for the midnight after it; for the start and after a set-up. */
export async function ensureMembershipTimers(
  tx: Tx,
  world: { readonly chance: Pick<World["chance"], "uuid"> },
): Promise<void> {
  for (const { persoonId, tot } of await endingLidmaatschappen(tx, todayIn(tx.now))) {
    await setTimer(tx, world.chance.uuid(), {
      soort: "lidmaatschap_eindigt",
      onderwerpId: persoonId,
      op: momentOf(tot.add({ days: 1 }), midnight),
      sleutel: `lidmaatschap_eindigt:${persoonId}:${tot}`,
    });
  }
}

/**
 * Who is a member no more sees nothing more: what stands in the chat is drawn again with the eyes of today, and what they
 * held goes on with others.
 */
export async function membershipEnded(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  // Outlook takes them off in this same minute.
  await lookAtAfspraken(tx, timer.onderwerpId);
  const gone = await endedOn(tx, timer.onderwerpId, todayIn(tx.now));
  const left: Notice[] = [];
  for (const { sztId, pas } of gone) {
    left.push(...(await settleTeam(tx, world, { sztId, feit: timer.sleutel })));
    if (pas) left.push(...(await tellLooseWork(tx, { sztId, feit: timer.sleutel, nietVoor: byDay(tx.now) })));
  }
  const notices = [
    ...left,
    ...(await refreshedChats(tx, [timer.onderwerpId], timer.sleutel)),
    ...(await momentprikWithout(tx, timer.onderwerpId, timer.sleutel)),
  ];
  await send(world, tx, notices);
}
