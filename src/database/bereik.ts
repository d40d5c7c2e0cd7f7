import { z } from "zod/v4";
import type { BereikFeit } from "#domain/bereik.ts";
import { execute, query, type Tx } from "./pool.ts";

const feitRow = z.object({
  persoonId: z.string(),
  chat: z.enum(["werkt", "dicht", "geen"]),
  code: z.string().nullable(),
  identiteit: z.boolean(),
  kanaal: z.boolean(),
  adres: z.boolean(),
});

/** How these people were reached so far, for what is about this SZT; of no one SZT, any team of theirs has a channel. */
export async function bereikFeiten(
  tx: Tx,
  sztId: string | null,
  personen: readonly string[],
): Promise<readonly Omit<BereikFeit, "mail">[]> {
  return query(
    tx,
    feitRow,
    `select p.id as "persoonId", p.email is not null as adres,
       case when exists (select from gesprek g where g.persoon_id = p.id and g.bereikbaar) then 'werkt'
         when exists (select from gesprek g where g.persoon_id = p.id) then 'dicht' else 'geen' end as chat,
       coalesce(
         (select g.reden from gesprek g where g.persoon_id = p.id and not g.bereikbaar order by g.bijgewerkt_op desc limit 1),
         (select f.code from bereikfout f where f.persoon_id = p.id)) as code,
       exists (select from teams_identiteit t where t.persoon_id = p.id) as identiteit,
       exists (select from gesprek g where g.bereikbaar and (g.szt_id = $1 or ($1::uuid is null and g.szt_id in
         (select l.szt_id from lidmaatschap l where l.persoon_id = p.id)))) as kanaal
     from persoon p where p.id = any($2::uuid[]) order by p.naam, p.id`,
    [sztId, personen],
  );
}

/** Teams would open no chat with this person. */
export async function saveBereikfout(tx: Tx, persoonId: string, code: string): Promise<void> {
  await execute(
    tx,
    `insert into bereikfout (persoon_id, swv_id, code, op) values ($1, $2, $3, $4)
     on conflict (persoon_id) do update set code = excluded.code, op = excluded.op`,
    [persoonId, tx.scope.swvId, code, tx.now],
  );
}

/** The person wrote, or a chat was opened after all. */
export async function forgetBereikfout(tx: Tx, persoonId: string): Promise<void> {
  await execute(tx, `delete from bereikfout where persoon_id = $1`, [persoonId]);
}

export async function mailAdresOf(tx: Tx, persoonId: string): Promise<string | null> {
  const [row] = await query(
    tx,
    z.object({ email: z.string().nullable() }),
    `select email from persoon where id = $1`,
    [persoonId],
  );
  return row?.email ?? null;
}

/** One try more for this notice; false when a server took the mail already. */
export async function beginMail(tx: Tx, kennisgevingId: string, persoonId: string): Promise<boolean> {
  const count = await execute(
    tx,
    `insert into mailbericht (kennisgeving_id, swv_id, persoon_id, pogingen) values ($1, $2, $3, 1)
     on conflict (kennisgeving_id) do update set pogingen = mailbericht.pogingen + 1
     where mailbericht.verzonden_op is null`,
    [kennisgevingId, tx.scope.swvId, persoonId],
  );
  return count === 1;
}

export async function mailSent(tx: Tx, kennisgevingId: string): Promise<void> {
  await execute(tx, `update mailbericht set verzonden_op = $2 where kennisgeving_id = $1`, [
    kennisgevingId,
    tx.now,
  ]);
}

export async function adressen(tx: Tx): Promise<readonly { readonly id: string; readonly email: string }[]> {
  return query(
    tx,
    z.object({ id: z.string(), email: z.string() }),
    `select id, email from persoon where email is not null order by id`,
    [],
  );
}

/** Rounds to come, or that are held, in which this person takes part. */
export async function comingRondesWith(
  tx: Tx,
  persoonId: string,
  today: Temporal.PlainDate,
): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select r.id from overlegronde r join deelname d on d.ronde_id = r.id
     where d.persoon_id = $1 and r.status in ('gepland', 'open') and r.datum >= $2 order by r.id`,
    [persoonId, today],
  );
  return rows.map(({ id }) => id);
}
