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
 * A turn that may be used after `over` milliseconds, until it is given back. `later`: to be asked for again after `over`
 * milliseconds. `bezet`: other calls are under way here, and nobody knows for how long.
 */
export type Beurt =
  | { readonly kind: "beurt"; readonly vertrok: number; readonly over: number }
  | { readonly kind: "later"; readonly over: number }
  | { readonly kind: "bezet" };

const plekken = (adres: Zendadres) =>
  [
    { soort: "gesprek", sleutel: adres.gesprekId },
    { soort: "tenant", sleutel: adres.tenantId },
  ] as const;

/**
 * One turn in this conversation and its tenant. When the tenant has room within `geduld` milliseconds, the turn of that
 * moment is ours from now on: who waits waits once, and does not ask again with all others at the same moment.
 */
export function neemBeurt(
  world: World,
  adres: Zendadres,
  { grenzen, geduld }: { readonly grenzen: Zendgrenzen; readonly geduld: number },
): Promise<Beurt> {
  return world.database.transact(taskScope(world.swvId, "koerier"), async (tx) => {
    const nu = tx.now.epochMilliseconds;
    const [gesprek, tenant] = plekken(adres);
    const [eigen, gedeeld] = await lockRuimte(tx, [gesprek, tenant]);
    if (!eigen || !gedeeld) throw new Error("no room of a row that was just locked");
    if (eigen.bezetTot && Temporal.Instant.compare(eigen.bezetTot, tx.now) > 0) return { kind: "bezet" };
    const rust = eigen.rustTot?.epochMilliseconds ?? 0;
    const vrij = Math.max(vrijVanaf(eigen.momenten, grenzen.gesprek, nu), rust);
    if (vrij > nu) return { kind: "later", over: vrij - nu };
    if (isVol(gedeeld.momenten, grenzen.tenant, nu)) return { kind: "bezet" };
    const vertrekt = vrijVanaf(gedeeld.momenten, grenzen.tenant, nu);
    const over = vertrekt - nu;
    if (over > geduld) return { kind: "later", over: Math.min(over, langsteWacht(grenzen)) };
    const bezetTot = Temporal.Instant.fromEpochMilliseconds(vertrekt + onderwegMs);
    await useRuimte(tx, [
      { ...gesprek, momenten: vertrokken(eigen.momenten, grenzen.gesprek, { vertrekt, nu }), bezetTot },
      {
        ...tenant,
        momenten: vertrokken(gedeeld.momenten, grenzen.tenant, { vertrekt, nu }),
        bezetTot: null,
      },
    ]);
    return { kind: "beurt", vertrok: vertrekt, over };
  });
}

/** Calls under way end before they lapse: it is worth asking again within the time that the limit itself takes. */
const langsteWacht = ({ tenant }: Zendgrenzen) => Math.max(...tenant.map(({ duurMs }) => duurMs));

/** What goes out in answer to somebody waits for nobody, and counts all the same. */
export function telMee(world: World, adres: Zendadres, grenzen: Zendgrenzen): Promise<void> {
  return world.database.transact(taskScope(world.swvId, "koerier"), async (tx) => {
    const nu = tx.now.epochMilliseconds;
    const found = await lockRuimte(tx, plekken(adres));
    await useRuimte(
      tx,
      found.map((plek) => ({
        ...plek,
        momenten: metMoment(plek.momenten, grenzen[plek.soort], { moment: nu, nu }),
      })),
    );
  });
}

/** The call has ended, at `eindigde`; `rust`: milliseconds of rest that Teams asked for in this conversation. */
export function geefTerug(
  world: World,
  adres: Zendadres,
  {
    grenzen,
    rust,
    ...call
  }: {
    readonly grenzen: Zendgrenzen;
    readonly vertrok: number;
    readonly eindigde: number;
    readonly rust: number;
  },
): Promise<void> {
  return world.database.transact(taskScope(world.swvId, "koerier"), async (tx) => {
    const found = await lockRuimte(tx, plekken(adres));
    await useRuimte(
      tx,
      found.map((plek) => ({
        ...plek,
        momenten: geland(plek.momenten, grenzen[plek.soort], call),
        bezetTot: null,
      })),
    );
    const [gesprek] = plekken(adres);
    if (rust > 0) await askRest(tx, gesprek, tx.now.add({ milliseconds: rust }));
  });
}
