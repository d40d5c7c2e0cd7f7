/** How far what was told has come: sent, read, failed. Read is known per chat, up to a message, and never by the hour. */
import { z } from "zod/v4";
import { todayIn } from "#domain/today.ts";
import { execute, plainDate, query, type Tx } from "./pool.ts";

/** Ids of messages in a chat are numbers that only grow; another one says nothing about what was read. */
const nummer = (column: string) => `case when ${column} ~ '^[0-9]{1,18}$' then ${column}::bigint end`;

export interface Gelezen {
  readonly persoonId: string;
  /** Of Teams. */
  readonly gesprekId: string;
  /** Id of a message, in digits. */
  readonly tot: string;
}

/** Teams tells that this person read the chat up to and with this message. */
export async function saveRead(tx: Tx, { persoonId, gesprekId, tot }: Gelezen): Promise<void> {
  await execute(
    tx,
    `update gesprek set gelezen_tot = $3::bigint
     where persoon_id = $1 and gesprek_id = $2 and coalesce(gelezen_tot, 0) < $3::bigint`,
    [persoonId, gesprekId, tot],
  );
}

/**
 * Somebody used the chat, and a message of ours that stood there was not read as far as Teams told: it tells no more,
 * because receipts were switched off. From now on we do not know, until one comes again.
 */
export async function doubtRead(tx: Tx, { persoonId, gesprekId, tot }: Gelezen): Promise<void> {
  await execute(
    tx,
    `update gesprek g set gelezen_tot = null
     where g.persoon_id = $1 and g.gesprek_id = $2 and g.gelezen_tot < $3::bigint
       and exists (select from bericht b where b.gesprek_id = g.id
         and ${nummer("b.activiteit_id")} > g.gelezen_tot and ${nummer("b.activiteit_id")} <= $3::bigint)`,
    [persoonId, gesprekId, tot],
  );
}

/** Of these terms, and acties of a team, what this person read of in a bundle before. */
export async function readTerms(
  tx: Tx,
  persoonId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select distinct h.id from (
       select termijn_id as id, dagbericht_id from herinnering where persoon_id = $1 and termijn_id = any($2::uuid[])
       union all select teamactie_id, dagbericht_id from teamactie_herinnering where persoon_id = $1 and teamactie_id = any($2::uuid[])) h
     join bericht b on b.onderwerp_soort = 'dagbericht' and b.onderwerp_id = h.dagbericht_id and b.persoon_id = $1
     join gesprek g on g.id = b.gesprek_id
     where g.gelezen_tot >= ${nummer("b.activiteit_id")}`,
    [persoonId, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

const bundelRow = z.object({ datum: plainDate, gelezen: z.boolean().nullable() });
/** A bundle that stands in the chat; `gelezen` is null where nobody knows. */
export type BundelGelezen = z.infer<typeof bundelRow>;

/** The bundles that reached the chat of this person since then, oldest first. */
export async function bundelsSince(
  tx: Tx,
  persoonId: string,
  since: Temporal.PlainDate,
): Promise<readonly BundelGelezen[]> {
  return query(
    tx,
    bundelRow,
    `select d.datum, max(g.gelezen_tot) >= max(${nummer("b.activiteit_id")}) as gelezen
     from dagbericht d join bericht b on b.onderwerp_soort = 'dagbericht' and b.onderwerp_id = d.id and b.persoon_id = $1
     join gesprek g on g.id = b.gesprek_id
     where d.persoon_id = $1 and d.datum >= $2 group by d.datum order by d.datum`,
    [persoonId, since],
  );
}

/** A bundle that never reached the chat and that a newer one replaces: what stood in it is told there. */
export async function dropUndelivered(tx: Tx, persoonId: string, before: Temporal.PlainDate): Promise<void> {
  await execute(
    tx,
    `update kennisgeving k set status = 'vervallen', fout = 'ingehaald' from dagbericht d
     where k.persoon_id = $1 and k.soort = 'dagbericht' and k.onderwerp_id = d.id and d.datum < $2 and k.status = 'klaar'`,
    [persoonId, before],
  );
}

/** A mail that only points to the chat went to this person since then. */
export async function wasPointed(
  tx: Tx,
  persoonId: string,
  { since, behalve }: { readonly since: Temporal.Instant; readonly behalve: readonly string[] },
): Promise<boolean> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select m.kennisgeving_id as id from mailbericht m join kennisgeving k on k.id = m.kennisgeving_id
     where m.persoon_id = $1 and m.verzonden_op > $2 and k.soort <> all($3::text[]) limit 1`,
    [persoonId, since, behalve],
  );
  return rows.length > 0;
}

/**
 * Who can be reached again hears what did not come: of each subject the last of it, the newest few. A bundle only when it
 * is of this day; what stood in an older one comes in the next.
 */
export async function reviveTold(
  tx: Tx,
  persoonId: string,
  {
    rings,
    since,
    most,
  }: {
    readonly rings: readonly string[];
    readonly since: Temporal.Instant;
    readonly most: number;
  },
): Promise<number> {
  return execute(
    tx,
    `update kennisgeving set status = 'klaar', pogingen = 0, fout = null, niet_voor = $2
     where id in (select id from (
       select distinct on (k.onderwerp_soort, k.onderwerp_id) k.id, k.volgnr from kennisgeving k
       left join dagbericht d on k.soort = 'dagbericht' and d.id = k.onderwerp_id
       where k.persoon_id = $1 and k.status = 'mislukt' and k.soort = any($3::text[]) and k.gemaakt_op > $4
         and (k.soort <> 'dagbericht' or d.datum = $6)
       order by k.onderwerp_soort, k.onderwerp_id, k.volgnr desc) laatst
     order by volgnr desc limit $5)`,
    [persoonId, tx.now, rings, since, most, todayIn(tx.now)],
  );
}
