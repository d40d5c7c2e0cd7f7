import { loadDossier } from "#database/dossier.ts";
import type { AtVersion } from "#database/hulpvraag.ts";
import { touchHulpvraag } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import { heldBy, saveGiz, setStatusAfterRound } from "#database/regierol.ts";
import { planTermijnOn } from "#database/termijn.ts";
import type { Giz } from "#domain/code.ts";
import { isWithin, planBounds } from "#domain/gepland.ts";
import type { HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import type { Notice } from "#domain/notice.ts";
import type { GizReden } from "#domain/regierol-reden.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { ibsOf } from "#domain/termijn-eigenaar.ts";
import { dayProblem, type RegierolProblemen } from "#domain/terugkoppeling.ts";
import { todayIn } from "#domain/today.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { stopPauzeVan } from "./pauze.ts";
import { logCase, type Opened, openFor, stepTo, tell } from "./regierol-open.ts";
import { applyTermEvent } from "./termijn.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

export interface GizForm {
  readonly uitkomst: Giz | null;
  /** When it was taken, or when it will be. */
  readonly op: Temporal.PlainDate | null;
  readonly reden: GizReden | null;
}
export type GizRefusal = { readonly kind: "velden"; readonly problemen: RegierolProblemen<keyof GizForm> };

/** That the GIZ was taken, is planned, or why not; never what came out of it. `gepland` leaves the term open. */
export function recordGiz(
  act: Act,
  at: AtVersion,
  form: GizForm,
): Promise<Result<true, GizRefusal | ActRefusal>> {
  return perform<true, GizRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openFor(tx, act, at, "giz");
    if (!open.ok) return open;
    const { dossier, today } = open.value;
    const problemen = gizProblemen(form, { from: dossier.regieSinds && todayIn(dossier.regieSinds), today });
    if (problemen) return refuse({ kind: "velden", problemen });
    const { uitkomst } = form;
    if (!uitkomst || !(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    const dated = uitkomst === "afgenomen" || uitkomst === "gepland";
    await saveGiz(tx, dossier.id, {
      uitkomst,
      op: dated ? form.op : today,
      reden: uitkomst === "niet_nodig" ? form.reden : null,
    });
    if (uitkomst !== "gepland")
      await applyTermEvent(tx, act.world, dossier, { kind: "giz_afgerond", op: today });
    else if (form.op) await askAfter(tx, act.actor.persoonId, { dossier, today, op: form.op });
    await logCase(tx, dossier, "giz_vastgelegd", {
      uitkomst,
      reden: uitkomst === "niet_nodig" ? form.reden : null,
    });
    const changed = { ...at, sztId: dossier.sztId, versie: at.versie + 1 };
    await save(await tell(tx, changed, [], [act.actor.persoonId]));
    return ok(true);
  });
}

/** The day after it was planned for: was it taken? The term itself stays as it is, and is late when that day is. */
async function askAfter(
  tx: Tx,
  persoonId: string,
  { dossier, today, op }: Pick<Opened, "dossier" | "today"> & { readonly op: Temporal.PlainDate },
): Promise<void> {
  const term = dossier.termijnen.find(({ soort, status }) => soort === "giz" && status === "open");
  if (!term) return;
  const bounds = planBounds({ kind: "giz", due: term.vervalt }, today);
  const day = op.add({ days: 1 });
  // Beyond those the day that was chosen before says nothing any more.
  await planTermijnOn(tx, term, bounds && isWithin(day, bounds) ? { op: day, persoonId } : null);
}

/** `from`: the day of the akkoord. One of before is a reason why none is needed. */
function gizProblemen(
  form: GizForm,
  { from, today }: { readonly from: Temporal.PlainDate | null; readonly today: Temporal.PlainDate },
): RegierolProblemen<keyof GizForm> | null {
  switch (form.uitkomst) {
    case null:
      return { uitkomst: { kind: "leeg" } };
    case "afgenomen": {
      const wrong = dayProblem(form.op, from, today);
      return wrong ? { op: wrong } : null;
    }
    case "gepland":
      if (!form.op) return { op: { kind: "leeg" } };
      return Temporal.PlainDate.compare(form.op, today) < 0 ? { op: { kind: "voorbij" } } : null;
    case "niet_nodig":
      return form.reden ? null : { reden: { kind: "leeg" } };
    case "geweigerd":
      return null;
  }
}

/** The holder spoke with them: one press, with the day and nothing else. */
export function reportContact(act: Act, at: AtVersion): Promise<Result<true, ActRefusal>> {
  return perform(act, async (tx, save): Promise<Result<true, ActRefusal>> => {
    const open = await openFor(tx, act, at, "eerste_contact");
    if (!open.ok) return open;
    const { dossier, today } = open.value;
    if (!(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    await applyTermEvent(tx, act.world, dossier, { kind: "contact_vastgelegd", op: today });
    await logCase(tx, dossier, "eerste_contact_vastgelegd", { op: today.toString() });
    const changed = { ...at, sztId: dossier.sztId, versie: at.versie + 1 };
    await save(await tell(tx, changed, [], [act.actor.persoonId]));
    return ok(true);
  });
}

/** Something else is needed: to the next round. The holder stays holder, with the terms that run. */
export function backToSchakelteam(act: Act, at: AtVersion): Promise<Result<true, ActRefusal>> {
  return perform(act, async (tx, save): Promise<Result<true, ActRefusal>> => {
    const open = await openFor(tx, act, at, "terug_naar_schakelteam");
    if (!open.ok) return open;
    const told = await goBack(tx, act, at, open.value);
    if (!told) return refuse({ kind: "verouderd" });
    await save(
      await tell(tx, { ...at, sztId: open.value.dossier.sztId, versie: at.versie + 1 }, told, [
        act.actor.persoonId,
      ]),
    );
    return ok(true);
  });
}

/** The notices to the ibs, who put it on an agenda; null when somebody was first. */
export async function goBack(
  tx: Parameters<typeof stepTo>[0],
  act: Act,
  at: AtVersion,
  opened: Opened,
): Promise<readonly Notice[] | null> {
  const { dossier, today } = opened;
  const to = stepTo(tx, act, opened, { act: "terug_naar_schakelteam", given: [] });
  if ((to !== "klaargezet" && to !== "concept") || !(await setStatusAfterRound(tx, at, to))) return null;
  await applyTermEvent(tx, act.world, dossier, { kind: "afsluiting_afgewezen", op: today });
  await stopPauzeVan(tx, act, dossier);
  await logCase(tx, dossier, "terug_naar_schakelteam");
  return ibsOf(dossier, today)
    .filter((id) => id !== act.actor.persoonId)
    .map((persoonId) => ({
      soort: "hulpvraag_terug",
      aan: { persoonId },
      onderwerpId: dossier.id,
      sztId: dossier.sztId,
      sleutel: `hulpvraag_terug:schakelteam:${dossier.id}:${at.versie + 1}:${persoonId}`,
    }));
}

/** The cases of which this person is the holder. Their list names nobody: see its card. */
export async function myRegierollen(world: World, actor: Actor): Promise<readonly HulpvraagGezien[]> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const seen: HulpvraagGezien[] = [];
    for (const id of await heldBy(tx, actor.persoonId)) {
      const dossier = await loadDossier(tx, world.keys, id);
      const gezien = dossier && seeHulpvraag(dossier, actor, tx.now);
      if (gezien) seen.push(gezien);
    }
    return seen;
  });
}
