import { anyDiscussed } from "#database/adviesvraag.ts";
import { puntenOf } from "#database/agendapunt.ts";
import { loadDossier, teamOf } from "#database/dossier.ts";
import type { KeyRing } from "#database/kluis.ts";
import { plannedRondesOf } from "#database/overlegronde.ts";
import type { Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import type { Dossier, RondeFeit } from "#domain/dossier.ts";
import type { SummaryFacts } from "#domain/summary.ts";
import { todayIn } from "#domain/today.ts";

/** What the summary of one closed round is decided from: its own discussed items, the team, the round after it. */
export async function summaryFacts(tx: Tx, keys: KeyRing, ronde: RondeFeit): Promise<SummaryFacts> {
  const planned = await rondesById(tx, await plannedRondesOf(tx, ronde.sztId, todayIn(tx.now)));
  return {
    ronde,
    volgende: planned.find(({ status }) => status === "gepland") ?? null,
    hulpvragen: await discussed(tx, keys, ronde.id),
    adviesvragen: (await anyDiscussed(tx, ronde)) ? 1 : 0,
    team: await teamOf(tx, ronde.sztId),
  };
}

async function discussed(tx: Tx, keys: KeyRing, rondeId: string): Promise<readonly Dossier[]> {
  const found: Dossier[] = [];
  for (const punt of await puntenOf(tx, rondeId)) {
    const dossier = punt.status === "besproken" ? await loadDossier(tx, keys, punt.hulpvraagId) : null;
    if (dossier) found.push(dossier);
  }
  return found;
}
