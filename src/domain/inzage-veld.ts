/**
 * Everything that is kept, column by column: how it stands in the copy that parents or a pupil get (AVG art. 15), or why
 * it does not. Names are those of the tables, so that a test can hold this list against the catalog of the database:
 * a new column that is not here fails it, and so does a new table.
 */

/** Shown. */
export const getoond = [
  /** Free text, locked with the key of the leerling. */
  "tekst",
  /** The known values of a leerling, locked too. */
  "gegevens",
  "code",
  "codes",
  "dag",
  "moment",
  "periode",
  "janee",
  "getal",
  /** As function and organisation: who works here has privacy as well (HvJ EU C-579/21). */
  "persoon",
  /** Day, time, place, and the functions that took part. */
  "ronde",
  /** The number, in this copy, of the row that it belongs to. */
  "bij",
  /** Closed fields: counts, codes and dates. */
  "velden",
] as const;
export type Getoond = (typeof getoond)[number];

/** Left out, with the reason. */
export const weggelaten = {
  intern: "a number of our own, that says nothing",
  plaats: "the installation, the team or the school: said once, at the top",
  techniek: "how something is kept or sent, not what is known of the child",
  sleutel: "opens or finds something: it would undo the protection and tells nothing",
  ander: "about somebody who works here, or about a school",
} as const;
export type Weggelaten = keyof typeof weggelaten;

export type Veld = Getoond | Weggelaten;
type Tabel = Readonly<Record<string, Veld>>;

const eigen = { id: "intern", swv_id: "plaats", szt_id: "plaats", versie: "techniek" } as const;
const onderwerp = { onderwerp_soort: "code", onderwerp_id: "bij" } as const;

/** Tables that have rows about one leerling, in the order of the copy. */
export const inzageTabellen = {
  leerling: {
    ...eigen,
    school_id: "plaats",
    sleutel_id: "sleutel",
    zoeksleutel: "sleutel",
    gegevens: "gegevens",
    gezag: "code",
    gemaakt_op: "moment",
  },
  hulpvraag: {
    ...eigen,
    school_id: "plaats",
    leerling_id: "bij",
    referentie: "code",
    status: "code",
    stap: "getal",
    domeinen: "codes",
    urgentie: "code",
    al_gedaan: "codes",
    aan_tafel: "codes",
    vraag: "tekst",
    gedaan_toelichting: "tekst",
    ouders_vraag: "tekst",
    inbrenger_id: "persoon",
    log_zout: "sleutel",
    regie_sinds: "moment",
    klaargezet_op: "moment",
    afgesloten_op: "moment",
    afsluitreden: "code",
    afsluiting_voorgesteld: "code",
    afsluiting_voorgesteld_door: "persoon",
    afsluiting_verteld_op: "dag",
    gemaakt_op: "moment",
    gewijzigd_op: "moment",
  },
  toestemming: {
    ...eigen,
    hulpvraag_id: "bij",
    grondslag: "code",
    doel: "code",
    partners: "codes",
    geldig_tot: "dag",
    vastgelegd_door: "persoon",
    vastgelegd_op: "moment",
    vervangen_op: "moment",
  },
  toestemming_gever: {
    ...eigen,
    toestemming_id: "bij",
    partij: "code",
    gegeven_op: "dag",
    vorm: "code",
    bewaarplaats: "tekst",
    ingetrokken_op: "dag",
  },
  agendapunt: {
    ...eigen,
    ronde_id: "ronde",
    hulpvraag_id: "bij",
    volgorde: "getal",
    minuten: "getal",
    status: "code",
  },
  besluit: {
    ...eigen,
    agendapunt_id: "bij",
    hulpvraag_id: "bij",
    besluiten: "codes",
    afweging: "tekst",
    regierol_voor: "persoon",
    terug_op: "dag",
    genomen_door: "persoon",
    genomen_op: "moment",
  },
  correctie: {
    ...eigen,
    hulpvraag_id: "bij",
    besluit_id: "bij",
    actie_id: "bij",
    tekst: "tekst",
    gevraagd_door: "codes",
    vastgelegd_door: "persoon",
    vastgelegd_op: "moment",
  },
  terugkoppeling: {
    ...eigen,
    besluit_id: "bij",
    hulpvraag_id: "bij",
    verteld_op: "dag",
    akkoord: "code",
    akkoord_op: "dag",
    akkoord_van: "codes",
    vastgelegd_door: "persoon",
    vastgelegd_op: "moment",
  },
  regierol_aanbod: {
    ...eigen,
    hulpvraag_id: "bij",
    besluit_id: "bij",
    persoon_id: "persoon",
    status: "code",
    aangeboden_op: "moment",
    beantwoord_op: "moment",
    gevraagd_door: "persoon",
    reden: "code",
  },
  regierol: {
    ...eigen,
    hulpvraag_id: "bij",
    houder_id: "persoon",
    soort: "code",
    periode: "periode",
    giz: "code",
    giz_op: "dag",
    giz_reden: "code",
  },
  koppeling: { ...eigen, hulpvraag_id: "bij", persoon_id: "persoon", van: "moment", tot: "moment" },
  actie: {
    ...eigen,
    hulpvraag_id: "bij",
    ronde_id: "ronde",
    houder_id: "persoon",
    omschrijving: "tekst",
    datum: "dag",
    gedaan_op: "moment",
    gedaan_door: "persoon",
    gemaakt_door: "persoon",
    gemaakt_op: "moment",
    vervallen_op: "moment",
  },
  termijn: {
    ...eigen,
    school_id: "plaats",
    hulpvraag_id: "bij",
    actie_id: "bij",
    soort: "code",
    anker: "dag",
    regel: "velden",
    vervalt: "dag",
    vervalt_sinds: "dag",
    verantwoordelijke: "code",
    persoon_id: "persoon",
    status: "code",
    klaar_op: "moment",
    klaar_door: "persoon",
    uitgesteld: "getal",
    uitstelreden: "code",
    gemaakt_op: "moment",
  },
  herinnering: {
    ...eigen,
    termijn_id: "bij",
    stap: "code",
    persoon_id: "persoon",
    dagbericht_id: "intern",
    te_laat: "janee",
    gemaakt_op: "moment",
  },
  bewaring: {
    ...eigen,
    leerling_id: "bij",
    reden: "code",
    tot: "dag",
    vastgelegd_door: "persoon",
    vastgelegd_op: "moment",
    beeindigd_op: "moment",
    beeindigd_door: "persoon",
  },
  bewaartermijn: { ...eigen, hulpvraag_id: "bij", aangekondigd_op: "dag", wissen_op: "dag" },
  wissing: {
    ...eigen,
    school_id: "plaats",
    nummer: "code",
    aanleiding: "code",
    reden: "code",
    gevraagd_van: "codes",
    gevraagd_door: "persoon",
    gevraagd_op: "moment",
    tweede_id: "persoon",
    uiterlijk: "dag",
    status: "code",
    tegen: "code",
    leerling_ids: "intern",
    hulpvraag_ids: "intern",
    beantwoord_op: "moment",
    gewist_op: "moment",
    klaar_op: "moment",
    onderwerpen: "intern",
    bewijs: "velden",
  },
  /** That a message stands or stood, and with whom; what it says is drawn anew from all of the above. */
  bericht: {
    ...eigen,
    gesprek_id: "intern",
    persoon_id: "persoon",
    ...onderwerp,
    activiteit_id: "techniek",
    vingerafdruk: "techniek",
    actueel: "janee",
    verzonden_op: "moment",
    bijgewerkt_op: "moment",
  },
  kennisgeving: {
    ...eigen,
    volgnr: "techniek",
    soort: "code",
    persoon_id: "persoon",
    kanaal_szt_id: "plaats",
    ...onderwerp,
    sleutel: "techniek",
    dringend: "janee",
    niet_voor: "moment",
    status: "code",
    pogingen: "techniek",
    geclaimd_tot: "techniek",
    verzonden_op: "moment",
    fout: "techniek",
    gemaakt_op: "moment",
    wissing_id: "intern",
  },
  wekker: {
    ...eigen,
    soort: "code",
    onderwerp_id: "bij",
    op: "moment",
    sleutel: "techniek",
    gedaan_op: "moment",
    gemaakt_op: "moment",
  },
  bestandslink: {
    ...eigen,
    token_hash: "sleutel",
    persoon_id: "persoon",
    soort: "code",
    onderwerp_id: "bij",
    geldig_tot: "moment",
    gebruikt_op: "moment",
    gemaakt_op: "moment",
  },
  /** Who saw it and what was done with it, on which ground. */
  gebeurtenis: {
    ...eigen,
    op: "moment",
    actor_id: "persoon",
    taak: "code",
    soort: "code",
    zaak: "sleutel",
    grondslag: "code",
    gegevens: "velden",
    vorige_hash: "techniek",
    hash: "techniek",
  },
} as const satisfies Readonly<Record<string, Tabel>>;
export type InzageTabel = keyof typeof inzageTabellen;
export const inzageTabelNamen = Object.keys(inzageTabellen) as InzageTabel[];

/** Tables without a row about a leerling. What a round or a channel says of one is shown with the agenda and apart. */
export const zonderLeerling: Readonly<Record<string, Weggelaten>> = {
  swv: "plaats",
  szt: "plaats",
  school: "plaats",
  vakantie: "ander",
  studiedag: "ander",
  persoon: "ander",
  teams_identiteit: "ander",
  lidmaatschap: "ander",
  gesprek: "ander",
  agendafeed: "ander",
  dagbericht: "ander",
  weekbericht: "ander",
  /** Shown as the rounds on which it stood. */
  overlegronde: "ander",
  deelname: "ander",
  /** Shown apart: the lines that a channel got. */
  vrijgave: "ander",
  datasleutel: "sleutel",
  druk: "techniek",
  schema_migratie: "techniek",
  gewist_geteld: "ander",
  referentie_bezet: "intern",
};

/** What is shown of one table. */
export function getoondeVelden(tabel: InzageTabel): readonly (readonly [kolom: string, soort: Getoond])[] {
  const velden: Tabel = inzageTabellen[tabel];
  return Object.entries(velden).flatMap(([kolom, veld]) => {
    const soort = getoond.find((one) => one === veld);
    return soort ? [[kolom, soort] as const] : [];
  });
}
