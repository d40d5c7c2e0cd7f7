import { regierolWords } from "#cards/regierol.ts";
import { type TerugkoppelingZaak, terugkoppelingCard } from "#cards/terugkoppeling.ts";
import type { TerugkoppelingForm } from "#domain/terugkoppeling.ts";
import { date, today } from "#test/domain/a-dossier.ts";
import { type Sample, stamp } from "./sample.ts";

const zaak: TerugkoppelingZaak = {
  referentie: "HV-4821",
  vandaag: today,
  besluiten: ["regierol_toewijzen", "doorzetten_loket"],
  voorgesteld: "Bram de Wit",
  weg: null,
  kandidaten: [
    { persoonId: "a4c1f2d0-0000-4000-8000-000000000002", naam: "Saskia Blom-van Oosterhout", functie: "bpo" },
  ],
  partijen: ["ouder1", "ouder2"],
  aanspreek: "ouders",
  oudersHoren: null,
  verteldOp: null,
};
const form: TerugkoppelingForm = {
  verteldOp: today,
  antwoord: "ja",
  akkoordOp: date("2026-11-22"),
  akkoordVan: ["ouder1"],
  aan: null,
  daarna: null,
  reden: null,
  oudersHoren: null,
};

const sample = (
  name: string,
  state: string,
  over: Partial<TerugkoppelingZaak>,
  filled?: Parameters<typeof terugkoppelingCard>[2],
): Sample => ({
  name: `terugkoppeling-${name}`,
  state,
  card: () => terugkoppelingCard({ ...zaak, ...over }, stamp, filled),
});

export const samples: Sample[] = [
  sample("regierol", "akkoord op de regierol", {}),
  sample("wacht", "al verteld, de ouders dachten erover na", { verteldOp: date("2026-11-20") }),
  sample("weg", "de voorgestelde persoon zit niet meer in het team", {
    voorgesteld: null,
    weg: "Hanna Postma",
  }),
  sample(
    "een-ouder",
    "één van twee ouders gaf akkoord",
    {},
    {
      form,
      problemen: { akkoordVan: { kind: "niet_iedereen", ontbreekt: ["ouder2"] } },
    },
  ),
  sample(
    "nee-zonder-vervolg",
    "nee, zonder te kiezen hoe verder",
    {},
    {
      form: { ...form, antwoord: "nee" },
      problemen: { daarna: { kind: "leeg" } },
    },
  ),
  sample(
    "te-vroeg",
    "verteld voor het besluit",
    {},
    {
      form: { ...form, verteldOp: date("2026-11-10") },
      problemen: { verteldOp: { kind: "te_vroeg", vanaf: date("2026-11-20") } },
    },
  ),
  sample("geen-grond", "de toestemming geldt niet meer", {}, { form, melding: regierolWords.geenGrondslag }),
  sample("afsluiten", "besluit om af te sluiten", { besluiten: ["afsluiten"], voorgesteld: null }),
  sample("basis", "basisondersteuning is genoeg", { besluiten: ["basisondersteuning"], voorgesteld: null }),
  sample("leerling", "een leerling van 17", { partijen: ["leerling"], aanspreek: "leerling" }),
  sample("leerling-wacht", "een leerling van 17, dacht nog na en wil niet dat de ouders het horen", {
    partijen: ["leerling"],
    aanspreek: "leerling",
    verteldOp: date("2026-11-20"),
    oudersHoren: false,
  }),
  sample(
    "leerling-ouders-leeg",
    "een leerling van 17, zonder te zeggen of de ouders het mogen horen",
    { partijen: ["leerling"], aanspreek: "leerling" },
    { form: { ...form, akkoordVan: ["leerling"] }, problemen: { oudersHoren: { kind: "leeg" } } },
  ),
];
