import { actieById, markActieDone } from "#database/actie.ts";
import { loadDossier } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { touchHulpvraag, zaakOf } from "#database/hulpvraag.ts";
import { lockRonde, openRondeOf } from "#database/overlegronde.ts";
import { seeRonde } from "#domain/see-ronde.ts";
import { type Act, perform } from "./act.ts";
import { refreshed } from "./hulpvraag-notice.ts";
import type { RondeRefusal } from "./overlegronde.ts";
import { loadRonde } from "./round-load.ts";
import { refreshRonde } from "./round-notice.ts";
import { endActieTermijn } from "./termijn.ts";
import { ok, type Result, refuse } from "./world.ts";

export type FinishRefusal = RondeRefusal | { readonly kind: "verouderd_in_ronde"; readonly rondeId: string };

/** In the round, at the open acties of earlier ones: the actie is done, and nobody is reminded of it any more. */
export function finishActie(act: Act, actieId: string): Promise<Result<{ rondeId: string }, FinishRefusal>> {
  const { actor, world } = act;
  return perform<{ rondeId: string }, FinishRefusal>(act, async (tx, save) => {
    const plek = await actieById(tx, actieId);
    const rondeId = plek && (await openRondeOf(tx, plek.sztId));
    if (!plek || !rondeId) return refuse({ kind: "onzichtbaar" });
    await lockRonde(tx, rondeId);
    const facts = await loadRonde(tx, world.keys, rondeId, { eerder: true });
    const gezien = facts && seeRonde(facts, { persoonId: actor.persoonId, now: tx.now });
    if (!gezien) return refuse({ kind: "onzichtbaar" });
    const own = gezien.eerdereActies.find(({ id }) => id === actieId);
    if (!own) return refuse({ kind: "verouderd_in_ronde", rondeId });
    if (!own.magAfvinken) return refuse({ kind: "kan_niet" });
    const dossier = await loadDossier(tx, world.keys, plek.hulpvraagId);
    if (!dossier) return refuse({ kind: "onzichtbaar" });
    const { id, sztId, versie } = dossier;
    const first = await markActieDone(tx, actieId, actor.persoonId);
    if (!first || !(await touchHulpvraag(tx, { id, versie })))
      return refuse({ kind: "verouderd_in_ronde", rondeId });
    await endActieTermijn(tx, world, { dossier, actieId });
    await recordEvent(tx, { soort: "actie_gedaan", sztId, ...(await zaakOf(tx, id)) });
    await save([
      ...(await refreshed(tx, { id, sztId, versie: versie + 1 })),
      ...(await refreshRonde(tx, facts.ronde, { feit: `a${actieId}` })),
    ]);
    return ok({ rondeId });
  });
}
