import { z } from "zod/v4";
import { aanwezigheidSchema, functieSchema, komstSchema, plaatsSchema } from "#domain/code.ts";
import type { DeelnameFeit, RondeFeit } from "#domain/dossier.ts";
import { instant, plainDate, plainTime, query, type Tx } from "./pool.ts";

const rondeRow = z.object({
  id: z.string(),
  swv_id: z.string(),
  szt_id: z.string(),
  datum: plainDate,
  begin: plainTime,
  duur_minuten: z.number(),
  plaats: plaatsSchema,
  deelname_link: z.string().nullable(),
  status: z.enum(["gepland", "open", "gesloten", "vervallen"]),
  voorzitter_id: z.string(),
  notulist_id: z.string().nullable(),
  ics_volgorde: z.number(),
  agenda_vast_op: instant.nullable(),
  samenvatting_bevestigd_op: instant.nullable(),
  versie: z.number(),
});

/**
 * Rounds with their participants, by id, in the order of date and time. None are asked for as well: the time of an
 * answer must not tell whether a hulpvraag that is out of sight stands on an agenda.
 */
export async function rondesById(tx: Tx, ids: readonly string[]): Promise<readonly RondeFeit[]> {
  const rows = await query(
    tx,
    rondeRow,
    `select * from overlegronde where id = any($1::uuid[]) order by datum, begin, id`,
    [ids],
  );
  const deelnemers = await query(
    tx,
    z.object({
      ronde_id: z.string(),
      persoonId: z.string(),
      naam: z.string(),
      functie: functieSchema,
      aanwezigheid: aanwezigheidSchema.nullable(),
      komst: komstSchema.nullable(),
      vervangtId: z.string().nullable(),
    }),
    `select d.ronde_id, d.persoon_id as "persoonId", p.naam, d.functie, d.aanwezigheid, d.komst, d.vervangt_id as "vervangtId"
     from deelname d join persoon p on p.id = d.persoon_id where d.ronde_id = any($1::uuid[]) order by d.functie, p.naam`,
    [ids],
  );
  return rows.map((row) => ({
    id: row.id,
    swvId: row.swv_id,
    sztId: row.szt_id,
    datum: row.datum,
    begin: row.begin,
    duurMinuten: row.duur_minuten,
    plaats: row.plaats,
    deelnameLink: row.deelname_link,
    status: row.status,
    voorzitterId: row.voorzitter_id,
    notulistId: row.notulist_id,
    icsVolgorde: row.ics_volgorde,
    agendaVastOp: row.agenda_vast_op,
    samenvattingBevestigdOp: row.samenvatting_bevestigd_op,
    versie: row.versie,
    deelnemers: deelnemers
      .filter((d) => d.ronde_id === row.id)
      .map(({ ronde_id: _, ...d }): DeelnameFeit => d),
  }));
}
