import { afgeslotenCard, bevestigCard, voorstelCard } from "#cards/afsluiting.ts";
import { hulpvraagCard } from "#cards/hulpvraag.ts";
import { noticeWords } from "#cards/notice.ts";
import { actieGedaanCard, anderCard, gizCard, terugCard, weigerenCard } from "#cards/regierol-dialog.ts";
import { type Doelbereik, onbekendBereik } from "#domain/doelbereik.ts";
import type { Dossier } from "#domain/dossier.ts";
import { seal } from "#domain/sealed.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  anAanbod,
  anAntwoord,
  aRegierol,
  aTermijn,
  aToestemming,
  date,
  now,
  someLeerling,
  today,
} from "#test/domain/a-dossier.ts";
import { type Sample, stamp } from "./sample.ts";

const zaak = { referentie: "HV-4821", vandaag: today, aanspreek: "ouders" } as const;
const kandidaten = [
  { persoonId: "a4c1f2d0-0000-4000-8000-000000000001", naam: "Bram de Wit", functie: "smw" },
  { persoonId: "a4c1f2d0-0000-4000-8000-000000000002", naam: "Saskia Blom-van Oosterhout", functie: "bpo" },
] as const;
const geweigerd = [kandidaten[0].persoonId];
const acties = [
  {
    id: "a4c1f2d0-0000-4000-8000-000000000003",
    omschrijving: "Gesprek plannen met de ouders",
    datum: date("2026-11-24"),
  },
  { id: "a4c1f2d0-0000-4000-8000-000000000004", omschrijving: null, datum: date("2026-12-01") },
];

const asked = aBesluit(["regierol_toewijzen"]);
const agreed = { ...asked, terugkoppeling: akkoord };
const bereikt: Doelbereik = {
  ...onbekendBereik,
  sociaal_emotioneel: "bereikt",
  ouders: "deels",
  leerkracht: "niet",
};
const held: Partial<Dossier> = {
  status: "in_uitvoering",
  besluiten: [agreed],
  regierollen: [aRegierol("smw1")],
};

/** A pupil who decides alone. */
const zeventien = seal(someLeerling({ geboortemaand: "2009-04", leerjaar: "vo_5" }));
const alone: Partial<Dossier> = {
  leerling: zeventien,
  toestemming: aToestemming({ antwoorden: [anAntwoord("leerling")] }),
};

const sample = (
  name: string,
  state: string,
  persoonId: string,
  over: Partial<Dossier>,
  lead?: string,
): Sample => ({
  name: `regierol-${name}`,
  state,
  card: () => {
    const gezien = seeHulpvraag(aDossier(over), { persoonId }, now);
    if (!gezien) throw new Error(`${persoonId} sees nothing`);
    return hulpvraagCard(gezien, stamp, lead);
  },
});

const waarnemend = [aRegierol("ib1", { soort: "waarnemend" })];
const offered = anAanbod();

export const samples: Sample[] = [
  sample(
    "vertellen",
    "ib, er is een besluit",
    "ib1",
    { besluiten: [asked] },
    noticeWords.ouders_vertellen.lead,
  ),
  sample(
    "gevraagd",
    "gevraagd voor de regierol",
    "smw1",
    { besluiten: [agreed], aanbod: offered, regierollen: waarnemend },
    noticeWords.regierol_aangeboden.lead,
  ),
  sample("wacht", "ib neemt waar en wacht op het antwoord", "ib1", {
    besluiten: [agreed],
    aanbod: offered,
    regierollen: waarnemend,
  }),
  sample("zonder-toestemming", "ib, de toestemming is weg voor het antwoord kwam", "ib1", {
    besluiten: [agreed],
    aanbod: offered,
    regierollen: waarnemend,
    toestemming: aToestemming({ geldigTot: today.subtract({ days: 1 }) }),
  }),
  sample(
    "geweigerd",
    "ib, het aanbod is niet aangenomen",
    "ib1",
    { besluiten: [agreed], aanbod: { ...offered, status: "geweigerd" }, regierollen: waarnemend },
    noticeWords.regierol_geweigerd.lead,
  ),
  sample(
    "geweigerd-actie",
    "ib met een eigen actie: eerst iemand anders vragen",
    "ib1",
    {
      besluiten: [agreed],
      aanbod: { ...offered, status: "geweigerd" },
      weigeringen: [{ besluitId: agreed.id, persoonId: "smw1", reden: "geen_tijd" }],
      regierollen: waarnemend,
      termijnen: [aTermijn("nieuw_aanbod", "2026-11-30", { verantwoordelijke: "ib" })],
      acties: [
        {
          id: "actie1",
          rondeId: null,
          houderId: "ib1",
          omschrijving: seal("De ouders bellen over het vervolg"),
          datum: date("2026-11-24"),
          gedaanOp: null,
          versie: 1,
        },
      ],
    },
    noticeWords.regierol_geweigerd.lead,
  ),
  sample(
    "vertellen-leerling",
    "ib, er is een besluit over een leerling die zelf beslist",
    "ib1",
    {
      ...alone,
      besluiten: [asked],
      termijnen: [aTermijn("terugkoppeling_ouders", "2026-11-30", { verantwoordelijke: "ib" })],
    },
    noticeWords.ouders_vertellen.lead,
  ),
  sample(
    "gevraagd-leerling",
    "gevraagd voor de regierol van een leerling die zelf beslist",
    "smw1",
    { ...alone, besluiten: [agreed], aanbod: offered, regierollen: waarnemend },
    noticeWords.regierol_aangeboden.lead,
  ),
  ...(
    [
      ["nee", "de ouders mogen het niet horen", false],
      ["ja", "de ouders mogen het horen", true],
      ["niet-gevraagd", "niet gevraagd of de ouders het mogen horen", null],
    ] as const
  ).map(([name, state, oudersHoren]) =>
    sample(
      `begint-leerling-${name}`,
      `nieuwe regierolhouder, ${state}`,
      "smw1",
      {
        ...held,
        ...alone,
        besluiten: [{ ...agreed, oudersHoren }],
        termijnen: [aTermijn("eerste_contact", "2026-11-30"), aTermijn("voortgang", "2027-01-18")],
      },
      noticeWords.regierol_begint.lead,
    ),
  ),
  sample(
    "begint",
    "nieuwe regierolhouder",
    "smw1",
    {
      ...held,
      termijnen: [
        aTermijn("eerste_contact", "2026-11-30"),
        aTermijn("giz", "2027-01-18"),
        aTermijn("voortgang", "2027-01-18"),
      ],
    },
    noticeWords.regierol_begint.lead,
  ),
  sample(
    "afsluiten",
    "ib, de houder stelt voor om af te sluiten",
    "ib1",
    { ...held, afsluitingVoorgesteld: "doel_bereikt", doelbereik: bereikt },
    noticeWords.afsluiting_bevestigen.lead,
  ),
  sample(
    "niet-afgesloten",
    "houder, de ib sluit nog niet af",
    "smw1",
    held,
    noticeWords.afsluiting_afgewezen.lead,
  ),
  {
    name: "regierol-afgesloten",
    state: "wie de regierol of een actie had",
    card: () => afgeslotenCard({ referentie: "HV-4821" }),
  },
  {
    name: "regierol-afgelost",
    state: "wie de regierol had en er nu niets meer van ziet",
    card: () => afgeslotenCard({ referentie: "HV-4821", gaatDoor: true }),
  },
  { name: "regierol-weigeren", state: "nee, met een reden", card: () => weigerenCard(zaak, stamp) },
  {
    name: "regierol-weigeren-leeg",
    state: "zonder reden verstuurd",
    card: () => weigerenCard(zaak, stamp, { refused: true }),
  },
  {
    name: "regierol-ander",
    state: "ib vraagt iemand anders",
    card: () => anderCard({ ...zaak, kandidaten, geweigerd, partijen: ["ouder1", "ouder2"] }, stamp),
  },
  {
    name: "regierol-ander-refused",
    state: "één ouder gaf akkoord",
    card: () =>
      anderCard({ ...zaak, kandidaten, geweigerd, partijen: ["ouder1", "ouder2"] }, stamp, {
        form: {
          ...{ aan: kandidaten[0].persoonId, regierolKeuze: null, akkoordOp: today, akkoordVan: ["ouder1"] },
        },
        problemen: { akkoordVan: { kind: "niet_iedereen", ontbreekt: ["ouder2"] } },
      }),
  },
  {
    name: "regierol-ander-niemand",
    state: "niemand in het team kan de regierol nemen",
    card: () => anderCard({ ...zaak, kandidaten: [], geweigerd: [], partijen: ["ouder1"] }, stamp),
  },
  { name: "regierol-giz", state: "GIZ vastleggen", card: () => gizCard(zaak, stamp) },
  {
    name: "regierol-giz-refused",
    state: "niet nodig, zonder reden",
    card: () =>
      gizCard(zaak, stamp, {
        form: { uitkomst: "niet_nodig", op: null, reden: null },
        problemen: { reden: { kind: "leeg" } },
      }),
  },
  {
    name: "regierol-actie",
    state: "twee eigen acties, van één de tekst niet",
    card: () => actieGedaanCard({ ...zaak, acties }, stamp),
  },
  { name: "regierol-terug", state: "terug naar het schakelteam", card: () => terugCard(zaak, stamp) },
  { name: "regierol-afsluiten-voorstel", state: "houder stelt voor", card: () => voorstelCard(zaak, stamp) },
  {
    name: "regierol-afsluiten-voorstel-leeg",
    state: "houder stelt voor zonder te zeggen of het doel is bereikt",
    card: () => voorstelCard(zaak, stamp, bereikt),
  },
  {
    name: "regierol-afsluiten-bevestigen",
    state: "ib bevestigt",
    card: () => bevestigCard({ ...zaak, voorgesteld: "deels", bereikt }, stamp),
  },
  {
    name: "regierol-afsluiten-refused",
    state: "ib bevestigt met een datum in de toekomst",
    card: () =>
      bevestigCard({ ...zaak, voorgesteld: "deels", bereikt: null }, stamp, {
        form: { verteldOp: date("2026-12-24") },
        problemen: { verteldOp: { kind: "toekomst" } },
      }),
  },
];
