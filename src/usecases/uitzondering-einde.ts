import { loadDossier } from "#database/dossier.ts";
import { lockRonde } from "#database/overlegronde.ts";
import type { Tx } from "#database/pool.ts";
import { nextVersion } from "#database/regierol.ts";
import type { DueTimer } from "#database/timer.ts";
import {
  lockUitzondering,
  markRondeOpened,
  type OpenUitzondering,
  openUitzonderingen,
} from "#database/uitzondering.ts";
import type { Dossier } from "#domain/dossier.ts";
import type { Notice } from "#domain/notice.ts";
import { askersOf } from "#domain/termijn-eigenaar.ts";
import { todayIn } from "#domain/today.ts";
import { decideDossierOn } from "#domain/toestemming.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { clear } from "./grondslag-gevolg.ts";
import { dropGround } from "./grondslag-weg.ts";
import { refreshed } from "./hulpvraag-notice.ts";
import { maskVerzoeken } from "./leerling-naam.ts";
import { refreshAbout, tellAbout } from "./notice-about.ts";
import type { Item } from "./round-release.ts";
import { rewriteSummaries } from "./samenvatting-vrijgave.ts";
import { send } from "./send.ts";
import { openVerzoek, remindNext } from "./uitzondering.ts";
import type { VerzoekAt } from "./uitzondering-besluit.ts";
import { type Einde, end, said } from "./uitzondering-over.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

export type RondeGebeurtenis = "ronde_begonnen" | "ronde_gesloten" | "ronde_verzet" | "ronde_vervallen";

function endOf(open: OpenUitzondering, wat: RondeGebeurtenis | "dag_voorbij"): Einde | null {
  const before = said(open);
  if (before) return before;
  if (wat === "ronde_begonnen") {
    return open.besluit === null ? { einde: "vervallen", waarom: wat } : null;
  }
  if (wat === "ronde_verzet" || wat === "ronde_vervallen") return { einde: "vervallen", waarom: wat };
  if (open.besproken) return { einde: "gebruikt" };
  return { einde: "vervallen", waarom: wat === "ronde_gesloten" ? "niet_besproken" : wat };
}

/**
 * What a round does to the decisions that are about it: it begins, is over, is moved or is not held. Answers the items
 * as they stand after that; those still to come are for the caller to release.
 */
export async function afterRonde(
  tx: Tx,
  world: World,
  { rondeId, punten }: { readonly rondeId: string; readonly punten: readonly Item[] },
  wat: RondeGebeurtenis,
): Promise<{ readonly punten: readonly Item[]; readonly notices: readonly Notice[] }> {
  const notices: Notice[] = [];
  const changed = new Map<string, Dossier>();
  for (const { id } of await openUitzonderingen(tx, { rondeId })) {
    await lockUitzondering(tx, id);
    const [open] = await openUitzonderingen(tx, { id });
    const dossier = open && (await loadDossier(tx, world.keys, open.hulpvraagId));
    if (!open || !dossier) continue;
    const how = endOf(open, wat);
    if (!how) {
      notices.push(...(await refreshAbout(tx, "uitzondering", open, { feit: wat })));
      continue;
    }
    notices.push(...(await end(tx, world, { open, dossier }, how)));
    const planned = punten.some(
      ({ punt, dossier: { id: own } }) => own === dossier.id && punt.status === "gepland",
    );
    const now = await next(tx, world, dossier);
    changed.set(dossier.id, now);
    if (!planned) notices.push(...(await settle(tx, world, now)));
  }
  if (wat === "ronde_begonnen") await markRondeOpened(tx, rondeId);
  return {
    notices,
    punten: punten.map((item) => ({ ...item, dossier: changed.get(item.dossier.id) ?? item.dossier })),
  };
}

/** The hulpvraag at its next version: what stands on cards has changed. */
async function next(tx: Tx, world: World, { id }: Dossier): Promise<Dossier> {
  await nextVersion(tx, id);
  const dossier = await loadDossier(tx, world.keys, id);
  if (!dossier) throw new Error("a hulpvraag went away under its own lock");
  return dossier;
}

/** Off its way to a round when no ground is left; every standing card shows the new state. */
async function settle(tx: Tx, world: World, dossier: Dossier): Promise<readonly Notice[]> {
  const { id, sztId, versie, status } = dossier;
  const ended = status === "afgesloten" || status === "ingetrokken";
  if (ended || decideDossierOn(dossier, todayIn(tx.now)).ok) return refreshed(tx, { id, sztId, versie });
  return [...(await dropGround(tx, dossier, versie)), ...(await rewriteSummaries(tx, world, id))];
}

/** The ib takes the question back, or the yes that she got: it then leaves that agenda at once. */
export function withdrawUitzondering(
  act: Act,
  at: VerzoekAt,
): Promise<Result<true, { readonly kind: "te_laat" } | ActRefusal>> {
  const { world, actor } = act;
  return perform<true, { readonly kind: "te_laat" } | ActRefusal>(act, async (tx, save) => {
    const first = await openVerzoek(tx, world, actor, at.id);
    if (first) await lockRonde(tx, first.verzoek.rondeId);
    await lockUitzondering(tx, at.id);
    const open = await openVerzoek(tx, world, actor, at.id);
    if (open?.gezien.ik !== "ib" || !open.dossier) return refuse({ kind: "onzichtbaar" });
    if (!open.gezien.mag.has("intrekken")) return refuse({ kind: "te_laat" });
    if (open.gezien.versie !== at.versie) return refuse({ kind: "verouderd" });
    const [row] = await openUitzonderingen(tx, { id: at.id });
    if (!row) return refuse({ kind: "te_laat" });
    const told = await end(tx, world, { open: row, dossier: open.dossier }, { einde: "ingetrokken" });
    await save([
      ...told,
      ...(await refreshAbout(tx, "uitzondering", row, {
        feit: "ingetrokken",
        also: [row.directeurId, actor.persoonId],
      })),
      ...(await fallen(tx, world, open.dossier)),
    ]);
    return ok(true);
  });
}

/** The ground may have gone with it: the circle is told to stop, as after any withdrawal. */
async function fallen(tx: Tx, world: World, before: Dossier): Promise<readonly Notice[]> {
  const now = await next(tx, world, before);
  const notices = await settle(tx, world, now);
  return clear(tx, world, { before, after: await loadDossier(tx, world.keys, before.id) }, notices);
}

/** One that is still open, under the locks of its round and its own; the round first, as everywhere. */
async function lockedOpen(
  tx: Tx,
  world: World,
  id: string,
): Promise<{ readonly open: OpenUitzondering; readonly dossier: Dossier } | null> {
  const [first] = await openUitzonderingen(tx, { id });
  if (!first) return null;
  await lockRonde(tx, first.rondeId);
  await lockUitzondering(tx, first.id);
  const [open] = await openUitzonderingen(tx, { id });
  const dossier = open && (await loadDossier(tx, world.keys, open.hulpvraagId));
  return open && dossier ? { open, dossier } : null;
}

/** What the directeur decided, carried through to the hulpvraag that this one cannot reach. */
export async function carryOut(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const found = await lockedOpen(tx, world, timer.onderwerpId);
  if (!found) return;
  const { open, dossier } = found;
  const how = said(open);
  const told = how ? await end(tx, world, { open, dossier }, how) : [];
  // As it was while the yes stood: whoever could read it then is told to stop.
  const before: Dossier = how?.einde === "teruggenomen" ? withYes(dossier, open) : dossier;
  await send(world, tx, [...told, ...(await fallen(tx, world, before))]);
}

function withYes(dossier: Dossier, { kring }: OpenUitzondering): Dossier {
  const { uitzondering } = dossier;
  return uitzondering
    ? { ...dossier, uitzondering: { ...uitzondering, stand: "ja", deelnemers: kring ?? [] } }
    : dossier;
}

/** The day of the round is over. */
export async function expireUitzondering(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const found = await lockedOpen(tx, world, timer.onderwerpId);
  const how = found && endOf(found.open, "dag_voorbij");
  if (!found || !how) return;
  const { open, dossier } = found;
  const told = await end(tx, world, { open, dossier }, how);
  await send(world, tx, [...told, ...(await settle(tx, world, await next(tx, world, dossier)))]);
}

/** Not answered yet: the directeur is asked again, and the ib hears that it waits. */
export async function remindDirecteur(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const [open] = await openUitzonderingen(tx, { id: timer.onderwerpId });
  const dossier = open && (await loadDossier(tx, world.keys, open.hulpvraagId));
  const today = todayIn(tx.now);
  const waits = open?.besluit === null && dossier?.uitzondering?.geopend === false;
  if (!open || !dossier || !waits || Temporal.PlainDate.compare(today, open.rondeDatum) > 0) return;
  const feit = today.toString();
  await remindNext(tx, world, { id: open.id, schoolId: dossier.schoolId, until: open.rondeDatum });
  await send(world, tx, [
    // What was asked before the name was put right, or before this form of it was known, is looked at again.
    ...(await maskVerzoeken(tx, world, dossier.leerlingId, feit)),
    ...tellAbout("uitzondering_gevraagd", open, { personen: [open.directeurId], feit }),
    ...tellAbout("uitzondering_wacht", open, {
      personen: askersOf(dossier, open.gevraagdDoor, today),
      feit,
    }),
  ]);
}
