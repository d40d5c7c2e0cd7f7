import { z } from "zod/v4";
import { type TermRule, termRuleSchema } from "#domain/termijn.ts";
import { type TermSettings, termSettingsSchema } from "#domain/termijn-setting.ts";
import { type TermKind, termKindSchema } from "#domain/termijn-table.ts";
import type { Uitstelreden } from "#domain/uitstel.ts";
import { execute, instant, plainDate, query, type Tx } from "./pool.ts";

/** Who has to act, as the table `termijn` knows it; a term of a round (`verslag`) is not kept there. */
export const dragers = ["ib", "regierolhouder", "actiehouder", "aangeboden"] as const;
export type Drager = (typeof dragers)[number];

const termijnRow = z.object({
  id: z.string(),
  sztId: z.string(),
  schoolId: z.string(),
  hulpvraagId: z.string(),
  actieId: z.string().nullable(),
  soort: termKindSchema,
  anker: plainDate,
  regel: termRuleSchema,
  vervalt: plainDate,
  vervaltSinds: plainDate,
  verantwoordelijke: z.enum(dragers),
  persoonId: z.string().nullable(),
  status: z.enum(["open", "klaar", "vervallen"]),
  uitgesteld: z.number(),
  /** The day to which it was put off, and when; null when it never was. */
  verzetNaar: plainDate.nullable(),
  verzetOp: plainDate.nullable(),
  /** The own day of one person, before it is due. */
  gepland: plainDate.nullable(),
  geplandDoor: z.string().nullable(),
  versie: z.number(),
  gemaaktOp: instant,
});
export type TermijnRow = Readonly<z.infer<typeof termijnRow>>;

const columns = `t.id, t.szt_id as "sztId", t.school_id as "schoolId", t.hulpvraag_id as "hulpvraagId",
  t.actie_id as "actieId", t.soort, t.anker, t.regel, t.vervalt, t.vervalt_sinds as "vervaltSinds", t.verantwoordelijke,
  t.persoon_id as "persoonId", t.status, t.uitgesteld, t.verzet_naar as "verzetNaar", t.verzet_op as "verzetOp", t.gepland, t.gepland_door as "geplandDoor", t.versie,
  t.gemaakt_op as "gemaaktOp"`;

/** The lengths of the terms in this samenwerkingsverband; what is not set has its usual length. */
export async function termSettingsOf(tx: Tx): Promise<TermSettings> {
  const [row] = await query(
    tx,
    z.object({ termijnen: z.unknown() }),
    `select instellingen -> 'termijnen' as termijnen from swv where id = $1`,
    [tx.scope.swvId],
  );
  return termSettingsSchema.parse(row?.termijnen ?? {});
}

/** How often the lengths were set in this samenwerkingsverband. */
export async function termSettingsVersie(tx: Tx): Promise<number> {
  const [row] = await query(
    tx,
    z.object({ versie: z.int() }),
    `select termijnen_versie as versie from swv where id = $1`,
    [tx.scope.swvId],
  );
  return row?.versie ?? 0;
}

/** False when they were set by somebody else since. */
export async function saveTermSettings(
  tx: Tx,
  { versie, afwijkend }: { readonly versie: number; readonly afwijkend: Readonly<Record<string, number>> },
): Promise<boolean> {
  const count = await execute(
    tx,
    `update swv set instellingen = jsonb_set(instellingen, '{termijnen}', $3::jsonb), termijnen_versie = $2 + 1
     where id = $1 and termijnen_versie = $2`,
    [tx.scope.swvId, versie, JSON.stringify(afwijkend)],
  );
  return count === 1;
}

export interface NewTermijn {
  readonly id: string;
  readonly sztId: string;
  readonly schoolId: string;
  readonly hulpvraagId: string;
  readonly actieId: string | null;
  readonly soort: TermKind;
  readonly anker: Temporal.PlainDate;
  readonly regel: TermRule;
  readonly vervalt: Temporal.PlainDate;
  readonly sinds: Temporal.PlainDate;
  readonly verantwoordelijke: Drager;
  readonly persoonId: string | null;
}

export async function insertTermijn(tx: Tx, row: NewTermijn): Promise<void> {
  await execute(
    tx,
    `insert into termijn (id, swv_id, szt_id, school_id, hulpvraag_id, actie_id, soort, anker, regel, vervalt, vervalt_sinds,
       verantwoordelijke, persoon_id, status, gemaakt_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'open', $14)`,
    [
      row.id,
      tx.scope.swvId,
      row.sztId,
      row.schoolId,
      row.hulpvraagId,
      row.actieId,
      row.soort,
      row.anker,
      JSON.stringify(row.regel),
      row.vervalt,
      row.sinds,
      row.verantwoordelijke,
      row.persoonId,
      tx.now,
    ],
  );
}

/** How a term ends: done by somebody, or no longer asked of anybody. */
export type TermijnEind = "klaar" | "vervallen";

/** Ends the open terms of these kinds, or the one of an actie; answers which kinds that were. */
export async function endTermijnen(
  tx: Tx,
  which: {
    readonly hulpvraagId: string;
    readonly soorten: readonly TermKind[];
    readonly actieId?: string | null;
  },
  eind: TermijnEind,
): Promise<readonly TermKind[]> {
  const rows = await query(
    tx,
    z.object({ soort: termKindSchema }),
    `update termijn set status = $4, klaar_op = $5, klaar_door = $6, versie = versie + 1
     where hulpvraag_id = $1 and soort = any($2::text[]) and status = 'open' and ($3::uuid is null or actie_id = $3)
     returning soort`,
    [
      which.hulpvraagId,
      which.soorten,
      which.actieId ?? null,
      eind,
      tx.now,
      eind === "klaar" && tx.scope.kind === "persoon" ? tx.scope.persoonId : null,
    ],
  );
  return rows.map(({ soort }) => soort);
}

export async function termijnById(tx: Tx, id: string): Promise<TermijnRow | null> {
  const [row] = await query(tx, termijnRow, `select ${columns} from termijn t where t.id = $1`, [id]);
  return row ?? null;
}

/** The open terms of some hulpvragen, first due first. */
export async function openTermijnenOf(
  tx: Tx,
  hulpvraagIds: readonly string[],
): Promise<readonly TermijnRow[]> {
  return query(
    tx,
    termijnRow,
    `select ${columns} from termijn t where t.hulpvraag_id = any($1::uuid[]) and t.status = 'open' order by t.vervalt, t.soort, t.id`,
    [hulpvraagIds],
  );
}

export async function moveTermijn(
  tx: Tx,
  at: { readonly id: string; readonly versie: number },
  to: {
    readonly vervalt: Temporal.PlainDate;
    readonly uitgesteld: number;
    readonly reden: Uitstelreden;
    readonly sinds: Temporal.PlainDate;
  },
): Promise<boolean> {
  const count = await execute(
    tx,
    `update termijn set vervalt = $3, uitgesteld = $4, uitstelreden = $5, vervalt_sinds = $6, verzet_naar = $3,
       verzet_op = $6, gepland = null, gepland_door = null, versie = versie + 1
     where id = $1 and versie = $2 and status = 'open'`,
    [at.id, at.versie, to.vervalt, to.uitgesteld, to.reden, to.sinds],
  );
  return count === 1;
}

/** An own day for who does it; nothing else about the term changes, so that it stays as it is for everybody else. */
export async function planTermijnOn(
  tx: Tx,
  at: { readonly id: string; readonly versie: number },
  own: { readonly op: Temporal.PlainDate; readonly persoonId: string } | null,
): Promise<boolean> {
  const count = await execute(
    tx,
    `update termijn set gepland = $3, gepland_door = $4 where id = $1 and versie = $2 and status = 'open'`,
    [at.id, at.versie, own?.op ?? null, own?.persoonId ?? null],
  );
  return count === 1;
}

/** Held until the transaction ends. */
export async function lockOpenTermijnen(tx: Tx, hulpvraagId: string): Promise<readonly TermijnRow[]> {
  return query(
    tx,
    termijnRow,
    `select ${columns} from termijn t where t.hulpvraag_id = $1 and t.status = 'open' order by t.vervalt, t.id for update`,
    [hulpvraagId],
  );
}

export async function openTermijnenOfSchool(tx: Tx, schoolId: string): Promise<readonly TermijnRow[]> {
  return query(
    tx,
    termijnRow,
    `select ${columns} from termijn t where t.school_id = $1 and t.status = 'open' order by t.vervalt, t.id for update`,
    [schoolId],
  );
}

/** The date that follows from a changed calendar, or from a pause: then an own day was chosen for another one. */
export async function recountTermijn(
  tx: Tx,
  id: string,
  to: {
    readonly vervalt: Temporal.PlainDate;
    readonly sinds: Temporal.PlainDate;
    readonly gepauzeerd?: boolean;
  },
): Promise<void> {
  await execute(
    tx,
    `update termijn set vervalt = $2, vervalt_sinds = $3, gepland = case when $4 then null else gepland end,
       gepland_door = case when $4 then null else gepland_door end, versie = versie + 1
     where id = $1 and status = 'open'`,
    [id, to.vervalt, to.sinds, to.gepauzeerd ?? false],
  );
}

/** An open term that follows a day kept elsewhere: that day is another one now. */
export async function rebaseTermijn(
  tx: Tx,
  to: {
    readonly hulpvraagId: string;
    readonly soort: TermKind;
    readonly anker: Temporal.PlainDate;
    readonly vervalt: Temporal.PlainDate;
    readonly sinds: Temporal.PlainDate;
  },
): Promise<void> {
  await execute(
    tx,
    `update termijn set anker = $3, regel = $4, vervalt = $5, vervalt_sinds = $6, versie = versie + 1
     where hulpvraag_id = $1 and soort = $2 and status = 'open'`,
    [
      to.hulpvraagId,
      to.soort,
      to.anker,
      JSON.stringify({ unit: "vast" } satisfies TermRule),
      to.vervalt,
      to.sinds,
    ],
  );
}

export interface Around {
  readonly persoonId: string;
  /** SZTs in which this person works. */
  readonly sztIds: readonly string[];
  /** SZTs in which this person is ib or coo, and so answers for what nobody else does. */
  readonly ibSztIds: readonly string[];
  /** SZTs in which this person hears of what is late. */
  readonly leidSztIds: readonly string[];
  readonly today: Temporal.PlainDate;
  /** Terms due later than this are of no use to the question. */
  readonly until: Temporal.PlainDate;
}

/**
 * Hulpvragen with an open term that may matter to this person: an own one, or a late one for who hears of that. Wider
 * than the rule on purpose; who really has to act is decided in the domain.
 */
export async function hulpvragenWithTerms(tx: Tx, around: Around): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ id: z.string() }),
    `select distinct t.hulpvraag_id as id from termijn t
     where t.status = 'open' and t.szt_id = any($2::uuid[]) and t.vervalt <= $5
       and (t.szt_id = any($3::uuid[]) or t.persoon_id = $1 or (t.szt_id = any($4::uuid[]) and t.vervalt < $6)
         or (t.verantwoordelijke = 'regierolhouder' and t.hulpvraag_id in (
           select r.hulpvraag_id from regierol r where r.houder_id = $1 and upper_inf(r.periode))))
     order by 1`,
    [around.persoonId, around.sztIds, around.ibSztIds, around.leidSztIds, around.until, around.today],
  );
  return rows.map(({ id }) => id);
}

/** The last day of the toestemming that stands for this hulpvraag; null when there is none. */
export async function groundUntil(tx: Tx, hulpvraagId: string): Promise<Temporal.PlainDate | null> {
  const [row] = await query(
    tx,
    z.object({ geldigTot: plainDate }),
    `select geldig_tot as "geldigTot" from toestemming where hulpvraag_id = $1 and vervangen_op is null`,
    [hulpvraagId],
  );
  return row?.geldigTot ?? null;
}

export async function openTermOfActie(
  tx: Tx,
  actieId: string,
): Promise<{ readonly id: string; readonly versie: number } | null> {
  const [row] = await query(
    tx,
    z.object({ id: z.string(), versie: z.number() }),
    `select id, versie from termijn where actie_id = $1 and status = 'open'`,
    [actieId],
  );
  return row ?? null;
}
