/** A samenwerkingsverband of so many schools, with people who share schools as they do. Nobody of it exists. */
import { functieNaam } from "#cards/word.ts";
import type { LidSetup, SchoolSetup } from "#database/setup.ts";
import type { Functie } from "#domain/code.ts";
import { werkdagen } from "#domain/werkdag.ts";
import { hostTenant } from "#local/demo.ts";
import { guestTenant } from "#local/demo-teams.ts";
import type { TeamsWorld } from "#local/teams/world.ts";
import type { SetUp } from "#usecases/set-up.ts";

export const regio = "Z";

interface Plaats {
  readonly school: number;
  readonly functie: Functie;
}

export interface Bewoner {
  readonly handle: string;
  readonly naam: string;
  readonly functie: Functie;
  /** Numbers of the schools, from 0. */
  readonly scholen: readonly number[];
  readonly dagen: readonly string[];
  readonly organisatie: string;
  readonly gast: boolean;
}

export interface Wereld {
  readonly bewoners: readonly Bewoner[];
  readonly scholen: readonly SchoolSetup[];
  readonly setUp: (today: Temporal.PlainDate, vakanties: SetUp["vakanties"]) => SetUp;
  readonly teams: TeamsWorld;
}

/** Of how many schools one person of this function is; part-time ones have their days. */
const rooster: readonly {
  readonly functie: Functie;
  readonly scholen: number;
  readonly dagen: readonly (readonly string[])[];
  readonly organisatie: string;
  readonly gast?: true;
}[] = [
  { functie: "ib", scholen: 1, dagen: [werkdagen, ["ma", "di", "do", "vr"]], organisatie: "School" },
  {
    functie: "smw",
    scholen: 2,
    dagen: [
      ["ma", "di", "do"],
      ["ma", "wo", "do", "vr"],
    ],
    organisatie: "Kwadraad",
  },
  { functie: "wijkteam", scholen: 2, dagen: [["di"], ["ma", "do"]], organisatie: "Wijkteam Oost" },
  { functie: "scp", scholen: 3, dagen: [werkdagen], organisatie: "PPO", gast: true },
  { functie: "bpo", scholen: 2, dagen: [["ma", "di", "wo", "do"]], organisatie: "PPO", gast: true },
  { functie: "jeugdverpleegkundige", scholen: 3, dagen: [["ma", "wo"]], organisatie: "CJG" },
  { functie: "directeur", scholen: 1, dagen: [werkdagen], organisatie: "School" },
];

const voornamen = [
  "Anouk",
  "Bart",
  "Carla",
  "Dirk",
  "Els",
  "Frits",
  "Greet",
  "Henk",
  "Ineke",
  "Jaap",
  "Karin",
];
const achternamen = ["Alberts", "Bakker", "Cremers", "Driessen", "Evers", "Faber", "Gerrits", "Hendriks"];

/** Letters only: a name with a digit is none. */
export function letters(number: number): string {
  const digits = [...number.toString(26).padStart(2, "0")];
  return digits.map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join("");
}

const sztNaam = (school: number) => `SZT De School ${letters(school)}`;
const groep = (school: number) => `5a2b7c1e-0000-4000-8000-00000001${String(school).padStart(4, "0")}`;

export function eenWereld(aantal: number): Wereld {
  const scholen = Array.from(
    { length: aantal },
    (_, school): SchoolSetup => ({
      brin: `${String(10 + Math.floor(school / 26)).padStart(2, "0")}${letters(school).toUpperCase()}|00`,
      naam: `De School ${letters(school)}`,
      sector: "PO",
      bestuur: `Stichting ${letters(school % 3)}`,
      regio,
      leerlingen: 200,
      szt: sztNaam(school),
      wijkteam: "Wijkteam Oost",
      oat: "Kralingen Crooswijk",
    }),
  );
  const bewoners = rooster.flatMap((rij) =>
    Array.from({ length: Math.ceil(aantal / rij.scholen) }, (_, nummer): Bewoner => {
      const eerste = nummer * rij.scholen;
      const telt = Math.min(rij.scholen, aantal - eerste);
      return {
        handle: `${rij.functie}${nummer + 1}`,
        naam: `${voornamen[(nummer * 3 + rij.functie.length) % voornamen.length]} ${
          achternamen[(nummer + rij.functie.length) % achternamen.length]
        }`,
        functie: rij.functie,
        scholen: Array.from({ length: telt }, (_, verder) => eerste + verder),
        dagen: rij.dagen[nummer % rij.dagen.length] ?? werkdagen,
        organisatie: rij.organisatie,
        gast: rij.gast ?? false,
      };
    }),
  );
  return {
    bewoners,
    scholen,
    teams: teamsVan(bewoners, aantal),
    setUp: (today, vakanties) => ({
      swv: "Samenwerkingsverband van de simulatie",
      schools: scholen,
      groups: new Map(scholen.map(({ szt }, school) => [szt, groep(school)])),
      people: bewoners.flatMap((bewoner) =>
        bewoner.scholen.map((school) => lidVan(bewoner, { school, functie: bewoner.functie }, today)),
      ),
      vakanties,
    }),
  };
}

const emailVan = ({ handle, gast }: Bewoner) => `${handle}@${gast ? "ppo" : "voorbeeld"}.example`;

function lidVan(bewoner: Bewoner, { school, functie }: Plaats, today: Temporal.PlainDate): LidSetup {
  return {
    email: emailVan(bewoner),
    naam: bewoner.naam,
    organisatie: bewoner.organisatie,
    functie,
    szt: sztNaam(school),
    urenPerWeek: bewoner.dagen.length * 4,
    werkdagen: bewoner.dagen,
    van: Temporal.PlainDate.from({ year: today.year, month: 8, day: 1 }),
    tot: null,
    voorzitter: functie === "ib",
  };
}

function teamsVan(bewoners: readonly Bewoner[], aantal: number): TeamsWorld {
  return {
    tenants: [
      { id: hostTenant, name: "De Oever" },
      { id: guestTenant, name: "PPO" },
    ],
    people: bewoners.map((bewoner, index) => ({
      id: bewoner.handle,
      name: bewoner.naam,
      aadObjectId: `5a2b7c1e-0000-4000-8000-00000002${String(index).padStart(4, "0")}`,
      tenantId: bewoner.gast ? guestTenant : hostTenant,
      userId: `29:${bewoner.handle}`,
      email: emailVan(bewoner),
      guest: bewoner.gast,
      functionLabel: functieNaam[bewoner.functie],
    })),
    teams: Array.from({ length: aantal }, (_, school) => {
      const id = `19:school${school}@thread.tacv2`;
      return {
        id,
        name: sztNaam(school),
        aadGroupId: groep(school),
        members: bewoners.filter(({ scholen }) => scholen.includes(school)).map(({ handle }) => handle),
        channels: [{ id, name: "Algemeen" }],
        botInstalled: false,
      };
    }),
  };
}
