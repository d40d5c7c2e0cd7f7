import { loadDossier } from "#database/dossier.ts";
import { findByReference } from "#database/hulpvraag.ts";
import { type LogZaak, logLeden, logRijen, logZaken, logZakenById } from "#database/log-extract.ts";
import type { Tx } from "#database/pool.ts";
import type { Dossier } from "#domain/dossier.ts";
import { type LogGezien, type LogRegel, lezersVan, logRegelsVan } from "#domain/log-view.ts";
import type { Notice } from "#domain/notice.ts";
import { readReference } from "#domain/reference.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { mayUseRechten } from "#domain/see-rechten.ts";
import { todayIn } from "#domain/today.ts";
import { tellAbout } from "./notice-about.ts";
import { logCase } from "./regierol-open.ts";
import { send } from "./send.ts";
import type { World } from "./world.ts";

/**
 * Who saw or did what with these leerlingen, over all their hulpvragen, the first line first: for the copy that parents
 * get. Whoever calls it has asked whether this person may have that copy. `zonder`: what they do not hear of yet.
 */
export async function logRegelsOf(
  tx: Tx,
  leerlingIds: readonly string[],
  zonder: readonly string[] = [],
): Promise<readonly LogRegel[]> {
  const zaken = await logZaken(tx, leerlingIds);
  return regelsOf(
    tx,
    zaken.filter(({ id }) => !zonder.includes(id)),
  );
}

/** Who saw a name or text of these leerlingen, in any of their hulpvragen: by person, so for the school itself only. */
export async function lezersOf(tx: Tx, leerlingIds: readonly string[]): Promise<ReadonlySet<string>> {
  return lezersVan(await logRijen(tx, await logZaken(tx, leerlingIds)));
}

async function regelsOf(tx: Tx, zaken: readonly LogZaak[]): Promise<readonly LogRegel[]> {
  const leden = await logLeden(tx, [...new Set(zaken.map(({ sztId }) => sztId))]);
  return logRegelsVan(await logRijen(tx, zaken), leden);
}

function maySee(dossier: Dossier, actor: Actor, now: Temporal.Instant): boolean {
  return mayUseRechten(dossier, actor, "exporteren", now) !== null;
}

/** The log of one hulpvraag; null for everyone but the ib or coo of its school. That somebody looked is logged. */
export async function logOf(world: World, actor: Actor, id: string): Promise<LogGezien | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const dossier = await loadDossier(tx, world.keys, id);
    if (!dossier || !maySee(dossier, actor, tx.now)) return null;
    const regels = await regelsOf(tx, await logZakenById(tx, [id]));
    await logCase(tx, dossier, "logboek_bekeken");
    const { referentie, versie } = dossier;
    return { id, versie, referentie, vandaag: todayIn(tx.now), regels };
  });
}

/** Which hulpvraag that is, for who may see its log; nothing of the log itself. */
export async function seeLogWeg(
  world: World,
  actor: Actor,
  id: string,
): Promise<Pick<LogGezien, "id" | "versie" | "referentie"> | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const dossier = await loadDossier(tx, world.keys, id);
    return dossier && maySee(dossier, actor, tx.now)
      ? { id, versie: dossier.versie, referentie: dossier.referentie }
      : null;
  });
}

/**
 * Puts the way to the log below in the chat of who asked by number. A number out of reach costs the same questions as
 * one that is shown, and gets the same answer as one that does not exist.
 */
export async function askLog(
  world: World,
  actor: Actor,
  asked: { readonly typed: string; readonly activityId: string },
): Promise<boolean> {
  const referentie = readReference(asked.typed);
  if (!referentie) return false;
  const personen = [actor.persoonId];
  return world.database.transact(scopeOf(actor), async (tx) => {
    const notices: Notice[] = [];
    for (const { id, treffer } of await findByReference(tx, referentie)) {
      const dossier = await loadDossier(tx, world.keys, id);
      if (dossier && treffer && maySee(dossier, actor, tx.now))
        notices.push(...tellAbout("logboek_getoond", dossier, { personen, feit: asked.activityId }));
    }
    await send(world, tx, notices);
    return notices.length > 0;
  });
}
