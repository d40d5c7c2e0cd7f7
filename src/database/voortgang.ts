import { z } from "zod/v4";
import {
  gesprekspartnerSchema,
  reviewUitkomstSchema,
  type Terugblik,
  type TerugblikFeit,
  werktSchema,
} from "#domain/review.ts";
import { type Voortgang, type VoortgangFeit, voortgangSchema } from "#domain/voortgang.ts";
import { execute, instant, query, type Tx } from "./pool.ts";

interface About {
  readonly id: string;
  readonly sztId: string;
}

export async function insertVoortgang(
  tx: Tx,
  rowId: string,
  { id, sztId }: About,
  { hoe, contact, meerHulp, door }: Voortgang & { readonly door: string },
): Promise<void> {
  await execute(
    tx,
    `insert into voortgang (id, swv_id, szt_id, hulpvraag_id, hoe, contact, meer_hulp, vastgelegd_door, vastgelegd_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [rowId, tx.scope.swvId, sztId, id, hoe, contact, meerHulp, door, tx.now],
  );
}

export async function insertTerugblik(
  tx: Tx,
  rowId: string,
  { id, sztId }: About,
  { langer, werkt, andersNodig, besprokenMet, uitkomst, door }: Terugblik & { readonly door: string },
): Promise<void> {
  await execute(
    tx,
    `insert into terugblik (id, swv_id, szt_id, hulpvraag_id, langer, werkt, anders_nodig, besproken_met, uitkomst, vastgelegd_door, vastgelegd_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [rowId, tx.scope.swvId, sztId, id, langer, werkt, andersNodig, besprokenMet, uitkomst, door, tx.now],
  );
}

/** The last one. */
export async function voortgangOf(tx: Tx, hulpvraagId: string): Promise<VoortgangFeit | null> {
  const [row] = await query(
    tx,
    z.object({
      hoe: voortgangSchema,
      contact: z.boolean().nullable(),
      meerHulp: z.boolean().nullable(),
      op: instant,
    }),
    `select hoe, contact, meer_hulp as "meerHulp", vastgelegd_op as op from voortgang
     where hulpvraag_id = $1 order by vastgelegd_op desc, id limit 1`,
    [hulpvraagId],
  );
  return row ?? null;
}

/** The last one. */
export async function terugblikOf(tx: Tx, hulpvraagId: string): Promise<TerugblikFeit | null> {
  const [row] = await query(
    tx,
    z.object({
      langer: z.boolean(),
      werkt: werktSchema,
      andersNodig: z.boolean(),
      besprokenMet: z.array(gesprekspartnerSchema),
      uitkomst: reviewUitkomstSchema,
      op: instant,
    }),
    `select langer, werkt, anders_nodig as "andersNodig", besproken_met as "besprokenMet", uitkomst, vastgelegd_op as op
     from terugblik where hulpvraag_id = $1 order by vastgelegd_op desc, id limit 1`,
    [hulpvraagId],
  );
  return row ?? null;
}
