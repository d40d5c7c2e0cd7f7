-- A traject of eight weeks beside a running hulpvraag (001, De Regenboog): start talk, evaluation halfway and at the end.
-- Codes and days.
create table traject (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  hulpvraag_id uuid not null references hulpvraag,
  -- The day of the start talk.
  gestart_op date not null,
  tussen_op date check (tussen_op >= gestart_op),
  tussen_stand text check (tussen_stand in ('op_koers', 'bijgesteld', 'loopt_vast')),
  -- The day on which it was said that more help is needed than this.
  meer_hulp_op date check (meer_hulp_op >= gestart_op),
  -- Agreed for the evaluation at the end.
  eind_gepland_op date check (eind_gepland_op >= gestart_op),
  -- The exception: once, and with a reason.
  verlengd_op date check (verlengd_op >= gestart_op),
  verlengd_reden text check (verlengd_reden in ('bijna_bereikt', 'weken_uitgevallen', 'borgen_in_klas', 'wacht_op_hulp')),
  verlengd_weken smallint check (verlengd_weken between 1 and 26),
  eind_op date check (eind_op >= gestart_op),
  uitkomst text check (uitkomst in ('doel_bereikt', 'deels', 'niet', 'meer_hulp_nodig')),
  gestopt_op date check (gestopt_op >= gestart_op),
  stopreden text check (stopreden in ('past_niet', 'gezin_wil_niet', 'niemand_beschikbaar', 'andere_hulp', 'weg_van_school')),
  vastgelegd_door uuid not null references persoon,
  vastgelegd_op timestamptz not null,
  -- The hulpvraag ended before the traject did.
  vervallen_op timestamptz,
  check ((tussen_op is null) = (tussen_stand is null)),
  check ((verlengd_op is null) = (verlengd_reden is null)),
  check ((verlengd_op is null) = (verlengd_weken is null)),
  check ((eind_op is null) = (uitkomst is null)),
  check ((gestopt_op is null) = (stopreden is null)),
  check (num_nonnulls(eind_op, gestopt_op, vervallen_op) <= 1),
  check (coalesce(eind_op, gestopt_op) >= greatest(tussen_op, verlengd_op))
);
create unique index traject_een on traject (hulpvraag_id) where eind_op is null and gestopt_op is null and vervallen_op is null;
create index traject_van on traject (hulpvraag_id, vastgelegd_op);

-- Who of the wijkteam is asked to be there at the end; within the toestemming, so linked to the hulpvraag (koppeling).
create table traject_genodigde (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  hulpvraag_id uuid not null references hulpvraag,
  traject_id uuid not null references traject,
  persoon_id uuid not null references persoon,
  -- Linked for this alone: then that ends with it.
  gekoppeld boolean not null,
  gevraagd_door uuid not null references persoon,
  gevraagd_op timestamptz not null,
  afgezegd_op timestamptz
);
create unique index traject_genodigde_een on traject_genodigde (traject_id, persoon_id) where afgezegd_op is null;
create index traject_genodigde_van on traject_genodigde (hulpvraag_id) where afgezegd_op is null;

alter table traject enable row level security;
alter table traject_genodigde enable row level security;
create policy zaak on traject using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id));
create policy zaak on traject_genodigde using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id));
grant select, insert, update on traject, traject_genodigde to :app_role;
