import { recordEvent } from "#database/event.ts";
import { calendarsOfSzt } from "#database/kalender.ts";
import type { KeyRing } from "#database/kluis.ts";
import type { Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import { type DueTimer, setTimer } from "#database/timer.ts";
import {
  insertVerslag,
  lastVerslagOf,
  roundsAfter,
  settle,
  unsettledBefore,
  verslagOf,
  wijzigingenOf,
} from "#database/verslag.ts";
import type { RondeFeit } from "#domain/dossier.ts";
import { type Gelezen, lezingOf, showsContent } from "#domain/lezing.ts";
import type { Notice } from "#domain/notice.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import type { RondeFacts } from "#domain/see-ronde.ts";
import { leadersOf, onPaper, seeVerslag, type VerslagFacts } from "#domain/see-verslag.ts";
import { momentOf, todayIn } from "#domain/today.ts";
import { settleFrom } from "#domain/verslag.ts";
import type { VerslagGezien } from "#domain/verslag-view.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { newLink, useLink } from "./file-link.ts";
import { recordLezingen } from "./lezing.ts";
import { refreshAbout, tellAbout } from "./notice-about.ts";
import { loadRonde } from "./round-load.ts";
import { send } from "./send.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** Everything that the report of one round is drawn from; null when there is none, or it is out of reach. */
export async function loadVerslag(tx: Tx, keys: KeyRing, rondeId: string): Promise<VerslagFacts | null> {
  const verslag = await verslagOf(tx, rondeId);
  const ronde = verslag && (await loadRonde(tx, keys, rondeId));
  if (!verslag || !ronde) return null;
  const { komende, begonnen } = await roundsAfter(tx, ronde.ronde);
  return {
    ronde,
    verslag,
    wijzigingen: await wijzigingenOf(tx, keys, rondeId),
    komende: await rondesById(tx, komende),
    laterBegonnen: begonnen,
  };
}

interface DrawnVerslag {
  readonly gezien: VerslagGezien;
  readonly lezingen: readonly Gelezen[];
}

async function drawn(tx: Tx, keys: KeyRing, actor: Actor, id: string): Promise<DrawnVerslag | null> {
  const facts = await loadVerslag(tx, keys, id);
  const who = { persoonId: actor.persoonId, now: tx.now };
  const gezien = facts && seeVerslag(facts, who);
  if (!gezien) return null;
  const lezingen = gezien.punten.flatMap((punt) => {
    const dossier = facts.ronde.punten.find((one) => one.dossier.id === punt.hulpvraagId)?.dossier;
    // The day of the review follows from what was decided.
    const wat = showsContent({ ...punt, wat: punt.evaluatieOp, correcties: punt.aanvullingen });
    const shown = { naam: punt.leerling !== null, wat };
    return dossier ? [lezingOf(dossier, shown, who)] : [];
  });
  return { gezien, lezingen };
}

/** To draw its card, with what that shows: whoever puts it before those eyes logs that. */
export async function drawVerslag(world: World, actor: Actor, id: string): Promise<DrawnVerslag | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const found = await drawn(tx, world.keys, actor, id);
    for (const { hulpvraagId } of found?.gezien.punten.filter(({ onleesbaar }) => onleesbaar) ?? [])
      world.log("error", { code: "hulpvraag_onleesbaar", id: hulpvraagId });
    return found;
  });
}

type Ended = Pick<RondeFeit, "id" | "sztId" | "datum" | "deelnemers">;

/** The round is over: all who were invited get what they may see of it, whether they were there or not. */
export async function beginVerslag(tx: Tx, world: World, ronde: Ended): Promise<readonly Notice[]> {
  const { id, sztId, datum } = ronde;
  const calendars = (await calendarsOfSzt(tx, sztId)).map(({ cal }) => cal);
  const vastVanaf = settleFrom(todayIn(tx.now), calendars);
  await insertVerslag(tx, { rondeId: id, sztId, vastVanaf });
  await setTimer(tx, world.chance.uuid(), {
    soort: "verslag_vaststellen",
    onderwerpId: id,
    op: momentOf(vastVanaf, morning),
    sleutel: `verslag_vaststellen:${id}`,
  });
  await recordEvent(tx, { soort: "verslag_gemaakt", sztId, gegevens: { datum: datum.toString() } });
  const personen = ronde.deelnemers.map(({ persoonId }) => persoonId);
  return tellAbout("verslag_klaar", ronde, { personen, feit: "af" });
}

/** When people begin to work. */
const morning = Temporal.PlainTime.from("08:00");

/** The days to read it are over: who can settle it is asked. */
export async function askToSettle(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const notices = await askOf(tx, world, timer.onderwerpId, "dagen");
  await send(world, tx, notices);
}

/** The team meets again: reports of rounds before that nobody settled come back to who can. */
export async function askEarlier(tx: Tx, world: World, ronde: RondeFeit): Promise<readonly Notice[]> {
  const notices: Notice[] = [];
  for (const id of await unsettledBefore(tx, ronde)) notices.push(...(await askOf(tx, world, id, ronde.id)));
  return notices;
}

async function askOf(tx: Tx, world: World, id: string, feit: string): Promise<readonly Notice[]> {
  const verslag = await verslagOf(tx, id);
  if (!verslag || verslag.vastgesteldOp) return [];
  const ronde = await loadRonde(tx, world.keys, id);
  if (!ronde) return [];
  const personen = leadersHere(ronde, todayIn(tx.now));
  return tellAbout("verslag_vaststellen", { id, sztId: verslag.sztId }, { personen, feit });
}

function leadersHere(ronde: RondeFacts, today: Temporal.PlainDate): readonly string[] {
  const here = new Set(ronde.ronde.deelnemers.map(({ persoonId }) => persoonId));
  return leadersOf(ronde, today).filter((one) => here.has(one));
}

export type VerslagRefusal = ActRefusal | { readonly kind: "kan_niet" };

/** Settled: it stays what it is, and says so on the card of everyone. */
export function settleVerslag(
  act: Act,
  at: { readonly id: string; readonly versie: number },
): Promise<Result<true, VerslagRefusal>> {
  const { actor, world } = act;
  return perform<true, VerslagRefusal>(act, async (tx, save) => {
    const facts = await loadVerslag(tx, world.keys, at.id);
    const gezien = facts && seeVerslag(facts, { persoonId: actor.persoonId, now: tx.now });
    if (!gezien) return refuse({ kind: "onzichtbaar" });
    if (!gezien.mag.has("vaststellen")) return refuse({ kind: "kan_niet" });
    if (!(await settle(tx, { rondeId: at.id, versie: at.versie }, actor.persoonId)))
      return refuse({ kind: "verouderd" });
    const { sztId, datum } = gezien;
    await recordEvent(tx, { soort: "verslag_vastgesteld", sztId, gegevens: { datum: datum.toString() } });
    const plek = { id: at.id, sztId };
    await save(await refreshAbout(tx, "verslag", plek, { feit: "vast", also: [actor.persoonId] }));
    return ok(true);
  });
}

/** Puts the report below in the chat, from a button on the card of the round. */
export function showVerslag(act: Act, id: string): Promise<Result<true, ActRefusal>> {
  const { actor, world } = act;
  return perform<true, ActRefusal>(act, async (tx, save) => {
    const found = await drawn(tx, world.keys, actor, id);
    if (!found) return refuse({ kind: "onzichtbaar" });
    await save([shown(id, found.gezien.sztId, { actor, occasion: act.press })]);
    return ok(true);
  });
}

/** The same for the last one, for who asks for it in words. False when there is none. */
export async function askLastVerslag(world: World, actor: Actor, activityId: string): Promise<boolean> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const id = await lastVerslagOf(tx, actor.persoonId);
    const found = id && (await drawn(tx, world.keys, actor, id));
    if (!found) return false;
    const notice = shown(id, found.gezien.sztId, { actor, occasion: activityId });
    await send(world, tx, [notice]);
    return true;
  });
}

function shown(
  id: string,
  sztId: string,
  { actor: { persoonId }, occasion }: { readonly actor: Actor; readonly occasion: string },
): Notice {
  const sleutel = `verslag_getoond:${id}:${persoonId}:${occasion}`;
  return { soort: "verslag_getoond", aan: { persoonId }, onderwerpId: id, sztId, sleutel };
}

/** A link that works once; the report itself is made when it is fetched, from what may be seen then. */
export function makeVerslagLink(
  act: Act,
  id: string,
): Promise<Result<{ readonly token: string }, ActRefusal>> {
  const { actor, world } = act;
  return perform<{ readonly token: string }, ActRefusal>(act, async (tx) => {
    if (!(await drawn(tx, world.keys, actor, id))) return refuse({ kind: "onzichtbaar" });
    return ok({ token: await newLink(tx, act, { soort: "verslag", onderwerpId: id }) });
  });
}

/** What stands on the paper, decided once more at this moment. The paper has no names of leerlingen, so none were read. */
export async function takeVerslag(world: World, token: string): Promise<VerslagGezien | null> {
  const found = await useLink(world, token, ["verslag"]);
  if (!found) return null;
  const { actor, link } = found;
  return world.database.transact(scopeOf(actor), async (tx) => {
    const taken = await drawn(tx, world.keys, actor, link.onderwerpId);
    if (!taken) return null;
    const { gezien, lezingen } = taken;
    const read = lezingen.map((one) => ("adviesvraag" in one ? one : { ...one, naam: false }));
    await recordLezingen(tx, read, { via: "bestand" });
    await recordEvent(tx, { soort: "verslag_opgehaald", sztId: gezien.sztId, gegevens: {} });
    return onPaper(gezien);
  });
}
