import type { Story } from "./story.ts";

/** What may never stand in the database, whatever went wrong: from where such rows are read. */
const never: Readonly<Record<string, string>> = {
  "a hulpvraag whose parents agreed, without exactly one holder": `hulpvraag h where regie_sinds is not null
    and 1 <> (select count(*) from regierol r where r.hulpvraag_id = h.id and upper_inf(r.periode))`,
  "a holder of a hulpvraag that has none": `regierol r join hulpvraag h on h.id = r.hulpvraag_id
    where upper_inf(r.periode) and h.regie_sinds is null`,
  "two holders at one moment": `regierol a join regierol b on a.hulpvraag_id = b.hulpvraag_id and a.id < b.id and a.periode && b.periode`,
  "running without an active or acting holder": `hulpvraag h where status = 'in_uitvoering' and regie_sinds is null`,
  "an item on an agenda whose hulpvraag is not": `agendapunt p join hulpvraag h on h.id = p.hulpvraag_id
    where p.status = 'gepland' and h.status <> 'geagendeerd'`,
  "on an agenda without an item": `hulpvraag h where status = 'geagendeerd'
    and not exists (select from agendapunt p where p.hulpvraag_id = h.id and p.status = 'gepland')`,
  "discussed without a besluit, or a besluit without discussion": `agendapunt p
    where (p.status = 'besproken') <> exists (select from besluit b where b.agendapunt_id = p.id)`,
  "on an agenda while its toestemming was taken back": `agendapunt p
    join toestemming t on t.hulpvraag_id = p.hulpvraag_id and t.vervangen_op is null
    join toestemming_antwoord a on a.toestemming_id = t.id
    where p.status = 'gepland' and a.soort in ('ingetrokken', 'weigering', 'bezwaar') and not exists (
      select from toestemming_antwoord j
      where j.toestemming_id = t.id and j.partij = a.partij and j.soort = 'toestemming' and j.op > a.op)`,
  "an offer about a hulpvraag that was closed": `regierol_aanbod a join hulpvraag h on h.id = a.hulpvraag_id
    where a.status = 'aangeboden' and h.status not in ('besproken', 'in_uitvoering')`,
  "a stand-in that runs while the holder has it": `waarneming w join regierol r on r.hulpvraag_id = w.hulpvraag_id and upper_inf(r.periode)
    where w.stand in ('gevraagd', 'afgesproken') and (w.begonnen_op is not null) <> (r.soort = 'waarnemend')`,
  "a wish to give on a regierol that nobody holds": `regierol_voorstel v where stand in ('voorgesteld', 'gevraagd')
    and not exists (select from regierol r where r.hulpvraag_id = v.hulpvraag_id and upper_inf(r.periode))`,
  "somebody linked to what has ended": `koppeling k join hulpvraag h on h.id = k.hulpvraag_id
    where k.tot is null and h.status in ('afgesloten', 'ingetrokken')`,
  "a term that runs on after the end": `termijn t join hulpvraag h on h.id = t.hulpvraag_id
    where t.status = 'open' and h.status in ('afgesloten', 'ingetrokken') and t.soort <> 'intrekking_afhandelen'`,
  "two hulpvragen of one leerling": `(select leerling_id from hulpvraag where status not in ('afgesloten', 'ingetrokken')
    group by 1 having count(*) > 1) twice`,
  "two rounds of one day that were planned by one press": `(select szt_id, datum, begin from overlegronde
    where status <> 'vervallen' group by 1, 2, 3 having count(*) > 1) twice`,
  "a notice that nobody will get": "kennisgeving where status = 'mislukt'",
};

/** Each rule that is broken now, with how often; empty when all is well. */
export async function broken(s: Pick<Story, "count">): Promise<readonly string[]> {
  const found = await Promise.all(
    Object.entries(never).map(async ([rule, from]) => [rule, await s.count(from)] as const),
  );
  return found.filter(([, count]) => count > 0).map(([rule, count]) => `${rule}: ${count}`);
}
