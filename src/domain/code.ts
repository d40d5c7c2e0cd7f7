/**
 * The closed lists of the field. A value from one of these lists is 'dat'; every free text is 'wat'.
 * Dutch labels are words and stand in adaptive-cards/word.ts.
 */
import { z } from "zod/v4";

export const functies = [
  "ib",
  "coo",
  "smw",
  "wijkteam",
  "scp",
  "bpo",
  "orthopedagoog",
  "jeugdverpleegkundige",
  "jeugdarts",
  "leerplicht",
  "politie",
  "overig",
  "directeur",
  "bestuurder",
  "beheerder",
] as const;
export const functieSchema = z.enum(functies);
export type Functie = z.infer<typeof functieSchema>;

export const hulpvraagStatussen = [
  "concept",
  "klaargezet",
  "geagendeerd",
  "besproken",
  "in_uitvoering",
  "afgesloten",
  "ingetrokken",
] as const;
export const hulpvraagStatusSchema = z.enum(hulpvraagStatussen);
export type HulpvraagStatus = z.infer<typeof hulpvraagStatusSchema>;

export const domeinen = [
  "leren",
  "gedrag",
  "sociaal_emotioneel",
  "thuissituatie",
  "opvoeding",
  "verzuim",
  "gezondheid",
  "armoede",
  "veiligheid",
  "overgang",
  "overig",
] as const;
export const domeinSchema = z.enum(domeinen);
export type Domein = z.infer<typeof domeinSchema>;

export const urgenties = ["gewoon", "voorrang", "niet_wachten"] as const;
export const urgentieSchema = z.enum(urgenties);
export type Urgentie = z.infer<typeof urgentieSchema>;

export const gezagsvormen = [
  "beide_ouders",
  "een_ouder",
  "ouder_en_niet_ouder",
  "gezamenlijke_voogdij",
  "voogdij_instelling",
  "meerderjarig",
  "onbekend",
] as const;
export const gezagSchema = z.enum(gezagsvormen);
export type Gezag = z.infer<typeof gezagSchema>;

export const alGedaan = [
  "gesprek_ouders",
  "aanpassing_in_klas",
  "observatie",
  "basisondersteuning_cjg",
  "basisondersteuning_smw",
  "basisondersteuning_swv",
  "externe_hulp",
  "overig",
] as const;
export const alGedaanSchema = z.enum(alGedaan);
export type AlGedaan = z.infer<typeof alGedaanSchema>;

export const fasen = ["in_voorbereiding", "besproken", "in_uitvoering", "afgerond"] as const;
export const faseSchema = z.enum(fasen);
export type Fase = z.infer<typeof faseSchema>;

export const besluiten = [
  "regierol_toewijzen",
  "doorzetten_loket",
  "basisondersteuning",
  "meer_informatie",
  "doorlopen",
  "afsluiten",
] as const;
export const besluitSchema = z.enum(besluiten);
export type Besluit = z.infer<typeof besluitSchema>;

export const grondslagen = ["schriftelijk", "instemming", "anoniem", "uitzondering"] as const;
export const grondslagSchema = z.enum(grondslagen);
export type Grondslag = z.infer<typeof grondslagSchema>;

/** Whose consent or answer it is; parents have no names here, only a place. `voogd2` is the second of two voogden. */
export const partijen = ["ouder1", "ouder2", "leerling", "voogd", "voogd2"] as const;
export const partijSchema = z.enum(partijen);
export type Partij = z.infer<typeof partijSchema>;

/** Forms in which a yes can be proved. */
export const toestemmingsvormen = ["papier", "digitaal_geverifieerd", "mondeling_bevestigd"] as const;
export const toestemmingsvormSchema = z.enum(toestemmingsvormen);
export type Toestemmingsvorm = z.infer<typeof toestemmingsvormSchema>;

/** Forms in which a no counts: any at all. */
export const antwoordvormen = [...toestemmingsvormen, "mail", "mondeling"] as const;
export const antwoordvormSchema = z.enum(antwoordvormen);
export type Antwoordvorm = z.infer<typeof antwoordvormSchema>;

/**
 * What somebody said about a toestemming. `akkoord` is a yes that nobody can prove, such as what a pupil says of it;
 * `geen_reactie` is a question that was put on that day.
 */
export const antwoordsoorten = [
  "toestemming",
  "akkoord",
  "weigering",
  "ingetrokken",
  "bezwaar",
  "geen_reactie",
] as const;
export const antwoordsoortSchema = z.enum(antwoordsoorten);
export type Antwoordsoort = z.infer<typeof antwoordsoortSchema>;

/** What a toestemming is given for. The regierol is asked apart, after the round (003, block 2). */
export const toestemmingsdoelen = [
  "bespreking_szt",
  "toewijzen_regierol",
  "start_jeugdhulp",
  "start_hulp_wgbo",
  "verstrekking_extern",
  "verstrekking_jeugdbeschermer",
] as const;
export const toestemmingsdoelSchema = z.enum(toestemmingsdoelen);
export type Toestemmingsdoel = z.infer<typeof toestemmingsdoelSchema>;

/** How the parents were told in writing (004 §1.8, option 2). */
export const informatiewijzen = ["brief", "mail", "meegegeven"] as const;
export const informatiewijzeSchema = z.enum(informatiewijzen);
export type Informatiewijze = z.infer<typeof informatiewijzeSchema>;

export const informatietalen = [
  "nederlands",
  "engels",
  "turks",
  "arabisch",
  "pools",
  "oekraiens",
  "anders",
] as const;
export const informatietaalSchema = z.enum(informatietalen);
export type Informatietaal = z.infer<typeof informatietaalSchema>;

/** Whether they understood it, as far as the school could tell. */
export const begripsvormen = ["ja", "met_tolk", "nee", "onbekend"] as const;
export const begripSchema = z.enum(begripsvormen);
export type Begrip = z.infer<typeof begripSchema>;

/** Marks beside gezag. Ots leaves gezag with the parents; a gezinsvoogd is a mark, never a name. */
export const gezagsmerken = [
  "gescheiden",
  "ots",
  "gezinsvoogd",
  "gedeeltelijk_gezag_instelling",
  "gedeeltelijk_gezag_pleegouder",
] as const;
export const gezagsmerkSchema = z.enum(gezagsmerken);
export type Gezagsmerk = z.infer<typeof gezagsmerkSchema>;

/** Why a holder of gezag cannot answer. */
export const partijstanden = ["overleden", "onbereikbaar", "wilsonbekwaam"] as const;
export const partijstandSchema = z.enum(partijstanden);
export type Partijstand = z.infer<typeof partijstandSchema>;

/** How that was established. */
export const vaststellingen = [
  "akte_of_register",
  "verklaring_andere_ouder",
  "brief_en_telefoon",
  "adres_onbekend",
  "buitenland_onbekend",
  "verklaring_deskundige",
] as const;
export const vaststellingSchema = z.enum(vaststellingen);
export type Vaststelling = z.infer<typeof vaststellingSchema>;

export const gizUitkomsten = ["afgenomen", "gepland", "niet_nodig", "geweigerd"] as const;
export const gizSchema = z.enum(gizUitkomsten);
export type Giz = z.infer<typeof gizSchema>;

export const afsluitredenen = [
  "doel_bereikt",
  "deels",
  "niet",
  "weet_ik_niet",
  "verhuisd",
  "andere_school",
  "ingetrokken",
  "basisondersteuning",
] as const;
export const afsluitredenSchema = z.enum(afsluitredenen);
export type Afsluitreden = z.infer<typeof afsluitredenSchema>;

export const aanwezigheden = ["in_de_kamer", "online", "afwezig", "vervangen"] as const;
export const aanwezigheidSchema = z.enum(aanwezigheden);
export type Aanwezigheid = z.infer<typeof aanwezigheidSchema>;

/** Of who comes for one item alone: nobody takes that place. */
export const erbijSchema = aanwezigheidSchema.exclude(["vervangen"]);
export type Erbij = z.infer<typeof erbijSchema>;

/** What somebody says beforehand. */
export const komsten = ["in_de_kamer", "online", "niet"] as const;
export const komstSchema = z.enum(komsten);
export type Komst = z.infer<typeof komstSchema>;

/** Where a round is held; closed, so that a place can stand in a calendar and a channel. */
export const plaatsen = ["op_school", "online", "op_school_en_online", "wijkteam", "cjg", "swv"] as const;
export const plaatsSchema = z.enum(plaatsen);
export type Plaats = z.infer<typeof plaatsSchema>;

export const regios = ["N", "M", "Z"] as const;
export const regioSchema = z.enum(regios);
export type Regio = z.infer<typeof regioSchema>;

export const sectoren = ["PO", "VO"] as const;
export const sectorSchema = z.enum(sectoren);
export type Sector = z.infer<typeof sectorSchema>;

/** Groups of PO and years of VO, as a school names them. */
export const leerjaren = [
  "po_1",
  "po_2",
  "po_3",
  "po_4",
  "po_5",
  "po_6",
  "po_7",
  "po_8",
  "vo_1",
  "vo_2",
  "vo_3",
  "vo_4",
  "vo_5",
  "vo_6",
] as const;
export const leerjaarSchema = z.enum(leerjaren);
export type Leerjaar = z.infer<typeof leerjaarSchema>;

/** Functions that may hold the regierol by default (003, Rollen); a swv can change the list. */
export const regierolFuncties = [
  "smw",
  "jeugdverpleegkundige",
  "jeugdarts",
  "bpo",
  "orthopedagoog",
] as const satisfies readonly Functie[];
export const kernteamFuncties = ["bpo", "orthopedagoog"] as const satisfies readonly Functie[];
export const ibFuncties = ["ib", "coo"] as const satisfies readonly Functie[];

/** Who works for a school, where the others work for the SZT. */
export const schoolFuncties = [...ibFuncties, "directeur"] as const satisfies readonly Functie[];
