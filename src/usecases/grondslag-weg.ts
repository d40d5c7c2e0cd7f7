import { recordEvent } from "#database/event.ts";
import { setStatus, takeOffAgendas, zaakOf } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import type { Dossier } from "#domain/dossier.ts";
import { statusWithoutGround } from "#domain/grondslag-weg.ts";
import type { Notice } from "#domain/notice.ts";
import { refreshed, refreshedRondes } from "./hulpvraag-notice.ts";

/**
 * The ground of this hulpvraag has gone: off every agenda at once, and every standing card shows what is left to see
 * for its reader. `versie` is the version now; answers the notices that follow.
 */
export async function dropGround(
  tx: Tx,
  dossier: Pick<Dossier, "id" | "sztId" | "status">,
  versie: number,
): Promise<readonly Notice[]> {
  const { id, sztId } = dossier;
  const rondes = await takeOffAgendas(tx, id);
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
  return [...(await refreshed(tx, changed)), ...(await refreshedRondes(tx, rondes, changed))];
}
