import { z } from "zod/v4";
import {
  afsluitredenSchema,
  alGedaanSchema,
  domeinSchema,
  functieSchema,
  gezagSchema,
  gezagsmerkSchema,
  hulpvraagStatusSchema,
  sectorSchema,
  urgentieSchema,
} from "#domain/code.ts";
import type { Dossier, TeamlidFeit } from "#domain/dossier.ts";
import { leerlingGegevensSchema } from "#domain/leerling-gegevens.ts";
import { type Sealed, sealLocked } from "#domain/sealed.ts";
import { toestemmingSettingsSchema } from "#domain/toestemming-setting.ts";
import { aanmeldingenOf } from "./aanmelding.ts";
import { bijdragenOf } from "./bijdrage.ts";
import { doelbereikOf } from "./doelbereik.ts";
import {
  aanbodOf,
  actiesOf,
  agendapuntenOf,
  besluitenOf,
  correctiesOf,
  opruimingOf,
  partijenOf,
  regierollenOf,
  termijnenOf,
  toestemmingOf,
  voorstelOf,
  weigeringenOf,
} from "./dossier-part.ts";
import { type DataKey, decryptText, type KeyRing, openDataKey, whereOf } from "./kluis.ts";
import { pauzesOf } from "./pauze.ts";
import { instant, plainDate, query, type Tx } from "./pool.ts";
import { trajectenOf } from "./traject.ts";
import { uitzonderingOf } from "./uitzondering.ts";
import { terugblikOf, voortgangOf } from "./voortgang.ts";
import { waarnemingOf } from "./waarneming.ts";
import { wachtlijstOf } from "./wachtlijst.ts";

const hoofd = z.object({
  id: z.string(),
  swv_id: z.string(),
  szt_id: z.string(),
  school_id: z.string(),
  school: z.string(),
  sector: sectorSchema,
  referentie: z.string(),
  status: hulpvraagStatusSchema,
  stap: z.literal([1, 2, 3]),
  leerling_id: z.string(),
  gegevens: z.instanceof(Buffer),
  gezag: gezagSchema,
  gezag_merken: z.array(gezagsmerkSchema),
  gezag_gecontroleerd_op: plainDate.nullable(),
  regels: z.unknown(),
  sleutel_id: z.string(),
  verpakt: z.instanceof(Buffer),
  hoofdsleutel: z.string(),
  domeinen: z.array(domeinSchema),
  urgentie: urgentieSchema.nullable(),
  al_gedaan: z.array(alGedaanSchema),
  aan_tafel: z.array(functieSchema),
  vraag: z.instanceof(Buffer).nullable(),
  gedaan_toelichting: z.instanceof(Buffer).nullable(),
  ouders_vraag: z.instanceof(Buffer).nullable(),
  inbrenger_id: z.string(),
  regie_sinds: instant.nullable(),
  klaargezet_op: instant.nullable(),
  afgesloten_op: instant.nullable(),
  afsluitreden: afsluitredenSchema.nullable(),
  afsluiting_voorgesteld: afsluitredenSchema.nullable(),
  versie: z.number(),
});

/** Everything about one hulpvraag within the scope of the transaction; null when it is not there or out of reach. */
export async function loadDossier(tx: Tx, keys: KeyRing, id: string): Promise<Dossier | null> {
  const [row] = await query(
    tx,
    hoofd,
    `select h.*, s.naam as school, s.sector, l.gegevens, l.gezag, l.gezag_merken, l.gezag_gecontroleerd_op,
       l.sleutel_id, d.verpakt, d.hoofdsleutel, w.instellingen -> 'toestemming' as regels
     from hulpvraag h join swv w on w.id = h.swv_id join school s on s.id = h.school_id join leerling l on l.id = h.leerling_id
     join datasleutel d on d.id = l.sleutel_id
     where h.id = $1 and d.verpakt is not null`,
    [id],
  );
  if (!row) return null;
  const team = await teamOf(tx, row.szt_id);
  const key = lockedKey(keys, row);
  const sealedText = (value: Buffer, column: string, rowId: string): Sealed<string> =>
    sealLocked(() => decryptText(key(), value, whereOf(column, rowId)));
  const text = (value: Buffer | null, column: string): Sealed<string> | null =>
    value && sealedText(value, column, row.id);
  return {
    id: row.id,
    swvId: row.swv_id,
    sztId: row.szt_id,
    schoolId: row.school_id,
    school: row.school,
    sector: row.sector,
    referentie: row.referentie,
    status: row.status,
    stap: row.stap,
    leerlingId: row.leerling_id,
    leerling: lockedLeerling(key, row),
    gezag: row.gezag,
    gezagMerken: row.gezag_merken,
    gezagGecontroleerdOp: row.gezag_gecontroleerd_op,
    partijen: await partijenOf(tx, row.leerling_id),
    domeinen: row.domeinen,
    urgentie: row.urgentie,
    alGedaan: row.al_gedaan,
    aanTafel: row.aan_tafel,
    vraag: text(row.vraag, "hulpvraag.vraag"),
    gedaanToelichting: text(row.gedaan_toelichting, "hulpvraag.gedaan_toelichting"),
    oudersVraag: text(row.ouders_vraag, "hulpvraag.ouders_vraag"),
    inbrengerId: row.inbrenger_id,
    regieSinds: row.regie_sinds,
    klaargezetOp: row.klaargezet_op,
    afgeslotenOp: row.afgesloten_op,
    afsluitreden: row.afsluitreden,
    afsluitingVoorgesteld: row.afsluiting_voorgesteld,
    versie: row.versie,
    team,
    toestemming: await toestemmingOf(tx, row.id, sealedText),
    uitzondering: await uitzonderingOf(tx, row.id, team),
    opruiming: await opruimingOf(tx, row.id),
    regels: toestemmingSettingsSchema.parse(row.regels ?? {}),
    agendapunten: await agendapuntenOf(tx, row.id),
    besluiten: await besluitenOf(tx, row.id, sealedText),
    regierollen: await regierollenOf(tx, row.id),
    aanbod: await aanbodOf(tx, row.id),
    voorstel: await voorstelOf(tx, row.id),
    waarneming: await waarnemingOf(tx, row.id),
    voortgang: await voortgangOf(tx, row.id),
    terugblik: await terugblikOf(tx, row.id),
    doelbereik: await doelbereikOf(tx, row.id),
    aanmeldingen: await aanmeldingenOf(tx, row.id),
    trajecten: await trajectenOf(tx, row.id),
    wachtlijst: await wachtlijstOf(tx, row.id),
    pauzes: await pauzesOf(tx, row.id),
    weigeringen: await weigeringenOf(tx, row.id),
    koppelingen: await query(
      tx,
      z.object({ persoonId: z.string(), tot: instant.nullable() }),
      `select persoon_id as "persoonId", tot from koppeling where hulpvraag_id = $1`,
      [row.id],
    ),
    acties: await actiesOf(tx, row.id, sealedText),
    termijnen: await termijnenOf(tx, row.id),
    correcties: await correctiesOf(tx, row.id, sealedText),
    bijdragen: await bijdragenOf(tx, row.id, sealedText),
  };
}

type Locked = Pick<
  z.infer<typeof hoofd>,
  "sleutel_id" | "verpakt" | "hoofdsleutel" | "gegevens" | "leerling_id"
>;

/**
 * Nothing is opened before somebody may look: then what is hidden and what is broken cannot be told apart, and one case
 * that cannot be opened holds up no other. The key is opened once for all values.
 */
function lockedKey(keys: KeyRing, row: Locked): () => DataKey {
  let opened: DataKey | undefined;
  return () => {
    opened ??= openDataKey(keys, {
      id: row.sleutel_id,
      wrapped: row.verpakt,
      masterKeyId: row.hoofdsleutel,
    });
    return opened;
  };
}

function lockedLeerling(key: () => DataKey, row: Locked): Dossier["leerling"] {
  const where = whereOf("leerling.gegevens", row.leerling_id);
  return sealLocked(() => leerlingGegevensSchema.parse(JSON.parse(decryptText(key(), row.gegevens, where))));
}

/** The SZT's people, past and future memberships included: the rules look at the day. */
export async function teamOf(tx: Tx, sztId: string): Promise<readonly TeamlidFeit[]> {
  return query(
    tx,
    z.object({
      persoonId: z.string(),
      naam: z.string(),
      functie: functieSchema,
      schoolId: z.string().nullable(),
      voorzitter: z.boolean(),
      van: plainDate,
      tot: plainDate.nullable(),
      organisatie: z.string().nullable(),
    }),
    `select l.persoon_id as "persoonId", p.naam, p.organisatie, l.functie, school_van_lid(l.szt_id, l.functie, l.school_id) as "schoolId",
       l.voorzitter, l.van, l.tot
     from lidmaatschap l join persoon p on p.id = l.persoon_id where l.szt_id = $1 order by l.functie, p.naam`,
    [sztId],
  );
}
