import { z } from "zod/v4";
import { bereikSchema, type Doelbereik } from "#domain/doelbereik.ts";
import { execute, query, type Tx } from "./pool.ts";

/** Told anew takes the place of what was told before. */
export async function saveDoelbereik(
  tx: Tx,
  { id, sztId }: { readonly id: string; readonly sztId: string },
  { sociaal_emotioneel, ouders, samenwerking, passende_hulp, leerkracht }: Doelbereik,
  door: string,
): Promise<void> {
  const values = [sociaal_emotioneel, ouders, samenwerking, passende_hulp, leerkracht];
  await execute(
    tx,
    `insert into doelbereik (hulpvraag_id, swv_id, szt_id, sociaal_emotioneel, ouders, samenwerking, passende_hulp, leerkracht, vastgelegd_door, vastgelegd_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (hulpvraag_id) do update set sociaal_emotioneel = excluded.sociaal_emotioneel, ouders = excluded.ouders,
       samenwerking = excluded.samenwerking, passende_hulp = excluded.passende_hulp, leerkracht = excluded.leerkracht,
       vastgelegd_door = excluded.vastgelegd_door, vastgelegd_op = excluded.vastgelegd_op`,
    [id, tx.scope.swvId, sztId, ...values, door, tx.now],
  );
}

export async function doelbereikOf(tx: Tx, hulpvraagId: string): Promise<Doelbereik | null> {
  const [row] = await query(
    tx,
    z.object({
      sociaal_emotioneel: bereikSchema,
      ouders: bereikSchema,
      samenwerking: bereikSchema,
      passende_hulp: bereikSchema,
      leerkracht: bereikSchema,
    }),
    `select sociaal_emotioneel, ouders, samenwerking, passende_hulp, leerkracht from doelbereik where hulpvraag_id = $1`,
    [hulpvraagId],
  );
  return row ?? null;
}
