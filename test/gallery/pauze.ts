import { hulpvraagCard } from "#cards/hulpvraag.ts";
import { noticeWords } from "#cards/notice.ts";
import { pauzeCard } from "#cards/pauze.ts";
import { regelenCard } from "#cards/regierol-regelen.ts";
import type { Dossier } from "#domain/dossier.ts";
import type { PauzeFeit } from "#domain/pauze.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  anAanbod,
  aRegierol,
  aTermijn,
  date,
  now,
  today,
} from "#test/domain/a-dossier.ts";
import { type Sample, stamp } from "./sample.ts";

const pauze: PauzeFeit = {
  ...{ id: "p", reden: "gezin_tijdelijk_weg", begonnenOp: now, gestoptOp: null },
  ...{ van: date("2026-11-20"), tot: date("2026-12-18") },
};
const held: Partial<Dossier> = {
  status: "in_uitvoering",
  besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
  regierollen: [aRegierol("smw1")],
  aanbod: anAanbod({ status: "aanvaard", persoonId: "smw1", keuze: "vertrouwensband" }),
  termijnen: [
    aTermijn("giz", "2027-01-15"),
    aTermijn("voortgang", "2027-01-22"),
    aTermijn("driemaandsreview", "2027-02-22"),
  ],
  pauzes: [pauze],
};
const seen = (persoonId: string, over: Partial<Dossier>) => {
  const gezien = seeHulpvraag(aDossier(over), { persoonId }, now);
  if (!gezien) throw new Error(`${persoonId} sees nothing`);
  return gezien;
};
const zaak = {
  ...{ referentie: "HV-4821", vanaf: today, uiterlijk: date("2027-01-18"), keren: 0, kan: true },
};

export const samples: Sample[] = [
  {
    name: "pauze-kaart-houder",
    state: "de aanpak staat stil, voor de regierolhouder",
    card: () => hulpvraagCard(seen("smw1", held), stamp),
  },
  {
    name: "pauze-kaart-ib",
    state: "de houder pauzeerde, bericht aan de ib",
    card: () => hulpvraagCard(seen("ib1", held), stamp, noticeWords.pauze_begonnen.lead),
  },
  {
    name: "pauze-kaart-partner",
    state: "partner die alleen leest",
    card: () => hulpvraagCard(seen("bpo1", held), stamp),
  },
  {
    name: "pauze-menu",
    state: "wat er te regelen is, terwijl het stilstaat",
    card: () => regelenCard(seen("smw1", held), stamp),
  },
  { name: "pauze-vraag", state: "pauzeren", card: () => pauzeCard(zaak, stamp) },
  {
    name: "pauze-vraag-fout",
    state: "te ver, en al een keer gepauzeerd",
    card: () =>
      pauzeCard({ ...zaak, keren: 1 }, stamp, {
        form: { reden: null, tot: date("2027-03-01") },
        problemen: { reden: { kind: "leeg" }, tot: { kind: "te_ver", uiterlijk: zaak.uiterlijk } },
      }),
  },
  {
    name: "pauze-te-vaak",
    state: "twee keer is genoeg",
    card: () => pauzeCard({ ...zaak, keren: 2, kan: false }, stamp),
  },
];
