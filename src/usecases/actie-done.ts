import { actieById, markActieDone } from "#database/actie.ts";
import { loadDossier } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { touchHulpvraag, zaakOf } from "#database/hulpvraag.ts";
import { lockRonde } from "#database/overlegronde.ts";
import { seeRonde } from "#domain/see-ronde.ts";
import { type Act, perform } from "./act.ts";
import { refreshed } from "./hulpvraag-notice.ts";
import type { RondeRefusal } from "./overlegronde.ts";
import { loadRonde } from "./round-load.ts";
import { refreshRonde } from "./round-notice.ts";
import { endActieTermijn } from "./termijn.ts";
import { ok, type Result, refuse } from "./world.ts";

/** In the round, at the open acties of earlier ones: the actie is done, and nobody is reminded of it any more. */
export function finishActie(act: Act, rondeId: string, actieId: string): Promise<Result<true, RondeRefusal>> {
  const { actor, world } = act;
  return perform<true, RondeRefusal>(act, async (tx, save) => {
    await lockRonde(tx, rondeId);
    const facts = await loadRonde(tx, world.keys, rondeId);
    const gezien = facts && seeRonde(facts, { persoonId: actor.persoonId, now: tx.now });
    if (!gezien) return refuse({ kind: "onzichtbaar" });
    const own = gezien.eerdereActies.find(({ id }) => id === actieId);
    if (!own) return refuse({ kind: "verouderd" });
    if (!own.magAfvinken) return refuse({ kind: "kan_niet" });
    const plek = await actieById(tx, actieId);
    const dossier = plek && (await loadDossier(tx, world.keys, plek.hulpvraagId));
    if (!dossier || !(await markActieDone(tx, actieId, actor.persoonId))) return refuse({ kind: "verouderd" });
    const { id, sztId, versie } = dossier;
    await endActieTermijn(tx, world, { dossier, actieId });
    if (!(await touchHulpvraag(tx, { id, versie }))) return refuse({ kind: "verouderd" });
    await recordEvent(tx, { soort: "actie_gedaan", sztId, ...(await zaakOf(tx, id)) });
    await save([
      ...(await refreshed(tx, { id, sztId, versie: versie + 1 })),
      ...(await refreshRonde(tx, facts.ronde, { feit: `a${actieId}` })),
    ]);
    return ok(true);
  });
}
