-- A pupil who waits for help elsewhere (000 §3.1): for what kind, since when, and who keeps the contact. Codes and days.
create table wachtplek (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  hulpvraag_id uuid not null references hulpvraag,
  soort text not null check (soort in ('jeugdhulp_ggz', 'logopedie', 'speciaal_onderwijs', 'wijkteam', 'jeugdarts', 'overig')),
  -- May lie before the hulpvraag.
  sinds date not null,
  verwacht_tot date,
  -- Null: who has the regierol.
  contact_id uuid references persoon,
  nagevraagd_op date check (nagevraagd_op >= sinds),
  uitkomst text check (uitkomst in ('gestart', 'niet_meer_nodig', 'andere_plek', 'afgewezen')),
  uitkomst_op date check (uitkomst_op >= sinds),
  -- From the first day to that on which the help began; it is measured with this.
  wachtdagen int generated always as (case when uitkomst = 'gestart' then uitkomst_op - sinds end) stored,
  geen_overbrugging text check (geen_overbrugging in
    ('niet_wenselijk', 'gezin_wil_niet', 'hulp_begint_snel', 'al_overbrugd', 'niemand_beschikbaar')),
  vastgelegd_door uuid not null references persoon,
  vastgelegd_op timestamptz not null,
  -- The hulpvraag ended before the wait did.
  vervallen_op timestamptz,
  check ((uitkomst is null) = (uitkomst_op is null)),
  check (uitkomst is null or vervallen_op is null)
);
create unique index wachtplek_een on wachtplek (hulpvraag_id, soort) where uitkomst is null and vervallen_op is null;
create index wachtplek_van on wachtplek (hulpvraag_id, vastgelegd_op);

alter table wachtplek enable row level security;
create policy zaak on wachtplek using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id));
grant select, insert, update on wachtplek to :app_role;
