-- Which school of the SZT a membership is about: an SZT can serve more than one. Null is the only school of the SZT for
-- who works for a school; where it serves more, who is tied to none works for none.
alter table lidmaatschap add column school_id uuid references school;
alter table lidmaatschap drop constraint lidmaatschap_persoon_id_szt_id_functie_van_key;
-- One person can be ib of two schools of one SZT.
alter table lidmaatschap add constraint lidmaatschap_eenmalig
  unique nulls not distinct (persoon_id, szt_id, functie, van, school_id);

-- A tie to a school that went to another SZT is none.
create function school_van_lid(szt uuid, functie text, school uuid) returns uuid language sql stable as
$$ select case
     when school is not null then (select s.id from school s where s.id = school and s.szt_id = szt)
     when functie in ('ib', 'coo', 'directeur')
       then (select (array_agg(s.id))[1] from school s where s.szt_id = szt having count(*) = 1)
   end $$;
