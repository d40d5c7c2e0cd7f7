-- The overlegrondes of one school year, proposed from the rhythm of the SZT. Nothing here is about a leerling.
create table jaarplan (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  -- The year in which it begins.
  schooljaar smallint not null check (schooljaar between 2020 and 2100),
  status text not null check (status in ('voorstel', 'vast', 'gestopt')),
  weken smallint not null check (weken between 1 and 8),
  weekdag text not null check (weekdag in ('ma', 'di', 'wo', 'do', 'vr')),
  begin time not null,
  duur_minuten smallint not null check (duur_minuten between 15 and 240),
  plaats text not null check (plaats in ('op_school', 'online', 'op_school_en_online', 'wijkteam', 'cjg', 'swv')),
  deelname_link text check (deelname_link ~ '^https://'),
  versie integer not null default 1,
  gemaakt_door uuid not null references persoon,
  gemaakt_op timestamptz not null
);
create unique index jaarplan_een_voorstel on jaarplan (szt_id) where status = 'voorstel';
create index jaarplan_szt on jaarplan (szt_id, gemaakt_op);

create table jaarplan_ronde (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  plan_id uuid not null references jaarplan on delete cascade,
  datum date not null,
  stand text not null check (stand in ('voorstel', 'vast', 'overgeslagen')),
  -- Why it is not where the rhythm would have it; `zelf` when somebody chose the day.
  afwijking text check (afwijking in ('dicht', 'bezet', 'verdeeld', 'zelf')),
  afwijking_dag date,
  ronde_id uuid unique references overlegronde,
  check ((stand = 'vast') = (ronde_id is not null)),
  unique (plan_id, datum)
);

do $$
declare t text;
begin
  foreach t in array array['jaarplan', 'jaarplan_ronde'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy zaak on %I using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id))', t);
  end loop;
end $$;
grant select, insert, update, delete on jaarplan, jaarplan_ronde to :app_role;

-- When the people of one's own SZTs sit in a round, of whichever SZT: a time, and not of which.
create view bezet with (security_barrier) as
  select d.persoon_id, r.datum, r.begin, r.duur_minuten
  from overlegronde r join deelname d on d.ronde_id = r.id
  where r.swv_id = scope_swv() and r.status in ('gepland', 'open')
    and exists (select from lidmaatschap l where l.persoon_id = d.persoon_id and l.szt_id = any (scope_szts()));
grant select on bezet to :app_role;
