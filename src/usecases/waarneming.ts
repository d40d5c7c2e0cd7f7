/** The holder is away for a while: somebody stands in, and the regierol comes back by itself (003, block 3). */
import { loadDossier } from "#database/dossier.ts";
import type { AtVersion } from "#database/hulpvraag.ts";
import { touchHulpvraag } from "#database/hulpvraag.ts";
import { schoolCalendar } from "#database/kalender.ts";
import type { Tx } from "#database/pool.ts";
import { nextVersion, passRegierol } from "#database/regierol.ts";
import {
  answerWaarneming,
  awayOn,
  beginWaarneming,
  endVoorstel,
  endWaarneming,
  heldOrAwaited,
  moveWaarneming,
  putWaarneming,
} from "#database/regierol-om.ts";
import { termSettingsOf } from "#database/termijn.ts";
import { type DueTimer, setTimer } from "#database/timer.ts";
import { verlofOf } from "#database/verlof.ts";
import type { Verlof } from "#domain/dagbericht-tijd.ts";
import type { Dossier } from "#domain/dossier.ts";
import type { Notice, NoticeKind } from "#domain/notice.ts";
import type { Weigerreden } from "#domain/regierol-reden.ts";
import { ibsOf } from "#domain/termijn-eigenaar.ts";
import { byDay, momentOf, todayIn } from "#domain/today.ts";
import {
  checkWaarneming,
  houderOf,
  ibVoor,
  schooldagenWeg,
  stapVan,
  type WaarnemingForm,
  type WaarnemingProblemen,
  type WaarnemingStap,
  waarnemingNa,
} from "#domain/waarneming.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { refreshed } from "./hulpvraag-notice.ts";
import { tellAbout } from "./notice-about.ts";
import { refreshedRegie } from "./regie.ts";
import { groundHolds, holdersOf, logCase, type Opened, openFor, tell, tellFormer } from "./regierol-open.ts";
import { send } from "./send.ts";
import { applyTermEvent } from "./termijn.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

type Needs = Pick<World, "keys" | "chance">;

/** The first moment of a day on which the regierol may have to go over. */
const early = Temporal.PlainTime.from("00:00");

async function remind(
  tx: Tx,
  { chance }: Pick<World, "chance">,
  id: string,
  days: readonly Temporal.PlainDate[],
) {
  for (const day of days) {
    if (Temporal.PlainDate.compare(day, todayIn(tx.now)) <= 0) continue;
    await setTimer(tx, chance.uuid(), {
      soort: "waarneming",
      onderwerpId: id,
      op: momentOf(day, early),
      sleutel: `waarneming:${id}:${day}`,
    });
  }
}

/** An absence begins or ends today, or did so while we were down. */
export async function waarnemingDue(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  await send(world, tx, await followWaarneming(tx, world, timer.onderwerpId));
}

/**
 * The regierol goes to whom it belongs today by what was agreed. Run again it changes nothing. The ibs hear of it on
 * their card; who gets it, and the holder who comes back, get a message by day.
 */
export async function followWaarneming(tx: Tx, world: Needs, id: string): Promise<readonly Notice[]> {
  if (!(await stapNu(tx, world, id))) return [];
  const versie = await nextVersion(tx, id);
  const now = versie === null ? null : await stapNu(tx, world, id);
  if (!now || versie === null) return [];
  const told = await takeStap(tx, world, now);
  const { sztId } = now.dossier;
  const weg = now.stap.soort === "terug" ? await verlofNu(tx, now.stap.aan) : null;
  return [
    // Who is away still is told nothing of it: another stands in from this moment.
    ...(await tell(tx, { id, sztId, versie }, weg ? [] : told, holdersOf(now.dossier))),
    ...(await refreshedRegie(tx, { id, sztId, feit: `${versie}` })),
    ...(weg ? await followVerlofIn(tx, world, { id, persoonId: weg.persoonId, verlof: weg.verlof }) : []),
  ];
}

/** The days that were agreed for a stand-in are over, and the holder is away for longer. */
async function verlofNu(
  tx: Tx,
  persoonId: string,
): Promise<{ readonly persoonId: string; readonly verlof: Verlof } | null> {
  const today = todayIn(tx.now);
  const [verlof] = await verlofOf(tx, persoonId, today);
  return verlof && Temporal.PlainDate.compare(verlof.van, today) <= 0 ? { persoonId, verlof } : null;
}

interface Nu {
  readonly dossier: Dossier;
  readonly stap: WaarnemingStap;
}

async function stapNu(tx: Tx, world: Needs, id: string): Promise<Nu | null> {
  const dossier = await loadDossier(tx, world.keys, id);
  if (!dossier?.waarneming) return null;
  const today = todayIn(tx.now);
  const weg = await awayOn(tx, [dossier.waarneming.doorId, ...ibsOf(dossier, today)], today);
  const stap = stapVan(dossier, { today, weg });
  return stap && { dossier, stap };
}

async function takeStap(tx: Tx, world: Needs, { dossier, stap }: Nu): Promise<readonly Notice[]> {
  const { id, waarneming } = dossier;
  if (!waarneming) return [];
  const pass = (houderId: string, soort: "actief" | "waarnemend") =>
    passRegierol(tx, { id: world.chance.uuid(), sztId: dossier.sztId, hulpvraagId: id, houderId, soort });
  const nietVoor = byDay(tx.now);
  const say = (soort: NoticeKind, personen: readonly string[]) =>
    tellAbout(soort, dossier, { personen, feit: `${waarneming.id}:${todayIn(tx.now)}` }).map((notice) => ({
      ...notice,
      nietVoor,
    }));
  switch (stap.soort) {
    case "waarnemen":
      await pass(stap.aan, "waarnemend");
      await beginWaarneming(tx, waarneming.id);
      await logCase(tx, dossier, "waarneming_begonnen", { aan: stap.aan });
      return say("waarneming_begint", [stap.aan]);
    case "terug":
      await pass(stap.aan, "actief");
      await endWaarneming(tx, id);
      await logCase(tx, dossier, "waarneming_voorbij", { aan: stap.aan });
      return [
        ...say("regierol_terug", [stap.aan]),
        ...(await tellFormer(tx, world, dossier, { personen: holdersOf(dossier), feit: waarneming.id })).map(
          (notice) => ({ ...notice, nietVoor }),
        ),
      ];
    case "vervalt":
      await endWaarneming(tx, id);
      await logCase(tx, dossier, "waarneming_vervallen");
      return [];
    case "houder_weg": {
      await endWaarneming(tx, id);
      await endVoorstel(tx, id, { stand: "vervallen", door: null });
      const open = dossier.regierollen.find(({ tot }) => tot === null);
      if (stap.aan && stap.aan !== open?.houderId) await pass(stap.aan, "waarnemend");
      if (stap.aan) await logCase(tx, dossier, "regierol_waargenomen", { aan: stap.aan });
      await applyTermEvent(tx, world, dossier, { kind: "houder_weg", op: todayIn(tx.now) });
      return [];
    }
  }
}

export type WaarnemingRefusal =
  | { readonly kind: "velden"; readonly problemen: WaarnemingProblemen }
  | { readonly kind: "geen_grondslag" };

/**
 * Agreed by the holder or the ib. An ib of the school stands in without more; anybody else is asked first, with the
 * akkoord of the parents, and until the yes the ib does it.
 */
export function regelWaarneming(
  act: Act,
  at: AtVersion,
  form: WaarnemingForm,
): Promise<Result<"ib" | "gevraagd", WaarnemingRefusal | ActRefusal>> {
  return perform<"ib" | "gevraagd", WaarnemingRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openFor(tx, act, at, "waarneming_regelen");
    if (!open.ok) return open;
    const { dossier, today } = open.value;
    const problemen = checkWaarneming(form, dossier, today);
    if (problemen) return refuse({ kind: "velden", problemen });
    const { door, van, tot, akkoordOp } = form;
    const voor = houderOf(dossier);
    if (!door || !van || !tot || !voor) return refuse({ kind: "verouderd" });
    const isIb = ibsOf(dossier, today).includes(door);
    if (!isIb && !groundHolds(open.value)) return refuse({ kind: "geen_grondslag" });
    if (!(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    await putWaarneming(tx, dossier, {
      ...{ id: act.world.chance.uuid(), voor, door, van, tot, gevraagdDoor: act.actor.persoonId },
      stand: isIb ? "afgesproken" : "gevraagd",
      akkoord: !isIb && akkoordOp ? { op: akkoordOp, van: form.akkoordVan } : null,
    });
    const told = tellAbout(isIb ? "waarneming_gepland" : "waarneming_gevraagd", dossier, {
      personen: [door].filter((id) => id !== act.actor.persoonId),
      feit: `${at.versie + 1}`,
    });
    await save(await agreed(tx, act, { opened: open.value, told, door, van, tot }));
    return ok(isIb ? "ib" : "gevraagd");
  });
}

/** In the log, with its timers, and at once when it begins today. */
async function agreed(
  tx: Tx,
  { world, actor }: Pick<Act, "world" | "actor">,
  {
    opened: { dossier },
    told,
    ...dagen
  }: {
    readonly opened: Pick<Opened, "dossier">;
    readonly told: readonly Notice[];
    readonly door: string;
  } & Verlof,
): Promise<readonly Notice[]> {
  const { door, van, tot } = dagen;
  await logCase(tx, dossier, "waarneming_afgesproken", {
    aan: door,
    van: van.toString(),
    tot: tot.toString(),
  });
  await remind(tx, world, dossier.id, [van, tot.add({ days: 1 })]);
  const after = await followWaarneming(tx, world, dossier.id);
  const changed = { id: dossier.id, sztId: dossier.sztId, versie: dossier.versie + 1 };
  return [...(await tell(tx, changed, told, [actor.persoonId])), ...after];
}

/** "Goed, ik neem waar": from the agreed day on, or from this moment when that has come. */
export function acceptWaarneming(act: Act, at: AtVersion): Promise<Result<true, ActRefusal>> {
  return answer(act, at, { may: "waarneming_aannemen", soort: "waarneming_aangenomen" }, async (tx, { id }) =>
    answerWaarneming(tx, id, act.actor.persoonId),
  );
}

/** "Nee": with a reason from the list; the ib does it. */
export function refuseWaarneming(
  act: Act,
  at: AtVersion,
  reden: Weigerreden,
): Promise<Result<true, ActRefusal>> {
  const how = { may: "waarneming_weigeren", soort: "waarneming_geweigerd" } as const;
  return answer(act, at, how, async (tx, { id, dossier, today }) => {
    await logCase(tx, dossier, "waarneming_geweigerd", { reden });
    const ib = ibVoor(dossier, { today, behalve: [houderOf(dossier) ?? ""] });
    return ib ? answerWaarneming(tx, id, ib) : endWaarneming(tx, dossier.id);
  });
}

interface Asked extends Opened {
  /** Of the waarneming. */
  readonly id: string;
}

function answer(
  act: Act,
  at: AtVersion,
  how: {
    readonly may: "waarneming_aannemen" | "waarneming_weigeren";
    readonly soort: "waarneming_aangenomen" | "waarneming_geweigerd";
  },
  write: (tx: Tx, asked: Asked) => Promise<boolean>,
): Promise<Result<true, ActRefusal>> {
  return perform(act, async (tx, save): Promise<Result<true, ActRefusal>> => {
    const open = await openFor(tx, act, at, how.may);
    if (!open.ok) return open;
    const { dossier, today } = open.value;
    const { waarneming } = dossier;
    if (!waarneming || !(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    if (!(await write(tx, { ...open.value, id: waarneming.id }))) return refuse({ kind: "verouderd" });
    const personen = [...ibsOf(dossier, today), houderOf(dossier) ?? ""].filter((id) => id !== "");
    const told = tellAbout(how.soort, dossier, { personen, feit: waarneming.id });
    const after = await followWaarneming(tx, act.world, dossier.id);
    const changed = { ...at, sztId: dossier.sztId, versie: at.versie + 1 };
    await save([...(await tell(tx, changed, told, [act.actor.persoonId])), ...after]);
    return ok(true);
  });
}

/** The holder is back before the day, or does not go: what was agreed ends now. */
export function weerTerug(act: Act, at: AtVersion): Promise<Result<true, ActRefusal>> {
  return perform(act, async (tx, save): Promise<Result<true, ActRefusal>> => {
    const open = await openFor(tx, act, at, "weer_terug");
    if (!open.ok) return open;
    const { dossier } = open.value;
    if (!(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    const told = await stop(tx, act.world, dossier);
    const changed = { ...at, sztId: dossier.sztId, versie: at.versie + 1 };
    await save(await tell(tx, changed, told, [act.actor.persoonId, ...standIns(dossier)]));
    return ok(true);
  });
}

async function stop(tx: Tx, world: Needs, dossier: Dossier): Promise<readonly Notice[]> {
  const { waarneming } = dossier;
  if (!waarneming) return [];
  const { begonnen, voorId } = waarneming;
  return takeStap(tx, world, {
    dossier,
    stap: begonnen ? { soort: "terug", aan: voorId } : { soort: "vervalt" },
  });
}

function standIns(dossier: Dossier): readonly string[] {
  const { waarneming } = dossier;
  return [...holdersOf(dossier), ...(waarneming ? [waarneming.doorId, waarneming.voorId] : [])];
}

/**
 * Somebody said when they are away (or, with null, that they are not). Of each hulpvraag that they hold the ib stands in,
 * when it is for so many schooldagen; what was agreed with somebody else follows the new days.
 */
export async function followVerlof(
  tx: Tx,
  world: Needs,
  persoonId: string,
  verlof: Verlof | null,
): Promise<readonly Notice[]> {
  const notices: Notice[] = [];
  for (const id of await heldOrAwaited(tx, persoonId))
    notices.push(...(await followVerlofIn(tx, world, { id, persoonId, verlof })));
  return notices;
}

async function followVerlofIn(
  tx: Tx,
  world: Needs,
  {
    id,
    persoonId,
    verlof,
  }: { readonly id: string; readonly persoonId: string; readonly verlof: Verlof | null },
): Promise<readonly Notice[]> {
  const versie = await nextVersion(tx, id);
  const dossier = versie === null ? null : await loadDossier(tx, world.keys, id);
  if (!dossier || versie === null) return [];
  const today = todayIn(tx.now);
  const long =
    verlof !== null &&
    schooldagenWeg(verlof, await schoolCalendar(tx, dossier.schoolId)) >=
      (await termSettingsOf(tx)).waarneming_vanaf_schooldagen;
  const changed = { id, sztId: dossier.sztId, versie };
  const standing = dossier.waarneming?.voorId === persoonId ? dossier.waarneming : null;
  if (!long) {
    return standing ? tell(tx, changed, await stop(tx, world, dossier), standIns(dossier)) : [];
  }
  const moved = standing && waarnemingNa(standing, verlof);
  if (standing && moved) {
    await moveWaarneming(tx, standing.id, moved);
    await remind(tx, world, id, [moved.van, moved.tot.add({ days: 1 })]);
    return [...(await refreshed(tx, changed, standIns(dossier))), ...(await followWaarneming(tx, world, id))];
  }
  // Other days than the parents agreed to for this person: the ib does it.
  const before = standing ? await tell(tx, changed, await stop(tx, world, dossier), standIns(dossier)) : [];
  const weg = await awayOn(tx, ibsOf(dossier, today), verlof.van);
  const door =
    ibVoor(dossier, { today, behalve: [persoonId, ...weg] }) ??
    ibVoor(dossier, { today, behalve: [persoonId] });
  if (!door || (dossier.waarneming && !standing)) return before;
  await putWaarneming(tx, dossier, {
    ...{ id: world.chance.uuid(), voor: persoonId, door, van: verlof.van, tot: verlof.tot },
    ...{ stand: "afgesproken", gevraagdDoor: persoonId, akkoord: null },
  });
  await logCase(tx, dossier, "waarneming_afgesproken", {
    aan: door,
    van: verlof.van.toString(),
    tot: verlof.tot.toString(),
  });
  await remind(tx, world, id, [verlof.van, verlof.tot.add({ days: 1 })]);
  const told = tellAbout("waarneming_gepland", dossier, { personen: [door], feit: `${versie}` });
  return [...before, ...(await tell(tx, changed, told)), ...(await followWaarneming(tx, world, id))];
}

/** Who takes the regierol now may be away soon. */
export async function followOwnVerlof(tx: Tx, world: Needs, persoonId: string, id: string) {
  const [verlof] = await verlofOf(tx, persoonId, todayIn(tx.now));
  return verlof ? followVerlofIn(tx, world, { id, persoonId, verlof }) : [];
}
