import { bewaarSettingsOf, bewaringOf, kandidatenOf, lockKandidaat } from "#database/bewaartermijn.ts";
import { recordEvent } from "#database/event.ts";
import { lockSzt, zaakOf } from "#database/hulpvraag.ts";
import { schoolCalendar } from "#database/kalender.ts";
import { readersOf } from "#database/message.ts";
import { naamOf } from "#database/persoon.ts";
import { after, type Tx } from "#database/pool.ts";
import { type DueTimer, setTimer } from "#database/timer.ts";
import {
  answerWissing,
  insertWissing,
  leftOfWissing,
  lockWissing,
  type NewWissing,
  openWissingOf,
  type WissingRow,
  wissingById,
  wissingNummers,
} from "#database/wissing.ts";
import { bewaarStap } from "#domain/bewaartermijn.ts";
import { ibFuncties, schoolFuncties } from "#domain/code.ts";
import type { TeamlidFeit } from "#domain/dossier.ts";
import type { Notice } from "#domain/notice.ts";
import { addSchooldagen, addSchoolweken, type SchoolCalendar } from "#domain/schooldag.ts";
import { type Actor, schoolsWith, scopeOf } from "#domain/scope.ts";
import { byDay, momentOf, todayIn } from "#domain/today.ts";
import {
  antwoordVoor,
  tweedePersonen,
  type WisBezwaar,
  type Wisreden,
  type WissingGezien,
  type WisWeigerreden,
  waarschuwdag,
  wisBezwaar,
  wisredenen,
} from "#domain/wissing.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { emptyFields } from "./inzage.ts";
import { lezersOf } from "./log-extract.ts";
import {
  judgeVerzoek,
  openRechten,
  type RechtenOpen,
  refreshedRechten,
  type Verzoek,
  type VerzoekUitkomst,
  type VerzoekVeld,
} from "./rechten.ts";
import { logCase } from "./regierol-open.ts";
import { send } from "./send.ts";
import { erase, type WisBewijs, wissingNotices } from "./wissen.ts";
import { ok, type Result, refuse, type World } from "./world.ts";
import { decidedAgain } from "./zonder-grond.ts";

const midnight = Temporal.PlainTime.from("00:00");
const morning = Temporal.PlainTime.from("08:00");

export interface WissingForm extends Verzoek {
  readonly reden: Wisreden | null;
  readonly tweedeId: string | null;
}
export type WissingVeld = VerzoekVeld | "reden" | "tweede";

export type WissingRefusal =
  | { readonly kind: "velden"; readonly velden: readonly WissingVeld[] }
  | { readonly kind: "tegen"; readonly bezwaar: WisBezwaar }
  | { readonly kind: "loopt_al"; readonly nummer: string }
  /** Nobody else of the school can confirm it. */
  | { readonly kind: "geen_tweede" };

export type WissingUitkomst =
  | { readonly kind: "gevraagd"; readonly nummer: string; readonly uiterlijk: Temporal.PlainDate }
  /** Not for who asks; what then is said in words. */
  | { readonly kind: "niet"; readonly waarom: VerzoekUitkomst };

/** For the form: who can confirm, what holds it up, and who saw something and must be told (AVG art. 19). */
export interface WissingVraag {
  readonly referentie: string;
  readonly tweede: readonly TeamlidFeit[];
  readonly bezwaar: WisBezwaar | null;
  readonly ontvangers: readonly string[];
  readonly versie: number;
}

export async function loadWissingVraag(world: World, actor: Actor, id: string): Promise<WissingVraag | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const open = await openRechten(tx, world, actor, { id, handeling: "wissen" });
    if (!open) return null;
    const { dossier } = open;
    const lezers = await lezersOf(tx, open.leerlingIds);
    const told = [...lezers].filter((one) => one !== actor.persoonId && !onlyLeads(dossier.team, one));
    return {
      referentie: dossier.referentie,
      versie: dossier.versie,
      tweede: tweedePersonen(dossier, actor.persoonId, todayIn(tx.now)),
      bezwaar: await bezwaarOf(tx, open.leerlingIds),
      ontvangers: [...(await naamOf(tx, told)).values()].toSorted(),
    };
  });
}

/** The directeur answers for the school that erases: nobody to be told apart. */
function onlyLeads(team: readonly TeamlidFeit[], persoonId: string): boolean {
  const own = team.filter((lid) => lid.persoonId === persoonId);
  return own.length > 0 && own.every(({ functie }) => functie === "directeur");
}

async function bezwaarOf(tx: Tx, leerlingIds: readonly string[]): Promise<WisBezwaar | null> {
  const hulpvragen = (await kandidatenOf(tx, leerlingIds)).map(({ referentie, feit }) => ({
    referentie,
    status: feit.status,
  }));
  return wisBezwaar(hulpvragen, await bewaringOf(tx, leerlingIds), todayIn(tx.now));
}

/** The ib asks; nothing is erased before somebody else confirms. */
export function askWissing(
  act: Act,
  id: string,
  form: WissingForm,
): Promise<Result<WissingUitkomst, WissingRefusal | ActRefusal>> {
  const { world, actor } = act;
  return perform<WissingUitkomst, WissingRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openRechten(tx, world, actor, { id, handeling: "wissen" });
    if (!open) return refuse({ kind: "onzichtbaar" });
    await lockSzt(tx, open.dossier.sztId);
    const allowed = await mayAsk(tx, open, actor, form);
    if (!allowed.ok) return allowed;
    const waarom = form.reden === "verzoek" ? await judgeVerzoek(tx, open, form, "verwijderen") : null;
    if (waarom) return ok({ kind: "niet", waarom });
    const wissing = await keepWissing(tx, act, open, allowed.value);
    await save([
      ...telling(wissing, "wissing_gevraagd", allowed.value.tweede.persoonId),
      ...telling(wissing, "wissing_gesteld", actor.persoonId),
      ...refreshedRechten(await readersOfRechten(tx, id), open.dossier.sztId, wissing.id),
    ]);
    return ok({ kind: "gevraagd", nummer: wissing.nummer, uiterlijk: wissing.uiterlijk });
  });
}

interface Allowed {
  readonly reden: Wisreden;
  readonly van: Verzoek["van"];
  readonly tweede: TeamlidFeit;
}

async function mayAsk(
  tx: Tx,
  { dossier, leerlingIds }: RechtenOpen,
  actor: Actor,
  form: WissingForm,
): Promise<Result<Allowed, WissingRefusal>> {
  const possible = tweedePersonen(dossier, actor.persoonId, todayIn(tx.now));
  if (possible.length === 0) return refuse({ kind: "geen_tweede" });
  const tweede = possible.find(({ persoonId }) => persoonId === form.tweedeId);
  const { reden } = form;
  const velden: WissingVeld[] = [
    ...(reden === null ? (["reden"] as const) : []),
    ...(tweede ? [] : (["tweede"] as const)),
    ...(reden === "verzoek" ? emptyFields(form) : []),
  ];
  if (reden === null || !tweede || velden.length > 0) return refuse({ kind: "velden", velden });
  const open = await openWissingOf(tx, leerlingIds);
  if (open) return refuse({ kind: "loopt_al", nummer: open.nummer });
  const bezwaar = await bezwaarOf(tx, leerlingIds);
  if (bezwaar) return refuse({ kind: "tegen", bezwaar });
  return ok({ reden, van: reden === "verzoek" ? form.van : [], tweede });
}

async function keepWissing(
  tx: Tx,
  { world, actor }: Act,
  { dossier, leerlingIds }: RechtenOpen,
  { reden, van, tweede }: Allowed,
): Promise<Pick<NewWissing, "id" | "sztId" | "nummer"> & { readonly uiterlijk: Temporal.PlainDate }> {
  const { bevestigen_schooldagen: days } = await bewaarSettingsOf(tx);
  const cal = await schoolCalendar(tx, dossier.schoolId);
  const today = todayIn(tx.now);
  const uiterlijk = addSchooldagen(today, days, cal);
  const id = world.chance.uuid();
  const nummer = await newNummer(tx, world);
  await insertWissing(tx, {
    id,
    sztId: dossier.sztId,
    schoolId: dossier.schoolId,
    nummer,
    aanleiding: "verzoek",
    reden,
    van: [...van],
    gevraagdDoor: actor.persoonId,
    tweedeId: tweede.persoonId,
    uiterlijk,
    status: "gevraagd",
    leerlingIds,
    hulpvraagIds: [],
  });
  await setTimer(tx, world.chance.uuid(), {
    soort: "wissing_verloopt",
    onderwerpId: id,
    op: momentOf(uiterlijk.add({ days: 1 }), midnight),
    sleutel: `wissing_verloopt:${id}`,
  });
  await remindWeekly(tx, world, { id, uiterlijk, cal });
  const warn = waarschuwdag({ uiterlijk, antwoord: antwoordVoor({ reden }, today) }, cal);
  if (Temporal.PlainDate.compare(warn, today) > 0)
    await setTimer(tx, world.chance.uuid(), {
      soort: "wissing_waarschuwen",
      onderwerpId: id,
      op: momentOf(warn, morning),
      sleutel: `wissing_waarschuwen:${id}`,
    });
  await logCase(tx, dossier, "wissen_gevraagd", { reden, van, uiterlijk: uiterlijk.toString() });
  return { id, sztId: dossier.sztId, nummer, uiterlijk };
}

/** A schoolweek from now, by day; not beyond the last day. */
async function remindWeekly(
  tx: Tx,
  world: Pick<World, "chance">,
  {
    id,
    uiterlijk,
    cal,
  }: { readonly id: string; readonly uiterlijk: Temporal.PlainDate; readonly cal: SchoolCalendar },
): Promise<void> {
  const next = addSchoolweken(todayIn(tx.now), 1, cal);
  if (Temporal.PlainDate.compare(next, uiterlijk) > 0) return;
  await setTimer(tx, world.chance.uuid(), {
    soort: "wissing_herinneren",
    onderwerpId: id,
    op: momentOf(next, morning),
    sleutel: `wissing_herinneren:${id}:${next}`,
  });
}

/** Random, and not one of those that are open now: the two people name it to each other. */
export async function newNummer(tx: Tx, { chance }: Pick<World, "chance">): Promise<string> {
  const taken = await wissingNummers(tx);
  for (;;) {
    const nummer = `W-${1000 + chance.number(9000)}`;
    if (!taken.has(nummer)) return nummer;
  }
}

type WissingBericht =
  | "wissing_gevraagd"
  | "wissing_gesteld"
  | "wissing_beantwoord"
  | "wissing_herinnerd"
  | "wissing_wacht"
  | "wissing_verlopen";

function telling(
  { id, sztId }: { readonly id: string; readonly sztId: string },
  soort: WissingBericht,
  persoonId: string,
  feit?: string,
): readonly Notice[] {
  const sleutel = [soort, id, persoonId, ...(feit ? [feit] : [])].join(":");
  // Before the messages that go: a chat that is busy must not keep from people how far it is.
  return [{ soort, aan: { persoonId }, onderwerpId: id, sztId, sleutel, dringend: true }];
}

async function readersOfRechten(tx: Tx, id: string) {
  return (await readersOf(tx, "rechten", id)).map((persoonId) => ({ persoonId, id }));
}

export interface WissingAt {
  readonly id: string;
  readonly versie: number;
}
export type AntwoordRefusal =
  /** Who asked cannot confirm as well. */
  { readonly kind: "zelf" } | { readonly kind: "verlopen" };

/** Held, and this person is one of the two; who is not cannot tell that it is there. */
async function hold(
  tx: Tx,
  { actor }: Act,
  { id, versie }: WissingAt,
): Promise<Result<WissingRow, ActRefusal>> {
  const wissing = await lockWissing(tx, id);
  const mine = wissing && [wissing.gevraagdDoor, wissing.tweedeId].includes(actor.persoonId);
  const works = wissing && schoolsWith(actor, schoolFuncties).has(wissing.schoolId);
  if (!mine || !works) return refuse({ kind: "onzichtbaar" });
  return wissing.status === "gevraagd" && wissing.versie === versie
    ? ok(wissing)
    : refuse({ kind: "verouderd" });
}

/** The second person says yes: from here on it goes by itself, and cannot be taken back. */
export function confirmWissing(act: Act, at: WissingAt): Promise<Result<true, AntwoordRefusal | ActRefusal>> {
  const { world, actor } = act;
  return perform<true, AntwoordRefusal | ActRefusal>(act, async (tx, save) => {
    const held = await hold(tx, act, at);
    if (!held.ok) return held;
    const wissing = held.value;
    if (wissing.gevraagdDoor === actor.persoonId) return refuse({ kind: "zelf" });
    if (wissing.uiterlijk && Temporal.PlainDate.compare(todayIn(tx.now), wissing.uiterlijk) > 0)
      return refuse({ kind: "verlopen" });
    await answerWissing(tx, at.id, { status: "bevestigd" });
    await recordEvent(tx, {
      soort: "wissen_bevestigd",
      sztId: wissing.sztId,
      gegevens: { reden: wissing.reden },
    });
    await setTimer(tx, world.chance.uuid(), {
      soort: "wissing_uitvoeren",
      onderwerpId: at.id,
      op: tx.now,
      sleutel: `wissing_uitvoeren:${at.id}`,
    });
    after(tx, world.wake);
    await save([
      ...(wissing.gevraagdDoor ? telling(wissing, "wissing_beantwoord", wissing.gevraagdDoor) : []),
      ...wissingNotices({ ...wissing, gevraagdDoor: null }, "wissing_ververst", "bevestigd"),
    ]);
    return ok(true);
  });
}

type Stopped =
  | { readonly status: "geweigerd"; readonly weigerreden: WisWeigerreden }
  | { readonly status: "ingetrokken" };

/** The second person says no and why, or who asked takes it back: nothing was erased, and it can be asked again. */
export function stopWissing(act: Act, at: WissingAt, end: Stopped): Promise<Result<true, ActRefusal>> {
  return perform<true, ActRefusal>(act, async (tx, save) => {
    const held = await hold(tx, act, at);
    if (!held.ok) return held;
    const wissing = held.value;
    const who = end.status === "geweigerd" ? wissing.tweedeId : wissing.gevraagdDoor;
    if (who !== act.actor.persoonId) return refuse({ kind: "onzichtbaar" });
    await endUnanswered(tx, wissing, end);
    await save(await toldOfEnd(tx, wissing, end.status));
    return ok(true);
  });
}

async function endUnanswered(
  tx: Tx,
  wissing: WissingRow,
  end: Stopped | { readonly status: "verlopen" },
): Promise<void> {
  const [hulpvraag] = await kandidatenOf(tx, wissing.leerlingIds);
  await answerWissing(tx, wissing.id, end);
  const where = { sztId: wissing.sztId, ...(hulpvraag ? await zaakOf(tx, hulpvraag.id) : {}) };
  const { reden } = wissing;
  if (end.status === "geweigerd") {
    const { weigerreden } = end;
    await recordEvent(tx, { soort: "wissen_geweigerd", ...where, gegevens: { reden, weigerreden } });
  } else await recordEvent(tx, { soort: `wissen_${end.status}`, ...where, gegevens: { reden } });
}

async function toldOfEnd(tx: Tx, wissing: WissingRow, feit: string): Promise<readonly Notice[]> {
  const readers: { persoonId: string; id: string }[] = [];
  for (const { id } of await kandidatenOf(tx, wissing.leerlingIds))
    readers.push(...(await readersOfRechten(tx, id)));
  const answered = feit !== "ingetrokken" && feit !== "verlopen";
  return [
    ...(wissing.gevraagdDoor && answered ? telling(wissing, "wissing_beantwoord", wissing.gevraagdDoor) : []),
    ...wissingNotices(wissing, "wissing_ververst", feit),
    ...refreshedRechten(readers, wissing.sztId, `${wissing.id}:${feit}`),
  ];
}

/** The second person hears each schoolweek that somebody waits, until the answer or the last day. */
export async function remindTweede(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const wissing = await lockWissing(tx, timer.onderwerpId);
  if (wissing?.status !== "gevraagd" || !wissing.tweedeId || !wissing.uiterlijk) return;
  const { id, uiterlijk, tweedeId } = wissing;
  if (Temporal.PlainDate.compare(todayIn(tx.now), uiterlijk) > 0) return;
  await send(world, tx, inDaytime(tx, telling(wissing, "wissing_herinnerd", tweedeId, timer.sleutel)));
  await remindWeekly(tx, world, { id, uiterlijk, cal: await schoolCalendar(tx, wissing.schoolId) });
}

/** Who asked hears a schoolweek ahead that the answer is not there. */
export async function warnVrager(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const wissing = await lockWissing(tx, timer.onderwerpId);
  if (wissing?.status !== "gevraagd" || !wissing.gevraagdDoor) return;
  await send(world, tx, inDaytime(tx, telling(wissing, "wissing_wacht", wissing.gevraagdDoor)));
}

/** What the clock set going wakes nobody. */
function inDaytime(tx: Tx, notices: readonly Notice[]): readonly Notice[] {
  return notices.map((notice) => ({ ...notice, nietVoor: byDay(tx.now) }));
}

/** Nobody answered in time: who asked hears so, by day, with what to do now. */
export async function expireWissing(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const wissing = await lockWissing(tx, timer.onderwerpId);
  if (wissing?.status !== "gevraagd") return;
  await endUnanswered(tx, wissing, { status: "verlopen" });
  const notices = await toldOfEnd(tx, wissing, "verlopen");
  const told = wissing.gevraagdDoor ? telling(wissing, "wissing_verlopen", wissing.gevraagdDoor) : [];
  await send(world, tx, [...notices, ...inDaytime(tx, told)]);
}

/**
 * Carries out what was confirmed, or what the clock decided. Looked at once more: what began to run or is held up since
 * then stays. Null when nothing was erased.
 */
export async function executeWissing(tx: Tx, world: World, id: string): Promise<WisBewijs | null> {
  const wissing = await lockWissing(tx, id);
  if (wissing?.status !== "bevestigd") return null;
  const tegen =
    wissing.aanleiding === "verzoek" ? await heldUp(tx, wissing) : await notDue(tx, world, wissing);
  if (tegen) {
    const notices = await toldOfEnd(tx, wissing, "tegengehouden");
    await answerWissing(tx, id, { status: "tegengehouden", tegen });
    await recordEvent(tx, { soort: "wissen_tegengehouden", sztId: wissing.sztId, gegevens: { tegen } });
    await send(world, tx, again(notices));
    return null;
  }
  const all = (await kandidatenOf(tx, wissing.leerlingIds)).map((one) => one.id);
  const bewijs = await erase(
    tx,
    world,
    wissing,
    wissing.hulpvraagIds.length > 0 ? wissing.hulpvraagIds : all,
  );
  const notices = wissingNotices(wissing, "wissing_ververst", "gewist");
  await send(world, tx, notices);
  return bewijs;
}

/** Who asked was told already that it was confirmed; that it did not go on is another message. */
function again(notices: readonly Notice[]): readonly Notice[] {
  return notices.map((notice) => ({ ...notice, sleutel: `${notice.sleutel}:tegengehouden` }));
}

async function heldUp(tx: Tx, { leerlingIds }: WissingRow): Promise<WisBezwaar["kind"] | null> {
  return (await bezwaarOf(tx, leerlingIds))?.kind ?? null;
}

async function notDue(
  tx: Tx,
  world: Pick<World, "keys">,
  { hulpvraagIds }: WissingRow,
): Promise<WisBezwaar["kind"] | null> {
  const settings = await bewaarSettingsOf(tx);
  for (const id of hulpvraagIds) {
    const kandidaat = await lockKandidaat(tx, id);
    if (!kandidaat) continue;
    const { feit, aankondiging, schoolId } = await decidedAgain(tx, world, kandidaat);
    const cal = await schoolCalendar(tx, schoolId);
    const stap = bewaarStap(feit, { settings, cal, today: todayIn(tx.now), aankondiging });
    if (stap.kind !== "wissen") return feit.heldTot ? "bewaring" : "loopt";
  }
  return null;
}

/** One erasure for one of its two people; null for everybody else. An ib sees the numbers while they are there. */
export async function seeWissing(world: World, actor: Actor, id: string): Promise<WissingGezien | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const wissing = await wissingById(tx, id);
    const reden = wisredenen.find((one) => one === wissing?.reden);
    if (!wissing?.gevraagdDoor || !wissing.tweedeId || !wissing.uiterlijk || !reden) return null;
    const ik =
      wissing.gevraagdDoor === actor.persoonId
        ? "vrager"
        : wissing.tweedeId === actor.persoonId
          ? "tweede"
          : null;
    if (!ik || !schoolsWith(actor, schoolFuncties).has(wissing.schoolId)) return null;
    const names = await naamOf(tx, [wissing.gevraagdDoor, wissing.tweedeId]);
    const isIb = schoolsWith(actor, ibFuncties).has(wissing.schoolId);
    const day = (moment: Temporal.Instant | null) => moment && todayIn(moment);
    return {
      id,
      versie: wissing.versie,
      nummer: wissing.nummer,
      school: wissing.school,
      status: wissing.status,
      reden,
      van: wissing.van,
      vrager: names.get(wissing.gevraagdDoor) ?? "",
      tweede: names.get(wissing.tweedeId) ?? "",
      gevraagdOp: todayIn(wissing.gevraagdOp),
      uiterlijk: wissing.uiterlijk,
      antwoordVoor: antwoordVoor({ reden }, todayIn(wissing.gevraagdOp)),
      tegen: wissing.tegen,
      weigerreden: wissing.weigerreden,
      beantwoordOp: day(wissing.beantwoordOp),
      gewistOp: day(wissing.gewistOp),
      klaarOp: day(wissing.klaarOp),
      over: await leftOfWissing(tx, wissing),
      referenties: isIb ? (await kandidatenOf(tx, wissing.leerlingIds)).map((one) => one.referentie) : [],
      ik,
    };
  });
}
