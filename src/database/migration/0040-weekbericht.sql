-- The weekly digest of one directeur: that it was made, and for which week. What it says is read anew through the views.
create table weekbericht (
  id uuid primary key,
  swv_id uuid not null references swv,
  persoon_id uuid not null references persoon,
  week date not null check (extract(isodow from week) = 1),
  gemaakt_op timestamptz not null,
  unique (persoon_id, week)
);
alter table weekbericht enable row level security;
create policy eigen_swv on weekbericht using (swv_id = scope_swv()) with check (swv_id = scope_swv());
grant select, insert on weekbericht to :app_role;
grant select on weekbericht to :digest_role;

-- Whether an SZT has a chair is asked of the directeur; new columns of a view stand at its end.
create or replace view weekbericht_team with (security_barrier) as
  select s.swv_id, s.id as szt_id, s.naam as szt, l.persoon_id, l.functie, l.van, l.tot, l.voorzitter
  from szt s join lidmaatschap l on l.szt_id = s.id where s.swv_id = scope_swv();

create function scope_now() returns timestamptz language sql stable as
  $$ select nullif(current_setting('app.now', true), '')::timestamptz $$;

-- A decision about consent is good for sixty seconds, and not at all once it was withdrawn: what is older cannot be read.
drop policy kanaal on vrijgave;
create policy kanaal on vrijgave for select to :channel_role using (
  swv_id = scope_swv() and ingetrokken_op is null
  and besloten_op > scope_now() - interval '60 seconds' and besloten_op <= scope_now());
