import { genodigdeCard } from "#cards/genodigde.ts";
import { kanNietCard } from "#cards/komst.ts";
import { type OverzichtRegel, overzichtCard, planKeuzeCard } from "#cards/overzicht.ts";
import { tijdvakCard } from "#cards/tijdvak.ts";
import type { TijdvakVerslag } from "#domain/see-tijdvak.ts";
import { type Sample, stamp } from "./sample.ts";

const vandaag = Temporal.PlainDate.from("2026-12-07");
const link = `https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmUtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0?context=%7b%22Tid%22%3a%22x%22%7d`;

function regel(
  nummer: number,
  day: string,
  begin: string,
  school: string,
  over: Partial<OverzichtRegel> = {},
): OverzichtRegel {
  return {
    ronde: {
      id: `5a2b7c1e-0000-4000-8000-0000000000f${nummer.toString(16)}`,
      versie: 1,
      datum: Temporal.PlainDate.from(day),
      begin: Temporal.PlainTime.from(begin),
      duurMinuten: 60,
      plaats: "op_school_en_online",
      deelnameLink: link,
      status: "gepland",
    },
    scholen: [school],
    overlapt: [],
    ...over,
  };
}

const clash = (school: string, begin: string) => ({
  scholen: [school],
  begin: Temporal.PlainTime.from(begin),
});
const three = [
  regel(1, "2026-12-07", "13:30", "De Regenboog", { overlapt: [clash("Het Kompas", "14:00")] }),
  regel(2, "2026-12-07", "14:00", "Het Kompas", { overlapt: [clash("De Regenboog", "13:30")] }),
  regel(3, "2026-12-08", "09:00", "Openbare basisschool De Regenboogschool-Oosterhoutlaan"),
];
const many = Array.from({ length: 12 }, (_, index) =>
  regel(index, `2027-0${1 + (index % 6)}-1${index % 9}`, "10:30", index % 2 ? "De Regenboog" : "Het Kompas"),
);
/** Who serves forty schools, with two rounds each in six school weeks. */
export const veertig = Array.from({ length: 80 }, (_, index) => {
  const day = vandaag.add({ days: Math.floor(index / 3) + (Math.floor(index / 3) % 7 > 4 ? 2 : 0) });
  return regel(
    index,
    day.toString(),
    ["08:45", "10:00", "13:30"][index % 3] ?? "10:00",
    `Basisschool nummer ${(index % 40) + 1}`,
    {
      krap: index % 3 === 1 ? [{ scholen: [`Basisschool nummer ${index % 40}`], minuten: 15 }] : [],
      voorbereiding: {
        acties: index % 4,
        punten: index % 2 ? ["HV-1234", "HV-5678"] : [],
        komst: index % 5 ? null : "online",
      },
    },
  );
});
const tijdvak = {
  soort: "komt" as const,
  puntId: "5a2b7c1e-0000-4000-8000-0000000000d1",
  datum: Temporal.PlainDate.from("2026-12-08"),
  begin: Temporal.PlainTime.from("13:45"),
  eind: Temporal.PlainTime.from("14:05"),
  minuten: 20,
  scholen: ["De Regenboog"],
  vandaag,
  plaats: "op_school_en_online" as const,
  deelnameLink: link,
  voorzitter: "Noor Visser",
  bezig: false,
  aanDeBeurt: false,
  voorlopig: false,
  hulpvraagId: "5a2b7c1e-0000-4000-8000-000000000001",
  versie: 4,
  buitenkant: null,
  referentie: "HV-4821",
  naam: "Mila Jansen",
  leerjaar: "po_5" as const,
  wat: {
    vraag: "Hoe kan Mila weer met plezier naar school?",
    oudersVraag: "Wie belt ons?",
    domeinen: ["verzuim" as const],
    uitgesloten: [],
    urgentie: null,
  },
  bijdrage: "volledig" as const,
  kring: null,
  onleesbaar: false,
  komst: null,
  icsVolgorde: 0,
};
export function reported(): TijdvakVerslag {
  return {
    ...{ ...tijdvak, soort: "verslag" as const, sztId: szt(1, "").sztId, vandaag: tijdvak.datum },
    aanwezigheid: "online",
    punt: {
      hulpvraagId: tijdvak.hulpvraagId,
      versie: 5,
      besluitId: "5a2b7c1e-0000-4000-8000-0000000000b1",
      referentie: tijdvak.referentie,
      leerling: { naam: tijdvak.naam, leerjaar: tijdvak.leerjaar },
      besluit: {
        besluiten: ["doorlopen"],
        afweging: "Mila komt weer drie ochtenden. Leerplicht en school bellen elke vrijdag.",
        regierolVoor: null,
        terugOp: null,
      },
      acties: [
        {
          id: "c1",
          versie: 1,
          houder: "Marijke Jansen",
          vanMij: true,
          omschrijving: "Belt de ouders over de dagen dat Mila er niet was",
          datum: Temporal.PlainDate.from("2026-12-11"),
          gedaan: false,
        },
      ],
      evaluatieOp: Temporal.PlainDate.from("2027-01-18"),
      aanvullingen: [
        { op: Temporal.PlainDate.from("2026-12-09"), tekst: "De school belt zelf eerst de ouders." },
      ],
      wijzigingen: [],
      magVoorstellen: false,
      onleesbaar: false,
    },
  };
}
const szt = (nummer: number, school: string) => ({
  sztId: `5a2b7c1e-0000-4000-8000-0000000000e${nummer}`,
  scholen: [school],
});

export const samples: Sample[] = [
  {
    name: "overzicht-drie-scholen",
    state: "PPO-contactpersoon, twee overleggen tegelijk",
    card: () => overzichtCard({ vandaag, regels: three, planbaar: [] }, stamp),
  },
  {
    name: "overzicht-ib",
    state: "ib, kan plannen",
    card: () => overzichtCard({ vandaag, regels: three.slice(2), planbaar: [szt(1, "De Regenboog")] }, stamp),
  },
  {
    name: "overzicht-niet-geopend",
    state: "ib, een ronde van vrijdag die niemand opende",
    card: () =>
      overzichtCard(
        {
          vandaag,
          regels: [regel(4, "2026-12-04", "13:30", "De Regenboog"), ...three.slice(2)],
          planbaar: [szt(1, "De Regenboog")],
        },
        stamp,
      ),
  },
  {
    name: "overzicht-veel",
    state: "twaalf overleggen",
    card: () => overzichtCard({ vandaag, regels: many, planbaar: [] }, stamp),
  },
  {
    name: "overzicht-leeg",
    state: "nog geen overleg",
    card: () => overzichtCard({ vandaag, regels: [], planbaar: [] }, stamp),
  },
  {
    name: "overzicht-plannen",
    state: "ib op twee scholen kiest het team",
    card: () =>
      planKeuzeCard(
        [szt(1, "De Regenboog"), szt(2, "Openbare basisschool De Regenboogschool-Oosterhoutlaan")],
        stamp,
      ),
  },
  {
    name: "overzicht-veertig-scholen",
    state: "tachtig overleggen in zes schoolweken",
    card: () =>
      overzichtCard(
        { vandaag, tot: Temporal.PlainDate.from("2027-02-01"), regels: veertig, planbaar: [] },
        stamp,
      ),
  },
  {
    name: "overzicht-veertig-deel-twee",
    state: "en verder",
    card: () =>
      overzichtCard(
        { vandaag, tot: Temporal.PlainDate.from("2027-02-01"), regels: veertig, planbaar: [], pagina: 1 },
        stamp,
      ),
  },
  {
    name: "overzicht-een-onderwerp",
    state: "leerplicht, alleen voor één onderwerp gevraagd",
    card: () => overzichtCard({ vandaag, regels: [], planbaar: [], tijdvakken: [tijdvak] }, stamp),
  },
  {
    name: "tijdvak",
    state: "leerplicht, nog geen antwoord",
    card: () => tijdvakCard(tijdvak, stamp, "Je bent uitgenodigd."),
  },
  {
    name: "tijdvak-online",
    state: "doet online mee, instemming",
    card: () =>
      tijdvakCard(
        {
          ...tijdvak,
          komst: "online",
          bijdrage: "buitenkant",
          buitenkant: { vraag: true, eigen: null, anderen: [] },
          leerjaar: null,
          wat: { ...tijdvak.wat, oudersVraag: null, domeinen: [] },
        },
        stamp,
      ),
  },
  {
    name: "tijdvak-wacht",
    state: "het overleg is bezig, nog niet aan de beurt; zei al of het kind bekend is",
    card: () =>
      tijdvakCard(
        {
          ...tijdvak,
          vandaag: tijdvak.datum,
          bezig: true,
          komst: "online",
          bijdrage: "buitenkant",
          leerjaar: null,
          wat: { ...tijdvak.wat, oudersVraag: null, domeinen: [] },
          buitenkant: {
            vraag: true,
            eigen: { bekend: true, sinds: Temporal.PlainYearMonth.from("2026-03"), afgesloten: false },
            anderen: [],
          },
        },
        stamp,
      ),
  },
  {
    name: "tijdvak-begint",
    state: "nu aan de beurt",
    card: () =>
      tijdvakCard(
        { ...tijdvak, vandaag: tijdvak.datum, bezig: true, aanDeBeurt: true, komst: "online" },
        stamp,
        "Je bent nu aan de beurt. Kom erbij.",
      ),
  },
  {
    name: "tijdvak-verslag",
    state: "het verslag van het eigen onderwerp",
    card: () => tijdvakCard(reported(), stamp),
  },
  {
    name: "tijdvak-verslag-kort",
    state: "was er niet bij; ouders maakten geen bezwaar, dus alleen dat het besproken is",
    card: () => {
      const gezien = reported();
      const { punt } = gezien;
      const less = { ...punt, besluit: null, acties: [], evaluatieOp: null, aanvullingen: [] };
      return tijdvakCard({ ...gezien, aanwezigheid: "afwezig", punt: less }, stamp);
    },
  },
  {
    name: "tijdvak-geweest",
    state: "geweest, en niets van te lezen",
    card: () => tijdvakCard({ ...tijdvak, soort: "geweest" }, stamp),
  },
  {
    name: "tijdvak-vervallen",
    state: "gaat niet door, om welke reden ook",
    card: () => tijdvakCard({ ...tijdvak, soort: "vervallen", uitAgenda: true }, stamp),
  },
  {
    name: "tijdvak-vervallen-voorbij",
    state: "ging niet door, de dag is voorbij",
    card: () => tijdvakCard({ ...tijdvak, soort: "vervallen", uitAgenda: false }, stamp),
  },
  {
    name: "genodigden",
    state: "ib kiest wie alleen hiervoor komt",
    card: () =>
      genodigdeCard(
        {
          referentie: "HV-4821",
          datum: tijdvak.datum,
          kandidaten: [
            {
              persoonId: szt(1, "").sztId,
              naam: "Marijke Jansen",
              functie: "leerplicht",
              gevraagd: true,
              genoemd: true,
            },
            {
              persoonId: szt(2, "").sztId,
              naam: "Kees Bakker",
              functie: "politie",
              gevraagd: false,
              genoemd: false,
            },
          ],
        },
        stamp,
      ),
  },
  {
    name: "kan-niet",
    state: "wie komt in jouw plaats",
    card: () =>
      kanNietCard(
        {
          datum: tijdvak.datum,
          vervangers: [{ persoonId: szt(1, "").sztId, naam: "Anna de Boer", functie: "smw" }],
        },
        stamp,
      ),
  },
  { name: "overzicht-plannen-nee", state: "wie niet plant", card: () => planKeuzeCard([], stamp) },
];
