-- Who and where: samenwerkingsverband, schools, teams, people, conversations.
create function scope_swv() returns uuid language sql stable as
  $$ select nullif(current_setting('app.swv_id', true), '')::uuid $$;
create function scope_persoon() returns uuid language sql stable as
  $$ select nullif(current_setting('app.persoon_id', true), '')::uuid $$;
create function scope_szts() returns uuid[] language sql stable as
  $$ select coalesce(nullif(current_setting('app.szt_ids', true), ''), '{}')::uuid[] $$;
create function scope_taak() returns text language sql stable as
  $$ select nullif(current_setting('app.taak', true), '') $$;

create table swv (
  id uuid primary key,
  naam text not null,
  instellingen jsonb not null default '{}'
);

create table szt (
  id uuid primary key,
  swv_id uuid not null references swv,
  naam text not null,
  -- Teams: the general channel's id is the team's id; the app learns both when it is installed in the team.
  team_id text unique,
  kanaal_id text,
  groep_id text
);

create table school (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  brin text not null,
  naam text not null,
  sector text not null check (sector in ('PO', 'VO')),
  bestuur text not null,
  regio text not null check (regio in ('N', 'M', 'Z')),
  leerlingen integer not null check (leerlingen >= 0),
  wijkteam text,
  oat text,
  unique (swv_id, brin)
);
create index school_szt on school (szt_id);

create table vakantie (
  id uuid primary key,
  swv_id uuid not null references swv,
  regio text check (regio in ('N', 'M', 'Z')),
  school_id uuid references school,
  van date not null,
  tot date not null,
  naam text not null,
  check (tot >= van),
  check (num_nonnulls(regio, school_id) = 1)
);
create index vakantie_regio on vakantie (swv_id, regio, van);

create table studiedag (
  swv_id uuid not null references swv,
  school_id uuid not null references school,
  datum date not null,
  primary key (school_id, datum)
);

create table persoon (
  id uuid primary key,
  swv_id uuid not null references swv,
  naam text not null,
  email text,
  organisatie text,
  dagbericht_om time not null default '08:00',
  gemaakt_op timestamptz not null
);
create unique index persoon_email on persoon (swv_id, lower(email)) where email is not null;

create table teams_identiteit (
  swv_id uuid not null references swv,
  tenant_id text not null,
  object_id text not null,
  persoon_id uuid not null references persoon,
  gekoppeld_op timestamptz not null,
  primary key (tenant_id, object_id)
);
create index teams_identiteit_persoon on teams_identiteit (persoon_id);

create table lidmaatschap (
  id uuid primary key,
  swv_id uuid not null references swv,
  persoon_id uuid not null references persoon,
  szt_id uuid not null references szt,
  functie text not null check (functie in ('ib', 'coo', 'smw', 'wijkteam', 'scp', 'bpo', 'orthopedagoog',
    'jeugdverpleegkundige', 'jeugdarts', 'leerplicht', 'politie', 'overig', 'directeur', 'bestuurder', 'beheerder')),
  voorzitter boolean not null default false,
  uren_per_week real check (uren_per_week >= 0),
  werkdagen text[] not null default '{ma,di,wo,do,vr}' check (werkdagen <@ '{ma,di,wo,do,vr}'::text[]),
  van date not null,
  tot date,
  check (tot is null or tot >= van),
  unique (persoon_id, szt_id, functie, van)
);
create index lidmaatschap_szt on lidmaatschap (szt_id);

-- Where someone can be reached: the personal chat of a person, or the channel of a team.
create table gesprek (
  id uuid primary key,
  swv_id uuid not null references swv,
  soort text not null check (soort in ('persoonlijk', 'kanaal')),
  persoon_id uuid references persoon,
  szt_id uuid references szt,
  tenant_id text not null,
  gesprek_id text not null unique,
  service_url text not null,
  bereikbaar boolean not null default true,
  reden text,
  bijgewerkt_op timestamptz not null,
  check ((soort = 'persoonlijk') = (persoon_id is not null)),
  check ((soort = 'kanaal') = (szt_id is not null))
);
create unique index gesprek_persoon on gesprek (persoon_id) where persoon_id is not null;
create unique index gesprek_szt on gesprek (szt_id) where szt_id is not null;

do $$
declare t text;
begin
  foreach t in array array['szt', 'school', 'vakantie', 'studiedag', 'persoon', 'teams_identiteit', 'lidmaatschap', 'gesprek'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy eigen_swv on %I using (swv_id = scope_swv()) with check (swv_id = scope_swv())', t);
  end loop;
end $$;
alter table swv enable row level security;
create policy eigen_swv on swv using (id = scope_swv()) with check (id = scope_swv());

grant usage on schema public to :app_role, :channel_role, :digest_role, :export_role;
grant select, insert, update on swv, szt, school, persoon, teams_identiteit, lidmaatschap, gesprek to :app_role;
grant select, insert, update, delete on vakantie, studiedag to :app_role;
