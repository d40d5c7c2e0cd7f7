-- Who comes to a team also comes to the rounds that were planned before; until that is done it stands here since when.
alter table lidmaatschap add column gekomen_op timestamptz,
  -- Chaired when Teams told that they left: so again when that was a slip, and nobody else was chosen.
  add column voorzitter_eerder boolean not null default false;

-- Agreed hours belong to a place: who stands in for a colleague adds none while that place is held.
create or replace view weekbericht_inzet with (security_barrier) as
  select l.swv_id, l.szt_id, l.functie, l.van, l.tot, d.vanaf, d.uren_per_week as uren,
    lead(d.vanaf) over (partition by l.id order by d.vanaf) - 1 as tot_en_met, coalesce(l.einde = 'teams', false) as onderbroken
  from (
    select m.id, m.swv_id, m.szt_id, m.functie, greatest(m.van, w.tot + 1) as van, m.tot, m.uren_per_week, m.einde
    from lidmaatschap m left join lidmaatschap w on w.id = m.vervangt_id
    where w.id is null or w.tot < coalesce(m.tot, w.tot + 1)) l
  cross join lateral (
    select l.van as vanaf, case when b.vanaf is null then l.uren_per_week else b.uren_per_week end as uren_per_week
      from (select) een left join lateral (
        select a.vanaf, a.uren_per_week from lid_afspraak a where a.lidmaatschap_id = l.id and a.vanaf <= l.van
        order by a.vanaf desc limit 1) b on true
    union all select a.vanaf, a.uren_per_week from lid_afspraak a where a.lidmaatschap_id = l.id and a.vanaf > l.van) d
  where l.swv_id = scope_swv();

-- What three and a third of all named is told to the directeur as it is to the team.
create or replace view weekbericht_evaluatie with (security_barrier) as
  select swv_id, szt_id, begin, sluit, stand, cijfer, helpt, hindert from evaluatie where swv_id = scope_swv();
