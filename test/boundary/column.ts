/** The columns of every table below a leerling, by reflection; which of them may show; other values for each. */
import { z } from "zod/v4";
import { withConnection } from "#database/pool.ts";
import * as code from "#domain/code.ts";
import type { Mode } from "#test/domain/summary-world.ts";
import type { Scene } from "./scene.ts";

const live: readonly Mode[] = ["schriftelijk", "schriftelijk_akkoord", "instemming"];
const agreed: readonly Mode[] = ["schriftelijk_akkoord"];

/** Columns that show, and in which modes they do. */
export const shows: Readonly<Record<string, readonly Mode[]>> = {
  "hulpvraag.referentie": live,
  "hulpvraag.status": live,
  "agendapunt.status": live,
  "termijn.soort": live,
  "termijn.vervalt": live,
  "termijn.status": live,
  "besluit.besluiten": agreed,
  "terugkoppeling.akkoord": agreed,
  "terugkoppeling.verteld_op": agreed,
  "regierol.houder_id": agreed,
  "regierol.soort": agreed,
  "regierol.periode": agreed,
};

/** Columns that decide whether there is a ground: whatever they are changed into, the ground may fall or come. */
export const ground: readonly string[] = [
  "leerling.gegevens",
  "leerling.gezag",
  "leerling_partij.partij",
  "hulpvraag.domeinen",
  "toestemming.grondslag",
  "toestemming.geldig_tot",
  "toestemming.uitgesloten",
  "toestemming.vervangen_op",
  "toestemming_antwoord.partij",
  "toestemming_antwoord.soort",
  "toestemming_antwoord.op",
  "ouderinformatie.aan",
  // Who did not understand it was not told.
  "ouderinformatie.begrepen",
  "ouderinformatie.bezwaar_tot",
];

/** Codes of columns for which the database keeps no list. */
const codes: Readonly<Record<string, readonly string[]>> = {
  // Of a question about health nobody is told alone: this one decides about instemming.
  domeinen: ["gezondheid", "gedrag", "leren"],
  onderwerpen: code.domeinen,
  uitgesloten: code.domeinen,
  al_gedaan: code.alGedaan,
  aan_tafel: code.functies,
  // Whom nobody may name, or nobody at all, is no toestemming.
  partners: ["smw", "politie", "jeugdarts"],
  afsluitreden: code.afsluitredenen,
  afsluiting_voorgesteld: code.afsluitredenen,
  besluiten: ["regierol_toewijzen", "doorzetten_loket"],
  akkoord_van: code.partijen,
  gevraagd_door: code.partijen,
  aan: code.partijen,
  "genodigde.functie": code.functies,
  "termijn.soort": ["voortgang", "toestemming_verloopt", "actie"],
  uitstelreden: ["wacht_op_ander", "ziek"],
  gezag_merken: code.gezagsmerken,
  doelen: ["bespreking_szt", "toewijzen_regierol"],
  stap: ["op", "na"],
  besproken_met: ["ouders", "school"],
  redenen: ["vermoeden_mishandeling", "ouder_weigert"],
  zaak: ["0a1b"],
};

const columnRow = z.object({
  table: z.string(),
  column: z.string(),
  type: z.string(),
  nullable: z.boolean(),
  /** What a key points to, when it is one. */
  points: z.string().nullable(),
  primary: z.boolean(),
  checks: z.string().nullable(),
  /** Which rows of the table are of these leerlingen ($1). */
  below: z.string(),
});
export type Column = z.infer<typeof columnRow>;
export const nameOf = ({ table, column }: Pick<Column, "table" | "column">): string => `${table}.${column}`;

export async function columnsBelowLeerling(scene: Scene): Promise<readonly Column[]> {
  return withConnection({ url: scene.admin, applicationName: "boundary" }, (connection) =>
    connection.query(
      columnRow,
      `select c.table_name::text as "table", c.column_name::text as "column", c.udt_name::text as type, b.voorwaarde as below,
         c.is_nullable = 'YES' as nullable,
         (select k.confrelid::regclass::text from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
          where k.contype = 'f' and k.conrelid = c.table_name::regclass and a.attname = c.column_name limit 1) as points,
         exists (select from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
          where k.contype = 'p' and k.conrelid = c.table_name::regclass and a.attname = c.column_name and c.udt_name = 'uuid') as primary,
         (select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
          where k.contype = 'c' and cardinality(k.conkey) = 1 and k.conrelid = c.table_name::regclass and a.attname = c.column_name) as checks
       from information_schema.columns c join boom_van('leerling') b on b.tabel = c.table_name
       where c.table_schema = 'public' order by 1, c.ordinal_position`,
    ),
  );
}

/** Which row a value belongs to is not a value: moving it would be another world. */
export const isStructure = ({ points, primary, column }: Column): boolean =>
  primary || column === "id" || (points !== null && points !== "persoon");

/** Other values, as SQL. */
export function variants(column: Column, { place }: Scene): readonly string[] {
  const { column: name, type, nullable, checks, points } = column;
  const it = `"${name}"`;
  const empty = nullable ? ["null"] : [];
  const listed =
    codes[nameOf(column)] ??
    codes[name] ??
    [...(checks ?? "").matchAll(/'([a-z0-9_]+)'::text/g)].map(([, one]) => one ?? "");
  switch (type) {
    case "uuid":
      return points === "persoon"
        ? [`'${place.person("bpo1")}'`, `'${place.person("wijk1")}'`, ...empty]
        : ["gen_random_uuid()"];
    case "bytea":
      return [`decode(repeat('ab', 64), 'hex')`, ...empty];
    case "date":
      return [
        `coalesce(${it}, '2026-11-12') - 3`,
        `coalesce(${it}, '2026-11-12') + 4`,
        `'2026-11-01'`,
        `'2027-02-03'`,
        ...empty,
      ];
    case "timestamptz":
      return [`coalesce(${it}, '2026-11-12T10:00Z') - interval '25 hours'`, `'2026-11-22T10:00Z'`, ...empty];
    case "tstzrange":
      return [
        `tstzrange(lower(${it}), '2026-11-22T10:00Z')`,
        `tstzrange(lower(${it}) - interval '1 day', null)`,
      ];
    case "int2":
    case "int4":
      return [`${it} + 1`];
    case "bool":
      return [`not ${it}`];
    case "time":
      return [`${it} + interval '15 minutes'`];
    case "_uuid":
      return [
        `array['${place.person("ib1")}'::uuid]`,
        `array['${place.person("ib1")}'::uuid, '${place.person("wijk1")}']`,
      ];
    case "jsonb":
      return [`'{"unit":"schooldagen","amount":3}'`];
    case "_text":
      return [
        `'{${listed[0]}}'`,
        `'{${listed.slice(0, 2).join()}}'`,
        `'{${listed.at(-1)}}'`,
        ...(name === "partners" ? [] : [`'{}'`]),
        ...empty,
      ];
    case "text": {
      if (name === "referentie") return [`'HV-3' || right(${it}, 3)`];
      return [...listed.map((one) => `'${one}'`), ...empty];
    }
    default:
      return [];
  }
}
