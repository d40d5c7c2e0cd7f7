-- The team itself: who left before the set-up said so, what was agreed about hours and days over time, who stands in for whom.
alter table lidmaatschap
  -- Ended by hand, or (not yet confirmed) because Teams told so; null as it was set up.
  add column einde text check (einde in ('hand', 'teams')),
  -- The last day before it was ended: what comes back when Teams told too much.
  add column tot_eerder date,
  -- The newest news of Teams that was heard about it: older news comes too late.
  add column gemeld_op timestamptz,
  add column vervangt_id uuid references lidmaatschap,
  -- What the file said last: only what is new in it undoes what was changed by hand.
  add column voorzitter_bestand boolean not null default false,
  add column tot_bestand date;
update lidmaatschap set voorzitter_bestand = voorzitter, tot_bestand = tot;

-- A membership that ends on the day before its first one never held: so access ends at once, whatever the clock says.
alter table lidmaatschap drop constraint lidmaatschap_check;
alter table lidmaatschap add constraint lidmaatschap_periode check (tot is null or tot >= van - 1);

-- One chair at a time. Where the set-up gave more, the one who was there first keeps it.
update lidmaatschap l set voorzitter = false where voorzitter and exists (
  select from lidmaatschap o where o.szt_id = l.szt_id and o.voorzitter and o.persoon_id <> l.persoon_id
    and (o.van, o.id) < (l.van, l.id)
    and daterange(o.van, o.tot + 1, '[)') && daterange(l.van, l.tot + 1, '[)'));
alter table lidmaatschap add constraint een_voorzitter
  exclude using gist (szt_id with =, persoon_id with <>, daterange(van, tot + 1, '[)') with &&)
  where (voorzitter) deferrable initially deferred;

-- Agreed hours and working days from a day on. Before the first row those of the membership itself hold.
create table lid_afspraak (
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  lidmaatschap_id uuid not null references lidmaatschap,
  vanaf date not null,
  uren_per_week real check (uren_per_week between 0 and 60),
  werkdagen text[] not null check (werkdagen <@ '{ma,di,wo,do,vr}'::text[]),
  -- Null: the set-up file.
  door uuid references persoon,
  op timestamptz not null,
  primary key (lidmaatschap_id, vanaf)
);
alter table lid_afspraak enable row level security;
create policy eigen_swv on lid_afspraak using (swv_id = scope_swv()) with check (swv_id = scope_swv());
grant select, insert, update on lid_afspraak to :app_role;

create function afspraak_op(lid uuid, dag date) returns table (uren real, werkdagen text[]) language sql stable as
$$ select coalesce(a.uren_per_week, case when a.lidmaatschap_id is null then l.uren_per_week end), coalesce(a.werkdagen, l.werkdagen)
   from lidmaatschap l left join lateral (
     select * from lid_afspraak where lidmaatschap_id = l.id and vanaf <= dag order by vanaf desc limit 1) a on true
   where l.id = lid $$;

-- For the weekly message: hours by function over time, and no person.
create view weekbericht_inzet with (security_barrier) as
  select l.swv_id, l.szt_id, l.functie, l.van, l.tot, d.vanaf, d.uren_per_week as uren,
    lead(d.vanaf) over (partition by l.id order by d.vanaf) - 1 as tot_en_met, coalesce(l.einde = 'teams', false) as onderbroken
  from lidmaatschap l cross join lateral (
    select l.van as vanaf, l.uren_per_week
      where not exists (select from lid_afspraak a where a.lidmaatschap_id = l.id and a.vanaf <= l.van)
    union all select a.vanaf, a.uren_per_week from lid_afspraak a where a.lidmaatschap_id = l.id) d
  where l.swv_id = scope_swv();
grant select on weekbericht_inzet to :digest_role;

create view weekbericht_instelling with (security_barrier) as
  select id as swv_id, coalesce(instellingen -> 'team', '{}') as team from swv where id = scope_swv();
grant select on weekbericht_instelling to :digest_role;
