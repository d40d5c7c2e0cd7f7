import { gezagCard, sentOf, toestemmingCard, toestemmingWords } from "#cards/toestemming-dialog.ts";
import { toestemmingIntrekkenCard } from "#cards/toestemming-intrekken.ts";
import type { ToestemmingGezien } from "#domain/see-toestemming.ts";
import { type Sample, stamp } from "./sample.ts";

const date = (text: string) => Temporal.PlainDate.from(text);

const gezien: ToestemmingGezien = {
  id: "00000000-0000-4000-8000-000000000009",
  versie: 3,
  referentie: "HV-4821",
  naam: "Maria-Fernanda van den Wittenboer-Zwanenburg",
  gezag: "beide_ouders",
  whose: { ok: true, required: ["ouder1", "ouder2"], asked: [] },
  antwoorden: [],
  tafel: ["smw", "wijkteam", "scp", "bpo", "jeugdverpleegkundige"],
  partners: ["smw", "bpo"],
  geldigTot: date("2027-07-31"),
  vandaag: date("2026-11-23"),
  intrekbaar: [],
  mag: { vastleggen: true, intrekken: false },
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
  intrekbaar: ["ouder1"],
};

export const samples: Sample[] = [
  {
    name: "toestemming-gezag",
    state: "gezag nog niet bekend",
    card: () =>
      gezagCard(
        {
          gezien: {
            ...gezien,
            gezag: "onbekend",
            whose: { ok: false, error: { kind: "gezag_controleren" } },
          },
        },
        stamp,
      ),
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
          sent: { ...sentOf(half), antwoord_ouder2: "ja", geldigTot: "2028-01-01" },
          melding: toestemmingWords.stale,
          problemen: {
            op_ouder2: { kind: "leeg" },
            vorm_ouder2: { kind: "leeg" },
            bewaarplaats_ouder2: { kind: "leeg" },
            partners: { kind: "leeg" },
            geldigTot: { kind: "te_laat", uiterlijk: date("2027-07-31") },
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
      toestemmingIntrekkenCard(
        { gezien: { ...half, intrekbaar: ["ouder1", "ouder2"] }, form: { partij: "", op: "2026-11-23" } },
        stamp,
      ),
  },
  {
    name: "toestemming-intrekken-geweigerd",
    state: "datum in de toekomst, niemand gekozen",
    card: () =>
      toestemmingIntrekkenCard(
        {
          gezien: half,
          form: { partij: "", op: "2027-01-01" },
          problemen: { partij: { kind: "leeg" }, op: { kind: "toekomst" } },
        },
        stamp,
      ),
  },
];
