/** Never two holders, never none: looked at over the whole time that a case had the parents' akkoord. */
import { z } from "zod/v4";
import type { Telling } from "./telling.ts";
import type { Sql } from "./vraag.ts";

/**
 * The periods of one case together have no gap and cover no moment twice; while there is akkoord the last one is open. A
 * case that was closed and begun again has one row of periods each time.
 */
export async function kijkRegieNa(sql: Sql, telling: Telling): Promise<void> {
  const rows = await sql.query(
    z.object({ id: z.string(), dubbel: z.boolean(), gaten: z.number(), open: z.number(), moet: z.boolean() }),
    `select h.id, h.regie_sinds is not null as moet,
       (select count(*)::int from regierol r where r.hulpvraag_id = h.id and upper_inf(r.periode)) as open,
       exists (select from regierol a join regierol b on b.hulpvraag_id = a.hulpvraag_id and a.id < b.id and a.periode && b.periode
               where a.hulpvraag_id = h.id) as dubbel,
       coalesce((select count(*)::int - 1 from unnest((select range_agg(r.periode) from regierol r where r.hulpvraag_id = h.id
         and (h.regie_sinds is null or upper_inf(r.periode) or upper(r.periode) > h.regie_sinds))) g), 0) as gaten
     from hulpvraag h where h.regie_sinds is not null or exists (select from regierol r where r.hulpvraag_id = h.id)`,
  );
  for (const { id, dubbel, gaten, open, moet } of rows) {
    if (dubbel) telling.fout("een_regierolhouder", `${id} two at once`);
    else if (open !== (moet ? 1 : 0)) telling.fout("een_regierolhouder", `${id} ${open} now`);
    else if (moet && gaten > 0) telling.fout("een_regierolhouder", `${id} ${gaten} times none`);
    else telling.goed("een_regierolhouder");
  }
}
