import type { Tx } from "#database/pool.ts";
import { after } from "#database/pool.ts";
import { cancelTimer, setTimer, type TimerKind } from "#database/timer.ts";
import { closesAt, type Moment, type MomentprikFeit, remindsAt } from "#domain/momentprik.ts";
import { beginOf } from "#domain/overlegronde.ts";
import type { SchoolCalendar } from "#domain/schooldag.ts";
import type { World } from "./world.ts";

type Prik = Pick<MomentprikFeit, "id" | "poging" | "uiterlijk" | "momenten">;

/** Asked again has timers of its own: those of the time before find that they are too late. */
export const momentprikSleutel = (
  soort: Extract<TimerKind, `momentprik_${string}`>,
  { id, poging }: Pick<Prik, "id" | "poging">,
  moment?: Pick<Moment, "id">,
) => `${soort}:${id}:${poging}${moment ? `:${moment.id}` : ""}`;

export async function setMomentprikTimers(
  tx: Tx,
  world: Pick<World, "chance" | "wake">,
  { prik, calendars }: { readonly prik: Prik; readonly calendars: readonly SchoolCalendar[] },
): Promise<void> {
  const [cal] = calendars;
  const remind = cal ? remindsAt(prik, { cal, now: tx.now }) : null;
  const set = (soort: Parameters<typeof momentprikSleutel>[0], op: Temporal.Instant, moment?: Moment) =>
    setTimer(tx, world.chance.uuid(), {
      soort,
      onderwerpId: prik.id,
      op,
      sleutel: momentprikSleutel(soort, prik, moment),
    });
  if (remind) await set("momentprik_herinneren", remind);
  await set("momentprik_sluiten", closesAt(prik));
  for (const moment of prik.momenten) await set("momentprik_voorbij", beginOf(moment), moment);
  after(tx, world.wake);
}

/** `except`: the moment that was chosen, at which the answers about it go too. */
export async function cancelMomentprikTimers(
  tx: Tx,
  prik: Prik,
  except: string | null = null,
): Promise<void> {
  await cancelTimer(tx, momentprikSleutel("momentprik_herinneren", prik));
  await cancelTimer(tx, momentprikSleutel("momentprik_sluiten", prik));
  for (const moment of prik.momenten.filter(({ id }) => id !== except))
    await cancelTimer(tx, momentprikSleutel("momentprik_voorbij", prik, moment));
}
