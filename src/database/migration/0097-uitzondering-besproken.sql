-- When it was spoken of without the parents. That is settled with the besluit: what is agreed with them later in the same
-- round, or that day, does not make it a discussion with their consent.
alter table uitzondering add column besproken_op timestamptz;
update uitzondering u set besproken_op = coalesce(u.einde_op, u.ronde_geopend_op, u.gevraagd_op)
  where u.einde = 'gebruikt' or (u.einde is null and exists (
    select from agendapunt a where a.ronde_id = u.ronde_id and a.hulpvraag_id = u.hulpvraag_id and a.status = 'besproken'));
grant update (besproken_op) on uitzondering to :app_role;
