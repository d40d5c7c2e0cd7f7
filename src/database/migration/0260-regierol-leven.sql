-- The life of a regierol after the first akkoord.

-- Why this person was chosen: the craft that the question takes, or a bond of trust with the family (000 §3.1).
alter table besluit add column regierol_keuze text check (regierol_keuze in ('deskundigheid', 'vertrouwensband'));
alter table regierol_aanbod add column keuze text check (keuze in ('deskundigheid', 'vertrouwensband'));

-- Nobody answered in time.
alter table regierol_aanbod drop constraint regierol_aanbod_status_check;
alter table regierol_aanbod add constraint regierol_aanbod_status_check
  check (status in ('aangeboden', 'aanvaard', 'geweigerd', 'vervallen', 'verlopen'));

-- The holder wants to give it on: the ib and the parents agree first, and then the other one is asked (003, block 3).
create table regierol_voorstel (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  hulpvraag_id uuid not null references hulpvraag,
  door_id uuid not null references persoon,
  -- Nobody: the ib looks for somebody.
  aan_id uuid references persoon,
  reden text not null check (reden in ('geen_tijd', 'andere_deskundigheid', 'vertrouwensband', 'lang_afwezig', 'vertrek')),
  -- `gevraagd`: the ib agreed, and somebody was asked.
  stand text not null check (stand in ('voorgesteld', 'gevraagd', 'klaar', 'afgewezen', 'ingetrokken', 'vervallen')),
  voorgesteld_op timestamptz not null,
  beslist_door uuid references persoon,
  beslist_op timestamptz,
  check ((stand = 'voorgesteld') = (beslist_op is null))
);
create unique index regierol_voorstel_een on regierol_voorstel (hulpvraag_id) where stand in ('voorgesteld', 'gevraagd');

-- The holder is away for a while and comes back. Both days count.
create table waarneming (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  hulpvraag_id uuid not null references hulpvraag,
  voor_id uuid not null references persoon,
  door_id uuid not null references persoon,
  van date not null,
  tot date not null check (tot >= van),
  -- `gevraagd`: not answered yet; until then the ib is the one.
  stand text not null check (stand in ('gevraagd', 'afgesproken', 'voorbij', 'vervallen')),
  gevraagd_door uuid not null references persoon,
  gevraagd_op timestamptz not null,
  -- Of the parents or the pupil, for who is not the ib of the school.
  akkoord_op date,
  akkoord_van text[] not null default '{}',
  begonnen_op timestamptz,
  beeindigd_op timestamptz,
  check ((stand in ('voorbij', 'vervallen')) = (beeindigd_op is not null)),
  check (stand <> 'gevraagd' or akkoord_op is not null)
);
create unique index waarneming_een on waarneming (hulpvraag_id) where stand in ('gevraagd', 'afgesproken');
create index waarneming_voor on waarneming (voor_id) where stand in ('gevraagd', 'afgesproken');

do $$
declare tabel text;
begin
  foreach tabel in array array['regierol_voorstel', 'waarneming'] loop
    execute format('alter table %I enable row level security', tabel);
    execute format('create policy zaak on %I using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id))', tabel);
  end loop;
end $$;
grant select, insert, update on regierol_voorstel, waarneming to :app_role;
create index koppeling_open on koppeling (hulpvraag_id) where tot is null;
