/**
 * An invented samenwerkingsverband to practise in. Schools, people and organisations do not exist.
 * Only the local run and the tests know this file.
 */
import type { LidSetup, SchoolSetup } from "#database/setup.ts";
import type { Functie } from "#domain/code.ts";
import type { SetUp } from "#usecases/set-up.ts";

export const demoSwvId = "5a2b7c1e-0000-4000-8000-000000000001";
export const hostTenant = "5a2b7c1e-0000-4000-8000-0000000000a0";
export const botAppId = "5a2b7c1e-0000-4000-8000-0000000000b0";

export interface DemoPersoon {
  readonly handle: string;
  readonly naam: string;
  readonly email: string;
  readonly organisatie: string;
  readonly objectId: string;
  readonly guest: boolean;
  readonly about: string;
  readonly lid: readonly {
    readonly szt: string;
    readonly functie: Functie;
    readonly voorzitter?: boolean;
    readonly uren?: number;
    readonly werkdagen?: readonly string[];
  }[];
}

const school = (naam: string, brin: string, more: Partial<SchoolSetup> = {}): SchoolSetup => ({
  brin,
  naam,
  sector: "PO",
  bestuur: "Stichting De Waterkant",
  regio: "Z",
  leerlingen: 220,
  szt: `SZT ${naam}`,
  wijkteam: "Wijkteam Oost",
  oat: "Kralingen Crooswijk",
  ...more,
});

/** What the letters of the practice world print; all of it is made up. */
export const demoBrief = {
  adres: "Oefenstraat 1, 3061 AA Rotterdam",
  telefoon: "010 000 00 00",
  klachtenregeling: "www.school.example/klachten, of vraag naar de klachtenregeling",
  functionaris_gegevensbescherming: "fg@school.example",
} as const;

export const demoSchools: readonly SchoolSetup[] = [
  school("De Regenboog", "00AA|00"),
  school("Het Kompas", "00BB|00", { leerlingen: 310 }),
  school("De Wilgen", "00CC|00", { leerlingen: 140, bestuur: "Stichting Het Veld" }),
  school("Lyceum Maasoever", "00DD|00", { sector: "VO", leerlingen: 890, bestuur: "Stichting Het Veld" }),
];

const [regenboog, kompas, wilgen, maasoever] = demoSchools.map((s) => s.szt) as [
  string,
  string,
  string,
  string,
];
const week = ["ma", "di", "wo", "do", "vr"];

type Given = Omit<DemoPersoon, "email" | "objectId" | "guest"> & { readonly guest?: boolean };
const person = (index: number, given: Given): DemoPersoon => ({
  guest: false,
  ...given,
  email: `${given.handle}@${given.guest ? "ppo" : "voorbeeld"}.example`,
  objectId: `5a2b7c1e-0000-4000-8000-00000000c${String(index).padStart(3, "0")}`,
});

const given: readonly Given[] = [
  {
    handle: "noor",
    naam: "Noor Visser",
    organisatie: "De Regenboog",
    about: "Intern begeleider en voorzitter op De Regenboog",
    lid: [{ szt: regenboog, functie: "ib", voorzitter: true, uren: 24 }],
  },
  {
    handle: "bram",
    naam: "Bram de Wit",
    organisatie: "Kwadraad",
    about: "Schoolmaatschappelijk werker op De Regenboog en Het Kompas",
    lid: [
      { szt: regenboog, functie: "smw", uren: 8, werkdagen: ["ma", "di", "do"] },
      { szt: kompas, functie: "smw", uren: 8, werkdagen: ["ma", "di", "do"] },
    ],
  },
  {
    handle: "yasmina",
    naam: "Yasmina El Idrissi",
    organisatie: "Wijkteam Oost",
    about: "Wijkteammedewerker op De Regenboog, alleen op dinsdag",
    lid: [{ szt: regenboog, functie: "wijkteam", uren: 4, werkdagen: ["di"] }],
  },
  {
    handle: "peter",
    naam: "Peter Kuipers",
    organisatie: "PPO",
    about: "PPO-contactpersoon voor drie scholen, doet mee op afstand (gast)",
    guest: true,
    lid: [
      { szt: regenboog, functie: "scp", uren: 3 },
      { szt: kompas, functie: "scp", uren: 3 },
      { szt: wilgen, functie: "scp", uren: 2 },
    ],
  },
  {
    handle: "saskia",
    naam: "Saskia Blom",
    organisatie: "PPO",
    about: "Begeleider passend onderwijs, kernteam van De Regenboog en Het Kompas (gast)",
    guest: true,
    lid: [
      { szt: regenboog, functie: "bpo", uren: 6 },
      { szt: kompas, functie: "bpo", uren: 6 },
    ],
  },
  {
    handle: "hanna",
    naam: "Hanna Postma",
    organisatie: "CJG",
    about: "Jeugdverpleegkundige op De Regenboog",
    lid: [{ szt: regenboog, functie: "jeugdverpleegkundige", uren: 3, werkdagen: ["ma", "wo"] }],
  },
  {
    handle: "wim",
    naam: "Wim Dekker",
    organisatie: "De Regenboog",
    about: "Directeur van De Regenboog: krijgt op maandag het weekbericht",
    lid: [{ szt: regenboog, functie: "directeur" }],
  },
  {
    handle: "fatima",
    naam: "Fatima Aydin",
    organisatie: "Het Kompas",
    about: "Intern begeleider en voorzitter op Het Kompas",
    lid: [{ szt: kompas, functie: "ib", voorzitter: true, uren: 24 }],
  },
  {
    handle: "joost",
    naam: "Joost van Dam",
    organisatie: "De Wilgen",
    about: "Intern begeleider en voorzitter op De Wilgen",
    lid: [{ szt: wilgen, functie: "ib", voorzitter: true, uren: 16 }],
  },
  {
    handle: "esther",
    naam: "Esther Hoekstra",
    organisatie: "Lyceum Maasoever",
    about: "Ondersteuningscoördinator en voorzitter op Lyceum Maasoever",
    lid: [{ szt: maasoever, functie: "coo", voorzitter: true, uren: 28 }],
  },
  {
    handle: "daan",
    naam: "Daan Smit",
    organisatie: "PPO",
    about: "Orthopedagoog, kernteam van Lyceum Maasoever (gast)",
    guest: true,
    lid: [{ szt: maasoever, functie: "orthopedagoog", uren: 10 }],
  },
  {
    handle: "marijke",
    naam: "Marijke Jansen",
    organisatie: "Gemeente",
    about: "Leerplichtambtenaar bij Lyceum Maasoever, op uitnodiging",
    lid: [{ szt: maasoever, functie: "leerplicht" }],
  },
  {
    handle: "ruud",
    naam: "Ruud Brouwer",
    organisatie: "PPO",
    about: "Beheerder van Zorgronde: ziet geen hulpvragen",
    guest: true,
    lid: [{ szt: regenboog, functie: "beheerder" }],
  },
  {
    handle: "lotte",
    naam: "Lotte Vermeer",
    organisatie: "De Regenboog",
    about: "Leerkracht: heeft Teams, maar hoort niet bij het School Zorg Team",
    lid: [],
  },
];

export const demoPeople: readonly DemoPersoon[] = given.map((one, index) => person(index + 1, one));

export const groupOf = (szt: string): string => {
  const index = demoSchools.findIndex((s) => s.szt === szt);
  return `5a2b7c1e-0000-4000-8000-00000000d${String(index + 1).padStart(3, "0")}`;
};

/** Everything the set-up of this world needs; memberships run from 1 August of the school year of `today`. */
export function demoSetUp(today: Temporal.PlainDate, vakanties: SetUp["vakanties"]): SetUp {
  const start = Temporal.PlainDate.from({
    year: today.month >= 8 ? today.year : today.year - 1,
    month: 8,
    day: 1,
  });
  return {
    swv: "Samenwerkingsverband De Oever (oefening)",
    schools: demoSchools,
    groups: new Map(demoSchools.map((s) => [s.szt, groupOf(s.szt)])),
    people: demoPeople.flatMap((persoon) =>
      persoon.lid.map(
        (lid): LidSetup => ({
          email: persoon.email,
          naam: persoon.naam,
          organisatie: persoon.organisatie,
          functie: lid.functie,
          szt: lid.szt,
          urenPerWeek: lid.uren ?? null,
          werkdagen: lid.werkdagen ?? week,
          van: start,
          tot: null,
          voorzitter: lid.voorzitter ?? false,
        }),
      ),
    ),
    vakanties,
  };
}
