-- The work of a hulpvraag stands still for a while: from when until when, and why. Codes and days.
create table pauze (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  hulpvraag_id uuid not null references hulpvraag,
  reden text not null check (reden in ('gezin_tijdelijk_weg', 'kind_ziek_of_opgenomen', 'wacht_op_andere_hulp', 'op_verzoek_van_gezin')),
  van date not null,
  -- The last day that was chosen.
  tot date not null check (tot >= van),
  begonnen_door uuid not null references persoon,
  begonnen_op timestamptz not null,
  -- The first day of work again, when somebody said so before the last day, or the hulpvraag ended.
  gestopt_op date check (gestopt_op between van and tot),
  gestopt_door uuid references persoon,
  check (gestopt_door is null or gestopt_op is not null),
  exclude using gist (hulpvraag_id with =, daterange(van, coalesce(gestopt_op, tot + 1)) with &&)
);
create index pauze_van on pauze (hulpvraag_id, begonnen_op);

alter table pauze enable row level security;
create policy zaak on pauze using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id));
grant select, insert, update on pauze to :app_role;

-- The day to which a term was put off, and when: what a pause or another calendar makes of it is counted from there.
alter table termijn add column verzet_naar date, add column verzet_op date,
  add check ((verzet_naar is null) = (verzet_op is null));
update termijn set verzet_naar = vervalt, verzet_op = vervalt_sinds where uitgesteld > 0;
