import { endPunt, stepInRound } from "#database/agendapunt.ts";
import { recordEvent } from "#database/event.ts";
import { zaakOf } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import type { AgendapuntFeit, Dossier, RondeFeit } from "#domain/dossier.ts";
import type { Notice } from "#domain/notice.ts";
import { todayIn } from "#domain/today.ts";
import { decideDossierOn, groundIsGone, type Missing } from "#domain/toestemming.ts";
import { dropGround } from "./grondslag-weg.ts";
import { refreshed, refreshedVoorstellen } from "./hulpvraag-notice.ts";
import { tellIb } from "./round-notice.ts";

export interface Item {
  readonly punt: AgendapuntFeit;
  readonly dossier: Dossier;
}

/**
 * What is still to be discussed, by its random number. In the order of the agenda, the order of the messages about it
 * would tell what is urgent to whoever only sees them pass.
 */
export const stillToCome = (items: readonly Item[]): readonly Item[] =>
  items
    .filter(({ punt }) => punt.status === "gepland")
    .toSorted((one, other) => (one.dossier.referentie < other.dossier.referentie ? -1 : 1));

/** Why this hulpvraag cannot be discussed on these days; empty when it can. */
export function missingFor(dossier: Dossier, days: readonly Temporal.PlainDate[]): readonly Missing[] {
  return days.map((day) => decideDossierOn(dossier, day).missing).find((m) => m.length > 0) ?? [];
}

/**
 * Takes one item off the agenda: to klaargezet, or to concept when its ground has gone today (model.md §3). The card of
 * the round is for the caller to refresh.
 */
export async function release(tx: Tx, { punt, dossier }: Item): Promise<readonly Notice[]> {
  const { id, sztId, versie } = dossier;
  if (groundIsGone(dossier, todayIn(tx.now))) return dropGround(tx, dossier, versie);
  if (!(await endPunt(tx, punt.id, "verschoven"))) return [];
  if (dossier.status === "geagendeerd" && !(await stepInRound(tx, { id, versie }, "klaargezet"))) {
    throw new Error("changed while its round was locked");
  }
  await recordEvent(tx, {
    soort: "van_agenda_gehaald",
    sztId,
    ...(await zaakOf(tx, id)),
    gegevens: { van: dossier.status, naar: "klaargezet" },
  });
  const changed = { id, sztId, versie: versie + 1 };
  return [...(await refreshed(tx, changed)), ...(await refreshedVoorstellen(tx, changed))];
}

/**
 * Decides about consent again for everything that is still to be discussed, today and on the day of the round. What
 * has no ground goes back, and the ib hears of it.
 */
export async function releaseUngrounded(
  tx: Tx,
  ronde: Pick<RondeFeit, "datum">,
  items: readonly Item[],
): Promise<readonly Notice[]> {
  const today = todayIn(tx.now);
  const days = Temporal.PlainDate.compare(ronde.datum, today) > 0 ? [today, ronde.datum] : [today];
  const notices: Notice[] = [];
  for (const item of stillToCome(items)) {
    if (!days.some((day) => groundIsGone(item.dossier, day))) continue;
    notices.push(...(await release(tx, item)));
    notices.push(...tellIb(item.dossier, item.dossier.versie + 1, today));
  }
  return notices;
}
