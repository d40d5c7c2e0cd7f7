import { z } from "zod/v4";
import { functieSchema, grondslagSchema } from "#domain/code.ts";
import type { LogLid, LogRij } from "#domain/log-view.ts";
import { saltedId } from "./kluis.ts";
import { bytes, instant, plainDate, query, type Tx } from "./pool.ts";

export interface LogZaak {
  readonly id: string;
  readonly referentie: string;
  readonly sztId: string;
  readonly zaak: Buffer;
}

const zaakRow = z.object({ id: z.string(), referentie: z.string(), sztId: z.string(), zout: bytes });

/** The hulpvragen of these leerlingen by the name that the log knows them by. */
export async function logZaken(tx: Tx, leerlingIds: readonly string[]): Promise<readonly LogZaak[]> {
  return zakenWhere(tx, "leerling_id", leerlingIds);
}

/** The same for one hulpvraag or more. */
export async function logZakenById(tx: Tx, hulpvraagIds: readonly string[]): Promise<readonly LogZaak[]> {
  return zakenWhere(tx, "id", hulpvraagIds);
}

async function zakenWhere(
  tx: Tx,
  column: "id" | "leerling_id",
  ids: readonly string[],
): Promise<readonly LogZaak[]> {
  const rows = await query(
    tx,
    zaakRow,
    `select id, referentie, szt_id as "sztId", log_zout as zout from hulpvraag
     where ${column} = any($1::uuid[]) and log_zout is not null order by gemaakt_op, id`,
    [ids],
  );
  return rows.map(({ zout, ...zaak }) => ({ ...zaak, zaak: saltedId(zout, zaak.id) }));
}

const rijRow = z.object({
  zaak: bytes,
  op: instant,
  persoonId: z.string().nullable(),
  soort: z.string(),
  grondslag: grondslagSchema.nullable(),
  gegevens: z.unknown(),
});

/** Every line of the log about these cases, the first one first. */
export async function logRijen(tx: Tx, zaken: readonly LogZaak[]): Promise<readonly LogRij[]> {
  const rows = await query(
    tx,
    rijRow,
    `select zaak, op, actor_id as "persoonId", soort, grondslag, gegevens from gebeurtenis
     where zaak = any($1::bytea[]) order by op, id`,
    [zaken.map(({ zaak }) => zaak)],
  );
  return rows.flatMap(({ zaak, ...rij }) => {
    const known = zaken.find((one) => one.zaak.equals(zaak));
    return known ? [{ ...rij, referentie: known.referentie }] : [];
  });
}

/** Who was ever a member of these SZTs, with the organisation they come from. */
export async function logLeden(tx: Tx, sztIds: readonly string[]): Promise<readonly LogLid[]> {
  return query(
    tx,
    z.object({
      persoonId: z.string(),
      functie: functieSchema,
      organisatie: z.string().nullable(),
      van: plainDate,
      tot: plainDate.nullable(),
    }),
    `select l.persoon_id as "persoonId", l.functie, p.organisatie, l.van, l.tot
     from lidmaatschap l join persoon p on p.id = l.persoon_id where l.szt_id = any($1::uuid[])
     order by l.van, l.persoon_id, l.functie`,
    [sztIds],
  );
}
