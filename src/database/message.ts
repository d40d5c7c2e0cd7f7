import { z } from "zod/v4";
import type { Onzeker } from "#domain/bericht.ts";
import { ibFuncties } from "#domain/code.ts";
import { type Onderwerp, type OnderwerpSoort, onderwerpSchema } from "#domain/notice.ts";
import { bytes, execute, instant, query, type Tx } from "./pool.ts";

const berichtRow = z.object({
  id: z.string(),
  gesprekId: z.string(),
  persoonId: z.string().nullable(),
  onderwerpSoort: onderwerpSchema,
  onderwerpId: z.string(),
  activiteitId: z.string(),
  vingerafdruk: bytes,
  /** The notice that posted it, when it is known. */
  kennisgevingId: z.string().nullable(),
  actueel: z.boolean(),
  /** Number of the last edit that was begun. */
  bewerking: z.number(),
  /** Mark of what was sent without an answer and may still land; empty when it was more than one thing. */
  onzeker: bytes.nullable(),
});
/** A message of ours that stands in a conversation and is edited when its subject changes. */
export type Bericht = z.infer<typeof berichtRow>;
export type NieuwBericht = Omit<Bericht, "actueel" | "bewerking" | "onzeker">;

const columns = `id, gesprek_id as "gesprekId", persoon_id as "persoonId", onderwerp_soort as "onderwerpSoort",
  onderwerp_id as "onderwerpId", activiteit_id as "activiteitId", vingerafdruk,
  kennisgeving_id as "kennisgevingId", actueel, bewerking, onzeker_afdruk as onzeker`;

export async function messageById(tx: Tx, id: string): Promise<Bericht | null> {
  const [row] = await query(tx, berichtRow, `select ${columns} from bericht where id = $1`, [id]);
  return row ?? null;
}

/** By its ids in Teams. */
export async function messageAt(tx: Tx, gesprekId: string, activiteitId: string): Promise<Bericht | null> {
  const [row] = await query(
    tx,
    berichtRow,
    `select ${columns} from bericht where gesprek_id = $1 and activiteit_id = $2`,
    [gesprekId, activiteitId],
  );
  return row ?? null;
}

/** The one that lives, in whichever of these conversations it stands. */
export async function livingMessage(
  tx: Tx,
  gesprekIds: readonly string[],
  soort: OnderwerpSoort,
  onderwerpId: string,
): Promise<Bericht | null> {
  const [row] = await query(
    tx,
    berichtRow,
    `select ${columns} from bericht
     where gesprek_id = any($1::uuid[]) and onderwerp_soort = $2 and onderwerp_id = $3 and actueel
     order by verzonden_op desc, id limit 1`,
    [gesprekIds, soort, onderwerpId],
  );
  return row ?? null;
}

/**
 * Everyone who has a living message about a subject, and whose message about it is on its way: it can have been drawn
 * before the change, and stands only after it. They are shown the new state.
 */
export async function readersOf(
  tx: Tx,
  soort: OnderwerpSoort,
  onderwerpId: string,
): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ persoonId: z.string() }),
    `select persoon_id as "persoonId" from bericht
     where onderwerp_soort = $1 and onderwerp_id = $2 and actueel and persoon_id is not null
     union select persoon_id from kennisgeving
     where onderwerp_soort = $1 and onderwerp_id = $2 and status = 'bezig' and persoon_id is not null`,
    [soort, onderwerpId],
  );
  return rows.map((r) => r.persoonId);
}

/**
 * Cards of rounds to come that stand before who prepares them: the chair and the ib or coo. Only there a hulpvraag is
 * offered that no agenda has yet.
 */
export async function preparersOf(
  tx: Tx,
  sztId: string,
  from: Temporal.PlainDate,
): Promise<readonly { readonly rondeId: string; readonly persoonId: string }[]> {
  return query(
    tx,
    z.object({ rondeId: z.string(), persoonId: z.string() }),
    `select r.id as "rondeId", b.persoon_id as "persoonId"
     from overlegronde r join bericht b on b.onderwerp_soort = 'ronde' and b.onderwerp_id = r.id and b.actueel
     where r.szt_id = $1 and (r.status = 'open' or (r.status = 'gepland' and r.datum >= $2))
       and (b.persoon_id = r.voorzitter_id or exists (select from lidmaatschap l
         where l.persoon_id = b.persoon_id and l.szt_id = r.szt_id and l.functie = any ($3::text[])))`,
    [sztId, from, ibFuncties],
  );
}

/** First those with the name and the words of one pupil: in this order they are cleared. */
const caseKinds = [
  "hulpvraag",
  "verslag",
  "ronde",
  "tijdvak",
  "dagbericht",
  "taken",
  "hulpvragen",
  "regierollen",
  "regie",
  "overzicht",
  "logboek",
  "samenvatting",
  "adviesvraag",
  "teamacties",
  "rechten",
  "wissing",
  "uitzondering",
  "team",
  "openwerk",
  "evaluatie",
] as const;
const standingRow = z.object({
  persoonId: z.string(),
  soort: z.enum(caseKinds),
  onderwerpId: z.string(),
});

/** All that can show something of a case and stands in the chats of these people, or is on its way there. */
export async function standingWith(
  tx: Tx,
  persoonIds: readonly string[],
): Promise<readonly z.infer<typeof standingRow>[]> {
  return query(
    tx,
    standingRow,
    `select persoon_id as "persoonId", onderwerp_soort as soort, onderwerp_id as "onderwerpId" from (
       select persoon_id, onderwerp_soort, onderwerp_id from bericht
       where persoon_id = any($1::uuid[]) and onderwerp_soort = any($2::text[]) and actueel
       union select persoon_id, onderwerp_soort, onderwerp_id from kennisgeving
       where persoon_id = any($1::uuid[]) and onderwerp_soort = any($2::text[]) and status = 'bezig') staat
     order by array_position($2::text[], onderwerp_soort), onderwerp_id`,
    [persoonIds, caseKinds],
  );
}

const lijsten = [
  "taken",
  "hulpvragen",
  "regierollen",
  "regie",
  "overzicht",
  "teamacties",
  "openwerk",
] as const satisfies readonly OnderwerpSoort[];
/** What one person has of all hulpvragen, as one message; its id is that of the person. */
export type Lijst = (typeof lijsten)[number];

/** Lists that stand in the chats of who is or was in the SZT of this hulpvraag, or are on their way there. */
export async function standingLists(
  tx: Tx,
  hulpvraagId: string,
): Promise<readonly { readonly persoonId: string; readonly soort: Lijst }[]> {
  return query(
    tx,
    z.object({ persoonId: z.string(), soort: z.enum(lijsten) }),
    `select distinct l.persoon_id as "persoonId", s.soort from (
       select onderwerp_soort as soort, onderwerp_id from bericht where onderwerp_soort = any($2::text[]) and actueel
       union select onderwerp_soort, onderwerp_id from kennisgeving
       where onderwerp_soort = any($2::text[]) and status = 'bezig') s
     join lidmaatschap l on l.persoon_id = s.onderwerp_id join hulpvraag h on h.szt_id = l.szt_id
     where h.id = $1 order by 1, 2`,
    [hulpvraagId, lijsten],
  );
}

/** Who works in this SZT and has the work without an owner standing in the chat, or on its way there. */
export async function openwerkReaders(tx: Tx, sztId: string): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ persoonId: z.string() }),
    `select distinct l.persoon_id as "persoonId" from lidmaatschap l where l.szt_id = $1 and (
       exists (select from bericht b where b.persoon_id = l.persoon_id and b.onderwerp_soort = 'openwerk' and b.actueel)
       or exists (select from kennisgeving k where k.persoon_id = l.persoon_id and k.onderwerp_soort = 'openwerk' and k.status = 'bezig'))
     order by 1`,
    [sztId],
  );
  return rows.map((r) => r.persoonId);
}

/** Who of these people has the own coming rounds standing in the chat, or on its way there. */
export async function overzichtReaders(tx: Tx, persoonIds: readonly string[]): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ persoonId: z.string() }),
    `select persoon_id as "persoonId" from bericht
     where persoon_id = any($1::uuid[]) and onderwerp_soort = 'overzicht' and onderwerp_id = persoon_id and actueel
     union select persoon_id from kennisgeving
     where persoon_id = any($1::uuid[]) and onderwerp_soort = 'overzicht' and status = 'bezig'`,
    [persoonIds],
  );
  return rows.map((r) => r.persoonId);
}

/** The rounds whose summary stands in the channel of this SZT. */
export async function postedIn(tx: Tx, sztId: string): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select b.onderwerp_id as id from bericht b join gesprek g on g.id = b.gesprek_id
     where g.szt_id = $1 and b.onderwerp_soort = 'samenvatting' and b.actueel`,
    [sztId],
  );
  return rows.map(({ id }) => id);
}

/** False when another message about this subject lives here already: this one is kept as a retired one. */
export async function saveMessage(tx: Tx, bericht: NieuwBericht): Promise<boolean> {
  const lives = await insertMessage(tx, bericht, true);
  if (!lives) await insertMessage(tx, bericht, false);
  return lives;
}

/** Kept as an older message about this subject: whatever is said about it next turns it into a pointer. */
export async function saveOlder(tx: Tx, bericht: NieuwBericht): Promise<void> {
  await insertMessage(tx, bericht, false);
}

async function insertMessage(tx: Tx, bericht: NieuwBericht, actueel: boolean): Promise<boolean> {
  const count = await execute(
    tx,
    `insert into bericht (id, swv_id, gesprek_id, persoon_id, onderwerp_soort, onderwerp_id, activiteit_id, vingerafdruk,
       kennisgeving_id, verzonden_op, bijgewerkt_op, actueel)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11)
     on conflict do nothing`,
    [
      bericht.id,
      tx.scope.swvId,
      bericht.gesprekId,
      bericht.persoonId,
      bericht.onderwerpSoort,
      bericht.onderwerpId,
      bericht.activiteitId,
      bericht.vingerafdruk,
      bericht.kennisgevingId,
      tx.now,
      actueel,
    ],
  );
  return count === 1;
}

/** Retired messages about this subject that do not surely say that a newer one stands elsewhere; `marks` are of those that do. */
export async function strayMessages(
  tx: Tx,
  gesprekIds: readonly string[],
  { soort, id }: Onderwerp,
  marks: readonly Buffer[],
): Promise<readonly Bericht[]> {
  return query(
    tx,
    berichtRow,
    `select ${columns} from bericht
     where gesprek_id = any($1::uuid[]) and onderwerp_soort = $2 and onderwerp_id = $3
       and not actueel and (vingerafdruk <> all($4::bytea[]) or onzeker_afdruk <> vingerafdruk) order by verzonden_op, id`,
    [gesprekIds, soort, id, marks],
  );
}

export async function retireMessage(tx: Tx, id: string): Promise<void> {
  await execute(tx, `update bericht set actueel = false, bijgewerkt_op = $2 where id = $1`, [id, tx.now]);
}

/** All that stands or stood in these conversations about one of these: what lives first, then the newest first. */
export async function messagesAbout(
  tx: Tx,
  gesprekIds: readonly string[],
  onderwerpen: readonly string[],
): Promise<readonly Bericht[]> {
  return query(
    tx,
    berichtRow,
    `select ${columns} from bericht where gesprek_id = any($1::uuid[]) and onderwerp_id = any($2::uuid[])
     order by actueel desc, verzonden_op desc, id`,
    [gesprekIds, onderwerpen],
  );
}

/** Teams lets nobody take it away: it is forgotten once it surely shows this. False when it does not. */
export async function forgetShowing(tx: Tx, id: string, mark: Buffer): Promise<boolean> {
  const count = await execute(
    tx,
    `delete from bericht where id = $1 and vingerafdruk = $2 and coalesce(onzeker_afdruk, $2) = $2`,
    [id, mark],
  );
  return count === 1;
}

/** It is gone from Teams, and with it goes what we knew of it. */
export async function forgetMessage(tx: Tx, id: string): Promise<void> {
  await execute(tx, `delete from bericht where id = $1`, [id]);
}

/** An edit that is about to be sent: its number, and what was not known before it. */
export interface Bewerking {
  readonly nummer: number;
  readonly bedekt: number;
  readonly mark: Buffer;
  readonly op: Temporal.Instant;
  readonly eerder: Onzeker | null;
}

const begonRow = z.object({
  nummer: z.number(),
  bedekt: z.number(),
  op: instant.nullable(),
  afdruk: bytes.nullable(),
});

/**
 * From now on nobody knows what it shows, until Teams answers. Null when the message is forgotten meanwhile; with `last`
 * also when another edit began after that one.
 */
export async function beginEdit(tx: Tx, id: string, mark: Buffer, last?: number): Promise<Bewerking | null> {
  const [row] = await query(
    tx,
    begonRow,
    `update bericht b set bewerking = b.bewerking + 1, onzeker_op = $3,
       onzeker_afdruk = case when coalesce(eerder.afdruk, $2) = $2 then $2 else ''::bytea end
     from (select onzeker_op as op, onzeker_afdruk as afdruk from bericht where id = $1 for update) as eerder
     where b.id = $1 and b.bewerking = coalesce($4, b.bewerking)
     returning b.bewerking as nummer, b.bedekt, eerder.op, eerder.afdruk`,
    [id, mark, tx.now, last ?? null],
  );
  if (!row) return null;
  const eerder = row.op && row.afdruk ? { op: row.op, afdruk: row.afdruk } : null;
  return { nummer: row.nummer, bedekt: row.bedekt, mark, op: tx.now, eerder };
}

/**
 * It shows this, unless it was covered meanwhile; `nog` is what may still come over it. Nothing when another edit began
 * meanwhile: that one ends it.
 */
export async function confirmEdit(
  tx: Tx,
  id: string,
  { nummer, bedekt, mark }: Bewerking,
  nog: Onzeker | null,
): Promise<void> {
  await execute(
    tx,
    `update bericht set vingerafdruk = case when bedekt = $7 then $3::bytea else ''::bytea end, onzeker_op = $4, onzeker_afdruk = $5,
       bijgewerkt_op = $6
     where id = $1 and bewerking = $2`,
    [id, nummer, mark, nog?.op ?? null, nog?.afdruk ?? null, tx.now, bedekt],
  );
}

/** By the ids of Teams. A client shows something over it that we did not put there: no mark says what stands in that chat. */
export async function unmark(tx: Tx, gesprekId: string, activiteitId: string): Promise<void> {
  await execute(
    tx,
    `update bericht set vingerafdruk = '', bedekt = bedekt + 1
     where gesprek_id = (select id from gesprek where gesprek_id = $1) and activiteit_id = $2`,
    [gesprekId, activiteitId],
  );
}

/** Teams said that it did not do it: all is as it was before. */
export async function undoEdit(tx: Tx, id: string, { nummer, eerder }: Bewerking): Promise<void> {
  await execute(
    tx,
    `update bericht set onzeker_op = $3, onzeker_afdruk = $4 where id = $1 and bewerking = $2`,
    [id, nummer, eerder?.op ?? null, eerder?.afdruk ?? null],
  );
}
