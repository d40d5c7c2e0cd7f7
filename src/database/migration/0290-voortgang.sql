-- How it goes, as who has the regierol reports it every six schoolweken, and looks back after three months (003). Codes and
-- days: what was said stays with who heard it.
create table voortgang (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  hulpvraag_id uuid not null references hulpvraag,
  hoe text not null check (hoe in ('goed', 'moeizaam', 'loopt_vast')),
  -- Not asked when it was told with one press.
  contact boolean,
  meer_hulp boolean,
  vastgelegd_door uuid not null references persoon,
  vastgelegd_op timestamptz not null
);
create index voortgang_van on voortgang (hulpvraag_id, vastgelegd_op);

create table terugblik (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  hulpvraag_id uuid not null references hulpvraag,
  langer boolean not null,
  werkt text not null check (werkt in ('ja', 'deels', 'nee')),
  anders_nodig boolean not null,
  besproken_met text[] not null check (besproken_met <@ '{ouders,leerling,school,meedenkers}'::text[] and cardinality(besproken_met) > 0),
  uitkomst text not null check (uitkomst in ('werkt', 'wordt_aangepast', 'terug_naar_schakelteam', 'afsluiten')),
  vastgelegd_door uuid not null references persoon,
  vastgelegd_op timestamptz not null
);
create index terugblik_van on terugblik (hulpvraag_id, vastgelegd_op);

do $$
declare tabel text;
begin
  foreach tabel in array array['voortgang', 'terugblik'] loop
    execute format('alter table %I enable row level security', tabel);
    execute format('create policy zaak on %I using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id))', tabel);
  end loop;
end $$;
grant select, insert on voortgang, terugblik to :app_role;
