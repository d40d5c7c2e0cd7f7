import { actieById, moveActie } from "#database/actie.ts";
import { loadDossier } from "#database/dossier.ts";
import { touchHulpvraag } from "#database/hulpvraag.ts";
import { schoolCalendar } from "#database/kalender.ts";
import { lockRonde, openRondeOf } from "#database/overlegronde.ts";
import type { Tx } from "#database/pool.ts";
import type { EerdereActieGezien } from "#domain/ronde-view.ts";
import { nextSchooldag } from "#domain/schooldag.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seeRonde } from "#domain/see-ronde.ts";
import { dayProblem } from "#domain/teamactie.ts";
import { todayIn } from "#domain/today.ts";
import type { Veldprobleem } from "#domain/veld.ts";
import { type Act, perform } from "./act.ts";
import type { FinishRefusal } from "./actie-done.ts";
import { refreshed } from "./hulpvraag-notice.ts";
import { logCase } from "./regierol-open.ts";
import { loadRonde } from "./round-load.ts";
import { refreshRonde } from "./round-notice.ts";
import type { Afgesproken } from "./teamactie.ts";
import { openActieTermijn } from "./termijn.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

export type DatumRefusal = FinishRefusal | { readonly kind: "datum"; readonly probleem: Veldprobleem };

interface InOpenRonde {
  readonly rondeId: string;
  readonly actie: EerdereActieGezien;
}

/** An open actie of an earlier round, as this person sees it on the card of the round that is held now. */
async function inOpenRonde(
  tx: Tx,
  { world, actor }: { readonly world: Pick<World, "keys">; readonly actor: Actor },
  actieId: string,
): Promise<Result<InOpenRonde, FinishRefusal>> {
  const plek = await actieById(tx, actieId);
  const rondeId = plek && (await openRondeOf(tx, plek.sztId));
  if (!rondeId) return refuse({ kind: "onzichtbaar" });
  await lockRonde(tx, rondeId);
  const facts = await loadRonde(tx, world.keys, rondeId, { eerder: true });
  const gezien = facts && seeRonde(facts, { persoonId: actor.persoonId, now: tx.now });
  if (!gezien) return refuse({ kind: "onzichtbaar" });
  const actie = gezien.eerdereActies.find(({ id }) => id === actieId);
  if (!actie) return refuse({ kind: "verouderd_in_ronde", rondeId });
  return actie.magVerzetten ? ok({ rondeId, actie }) : refuse({ kind: "kan_niet" });
}

/** For the form. */
export function askActieDatum(
  world: World,
  actor: Actor,
  actieId: string,
): Promise<Result<InOpenRonde, FinishRefusal>> {
  return world.database.transact(scopeOf(actor), (tx) => inOpenRonde(tx, { world, actor }, actieId));
}

/** Whoever leads the round agrees another day: a new agreement, so its term begins anew. */
export function verzetActie(
  act: Act,
  at: { readonly id: string; readonly versie: number },
  chosen: Temporal.PlainDate | null,
): Promise<Result<Afgesproken & { readonly rondeId: string }, DatumRefusal>> {
  const { world } = act;
  return perform<Afgesproken & { readonly rondeId: string }, DatumRefusal>(act, async (tx, save) => {
    const found = await inOpenRonde(tx, act, at.id);
    if (!found.ok) return found;
    const { rondeId, actie } = found.value;
    if (actie.versie !== at.versie) return refuse({ kind: "verouderd_in_ronde", rondeId });
    const probleem = dayProblem(chosen, todayIn(tx.now));
    if (probleem) return refuse({ kind: "datum", probleem });
    const plek = await actieById(tx, at.id);
    const dossier = plek && (await loadDossier(tx, world.keys, plek.hulpvraagId));
    const kept = dossier?.acties.find(({ id }) => id === at.id);
    if (!dossier || !kept || !chosen) return refuse({ kind: "onzichtbaar" });
    const { id, sztId, versie } = dossier;
    const datum = nextSchooldag(chosen, await schoolCalendar(tx, dossier.schoolId));
    if (!(await touchHulpvraag(tx, { id, versie })) || !(await moveActie(tx, at.id, datum)))
      return refuse({ kind: "verouderd_in_ronde", rondeId });
    await openActieTermijn(tx, world, { dossier, actieId: at.id, houderId: kept.houderId, datum });
    await logCase(tx, dossier, "actie_verzet", { van: kept.datum.toString(), naar: datum.toString() });
    await save([
      ...(await refreshed(tx, { id, sztId, versie: versie + 1 })),
      ...(await refreshRonde(tx, { id: rondeId, sztId }, { feit: `d${act.press}` })),
    ]);
    return ok({ rondeId, datum, verschoven: !datum.equals(chosen) });
  });
}
