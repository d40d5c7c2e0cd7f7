import {
  bewaarSettingsOf,
  dropAankondiging,
  endBewaring,
  type Kandidaat,
  kandidatenAfter,
  replaceBewaring,
  saveAankondiging,
} from "#database/bewaartermijn.ts";
import { teamOf } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { zaakOf } from "#database/hulpvraag.ts";
import { schoolCalendar } from "#database/kalender.ts";
import { readersOf } from "#database/message.ts";
import type { Tx } from "#database/pool.ts";
import { type DueTimer, setTimer } from "#database/timer.ts";
import { countErasure, leftOver } from "#database/wissen.ts";
import { insertWissing, openWissingOf, wissingenToRun } from "#database/wissing.ts";
import { type Bewaarreden, type BewaarStap, bewaarStap } from "#domain/bewaartermijn.ts";
import type { BewaarSettings } from "#domain/bewaartermijn-setting.ts";
import type { HulpvraagStatus } from "#domain/code.ts";
import type { Notice } from "#domain/notice.ts";
import type { SchoolCalendar } from "#domain/schooldag.ts";
import { taskScope } from "#domain/scope.ts";
import { ibsOf } from "#domain/termijn-eigenaar.ts";
import { momentOf, todayIn } from "#domain/today.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { openRechten, refreshedRechten } from "./rechten.ts";
import { logCase } from "./regierol-open.ts";
import { send } from "./send.ts";
import type { WisBewijs } from "./wissen.ts";
import { executeWissing, newNummer } from "./wissing.ts";
import { ok, type Result, refuse, type World } from "./world.ts";
import { decidedAgain } from "./zonder-grond.ts";

/** Before people begin, and before the bundles of the day. */
const hour = Temporal.PlainTime.from("06:15");
const first = "00000000-0000-0000-0000-000000000000";
/** Looked at in one transaction; what is left follows at once, in the next. */
const batch = 50;

/** The daily look has its timer; for the start, and set again by each look. */
export async function ensureRetentionTimer(tx: Tx, world: Pick<World, "chance">): Promise<void> {
  const today = todayIn(tx.now);
  const next = Temporal.Instant.compare(momentOf(today, hour), tx.now) > 0 ? today : today.add({ days: 1 });
  await setTimer(tx, world.chance.uuid(), {
    soort: "bewaartermijn",
    onderwerpId: first,
    op: momentOf(next, hour),
    sleutel: `bewaartermijn:${next}`,
  });
}

/** One batch of the daily look. The id in the timer is the last one that was looked at. */
export async function retentionDay(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  if (timer.onderwerpId === first) await ensureRetentionTimer(tx, world);
  const seen = await look(tx, world, timer.onderwerpId);
  for (const one of seen) await carryOut(tx, world, one);
  const last = seen.at(-1);
  if (!last || seen.length < batch) return;
  await setTimer(tx, world.chance.uuid(), {
    soort: "bewaartermijn",
    onderwerpId: last.kandidaat.id,
    op: tx.now,
    sleutel: `bewaartermijn:${todayIn(tx.now)}:${last.kandidaat.id}`,
  });
}

interface Seen {
  readonly kandidaat: Kandidaat;
  readonly stap: BewaarStap;
}

/** The next ones in the order of their ids, with what has to happen to each. */
async function look(tx: Tx, world: Pick<World, "keys">, afterId: string): Promise<readonly Seen[]> {
  const settings = await bewaarSettingsOf(tx);
  const calendars = new Map<string, SchoolCalendar>();
  const seen: Seen[] = [];
  for (const found of await kandidatenAfter(tx, afterId, untouchedSince(tx, settings), batch)) {
    const kandidaat = await decidedAgain(tx, world, found);
    const { schoolId, feit, aankondiging } = kandidaat;
    const cal = calendars.get(schoolId) ?? (await schoolCalendar(tx, schoolId));
    calendars.set(schoolId, cal);
    seen.push({ kandidaat, stap: bewaarStap(feit, { settings, cal, today: todayIn(tx.now), aankondiging }) });
  }
  return seen;
}

/** Nothing younger than this can be due to be announced: half of the shortest term, in calendar days. */
function untouchedSince({ now }: Tx, settings: BewaarSettings): Temporal.Instant {
  const days = Math.min(settings.concept_weken * 7, settings.ingetrokken_maanden * 30) / 4;
  return now.subtract({ hours: 24 * Math.floor(days) });
}

async function carryOut(tx: Tx, world: World, { kandidaat, stap }: Seen): Promise<void> {
  switch (stap.kind) {
    case "niets":
      return;
    case "aankondigen":
      return announce(tx, world, kandidaat, stap.wissenOp);
    case "afzeggen":
      return callOff(tx, world, kandidaat);
    case "wissen":
      return decide(tx, world, kandidaat);
  }
}

async function announce(
  tx: Tx,
  world: World,
  kandidaat: Kandidaat,
  wissenOp: Temporal.PlainDate,
): Promise<void> {
  const { id, sztId, schoolId } = kandidaat;
  const today = todayIn(tx.now);
  await saveAankondiging(tx, kandidaat, { aangekondigdOp: today, wissenOp });
  await recordEvent(tx, {
    soort: "wissen_aangekondigd",
    sztId,
    ...(await zaakOf(tx, id)),
    gegevens: { wissen_op: wissenOp.toString() },
  });
  const notices = ibsOf({ team: await teamOf(tx, sztId), schoolId }, today).map(
    (persoonId): Notice => ({
      soort: "bewaartermijn_aangekondigd",
      aan: { persoonId },
      onderwerpId: id,
      sztId,
      sleutel: `bewaartermijn_aangekondigd:${id}:${wissenOp}:${persoonId}`,
    }),
  );
  await send(world, tx, notices);
}

async function callOff(tx: Tx, world: World, kandidaat: Kandidaat): Promise<void> {
  await dropAankondiging(tx, kandidaat.id);
  const zaak = await zaakOf(tx, kandidaat.id);
  await recordEvent(tx, { soort: "wissen_afgezegd", sztId: kandidaat.sztId, ...zaak });
  const notices = refreshedRechten(
    await readersOfCard(tx, kandidaat.id),
    kandidaat.sztId,
    `afgezegd:${todayIn(tx.now)}`,
  );
  await send(world, tx, notices);
}

/** Each in a transaction of its own, so that one that cannot go does not hold up the others. */
async function decide(tx: Tx, world: World, { id, leerlingId, sztId, schoolId }: Kandidaat): Promise<void> {
  if (await openWissingOf(tx, [leerlingId])) return;
  const wissingId = world.chance.uuid();
  await insertWissing(tx, {
    id: wissingId,
    sztId,
    schoolId,
    nummer: await newNummer(tx, world),
    aanleiding: "bewaartermijn",
    reden: "bewaartermijn",
    van: [],
    gevraagdDoor: null,
    tweedeId: null,
    uiterlijk: null,
    status: "bevestigd",
    leerlingIds: [leerlingId],
    hulpvraagIds: [id],
  });
  await setTimer(tx, world.chance.uuid(), {
    soort: "wissing_uitvoeren",
    onderwerpId: wissingId,
    op: tx.now,
    sleutel: `wissing_uitvoeren:${wissingId}`,
  });
}

async function readersOfCard(tx: Tx, id: string) {
  return (await readersOf(tx, "rechten", id)).map((persoonId) => ({ persoonId, id }));
}

export interface BewaarForm {
  readonly reden: Bewaarreden | null;
  readonly tot: Temporal.PlainDate | null;
}
export type BewaarProbleem =
  | { readonly kind: "leeg" }
  | { readonly kind: "voorbij" }
  | { readonly kind: "te_lang"; readonly uiterlijk: Temporal.PlainDate };
export type BewaarRefusal = {
  readonly kind: "velden";
  readonly problemen: Readonly<Partial<Record<keyof BewaarForm, BewaarProbleem>>>;
};

/** Kept for longer, with a reason and a last day: neither the clock nor a request erases it before. */
export function keepLonger(
  act: Act,
  id: string,
  { reden, tot }: BewaarForm,
): Promise<Result<true, BewaarRefusal | ActRefusal>> {
  const { world, actor } = act;
  return perform<true, BewaarRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openRechten(tx, world, actor, { id, handeling: "bewerken" });
    if (!open) return refuse({ kind: "onzichtbaar" });
    const totProblem = dayProblem(tot, todayIn(tx.now), await bewaarSettingsOf(tx));
    const problemen: BewaarRefusal["problemen"] = {
      ...(reden ? {} : { reden: { kind: "leeg" } as const }),
      ...(totProblem ? { tot: totProblem } : {}),
    };
    if (!reden || !tot || totProblem) return refuse({ kind: "velden", problemen });
    const { sztId } = open.dossier;
    for (const leerlingId of open.leerlingIds) {
      const row = { id: world.chance.uuid(), sztId, leerlingId, reden, tot, door: actor.persoonId };
      await replaceBewaring(tx, row);
    }
    await logCase(tx, open.dossier, "langer_bewaren", { reden, tot: tot.toString() });
    await save(refreshedRechten(await readersOfCard(tx, id), sztId, act.press));
    return ok(true);
  });
}

function dayProblem(
  tot: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
  settings: BewaarSettings,
): BewaarProbleem | null {
  if (!tot) return { kind: "leeg" };
  if (Temporal.PlainDate.compare(tot, today) <= 0) return { kind: "voorbij" };
  const uiterlijk = today.add({ months: settings.langer_maanden });
  return Temporal.PlainDate.compare(tot, uiterlijk) > 0 ? { kind: "te_lang", uiterlijk } : null;
}

/** What held it up is over: the usual term counts again. */
export function endKeeping(act: Act, id: string): Promise<Result<true, ActRefusal>> {
  return perform<true, ActRefusal>(act, async (tx, save) => {
    const open = await openRechten(tx, act.world, act.actor, { id, handeling: "bewerken" });
    if (!open) return refuse({ kind: "onzichtbaar" });
    if (!(await endBewaring(tx, open.leerlingIds, act.actor.persoonId))) return refuse({ kind: "verouderd" });
    await logCase(tx, open.dossier, "bewaring_beeindigd");
    await save(refreshedRechten(await readersOfCard(tx, id), open.dossier.sztId, act.press));
    return ok(true);
  });
}

export interface RetentionReport {
  /** Of each status that can be over: how many go. */
  readonly due: Readonly<Partial<Record<HulpvraagStatus, number>>>;
  readonly announced: number;
  readonly calledOff: number;
  readonly rows: Readonly<Record<string, number>>;
}

export interface RetentionProof extends RetentionReport {
  readonly erased: number;
  readonly keysDestroyed: number;
  /** Locked values that went, and how many of those still stand anywhere: none. */
  readonly verified: { readonly locked: number; readonly left: number };
}

/** What the daily look would do now: codes and counts. */
export async function retentionReport(world: World): Promise<RetentionReport> {
  const due: Partial<Record<HulpvraagStatus, number>> = {};
  const rows: Record<string, number> = {};
  let announced = 0;
  let calledOff = 0;
  await everyBatch(world, async (tx, seen) => {
    for (const { kandidaat, stap } of seen) {
      if (stap.kind === "aankondigen") announced += 1;
      if (stap.kind === "afzeggen") calledOff += 1;
      if (stap.kind !== "wissen") continue;
      due[kandidaat.feit.status] = (due[kandidaat.feit.status] ?? 0) + 1;
      add(rows, (await countErasure(tx, "hulpvraag", [kandidaat.id])).rijen);
    }
  });
  return { due, announced, calledOff, rows };
}

/** Does now what the timer would do, and proves that what was erased cannot be found any more. */
export async function runRetention(world: World): Promise<RetentionProof> {
  const before = await retentionReport(world);
  await everyBatch(world, async (tx, seen) => {
    for (const one of seen) await carryOut(tx, world, one);
  });
  const proofs: WisBewijs[] = [];
  for (const id of await inKeeping(world, wissingenToRun)) {
    const proof = await inKeeping(world, (tx) => executeWissing(tx, world, id));
    if (proof) proofs.push(proof);
  }
  const sloten = proofs.flatMap((proof) => proof.sloten);
  const rows: Record<string, number> = {};
  for (const { rijen } of proofs) add(rows, rijen);
  return {
    ...before,
    rows,
    erased: proofs.length,
    keysDestroyed: proofs.reduce((sum, { sleutels }) => sum + sleutels, 0),
    verified: { locked: sloten.length, left: await inKeeping(world, (tx) => leftOver(tx, sloten)) },
  };
}

function inKeeping<T>(world: World, run: (tx: Tx) => Promise<T>): Promise<T> {
  return world.database.transact(taskScope(world.swvId, "bewaren"), run);
}

async function everyBatch(
  world: World,
  run: (tx: Tx, seen: readonly Seen[]) => Promise<void>,
): Promise<void> {
  let last = first;
  for (;;) {
    const seen = await inKeeping(world, async (tx) => {
      const found = await look(tx, world, last);
      await run(tx, found);
      return found;
    });
    const end = seen.at(-1);
    if (!end || seen.length < batch) return;
    last = end.kandidaat.id;
  }
}

function add(to: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(more)) to[name] = (to[name] ?? 0) + count;
}
