import { z } from "zod/v4";
import { plaatsSchema } from "#domain/code.ts";
import {
  type Moment,
  type MomentAntwoord,
  type MomentprikFeit,
  momentKeuzeSchema,
  momentprikStanden,
  type PrikNieuw,
  type PrikVervalreden,
  prikVervalredenen,
} from "#domain/momentprik.ts";
import { execute, plainDate, plainTime, query, type Tx } from "./pool.ts";

export interface MomentprikAt {
  readonly id: string;
  readonly versie: number;
}

const prikRow = z.object({
  id: z.string(),
  sztId: z.string(),
  rondeId: z.string().nullable(),
  stand: z.enum(momentprikStanden),
  vervalreden: z.enum(prikVervalredenen).nullable(),
  poging: z.number(),
  uiterlijk: plainDate,
  duurMinuten: z.number().nullable(),
  plaats: plaatsSchema.nullable(),
  deelnameLink: z.string().nullable(),
  gekozenId: z.string().nullable(),
  versie: z.number(),
  gestartDoor: z.string(),
  gestartOp: plainDate,
});

export async function momentprikById(tx: Tx, id: string): Promise<MomentprikFeit | null> {
  const [row] = await query(
    tx,
    prikRow,
    `select id, szt_id as "sztId", ronde_id as "rondeId", stand, vervalreden, poging, uiterlijk, duur_minuten as "duurMinuten",
       plaats, deelname_link as "deelnameLink", gekozen_id as "gekozenId", versie, gestart_door as "gestartDoor",
       (gestart_op at time zone 'Europe/Amsterdam')::date as "gestartOp"
     from momentprik where id = $1`,
    [id],
  );
  if (!row) return null;
  const { duurMinuten, plaats, deelnameLink, ...prik } = row;
  return {
    ...prik,
    nieuw: duurMinuten !== null && plaats !== null ? { duurMinuten, plaats, deelnameLink } : null,
    momenten: await momentenOf(tx, id),
    gevraagd: await gevraagdVan(tx, id),
    antwoorden: await antwoordenOp(tx, id),
  };
}

async function momentenOf(tx: Tx, prikId: string): Promise<readonly Moment[]> {
  return query(
    tx,
    z.object({ id: z.string(), datum: plainDate, begin: plainTime }),
    `select id, datum, begin from momentprik_moment where prik_id = $1 order by datum, begin`,
    [prikId],
  );
}

async function gevraagdVan(tx: Tx, prikId: string): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ persoonId: z.string() }),
    `select persoon_id as "persoonId" from momentprik_gevraagd where prik_id = $1 order by persoon_id`,
    [prikId],
  );
  return rows.map(({ persoonId }) => persoonId);
}

async function antwoordenOp(tx: Tx, prikId: string): Promise<readonly MomentAntwoord[]> {
  return query(
    tx,
    z.object({ persoonId: z.string(), momentId: z.string(), keuze: momentKeuzeSchema }),
    `select persoon_id as "persoonId", moment_id as "momentId", keuze from momentprik_antwoord where prik_id = $1
     order by persoon_id, moment_id`,
    [prikId],
  );
}

const idRow = z.object({ id: z.string() });

/** The one that is going on: about this round, or for a new round of this SZT. */
export async function runningMomentprik(
  tx: Tx,
  about: { readonly rondeId: string } | { readonly sztId: string },
): Promise<string | null> {
  const ofRonde = "rondeId" in about;
  const [row] = await query(
    tx,
    idRow,
    `select id from momentprik where stand in ('open', 'besluit')
       and ${ofRonde ? "ronde_id = $1" : "szt_id = $1 and ronde_id is null"}`,
    [ofRonde ? about.rondeId : about.sztId],
  );
  return row?.id ?? null;
}

/** All that are going on in the SZTs of the scope, or in one of them, the first to end first. */
export async function runningMomentprikken(tx: Tx, sztId: string | null = null): Promise<readonly string[]> {
  const rows = await query(
    tx,
    idRow,
    `select id from momentprik where stand in ('open', 'besluit') and ($1::uuid is null or szt_id = $1)
     order by uiterlijk, gestart_op, id limit 60`,
    [sztId],
  );
  return rows.map(({ id }) => id);
}

/** Those for which this person was asked. */
export async function runningMomentprikkenOf(tx: Tx, persoonId: string): Promise<readonly string[]> {
  const rows = await query(
    tx,
    idRow,
    `select m.id from momentprik m join momentprik_gevraagd g on g.prik_id = m.id
     where g.persoon_id = $1 and m.stand in ('open', 'besluit') order by m.id`,
    [persoonId],
  );
  return rows.map(({ id }) => id);
}

/** Held to the end of the transaction: what two people do to one goes one after the other. */
export async function lockMomentprik(tx: Tx, id: string): Promise<void> {
  await query(tx, idRow, `select id from momentprik where id = $1 for update`, [id]);
}

export async function insertMomentprik(
  tx: Tx,
  row: Pick<MomentprikFeit, "id" | "sztId" | "rondeId" | "uiterlijk" | "gestartDoor"> & {
    readonly nieuw: PrikNieuw | null;
  },
): Promise<void> {
  await execute(
    tx,
    `insert into momentprik (id, swv_id, szt_id, ronde_id, stand, uiterlijk, duur_minuten, plaats, deelname_link, gestart_door,
       gestart_op)
     values ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      tx.scope.swvId,
      row.sztId,
      row.rondeId,
      row.uiterlijk,
      row.nieuw?.duurMinuten ?? null,
      row.nieuw?.plaats ?? null,
      row.nieuw?.deelnameLink ?? null,
      row.gestartDoor,
      tx.now,
    ],
  );
}

type Plek = Pick<MomentprikFeit, "id" | "sztId">;

/** These in place of those before, whose answers go with them. */
export async function saveMomenten(tx: Tx, { id, sztId }: Plek, momenten: readonly Moment[]): Promise<void> {
  await execute(tx, `delete from momentprik_moment where prik_id = $1`, [id]);
  for (const moment of momenten)
    await execute(
      tx,
      `insert into momentprik_moment (id, swv_id, szt_id, prik_id, datum, begin) values ($1, $2, $3, $4, $5, $6)`,
      [moment.id, tx.scope.swvId, sztId, id, moment.datum, moment.begin],
    );
}

export async function askPersonen(tx: Tx, { id, sztId }: Plek, personen: readonly string[]): Promise<void> {
  await execute(
    tx,
    `insert into momentprik_gevraagd (swv_id, szt_id, prik_id, persoon_id)
     select $1, $2, $3, unnest($4::uuid[]) on conflict do nothing`,
    [tx.scope.swvId, sztId, id, personen],
  );
}

/** Who is asked no more; the answers go too. */
export async function unaskPersonen(tx: Tx, { id }: Plek, personen: readonly string[]): Promise<void> {
  await execute(tx, `delete from momentprik_gevraagd where prik_id = $1 and persoon_id = any($2::uuid[])`, [
    id,
    personen,
  ]);
}

export async function saveAntwoorden(
  tx: Tx,
  { id, sztId }: Plek,
  antwoorden: readonly MomentAntwoord[],
): Promise<void> {
  for (const { momentId, persoonId, keuze } of antwoorden)
    await execute(
      tx,
      `insert into momentprik_antwoord (swv_id, szt_id, prik_id, moment_id, persoon_id, keuze, op)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (moment_id, persoon_id) do update set keuze = excluded.keuze, op = excluded.op`,
      [tx.scope.swvId, sztId, id, momentId, persoonId, keuze, tx.now],
    );
}

/** Who could come when is of no use any more; of the chosen moment it is, until the round. */
export async function dropAntwoorden(tx: Tx, { id }: Plek, except: string | null): Promise<void> {
  await execute(
    tx,
    `delete from momentprik_antwoord where prik_id = $1 and moment_id is distinct from $2::uuid`,
    [id, except],
  );
}

export type MomentprikChange =
  | { readonly stand: "besluit" | "gestopt" }
  | { readonly stand: "gekozen"; readonly gekozenId: string }
  | { readonly stand: "vervallen"; readonly vervalreden: PrikVervalreden }
  /** Waited for again: with other moments, or for somebody more. */
  | { readonly stand: "open"; readonly opnieuw: Temporal.PlainDate | null };

/** False when somebody was first. */
export async function setMomentprik(tx: Tx, at: MomentprikAt, to: MomentprikChange): Promise<boolean> {
  const again = to.stand === "open" ? to.opnieuw : null;
  const count = await execute(
    tx,
    `update momentprik set stand = $3, gekozen_id = $4, vervalreden = $5, uiterlijk = coalesce($6, uiterlijk),
       poging = poging + $7::integer, versie = versie + 1
     where id = $1 and versie = $2 and stand in ('open', 'besluit')`,
    [
      at.id,
      at.versie,
      to.stand,
      to.stand === "gekozen" ? to.gekozenId : null,
      to.stand === "vervallen" ? to.vervalreden : null,
      again,
      again ? 1 : 0,
    ],
  );
  return count === 1;
}
