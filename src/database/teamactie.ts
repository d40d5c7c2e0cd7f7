import { z } from "zod/v4";
import type { OverdrachtFeit } from "#domain/overdracht.ts";
import type { TeamactieFeit } from "#domain/teamactie.ts";
import type { Uitstelreden } from "#domain/uitstel.ts";
import { cameThrough, onceTold } from "./dagbericht.ts";
import { destroyDataKey, makeDataKey } from "./datasleutel.ts";
import { teamOf } from "./dossier.ts";
import { decryptSealed, encryptSealed, type KeyRing, openDataKey, whereOf } from "./kluis.ts";
import { overdrachtColumns, overdrachtOf } from "./overdracht.ts";
import { bytes, execute, plainDate, query, type Tx } from "./pool.ts";

const teamactieRow = z.object({
  id: z.string(),
  szt_id: z.string(),
  houder_id: z.string(),
  omschrijving: bytes,
  datum: plainDate,
  sinds: plainDate,
  status: z.enum(["open", "gedaan", "vervallen"]),
  uitgesteld: z.number(),
  ...overdrachtColumns,
  gemaakt_door: z.string(),
  versie: z.number(),
  sleutel_id: z.string(),
  verpakt: bytes,
  hoofdsleutel: z.string(),
});
type Row = z.infer<typeof teamactieRow>;

const columns = `select a.*, d.verpakt, d.hoofdsleutel from teamactie a join datasleutel d on d.id = a.sleutel_id
  where d.verpakt is not null`;

export interface TeamactieAt {
  readonly id: string;
  readonly versie: number;
}

/** One within the scope of the transaction; null when it is not there or out of reach. */
export async function loadTeamactie(tx: Tx, keys: KeyRing, id: string): Promise<TeamactieFeit | null> {
  const [feit] = await facts(tx, keys, await query(tx, teamactieRow, `${columns} and a.id = $1`, [id]));
  return feit ?? null;
}

/** All that is open in these SZTs, first due first. */
export async function openTeamacties(
  tx: Tx,
  keys: KeyRing,
  sztIds: readonly string[],
): Promise<readonly TeamactieFeit[]> {
  const rows = await query(
    tx,
    teamactieRow,
    `${columns} and a.szt_id = any($1::uuid[]) and a.status = 'open' order by a.datum, a.id limit 200`,
    [sztIds],
  );
  return facts(tx, keys, rows);
}

/** Those of a bundle, done ones too; what is erased is gone from it. */
export async function teamactiesIn(
  tx: Tx,
  keys: KeyRing,
  dagbericht: { readonly id: string; readonly persoonId: string },
): Promise<readonly TeamactieFeit[]> {
  const rows = await query(
    tx,
    teamactieRow,
    `${columns} and a.id in (select h.teamactie_id from teamactie_herinnering h where h.dagbericht_id = $1 and h.persoon_id = $2)
     order by a.datum, a.id`,
    [dagbericht.id, dagbericht.persoonId],
  );
  return facts(tx, keys, rows);
}

async function facts(tx: Tx, keys: KeyRing, rows: readonly Row[]): Promise<readonly TeamactieFeit[]> {
  const around = new Map<string, Pick<TeamactieFeit, "team" | "rondeLeiders">>();
  const found: TeamactieFeit[] = [];
  for (const row of rows) {
    const team = around.get(row.szt_id) ?? {
      team: await teamOf(tx, row.szt_id),
      rondeLeiders: await rondeLeiders(tx, row.szt_id),
    };
    around.set(row.szt_id, team);
    found.push(factOf(keys, row, team));
  }
  return found;
}

async function rondeLeiders(tx: Tx, sztId: string): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ voorzitter: z.string(), notulist: z.string().nullable() }),
    `select voorzitter_id as voorzitter, notulist_id as notulist from overlegronde where szt_id = $1 and status = 'open'`,
    [sztId],
  );
  return rows.flatMap(({ voorzitter, notulist }) => [voorzitter, ...(notulist ? [notulist] : [])]);
}

function factOf(
  keys: KeyRing,
  row: Row,
  around: Pick<TeamactieFeit, "team" | "rondeLeiders">,
): TeamactieFeit {
  const key = openDataKey(keys, {
    id: row.sleutel_id,
    wrapped: row.verpakt,
    masterKeyId: row.hoofdsleutel,
  });
  return {
    id: row.id,
    sztId: row.szt_id,
    houderId: row.houder_id,
    omschrijving: decryptSealed(key, row.omschrijving, whereOf("teamactie.omschrijving", row.id)),
    datum: row.datum,
    sinds: row.sinds,
    status: row.status,
    uitgesteld: row.uitgesteld,
    overdracht: overdrachtOf(row),
    gemaaktDoor: row.gemaakt_door,
    versie: row.versie,
    ...around,
  };
}

export interface NewTeamactie
  extends Pick<TeamactieFeit, "id" | "sztId" | "houderId" | "omschrijving" | "datum" | "gemaaktDoor"> {
  readonly sleutelId: string;
  readonly op: Temporal.PlainDate;
}

/** With a key of its own, made here and used for nothing else. */
export async function insertTeamactie(tx: Tx, keys: KeyRing, actie: NewTeamactie): Promise<void> {
  const { id, sztId, sleutelId } = actie;
  const key = await makeDataKey(tx, keys, { id: sleutelId, sztId });
  await execute(
    tx,
    `insert into teamactie (id, swv_id, szt_id, sleutel_id, houder_id, omschrijving, datum, sinds, status, gemaakt_door, gemaakt_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9, $8)`,
    [
      id,
      tx.scope.swvId,
      sztId,
      sleutelId,
      actie.houderId,
      encryptSealed(key, actie.omschrijving, whereOf("teamactie.omschrijving", id)),
      actie.datum,
      actie.op,
      actie.gemaaktDoor,
    ],
  );
}

const atOpen = "where id = $1 and versie = $2 and status = 'open'";
const nothingAsked =
  "overdracht_aan = null, overdracht_door = null, overdracht_stand = null, overdracht_reden = null";

/** False when somebody else was first; so are all that follow. */
export async function endTeamactie(
  tx: Tx,
  at: TeamactieAt,
  eind: {
    readonly status: "gedaan" | "vervallen";
    readonly op: Temporal.PlainDate;
    readonly door: string;
  },
): Promise<boolean> {
  const count = await execute(
    tx,
    `update teamactie set status = $3, klaar_op = $4, klaar_door = $5, ${nothingAsked}, versie = versie + 1 ${atOpen}`,
    [at.id, at.versie, eind.status, eind.op, eind.door],
  );
  return count === 1;
}

export async function moveTeamactie(
  tx: Tx,
  at: TeamactieAt,
  to: {
    readonly datum: Temporal.PlainDate;
    readonly sinds: Temporal.PlainDate;
    readonly uitgesteld: number;
    readonly reden: Uitstelreden | null;
  },
): Promise<boolean> {
  const count = await execute(
    tx,
    `update teamactie set datum = $3, sinds = $4, uitgesteld = $5, uitstelreden = $6, versie = versie + 1 ${atOpen}`,
    [at.id, at.versie, to.datum, to.sinds, to.uitgesteld, to.reden],
  );
  return count === 1;
}

/** Asked, answered with no, or taken back. */
export async function setTeamoverdracht(
  tx: Tx,
  at: TeamactieAt,
  overdracht: OverdrachtFeit | null,
): Promise<boolean> {
  const count = await execute(
    tx,
    `update teamactie set overdracht_aan = $3, overdracht_door = $4, overdracht_stand = $5, overdracht_reden = $6,
       versie = versie + 1 ${atOpen}`,
    [
      at.id,
      at.versie,
      overdracht?.aan ?? null,
      overdracht?.door ?? null,
      overdracht?.stand ?? null,
      overdracht?.reden ?? null,
    ],
  );
  return count === 1;
}

export async function passTeamactie(
  tx: Tx,
  at: TeamactieAt,
  to: { readonly houderId: string; readonly sinds: Temporal.PlainDate },
): Promise<boolean> {
  const count = await execute(
    tx,
    `update teamactie set houder_id = $3, sinds = $4, ${nothingAsked}, versie = versie + 1 ${atOpen}`,
    [at.id, at.versie, to.houderId, to.sinds],
  );
  return count === 1;
}

/** The key is destroyed and the row goes, with what reminded of it. False when it was gone, or is open. */
export async function eraseTeamactie(tx: Tx, id: string): Promise<boolean> {
  const [row] = await query(
    tx,
    z.object({ sleutelId: z.string() }),
    `delete from teamactie where id = $1 and status <> 'open' returning sleutel_id as "sleutelId"`,
    [id],
  );
  if (!row) return false;
  await destroyDataKey(tx, row.sleutelId);
  return true;
}

export async function insertTeamherinnering(
  tx: Tx,
  row: {
    readonly sztId: string;
    readonly teamactieId: string;
    readonly stappen: readonly string[];
    readonly persoonId: string;
    readonly dagberichtId: string;
    readonly laat: boolean;
    readonly kort: boolean;
  },
): Promise<void> {
  const { sztId, teamactieId, stappen, persoonId, dagberichtId, laat, kort } = row;
  await execute(
    tx,
    `insert into teamactie_herinnering (swv_id, szt_id, teamactie_id, stap, persoon_id, dagbericht_id, gemaakt_op, laat, kort)
     select $1, $2, $3, s.stap, $5, $6, $7, $8, $9 from unnest($4::text[]) as s (stap)
     on conflict (teamactie_id, stap, persoon_id) ${onceTold}`,
    [tx.scope.swvId, sztId, teamactieId, stappen, persoonId, dagberichtId, tx.now, laat, kort],
  );
}

/** How those of one bundle are told. */
export async function teamItemsOf(
  tx: Tx,
  id: string,
  persoonId: string,
): Promise<readonly { readonly id: string; readonly laat: boolean; readonly kort: boolean }[]> {
  return query(
    tx,
    z.object({ id: z.string(), laat: z.boolean(), kort: z.boolean() }),
    `select h.teamactie_id as id, bool_or(h.laat) as laat, bool_and(h.kort) as kort from teamactie_herinnering h
     where h.dagbericht_id = $1 and h.persoon_id = $2 group by 1`,
    [id, persoonId],
  );
}

/** The steps that were given to this person, of these. */
export async function givenTeamSteps(
  tx: Tx,
  persoonId: string,
  { ids, today }: { readonly ids: readonly string[]; readonly today: Temporal.PlainDate },
): Promise<readonly { readonly termijnId: string; readonly stap: string }[]> {
  return query(
    tx,
    z.object({ termijnId: z.string(), stap: z.string() }),
    `select h.teamactie_id as "termijnId", h.stap from teamactie_herinnering h
     where h.persoon_id = $1 and h.teamactie_id = any($2::uuid[]) and ${cameThrough}`,
    [persoonId, ids, today],
  );
}

/** The newest bundle of this person in which it stands. */
export async function dagberichtWithTeamactie(tx: Tx, persoonId: string, id: string): Promise<string | null> {
  const [row] = await query(
    tx,
    z.object({ id: z.string() }),
    `select d.id from dagbericht d where d.persoon_id = $1 and exists (select from teamactie_herinnering h
       where h.dagbericht_id = d.id and h.teamactie_id = $2 and h.persoon_id = $1)
     order by d.datum desc limit 1`,
    [persoonId, id],
  );
  return row?.id ?? null;
}

/** The bundle of this day of who has to do it, when there is one: it can join that. */
export async function bundleToJoin(
  tx: Tx,
  id: string,
  today: Temporal.PlainDate,
): Promise<readonly z.infer<typeof showingRow>[]> {
  return query(
    tx,
    showingRow,
    `select d.persoon_id as "persoonId", 'dagbericht' as soort, d.id as "onderwerpId"
     from dagbericht d join teamactie a on a.houder_id = d.persoon_id
     where a.id = $1 and a.status = 'open' and a.sinds >= $2 and d.datum = $2`,
    [id, today],
  );
}

const showingRow = z.object({
  persoonId: z.string(),
  soort: z.enum(["taken", "teamacties", "openwerk", "dagbericht", "ronde"]),
  onderwerpId: z.string(),
});

/** Everything that stands in a chat, or is on its way there, and can show an actie of this team: lists, bundles, rounds. */
export async function showingTeamacties(
  tx: Tx,
  { id, sztId }: { readonly id: string; readonly sztId: string },
): Promise<readonly z.infer<typeof showingRow>[]> {
  return query(
    tx,
    showingRow,
    `select distinct s.persoon_id as "persoonId", s.soort, s.onderwerp_id as "onderwerpId" from (
       select persoon_id, onderwerp_soort as soort, onderwerp_id from bericht
       where actueel and persoon_id is not null and onderwerp_soort in ('taken', 'teamacties', 'openwerk', 'dagbericht', 'ronde')
       union select persoon_id, onderwerp_soort, onderwerp_id from kennisgeving
       where status = 'bezig' and persoon_id is not null and onderwerp_soort in ('taken', 'teamacties', 'openwerk', 'dagbericht', 'ronde')) s
     where (s.soort in ('taken', 'teamacties', 'openwerk') and exists (
         select from lidmaatschap l where l.persoon_id = s.persoon_id and l.szt_id = $2))
       or (s.soort = 'dagbericht' and exists (
         select from teamactie_herinnering h where h.dagbericht_id = s.onderwerp_id and h.teamactie_id = $1))
       or (s.soort = 'ronde' and exists (
         select from overlegronde r where r.id = s.onderwerp_id and r.szt_id = $2 and r.status in ('gepland', 'open')))
     order by 2, 3, 1`,
    [id, sztId],
  );
}
