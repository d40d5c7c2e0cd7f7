/**
 * Everything that the log can say. A kind is a row here, with the fields it may carry: codes, dates, numbers and ids,
 * never a word that somebody typed. A kind about a hulpvraag needs a sentence for parents in adaptive-cards/log.ts.
 */
import { z } from "zod/v4";
import { aanmeldingPlekSchema, aanmeldingStapSchema } from "./aanmelding.ts";
import { adviesuitkomstSchema, advieswisredenen, kringen } from "./adviesvraag.ts";
import { adviesredenen } from "./adviesvraag-form.ts";
import { afspraakFoutSchema } from "./afspraak.ts";
import { bewaarredenen } from "./bewaartermijn.ts";
import { brieven, vertalingSchema } from "./brief.ts";
import {
  afsluitredenSchema,
  antwoordvormen,
  begripsvormen,
  besluitSchema,
  domeinSchema,
  functieSchema,
  type Grondslag,
  gezagsmerken,
  gizSchema,
  hulpvraagStatusSchema,
  informatiewijzen,
  komstSchema,
  partijSchema,
  partijstanden,
  toestemmingsdoelen,
  vaststellingen,
} from "./code.ts";
import { correctievragers, correctieWaarden } from "./correctie.ts";
import { hulpvraagActs } from "./hulpvraag.ts";
import { prikVervalredenen } from "./momentprik.ts";
import {
  doelcheckSchema,
  overbruggingBesluitSchema,
  overbruggingDoelSchema,
  overbruggingSoortSchema,
  verlengRedenSchema,
} from "./overbrugging.ts";
import { pauzeredenSchema } from "./pauze.ts";
import { identiteiten, rechten, verzoekers } from "./rechten.ts";
import { voorstelRedenSchema } from "./regierol-keuze.ts";
import { gizRedenSchema, weigerredenSchema } from "./regierol-reden.ts";
import { relaties } from "./relatie.ts";
import { reviewUitkomstSchema, werktSchema } from "./review.ts";
import { dagsoorten } from "./schoolkalender.ts";
import { findingTypes } from "./screening.ts";
import { behoudredenen } from "./screening-keuze.ts";
import { termEventKinds } from "./termijn-event.ts";
import { termSettings } from "./termijn-instellen.ts";
import { termKindSchema } from "./termijn-table.ts";
import { stopredenSchema, trajectUitkomstSchema, tussenstandSchema, verlengredenSchema } from "./traject.ts";
import { uitstelredenSchema } from "./uitstel.ts";
import { nogNietRedenen, uitzonderingRedenen, veiligThuisStanden, vervalredenen } from "./uitzondering.ts";
import { afwijsredenSchema } from "./verslag.ts";
import { voortgangSchema } from "./voortgang.ts";
import { geenRedenSchema, hulpSoortSchema, wachtAntwoordSchema } from "./wachtlijst.ts";
import { wisredenen, wisWeigerredenen } from "./wissing.ts";

/** How a name or text came before somebody's eyes. */
export const leeswegen = ["kaart", "formulier", "bezorgd", "bestand"] as const;
export type Leesweg = (typeof leeswegen)[number];

/** Fields of forms in which a free text stands. */
const tekstvelden = [
  "vraag",
  "gedaanToelichting",
  "oudersVraag",
  "afweging",
  "wat1",
  "wat2",
  "wat3",
  "reden",
  "motivatie",
  "verslag",
  "overig",
] as const;
export type Tekstveld = (typeof tekstvelden)[number];

export function tekstveldOf(naam: string): Tekstveld {
  return tekstvelden.find((veld) => veld === naam) ?? "overig";
}

const datum = z.iso.date();
const aantal = z.int().min(0);
const lijst = <T extends z.ZodType>(of: T) => z.array(of).readonly();

/** About one hulpvraag: stands in the log under the salted name of the case, and in what parents can read. */
const zaak = <Shape extends z.ZodRawShape>(gegevens: Shape) =>
  ({ over: "zaak", gegevens: z.strictObject(gegevens) }) as const;
/** About the work around it: no case, and so nothing for the parents of one. */
const werk = <Shape extends z.ZodRawShape>(gegevens: Shape) =>
  ({ over: "werk", gegevens: z.strictObject(gegevens) }) as const;

const brief = {
  brief: z.enum(brieven),
  vertaling: vertalingSchema.nullable(),
  tolk: z.boolean(),
  partners: lijst(functieSchema),
};
const verzoek = {
  recht: z.enum(rechten),
  van: lijst(z.enum(verzoekers)),
  identiteit: z.enum(identiteiten).nullable(),
  waarom: z
    .enum([
      "leeg",
      "gezag_controleren",
      "leerling_zelf",
      "nog_geen_zestien",
      "geen_gezag",
      "alleen_informatie",
      "niet_iedereen",
    ])
    .optional(),
};
const wisreden = z.enum([...wisredenen, "bewaartermijn"]);

/** Of a no: whose, when and how it came, and whether that person decides. */
const nee = {
  partij: partijSchema,
  op: datum,
  vorm: z.enum(antwoordvormen).optional(),
  beslist: z.boolean().optional(),
};

const adviesantwoord = { uitkomst: adviesuitkomstSchema, reden: z.enum(behoudredenen).nullable() };

export const gebeurtenissen = {
  // Reading.
  gelezen: zaak({
    naam: z.boolean(),
    wat: z.boolean(),
    via: z.enum(leeswegen).optional(),
    als: z.enum(relaties).optional(),
  }),
  logboek_bekeken: zaak({}),
  kanaalregel_vrijgegeven: zaak({ bijgewerkt: z.boolean() }),

  // The hulpvraag until the round.
  hulpvraag_gestart: zaak({ leerling_bekend: z.boolean() }),
  intake_bewaard: zaak({ stap: z.literal([1, 2, 3]) }),
  tekst_behouden: zaak({
    veld: z.enum(tekstvelden),
    reden: z.enum(behoudredenen),
    soorten: lijst(z.enum(findingTypes)),
  }),
  hulpvraag_klaargezet: zaak({}),
  hulpvraag_ingetrokken: zaak({ van: hulpvraagStatusSchema, rondes: aantal }),
  genodigden_gekozen: zaak({ gevraagd: lijst(functieSchema), af: lijst(functieSchema) }),
  geagendeerd: zaak({ ronde: datum, minuten: aantal }),
  van_agenda_gehaald: zaak({
    van: hulpvraagStatusSchema,
    naar: hulpvraagStatusSchema,
    rondes: aantal.optional(),
  }),

  punt_begonnen: zaak({}),
  punt_verlengd: zaak({ minuten: aantal }),
  inbrenger_gekozen: zaak({}),
  bijdrage_gegeven: zaak({}),

  // Toestemming.
  gezag_gecontroleerd: zaak({
    merken: lijst(z.enum(gezagsmerken)).optional(),
    standen: lijst(
      z.templateLiteral([partijSchema, ":", z.enum(partijstanden), ":", z.enum(vaststellingen)]),
    ).optional(),
  }),
  toestemming_vastgelegd: zaak({
    ja: lijst(partijSchema),
    nee: lijst(partijSchema),
    partners: lijst(functieSchema),
    doelen: lijst(z.enum(toestemmingsdoelen)).optional(),
    uitgesloten: lijst(domeinSchema).optional(),
    geldig_tot: datum,
  }),
  ouders_geinformeerd_instemming: zaak({
    verzonden_op: datum,
    wijze: z.enum(informatiewijzen),
    aan: lijst(partijSchema),
    begrepen: z.enum(begripsvormen),
    bezwaar_tot: datum,
    leerling: z.enum(["eens", "bezwaar", "nog_niet"]),
    partners: lijst(functieSchema),
  }),
  toestemming_uitgebreid: zaak({ partners: lijst(functieSchema), nee: lijst(partijSchema) }),
  uitbreiding_geweigerd: zaak({ partners: lijst(functieSchema), nee: lijst(partijSchema) }),
  toestemming_ingetrokken: zaak(nee),
  bezwaar_gemaakt: zaak(nee),
  toestemming_verlopen: zaak({}),
  opruiming_begonnen: zaak({ personen: aantal }),

  // Discussed once without the parents, on a decision of the directeur.
  uitzondering_gevraagd: zaak({
    redenen: lijst(z.enum(uitzonderingRedenen)),
    veilig_thuis: z.enum(veiligThuisStanden),
    ronde: datum,
    kring: aantal,
    /** Whether a refusal was all there was, and that there is danger was confirmed. */
    gevaar_bevestigd: z.boolean(),
  }),
  uitzondering_besloten: zaak({ besluit: z.enum(["ja", "nee"]), kring: aantal, minder: aantal }),
  uitzondering_teruggenomen: zaak({}),
  uitzondering_ingetrokken: zaak({}),
  uitzondering_gebruikt: zaak({ ronde: datum }),
  uitzondering_vervallen: zaak({ reden: z.enum(vervalredenen) }),
  uitzondering_vastgelegd: zaak({}),
  ouders_achteraf: zaak({
    verteld_op: datum.nullable(),
    nog_niet: z.enum(nogNietRedenen).nullable(),
    herzien_op: datum.nullable(),
  }),

  // Besluit, regierol, closing.
  besluit_vastgelegd: zaak({ besluiten: lijst(besluitSchema), acties: aantal }),
  actie_afgesproken: zaak({}),
  actie_gedaan: zaak({}),
  actie_verzet: zaak({ van: datum, naar: datum }),
  actie_overdracht_gevraagd: zaak({ aan: z.uuid() }),
  actie_overdracht_ingetrokken: zaak({}),
  actie_overdracht_geweigerd: zaak({ reden: weigerredenSchema }),
  actie_overgenomen: zaak({}),
  ouders_geinformeerd: zaak({
    verteld_op: datum,
    akkoord: z.enum(["ja", "nee", "niet_nodig", "nog_niet"]),
    van: lijst(partijSchema),
  }),
  regierol_aangeboden: zaak({ aan: z.uuid() }),
  regierol_aanvaard: zaak({ overgenomen: z.boolean() }),
  /** The holder left: the ib keeps it warm. */
  regierol_waargenomen: zaak({ aan: z.uuid() }),
  /** Who was asked left before the answer. */
  regierol_vraag_vervallen: zaak({}),
  regierol_geweigerd: zaak({ reden: weigerredenSchema }),
  /** Nobody answered in time. */
  regierol_onbeantwoord: zaak({}),
  overdracht_voorgesteld: zaak({ aan: z.uuid().nullable(), reden: voorstelRedenSchema }),
  overdracht_afgewezen: zaak({}),
  overdracht_ingetrokken: zaak({}),
  waarneming_afgesproken: zaak({ aan: z.uuid(), van: datum, tot: datum }),
  waarneming_geweigerd: zaak({ reden: weigerredenSchema }),
  waarneming_begonnen: zaak({ aan: z.uuid() }),
  waarneming_voorbij: zaak({ aan: z.uuid() }),
  waarneming_vervallen: zaak({}),
  expert_gekoppeld: zaak({ aan: z.uuid() }),
  expert_ontkoppeld: zaak({ aan: z.uuid() }),
  eerste_contact_vastgelegd: zaak({ op: datum }),
  voortgang_vastgelegd: zaak({ op: datum, hoe: voortgangSchema.optional() }),
  giz_vastgelegd: zaak({ uitkomst: gizSchema, reden: gizRedenSchema.nullable() }),
  review_vastgelegd: zaak({ uitkomst: reviewUitkomstSchema, werkt: werktSchema.optional() }),
  terug_naar_schakelteam: zaak({}),
  /** By itself it ends after `tot`. */
  pauze_begonnen: zaak({ reden: pauzeredenSchema, van: datum, tot: datum }),
  pauze_gestopt: zaak({ op: datum }),
  aanmelding_verstuurd: zaak({
    bij: aanmeldingPlekSchema,
    op: datum,
    akkoord_op: datum,
    van: lijst(partijSchema),
  }),
  niet_aangemeld: zaak({ bij: aanmeldingPlekSchema }),
  aanmelding_gevolgd: zaak({ bij: aanmeldingPlekSchema, stap: aanmeldingStapSchema, op: datum }),
  traject_gestart: zaak({ op: datum }),
  tussenevaluatie_gehouden: zaak({ op: datum, stand: tussenstandSchema, meer_hulp: z.boolean() }),
  traject_meer_hulp: zaak({}),
  eindevaluatie_gepland: zaak({ op: datum }),
  wijkteam_uitgenodigd: zaak({ aan: z.uuid() }),
  wijkteam_afgezegd: zaak({ aan: z.uuid() }),
  traject_verlengd: zaak({ op: datum, reden: verlengredenSchema, schoolweken: aantal }),
  eindevaluatie_gehouden: zaak({ op: datum, uitkomst: trajectUitkomstSchema }),
  traject_gestopt: zaak({ op: datum, reden: stopredenSchema }),
  wachtplek_vastgelegd: zaak({ soort: hulpSoortSchema, sinds: datum }),
  wachtplek_aangepast: zaak({ soort: hulpSoortSchema, sinds: datum }),
  /** `weken`: how long it waited, when the help began. */
  wachtlijst_nagevraagd: zaak({
    soort: hulpSoortSchema,
    antwoord: wachtAntwoordSchema,
    op: datum,
    weken: aantal.nullable(),
  }),
  overbrugging_afgesproken: zaak({
    bij: hulpSoortSchema,
    soort: overbruggingSoortSchema,
    doel: overbruggingDoelSchema,
    tot: datum,
  }),
  overbrugging_bekeken: zaak({
    bij: hulpSoortSchema,
    besluit: overbruggingBesluitSchema,
    doelcheck: doelcheckSchema,
    reden: verlengRedenSchema.nullable(),
    tot: datum.nullable(),
  }),
  geen_overbrugging: zaak({ bij: hulpSoortSchema, reden: geenRedenSchema }),
  afsluiting_voorgesteld: zaak({ reden: afsluitredenSchema }),
  afsluiting_afgewezen: zaak({}),
  hulpvraag_afgesloten: zaak({ reden: afsluitredenSchema, door: z.enum(hulpvraagActs), verteld_op: datum }),

  // Rights of parents and pupil.
  rechten_bekeken: zaak({}),
  leerling_gezocht: zaak({ gevonden: z.boolean() }),
  verzoek_vastgelegd: zaak(verzoek),
  verzoek_afgewezen: zaak(verzoek),
  inzage_opgehaald: zaak({ vorm: z.enum(["json", "pdf"]) }),
  gecorrigeerd: zaak({
    velden: lijst(z.enum(correctieWaarden)),
    gevraagd_door: lijst(z.enum(correctievragers)),
  }),
  wijziging_voorgesteld: zaak({}),
  wijziging_overgenomen: zaak({}),
  wijziging_afgewezen: zaak({ reden: afwijsredenSchema }),
  correctie_genoteerd: zaak({ gevraagd_door: lijst(z.enum(correctievragers)) }),
  langer_bewaren: zaak({ reden: z.enum(bewaarredenen), tot: datum }),
  bewaring_beeindigd: zaak({}),
  wissen_aangekondigd: zaak({ wissen_op: datum }),
  wissen_afgezegd: zaak({}),
  wissen_gevraagd: zaak({ reden: z.enum(wisredenen), van: lijst(z.enum(verzoekers)), uiterlijk: datum }),
  wissen_geweigerd: zaak({ reden: wisreden, weigerreden: z.enum(wisWeigerredenen).optional() }),
  wissen_ingetrokken: zaak({ reden: wisreden }),
  wissen_verlopen: zaak({ reden: wisreden }),
  wissen_bevestigd: werk({ reden: wisreden }),
  wissen_tegengehouden: werk({ tegen: z.enum(["loopt", "bewaring"]) }),
  gegevens_gewist: werk({
    aanleiding: z.enum(["verzoek", "bewaartermijn"]),
    reden: wisreden,
    hulpvragen: aantal,
    sleutels: aantal,
  }),

  // Letters.
  brief_gemaakt: zaak(brief),
  brief_opgehaald: zaak(brief),
  folder_gemaakt: werk({ vertaling: vertalingSchema.nullable() }),
  folder_opgehaald: werk({ vertaling: vertalingSchema.nullable() }),

  // Adviesvragen: nobody is named in them, so no parents can ask for these lines.
  adviesvraag_gesteld: werk({ kring: z.enum(kringen), reden: z.enum(adviesredenen).nullable() }),
  adviesvraag_gelezen: werk({ via: z.enum(leeswegen) }),
  adviesvraag_beantwoord: werk(adviesantwoord),
  adviesvraag_besproken: werk(adviesantwoord),
  adviesvragen_verschoven: werk({ wacht: z.boolean() }),
  adviesvraag_gewist: werk({ reden: z.enum(advieswisredenen) }),

  // Acties of a team, which are about no child.
  teamactie_gemaakt: werk({ datum }),
  teamactie_gedaan: werk({}),
  teamactie_vervallen: werk({}),
  teamactie_verzet: werk({ van: datum, naar: datum, reden: uitstelredenSchema.nullable() }),
  teamactie_overdracht_gevraagd: werk({ aan: z.uuid() }),
  teamactie_overdracht_ingetrokken: werk({}),
  teamactie_overdracht_geweigerd: werk({ reden: weigerredenSchema }),
  teamactie_overgenomen: werk({}),
  teamactie_gewist: werk({}),

  // The team itself.
  lid_toegevoegd: werk({ lid: z.uuid(), functie: functieSchema, vervangt: z.boolean() }),
  lid_gewijzigd: werk({ lid: z.uuid(), vanaf: datum }),
  lid_gestopt: werk({ lid: z.uuid(), tot: datum }),
  lid_onderbroken: werk({ aantal }),
  lid_terug: werk({ lid: z.uuid() }),
  voorzitter_gekozen: werk({ lid: z.uuid() }),
  evaluatie_begonnen: werk({ gevraagd: aantal }),
  evaluatie_geteld: werk({ genoeg: z.boolean() }),

  // Terms.
  termijnen_bijgewerkt: zaak({
    door: z.enum(termEventKinds),
    voorbij: lijst(termKindSchema),
    begonnen: lijst(z.templateLiteral([termKindSchema, ":", datum])),
  }),
  termijn_afgerond: zaak({ soort: termKindSchema, op: datum }),
  termijn_uitgesteld: zaak({ soort: termKindSchema, van: datum, naar: datum, reden: uitstelredenSchema }),
  termijn_verschoven: zaak({ soort: termKindSchema, van: datum, naar: datum }),

  /** The lengths for the whole samenwerkingsverband: which, what it was and what it is. */
  termijnen_ingesteld: werk({
    lengtes: lijst(z.templateLiteral([z.enum(termSettings), ":", aantal, ":", aantal])),
  }),

  // Rounds, the channel, files, set-up.
  ronde_gepland: werk({ datum, deelnemers: aantal }),
  jaarplan_voorgesteld: werk({ schooljaar: aantal, rondes: aantal }),
  jaarplan_vastgesteld: werk({ schooljaar: aantal, rondes: aantal, overgeslagen: aantal }),
  jaarplan_dag_gekozen: werk({ van: datum, naar: datum }),
  jaarplan_gestopt: werk({ schooljaar: aantal, rondes: aantal }),
  momentprik_gestart: werk({ momenten: aantal, gevraagd: aantal, uiterlijk: datum, verzetten: z.boolean() }),
  momentprik_opnieuw: werk({ momenten: aantal, uiterlijk: datum }),
  momentprik_erbij: werk({ gevraagd: aantal }),
  momentprik_beantwoord: werk({ momenten: aantal }),
  momentprik_voorgelegd: werk({ antwoordden: aantal, gevraagd: aantal }),
  momentprik_gekozen: werk({ datum, voorstel: z.boolean() }),
  momentprik_gestopt: werk({}),
  momentprik_vervallen: werk({ reden: z.enum(prikVervalredenen) }),
  schoolkalender_gewijzigd: werk({ soort: z.enum(dagsoorten), dagen: aantal, termijnen: aantal }),
  ronde_gewijzigd: werk({ datum, opnieuw_uitgenodigd: z.boolean() }),
  ronde_vervallen: werk({ datum, agendapunten: aantal }),
  voorzitter_gewisseld: werk({ hoe: z.enum(["overgedragen", "overgenomen"]) }),
  afspraak_gezet: werk({ datum, deelnemers: aantal, opnieuw: z.boolean() }),
  afspraak_afgezegd: werk({ datum }),
  afspraak_mislukt: werk({ datum, fout: afspraakFoutSchema }),
  afspraak_opnieuw_gevraagd: werk({ datum }),
  notulist_gekozen: werk({ gekozen: z.boolean() }),
  agenda_vastgesteld: werk({ datum }),
  komst_doorgegeven: werk({ komst: komstSchema, vervangen: z.boolean() }),
  ronde_geopend: werk({ datum }),
  aanwezigheid_vastgelegd: werk({ aanwezig: aantal, deelnemers: aantal }),
  ronde_gesloten: werk({ datum, besproken: aantal, verschoven: aantal }),
  verslag_gemaakt: werk({ datum }),
  verslag_vastgesteld: werk({ datum }),
  verslag_opgehaald: werk({}),
  samenvatting_bevestigd: werk({}),
  samenvatting_vrijgegeven: werk({ regels: aantal, bijgewerkt: z.boolean() }),
  agendalink_gemaakt: werk({}),
  agendabestand_opgehaald: werk({}),
  agendaabonnement_vernieuwd: werk({}),
  identiteit_gekoppeld: werk({}),
  inrichting_bijgewerkt: werk({ scholen: aantal, lidmaatschappen: aantal }),
} as const;

export type GebeurtenisSoort = keyof typeof gebeurtenissen;
export const gebeurtenisSoorten = Object.keys(gebeurtenissen) as GebeurtenisSoort[];
export type ZaakSoort = {
  [Soort in GebeurtenisSoort]: (typeof gebeurtenissen)[Soort]["over"] extends "zaak" ? Soort : never;
}[GebeurtenisSoort];

export type Gegevens<Soort extends GebeurtenisSoort> = z.input<(typeof gebeurtenissen)[Soort]["gegevens"]>;

type Fields<Soort extends GebeurtenisSoort> =
  Record<string, never> extends Gegevens<Soort>
    ? { readonly gegevens?: Gegevens<Soort> }
    : { readonly gegevens: Gegevens<Soort> };

/** The salted name of a case, never its id or reference; there is none once the case was erased. */
type About<Soort extends GebeurtenisSoort> = Soort extends ZaakSoort
  ? { readonly zaak?: Uint8Array }
  : { readonly zaak?: never };

/** One line of the log. */
export type Gebeurtenis<Soort extends GebeurtenisSoort = GebeurtenisSoort> = {
  [Each in Soort]: {
    readonly soort: Each;
    readonly sztId: string | null;
    readonly grondslag?: Grondslag;
    /** To whom it happened, when a work without a person did it: who was brought a card. */
    readonly persoonId?: string;
  } & Fields<Each> &
    About<Each>;
}[Soort];

/** The fields of a kind as a last argument, which is left out where the kind has none. */
export type FieldsOf<Soort extends GebeurtenisSoort> =
  Record<string, never> extends Gegevens<Soort> ? [gegevens?: Gegevens<Soort>] : [gegevens: Gegevens<Soort>];

type Place = Pick<Gebeurtenis<ZaakSoort>, "sztId" | "grondslag" | "persoonId" | "zaak">;

export function aboutCase<Soort extends ZaakSoort>(
  soort: Soort,
  place: Place,
  gegevens: Gegevens<Soort> | undefined,
): Gebeurtenis {
  // Kind and fields are of one row by the types of the arguments; a union of them is beyond what the compiler follows.
  return { soort, ...place, ...(gegevens ? { gegevens } : {}) } as Gebeurtenis;
}

/** The fields as they may be kept. What does not fit is a mistake of ours; its message names the field, never the value. */
export function checkedGegevens({ soort, gegevens = {} }: Gebeurtenis): Readonly<Record<string, unknown>> {
  const parsed = gebeurtenissen[soort].gegevens.safeParse(gegevens);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map(({ path, code }) => `${path.join(".")} ${code}`).join(", ");
  throw new TypeError(`event ${soort} does not fit: ${where}`);
}

const soortSchema = z.enum(gebeurtenisSoorten as [GebeurtenisSoort, ...GebeurtenisSoort[]]);

/** A line as it was kept, perhaps by another version: what this one does not know has no fields. */
export type ZaakGebeurtenis = {
  [Soort in ZaakSoort]: { readonly soort: Soort; readonly gegevens: Gegevens<Soort> };
}[ZaakSoort];

export function readGebeurtenis(soort: string, gegevens: unknown): ZaakGebeurtenis | null {
  const kind = soortSchema.safeParse(soort);
  if (!kind.success || gebeurtenissen[kind.data].over !== "zaak") return null;
  const parsed = gebeurtenissen[kind.data].gegevens.safeParse(gegevens);
  return parsed.success ? ({ soort: kind.data, gegevens: parsed.data } as ZaakGebeurtenis) : null;
}
