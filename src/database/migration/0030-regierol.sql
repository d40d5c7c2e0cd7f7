-- What terms, the regierol and closing need beside the first schema. Codes, days and relations only: nothing of what was said.

-- The day on which the due date last changed: what lies before it was not missed.
alter table termijn add column vervalt_sinds date;
update termijn set vervalt_sinds = (gemaakt_op at time zone 'Europe/Amsterdam')::date;
alter table termijn alter column vervalt_sinds set not null;
-- One open term of a kind per hulpvraag; acties have one each.
create unique index termijn_een_open on termijn (hulpvraag_id, soort) where status = 'open' and actie_id is null;
create unique index termijn_actie_open on termijn (actie_id) where status = 'open' and actie_id is not null;
create index termijn_szt_open on termijn (szt_id, vervalt) where status = 'open';
create index herinnering_persoon on herinnering (persoon_id, termijn_id);

-- The parents were told; their akkoord on the regierol may come some days later.
alter table terugkoppeling alter column akkoord drop not null;
alter table terugkoppeling add constraint terugkoppeling_akkoord
  check ((akkoord is not null and akkoord in ('ja', 'nee')) = (akkoord_op is not null));

alter table regierol
  add column giz_op date,
  add column giz_reden text
    check (giz_reden in ('kort_geleden_gedaan', 'plan_loopt_al', 'een_vraag', 'ouders_kozen_anders')),
  add constraint regierol_giz_reden check (giz_reden is null or giz = 'niet_nodig');

alter table regierol_aanbod
  add column gevraagd_door uuid references persoon,
  add column reden text
    check (reden in ('geen_tijd', 'niet_mijn_vak', 'te_dichtbij', 'verlof_of_ziekte', 'weg_van_school')),
  add constraint regierol_aanbod_reden check ((status = 'geweigerd') = (reden is not null));

alter table hulpvraag add column afsluiting_verteld_op date;

-- An actie that nobody has to do any more, because its hulpvraag was closed.
alter table actie add column vervallen_op timestamptz;
