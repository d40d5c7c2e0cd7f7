/** Room to send to Teams: every call asks for its turn, and all instances share what there is. */
import { askRest, lockRuimte, useRuimte } from "#database/zendruimte.ts";
import { taskScope } from "#domain/scope.ts";
import {
  geland,
  isVol,
  metMoment,
  onderwegMs,
  vertrokken,
  vrijVanaf,
  type Zendgrenzen,
} from "#domain/zendruimte.ts";
import type { World } from "./world.ts";

export interface Zendadres {
  readonly tenantId: string;
  readonly gesprekId: string;
}

/**
 * A turn that may be used at once, until it is given back. `later`: to be asked for again after `over` milliseconds.
 * `bezet`: other calls are under way here, and nobody knows for how long.
 */
export type Beurt =
  | { readonly kind: "beurt"; readonly vertrok: number }
  | { readonly kind: "later"; readonly over: number }
  | { readonly kind: "bezet" };

const plekken = (adres: Zendadres) =>
  [
    { soort: "gesprek", sleutel: adres.gesprekId },
    { soort: "tenant", sleutel: adres.tenantId },
  ] as const;

/** One turn in this conversation and its tenant. */
export function neemBeurt(world: World, adres: Zendadres, grenzen: Zendgrenzen): Promise<Beurt> {
  return world.database.transact(taskScope(world.swvId, "koerier"), async (tx) => {
    const nu = tx.now.epochMilliseconds;
    const [gesprek, tenant] = plekken(adres);
    const eigen = await lockRuimte(tx, gesprek);
    if (eigen.bezetTot && Temporal.Instant.compare(eigen.bezetTot, tx.now) > 0) return { kind: "bezet" };
    const rust = eigen.rustTot?.epochMilliseconds ?? 0;
    const vrij = Math.max(vrijVanaf(eigen.momenten, grenzen.gesprek, nu), rust);
    if (vrij > nu) return { kind: "later", over: vrij - nu };
    const gedeeld = await lockRuimte(tx, tenant);
    if (isVol(gedeeld.momenten, grenzen.tenant, nu)) return { kind: "bezet" };
    const moment = vrijVanaf(gedeeld.momenten, grenzen.tenant, nu);
    if (moment > nu) return { kind: "later", over: Math.min(moment - nu, langsteWacht(grenzen)) };
    await useRuimte(tx, tenant, {
      momenten: vertrokken(gedeeld.momenten, grenzen.tenant, nu),
      bezetTot: null,
    });
    await useRuimte(tx, gesprek, {
      momenten: vertrokken(eigen.momenten, grenzen.gesprek, nu),
      bezetTot: tx.now.add({ milliseconds: onderwegMs }),
    });
    return { kind: "beurt", vertrok: nu };
  });
}

/** Calls under way end before they lapse: it is worth asking again within the time that the limit itself takes. */
const langsteWacht = ({ tenant }: Zendgrenzen) => Math.max(...tenant.map(({ duurMs }) => duurMs));

/** What goes out in answer to somebody waits for nobody, and counts all the same. */
export function telMee(world: World, adres: Zendadres, grenzen: Zendgrenzen): Promise<void> {
  return world.database.transact(taskScope(world.swvId, "koerier"), async (tx) => {
    const nu = tx.now.epochMilliseconds;
    for (const plek of plekken(adres)) {
      const { momenten, bezetTot } = await lockRuimte(tx, plek);
      const met = metMoment(momenten, grenzen[plek.soort], { moment: nu, nu });
      await useRuimte(tx, plek, { momenten: met, bezetTot });
    }
  });
}

/** The call has ended; `rust`: milliseconds of rest that Teams asked for in this conversation. */
export function geefTerug(
  world: World,
  adres: Zendadres,
  {
    grenzen,
    vertrok,
    rust,
  }: { readonly grenzen: Zendgrenzen; readonly vertrok: number; readonly rust: number },
): Promise<void> {
  return world.database.transact(taskScope(world.swvId, "koerier"), async (tx) => {
    const nu = tx.now.epochMilliseconds;
    for (const plek of plekken(adres)) {
      const { momenten } = await lockRuimte(tx, plek);
      const now = geland(momenten, grenzen[plek.soort], { vertrok, nu });
      await useRuimte(tx, plek, { momenten: now, bezetTot: null });
      if (plek.soort === "gesprek" && rust > 0) await askRest(tx, plek, tx.now.add({ milliseconds: rust }));
    }
  });
}
