-- When somebody is away: no bundle comes in that time, and the team sees until when. Why is nobody's business here.
create table verlof (
  swv_id uuid not null references swv,
  persoon_id uuid not null references persoon,
  van date not null,
  tot date not null check (tot >= van),
  primary key (persoon_id, van)
);
alter table verlof enable row level security;
create policy lezen on verlof for select using (swv_id = scope_swv() and (persoon_id = scope_persoon() or scope_taak() in ('wekker', 'koerier')
  or exists (select from lidmaatschap l where l.persoon_id = verlof.persoon_id and l.szt_id = any (scope_szts()))));
create policy eigen on verlof using (swv_id = scope_swv() and persoon_id = scope_persoon())
  with check (swv_id = scope_swv() and persoon_id = scope_persoon());
grant select, insert, delete on verlof to :app_role;
