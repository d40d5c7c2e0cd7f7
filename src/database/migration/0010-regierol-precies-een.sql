-- The rule of 0002, in branches: one expression over both tables names a column that one of them does not have.
create or replace function regierol_precies_een() returns trigger language plpgsql security definer set search_path = public as $$
declare
  zaak uuid;
  open_rollen integer;
  moet boolean;
begin
  if tg_table_name = 'hulpvraag' then
    zaak := new.id;
  elsif tg_op = 'DELETE' then
    zaak := old.hulpvraag_id;
  else
    zaak := new.hulpvraag_id;
  end if;
  select regie_sinds is not null into moet from hulpvraag where id = zaak;
  if moet is null then return null; end if;
  select count(*) into open_rollen from regierol where hulpvraag_id = zaak and upper_inf(periode);
  if open_rollen <> (case when moet then 1 else 0 end) then
    raise exception using errcode = 'ZR001', message = 'regierol_precies_een', constraint = 'regierol_precies_een';
  end if;
  return null;
end $$;
