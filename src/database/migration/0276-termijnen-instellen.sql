-- The lengths of the terms are set in the chat: how often they were, so that two beheerders see each other.
alter table swv add column termijnen_versie int not null default 0;

-- What was set before by hand and loosens what protects a child is as near to it as is allowed.
with grens (naam, laagst, hoogst) as (values
  ('terugkoppeling_schooldagen', 1, 10), ('eerste_contact_schooldagen', 1, 10), ('review_maanden', 1, 3),
  ('toestemming_vooruit_schoolweken', 2, 26), ('bezwaar_schooldagen', 10, 40), ('gesprek_schooldagen', 1, 10),
  ('intrekking_schooldagen', 1, 2), ('meldcode_schooldagen', 1, 2), ('uitzondering_schooldagen', 1, 5),
  ('tussenevaluatie_schoolweken', 1, 7), ('eindevaluatie_schoolweken', 2, 8), ('wachtlijst_maanden', 1, 1)
), nieuw as (
  select s.id, jsonb_object_agg(e.key, case when g.naam is null or jsonb_typeof(e.value) <> 'number' then e.value
      else to_jsonb(least(g.hoogst, greatest(g.laagst, (e.value #>> '{}')::numeric))) end) as termijnen
  from swv s cross join lateral jsonb_each(s.instellingen -> 'termijnen') e left join grens g on g.naam = e.key
  where jsonb_typeof(s.instellingen -> 'termijnen') = 'object'
  group by s.id
)
update swv set instellingen = jsonb_set(instellingen, '{termijnen}', nieuw.termijnen) from nieuw where nieuw.id = swv.id;
update swv set instellingen = instellingen #- '{termijnen,tussenevaluatie_schoolweken}' #- '{termijnen,eindevaluatie_schoolweken}'
where coalesce((instellingen #>> '{termijnen,tussenevaluatie_schoolweken}')::numeric, 4)
  >= coalesce((instellingen #>> '{termijnen,eindevaluatie_schoolweken}')::numeric, 8);
