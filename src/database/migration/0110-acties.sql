-- Handing over: the last time that somebody else was asked to take an actie, and how that stands. Once it is taken it is the
-- other's, and nothing is asked any more; the log keeps that it was.
alter table actie
  add column overdracht_aan uuid references persoon,
  add column overdracht_door uuid references persoon,
  add column overdracht_stand text check (overdracht_stand in ('gevraagd', 'geweigerd')),
  add column overdracht_reden text check (overdracht_reden in
    ('geen_tijd', 'niet_mijn_vak', 'te_dichtbij', 'verlof_of_ziekte', 'weg_van_school')),
  add constraint actie_overdracht_heel check (num_nonnulls(overdracht_aan, overdracht_door, overdracht_stand) in (0, 3)),
  add constraint actie_overdracht_reden_bij_nee check ((overdracht_reden is not null) = (coalesce(overdracht_stand, '') = 'geweigerd'));

-- Work of a School Zorg Team that is about no child: no column here leads to a leerling or a hulpvraag. `omschrijving` is locked
-- with a key of its own.
create table teamactie (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  sleutel_id uuid not null unique references datasleutel,
  houder_id uuid not null references persoon,
  omschrijving bytea not null,
  datum date not null,
  -- The day from which date and holder are as they are: nobody is reminded of what lies before it.
  sinds date not null,
  status text not null check (status in ('open', 'gedaan', 'vervallen')),
  klaar_op date,
  klaar_door uuid references persoon,
  uitgesteld smallint not null default 0,
  uitstelreden text,
  overdracht_aan uuid references persoon,
  overdracht_door uuid references persoon,
  overdracht_stand text check (overdracht_stand in ('gevraagd', 'geweigerd')),
  overdracht_reden text check (overdracht_reden in
    ('geen_tijd', 'niet_mijn_vak', 'te_dichtbij', 'verlof_of_ziekte', 'weg_van_school')),
  gemaakt_door uuid not null references persoon,
  gemaakt_op date not null,
  versie integer not null default 1,
  check ((status = 'open') = (klaar_op is null)),
  check ((klaar_op is null) = (klaar_door is null)),
  check (num_nonnulls(overdracht_aan, overdracht_door, overdracht_stand) in (0, 3)),
  check ((overdracht_reden is not null) = (coalesce(overdracht_stand, '') = 'geweigerd'))
);
create index teamactie_open on teamactie (szt_id, datum) where status = 'open';

-- As `herinnering` is for a termijn: a step of the ladder is never given twice.
create table teamactie_herinnering (
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  teamactie_id uuid not null references teamactie on delete cascade,
  stap text not null,
  persoon_id uuid not null references persoon,
  dagbericht_id uuid not null,
  gemaakt_op timestamptz not null,
  primary key (teamactie_id, stap, persoon_id)
);
create index teamactie_herinnering_dagbericht on teamactie_herinnering (dagbericht_id);

do $$
declare t text;
begin
  foreach t in array array['teamactie', 'teamactie_herinnering'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy zaak on %I using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id))', t);
  end loop;
end $$;
grant select, insert, update, delete on teamactie, teamactie_herinnering to :app_role;
