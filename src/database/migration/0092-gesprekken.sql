-- A person can have more chats with the bot (a second account), an SZT can have had another channel. A message keeps the
-- conversation it was posted in; `actueel` is the one where the last word came from.
alter table gesprek add column actueel boolean not null default true;
drop index gesprek_persoon;
drop index gesprek_szt;
create unique index gesprek_persoon on gesprek (persoon_id) where actueel and persoon_id is not null;
create unique index gesprek_szt on gesprek (szt_id) where actueel and szt_id is not null;
create index gesprek_van_persoon on gesprek (persoon_id);
create index gesprek_van_szt on gesprek (szt_id);

-- One living message about a subject for a person, in whichever chat it stands.
drop index bericht_levend;
create unique index bericht_levend on bericht (persoon_id, onderwerp_soort, onderwerp_id) where actueel and persoon_id is not null;
create unique index bericht_levend_kanaal on bericht (gesprek_id, onderwerp_soort, onderwerp_id) where actueel and persoon_id is null;
