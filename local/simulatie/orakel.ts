/**
 * Who should be reminded of what today, worked out once more and more simply than the product does it: from the rows of
 * the terms and the people, with ladders and school days of its own.
 */
import { z } from "zod/v4";
import { plainDate } from "#database/pool.ts";
import { werkdagen } from "#domain/werkdag.ts";
import { type Schooldagen, schooldagen, type Vrij, verlopen } from "./dagen.ts";
import type { Telling } from "./telling.ts";
import type { Sql } from "./vraag.ts";

type Aan = "eigen" | "schakelteam" | "voorzitters";
type Trede = readonly [step: string, day: number, to: Aan];

const eigen = (step: string, ...days: readonly number[]): readonly Trede[] =>
  days.map((day) => [step, day, "eigen"]);
const gewoon: readonly Trede[] = [
  ...eigen("before", -3),
  ...eigen("on", 0),
  ...eigen("after", 1, 3, 5),
  ["escalated_schakelteam", 5, "schakelteam"],
  ...eigen("after", 10),
  ["escalated_chair", 10, "voorzitters"],
  ...eigen("after", 15, 20, 25, 30),
  ["escalated_chair", 30, "voorzitters"],
];
const ladders: Readonly<Record<string, readonly Trede[]>> = {
  toestemming_verloopt: [
    ...eigen("on", 0),
    ...eigen("after", 5, 10, 15, 20),
    ["escalated_schakelteam", 20, "schakelteam"],
    ...eigen("after", 25),
    ["escalated_chair", 25, "voorzitters"],
    ...eigen("after", 29, 31, 35, 40, 45, 50, 55, 60),
  ],
  bezwaartermijn: eigen("after", 1, 5),
  aanbod_regierol: [...eigen("before", -3), ...eigen("before", -1), ...eigen("on", 0)],
};
const laatste = 61;
/** What nobody but the ib may know of. */
const alleenIb = new Set(["meldcode_stap", "uitzondering_vastleggen", "ouders_achteraf"]);
/** What nobody hears of while the hulpvraag stands still. */
const staatStil = ["giz", "actielijnen", "voortgang", "traject_tussenevaluatie", "traject_eindevaluatie"];
/** About the regierol: asked of nobody while the ground is gone. */
const overRegierol = new Set(["akkoord_regierol", "nieuw_aanbod", "overdracht_regierol"]);
const kernteam = new Set(["bpo", "orthopedagoog"]);
const leidt = new Set(["directeur", "bestuurder", "beheerder"]);

const termijnRow = z.object({
  id: z.string(),
  soort: z.string(),
  vervalt: plainDate,
  drager: z.string(),
  status: z.string(),
  schoolId: z.string(),
  sztId: z.string(),
  regio: z.string(),
  weg: z.boolean(),
  geldig: z.boolean(),
  partners: z.array(z.string()),
  actiehouder: z.string().nullable(),
  aangeboden: z.string().nullable(),
  regiehouder: z.string().nullable(),
  gepland: plainDate.nullable(),
  geplandDoor: z.string().nullable(),
});
type Termijn = z.infer<typeof termijnRow>;

const lidRow = z.object({
  persoonId: z.string(),
  sztId: z.string(),
  functie: z.string(),
  voorzitter: z.boolean(),
  schoolId: z.string().nullable(),
  werkdagen: z.array(z.string()),
  uur: z.string(),
  verlof: z.boolean(),
  /** Left out what comes ahead of the day, of some kinds. */
  voorafUit: z.boolean(),
});
type Lid = z.infer<typeof lidRow>;

interface Stand {
  readonly termijnen: readonly Termijn[];
  readonly leden: readonly Lid[];
  readonly gegeven: ReadonlySet<string>;
  readonly vrij: ReadonlyMap<string, Schooldagen>;
}

const sleutel = (termijnId: string, stap: string, persoonId: string) => `${termijnId} ${stap} ${persoonId}`;

export interface Verwacht {
  /** The step that has to be in the bundle of today. */
  readonly moet: ReadonlySet<string>;
  /** The steps that may be noted beside it: lower ones it stands for, and those about which nothing is said here. */
  readonly mag: ReadonlySet<string>;
}

/** What those who get their bundle at this hour should hear. */
export async function verwacht(
  sql: Sql,
  { today, uur }: { readonly today: Temporal.PlainDate; readonly uur: string },
): Promise<Verwacht> {
  const stand = await lees(sql, today);
  const dag = werkdagen[today.dayOfWeek - 1] ?? "";
  const leest = new Map<string, { dagen: Set<string>; uur: string; verlof: boolean }>();
  for (const lid of stand.leden) {
    const one = leest.get(lid.persoonId) ?? { dagen: new Set(), uur: lid.uur, verlof: lid.verlof };
    for (const werkdag of lid.werkdagen) one.dagen.add(werkdag);
    leest.set(lid.persoonId, one);
  }
  const nu = [...leest].flatMap(([id, one]) =>
    one.uur === uur && !one.verlof && one.dagen.has(dag) ? [id] : [],
  );
  const moet = new Set<string>();
  const mag = new Set<string>();
  for (const termijn of stand.termijnen) {
    const open = stand.vrij.get(termijn.schoolId) ?? stand.vrij.get(termijn.regio);
    if (!open?.(today)) continue;
    const day = verlopen(termijn.vervalt, today, { open, most: laatste });
    for (const persoonId of nu) {
      // Who chose an own day ahead of the date hears it on that day.
      const zelf = termijn.geplandDoor === persoonId ? termijn.gepland : null;
      const bereikt = (ladders[termijn.soort] ?? gewoon).filter(([step, at]) =>
        step === "before" && zelf ? Temporal.PlainDate.compare(zelf, today) <= 0 : at <= day,
      );
      const rollen = rollenVan(termijn, persoonId, stand.leden);
      const uit = !zelf && stand.leden.some((lid) => lid.persoonId === persoonId && lid.voorafUit);
      const key = ([step, at]: Trede) =>
        sleutel(termijn.id, `${termijn.vervalt}:${step}:${step === "before" && zelf ? zelf : at}`, persoonId);
      const zeker = ([step, , to]: Trede) => rollen.zeker.has(to) && !(uit && step === "before");
      const treden = bereikt.filter(([, , to]) => rollen.zeker.has(to) || rollen.misschien.has(to));
      for (const trede of treden) if (!stand.gegeven.has(key(trede))) mag.add(key(trede));
      // The highest stands for the lower ones; where it is not sure that it comes, nothing is.
      const top = treden.at(-1);
      if (top && zeker(top) && !stand.gegeven.has(key(top))) moet.add(key(top));
    }
  }
  return { moet, mag };
}

/** Held against what the product noted in the bundles of this day for the people of this hour. */
export async function vergelijk(
  sql: Sql,
  { moet, mag }: Verwacht,
  {
    today,
    uur,
    telling,
  }: { readonly today: Temporal.PlainDate; readonly uur: string; readonly telling: Telling },
): Promise<void> {
  const rows = await sql.query(
    z.object({ termijnId: z.string(), stap: z.string(), persoonId: z.string() }),
    `select h.termijn_id as "termijnId", h.stap, h.persoon_id as "persoonId" from herinnering h
     join dagbericht d on d.id = h.dagbericht_id join persoon p on p.id = h.persoon_id
     where d.datum = $1 and to_char(p.dagbericht_om, 'HH24:MI') = $2`,
    [today, uur],
  );
  const gegeven = new Set(rows.map((row) => sleutel(row.termijnId, row.stap, row.persoonId)));
  for (const key of moet) {
    if (gegeven.has(key)) telling.goed("herinnering_op_tijd");
    else telling.fout("herinnering_op_tijd", `missing ${key} on ${today}`);
  }
  for (const key of gegeven)
    if (!mag.has(key) && !moet.has(key)) telling.fout("herinnering_op_tijd", `too much ${key} on ${today}`);
}

interface Rollen {
  readonly zeker: ReadonlySet<Aan>;
  /** When it turns on the ground of the case, about which this oracle does not decide. */
  readonly misschien: ReadonlySet<Aan>;
}

function rollenVan(termijn: Termijn, persoonId: string, leden: readonly Lid[]): Rollen {
  const hier = leden.filter((lid) => lid.sztId === termijn.sztId && !leidt.has(lid.functie));
  const mijn = hier.filter((lid) => lid.persoonId === persoonId);
  const zeker = new Set<Aan>();
  const misschien = new Set<Aan>();
  if (mijn.length === 0) return { zeker, misschien };
  const ibs = new Set(
    hier
      .filter((lid) => (lid.functie === "ib" || lid.functie === "coo") && lid.schoolId === termijn.schoolId)
      .map((lid) => lid.persoonId),
  );
  const ib = ibs.has(persoonId);
  const benoemd = {
    actiehouder: termijn.actiehouder,
    aangeboden: termijn.aangeboden,
    regierolhouder: termijn.regiehouder,
    ib: null,
  }[termijn.drager];
  const werkt = benoemd ? hier.some((lid) => lid.persoonId === benoemd) : false;
  const eigenaar = werkt ? benoemd === persoonId : ib;
  const stil = termijn.weg || !termijn.geldig || termijn.status === "concept";
  const rust = stil && (termijn.drager !== "ib" || overRegierol.has(termijn.soort));
  const ziet = ib || mijn.some((lid) => termijn.partners.includes(lid.functie));
  const add = (aan: Aan): void =>
    void (ib && !rust ? zeker : !stil && ziet && !alleenIb.has(termijn.soort) ? zeker : misschien).add(aan);
  if (termijn.soort === "stop_verwerking") {
    misschien.add("eigen").add("schakelteam").add("voorzitters");
    return { zeker, misschien };
  }
  if (eigenaar) add("eigen");
  if (ib || mijn.some((lid) => kernteam.has(lid.functie))) add("schakelteam");
  if (mijn.some((lid) => lid.voorzitter)) add("voorzitters");
  return { zeker, misschien };
}

async function lees(sql: Sql, today: Temporal.PlainDate): Promise<Stand> {
  const termijnen = await sql.query(
    termijnRow,
    `select t.id, t.soort, t.vervalt, t.verantwoordelijke as drager, h.status, t.school_id as "schoolId", t.szt_id as "sztId",
       s.regio, h.grondslag_weg_op is not null as weg, coalesce(c.geldig_tot >= $1, false) as geldig,
       coalesce(c.partners, '{}') as partners, a.houder_id as actiehouder,
       (select persoon_id from regierol_aanbod b where b.hulpvraag_id = h.id and b.status = 'aangeboden'
        order by b.aangeboden_op desc limit 1) as aangeboden,
       (select houder_id from regierol r where r.hulpvraag_id = h.id and upper_inf(r.periode) limit 1) as regiehouder,
       t.gepland, t.gepland_door as "geplandDoor"
     from termijn t join hulpvraag h on h.id = t.hulpvraag_id join school s on s.id = t.school_id
     left join actie a on a.id = t.actie_id
     left join toestemming c on c.hulpvraag_id = h.id and c.vervangen_op is null
     where t.status = 'open' and not (t.soort = any($2::text[]) and exists (
       select from pauze p where p.hulpvraag_id = h.id and p.van <= $1 and p.tot >= $1 and t.vervalt >= p.van
         and (p.gestopt_op is null or p.gestopt_op > $1)))`,
    [today, staatStil],
  );
  const leden = await sql.query(
    lidRow,
    `select l.persoon_id as "persoonId", l.szt_id as "sztId", l.functie, l.voorzitter,
       school_van_lid(l.szt_id, l.functie, l.school_id) as "schoolId",
       (select werkdagen from afspraak_op(l.id, $1)) as werkdagen, to_char(p.dagbericht_om, 'HH24:MI') as uur,
       exists (select from verlof v where v.persoon_id = p.id and v.van <= $1 and v.tot >= $1) as verlof,
       cardinality(p.vooraf_uit) > 0 as "voorafUit"
     from lidmaatschap l join persoon p on p.id = l.persoon_id
     where l.van <= $1 and (l.tot is null or l.tot >= $1)`,
    [today],
  );
  const gegeven = await sql.query(
    z.object({ termijnId: z.string(), stap: z.string(), persoonId: z.string() }),
    // What was in a bundle that never came through is due once more.
    `select h.termijn_id as "termijnId", h.stap, h.persoon_id as "persoonId" from herinnering h
     join termijn t on t.id = h.termijn_id where t.status = 'open' and exists (
       select from kennisgeving k where k.soort = 'dagbericht' and k.onderwerp_id = h.dagbericht_id and k.status = 'verzonden')`,
  );
  return {
    termijnen,
    leden,
    gegeven: new Set(gegeven.map((row) => sleutel(row.termijnId, row.stap, row.persoonId))),
    vrij: await kalenders(sql),
  };
}

/** By region; by school where it has days of its own. */
export async function kalenders(sql: Sql): Promise<ReadonlyMap<string, Schooldagen>> {
  const rows = await sql.query(
    z.object({ wie: z.string(), van: plainDate, tot: plainDate }),
    `select coalesce(school_id::text, regio) as wie, van, tot from vakantie where coalesce(school_id::text, regio) is not null
     union all select school_id::text, datum, datum from studiedag`,
  );
  const scholen = await sql.query(
    z.object({ id: z.string(), regio: z.string() }),
    `select id, regio from school`,
  );
  const van = (wie: string): readonly Vrij[] => rows.filter((row) => row.wie === wie);
  const regios = [...new Set(scholen.map(({ regio }) => regio))];
  return new Map([
    ...regios.map((regio) => [regio, schooldagen(van(regio))] as const),
    ...scholen
      .filter(({ id }) => van(id).length > 0)
      .map(({ id, regio }) => [id, schooldagen([...van(regio), ...van(id)])] as const),
  ]);
}
