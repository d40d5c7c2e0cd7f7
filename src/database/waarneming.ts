import { z } from "zod/v4";
import type { WaarnemingFeit } from "#domain/waarneming.ts";
import { plainDate, query, type Tx } from "./pool.ts";

/** The absence of its holder that is agreed and not over. */
export async function waarnemingOf(tx: Tx, hulpvraagId: string): Promise<WaarnemingFeit | null> {
  const [row] = await query(
    tx,
    z.object({
      id: z.string(),
      voorId: z.string(),
      doorId: z.string(),
      van: plainDate,
      tot: plainDate,
      stand: z.enum(["gevraagd", "afgesproken"]),
      akkoordOp: plainDate.nullable(),
      begonnen: z.boolean(),
    }),
    `select id, voor_id as "voorId", door_id as "doorId", van, tot, stand, akkoord_op as "akkoordOp", begonnen_op is not null as begonnen
     from waarneming where hulpvraag_id = $1 and stand in ('gevraagd', 'afgesproken')`,
    [hulpvraagId],
  );
  return row ?? null;
}
