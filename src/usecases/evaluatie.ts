/** How the cooperation goes: asked twice a year, answered in the own chat, counted when it closes. */
import { teamOf } from "#database/dossier.ts";
import {
  allSzts,
  countEvaluatie,
  type EvaluatieFeit,
  evaluatieById,
  gevraagdOf,
  insertEvaluatie,
  lastCounted,
  saveAntwoord,
} from "#database/evaluatie.ts";
import { recordEvent } from "#database/event.ts";
import { calendarsOfSzt } from "#database/kalender.ts";
import type { Tx } from "#database/pool.ts";
import { teamSettings } from "#database/team.ts";
import { type DueTimer, setTimer, type TimerKind } from "#database/timer.ts";
import {
  checkEvaluatie,
  type EvaluatieForm,
  type EvaluatieGezien,
  type Evaluatieveld,
  evaluatieDagen,
  genoegAntwoorden,
  telEvaluatie,
  volgendeEvaluatie,
} from "#domain/evaluatie.ts";
import { nextSchooldag } from "#domain/schooldag.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seesTeam } from "#domain/team.ts";
import { teamledenOf } from "#domain/teamactie-relatie.ts";
import { byDay, momentOf, todayIn } from "#domain/today.ts";
import type { Problemen } from "#domain/veld.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { tellAbout } from "./notice-about.ts";
import { send } from "./send.ts";
import { schoolsIn, teamCalendar } from "./teamactie.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

const morning = Temporal.PlainTime.from("09:00");
const midnight = Temporal.PlainTime.from("00:00");
/** Later than this a day that was missed, because the bot stood still, is skipped. */
const tooLate = { days: 60 } as const;

type Kind = Extract<TimerKind, `evaluatie_${string}`>;

async function setDue(
  tx: Tx,
  world: Pick<World, "chance">,
  soort: Kind,
  { id, op, feit }: { readonly id: string; readonly op: Temporal.Instant; readonly feit: string },
): Promise<void> {
  await setTimer(tx, world.chance.uuid(), { soort, onderwerpId: id, op, sleutel: `${soort}:${id}:${feit}` });
}

/** Every SZT has a timer for the next one; running it again changes nothing. */
export async function ensureEvaluatieTimers(tx: Tx, world: Pick<World, "chance">): Promise<void> {
  const next = volgendeEvaluatie(await teamSettings(tx), todayIn(tx.now));
  if (!next) return;
  for (const id of await allSzts(tx))
    await setDue(tx, world, "evaluatie_beginnen", { id, op: momentOf(next, morning), feit: next.toString() });
}

/** On the first schooldag from the day of the setting; a team in which five answers cannot come is not asked. */
export async function beginEvaluatie(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const sztId = timer.onderwerpId;
  const today = todayIn(tx.now);
  if ((await calendarsOfSzt(tx, sztId)).length === 0) return;
  const cal = await teamCalendar(tx, sztId);
  const day = nextSchooldag(today, cal);
  if (!day.equals(today)) {
    const op = momentOf(day, morning);
    await setDue(tx, world, "evaluatie_beginnen", { id: sztId, op, feit: day.toString() });
    return;
  }
  const next = volgendeEvaluatie(await teamSettings(tx), today);
  if (next)
    await setDue(tx, world, "evaluatie_beginnen", {
      id: sztId,
      op: momentOf(next, morning),
      feit: next.toString(),
    });
  if (Temporal.PlainDate.compare(today, todayIn(timer.op).add(tooLate)) > 0) return;
  const leden = teamledenOf(await teamOf(tx, sztId), today).map(({ persoonId }) => persoonId);
  if (leden.length < genoegAntwoorden) return;
  const id = world.chance.uuid();
  const { sluit, herinner } = evaluatieDagen(today, cal);
  if (!(await insertEvaluatie(tx, { id, sztId, begin: today, sluit }, leden))) return;
  await setDue(tx, world, "evaluatie_herinneren", { id, op: momentOf(herinner, morning), feit: "een" });
  const over = momentOf(sluit.add({ days: 1 }), midnight);
  await setDue(tx, world, "evaluatie_sluiten", { id, op: over, feit: "een" });
  await recordEvent(tx, { soort: "evaluatie_begonnen", sztId, gegevens: { gevraagd: leden.length } });
  await send(world, tx, tellAbout("evaluatie_gevraagd", { id, sztId }, { personen: leden, feit: "begin" }));
}

/** Of whom it was asked: who works there still. */
async function working(tx: Tx, { id, sztId }: EvaluatieFeit) {
  const here = new Set(
    teamledenOf(await teamOf(tx, sztId), todayIn(tx.now)).map(({ persoonId }) => persoonId),
  );
  return (await gevraagdOf(tx, id)).filter(({ persoonId }) => here.has(persoonId));
}

/** Once, to who has not answered. */
export async function remindEvaluatie(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const feit = await evaluatieById(tx, timer.onderwerpId);
  if (feit?.stand !== "open") return;
  const personen = (await working(tx, feit)).filter(({ antwoord }) => !antwoord);
  const plek = { id: feit.id, sztId: feit.sztId };
  await send(
    world,
    tx,
    tellAbout("evaluatie_herinnerd", plek, {
      personen: personen.map(({ persoonId }) => persoonId),
      feit: "een",
    }),
  );
}

/** Counted, and in the same transaction every answer goes: nobody can be asked later who said what. */
export async function closeEvaluatie(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const feit = await evaluatieById(tx, timer.onderwerpId, "tellen");
  if (feit?.stand !== "open") return;
  const plek = { id: feit.id, sztId: feit.sztId };
  const gevraagd = await gevraagdOf(tx, feit.id);
  const personen = (await working(tx, feit)).map(({ persoonId }) => persoonId);
  const uitslag = telEvaluatie(gevraagd.flatMap(({ antwoord }) => antwoord ?? []));
  await countEvaluatie(tx, feit.id, uitslag);
  await recordEvent(tx, {
    soort: "evaluatie_geteld",
    sztId: feit.sztId,
    gegevens: { genoeg: uitslag !== null },
  });
  const told = tellAbout("evaluatie_uitslag", plek, { personen, feit: "einde" });
  // It closes at midnight; who is asleep reads it in the morning.
  await send(
    world,
    tx,
    told.map((one) => ({ ...one, nietVoor: byDay(tx.now) })),
  );
}

/** Null for who was not asked, and for everybody outside the team. */
export function readEvaluatie(world: World, actor: Actor, id: string): Promise<EvaluatieGezien | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const feit = await evaluatieById(tx, id);
    if (!feit || !seesTeam(actor, feit.sztId)) return null;
    const own = (await gevraagdOf(tx, id)).find(({ persoonId }) => persoonId === actor.persoonId);
    if (feit.stand === "open" && !own) return null;
    return seenEvaluatie(tx, feit, own?.antwoord ?? null);
  });
}

export async function seenEvaluatie(
  tx: Tx,
  feit: EvaluatieFeit,
  eigen: EvaluatieGezien["eigen"],
): Promise<EvaluatieGezien> {
  const { id, sztId, sluit, stand, uitslag } = feit;
  const vorige = uitslag ? await lastCounted(tx, sztId, feit.begin) : null;
  const naam = await schoolsIn(tx, sztId);
  return { id, naam, sluit, stand, eigen, uitslag, vorige: vorige?.uitslag?.cijfer ?? null };
}

export type EvaluatieRefusal =
  | ActRefusal
  | { readonly kind: "velden"; readonly problemen: Problemen<Evaluatieveld> }
  /** It was counted already. */
  | { readonly kind: "dicht" };

/** In the place of what this person said before; no notice and no line in the log says who answered. */
export function beantwoord(
  act: Act,
  id: string,
  form: EvaluatieForm,
): Promise<Result<true, EvaluatieRefusal>> {
  return perform<true, EvaluatieRefusal>(act, async (tx) => {
    const feit = await evaluatieById(tx, id, "beantwoorden");
    if (!feit || !seesTeam(act.actor, feit.sztId)) return refuse({ kind: "onzichtbaar" });
    if (feit.stand !== "open" || Temporal.PlainDate.compare(todayIn(tx.now), feit.sluit) > 0)
      return refuse({ kind: "dicht" });
    const problemen = checkEvaluatie(form);
    if (problemen) return refuse({ kind: "velden", problemen });
    const { cijfer, helpt, hindert } = form;
    if (cijfer === null) throw new Error("a form without its fields");
    const { persoonId } = act.actor;
    const saved = await saveAntwoord(tx, { id, persoonId }, { cijfer, helpt, hindert });
    return saved ? ok(true) : refuse({ kind: "onzichtbaar" });
  });
}
