/** What happens with a hulpvraag when its ground has gone: withdrawn, refused or run out (model.md §3). */
import type { HulpvraagStatus } from "./code.ts";

/**
 * On its way to a round it goes back to concept and leaves every agenda. After the round its status stays: nobody
 * but the ib sees it any more, and the ib asks again or withdraws it.
 */
const without: Readonly<Record<HulpvraagStatus, HulpvraagStatus>> = {
  concept: "concept",
  klaargezet: "concept",
  geagendeerd: "concept",
  besproken: "besproken",
  in_uitvoering: "in_uitvoering",
  afgesloten: "afgesloten",
  ingetrokken: "ingetrokken",
};

export function statusWithoutGround(status: HulpvraagStatus): HulpvraagStatus {
  return without[status];
}
