/** Room to send to Teams: every call asks for its turn, and all instances share what there is. */
import { freeRuimte, lockRuimte, useRuimte } from "#database/zendruimte.ts";
import { taskScope } from "#domain/scope.ts";
import { metBeurt, vrijVanaf, type Zendgrenzen } from "#domain/zendruimte.ts";
import type { World } from "./world.ts";

/** A call that has not ended by then has died with its instance; one call lasts 20 s at most (bot/connector.ts). */
const heldSeconds = 25;

export interface Zendadres {
  readonly tenantId: string;
  readonly gesprekId: string;
}

/**
 * `over`: milliseconds to wait. A turn is promised for that moment; without one it can be asked for again then. `bezet`:
 * another call is under way in this conversation, and nobody knows for how long.
 */
export type Beurt =
  | { readonly kind: "beurt"; readonly over: number }
  | { readonly kind: "later"; readonly over: number }
  | { readonly kind: "bezet" };

/**
 * One turn in this conversation. Where only the tenant is busy the turn is promised, at most `geduld` milliseconds ahead,
 * so that those who wait are served one after the other.
 */
export function neemBeurt(
  world: World,
  adres: Zendadres,
  { grenzen, geduld }: { readonly grenzen: Zendgrenzen; readonly geduld: number },
): Promise<Beurt> {
  const gesprek = { soort: "gesprek", sleutel: adres.gesprekId } as const;
  const tenant = { soort: "tenant", sleutel: adres.tenantId } as const;
  return world.database.transact(taskScope(world.swvId, "koerier"), async (tx) => {
    const nu = tx.now.epochMilliseconds;
    const eigen = await lockRuimte(tx, gesprek);
    if (eigen.bezetTot && Temporal.Instant.compare(eigen.bezetTot, tx.now) > 0) return { kind: "bezet" };
    const rust = eigen.rustTot?.epochMilliseconds ?? 0;
    const vrij = Math.max(vrijVanaf(eigen.momenten, grenzen.gesprek, nu), rust);
    if (vrij > nu) return { kind: "later", over: vrij - nu };
    const gedeeld = await lockRuimte(tx, tenant);
    const moment = vrijVanaf(gedeeld.momenten, grenzen.tenant, nu);
    if (moment - nu > geduld) return { kind: "later", over: moment - nu };
    await useRuimte(tx, tenant, {
      momenten: metBeurt(gedeeld.momenten, grenzen.tenant, moment),
      bezetTot: null,
    });
    await useRuimte(tx, gesprek, {
      momenten: metBeurt(eigen.momenten, grenzen.gesprek, moment),
      bezetTot: tx.now.add({ milliseconds: moment - nu, seconds: heldSeconds }),
    });
    return { kind: "beurt", over: moment - nu };
  });
}

/** What goes out in answer to somebody waits for nobody, and counts all the same. */
export function telMee(world: World, adres: Zendadres, grenzen: Zendgrenzen): Promise<void> {
  return world.database.transact(taskScope(world.swvId, "koerier"), async (tx) => {
    for (const plek of [
      { soort: "gesprek", sleutel: adres.gesprekId },
      { soort: "tenant", sleutel: adres.tenantId },
    ] as const) {
      const { momenten, bezetTot } = await lockRuimte(tx, plek);
      const met = metBeurt(momenten, grenzen[plek.soort], tx.now.epochMilliseconds);
      await useRuimte(tx, plek, { momenten: met, bezetTot });
    }
  });
}

/** The call has ended; `rust`: milliseconds of rest that Teams asked for. */
export function geefTerug(world: World, { gesprekId }: Zendadres, rust: number): Promise<void> {
  return world.database.transact(taskScope(world.swvId, "koerier"), (tx) =>
    freeRuimte(
      tx,
      { soort: "gesprek", sleutel: gesprekId },
      rust > 0 ? tx.now.add({ milliseconds: rust }) : null,
    ),
  );
}
