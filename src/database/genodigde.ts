import { z } from "zod/v4";
import {
  type Erbij,
  erbijSchema,
  type Functie,
  functieSchema,
  type Komst,
  komstSchema,
} from "#domain/code.ts";
import type { GenodigdeFeit } from "#domain/genodigde.ts";
import type { Tijdvak } from "#domain/tijdvak.ts";
import { todayIn } from "#domain/today.ts";
import { execute, plainDate, plainTime, query, type Tx } from "./pool.ts";
import { werktOfWacht } from "./werkt-hier.ts";

const genodigdeRow = z.object({
  puntId: z.string(),
  persoonId: z.string(),
  naam: z.string(),
  functie: functieSchema,
  stand: z.enum(["gevraagd", "vervallen"]),
  datum: plainDate,
  begin: plainTime,
  minuten: z.number(),
  icsVolgorde: z.number(),
  rondeVolgorde: z.number(),
  komst: komstSchema.nullable(),
  aanwezigheid: erbijSchema.nullable(),
});
const columns = `g.agendapunt_id as "puntId", g.persoon_id as "persoonId", p.naam, g.functie, g.stand, g.datum, g.begin, g.minuten,
  g.ics_volgorde as "icsVolgorde", g.ronde_volgorde as "rondeVolgorde", g.komst, g.aanwezigheid`;

export interface GenodigdeOpRonde extends GenodigdeFeit {
  readonly sztId: string;
  /** The toestemming of now still names the function, and the person works here. */
  readonly genoemd: boolean;
}

/** Who is asked for an item of this round alone. */
export async function genodigdenOf(tx: Tx, rondeId: string): Promise<readonly GenodigdeOpRonde[]> {
  return query(
    tx,
    genodigdeRow.extend({ sztId: z.string(), genoemd: z.boolean() }),
    `select ${columns}, g.szt_id as "sztId",
       ${werktOfWacht({ persoon: "g.persoon_id", szt: "g.szt_id", dag: "$2" })} and (exists (
         select from toestemming t where t.hulpvraag_id = a.hulpvraag_id and t.vervangen_op is null
           and g.functie = any (t.partners))
       or exists (select from uitzondering u join uitzondering_besluit b on b.uitzondering_id = u.id
         where u.hulpvraag_id = a.hulpvraag_id and u.einde is null and b.besluit = 'ja' and b.teruggenomen_op is null
           and g.persoon_id = any (b.kring))) as genoemd
     from genodigde g join persoon p on p.id = g.persoon_id join agendapunt a on a.id = g.agendapunt_id
     where a.ronde_id = $1 and g.stand = 'gevraagd' order by g.datum, g.begin, p.naam, g.persoon_id`,
    [rondeId, todayIn(tx.now)],
  );
}

/** One person for one item, with the hulpvraag that it is about. */
export async function genodigdeOf(
  tx: Tx,
  puntId: string,
  persoonId: string,
): Promise<
  (GenodigdeFeit & { readonly hulpvraagId: string; readonly rondeId: string; readonly sztId: string }) | null
> {
  const [row] = await query(
    tx,
    genodigdeRow.extend({ hulpvraagId: z.string(), rondeId: z.string(), sztId: z.string() }),
    `select ${columns}, a.hulpvraag_id as "hulpvraagId", a.ronde_id as "rondeId", g.szt_id as "sztId"
     from genodigde g join persoon p on p.id = g.persoon_id join agendapunt a on a.id = g.agendapunt_id
     where g.agendapunt_id = $1 and g.persoon_id = $2`,
    [puntId, persoonId],
  );
  return row ?? null;
}

/** Items for which this person was asked alone, from that day on; those that are off only when asked for. */
export async function tijdvakkenOf(
  tx: Tx,
  persoonId: string,
  { from, ended }: { readonly from: Temporal.PlainDate; readonly ended: boolean },
): Promise<readonly string[]> {
  const rows = await query(
    tx,
    z.object({ puntId: z.string() }),
    `select agendapunt_id as "puntId" from genodigde
     where persoon_id = $1 and datum >= $2 and (stand = 'gevraagd' or $3) order by datum, begin, agendapunt_id limit 60`,
    [persoonId, from, ended],
  );
  return rows.map(({ puntId }) => puntId);
}

/** Asked, or asked again: with a higher number than calendars know. */
export async function saveGenodigde(
  tx: Tx,
  row: {
    readonly puntId: string;
    readonly sztId: string;
    readonly persoonId: string;
    readonly functie: Functie;
    readonly tijdvak: Tijdvak;
    readonly rondeVolgorde: number;
    readonly door: string;
  },
): Promise<void> {
  const { datum, begin, minuten } = row.tijdvak;
  await execute(
    tx,
    `insert into genodigde (agendapunt_id, swv_id, szt_id, persoon_id, functie, stand, datum, begin, minuten, ronde_volgorde,
       gevraagd_door, gevraagd_op)
     values ($1, $2, $3, $4, $5, 'gevraagd', $6, $7, $8, $9, $10, $11)
     on conflict (agendapunt_id, persoon_id) do update set stand = 'gevraagd', functie = excluded.functie,
       datum = excluded.datum, begin = excluded.begin, minuten = excluded.minuten, komst = null, aanwezigheid = null,
       ics_volgorde = genodigde.ics_volgorde + 1, ronde_volgorde = excluded.ronde_volgorde,
       gevraagd_door = excluded.gevraagd_door, gevraagd_op = excluded.gevraagd_op`,
    [
      row.puntId,
      tx.scope.swvId,
      row.sztId,
      row.persoonId,
      row.functie,
      datum,
      begin,
      minuten,
      row.rondeVolgorde,
      row.door,
      tx.now,
    ],
  );
}

type Wie = Pick<GenodigdeFeit, "puntId" | "persoonId">;

/** `begonnen`: the round goes on, and who said to come that day still does. */
export async function moveGenodigde(
  tx: Tx,
  { puntId, persoonId }: Wie,
  nu: Tijdvak & { readonly rondeVolgorde: number; readonly begonnen: boolean },
): Promise<void> {
  const { datum, begin, minuten, rondeVolgorde, begonnen } = nu;
  await execute(
    tx,
    `update genodigde set komst = case when datum = $3 and (begin = $4 or $7) then komst end, datum = $3, begin = $4, minuten = $5,
       ronde_volgorde = $6, ics_volgorde = ics_volgorde + 1
     where agendapunt_id = $1 and persoon_id = $2 and stand = 'gevraagd'`,
    [puntId, persoonId, datum, begin, minuten, rondeVolgorde, begonnen],
  );
}

export async function endGenodigde(tx: Tx, { puntId, persoonId }: Wie): Promise<void> {
  await execute(
    tx,
    `update genodigde set stand = 'vervallen', komst = null, ics_volgorde = ics_volgorde + 1
     where agendapunt_id = $1 and persoon_id = $2 and stand = 'gevraagd'`,
    [puntId, persoonId],
  );
}

export async function saveGenodigdeKomst(tx: Tx, { puntId, persoonId }: Wie, komst: Komst): Promise<boolean> {
  const count = await execute(
    tx,
    `update genodigde set komst = $3 where agendapunt_id = $1 and persoon_id = $2 and stand = 'gevraagd'`,
    [puntId, persoonId, komst],
  );
  return count === 1;
}

/** Noted by the chair; of who is asked no more nothing is noted. */
export async function saveErbij(
  tx: Tx,
  wie: readonly (Wie & { readonly aanwezigheid: Erbij })[],
): Promise<void> {
  await execute(
    tx,
    `update genodigde g set aanwezigheid = w.aanwezigheid
     from unnest($1::uuid[], $2::uuid[], $3::text[]) as w (punt_id, persoon_id, aanwezigheid)
     where g.agendapunt_id = w.punt_id and g.persoon_id = w.persoon_id and g.stand = 'gevraagd'`,
    [
      wie.map(({ puntId }) => puntId),
      wie.map(({ persoonId }) => persoonId),
      wie.map(({ aanwezigheid }) => aanwezigheid),
    ],
  );
}
