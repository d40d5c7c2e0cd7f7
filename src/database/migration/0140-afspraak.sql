-- The event of a round in Outlook: at most one, ever. What it should be is read from the round each time; here stands
-- how far that has come. Nothing here is about a leerling.
create table afspraak (
  ronde_id uuid primary key references overlegronde,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  -- The version of the round that Outlook shows; -1 when it has to be looked at again.
  ronde_versie integer not null default -1,
  stand text not null default 'wacht' check (stand in ('wacht', 'staat', 'af')),
  -- Which event: another one only after the one before was taken away in Outlook or cancelled.
  nummer smallint not null default 1,
  postbus text,
  event_id text,
  link text check (link ~ '^https://'),
  vingerafdruk bytea,
  fout text check (fout in ('niet_bereikbaar', 'druk', 'geen_toegang', 'geen_postbus', 'geweigerd', 'verwijderd')),
  pogingen smallint not null default 0,
  niet_voor timestamptz not null,
  -- Outlook asked for rest until then: nobody calls.
  rust_tot timestamptz,
  kijk_op timestamptz,
  geclaimd_tot timestamptz,
  -- Goes up with each claim: who comes too late writes nothing.
  beurt integer not null default 0,
  check ((event_id is null) = (postbus is null)),
  check ((stand = 'staat') <= (event_id is not null))
);
create index afspraak_rust on afspraak (swv_id, rust_tot) where rust_tot is not null;
create index overlegronde_komend on overlegronde (datum) where status in ('gepland', 'vervallen');
alter table afspraak enable row level security;
create policy zaak on afspraak using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id));
grant select, insert, update on afspraak to :app_role;

-- Who was taken off a round, and how often: calendars hear of it, and of coming back.
create table deelname_af (
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  ronde_id uuid not null references overlegronde,
  persoon_id uuid not null references persoon,
  keren smallint not null default 1,
  primary key (ronde_id, persoon_id)
);
create index deelname_af_persoon on deelname_af (persoon_id);
alter table deelname_af enable row level security;
create policy zaak on deelname_af using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id));
grant select, insert, update, delete on deelname_af to :app_role;
