-- Why the second person did not confirm: who asked must be able to tell the parents (AVG art. 12 lid 4).
alter table wissing add column weigerreden text
  check (weigerreden in ('nog_nodig_voor_zorg', 'niet_van_de_juiste_persoon', 'loopt_onderzoek_of_klacht', 'anders_overleg'));
alter table wissing add constraint weigerreden_bij_weigering check (weigerreden is null or status = 'geweigerd');
