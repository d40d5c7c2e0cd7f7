/** Asking people for one item of a round and no other, and what these people do with it. */
import { puntenOf } from "#database/agendapunt.ts";
import { loadDossier } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import {
  endGenodigde,
  genodigdeOf,
  saveGenodigde,
  saveGenodigdeKomst,
  tijdvakkenOf,
} from "#database/genodigde.ts";
import { type AtVersion, zaakOf } from "#database/hulpvraag.ts";
import { lockRonde } from "#database/overlegronde.ts";
import type { Tx } from "#database/pool.ts";
import { schoolsOf } from "#database/school.ts";
import type { Functie, Komst } from "#domain/code.ts";
import type { AgendapuntFeit, Dossier } from "#domain/dossier.ts";
import { type Kandidaat, kandidatenVoor } from "#domain/genodigde.ts";
import { type GeenWeg, geenWeg } from "#domain/komst.ts";
import type { Gelezen } from "#domain/lezing.ts";
import type { Notice } from "#domain/notice.ts";
import { relationsOf } from "#domain/relatie.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { seeTijdvak, type TijdvakGezien, tijdvakLezing } from "#domain/see-tijdvak.ts";
import { tijdvakOf } from "#domain/tijdvak.ts";
import { todayIn } from "#domain/today.ts";
import { groundOn } from "#domain/toestemming.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { refreshedChats } from "./chat-refresh.ts";
import { refreshRonde } from "./round-notice.ts";
import { noteTold, tell } from "./tijdvak.ts";
import { loadVerslag } from "./verslag.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

export interface GenodigdeForm {
  readonly id: string;
  readonly versie: number;
  readonly referentie: string;
  readonly datum: Temporal.PlainDate;
  readonly kandidaten: readonly Kandidaat[];
}

export type GenodigdeRefusal =
  | { readonly kind: "kan_niet" }
  /** The toestemming names these not. */
  | { readonly kind: "niet_genoemd"; readonly functies: readonly Functie[] };

/** Null for who may not ask anybody: only the ib of the school, who keeps the toestemming. */
export function genodigdeForm(world: World, actor: Actor, id: string): Promise<GenodigdeForm | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const dossier = await loadDossier(tx, world.keys, id);
    const punt = dossier && plannedFor(dossier, actor, tx.now);
    if (!dossier || !punt) return null;
    const { versie, referentie } = dossier;
    return { id, versie, referentie, datum: punt.ronde.datum, kandidaten: kandidatenVoor(dossier, punt) };
  });
}

/** The item on which people can be asked: on a round to come or that goes on, for the ib of the school. */
function plannedFor(dossier: Dossier, actor: Actor, now: Temporal.Instant): AgendapuntFeit | null {
  if (!seeHulpvraag(dossier, actor, now)) return null;
  if (!relationsOf(dossier, actor.persoonId, now).has("ib_van_school")) return null;
  const punt = dossier.agendapunten.find(({ status }) => status === "gepland");
  const today = todayIn(now);
  const past = punt?.ronde.status === "gepland" && Temporal.PlainDate.compare(punt.ronde.datum, today) < 0;
  return punt && !past ? punt : null;
}

/** Whoever is chosen is asked, whoever is not chosen any more is off. */
export function chooseGenodigden(
  act: Act,
  at: AtVersion,
  chosen: readonly string[],
): Promise<Result<true, GenodigdeRefusal | ActRefusal>> {
  const { actor, world } = act;
  return perform<true, GenodigdeRefusal | ActRefusal>(act, async (tx, save) => {
    const before = await loadDossier(tx, world.keys, at.id);
    const rondeId = before?.agendapunten.find(({ status }) => status === "gepland")?.ronde.id;
    if (rondeId) await lockRonde(tx, rondeId);
    const dossier = await loadDossier(tx, world.keys, at.id);
    if (!dossier || !seeHulpvraag(dossier, actor, tx.now)) return refuse({ kind: "onzichtbaar" });
    if (dossier.versie !== at.versie) return refuse({ kind: "verouderd" });
    const punt = plannedFor(dossier, actor, tx.now);
    if (!punt) return refuse({ kind: "kan_niet" });
    const kandidaten = kandidatenVoor(dossier, punt);
    const wanted = kandidaten.filter(({ persoonId }) => chosen.includes(persoonId));
    if (chosen.some((id) => !kandidaten.some(({ persoonId }) => persoonId === id)))
      return refuse({ kind: "kan_niet" });
    const unnamed = wanted.filter(({ genoemd }) => !genoemd).map(({ functie }) => functie);
    if (unnamed.length > 0) return refuse({ kind: "niet_genoemd", functies: [...new Set(unnamed)] });
    const asked = wanted.filter(({ gevraagd }) => !gevraagd);
    const off = kandidaten.filter((one) => one.gevraagd && !wanted.includes(one));
    const notices: Notice[] = [];
    for (const one of asked) notices.push(...(await ask(tx, act, { dossier, punt, one })));
    for (const { persoonId } of off) {
      const who = { puntId: punt.id, sztId: dossier.sztId, persoonId };
      await endGenodigde(tx, who);
      noteTold(tx, who);
      notices.push(...tell("tijdvak_vervallen", who, act.press));
    }
    if (asked.length + off.length > 0) {
      await recordEvent(tx, {
        soort: "genodigden_gekozen",
        sztId: dossier.sztId,
        ...(await zaakOf(tx, dossier.id)),
        ...groundOn(dossier, todayIn(tx.now)),
        gegevens: {
          gevraagd: [...new Set(asked.map(({ functie }) => functie))],
          af: [...new Set(off.map(({ functie }) => functie))],
        },
      });
    }
    const gone = off.map(({ persoonId }) => persoonId);
    await save([
      ...notices,
      ...(await refreshRonde(tx, punt.ronde, { feit: `g${act.press}` })),
      // Who is asked no more may have seen the hulpvraag for that reason alone.
      ...(await refreshedChats(tx, gone, `genodigde:${act.press}`)),
    ]);
    return ok(true);
  });
}

async function ask(
  tx: Tx,
  { actor, press }: Act,
  {
    dossier,
    punt,
    one,
  }: { readonly dossier: Dossier; readonly punt: AgendapuntFeit; readonly one: Kandidaat },
): Promise<readonly Notice[]> {
  const tijdvak = tijdvakOf(punt.ronde, await puntenOf(tx, punt.ronde.id), punt.id);
  if (!tijdvak) return [];
  const { persoonId, functie } = one;
  const who = { puntId: punt.id, sztId: dossier.sztId, persoonId };
  const rondeVolgorde = punt.ronde.icsVolgorde;
  await saveGenodigde(tx, { ...who, functie, tijdvak, rondeVolgorde, door: actor.persoonId });
  noteTold(tx, who);
  return tell("tijdvak_uitnodiging", who, press);
}

export interface DrawnTijdvak {
  readonly gezien: TijdvakGezien;
  readonly lezingen: readonly Gelezen[];
}

/** The invitation of this person for this item, from fresh facts; null for everybody else. */
export async function viewTijdvak(
  tx: Tx,
  { keys }: Pick<World, "keys">,
  actor: Pick<Actor, "persoonId">,
  puntId: string,
): Promise<DrawnTijdvak | null> {
  const genodigde = await genodigdeOf(tx, puntId, actor.persoonId);
  if (!genodigde) return null;
  const dossier = await loadDossier(tx, keys, genodigde.hulpvraagId);
  const scholen = (await schoolsOf(tx, [genodigde.sztId])).map(({ naam }) => naam);
  const kijker = { persoonId: actor.persoonId, now: tx.now };
  const punt = dossier?.agendapunten.find(({ id }) => id === puntId);
  const verslag = punt?.ronde.status === "gesloten" ? await loadVerslag(tx, keys, genodigde.rondeId) : null;
  const gezien = seeTijdvak({ genodigde, dossier, scholen, verslag }, kijker);
  return gezien && { gezien, lezingen: tijdvakLezing(gezien, dossier, kijker) };
}

export function drawTijdvak(world: World, actor: Actor, puntId: string): Promise<DrawnTijdvak | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const drawn = await viewTijdvak(tx, world, actor, puntId);
    const gezien = drawn?.gezien;
    const bad =
      gezien?.soort === "verslag" ? gezien.punt.onleesbaar : gezien?.soort === "komt" && gezien.onleesbaar;
    if (bad) world.log("error", { code: "tijdvak_onleesbaar", id: puntId });
    return drawn;
  });
}

/** Puts the invitation below in the chat. */
export function showTijdvak(act: Act, puntId: string): Promise<Result<true, ActRefusal>> {
  return perform<true, ActRefusal>(act, async (tx, save) => {
    const drawn = await viewTijdvak(tx, act.world, act.actor, puntId);
    const genodigde = drawn && (await genodigdeOf(tx, puntId, act.actor.persoonId));
    if (!genodigde) return refuse({ kind: "onzichtbaar" });
    await save(tell("tijdvak_getoond", genodigde, act.press));
    return ok(true);
  });
}

export type TijdvakRefusal = ActRefusal | { readonly kind: "kan_niet" } | { readonly kind: GeenWeg };

/** What this person said about coming; the ib and the chair see it on the card of the round. */
export function answerTijdvak(act: Act, puntId: string, komst: Komst): Promise<Result<true, TijdvakRefusal>> {
  const { actor, world } = act;
  return perform<true, TijdvakRefusal>(act, async (tx, save) => {
    const genodigde = await genodigdeOf(tx, puntId, actor.persoonId);
    if (!genodigde) return refuse({ kind: "onzichtbaar" });
    await lockRonde(tx, genodigde.rondeId);
    const drawn = await viewTijdvak(tx, world, actor, puntId);
    if (drawn?.gezien.soort !== "komt") return refuse({ kind: "kan_niet" });
    // A card sends back what it was given, and more when somebody makes it do so.
    const weg = geenWeg(drawn.gezien, komst);
    if (weg) return refuse({ kind: weg });
    if (!(await saveGenodigdeKomst(tx, genodigde, komst))) return refuse({ kind: "kan_niet" });
    const { rondeId: id, sztId } = genodigde;
    await recordEvent(tx, { soort: "komst_doorgegeven", sztId, gegevens: { komst, vervangen: false } });
    await save(await refreshRonde(tx, { id, sztId }, { feit: `k${act.press}` }));
    return ok(true);
  });
}

/** The own times to come, and for a calendar those that are off as well. */
export async function myTijdvakken(
  tx: Tx,
  world: Pick<World, "keys">,
  actor: Actor,
  { from, ended }: { readonly from: Temporal.PlainDate; readonly ended: boolean },
): Promise<readonly TijdvakGezien[]> {
  const found: TijdvakGezien[] = [];
  for (const puntId of await tijdvakkenOf(tx, actor.persoonId, { from, ended })) {
    const drawn = await viewTijdvak(tx, world, actor, puntId);
    if (drawn) found.push(drawn.gezien);
  }
  return found;
}
