import { adressenOf, afspraakOf } from "#database/afspraak.ts";
import { feedOwner, hasFeed, hashOf, saveFeed } from "#database/bestandslink.ts";
import { recordEvent } from "#database/event.ts";
import { genodigdeOf } from "#database/genodigde.ts";
import { rondesOfPersoon, timesOff } from "#database/overlegronde.ts";
import { actorById } from "#database/persoon.ts";
import type { Tx } from "#database/pool.ts";
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

/** A link to the file of this round: to put it in a calendar, or to take it out again. */
export function makeCalendarLink(act: Act, rondeId: string): Promise<Result<CalendarLink, ActRefusal>> {
  const { actor, world } = act;
  return perform<CalendarLink, ActRefusal>(act, async (tx) => {
    const found = await ownRound(tx, world, { actor, rondeId });
    if (!found) return refuse({ kind: "onzichtbaar" });
    const token = await newLink(tx, act, { soort: "agenda_ronde", onderwerpId: rondeId });
    await recordEvent(tx, { soort: "agendalink_gemaakt", sztId: found.ronde.sztId });
    return ok({ token, uitnodiging: found.uitnodiging });
  });
}

export interface CalendarLink {
  readonly token: string;
  /** This person has an invitation of Outlook for it. */
  readonly uitnodiging: boolean;
}

/** A round with what it is called in a calendar. */
export interface CalendarRound {
  readonly ronde: RondeFeit;
  readonly scholen: readonly string[];
  readonly volgorde: number;
  /** Called off, or this person was taken off. */
  readonly vervallen: boolean;
}

/**
 * A calendar takes a change only with a higher number: for somebody who was taken off and came back it goes up each
 * time, and for others it does not.
 */
export function inCalendar(ronde: RondeFeit, { keren, persoonId }: { keren: number; persoonId: string }) {
  const off = !ronde.deelnemers.some((one) => one.persoonId === persoonId);
  return {
    volgorde: ronde.icsVolgorde + 2 * keren - (off && keren > 0 ? 1 : 0),
    vervallen: off || ronde.status === "vervallen",
  };
}

/** The round that this person takes part in and sees, or was taken off, until its day; null for everybody else. */
async function ownRound(
  tx: Tx,
  world: World,
  { actor, rondeId }: { readonly actor: Actor; readonly rondeId: string },
): Promise<(CalendarRound & { readonly uitnodiging: boolean }) | null> {
  const { persoonId } = actor;
  const gezien = await viewRonde(tx, world.keys, actor, rondeId);
  const keren = (await timesOff(tx, persoonId, [rondeId])).get(rondeId) ?? 0;
  const [ronde] = await rondesById(tx, [rondeId]);
  if (!ronde) return null;
  const now = inCalendar(ronde, { keren, persoonId });
  const isComing = Temporal.PlainDate.compare(todayIn(tx.now), ronde.datum) <= 0;
  const may = now.vervallen ? (gezien !== null || keren > 0) && isComing : gezien?.mag.has("in_agenda");
  if (!may) return null;
  const scholen = (await schoolsOf(tx, [ronde.sztId])).map(({ naam }) => naam);
  const staat = (await afspraakOf(tx, rondeId))?.stand === "staat";
  const uitnodiging = staat && !now.vervallen && (await adressenOf(tx, [persoonId])).size > 0;
  return { ronde, scholen, ...now, uitnodiging };
}

/** The round behind a link, as its person takes part in it, or no more, at this moment. Whatever the answer, the link is used up. */
export async function takeCalendarRound(
  world: World,
  token: string,
): Promise<(CalendarRound & { readonly email: string | null }) | null> {
  const found = await useLink(world, token, ["agenda_ronde"]);
  if (!found) return null;
  const { actor } = found;
  const rondeId = found.link.onderwerpId;
  return world.database.transact(scopeOf(actor), async (tx) => {
    const own = await ownRound(tx, world, { actor, rondeId });
    if (!own) return null;
    await recordEvent(tx, { soort: "agendabestand_opgehaald", sztId: own.ronde.sztId });
    const adressen = await adressenOf(tx, [actor.persoonId]);
    return { ...own, email: adressen.get(actor.persoonId) ?? null };
  });
}

/** A link to the file of the own time in a round: to put it in a calendar, or to take it out again until its day. */
export function makeTijdvakLink(act: Act, puntId: string): Promise<Result<{ token: string }, ActRefusal>> {
  const { actor, world } = act;
  return perform<{ token: string }, ActRefusal>(act, async (tx) => {
    const drawn = await viewTijdvak(tx, world, actor, puntId);
    const genodigde = await genodigdeOf(tx, puntId, actor.persoonId);
    if (!drawn || !genodigde || !hasFile(drawn.gezien)) return refuse({ kind: "onzichtbaar" });
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

function hasFile(gezien: TijdvakGezien): boolean {
  return gezien.soort === "komt" || (gezien.soort === "vervallen" && gezien.uitAgenda);
}

/** The time behind a link, as its person is asked, or no more, at this moment. */
export async function takeTijdvak(
  world: World,
  token: string,
): Promise<(CalendarTijdvak & { readonly email: string | null }) | null> {
  const found = await useLink(world, token, ["agenda_tijdvak"]);
  if (!found) return null;
  const { actor, link } = found;
  return world.database.transact(scopeOf(actor), async (tx) => {
    const drawn = await viewTijdvak(tx, world, actor, link.onderwerpId);
    const genodigde = drawn && (await genodigdeOf(tx, link.onderwerpId, actor.persoonId));
    if (!genodigde || !hasFile(drawn.gezien)) return null;
    await recordEvent(tx, { soort: "agendabestand_opgehaald", sztId: genodigde.sztId });
    const { persoonId } = actor;
    const email = (await adressenOf(tx, [persoonId])).get(persoonId) ?? null;
    return { gezien: drawn.gezien, persoonId, email };
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
    const { persoonId } = actor;
    const off = await timesOff(tx, persoonId, null);
    const own = await rondesOfPersoon(tx, persoonId, { from, cancelled: true });
    const rondes = (await rondesById(tx, [...new Set([...own, ...off.keys()])])).filter(
      ({ datum }) => Temporal.PlainDate.compare(from, datum) <= 0,
    );
    const schools = await schoolsOf(tx, [...new Set(rondes.map(({ sztId }) => sztId))]);
    return rondes.map((ronde) => ({
      ronde,
      ...inCalendar(ronde, { keren: off.get(ronde.id) ?? 0, persoonId }),
      scholen: schools.filter(({ sztId }) => sztId === ronde.sztId).map(({ naam }) => naam),
    }));
  });
}
