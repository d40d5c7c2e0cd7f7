import { bevestigCard, voorstelCard } from "#cards/afsluiting.ts";
import { hulpvraagCard } from "#cards/hulpvraag.ts";
import { beslisCard, geenCard, overbruggingCard } from "#cards/overbrugging.ts";
import { navraagCard, wachtlijstCard, wachtplekCard } from "#cards/wachtlijst.ts";
import type { Dossier } from "#domain/dossier.ts";
import type { OverbruggingFeit } from "#domain/overbrugging.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { wachtkring } from "#domain/see-wachtlijst.ts";
import { hulpSoorten, type WachtplekFeit, wachtAntwoorden } from "#domain/wachtlijst.ts";
import {
  aBesluit,
  aDossier,
  akkoord,
  aRegierol,
  aTermijn,
  aToestemming,
  date,
  now,
  takenBack,
  today,
} from "#test/domain/a-dossier.ts";
import { type Sample, stamp } from "./sample.ts";

const plek: WachtplekFeit = {
  ...{ id: "w1", soort: "jeugdhulp_ggz", sinds: date("2026-09-07"), verwachtTot: date("2027-02-01") },
  ...{ contactId: null, nagevraagdOp: null, uitkomst: null, uitkomstOp: null, geenOverbrugging: null },
  ...{ vervallen: false, overbruggingen: [] },
};
const care: OverbruggingFeit = {
  ...{ id: "o1", soort: "kindgesprekken", doorId: "smw1", door: null, doel: "naar_school" },
  ...{ tot: date("2026-12-18"), einde: null, eindeOp: null, vervallen: false },
};
const bridged = { ...plek, overbruggingen: [{ ...care, id: "o0", einde: "verlengd" as const }, care] };
const speech: WachtplekFeit = {
  ...plek,
  ...{ id: "w2", soort: "logopedie", sinds: date("2026-11-02"), verwachtTot: null, contactId: "bpo1" },
  geenOverbrugging: "niet_wenselijk",
};
const begun: WachtplekFeit = { ...speech, uitkomst: "gestart", uitkomstOp: today };
const held: Partial<Dossier> = {
  status: "in_uitvoering",
  besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
  regierollen: [aRegierol("smw1")],
  koppelingen: [{ persoonId: "bpo1", tot: null }],
  termijnen: [aTermijn("voortgang", "2027-01-12")],
};
const check = aTermijn("wachtlijst_controle", "2026-11-25");
const ends = aTermijn("overbrugging_einde", "2026-11-20");
const seen = (over: Partial<Dossier>, persoonId = "smw1") => {
  const gezien = seeHulpvraag(aDossier({ ...held, ...over }), { persoonId }, now);
  if (!gezien) throw new Error(`${persoonId} sees nothing`);
  return gezien;
};
const kaart = (name: string, state: string, over: Partial<Dossier>, wie?: string): Sample => ({
  name: `wachtlijst-${name}`,
  state,
  card: () => hulpvraagCard(seen(over, wie), stamp),
});
const menu = (name: string, state: string, over: Partial<Dossier>): Sample => ({
  name: `wachtlijst-menu-${name}`,
  state,
  card: () => wachtlijstCard(seen(over), stamp),
});
const zaak = (over: Partial<Dossier> = {}) => ({
  ...{ referentie: "HV-4821", vandaag: today, aanspreek: "ouders" as const },
  gezien: seen(over),
  kring: wachtkring(aDossier({ ...held, ...over }), now),
  houders: ["smw1"],
  uiterlijk: date("2027-03-01"),
});
const first = (over: Partial<Dossier>) => {
  const [found] = seen(over).wachtlijst;
  if (!found) throw new Error("nothing is waited for");
  return found;
};

export const samples: Sample[] = [
  kaart("kaart-nieuw", "net vastgelegd, nog geen overbrugging gekozen", { wachtlijst: [plek] }),
  kaart("kaart-controle", "de maandelijkse controle komt eraan; overbrugging loopt", {
    wachtlijst: [bridged, speech],
    termijnen: [check],
  }),
  kaart("kaart-voorbij", "de overbrugging is voorbij", {
    wachtlijst: [{ ...plek, overbruggingen: [{ ...care, tot: date("2026-11-20") }] }],
    termijnen: [ends],
  }),
  kaart("kaart-weg", "wie overbrugde en contact hield, is weg", {
    wachtlijst: [{ ...plek, contactId: "jv1", overbruggingen: [{ ...care, doorId: "jv1" }] }],
  }),
  kaart("kaart-begonnen", "een hulp is begonnen", { wachtlijst: [bridged, begun] }),
  kaart(
    "kaart-geen-grond",
    "de toestemming is weg, voor de ib",
    { wachtlijst: [bridged], toestemming: takenBack(aToestemming(), date("2026-11-20")) },
    "ib1",
  ),
  kaart("kaart-meedenker", "voor wie meedenkt", { wachtlijst: [bridged] }, "bpo1"),
  menu("leeg", "nog niets", {}),
  menu("twee", "twee, met overbrugging", { wachtlijst: [bridged, speech] }),
  {
    name: "wachtlijst-plek",
    state: "waar wacht de leerling op",
    card: () => wachtplekCard({ ...zaak(), vrij: hulpSoorten }, stamp),
  },
  {
    name: "wachtlijst-plek-fout",
    state: "een dag die nog komt",
    card: () =>
      wachtplekCard({ ...zaak(), vrij: hulpSoorten }, stamp, {
        form: { soort: null, sinds: date("2026-12-01"), verwachtTot: null, contact: "bpo1" },
        problemen: { soort: { kind: "leeg" }, sinds: { kind: "toekomst" } },
      }),
  },
  {
    name: "wachtlijst-plek-aanpassen",
    state: "aanpassen",
    card: () => wachtplekCard({ ...zaak(), vrij: [] }, stamp, { plek: first({ wachtlijst: [speech] }) }),
  },
  {
    name: "wachtlijst-navraag",
    state: "hoe staat het, bij twee",
    card: () => navraagCard({ ...zaak({ wachtlijst: [plek, speech] }), antwoorden: wachtAntwoorden }, stamp),
  },
  {
    name: "wachtlijst-navraag-fout",
    state: "begonnen, zonder dag",
    card: () =>
      navraagCard({ ...zaak({ wachtlijst: [plek] }), antwoorden: wachtAntwoorden }, stamp, {
        form: { jeugdhulp_ggz: { antwoord: "gestart", op: null } },
        problemen: { op_jeugdhulp_ggz: { kind: "leeg" } },
      }),
  },
  {
    name: "wachtlijst-overbrugging",
    state: "komt er overbruggingszorg",
    card: () => overbruggingCard({ ...zaak(), plek: first({ wachtlijst: [plek] }) }, stamp, { erbij: true }),
  },
  {
    name: "wachtlijst-overbrugging-beslis",
    state: "stoppen, verlengen of veranderen; het doel is bereikt",
    card: () =>
      beslisCard(
        {
          ...zaak(),
          plek: first({ wachtlijst: [bridged] }),
          besluiten: ["stoppen", "verlengen", "veranderen"],
        },
        stamp,
        {
          form: { doelcheck: "bereikt", besluit: "verlengen", reden: "doel_bijna", tot: date("2027-01-15") },
          problemen: { doorgaan: "bereikt" },
        },
      ),
  },
  {
    name: "wachtlijst-geen-overbrugging",
    state: "waarom niet",
    card: () => geenCard({ ...zaak(), plek: first({ wachtlijst: [plek] }) }, stamp),
  },
  {
    name: "wachtlijst-afsluiten",
    state: "afsluiten terwijl er nog wordt gewacht",
    card: () => voorstelCard(zaak({ wachtlijst: [bridged, speech] }), stamp),
  },
  {
    name: "wachtlijst-bevestigen",
    state: "afsluiting bevestigen terwijl er nog wordt gewacht",
    card: () =>
      bevestigCard({ ...zaak({ wachtlijst: [bridged] }), voorgesteld: "deels", bereikt: null }, stamp),
  },
];
