-- The day on which what was discussed or is being carried out lost its ground, as long as there is no new one: from then
-- on its term of keeping runs. Empty for what stands; the look of each month fills it for what lost its ground before.
alter table hulpvraag add column grondslag_weg_op date;
create index hulpvraag_zonder_grondslag on hulpvraag (id) where grondslag_weg_op is not null;
