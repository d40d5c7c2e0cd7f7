/** Planning a round and holding it: what its chair presses, in order. */
import { z } from "zod/v4";
import { besluitVerb, rondeVerb } from "#cards/ronde-verb.ts";
import { samenvattingVerb } from "#cards/samenvatting.ts";
import { plainDate } from "#database/pool.ts";
import type { Pen } from "./formulier.ts";
import type { Gedaan, Mens } from "./mens.ts";
import type { Sql } from "./vraag.ts";

interface KomendeRonde {
  readonly vandaag: boolean;
  /** Five minutes before it begins. */
  readonly opent: string;
}

/** By number of the school: the first round from today on, as everybody has it in the calendar. */
export async function rondesVan(
  sql: Sql,
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<number, KomendeRonde>> {
  const rows = await sql.query(
    z.object({ groep: z.string(), datum: plainDate, opent: z.string() }),
    `select distinct on (r.szt_id) z.groep_id as groep, r.datum, to_char(r.begin - interval '5 minutes', 'HH24:MI:SS') as opent
     from overlegronde r join szt z on z.id = r.szt_id
     where r.datum >= $1 and r.status not in ('vervallen', 'gesloten') order by r.szt_id, r.datum, r.begin`,
    [today],
  );
  return new Map(
    rows.map(({ groep, datum, opent }) => [Number(groep.slice(-4)), { vandaag: datum.equals(today), opent }]),
  );
}

export async function planRonde(mens: Mens, pen: Pen): Promise<readonly Gedaan[]> {
  await mens.typ("plan overleg");
  const begin = (await mens.grepen()).find(({ verb }) => verb === rondeVerb.plan);
  return begin ? [await mens.druk(begin, pen)] : [];
}

/** What the chair presses while there is something to press: the first of these that is offered and was not pressed just now. */
const volgorde = [
  rondeVerb.begin,
  rondeVerb.aanwezigheid,
  besluitVerb.open,
  rondeVerb.vraagSluiten,
  samenvattingVerb.plaatsen,
] as const;
const stappen = 24;

export async function houdRonde(
  mens: Mens,
  pen: Pen,
  later: () => Promise<void>,
): Promise<readonly Gedaan[]> {
  const gedaan: Gedaan[] = [];
  const geprobeerd = new Map<string, number>();
  for (let stap = 0; stap < stappen; stap += 1) {
    const grepen = await mens.grepen();
    const kan = volgorde
      .flatMap((verb) => grepen.filter((greep) => greep.verb === verb))
      .find(({ verb }) => (geprobeerd.get(verb) ?? 0) < (verb === besluitVerb.open ? 8 : 2));
    if (!kan) break;
    geprobeerd.set(kan.verb, (geprobeerd.get(kan.verb) ?? 0) + 1);
    const done = await mens.druk(kan, pen);
    gedaan.push(done);
    await later();
  }
  return gedaan;
}
