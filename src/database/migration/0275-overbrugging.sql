-- What somebody does for a pupil that waits (000 §3.1): always with a goal and a last day. A row is one stretch of it.
create table overbrugging (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  hulpvraag_id uuid not null references hulpvraag,
  wachtplek_id uuid not null references wachtplek,
  soort text not null check (soort in ('kindgesprekken', 'contact_met_ouders', 'ondersteuning_in_klas', 'overig')),
  door_id uuid references persoon,
  door text check (door in ('smw', 'wijkteam', 'school', 'overig')),
  doel text not null check (doel in ('niet_erger', 'naar_school', 'meedoen_in_klas', 'ouders_betrokken', 'klaar_voor_hulp')),
  van date not null,
  tot date not null check (tot >= van),
  -- `wachten_voorbij`: what it bridged is not waited for any more.
  einde text check (einde in ('gestopt', 'verlengd', 'veranderd', 'wachten_voorbij')),
  einde_op date check (einde_op >= van),
  doelcheck text check (doelcheck in ('bereikt', 'op_weg', 'gelijk', 'erger')),
  verleng_reden text check (verleng_reden in ('hulp_later', 'doel_bijna', 'tot_overdracht')),
  vastgelegd_door uuid not null references persoon,
  vastgelegd_op timestamptz not null,
  vervallen_op timestamptz,
  check ((door_id is null) <> (door is null)),
  check ((einde is null) = (einde_op is null)),
  check (einde is null or vervallen_op is null),
  -- Going on takes a reason, and whatever is decided a look at the goal.
  check ((doelcheck is not null) = coalesce(einde in ('gestopt', 'verlengd', 'veranderd'), false)),
  check ((verleng_reden is not null) = coalesce(einde = 'verlengd', false)),
  check (einde is distinct from 'verlengd' or doelcheck in ('op_weg', 'gelijk'))
);
create unique index overbrugging_een on overbrugging (wachtplek_id) where einde is null and vervallen_op is null;
create index overbrugging_van on overbrugging (hulpvraag_id, vastgelegd_op);

alter table overbrugging enable row level security;
create policy zaak on overbrugging using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id));
grant select, insert, update on overbrugging to :app_role;
