import { dropUndelivered, readTerms } from "#database/bezorging.ts";
import {
  dagberichtOf,
  dagberichtOn,
  dagberichtWith,
  givenSteps,
  insertDagbericht,
  insertHerinnering,
} from "#database/dagbericht.ts";
import { actorById, voorafUitOf } from "#database/persoon.ts";
import type { Tx } from "#database/pool.ts";
import { dagberichtWithTeamactie, givenTeamSteps, insertTeamherinnering } from "#database/teamactie.ts";
import { openTermijnenOf, type TermijnRow } from "#database/termijn.ts";
import { leftOut, type VoorafGroep } from "#domain/herinnering-keuze.ts";
import type { Lezing } from "#domain/lezing.ts";
import { gepauzeerd } from "#domain/pauze.ts";
import {
  additionsFor,
  type Bundle,
  bundleKey,
  bundlesFor,
  type ReminderItem,
  type ReminderTerm,
  reminderKey,
} from "#domain/reminder.ts";
import { type Actor, scopeOf, taskScope } from "#domain/scope.ts";
import type { TeamactieGezien } from "#domain/see-teamactie.ts";
import { type Bekeken, putOffSince, type TaakGezien, takenOf } from "#domain/taak.ts";
import { ownersOf, rests, schakelteamOf, sinceFor, told, voorzittersOf } from "#domain/termijn-eigenaar.ts";
import { todayIn } from "#domain/today.ts";
import { isBundleTime, type WorkRhythm } from "#domain/werkdag.ts";
import { followUnread } from "./bezorging.ts";
import { type TeamTerm, teamInBundle, teamTermsOf } from "./dagbericht-team.ts";
import { planNext, rhythmOf } from "./dagbericht-timer.ts";
import { send } from "./send.ts";
import { bekeken, bekekenAround, inOrder, planned, takenLezing } from "./taken.ts";
import type { World } from "./world.ts";

/** The first reminder comes three schooldagen ahead; the longest holiday may lie in between. */
const ahead = { days: 70 };

/**
 * The bundle of one person on this day, and the timer of the next. Bundle, reminders and notice stand together or not
 * at all, and each is made once: when we die halfway the timer goes off again and finds what is there.
 */
export async function bundleDay(world: World, tx: Tx, persoonId: string): Promise<void> {
  const today = todayIn(tx.now);
  const actor = await actorById(tx, persoonId, today);
  const rhythm = await rhythmOf(tx, persoonId);
  if (actor && rhythm) {
    const dagberichtId = await dagberichtOn(tx, persoonId, today);
    if (!dagberichtId) await makeBundle(world, tx, { actor, rhythm });
    await followUnread(world, tx, persoonId, rhythm);
  }
  await planNext(tx, world, persoonId);
}

/**
 * Before the bundle of today is drawn: what came up since is put on it, without another message. Nothing joins a bundle of
 * an earlier day, nor at night: it waits for the next one.
 */
export function joinBundle(world: World, persoonId: string, id: string): Promise<void> {
  return world.database.transact(taskScope(world.swvId, "wekker"), async (tx) => {
    const today = todayIn(tx.now);
    if ((await dagberichtOn(tx, persoonId, today)) !== id) return;
    const actor = await actorById(tx, persoonId, today);
    const rhythm = await rhythmOf(tx, persoonId);
    if (!actor || !rhythm || !isBundleTime(rhythm, tx.now)) return;
    await makeBundle(world, tx, { actor, rhythm, erbij: id });
  });
}

interface Making {
  readonly actor: Actor;
  readonly rhythm: WorkRhythm;
  /** The bundle of today, when it stands already. */
  readonly erbij?: string;
}

async function makeBundle(world: World, tx: Tx, { actor, rhythm, erbij }: Making): Promise<void> {
  const { persoonId } = actor;
  const today = todayIn(tx.now);
  const around = await bekekenAround(tx, world, actor, today.add(ahead));
  const uit = new Set(await voorafUitOf(tx, persoonId));
  const rows = await openTermijnenOf(
    tx,
    around.map(({ dossier }) => dossier.id),
  );
  const team = await teamTermsOf(tx, world, actor, uit);
  const ids = { rows: rows.map(({ id }) => id), team: team.map(({ term }) => term.id) };
  const given = [
    ...(await givenSteps(tx, persoonId, { ids: ids.rows, today })),
    ...(await givenTeamSteps(tx, persoonId, { ids: ids.team, today })),
  ];
  const question = {
    now: tx.now,
    people: [rhythm],
    terms: [...around.flatMap((one) => termsOf(one, rows, uit)), ...team.map(({ term }) => term)],
    reminded: new Set(given.map(({ termijnId, stap }) => reminderKey(termijnId, stap, persoonId))),
    bundled: new Set(erbij ? [bundleKey(persoonId, today)] : []),
  };
  const [bundle] = erbij ? additionsFor(question) : bundlesFor(question);
  if (!bundle) return;
  const gelezen = await readTerms(tx, persoonId, [...ids.rows, ...ids.team]);
  const sources = { rows, team, gelezen };
  if (erbij) for (const item of bundle.items) await remember(tx, item, { id: erbij, persoonId, ...sources });
  else await keep(world, tx, bundle, sources);
}

/** The reminders of this one person: who else hears of a term has a bundle of their own. */
function termsOf(
  { dossier, context, persoonId, now }: Bekeken,
  rows: readonly TermijnRow[],
  uit: ReadonlySet<VoorafGroep>,
): readonly ReminderTerm[] {
  const today = todayIn(now);
  const me = (ids: readonly string[]) => ids.filter((id) => id === persoonId);
  // Only what is in the dossier as this person may know it; another one's share of it stays out of sight.
  return rows
    .filter(
      (row) =>
        row.hulpvraagId === dossier.id &&
        dossier.termijnen.some(({ id }) => id === row.id) &&
        !rests(dossier, row, today) &&
        !gepauzeerd(dossier, row, today),
    )
    .map((row) => ({
      id: row.id,
      kind: row.soort,
      due: row.vervalt,
      since: sinceFor(dossier, {
        ...{ persoonId, sinds: row.vervaltSinds, soort: row.soort, vervalt: row.vervalt, today },
      }),
      cal: context.cal,
      responsible: me(ownersOf(dossier, row, now)),
      schakelteam: me(told(dossier, schakelteamOf(dossier, today), today)),
      voorzitters: me(told(dossier, voorzittersOf(dossier, today), today)),
      // Who chose an own day wants to hear it then.
      ...(row.geplandDoor === persoonId ? { gepland: row.gepland } : { zonder: leftOut(row.soort, uit) }),
    }));
}

/** What the items of a bundle can be about: a term of a hulpvraag, or an actie of a team. */
interface Sources {
  readonly rows: readonly TermijnRow[];
  readonly team: readonly TeamTerm[];
  /** What this person read of before. */
  readonly gelezen: ReadonlySet<string>;
}

async function keep(world: World, tx: Tx, bundle: Bundle, sources: Sources): Promise<void> {
  const { personId: persoonId, day: datum, items } = bundle;
  const id = world.chance.uuid();
  if (!(await insertDagbericht(tx, { id, persoonId, datum }))) return;
  await dropUndelivered(tx, persoonId, datum);
  for (const item of items) await remember(tx, item, { id, persoonId, ...sources });
  await send(world, tx, [
    {
      soort: "dagbericht",
      aan: { persoonId },
      onderwerpId: id,
      sztId: null,
      sleutel: `dagbericht:${persoonId}:${datum}`,
    },
  ]);
}

async function remember(
  tx: Tx,
  item: ReminderItem,
  { id, persoonId, rows, team, gelezen }: Sources & { readonly id: string; readonly persoonId: string },
): Promise<void> {
  const told = { persoonId, dagberichtId: id, laat: item.late, kort: gelezen.has(item.termId) };
  const own = team.find(({ term }) => term.id === item.termId);
  if (own) {
    const stappen = [...item.covers, item.stap];
    const { sztId, term } = own;
    return insertTeamherinnering(tx, { sztId, teamactieId: term.id, stappen, ...told });
  }
  const row = rows.find((one) => one.id === item.termId);
  if (!row) throw new Error("a reminder of a term that was not asked about");
  await insertHerinnering(tx, {
    sztId: row.sztId,
    termijnId: row.id,
    stappen: [...item.covers, item.stap],
    teLaat: item.overdue,
    ...told,
  });
}

export interface DagberichtGezien {
  readonly id: string;
  readonly datum: Temporal.PlainDate;
  readonly vandaag: Temporal.PlainDate;
  readonly taken: readonly TaakGezien[];
  readonly team: readonly TeamactieGezien[];
  /** Something that stood in it is asked of nobody any more, or is out of sight: that is not done. */
  readonly vervallen: boolean;
}

/** A bundle as it stands now: what was done since is marked so, what is out of sight is gone. Null for anyone else. */
export async function drawDagbericht(
  world: World,
  actor: Actor,
  id: string,
): Promise<{ readonly gezien: DagberichtGezien; readonly lezingen: readonly Lezing[] } | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const dagbericht = await dagberichtOf(tx, id, actor.persoonId);
    if (!dagbericht) return null;
    const items = new Map(dagbericht.items.map((item) => [item.termijnId, item]));
    const hulpvraagIds = [...new Set(dagbericht.items.map(({ hulpvraagId }) => hulpvraagId))];
    const seen = await bekeken(tx, world, actor, hulpvraagIds);
    const taken = seen.flatMap((one) =>
      takenOf(one).flatMap((taak) => {
        const item = items.get(taak.id);
        return item ? [{ ...taak, laat: item.laat, kort: item.kort }] : [];
      }),
    );
    const rows = new Map((await openTermijnenOf(tx, hulpvraagIds)).map((row) => [row.id, row]));
    const now = taken.map((taak) => {
      const row = rows.get(taak.id);
      return row ? planned(putOffSince(taak, row, dagbericht.datum), row, actor.persoonId) : taak;
    });
    const team = await teamInBundle(tx, world, actor, id);
    const gezien = {
      id,
      datum: dagbericht.datum,
      vandaag: todayIn(tx.now),
      taken: inOrder(now),
      team: team.seen,
      vervallen: taken.length < items.size || team.vervallen,
    };
    return { gezien, lezingen: seen.map((one) => takenLezing(one, taken)) };
  });
}

/** The newest bundle of this person on which a term, or an actie of the team, stands: the card that is drawn again after a press on it. */
export async function dagberichtShowing(
  world: World,
  actor: Actor,
  termijnId: string,
): Promise<string | null> {
  return world.database.transact(
    scopeOf(actor),
    async (tx) =>
      (await dagberichtWith(tx, actor.persoonId, termijnId)) ??
      (await dagberichtWithTeamactie(tx, actor.persoonId, termijnId)),
  );
}
