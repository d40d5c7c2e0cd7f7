import { uitzonderingCard } from "#cards/uitzondering.ts";
import { oudersCard, verslagCard } from "#cards/uitzondering-achteraf.ts";
import { antwoordCard, intrekVraagCard, terugCard } from "#cards/uitzondering-antwoord.ts";
import { geenVraagCard, vraagCard, vraagSent } from "#cards/uitzondering-vraag.ts";
import type { UitzonderingGezien } from "#domain/see-uitzondering.ts";
import type { GeenVraag } from "#domain/uitzondering-vraag.ts";
import { type Sample, stamp } from "./sample.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const referentie = "HV-4821";
const id = (nr: number) => `00000000-0000-4000-8000-0000000000${nr}`;

const noor = { persoonId: id(41), naam: "Noor Visser", functie: "ib" } as const;
const saskia = { persoonId: id(42), naam: "Saskia Blom", functie: "bpo" } as const;
const bram = { persoonId: id(43), naam: "Bram de Wit", functie: "smw" } as const;
const kring = [noor, saskia, bram].map((lid) => ({ ...lid, blijft: true }));

const gevraagd: UitzonderingGezien = {
  id: id(31),
  versie: 1,
  ik: "directeur",
  referentie,
  school: "De Regenboog",
  vandaag: date("2026-11-23"),
  stand: "gevraagd",
  waarom: null,
  ronde: { datum: date("2026-11-26"), begin: Temporal.PlainTime.from("14:00") },
  redenen: ["onveilig_thuis", "druk_op_kind"],
  veiligThuis: "advies_gevraagd",
  reden: "[naam] zegt dat er straf komt als school thuis iets vertelt.",
  vrager: "Noor Visser",
  vragerId: noor.persoonId,
  directeur: "Wim Dekker",
  gevraagdOp: date("2026-11-23"),
  kring,
  besluit: null,
  eerder: 0,
  hulpvraag: null,
  mag: new Set(["besluiten"]),
};
const around = {
  id: id(11),
  versie: 4,
  notulistNodig: false,
  directeurWeg: false,
  vastleggen: false,
  oudersWeten: false,
  herzienOp: null,
} as const;
const vanIb: UitzonderingGezien = { ...gevraagd, ik: "ib", hulpvraag: around, mag: new Set(["intrekken"]) };
const motivatie = "Vragen kan het kind direct schaden. Veilig Thuis adviseert om nu eerst te overleggen.";
const ja: UitzonderingGezien = {
  ...vanIb,
  versie: 2,
  stand: "ja",
  besluit: { besluit: "ja", op: date("2026-11-24"), motivatie },
  kring: kring.map((lid) => ({ ...lid, blijft: lid.persoonId !== bram.persoonId })),
};
const gebruikt: UitzonderingGezien = { ...ja, versie: 4, stand: "gebruikt" };

const request: readonly (readonly [string, string, UitzonderingGezien])[] = [
  ["directeur-gevraagd", "de directeur leest de vraag", gevraagd],
  [
    "directeur-weigering",
    "alleen een weigering, veel mensen, al eerder gevraagd",
    {
      ...gevraagd,
      redenen: ["ouder_weigert"],
      eerder: 1,
      kring: [...kring, ...kring].map((lid, nr) => ({ ...lid, persoonId: id(50 + nr) })),
    },
  ],
  [
    "directeur-ja",
    "de directeur zei ja en kan dat terugnemen",
    { ...ja, ik: "directeur", hulpvraag: null, mag: new Set(["terugnemen"]) },
  ],
  ["ib-gevraagd", "de ib wacht op een besluit", vanIb],
  [
    "ib-directeur-weg",
    "wie gevraagd is, is geen directeur meer",
    { ...vanIb, hulpvraag: { ...around, directeurWeg: true } },
  ],
  [
    "ib-ja",
    "het mag één keer, met minder mensen",
    { ...ja, hulpvraag: { ...around, notulistNodig: true }, mag: new Set(["intrekken"]) },
  ],
  [
    "ib-nee",
    "het mag niet",
    {
      ...vanIb,
      stand: "nee",
      besluit: {
        besluit: "nee",
        op: date("2026-11-24"),
        motivatie: "Vraag het de ouders eerst. Ik praat graag mee.",
      },
      mag: new Set(["ouders"]),
    },
  ],
  [
    "ib-gebruikt",
    "besproken, nog niet vastgelegd",
    { ...gebruikt, hulpvraag: { ...around, vastleggen: true }, mag: new Set(["verslag", "ouders"]) },
  ],
  [
    "ib-wacht",
    "besproken en vastgelegd, de ouders weten het nog niet",
    { ...gebruikt, hulpvraag: { ...around, herzienOp: date("2026-12-07") }, mag: new Set(["ouders"]) },
  ],
  [
    "ib-vervallen",
    "de overlegronde is verzet",
    { ...ja, stand: "vervallen", waarom: "ronde_verzet", mag: new Set() },
  ],
];

const vraag = {
  referentie,
  rondes: [
    {
      id: id(61),
      datum: date("2026-11-26"),
      begin: Temporal.PlainTime.from("14:00"),
      deelnemers: [noor, saskia, bram].map((lid) => ({ ...lid, aanwezigheid: null })),
    },
  ],
  team: [saskia, bram],
  directeuren: [{ persoonId: id(44), naam: "Wim Dekker" }],
};
const zaak = {
  referentie,
  naam: "Zwaantje Kanarievogel",
  rondeDatum: date("2026-11-26"),
  vandaag: date("2026-11-27"),
  uiterlijk: date("2026-12-18"),
  vanaf: date("2026-11-23"),
  zestien: false,
};

const cannot: readonly (readonly [string, Exclude<GeenVraag, { readonly kind: "loopt_al" }>])[] = [
  ["kan-niet", { kind: "kan_niet" }],
  ["niet-nodig", { kind: "niet_nodig" }],
  ["eerst-vastleggen", { kind: "eerst_vastleggen" }],
  ["geen-directeur", { kind: "geen_directeur", school: "De Regenboog" }],
  ["geen-ronde", { kind: "geen_ronde" }],
];

export const samples: Sample[] = [
  ...request.map(
    ([name, state, gezien]): Sample => ({
      name: `uitzondering-${name}`,
      state,
      card: () => uitzonderingCard(gezien, stamp),
    }),
  ),
  { name: "uitzondering-vraag", state: "de ib vraagt", card: () => vraagCard(vraag, stamp) },
  {
    name: "uitzondering-vraag-geweigerd",
    state: "alleen een weigering, twee directeuren, niets ingevuld",
    card: () =>
      vraagCard(
        {
          ...vraag,
          directeuren: [...vraag.directeuren, { persoonId: id(45), naam: "Anouk de Vries-van den Heuvel" }],
          sent: vraagSent.parse({ redenen: "ouder_weigert", kring: "" }),
          problemen: {
            gevaar: { kind: "weigering_is_geen_gevaar" },
            reden: { kind: "leeg" },
            kring: { kind: "geen_kernteam" },
            veiligThuis: { kind: "leeg" },
            directeur: { kind: "leeg" },
          },
        },
        stamp,
      ),
  },
  ...cannot.map(
    ([name, waarom]): Sample => ({
      name: `uitzondering-niet-${name}`,
      state: "vragen kan nu niet",
      card: () => geenVraagCard({ waarom, referentie }),
    }),
  ),
  {
    name: "uitzondering-antwoord",
    state: "de directeur besluit",
    card: () => antwoordCard({ gezien: gevraagd }, stamp),
  },
  {
    name: "uitzondering-antwoord-geweigerd",
    state: "niets gekozen",
    card: () =>
      antwoordCard(
        {
          gezien: gevraagd,
          sent: { besluit: "", kring: "", motivatie: "" },
          problemen: { besluit: { kind: "leeg" }, motivatie: { kind: "leeg" } },
        },
        stamp,
      ),
  },
  {
    name: "uitzondering-terugnemen",
    state: "de directeur neemt ja terug",
    card: () => terugCard(gevraagd, stamp),
  },
  {
    name: "uitzondering-vraag-terugnemen",
    state: "de ib neemt de vraag terug",
    card: () => intrekVraagCard(ja, stamp),
  },
  {
    name: "uitzondering-verslag",
    state: "de ib legt vast wat is besproken",
    card: () => verslagCard({ zaak }, stamp),
  },
  {
    name: "uitzondering-ouders",
    state: "de ib kijkt of de ouders het kunnen horen",
    card: () => oudersCard({ zaak }, stamp),
  },
];
