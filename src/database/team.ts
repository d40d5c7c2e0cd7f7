/** Memberships as they are seen to from day to day; the set-up writes them in setup.ts. */
import { z } from "zod/v4";
import { type Functie, functieSchema } from "#domain/code.ts";
import type { Afspraak, LidFeit } from "#domain/team.ts";
import { type TeamSettings, teamSettingsSchema } from "#domain/team-setting.ts";
import { werkdagSchema } from "#domain/werkdag.ts";
import { execute, plainDate, query, type Tx } from "./pool.ts";
import { werktHier, werktOfWacht } from "./werkt-hier.ts";

const lidRow = z.object({
  id: z.string(),
  persoonId: z.string(),
  naam: z.string(),
  functie: functieSchema,
  schoolId: z.string().nullable(),
  voorzitter: z.boolean(),
  van: plainDate,
  tot: plainDate.nullable(),
  uren: z.number().nullable(),
  werkdagen: z.array(werkdagSchema),
  straksVanaf: plainDate.nullable(),
  straksUren: z.number().nullable(),
  straksWerkdagen: z.array(werkdagSchema).nullable(),
  onderbroken: z.boolean(),
  vervangtId: z.string().nullable(),
  wegVan: plainDate.nullable(),
  wegTot: plainDate.nullable(),
});

/** Everybody who ever was in this SZT, with what holds on that day. */
export async function ledenOf(tx: Tx, sztId: string, today: Temporal.PlainDate): Promise<readonly LidFeit[]> {
  const rows = await query(
    tx,
    lidRow,
    `select l.id, l.persoon_id as "persoonId", p.naam, l.functie, school_van_lid(l.szt_id, l.functie, l.school_id) as "schoolId",
       l.voorzitter, l.van, l.tot, a.uren, a.werkdagen, s.vanaf as "straksVanaf", s.uren_per_week as "straksUren",
       s.werkdagen as "straksWerkdagen", coalesce(l.einde = 'teams', false) as onderbroken, l.vervangt_id as "vervangtId",
       v.van as "wegVan", v.tot as "wegTot"
     from lidmaatschap l join persoon p on p.id = l.persoon_id cross join lateral afspraak_op(l.id, greatest($2::date, l.van)) a
       left join lateral (select * from lid_afspraak n where n.lidmaatschap_id = l.id and n.vanaf > greatest($2::date, l.van)
         order by n.vanaf limit 1) s on true
       left join lateral (select * from verlof o where o.persoon_id = l.persoon_id and o.tot >= $2 order by o.van limit 1) v on true
     where l.szt_id = $1 order by l.functie, p.naam, l.van, l.id`,
    [sztId, today],
  );
  return rows.map(
    ({ uren, werkdagen, straksVanaf, straksUren, straksWerkdagen, wegVan, wegTot, ...lid }) => ({
      ...lid,
      weg: wegVan && wegTot ? { van: wegVan, tot: wegTot } : null,
      afspraak: { uren, werkdagen },
      straks:
        straksVanaf && straksWerkdagen
          ? { vanaf: straksVanaf, uren: straksUren, werkdagen: straksWerkdagen }
          : null,
    }),
  );
}

export async function teamSettings(tx: Tx): Promise<TeamSettings> {
  const [row] = await query(
    tx,
    z.object({ team: z.unknown() }),
    `select coalesce(instellingen -> 'team', '{}') as team from swv where id = $1`,
    [tx.scope.swvId],
  );
  return teamSettingsSchema.parse(row?.team ?? {});
}

/** One change of a team after the other. */
export async function lockTeam(tx: Tx, sztId: string): Promise<void> {
  await execute(tx, `select pg_advisory_xact_lock(hashtext('zorgronde team'), hashtext($1))`, [sztId]);
}

export interface NieuwLid
  extends Pick<LidFeit, "id" | "persoonId" | "functie" | "van" | "tot" | "vervangtId"> {
  readonly sztId: string;
  readonly schoolId: string | null;
  readonly afspraak: Afspraak;
}

/** False when there is one of that day already; one that never held is begun again. */
export async function insertLid(tx: Tx, lid: NieuwLid): Promise<boolean> {
  const count = await execute(
    tx,
    `insert into lidmaatschap (id, swv_id, persoon_id, szt_id, functie, uren_per_week, werkdagen, van, tot, school_id, vervangt_id, gekomen_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (persoon_id, szt_id, functie, van, school_id) do update set tot = excluded.tot, einde = null, tot_eerder = null,
       vervangt_id = excluded.vervangt_id, gekomen_op = excluded.gekomen_op, uren_per_week = excluded.uren_per_week, werkdagen = excluded.werkdagen
     where lidmaatschap.tot < lidmaatschap.van and lidmaatschap.einde is distinct from 'teams'`,
    [
      lid.id,
      tx.scope.swvId,
      lid.persoonId,
      lid.sztId,
      lid.functie,
      lid.afspraak.uren,
      lid.afspraak.werkdagen,
      lid.van,
      lid.tot,
      lid.schoolId,
      lid.vervangtId,
      tx.now,
    ],
  );
  return count === 1;
}

/** Another name for somebody who has never been here and works nowhere else yet: it was typed wrong. */
export async function mendNaam(
  tx: Tx,
  { persoonId, sztId }: { readonly persoonId: string; readonly sztId: string },
  naam: string,
): Promise<void> {
  await execute(
    tx,
    `update persoon p set naam = $3 where p.id = $1 and p.naam <> $3
       and not exists (select from teams_identiteit i where i.persoon_id = p.id)
       and not exists (select from lidmaatschap l where l.persoon_id = p.id and (l.szt_id <> $2 or l.tot is null or l.tot >= l.van))`,
    [persoonId, sztId, naam],
  );
}

/** Somebody new, known by an address until first contact. */
export async function insertPersoon(
  tx: Tx,
  persoon: { readonly id: string; readonly naam: string; readonly email: string },
): Promise<void> {
  await execute(tx, `insert into persoon (id, swv_id, naam, email, gemaakt_op) values ($1, $2, $3, $4, $5)`, [
    persoon.id,
    tx.scope.swvId,
    persoon.naam,
    persoon.email,
    tx.now,
  ]);
}

/** From that day on; what was agreed for later falls away, what held before stays. */
export async function agree(
  tx: Tx,
  lid: { readonly id: string; readonly sztId: string },
  afspraak: Afspraak & { readonly vanaf: Temporal.PlainDate; readonly door: string | null },
): Promise<void> {
  await execute(
    tx,
    `insert into lid_afspraak (swv_id, szt_id, lidmaatschap_id, vanaf, uren_per_week, werkdagen, door, op)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (lidmaatschap_id, vanaf) do update set uren_per_week = excluded.uren_per_week, werkdagen = excluded.werkdagen,
       door = excluded.door, op = excluded.op`,
    [
      tx.scope.swvId,
      lid.sztId,
      lid.id,
      afspraak.vanaf,
      afspraak.uren,
      afspraak.werkdagen,
      afspraak.door,
      tx.now,
    ],
  );
  await execute(
    tx,
    `update lid_afspraak set uren_per_week = $3, werkdagen = $4, door = $5, op = $6 where lidmaatschap_id = $1 and vanaf > $2`,
    [lid.id, afspraak.vanaf, afspraak.uren, afspraak.werkdagen, afspraak.door, tx.now],
  );
}

/** The last day. `hand`: it ends earlier than was set up, and only who knows undoes that. */
export async function setTot(
  tx: Tx,
  id: string,
  { tot, einde }: { readonly tot: Temporal.PlainDate | null; readonly einde: "hand" | null },
): Promise<void> {
  await execute(
    tx,
    `update lidmaatschap set tot = $2, einde = coalesce($3, einde), tot_eerder = null where id = $1`,
    [id, tot, einde],
  );
}

/** Nobody else chairs from now on; null: nobody at all. */
export async function setVoorzitter(tx: Tx, sztId: string, lidId: string | null): Promise<void> {
  await execute(
    tx,
    `update lidmaatschap set voorzitter = (id is not distinct from $2) where szt_id = $1 and voorzitter <> (id is not distinct from $2)`,
    [sztId, lidId],
  );
}

/**
 * Teams told that this person left the team of the SZT: everything they have here ends at once, and waits for who
 * knows. What leads or administers stays: it opens no hulpvraag. Older news than what was heard before is left.
 */
export async function suspendLeden(
  tx: Tx,
  { persoonId, sztId }: { readonly persoonId: string; readonly sztId: string },
  { gemeldOp, today }: { readonly gemeldOp: Temporal.Instant; readonly today: Temporal.PlainDate },
): Promise<number> {
  return execute(
    tx,
    `update lidmaatschap set tot_eerder = tot, tot = greatest($4::date, van) - 1, einde = 'teams', gemeld_op = $3, voorzitter = false,
       voorzitter_eerder = voorzitter
     where persoon_id = $1 and szt_id = $2 and functie <> all('{directeur,bestuurder,beheerder}') and (tot is null or tot >= $4)
       and (gemeld_op is null or gemeld_op < $3)`,
    [persoonId, sztId, gemeldOp, today],
  );
}

/**
 * What was ended on the word of Teams holds again as it did before, the chair too when nobody has it. False when that was
 * decided already.
 */
export async function restoreLid(tx: Tx, id: string): Promise<boolean> {
  const count = await execute(
    tx,
    `update lidmaatschap l set tot = tot_eerder, tot_eerder = null, einde = null, voorzitter_eerder = false,
       voorzitter = voorzitter_eerder and not exists (select from lidmaatschap o where o.szt_id = l.szt_id and o.voorzitter and o.id <> l.id)
     where id = $1 and einde = 'teams'`,
    [id],
  );
  return count === 1;
}

export async function confirmLeft(tx: Tx, id: string): Promise<boolean> {
  const count = await execute(
    tx,
    `update lidmaatschap set tot_eerder = null, einde = 'hand' where id = $1 and einde = 'teams'`,
    [id],
  );
  return count === 1;
}

const idRow = z.object({ id: z.string() });

export async function sztOfTeam(tx: Tx, teamId: string): Promise<string | null> {
  const [row] = await query(tx, idRow, `select id from szt where team_id = $1`, [teamId]);
  return row?.id ?? null;
}

/** Works in the SZT of `$1` no more, on the day of `$2`. */
const gone = (persoon: string) => `not ${werktOfWacht({ persoon, szt: "$1", dag: "$2" })}`;

/** Hulpvragen of which somebody holds the regierol, or is asked for it, who works here no more. */
export async function withoutHolder(
  tx: Tx,
  sztId: string,
  today: Temporal.PlainDate,
): Promise<readonly string[]> {
  const rows = await query(
    tx,
    idRow,
    `select distinct h.id from hulpvraag h where h.szt_id = $1 and (
       exists (select from regierol r where r.hulpvraag_id = h.id and upper_inf(r.periode) and ${gone("r.houder_id")})
       or exists (select from regierol_aanbod a where a.hulpvraag_id = h.id and a.status = 'aangeboden' and ${gone("a.persoon_id")}))
     order by 1`,
    [sztId, today],
  );
  return rows.map(({ id }) => id);
}

/** Off the rounds to come, at another version so that calendars hear of it; which ones. */
export async function leaveRondes(
  tx: Tx,
  sztId: string,
  today: Temporal.PlainDate,
): Promise<readonly z.infer<typeof gekomenRow>[]> {
  return query(
    tx,
    gekomenRow,
    `with weg as (
       delete from deelname d using overlegronde r where r.id = d.ronde_id and r.szt_id = $1 and r.status = 'gepland'
         and r.datum >= $2 and ${gone("d.persoon_id")} returning d.ronde_id, d.persoon_id),
     af as (
       insert into deelname_af as a (swv_id, szt_id, ronde_id, persoon_id) select $3, $1, ronde_id, persoon_id from weg
       on conflict (ronde_id, persoon_id) do update set keren = least(a.keren + 1, 1000)),
     hoger as (update overlegronde set versie = versie + 1 where id in (select ronde_id from weg))
     select ronde_id as "rondeId", persoon_id as "persoonId" from weg order by 1, 2`,
    [sztId, today, tx.scope.swvId],
  );
}

/**
 * Who came, and works here by now, comes to the rounds that were planned before and are held while they work here: with
 * the function they have longest, and at another version of the round. Done once, so who is taken off later stays off.
 */
export async function joinRondes(
  tx: Tx,
  sztId: string,
  { today, functies }: { readonly today: Temporal.PlainDate; readonly functies: readonly Functie[] },
): Promise<readonly z.infer<typeof gekomenRow>[]> {
  return query(
    tx,
    gekomenRow,
    `with nieuw as (
       update lidmaatschap set gekomen_op = null where szt_id = $1 and gekomen_op is not null and van <= $2
       returning persoon_id, functie, van, tot, (select g.gekomen_op from lidmaatschap g where g.id = lidmaatschap.id) as gekomen_op),
     erbij as (
       insert into deelname (swv_id, szt_id, ronde_id, persoon_id, functie)
       select distinct on (r.id, n.persoon_id) r.swv_id, r.szt_id, r.id, n.persoon_id, n.functie
       from nieuw n join overlegronde r on r.szt_id = $1 and r.status = 'gepland' and r.datum >= $2
         and r.gemaakt_op < n.gekomen_op and r.datum between n.van and coalesce(n.tot, r.datum)
       where n.functie = any($3::text[])
       order by r.id, n.persoon_id, n.van, n.functie
       on conflict do nothing returning ronde_id, persoon_id),
     stond as (
       select d.ronde_id, d.persoon_id from deelname d join overlegronde r on r.id = d.ronde_id and r.szt_id = $1
       where r.status = 'gepland' and r.datum >= $2 and exists (select from nieuw n where n.persoon_id = d.persoon_id
         and n.gekomen_op <= r.gemaakt_op and n.van > (r.gemaakt_op at time zone 'Europe/Amsterdam')::date)),
     hoger as (update overlegronde set versie = versie + 1 where id in (select ronde_id from erbij))
     select ronde_id as "rondeId", persoon_id as "persoonId" from erbij
     union select ronde_id, persoon_id from stond order by 1, 2`,
    [sztId, today, functies],
  );
}

const gekomenRow = z.object({ rondeId: z.string(), persoonId: z.string() });

/**
 * A round that is open, or whose day went by without it, and has no ib any more: every ib of the SZT is put on it, because
 * only who is on it can end it, and one that stays open holds up the next.
 */
export async function putIbsOn(
  tx: Tx,
  sztId: string,
  { today, functies }: { readonly today: Temporal.PlainDate; readonly functies: readonly Functie[] },
): Promise<readonly z.infer<typeof gekomenRow>[]> {
  return query(
    tx,
    gekomenRow,
    `with ib as (
       select distinct on (persoon_id) persoon_id, functie from lidmaatschap
       where szt_id = $1 and functie = any($3::text[]) and van <= $2 and (tot is null or tot >= $2) order by persoon_id, van),
     erbij as (
       insert into deelname (swv_id, szt_id, ronde_id, persoon_id, functie)
       select r.swv_id, r.szt_id, r.id, i.persoon_id, i.functie from overlegronde r cross join ib i
       where r.szt_id = $1 and r.status in ('open', 'gepland') and r.datum > $2::date - 90
         and not exists (select from deelname d join ib on ib.persoon_id = d.persoon_id where d.ronde_id = r.id)
       on conflict do nothing returning ronde_id, persoon_id),
     hoger as (update overlegronde set versie = versie + 1 where id in (select ronde_id from erbij))
     select ronde_id as "rondeId", persoon_id as "persoonId" from erbij order by 1, 2`,
    [sztId, today, functies],
  );
}

/** Coming or open rounds for an item of which somebody is asked who works here no more. */
export async function rondesAskingGone(
  tx: Tx,
  sztId: string,
  today: Temporal.PlainDate,
): Promise<readonly string[]> {
  const rows = await query(
    tx,
    idRow,
    `select distinct r.id from genodigde g join agendapunt a on a.id = g.agendapunt_id join overlegronde r on r.id = a.ronde_id
     where r.szt_id = $1 and g.stand = 'gevraagd' and r.status in ('gepland', 'open') and ${gone("g.persoon_id")} order by 1`,
    [sztId, today],
  );
  return rows.map(({ id }) => id);
}

/** Whether somebody came who has not been put on the rounds to come, by the day on which they begin. */
export async function newcomersFrom(tx: Tx, sztId: string): Promise<readonly Temporal.PlainDate[]> {
  const rows = await query(
    tx,
    z.object({ van: plainDate }),
    `select distinct l.van from lidmaatschap l where l.szt_id = $1 and l.gekomen_op is not null
       and exists (select from overlegronde r where r.szt_id = l.szt_id and r.status = 'gepland' and r.datum >= l.van
         and r.gemaakt_op < l.gekomen_op)
     order by 1`,
    [sztId],
  );
  return rows.map(({ van }) => van);
}

/** Links to files that were not used yet: they open nothing any more. */
export async function dropLinks(tx: Tx, persoonId: string): Promise<void> {
  await execute(
    tx,
    `update bestandslink set gebruikt_op = $2 where persoon_id = $1 and gebruikt_op is null`,
    [persoonId, tx.now],
  );
}

/** Hulpvragen with work that may be without an owner: an actie of who left, or a regierol that the ib keeps warm. */
export async function looseWork(
  tx: Tx,
  sztIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<readonly string[]> {
  const rows = await query(
    tx,
    idRow,
    `select h.id from hulpvraag h where h.szt_id = any($1::uuid[]) and h.status not in ('concept', 'afgesloten', 'ingetrokken') and (
       exists (select from actie a where a.hulpvraag_id = h.id and a.gedaan_op is null and a.vervallen_op is null
         and not ${werktHier({ persoon: "a.houder_id", szt: "h.szt_id", dag: "$2" })})
       or exists (select from regierol r where r.hulpvraag_id = h.id and upper_inf(r.periode)
         and (r.soort = 'waarnemend' or not ${werktHier({ persoon: "r.houder_id", szt: "h.szt_id", dag: "$2" })})))
     order by h.gewijzigd_op, h.id limit 60`,
    [sztIds, today],
  );
  return rows.map(({ id }) => id);
}

const rondeRow = z.object({
  id: z.string(),
  sztId: z.string(),
  versie: z.number(),
  datum: plainDate,
  open: z.boolean(),
  voorzitterWeg: z.boolean(),
  notulistWeg: z.boolean(),
});
export type RondeZonder = z.infer<typeof rondeRow>;

/** Rounds to come whose chair or note-taker works here no more. */
export async function rondesWithoutChair(
  tx: Tx,
  sztIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<readonly RondeZonder[]> {
  return query(
    tx,
    rondeRow,
    `select * from (
       select r.id, r.szt_id as "sztId", r.versie, r.datum, r.status = 'open' as open,
         not ${werktHier({ persoon: "r.voorzitter_id", szt: "r.szt_id", dag: "$2" })} as "voorzitterWeg",
         r.notulist_id is not null and not ${werktHier({ persoon: "r.notulist_id", szt: "r.szt_id", dag: "$2" })} as "notulistWeg"
       from overlegronde r where r.szt_id = any($1::uuid[])
         and ((r.status = 'gepland' and r.datum >= $2) or (r.status = 'open' and r.datum > $2::date - 90))) r
     where r."voorzitterWeg" or r."notulistWeg" order by r.datum, r.id limit 20`,
    [sztIds, today],
  );
}

/** Somebody's last day here is over. */
export async function hasEnded(tx: Tx, sztId: string, today: Temporal.PlainDate): Promise<boolean> {
  const rows = await query(
    tx,
    z.object({ persoonId: z.string() }),
    `select persoon_id as "persoonId" from lidmaatschap where szt_id = $1 and tot < $2 limit 1`,
    [sztId, today],
  );
  return rows.length > 0;
}
