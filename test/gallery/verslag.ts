import { verslagCard } from "#cards/verslag.ts";
import { antwoordCard, verslagLinkCard, wijzigingCard, wijzigingForm } from "#cards/verslag-dialog.ts";
import { screenText } from "#domain/screening.ts";
import type { VerslagAct, VerslagGezien, VerslagPunt } from "#domain/verslag-view.ts";
import { type Sample, stamp } from "./sample.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const longName = "Annemarie van den Wittenboer-Zwanenburg";

function punt(nummer: number, over: Partial<VerslagPunt> = {}): VerslagPunt {
  return {
    hulpvraagId: `5a2b7c1e-0000-4000-8000-00000000000${nummer}`,
    versie: 5,
    besluitId: `5a2b7c1e-0000-4000-8000-0000000000b${nummer}`,
    referentie: `HV-482${nummer}`,
    leerling: { naam: `Sanne Voorbeeld-${nummer}`, leerjaar: "po_5" },
    besluit: {
      besluiten: ["regierol_toewijzen", "doorzetten_loket"],
      afweging: "De school komt er alleen niet uit en de ouders willen graag hulp thuis.",
      regierolVoor: longName,
      terugOp: null,
    },
    acties: [
      {
        id: "c1",
        versie: 1,
        houder: "Bram de Wit",
        vanMij: false,
        omschrijving: "Belt de ouders over de eerste afspraak",
        datum: date("2026-12-11"),
        gedaan: false,
      },
      {
        id: "c2",
        versie: 2,
        houder: "Noor Visser",
        vanMij: true,
        omschrijving: "Vertelt de ouders wat er is besloten",
        datum: date("2026-12-14"),
        gedaan: true,
      },
    ],
    evaluatieOp: null,
    aanvullingen: [],
    wijzigingen: [],
    magVoorstellen: true,
    onleesbaar: false,
    ...over,
  };
}

const back = punt(2, {
  besluit: {
    besluiten: ["meer_informatie"],
    afweging: "Eerst is een observatie in de klas nodig.",
    regierolVoor: null,
    terugOp: date("2027-01-18"),
  },
  acties: [],
});

function verslag(over: Partial<VerslagGezien> = {}, mag: readonly VerslagAct[] = []): VerslagGezien {
  return {
    rondeId: "5a2b7c1e-0000-4000-8000-0000000000e1",
    versie: 1,
    sztId: "5a2b7c1e-0000-4000-8000-0000000000e0",
    scholen: ["De Regenboog"],
    vandaag: date("2026-12-08"),
    datum: date("2026-12-07"),
    begin: time("13:30"),
    eind: time("14:30"),
    plaats: "op_school_en_online",
    voorzitter: "Noor Visser",
    notulist: "Bram de Wit",
    deelnemers: [
      { persoonId: "p1", naam: "Noor Visser", functie: "ib", aanwezigheid: "in_de_kamer" },
      { persoonId: "p4", naam: "Bram de Wit", functie: "smw", aanwezigheid: "online" },
      { persoonId: "p2", naam: longName, functie: "jeugdverpleegkundige", aanwezigheid: "in_de_kamer" },
      { persoonId: "p3", naam: "Peter Kuipers", functie: "scp", aanwezigheid: "afwezig" },
    ],
    wasAfwezig: false,
    punten: [],
    adviesvraag: false,
    volgende: { datum: date("2027-01-18"), begin: time("13:30"), plaats: "op_school" },
    vastgesteldOp: null,
    vastVanaf: date("2027-01-06"),
    mag: new Set(mag),
    ...over,
  };
}

const guest = { persoonId: "p9", tijd: null, komst: null };
const guests: VerslagPunt["gasten"] = [
  { ...guest, naam: "Marijke Jansen", functie: "leerplicht", aanwezigheid: "online" },
  { ...guest, persoonId: "p8", naam: "Ahmet Yıldız", functie: "politie", aanwezigheid: "afwezig" },
];

const card = (gezien: VerslagGezien, lead?: string) => () => verslagCard(gezien, stamp, lead);
const proposes: readonly VerslagAct[] = ["wijziging_voorstellen"];

const both = verslag({ punten: [punt(1), back], adviesvraag: true }, proposes);
const absent = verslag(
  {
    wasAfwezig: true,
    punten: [
      punt(1, {
        wijzigingen: [{ id: "w1", vanMij: true, status: "open", reden: null, magBeantwoorden: false }],
      }),
    ],
  },
  proposes,
);
const chair = verslag(
  {
    punten: [
      punt(1, {
        wijzigingen: [{ id: "w1", vanMij: false, status: "open", reden: null, magBeantwoorden: true }],
      }),
      back,
    ],
  },
  proposes,
);
const added = verslag({
  vastgesteldOp: date("2027-01-18"),
  punten: [
    punt(1, {
      evaluatieOp: date("2027-03-15"),
      aanvullingen: [{ op: date("2026-12-09"), tekst: "De school belt zelf eerst de ouders." }],
      wijzigingen: [
        { id: "w1", vanMij: true, status: "overgenomen", reden: null, magBeantwoorden: false },
        { id: "w2", vanMij: true, status: "afgewezen", reden: "zo_besloten", magBeantwoorden: false },
      ],
      magVoorstellen: false,
    }),
  ],
});
const many = verslag(
  {
    punten: Array.from({ length: 9 }, (_, nummer) =>
      punt(nummer, {
        besluit: {
          besluiten: ["doorlopen"],
          afweging: "Dit gaat langzaam beter en iedereen wil zo doorgaan. ".repeat(9),
          regierolVoor: null,
          terugOp: null,
        },
      }),
    ),
  },
  proposes,
);

const open = {
  id: "5a2b7c1e-0000-4000-8000-0000000000f1",
  rondeId: "5a2b7c1e-0000-4000-8000-0000000000e1",
  hulpvraagId: "5a2b7c1e-0000-4000-8000-000000000001",
  besluitId: "5a2b7c1e-0000-4000-8000-0000000000b1",
  referentie: "HV-4821",
  tekst: "De school belt zelf eerst de ouders.\nDaarna belt Bram.",
  van: { naam: "Peter Kuipers", functie: "scp" as const },
  op: date("2026-12-08"),
};
const wrong = "Bel 06-12345678 en niet de school.";

export const samples: Sample[] = [
  { name: "verslag-deelnemer", state: "deelnemer, net na de ronde", card: card(both) },
  { name: "verslag-afwezig", state: "was er niet bij, eigen voorstel wacht", card: card(absent) },
  {
    name: "verslag-voorzitter",
    state: "voorzitter, een collega stelt een wijziging voor",
    card: card(chair, "Een collega stelt een wijziging voor. Lees die en geef antwoord."),
  },
  {
    name: "verslag-vaststellen",
    state: "voorzitter, kan vaststellen",
    card: card(verslag({ punten: [back], vandaag: date("2027-01-06") }, [...proposes, "vaststellen"])),
  },
  { name: "verslag-vastgesteld", state: "vastgesteld, met een aanvulling", card: card(added) },
  {
    name: "verslag-met-gast",
    state: "deelnemer; voor één onderwerp kwamen anderen erbij",
    card: card(verslag({ punten: [punt(1, { gasten: guests }), back] }, proposes)),
  },
  { name: "verslag-leeg", state: "mag van de inhoud niets zien", card: card(verslag()) },
  {
    name: "verslag-zonder-naam",
    state: "ib na een intrekking: zonder naam; en een die niet is te lezen",
    card: card(
      verslag({
        punten: [
          punt(1, { leerling: null, magVoorstellen: false }),
          punt(2, { leerling: null, besluit: null, acties: [], onleesbaar: true, magVoorstellen: false }),
        ],
      }),
    ),
  },
  { name: "verslag-vol", state: "negen hulpvragen met lange teksten", card: card(many) },
  {
    name: "verslag-wijziging",
    state: "deelnemer stelt een wijziging voor",
    card: () => wijzigingCard({ gezien: both, form: wijzigingForm.parse({}) }, stamp),
  },
  {
    name: "verslag-wijziging-fout",
    state: "niets gekozen, en een nummer in de tekst",
    card: () =>
      wijzigingCard(
        {
          gezien: both,
          form: { bij: "", tekst: wrong },
          problemen: {
            bij: { kind: "leeg" },
            tekst: { kind: "bevat", gevonden: screenText(wrong).findings, magBlijven: false },
          },
        },
        stamp,
      ),
  },
  { name: "verslag-antwoord", state: "voorzitter leest een voorstel", card: () => antwoordCard(open, stamp) },
  {
    name: "verslag-pdf",
    state: "link naar het bestand",
    card: () => verslagLinkCard({ url: "https://zorgronde.example/file/abc" }),
  },
];
