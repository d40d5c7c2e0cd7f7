import { z } from "zod/v4";
import { goesFirst, type Notice, noticeKindSchema, noticeKinds, onderwerpSchema } from "#domain/notice.ts";
import { execute, instant, query, type Tx } from "./pool.ts";

/** Saves notices beside the change they follow from, in the same transaction. A key that exists is left as it is. */
export async function saveNotices(tx: Tx, uuid: () => string, notices: readonly Notice[]): Promise<number> {
  let saved = 0;
  for (const notice of notices) {
    saved += await execute(
      tx,
      `insert into kennisgeving (id, swv_id, szt_id, soort, persoon_id, kanaal_szt_id, onderwerp_soort, onderwerp_id, sleutel,
         dringend, niet_voor, status, gemaakt_op, opruiming_id, wissing_id, gepland_op, rust)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'klaar', $12, $13, $14, $11, $15) on conflict (sleutel) do nothing`,
      [
        uuid(),
        tx.scope.swvId,
        notice.sztId,
        notice.soort,
        "persoonId" in notice.aan ? notice.aan.persoonId : null,
        "kanaalSztId" in notice.aan ? notice.aan.kanaalSztId : null,
        noticeKinds[notice.soort].onderwerp,
        notice.onderwerpId,
        notice.sleutel,
        // What is taken back and what is waited for; then the rest, in order.
        notice.dringend ?? (notice.opruimingId !== undefined || goesFirst(notice.soort)),
        notice.nietVoor ?? tx.now,
        tx.now,
        notice.opruimingId ?? null,
        notice.wissingId ?? null,
        notice.rust ?? false,
      ],
    );
  }
  return saved;
}

/** Which of these were saved before, delivered or not. */
export async function savedBefore(tx: Tx, sleutels: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await query(
    tx,
    z.object({ sleutel: z.string() }),
    `select sleutel from kennisgeving where sleutel = any($1::text[])`,
    [sleutels],
  );
  return new Set(rows.map(({ sleutel }) => sleutel));
}

/** Something of ours broke: this subject waits, what else there is for the same person goes on. */
export const internalFault = "intern";
/** It is night: nothing is wrong, and what else there is for the same person goes on. */
export const nightRest = "rust";

const claimedRow = z.object({
  id: z.string(),
  swvId: z.string(),
  soort: noticeKindSchema,
  persoonId: z.string().nullable(),
  kanaalSztId: z.string().nullable(),
  onderwerpSoort: onderwerpSchema,
  onderwerpId: z.string(),
  pogingen: z.number(),
  volgnr: z.number(),
  opruimingId: z.string().nullable(),
  /** Why an earlier try did not end it. */
  fout: z.string().nullable(),
  wissingId: z.string().nullable(),
  /** It waits for the day. */
  rust: z.boolean(),
  /** When it should have gone. */
  geplandOp: instant,
});
export type ClaimedNotice = z.infer<typeof claimedRow>;

/**
 * The one notice of each recipient whose turn it is at $1, with the moment it can go. Rank 0 is being delivered and 1
 * was refused by Teams a moment ago: both hold up all that follows in that conversation, so that order and rest are
 * kept. 2 is due, urgent ones first; 3 is for later. A subject that broke inside waits alone, with all that is about
 * it. $2 is the kinds this version knows: a row of another version waits for one that knows it.
 */
const heads = `
  with wachtend as (
    select id, volgnr, dringend, onderwerp_id, coalesce(persoon_id, kanaal_szt_id) as ontvanger,
      case when status = 'bezig' then geclaimd_tot else niet_voor end as moment,
      status = 'klaar' and pogingen > 0 and niet_voor > $1 and fout = '${internalFault}' as stuk,
      case
        when status = 'bezig' and geclaimd_tot > $1 then 0
        when status = 'bezig' or niet_voor <= $1 then 2
        when pogingen > 0 and coalesce(fout, '') not in ('${internalFault}', '${nightRest}') then 1
        else 3
      end as rang
    from kennisgeving where status in ('klaar', 'bezig') and soort = any($2::text[])
  ), kop as (
    select distinct on (w.ontvanger) w.id, w.rang, w.moment from wachtend w
    where w.stuk or not exists (
      select from wachtend s where s.stuk and s.ontvanger = w.ontvanger and s.onderwerp_id = w.onderwerp_id)
    order by w.ontvanger, w.rang, (w.rang = 2 and w.dringend) desc, case when w.rang = 2 then w.volgnr end, w.moment
  )`;
const known = Object.keys(noticeKinds);

/**
 * Claims notices that may go now. A claim lapses after `until`, so that a courier that died holds nothing up.
 * One notice a recipient at a time: what goes to one conversation keeps its order. Claims go one after another,
 * because two that look at the same moment could each see another notice of one person as the first.
 */
export async function claimNotices(tx: Tx, limit: number, until: Temporal.Instant): Promise<ClaimedNotice[]> {
  await execute(tx, "select pg_advisory_xact_lock(hashtext('zorgronde kennisgeving'))");
  const rows = await query(
    tx,
    claimedRow,
    `${heads}, kandidaat as (
       select k.id from kennisgeving k join kop on kop.id = k.id
       where kop.rang = 2 and k.status in ('klaar', 'bezig') and coalesce(k.geclaimd_tot, k.niet_voor) <= $1
       order by k.dringend desc, k.volgnr limit $3 for update of k skip locked)
     update kennisgeving k set status = 'bezig', geclaimd_tot = $4, pogingen = pogingen + 1
     from kandidaat where k.id = kandidaat.id
     returning k.id, k.swv_id as "swvId", k.soort, k.persoon_id as "persoonId", k.kanaal_szt_id as "kanaalSztId",
       k.onderwerp_soort as "onderwerpSoort", k.onderwerp_id as "onderwerpId", k.pogingen, k.volgnr, k.fout,
       k.opruiming_id as "opruimingId", k.wissing_id as "wissingId", k.rust,
       coalesce(k.gepland_op, k.gemaakt_op) as "geplandOp"`,
    [tx.now, known, limit, until],
  );
  return rows.sort((a, b) => a.volgnr - b.volgnr);
}

/** How a claimed notice ended. `later` puts it back for another try. */
export type NoticeEnd =
  | { readonly status: "verzonden" | "vervallen" }
  | { readonly status: "mislukt"; readonly fout: string }
  | { readonly status: "later"; readonly nietVoor: Temporal.Instant; readonly fout: string };

/** Writes how it ended, only while our claim still stands (`pogingen` unchanged): a late courier changes nothing. */
export async function settleNotice(tx: Tx, notice: ClaimedNotice, end: NoticeEnd): Promise<boolean> {
  const status = end.status === "later" ? "klaar" : end.status;
  const count = await execute(
    tx,
    `update kennisgeving set status = $2, geclaimd_tot = null, fout = $3, niet_voor = coalesce($4, niet_voor),
       verzonden_op = case when $2 = 'verzonden' then $5::timestamptz end
     where id = $1 and status = 'bezig' and pogingen = $6`,
    [
      notice.id,
      status,
      "fout" in end ? end.fout : null,
      end.status === "later" ? end.nietVoor : null,
      tx.now,
      notice.pogingen,
    ],
  );
  return count === 1;
}

const noticeStatuses = ["klaar", "bezig", "verzonden", "vervallen", "mislukt"] as const;

/** How the post of one round in the channel stands; null before it was confirmed. */
export async function postOf(
  tx: Tx,
  rondeId: string,
): Promise<{ readonly status: (typeof noticeStatuses)[number]; readonly hapert: boolean } | null> {
  const [row] = await query(
    tx,
    z.object({ status: z.enum(noticeStatuses), hapert: z.boolean() }),
    `select status, fout is not null as hapert from kennisgeving
     where soort = 'samenvatting_plaatsen' and onderwerp_id = $1 order by volgnr desc limit 1`,
    [rondeId],
  );
  return row ?? null;
}

/** Posts that were given up are tried again: of one round, or of an SZT whose channel is back. */
export async function revivePosts(
  tx: Tx,
  van: { readonly rondeId: string } | { readonly sztId: string },
): Promise<number> {
  return execute(
    tx,
    `update kennisgeving set status = 'klaar', pogingen = 0, fout = null, niet_voor = $3
     where status = 'mislukt' and soort = 'samenvatting_plaatsen' and (onderwerp_id = $1 or kanaal_szt_id = $2)`,
    ["rondeId" in van ? van.rondeId : null, "sztId" in van ? van.sztId : null, tx.now],
  );
}

/** What an erasure could not reach here is tried again: this chat or channel is back. */
export async function reviveErasure(
  tx: Tx,
  van: { readonly persoonId: string } | { readonly sztId: string },
): Promise<number> {
  return execute(
    tx,
    `update kennisgeving k set status = 'klaar', pogingen = 0, fout = null, niet_voor = $3
     where k.status = 'mislukt' and (k.persoon_id = $1 or k.kanaal_szt_id = $2)
       and exists (select from wissing w where w.id = k.wissing_id and w.status = 'gewist')`,
    ["persoonId" in van ? van.persoonId : null, "sztId" in van ? van.sztId : null, tx.now],
  );
}

/** Whether this person is told something about the same subject after this one: that says it all. */
export async function isOvertaken(
  tx: Tx,
  { id, persoonId, onderwerpSoort, onderwerpId, volgnr }: ClaimedNotice,
  rings: readonly string[],
): Promise<boolean> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select id from kennisgeving where persoon_id = $1 and onderwerp_soort = $2 and onderwerp_id = $3 and volgnr > $4
       and id <> $5 and status in ('klaar', 'bezig') and soort = any($6::text[]) limit 1`,
    [persoonId, onderwerpSoort, onderwerpId, volgnr, id, rings],
  );
  return rows.length > 0;
}

/** Whether our claim stands and will still stand at `until`: nobody else says something about it before then. */
export async function claimHolds(tx: Tx, notice: ClaimedNotice, until: Temporal.Instant): Promise<boolean> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select id from kennisgeving where id = $1 and status = 'bezig' and pogingen = $2 and geclaimd_tot > $3`,
    [notice.id, notice.pogingen, until],
  );
  return rows.length === 1;
}

/** Whether something was delivered to this person after `since`: what was read before it may be out of date. */
export async function deliveredSince(tx: Tx, persoonId: string, since: Temporal.Instant): Promise<boolean> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select id from kennisgeving where persoon_id = $1 and verzonden_op > $2 limit 1`,
    [persoonId, since],
  );
  return rows.length > 0;
}

/** The first moment at which a notice can go, as `claimNotices` would say it; null when nothing waits. */
export async function nextNoticeMoment(tx: Tx): Promise<Temporal.Instant | null> {
  const [row] = await query(
    tx,
    z.object({ op: z.instanceof(Temporal.Instant).nullable() }),
    `${heads} select min(moment) as op from kop`,
    [tx.now, known],
  );
  return row?.op ?? null;
}
