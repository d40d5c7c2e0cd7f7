-- Who comes, and how: said on the own card before the round. What the chair records during it stays `aanwezigheid`.
alter table deelname add column komst text check (komst in ('in_de_kamer', 'online', 'niet'));
-- Comes in place of somebody who cannot; sees only what the own function may see.
alter table deelname add column vervangt_id uuid references persoon;
alter table deelname add check (vervangt_id <> persoon_id);

-- Asked for one item of a round, with a time of its own. Kept as it was told, so that a change is told once.
create table genodigde (
  agendapunt_id uuid not null references agendapunt,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  persoon_id uuid not null references persoon,
  functie text not null,
  stand text not null check (stand in ('gevraagd', 'vervallen')),
  datum date not null,
  begin time not null,
  minuten smallint not null check (minuten between 5 and 240),
  -- For calendars: higher each time that what stands in them has changed.
  ics_volgorde integer not null default 0,
  -- The round as it was told: another place or link is told as well.
  ronde_volgorde integer not null,
  komst text check (komst in ('in_de_kamer', 'online', 'niet')),
  gevraagd_door uuid not null references persoon,
  gevraagd_op timestamptz not null,
  primary key (agendapunt_id, persoon_id)
);
create index genodigde_persoon on genodigde (persoon_id, datum);
alter table genodigde enable row level security;
create policy zaak on genodigde using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id));
grant select, insert, update, delete on genodigde to :app_role;

-- What Teams said when we tried the own chat of somebody with whom there is none. Gone as soon as a message arrives.
create table bereikfout (
  persoon_id uuid primary key references persoon,
  swv_id uuid not null references swv,
  code text not null check (code ~ '^[A-Za-z0-9_]{1,60}$'),
  op timestamptz not null
);
alter table bereikfout enable row level security;
create policy eigen_swv on bereikfout using (swv_id = scope_swv()) with check (swv_id = scope_swv());
grant select, insert, update, delete on bereikfout to :app_role;

-- One e-mail for one notice: the row is there before the mail goes, and says when the server took it.
create table mailbericht (
  kennisgeving_id uuid primary key references kennisgeving on delete cascade,
  swv_id uuid not null references swv,
  persoon_id uuid not null references persoon,
  pogingen smallint not null default 0,
  verzonden_op timestamptz
);
create index mailbericht_persoon on mailbericht (persoon_id);
alter table mailbericht enable row level security;
create policy eigen_swv on mailbericht using (swv_id = scope_swv()) with check (swv_id = scope_swv());
grant select, insert, update, delete on mailbericht to :app_role;
