-- The case: leerling, hulpvraag, toestemming, overlegronde, besluit, regierol, actie, termijn.
-- Columns of type bytea named in plain Dutch are 'wat': encrypted with the data key of the leerling.

-- Work without a person that may reach cases. 'kanaal', 'weekbericht', 'identiteit' and 'inrichting' may not.
create function zaak_in_scope(swv uuid, szt uuid) returns boolean language sql stable as
  $$ select swv = scope_swv() and (szt = any (scope_szts()) or coalesce(scope_taak(), '') in ('koerier', 'wekker', 'bewaren')) $$;

create table datasleutel (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  verpakt bytea,
  hoofdsleutel text not null,
  gemaakt_op timestamptz not null,
  vernietigd_op timestamptz,
  check ((verpakt is null) = (vernietigd_op is not null))
);

create table leerling (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  school_id uuid not null references school,
  sleutel_id uuid not null references datasleutel,
  zoeksleutel bytea not null,
  gegevens bytea not null,
  gezag text not null check (gezag in ('beide_ouders', 'een_ouder', 'ouder_en_niet_ouder', 'gezamenlijke_voogdij',
    'voogdij_instelling', 'meerderjarig', 'onbekend')),
  gemaakt_op timestamptz not null
);
create index leerling_zoek on leerling (school_id, zoeksleutel);

create table hulpvraag (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  school_id uuid not null references school,
  leerling_id uuid not null references leerling,
  referentie text not null check (referentie ~ '^HV-[0-9]{4}$'),
  status text not null check (status in ('concept', 'klaargezet', 'geagendeerd', 'besproken', 'in_uitvoering', 'afgesloten', 'ingetrokken')),
  -- 1, 2 or 3: how far the intake came. Only a whole one can leave 'concept'.
  stap smallint not null check (stap between 1 and 3),
  domeinen text[] not null default '{}',
  urgentie text check (urgentie in ('gewoon', 'voorrang', 'niet_wachten')),
  al_gedaan text[] not null default '{}',
  aan_tafel text[] not null default '{}',
  vraag bytea,
  gedaan_toelichting bytea,
  ouders_vraag bytea,
  inbrenger_id uuid not null references persoon,
  -- Salt of the name that the log knows this case by; destroyed at erasure.
  log_zout bytea,
  -- Set from the first akkoord on the regierol until closing; see regierol_precies_een.
  regie_sinds timestamptz,
  klaargezet_op timestamptz,
  afgesloten_op timestamptz,
  afsluitreden text,
  -- The holder has proposed to close; the ib confirms.
  afsluiting_voorgesteld text,
  afsluiting_voorgesteld_door uuid references persoon,
  versie integer not null default 1,
  gemaakt_op timestamptz not null,
  gewijzigd_op timestamptz not null,
  unique (szt_id, referentie),
  check (status = 'concept' or stap = 3 or status = 'ingetrokken'),
  check ((status = 'afgesloten') = (afgesloten_op is not null)),
  check (afgesloten_op is null or regie_sinds is null)
);
create index hulpvraag_szt on hulpvraag (szt_id, status);
create index hulpvraag_leerling on hulpvraag (leerling_id);

create table toestemming (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  hulpvraag_id uuid not null references hulpvraag,
  grondslag text not null check (grondslag in ('schriftelijk', 'instemming', 'uitzondering')),
  doel text not null check (doel in ('bespreking_szt')),
  partners text[] not null,
  geldig_tot date not null,
  vastgelegd_door uuid not null references persoon,
  vastgelegd_op timestamptz not null,
  vervangen_op timestamptz
);
create unique index toestemming_geldend on toestemming (hulpvraag_id) where vervangen_op is null;

create table toestemming_gever (
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  toestemming_id uuid not null references toestemming,
  partij text not null check (partij in ('ouder1', 'ouder2', 'leerling', 'voogd')),
  gegeven_op date not null,
  vorm text not null check (vorm in ('papier', 'digitaal_geverifieerd', 'mondeling_bevestigd')),
  bewaarplaats bytea,
  ingetrokken_op date,
  primary key (toestemming_id, partij)
);

create table overlegronde (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  datum date not null,
  begin time not null,
  duur_minuten smallint not null check (duur_minuten between 15 and 240),
  plaats text not null check (plaats in ('op_school', 'online', 'op_school_en_online', 'wijkteam', 'cjg', 'swv')),
  deelname_link text check (deelname_link ~ '^https://'),
  status text not null check (status in ('gepland', 'open', 'gesloten', 'vervallen')),
  voorzitter_id uuid not null references persoon,
  notulist_id uuid references persoon,
  ics_volgorde integer not null default 0,
  agenda_vast_op timestamptz,
  geopend_op timestamptz,
  gesloten_op timestamptz,
  samenvatting_bevestigd_op timestamptz,
  samenvatting_bevestigd_door uuid references persoon,
  versie integer not null default 1,
  gemaakt_door uuid not null references persoon,
  gemaakt_op timestamptz not null
);
create index overlegronde_szt on overlegronde (szt_id, datum);
create unique index overlegronde_een_open on overlegronde (szt_id) where status = 'open';

create table deelname (
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  ronde_id uuid not null references overlegronde,
  persoon_id uuid not null references persoon,
  functie text not null,
  aanwezigheid text check (aanwezigheid in ('in_de_kamer', 'online', 'afwezig', 'vervangen')),
  primary key (ronde_id, persoon_id)
);
create index deelname_persoon on deelname (persoon_id);

create table agendapunt (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  ronde_id uuid not null references overlegronde,
  hulpvraag_id uuid not null references hulpvraag,
  volgorde smallint not null,
  minuten smallint not null default 15 check (minuten between 5 and 90),
  status text not null check (status in ('gepland', 'besproken', 'verschoven')),
  unique (ronde_id, hulpvraag_id)
);
create unique index agendapunt_een_ronde on agendapunt (hulpvraag_id) where status = 'gepland';

create table besluit (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  agendapunt_id uuid not null unique references agendapunt,
  hulpvraag_id uuid not null references hulpvraag,
  besluiten text[] not null check (cardinality(besluiten) between 1 and 2),
  afweging bytea not null,
  regierol_voor uuid references persoon,
  terug_op date,
  genomen_door uuid not null references persoon,
  genomen_op timestamptz not null,
  check (('regierol_toewijzen' = any (besluiten)) = (regierol_voor is not null))
);
create index besluit_hulpvraag on besluit (hulpvraag_id, genomen_op);

-- What the parents were told about a besluit, and their akkoord on the regierol.
create table terugkoppeling (
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  besluit_id uuid primary key references besluit,
  hulpvraag_id uuid not null references hulpvraag,
  verteld_op date not null,
  akkoord text not null check (akkoord in ('ja', 'nee', 'niet_nodig')),
  akkoord_op date,
  akkoord_van text[] not null default '{}',
  vastgelegd_door uuid not null references persoon,
  vastgelegd_op timestamptz not null
);

create table regierol_aanbod (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  hulpvraag_id uuid not null references hulpvraag,
  besluit_id uuid references besluit,
  persoon_id uuid not null references persoon,
  status text not null check (status in ('aangeboden', 'aanvaard', 'geweigerd', 'vervallen')),
  aangeboden_op timestamptz not null,
  beantwoord_op timestamptz,
  check ((status = 'aangeboden') = (beantwoord_op is null))
);
create unique index regierol_aanbod_een on regierol_aanbod (hulpvraag_id) where status = 'aangeboden';

create table regierol (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  hulpvraag_id uuid not null references hulpvraag,
  houder_id uuid not null references persoon,
  soort text not null check (soort in ('actief', 'waarnemend')),
  periode tstzrange not null check (not isempty(periode)),
  giz text check (giz in ('afgenomen', 'gepland', 'niet_nodig', 'geweigerd')),
  -- Never two holders at one moment (003, block 3).
  constraint regierol_nooit_twee exclude using gist (hulpvraag_id with =, periode with &&)
);

-- From the first akkoord until closing exactly one holder; judged when the transaction ends.
create function regierol_precies_een() returns trigger language plpgsql security definer set search_path = public as $$
declare
  zaak uuid := case when tg_table_name = 'hulpvraag' then new.id else coalesce(new.hulpvraag_id, old.hulpvraag_id) end;
  open_rollen integer;
  moet boolean;
begin
  select regie_sinds is not null into moet from hulpvraag where id = zaak;
  if moet is null then return null; end if;
  select count(*) into open_rollen from regierol where hulpvraag_id = zaak and upper_inf(periode);
  if open_rollen <> (case when moet then 1 else 0 end) then
    raise exception using errcode = 'ZR001', message = 'regierol_precies_een', constraint = 'regierol_precies_een';
  end if;
  return null;
end $$;
create constraint trigger regierol_precies_een_hulpvraag after insert or update of regie_sinds on hulpvraag
  deferrable initially deferred for each row execute function regierol_precies_een();
create constraint trigger regierol_precies_een_regierol after insert or update or delete on regierol
  deferrable initially deferred for each row execute function regierol_precies_een();

create table koppeling (
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  hulpvraag_id uuid not null references hulpvraag,
  persoon_id uuid not null references persoon,
  van timestamptz not null,
  tot timestamptz,
  primary key (hulpvraag_id, persoon_id, van)
);

create table actie (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  hulpvraag_id uuid not null references hulpvraag,
  ronde_id uuid references overlegronde,
  houder_id uuid not null references persoon,
  omschrijving bytea not null,
  datum date not null,
  gedaan_op timestamptz,
  gedaan_door uuid references persoon,
  gemaakt_door uuid not null references persoon,
  gemaakt_op timestamptz not null,
  versie integer not null default 1
);
create index actie_hulpvraag on actie (hulpvraag_id);
create index actie_houder on actie (houder_id) where gedaan_op is null;

create table termijn (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  school_id uuid not null references school,
  hulpvraag_id uuid not null references hulpvraag,
  actie_id uuid references actie,
  soort text not null,
  anker date not null,
  -- The rule as it was when computed: {"aantal": 6, "eenheid": "schoolweken"}.
  regel jsonb not null,
  vervalt date not null,
  verantwoordelijke text not null check (verantwoordelijke in ('ib', 'regierolhouder', 'actiehouder', 'aangeboden')),
  persoon_id uuid references persoon,
  status text not null check (status in ('open', 'klaar', 'vervallen')),
  klaar_op timestamptz,
  klaar_door uuid references persoon,
  uitgesteld smallint not null default 0,
  uitstelreden text,
  versie integer not null default 1,
  gemaakt_op timestamptz not null
);
create index termijn_open on termijn (swv_id, vervalt) where status = 'open';
create index termijn_hulpvraag on termijn (hulpvraag_id);

-- One row a reminder that a person got: a step of the ladder is never given twice.
create table herinnering (
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  termijn_id uuid not null references termijn,
  stap text not null,
  persoon_id uuid not null references persoon,
  dagbericht_id uuid not null,
  te_laat boolean not null default false,
  gemaakt_op timestamptz not null,
  primary key (termijn_id, stap, persoon_id)
);
create index herinnering_dagbericht on herinnering (dagbericht_id);

do $$
declare t text;
begin
  foreach t in array array['datasleutel', 'leerling', 'hulpvraag', 'toestemming', 'toestemming_gever', 'overlegronde', 'deelname',
    'agendapunt', 'besluit', 'terugkoppeling', 'regierol_aanbod', 'regierol', 'koppeling', 'actie', 'termijn', 'herinnering'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy zaak on %I using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id))', t);
    execute format('grant select, insert, update on %I to :app_role', t);
  end loop;
end $$;
