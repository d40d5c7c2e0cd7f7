-- What follows from a change: notices (outbox), living messages, timers, presses, files, the log.

create table wekker (
  id uuid primary key,
  swv_id uuid not null references swv,
  soort text not null,
  onderwerp_id uuid not null,
  op timestamptz not null,
  -- One timer a purpose: 'agenda_vast:<ronde>', 'dagbericht:<persoon>:<datum>'.
  sleutel text not null unique,
  gedaan_op timestamptz,
  gemaakt_op timestamptz not null
);
create index wekker_open on wekker (op) where gedaan_op is null;

create table kennisgeving (
  id uuid primary key,
  volgnr bigint generated always as identity,
  swv_id uuid not null references swv,
  szt_id uuid references szt,
  soort text not null,
  persoon_id uuid references persoon,
  kanaal_szt_id uuid references szt,
  onderwerp_soort text not null,
  onderwerp_id uuid not null,
  sleutel text not null unique,
  dringend boolean not null default false,
  niet_voor timestamptz not null,
  status text not null check (status in ('klaar', 'bezig', 'verzonden', 'vervallen', 'mislukt')),
  pogingen smallint not null default 0,
  geclaimd_tot timestamptz,
  verzonden_op timestamptz,
  fout text,
  gemaakt_op timestamptz not null,
  check (num_nonnulls(persoon_id, kanaal_szt_id) = 1)
);
create index kennisgeving_klaar on kennisgeving (niet_voor, volgnr) where status in ('klaar', 'bezig');
create index kennisgeving_persoon on kennisgeving (persoon_id, gemaakt_op);

-- The living message about one subject in one conversation; edited rather than repeated.
create table bericht (
  id uuid primary key,
  swv_id uuid not null references swv,
  gesprek_id uuid not null references gesprek,
  persoon_id uuid references persoon,
  onderwerp_soort text not null,
  onderwerp_id uuid not null,
  activiteit_id text not null,
  vingerafdruk bytea not null,
  actueel boolean not null default true,
  verzonden_op timestamptz not null,
  bijgewerkt_op timestamptz not null
);
create unique index bericht_levend on bericht (gesprek_id, onderwerp_soort, onderwerp_id) where actueel;
create index bericht_onderwerp on bericht (onderwerp_soort, onderwerp_id) where actueel;
create index bericht_activiteit on bericht (gesprek_id, activiteit_id);

create table dagbericht (
  id uuid primary key,
  swv_id uuid not null references swv,
  persoon_id uuid not null references persoon,
  datum date not null,
  gemaakt_op timestamptz not null,
  unique (persoon_id, datum)
);

-- A press that was carried out: the same press again changes nothing.
create table druk (
  swv_id uuid not null references swv,
  sleutel text not null,
  persoon_id uuid not null references persoon,
  op timestamptz not null,
  primary key (swv_id, sleutel)
);

-- A one-use link to a file: only the hash of the token is kept.
create table bestandslink (
  token_hash bytea primary key,
  swv_id uuid not null references swv,
  persoon_id uuid not null references persoon,
  soort text not null check (soort in ('agenda_ronde')),
  onderwerp_id uuid not null,
  geldig_tot timestamptz not null,
  gebruikt_op timestamptz,
  gemaakt_op timestamptz not null
);

create table agendafeed (
  token_hash bytea primary key,
  swv_id uuid not null references swv,
  persoon_id uuid not null unique references persoon,
  gemaakt_op timestamptz not null
);

-- Everything that happens, reads included. No content, no names: the case stands here by a salted name.
create table gebeurtenis (
  id bigint generated always as identity primary key,
  swv_id uuid not null references swv,
  szt_id uuid references szt,
  op timestamptz not null,
  actor_id uuid,
  taak text,
  soort text not null check (soort ~ '^[a-z_]+$'),
  zaak bytea,
  grondslag text,
  gegevens jsonb not null default '{}',
  vorige_hash bytea,
  hash bytea
);
create index gebeurtenis_zaak on gebeurtenis (zaak) where zaak is not null;
create index gebeurtenis_onverzegeld on gebeurtenis (swv_id, id) where hash is null;

-- Append-only: a row can be sealed once (hash set) and never be changed or removed otherwise.
create function gebeurtenis_blijft() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.hash is not null
     or (to_jsonb(old) - 'hash' - 'vorige_hash') is distinct from (to_jsonb(new) - 'hash' - 'vorige_hash') then
    raise exception using errcode = 'ZR002', message = 'gebeurtenis_blijft', constraint = 'gebeurtenis_blijft';
  end if;
  return new;
end $$;
create trigger gebeurtenis_blijft before update or delete on gebeurtenis for each row execute function gebeurtenis_blijft();

-- What may go to a channel: closed fields, decided by the app in the sending transaction.
create table vrijgave (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  ronde_id uuid not null references overlegronde,
  inhoud jsonb not null,
  besloten_op timestamptz not null,
  ingetrokken_op timestamptz
);
create index vrijgave_ronde on vrijgave (ronde_id, besloten_op);

do $$
declare t text;
begin
  foreach t in array array['wekker', 'kennisgeving', 'bericht', 'dagbericht', 'druk', 'bestandslink', 'agendafeed', 'gebeurtenis'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy eigen_swv on %I using (swv_id = scope_swv()) with check (swv_id = scope_swv())', t);
  end loop;
  foreach t in array array['wekker', 'kennisgeving', 'bericht', 'dagbericht', 'druk', 'bestandslink', 'agendafeed'] loop
    execute format('grant select, insert, update on %I to :app_role', t);
  end loop;
end $$;
grant select, insert on gebeurtenis to :app_role;
grant update (hash, vorige_hash) on gebeurtenis to :app_role;
grant delete on agendafeed, druk, bestandslink to :app_role;
alter table vrijgave enable row level security;
create policy zaak on vrijgave to :app_role using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id));
grant select, insert, update on vrijgave to :app_role;

-- The channel login sees releases and the address of the channel, nothing else.
create policy kanaal on vrijgave for select to :channel_role using (swv_id = scope_swv());
grant select on vrijgave to :channel_role;

-- The digest login: rounds and attendance by function, no case.
create view weekbericht_ronde with (security_barrier) as
  select r.swv_id, r.szt_id, r.id as ronde_id, r.datum, r.begin, r.duur_minuten, r.plaats, r.deelname_link, r.status
  from overlegronde r where r.swv_id = scope_swv();
create view weekbericht_aanwezigheid with (security_barrier) as
  select d.swv_id, d.szt_id, d.ronde_id, d.functie, d.aanwezigheid, count(*)::integer as aantal
  from deelname d where d.swv_id = scope_swv() group by 1, 2, 3, 4, 5;
create view weekbericht_team with (security_barrier) as
  select s.swv_id, s.id as szt_id, s.naam as szt, l.persoon_id, l.functie, l.van, l.tot
  from szt s join lidmaatschap l on l.szt_id = s.id where s.swv_id = scope_swv();
grant select on weekbericht_ronde, weekbericht_aanwezigheid, weekbericht_team to :digest_role;
