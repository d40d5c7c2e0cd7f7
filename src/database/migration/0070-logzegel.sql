-- The seal on the log: a position and a keyed hash on every row, seals over batches, and the keys they are made with.

alter table gebeurtenis
  -- The place in the chain of its SZT (or of the events of no SZT), from 1.
  add column volgnr bigint,
  add constraint gebeurtenis_verzegeld check (num_nonnulls(volgnr, vorige_hash, hash) in (0, 3)),
  -- The second wall around free text: a value is a code, a date, a moment or an id, and has no blank in it.
  add constraint gebeurtenis_alleen_codes check (not jsonb_path_exists(gegevens,
    '$.** ? (@.type() == "string" && !(@ like_regex "^[A-Za-z0-9_:.+-]{1,80}$"))'));
create unique index gebeurtenis_keten on gebeurtenis (swv_id, szt_id, volgnr) nulls not distinct where volgnr is not null;

create or replace function gebeurtenis_blijft() returns trigger language plpgsql as $$
declare
  zonder_zegel gebeurtenis;
begin
  if tg_op = 'UPDATE' and old.hash is null then
    zonder_zegel := new;
    zonder_zegel.volgnr := old.volgnr;
    zonder_zegel.vorige_hash := old.vorige_hash;
    zonder_zegel.hash := old.hash;
    if zonder_zegel is not distinct from old then return new; end if;
  end if;
  raise exception using errcode = 'ZR002', message = 'gebeurtenis_blijft', constraint = 'gebeurtenis_blijft';
end $$;

-- A number is given out before its row can be seen. Who appends holds this lock until the end; who holds it alone for a
-- moment knows that no lower number is still on its way, and only then may seal. Before each statement: before the number.
create function gebeurtenis_onderweg() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('gebeurtenis', 0));
  return null;
end $$;
create trigger gebeurtenis_onderweg before insert on gebeurtenis for each statement execute function gebeurtenis_onderweg();

-- A key of the log, wrapped by a master key. A new master key begins a new one; the ones before stay, wrapped anew.
create table logsleutel (
  id uuid primary key,
  swv_id uuid not null references swv,
  verpakt bytea not null,
  hoofdsleutel text not null,
  gemaakt_met text not null,
  gemaakt_op timestamptz not null,
  unique (swv_id, gemaakt_met)
);

-- One batch of one chain. The seals themselves are one chain over the whole samenwerkingsverband: the last one stands for all.
create table logzegel (
  swv_id uuid not null references swv,
  nr bigint not null check (nr > 0),
  szt_id uuid references szt,
  van bigint not null check (van > 0),
  tot bigint not null check (tot >= van),
  -- The highest row of the batch, of whatever chain: below it nothing is left unsealed.
  tot_id bigint not null,
  kop bytea not null,
  sleutel_id uuid not null references logsleutel,
  op timestamptz not null,
  vorig bytea not null,
  zegel bytea not null,
  primary key (swv_id, nr)
);
create unique index logzegel_keten on logzegel (swv_id, szt_id, tot) nulls not distinct;

create function log_blijft() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'ZR002', message = 'log_blijft', constraint = 'log_blijft';
end $$;
create trigger logzegel_blijft before update or delete on logzegel for each row execute function log_blijft();
create trigger logzegel_blijft_heel before truncate on logzegel execute function log_blijft();
create trigger gebeurtenis_blijft_heel before truncate on gebeurtenis execute function log_blijft();
create trigger logsleutel_blijft before delete on logsleutel for each row execute function log_blijft();
create trigger logsleutel_blijft_heel before truncate on logsleutel execute function log_blijft();

alter table logsleutel enable row level security;
create policy log on logsleutel using (swv_id = scope_swv() and coalesce(scope_taak(), '') in ('log', 'bewaren'))
  with check (swv_id = scope_swv() and coalesce(scope_taak(), '') in ('log', 'bewaren'));
grant select, insert on logsleutel to :app_role;
grant update (verpakt, hoofdsleutel) on logsleutel to :app_role;

alter table logzegel enable row level security;
create policy log on logzegel using (swv_id = scope_swv() and coalesce(scope_taak(), '') = 'log')
  with check (swv_id = scope_swv() and coalesce(scope_taak(), '') = 'log');
grant select, insert on logzegel to :app_role;

-- Nobody writes a line in another's name, nobody reads lines of another SZT, and only one work seals.
drop policy eigen_swv on gebeurtenis;
create policy schrijven on gebeurtenis for insert with check (swv_id = scope_swv() and volgnr is null
  and (taak is null and actor_id = scope_persoon() or taak = scope_taak()));
create policy lezen on gebeurtenis for select
  using (swv_id = scope_swv() and (szt_id = any (scope_szts()) or coalesce(scope_taak(), '') in ('log', 'bewaren')));
create policy verzegelen on gebeurtenis for update using (swv_id = scope_swv() and coalesce(scope_taak(), '') = 'log')
  with check (swv_id = scope_swv() and coalesce(scope_taak(), '') = 'log');
grant update (volgnr) on gebeurtenis to :app_role;
