import { bekendeHulpvraagOf, type HulpvraagHoofd } from "#database/hulpvraag.ts";
import { kenmerkenOf, type LeerlingLike, leerlingenLike } from "#database/leerling.ts";
import type { Tx } from "#database/pool.ts";
import type { LeerlingGegevens } from "#domain/dossier.ts";
import type { Bekende, BekendeHulpvraag } from "#domain/naamgenoot.ts";
import { todayIn } from "#domain/today.ts";
import type { World } from "./world.ts";

type Hoofd = HulpvraagHoofd & BekendeHulpvraag;

export interface BekendeLeerling extends Bekende<Hoofd> {
  /** Its rows, the youngest first. */
  readonly leerlingIds: readonly string[];
}

type Wie = Pick<LeerlingGegevens, "naam" | "geboortemaand"> & { readonly schoolId: string };

/** The leerlingen of this school with this name and month of birth, each once. Only for the ib of the school. */
export async function bekendenOf(
  tx: Tx,
  { keys, log }: Pick<World, "keys" | "log">,
  wie: Wie,
): Promise<readonly BekendeLeerling[]> {
  const found: BekendeLeerling[] = [];
  for (const [nummer, leerlingIds] of perLeerling(await leerlingenLike(tx, keys, wie))) {
    const hulpvraag = await bekendeHulpvraagOf(tx, leerlingIds);
    if (!hulpvraag) continue;
    const { gemaaktOp, ...hoofd } = hulpvraag;
    const { kenmerken, onleesbaar } = await kenmerkenOf(tx, keys, leerlingIds);
    if (onleesbaar.length > 0) log("error", { code: "hulpvraag_onleesbaar", id: hulpvraag.id });
    found.push({
      nummer,
      leerlingIds,
      kenmerken,
      hulpvraag: { ...hoofd, jaar: todayIn(gemaaktOp).year },
    });
  }
  return found;
}

/** Rows by the number that tells namesakes apart. */
export function perLeerling(rows: readonly LeerlingLike[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, readonly string[]>();
  for (const { id, nummer } of rows) found.set(nummer, [...(found.get(nummer) ?? []), id]);
  return found;
}
