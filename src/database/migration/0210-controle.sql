-- Every few minutes somebody looks whether all that should have gone out went: when that was last, and what was found.
create table controle (
  swv_id uuid primary key references swv,
  op timestamptz not null,
  -- Due and not gone: timers, notices.
  gemist integer not null check (gemist >= 0),
  -- People who would never have had a bundle again; since the beginning.
  hersteld integer not null default 0 check (hersteld >= 0)
);
alter table controle enable row level security;
create policy wekker on controle using (swv_id = scope_swv() and scope_taak() = 'wekker')
  with check (swv_id = scope_swv() and scope_taak() = 'wekker');
grant select, insert, update on controle to :app_role;
