-- In the round itself. When an item was begun, the last time, and who brings it in when that is somebody else than usual.
-- Both stand with the item: who may not know of it learns nothing of when it was spoken of, and they are erased with it.
alter table agendapunt
  add column begonnen_op timestamptz,
  add column inbrenger_id uuid references persoon;

-- What somebody outside the school told where the parents were informed and did not object: known there or not, since which
-- month, and whether that has ended. Locked, chosen and never typed; one a person, and gone when the ground is.
create table bijdrage (
  id uuid primary key,
  swv_id uuid not null references swv,
  szt_id uuid not null references szt,
  hulpvraag_id uuid not null references hulpvraag,
  persoon_id uuid not null references persoon,
  inhoud bytea not null,
  gegeven_op timestamptz not null,
  unique (hulpvraag_id, persoon_id)
);

alter table bijdrage enable row level security;
create policy zaak on bijdrage using (zaak_in_scope(swv_id, szt_id)) with check (zaak_in_scope(swv_id, szt_id));
grant select, insert, update, delete on bijdrage to :app_role;
