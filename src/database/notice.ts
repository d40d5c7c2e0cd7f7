import { z } from "zod/v4";
import { type Notice, noticeKindSchema, noticeKinds, onderwerpSchema } from "#domain/notice.ts";
import { execute, query, type Tx } from "./pool.ts";

/** Saves notices beside the change they follow from, in the same transaction. A key that exists is left as it is. */
export async function saveNotices(tx: Tx, uuid: () => string, notices: readonly Notice[]): Promise<number> {
  let saved = 0;
  for (const notice of notices) {
    saved += await execute(
      tx,
      `insert into kennisgeving (id, swv_id, szt_id, soort, persoon_id, kanaal_szt_id, onderwerp_soort, onderwerp_id, sleutel,
         dringend, niet_voor, status, gemaakt_op)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'klaar', $12) on conflict (sleutel) do nothing`,
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
        notice.dringend ?? false,
        notice.nietVoor ?? tx.now,
        tx.now,
      ],
    );
  }
  return saved;
}

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
});
export type ClaimedNotice = z.infer<typeof claimedRow>;

/**
 * Claims notices that may go now. A claim lapses after `until`, so that a courier that died holds nothing up.
 * One notice a recipient at a time: what goes to one conversation keeps its order.
 */
export async function claimNotices(tx: Tx, limit: number, until: Temporal.Instant): Promise<ClaimedNotice[]> {
  const rows = await query(
    tx,
    claimedRow,
    `with kandidaat as (
       select k.id from kennisgeving k
       where ((k.status = 'klaar' and k.niet_voor <= $1) or (k.status = 'bezig' and k.geclaimd_tot <= $1))
         and not exists (
           select 1 from kennisgeving e where e.status in ('klaar', 'bezig') and e.id <> k.id
             and e.persoon_id is not distinct from k.persoon_id and e.kanaal_szt_id is not distinct from k.kanaal_szt_id
             and ((e.status = 'bezig' and e.geclaimd_tot > $1)
               or (e.niet_voor <= $1 and (e.dringend, -e.volgnr) > (k.dringend, -k.volgnr))))
       order by k.dringend desc, k.volgnr limit $2 for update of k skip locked)
     update kennisgeving k set status = 'bezig', geclaimd_tot = $3, pogingen = pogingen + 1
     from kandidaat where k.id = kandidaat.id
     returning k.id, k.swv_id as "swvId", k.soort, k.persoon_id as "persoonId", k.kanaal_szt_id as "kanaalSztId",
       k.onderwerp_soort as "onderwerpSoort", k.onderwerp_id as "onderwerpId", k.pogingen, k.volgnr`,
    [tx.now, limit, until],
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

/** The first moment after which a notice waits to be sent; null when nothing waits. */
export async function nextNoticeMoment(tx: Tx): Promise<Temporal.Instant | null> {
  const [row] = await query(
    tx,
    z.object({ op: z.instanceof(Temporal.Instant).nullable() }),
    `select min(coalesce(geclaimd_tot, niet_voor)) as op from kennisgeving where status in ('klaar', 'bezig')`,
    [],
  );
  return row?.op ?? null;
}
