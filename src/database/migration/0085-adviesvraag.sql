-- A question about a child whom nobody may recognise (004 ch. 1 par. 8, option 3). No column here leads to a leerling or a
-- hulpvraag, and none of theirs leads here. `vraag` and `antwoord` are locked with a key of its own.
create table adviesvraag (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  sleutel_id uuid not null unique references datasleutel,
  status text not null check (status in ('gesteld', 'wacht_op_ronde', 'geagendeerd', 'beantwoord')),
  kring text not null check (kring in ('kernteam_nu', 'ronde_kernteam', 'ronde_tafel')),
  domein text not null,
  vraag bytea not null,
  antwoord bytea,
  uitkomst text check (uitkomst in ('advies_gegeven', 'hulpvraag_maken')),
  vrager_id uuid not null references persoon,
  -- Only while that round is to come or is held.
  ronde_id uuid references overlegronde,
  -- Days, no moments: they are enough.
  gesteld_op date not null,
  beantwoord_door uuid references persoon,
  beantwoord_op date,
  wissen_op date not null,
  versie integer not null default 1,
  check ((status = 'beantwoord') = (beantwoord_op is not null)),
  check ((beantwoord_op is null) = (uitkomst is null)),
  check ((beantwoord_op is null) = (beantwoord_door is null)),
  check (antwoord is null or beantwoord_op is not null),
  check (uitkomst is distinct from 'advies_gegeven' or antwoord is not null),
  check (status <> 'geagendeerd' or ronde_id is not null),
  check (status not in ('gesteld', 'wacht_op_ronde') or ronde_id is null),
  check (status = 'beantwoord' or (status = 'gesteld') = (kring = 'kernteam_nu'))
);
create index adviesvraag_szt on adviesvraag (szt_id, status);
create index adviesvraag_ronde on adviesvraag (ronde_id) where ronde_id is not null;

alter table adviesvraag enable row level security;
create policy zaak on adviesvraag using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id));
-- One that has served its time, or was taken back, leaves no row.
grant select, insert, update, delete on adviesvraag to :app_role;

-- That a round discussed any is all that is left of them: the summary says it in one constant line.
alter table overlegronde add column adviesvragen_besproken boolean not null default false;
