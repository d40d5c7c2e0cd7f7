import { actieErbijCard, besluitSent } from "#cards/besluit.ts";
import { hulpvraagCard } from "#cards/hulpvraag.ts";
import { noticeWords } from "#cards/notice.ts";
import { regieCard } from "#cards/regie.ts";
import { waarnemingWeigeren, weigerenCard } from "#cards/regierol-dialog.ts";
import { meedenkersCard, overdrachtCard, regelenCard, waarnemingCard } from "#cards/regierol-regelen.ts";
import type { Dossier } from "#domain/dossier.ts";
import type { NoticeKind } from "#domain/notice.ts";
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

const zaak = { referentie: "HV-4821", vandaag: today, aanspreek: "ouders" } as const;
const kandidaten = [
  { persoonId: "a4c1f2d0-0000-4000-8000-000000000011", naam: "Noor Verbeek", functie: "ib" },
  { persoonId: "a4c1f2d0-0000-4000-8000-000000000012", naam: "Saskia Blom-van Oosterhout", functie: "bpo" },
] as const;
const ibs = [kandidaten[0].persoonId];

const held: Partial<Dossier> = {
  status: "in_uitvoering",
  besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
  regierollen: [aRegierol("smw1")],
  aanbod: anAanbod({ status: "aanvaard", persoonId: "smw1", keuze: "vertrouwensband" }),
};
const away = {
  ...{ id: "w1", voorId: "smw1", doorId: "ib1", van: date("2026-11-30"), tot: date("2026-12-11") },
  ...{ stand: "afgesproken" as const, akkoordOp: null, begonnen: false },
};
const stoodIn: Partial<Dossier> = {
  ...held,
  regierollen: [aRegierol("ib1", { soort: "waarnemend" })],
  waarneming: { ...away, van: date("2026-11-16"), begonnen: true },
};
const wished = {
  ...{ id: "v1", doorId: "smw1", aanId: "bpo1" },
  ...{ reden: "andere_deskundigheid" as const, stand: "voorgesteld" as const },
};

const seen = (persoonId: string, over: Partial<Dossier>) => {
  const gezien = seeHulpvraag(aDossier(over), { persoonId }, now);
  if (!gezien) throw new Error(`${persoonId} sees nothing`);
  return gezien;
};
const sample = (
  name: string,
  state: string,
  persoonId: string,
  over: Partial<Dossier>,
  soort?: NoticeKind,
): Sample => ({
  name: `regelen-${name}`,
  state,
  card: () => hulpvraagCard(seen(persoonId, over), stamp, soort && noticeWords[soort].lead),
});

export const samples: Sample[] = [
  sample("houder", "regierolhouder, met wie meedenkt", "smw1", {
    ...held,
    koppelingen: [{ persoonId: "bpo1", tot: null }],
  }),
  sample("straks-weg", "regierolhouder, straks weg", "smw1", { ...held, waarneming: away }),
  sample("weg", "regierolhouder, nu weg", "smw1", stoodIn),
  sample("waarnemer", "ib neemt vanaf vandaag waar", "ib1", stoodIn, "waarneming_begint"),
  sample(
    "waarneming-gevraagd",
    "gevraagd om waar te nemen",
    "bpo1",
    { ...held, waarneming: { ...away, doorId: "bpo1", stand: "gevraagd", akkoordOp: date("2026-11-20") } },
    "waarneming_gevraagd",
  ),
  sample("terug", "regierolhouder, weer terug", "smw1", held, "regierol_terug"),
  sample(
    "voorstel-ib",
    "ib, de houder wil overdragen",
    "ib1",
    {
      ...held,
      voorstel: wished,
      termijnen: [aTermijn("overdracht_regierol", "2026-11-27", { verantwoordelijke: "ib" })],
    },
    "overdracht_voorgesteld",
  ),
  sample("voorstel-houder", "regierolhouder wil overdragen", "smw1", { ...held, voorstel: wished }),
  sample(
    "onbeantwoord",
    "ib, er kwam geen antwoord",
    "ib1",
    {
      ...held,
      status: "besproken",
      regierollen: [aRegierol("ib1", { soort: "waarnemend" })],
      aanbod: anAanbod({ status: "verlopen" }),
      termijnen: [aTermijn("nieuw_aanbod", "2026-11-27", { verantwoordelijke: "ib" })],
    },
    "regierol_onbeantwoord",
  ),
  {
    name: "regie-lijst",
    state: "wie heeft de regie, met wat te laat is",
    card: () =>
      regieCard(
        [
          seen("ib1", {
            ...held,
            termijnen: [aTermijn("giz", "2026-11-16"), aTermijn("voortgang", "2026-11-18")],
          }),
          { ...seen("ib1", stoodIn), referentie: "HV-3920" },
          { ...seen("ib1", held), referentie: "HV-7710" },
        ],
        stamp,
      ),
  },
  {
    name: "regie-leeg",
    state: "er is niets waar iemand de regie van heeft",
    card: () => regieCard([], stamp),
  },
  {
    name: "regelen-menu-houder",
    state: "regierolhouder: wat er te regelen is",
    card: () => regelenCard(seen("smw1", { ...held, waarneming: away }), stamp),
  },
  {
    name: "regelen-menu-ib",
    state: "ib: wat er te regelen is",
    card: () => regelenCard(seen("ib1", held), stamp),
  },
  {
    name: "regelen-actie",
    state: "een actie afspreken",
    card: () =>
      actieErbijCard(
        { ...zaak, naam: "Sanne Voorbeeld", team: aDossier({}).team.slice(0, 3), sent: besluitSent({}) },
        stamp,
      ),
  },
  {
    name: "regelen-meedenkers",
    state: "wie denkt mee",
    card: () =>
      meedenkersCard({ ...zaak, koppelbaar: kandidaten, gekoppeld: [kandidaten[1].persoonId] }, stamp),
  },
  {
    name: "regelen-meedenkers-niemand",
    state: "de toestemming noemt niemand anders",
    card: () => meedenkersCard({ ...zaak, koppelbaar: [], gekoppeld: [] }, stamp),
  },
  {
    name: "regelen-waarneming",
    state: "waarneming regelen",
    card: () =>
      waarnemingCard(
        { ...zaak, waarnemers: kandidaten, ibs, partijen: ["ouder1", "ouder2"], nu: null },
        stamp,
      ),
  },
  {
    name: "regelen-waarneming-fout",
    state: "zonder akkoord, en een dag te vroeg",
    card: () =>
      waarnemingCard({ ...zaak, waarnemers: kandidaten, ibs, partijen: ["ouder1"], nu: null }, stamp, {
        form: {
          ...{ door: kandidaten[1].persoonId, van: date("2026-12-07"), tot: date("2026-12-01") },
          ...{ akkoordOp: null, akkoordVan: [] },
        },
        problemen: {
          tot: { kind: "te_vroeg", vanaf: date("2026-12-07") },
          akkoordOp: { kind: "leeg" },
          akkoordVan: { kind: "leeg" },
        },
      }),
  },
  {
    name: "regelen-waarneming-niemand",
    state: "er is niemand die kan waarnemen",
    card: () => waarnemingCard({ ...zaak, waarnemers: [], ibs: [], partijen: ["ouder1"], nu: null }, stamp),
  },
  {
    name: "regelen-niet-waarnemen",
    state: "nee tegen waarnemen",
    card: () => weigerenCard(zaak, stamp, { hoe: waarnemingWeigeren }),
  },
  {
    name: "regelen-overdracht",
    state: "overdragen voorstellen",
    card: () => overdrachtCard({ ...zaak, kandidaten }, stamp),
  },
  {
    name: "regelen-overdracht-fout",
    state: "zonder reden verstuurd",
    card: () =>
      overdrachtCard({ ...zaak, kandidaten }, stamp, {
        form: { aan: null, reden: null },
        problemen: { reden: { kind: "leeg" } },
      }),
  },
];
