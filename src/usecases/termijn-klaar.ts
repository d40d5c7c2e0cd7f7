import { markActieDone } from "#database/actie.ts";
import { dagberichtWith } from "#database/dagbericht.ts";
import { loadDossier } from "#database/dossier.ts";
import type { Tx } from "#database/pool.ts";
import { nextVersion } from "#database/regierol.ts";
import {
  moveTermijn,
  openTermOfActie,
  planTermijnOn,
  type TermijnRow,
  termijnById,
} from "#database/termijn.ts";
import { insertVoortgang } from "#database/voortgang.ts";
import type { Dossier } from "#domain/dossier.ts";
import { isWithin, type PlanBounds, planBounds } from "#domain/gepland.ts";
import { gepauzeerd } from "#domain/pauze.ts";
import { scopeOf } from "#domain/scope.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { postponable, taakWeg } from "#domain/taak.ts";
import { mayHandle } from "#domain/termijn-eigenaar.ts";
import type { TermKind } from "#domain/termijn-table.ts";
import { todayIn } from "#domain/today.ts";
import {
  type PostponableTerm,
  type PostponeRefusal,
  postpone,
  postponeBounds,
  proposedDay,
  type Uitstelreden,
} from "#domain/uitstel.ts";
import { gaatGoed } from "#domain/voortgang.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { logCase, tell } from "./regierol-open.ts";
import { applyTermEvent, termContext } from "./termijn.ts";
import { ok, type Result, refuse } from "./world.ts";

/** A term at the version of the card on which it stood. */
export interface AtTermijn {
  readonly id: string;
  readonly versie: number;
}

export interface Mine {
  readonly dossier: Dossier;
  readonly termijn: TermijnRow;
  /** Version of the hulpvraag, ours until the transaction ends. */
  readonly versie: number;
}

/** The open term of this person, with the hulpvraag held: two who are done with it at once go one after the other. */
export async function mine(tx: Tx, { world, actor }: Act, at: AtTermijn): Promise<Result<Mine, ActRefusal>> {
  const place = await termijnById(tx, at.id);
  const versie = place && (await nextVersion(tx, place.hulpvraagId));
  const termijn = versie && (await termijnById(tx, at.id));
  const dossier = termijn && (await loadDossier(tx, world.keys, termijn.hulpvraagId));
  if (!dossier || !seeHulpvraag(dossier, actor, tx.now)) return refuse({ kind: "onzichtbaar" });
  if (termijn.status !== "open" || termijn.versie !== at.versie) return refuse({ kind: "verouderd" });
  if (!mayHandle(dossier, termijn, actor.persoonId, tx.now)) return refuse({ kind: "onzichtbaar" });
  return ok({ dossier, termijn, versie });
}

const own = ({ actor }: Act) => ({ ...gaatGoed, door: actor.persoonId });

/** "Gedaan", in one press; for what needs a form or the card of the hulpvraag this is not the way. */
export function completeTermijn(act: Act, at: AtTermijn): Promise<Result<TermKind, ActRefusal>> {
  return perform(act, async (tx, save): Promise<Result<TermKind, ActRefusal>> => {
    const found = await mine(tx, act, at);
    if (!found.ok) return found;
    const { dossier, termijn, versie } = found.value;
    const weg = taakWeg[termijn.soort];
    if (weg.soort !== "druk") return refuse({ kind: "verouderd" });
    const { actieId } = termijn;
    if (actieId) await markActieDone(tx, actieId, act.actor.persoonId);
    const op = todayIn(tx.now);
    if (termijn.soort === "voortgang") await insertVoortgang(tx, act.world.chance.uuid(), dossier, own(act));
    await applyTermEvent(tx, act.world, dossier, { kind: weg.event, op }, actieId ? { actieId } : {});
    await logCase(tx, dossier, "termijn_afgerond", { soort: termijn.soort, op: op.toString() });
    await save(await tell(tx, { id: dossier.id, sztId: dossier.sztId, versie }, [], [act.actor.persoonId]));
    return ok(termijn.soort);
  });
}

export type UitstelRefusal = { readonly kind: "uitstel"; readonly reden: PostponeRefusal };

/** A later date with a reason from the list, within the bounds of uitstel.ts. */
export function postponeTermijn(
  act: Act,
  at: AtTermijn,
  wish: { readonly to: Temporal.PlainDate; readonly reden: Uitstelreden },
): Promise<Result<Temporal.PlainDate, UitstelRefusal | ActRefusal>> {
  return perform<Temporal.PlainDate, UitstelRefusal | ActRefusal>(act, async (tx, save) => {
    const found = await mine(tx, act, at);
    if (!found.ok) return found;
    const { dossier, termijn, versie } = found.value;
    const today = todayIn(tx.now);
    if (gepauzeerd(dossier, termijn, today)) return refuse({ kind: "verouderd" });
    const context = await termContext(tx, termijn.schoolId);
    const answer = postpone(
      postponable(dossier, termijn, termijn.soort),
      { to: wish.to, reason: wish.reden, today },
      context,
    );
    if (!answer.ok) return refuse({ kind: "uitstel", reden: answer.error });
    const { due, postponed, reason } = answer.value;
    await moveTermijn(tx, at, { vervalt: due, uitgesteld: postponed, reden: reason, sinds: today });
    await logCase(tx, dossier, "termijn_uitgesteld", {
      soort: termijn.soort,
      van: termijn.vervalt.toString(),
      naar: due.toString(),
      reden: reason,
    });
    await save(await tell(tx, { id: dossier.id, sztId: dossier.sztId, versie }, [], [act.actor.persoonId]));
    return ok(due);
  });
}

export interface PlanVraag extends PlanBounds {
  readonly soort: TermKind;
  readonly referentie: string;
  readonly gepland: Temporal.PlainDate | null;
}

/** For the form; null for what cannot be planned, or not by this person, any more. */
export function askPlan(
  { world, actor }: Pick<Act, "world" | "actor">,
  id: string,
): Promise<PlanVraag | null> {
  return world.database.transact(scopeOf(actor), (tx) => plannable(tx, { world, actor }, id));
}

async function plannable(
  tx: Tx,
  { world, actor }: Pick<Act, "world" | "actor">,
  id: string,
): Promise<PlanVraag | null> {
  const termijn = await termijnById(tx, id);
  const dossier = termijn && (await loadDossier(tx, world.keys, termijn.hulpvraagId));
  if (!dossier || termijn.status !== "open" || !seeHulpvraag(dossier, actor, tx.now)) return null;
  if (!mayHandle(dossier, termijn, actor.persoonId, tx.now)) return null;
  if (gepauzeerd(dossier, termijn, todayIn(tx.now))) return null;
  const bounds = planBounds({ kind: termijn.soort, due: termijn.vervalt }, todayIn(tx.now));
  if (!bounds) return null;
  const gepland = termijn.geplandDoor === actor.persoonId ? termijn.gepland : null;
  return { soort: termijn.soort, referentie: dossier.referentie, gepland, ...bounds };
}

/**
 * The own day, before it is due. It is a reminder of one person and changes nothing of the term: no version, no line in
 * the log, and no card of anybody else.
 */
export function planTermijn(
  act: Act,
  at: AtTermijn,
  op: Temporal.PlainDate,
): Promise<Result<true, ActRefusal | { readonly kind: "andere_dag" }>> {
  const { actor, press } = act;
  const { persoonId } = actor;
  return perform<true, ActRefusal | { readonly kind: "andere_dag" }>(act, async (tx, save) => {
    const vraag = await plannable(tx, act, at.id);
    if (!vraag) return refuse({ kind: "onzichtbaar" });
    if (!isWithin(op, vraag)) return refuse({ kind: "andere_dag" });
    if (!(await planTermijnOn(tx, at, { op, persoonId }))) return refuse({ kind: "verouderd" });
    const dagbericht = await dagberichtWith(tx, persoonId, at.id);
    const shows: readonly (readonly ["dagbericht_ververst" | "taken_ververst", string])[] = [
      ...(dagbericht ? [["dagbericht_ververst", dagbericht] as const] : []),
      ["taken_ververst", persoonId],
    ];
    await save(
      shows.map(([soort, onderwerpId]) => ({
        soort,
        aan: { persoonId },
        onderwerpId,
        sztId: null,
        sleutel: `${soort}:${onderwerpId}:gepland:${press}`,
      })),
    );
    return ok(true);
  });
}

export interface UitstelVraag {
  readonly soort: TermKind;
  readonly referentie: string;
  readonly term: PostponableTerm;
  readonly bounds: ReturnType<typeof postponeBounds>;
  /** Null when it cannot be put off. */
  readonly voorstel: Temporal.PlainDate | null;
}

/** For the form; null for a term that is not this person's, or not open any more. */
export async function askUitstel(
  act: Pick<Act, "world" | "actor">,
  id: string,
): Promise<UitstelVraag | null> {
  const { world, actor } = act;
  return world.database.transact(scopeOf(actor), async (tx) => {
    const termijn = await termijnById(tx, id);
    const dossier = termijn && (await loadDossier(tx, world.keys, termijn.hulpvraagId));
    if (!dossier || termijn.status !== "open" || !seeHulpvraag(dossier, actor, tx.now)) return null;
    if (!mayHandle(dossier, termijn, actor.persoonId, tx.now)) return null;
    if (gepauzeerd(dossier, termijn, todayIn(tx.now))) return null;
    const term = postponable(dossier, termijn, termijn.soort);
    const context = await termContext(tx, termijn.schoolId);
    const bounds = postponeBounds(term, todayIn(tx.now), context);
    const voorstel = bounds.ok ? proposedDay(bounds.value, context.cal) : null;
    return { soort: termijn.soort, referentie: dossier.referentie, term, bounds, voorstel };
  });
}

/**
 * From the card of the hulpvraag, where an actie is known by itself and not by its term. One that is not there, or not
 * any more, gets the answer of one that is somebody else's.
 */
export async function finishOwnActie(act: Act, actieId: string): Promise<Result<TermKind, ActRefusal>> {
  const { world, actor } = act;
  const at = await world.database.transact(scopeOf(actor), (tx) => openTermOfActie(tx, actieId));
  const done = at ? await completeTermijn(act, at) : refuse({ kind: "verouderd" } as const);
  return !done.ok && done.error.kind === "onzichtbaar" ? refuse({ kind: "verouderd" }) : done;
}
