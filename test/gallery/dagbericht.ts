import { type DagberichtData, dagberichtCard, dagberichtWords } from "#cards/dagbericht.ts";
import { dagberichtTijdCard } from "#cards/dagbericht-tijd.ts";
import { uitstelWords } from "#cards/reminder.ts";
import { mijnRegierolCard, planCard, takenCard, uitstelCard } from "#cards/taken.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { type TaakGezien, taakWeg } from "#domain/taak.ts";
import { termKinds } from "#domain/termijn-table.ts";
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

function aTaak(over: Partial<TaakGezien> = {}): TaakGezien {
  const soort = over.soort ?? "eerste_contact";
  return {
    id: `term-${soort}`,
    versie: 1,
    hulpvraagId: "h1",
    hulpvraagVersie: 4,
    soort,
    stand: "vandaag",
    vervalt: today,
    referentie: "HV-4821",
    school: "De Regenboog",
    aanspreek: "ouders",
    leerling: "Noor Voorbeeld",
    omschrijving: null,
    vanMij: true,
    verantwoordelijke: "regierolhouder",
    wie: "Saskia de Wit",
    weg: taakWeg[soort],
    kanUitstellen: true,
    ...over,
  };
}

const groups: TaakGezien[] = [
  aTaak({ soort: "giz", stand: "te_laat", vervalt: date("2026-11-16") }),
  aTaak({
    soort: "eerste_contact",
    stand: "te_laat",
    vervalt: date("2026-11-13"),
    vanMij: false,
    weg: { soort: "kaart" },
    kanUitstellen: false,
    referentie: "HV-2093",
    leerling: null,
  }),
  aTaak({
    soort: "terugkoppeling_ouders",
    stand: "te_laat",
    vervalt: date("2026-11-12"),
    vanMij: false,
    verantwoordelijke: "ib",
    wie: null,
    weg: { soort: "kaart" },
    kanUitstellen: false,
    referentie: "HV-2093",
    leerling: null,
  }),
  aTaak({ soort: "actie", omschrijving: "Gesprek plannen over [thuis](https://example.org)" }),
  aTaak({
    soort: "terugkoppeling_ouders",
    stand: "binnenkort",
    vervalt: date("2026-11-26"),
    referentie: "HV-7310",
  }),
];
const many = termKinds.map((soort, index) =>
  aTaak({
    id: `term-${index}`,
    soort,
    stand: index < 6 ? "te_laat" : "binnenkort",
    vervalt: today.add({ days: index - 6 }),
  }),
);

const lang =
  "Bel de ouders terug over het gesprek van vorige week, vraag of het beter gaat met het slapen, en spreek af wanneer we weer bellen";

const sample = (name: string, state: string, data: Partial<DagberichtData>, lead?: string): Sample => ({
  name: `dagbericht-${name}`,
  state,
  card: () =>
    dagberichtCard({ datum: today, vandaag: today, taken: groups, vervallen: false, ...data }, stamp, lead),
});

const regierollen = ["smw1"].flatMap((persoonId) => {
  const dossier = aDossier({
    status: "in_uitvoering",
    besluiten: [aBesluit(["regierol_toewijzen"], { terugkoppeling: akkoord })],
    regierollen: [aRegierol(persoonId)],
    termijnen: [aTermijn("eerste_contact", "2026-11-30")],
  });
  return seeHulpvraag(dossier, { persoonId }, now) ?? [];
});

const uitstel = {
  soort: "eerste_contact",
  referentie: "HV-4821",
  na: date("2026-11-30"),
  uiterlijk: date("2026-12-14"),
  voorstel: date("2026-12-03"),
} as const;

const plan = {
  soort: "eerste_contact",
  referentie: "HV-4821",
  vanaf: date("2026-11-24"),
  uiterlijk: date("2026-11-27"),
} as const;

/** What is done from the message itself, and what is late with somebody else on a hulpvraag that shows nothing. */
const elders: TaakGezien[] = [
  ...(
    ["traject_tussenevaluatie", "overbrugging_einde", "loket_ontvangst", "afsluiten_voorstellen"] as const
  ).map((soort) => aTaak({ soort })),
  aTaak({
    ...{
      soort: "traject_eindevaluatie",
      stand: "te_laat",
      vervalt: date("2026-11-16"),
      referentie: "HV-2093",
    },
    ...{ vanMij: false, verhuld: true, weg: { soort: "kaart" }, kanUitstellen: false, leerling: null },
  }),
];

export const samples: Sample[] = [
  sample("groepen", "te laat, vandaag en binnenkort", {}),
  sample("elders", "traject, overbrugging en aanmelding, en iets dat bij een ander te laat is", {
    taken: elders,
  }),
  sample(
    "een",
    "één taak, net één gedaan",
    {
      taken: [aTaak(), aTaak({ soort: "voortgang", stand: "gedaan" })],
    },
    dagberichtWords.done,
  ),
  sample(
    "later",
    "de enige taak is net later gezet",
    { taken: [aTaak({ stand: "later", vervalt: date("2026-12-03") })] },
    undefined,
  ),
  sample("klaar", "alles gedaan", { taken: groups.map((taak) => ({ ...taak, stand: "gedaan" })) }),
  sample("laat", "Zorgronde was drie dagen weg, en één taak las je al", {
    taken: [
      aTaak({ stand: "te_laat", vervalt: date("2026-11-19"), laat: true }),
      aTaak({ soort: "actie", omschrijving: lang, kort: true }),
    ],
  }),
  sample("gepland", "binnenkort, met een eigen dag", {
    taken: [
      aTaak({
        ...{
          stand: "binnenkort",
          vervalt: date("2026-11-27"),
          kanPlannen: true,
          gepland: date("2026-11-25"),
        },
        kanOverdragen: true,
      }),
    ],
  }),
  sample("gelezen", "alles eerder gelezen en nog niet gedaan", {
    taken: [aTaak({ kort: true }), aTaak({ soort: "actie", omschrijving: lang, kort: true })],
  }),
  sample("vervallen", "één gedaan, de andere is niet meer nodig", {
    taken: [aTaak({ stand: "gedaan" })],
    vervallen: true,
  }),
  sample("leeg", "niets meer te zien, toestemming ingetrokken", { taken: [], vervallen: true }),
  sample("oud", "een bericht van vorige week", { datum: date("2026-11-16") }),
  sample("veel", "meer dan er past", { taken: many }),
  {
    name: "dagbericht-taken",
    state: "mijn taken",
    card: () => takenCard({ taken: groups.filter(({ vanMij }) => vanMij), vandaag: today }, stamp),
  },
  {
    name: "dagbericht-taken-geen",
    state: "geen taken",
    card: () => takenCard({ taken: [], vandaag: today }, stamp),
  },
  {
    name: "dagbericht-regierol",
    state: "mijn regierollen",
    card: () => mijnRegierolCard(regierollen, stamp),
  },
  { name: "dagbericht-regierol-geen", state: "geen regierol", card: () => mijnRegierolCard([], stamp) },
  { name: "dagbericht-uitstel", state: "later doen", card: () => uitstelCard(uitstel, stamp) },
  {
    name: "dagbericht-uitstel-refused",
    state: "op een dag dat de school dicht is",
    card: () =>
      uitstelCard(uitstel, stamp, {
        form: { op: date("2026-12-05"), reden: "wacht_op_ouders" },
        melding: uitstelWords({ kind: "geen_schooldag", volgende: date("2026-12-07") }),
      }),
  },
  {
    name: "dagbericht-plan",
    state: "een eigen dag kiezen",
    card: () => planCard({ ...plan, gepland: null }, stamp),
  },
  {
    name: "dagbericht-plan-fout",
    state: "een dag die niet kan",
    card: () => planCard({ ...plan, gepland: date("2026-11-25") }, stamp, true),
  },
  {
    name: "dagbericht-tijd",
    state: "weg van 7 tot en met 11 december",
    card: () =>
      dagberichtTijdCard(
        {
          nu: {
            uur: "08:00",
            verlof: { van: date("2026-12-07"), tot: date("2026-12-11") },
            zonder: ["acties"],
          },
          vandaag: today,
        },
        stamp,
      ),
  },
  {
    name: "dagbericht-tijd-fout",
    state: "zonder laatste dag",
    card: () =>
      dagberichtTijdCard(
        {
          nu: { uur: "10:00", verlof: null, zonder: [] },
          vandaag: today,
          form: { uur: "10:00", van: date("2026-12-07"), tot: null, zonder: [] },
          problemen: { tot: { kind: "beide_of_geen" } },
        },
        stamp,
      ),
  },
];
