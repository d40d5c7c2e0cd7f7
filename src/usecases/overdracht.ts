import { actieById, hulpvragenAsking, passActie, setOverdracht } from "#database/actie.ts";
import { loadDossier } from "#database/dossier.ts";
import type { Tx } from "#database/pool.ts";
import { nextVersion } from "#database/regierol.ts";
import { openTeamacties } from "#database/teamactie.ts";
import { termijnById } from "#database/termijn.ts";
import type { ActieFeit, Dossier, TeamlidFeit } from "#domain/dossier.ts";
import { type Lezing, lezingOf } from "#domain/lezing.ts";
import { type GevraagdGezien, gevraagdOf, isGevraagd, overnemers } from "#domain/overdracht.ts";
import type { Weigerreden } from "#domain/regierol-reden.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { seeGevraagd } from "#domain/see-teamactie.ts";
import { mayHandle, rests } from "#domain/termijn-eigenaar.ts";
import { todayIn } from "#domain/today.ts";
import { dossierFor } from "#domain/uitzondering-spoor.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { besideTold } from "./notice-about.ts";
import { logCase, tell } from "./regierol-open.ts";
import { schoolsIn, sztIdsOf } from "./teamactie.ts";
import { tellTaken } from "./teamactie-notice.ts";
import type { VraagRefusal } from "./teamactie-overdracht.ts";
import { type AtTermijn, mine } from "./termijn-klaar.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

interface MineActie {
  readonly dossier: Dossier;
  readonly actie: ActieFeit;
  /** Version of the hulpvraag, ours until the transaction ends. */
  readonly versie: number;
}

/** The actie of a term that this person may hand over, with the hulpvraag held. */
async function mineActie(tx: Tx, act: Act, at: AtTermijn): Promise<Result<MineActie, ActRefusal>> {
  const found = await mine(tx, act, at);
  if (!found.ok) return found;
  const { dossier, termijn, versie } = found.value;
  const actie = dossier.acties.find(({ id }) => id === termijn.actieId);
  if (!actie || rests(dossier, termijn, todayIn(tx.now))) return refuse({ kind: "verouderd" });
  return ok({ dossier, actie, versie });
}

export interface OverdrachtVraag {
  readonly referentie: string;
  readonly kandidaten: readonly TeamlidFeit[];
}

/** For the form; null for a term that is no actie of this person, or not open any more. Changes nothing. */
export async function askOverdracht(world: World, actor: Actor, id: string): Promise<OverdrachtVraag | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const termijn = await termijnById(tx, id);
    const dossier = termijn && (await loadDossier(tx, world.keys, termijn.hulpvraagId));
    const actie = dossier?.acties.find((one) => one.id === termijn?.actieId);
    if (!termijn || !dossier || !actie) return null;
    if (termijn.status !== "open" || rests(dossier, termijn, todayIn(tx.now))) return null;
    if (!mayHandle(dossier, termijn, actor.persoonId, tx.now) || !seeHulpvraag(dossier, actor, tx.now))
      return null;
    return { referentie: dossier.referentie, kandidaten: overnemers(dossier, actie, tx.now) };
  });
}

/** Somebody else is asked; who was asked before is asked no more. Until a yes it stays with who has it. */
export function vraagOverdracht(
  act: Act,
  at: AtTermijn,
  aan: string | null,
): Promise<Result<true, VraagRefusal>> {
  return perform<true, VraagRefusal>(act, async (tx, save) => {
    const found = await mineActie(tx, act, at);
    if (!found.ok) return found;
    const { dossier, actie, versie } = found.value;
    const { persoonId } = act.actor;
    if (aan === null) return refuse({ kind: "wie", probleem: { kind: "leeg" } });
    if (!overnemers(dossier, actie, tx.now).some((lid) => lid.persoonId === aan))
      return refuse({ kind: "wie", probleem: { kind: "niet_in_team" } });
    const changed = { id: dossier.id, sztId: dossier.sztId, versie };
    // The ib takes over what nobody has any more without asking anybody.
    if (aan === persoonId) {
      await passActie(tx, actie.id, { houderId: aan, sinds: todayIn(tx.now) });
      await logCase(tx, dossier, "actie_overgenomen");
      await save(await tell(tx, changed, [], [persoonId]));
      return ok(true);
    }
    await setOverdracht(tx, actie.id, { aan, door: persoonId, stand: "gevraagd", reden: null });
    await logCase(tx, dossier, "actie_overdracht_gevraagd", { aan });
    const told = [tellTaken("overdracht_gevraagd", aan, `${actie.id}:${versie}`)];
    await save(besideTold(told, await tell(tx, changed, [], [persoonId])));
    return ok(true);
  });
}

export function trekVraagIn(act: Act, at: AtTermijn): Promise<Result<true, ActRefusal>> {
  return perform<true, ActRefusal>(act, async (tx, save) => {
    const found = await mineActie(tx, act, at);
    if (!found.ok) return found;
    const { dossier, actie, versie } = found.value;
    if (actie.overdracht?.stand !== "gevraagd") return refuse({ kind: "verouderd" });
    await setOverdracht(tx, actie.id, null);
    await logCase(tx, dossier, "actie_overdracht_ingetrokken");
    const changed = { id: dossier.id, sztId: dossier.sztId, versie };
    await save(await tell(tx, changed, [], [act.actor.persoonId]));
    return ok(true);
  });
}

export interface AtActie {
  readonly id: string;
  readonly versie: number;
}

/**
 * Yes (`null`) or no with a reason. Whether this person may have it is decided again here, on the ground of this moment; whoever
 * was never asked hears what somebody hears who is asked no more.
 */
export function antwoordOpVraag(
  act: Act,
  at: AtActie,
  nee: Weigerreden | null,
): Promise<Result<true, ActRefusal>> {
  return perform<true, ActRefusal>(act, async (tx, save) => {
    const { persoonId } = act.actor;
    const place = await actieById(tx, at.id);
    const versie = place && (await nextVersion(tx, place.hulpvraagId));
    const whole = versie && (await loadDossier(tx, act.world.keys, place.hulpvraagId));
    if (!whole) return refuse({ kind: "onzichtbaar" });
    const dossier = dossierFor(whole, persoonId, tx.now);
    const actie = dossier.acties.find(({ id }) => id === at.id);
    if (!actie?.overdracht || actie.versie !== at.versie) return refuse({ kind: "verouderd" });
    if (!isGevraagd(dossier, actie, { persoonId, now: tx.now })) return refuse({ kind: "verouderd" });
    const { overdracht } = actie;
    if (nee) {
      await setOverdracht(tx, at.id, { ...overdracht, stand: "geweigerd", reden: nee });
      await logCase(tx, dossier, "actie_overdracht_geweigerd", { reden: nee });
    } else {
      await passActie(tx, at.id, { houderId: persoonId, sinds: todayIn(tx.now) });
      await logCase(tx, dossier, "actie_overgenomen");
    }
    const soort = nee ? "overdracht_geweigerd" : "overdracht_aangenomen";
    const told = [tellTaken(soort, overdracht.door, `${at.id}:${versie}`)];
    const changed = { id: dossier.id, sztId: dossier.sztId, versie };
    await save(besideTold(told, await tell(tx, changed, [], [persoonId])));
    return ok(true);
  });
}

/** Everything that this person is asked to take, and what that shows of each hulpvraag. */
export async function gevraagdAan(
  tx: Tx,
  world: Pick<World, "keys">,
  actor: Actor,
): Promise<{ readonly gevraagd: readonly GevraagdGezien[]; readonly lezingen: readonly Lezing[] }> {
  const { persoonId } = actor;
  const who = { persoonId, now: tx.now };
  const gevraagd: GevraagdGezien[] = [];
  const lezingen: Lezing[] = [];
  for (const id of await hulpvragenAsking(tx, persoonId)) {
    const whole = await loadDossier(tx, world.keys, id);
    const dossier = whole && dossierFor(whole, persoonId, tx.now);
    const own = dossier ? gevraagdOf(dossier, who) : [];
    gevraagd.push(...own);
    if (dossier && own.some(({ omschrijving }) => omschrijving !== null))
      lezingen.push(lezingOf(dossier, { naam: false, wat: true }, who));
  }
  for (const feit of await openTeamacties(tx, world.keys, sztIdsOf(actor))) {
    if (feit.overdracht?.aan !== persoonId) continue;
    const own = seeGevraagd(feit, { ...who, scholen: await schoolsIn(tx, feit.sztId) });
    if (own) gevraagd.push(own);
  }
  return {
    gevraagd: gevraagd.toSorted(
      (one, other) => Temporal.PlainDate.compare(one.datum, other.datum) || (one.id < other.id ? -1 : 1),
    ),
    lezingen,
  };
}
