import { rondesWith } from "#database/agendapunt.ts";
import { preparersOf, readersOf } from "#database/message.ts";
import type { Tx } from "#database/pool.ts";
import type { Notice } from "#domain/notice.ts";
import { todayIn } from "#domain/today.ts";
import { refreshedDagberichten } from "./dagbericht-notice.ts";
import { refreshAbout } from "./notice-about.ts";
import { followTijdvakken } from "./tijdvak.ts";

/** A hulpvraag at the version that the change made. */
export interface Changed {
  readonly id: string;
  readonly sztId: string;
  readonly versie: number;
}

/**
 * Every standing card shows the new state. `also`: people whose first card may still be on its way, so that it does
 * not stay behind at the state before.
 */
export async function refreshed(
  tx: Tx,
  { id, sztId, versie }: Changed,
  also: readonly string[] = [],
): Promise<readonly Notice[]> {
  const feit = String(versie);
  // Cards of rounds and daily bundles that stand show something of the same hulpvraag, perhaps the name.
  return [
    ...(await refreshAbout(tx, "hulpvraag", { id, sztId }, { feit, also })),
    ...(await refreshAbout(tx, "rechten", { id, sztId }, { feit })),
    ...(await refreshAbout(tx, "logboek", { id, sztId }, { feit })),
    ...(await refreshedRondes(tx, await rondesWith(tx, id), { id, sztId, versie })),
    ...(await refreshedDagberichten(tx, { id, versie })),
  ];
}

/** It waits for a round now, or does so no more: who prepares one is offered what can still be put on it. */
export async function refreshedVoorstellen(
  tx: Tx,
  { id, sztId, versie }: Changed,
): Promise<readonly Notice[]> {
  const cards = await preparersOf(tx, sztId, todayIn(tx.now));
  return cards.map(({ rondeId, persoonId }) => ({
    soort: "ronde_ververst",
    aan: { persoonId },
    onderwerpId: rondeId,
    sztId,
    sleutel: `ronde_ververst:${rondeId}:${id}:${versie}:${persoonId}`,
  }));
}

/** The cards and reports of rounds that show, or showed, this hulpvraag. */
export async function refreshedRondes(
  tx: Tx,
  rondeIds: readonly string[],
  changed: Changed,
): Promise<readonly Notice[]> {
  const notices: Notice[] = [];
  for (const rondeId of rondeIds) {
    const { id, sztId, versie } = changed;
    notices.push(...(await followTijdvakken(tx, rondeId, `${id}:${versie}`)));
    notices.push(...(await refreshAbout(tx, "verslag", { id: rondeId, sztId }, { feit: `${id}:${versie}` })));
    for (const persoonId of await readersOf(tx, "ronde", rondeId)) {
      notices.push({
        soort: "ronde_ververst",
        aan: { persoonId },
        onderwerpId: rondeId,
        sztId: changed.sztId,
        sleutel: `ronde_ververst:${rondeId}:${changed.id}:${changed.versie}:${persoonId}`,
      });
    }
  }
  return notices;
}
