/** How far what was told has come: sent, read, failed. Read is known per chat, up to a message, and never by the hour. */
import { z } from "zod/v4";
import type { BundelGelezen } from "#domain/bezorging.ts";
import { onderwerpSchema } from "#domain/notice.ts";
import { todayIn } from "#domain/today.ts";
import { execute, instant, plainDate, query, type Tx } from "./pool.ts";

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
     join bericht b on b.persoon_id = $1 and b.onderwerp_soort = 'dagbericht' and b.onderwerp_id = h.dagbericht_id and b.actueel
     join gesprek g on g.id = b.gesprek_id
     where g.gelezen_tot >= ${nummer("b.activiteit_id")}`,
    [persoonId, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

const bundelRow = z.object({ datum: plainDate, gelezen: z.boolean().nullable() });

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
     from dagbericht d
     join bericht b on b.persoon_id = $1 and b.onderwerp_soort = 'dagbericht' and b.onderwerp_id = d.id and b.actueel
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

/** Read as far as the message that lives: who read that has read what stood before it. */
const stand = `k.status, k.niet_voor as "nietVoor", k.pogingen > 0 as geprobeerd,
  coalesce((select g.gelezen_tot >= ${nummer("b.activiteit_id")} from bericht b join gesprek g on g.id = b.gesprek_id
    where b.persoon_id = k.persoon_id and b.onderwerp_soort = k.onderwerp_soort and b.onderwerp_id = k.onderwerp_id and b.actueel),
    false) as gelezen`;
const standRow = z.object({
  status: z.enum(["klaar", "bezig", "verzonden", "vervallen", "mislukt"]),
  nietVoor: instant,
  geprobeerd: z.boolean(),
  gelezen: z.boolean(),
});
const verteldRow = standRow.extend({ onderwerp: onderwerpSchema, aantal: z.number() });

/** What rang since then, to people, as many as stand alike; what was asked for and what was only edited left out. */
export async function toldSince(
  tx: Tx,
  rings: readonly string[],
  since: Temporal.Instant,
): Promise<readonly z.infer<typeof verteldRow>[]> {
  return query(
    tx,
    verteldRow,
    `select s.onderwerp, s.status, s.geprobeerd, s.gelezen, min(s."nietVoor") as "nietVoor", count(*)::int as aantal
     from (select k.onderwerp_soort as onderwerp, ${stand} from kennisgeving k
       where k.persoon_id is not null and k.soort = any($1::text[]) and k.gemaakt_op > $2) s
     group by s.onderwerp, s.status, s.geprobeerd, s.gelezen, s."nietVoor" > $3`,
    [rings, since, tx.now],
  );
}

const laatsteRow = standRow.extend({ persoonId: z.string(), op: instant });

/** The last that each of these people was told about one hulpvraag: on its card, or in a bundle with one of its terms. */
export async function lastTold(
  tx: Tx,
  hulpvraagId: string,
  { personen, rings }: { readonly personen: readonly string[]; readonly rings: readonly string[] },
): Promise<readonly z.infer<typeof laatsteRow>[]> {
  return query(
    tx,
    laatsteRow,
    `select distinct on (k.persoon_id) k.persoon_id as "persoonId", ${stand},
       coalesce(k.verzonden_op, case when k.status = 'klaar' then k.niet_voor end, k.gepland_op, k.gemaakt_op) as op
     from kennisgeving k
     where k.persoon_id = any($2::uuid[]) and k.soort = any($3::text[]) and k.status <> 'vervallen'
       and (k.onderwerp_id = $1 or k.onderwerp_id in (
         select h.dagbericht_id from herinnering h join termijn t on t.id = h.termijn_id where t.hulpvraag_id = $1))
     order by k.persoon_id, k.volgnr desc`,
    [hulpvraagId, personen, rings],
  );
}

/** Who may have a bundle standing unread for some days: wider than the rule, which knows who works when. */
export async function withUnread(tx: Tx, today: Temporal.PlainDate): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ persoonId: z.string() }),
    `select distinct b.persoon_id as "persoonId" from bericht b join gesprek g on g.id = b.gesprek_id
     join dagbericht d on d.id = b.onderwerp_id
     where b.onderwerp_soort = 'dagbericht' and b.actueel and d.datum between $1::date - 28 and $1::date - 2
       and g.gelezen_tot < ${nummer("b.activiteit_id")} order by 1`,
    [today],
  );
  return rows.map(({ persoonId }) => persoonId);
}

const werkzaamRow = z.object({
  persoonId: z.string(),
  naam: z.string(),
  sinds: instant.nullable(),
  account: z.boolean(),
  mailGeweigerd: z.boolean(),
  chat: z.boolean(),
  bevestigt: z.boolean(),
});

/** Everybody who works here on this day, with what is known of the way to them. */
export async function werkzamen(
  tx: Tx,
  today: Temporal.PlainDate,
): Promise<readonly z.infer<typeof werkzaamRow>[]> {
  return query(
    tx,
    werkzaamRow,
    `select p.id as "persoonId", p.naam,
       coalesce((select max(g.bijgewerkt_op) from gesprek g where g.persoon_id = p.id and not g.bereikbaar),
         (select f.op from bereikfout f where f.persoon_id = p.id)) as sinds,
       exists (select from teams_identiteit t where t.persoon_id = p.id) as account,
       exists (select from mailbericht m join kennisgeving k on k.id = m.kennisgeving_id
         where m.persoon_id = p.id and m.verzonden_op is null and m.pogingen > 0 and k.status <> 'klaar' and k.gemaakt_op > $2)
         as "mailGeweigerd",
       exists (select from gesprek g where g.persoon_id = p.id and g.bereikbaar) as chat,
       exists (select from gesprek g where g.persoon_id = p.id and g.bereikbaar and g.gelezen_tot is not null) as bevestigt
     from persoon p where exists (select from lidmaatschap l
       where l.persoon_id = p.id and l.van <= $1 and (l.tot is null or l.tot >= $1))
     order by p.naam, p.id`,
    [today, tx.now.subtract({ hours: 30 * 24 })],
  );
}
