-- A weekday on which this school does teach though its region has a holiday then (autumn, spring and May are advice), or on a
-- feast on which schools may: the opposite of a studiedag. Nothing here is about a leerling.
create table lesdag (
  swv_id uuid not null references swv,
  school_id uuid not null references school,
  datum date not null,
  primary key (school_id, datum)
);
alter table lesdag enable row level security;
create policy eigen_swv on lesdag using (swv_id = scope_swv()) with check (swv_id = scope_swv());
grant select, insert, delete on lesdag to :app_role;
