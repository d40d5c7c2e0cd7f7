/** A round whose day is over while nobody ended it: without an end there is no summary and no report. */
import { puntenOf } from "#database/agendapunt.ts";
import { teamOf } from "#database/dossier.ts";
import { calendarsOfSzt } from "#database/kalender.ts";
import type { Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import { cancelTimer, type DueTimer, setTimer } from "#database/timer.ts";
import type { RondeFeit } from "#domain/dossier.ts";
import type { Notice } from "#domain/notice.ts";
import { nextUnfinished, type UnfinishedStep, unfinishedSteps } from "#domain/planning.ts";
import type { SchoolCalendar } from "#domain/schooldag.ts";
import { todayIn } from "#domain/today.ts";
import { refreshAbout } from "./notice-about.ts";
import { ibsOfSzt, refreshRonde, tell } from "./round-notice.ts";
import { send } from "./send.ts";
import type { World } from "./world.ts";

type Planned = Pick<RondeFeit, "id" | "icsVolgorde">;
/** A moved round is asked about by its new day; each time has a key of its own, so that none goes off twice. */
const sleutelOf = ({ id, icsVolgorde }: Planned, step: UnfinishedStep) =>
  `ronde_afmaken:${id}:${icsVolgorde}:${step}`;

export async function setUnfinished(
  tx: Tx,
  { chance }: Pick<World, "chance">,
  ronde: Planned & Pick<RondeFeit, "datum">,
  cal: SchoolCalendar,
): Promise<void> {
  const next = nextUnfinished(ronde.datum, { cal, now: tx.now });
  if (!next) return;
  await setTimer(tx, chance.uuid(), {
    soort: "ronde_afmaken",
    onderwerpId: ronde.id,
    op: next.at,
    sleutel: sleutelOf(ronde, next.step),
  });
}

export async function cancelUnfinished(tx: Tx, ronde: Planned): Promise<void> {
  for (const step of unfinishedSteps) await cancelTimer(tx, sleutelOf(ronde, step));
}

/**
 * The chair is asked, and from the second time on the ib too. The cards of all others say that it was not held or not
 * ended, and show nothing any more of what stood on it.
 */
export async function askToFinish(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const [ronde] = await rondesById(tx, [timer.onderwerpId]);
  const step = ronde && unfinishedSteps.find((one) => timer.sleutel === sleutelOf(ronde, one));
  if (!step || (ronde.status !== "gepland" && ronde.status !== "open")) return;
  const [school] = await calendarsOfSzt(tx, ronde.sztId);
  if (school) await setUnfinished(tx, world, ronde, school.cal);
  const ibs = step > 1 ? ibsOfSzt(await teamOf(tx, ronde.sztId), todayIn(tx.now)) : [];
  const personen = [ronde.voorzitterId, ...ibs];
  const feit = `i${ronde.icsVolgorde}:${step}`;
  const notices = [
    ...tell("ronde_afmaken", ronde, { personen, feit }),
    ...(await refreshRonde(tx, ronde, { feit, except: personen })),
    ...(await refreshedItems(tx, ronde, feit)),
  ];
  await send(world, tx, notices);
}

/** Who could see them for having been invited, can do so no more. */
async function refreshedItems(tx: Tx, { id, sztId }: RondeFeit, feit: string): Promise<readonly Notice[]> {
  const notices: Notice[] = [];
  for (const { hulpvraagId } of await puntenOf(tx, id)) {
    const plek = { id: hulpvraagId, sztId };
    notices.push(...(await refreshAbout(tx, "hulpvraag", plek, { feit: `ronde:${id}:${feit}` })));
  }
  return notices;
}
