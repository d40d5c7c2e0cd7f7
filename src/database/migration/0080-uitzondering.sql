-- Discussing once without asking the parents (004 §1.8, "zeer uitzonderlijke gevallen"): the ib asks, the directeur decides.
-- The directeur brings no SZT into the scope and reaches no case; these rows are the one narrow path to what was asked.
create function scope_dag() returns date language sql stable as
  $$ select (scope_now() at time zone 'Europe/Amsterdam')::date $$;

-- Whether the person of this scope is directeur of this SZT on the day of the transaction.
create function leidt_szt(szt uuid) returns boolean language sql stable as
  $$ select exists (select from lidmaatschap l where l.persoon_id = scope_persoon() and l.szt_id = szt and l.functie = 'directeur'
    and l.van <= scope_dag() and (l.tot is null or l.tot >= scope_dag())) $$;

create table uitzondering (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  school_id uuid not null references school,
  hulpvraag_id uuid not null references hulpvraag,
  -- A key of its own: who may read what was asked and decided opens nothing else of the leerling with it.
  sleutel_id uuid not null references datasleutel,
  -- What the directeur needs of a hulpvraag and a round that stay out of reach; `zaak` is the name of the case in the log.
  referentie text not null check (referentie ~ '^HV-[0-9]{4}$'),
  zaak text check (zaak ~ '^[0-9a-f]+$'),
  ronde_id uuid not null references overlegronde,
  ronde_datum date not null,
  ronde_begin time not null,
  -- From here on nobody decides or takes anything back.
  ronde_geopend_op timestamptz,
  redenen text[] not null check (cardinality(redenen) > 0 and
    redenen <@ '{onveilig_thuis,vermoeden_mishandeling,druk_op_kind,vitaal_belang,uit_beeld,ouder_weigert}'::text[]),
  veilig_thuis text not null check (veilig_thuis in ('melding_gedaan', 'advies_gevraagd', 'meldcode_loopt', 'nog_niet')),
  -- Why asking would endanger the child; without the name of the leerling.
  reden bytea not null,
  -- Persons, the ib who asks among them.
  kring uuid[] not null check (cardinality(kring) between 1 and 20 and gevraagd_door = any (kring)),
  gevraagd_door uuid not null references persoon,
  gevraagd_op timestamptz not null,
  directeur_id uuid not null references persoon,
  einde text check (einde in ('nee', 'ingetrokken', 'teruggenomen', 'gebruikt', 'vervallen')),
  waarom text check (waarom in ('ronde_verzet', 'ronde_vervallen', 'ronde_begonnen', 'dag_voorbij', 'niet_besproken',
    'niet_meer_nodig', 'hulpvraag_gestopt')),
  einde_op timestamptz,
  versie integer not null default 1,
  check ((einde is null) = (einde_op is null)),
  check ((einde = 'vervallen') = (waarom is not null)),
  check (gevraagd_door <> directeur_id)
);
create unique index uitzondering_een on uitzondering (hulpvraag_id) where einde is null;
create index uitzondering_hulpvraag on uitzondering (hulpvraag_id, gevraagd_op);
create index uitzondering_ronde on uitzondering (ronde_id) where einde is null;
create index uitzondering_sleutel on uitzondering (sleutel_id);

-- What the directeur decided; written by nobody else.
create table uitzondering_besluit (
  uitzondering_id uuid primary key references uitzondering,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  besluit text not null check (besluit in ('ja', 'nee')),
  -- Never wider than what was asked.
  kring uuid[] not null default '{}',
  motivatie bytea not null,
  besloten_door uuid not null references persoon,
  besloten_op timestamptz not null,
  teruggenomen_op timestamptz,
  check ((besluit = 'ja') = (cardinality(kring) > 0)),
  check (teruggenomen_op is null or besluit = 'ja')
);

create function uitzondering_besluit_blijft() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'INSERT' and new.besluit = 'ja' and not exists (select from uitzondering u
      where u.id = new.uitzondering_id and new.kring <@ u.kring and u.gevraagd_door = any (new.kring)) then
    raise exception using errcode = 'ZR003', message = 'uitzondering_kring', constraint = 'uitzondering_kring';
  end if;
  if tg_op = 'UPDATE' and (old.teruggenomen_op is not null
      or (to_jsonb(old) - 'teruggenomen_op') is distinct from (to_jsonb(new) - 'teruggenomen_op')) then
    raise exception using errcode = 'ZR003', message = 'uitzondering_besluit_blijft', constraint = 'uitzondering_besluit_blijft';
  end if;
  return new;
end $$;
create trigger uitzondering_besluit_blijft before insert or update on uitzondering_besluit
  for each row execute function uitzondering_besluit_blijft();

-- What the round spoke about and what came out of it (004 §1.8: to account for it later). Out of reach for the directeur.
create table uitzondering_verslag (
  uitzondering_id uuid primary key references uitzondering,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  tekst bytea not null,
  vastgelegd_door uuid not null references persoon,
  vastgelegd_op timestamptz not null
);

-- Looked at again and again until the parents know: told on a day, or not yet, with a reason and the next day to look.
create table uitzondering_ouders (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  uitzondering_id uuid not null references uitzondering,
  verteld_op date,
  nog_niet text check (nog_niet in ('niet_veilig', 'veilig_thuis', 'politie', 'leerling_wil_niet', 'niet_bereikt')),
  herzien_op date,
  vastgelegd_door uuid not null references persoon,
  vastgelegd_op timestamptz not null,
  check ((verteld_op is null) = (nog_niet is not null)),
  check ((nog_niet is null) = (herzien_op is null))
);
create index uitzondering_ouders_van on uitzondering_ouders (uitzondering_id, vastgelegd_op);

do $$
declare t text;
begin
  foreach t in array array['uitzondering', 'uitzondering_besluit', 'uitzondering_verslag', 'uitzondering_ouders'] loop
    execute format('alter table %I enable row level security', t);
  end loop;
  foreach t in array array['uitzondering', 'uitzondering_verslag', 'uitzondering_ouders'] loop
    execute format('create policy zaak on %I using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id))', t);
  end loop;
end $$;
grant select, insert on uitzondering to :app_role;
grant update (ronde_geopend_op, einde, waarom, einde_op, versie) on uitzondering to :app_role;
grant select, insert on uitzondering_verslag, uitzondering_ouders to :app_role;

-- The narrow path: what was asked of this directeur, its key, and the own decision about it.
create policy directeur on uitzondering for select
  using (swv_id = scope_swv() and directeur_id = scope_persoon() and leidt_szt(szt_id));
create policy directeur on datasleutel for select
  using (exists (select from uitzondering u where u.sleutel_id = datasleutel.id and u.directeur_id = scope_persoon()));

create policy lezen on uitzondering_besluit for select
  using (zaak_in_scope(swv_id, szt_id) or exists (select from uitzondering u where u.id = uitzondering_id and u.directeur_id = scope_persoon()));
create policy besluiten on uitzondering_besluit for insert
  with check (besloten_door = scope_persoon() and teruggenomen_op is null and exists (select from uitzondering u
    where u.id = uitzondering_id and u.swv_id = uitzondering_besluit.swv_id and u.szt_id = uitzondering_besluit.szt_id
      and u.directeur_id = scope_persoon() and leidt_szt(u.szt_id) and u.einde is null and u.ronde_geopend_op is null));
create policy terugnemen on uitzondering_besluit for update
  using (exists (select from uitzondering u where u.id = uitzondering_id and u.directeur_id = scope_persoon()
    and leidt_szt(u.szt_id) and u.einde is null and u.ronde_geopend_op is null));
grant select, insert on uitzondering_besluit to :app_role;
grant update (teruggenomen_op) on uitzondering_besluit to :app_role;
