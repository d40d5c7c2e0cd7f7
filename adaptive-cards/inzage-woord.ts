/**
 * The words of the readable copy: what every table and every column in it is called, and what its codes mean. Typed by
 * the list of what is shown (src/domain/inzage-veld.ts): what has no word here does not compile.
 */
import { bewaarredenen } from "#domain/bewaartermijn.ts";
import type { Getoond, InzageTabel, inzageTabellen } from "#domain/inzage-veld.ts";
import type { NoticeKind } from "#domain/notice.ts";
import { briefNaam } from "./brief.ts";
import { noticeWords } from "./notice.ts";
import { bewaarredenLabel } from "./rechten.ts";
import { verzoekerLabel } from "./rechten-form.ts";
import { gizRedenLabel, weigerredenLabel } from "./regierol-dialog.ts";
import { termLabel, uitstelredenLabel } from "./reminder.ts";
import {
  antwoordvormLabel,
  begripLabel,
  doelLabel,
  gezagsmerkLabel,
  informatiewijzeLabel,
  partijstandLabel,
  taalLabel,
  vaststellingLabel,
} from "./toestemming-word.ts";
import { nogNietLabel, redenLabel, veiligThuisLabel } from "./uitzondering-word.ts";
import { wisredenLabel } from "./wissing.ts";
import {
  afsluitredenLabel,
  alGedaanLabel,
  besluitLabel,
  capital,
  domeinLabel,
  faseLabel,
  functieNaam,
  gezagLabel,
  gizLabel,
  grondslagLabel,
  partijLabel,
  statusLabel,
  urgentieLabel,
} from "./word.ts";

/** The log has sentences of its own (log.ts). */
export type GewoonTabel = Exclude<InzageTabel, "gebeurtenis">;
type Kolommen<T extends InzageTabel> = (typeof inzageTabellen)[T];

/** What a code means; as it stands when it is a word or a number that people know it by. */
export type Codes = Readonly<Record<string, string>> | "zelf" | ((code: string) => string);

/** Null: said by where it stands in the copy. */
type Woord<Veld> = Veld extends "code" | "codes" | "velden"
  ? readonly [label: string, codes: Codes]
  : Veld extends "bij"
    ? string | null
    : string;

type Velden<T extends GewoonTabel> = {
  readonly [K in keyof Kolommen<T> as Kolommen<T>[K] extends Getoond ? K : never]: Woord<Kolommen<T>[K]>;
};

interface TabelWoorden<T extends GewoonTabel> {
  /** One row of it; a number follows. */
  readonly een: string;
  readonly veel: string;
  /** As lines under each other, or as a table with a column for each field. */
  readonly vorm: "lijst" | "tabel";
  readonly velden: Velden<T>;
}

/** The line of a hulpvraag in the channel. */
export const kanaalWoorden: Codes = {
  ...functieNaam,
  ...Object.fromEntries(Object.entries(faseLabel).map(([code, label]) => [code, label.toLowerCase()])),
  caseRef: "nummer",
  regierolFunctie: "regierol",
  volgendeDatum: "volgende datum",
  loketDoorgezet: "doorgezet naar het Loket",
};

const functies: Codes = Object.fromEntries(
  Object.entries(functieNaam).map(([code, naam]) => [code, capital(naam)]),
);
const door = { vastgelegd_door: "Vastgelegd door", vastgelegd_op: "Vastgelegd op" } as const;
const notices = Object.fromEntries(
  (Object.keys(noticeWords) as NoticeKind[]).map((kind) => [kind, noticeWords[kind].summary]),
);
const onderwerp: Codes = {
  hulpvraag: "De hulpvraag",
  rechten: "De rechten van ouders en leerling",
};

/** 2026-12-04:after:3 */
function reminderWords(code: string): string {
  const [, step = ""] = code.split(":");
  return reminders[step] ?? capital(code.replaceAll("_", " "));
}
const reminders: Readonly<Record<string, string>> = {
  before: "Van tevoren, aan wie het moet doen",
  on: "Op de dag zelf, aan wie het moet doen",
  after: "Na de dag, aan wie het moet doen",
  escalated_schakelteam: "Aan het schakelteam: het is te laat",
  escalated_chair: "Aan wie het overleg leidt: het is te laat",
};

export const inzageWoorden: { readonly [T in GewoonTabel]: TabelWoorden<T> } = {
  leerling: {
    een: "Leerling",
    veel: "De leerling",
    vorm: "lijst",
    velden: {
      gegevens: "Gegevens",
      gezag: ["Wie het gezag heeft", gezagLabel],
      gezag_merken: ["Bijzonderheden bij het gezag", gezagsmerkLabel],
      gezag_gecontroleerd_op: "Gezag gecontroleerd op",
      gemaakt_op: "Vastgelegd sinds",
    },
  },
  leerling_partij: {
    een: "Ouder of voogd die niet kan beslissen",
    veel: "Ouders of voogden die niet kunnen beslissen",
    vorm: "lijst",
    velden: {
      leerling_id: null,
      partij: ["Wie", partijLabel],
      stand: ["Waarom", partijstandLabel],
      hoe: ["Hoe de school dat weet", vaststellingLabel],
      vastgesteld_op: "Sinds",
      ...door,
    },
  },
  hulpvraag: {
    een: "Hulpvraag",
    veel: "De hulpvraag",
    vorm: "lijst",
    velden: {
      leerling_id: null,
      referentie: ["Nummer", "zelf"],
      status: ["Hoe ver het is", statusLabel],
      stap: "Ingevuld tot en met stap",
      vraag: "De vraag",
      domeinen: ["Waarover", domeinLabel],
      urgentie: ["Haast", urgentieLabel],
      al_gedaan: ["Wat er al is gedaan", alGedaanLabel],
      gedaan_toelichting: "Uitleg daarbij",
      ouders_vraag: "Wat de ouders vragen",
      aan_tafel: ["Met wie de school wil overleggen", functies],
      inbrenger_id: "Ingebracht door",
      regie_sinds: "Deze ronde van het werk begon op",
      klaargezet_op: "Klaargezet voor het overleg op",
      afsluiting_voorgesteld: ["Voorstel om af te sluiten", afsluitredenLabel],
      afsluiting_voorgesteld_door: "Voorgesteld door",
      afsluiting_verteld_op: "Afsluiting verteld op",
      afgesloten_op: "Afgesloten op",
      afsluitreden: ["Waarom afgesloten", afsluitredenLabel],
      opruiming_op: "Weggehaald bij wie het niet meer mag zien, op",
      gemaakt_op: "Begonnen op",
      gewijzigd_op: "Het laatst veranderd op",
    },
  },
  toestemming: {
    een: "Toestemming",
    veel: "Toestemming",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      grondslag: ["Soort", grondslagLabel],
      doelen: ["Waarvoor", doelLabel],
      onderwerpen: ["Waarover wel", domeinLabel],
      uitgesloten: ["Waarover niet", domeinLabel],
      partners: ["Met wie", functies],
      geldig_tot: "Geldt tot en met",
      ...door,
      vervangen_op: "Vervangen door een nieuwe op",
    },
  },
  toestemming_antwoord: {
    een: "Antwoord",
    veel: "Antwoorden op de vraag om toestemming",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      toestemming_id: "Hoort bij",
      partij: ["Van wie", partijLabel],
      soort: [
        "Antwoord",
        {
          toestemming: "Ja, toestemming",
          akkoord: "Akkoord",
          weigering: "Nee",
          ingetrokken: "Ingetrokken",
          bezwaar: "Bezwaar",
          geen_reactie: "Geen antwoord",
        },
      ],
      op: "Datum",
      vorm: ["Hoe", antwoordvormLabel],
      bewaarplaats: "Waar het formulier ligt",
      ...door,
    },
  },
  ouderinformatie: {
    een: "Bericht aan de ouders",
    veel: "Berichten aan de ouders vooraf",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      toestemming_id: "Hoort bij",
      verzonden_op: "Verstuurd op",
      wijze: ["Hoe", informatiewijzeLabel],
      aan: ["Aan wie", partijLabel],
      taal: ["Taal", taalLabel],
      begrepen: ["Is het begrepen?", begripLabel],
      bezwaar_tot: "Bezwaar kon tot en met",
    },
  },
  agendapunt: {
    een: "Overleg",
    veel: "Op welk overleg dit stond",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      ronde_id: "Overleg",
      volgorde: "Plaats op de agenda",
      minuten: "Minuten",
      status: [
        "Wat ermee gebeurde",
        { gepland: "Gepland", besproken: "Besproken", verschoven: "Verschoven" },
      ],
    },
  },
  besluit: {
    een: "Besluit",
    veel: "Besluiten",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      agendapunt_id: "Genomen in",
      besluiten: ["Besluit", besluitLabel],
      afweging: "Waarom",
      regierol_voor: "Voorstel voor de regierol",
      terug_op: "Terug op",
      genomen_door: "Opgeschreven door",
      genomen_op: "Opgeschreven op",
    },
  },
  correctie: {
    een: "Correctie",
    veel: "Correcties",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      besluit_id: "Hoort bij",
      actie_id: "Hoort bij",
      tekst: "Wat er niet klopt",
      gevraagd_door: ["Gevraagd door", verzoekerLabel],
      ...door,
    },
  },
  terugkoppeling: {
    een: "Gesprek",
    veel: "Wat de ouders is verteld",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      besluit_id: "Over",
      verteld_op: "Verteld op",
      akkoord: ["Akkoord", { ja: "Ja", nee: "Nee", niet_nodig: "Niet nodig" }],
      akkoord_op: "Akkoord op",
      akkoord_van: ["Akkoord van", partijLabel],
      ...door,
    },
  },
  regierol_aanbod: {
    een: "Vraag",
    veel: "Aan wie de regierol is gevraagd",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      besluit_id: "Hoort bij",
      persoon_id: "Gevraagd aan",
      status: [
        "Antwoord",
        {
          aangeboden: "Nog geen antwoord",
          aanvaard: "Ja",
          geweigerd: "Nee",
          vervallen: "Vervallen",
        },
      ],
      reden: ["Reden", weigerredenLabel],
      aangeboden_op: "Gevraagd op",
      beantwoord_op: "Antwoord op",
      gevraagd_door: "Gevraagd door",
    },
  },
  regierol: {
    een: "Regierol",
    veel: "Wie de regierol had",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      houder_id: "Wie",
      soort: ["Hoe", { actief: "Heeft de regierol", waarnemend: "Neemt waar" }],
      periode: "Wanneer",
      giz: ["Samen inschatten wat nodig is (GIZ)", gizLabel],
      giz_op: "GIZ op",
      giz_reden: ["Waarom geen GIZ", gizRedenLabel],
    },
  },
  koppeling: {
    een: "Deskundige",
    veel: "Wie erbij is gevraagd",
    vorm: "tabel",
    velden: { hulpvraag_id: null, persoon_id: "Wie", van: "Vanaf", tot: "Tot" },
  },
  actie: {
    een: "Actie",
    veel: "Acties",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      ronde_id: "Afgesproken in",
      omschrijving: "Wat",
      houder_id: "Wie het doet",
      datum: "Klaar op",
      gedaan_op: "Gedaan op",
      gedaan_door: "Gedaan door",
      gemaakt_door: "Opgeschreven door",
      gemaakt_op: "Opgeschreven op",
      vervallen_op: "Vervallen op",
    },
  },
  termijn: {
    een: "Taak",
    veel: "Taken met een datum",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      actie_id: "Hoort bij",
      soort: ["Taak", termLabel],
      anker: "Telt vanaf",
      regel: ["Hoe de datum is uitgerekend", { unit: "telt in", amount: "aantal", vast: "vaste dag" }],
      vervalt: "Klaar op",
      vervalt_sinds: "Die datum staat er sinds",
      verantwoordelijke: [
        "Wie het doet",
        {
          ib: "De intern begeleider",
          regierolhouder: "Wie de regierol heeft",
          actiehouder: "Wie de actie heeft",
          aangeboden: "Aan wie de regierol is gevraagd",
          voorzitter: "Wie het overleg leidt",
        },
      ],
      persoon_id: "Dat is",
      status: ["Hoe ver", { open: "Nog niet klaar", klaar: "Klaar", vervallen: "Vervallen" }],
      klaar_op: "Klaar gemeld op",
      klaar_door: "Klaar gemeld door",
      uitgesteld: "Keer verzet",
      uitstelreden: ["Waarom verzet", uitstelredenLabel],
      gemaakt_op: "Begonnen op",
    },
  },
  herinnering: {
    een: "Herinnering",
    veel: "Herinneringen die zijn verstuurd",
    vorm: "tabel",
    velden: {
      termijn_id: "Over",
      stap: ["Wanneer en aan wie", reminderWords],
      persoon_id: "Aan",
      te_laat: "Te laat",
      gemaakt_op: "Verstuurd",
    },
  },
  uitzondering: {
    een: "Vraag aan de directeur",
    veel: "Vragen aan de directeur om zonder de ouders te overleggen",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      referentie: ["Nummer", "zelf"],
      redenen: ["Waarom het niet kon worden gevraagd", redenLabel],
      reden: "Uitleg daarbij",
      veilig_thuis: ["Veilig Thuis en de meldcode", veiligThuisLabel],
      ronde_id: "Voor welk overleg",
      ronde_datum: "Dag van dat overleg",
      ronde_geopend_op: "Dat overleg begon op",
      gevraagd_door: "Gevraagd door",
      gevraagd_op: "Gevraagd op",
      directeur_id: "Gevraagd aan",
      einde: [
        "Hoe het afliep",
        {
          nee: "Het mocht niet",
          ingetrokken: "De vraag is teruggenomen",
          teruggenomen: "Het besluit is teruggenomen",
          gebruikt: "Het is één keer besproken",
          vervallen: "Het is vervallen",
        },
      ],
      waarom: [
        "Waarom vervallen",
        {
          ronde_verzet: "Het overleg is verzet",
          ronde_vervallen: "Het overleg ging niet door",
          ronde_begonnen: "Het overleg begon voordat er een besluit was",
          dag_voorbij: "De dag van het overleg ging voorbij",
          niet_besproken: "Het is niet besproken",
          niet_meer_nodig: "Er kwam toestemming",
          hulpvraag_gestopt: "De hulpvraag is gestopt",
        },
      ],
      einde_op: "Voorbij sinds",
    },
  },
  uitzondering_besluit: {
    een: "Besluit van de directeur",
    veel: "Besluiten van de directeur",
    vorm: "lijst",
    velden: {
      uitzondering_id: "Hoort bij",
      besluit: ["Besluit", { ja: "Ja, één keer", nee: "Nee" }],
      motivatie: "Waarom",
      besloten_door: "Besloten door",
      besloten_op: "Besloten op",
      teruggenomen_op: "Teruggenomen op",
    },
  },
  uitzondering_verslag: {
    een: "Verslag",
    veel: "Wat er zonder de ouders is besproken",
    vorm: "lijst",
    velden: { uitzondering_id: "Hoort bij", tekst: "Wat er is besproken", ...door },
  },
  uitzondering_ouders: {
    een: "Keer dat ernaar is gekeken",
    veel: "Wanneer de ouders het konden horen",
    vorm: "lijst",
    velden: {
      uitzondering_id: "Hoort bij",
      verteld_op: "Verteld op",
      nog_niet: ["Waarom nog niet", nogNietLabel],
      herzien_op: "Opnieuw kijken op",
      ...door,
    },
  },
  bewaring: {
    een: "Reden",
    veel: "Redenen om langer te bewaren",
    vorm: "lijst",
    velden: {
      leerling_id: null,
      reden: ["Reden", Object.fromEntries(bewaarredenen.map((reden) => [reden, bewaarredenLabel[reden]]))],
      tot: "Tot en met",
      ...door,
      beeindigd_op: "Opgeheven op",
      beeindigd_door: "Opgeheven door",
    },
  },
  bewaartermijn: {
    een: "Aankondiging",
    veel: "Aankondiging dat dit wordt gewist",
    vorm: "tabel",
    velden: { hulpvraag_id: null, aangekondigd_op: "Aangekondigd op", wissen_op: "Wordt gewist op" },
  },
  wissing: {
    een: "Vraag om te wissen",
    veel: "Vragen om alles te wissen",
    vorm: "lijst",
    velden: {
      nummer: ["Nummer", "zelf"],
      aanleiding: [
        "Aanleiding",
        { verzoek: "Iemand vroeg het", bewaartermijn: "De bewaartermijn is voorbij" },
      ],
      reden: ["Reden", { ...wisredenLabel, bewaartermijn: "De bewaartermijn is voorbij" }],
      gevraagd_van: ["Op verzoek van", verzoekerLabel],
      gevraagd_door: "Gevraagd door",
      gevraagd_op: "Gevraagd op",
      tweede_id: "Moet worden bevestigd door",
      uiterlijk: "Uiterlijk",
      status: [
        "Hoe ver",
        {
          gevraagd: "Wacht op bevestiging",
          bevestigd: "Bevestigd",
          geweigerd: "Niet bevestigd",
          ingetrokken: "Teruggenomen",
          verlopen: "Niet op tijd bevestigd",
          tegengehouden: "Tegengehouden",
          gewist: "Gewist",
          klaar: "Klaar",
        },
      ],
      tegen: [
        "Tegengehouden door",
        { loopt: "Een hulpvraag die loopt", bewaring: "Een reden om te bewaren" },
      ],
      beantwoord_op: "Antwoord op",
      gewist_op: "Gewist op",
      klaar_op: "Klaar op",
      bewijs: ["Wat er weg is", "zelf"],
    },
  },
  bericht: {
    een: "Bericht",
    veel: "Berichten die staan of stonden",
    vorm: "tabel",
    velden: {
      persoon_id: "In de chat van",
      onderwerp_soort: ["Over", onderwerp],
      onderwerp_id: "Hulpvraag",
      actueel: "Het nieuwste",
      verzonden_op: "Verstuurd",
      bijgewerkt_op: "Bijgewerkt",
    },
  },
  kennisgeving: {
    een: "Melding",
    veel: "Meldingen aan mensen en aan het kanaal",
    vorm: "tabel",
    velden: {
      soort: ["Melding", notices],
      persoon_id: "Aan",
      onderwerp_soort: ["Over", onderwerp],
      onderwerp_id: "Hulpvraag",
      dringend: "Meteen",
      niet_voor: "Niet voor",
      status: [
        "Hoe ver",
        {
          klaar: "Staat klaar",
          bezig: "Wordt verstuurd",
          verzonden: "Verstuurd",
          vervallen: "Niet meer nodig",
          mislukt: "Niet gelukt",
        },
      ],
      verzonden_op: "Verstuurd",
      gemaakt_op: "Gemaakt",
    },
  },
  wekker: {
    een: "Moment",
    veel: "Momenten waarop Zorgronde zelf iets doet",
    vorm: "tabel",
    velden: {
      soort: [
        "Wat",
        {
          toestemming_verloopt: "Stoppen als de toestemming afloopt",
          toestemming_maand: "Kijken of de toestemming bijna afloopt",
          bezwaar_voorbij: "Kijken of de tijd voor bezwaar voorbij is",
        },
      ],
      onderwerp_id: "Hulpvraag",
      op: "Wanneer",
      gedaan_op: "Gedaan",
      gemaakt_op: "Gemaakt",
    },
  },
  bestandslink: {
    een: "Link",
    veel: "Links naar bestanden die zijn gemaakt",
    vorm: "tabel",
    velden: {
      persoon_id: "Voor",
      soort: [
        "Bestand",
        {
          brief: "Brief voor ouders",
          inzage_json: "Kopie voor een computer",
          inzage_pdf: "Kopie om te lezen",
        },
      ],
      onderwerp_id: "Hulpvraag",
      keuze: ["Gekozen", { ...functieNaam, ...briefNaam, terugAan: "terug aan" }],
      geldig_tot: "Werkte tot",
      gebruikt_op: "Gebruikt",
      gemaakt_op: "Gemaakt",
    },
  },
};
