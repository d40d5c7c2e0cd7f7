import { genodigdeOf } from "#database/genodigde.ts";
import { calendarsOfSzt } from "#database/kalender.ts";
import { rondesOfPersoon, unopenedRondesOf } from "#database/overlegronde.ts";
import type { Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import { schoolsOf } from "#database/school.ts";
import { ibFuncties, type Komst } from "#domain/code.ts";
import type { RondeFeit } from "#domain/dossier.ts";
import type { Notice } from "#domain/notice.ts";
import { krapNa, overlap } from "#domain/overlegronde.ts";
import { plansFor } from "#domain/ronde-plan.ts";
import { addSchooldagen } from "#domain/schooldag.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import type { TijdvakGezien } from "#domain/see-tijdvak.ts";
import { todayIn } from "#domain/today.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { myTijdvakken } from "./genodigde.ts";
import { viewRonde } from "./round-load.ts";
import { send } from "./send.ts";
import { tell } from "./tijdvak.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** How long a round that nobody opened asks for an answer. */
const unopenedDays = 60;

export interface RondeRegel {
  readonly ronde: RondeFeit;
  readonly scholen: readonly string[];
  /** Other rounds of the same person at the same time. */
  readonly overlapt: readonly { readonly scholen: readonly string[]; readonly begin: Temporal.PlainTime }[];
  /** Ends so shortly before it, at another school, that one comes late. */
  readonly krap?: readonly { readonly scholen: readonly string[]; readonly minuten: number }[];
  /** What is this person's to prepare, as far as he or she sees it; null where nothing was looked at. */
  readonly voorbereiding?: Voorbereiding | null;
}

export interface Voorbereiding {
  /** Open acties of the own, of this SZT. */
  readonly acties: number;
  /** Items that this person may read, by their reference. */
  readonly punten: readonly string[];
  readonly komst: Komst | null;
}

export interface Overzicht {
  readonly vandaag: Temporal.PlainDate;
  /** The last day of the six school weeks from today. */
  readonly tot: Temporal.PlainDate;
  /** Items for which this person is asked alone. */
  readonly tijdvakken: readonly TijdvakGezien[];
  /** Those whose day went by without being opened come first; only who can do something about it sees them. */
  readonly regels: readonly RondeRegel[];
  /** SZTs for which this person can plan. */
  readonly planbaar: readonly { readonly sztId: string; readonly scholen: readonly string[] }[];
}

/** Schooldagen ahead that are looked at week by week. */
const horizon = 30;
/** Rounds on one card with their buttons and what there is to prepare. */
export const overzichtRijen = 6;

/**
 * The coming rounds over all SZTs of one person, the first one first. What there is to prepare is looked up for those
 * that stand with their buttons: of forty schools that is a page at a time.
 */
export async function myRounds(world: World, actor: Actor, pagina = 0): Promise<Overzicht> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const vandaag = todayIn(tx.now);
    const coming = (await comingRounds(tx, actor)).filter(({ status }) => status !== "gesloten");
    const rondes = [...(await unopenedRounds(tx, actor, vandaag)), ...coming];
    const planbaar = plansFor(actor);
    const schools = await schoolsOf(tx, [...new Set([...rondes.map(({ sztId }) => sztId), ...planbaar])]);
    const scholen = (sztId: string) =>
      schools.filter((school) => school.sztId === sztId).map(({ naam }) => naam);
    const tot = await lastDay(tx, rondes.at(0)?.sztId ?? planbaar.at(0), vandaag);
    const shown = rondes.slice(pagina * overzichtRijen, (pagina + 1) * overzichtRijen);
    const prepared = await voorbereidingen(tx, world, { actor, rondes: shown });
    return {
      vandaag,
      tot,
      tijdvakken: (await myTijdvakken(tx, world, actor, { from: vandaag, ended: false })).filter(
        ({ soort }) => soort === "komt",
      ),
      regels: rondes.map((ronde) => ({
        ronde,
        scholen: scholen(ronde.sztId),
        overlapt: coming
          .filter((other) => other.id !== ronde.id && overlap(ronde, other))
          .map((other) => ({ scholen: scholen(other.sztId), begin: other.begin })),
        krap: coming.flatMap((other) => {
          const minuten = krapNa(ronde, other);
          return minuten === null ? [] : [{ scholen: scholen(other.sztId), minuten }];
        }),
        voorbereiding: prepared.get(ronde.id) ?? null,
      })),
      planbaar: planbaar.map((sztId) => ({ sztId, scholen: scholen(sztId) })),
    };
  });
}

/** By the calendar of one school: with others it can be a few days sooner or later. */
async function lastDay(
  tx: Tx,
  sztId: string | undefined,
  vandaag: Temporal.PlainDate,
): Promise<Temporal.PlainDate> {
  const [school] = sztId ? await calendarsOfSzt(tx, sztId) : [];
  return school ? addSchooldagen(vandaag, horizon, school.cal) : vandaag.add({ weeks: 6 });
}

/** Through the card of the round itself, so that nothing shows here that does not show there. */
async function voorbereidingen(
  tx: Tx,
  { keys }: World,
  { actor, rondes }: { readonly actor: Actor; readonly rondes: readonly RondeFeit[] },
): Promise<ReadonlyMap<string, Voorbereiding>> {
  const found = new Map<string, Voorbereiding>();
  for (const { id, status } of rondes) {
    const gezien = status === "gepland" ? await viewRonde(tx, keys, actor, id) : null;
    if (!gezien) continue;
    const own = gezien.deelnemers.find(({ persoonId }) => persoonId === actor.persoonId);
    found.set(id, {
      acties: gezien.eerdereActies.filter(({ vanMij }) => vanMij).length,
      punten: gezien.punten.filter(({ wat }) => wat !== null).map(({ referentie }) => referentie),
      komst: own?.komst ?? null,
    });
  }
  return found;
}

/** Only rounds in SZTs of today's scope come out: row-level security leaves the others behind. */
async function comingRounds(tx: Tx, { persoonId }: Actor): Promise<readonly RondeFeit[]> {
  return rondesById(tx, await rondesOfPersoon(tx, persoonId, { from: todayIn(tx.now), cancelled: false }));
}

/** For the chair and the ib or coo: they open it after all, move it or cancel it. */
async function unopenedRounds(
  tx: Tx,
  { persoonId, lidmaatschappen }: Actor,
  vandaag: Temporal.PlainDate,
): Promise<readonly RondeFeit[]> {
  const from = vandaag.subtract({ days: unopenedDays });
  const ibOf = (sztId: string) =>
    lidmaatschappen.some((lid) => lid.sztId === sztId && ibFuncties.some((one) => one === lid.functie));
  const rondes = await rondesById(tx, await unopenedRondesOf(tx, persoonId, { from, before: vandaag }));
  return rondes.filter(({ sztId, voorzitterId }) => voorzitterId === persoonId || ibOf(sztId));
}

/** The round that this person was taken off; null when it is out of reach, not to come any more, or joined again. */
export async function leftRonde(
  world: World,
  actor: Actor,
  id: string,
): Promise<Pick<RondeFeit, "datum"> | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const [ronde] = await rondesById(tx, [id]);
    const again = ronde?.deelnemers.some(({ persoonId }) => persoonId === actor.persoonId);
    return ronde && !again && ronde.status !== "vervallen" ? ronde : null;
  });
}

/** Puts the card of a round below in the chat, from a button on another card. */
export function showRonde(act: Act, id: string): Promise<Result<true, ActRefusal>> {
  const { actor, world } = act;
  return perform<true, ActRefusal>(act, async (tx, save) => {
    const gezien = await viewRonde(tx, world.keys, actor, id);
    if (!gezien) return refuse({ kind: "onzichtbaar" });
    await save([shown({ id, sztId: gezien.sztId }, actor, act.press)]);
    return ok(true);
  });
}

/**
 * The same for the first round to come, for who asks for the agenda in words; above it the last one that was not held,
 * for who can finish it. False when there is none.
 */
export async function askNextRonde(world: World, actor: Actor, activityId: string): Promise<boolean> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const next = (await comingRounds(tx, actor)).find(
      ({ status }) => status === "open" || status === "gepland",
    );
    const left = (await unopenedRounds(tx, actor, todayIn(tx.now))).at(-1);
    const notices: Notice[] = [];
    for (const ronde of [left, next]) {
      if (ronde && (await viewRonde(tx, world.keys, actor, ronde.id)))
        notices.push(shown(ronde, actor, activityId));
    }
    if (notices.length === 0) notices.push(...(await firstTijdvak(tx, world, { actor, activityId })));
    if (notices.length === 0) return false;
    await send(world, tx, notices);
    return true;
  });
}

/** Who comes for items alone has no round: the first of the own times. */
async function firstTijdvak(
  tx: Tx,
  world: World,
  { actor, activityId }: { readonly actor: Actor; readonly activityId: string },
): Promise<readonly Notice[]> {
  const own = await myTijdvakken(tx, world, actor, { from: todayIn(tx.now), ended: false });
  const first = own.find(({ soort }) => soort === "komt");
  const genodigde = first && (await genodigdeOf(tx, first.puntId, actor.persoonId));
  return genodigde ? tell("tijdvak_getoond", genodigde, activityId) : [];
}

function shown(
  { id, sztId }: Pick<RondeFeit, "id" | "sztId">,
  { persoonId }: Actor,
  occasion: string,
): Notice {
  return {
    soort: "ronde_getoond",
    aan: { persoonId },
    onderwerpId: id,
    sztId,
    sleutel: `ronde_getoond:${id}:${persoonId}:${occasion}`,
  };
}
