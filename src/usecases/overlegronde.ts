import { teamOf } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { lockPlanning } from "#database/jaarplan.ts";
import { calendarsOfSzt } from "#database/kalender.ts";
import {
  forgetKomst,
  insertRonde,
  lockRonde,
  type RondeAt,
  rondetijdenOf,
  saveDeelnemers,
  setNotulist,
  cancelRonde as storeCancel,
  updateRonde,
} from "#database/overlegronde.ts";
import type { Tx } from "#database/pool.ts";
import type { RondeFeit, TeamlidFeit } from "#domain/dossier.ts";
import type { Notice } from "#domain/notice.ts";
import { overlap, schakelteamComplete } from "#domain/overlegronde.ts";
import {
  checkPlan,
  type Planned,
  plansFor,
  type RondeForm,
  type RondeProblemen,
  type RondeTijd,
  sameInCalendar,
  sameTime,
} from "#domain/ronde-plan.ts";
import type { RondeAct, RondeGezien } from "#domain/ronde-view.ts";
import { beyondHorizon, type SchoolCalendar } from "#domain/schooldag.ts";
import { type RondeFacts, seeRonde } from "#domain/see-ronde.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { leaveRonde, placeWaiting } from "./adviesvraag-ronde.ts";
import { refreshedChats } from "./chat-refresh.ts";
import { refreshedAround } from "./jaarplan-notice.ts";
import { momentprikEnds, momentprikFollows, momentprikkenAnew } from "./momentprik-ronde.ts";
import { refreshAbout } from "./notice-about.ts";
import { loadRonde } from "./round-load.ts";
import { refreshOpenwerk, refreshRonde, tell } from "./round-notice.ts";
import { release, releaseUngrounded, stillToCome } from "./round-release.ts";
import { cancelRoundTimers, setRoundTimers } from "./round-timer.ts";
import { cancelUnfinished } from "./round-unfinished.ts";
import { afterRonde } from "./uitzondering-einde.ts";
import { refreshedLast } from "./verslag-notice.ts";
import { linkVanzelf, ok, type Result, refuse, type World } from "./world.ts";

export type PlanRefusal = ActRefusal | { readonly kind: "velden"; readonly problemen: RondeProblemen };
export type RondeRefusal = ActRefusal | { readonly kind: "kan_niet" };

/** What the planner should know; the round stands all the same. */
export interface PlanWarning {
  readonly id: string;
  readonly schakelteamCompleet: boolean;
  /** The holidays of that time are not known yet: the day may prove not to be a schooldag. */
  readonly vakantiesOnbekend: boolean;
  /** Somebody had said whether they come, and must say it again. */
  readonly komstVervallen: boolean;
}

/** Plans a round and invites everybody; the press that plans gives the round its id. */
export function planRonde(
  act: Act,
  sztId: string,
  form: RondeForm,
): Promise<Result<PlanWarning, PlanRefusal>> {
  const { actor } = act;
  return perform<PlanWarning, PlanRefusal>(act, async (tx, save) => {
    if (!plansFor(actor).includes(sztId)) return refuse({ kind: "onzichtbaar" });
    return plan({ tx, save }, act, { sztId, form });
  });
}

/** In the transaction of whatever led to it, by who may. */
export async function plan(
  { tx, save }: Pick<OpenRonde, "tx" | "save">,
  { actor, world, press: id }: Act,
  { sztId, form }: { readonly sztId: string; readonly form: RondeForm },
): Promise<Result<PlanWarning, PlanRefusal>> {
  const checked = await check(tx, world, { sztId, form, plannerId: actor.persoonId });
  if (!checked.ok) return checked;
  const { planned, calendars } = checked.value;
  await makeRonde(tx, { actor, world }, { id, sztId, form, planned, calendars });
  await save([
    ...invitations({ id, sztId }, planned.deelnemers, { versie: 0, plannerId: actor.persoonId }),
    ...(await placeWaiting(tx, world, sztId)),
    ...(await momentprikkenAnew(tx, { sztId, feit: id })),
    ...(await refreshedLast(tx, sztId, id)),
  ]);
  return ok(warningOf(id, planned, { form, calendars }));
}

/** The round itself with its people and its timers; whom it is told is another matter. */
export async function makeRonde(
  tx: Tx,
  { actor, world }: Pick<Act, "actor" | "world">,
  {
    id,
    sztId,
    form,
    planned,
    calendars,
  }: {
    readonly id: string;
    readonly sztId: string;
    readonly form: RondeForm;
    readonly planned: Planned;
    readonly calendars: readonly SchoolCalendar[];
  },
): Promise<void> {
  const gemaaktDoor = actor.persoonId;
  await insertRonde(tx, { id, sztId, gemaaktDoor, ...form, deelnameLink: planned.deelnameLink });
  await saveDeelnemers(tx, { id, sztId }, planned.deelnemers);
  const [first] = calendars;
  if (first) await setRoundTimers(tx, world, { id, icsVolgorde: 0, ...form }, first);
  await recordEvent(tx, {
    soort: "ronde_gepland",
    sztId,
    gegevens: { datum: form.datum.toString(), deelnemers: planned.deelnemers.length },
  });
}

/** Another day, time, place or people. What stands in calendars is sent again; else the cards are only refreshed. */
export function moveRonde(
  act: Act,
  at: RondeAt,
  form: RondeForm,
): Promise<Result<PlanWarning, PlanRefusal | RondeRefusal>> {
  return withRonde<PlanWarning, PlanRefusal>(act, at, "wijzigen", (open) => move(open, act, form));
}

/** In the transaction of whatever led to it, by who may. */
export async function move(
  { tx, facts, save }: OpenRonde,
  act: Act,
  form: RondeForm,
): Promise<Result<PlanWarning, PlanRefusal | RondeRefusal>> {
  const at = facts.ronde;
  const { ronde } = facts;
  const checked = await check(tx, act.world, {
    sztId: ronde.sztId,
    form,
    plannerId: act.actor.persoonId,
    verzet: { id: at.id, blijft: sameTime(ronde, form) },
  });
  if (!checked.ok) return checked;
  const { planned, calendars } = checked.value;
  const plan = { ...form, deelnameLink: planned.deelnameLink };
  const changed = !sameInCalendar(ronde, plan);
  const stays = planned.deelnemers.map(({ persoonId }) => persoonId);
  const notulistId = ronde.notulistId && stays.includes(ronde.notulistId) ? ronde.notulistId : null;
  const usable = notulistId === plan.voorzitterId ? null : notulistId;
  if (!(await updateRonde(tx, at, { plan, notulistId: usable, opnieuwUitnodigen: changed })))
    return refuse({ kind: "verouderd" });
  await saveDeelnemers(tx, ronde, planned.deelnemers);
  if (!sameTime(ronde, plan)) await forgetKomst(tx, at.id);
  const [first] = calendars;
  const icsVolgorde = ronde.icsVolgorde + (changed ? 1 : 0);
  if (changed && first) {
    await cancelRoundTimers(tx, ronde);
    await cancelUnfinished(tx, ronde);
    await setRoundTimers(tx, act.world, { id: at.id, icsVolgorde, ...form }, first);
  }
  await recordEvent(tx, {
    soort: "ronde_gewijzigd",
    sztId: ronde.sztId,
    gegevens: { datum: form.datum.toString(), opnieuw_uitgenodigd: changed },
  });
  const before = ronde.deelnemers.map(({ persoonId }) => persoonId);
  const invited = planned.deelnemers.filter((lid) => changed || !before.includes(lid.persoonId));
  const { punten } = facts;
  const over = sameTime(ronde, plan)
    ? { punten, notices: [] }
    : await afterRonde(tx, act.world, { rondeId: at.id, punten }, "ronde_verzet");
  const feit = `v${at.versie + 1}`;
  const off = before.filter((id) => !stays.includes(id));
  await save([
    ...over.notices,
    ...(await releaseUngrounded(tx, form, over.punten)),
    ...invitations(ronde, invited, {
      versie: at.versie + 1,
      plannerId: act.actor.persoonId,
      verzetVoor: sameTime(ronde, plan) ? [] : before,
    }),
    ...tell("ronde_afgemeld", ronde, { personen: off.filter((id) => id !== act.actor.persoonId), feit }),
    ...(await refreshRonde(tx, ronde, {
      feit,
      also: before,
      except: invited.map(({ persoonId }) => persoonId),
    })),
    ...(await refreshedAround(tx, at.id, feit)),
    ...(sameTime(ronde, plan) ? [] : await refreshedCases(tx, facts, feit)),
    ...(await refreshOpenwerk(tx, ronde, feit)),
    ...(await refreshedLast(tx, ronde.sztId, `${at.id}${feit}`)),
    ...(await momentprikFollows(tx, { ronde, plan, deelnemers: stays, feit })),
    ...(await momentprikkenAnew(tx, { sztId: ronde.sztId, feit: `${at.id}:${feit}` })),
    // Who takes part no more may have seen a hulpvraag for that reason alone.
    ...(await refreshedChats(tx, off, `ronde:${at.id}:${at.versie + 1}`)),
  ]);
  const komstVervallen = !sameTime(ronde, plan) && ronde.deelnemers.some(({ komst }) => komst);
  return ok({ ...warningOf(at.id, planned, { form, calendars }), komstVervallen });
}

/** The card of a hulpvraag says on which day it is discussed. */
async function refreshedCases(
  tx: Tx,
  { ronde, punten }: RondeFacts,
  feit: string,
): Promise<readonly Notice[]> {
  const notices: Notice[] = [];
  for (const { dossier } of punten) {
    const plek = { id: dossier.id, sztId: ronde.sztId };
    notices.push(...(await refreshAbout(tx, "hulpvraag", plek, { feit: `${ronde.id}:${feit}` })));
  }
  return notices;
}

/** It is not held: what stood on its agenda waits for another round. */
export function cancelRonde(act: Act, at: RondeAt): Promise<Result<true, RondeRefusal>> {
  return withRonde<true, never>(act, at, "afzeggen", async ({ tx, facts, save }) => {
    const { ronde } = facts;
    const notices = await callOff(tx, act, facts);
    if (!notices) return refuse({ kind: "verouderd" });
    const personen = ronde.deelnemers.map(({ persoonId }) => persoonId);
    const feit = `v${at.versie + 1}`;
    await save([
      ...notices,
      ...tell("ronde_vervallen", ronde, { personen, feit }),
      ...(await refreshedAround(tx, at.id, feit)),
      ...(await refreshedLast(tx, ronde.sztId, `${at.id}${feit}`)),
    ]);
    return ok(true);
  });
}

/** What stood on its agenda goes back; null when it is no longer to come. Who hears of the round itself is another matter. */
export async function callOff(
  tx: Tx,
  { world }: Pick<Act, "world">,
  { ronde, punten }: RondeFacts,
): Promise<readonly Notice[] | null> {
  if (!(await storeCancel(tx, ronde))) return null;
  const over = await afterRonde(tx, world, { rondeId: ronde.id, punten }, "ronde_vervallen");
  const notices: Notice[] = [...over.notices];
  for (const item of stillToCome(over.punten)) notices.push(...(await release(tx, item)));
  notices.push(...(await leaveRonde(tx, world, ronde)));
  notices.push(...(await momentprikEnds(tx, ronde, "ronde_vervallen")));
  await cancelRoundTimers(tx, ronde);
  await cancelUnfinished(tx, ronde);
  await recordEvent(tx, {
    soort: "ronde_vervallen",
    sztId: ronde.sztId,
    gegevens: { datum: ronde.datum.toString(), agendapunten: punten.length },
  });
  return notices;
}

/** Somebody else keeps the notes and may record too; null takes it back. The chair does both unless told otherwise. */
export function chooseNotulist(
  act: Act,
  at: RondeAt,
  persoonId: string | null,
): Promise<Result<true, RondeRefusal>> {
  return withRonde<true, never>(act, at, "notulist", async ({ tx, facts: { ronde }, save }) => {
    const takesPart = ronde.deelnemers.some((one) => one.persoonId === persoonId);
    if (persoonId !== null && !takesPart) return refuse({ kind: "kan_niet" });
    const own = persoonId === ronde.voorzitterId ? null : persoonId;
    if (!(await setNotulist(tx, at, own))) return refuse({ kind: "verouderd" });
    await recordEvent(tx, {
      soort: "notulist_gekozen",
      sztId: ronde.sztId,
      gegevens: { gekozen: own !== null },
    });
    const feit = `v${at.versie + 1}`;
    await save([...(await refreshRonde(tx, ronde, { feit })), ...(await refreshOpenwerk(tx, ronde, feit))]);
    return ok(true);
  });
}

export interface OpenRonde {
  readonly tx: Tx;
  readonly facts: RondeFacts;
  readonly save: (notices: readonly Notice[]) => Promise<void>;
}

/** One act on a round: locked, seen by this person, offered to this person, and unchanged since the card was drawn. */
export function withRonde<T, E>(
  act: Act,
  at: RondeAt,
  wanted: RondeAct,
  run: (
    open: OpenRonde & {
      /** As this person sees it. */
      readonly gezien: RondeGezien;
    },
  ) => Promise<Result<T, E | RondeRefusal>>,
): Promise<Result<T, E | RondeRefusal>> {
  return perform<T, E | RondeRefusal>(act, async (tx, save) => {
    await lockRonde(tx, at.id);
    const facts = await loadRonde(tx, act.world.keys, at.id);
    const gezien = facts && seeRonde(facts, { persoonId: act.actor.persoonId, now: tx.now });
    if (!gezien) return refuse({ kind: "onzichtbaar" });
    if (facts.ronde.versie !== at.versie) return refuse({ kind: "verouderd" });
    if (!gezien.mag.has(wanted)) return refuse({ kind: "kan_niet" });
    return run({ tx, facts, gezien, save });
  });
}

async function check(
  tx: Tx,
  world: Pick<World, "outlook">,
  {
    sztId,
    form,
    plannerId,
    verzet,
  }: {
    readonly sztId: string;
    readonly form: RondeForm;
    readonly plannerId: string;
    /** The round that gets this time; one that keeps its own time stands where it stood. */
    readonly verzet?: { readonly id: string; readonly blijft: boolean };
  },
): Promise<Result<{ planned: Planned; calendars: readonly SchoolCalendar[] }, PlanRefusal>> {
  const team = await teamOf(tx, sztId);
  const calendars = (await calendarsOfSzt(tx, sztId)).map(({ cal }) => cal);
  const checked = checkPlan(form, {
    team,
    calendars,
    now: tx.now,
    plannerId,
    linkVanzelf: linkVanzelf(world),
  });
  if (!checked.ok) return checked;
  const taken = verzet?.blijft ? undefined : await overlapOf(tx, sztId, form, verzet?.id);
  return taken
    ? refuse({ kind: "velden", problemen: { datum: { kind: "overlapt", ...taken } } })
    : ok({ planned: checked.value, calendars });
}

/** In which round this SZT sits at that time. Until the end of the transaction nobody else plans for it. */
export async function overlapOf(
  tx: Tx,
  sztId: string,
  form: RondeTijd,
  behalve?: string,
): Promise<RondeTijd | undefined> {
  await lockPlanning(tx, sztId);
  const others = await rondetijdenOf(tx, sztId, { datum: form.datum, behalve: behalve ?? null });
  return others.find((other) => overlap(form, other));
}

function invitations(
  ronde: Pick<RondeFeit, "id" | "sztId">,
  deelnemers: readonly TeamlidFeit[],
  {
    versie,
    plannerId,
    verzetVoor = [],
  }: {
    readonly versie: number;
    readonly plannerId: string;
    /** Were invited for another day or time. */
    readonly verzetVoor?: readonly string[];
  },
): readonly Notice[] {
  const personen = deelnemers.map((lid) => lid.persoonId);
  const others = personen.filter((id) => id !== plannerId);
  const feit = `v${versie}`;
  return [
    // Who invites is not invited: the same card, with other words on top.
    ...tell("ronde_gepland", ronde, { personen: personen.filter((id) => id === plannerId), feit }),
    ...tell("ronde_verzet", ronde, { personen: others.filter((id) => verzetVoor.includes(id)), feit }),
    ...tell("ronde_uitnodiging", ronde, { personen: others.filter((id) => !verzetVoor.includes(id)), feit }),
  ];
}

function warningOf(
  id: string,
  { deelnemers }: Planned,
  { form, calendars }: { form: RondeForm; calendars: readonly SchoolCalendar[] },
): PlanWarning {
  return {
    id,
    schakelteamCompleet: schakelteamComplete(
      deelnemers.map(({ functie }) => ({ functie, aanwezigheid: null })),
    ),
    komstVervallen: false,
    vakantiesOnbekend: calendars.some((cal) => beyondHorizon(form.datum, cal)),
  };
}
