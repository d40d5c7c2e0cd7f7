import { hulpvraagCard } from "#cards/hulpvraag.ts";
import { trajectCard } from "#cards/traject.ts";
import {
  eindCard,
  meerHulpCard,
  planCard,
  startCard,
  stopCard,
  tussenCard,
  verlengCard,
} from "#cards/traject-dialog.ts";
import type { Dossier } from "#domain/dossier.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import type { TrajectFeit } from "#domain/traject.ts";
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

const zaak = { referentie: "HV-4821", vandaag: today, aanspreek: "ouders" } as const;
const begun: TrajectFeit = {
  ...{ id: "t1", gestartOp: date("2026-10-26"), tussen: null, meerHulpOp: null, eindGeplandOp: null },
  ...{ verlengd: null, eind: null, gestopt: null, vervallen: false, genodigden: [] },
};
const halfway: TrajectFeit = { ...begun, tussen: { op: date("2026-11-20"), stand: "bijgesteld" } };
const more: TrajectFeit = { ...halfway, meerHulpOp: date("2026-11-20") };
const asked: TrajectFeit = {
  ...more,
  eindGeplandOp: date("2026-11-26"),
  genodigden: [{ persoonId: "wijk1", gekoppeld: true }],
};
const named = aToestemming({ partners: ["smw", "bpo", "scp", "wijkteam"] });
const held: Partial<Dossier> = {
  status: "in_uitvoering",
  besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
  regierollen: [aRegierol("smw1", { giz: "afgenomen" })],
};
const tussenTerm = aTermijn("traject_tussenevaluatie", "2026-11-23");
const eindTerm = aTermijn("traject_eindevaluatie", "2026-12-18");
const running = (traject: TrajectFeit, over: Partial<Dossier> = {}): Partial<Dossier> => ({
  ...held,
  trajecten: [traject],
  termijnen: traject.tussen ? [eindTerm] : [tussenTerm, eindTerm],
  ...over,
});
const withWijkteam = { toestemming: named, koppelingen: [{ persoonId: "wijk1", tot: null }] };

const seen = (over: Partial<Dossier>, persoonId = "smw1") => {
  const gezien = seeHulpvraag(aDossier(over), { persoonId }, now);
  if (!gezien) throw new Error(`${persoonId} sees nothing`);
  return gezien;
};
const trajectIn = (over: Partial<Dossier>) => {
  const { traject } = seen(over);
  if (!traject) throw new Error("no traject");
  return traject;
};
const kaart = (name: string, state: string, over: Partial<Dossier>, wie?: string): Sample => ({
  name: `traject-kaart-${name}`,
  state,
  card: () => hulpvraagCard(seen(over, wie), stamp),
});
const menu = (name: string, state: string, over: Partial<Dossier>, wie?: string): Sample => ({
  name: `traject-menu-${name}`,
  state,
  card: () => trajectCard(seen(over, wie), stamp),
});

const kandidaten = [
  {
    persoonId: "a4c1f2d0-0000-4000-8000-000000000021",
    naam: "Yasmina El Idrissi",
    functie: "wijkteam",
  },
  { persoonId: "a4c1f2d0-0000-4000-8000-000000000022", naam: "Joris van den Berg", functie: "wijkteam" },
] as const;
const grens = { vanaf: today, uiterlijk: date("2027-01-15") };
const meerHulp = (over: Partial<Dossier>) => ({ ...zaak, traject: trajectIn(over), grens });
const ended = (uitkomst: NonNullable<TrajectFeit["eind"]>["uitkomst"]) =>
  running({ ...halfway, eind: { op: today, uitkomst } }, { termijnen: [] });

export const samples: Sample[] = [
  kaart("tussen", "regierolhouder, vandaag de tussenevaluatie", running(begun)),
  kaart("meer-hulp", "het wijkteam staat niet in de toestemming", running(more)),
  kaart("gepland", "het wijkteam is gevraagd, de dag staat", running(asked, withWijkteam)),
  kaart("wijkteam", "wijkteam, uitgenodigd", running(asked, withWijkteam), "wijk1"),
  kaart("doel-bereikt", "regierolhouder, doel bereikt", ended("doel_bereikt")),
  kaart("meer-hulp-nodig", "ib, er is meer hulp nodig", ended("meer_hulp_nodig"), "ib1"),
  kaart(
    "stil",
    "ib, de toestemming is ingetrokken",
    running(halfway, { toestemming: takenBack(named, date("2026-11-22")) }),
    "ib1",
  ),
  menu("leeg", "nog geen traject", held),
  menu("begonnen", "begonnen", running(begun)),
  menu("wijkteam", "het wijkteam kan worden gevraagd", running(more, { toestemming: named })),
  menu(
    "verlengd",
    "verlengd, en het wijkteam is gevraagd",
    running({ ...asked, verlengd: { op: today, reden: "borgen_in_klas", weken: 4 } }, withWijkteam),
  ),
  menu("opnieuw", "het vorige is klaar", ended("deels")),
  {
    name: "traject-starten",
    state: "starten, zonder observatie",
    card: () => startCard({ ...zaak, geobserveerd: false }, stamp),
  },
  {
    name: "traject-starten-fout",
    state: "voor de regierol begon",
    card: () =>
      startCard({ ...zaak, geobserveerd: true }, stamp, {
        form: { op: date("2026-11-01") },
        problemen: { op: { kind: "te_vroeg", vanaf: date("2026-11-21") } },
      }),
  },
  { name: "traject-tussen", state: "tussenevaluatie", card: () => tussenCard(zaak, stamp) },
  {
    name: "traject-tussen-fout",
    state: "niet alles ingevuld",
    card: () =>
      tussenCard(zaak, stamp, {
        form: { op: today, stand: null, meerHulp: "ja" },
        problemen: { stand: { kind: "leeg" } },
      }),
  },
  {
    name: "traject-wijkteam",
    state: "wie van het wijkteam komt",
    card: () =>
      meerHulpCard({ ...meerHulp(running(more, { toestemming: named })), kandidaten }, stamp, { na: true }),
  },
  {
    name: "traject-wijkteam-dicht",
    state: "op een dag waarop de school dicht is",
    card: () =>
      meerHulpCard(
        { ...meerHulp(running(more, { toestemming: named })), kandidaten: kandidaten.slice(0, 1) },
        stamp,
        {
          form: { wie: [kandidaten[0].persoonId], op: date("2026-12-25") },
          problemen: { op: { kind: "geen_schooldag", volgende: date("2027-01-04") } },
        },
      ),
  },
  {
    name: "traject-wijkteam-niet",
    state: "het wijkteam staat niet in de toestemming",
    card: () => meerHulpCard({ ...meerHulp(running(halfway)), kandidaten: [] }, stamp),
  },
  {
    name: "traject-plannen",
    state: "de eindevaluatie plannen",
    card: () => planCard(meerHulp(running(asked, withWijkteam)), stamp),
  },
  {
    name: "traject-eind",
    state: "eindevaluatie, met het wijkteam erbij",
    card: () => eindCard({ ...zaak, traject: trajectIn(running(asked, withWijkteam)) }, stamp),
  },
  {
    name: "traject-verlengen",
    state: "verlengen",
    card: () => verlengCard({ ...zaak, maxWeken: 8 }, stamp),
  },
  {
    name: "traject-stoppen",
    state: "eerder stoppen",
    card: () => stopCard({ ...zaak, traject: trajectIn(running(asked, withWijkteam)) }, stamp),
  },
];
