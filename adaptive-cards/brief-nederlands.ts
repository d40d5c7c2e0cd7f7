/** The text that counts. Written for people who read Dutch at level B1. */
import type { BriefWoorden, Duur } from "./brief-woord.ts";

const numbers = ["", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"];
const inWords = (n: number): string => numbers[n] ?? String(n);
function lengthOf(duur: Duur): string {
  if ("jaren" in duur) return `${inWords(duur.jaren)} jaar`;
  return `${inWords(duur.maanden)} ${duur.maanden === 1 ? "maand" : "maanden"}`;
}

const team = "In dit team werkt de school samen met mensen die kinderen en ouders helpen.";

export const woorden: BriefWoorden = {
  locale: "nl",
  rtl: false,
  melding: null,
  functie: {
    ib: "intern begeleider",
    coo: "ondersteuningscoördinator",
    smw: "schoolmaatschappelijk werker",
    wijkteam: "medewerker van het wijkteam",
    scp: "contactpersoon van het samenwerkingsverband",
    bpo: "begeleider passend onderwijs",
    orthopedagoog: "orthopedagoog",
    jeugdverpleegkundige: "jeugdverpleegkundige",
    jeugdarts: "jeugdarts",
    leerplicht: "leerplichtambtenaar",
    politie: "wijkagent",
    overig: "iemand anders, namelijk:",
  },
  partij: {
    ouder1: "Ouder of verzorger 1",
    ouder2: "Ouder of verzorger 2",
    leerling: "Leerling",
    voogd: "Voogd",
    voogd2: "Voogd 2",
  },
  label: {
    uiterlijk: "Uiterlijk",
    aan: "Aan",
    naam: { ouders: "Naam van je kind", leerling: "Je naam" },
    vraag: "De vraag waarover wij overleggen",
    uitgesloten: "Hierover praten wij niet",
    wie: "Wie",
    ondertekenaar: "Naam",
    datum: "Datum",
    handtekening: "Handtekening",
    vragen: "Vragen",
    klacht: "Klacht",
    functionaris: "Functionaris gegevensbescherming",
    toezicht: "Toezicht op privacy",
  },
  brief: {
    aanhef: { ouders: "Beste ouder of voogd,", leerling: "Beste leerling," },
    kop: {
      schriftelijk: {
        ouders: "Mogen wij overleggen over je kind?",
        leerling: "Mogen wij overleggen over jou?",
      },
      instemming: {
        ouders: "Wij willen overleggen over je kind",
        leerling: "Wij willen overleggen over jou",
      },
      regierol: {
        ouders: "Ben je het eens met ons voorstel?",
        leerling: "Ben je het eens met ons voorstel?",
      },
    },
    inleiding: {
      schriftelijk: {
        ouders: `Wij willen je kind goed helpen. Daarom willen wij overleggen in het School Zorg Team. ${team} Wij overleggen alleen als jij dat goed vindt.`,
        leerling: `Wij willen je goed helpen. Daarom willen wij over jou overleggen in het School Zorg Team. ${team} Je bent 16 jaar of ouder. Daarom beslis jij zelf. Je ouders horen het alleen als jij dat goed vindt.`,
      },
      instemming: {
        ouders: `Wij willen je kind goed helpen. Daarom willen wij overleggen in het School Zorg Team. ${team} Heb je bezwaar? Dan overleggen wij niet.`,
        leerling: `Wij willen je goed helpen. Daarom willen wij over jou overleggen in het School Zorg Team. ${team} Je bent 16 jaar of ouder. Daarom beslis jij zelf. Je ouders horen het alleen als jij dat goed vindt. Heb je bezwaar? Dan overleggen wij niet.`,
      },
      regierol: {
        ouders:
          "Het School Zorg Team heeft over je kind overlegd. Ons voorstel: één vaste persoon houdt het overzicht en is jullie contactpersoon. Dat heet de regierol. Wij beginnen alleen als jij het ermee eens bent.",
        leerling:
          "Het School Zorg Team heeft over jou overlegd. Ons voorstel: één vaste persoon houdt het overzicht en is jouw contactpersoon. Dat heet de regierol. Je bent 16 jaar of ouder. Wij beginnen alleen als jij het ermee eens bent. Je ouders horen het alleen als jij dat goed vindt.",
      },
    },
    wie: {
      ouders: "Alleen deze mensen horen de naam van je kind en de vraag:",
      leerling: "Alleen deze mensen horen je naam en de vraag:",
    },
    wat: {
      kop: "Wat delen wij?",
      tekst: {
        schriftelijk: {
          ouders:
            "Wij zoeken samen welke hulp past bij de vraag op het formulier. Wij delen alleen wat daarvoor nodig is, nooit het hele dossier. Wil je dat wij over iets niet praten? Schrijf dat op het formulier.",
          leerling:
            "Wij zoeken samen welke hulp past bij de vraag op het formulier. Wij delen alleen wat daarvoor nodig is, nooit het hele dossier. Wil je dat wij over iets niet praten? Schrijf dat op het formulier.",
        },
        instemming: {
          ouders:
            "Wij zoeken samen welke hulp past. Wij delen alleen de naam van je kind en de vraag. Mensen van buiten de school zeggen alleen of zij je kind kennen, sinds wanneer, en of hun hulp is gestopt.",
          leerling:
            "Wij zoeken samen welke hulp past. Wij delen alleen je naam en de vraag. Mensen van buiten de school zeggen alleen of zij jou kennen, sinds wanneer, en of hun hulp is gestopt.",
        },
        regierol: {
          ouders:
            "De vaste persoon krijgt de naam van je kind, de vraag en de afspraken uit het overleg. De anderen horen alleen wat nodig is om te helpen.",
          leerling:
            "De vaste persoon krijgt je naam, de vraag en de afspraken uit het overleg. De anderen horen alleen wat nodig is om te helpen.",
        },
      },
    },
    doelen: {
      kop: "Wij vragen ook je toestemming voor",
      tekst:
        "Op het formulier vragen wij nog meer. Kies bij elk punt ja of nee. Zeg je daar nee? Dan mogen wij toch overleggen over de vraag.",
      kind: "Voor hulp, onderzoek of behandeling is ook het ja van je kind nodig.",
      doel: {
        start_jeugdhulp: "Beginnen met jeugdhulp",
        start_hulp_wgbo: "Beginnen met onderzoek of behandeling",
        verstrekking_extern: "Gegevens geven aan iemand buiten het team",
      },
    },
    geldig: "Je toestemming geldt tot en met",
    intrekken: {
      schriftelijk: "Je mag je toestemming altijd intrekken. Dan stoppen wij meteen.",
      regierol: "Je mag je akkoord altijd intrekken. Dan stopt deze persoon.",
    },
    nee: {
      kop: "Je mag ook nee zeggen",
      tekst: {
        ouders: "Dan helpt de school je kind zoals nu.",
        leerling: "Dan helpt de school je zoals nu.",
      },
    },
    bezwaar: {
      kop: "Heb je bezwaar?",
      tekst: {
        hoe: "Laat het ons weten. Dat mag met het formulier, in een mail, aan de telefoon of in een gesprek. Je hoeft niet te zeggen waarom.",
        een: "Zegt één van jullie nee? Dan overleggen wij niet.",
        stilte:
          "Horen wij niets? Dan overleggen wij na deze dag. Ook daarna mag je altijd bezwaar maken. Dan stoppen wij meteen.",
        regierol: {
          ouders: "Moet één vaste persoon je kind gaan helpen? Dan vragen wij eerst je toestemming.",
          leerling: "Moet één vaste persoon je gaan helpen? Dan vragen wij eerst je toestemming.",
        },
      },
    },
    houder: "Wij stellen voor",
    taken: {
      kop: "Wat doet deze persoon?",
      tekst: {
        ouders: [
          "praat met jullie over wat goed gaat en wat nodig is;",
          "maakt afspraken met jullie en met wie helpt;",
          "let op dat iedereen de afspraken nakomt;",
          "kijkt na drie maanden met jullie of het helpt.",
        ],
        leerling: [
          "praat met je over wat goed gaat en wat nodig is;",
          "maakt afspraken met jou en met wie helpt;",
          "let op dat iedereen de afspraken nakomt;",
          "kijkt na drie maanden met je of het helpt.",
        ],
      },
    },
    rechten: {
      kop: "Je rechten",
      tekst: {
        ouders:
          "Je mag zien wat er over je kind is vastgelegd. Klopt iets niet? Dan verbeteren wij het. Je mag ook vragen om gegevens te wissen.",
        leerling:
          "Je mag zien wat er over je is vastgelegd. Klopt iets niet? Dan verbeteren wij het. Je mag ook vragen om gegevens te wissen.",
      },
    },
    terug: {
      kop: "Geef het formulier terug",
      tekst: {
        ook: "Doe dat ook als je nee zegt.",
        allen: "Iedereen op het formulier vult zelf in en tekent zelf.",
        gehoord:
          "Je kind is 12 jaar of ouder en mag ook zeggen wat het vindt. Zegt je kind nee? Dan overleggen wij niet.",
      },
    },
    uitleg: {
      kop: "Wil je uitleg?",
      tekst: {
        tolk: "Wij praten graag met je over deze brief. Daar is een tolk bij. Dat kost je niets.",
        geenTolk: "Wij praten graag met je over deze brief. Wil je een tolk? Zeg het ons. Dat kost je niets.",
      },
    },
    zin: {
      schriftelijk: "Ik geef toestemming voor overleg over deze vraag, met de mensen in deze brief.",
      instemming: "Vul dit alleen in als je bezwaar hebt, of eerst wilt praten.",
      regierol: "Ik ben het ermee eens dat deze persoon de regierol neemt.",
    },
    keuzes: {
      schriftelijk: ["Ja", "Nee"],
      instemming: ["Ik heb bezwaar", "Eerst praten"],
      regierol: ["Ja", "Nee"],
    },
  },
  folder: {
    kop: "Het School Zorg Team van",
    wat: {
      kop: "Wat is het?",
      tekst:
        "Soms heeft een kind meer hulp nodig dan de leraar kan geven. Dan werkt de school samen met mensen die kinderen en ouders helpen, op school en thuis. Samen zijn zij het School Zorg Team. Zij zoeken met jou hulp die past. Dit kost je niets.",
    },
    wie: "Wie zitten erin?",
    hoe: {
      kop: "Hoe werkt het?",
      tekst: [
        "De school praat eerst met jou over de vraag.",
        "Je krijgt een brief. Daarin vragen wij je toestemming, of je bezwaar hebt.",
        "Het team overlegt. De school vertelt je daarna wat eruit kwam. Je mag ook vragen of je er zelf bij kunt zijn.",
        "Soms is er meer hulp nodig. Dan wordt één vaste persoon jullie contactpersoon. Ook dat vragen wij eerst aan jou.",
      ],
    },
    delen: {
      kop: "Wat delen wij?",
      tekst: [
        "Alleen wat nodig is voor de vraag. Nooit het hele dossier.",
        "Alleen met de mensen die in de brief staan.",
        "Soms vraagt de school advies zonder naam. Dan weet niemand om welk kind het gaat.",
      ],
    },
    beslissen: {
      kop: "Wie beslist?",
      tekst:
        "Is je kind jonger dan 12 jaar? Dan beslissen de ouders die het gezag hebben. Van 12 tot 16 jaar vragen wij het ook aan je kind. Vanaf 16 jaar beslist de leerling zelf.",
    },
    rechten: {
      kop: "Je rechten",
      tekst: [
        "Je mag nee zeggen, bezwaar maken en je toestemming intrekken. Dat mag altijd. Dan stoppen wij meteen.",
        "Je mag zien wat er over je kind is vastgelegd, en wie het heeft gezien.",
        "Klopt iets niet? Dan verbeteren wij het. Je mag ook vragen om gegevens te wissen.",
      ],
    },
    vraagAan: "Vraag dit aan",
    bewaren: {
      kop: "Hoe lang bewaren wij gegevens?",
      tekst: (duur) => `Tot ${lengthOf(duur)} nadat de hulp is gestopt. Daarna wissen wij ze.`,
    },
    gevaar: {
      kop: "Als een kind in gevaar is",
      tekst:
        "Heel soms is het voor een kind niet veilig om het eerst te vragen. Dan kan de directeur besluiten dat het team toch overlegt. De directeur schrijft op waarom. Wij vertellen het je zodra dat veilig kan.",
    },
  },
};
