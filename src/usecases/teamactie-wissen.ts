import { recordEvent } from "#database/event.ts";
import { after, type Tx } from "#database/pool.ts";
import { eraseTeamactie, loadTeamactie } from "#database/teamactie.ts";
import { type DueTimer, setTimer } from "#database/timer.ts";
import { teamactieBewaren } from "#domain/teamactie.ts";
import { momentOf } from "#domain/today.ts";
import { send } from "./send.ts";
import { tellTeamactie } from "./teamactie-notice.ts";
import type { World } from "./world.ts";

/** Before anyone is at work: an edit makes no sound. */
const early = Temporal.PlainTime.from("05:00");

/** Its end is planned when it is done or falls away. */
export async function planErasure(
  tx: Tx,
  world: Pick<World, "chance" | "wake">,
  { id, today }: { readonly id: string; readonly today: Temporal.PlainDate },
): Promise<void> {
  await setTimer(tx, world.chance.uuid(), {
    soort: "teamactie_wissen",
    onderwerpId: id,
    op: momentOf(today.add(teamactieBewaren), early),
    sleutel: `teamactie_wissen:${id}`,
  });
  after(tx, world.wake);
}

/** The key is destroyed and the row goes; bundles in which it stood are drawn without it. */
export async function eraseTeamactieAtTerm(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const id = timer.onderwerpId;
  const actie = await loadTeamactie(tx, world.keys, id);
  if (!actie || actie.status === "open") return;
  const { sztId } = actie;
  // Which bundles show it is known as long as it is there.
  const notices = await tellTeamactie(tx, { id, sztId, versie: 0 });
  if (!(await eraseTeamactie(tx, id))) return;
  await recordEvent(tx, { soort: "teamactie_gewist", sztId });
  await send(world, tx, notices);
}
