-- How the cooperation goes, twice a year. About who works here, and never about a child. Who said what is gone when it closes.
create table evaluatie (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  begin date not null,
  sluit date not null check (sluit > begin),
  stand text not null check (stand in ('open', 'geteld')),
  -- Only with five answers or more, and no finer than a reader sees it.
  cijfer smallint check (cijfer between 3 and 9),
  helpt text[],
  hindert text[],
  versie integer not null default 1,
  unique (szt_id, begin),
  check (num_nulls(cijfer, helpt, hindert) in (0, 3)),
  check (stand = 'geteld' or cijfer is null)
);
create unique index evaluatie_een_open on evaluatie (szt_id) where stand = 'open';

-- Whom it is asked of, and until it closes what they said: one row a person, so that a new answer replaces the old one.
create table evaluatie_gevraagd (
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  evaluatie_id uuid not null references evaluatie on delete cascade,
  persoon_id uuid not null references persoon,
  cijfer smallint check (cijfer between 1 and 10),
  helpt text[],
  hindert text[],
  primary key (evaluatie_id, persoon_id),
  check (num_nulls(cijfer, helpt, hindert) in (0, 3))
);

do $$
declare t text;
begin
  foreach t in array array['evaluatie', 'evaluatie_gevraagd'] loop
    execute format('alter table %I enable row level security', t);
  end loop;
end $$;
create policy eigen_swv on evaluatie using (swv_id = scope_swv() and (szt_id = any (scope_szts()) or scope_taak() in ('wekker', 'koerier')))
  with check (swv_id = scope_swv());
-- One's own answer, and nobody else's: only the work that counts reads them all.
create policy eigen on evaluatie_gevraagd using (swv_id = scope_swv()
    and (persoon_id = scope_persoon() or scope_taak() = 'wekker'))
  with check (swv_id = scope_swv() and (persoon_id = scope_persoon() or scope_taak() = 'wekker'));
grant select, insert, update on evaluatie to :app_role;
grant select, insert, update, delete on evaluatie_gevraagd to :app_role;

create view weekbericht_evaluatie with (security_barrier) as
  select swv_id, szt_id, begin, sluit, stand, cijfer from evaluatie where swv_id = scope_swv();
grant select on weekbericht_evaluatie to :digest_role;
