import { feedOwner, hasFeed, hashOf, saveFeed } from "#database/bestandslink.ts";
import { recordEvent } from "#database/event.ts";
import { genodigdeOf } from "#database/genodigde.ts";
import { rondesOfPersoon } from "#database/overlegronde.ts";
import { actorById } from "#database/persoon.ts";
import { rondesById } from "#database/ronde-feit.ts";
import { schoolsOf } from "#database/school.ts";
import type { RondeFeit } from "#domain/dossier.ts";
import { type Actor, scopeOf, taskScope } from "#domain/scope.ts";
import type { TijdvakGezien } from "#domain/see-tijdvak.ts";
import { todayIn } from "#domain/today.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { newLink, tokenBytes, useLink } from "./file-link.ts";
import { myTijdvakken, viewTijdvak } from "./genodigde.ts";
import { viewRonde } from "./round-load.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** How far back a calendar still hears that something changed. */
const feedDays = 60;

/** A link to the file of this round. */
export function makeCalendarLink(act: Act, rondeId: string): Promise<Result<{ token: string }, ActRefusal>> {
  const { actor, world } = act;
  return perform<{ token: string }, ActRefusal>(act, async (tx) => {
    const gezien = await viewRonde(tx, world.keys, actor, rondeId);
    if (!gezien?.mag.has("in_agenda")) return refuse({ kind: "onzichtbaar" });
    const token = await newLink(tx, act, { soort: "agenda_ronde", onderwerpId: rondeId });
    await recordEvent(tx, { soort: "agendalink_gemaakt", sztId: gezien.sztId });
    return ok({ token });
  });
}

/** A round with what it is called in a calendar. */
export interface CalendarRound {
  readonly ronde: RondeFeit;
  readonly scholen: readonly string[];
}

/** The round behind a link, when its person still takes part at this moment. Whatever the answer, the link is used up. */
export async function takeCalendarRound(world: World, token: string): Promise<CalendarRound | null> {
  const found = await useLink(world, token, ["agenda_ronde"]);
  if (!found) return null;
  const { actor } = found;
  const rondeId = found.link.onderwerpId;
  return world.database.transact(scopeOf(actor), async (tx) => {
    const gezien = await viewRonde(tx, world.keys, actor, rondeId);
    if (!gezien?.mag.has("in_agenda")) return null;
    await recordEvent(tx, { soort: "agendabestand_opgehaald", sztId: gezien.sztId });
    const [ronde] = await rondesById(tx, [rondeId]);
    return ronde ? { ronde, scholen: gezien.scholen } : null;
  });
}

/** A link to the file of the own time in a round. */
export function makeTijdvakLink(act: Act, puntId: string): Promise<Result<{ token: string }, ActRefusal>> {
  const { actor, world } = act;
  return perform<{ token: string }, ActRefusal>(act, async (tx) => {
    const drawn = await viewTijdvak(tx, world, actor, puntId);
    const genodigde = drawn?.gezien.soort === "komt" && (await genodigdeOf(tx, puntId, actor.persoonId));
    if (!genodigde) return refuse({ kind: "onzichtbaar" });
    const token = await newLink(tx, act, { soort: "agenda_tijdvak", onderwerpId: puntId });
    await recordEvent(tx, { soort: "agendalink_gemaakt", sztId: genodigde.sztId });
    return ok({ token });
  });
}

/** A time of one's own in a round, as a calendar shows it. */
export interface CalendarTijdvak {
  readonly gezien: TijdvakGezien;
  readonly persoonId: string;
}

/** The time behind a link, when its person is still asked at this moment. */
export async function takeTijdvak(world: World, token: string): Promise<CalendarTijdvak | null> {
  const found = await useLink(world, token, ["agenda_tijdvak"]);
  if (!found) return null;
  const { actor, link } = found;
  return world.database.transact(scopeOf(actor), async (tx) => {
    const drawn = await viewTijdvak(tx, world, actor, link.onderwerpId);
    const genodigde = drawn && (await genodigdeOf(tx, link.onderwerpId, actor.persoonId));
    if (!genodigde || drawn.gezien.soort !== "komt") return null;
    await recordEvent(tx, { soort: "agendabestand_opgehaald", sztId: genodigde.sztId });
    return { gezien: drawn.gezien, persoonId: actor.persoonId };
  });
}

export async function hasSubscription(world: World, actor: Actor): Promise<boolean> {
  return world.database.transact(scopeOf(actor), (tx) => hasFeed(tx, actor.persoonId));
}

/** A subscription address of one's own; a new one ends the one before. */
export function renewFeed(act: Act): Promise<Result<{ token: string }, ActRefusal>> {
  return perform<{ token: string }, ActRefusal>(act, async (tx) => {
    const token = act.world.chance.bytes(tokenBytes).toString("base64url");
    await saveFeed(tx, act.actor.persoonId, hashOf(token));
    await recordEvent(tx, { soort: "agendaabonnement_vernieuwd", sztId: null });
    return ok({ token });
  });
}

/** The rounds of whom this address belongs to, as that person takes part in them now; null for an unknown address. */
export async function feedRounds(
  world: World,
  token: string,
): Promise<{
  readonly rondes: readonly CalendarRound[];
  readonly tijdvakken: readonly CalendarTijdvak[];
} | null> {
  const actor = await world.database.transact(taskScope(world.swvId, "identiteit"), async (tx) => {
    const persoonId = await feedOwner(tx, hashOf(token));
    return persoonId ? actorById(tx, persoonId, todayIn(tx.now)) : null;
  });
  if (!actor) return null;
  const rondes = await roundsOf(world, actor, feedDays);
  const tijdvakken = await world.database.transact(scopeOf(actor), (tx) =>
    myTijdvakken(tx, world, actor, { from: todayIn(tx.now).subtract({ days: feedDays }), ended: true }),
  );
  const { persoonId } = actor;
  return { rondes, tijdvakken: tijdvakken.map((gezien) => ({ gezien, persoonId })) };
}

async function roundsOf(world: World, actor: Actor, daysBack: number): Promise<readonly CalendarRound[]> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const from = todayIn(tx.now).subtract({ days: daysBack });
    const rondes = await rondesById(
      tx,
      await rondesOfPersoon(tx, actor.persoonId, { from, cancelled: true }),
    );
    const schools = await schoolsOf(tx, [...new Set(rondes.map(({ sztId }) => sztId))]);
    return rondes.map((ronde) => ({
      ronde,
      scholen: schools.filter(({ sztId }) => sztId === ronde.sztId).map(({ naam }) => naam),
    }));
  });
}
