-- Until which message of ours the chat was read, as Teams tells it; nothing where it never did. When a message was read
-- is not kept: it serves to reach people, not to watch them.
alter table gesprek add column gelezen_tot bigint check (gelezen_tot > 0);
-- `gepland_op`: when it should have gone, for `niet_voor` moves with every try. `rust`: it waits for the day, at every try.
alter table kennisgeving add column gepland_op timestamptz, add column rust boolean not null default false;
-- `laat`: it should have come on an earlier day, on which we did not speak. `kort`: this person read of it before.
alter table herinnering add column laat boolean not null default false, add column kort boolean not null default false;
alter table teamactie_herinnering add column laat boolean not null default false, add column kort boolean not null default false;
-- Of what this person wants no reminder ahead of the day.
alter table persoon add column vooraf_uit text[] not null default '{}' check (vooraf_uit <@ array['acties', 'regierol']);
