/** The port to Teams that keeps within what Teams takes, with all other instances. */
import { setTimeout } from "node:timers/promises";
import { teamsGrenzen, type Zendgrenzen } from "#domain/zendruimte.ts";
import type { World } from "#usecases/world.ts";
import { geefTerug, neemBeurt, type Zendadres } from "#usecases/zendruimte.ts";
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

export function restrained(teams: TeamsPort, world: World, restraint: Restraint): TeamsPort {
  const turn = async <T extends Sent | Awaited<ReturnType<TeamsPort["open"]>>>(
    adres: Zendadres,
    call: () => Promise<T>,
  ): Promise<T | (Sent & { readonly ok: false })> => {
    const wait = await awaitTurn(world, adres, restraint);
    if (wait > 0)
      return { ok: false, problem: "later", code: ownRestraint, retryAfterMs: wait, untouched: true };
    const sent = await call();
    // What was sent was sent: a turn that is not given back lapses by itself.
    await geefTerug(world, adres, restAfter(sent)).catch(() =>
      world.log("warning", { code: "beurt_niet_teruggegeven" }),
    );
    return sent;
  };
  return {
    send: (address, ...rest) => turn(address, () => teams.send(address, ...rest)),
    update: (address, ...rest) => turn(address, () => teams.update(address, ...rest)),
    remove: (address, ...rest) => turn(address, () => teams.remove(address, ...rest)),
    open: (serviceUrl, tenantId, objectId) =>
      turn({ tenantId, gesprekId: objectId }, () => teams.open(serviceUrl, tenantId, objectId)),
  };
}

/** 0 when it may go now; else the milliseconds until it can be asked again. */
async function awaitTurn(world: World, adres: Zendadres, restraint: Restraint): Promise<number> {
  let left = restraint.geduld;
  for (;;) {
    const beurt = await neemBeurt(world, adres, { grenzen: restraint.grenzen, geduld: left });
    if (beurt.kind === "beurt") {
      if (beurt.over > 0) await restraint.pauze(beurt.over);
      return 0;
    }
    const over = beurt.kind === "bezet" ? glance : beurt.over;
    if (over > left) return beurt.kind === "bezet" ? rest : beurt.over;
    await restraint.pauze(over);
    left -= over;
  }
}

function restAfter(sent: Sent | Awaited<ReturnType<TeamsPort["open"]>>): number {
  if (sent.ok) return 0;
  if (sent.retryAfterMs) return sent.retryAfterMs;
  return sent.code === "http_429" || sent.code === "Throttled" ? rest : 0;
}
