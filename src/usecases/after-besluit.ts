import { readersOf } from "#database/message.ts";
import type { Tx } from "#database/pool.ts";
import type { BesluitFeit, Dossier } from "#domain/dossier.ts";
import type { Notice } from "#domain/notice.ts";
import { ibsOf } from "#domain/termijn-eigenaar.ts";
import { todayIn } from "#domain/today.ts";
import { refreshedDagberichten } from "./dagbericht-notice.ts";
import { applyTermEvent } from "./termijn.ts";
import type { World } from "./world.ts";

/**
 * What follows from a besluit, in the transaction that records it: the parents are told by the ib, and terms begin.
 * The notices are for the caller to save; every other standing card shows the new state.
 */
export async function afterBesluit(
  tx: Tx,
  world: World,
  dossier: Pick<Dossier, "id" | "sztId" | "schoolId" | "team" | "versie">,
  /** `zonderOuders`: discussed without them on a decision of the directeur, so nothing asks to tell them now. */
  besluit: Pick<BesluitFeit, "id" | "besluiten" | "terugOp"> & { readonly zonderOuders: boolean },
): Promise<Notice[]> {
  const op = todayIn(tx.now);
  await applyTermEvent(tx, world, dossier, {
    kind: "besluit_vastgelegd",
    op,
    besluiten: besluit.besluiten,
    terugkoppelen: !besluit.zonderOuders,
  });
  if (besluit.terugOp && besluit.besluiten.includes("meer_informatie")) {
    await applyTermEvent(tx, world, dossier, { kind: "informatie_gevraagd", op, voor: besluit.terugOp });
  }
  const ibs = besluit.zonderOuders ? [] : ibsOf(dossier, op);
  const others = (await readersOf(tx, "hulpvraag", dossier.id)).filter((id) => !ibs.includes(id));
  const about = { onderwerpId: dossier.id, sztId: dossier.sztId };
  return [
    ...ibs.map(
      (persoonId): Notice => ({
        ...about,
        soort: "ouders_vertellen",
        aan: { persoonId },
        sleutel: `ouders_vertellen:${besluit.id}:${persoonId}`,
      }),
    ),
    ...others.map(
      (persoonId): Notice => ({
        ...about,
        soort: "hulpvraag_ververst",
        aan: { persoonId },
        sleutel: `hulpvraag_ververst:${dossier.id}:besluit:${besluit.id}:${persoonId}`,
      }),
    ),
    ...(await refreshedDagberichten(tx, dossier)),
  ];
}
