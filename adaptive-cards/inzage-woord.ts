import { termRuleSchema } from "#domain/termijn.ts";
import { uitkomstLabel } from "./aanmelding.ts";
import { bereikLabel, teamdoelLabel } from "./doelbereik.ts";
import { beheerWoorden } from "./inzage-woord-beheer.ts";
import { type Codes, door, type GewoonTabel, type Woorden } from "./inzage-woord-tabel.ts";
import { uitzonderingWoorden } from "./inzage-woord-uitzondering.ts";
import { pauzeredenLabel } from "./pauze.ts";
import { verzoekerLabel } from "./rechten-form.ts";
import { gizRedenLabel, weigerredenLabel } from "./regierol-dialog.ts";
import { keuzeLabel, voorstelRedenLabel } from "./regierol-word.ts";
import { reviewLabel, termLabel, uitstelredenLabel } from "./reminder.ts";
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
import { stopLabel, trajectUitkomstLabel, tussenLabel, verlengLabel } from "./traject.ts";
import { afwijsredenLabel } from "./verslag-word.ts";
import { gesprekspartnerLabel, hoeLabel, werktLabel } from "./voortgang.ts";
import {
  doelcheckLabel,
  geenRedenLabel,
  hulpLabel,
  overbruggerLabel,
  overbruggingDoelLabel,
  overbruggingEindeLabel,
  overbruggingSoortLabel,
  verlengRedenLabel,
  wachtUitkomstLabel,
} from "./wachtlijst-word.ts";
import {
  aanwezigheidLabel,
  afsluitredenLabel,
  alGedaanLabel,
  besluitLabel,
  capital,
  count,
  domeinLabel,
  faseLabel,
  functieNaam,
  gezagLabel,
  gizLabel,
  grondslagLabel,
  komstLabel,
  partijLabel,
  statusLabel,
  urgentieLabel,
} from "./word.ts";

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

const units = {
  schooldagen: ["schooldag", "schooldagen"],
  schoolweken: ["schoolweek", "schoolweken"],
  maanden: ["maand", "maanden"],
} as const;

/** { unit: "schoolweken", amount: -6 } */
function ruleWords(waarde: unknown): string | null {
  const { data: rule } = termRuleSchema.safeParse(waarde);
  if (!rule) return null;
  if (rule.unit === "vast") return "Op de dag die is afgesproken";
  if (rule.amount === 0) return "Op die dag zelf";
  const [one, many] = units[rule.unit];
  return `${count(Math.abs(rule.amount), one, many)} ${rule.amount < 0 ? "ervoor" : "erna"}`;
}

/** Nothing for what was never moved. */
function timesWords(waarde: unknown): string {
  return waarde === 0 ? "" : `${waarde} keer`;
}

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

export const inzageWoorden: Woorden<GewoonTabel> = {
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
      grondslag_weg_op: "Zonder geldige toestemming sinds",
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
      // Given for so long, which is not to say that it still holds: see below.
      geldig_tot: "Gegeven tot en met",
      ...door,
      vervangen_op: "Vervangen door een nieuwe op",
      geldt_nu: "Geldt nu",
      ingetrokken_op: "Ingetrokken op",
      bezwaar_op: "Bezwaar gemaakt op",
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
      toegezegd_tot: "Laatste dag voor bezwaar in de brief",
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
      begonnen_op: "Begonnen op",
      inbrenger_id: "Wie het vertelde, als dat iemand anders was dan gewoonlijk",
    },
  },
  bijdrage: {
    een: "Antwoord van een partner",
    veel: "Wat partners zeiden: is het kind daar bekend?",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      persoon_id: "Van",
      inhoud: "Is het kind daar bekend?",
      gegeven_op: "Gegeven op",
    },
  },
  genodigde: {
    een: "Gevraagd voor één onderwerp",
    veel: "Wie alleen hiervoor gevraagd is",
    vorm: "lijst",
    velden: {
      agendapunt_id: "Bij",
      persoon_id: "Wie",
      functie: ["Als", functieNaam],
      stand: ["Uitnodiging", { gevraagd: "Staat", vervallen: "Vervallen" }],
      datum: "Dag",
      minuten: "Minuten",
      komst: ["Wat diegene vooraf zei", komstLabel],
      aanwezigheid: ["Was diegene erbij", aanwezigheidLabel],
      gevraagd_door: "Gevraagd door",
      gevraagd_op: "Gevraagd op",
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
      regierol_keuze: ["Waarom deze persoon", keuzeLabel],
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
  verslag_wijziging: {
    een: "Voorstel bij het verslag",
    veel: "Voorstellen bij het verslag",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      besluit_id: "Hoort bij",
      ronde_id: "Verslag van",
      tekst: "Wat een collega anders wil",
      status: [
        "Stand",
        { open: "Wacht op antwoord", overgenomen: "Overgenomen als notitie", afgewezen: "Niet overgenomen" },
      ],
      reden: ["Waarom niet", afwijsredenLabel],
      voorgesteld_door: "Voorgesteld door",
      voorgesteld_op: "Voorgesteld op",
      beantwoord_door: "Beantwoord door",
      beantwoord_op: "Beantwoord op",
    },
  },
  terugkoppeling: {
    een: "Gesprek",
    veel: "Wat er na een besluit is verteld",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      besluit_id: "Over",
      verteld_op: "Verteld op",
      akkoord: ["Akkoord", { ja: "Ja", nee: "Nee", niet_nodig: "Niet nodig" }],
      akkoord_op: "Akkoord op",
      akkoord_van: ["Akkoord van", partijLabel],
      ouders_horen: "De ouders mogen het horen",
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
          verlopen: "Geen antwoord",
        },
      ],
      reden: ["Reden", weigerredenLabel],
      keuze: ["Waarom deze persoon", keuzeLabel],
      aangeboden_op: "Gevraagd op",
      beantwoord_op: "Antwoord op",
      gevraagd_door: "Gevraagd door",
    },
  },
  voortgang: {
    een: "Melding",
    veel: "Hoe het ging",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      hoe: ["Hoe het ging", hoeLabel],
      contact: "Er was contact",
      meer_hulp: "Er was meer of andere hulp nodig",
      ...door,
    },
  },
  terugblik: {
    een: "Terugblik",
    veel: "Terugblikken na drie maanden",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      langer: "Het duurde nog langer",
      werkt: ["De aanpak werkte", werktLabel],
      anders_nodig: "Er was iets anders nodig",
      besproken_met: ["Besproken met", gesprekspartnerLabel],
      uitkomst: ["Hoe verder", reviewLabel],
      ...door,
    },
  },
  doelbereik: {
    een: "Wat er is bereikt",
    veel: "Wat er is bereikt",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      sociaal_emotioneel: [teamdoelLabel.sociaal_emotioneel, bereikLabel],
      ouders: [teamdoelLabel.ouders, bereikLabel],
      samenwerking: [teamdoelLabel.samenwerking, bereikLabel],
      passende_hulp: [teamdoelLabel.passende_hulp, bereikLabel],
      leerkracht: [teamdoelLabel.leerkracht, bereikLabel],
      ...door,
    },
  },
  aanmelding: {
    een: "Aanmelding",
    veel: "Aanmeldingen bij het Loket en het wijkteam",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      bij: ["Bij", { loket: "Het Loket", wijkteam: "Het wijkteam" }],
      akkoord_op: "Akkoord op",
      akkoord_van: ["Akkoord van", partijLabel],
      verstuurd_op: "Verstuurd op",
      ontvangen_op: "Ontvangen op",
      opgepakt_op: "Opgepakt op",
      nagevraagd_op: "Nagevraagd op",
      uitkomst: ["Uitkomst", uitkomstLabel],
      uitkomst_op: "Uitkomst op",
      vervallen_op: "Gestopt op",
      ...door,
    },
  },
  traject: {
    een: "Traject",
    veel: "Trajecten van acht weken",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      gestart_op: "Startgesprek op",
      tussen_op: "Tussenevaluatie op",
      tussen_stand: ["Hoe het toen ging", tussenLabel],
      meer_hulp_op: "Meer hulp nodig, gezegd op",
      eind_gepland_op: "Eindevaluatie gepland op",
      verlengd_op: "Verlengd op",
      verlengd_reden: ["Waarom verlengd", verlengLabel],
      verlengd_weken: "Verlengd met (schoolweken)",
      eind_op: "Eindevaluatie op",
      uitkomst: ["Uitkomst", trajectUitkomstLabel],
      gestopt_op: "Eerder gestopt op",
      stopreden: ["Waarom gestopt", stopLabel],
      vervallen_op: "Gestopt met de hulpvraag op",
      ...door,
    },
  },
  traject_genodigde: {
    een: "Uitnodiging",
    veel: "Wie voor de eindevaluatie is gevraagd",
    vorm: "tabel",
    velden: {
      hulpvraag_id: null,
      traject_id: "Hoort bij",
      persoon_id: "Wie",
      gevraagd_door: "Gevraagd door",
      gevraagd_op: "Gevraagd op",
      afgezegd_op: "Afgezegd op",
    },
  },
  wachtplek: {
    een: "Wachtlijst",
    veel: "Wachten op hulp ergens anders",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      soort: ["Wacht op", hulpLabel],
      sinds: "Sinds",
      verwacht_tot: "Verwacht tot",
      contact_id: "Houdt contact",
      nagevraagd_op: "Nagevraagd op",
      uitkomst: ["Hoe het afliep", wachtUitkomstLabel],
      uitkomst_op: "Op",
      wachtdagen: "Gewacht, in dagen",
      geen_overbrugging: ["Geen overbrugging, omdat", geenRedenLabel],
      vervallen_op: "Gestopt op",
      ...door,
    },
  },
  overbrugging: {
    een: "Overbrugging",
    veel: "Overbruggingszorg tijdens het wachten",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      wachtplek_id: "Bij wachtlijst",
      soort: ["Wat", overbruggingSoortLabel],
      door_id: "Door",
      door: ["Door", overbruggerLabel],
      doel: ["Doel", overbruggingDoelLabel],
      van: "Van",
      tot: "Tot en met",
      einde: ["Hoe het verder ging", overbruggingEindeLabel],
      einde_op: "Besloten op",
      doelcheck: ["Hoe het met het doel stond", doelcheckLabel],
      verleng_reden: ["Waarom verlengd", verlengRedenLabel],
      vervallen_op: "Gestopt op",
      ...door,
    },
  },
  pauze: {
    een: "Pauze",
    veel: "Wanneer de aanpak stilstond",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      reden: ["Waarom", pauzeredenLabel],
      van: "Vanaf",
      tot: "Tot en met",
      begonnen_door: "Gepauzeerd door",
      begonnen_op: "Gepauzeerd op",
      gestopt_op: "Weer verder op",
      gestopt_door: "Weer verder door",
    },
  },
  regierol_voorstel: {
    een: "Voorstel",
    veel: "Voorstellen om de regierol over te dragen",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      door_id: "Door",
      aan_id: "Aan",
      reden: ["Reden", voorstelRedenLabel],
      stand: [
        "Hoe het staat",
        {
          voorgesteld: "Wacht op de intern begeleider",
          gevraagd: "Er is iemand gevraagd",
          klaar: "Overgedragen",
          afgewezen: "Niet overgedragen",
          ingetrokken: "Ingetrokken",
          vervallen: "Vervallen",
        },
      ],
      voorgesteld_op: "Voorgesteld op",
      beslist_door: "Beslist door",
      beslist_op: "Beslist op",
    },
  },
  waarneming: {
    een: "Waarneming",
    veel: "Wie de regierol een tijd waarnam",
    vorm: "lijst",
    velden: {
      hulpvraag_id: null,
      voor_id: "Voor wie",
      door_id: "Door wie",
      van: "Vanaf",
      tot: "Tot en met",
      stand: [
        "Hoe het staat",
        {
          gevraagd: "Gevraagd",
          afgesproken: "Afgesproken",
          voorbij: "Voorbij",
          vervallen: "Ging niet door",
        },
      ],
      gevraagd_door: "Geregeld door",
      gevraagd_op: "Geregeld op",
      akkoord_op: "Akkoord op",
      akkoord_van: ["Akkoord van", partijLabel],
      begonnen_op: "Begonnen op",
      beeindigd_op: "Geëindigd op",
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
      overdracht_aan: "Gevraagd om over te nemen",
      overdracht_door: "Gevraagd door",
      overdracht_stand: ["Antwoord", { gevraagd: "Nog geen antwoord", geweigerd: "Nee" }],
      overdracht_reden: ["Reden", weigerredenLabel],
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
      anker: "Gerekend vanaf",
      regel: { label: "Hoe die dag is gekozen", zeg: ruleWords },
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
      status: [
        "Hoe ver",
        { open: "Nog niet klaar", klaar: "Klaar", vervallen: "Vervallen, niet meer nodig" },
      ],
      // What fell away was done by nobody: how far it came says which of the two it is.
      klaar_op: "Gesloten op",
      klaar_door: "Gesloten door",
      uitgesteld: { label: "Hoe vaak verzet", zeg: timesWords },
      uitstelreden: ["Waarom verzet", uitstelredenLabel],
      verzet_naar: "Verzet naar",
      verzet_op: "Verzet op",
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
      laat: "Kwam later dan bedoeld",
      gemaakt_op: "Verstuurd",
    },
  },
  ...uitzonderingWoorden,
  ...beheerWoorden,
};
