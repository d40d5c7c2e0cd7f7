import { bewaarCard } from "#cards/bewaartermijn.ts";
import { correctieCard, correctieOf, correctieWords, notitieCard } from "#cards/correctie.ts";
import { inzageLinksCard, inzageVraagCard, nietVoorCard } from "#cards/inzage.ts";
import { noticeWords } from "#cards/notice.ts";
import { nietGevondenCard, rechtenCard, rechtenUitlegCard, zoekCard } from "#cards/rechten.ts";
import { usualBewaarSettings } from "#domain/bewaartermijn-setting.ts";
import type { VerzoekProbleem } from "#domain/rechten.ts";
import { type RechtenGezien, rechtActs } from "#domain/see-rechten.ts";
import { type Sample, stamp } from "./sample.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const referentie = "HV-4821";

const gezien: RechtenGezien = {
  id: "00000000-0000-4000-8000-000000000009",
  versie: 12,
  referentie,
  school: "De Regenboog",
  leerling: {
    naam: "Maria-Fernanda van den Wittenboer-Zwanenburg",
    geboortemaand: "2017-04",
    leerjaar: "po_5",
    kenmerk: null,
  },
  vandaag: date("2026-11-23"),
  hulpvragen: [
    { referentie, status: "in_uitvoering", wissenOp: null, aangekondigd: false, zonderGrond: false },
    {
      referentie: "HV-1077",
      status: "afgesloten",
      wissenOp: date("2027-09-14"),
      aangekondigd: false,
      zonderGrond: false,
    },
  ],
  telt: {
    hulpvragen: 2,
    toestemmingen: 3,
    agendapunten: 2,
    besluiten: 2,
    terugkoppelingen: 2,
    regierollen: 1,
    acties: 4,
    termijnen: 14,
    correcties: 0,
    berichten: 9,
    logregels: 61,
  },
  bewaring: null,
  gevraagd: null,
  mag: new Set(rechtActs.filter((act) => act !== "vrijgeven")),
};
const over: RechtenGezien = {
  ...gezien,
  hulpvragen: [
    {
      referentie,
      status: "afgesloten",
      wissenOp: date("2026-12-21"),
      aangekondigd: true,
      zonderGrond: false,
    },
  ],
  telt: { ...gezien.telt, hulpvragen: 1, correcties: 1 },
};

const wrong: readonly (readonly [string, string, VerzoekProbleem])[] = [
  ["gezag", "gezag nog niet bekend", { kind: "gezag_controleren" }],
  ["leerling-zelf", "ouder vraagt, leerling is 16", { kind: "leerling_zelf" }],
  ["te-jong", "leerling van 13 vraagt alleen", { kind: "nog_geen_zestien" }],
  ["geen-gezag", "voogd vraagt, ouders hebben gezag", { kind: "geen_gezag" }],
  ["informatie", "ouder zonder gezag vraagt", { kind: "alleen_informatie" }],
  ["niet-iedereen", "een van beide ouders wil wissen", { kind: "niet_iedereen", ontbreekt: ["ouder2"] }],
];

const waarden = {
  ...gezien.leerling,
  kenmerk: "2231",
  gezag: "beide_ouders",
  vraag: "Hoe krijgt zij meer rust in de klas?",
  gedaanToelichting: "Een vaste plek hielp even.",
  oudersVraag: null,
} as const;
const correctie = { referentie, vandaag: gezien.vandaag, sector: "PO", form: correctieOf(waarden) } as const;
const tel = "Bel moeder op 06-12345678";
const notitie = {
  referentie,
  besluiten: [
    {
      id: "00000000-0000-4000-8000-000000000001",
      op: date("2026-11-12"),
      tekst: "Dit vraagt om iemand die met de ouders meekijkt, en die de juf op weg helpt in de klas.",
    },
  ],
  acties: [
    { id: "00000000-0000-4000-8000-000000000002", op: date("2026-12-04"), tekst: "Observatie in de klas" },
  ],
  form: { bij: "", tekst: "", van: "", identiteit: "" },
} as const;

export const samples: Sample[] = [
  {
    name: "rechten-loopt",
    state: "intern begeleider, een loopt en een is afgesloten",
    card: () => rechtenCard(gezien, stamp),
  },
  {
    name: "rechten-aangekondigd",
    state: "bijna gewist",
    card: () => rechtenCard(over, stamp, noticeWords.bewaartermijn_aangekondigd.lead),
  },
  {
    name: "rechten-zonder-toestemming",
    state: "bijna gewist, er is geen toestemming meer",
    card: () =>
      rechtenCard(
        {
          ...over,
          hulpvragen: [
            {
              referentie,
              status: "in_uitvoering",
              wissenOp: date("2026-12-21"),
              aangekondigd: true,
              zonderGrond: true,
            },
          ],
        },
        stamp,
        noticeWords.bewaartermijn_aangekondigd.lead,
      ),
  },
  {
    name: "rechten-langer",
    state: "langer bewaard",
    card: () =>
      rechtenCard(
        {
          ...over,
          hulpvragen: [
            {
              referentie,
              status: "afgesloten",
              wissenOp: date("2027-03-02"),
              aangekondigd: false,
              zonderGrond: false,
            },
          ],
          bewaring: { reden: "klacht_loopt", tot: date("2027-03-01") },
          mag: new Set(rechtActs),
        },
        stamp,
      ),
  },
  {
    name: "rechten-wissen-gevraagd",
    state: "wissen is gevraagd, wacht op bevestiging",
    card: () =>
      rechtenCard(
        {
          ...over,
          gevraagd: { nummer: "W-3142", uiterlijk: date("2026-12-07") },
          mag: new Set(rechtActs.filter((act) => act !== "vrijgeven" && act !== "wissen")),
        },
        stamp,
      ),
  },
  {
    name: "rechten-uitleg-ib",
    state: "zonder nummer, intern begeleider",
    card: () => rechtenUitlegCard({ bewaren: usualBewaarSettings, kanZoeken: true }, stamp),
  },
  {
    name: "rechten-uitleg-ander",
    state: "zonder nummer, ieder ander",
    card: () =>
      rechtenUitlegCard(
        { bewaren: { ...usualBewaarSettings, ingetrokken_maanden: 1 }, kanZoeken: false },
        stamp,
      ),
  },
  {
    name: "rechten-zoek",
    state: "leerling opzoeken, naam vergeten",
    card: () =>
      zoekCard(
        {
          scholen: [
            { id: "00000000-0000-4000-8000-000000000001", naam: "De Regenboog" },
            { id: "00000000-0000-4000-8000-000000000002", naam: "Het Kompas" },
          ],
          vandaag: gezien.vandaag,
          form: { school: "", naam: "", maand: "04", jaar: "" },
          leeg: ["naam", "jaar"],
        },
        stamp,
      ),
  },
  { name: "rechten-zoek-niets", state: "niets gevonden", card: () => nietGevondenCard("2017-04") },
  { name: "rechten-inzage", state: "wie vraagt het", card: () => inzageVraagCard({ referentie }, stamp) },
  {
    name: "rechten-inzage-leeg",
    state: "niets ingevuld",
    card: () => inzageVraagCard({ referentie, filled: { van: ["ouder1"], leeg: ["identiteit"] } }, stamp),
  },
  {
    name: "rechten-inzage-links",
    state: "de kopie staat klaar",
    card: () =>
      inzageLinksCard({
        referentie,
        pdf: "https://zorgronde.example/file/aaaaaaaaaaaaaaaaaaaaaaaa",
        json: "https://zorgronde.example/file/bbbbbbbbbbbbbbbbbbbbbbbb",
      }),
  },
  {
    name: "rechten-inzage-links-zonder",
    state: "de ouders weten nog niet van een vraag aan de directeur",
    card: () =>
      inzageLinksCard({
        referentie,
        pdf: "https://zorgronde.example/file/aaaaaaaaaaaaaaaaaaaaaaaa",
        json: "https://zorgronde.example/file/bbbbbbbbbbbbbbbbbbbbbbbb",
        zonder: [referentie],
      }),
  },
  {
    name: "rechten-inzage-links-leeg",
    state: "en er blijft niets over",
    card: () =>
      inzageLinksCard({
        referentie,
        pdf: "https://zorgronde.example/file/aaaaaaaaaaaaaaaaaaaaaaaa",
        json: "https://zorgronde.example/file/bbbbbbbbbbbbbbbbbbbbbbbb",
        zonder: [referentie],
        leeg: true,
      }),
  },
  ...wrong.map(
    ([name, state, waarom]): Sample => ({
      name: `rechten-niet-${name}`,
      state,
      card: () => nietVoorCard({ referentie, recht: "inzage", waarom }),
    }),
  ),
  ...(["correctie", "verwijderen"] as const).map(
    (recht): Sample => ({
      name: `rechten-niet-zonder-gezag-${recht}`,
      state: `ouder zonder gezag vraagt: ${recht}`,
      card: () => nietVoorCard({ referentie, recht, waarom: { kind: "alleen_informatie" } }),
    }),
  ),
  { name: "rechten-correctie", state: "wat er nu staat", card: () => correctieCard(correctie, stamp) },
  {
    name: "rechten-correctie-geweigerd",
    state: "telefoonnummer in de tekst, niemand gekozen",
    card: () =>
      correctieCard(
        {
          ...correctie,
          form: { ...correctie.form, naam: "", oudersVraag: tel },
          melding: correctieWords.stale,
          problemen: {
            naam: { kind: "leeg" },
            van: { kind: "leeg" },
            identiteit: { kind: "leeg" },
            oudersVraag: {
              kind: "bevat",
              gevonden: [{ start: 14, end: 25, type: "phone" }],
              magBlijven: false,
            },
          },
        },
        stamp,
      ),
  },
  { name: "rechten-notitie", state: "bij een besluit of actie", card: () => notitieCard(notitie, stamp) },
  {
    name: "rechten-notitie-geweigerd",
    state: "niets gekozen, naam van een ander",
    card: () =>
      notitieCard(
        {
          ...notitie,
          form: { ...notitie.form, tekst: "Juf Anneke was er niet bij." },
          problemen: {
            bij: { kind: "leeg" },
            tekst: { kind: "bevat", gevonden: [{ start: 4, end: 10, type: "name" }], magBlijven: true },
          },
        },
        stamp,
      ),
  },
  {
    name: "rechten-bewaren",
    state: "leeg",
    card: () => bewaarCard({ referentie, vandaag: gezien.vandaag }, stamp),
  },
  {
    name: "rechten-bewaren-geweigerd",
    state: "geen reden, te ver weg",
    card: () =>
      bewaarCard(
        {
          referentie,
          vandaag: gezien.vandaag,
          form: { reden: null, tot: date("2029-01-01") },
          problemen: { reden: { kind: "leeg" }, tot: { kind: "te_lang", uiterlijk: date("2027-11-23") } },
        },
        stamp,
      ),
  },
];
