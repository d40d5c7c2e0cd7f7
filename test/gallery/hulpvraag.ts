import { hulpvraagCard, intrekkenCard, mijnHulpvragenCard } from "#cards/hulpvraag.ts";
import { noticeWords } from "#cards/notice.ts";
import { nogNietWords } from "#cards/toestemming.ts";
import type { Dossier } from "#domain/dossier.ts";
import type { HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import { seal, sealLocked } from "#domain/sealed.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  anAanbod,
  anAgendapunt,
  anAntwoord,
  anUitzondering,
  aRegierol,
  aRonde,
  aTermijn,
  aToestemming,
  date,
  now,
} from "#test/domain/a-dossier.ts";
import { type Sample, stamp } from "./sample.ts";

function gezien(persoonId: string, over: Partial<Dossier>): HulpvraagGezien {
  const seen = seeHulpvraag(aDossier(over), { persoonId }, now);
  if (!seen) throw new Error(`${persoonId} sees nothing`);
  return seen;
}

const sample = (
  name: string,
  state: string,
  persoonId: string,
  over: Partial<Dossier>,
  lead?: string,
): Sample => ({
  name: `hulpvraag-${name}`,
  state,
  card: () => hulpvraagCard(gezien(persoonId, over), stamp, lead),
});

const fresh: Partial<Dossier> = { status: "concept", agendapunten: [], toestemming: null };
const planned = [
  anAgendapunt({ status: "gepland", ronde: aRonde({ datum: date("2026-12-07"), status: "gepland" }) }),
];
const bewaard = noticeWords.hulpvraag_concept.lead;
const withdrawn = aToestemming({
  antwoorden: [
    ...aToestemming().antwoorden,
    anAntwoord("ouder2", { soort: "ingetrokken", op: date("2026-11-20") }),
  ],
});
const running: Partial<Dossier> = {
  status: "in_uitvoering",
  besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
  regierollen: [aRegierol("smw1")],
  acties: [
    {
      id: "actie1",
      houderId: "smw1",
      omschrijving: seal("Gesprek plannen met de ouders over [thuis](https://example.org)"),
      datum: date("2026-11-24"),
      rondeId: null,
      gedaanOp: null,
      versie: 1,
    },
    {
      id: "actie2",
      houderId: "lpa1",
      omschrijving: seal("Verzuim bespreken"),
      datum: date("2026-11-30"),
      rondeId: null,
      gedaanOp: null,
      versie: 1,
    },
  ],
  termijnen: [
    aTermijn("eerste_contact", "2026-11-20"),
    aTermijn("giz", "2027-01-18"),
    aTermijn("voortgang", "2027-01-18"),
  ],
};
const long = seal(`${"Wat kunnen we doen om de rust terug te brengen ".repeat(6).trim()}?`);

export const samples: Sample[] = [
  sample(
    "concept-stap-1",
    "ib, eerste stap net bewaard",
    "ib1",
    { ...fresh, stap: 1, vraag: null, domeinen: [], urgentie: null, aanTafel: [] },
    bewaard,
  ),
  sample(
    "concept-stap-2",
    "ib, twee stappen bewaard",
    "ib1",
    { ...fresh, stap: 2, urgentie: null, aanTafel: [] },
    bewaard,
  ),
  sample("concept-zonder-toestemming", "ib, intake af", "ib1", {
    ...fresh,
    vraag: long,
    gedaanToelichting: seal("Eerste regel.\nTweede *regel*."),
    oudersVraag: seal("Blijft zij op deze school?"),
    alGedaan: ["gesprek_ouders", "basisondersteuning_smw"],
  }),
  sample("onleesbaar", "ib, er ontbreekt een sleutel", "ib1", {
    status: "klaargezet",
    vraag: sealLocked(() => {
      throw new Error("no key");
    }),
  }),
  sample("concept-gezag-onbekend", "ib, gezag nog niet nagekeken", "ib1", { ...fresh, gezag: "onbekend" }),
  sample("concept-halve-toestemming", "ib, het antwoord van ouder 2 ontbreekt", "ib1", {
    ...fresh,
    toestemming: aToestemming({ antwoorden: aToestemming().antwoorden.slice(0, 1) }),
  }),
  sample("concept-klaar", "ib, toestemming rond: klaar om klaar te zetten", "ib1", {
    ...fresh,
    toestemming: aToestemming(),
  }),
  {
    name: "hulpvraag-klaarzetten-geweigerd",
    state: "ib drukt op een oude knop, de grond ontbreekt",
    card: () => {
      const seen = gezien("ib1", fresh);
      return hulpvraagCard(seen, stamp, nogNietWords(seen.toestemming?.ontbreekt ?? []));
    },
  },
  sample("klaargezet", "ib, wacht op de ronde", "ib1", { status: "klaargezet", agendapunten: [] }),
  sample("geagendeerd-ib", "ib, op de agenda", "ib1", { status: "geagendeerd", agendapunten: planned }),
  sample("geagendeerd-partner", "genoemde partner, op de agenda", "smw1", {
    status: "geagendeerd",
    agendapunten: planned,
  }),
  sample("niet-gehouden", "ib en voorzitter, de ronde is niet gehouden", "ib1", {
    status: "geagendeerd",
    agendapunten: [anAgendapunt({ status: "gepland", ronde: aRonde({ status: "gepland" }) })],
  }),
  sample("uitzondering-kring", "kring van de directeur, op de agenda", "bpo1", {
    status: "geagendeerd",
    agendapunten: [
      anAgendapunt({
        status: "gepland",
        ronde: aRonde({ id: "r7", datum: date("2026-11-26"), status: "gepland" }),
      }),
    ],
    toestemming: null,
    uitzondering: anUitzondering({ deelnemers: ["ib1", "bpo1"] }),
  }),
  sample("ingetrokken-toestemming", "ib, een ouder heeft ingetrokken", "ib1", {
    ...fresh,
    toestemming: withdrawn,
  }),
  sample("uitvoering-nee", "ib, een ouder heeft ingetrokken: eerst praten, het werk rust", "ib1", {
    ...running,
    toestemming: withdrawn,
    termijnen: [
      ...(running.termijnen ?? []),
      aTermijn("gesprek_ouders", "2026-11-27", { verantwoordelijke: "ib" }),
      aTermijn("stop_verwerking", "2026-11-25"),
    ],
  }),
  sample("bezwaar-voorbij", "ib, de tijd voor bezwaar is voorbij", "ib1", {
    ...fresh,
    toestemming: aToestemming(),
    termijnen: [aTermijn("bezwaartermijn", "2026-11-20", { verantwoordelijke: "ib" })],
  }),
  sample("verlopen", "ib, de toestemming is verlopen", "ib1", {
    status: "besproken",
    toestemming: aToestemming({ geldigTot: date("2026-11-22") }),
  }),
  sample("besproken-ib", "ib, vertel het de ouders", "ib1", {
    besluiten: [aBesluit(["regierol_toewijzen", "doorzetten_loket"])],
    termijnen: [aTermijn("terugkoppeling_ouders", "2026-11-27", { verantwoordelijke: "ib" })],
  }),
  sample("aanbod", "gevraagd voor de regierol: de vraag, niet de naam", "smw1", {
    toestemming: aToestemming({ partners: ["bpo"] }),
    besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
    aanbod: anAanbod(),
  }),
  sample("uitvoering-houder", "regierolhouder", "smw1", running),
  sample("uitvoering-ib", "ib, anderen doen het werk", "ib1", running),
  sample("uitvoering-actiehouder", "actiehouder zonder toestemming voor de inhoud", "lpa1", running),
  sample("afgesloten", "ib leest terug", "ib1", {
    status: "afgesloten",
    afsluitreden: "doel_bereikt",
    besluiten: [aBesluit(["afsluiten"])],
  }),
  sample("ingetrokken", "ib, zonder naam", "ib1", { status: "ingetrokken", agendapunten: [] }),
  sample("ingetrokken-afhandelen", "ib, er is nog iets te doen", "ib1", {
    ...running,
    status: "ingetrokken",
    termijnen: [aTermijn("intrekking_afhandelen", "2026-12-07", { verantwoordelijke: "ib" })],
  }),
  {
    name: "hulpvraag-intrekken",
    state: "bevestigen",
    card: () => intrekkenCard({ referentie: "HV-4821" }, stamp),
  },
  {
    name: "hulpvraag-lijst",
    state: "twee open hulpvragen",
    card: () =>
      mijnHulpvragenCard(
        [
          gezien("ib1", fresh),
          gezien("ib1", { status: "klaargezet", agendapunten: [], referentie: "HV-1002" }),
        ],
        stamp,
      ),
  },
  { name: "hulpvraag-lijst-leeg", state: "geen open hulpvraag", card: () => mijnHulpvragenCard([], stamp) },
];
