-- What was reached, by the five goals that were agreed for the teams (000 §3.1), as the holder says it when proposing to
-- close. Codes; one row a hulpvraag, told anew when it is proposed anew.
create table doelbereik (
  hulpvraag_id uuid primary key references hulpvraag,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  sociaal_emotioneel text not null check (sociaal_emotioneel in ('bereikt', 'deels', 'niet', 'weet_ik_niet')),
  ouders text not null check (ouders in ('bereikt', 'deels', 'niet', 'weet_ik_niet')),
  samenwerking text not null check (samenwerking in ('bereikt', 'deels', 'niet', 'weet_ik_niet')),
  passende_hulp text not null check (passende_hulp in ('bereikt', 'deels', 'niet', 'weet_ik_niet')),
  leerkracht text not null check (leerkracht in ('bereikt', 'deels', 'niet', 'weet_ik_niet')),
  vastgelegd_door uuid not null references persoon,
  vastgelegd_op timestamptz not null
);
alter table doelbereik enable row level security;
create policy zaak on doelbereik using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id));
grant select, insert, update on doelbereik to :app_role;
