-- The last day to object that the letter names, when that is later than the day that is counted: what parents were told holds.
alter table ouderinformatie add column toegezegd_tot date;
