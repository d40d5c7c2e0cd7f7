import { z } from "zod/v4";
import {
  type Doelcheck,
  type OverbruggingEinde,
  type OverbruggingFeit,
  overbruggerSchema,
  overbruggingDoelSchema,
  overbruggingEindeSchema,
  overbruggingSoortSchema,
  type VerlengReden,
} from "#domain/overbrugging.ts";
import {
  geenRedenSchema,
  hulpSoortSchema,
  type WachtplekFeit,
  wachtUitkomstSchema,
} from "#domain/wachtlijst.ts";
import { execute, plainDate, query, type Tx } from "./pool.ts";

interface About {
  readonly id: string;
  readonly sztId: string;
}

/** At most one open of each kind: the database refuses a second one. */
export async function insertWachtplek(
  tx: Tx,
  { id, sztId }: About,
  row: Pick<WachtplekFeit, "id" | "soort" | "sinds" | "verwachtTot" | "contactId"> & {
    readonly door: string;
  },
): Promise<void> {
  await execute(
    tx,
    `insert into wachtplek (id, swv_id, szt_id, hulpvraag_id, soort, sinds, verwacht_tot, contact_id, vastgelegd_door, vastgelegd_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[row.id, tx.scope.swvId, sztId, id, row.soort, row.sinds, row.verwachtTot, row.contactId],
      ...[row.door, tx.now],
    ],
  );
}

/** False when it has ended. */
export async function saveWachtplek(tx: Tx, feit: WachtplekFeit): Promise<boolean> {
  const { sinds, verwachtTot, contactId, nagevraagdOp, uitkomst, uitkomstOp, geenOverbrugging } = feit;
  const count = await execute(
    tx,
    `update wachtplek set sinds = $2, verwacht_tot = $3, contact_id = $4, nagevraagd_op = $5, uitkomst = $6, uitkomst_op = $7,
       geen_overbrugging = $8
     where id = $1 and uitkomst is null and vervallen_op is null`,
    [feit.id, sinds, verwachtTot, contactId, nagevraagdOp, uitkomst, uitkomstOp, geenOverbrugging],
  );
  return count === 1;
}

export async function insertOverbrugging(
  tx: Tx,
  { id, sztId }: About,
  row: Pick<OverbruggingFeit, "id" | "soort" | "doorId" | "door" | "doel" | "tot"> & {
    readonly wachtplekId: string;
    readonly van: Temporal.PlainDate;
    readonly vastgelegdDoor: string;
  },
): Promise<void> {
  await execute(
    tx,
    `insert into overbrugging (id, swv_id, szt_id, hulpvraag_id, wachtplek_id, soort, door_id, door, doel, van, tot, vastgelegd_door, vastgelegd_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[row.id, tx.scope.swvId, sztId, id, row.wachtplekId, row.soort, row.doorId, row.door, row.doel],
      ...[row.van, row.tot, row.vastgelegdDoor, tx.now],
    ],
  );
}

/** Of the open stretch of this place; nothing when there is none. */
export async function endOverbrugging(
  tx: Tx,
  wachtplekId: string,
  ended: {
    readonly einde: OverbruggingEinde;
    readonly op: Temporal.PlainDate;
    readonly doelcheck: Doelcheck | null;
    readonly reden: VerlengReden | null;
  },
): Promise<void> {
  await execute(
    tx,
    `update overbrugging set einde = $2, einde_op = $3, doelcheck = $4, verleng_reden = $5
     where wachtplek_id = $1 and einde is null and vervallen_op is null`,
    [wachtplekId, ended.einde, ended.op, ended.doelcheck, ended.reden],
  );
}

/** The hulpvraag has ended: nothing is followed or bridged any more. */
export async function endWachtlijst(tx: Tx, hulpvraagId: string): Promise<void> {
  await execute(
    tx,
    `update overbrugging set vervallen_op = $2 where hulpvraag_id = $1 and einde is null and vervallen_op is null`,
    [hulpvraagId, tx.now],
  );
  await execute(
    tx,
    `update wachtplek set vervallen_op = $2 where hulpvraag_id = $1 and uitkomst is null and vervallen_op is null`,
    [hulpvraagId, tx.now],
  );
}

/** Oldest first, each with what bridged it. */
export async function wachtlijstOf(tx: Tx, hulpvraagId: string): Promise<readonly WachtplekFeit[]> {
  const plekken = await query(
    tx,
    z.object({
      id: z.string(),
      soort: hulpSoortSchema,
      sinds: plainDate,
      verwachtTot: plainDate.nullable(),
      contactId: z.string().nullable(),
      nagevraagdOp: plainDate.nullable(),
      uitkomst: wachtUitkomstSchema.nullable(),
      uitkomstOp: plainDate.nullable(),
      geenOverbrugging: geenRedenSchema.nullable(),
      vervallen: z.boolean(),
    }),
    `select id, soort, sinds, verwacht_tot as "verwachtTot", contact_id as "contactId", nagevraagd_op as "nagevraagdOp", uitkomst,
       uitkomst_op as "uitkomstOp", geen_overbrugging as "geenOverbrugging", vervallen_op is not null as vervallen
     from wachtplek where hulpvraag_id = $1 order by vastgelegd_op, id`,
    [hulpvraagId],
  );
  if (plekken.length === 0) return [];
  const stretches = await query(
    tx,
    z.object({
      id: z.string(),
      plekId: z.string(),
      soort: overbruggingSoortSchema,
      doorId: z.string().nullable(),
      door: overbruggerSchema.nullable(),
      doel: overbruggingDoelSchema,
      tot: plainDate,
      einde: overbruggingEindeSchema.nullable(),
      eindeOp: plainDate.nullable(),
      vervallen: z.boolean(),
    }),
    `select id, wachtplek_id as "plekId", soort, door_id as "doorId", door, doel, tot, einde, einde_op as "eindeOp",
       vervallen_op is not null as vervallen
     from overbrugging where hulpvraag_id = $1 order by vastgelegd_op, einde is null, id`,
    [hulpvraagId],
  );
  return plekken.map((plek) => ({
    ...plek,
    overbruggingen: stretches
      .filter(({ plekId }) => plekId === plek.id)
      .map(({ plekId: _, ...stretch }) => stretch),
  }));
}
