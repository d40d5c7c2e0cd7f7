import { loadDossier } from "#database/dossier.ts";
import { markGroundBack, markGroundGone } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import { nextVersion } from "#database/regierol.ts";
import { groundUntil } from "#database/termijn.ts";
import { type DueTimer, setTimer } from "#database/timer.ts";
import type { Dossier, InformatieFeit, TermijnFeit } from "#domain/dossier.ts";
import { leftWithoutGround, statusWithoutGround, workersOf } from "#domain/grondslag-weg.ts";
import type { Notice } from "#domain/notice.ts";
import { ibsOf } from "#domain/termijn-eigenaar.ts";
import type { TermEvent } from "#domain/termijn-event.ts";
import { amsterdam, todayIn } from "#domain/today.ts";
import { decideDossierOn, groundIsGone, isComplete } from "#domain/toestemming.ts";
import { expireToestemming } from "./grondslag-weg.ts";
import { refreshed } from "./hulpvraag-notice.ts";
import { send } from "./send.ts";
import { applyTermEvent, type Zaak } from "./termijn.ts";
import type { World } from "./world.ts";

/**
 * A toestemming was recorded: at midnight after its last day it is over. In the transaction that records it, after the
 * rows were written.
 */
export async function consentTerms(tx: Tx, world: Pick<World, "chance">, dossier: Zaak): Promise<void> {
  const geldigTot = await groundUntil(tx, dossier.id);
  if (!geldigTot) return;
  await applyTermEvent(tx, world, dossier, {
    kind: "toestemming_vastgelegd",
    op: todayIn(tx.now),
  });
  await setTimer(tx, world.chance.uuid(), {
    soort: "toestemming_verloopt",
    onderwerpId: dossier.id,
    op: geldigTot.add({ days: 1 }).toZonedDateTime(amsterdam).toInstant(),
    sleutel: `toestemming_verloopt:${dossier.id}:${geldigTot}`,
  });
  await lookNextMonth(tx, world, dossier.id);
}

/**
 * The parents were told in writing: the ib is reminded when their time to object is over, and at midnight the cards say
 * that it can be discussed.
 */
export async function objectionTerms(
  tx: Tx,
  world: Pick<World, "chance">,
  dossier: Zaak,
  { verzondenOp, bezwaarTot }: Pick<InformatieFeit, "verzondenOp" | "bezwaarTot">,
): Promise<void> {
  const event: TermEvent = { kind: "ouders_schriftelijk_geinformeerd", op: verzondenOp, bezwaarTot };
  await applyTermEvent(tx, world, dossier, event);
  await setObjectionTimer(tx, world, { hulpvraagId: dossier.id, bezwaarTot });
}

export async function setObjectionTimer(
  tx: Tx,
  world: { readonly chance: Pick<World["chance"], "uuid"> },
  { hulpvraagId, bezwaarTot }: { readonly hulpvraagId: string; readonly bezwaarTot: Temporal.PlainDate },
): Promise<void> {
  await setTimer(tx, world.chance.uuid(), {
    soort: "bezwaar_voorbij",
    onderwerpId: hulpvraagId,
    op: bezwaarTot.add({ days: 1 }).toZonedDateTime(amsterdam).toInstant(),
    sleutel: `bezwaar_voorbij:${hulpvraagId}:${bezwaarTot}`,
  });
}

/** The time to object is over: whoever looks at the card sees what can be done now. Whether it can is asked at the press. */
export async function refreshAfterObjection(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const dossier = await loadDossier(tx, world.keys, timer.onderwerpId);
  if (!dossier || dossier.status === "afgesloten" || dossier.status === "ingetrokken") return;
  const versie = await nextVersion(tx, dossier.id);
  if (versie === null) return;
  const op = todayIn(tx.now);
  if (decideDossierOn(dossier, op).ok) {
    await markGroundBack(tx, dossier.id);
    await applyTermEvent(tx, world, dossier, { kind: "grondslag_terug", op });
  }
  const notices = await refreshed(tx, { id: dossier.id, sztId: dossier.sztId, versie });
  await send(world, tx, notices);
}

/**
 * With the first of a month a pupil can turn sixteen, and then the own yes is asked (UAVG art. 5). Every hulpvraag is
 * looked at each month, so that no row tells when somebody was born.
 */
async function lookNextMonth(tx: Tx, world: Pick<World, "chance">, id: string): Promise<void> {
  const first = todayIn(tx.now).with({ day: 1 }).add({ months: 1 });
  await setTimer(tx, world.chance.uuid(), {
    soort: "toestemming_maand",
    onderwerpId: id,
    op: first.toZonedDateTime(amsterdam).toInstant(),
    sleutel: `toestemming_maand:${id}:${first}`,
  });
}

/** A new month: what held until now may not hold any more, and a pupil of twelve is heard from now on. */
export async function checkConsentMonth(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const id = timer.onderwerpId;
  const dossier = await loadDossier(tx, world.keys, id);
  if (!dossier || dossier.status === "afgesloten" || dossier.status === "ingetrokken") return;
  // Also while there is no ground: what is mended later need not be a new toestemming.
  await lookNextMonth(tx, world, id);
  const before = decideDossierOn(dossier, todayIn(timer.op).subtract({ days: 1 }));
  const today = todayIn(tx.now);
  if (groundIsGone(dossier, today)) {
    // What ends with its own last day has a timer for that.
    const own = dossier.toestemming?.geldigTot.add({ days: 1 }).equals(todayIn(timer.op)) ?? false;
    if (before.ok && !own) await expireConsent(world, tx, id);
    else if (!before.ok && leftWithoutGround(dossier, today)) await markGroundGone(tx, id);
    return;
  }
  const { alsoAsk } = decideDossierOn(dossier, today);
  if (alsoAsk.every((partij) => before.alsoAsk.includes(partij))) return;
  const versie = await nextVersion(tx, id);
  if (versie === null) return;
  const notices = await refreshed(tx, { id, sztId: dossier.sztId, versie });
  await send(world, tx, notices);
}

/**
 * What the ib has to ask, now that the ground is as it is. Recorded and nothing lacks: to renew it six schoolweken before
 * it ends. Half an answer is no toestemming: what was asked of the ib stands until there is one.
 */
export async function renewalTerm(
  tx: Tx,
  world: Pick<World, "chance">,
  { before, after: dossier }: { readonly before: Dossier; readonly after: Dossier },
): Promise<void> {
  const { toestemming } = dossier;
  const op = todayIn(tx.now);
  const isNew = toestemming?.id !== before.toestemming?.id || !openRenewal(before);
  if (toestemming && isNew && isComplete(dossier, op)) {
    const { geldigTot } = toestemming;
    await applyTermEvent(tx, world, dossier, { kind: "toestemming_rond", op, geldigTot });
  } else if (decideDossierOn(before, op).ok && !decideDossierOn(dossier, op).ok) {
    await renewNow(tx, world, dossier);
  }
}

/** The ground fell away while nobody said no: what asks the ib to renew it is due now, not some weeks before a day. */
export async function renewNow(tx: Tx, world: Pick<World, "chance">, dossier: Dossier): Promise<void> {
  const op = todayIn(tx.now);
  const open = openRenewal(dossier);
  if (!open || Temporal.PlainDate.compare(open.vervalt, op) <= 0) return;
  const geldigTot = op.subtract({ days: 1 });
  await applyTermEvent(tx, world, dossier, { kind: "toestemming_verlopen", op, geldigTot });
}

const openRenewal = ({ termijnen }: Dossier): TermijnFeit | undefined =>
  termijnen.find(({ soort, status }) => soort === "toestemming_verloopt" && status === "open");

/** The last day is over: off the agendas, and the ibs are told. To renew it stays to be done, and is late by now. */
export async function expireConsent(world: World, tx: Tx, id: string): Promise<void> {
  const dossier = await loadDossier(tx, world.keys, id);
  const today = todayIn(tx.now);
  const ended = !dossier || dossier.status === "afgesloten" || dossier.status === "ingetrokken";
  if (ended || !groundIsGone(dossier, today)) return;
  // A status that stays would leave the version as it was, and cards are drawn again once a version.
  await nextVersion(tx, id);
  await expireToestemming(world, tx, id);
  await renewNow(tx, world, dossier);
  const feit = `verlopen:${id}:${dossier.toestemming?.id ?? "geen"}`;
  const others = ibsOf(dossier, today).filter((persoonId) => persoonId !== dossier.inbrengerId);
  await send(world, tx, [
    ...others.map(
      (persoonId): Notice => ({
        soort: "hulpvraag_terug",
        aan: { persoonId },
        onderwerpId: id,
        sztId: dossier.sztId,
        sleutel: `hulpvraag_terug:${feit}:${persoonId}`,
      }),
    ),
    ...waitNotices(world, { ...dossier, status: statusWithoutGround(dossier.status) }, { feit, now: tx.now }),
  ]);
}

/**
 * The ground ran out, of a hulpvraag as it is after that: who has work there hears that it waits, and who may not know of
 * it any more that something stopped.
 */
export function waitNotices(
  { chance }: Pick<World, "chance">,
  dossier: Dossier,
  { feit, now }: { readonly feit: string; readonly now: Temporal.Instant },
): readonly Notice[] {
  const { id, sztId } = dossier;
  return workersOf(dossier, now).map(({ persoonId, weet }): Notice => {
    const soort = weet ? "hulpvraag_wacht" : "hulpvraag_gestopt";
    return {
      soort,
      aan: { persoonId },
      onderwerpId: weet ? id : chance.uuid(),
      sztId,
      sleutel: `${soort}:${feit}:${persoonId}`,
    };
  });
}
