import { z } from "zod/v4";
import { type AfspraakFeit, type AfspraakFout, afspraakFoutSchema } from "#domain/afspraak.ts";
import type { OutlookStaat } from "#domain/outlook.ts";
import { bytes, execute, query, type Tx } from "./pool.ts";

const row = z.object({
  rondeId: z.string(),
  sztId: z.string(),
  rondeVersie: z.number(),
  stand: z.enum(["wacht", "staat", "af"]),
  nummer: z.number(),
  postbus: z.string().nullable(),
  eventId: z.string().nullable(),
  link: z.string().nullable(),
  vingerafdruk: bytes.nullable(),
  fout: afspraakFoutSchema.nullable(),
  pogingen: z.number(),
  kijkOp: z.instanceof(Temporal.Instant).nullable(),
  beurt: z.number(),
});
export type AfspraakRij = z.infer<typeof row>;

const columns = `ronde_id as "rondeId", szt_id as "sztId", ronde_versie as "rondeVersie", stand, nummer, postbus, event_id as "eventId",
  link, vingerafdruk, fout, pogingen, kijk_op as "kijkOp", beurt`;

/**
 * Rounds whose event is not what it should be, or is to be looked at: still to begin, or cancelled while an event may
 * stand. `op`: from when that is so.
 */
const waiting = `from overlegronde r left join afspraak a on a.ronde_id = r.id
  where r.datum >= ($1::timestamptz at time zone 'Europe/Amsterdam')::date
    and (r.datum + r.begin) at time zone 'Europe/Amsterdam' > $1
    and (r.status = 'gepland' or (r.status = 'vervallen' and a.stand <> 'af'))
    and (coalesce(a.ronde_versie, -1) < r.versie or a.kijk_op is not null)`;
const op = `greatest(case when coalesce(a.ronde_versie, -1) < r.versie then coalesce(a.niet_voor, $1) else a.kijk_op end,
  coalesce(a.geclaimd_tot, '-infinity'))`;

/** Takes the first round that is due for some minutes; whoever dies with it holds nothing up. Nobody while Outlook asked for rest. */
export async function claimAfspraak(tx: Tx, tot: Temporal.Instant): Promise<AfspraakRij | null> {
  const [due] = await query(
    tx,
    z.object({ id: z.string(), sztId: z.string() }),
    `select r.id, r.szt_id as "sztId" ${waiting} and ${op} <= $1
       and not exists (select from afspraak b where b.swv_id = r.swv_id and b.rust_tot > $1)
     order by ${op}, r.datum, r.begin, r.id limit 1 for update of r skip locked`,
    [tx.now],
  );
  if (!due) return null;
  const [claimed] = await query(
    tx,
    row,
    `insert into afspraak as a (ronde_id, swv_id, szt_id, niet_voor, geclaimd_tot, beurt) values ($1, $2, $3, $4, $5, 1)
     on conflict (ronde_id) do update set geclaimd_tot = excluded.geclaimd_tot, beurt = a.beurt + 1
     returning ${columns}`,
    [due.id, tx.scope.swvId, due.sztId, tx.now, tot],
  );
  return claimed ?? null;
}

/** The first moment at which one of them is due; null when none waits. */
export async function nextAfspraakMoment(tx: Tx): Promise<Temporal.Instant | null> {
  const [found] = await query(
    tx,
    z.object({ op: z.instanceof(Temporal.Instant).nullable() }),
    `select greatest(min(${op}), (select max(b.rust_tot) from afspraak b where b.rust_tot > $1)) as op ${waiting}`,
    [tx.now],
  );
  return found?.op ?? null;
}

type Claim = Pick<AfspraakRij, "rondeId" | "beurt">;

export interface Staande {
  readonly staat: OutlookStaat;
  readonly link: string | null;
  readonly vingerafdruk: Buffer;
  readonly rondeVersie: number;
  readonly kijkOp: Temporal.Instant | null;
}

/** All of these answer false when the claim has lapsed: somebody else goes on with it. */
export async function setAfspraakStaat(tx: Tx, claim: Claim, now: Staande): Promise<boolean> {
  const { staat, link, vingerafdruk, rondeVersie, kijkOp } = now;
  const count = await execute(
    tx,
    `update afspraak set stand = 'staat', postbus = $3, event_id = $4, link = $5, vingerafdruk = $6, ronde_versie = $7, kijk_op = $8,
       fout = null, pogingen = 0, niet_voor = $9, rust_tot = null, geclaimd_tot = null
     where ronde_id = $1 and beurt = $2`,
    [
      claim.rondeId,
      claim.beurt,
      staat.postbus,
      staat.eventId,
      link,
      vingerafdruk,
      rondeVersie,
      kijkOp,
      tx.now,
    ],
  );
  return count === 1;
}

/** Nothing stands there any more, or never did; another event for this round would be a new one. */
export async function setAfspraakAf(
  tx: Tx,
  claim: Claim,
  { rondeVersie, kijkOp }: { readonly rondeVersie: number; readonly kijkOp: Temporal.Instant | null },
): Promise<boolean> {
  const count = await execute(
    tx,
    `update afspraak set stand = 'af', postbus = null, event_id = null, vingerafdruk = null, nummer = nummer + 1, ronde_versie = $3,
       kijk_op = $4, fout = null, pogingen = 0, niet_voor = $5, rust_tot = null, geclaimd_tot = null
     where ronde_id = $1 and beurt = $2`,
    [claim.rondeId, claim.beurt, rondeVersie, kijkOp, tx.now],
  );
  return count === 1;
}

/** It was taken away in Outlook: another one is to be made, now. */
export async function setAfspraakAnew(tx: Tx, claim: Claim): Promise<boolean> {
  const count = await execute(
    tx,
    `update afspraak set stand = 'wacht', postbus = null, event_id = null, vingerafdruk = null, nummer = nummer + 1, ronde_versie = -1,
       kijk_op = null, niet_voor = $3, geclaimd_tot = null
     where ronde_id = $1 and beurt = $2`,
    [claim.rondeId, claim.beurt, tx.now],
  );
  return count === 1;
}

export interface Mislukt {
  readonly fout: AfspraakFout;
  readonly nietVoor: Temporal.Instant;
  /** All calls wait until then. */
  readonly rustTot: Temporal.Instant | null;
}

export async function setAfspraakFout(tx: Tx, claim: Claim, mis: Mislukt): Promise<boolean> {
  const count = await execute(
    tx,
    `update afspraak set fout = $3, niet_voor = $4, rust_tot = $5, pogingen = least(pogingen + 1, 1000), ronde_versie = -1,
       kijk_op = null, geclaimd_tot = null
     where ronde_id = $1 and beurt = $2`,
    [claim.rondeId, claim.beurt, mis.fout, mis.nietVoor, mis.rustTot],
  );
  return count === 1;
}

/** It is gone in Outlook and nothing else changed: that is told, and left to people. */
export async function setAfspraakWeg(tx: Tx, claim: Claim, rondeVersie: number): Promise<boolean> {
  const count = await execute(
    tx,
    `update afspraak set fout = 'verwijderd', ronde_versie = $3, kijk_op = null, geclaimd_tot = null
     where ronde_id = $1 and beurt = $2`,
    [claim.rondeId, claim.beurt, rondeVersie],
  );
  return count === 1;
}

/** One call came through: what waits for the same reason waits no longer. */
export async function endRest(tx: Tx, fouten: readonly AfspraakFout[]): Promise<void> {
  await execute(
    tx,
    `update afspraak set niet_voor = $1, rust_tot = null where fout = any($2::text[]) and (niet_voor > $1 or rust_tot > $1)`,
    [tx.now, fouten],
  );
}

/** By somebody who asks for it: at once, and anew when it is gone. */
export async function askAfspraak(tx: Tx, rondeId: string): Promise<boolean> {
  const count = await execute(
    tx,
    `update afspraak set ronde_versie = -1, niet_voor = $2, rust_tot = null, geclaimd_tot = null,
       nummer = nummer + case when fout = 'verwijderd' then 1 else 0 end,
       stand = case when fout = 'verwijderd' then 'wacht' else stand end,
       postbus = case when fout = 'verwijderd' then null else postbus end,
       event_id = case when fout = 'verwijderd' then null else event_id end,
       vingerafdruk = case when fout = 'verwijderd' then null else vingerafdruk end
     where ronde_id = $1 and fout is not null`,
    [rondeId, tx.now],
  );
  return count === 1;
}

/** The events of the coming rounds of this person's teams are looked at again: who takes part is another matter. */
export async function lookAtAfspraken(tx: Tx, persoonId: string): Promise<number> {
  return execute(
    tx,
    `update afspraak a set kijk_op = $2 from overlegronde r, deelname d
     where r.id = a.ronde_id and d.ronde_id = r.id and d.persoon_id = $1 and r.status = 'gepland' and a.stand = 'staat' and a.fout is null`,
    [persoonId, tx.now],
  );
}

export async function afspraakOf(tx: Tx, rondeId: string): Promise<AfspraakFeit | null> {
  const [found] = await query(
    tx,
    row.pick({ stand: true, fout: true, pogingen: true }).extend({ eigenLink: z.string().nullable() }),
    `select stand, fout, pogingen, link as "eigenLink" from afspraak where ronde_id = $1`,
    [rondeId],
  );
  return found ?? null;
}

export async function adressenOf(tx: Tx, personen: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await query(
    tx,
    z.object({ id: z.string(), email: z.string() }),
    `select id, email from persoon where id = any($1::uuid[]) and email is not null`,
    [personen],
  );
  return new Map(rows.map(({ id, email }) => [id, email]));
}

/** Of people who sign in there: of all others Outlook knows no hours. */
export async function adressenIn(
  tx: Tx,
  personen: readonly string[],
  tenantId: string,
): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ email: z.string() }),
    `select lower(p.email) as email from persoon p where p.id = any($1::uuid[]) and p.email is not null
       and exists (select from teams_identiteit t where t.persoon_id = p.id and t.tenant_id = $2) order by 1`,
    [personen, tenantId],
  );
  return rows.map(({ email }) => email);
}

/** The link of the meeting, for a round that is still as it was; a link that somebody gave stays. */
export async function setOutlookLink(
  tx: Tx,
  ronde: { readonly id: string; readonly versie: number },
  { van, naar }: { readonly van: string | null; readonly naar: string },
): Promise<boolean> {
  const count = await execute(
    tx,
    `update overlegronde set deelname_link = $4, versie = versie + 1
     where id = $1 and versie = $2 and status = 'gepland' and (deelname_link is null or deelname_link = $3)`,
    [ronde.id, ronde.versie, van, naar],
  );
  return count === 1;
}
