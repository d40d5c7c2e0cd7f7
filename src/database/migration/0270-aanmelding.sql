-- A hulpvraag that goes on to the Loket or the wijkteam (003, block 2; 000 §3.1): sent by the school itself, and followed
-- until there is an outcome. Codes and days.
create table aanmelding (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  hulpvraag_id uuid not null references hulpvraag,
  bij text not null check (bij in ('loket', 'wijkteam')),
  -- In writing, for this and nothing else.
  akkoord_op date,
  akkoord_van text[] not null default '{}' check (akkoord_van <@ '{ouder1,ouder2,leerling,voogd,voogd2}'::text[]),
  -- Null: it was decided and not done.
  verstuurd_op date check (verstuurd_op >= akkoord_op),
  ontvangen_op date check (ontvangen_op >= verstuurd_op),
  opgepakt_op date check (opgepakt_op >= coalesce(ontvangen_op, verstuurd_op)),
  nagevraagd_op date check (nagevraagd_op >= opgepakt_op),
  uitkomst text check (uitkomst in ('toegekend', 'afgewezen', 'ander_advies', 'ingetrokken')),
  uitkomst_op date check (uitkomst_op >= coalesce(nagevraagd_op, opgepakt_op, ontvangen_op, verstuurd_op)),
  vastgelegd_door uuid not null references persoon,
  vastgelegd_op timestamptz not null,
  -- The hulpvraag ended before there was an outcome.
  vervallen_op timestamptz,
  check ((uitkomst is null) = (uitkomst_op is null)),
  check (uitkomst is null or vervallen_op is null),
  check (coalesce(ontvangen_op, opgepakt_op) is null or verstuurd_op is not null),
  check (nagevraagd_op is null or opgepakt_op is not null),
  check (verstuurd_op is not null or uitkomst = 'ingetrokken'),
  check ((verstuurd_op is null) = (akkoord_op is null)),
  check (verstuurd_op is null or cardinality(akkoord_van) > 0)
);
create unique index aanmelding_een on aanmelding (hulpvraag_id, bij) where uitkomst is null and vervallen_op is null;
create index aanmelding_van on aanmelding (hulpvraag_id, vastgelegd_op);

alter table aanmelding enable row level security;
create policy zaak on aanmelding using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id));
grant select, insert, update on aanmelding to :app_role;
