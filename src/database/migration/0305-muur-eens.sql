-- The walls ask for the scope once a question, and not once a row: with forty SZTs that took the most of the time. A part that
-- stands in a select of its own is worked out once.
do $$
declare muur record;
begin
  for muur in select tablename, policyname from pg_policies where schemaname = 'public' and qual = 'zaak_in_scope(swv_id, szt_id)' loop
    execute format('alter policy %I on %I using (swv_id = (select scope_swv())
        and (szt_id = any ((select scope_szts())::uuid[]) or (select coalesce(scope_taak(), '''')) in (''koerier'', ''wekker'', ''bewaren'')))
      with check (zaak_in_scope(swv_id, szt_id))', muur.policyname, muur.tablename);
  end loop;
end $$;

create index regierol_houder on regierol (houder_id) where upper_inf(periode);
