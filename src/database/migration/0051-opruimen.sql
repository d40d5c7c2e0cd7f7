-- An agreement by word of mouth: what a pupil says of it; it never proves a toestemming.
alter table toestemming_antwoord drop constraint toestemming_antwoord_soort_check;
alter table toestemming_antwoord add constraint toestemming_antwoord_soort_check
  check (soort in ('toestemming', 'akkoord', 'weigering', 'ingetrokken', 'bezwaar', 'geen_reactie'));

-- The subjects of the question when it was asked: another subject later was not asked for. Null: before they were kept.
alter table toestemming add column onderwerpen text[];

-- A ground that fell away: everything that shows something of it is drawn again, and the ib sees when that is done.
alter table hulpvraag
  add column opruiming_id uuid,
  add column opruiming_op timestamptz,
  add constraint hulpvraag_opruiming check ((opruiming_id is null) = (opruiming_op is null));
alter table kennisgeving add column opruiming_id uuid;
create index kennisgeving_opruiming on kennisgeving (opruiming_id) where opruiming_id is not null;
