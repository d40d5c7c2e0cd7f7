import { z } from "zod/v4";
import type {
  Antwoordsoort,
  Antwoordvorm,
  Domein,
  Functie,
  Gezagsmerk,
  Grondslag,
  Partij,
  Toestemmingsdoel,
} from "#domain/code.ts";
import type { InformatieFeit, PartijFeit } from "#domain/dossier.ts";
import type { Sealed } from "#domain/sealed.ts";
import { termRuleSchema } from "#domain/termijn.ts";
import { type ToestemmingSettings, toestemmingSettingsSchema } from "#domain/toestemming-setting.ts";
import { type DataKey, encryptSealed, whereOf } from "./kluis.ts";
import { execute, plainDate, query, type Tx } from "./pool.ts";

export interface AntwoordRow {
  readonly id: string;
  readonly partij: Partij;
  readonly soort: Antwoordsoort;
  readonly op: Temporal.PlainDate;
  readonly vorm: Antwoordvorm;
  readonly bewaarplaats: Sealed<string> | null;
}

export interface ToestemmingRow {
  readonly id: string;
  readonly sztId: string;
  readonly schoolId: string;
  readonly hulpvraagId: string;
  readonly grondslag: Exclude<Grondslag, "anoniem">;
  readonly doelen: readonly Toestemmingsdoel[];
  readonly partners: readonly Functie[];
  readonly onderwerpen: readonly Domein[];
  readonly uitgesloten: readonly Domein[];
  readonly geldigTot: Temporal.PlainDate;
  readonly vastgelegdDoor: string;
  readonly antwoorden: readonly AntwoordRow[];
  readonly informatie: InformatieFeit | null;
}

/** A new toestemming in the place of the one that stood; what stood is kept as it was. */
export async function replaceToestemming(tx: Tx, key: DataKey, row: ToestemmingRow): Promise<void> {
  await execute(
    tx,
    `update toestemming set vervangen_op = $2 where hulpvraag_id = $1 and vervangen_op is null`,
    [row.hulpvraagId, tx.now],
  );
  await execute(
    tx,
    `insert into toestemming (id, swv_id, szt_id, hulpvraag_id, grondslag, doelen, partners, onderwerpen, uitgesloten, geldig_tot,
       vastgelegd_door, vastgelegd_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      row.id,
      tx.scope.swvId,
      row.sztId,
      row.hulpvraagId,
      row.grondslag,
      row.doelen,
      row.partners,
      row.onderwerpen,
      row.uitgesloten,
      row.geldigTot,
      row.vastgelegdDoor,
      tx.now,
    ],
  );
  const { sztId, hulpvraagId, vastgelegdDoor } = row;
  const of = { toestemmingId: row.id, sztId, hulpvraagId, vastgelegdDoor };
  for (const antwoord of row.antwoorden) await insertAntwoord(tx, key, { ...of, ...antwoord });
  if (row.informatie) await insertInformatie(tx, row, row.informatie);
}

export interface AntwoordOf {
  readonly toestemmingId: string;
  readonly sztId: string;
  readonly hulpvraagId: string;
  readonly vastgelegdDoor: string;
}

/** One answer more; those before it stay as they were. */
export async function insertAntwoord(tx: Tx, key: DataKey, row: AntwoordOf & AntwoordRow): Promise<void> {
  await execute(
    tx,
    `insert into toestemming_antwoord (id, swv_id, szt_id, hulpvraag_id, toestemming_id, partij, soort, op, vorm, bewaarplaats,
       vastgelegd_door, vastgelegd_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      row.id,
      tx.scope.swvId,
      row.sztId,
      row.hulpvraagId,
      row.toestemmingId,
      row.partij,
      row.soort,
      row.op,
      row.vorm,
      row.bewaarplaats && encryptSealed(key, row.bewaarplaats, whereOf(...bewaarplaatsOf(row))),
      row.vastgelegdDoor,
      tx.now,
    ],
  );
}

/**
 * What locks the place of a form. The words are those of the table that kept it first, and the second voogd stood
 * there as the second parent: what was locked then stays readable.
 */
export const bewaarplaatsOf = ({
  toestemmingId,
  partij,
}: {
  readonly toestemmingId: string;
  readonly partij: Partij;
}) =>
  ["toestemming_gever.bewaarplaats", `${toestemmingId}/${partij === "voogd2" ? "ouder2" : partij}`] as const;

async function insertInformatie(
  tx: Tx,
  row: Pick<ToestemmingRow, "id" | "sztId" | "schoolId" | "hulpvraagId">,
  informatie: InformatieFeit,
): Promise<void> {
  await execute(
    tx,
    `insert into ouderinformatie (toestemming_id, swv_id, szt_id, school_id, hulpvraag_id, verzonden_op, wijze, aan, taal,
       begrepen, regel, bezwaar_tot, toegezegd_tot)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      row.id,
      tx.scope.swvId,
      row.sztId,
      row.schoolId,
      row.hulpvraagId,
      informatie.verzondenOp,
      informatie.wijze,
      informatie.aan,
      informatie.taal,
      informatie.begrepen,
      JSON.stringify(informatie.regel),
      informatie.bezwaarTot,
      informatie.toegezegdTot,
    ],
  );
}

const objectionRow = z.object({
  toestemmingId: z.string(),
  sztId: z.string(),
  hulpvraagId: z.string(),
  verzondenOp: plainDate,
  regel: termRuleSchema,
  bezwaarTot: plainDate,
  toegezegdTot: plainDate.nullable(),
});

/** Notices of this school of which the time to object still runs. */
export async function runningObjections(
  tx: Tx,
  schoolId: string,
  today: Temporal.PlainDate,
): Promise<readonly z.infer<typeof objectionRow>[]> {
  return query(
    tx,
    objectionRow,
    `select i.toestemming_id as "toestemmingId", i.szt_id as "sztId", i.hulpvraag_id as "hulpvraagId",
       i.verzonden_op as "verzondenOp", i.regel, i.bezwaar_tot as "bezwaarTot",
       i.toegezegd_tot as "toegezegdTot"
     from ouderinformatie i join toestemming t on t.id = i.toestemming_id
     where i.school_id = $1 and i.bezwaar_tot >= $2 and t.vervangen_op is null order by i.toestemming_id for update of i`,
    [schoolId, today],
  );
}

export async function moveObjection(tx: Tx, toestemmingId: string, to: Temporal.PlainDate): Promise<void> {
  await execute(tx, `update ouderinformatie set bezwaar_tot = $2 where toestemming_id = $1`, [
    toestemmingId,
    to,
  ]);
}

/** What holds beside gezag, checked on this day. */
export async function saveGezagMerken(
  tx: Tx,
  leerlingId: string,
  { merken, op }: { readonly merken: readonly Gezagsmerk[]; readonly op: Temporal.PlainDate },
): Promise<void> {
  await execute(tx, `update leerling set gezag_merken = $2, gezag_gecontroleerd_op = $3 where id = $1`, [
    leerlingId,
    merken,
    op,
  ]);
}

/** Who cannot answer, as it stands now: all of them, in the place of what was recorded before. */
export async function savePartijen(
  tx: Tx,
  of: { readonly leerlingId: string; readonly sztId: string; readonly vastgelegdDoor: string },
  partijen: readonly PartijFeit[],
): Promise<void> {
  await execute(tx, `delete from leerling_partij where leerling_id = $1`, [of.leerlingId]);
  for (const { partij, stand, hoe, vastgesteldOp } of partijen) {
    await execute(
      tx,
      `insert into leerling_partij (swv_id, szt_id, leerling_id, partij, stand, hoe, vastgesteld_op, vastgelegd_door, vastgelegd_op)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [tx.scope.swvId, of.sztId, of.leerlingId, partij, stand, hoe, vastgesteldOp, of.vastgelegdDoor, tx.now],
    );
  }
}

/** How this samenwerkingsverband decides; what is not set is as usual. */
export async function toestemmingSettingsOf(tx: Tx): Promise<ToestemmingSettings> {
  const [row] = await query(
    tx,
    z.object({ regels: z.unknown() }),
    `select instellingen -> 'toestemming' as regels from swv where id = $1`,
    [tx.scope.swvId],
  );
  return toestemmingSettingsSchema.parse(row?.regels ?? {});
}
