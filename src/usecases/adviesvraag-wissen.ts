import {
  adviesvraagSettingsOf,
  eraseAdviesvraag,
  loadAdviesvraag,
  postponeErasure,
} from "#database/adviesvraag.ts";
import { recordEvent } from "#database/event.ts";
import type { Tx } from "#database/pool.ts";
import { type DueTimer, setTimer } from "#database/timer.ts";
import { type AdviesvraagFeit, type Advieswisreden, wisDag } from "#domain/adviesvraag.ts";
import type { Notice } from "#domain/notice.ts";
import { momentOf, todayIn } from "#domain/today.ts";
import { refreshAbout } from "./notice-about.ts";
import { refreshRonde } from "./round-notice.ts";
import { send } from "./send.ts";
import type { World } from "./world.ts";

/** Before anyone is at work: an edit makes no sound. */
const early = Temporal.PlainTime.from("05:00");

/** Its end is planned from its beginning; a later end has a timer of its own, and the earlier one finds it is too soon. */
export async function planErasure(
  tx: Tx,
  world: World,
  { id, wissenOp }: Pick<AdviesvraagFeit, "id" | "wissenOp">,
): Promise<void> {
  await setTimer(tx, world.chance.uuid(), {
    soort: "adviesvraag_wissen",
    onderwerpId: id,
    op: momentOf(wissenOp, early),
    sleutel: `adviesvraag_wissen:${id}:${wissenOp}`,
  });
}

/**
 * The key is destroyed and the row goes; every card about it becomes the neutral one. The log keeps that it happened and
 * nothing by which one could be told from another.
 */
export async function erase(
  tx: Tx,
  advies: AdviesvraagFeit,
  reden: Advieswisreden,
): Promise<readonly Notice[]> {
  if (!(await eraseAdviesvraag(tx, advies.id))) return [];
  await recordEvent(tx, {
    soort: "adviesvraag_gewist",
    sztId: advies.sztId,
    grondslag: "anoniem",
    gegevens: { reden },
  });
  const { ronde } = advies;
  return [
    ...(await refreshAbout(tx, "adviesvraag", advies, { feit: "gewist" })),
    ...(ronde ? await refreshRonde(tx, ronde, { feit: `advies${advies.id}gewist` }) : []),
  ];
}

/** The day has come, unless a round that is still to be held has it on its agenda. */
export async function eraseAtTerm(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const advies = await loadAdviesvraag(tx, world.keys, timer.onderwerpId);
  if (!advies) return;
  const wissenOp = wisDag(advies, await adviesvraagSettingsOf(tx));
  if (Temporal.PlainDate.compare(wissenOp, todayIn(tx.now)) > 0) {
    await postponeErasure(tx, advies.id, wissenOp);
    await planErasure(tx, world, { id: advies.id, wissenOp });
    return;
  }
  const notices = await erase(tx, advies, "termijn");
  await send(world, tx, notices);
}
