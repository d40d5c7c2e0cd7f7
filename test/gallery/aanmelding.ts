import { aanmeldingenCard, naLoketCard, stapCard, versturenCard } from "#cards/aanmelding.ts";
import { hulpvraagCard } from "#cards/hulpvraag.ts";
import type { AanmeldingFeit } from "#domain/aanmelding.ts";
import type { Dossier } from "#domain/dossier.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  aRegierol,
  aTermijn,
  date,
  now,
  today,
} from "#test/domain/a-dossier.ts";
import { type Sample, stamp } from "./sample.ts";

const zaak = { referentie: "HV-4821", vandaag: today, aanspreek: "ouders" } as const;
const forLoket: Partial<Dossier> = {
  status: "besproken",
  besluiten: [aBesluit(["doorzetten_loket"], { terugkoppeling: { ...akkoord, akkoord: "niet_nodig" } })],
};
const sent: AanmeldingFeit = {
  ...{ id: "a", bij: "loket", gemaaktOp: now, verstuurdOp: date("2026-11-20"), vervallen: false },
  ...{ ontvangenOp: null, opgepaktOp: null, nagevraagdOp: null, uitkomst: null, uitkomstOp: null },
};
const ib = { verantwoordelijke: "ib" } as const;
const seen = (over: Partial<Dossier>, persoonId = "ib1") => {
  const gezien = seeHulpvraag(aDossier(over), { persoonId }, now);
  if (!gezien) throw new Error(`${persoonId} sees nothing`);
  return gezien;
};
const waiting = { ...forLoket, termijnen: [aTermijn("loket_versturen", "2026-11-30", ib)] };
const taken = {
  ...forLoket,
  aanmeldingen: [{ ...sent, ontvangenOp: date("2026-11-20"), opgepaktOp: date("2026-11-23") }],
  termijnen: [aTermijn("loket_navragen", "2026-12-23", ib)],
};
const ended = {
  ...forLoket,
  aanmeldingen: [{ ...sent, uitkomst: "toegekend" as const, uitkomstOp: today }],
};
const held: Partial<Dossier> = {
  status: "in_uitvoering",
  besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
  regierollen: [aRegierol("smw1")],
  aanmeldingen: [{ ...sent, bij: "wijkteam" }],
  termijnen: [aTermijn("wijkteam_ontvangst", "2026-11-27", ib)],
};

const menu = (name: string, state: string, over: Partial<Dossier>): Sample => ({
  name,
  state,
  card: () => aanmeldingenCard(seen(over), stamp),
});
const kaart = (name: string, state: string, over: Partial<Dossier>, wie?: string): Sample => ({
  name,
  state,
  card: () => hulpvraagCard(seen(over, wie), stamp),
});

export const samples: Sample[] = [
  kaart("aanmelding-kaart-versturen", "de ronde besloot, nog niet verstuurd", waiting),
  kaart("aanmelding-kaart-opgepakt", "opgepakt, nog geen uitkomst", taken),
  kaart("aanmelding-kaart-uitkomst", "er is een uitkomst", ended),
  kaart("aanmelding-kaart-houder", "bij het wijkteam, voor de regierolhouder", held, "smw1"),
  menu("aanmelding-menu-versturen", "nog niet verstuurd", waiting),
  menu("aanmelding-menu-opgepakt", "bij het Loket opgepakt", taken),
  menu("aanmelding-menu-uitkomst", "uitkomst", ended),
  {
    name: "aanmelding-versturen",
    state: "vastleggen dat het is verstuurd",
    card: () =>
      versturenCard(
        { ...zaak, partijen: ["ouder1", "ouder2"], alGedaan: ["gesprek_ouders", "observatie"] },
        stamp,
        { bij: "loket" },
      ),
  },
  {
    name: "aanmelding-versturen-fout",
    state: "een van de twee gaf akkoord",
    card: () =>
      versturenCard({ ...zaak, partijen: ["ouder1", "ouder2"], alGedaan: [] }, stamp, {
        bij: "wijkteam",
        form: { verstuurdOp: today, akkoordOp: today, akkoordVan: ["ouder1"] },
        problemen: { akkoordVan: { kind: "niet_iedereen", ontbreekt: ["ouder2"] } },
      }),
  },
  ...[taken].map((over) => ({
    name: "aanmelding-stap",
    state: "hoe staat het",
    card: () => {
      const [gezien] = seen(over).aanmeldingen;
      if (!gezien) throw new Error("nothing to follow");
      return stapCard(zaak, stamp, { gezien });
    },
  })),
  { name: "aanmelding-sluiten", state: "afsluiten na het Loket", card: () => naLoketCard(zaak, stamp) },
];
