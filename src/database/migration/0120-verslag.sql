-- The report of a round that is over: that there is one, and whether it was settled. What it says is drawn each time from
-- the rows of the round itself, with the eyes of who reads it; nothing here is about a leerling.
create table verslag (
  ronde_id uuid primary key references overlegronde,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  gemaakt_op timestamptz not null,
  -- From this day on it can be settled without waiting for the next round.
  vast_vanaf date not null,
  vastgesteld_op timestamptz,
  vastgesteld_door uuid references persoon,
  versie integer not null default 1,
  check ((vastgesteld_op is null) = (vastgesteld_door is null))
);
create index verslag_szt on verslag (szt_id) where vastgesteld_op is null;

-- What a participant wants to see put right beside a besluit. The besluit stays as it is: what is taken over becomes a
-- correctie, and the words then stand there and no longer here.
create table verslag_wijziging (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  ronde_id uuid not null references verslag,
  hulpvraag_id uuid not null references hulpvraag,
  besluit_id uuid not null references besluit,
  tekst bytea,
  status text not null default 'open' check (status in ('open', 'overgenomen', 'afgewezen')),
  reden text check (reden in ('staat_er_al', 'zo_besloten', 'niet_besproken', 'niet_nodig', 'hoort_in_dossier')),
  voorgesteld_door uuid not null references persoon,
  voorgesteld_op timestamptz not null,
  beantwoord_door uuid references persoon,
  beantwoord_op timestamptz,
  check ((status = 'open') = (beantwoord_op is null)),
  check ((beantwoord_op is null) = (beantwoord_door is null)),
  check ((status = 'afgewezen') = (reden is not null)),
  check ((status = 'overgenomen') = (tekst is null))
);
create index verslag_wijziging_ronde on verslag_wijziging (ronde_id);
create index verslag_wijziging_hulpvraag on verslag_wijziging (hulpvraag_id);

do $$
declare t text;
begin
  foreach t in array array['verslag', 'verslag_wijziging'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy zaak on %I using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id))', t);
  end loop;
end $$;
grant select, insert, update on verslag, verslag_wijziging to :app_role;
