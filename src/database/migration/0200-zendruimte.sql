-- What was sent to Teams a moment ago, by conversation and by tenant, so that all instances together keep within what it takes.
-- Lost after a crash of the database, which takes longer than most of what it remembers.
create unlogged table zendruimte (
  swv_id uuid not null references swv,
  soort text not null check (soort in ('gesprek', 'tenant')),
  sleutel text not null,
  -- Milliseconds since 1970, oldest first.
  momenten bigint[] not null default '{}',
  -- One call at a time in a conversation: two at once are refused (412). Lapses by itself when an instance dies.
  bezet_tot timestamptz,
  -- Teams asked for rest.
  rust_tot timestamptz,
  primary key (swv_id, soort, sleutel)
);
alter table zendruimte enable row level security;
create policy koerier on zendruimte using (swv_id = scope_swv() and scope_taak() = 'koerier')
  with check (swv_id = scope_swv() and scope_taak() = 'koerier');
grant select, insert, update, delete on zendruimte to :app_role;
