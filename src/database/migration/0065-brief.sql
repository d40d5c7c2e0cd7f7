-- Letters and the folder by one-use link: beside the round's calendar file, with what was chosen (codes and a day).
alter table bestandslink drop constraint bestandslink_soort_check;
alter table bestandslink add constraint bestandslink_soort_check check (soort in ('agenda_ronde', 'brief', 'folder'));
alter table bestandslink add column keuze jsonb not null default '{}';

-- What differs from school to school, such as where one complains; what all schools share stands with the swv.
alter table school add column instellingen jsonb not null default '{}';
