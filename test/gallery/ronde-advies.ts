import { rondeCard } from "#cards/ronde.ts";
import { sluitenCard } from "#cards/ronde-dialog.ts";
import type { AdviesOpRonde, AdviesPunt } from "#domain/adviesvraag-view.ts";
import type { RondeGezien } from "#domain/ronde-view.ts";
import { date } from "#test/domain/a-dossier.ts";
import { type Sample, stamp } from "./sample.ts";

const time = (text: string) => Temporal.PlainTime.from(text);

const punt = (over: Partial<AdviesPunt> = {}): AdviesPunt => ({
  id: "5a2b7c1e-0000-4000-8000-0000000000f1",
  versie: 1,
  domein: "gedrag",
  vraag: "Een leerling in de middenbouw raakt overstuur bij elke wisseling van les. Wat helpt?",
  antwoord: null,
  uitkomst: null,
  magVastleggen: false,
  ...over,
});

const ronde = (adviesvragen: AdviesOpRonde, over: Partial<RondeGezien> = {}): RondeGezien => ({
  id: "5a2b7c1e-0000-4000-8000-0000000000e1",
  versie: 3,
  sztId: "5a2b7c1e-0000-4000-8000-0000000000e0",
  scholen: ["De Regenboog"],
  vandaag: date("2026-12-07"),
  datum: date("2026-12-07"),
  begin: time("13:30"),
  eind: time("14:30"),
  duurMinuten: 60,
  plaats: "op_school",
  deelnameLink: null,
  status: "open",
  voorzitter: { persoonId: "p1", naam: "Noor Visser" },
  notulist: null,
  deelnemers: [
    { persoonId: "p1", naam: "Noor Visser", functie: "ib", aanwezigheid: "in_de_kamer" },
    { persoonId: "p2", naam: "Saskia Blom", functie: "bpo", aanwezigheid: "in_de_kamer" },
  ],
  leidt: false,
  schakelteamCompleet: null,
  punten: [],
  omvang: null,
  heleAgenda: false,
  voorstellen: [],
  wachten: [],
  dicht: null,
  eerdereActies: [],
  adviesvragen,
  mag: new Set(),
  ...over,
});

const answered = punt({
  id: "5a2b7c1e-0000-4000-8000-0000000000f2",
  domein: "verzuim",
  vraag: "Hoe praat je met ouders van een leerling die vaak op maandag mist?",
  uitkomst: "advies_gegeven",
  antwoord: "Begin met wat je ziet, en vraag wat maandag moeilijk maakt.",
});
const named = punt({ uitkomst: "hulpvraag_maken", id: "5a2b7c1e-0000-4000-8000-0000000000f3" });

export const samples: Sample[] = [
  {
    name: "ronde-advies-regel",
    state: "deelnemer, vooraf: alleen de regel",
    card: () => rondeCard(ronde({ punten: [], besproken: false }, { status: "gepland" }), stamp),
  },
  {
    name: "ronde-advies-aan-tafel",
    state: "voorzitter, tijdens de ronde",
    card: () =>
      rondeCard(
        ronde({ punten: [punt({ magVastleggen: true }), answered, named], besproken: true }, { leidt: true }),
        stamp,
      ),
  },
  {
    name: "ronde-advies-gesloten",
    state: "deelnemer, na afloop: alleen de regel",
    card: () => rondeCard(ronde({ punten: [], besproken: true }, { status: "gesloten" }), stamp),
  },
  {
    name: "ronde-advies-sluiten",
    state: "er ligt er nog een",
    card: () => sluitenCard(ronde({ punten: [punt()], besproken: false }, { leidt: true }), stamp),
  },
];
