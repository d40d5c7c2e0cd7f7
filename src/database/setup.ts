import { z } from "zod/v4";
import type { SchoolBriefSettings } from "#domain/brief-setting.ts";
import type { Functie, Regio, Sector } from "#domain/code.ts";
import { todayIn } from "#domain/today.ts";
import { werkdagSchema } from "#domain/werkdag.ts";
import { execute, plainDate, query, type Tx } from "./pool.ts";
import { agree } from "./team.ts";

/** Set-up of schools, teams and people. Natural keys: brin of a school, name of an SZT, e-mail of a person. */
export interface SchoolSetup {
  readonly brin: string;
  readonly naam: string;
  readonly sector: Sector;
  readonly bestuur: string;
  readonly regio: Regio;
  readonly leerlingen: number;
  readonly szt: string;
  readonly wijkteam: string | null;
  readonly oat: string | null;
  /** What its letters print beside the words; what is left out stays as it was. */
  readonly brief?: Partial<SchoolBriefSettings>;
}

export interface LidSetup {
  readonly email: string;
  readonly naam: string;
  readonly functie: Functie;
  readonly szt: string;
  /** The brin of the one school of the SZT that it is about. */
  readonly school?: string | null;
  readonly urenPerWeek: number | null;
  readonly werkdagen: readonly string[];
  readonly van: Temporal.PlainDate;
  readonly tot: Temporal.PlainDate | null;
  readonly organisatie: string | null;
  readonly voorzitter: boolean;
}

const idRow = z.object({ id: z.string() });

export async function ensureSwv(tx: Tx, naam: string): Promise<void> {
  await execute(
    tx,
    `insert into swv (id, naam) values ($1, $2) on conflict (id) do update set naam = excluded.naam`,
    [tx.scope.swvId, naam],
  );
}

export async function ensureSzt(tx: Tx, id: string, naam: string, groepId: string | null): Promise<string> {
  const [known] = await query(tx, idRow, `select id from szt where naam = $1`, [naam]);
  if (known) {
    if (groepId) await execute(tx, `update szt set groep_id = $2 where id = $1`, [known.id, groepId]);
    return known.id;
  }
  await execute(tx, `insert into szt (id, swv_id, naam, groep_id) values ($1, $2, $3, $4)`, [
    id,
    tx.scope.swvId,
    naam,
    groepId,
  ]);
  return id;
}

export async function ensureSchool(tx: Tx, id: string, sztId: string, school: SchoolSetup): Promise<string> {
  const [row] = await query(
    tx,
    idRow,
    `insert into school (id, swv_id, szt_id, brin, naam, sector, bestuur, regio, leerlingen, wijkteam, oat, instellingen)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, jsonb_build_object('brief', $12::jsonb))
     on conflict (swv_id, brin) do update set szt_id = excluded.szt_id, naam = excluded.naam, sector = excluded.sector,
       bestuur = excluded.bestuur, regio = excluded.regio, leerlingen = excluded.leerlingen, wijkteam = excluded.wijkteam,
       oat = excluded.oat, instellingen = school.instellingen || jsonb_build_object(
         'brief', coalesce(school.instellingen -> 'brief', '{}') || (excluded.instellingen -> 'brief'))
     returning id`,
    [
      id,
      tx.scope.swvId,
      sztId,
      school.brin,
      school.naam,
      school.sector,
      school.bestuur,
      school.regio,
      school.leerlingen,
      school.wijkteam,
      school.oat,
      JSON.stringify(school.brief ?? {}),
    ],
  );
  return row?.id ?? id;
}

export async function ensurePersoon(
  tx: Tx,
  id: string,
  persoon: { readonly naam: string; readonly email: string; readonly organisatie: string | null },
): Promise<string> {
  const [known] = await query(tx, idRow, `select id from persoon where lower(email) = lower($1)`, [
    persoon.email,
  ]);
  if (known) {
    await execute(tx, `update persoon set naam = $2, organisatie = $3 where id = $1`, [
      known.id,
      persoon.naam,
      persoon.organisatie,
    ]);
    return known.id;
  }
  await execute(
    tx,
    `insert into persoon (id, swv_id, naam, email, organisatie, gemaakt_op) values ($1, $2, $3, $4, $5, $6)`,
    [id, tx.scope.swvId, persoon.naam, persoon.email, persoon.organisatie, tx.now],
  );
  return id;
}

/** Which person, in which SZT, and for which of its schools. */
export interface LidPlaats {
  readonly persoonId: string;
  readonly sztId: string;
  readonly schoolId: string | null;
}

/**
 * True when this is news: a membership that was not there, or reads otherwise than in the last file. What was changed by
 * hand stays until the file says something new; who was ended by hand, or on the word of Teams, does not come back by a file.
 */
export async function ensureLid(tx: Tx, id: string, plaats: LidPlaats, lid: LidSetup): Promise<boolean> {
  const { persoonId, sztId, schoolId } = plaats;
  const tied = await tieLid(tx, plaats, lid);
  const key = [persoonId, sztId, lid.functie, lid.van, schoolId];
  const [standing] = await query(tx, fileRow, lastFile, key);
  if (standing && standing.voorzitter === lid.voorzitter) {
    // Nothing new about the chair.
  } else if (lid.voorzitter) await makeRoomForChair(tx, plaats, lid);
  const count = await execute(
    tx,
    `insert into lidmaatschap (id, swv_id, persoon_id, szt_id, functie, voorzitter, uren_per_week, werkdagen, van, tot, school_id,
       voorzitter_bestand, tot_bestand, gekomen_op)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $6, $10, $12)
     on conflict (persoon_id, szt_id, functie, van, school_id) do update set
       voorzitter = case when lidmaatschap.voorzitter_bestand = excluded.voorzitter then lidmaatschap.voorzitter else excluded.voorzitter end,
       tot = case when lidmaatschap.tot_bestand is not distinct from excluded.tot then lidmaatschap.tot
         when lidmaatschap.einde is not null then least(lidmaatschap.tot, excluded.tot) else excluded.tot end,
       gekomen_op = case when lidmaatschap.tot < $13 and lidmaatschap.einde is null and coalesce(excluded.tot, $13) >= $13
         then excluded.gekomen_op else lidmaatschap.gekomen_op end,
       voorzitter_bestand = excluded.voorzitter, tot_bestand = excluded.tot
     where (lidmaatschap.voorzitter_bestand, lidmaatschap.tot_bestand) is distinct from (excluded.voorzitter, excluded.tot)`,
    [
      id,
      tx.scope.swvId,
      persoonId,
      sztId,
      lid.functie,
      lid.voorzitter,
      lid.urenPerWeek,
      lid.werkdagen,
      lid.van,
      lid.tot,
      schoolId,
      tx.now,
      todayIn(tx.now),
    ],
  );
  const agreed = standing !== undefined && (await agreeAnew(tx, standing, { sztId, lid }));
  return tied || agreed || count === 1;
}

const fileRow = z.object({
  id: z.string(),
  voorzitter: z.boolean(),
  van: plainDate,
  uren: z.number().nullable(),
  werkdagen: z.array(z.string()),
});
/** What the file said last; what was agreed by hand since is no part of it. */
const lastFile = `select l.id, l.voorzitter_bestand as voorzitter, l.van, case when a.vanaf is null then l.uren_per_week else a.uren_per_week end as uren,
    coalesce(a.werkdagen, l.werkdagen) as werkdagen
  from lidmaatschap l left join lateral (
    select * from lid_afspraak where lidmaatschap_id = l.id and door is null order by vanaf desc limit 1) a on true
  where l.persoon_id = $1 and l.szt_id = $2 and l.functie = $3 and l.van = $4 and l.school_id is not distinct from $5::uuid`;

/** Other hours or days hold from today on: what was agreed before stays to be read. */
async function agreeAnew(
  tx: Tx,
  standing: z.infer<typeof fileRow>,
  { sztId, lid }: { readonly sztId: string; readonly lid: LidSetup },
): Promise<boolean> {
  const { urenPerWeek: uren, werkdagen } = lid;
  const rounded = uren === null ? null : Math.fround(uren);
  const before = standing.uren === null ? null : Math.fround(standing.uren);
  if (before === rounded && standing.werkdagen.join() === werkdagen.join()) return false;
  const today = todayIn(tx.now);
  const vanaf = Temporal.PlainDate.compare(standing.van, today) > 0 ? standing.van : today;
  await agree(
    tx,
    { id: standing.id, sztId },
    { vanaf, uren, werkdagen: werkdagSchema.array().parse(werkdagen), door: null },
  );
  return true;
}

/** The file names another chair: who chaired until now does so no more. */
async function makeRoomForChair(tx: Tx, { persoonId, sztId }: LidPlaats, lid: LidSetup): Promise<void> {
  await execute(
    tx,
    `update lidmaatschap set voorzitter = false where szt_id = $1 and persoon_id <> $2 and voorzitter
       and daterange(van, tot + 1, '[)') && daterange($3::date, $4::date + 1, '[)')`,
    [sztId, persoonId, lid.van, lid.tot],
  );
}

/** The membership that was there is still the same one when only its school was said, or is said no more. */
async function tieLid(
  tx: Tx,
  { persoonId, sztId, schoolId }: LidPlaats,
  { functie, van }: Pick<LidSetup, "functie" | "van">,
): Promise<boolean> {
  const count = await execute(
    tx,
    `with zelfde as (
       select id, school_id from lidmaatschap where persoon_id = $1 and szt_id = $2 and functie = $3 and van = $4)
     update lidmaatschap set school_id = $5::uuid
     where id = (select id from zelfde where (school_id is null) <> ($5::uuid is null) order by id limit 1)
       and not exists (select from zelfde where school_id is not distinct from $5::uuid)`,
    [persoonId, sztId, functie, van, schoolId],
  );
  return count === 1;
}

/** Memberships of today or later that count for no school, because nobody said which one. */
export async function untiedLeden(tx: Tx, today: Temporal.PlainDate): Promise<number> {
  const [row] = await query(
    tx,
    z.object({ aantal: z.number() }),
    `select count(*)::int as aantal from lidmaatschap
     where functie in ('ib', 'coo', 'directeur') and (tot is null or tot >= $1)
       and school_van_lid(szt_id, functie, school_id) is null`,
    [today],
  );
  return row?.aantal ?? 0;
}

export async function ensureVakantie(
  tx: Tx,
  id: string,
  vakantie: {
    readonly regio: Regio;
    readonly van: Temporal.PlainDate;
    readonly tot: Temporal.PlainDate;
    readonly naam: string;
  },
): Promise<void> {
  await execute(
    tx,
    `insert into vakantie (id, swv_id, regio, van, tot, naam)
     select $1, $2, $3, $4, $5, $6 where not exists (
       select 1 from vakantie where swv_id = $2 and regio = $3 and van = $4 and tot = $5)`,
    [id, tx.scope.swvId, vakantie.regio, vakantie.van, vakantie.tot, vakantie.naam],
  );
}

export async function swvNaam(tx: Tx): Promise<string> {
  const [row] = await query(tx, z.object({ naam: z.string() }), `select naam from swv where id = $1`, [
    tx.scope.swvId,
  ]);
  return row?.naam ?? "";
}
