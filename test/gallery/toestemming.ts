import { gestoptCard } from "#cards/gestopt.ts";
import { gezagCard, gezagSentOf, gezagWords } from "#cards/gezag.ts";
import { instemmingCard, instemmingSentOf } from "#cards/instemming.ts";
import { intrekkenCard } from "#cards/intrekking.ts";
import { sentOf, toestemmingCard, toestemmingWords } from "#cards/toestemming-dialog.ts";
import { toestemmingOverzichtCard } from "#cards/toestemming-overzicht.ts";
import { uitbreidingCard, uitbreidingEmpty } from "#cards/uitbreiding.ts";
import type { InformatieFeit } from "#domain/dossier.ts";
import type { ToestemmingGezien } from "#domain/see-toestemming.ts";
import { type Sample, stamp } from "./sample.ts";

const date = (text: string) => Temporal.PlainDate.from(text);

export const gezien: ToestemmingGezien = {
  gevraagd: null,
  nee: new Map(),
  id: "00000000-0000-4000-8000-000000000009",
  versie: 3,
  referentie: "HV-4821",
  naam: "Maria-Fernanda van den Wittenboer-Zwanenburg",
  gezag: "beide_ouders",
  merken: [],
  partijen: [],
  maanden: 115,
  whose: { ok: true, required: ["ouder1", "ouder2"], asked: [] },
  stand: {
    geldig: false,
    grondslag: null,
    geldigTot: null,
    partners: [],
    doelen: [],
    uitgesloten: [],
    antwoorden: [],
    informatie: null,
    nietGenoemd: [],
    opruiming: null,
    ontbreekt: [
      { code: "geen_grondslag" },
      { code: "toestemming_ontbreekt", partij: "ouder1" },
      { code: "toestemming_ontbreekt", partij: "ouder2" },
    ],
    nogVragen: [],
    afstemmen: [],
    verjaardag: null,
  },
  antwoorden: [],
  eerder: null,
  informatie: null,
  domeinen: ["gedrag", "thuissituatie"],
  doelen: ["bespreking_szt"],
  uitgesloten: [],
  tafel: ["smw", "wijkteam", "scp", "bpo", "jeugdverpleegkundige"],
  partners: ["smw", "bpo"],
  geldigTot: date("2027-07-31"),
  vandaag: date("2026-11-23"),
  geenInstemming: null,
  afgesloten: false,
  bezwaarlijk: [],
  mag: { vastleggen: true, informeren: true, intrekken: false, uitbreiden: false },
};
const half: ToestemmingGezien = {
  ...gezien,
  antwoorden: [
    {
      partij: "ouder1",
      antwoord: "ja",
      op: date("2026-11-16"),
      vorm: "papier",
      bewaarplaats: "Leerlingdossier",
    },
  ],
  bezwaarlijk: ["ouder1", "ouder2", "leerling"],
};
const rond: ToestemmingGezien = {
  ...half,
  stand: {
    ...gezien.stand,
    geldig: true,
    grondslag: "schriftelijk",
    geldigTot: date("2027-07-31"),
    partners: ["smw", "bpo"],
    doelen: [
      { doel: "verstrekking_extern", ontbreekt: [] },
      { doel: "start_jeugdhulp", ontbreekt: ["leerling"] },
    ],
    uitgesloten: ["thuissituatie", "armoede"],
    antwoorden: (["ouder1", "ouder2"] as const).map((partij) => ({
      partij,
      soort: "toestemming",
      op: date("2026-11-16"),
      vorm: "papier",
    })),
    nietGenoemd: ["jeugdverpleegkundige"],
    ontbreekt: [],
  },
  eerder: {
    partners: ["smw", "bpo"],
    doelen: ["bespreking_szt", "verstrekking_extern", "start_jeugdhulp"],
    uitgesloten: ["thuissituatie", "armoede"],
    geldigTot: date("2027-07-31"),
    ja: new Map([
      ["ouder1", date("2026-11-16")],
      ["ouder2", date("2026-11-16")],
    ]),
  },
  mag: { vastleggen: true, informeren: false, intrekken: true, uitbreiden: true },
};
const informatie: InformatieFeit = {
  verzondenOp: date("2026-11-16"),
  wijze: "brief",
  aan: ["ouder1", "ouder2"],
  taal: "nederlands",
  begrepen: "ja",
  regel: { unit: "schooldagen", amount: 10 },
  toegezegdTot: null,
  bezwaarTot: date("2026-11-30"),
};
const wacht: ToestemmingGezien = {
  ...gezien,
  informatie,
  bezwaarlijk: ["ouder1", "ouder2", "leerling"],
  stand: {
    ...gezien.stand,
    grondslag: "instemming",
    partners: ["smw", "bpo"],
    informatie,
    ontbreekt: [{ code: "bezwaartermijn_loopt", tot: date("2026-11-30"), vanaf: date("2026-12-01") }],
  },
  mag: { ...gezien.mag, intrekken: true },
};
const kort: ToestemmingGezien = {
  ...wacht,
  stand: { ...wacht.stand, informatie: { ...informatie, toegezegdTot: date("2026-11-20") } },
};
const ingetrokken: ToestemmingGezien = {
  ...rond,
  stand: {
    ...rond.stand,
    geldig: false,
    antwoorden: [
      ...rond.stand.antwoorden.slice(0, 1),
      { partij: "ouder2", soort: "ingetrokken", op: date("2026-11-23"), vorm: "mail" },
    ],
    ontbreekt: [{ code: "toestemming_ingetrokken", partij: "ouder2" }],
    nietGenoemd: [],
    opruiming: { op: Temporal.Instant.from("2026-11-23T09:00:00Z"), totaal: 6, open: 2, vast: 0 },
  },
  mag: { vastleggen: true, informeren: true, intrekken: true, uitbreiden: false },
};
const pupil: ToestemmingGezien = {
  ...gezien,
  gezag: "een_ouder",
  maanden: 160,
  merken: ["gescheiden", "ots", "gezinsvoogd"],
  whose: { ok: true, required: ["ouder1"], asked: ["leerling"] },
};
const sixteen: ToestemmingGezien = {
  ...gezien,
  maanden: 200,
  whose: { ok: true, required: ["leerling"], asked: [] },
};

export const samples: Sample[] = [
  {
    name: "toestemming-overzicht-leeg",
    state: "nog niets vastgelegd",
    card: () => toestemmingOverzichtCard({ gezien }, stamp),
  },
  {
    name: "toestemming-overzicht-nee",
    state: "de directeur zei nee tegen bespreken zonder de ouders",
    card: () => toestemmingOverzichtCard({ gezien: { ...gezien, gevraagd: "nee" } }, stamp),
  },
  {
    name: "toestemming-overzicht-rond",
    state: "schriftelijk en rond, met een onderwerp dat niet mag en iemand die niet genoemd is",
    card: () => toestemmingOverzichtCard({ gezien: rond }, stamp),
  },
  {
    name: "toestemming-overzicht-leerling-nee",
    state: "rond, en een leerling van tien wil het niet",
    card: () =>
      toestemmingOverzichtCard(
        {
          gezien: {
            ...rond,
            stand: {
              ...rond.stand,
              antwoorden: [
                ...rond.stand.antwoorden,
                { partij: "leerling", soort: "bezwaar", op: date("2026-11-20"), vorm: "mondeling" },
              ],
            },
          },
        },
        stamp,
      ),
  },
  {
    name: "toestemming-overzicht-afstemmen",
    state: "rond, met een gezinsvoogd, een pleegouder met deelgezag en een ouder zonder gezag die niet wil",
    card: () =>
      toestemmingOverzichtCard(
        {
          gezien: {
            ...rond,
            gezag: "een_ouder",
            merken: ["gescheiden", "gezinsvoogd", "gedeeltelijk_gezag_pleegouder"],
            stand: {
              ...rond.stand,
              antwoorden: [
                ...rond.stand.antwoorden.slice(0, 1),
                { partij: "ouder2", soort: "bezwaar", op: date("2026-11-20"), vorm: "mail" },
              ],
              nietGenoemd: [],
              afstemmen: ["gezinsvoogd", "gedeeltelijk_gezag_pleegouder"],
            },
          },
        },
        stamp,
      ),
  },
  {
    name: "toestemming-overzicht-verjaardag",
    state: "rond, en de leerling wordt dit schooljaar 16",
    card: () =>
      toestemmingOverzichtCard(
        {
          gezien: {
            ...rond,
            stand: {
              ...rond.stand,
              nogVragen: ["leerling"],
              verjaardag: { leeftijd: 16, vanaf: date("2027-01-01"), grondslag: "schriftelijk" },
            },
          },
        },
        stamp,
      ),
  },
  {
    name: "toestemming-overzicht-wacht",
    state: "ouders geïnformeerd, de tijd voor bezwaar loopt",
    card: () => toestemmingOverzichtCard({ gezien: wacht }, stamp),
  },
  {
    name: "toestemming-overzicht-brief-korter",
    state: "de brief noemt een kortere tijd",
    card: () => toestemmingOverzichtCard({ gezien: kort }, stamp),
  },
  {
    name: "toestemming-overzicht-geen-bezwaar",
    state: "ouders geïnformeerd, geen bezwaar",
    card: () =>
      toestemmingOverzichtCard(
        {
          gezien: {
            ...wacht,
            vandaag: date("2026-12-02"),
            stand: { ...wacht.stand, geldig: true, geldigTot: date("2027-07-31"), ontbreekt: [] },
          },
        },
        stamp,
      ),
  },
  {
    name: "toestemming-overzicht-bezwaar",
    state: "een ouder maakt bezwaar",
    card: () =>
      toestemmingOverzichtCard(
        {
          gezien: {
            ...wacht,
            stand: {
              ...wacht.stand,
              antwoorden: [{ partij: "ouder1", soort: "bezwaar", op: date("2026-11-20"), vorm: "mail" }],
              ontbreekt: [{ code: "bezwaar_gemaakt", partij: "ouder1" }],
              opruiming: {
                op: Temporal.Instant.from("2026-11-20T09:00:00Z"),
                totaal: 3,
                open: 0,
                vast: 1,
                bij: ["Bram de Wit"],
              },
            },
          },
        },
        stamp,
      ),
  },
  {
    name: "toestemming-overzicht-ingetrokken",
    state: "een ouder trok in, er staan nog berichten",
    card: () => toestemmingOverzichtCard({ gezien: ingetrokken }, stamp),
  },
  {
    name: "toestemming-overzicht-weg",
    state: "een ouder trok in, alles is weggehaald",
    card: () =>
      toestemmingOverzichtCard(
        {
          gezien: {
            ...ingetrokken,
            stand: {
              ...ingetrokken.stand,
              opruiming: { op: Temporal.Instant.from("2026-11-23T09:00:00Z"), totaal: 6, open: 0, vast: 0 },
            },
          },
        },
        stamp,
      ),
  },
  {
    name: "toestemming-overzicht-gezondheid",
    state: "de vraag gaat over gezondheid, en ouder 2 is niet te bereiken",
    card: () =>
      toestemmingOverzichtCard(
        {
          gezien: {
            ...half,
            geenInstemming: "gezondheid",
            domeinen: ["gezondheid"],
            stand: {
              ...gezien.stand,
              grondslag: "schriftelijk",
              antwoorden: rond.stand.antwoorden.slice(0, 1),
              ontbreekt: [{ code: "partij_onbereikbaar", partij: "ouder2" }],
            },
            mag: { ...gezien.mag, informeren: false, intrekken: true },
          },
        },
        stamp,
      ),
  },
  {
    name: "toestemming-gezag",
    state: "gezag nog niet bekend",
    card: () => {
      const unknown: ToestemmingGezien = {
        ...gezien,
        gezag: "onbekend",
        whose: { ok: false, error: { kind: "gezag_controleren" } },
      };
      return gezagCard({ gezien: unknown, sent: gezagSentOf(unknown) }, stamp);
    },
  },
  {
    name: "toestemming-gezag-standen",
    state: "ouder 2 is overleden, wie beslist moet nog een keer",
    card: () => {
      const known: ToestemmingGezien = {
        ...gezien,
        merken: ["gescheiden"],
        partijen: [
          {
            partij: "ouder2",
            stand: "overleden",
            hoe: "akte_of_register",
            vastgesteldOp: date("2026-10-01"),
          },
        ],
      };
      return gezagCard(
        {
          gezien: known,
          sent: { ...gezagSentOf(known), stand_ouder1: "onbereikbaar", hoe_ouder1: "akte_of_register" },
          problemen: { hoe_ouder1: { kind: "bewijs_past_niet" }, vastgesteld_ouder1: { kind: "leeg" } },
          melding: gezagWords.still,
        },
        stamp,
      );
    },
  },
  {
    name: "toestemming-leeg",
    state: "beide ouders, nog niets ingevuld",
    card: () => toestemmingCard({ gezien, sent: sentOf(gezien) }, stamp),
  },
  {
    name: "toestemming-leerling",
    state: "leerling van 13 wordt ook gevraagd, ouder 1 heeft al getekend",
    card: () =>
      toestemmingCard(
        {
          gezien: { ...half, whose: { ok: true, required: ["ouder1"], asked: ["leerling"] } },
          sent: sentOf(half),
        },
        stamp,
      ),
  },
  {
    name: "toestemming-geweigerd",
    state: "bijna alles geweigerd, met wat was ingevuld",
    card: () =>
      toestemmingCard(
        {
          gezien: half,
          sent: { ...sentOf(half), antwoord_ouder2: "ja", geldigTot: "2028-01-01", uitgesloten: "gedrag" },
          melding: toestemmingWords.stale,
          problemen: {
            op_ouder2: { kind: "leeg" },
            vorm_ouder2: { kind: "geen_bewijs" },
            bewaarplaats_ouder2: { kind: "leeg" },
            partners: { kind: "nieuw_antwoord" },
            uitgesloten: { kind: "niets_over" },
            geldigTot: { kind: "te_laat", uiterlijk: date("2027-07-31") },
            gecontroleerd: { kind: "leeg" },
          },
        },
        stamp,
      ),
  },
  {
    name: "instemming-leeg",
    state: "ouders op schrift geïnformeerd, nog niets ingevuld",
    card: () => instemmingCard({ gezien, sent: instemmingSentOf(gezien) }, stamp),
  },
  {
    name: "instemming-leerling",
    state: "de leerling van 13 wordt ook gehoord; alles geweigerd",
    card: () =>
      instemmingCard(
        {
          gezien: pupil,
          sent: { ...instemmingSentOf(pupil), verzondenOp: "2026-12-01" },
          problemen: {
            verzondenOp: { kind: "toekomst" },
            wijze: { kind: "leeg" },
            aan: { kind: "leeg" },
            begrepen: { kind: "leeg" },
            partners: { kind: "leeg" },
          },
        },
        stamp,
      ),
  },
  {
    name: "instemming-zestien",
    state: "de leerling van 16 beslist alleen",
    card: () => instemmingCard({ gezien: sixteen, sent: instemmingSentOf(sixteen) }, stamp),
  },
  {
    name: "uitbreiding-leeg",
    state: "een partner erbij",
    card: () => uitbreidingCard({ gezien: rond, sent: uitbreidingEmpty() }, stamp),
  },
  {
    name: "uitbreiding-geweigerd",
    state: "een partner erbij, met een oud antwoord",
    card: () =>
      uitbreidingCard(
        {
          gezien: rond,
          sent: { ...uitbreidingEmpty(), partners: "scp", antwoord_ouder1: "ja", op_ouder1: "2026-11-01" },
          problemen: {
            op_ouder1: { kind: "nieuw_antwoord" },
            antwoord_ouder2: { kind: "leeg" },
            gecontroleerd: { kind: "leeg" },
          },
        },
        stamp,
      ),
  },
  {
    name: "toestemming-intrekken",
    state: "een ouder trekt in",
    card: () =>
      intrekkenCard(
        {
          gezien: { ...half, bezwaarlijk: ["ouder1", "ouder2", "leerling"] },
          form: { partij: "", op: "2026-11-23", vorm: "" },
        },
        stamp,
      ),
  },
  {
    name: "toestemming-intrekken-afgesloten",
    state: "een ouder trekt in na de afsluiting",
    card: () =>
      intrekkenCard(
        {
          gezien: { ...half, afgesloten: true, bezwaarlijk: ["ouder1", "ouder2", "leerling"] },
          form: { partij: "", op: "2026-11-23", vorm: "" },
        },
        stamp,
      ),
  },
  {
    name: "toestemming-intrekken-geweigerd",
    state: "datum in de toekomst, niemand gekozen",
    card: () =>
      intrekkenCard(
        {
          gezien: half,
          form: { partij: "", op: "2027-01-01", vorm: "mail" },
          problemen: { partij: { kind: "leeg" }, op: { kind: "toekomst" } },
        },
        stamp,
      ),
  },
  {
    name: "gestopt",
    state: "bericht aan wie toegang had",
    card: () => gestoptCard({ school: "De Regenboog" }),
  },
  {
    name: "gestopt-school-onbekend",
    state: "de hulpvraag is intussen gewist",
    card: () => gestoptCard({ school: null }),
  },
];
