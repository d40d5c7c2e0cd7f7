/** The truth about delivery, for who mends it: the ib about one hulpvraag, the beheerder about all, without any case. */
import { lastTold, toldSince, werkzamen, withUnread } from "#database/bezorging.ts";
import { loadDossier } from "#database/dossier.ts";
import type { Tx } from "#database/pool.ts";
import {
  type Bezorggroep,
  type Bezorgoverzicht,
  type Bezorgstand,
  bezorggroepOf,
  bezorgstandOf,
  type GehoordGezien,
} from "#domain/bezorging.ts";
import { gehoordOf } from "#domain/gehoord.ts";
import { ringing } from "#domain/notice.ts";
import { type Actor, hasFunctie, scopeOf, taskScope } from "#domain/scope.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { momentOf, todayIn } from "#domain/today.ts";
import { dossierFor } from "#domain/uitzondering-spoor.ts";
import { bereikVan } from "./bereik-load.ts";
import { unreadSince } from "./bezorging.ts";
import { rhythmOf } from "./dagbericht-timer.ts";
import type { World } from "./world.ts";

export interface Gehoord {
  readonly referentie: string;
  readonly mensen: readonly GehoordGezien[];
}

/** Null for everybody but the ib of this hulpvraag. */
export function drawGehoord(world: World, actor: Actor, id: string): Promise<Gehoord | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const dossier = await loadDossier(tx, world.keys, id);
    const gezien = dossier && seeHulpvraag(dossier, actor, tx.now);
    if (!dossier || !gezien?.mag.has("gehoord")) return null;
    const own = dossierFor(dossier, actor.persoonId, tx.now);
    const people = gehoordOf(own, actor.persoonId, todayIn(tx.now));
    const personen = people.map(({ persoonId }) => persoonId);
    const wegen = await bereikVan(tx, world, { sztId: dossier.sztId, personen });
    const told = await lastTold(tx, id, { personen, rings: ringing });
    const mensen: GehoordGezien[] = [];
    for (const { persoonId, naam } of people) {
      const bereik = wegen.find((one) => one.persoonId === persoonId);
      if (!bereik) continue;
      const last = told.find((one) => one.persoonId === persoonId);
      const laatste = last
        ? { stand: delivered(bezorgstandOf({ ...last, gelezen: false }, tx.now)), op: last.op }
        : null;
      mensen.push({ naam, bereik, laatste, ongelezen: await isUnread(tx, persoonId) });
    }
    return { referentie: dossier.referentie, mensen };
  });
}

/** Whether it was read is not told of one message. */
const delivered = (stand: Bezorgstand) => (stand === "gelezen" ? "bezorgd" : stand);

async function isUnread(tx: Tx, persoonId: string): Promise<boolean> {
  const rhythm = await rhythmOf(tx, persoonId);
  return rhythm !== null && (await unreadSince(tx, persoonId, rhythm)) !== null;
}

const days = 7;
const midnight = Temporal.PlainTime.from("00:00");

/** Null for everybody but a beheerder. */
export async function drawBezorging(world: World, actor: Actor): Promise<Bezorgoverzicht | null> {
  if (!hasFunctie(actor, ["beheerder"])) return null;
  return world.database.transact(taskScope(world.swvId, "koerier"), async (tx) => {
    const today = todayIn(tx.now);
    const vanaf = today.subtract({ days: days - 1 });
    const people = await werkzamen(tx, today);
    const personen = people.map(({ persoonId }) => persoonId);
    const wegen = await bereikVan(tx, world, { sztId: null, personen });
    let ongelezen = 0;
    for (const persoonId of await withUnread(tx, today)) if (await isUnread(tx, persoonId)) ongelezen += 1;
    const onbereikt = people.flatMap(({ persoonId, naam, sinds, account, mailGeweigerd }) => {
      const bereik = wegen.find((one) => one.persoonId === persoonId);
      if (!bereik || bereik.weg === "eigen_chat") return [];
      return [{ ...bereik, naam, sinds: sinds && todayIn(sinds), zonderAccount: !account, mailGeweigerd }];
    });
    const chats = people.filter(({ chat }) => chat);
    return {
      vanaf,
      telling: await counted(tx, momentOf(vanaf, midnight)),
      onbereikt,
      ongelezen,
      leesbevestiging: { chats: chats.filter(({ bevestigt }) => bevestigt).length, van: chats.length },
    };
  });
}

async function counted(tx: Tx, since: Temporal.Instant): Promise<Bezorgoverzicht["telling"]> {
  const rows = await toldSince(tx, ringing, since);
  const standen = (groep: Bezorggroep): Readonly<Record<Bezorgstand, number>> => {
    const own = rows.filter(({ onderwerp }) => bezorggroepOf(onderwerp) === groep);
    const sum = (stand: Bezorgstand) =>
      own
        .filter((row) => bezorgstandOf(row, tx.now) === stand)
        .reduce((total, { aantal }) => total + aantal, 0);
    return {
      gepland: sum("gepland"),
      onderweg: sum("onderweg"),
      bezorgd: sum("bezorgd"),
      gelezen: sum("gelezen"),
      mislukt: sum("mislukt"),
      vervallen: sum("vervallen"),
    };
  };
  return { dagbericht: standen("dagbericht"), overleg: standen("overleg"), overig: standen("overig") };
}
