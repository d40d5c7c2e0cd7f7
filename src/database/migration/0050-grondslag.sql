-- All grounds: what a toestemming rests on. Codes and dates only; where a form is kept is 'wat'.

-- Beside gezag: what changes who is asked, or who else decides along. Never the name of anybody.
alter table leerling
  add column gezag_merken text[] not null default '{}'
    check (gezag_merken <@ '{gescheiden,ots,gezinsvoogd,gedeeltelijk_gezag_instelling,gedeeltelijk_gezag_pleegouder}'::text[]),
  add column gezag_gecontroleerd_op date;

-- A holder of gezag who cannot answer, and how that was established.
create table leerling_partij (
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  leerling_id uuid not null references leerling,
  partij text not null check (partij in ('ouder1', 'ouder2', 'leerling', 'voogd', 'voogd2')),
  stand text not null check (stand in ('overleden', 'onbereikbaar', 'wilsonbekwaam')),
  hoe text not null check (hoe in ('akte_of_register', 'verklaring_andere_ouder', 'brief_en_telefoon', 'adres_onbekend',
    'buitenland_onbekend', 'verklaring_deskundige')),
  vastgesteld_op date not null,
  vastgelegd_door uuid not null references persoon,
  vastgelegd_op timestamptz not null,
  primary key (leerling_id, partij)
);

alter table toestemming
  drop constraint toestemming_doel_check,
  add column doelen text[] not null default '{bespreking_szt}'
    check (doelen <@ '{bespreking_szt,toewijzen_regierol,start_jeugdhulp,start_hulp_wgbo,verstrekking_extern,verstrekking_jeugdbeschermer}'::text[]
      and 'bespreking_szt' = any (doelen)),
  -- Subjects of which the form says that they are not spoken of.
  add column uitgesloten text[] not null default '{}';
alter table toestemming drop column doel;

-- Every answer is a line of its own and stays as it was; per partij the last one counts.
create table toestemming_antwoord (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  hulpvraag_id uuid not null references hulpvraag,
  toestemming_id uuid not null references toestemming,
  partij text not null check (partij in ('ouder1', 'ouder2', 'leerling', 'voogd', 'voogd2')),
  soort text not null check (soort in ('toestemming', 'weigering', 'ingetrokken', 'bezwaar', 'geen_reactie')),
  op date not null,
  vorm text not null check (vorm in ('papier', 'digitaal_geverifieerd', 'mondeling_bevestigd', 'mail', 'mondeling')),
  bewaarplaats bytea,
  vastgelegd_door uuid references persoon,
  vastgelegd_op timestamptz not null,
  check (soort <> 'toestemming' or vorm in ('papier', 'digitaal_geverifieerd', 'mondeling_bevestigd'))
);
create index toestemming_antwoord_hulpvraag on toestemming_antwoord (hulpvraag_id, op);

insert into toestemming_antwoord (id, swv_id, szt_id, hulpvraag_id, toestemming_id, partij, soort, op, vorm, bewaarplaats,
  vastgelegd_door, vastgelegd_op)
select gen_random_uuid(), g.swv_id, g.szt_id, t.hulpvraag_id, t.id,
  -- The second voogd had the place of the second parent; see whereOf in the store for what was locked there.
  case when l.gezag = 'gezamenlijke_voogdij' and g.partij = 'ouder2' then 'voogd2' else g.partij end,
  case when g.ingetrokken_op = g.gegeven_op then 'weigering' else 'toestemming' end,
  g.gegeven_op, g.vorm, g.bewaarplaats, t.vastgelegd_door, t.vastgelegd_op
from toestemming_gever g join toestemming t on t.id = g.toestemming_id
  join hulpvraag h on h.id = t.hulpvraag_id join leerling l on l.id = h.leerling_id;
-- Who recorded a withdrawal, and at what moment, was not kept.
insert into toestemming_antwoord (id, swv_id, szt_id, hulpvraag_id, toestemming_id, partij, soort, op, vorm, vastgelegd_op)
select gen_random_uuid(), g.swv_id, g.szt_id, t.hulpvraag_id, t.id,
  case when l.gezag = 'gezamenlijke_voogdij' and g.partij = 'ouder2' then 'voogd2' else g.partij end,
  'ingetrokken', g.ingetrokken_op, 'mondeling', t.vastgelegd_op
from toestemming_gever g join toestemming t on t.id = g.toestemming_id
  join hulpvraag h on h.id = t.hulpvraag_id join leerling l on l.id = h.leerling_id
where g.ingetrokken_op > g.gegeven_op;
drop table toestemming_gever;

-- What the parents were told in writing (004 §1.8, option 2), and until when they can object.
create table ouderinformatie (
  toestemming_id uuid primary key references toestemming,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  school_id uuid not null references school,
  hulpvraag_id uuid not null references hulpvraag,
  -- The anchor of the term: the day on which the last of them was sent it.
  verzonden_op date not null,
  wijze text not null check (wijze in ('brief', 'mail', 'meegegeven')),
  aan text[] not null check (aan <@ '{ouder1,ouder2,leerling,voogd,voogd2}'::text[] and cardinality(aan) > 0),
  taal text not null check (taal in ('nederlands', 'engels', 'turks', 'arabisch', 'pools', 'oekraiens', 'anders')),
  begrepen text not null check (begrepen in ('ja', 'met_tolk', 'nee', 'onbekend')),
  regel jsonb not null,
  -- The last day on which an objection is in time.
  bezwaar_tot date not null,
  check (bezwaar_tot >= verzonden_op)
);
create index ouderinformatie_school on ouderinformatie (school_id, bezwaar_tot);

do $$
declare t text;
begin
  foreach t in array array['leerling_partij', 'toestemming_antwoord', 'ouderinformatie'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy zaak on %I using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id))', t);
  end loop;
end $$;
grant select, insert on toestemming_antwoord to :app_role;
grant select, insert, update on ouderinformatie to :app_role;
grant select, insert, update, delete on leerling_partij to :app_role;
