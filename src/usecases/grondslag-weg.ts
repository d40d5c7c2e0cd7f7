import { dropBijdragen } from "#database/bijdrage.ts";
import { loadDossier } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { markGroundGone, setStatus, takeOffAgendas, zaakOf } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import { lapseAanbod } from "#database/regierol.ts";
import type { Dossier } from "#domain/dossier.ts";
import { leftWithoutGround, statusWithoutGround } from "#domain/grondslag-weg.ts";
import type { Notice } from "#domain/notice.ts";
import { todayIn } from "#domain/today.ts";
import { groundIsGone } from "#domain/toestemming.ts";
import { refreshed, refreshedRondes, refreshedVoorstellen } from "./hulpvraag-notice.ts";
import { rewriteSummaries } from "./samenvatting-vrijgave.ts";
import { send } from "./send.ts";
import { applyTermEvent } from "./termijn.ts";
import type { World } from "./world.ts";

/**
 * The ground of this hulpvraag has gone: off every agenda at once, and every standing card shows what is left to see
 * for its reader. `versie` is the version now; answers the notices that follow.
 */
export async function dropGround(tx: Tx, dossier: Dossier, versie: number): Promise<readonly Notice[]> {
  const { id, sztId } = dossier;
  const rondes = await takeOffAgendas(tx, id);
  await dropBijdragen(tx, id);
  if (leftWithoutGround(dossier, todayIn(tx.now))) await markGroundGone(tx, id);
  const to = statusWithoutGround(dossier.status);
  const moves = to === "concept" && dossier.status !== "concept";
  if (moves && !(await setStatus(tx, { id, versie }, to))) throw new Error("changed under a lock of its own");
  if (moves || rondes.length > 0) {
    await recordEvent(tx, {
      soort: "van_agenda_gehaald",
      sztId,
      ...(await zaakOf(tx, id)),
      gegevens: { rondes: rondes.length, van: dossier.status, naar: to },
    });
  }
  const changed = { id, sztId, versie: moves ? versie + 1 : versie };
  return [
    ...(await refreshed(tx, changed)),
    ...(await refreshedRondes(tx, rondes, changed)),
    ...(await refreshedVoorstellen(tx, changed)),
  ];
}

/** What was asked of somebody about the regierol does not stand any more, and no term waits for the answer. */
export async function dropOffer(tx: Tx, world: Pick<World, "chance">, dossier: Dossier): Promise<void> {
  const op = todayIn(tx.now);
  if (!groundIsGone(dossier, op) || !(await lapseAanbod(tx, dossier.id))) return;
  await applyTermEvent(tx, world, dossier, { kind: "aanbod_vervallen", op });
}

/** The last day is over. Decided again: it may have been renewed, withdrawn or closed since the timer was set. */
export async function expireToestemming(world: World, tx: Tx, id: string): Promise<void> {
  const dossier = await loadDossier(tx, world.keys, id);
  const ended = !dossier || dossier.status === "afgesloten" || dossier.status === "ingetrokken";
  if (ended || !groundIsGone(dossier, todayIn(tx.now))) return;
  await dropOffer(tx, world, dossier);
  const notices = await dropGround(tx, dossier, dossier.versie);
  await recordEvent(tx, { soort: "toestemming_verlopen", sztId: dossier.sztId, ...(await zaakOf(tx, id)) });
  await send(world, tx, [
    ...notices,
    // A line in the channel rests on the same ground.
    ...(await rewriteSummaries(tx, world, id)),
    {
      soort: "hulpvraag_terug",
      aan: { persoonId: dossier.inbrengerId },
      onderwerpId: id,
      sztId: dossier.sztId,
      sleutel: `hulpvraag_terug:verlopen:${id}:${dossier.toestemming?.id ?? "geen"}`,
    },
  ]);
}
