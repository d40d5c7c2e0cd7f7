import { loadDossier } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { beginOpruiming, clearedSchool, markGroundBack, zaakOf } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import type { Dossier } from "#domain/dossier.ts";
import { lacksAkkoord, reads, workersBack } from "#domain/grondslag-weg.ts";
import type { Notice } from "#domain/notice.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { ibsOf, stoppersOf } from "#domain/termijn-eigenaar.ts";
import { todayIn } from "#domain/today.ts";
import { decideDossierOn } from "#domain/toestemming.ts";
import type { Act } from "./act.ts";
import { renewalTerm } from "./consent-expiry.ts";
import { dropGround, dropOffer } from "./grondslag-weg.ts";
import type { At } from "./hulpvraag.ts";
import { tell } from "./regierol-open.ts";
import { rewriteSummaries } from "./samenvatting-vrijgave.ts";
import { applyTermEvent } from "./termijn.ts";
import { endWith } from "./uitzondering-over.ts";
import type { World } from "./world.ts";

export interface Changed {
  /** As it was before this change. */
  readonly before: Dossier;
  /** The version now. */
  readonly at: At;
  /** Somebody who decides said no. */
  readonly nee: boolean;
}

/**
 * What follows from consent as it now stands. Without a ground the hulpvraag leaves every agenda, and whoever worked
 * with it is asked to stop; every standing card shows what is left for its reader.
 */
export async function afterConsent(
  { world, actor }: Act,
  tx: Tx,
  { before, at, nee }: Changed,
): Promise<readonly Notice[]> {
  const dossier = await loadDossier(tx, world.keys, at.id);
  if (!dossier) throw new Error("a hulpvraag went away under its own lock");
  const op = todayIn(tx.now);
  const holds = (one: Dossier) => decideDossierOn(one, op).ok;
  await askOfIb(tx, world, { before, after: dossier, nee });
  if (holds(dossier)) {
    await markGroundBack(tx, at.id);
    if (!holds(before)) {
      await applyTermEvent(tx, world, dossier, { kind: "grondslag_terug", op });
      if (lacksAkkoord(dossier, op))
        await applyTermEvent(tx, world, dossier, { kind: "akkoord_opnieuw", op });
    }
    const asked = await noLongerNeeded(tx, world, dossier);
    const back = resumeNotices({ before, after: dossier }, tx.now);
    const notices = await tell(tx, { ...at, sztId: dossier.sztId }, back, [actor.persoonId]);
    return [...asked, ...(await clear(tx, world, { before, after: dossier }, notices))];
  }
  if (holds(before) && stoppersOf(dossier, op).length > 0)
    await applyTermEvent(tx, world, dossier, { kind: "grondslag_weg", op });
  await dropOffer(tx, world, dossier);
  const notices = [
    ...(await dropGround(tx, dossier, at.versie)),
    ...(await rewriteSummaries(tx, world, at.id)),
  ];
  return clear(tx, world, { before, after: dossier }, notices);
}

/** There is a ground again: who was told to stop and reads it from now on, hears that the work goes on. */
export function resumeNotices(
  { before, after }: { readonly before: Dossier; readonly after: Dossier },
  now: Temporal.Instant,
): readonly Notice[] {
  const { id, sztId, versie } = after;
  return workersBack(before, after, now).map((persoonId) => ({
    soort: "hulpvraag_verder",
    aan: { persoonId },
    onderwerpId: id,
    sztId,
    sleutel: `hulpvraag_verder:${id}:${versie}:${persoonId}`,
  }));
}

/** What the ib has to do about it. Of what is closed nothing is asked or renewed: what is left of it is cleared away. */
async function askOfIb(
  tx: Tx,
  world: World,
  { before, after, nee }: { readonly before: Dossier; readonly after: Dossier; readonly nee: boolean },
): Promise<void> {
  const op = todayIn(tx.now);
  const closed = after.status === "afgesloten";
  if (nee) await applyTermEvent(tx, world, after, { kind: closed ? "ingetrokken" : "nee_gezegd", op });
  else if (!closed) await renewalTerm(tx, world, { before, after });
}

/** With the consent of those who decide nothing is asked of the directeur any more. */
async function noLongerNeeded(tx: Tx, world: World, dossier: Dossier): Promise<readonly Notice[]> {
  const { grondslag } = decideDossierOn(dossier, todayIn(tx.now));
  return grondslag === "uitzondering" ? [] : endWith(tx, world, dossier, "niet_meer_nodig");
}

/**
 * Everything that shows it to somebody else is marked as one clearing, so that the ib sees when all of it is done. Who
 * could see it until now and cannot any more is told to stop, and with which school, not which one it is nor why. Nothing when nobody loses
 * anything.
 */
export async function clear(
  tx: Tx,
  world: Pick<World, "chance">,
  { before, after }: { readonly before: Dossier; readonly after: Dossier | null },
  notices: readonly Notice[],
): Promise<readonly Notice[]> {
  const stays = new Set(after ? insiders(after, tx.now) : []);
  const out = insiders(before, tx.now).filter((persoonId) => !stays.has(persoonId));
  if (out.length === 0 && before.status !== "geagendeerd") return notices;
  const opruimingId = world.chance.uuid();
  await beginOpruiming(tx, before.id, opruimingId);
  await recordEvent(tx, {
    soort: "opruiming_begonnen",
    sztId: before.sztId,
    ...(await zaakOf(tx, before.id)),
    gegevens: { personen: out.length },
  });
  const ibs = ibsOf(before, todayIn(tx.now));
  const elsewhere = ({ aan }: Notice) => "kanaalSztId" in aan || !ibs.includes(aan.persoonId);
  return [
    ...notices.map((notice) => (elsewhere(notice) ? { ...notice, opruimingId } : notice)),
    ...out.map(
      (persoonId): Notice => ({
        soort: "hulpvraag_gestopt",
        aan: { persoonId },
        onderwerpId: opruimingId,
        sztId: before.sztId,
        sleutel: `hulpvraag_gestopt:${opruimingId}:${persoonId}`,
        opruimingId,
      }),
    ),
  ];
}

/** Of which school it was, for who was told to stop and nobody else. */
export function stoppedSchool(world: World, actor: Actor, opruimingId: string): Promise<string | null> {
  return world.database.transact(scopeOf(actor), (tx) => clearedSchool(tx, opruimingId, actor.persoonId));
}

/** Who can read something of it, besides the ib of the school. */
function insiders(dossier: Dossier, now: Temporal.Instant): readonly string[] {
  const ibs = ibsOf(dossier, todayIn(now));
  const people = new Set(dossier.team.map(({ persoonId }) => persoonId));
  return [...people].filter((persoonId) => !ibs.includes(persoonId) && reads(dossier, persoonId, now));
}
