import { dropBijdragen } from "#database/bijdrage.ts";
import { loadDossier } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import {
  findByReference,
  openHulpvragen,
  setStatus,
  takeOffAgendas,
  withdrawHulpvraag,
  zaakOf,
} from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import type { Dossier } from "#domain/dossier.ts";
import type { HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import { type Lezing, lezingOf, showsContent } from "#domain/lezing.ts";
import type { Notice } from "#domain/notice.ts";
import { readReference } from "#domain/reference.ts";
import { relationsOf } from "#domain/relatie.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { todayIn } from "#domain/today.ts";
import { groundOn, type Missing } from "#domain/toestemming.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { clear } from "./grondslag-gevolg.ts";
import { refreshed, refreshedRondes, refreshedVoorstellen } from "./hulpvraag-notice.ts";
import { logLezingen } from "./lezing.ts";
import { rewriteSummaries } from "./samenvatting-vrijgave.ts";
import { send } from "./send.ts";
import { applyTermEvent } from "./termijn.ts";
import { endWith } from "./uitzondering-over.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** One hulpvraag for one person, with what it shows: whoever puts it before those eyes logs that. */
export async function drawHulpvraag(
  world: World,
  actor: Actor,
  id: string,
): Promise<{ readonly gezien: HulpvraagGezien; readonly lezingen: readonly Lezing[] } | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const dossier = await loadDossier(tx, world.keys, id);
    const gezien = dossier && seeHulpvraag(dossier, actor, tx.now);
    if (gezien?.onleesbaar) world.log("error", { code: "hulpvraag_onleesbaar", id });
    return gezien && { gezien, lezingen: [readingOf(dossier, gezien, actor, tx.now)] };
  });
}

/** The same for who asked for it; what shows a name or text is logged as read. */
export async function readHulpvraag(world: World, actor: Actor, id: string): Promise<HulpvraagGezien | null> {
  const drawn = await drawHulpvraag(world, actor, id);
  if (drawn) await logLezingen(world, actor, drawn.lezingen);
  return drawn?.gezien ?? null;
}

function readingOf(
  dossier: Dossier,
  gezien: HulpvraagGezien,
  { persoonId }: Pick<Actor, "persoonId">,
  now: Temporal.Instant,
): Lezing {
  return lezingOf(dossier, { naam: gezien.leerling !== null, wat: showsContent(gezien) }, { persoonId, now });
}

/**
 * Puts the card of a hulpvraag below in the chat of who asked for it by its number. False for an unknown number, one
 * of another SZT and one without rights alike; a number out of reach costs the same questions as one that is shown.
 */
export async function askHulpvraag(
  world: World,
  actor: Actor,
  asked: { typed: string; activityId: string },
): Promise<boolean> {
  const referentie = readReference(asked.typed);
  if (!referentie) return false;
  return world.database.transact(scopeOf(actor), async (tx) => {
    const notices: Notice[] = [];
    for (const { id, treffer } of await findByReference(tx, referentie)) {
      const dossier = await loadDossier(tx, world.keys, id);
      // Of a stand-in too: looking opens what is locked, and that takes time.
      if (dossier && seeHulpvraag(dossier, actor, tx.now) && treffer) {
        notices.push(shown(dossier, actor, asked.activityId));
      }
    }
    await send(world, tx, notices);
    return notices.length > 0;
  });
}

/** The same, from a button on another card. */
export function showHulpvraag(act: Act, id: string): Promise<Result<true, ActRefusal>> {
  return perform(act, async (tx, save) => {
    const dossier = await loadDossier(tx, act.world.keys, id);
    if (!dossier || !seeHulpvraag(dossier, act.actor, tx.now)) return refuse({ kind: "onzichtbaar" });
    await save([shown(dossier, act.actor, act.press)]);
    return ok(true);
  });
}

function shown({ id, sztId }: Dossier, { persoonId }: Actor, occasion: string): Notice {
  return {
    soort: "hulpvraag_getoond",
    aan: { persoonId },
    onderwerpId: id,
    sztId,
    sleutel: `hulpvraag_getoond:${id}:${persoonId}:${occasion}`,
  };
}

const listed = 8;

/** Open hulpvragen that this person may see, the last changed first. Their list names nobody. */
export async function myHulpvragen(world: World, actor: Actor): Promise<readonly HulpvraagGezien[]> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const seen: HulpvraagGezien[] = [];
    for (const id of await openHulpvragen(tx, tx.scope.kind === "persoon" ? tx.scope.sztIds : [], 40)) {
      const dossier = await loadDossier(tx, world.keys, id);
      const gezien = dossier && seeHulpvraag(dossier, actor, tx.now);
      if (gezien && gezien.mag.size > 0) seen.push(gezien);
      if (seen.length === listed) break;
    }
    return seen;
  });
}

export interface At {
  readonly id: string;
  readonly versie: number;
}

export type KlaarzettenRefusal =
  | { readonly kind: "nog_niet"; readonly missing: readonly Missing[] }
  | { readonly kind: "intake_niet_af" }
  | { readonly kind: "kan_niet" };

/** Ready for a round: a whole intake and a ground that holds today (model.md §3). */
export function klaarzetten(act: Act, at: At): Promise<Result<true, KlaarzettenRefusal | ActRefusal>> {
  return perform<true, KlaarzettenRefusal | ActRefusal>(act, async (tx, save) => {
    const found = await forIb(tx, act, at);
    if (!found.ok) return found;
    const { dossier, gezien } = found.value;
    if (dossier.status === "concept" && !gezien.mag.has("klaarzetten")) {
      if (dossier.stap < 3) return refuse({ kind: "intake_niet_af" });
      return refuse({ kind: "nog_niet", missing: gezien.toestemming?.ontbreekt ?? [] });
    }
    if (!gezien.mag.has("klaarzetten")) return refuse({ kind: "kan_niet" });
    if (!(await setStatus(tx, at, "klaargezet"))) return refuse({ kind: "verouderd" });
    await recordEvent(tx, {
      soort: "hulpvraag_klaargezet",
      sztId: dossier.sztId,
      ...(await zaakOf(tx, at.id)),
      ...groundOn(dossier, todayIn(tx.now)),
    });
    await applyTermEvent(tx, act.world, dossier, { kind: "klaargezet", op: todayIn(tx.now) });
    const changed = { ...at, sztId: dossier.sztId, versie: at.versie + 1 };
    await save([
      ...(await refreshed(tx, changed, [act.actor.persoonId])),
      ...(await refreshedVoorstellen(tx, changed)),
    ]);
    return ok(true);
  });
}

/** The ib takes the whole hulpvraag back: off every agenda, and everything that ran for it ends. */
export function intrekken(
  act: Act,
  at: At,
): Promise<Result<true, { readonly kind: "kan_niet" } | ActRefusal>> {
  return perform<true, { readonly kind: "kan_niet" } | ActRefusal>(act, async (tx, save) => {
    const found = await forIb(tx, act, at);
    if (!found.ok) return found;
    const { dossier } = found.value;
    if (!found.value.gezien.mag.has("intrekken")) return refuse({ kind: "kan_niet" });
    const rondes = await takeOffAgendas(tx, at.id);
    await dropBijdragen(tx, at.id);
    if (!(await withdrawHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    await recordEvent(tx, {
      soort: "hulpvraag_ingetrokken",
      sztId: dossier.sztId,
      ...(await zaakOf(tx, at.id)),
      gegevens: { van: dossier.status, rondes: rondes.length },
    });
    await applyTermEvent(tx, act.world, dossier, { kind: "ingetrokken", op: todayIn(tx.now) });
    const changed = { ...at, sztId: dossier.sztId, versie: at.versie + 1 };
    const asked = await endWith(tx, act.world, dossier, "hulpvraag_gestopt");
    const notices = [
      ...(await refreshed(tx, changed, [act.actor.persoonId])),
      ...(await refreshedRondes(tx, rondes, changed)),
      ...(await refreshedVoorstellen(tx, changed)),
      ...(await rewriteSummaries(tx, act.world, at.id)),
    ];
    await save([...asked, ...(await clear(tx, act.world, { before: dossier, after: null }, notices))]);
    return ok(true);
  });
}

/** The hulpvraag for the ib of its school, at the version of the card. Anyone else cannot tell that it is there. */
export async function forIb(
  tx: Tx,
  { world, actor }: Act,
  at: At,
): Promise<Result<{ dossier: Dossier; gezien: HulpvraagGezien }, ActRefusal>> {
  const dossier = await loadDossier(tx, world.keys, at.id);
  const gezien = dossier && seeHulpvraag(dossier, actor, tx.now);
  if (!gezien || !relationsOf(dossier, actor.persoonId, tx.now).has("ib_van_school")) {
    return refuse({ kind: "onzichtbaar" });
  }
  return gezien.versie === at.versie ? ok({ dossier, gezien }) : refuse({ kind: "verouderd" });
}
