-- What a message shows is only sure after Teams confirmed the last edit (docs/decisions/0004). Written before an edit
-- leaves the house: the moment, and the mark of what was sent; empty when it was more than one thing. `bewerking` says
-- whose answer may end it; `bedekt` counts how often a client was given something to show in its place.
alter table bericht
  add column bewerking integer not null default 0,
  add column bedekt integer not null default 0,
  add column onzeker_op timestamptz,
  add column onzeker_afdruk bytea,
  add constraint bericht_onzeker check ((onzeker_op is null) = (onzeker_afdruk is null));
