import { z } from "zod/v4";
import { verzoekers } from "#domain/rechten.ts";
import { type WisWeigerreden, wisredenen, wissingStatussen, wisWeigerredenen } from "#domain/wissing.ts";
import { execute, instant, plainDate, query, type Tx } from "./pool.ts";

const wissingRow = z.object({
  id: z.string(),
  sztId: z.string(),
  schoolId: z.string(),
  school: z.string(),
  nummer: z.string(),
  aanleiding: z.enum(["verzoek", "bewaartermijn"]),
  reden: z.enum([...wisredenen, "bewaartermijn"]),
  van: z.array(z.enum(verzoekers)),
  gevraagdDoor: z.string().nullable(),
  gevraagdOp: instant,
  tweedeId: z.string().nullable(),
  uiterlijk: plainDate.nullable(),
  status: z.enum(wissingStatussen),
  tegen: z.enum(["loopt", "bewaring"]).nullable(),
  weigerreden: z.enum(wisWeigerredenen).nullable(),
  leerlingIds: z.array(z.string()),
  hulpvraagIds: z.array(z.string()),
  beantwoordOp: instant.nullable(),
  gewistOp: instant.nullable(),
  klaarOp: instant.nullable(),
  onderwerpen: z.array(z.string()),
  versie: z.number(),
});
export type WissingRow = z.infer<typeof wissingRow>;

const columns = `w.id, w.szt_id as "sztId", w.school_id as "schoolId", s.naam as school, w.nummer, w.aanleiding, w.reden, w.gevraagd_van as van,
  w.gevraagd_door as "gevraagdDoor", w.gevraagd_op as "gevraagdOp", w.tweede_id as "tweedeId", w.uiterlijk, w.status, w.tegen, w.weigerreden,
  w.leerling_ids as "leerlingIds", w.hulpvraag_ids as "hulpvraagIds", w.beantwoord_op as "beantwoordOp", w.gewist_op as "gewistOp", w.klaar_op as "klaarOp",
  w.onderwerpen, w.versie`;
const from = `wissing w join school s on s.id = w.school_id`;

export async function wissingById(tx: Tx, id: string): Promise<WissingRow | null> {
  const [row] = await query(tx, wissingRow, `select ${columns} from ${from} where w.id = $1`, [id]);
  return row ?? null;
}

/** The same, held until the transaction ends: what the two people do goes one after the other. */
export async function lockWissing(tx: Tx, id: string): Promise<WissingRow | null> {
  const [row] = await query(
    tx,
    wissingRow,
    `select ${columns} from ${from} where w.id = $1 for update of w`,
    [id],
  );
  return row ?? null;
}

/** The erasure of one of these leerlingen that was asked for and is not over. */
export async function openWissingOf(tx: Tx, leerlingIds: readonly string[]): Promise<WissingRow | null> {
  const [row] = await query(
    tx,
    wissingRow,
    `select ${columns} from ${from} where w.leerling_ids && $1::uuid[] and w.status in ('gevraagd', 'bevestigd')
     order by w.gevraagd_op desc limit 1`,
    [leerlingIds],
  );
  return row ?? null;
}

/** Numbers by which open erasures are known now. */
export async function wissingNummers(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await query(
    tx,
    z.object({ nummer: z.string() }),
    `select nummer from wissing where status in ('gevraagd', 'bevestigd', 'gewist')`,
  );
  return new Set(rows.map(({ nummer }) => nummer));
}

export interface NewWissing
  extends Pick<
    WissingRow,
    | "id"
    | "sztId"
    | "schoolId"
    | "nummer"
    | "aanleiding"
    | "reden"
    | "van"
    | "gevraagdDoor"
    | "tweedeId"
    | "uiterlijk"
  > {
  readonly status: "gevraagd" | "bevestigd";
  readonly leerlingIds: readonly string[];
  readonly hulpvraagIds: readonly string[];
}

export async function insertWissing(tx: Tx, row: NewWissing): Promise<void> {
  await execute(
    tx,
    `insert into wissing (id, swv_id, szt_id, school_id, nummer, aanleiding, reden, gevraagd_van, gevraagd_door, gevraagd_op,
       tweede_id, uiterlijk, status, leerling_ids, hulpvraag_ids)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      row.id,
      tx.scope.swvId,
      row.sztId,
      row.schoolId,
      row.nummer,
      row.aanleiding,
      row.reden,
      row.van,
      row.gevraagdDoor,
      tx.now,
      row.tweedeId,
      row.uiterlijk,
      row.status,
      row.leerlingIds,
      row.hulpvraagIds,
    ],
  );
}

/** Erasures by the clock that were decided on and not carried out yet. */
export async function wissingenToRun(tx: Tx): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select id from wissing where status = 'bevestigd' and aanleiding = 'bewaartermijn' order by gevraagd_op, id`,
  );
  return rows.map(({ id }) => id);
}

/** An answer of one of the two; whose data they were is kept only while it goes on. */
export async function answerWissing(
  tx: Tx,
  id: string,
  answer:
    | { readonly status: "bevestigd" | "ingetrokken" | "verlopen" }
    | { readonly status: "geweigerd"; readonly weigerreden: WisWeigerreden }
    | { readonly status: "tegengehouden"; readonly tegen: "loopt" | "bewaring" },
): Promise<void> {
  await execute(
    tx,
    `update wissing set status = $2, tegen = $3, weigerreden = $5, beantwoord_op = coalesce(beantwoord_op, $4), versie = versie + 1,
       leerling_ids = case when $2 = 'bevestigd' then leerling_ids else '{}' end,
       hulpvraag_ids = case when $2 = 'bevestigd' then hulpvraag_ids else '{}' end
     where id = $1`,
    [
      id,
      answer.status,
      "tegen" in answer ? answer.tegen : null,
      tx.now,
      "weigerreden" in answer ? answer.weigerreden : null,
    ],
  );
}

/** Erased: what may still stand in a chat is known by these ids, until the last of it is gone. */
export async function markErased(
  tx: Tx,
  id: string,
  { onderwerpen, bewijs }: { readonly onderwerpen: readonly string[]; readonly bewijs: object },
): Promise<void> {
  await execute(
    tx,
    `update wissing set status = 'gewist', gewist_op = $2, leerling_ids = '{}', hulpvraag_ids = '{}',
       onderwerpen = $3, bewijs = $4, versie = versie + 1
     where id = $1`,
    [id, tx.now, onderwerpen, JSON.stringify(bewijs)],
  );
}

export async function markDone(tx: Tx, id: string): Promise<void> {
  await execute(
    tx,
    `update wissing set status = 'klaar', klaar_op = $2, onderwerpen = '{}', versie = versie + 1 where id = $1 and status = 'gewist'`,
    [id, tx.now],
  );
}

const overRow = z.object({ berichten: z.number(), onbereikbaar: z.number() });

/**
 * What of an erasure still stands: messages about what is gone or that were just being delivered, and notices by which
 * others are drawn anew. What could not be reached is counted apart: it goes when that chat opens again.
 */
export async function leftOfWissing(
  tx: Tx,
  { id, onderwerpen }: Pick<WissingRow, "id" | "onderwerpen">,
): Promise<z.infer<typeof overRow>> {
  const [row] = await query(
    tx,
    overRow,
    `select (count(*) filter (where bereikbaar))::int as berichten, (count(*) filter (where not bereikbaar))::int as onbereikbaar from (
       select g.bereikbaar from bericht b join gesprek g on g.id = b.gesprek_id where b.onderwerp_id = any($2::uuid[])
       union all select status <> 'mislukt' from kennisgeving
         where wissing_id = $1 and soort <> 'bericht_wissen' and status in ('klaar', 'bezig', 'mislukt')
       union all select true from kennisgeving where onderwerp_id = any($2::uuid[]) and status = 'bezig') as over`,
    [id, onderwerpen],
  );
  if (!row) throw new Error("no counts");
  return row;
}

const wegRow = z.object({
  persoonId: z.string().nullable(),
  kanaalSztId: z.string().nullable(),
});

/** In which chats and channels a message about one of these stands, or is on its way. */
export async function placesOf(
  tx: Tx,
  onderwerpen: readonly string[],
): Promise<readonly z.infer<typeof wegRow>[]> {
  return query(
    tx,
    wegRow,
    `select g.persoon_id as "persoonId", g.szt_id as "kanaalSztId" from bericht b join gesprek g on g.id = b.gesprek_id
       where b.onderwerp_id = any($1::uuid[])
     union select persoon_id, kanaal_szt_id from kennisgeving where onderwerp_id = any($1::uuid[]) and status = 'bezig'`,
    [onderwerpen],
  );
}
