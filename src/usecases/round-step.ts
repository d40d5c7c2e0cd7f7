/** One item of the round that goes on now: it begins, gets more time, waits, or somebody else brings it in. */
import {
  beginPunt,
  leavePunten,
  puntenOf,
  saveOrder,
  setInbrenger,
  setMinuten,
} from "#database/agendapunt.ts";
import { loadDossier } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { zaakOf } from "#database/hulpvraag.ts";
import { lockRonde } from "#database/overlegronde.ts";
import { after, type Tx } from "#database/pool.ts";
import { setTimer } from "#database/timer.ts";
import type { AgendapuntFeit, Dossier } from "#domain/dossier.ts";
import type { Notice } from "#domain/notice.ts";
import { endOfPunt, extraMinuten, puntMax } from "#domain/ronde-klok.ts";
import type { BrengtIn, PuntGezien, RondeGezien } from "#domain/ronde-view.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { presentersOf } from "#domain/see-punt.ts";
import { type RondeFacts, seeRonde } from "#domain/see-ronde.ts";
import { type Act, perform } from "./act.ts";
import type { RondeRefusal } from "./overlegronde.ts";
import { timeUpKey } from "./punt-tijd.ts";
import { loadRonde } from "./round-load.ts";
import { refreshSeen } from "./round-notice.ts";
import { followTijdvakken, tellBegint } from "./tijdvak.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

export interface Stepped {
  readonly rondeId: string;
}
type StepResult = Result<Stepped, RondeRefusal>;

interface InHand {
  readonly tx: Tx;
  readonly facts: RondeFacts;
  readonly dossier: Dossier;
  readonly punt: AgendapuntFeit;
  readonly gezien: RondeGezien;
  readonly own: PuntGezien;
  /** To those who see one of these, beside who reads the item itself. `first`: who hears of it by other words. */
  readonly told: (also?: readonly string[], first?: readonly Notice[]) => Promise<void>;
}

/** Locked before it is read: of two who press at once the second one sees what the first did. */
export function withPunt(
  act: Act,
  hulpvraagId: string,
  run: (hand: InHand) => Promise<Result<true, RondeRefusal>>,
): Promise<StepResult> {
  const { actor, world } = act;
  return perform<Stepped, RondeRefusal>(act, async (tx, save) => {
    const before = await loadDossier(tx, world.keys, hulpvraagId);
    const rondeId = before?.agendapunten.find(({ ronde }) => ronde.status === "open")?.ronde.id;
    if (!rondeId) return refuse({ kind: "onzichtbaar" });
    await lockRonde(tx, rondeId);
    const facts = await loadRonde(tx, world.keys, rondeId);
    const gezien = facts && seeRonde(facts, { persoonId: actor.persoonId, now: tx.now });
    const item = facts?.punten.find(({ dossier }) => dossier.id === hulpvraagId);
    const own = gezien?.punten.find((punt) => punt.hulpvraagId === hulpvraagId);
    if (!facts || !gezien || !item || !own) return refuse({ kind: "onzichtbaar" });
    const feit = `p${act.press}`;
    const told = async (also: readonly string[] = [], first: readonly Notice[] = []) =>
      save([
        ...first,
        ...(await refreshSeen(tx, facts, { punten: [own.id, ...also], feit })),
        // Order and minutes are the time of who comes for an item alone.
        ...(await followTijdvakken(tx, rondeId, feit)),
      ]);
    const done = await run({ tx, facts, ...item, gezien, own, told });
    return done.ok ? ok({ rondeId }) : done;
  });
}

/**
 * Spoken of from now on. What was begun before is left as it is, undecided; only what this person sees, so that the time of
 * an item that is hidden from the one neither stops nor begins by a press of the other.
 */
export function startPunt(act: Act, hulpvraagId: string): Promise<StepResult> {
  return withPunt(act, hulpvraagId, async ({ tx, facts, dossier, punt, gezien, own, told }) => {
    if (!own.mag.leiden) return refuse({ kind: "kan_niet" });
    // Two who lead press the same: it has begun once.
    if (own.klok && own.eerstvolgende) return ok(true);
    const left = gezien.punten.filter(({ klok, id }) => klok && id !== own.id).map(({ id }) => id);
    if (!(await beginPunt(tx, own.id, left))) return refuse({ kind: "verouderd" });
    await recordEvent(tx, {
      soort: "punt_begonnen",
      sztId: dossier.sztId,
      ...(await zaakOf(tx, dossier.id)),
    });
    await setTimeUp(tx, act.world, dossier.id, { ...punt, begonnenOp: tx.now });
    await told(left, await tellBegint(tx, facts.ronde.id, { dossier, puntId: own.id }));
    return ok(true);
  });
}

/** `seen`: the minutes on the card that was pressed. */
export function extendPunt(act: Act, hulpvraagId: string, seen: number): Promise<StepResult> {
  return withPunt(act, hulpvraagId, async ({ tx, dossier, punt, own, told }) => {
    const { begonnenOp, minuten: van } = punt;
    if (!own.mag.leiden || !own.klok || !begonnenOp || van >= puntMax) return refuse({ kind: "kan_niet" });
    const naar = Math.min(puntMax, van + extraMinuten);
    if (van !== seen || !(await setMinuten(tx, own.id, { van, naar }))) return refuse({ kind: "verouderd" });
    await recordEvent(tx, {
      soort: "punt_verlengd",
      sztId: dossier.sztId,
      ...(await zaakOf(tx, dossier.id)),
      gegevens: { minuten: naar },
    });
    await setTimeUp(tx, act.world, dossier.id, { begonnenOp, minuten: naar });
    await told();
    return ok(true);
  });
}

/** Later in the same round: it goes to the end, and its time begins anew when it comes up. */
export function discussLater(act: Act, hulpvraagId: string): Promise<StepResult> {
  return withPunt(act, hulpvraagId, async ({ tx, facts, own, told }) => {
    if (!own.mag.later) return refuse({ kind: "kan_niet" });
    const rest = (await puntenOf(tx, facts.ronde.id)).map(({ id }) => id).filter((id) => id !== own.id);
    await leavePunten(tx, [own.id]);
    await saveOrder(tx, [...rest, own.id]);
    await told();
    return ok(true);
  });
}

/** For the dialog: who of the round may hear the question. Null for who does not lead this item. */
export async function presenterChoices(
  world: World,
  actor: Actor,
  hulpvraagId: string,
): Promise<{ readonly punt: PuntGezien; readonly wie: readonly BrengtIn[] } | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const dossier = await loadDossier(tx, world.keys, hulpvraagId);
    const rondeId = dossier?.agendapunten.find(({ ronde }) => ronde.status === "open")?.ronde.id;
    const facts = rondeId ? await loadRonde(tx, world.keys, rondeId) : null;
    const gezien = facts && seeRonde(facts, { persoonId: actor.persoonId, now: tx.now });
    const punt = gezien?.punten.find((one) => one.hulpvraagId === hulpvraagId);
    if (!dossier || !facts || !punt?.mag.leiden) return null;
    return { punt, wie: presentersOf(dossier, facts.ronde, tx.now) };
  });
}

export function choosePresenter(act: Act, hulpvraagId: string, persoonId: string): Promise<StepResult> {
  return withPunt(act, hulpvraagId, async ({ tx, facts, dossier, own, told }) => {
    const can = presentersOf(dossier, facts.ronde, tx.now).some((one) => one.persoonId === persoonId);
    if (!own.mag.leiden || !can) return refuse({ kind: "kan_niet" });
    if (!(await setInbrenger(tx, own.id, persoonId))) return refuse({ kind: "verouderd" });
    await recordEvent(tx, {
      soort: "inbrenger_gekozen",
      sztId: dossier.sztId,
      ...(await zaakOf(tx, dossier.id)),
    });
    await told();
    return ok(true);
  });
}

/** One for each end that was set: an earlier one that goes off finds that the end is another. */
async function setTimeUp(
  tx: Tx,
  world: World,
  hulpvraagId: string,
  punt: { readonly begonnenOp: Temporal.Instant; readonly minuten: number },
): Promise<void> {
  const op = endOfPunt(punt);
  const sleutel = timeUpKey(hulpvraagId, op);
  await setTimer(tx, world.chance.uuid(), { soort: "punt_tijd_om", onderwerpId: hulpvraagId, op, sleutel });
  after(tx, world.wake);
}
