-- A moment for a round that is looked for together. Who can come when is about who works here; nothing here is about a
-- leerling.
create table momentprik (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  -- The round that gets another moment; empty when a new one is planned.
  ronde_id uuid references overlegronde,
  stand text not null check (stand in ('open', 'besluit', 'gekozen', 'gestopt', 'vervallen')),
  vervalreden text check (vervalreden in ('ronde_vervallen', 'ronde_verzet', 'ronde_begonnen', 'te_laat')),
  -- How often was asked: with other moments it begins again.
  poging smallint not null default 1,
  uiterlijk date not null,
  duur_minuten smallint check (duur_minuten between 15 and 240),
  plaats text check (plaats in ('op_school', 'online', 'op_school_en_online', 'wijkteam', 'cjg', 'swv')),
  deelname_link text check (deelname_link ~ '^https://'),
  gekozen_id uuid,
  versie integer not null default 1,
  gestart_door uuid not null references persoon,
  gestart_op timestamptz not null,
  -- A round that stands has a length and a place of its own.
  check (num_nonnulls(ronde_id, duur_minuten) = 1),
  check ((duur_minuten is null) = (plaats is null)),
  check ((stand = 'gekozen') = (gekozen_id is not null)),
  check ((stand = 'vervallen') = (vervalreden is not null))
);
create unique index momentprik_een_ronde on momentprik (ronde_id) where stand in ('open', 'besluit');
create unique index momentprik_een_nieuw on momentprik (szt_id) where ronde_id is null and stand in ('open', 'besluit');
create index momentprik_szt on momentprik (szt_id, gestart_op);

create table momentprik_moment (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  prik_id uuid not null references momentprik on delete cascade,
  datum date not null,
  begin time not null,
  unique (prik_id, datum, begin),
  unique (prik_id, id)
);
alter table momentprik add foreign key (id, gekozen_id) references momentprik_moment (prik_id, id);

create table momentprik_gevraagd (
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  prik_id uuid not null references momentprik on delete cascade,
  persoon_id uuid not null references persoon,
  primary key (prik_id, persoon_id)
);

create table momentprik_antwoord (
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  prik_id uuid not null,
  moment_id uuid not null,
  persoon_id uuid not null,
  keuze text not null check (keuze in ('ja', 'als_het_moet', 'nee')),
  op timestamptz not null,
  primary key (moment_id, persoon_id),
  foreign key (prik_id, moment_id) references momentprik_moment (prik_id, id) on delete cascade,
  -- Only who was asked.
  foreign key (prik_id, persoon_id) references momentprik_gevraagd on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['momentprik', 'momentprik_moment', 'momentprik_gevraagd', 'momentprik_antwoord'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy zaak on %I using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id))', t);
  end loop;
end $$;
grant select, insert, update on momentprik to :app_role;
grant select, insert, delete on momentprik_moment, momentprik_gevraagd to :app_role;
grant select, insert, update, delete on momentprik_antwoord to :app_role;
