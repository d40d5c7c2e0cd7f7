import { recordEvent } from "#database/event.ts";
import { lockRonde, setAgendaVast } from "#database/overlegronde.ts";
import { after, type Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import { cancelTimer, type DueTimer, setTimer, type TimerKind } from "#database/timer.ts";
import type { RondeFeit } from "#domain/dossier.ts";
import { beginOf } from "#domain/overlegronde.ts";
import { type RoundMomentKind, roundMoments } from "#domain/planning.ts";
import type { SchoolCalendar } from "#domain/schooldag.ts";
import { momentOf } from "#domain/today.ts";
import { loadRonde } from "./round-load.ts";
import { tell } from "./round-notice.ts";
import { releaseUngrounded } from "./round-release.ts";
import { setUnfinished } from "./round-unfinished.ts";
import { send } from "./send.ts";
import { tellTijdvakken } from "./tijdvak.ts";
import type { World } from "./world.ts";

const timerOf: Partial<Record<RoundMomentKind, TimerKind>> = {
  agenda_vast: "agenda_vast",
  deelnamelink: "link_sturen",
};

/** Before anyone is at work: an edit makes no sound. */
const early = Temporal.PlainTime.from("06:00");

type Planned = Pick<RondeFeit, "id" | "icsVolgorde">;
/** A moved round has timers of its own: those of the time before find that they are too late. */
const sleutelOf = (soort: TimerKind, { id, icsVolgorde }: Planned) => `${soort}:${id}:${icsVolgorde}`;

export async function setRoundTimers(
  tx: Tx,
  world: World,
  ronde: Planned & Pick<RondeFeit, "datum" | "begin">,
  cal: SchoolCalendar,
): Promise<void> {
  for (const { kind, at } of roundMoments(ronde, { cal, now: tx.now })) {
    const soort = timerOf[kind];
    // Planned for tomorrow or today: the invitation that goes out now has the link already.
    const said = kind === "deelnamelink" && at.equals(tx.now);
    if (!soort || said) continue;
    await setTimer(tx, world.chance.uuid(), {
      soort,
      onderwerpId: ronde.id,
      op: at,
      sleutel: sleutelOf(soort, ronde),
    });
    after(tx, world.wake);
  }
  await setUnfinished(tx, world, ronde, cal);
  const morning = momentOf(ronde.datum, early);
  if (Temporal.Instant.compare(morning, tx.now) <= 0) return;
  const sleutel = sleutelOf("ronde_vandaag", ronde);
  await setTimer(tx, world.chance.uuid(), {
    soort: "ronde_vandaag",
    onderwerpId: ronde.id,
    op: morning,
    sleutel,
  });
}

export async function cancelRoundTimers(tx: Tx, ronde: Planned): Promise<void> {
  for (const soort of [...Object.values(timerOf), "ronde_vandaag" as const]) {
    await cancelTimer(tx, sleutelOf(soort, ronde));
  }
}

/** On the day itself the chair can open the round: the cards that stand get that button, and say today. */
export async function refreshToday(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const [ronde] = await rondesById(tx, [timer.onderwerpId]);
  if (!ronde || !isDue(ronde, timer, tx.now)) return;
  const personen = ronde.deelnemers.map(({ persoonId }) => persoonId);
  await send(world, tx, [
    ...tell("ronde_ververst", ronde, { personen, feit: `vandaag${ronde.icsVolgorde}` }),
    ...(await tellTijdvakken(tx, "tijdvak_ververst", ronde, "vandaag")),
  ]);
}

/** Two schooldagen ahead: consent is decided again, the agenda is fixed, and each participant gets the own part. */
export async function fixAgenda(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  await lockRonde(tx, timer.onderwerpId);
  const facts = await loadRonde(tx, world.keys, timer.onderwerpId);
  if (!facts || !isDue(facts.ronde, timer, tx.now)) return;
  const { ronde } = facts;
  const back = await releaseUngrounded(tx, ronde, facts.punten);
  await setAgendaVast(tx, ronde.id);
  await recordEvent(tx, {
    soort: "agenda_vastgesteld",
    sztId: ronde.sztId,
    gegevens: { datum: ronde.datum.toString() },
  });
  const personen = ronde.deelnemers.map(({ persoonId }) => persoonId);
  const feit = `i${ronde.icsVolgorde}`;
  await send(world, tx, [
    ...back,
    ...tell("ronde_agenda", ronde, { personen, feit }),
    ...(await tellTijdvakken(tx, "tijdvak_vast", ronde)),
  ]);
}

/** One schoolday ahead: the link to join once more. */
export async function sendLink(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const [ronde] = await rondesById(tx, [timer.onderwerpId]);
  if (!ronde || !isDue(ronde, timer, tx.now)) return;
  const personen = ronde.deelnemers.map(({ persoonId }) => persoonId);
  await send(world, tx, [
    ...tell("ronde_link", ronde, { personen, feit: `i${ronde.icsVolgorde}` }),
    ...(await tellTijdvakken(tx, "tijdvak_link", ronde)),
  ]);
}

/** Not cancelled, not moved, and nothing is told once the round has begun. */
function isDue(ronde: RondeFeit, timer: DueTimer, now: Temporal.Instant): boolean {
  const own = timer.sleutel === sleutelOf(timer.soort, ronde);
  return own && ronde.status === "gepland" && Temporal.Instant.compare(now, beginOf(ronde)) < 0;
}
