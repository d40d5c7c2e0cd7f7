/**
 * The name of a leerling, and the texts that somebody reads who may not know it. They are written without the name it had
 * then; so the name changes here and nowhere else, and they are written without the new one in the same transaction.
 */
import { dataKeyOf } from "#database/datasleutel.ts";
import { type LeerlingRow, namenOf, updateLeerling } from "#database/leerling.ts";
import type { Tx } from "#database/pool.ts";
import { rewriteRedenen } from "#database/verzoek-reden.ts";
import type { Notice } from "#domain/notice.ts";
import { withoutNames } from "#domain/screening-keuze.ts";
import { refreshAbout } from "./notice-about.ts";
import type { World } from "./world.ts";

type Where = Pick<World, "keys" | "log">;

/** Keeps the values. `feit`: what happened, so that each card hears of it once. */
export async function keepGegevens(
  tx: Tx,
  world: Where,
  row: Omit<LeerlingRow, "sztId">,
  feit: string,
): Promise<readonly Notice[]> {
  const { keys } = world;
  await updateLeerling(tx, { keys, key: await dataKeyOf(tx, keys, row.id) }, row);
  return maskVerzoeken(tx, world, row.id, feit);
}

/** What the directeur was asked about this leerling, without the name of today; cards that showed more show less now. */
export async function maskVerzoeken(
  tx: Tx,
  { keys, log }: Where,
  leerlingId: string,
  feit: string,
): Promise<readonly Notice[]> {
  const [leerling] = await namenOf(tx, keys, { leerlingId });
  const naam = leerling?.naam;
  if (!naam) return [];
  const { gewijzigd, onleesbaar } = await rewriteRedenen(tx, keys, leerlingId, (reden) =>
    withoutNames(reden, { naam }),
  );
  for (const id of onleesbaar) log("error", { code: "hulpvraag_onleesbaar", id });
  const notices: Notice[] = [];
  for (const verzoek of gewijzigd)
    notices.push(...(await refreshAbout(tx, "uitzondering", verzoek, { feit: `naam:${feit}` })));
  return notices;
}
