import { z } from "zod/v4";
import { decryptText, encryptText, type KeyRing, openDataKey, whereOf } from "./kluis.ts";
import { bytes, execute, query, type Tx } from "./pool.ts";

const verzoekRow = z.object({
  id: z.string(),
  sztId: z.string(),
  hulpvraagId: z.string(),
  reden: bytes,
  sleutel: z.string(),
  wrapped: bytes,
  masterKeyId: z.string(),
});
type VerzoekRow = z.infer<typeof verzoekRow>;

/** Null when it cannot be read. */
function opened(keys: KeyRing, { id, reden, sleutel, wrapped, masterKeyId }: VerzoekRow) {
  try {
    const key = openDataKey(keys, { id: sleutel, wrapped, masterKeyId });
    return { key, text: decryptText(key, reden, whereOf("uitzondering.reden", id)) };
  } catch {
    return null;
  }
}

export interface Herschreven {
  readonly gewijzigd: readonly { readonly id: string; readonly sztId: string }[];
  /** Hulpvragen of which a text cannot be read, by nobody: it holds up nothing, and is named. */
  readonly onleesbaar: readonly string[];
}

/** What was asked of a directeur about this leerling, written anew; locked where and with what it was. */
export async function rewriteRedenen(
  tx: Tx,
  keys: KeyRing,
  leerlingId: string,
  rewrite: (reden: string) => string,
): Promise<Herschreven> {
  const rows = await query(
    tx,
    verzoekRow,
    `select u.id, u.szt_id as "sztId", u.hulpvraag_id as "hulpvraagId", u.reden, d.id as sleutel, d.verpakt as wrapped,
       d.hoofdsleutel as "masterKeyId"
     from uitzondering u join hulpvraag h on h.id = u.hulpvraag_id join datasleutel d on d.id = u.sleutel_id
     where h.leerling_id = $1 and d.verpakt is not null order by u.id`,
    [leerlingId],
  );
  const gewijzigd: Herschreven["gewijzigd"][number][] = [];
  const onleesbaar = new Set<string>();
  for (const row of rows) {
    const { id, sztId } = row;
    const found = opened(keys, row);
    const text = found && rewrite(found.text);
    if (!found) onleesbaar.add(row.hulpvraagId);
    if (!found || text === null || text === found.text) continue;
    const reden = encryptText(found.key, text, whereOf("uitzondering.reden", id));
    await execute(tx, `update uitzondering set reden = $2 where id = $1`, [id, reden]);
    gewijzigd.push({ id, sztId });
  }
  return { gewijzigd, onleesbaar: [...onleesbaar] };
}
