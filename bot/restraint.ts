/** The port to Teams that keeps within what Teams takes, with all other instances. */
import { setTimeout } from "node:timers/promises";
import { teamsGrenzen, type Zendgrenzen } from "#domain/zendruimte.ts";
import type { World } from "#usecases/world.ts";
import { type Beurt, geefTerug, neemBeurt, type Zendadres } from "#usecases/zendruimte.ts";
import type { Sent, TeamsPort } from "./teams.ts";

export interface Restraint {
  readonly grenzen: Zendgrenzen;
  /** How long a call may wait for its turn, in milliseconds; after that its notice waits, and not the one who brings it. */
  readonly geduld: number;
  readonly pauze: (ms: number) => Promise<void>;
}

/** What Microsoft documents; a call waits two seconds at most, and not a whole lane for one busy conversation. */
export const teamsRestraint: Restraint = {
  grenzen: teamsGrenzen,
  geduld: 2_000,
  pauze: (ms) => setTimeout(ms),
};

/** Not Teams refuses, we do not ask: the try is made at that moment and no later. */
export const ownRestraint = "eigen_tempo";
/** Where Teams says that it is too much and not until when, or another call takes long. */
const rest = 1_000;
/** Somebody else writes in this conversation: looked at again after this. */
const glance = 50;

type Outcome = Sent | Awaited<ReturnType<TeamsPort["open"]>>;
type Refused = Sent & { readonly ok: false };

export function restrained(teams: TeamsPort, world: World, restraint: Restraint): TeamsPort {
  const { grenzen } = restraint;
  const turn = async <T extends Outcome>(adres: Zendadres, call: () => Promise<T>): Promise<T | Refused> => {
    const beurt = await awaitTurn(world, adres, restraint);
    if (beurt.kind === "later")
      return { ok: false, problem: "later", code: ownRestraint, retryAfterMs: beurt.over, untouched: true };
    const { vertrok } = beurt;
    const sent = await call();
    const eindigde = world.clock.now().epochMilliseconds;
    // What was sent was sent: a turn that is not given back lapses by itself.
    await geefTerug(world, adres, { grenzen, vertrok, eindigde, rust: restAfter(sent) }).catch(() =>
      world.log("warning", { code: "beurt_niet_teruggegeven" }),
    );
    return sent;
  };
  return {
    send: (address, ...what) => turn(address, () => teams.send(address, ...what)),
    update: (address, ...what) => turn(address, () => teams.update(address, ...what)),
    remove: (address, ...what) => turn(address, () => teams.remove(address, ...what)),
    open: (serviceUrl, tenantId, objectId) =>
      turn({ tenantId, gesprekId: objectId }, () => teams.open(serviceUrl, tenantId, objectId)),
  };
}

/** As long as the patience lasts; then when to ask again. */
async function awaitTurn(
  world: World,
  adres: Zendadres,
  { grenzen, geduld, pauze }: Restraint,
): Promise<Exclude<Beurt, { kind: "bezet" }>> {
  let left = geduld;
  for (;;) {
    const beurt = await neemBeurt(world, adres, { grenzen, geduld: left });
    if (beurt.kind === "beurt") {
      if (beurt.over > 0) await pauze(beurt.over);
      return beurt;
    }
    const over = beurt.kind === "bezet" ? glance : beurt.over;
    if (over > left) return { kind: "later", over: Math.max(over, beurt.kind === "bezet" ? rest : 0) };
    await pauze(over);
    left -= over;
  }
}

function restAfter(sent: Outcome): number {
  if (sent.ok) return 0;
  if (sent.retryAfterMs) return sent.retryAfterMs;
  return sent.code === "http_429" || sent.code === "Throttled" ? rest : 0;
}
