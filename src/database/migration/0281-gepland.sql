-- The day on which somebody wants to do it, before it is due: a reminder for that person alone, which nobody else sees.
alter table termijn add column gepland date, add column gepland_door uuid references persoon;
alter table termijn add constraint termijn_gepland check ((gepland is null) = (gepland_door is null));
