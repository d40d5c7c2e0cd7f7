/** The people around one hulpvraag who have something to hear or to do, for its ib to see whether that reached them. */
import type { Dossier } from "./dossier.ts";
import { naamIn } from "./teamlidnaam.ts";
import { ibsOf, isMember } from "./termijn-eigenaar.ts";

export interface Betrokkene {
  readonly persoonId: string;
  readonly naam: string;
}

/** Who has the regierol, is asked for it or has an open actie. */
export function werkers({
  aanbod,
  acties,
  regierollen,
}: Pick<Dossier, "aanbod" | "acties" | "regierollen">): readonly string[] {
  return [
    ...regierollen.flatMap(({ houderId, tot }) => (tot === null ? [houderId] : [])),
    ...(aanbod?.status === "aangeboden" ? [aanbod.persoonId] : []),
    ...acties.flatMap(({ houderId, gedaanOp }) => (gedaanOp === null ? [houderId] : [])),
  ];
}

/** Those, and the other ibs; not oneself, nor who left. */
export function gehoordOf(
  dossier: Dossier,
  persoonId: string,
  today: Temporal.PlainDate,
): readonly Betrokkene[] {
  return [...new Set([...werkers(dossier), ...ibsOf(dossier, today)])]
    .filter((id) => id !== persoonId && isMember(dossier, id, today))
    .map((id) => ({ persoonId: id, naam: naamIn(dossier.team, id) }));
}
