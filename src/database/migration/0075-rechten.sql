-- Rights of parents and pupils (AVG art. 12-21): a note of correction, keeping for longer, erasure with a second person,
-- and what stays of what was erased: counts, numbers that are not given out again, and that it happened.

-- A besluit or actie is not rewritten: what was not right about it stands beside it, with its date.
create table correctie (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  hulpvraag_id uuid not null references hulpvraag,
  besluit_id uuid references besluit,
  actie_id uuid references actie,
  tekst bytea not null,
  -- Who asked for it, as places: ouder1, leerling.
  gevraagd_door text[] not null,
  vastgelegd_door uuid not null references persoon,
  vastgelegd_op timestamptz not null,
  check (num_nonnulls(besluit_id, actie_id) = 1)
);
create index correctie_hulpvraag on correctie (hulpvraag_id);

-- Why the data of a leerling may not be erased yet, and until when.
create table bewaring (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  leerling_id uuid not null references leerling,
  reden text not null check (reden in ('bezwaar_loopt', 'klacht_loopt', 'rechtszaak', 'onderzoek_veilig_thuis', 'wettelijke_plicht')),
  tot date not null,
  vastgelegd_door uuid not null references persoon,
  vastgelegd_op timestamptz not null,
  beeindigd_op timestamptz,
  beeindigd_door uuid references persoon
);
create unique index bewaring_geldend on bewaring (leerling_id) where beeindigd_op is null;

-- That the ib was told on which day this hulpvraag will be erased: without it nothing is erased by the clock.
create table bewaartermijn (
  hulpvraag_id uuid primary key references hulpvraag,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  aangekondigd_op date not null,
  wissen_op date not null,
  check (wissen_op >= aangekondigd_op)
);

do $$
declare t text;
begin
  foreach t in array array['correctie', 'bewaring', 'bewaartermijn'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy zaak on %I using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id))', t);
  end loop;
end $$;
grant select, insert on correctie to :app_role;
grant select, insert, update on bewaring to :app_role;
grant select, insert, update, delete on bewaartermijn to :app_role;

-- One erasure, asked or by the clock. It outlives what it erased, so it has no foreign key to a case; once it is over
-- nothing in it tells whose data these were.
create table wissing (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  school_id uuid not null references school,
  -- By which the two people name it to each other; says nothing about the case.
  nummer text not null check (nummer ~ '^W-[0-9]{4}$'),
  aanleiding text not null check (aanleiding in ('verzoek', 'bewaartermijn')),
  reden text not null check (reden in ('verzoek', 'niet_meer_nodig', 'onterecht_vastgelegd', 'verkeerde_leerling', 'bewaartermijn')),
  gevraagd_van text[] not null default '{}',
  gevraagd_door uuid references persoon,
  gevraagd_op timestamptz not null,
  tweede_id uuid references persoon,
  -- The last day on which the second person can confirm.
  uiterlijk date,
  status text not null check (status in ('gevraagd', 'bevestigd', 'geweigerd', 'ingetrokken', 'verlopen', 'tegengehouden', 'gewist', 'klaar')),
  -- Why it was held up after all.
  tegen text check (tegen in ('loopt', 'bewaring')),
  leerling_ids uuid[] not null,
  -- By the clock one hulpvraag goes at a time; at somebody's request all of them.
  hulpvraag_ids uuid[] not null default '{}',
  beantwoord_op timestamptz,
  gewist_op timestamptz,
  klaar_op timestamptz,
  -- What messages and notices may still be about; empty when the last message is gone.
  onderwerpen uuid[] not null default '{}',
  -- How many rows of each table went, and how many keys.
  bewijs jsonb not null default '{}',
  versie integer not null default 1,
  check ((aanleiding = 'verzoek') = (gevraagd_door is not null)),
  check ((aanleiding = 'verzoek') = (tweede_id is not null)),
  check (tweede_id <> gevraagd_door),
  check ((status in ('gevraagd', 'bevestigd')) = (cardinality(leerling_ids) > 0)),
  check (status in ('gevraagd', 'bevestigd') or cardinality(hulpvraag_ids) = 0),
  check (status = 'gewist' or cardinality(onderwerpen) = 0)
);
create index wissing_lopend on wissing (swv_id) where status in ('gevraagd', 'bevestigd', 'gewist');

alter table kennisgeving add column wissing_id uuid references wissing;
create index kennisgeving_wissing on kennisgeving (wissing_id) where wissing_id is not null;

-- What is told of hulpvragen that are gone (domain.md §8): per school how many, per bestuur about what. No dates, no child.
create table gewist_geteld (
  swv_id uuid not null references swv,
  school_id uuid references school,
  bestuur text,
  -- The calendar year in which the schooljaar began.
  schooljaar smallint not null,
  soort text not null check (soort ~ '^[a-z_]+$'),
  aantal integer not null check (aantal > 0),
  check (num_nonnulls(school_id, bestuur) = 1),
  unique nulls not distinct (swv_id, school_id, bestuur, schooljaar, soort)
);

-- A number stays out of use for two school years, also when nothing is left of what it was the number of.
create table referentie_bezet (
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  referentie text not null,
  tot date not null,
  primary key (szt_id, referentie)
);

do $$
declare t text;
begin
  foreach t in array array['wissing', 'gewist_geteld', 'referentie_bezet'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy eigen_swv on %I using (swv_id = scope_swv()) with check (swv_id = scope_swv())', t);
    execute format('grant select, insert, update on %I to :app_role', t);
  end loop;
end $$;

-- The row of a message goes when the message itself is gone; only the courier knows that.
grant delete on bericht to :app_role;
create policy alleen_koerier on bericht as restrictive for delete to :app_role using (coalesce(scope_taak(), '') = 'koerier');

-- Which kinds of file there are is known by who makes them.
alter table bestandslink drop constraint bestandslink_soort_check;
alter table bestandslink add constraint bestandslink_soort_check check (soort ~ '^[a-z_]+$');

-- Every table whose rows belong to a row of `wortel` by a chain of foreign keys that cannot be null, with the condition
-- that finds them ($1: ids of the wortel). A table that is made later is in it by itself. `diepte`: children come after
-- their parents, whichever foreign key ties them.
create function boom_van(wortel text) returns table (tabel text, diepte integer, voorwaarde text)
language plpgsql stable set search_path = pg_catalog, public as $$
declare
  sleutels constant text := 'select c.conrelid::regclass::text as kind, c.confrelid::regclass::text as ouder, a.attname::text as kolom,
      f.attname::text as sleutel, a.attnotnull as vast, cardinality(c.conkey) as breedte
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[1]
    where c.contype = ''f'' and c.connamespace = ''public''::regnamespace and c.conrelid <> c.confrelid';
  gevonden text[] := array[wortel];
  nieuw text[] := array[wortel];
  voorwaarden jsonb := jsonb_build_object(wortel, 'id = any($1)');
  niveau integer := 0;
  klaar text[];
  wie text;
  hoe text;
begin
  while cardinality(nieuw) > 0 loop
    execute format('select coalesce(array_agg(distinct kind), ''{}'') from (%s) s where vast and ouder = any($1) and kind <> all($2)', sleutels)
      into nieuw using nieuw, gevonden;
    gevonden := gevonden || nieuw;
  end loop;
  execute format('select kind from (%s) s where ouder = any($1) and breedte > 1 limit 1', sleutels) into wie using gevonden;
  if wie is not null then raise exception 'a key of more columns to %', wie; end if;
  klaar := array[wortel];
  tabel := wortel; diepte := 0; voorwaarde := voorwaarden ->> wortel;
  return next;
  while cardinality(klaar) < cardinality(gevonden) loop
    niveau := niveau + 1;
    execute format('select array_agg(t) from unnest($1) t where t <> all($2) and not exists (
      select from (%s) s where s.kind = t and s.ouder = any($1) and s.ouder <> all($2))', sleutels)
      into nieuw using gevonden, klaar;
    if nieuw is null then raise exception 'the tables under % go round', wortel; end if;
    foreach wie in array nieuw loop
      execute format('select string_agg(format(''%%I in (select %%I from %%s where %%s)'', kolom, sleutel, ouder, $2 ->> ouder), '' or '')
        from (%s) s where kind = $1 and vast and ouder = any($3)', sleutels) into hoe using wie, voorwaarden, klaar;
      voorwaarden := voorwaarden || jsonb_build_object(wie, hoe);
      tabel := wie; diepte := niveau; voorwaarde := hoe;
      return next;
    end loop;
    klaar := klaar || nieuw;
  end loop;
end $$;

-- What wis() would take: how many rows of each table, and the sha256 of everything that is locked in them.
create function wis_telling(wortel text, ids uuid[]) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  stuk record;
  kolom text;
  aantal bigint;
  gevonden text[];
  rijen jsonb := '{}';
  sloten text[] := '{}';
  nummers text[] := '{}';
begin
  if coalesce(scope_taak(), '') not in ('wekker', 'bewaren') then raise exception 'only the work that erases may do this'; end if;
  for stuk in select * from boom_van(wortel) loop
    execute format('select count(*) from %s where swv_id = scope_swv() and (%s)', stuk.tabel, stuk.voorwaarde) into aantal using ids;
    if aantal = 0 then continue; end if;
    rijen := rijen || jsonb_build_object(stuk.tabel, aantal);
    for kolom in select attname from pg_attribute where attrelid = stuk.tabel::regclass and attnum > 0 and not attisdropped
        and atttypid = 'bytea'::regtype loop
      execute format('select array_agg(encode(sha256(%I), ''hex'')) from %s where %I is not null and (%s)', kolom, stuk.tabel, kolom, stuk.voorwaarde)
        into gevonden using ids;
      sloten := sloten || coalesce(gevonden, '{}');
    end loop;
    if exists (select from pg_attribute where attrelid = stuk.tabel::regclass and attname = 'id' and atttypid = 'uuid'::regtype) then
      execute format('select array_agg(id::text) from %s where %s', stuk.tabel, stuk.voorwaarde) into gevonden using ids;
      nummers := nummers || coalesce(gevonden, '{}');
    end if;
  end loop;
  return jsonb_build_object('rijen', rijen, 'sloten', to_jsonb(sloten), 'nummers', to_jsonb(nummers));
end $$;

-- Takes the rows of `wortel` with everything that belongs to them, children first. A row elsewhere that only points at
-- one of them loses that pointer and stays.
create function wis(wortel text, ids uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  stuk record;
  wijzer record;
begin
  if coalesce(scope_taak(), '') not in ('wekker', 'bewaren') then raise exception 'only the work that erases may do this'; end if;
  execute format('select from %s where id = any($1) and swv_id = scope_swv() for update', wortel) using ids;
  for stuk in select * from boom_van(wortel) order by diepte desc loop
    for wijzer in select c.conrelid::regclass::text as kind, a.attname::text as kolom, f.attname::text as sleutel
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[1]
        where c.contype = 'f' and c.confrelid = stuk.tabel::regclass and not a.attnotnull loop
      execute format('update %s set %I = null where %I in (select %I from %s where %s)',
        wijzer.kind, wijzer.kolom, wijzer.kolom, wijzer.sleutel, stuk.tabel, stuk.voorwaarde) using ids;
    end loop;
    execute format('delete from %s where swv_id = scope_swv() and (%s)', stuk.tabel, stuk.voorwaarde) using ids;
  end loop;
end $$;

-- What names one of these ids without a foreign key: timers, links, presses, and notices that nobody is delivering now.
create function wis_losse(ids uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if coalesce(scope_taak(), '') not in ('wekker', 'bewaren', 'koerier') then raise exception 'only the work that erases may do this'; end if;
  delete from wekker where swv_id = scope_swv()
    and (onderwerp_id = any (ids) or exists (select from unnest(ids) i where position(i::text in sleutel) > 0));
  delete from kennisgeving where swv_id = scope_swv() and status <> 'bezig'
    and (onderwerp_id = any (ids) or exists (select from unnest(ids) i where position(i::text in sleutel) > 0));
  delete from bestandslink where swv_id = scope_swv() and onderwerp_id = any (ids);
  delete from druk where swv_id = scope_swv() and sleutel = any (ids::text[]);
end $$;

-- How often one of these sha256 sums is that of a value anywhere in this database: none, after an erasure.
create function wis_over(sloten text[]) returns bigint
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  plek record;
  aantal bigint;
  totaal bigint := 0;
begin
  if coalesce(scope_taak(), '') <> 'bewaren' then raise exception 'only the work that erases may do this'; end if;
  for plek in select c.oid::regclass::text as tabel, a.attname::text as kolom from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and a.atttypid = 'bytea'::regtype loop
    execute format('select count(*) from %s where encode(sha256(%I), ''hex'') = any($1)', plek.tabel, plek.kolom) into aantal using sloten;
    totaal := totaal + aantal;
  end loop;
  return totaal;
end $$;

revoke all on function boom_van(text), wis_telling(text, uuid[]), wis(text, uuid[]), wis_losse(uuid[]), wis_over(text[]) from public;
grant execute on function wis_telling(text, uuid[]), wis(text, uuid[]), wis_losse(uuid[]), wis_over(text[]) to :app_role;
