import { loadDossier } from "#database/dossier.ts";
import { saveNotices } from "#database/notice.ts";
import { after, type Tx } from "#database/pool.ts";
import type { DueTimer } from "#database/timer.ts";
import { endOfPunt, spokenOf } from "#domain/ronde-klok.ts";
import { seeRonde } from "#domain/see-ronde.ts";
import { loadRonde } from "./round-load.ts";
import { tell } from "./round-notice.ts";
import type { World } from "./world.ts";

export function timeUpKey(hulpvraagId: string, end: Temporal.Instant): string {
  return `punt_tijd_om:${hulpvraagId}:${end.epochMilliseconds}`;
}

/**
 * The minutes of an item are over: the card of who leads says so, once for each end, without a sound. Nobody else's card
 * changes by the clock, and of an item that was left, ended or given more time nothing is said.
 */
export async function tellTimeUp(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const dossier = await loadDossier(tx, world.keys, timer.onderwerpId);
  const punt = dossier && spokenOf(dossier.agendapunten.filter(({ ronde }) => ronde.status === "open"));
  if (!punt?.begonnenOp) return;
  const end = endOfPunt({ begonnenOp: punt.begonnenOp, minuten: punt.minuten });
  if (timer.sleutel !== timeUpKey(timer.onderwerpId, end)) return;
  const facts = await loadRonde(tx, world.keys, punt.ronde.id);
  if (!facts) return;
  const { ronde } = facts;
  const personen = [ronde.voorzitterId, ...(ronde.notulistId ? [ronde.notulistId] : [])].filter((persoonId) =>
    seeRonde(facts, { persoonId, now: tx.now })?.punten.some(({ id }) => id === punt.id),
  );
  const notices = tell("ronde_ververst", ronde, { personen, feit: `om${end.epochMilliseconds}` });
  if ((await saveNotices(tx, world.chance.uuid, notices)) > 0) after(tx, world.wake);
}
