/** The work of a hulpvraag stands still for a while, with a reason, and goes on by itself: no timer, the days say it. */
import { loadDossier } from "#database/dossier.ts";
import { type AtVersion, touchHulpvraag } from "#database/hulpvraag.ts";
import { insertPauze, stopPauze } from "#database/pauze.ts";
import type { Tx } from "#database/pool.ts";
import { lockOpenTermijnen } from "#database/termijn.ts";
import type { Dossier } from "#domain/dossier.ts";
import type { Notice, NoticeKind } from "#domain/notice.ts";
import {
  checkPauze,
  lopendePauze,
  type PauzeForm,
  type PauzeGrens,
  type PauzeProblemen,
  pauzeert,
  pauzeGrens,
} from "#domain/pauze.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { ibsOf } from "#domain/termijn-eigenaar.ts";
import { todayIn } from "#domain/today.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { moveTerms } from "./kalender.ts";
import { tellAbout } from "./notice-about.ts";
import { holdersOf, logCase, openFor, tell } from "./regierol-open.ts";
import { termContext } from "./termijn.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

export interface PauzeVraag extends PauzeGrens {
  readonly id: string;
  readonly versie: number;
  readonly referentie: string;
}

/** For the form; null for what cannot stand still, or not by this person, any more. */
export function askPauze(world: World, actor: Actor, id: string): Promise<PauzeVraag | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const dossier = await loadDossier(tx, world.keys, id);
    const gezien = dossier && seeHulpvraag(dossier, actor, tx.now);
    if (!dossier || !gezien?.mag.has("pauzeren")) return null;
    const grens = pauzeGrens(dossier, todayIn(tx.now), await termContext(tx, dossier.schoolId));
    return { id, versie: dossier.versie, referentie: dossier.referentie, ...grens };
  });
}

export type PauzeRefusal =
  | { readonly kind: "velden"; readonly problemen: PauzeProblemen }
  | { readonly kind: "te_vaak"; readonly keren: number };

/** From today on: what is asked of the approach gets the schooldagen of the pause more. */
export function pauzeer(
  act: Act,
  at: AtVersion,
  form: PauzeForm,
): Promise<Result<Temporal.PlainDate, PauzeRefusal | ActRefusal>> {
  return perform<Temporal.PlainDate, PauzeRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openFor(tx, act, at, "pauzeren");
    if (!open.ok) return open;
    const { dossier, today } = open.value;
    const context = await termContext(tx, dossier.schoolId);
    const grens = pauzeGrens(dossier, today, context);
    if (!grens.kan) return refuse({ kind: "te_vaak", keren: grens.keren });
    const problemen = checkPauze(form, grens);
    if (problemen) return refuse({ kind: "velden", problemen });
    const { reden, tot } = form;
    if (!reden || !tot || !(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    const { persoonId: door } = act.actor;
    await insertPauze(tx, dossier, { id: act.world.chance.uuid(), reden, van: today, tot, door });
    await logCase(tx, dossier, "pauze_begonnen", { reden, van: today.toString(), tot: tot.toString() });
    await recount(tx, dossier, context);
    await save(await told(tx, act, { dossier, at, soort: "pauze_begonnen" }));
    return ok(tot);
  });
}

/** "Ga weer verder": today is a day of work again. */
export function gaVerder(act: Act, at: AtVersion): Promise<Result<true, ActRefusal>> {
  return perform(act, async (tx, save): Promise<Result<true, ActRefusal>> => {
    const open = await openFor(tx, act, at, "pauze_stoppen");
    if (!open.ok) return open;
    const { dossier, today } = open.value;
    const pauze = lopendePauze(dossier, today);
    if (!pauze || !(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    if (!(await stopPauze(tx, pauze.id, { op: today, door: act.actor.persoonId })))
      return refuse({ kind: "verouderd" });
    await logCase(tx, dossier, "pauze_gestopt", { op: today.toString() });
    await recount(tx, dossier, await termContext(tx, dossier.schoolId));
    await save(await told(tx, act, { dossier, at, soort: "pauze_gestopt" }));
    return ok(true);
  });
}

/** Back to the schakelteam: what is agreed there does not stand still. */
export async function stopPauzeVan(tx: Tx, { actor }: Pick<Act, "actor">, dossier: Dossier): Promise<void> {
  const today = todayIn(tx.now);
  const pauze = lopendePauze(dossier, today);
  if (!pauze || !(await stopPauze(tx, pauze.id, { op: today, door: actor.persoonId }))) return;
  await logCase(tx, dossier, "pauze_gestopt", { op: today.toString() });
  await recount(tx, dossier, await termContext(tx, dossier.schoolId));
}

async function recount(
  tx: Tx,
  { id }: Dossier,
  { cal }: Awaited<ReturnType<typeof termContext>>,
): Promise<void> {
  const rows = (await lockOpenTermijnen(tx, id)).filter(({ soort }) => pauzeert(soort));
  await moveTerms(tx, rows, { cal, gepauzeerd: true });
}

/** The ib and the holder hear of what the other did. */
async function told(
  tx: Tx,
  { actor }: Act,
  { dossier, at, soort }: { readonly dossier: Dossier; readonly at: AtVersion; readonly soort: NoticeKind },
): Promise<readonly Notice[]> {
  const around = [...ibsOf(dossier, todayIn(tx.now)), ...holdersOf(dossier)];
  const personen = [...new Set(around)].filter((id) => id !== actor.persoonId);
  const notices = tellAbout(soort, dossier, { personen, feit: `${at.versie + 1}` });
  const changed = { ...at, sztId: dossier.sztId, versie: at.versie + 1 };
  return tell(tx, changed, notices, [actor.persoonId]);
}
