import { weekberichtCard } from "#cards/weekbericht.ts";
import { digestSafeSchema, type WeekberichtGezien } from "#domain/digest.ts";
import type { Sample } from "./sample.ts";

const link =
  "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmUtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0?context=%7b%7d";
const present = (functie: string, verwacht: number, aanwezig: number, vervangen = 0) => ({
  functie,
  verwacht,
  aanwezig,
  vervangen,
  onbekend: 0,
});
const ronde = (op: string, over: object = {}) => ({
  op,
  begin: "13:30",
  plaats: "op_school_en_online",
  deelnameLink: link,
  ...over,
});

const hours = (functie: string, uren: number | null, over: object = {}) => ({
  ...{ functie, mensen: 1, uren, verwacht: 4, geweest: 4 },
  ...over,
});

const digest = (over: object = {}) =>
  digestSafeSchema.parse({
    week: "2026-11-23",
    gehouden: [
      {
        op: "2026-11-17",
        aanwezigheid: [
          present("ib", 1, 1),
          present("smw", 2, 1, 1),
          present("scp", 1, 0),
          present("bpo", 1, 1),
        ],
      },
    ],
    komend: [ronde("2026-12-08"), ronde("2026-12-15", { deelnameLink: null, plaats: "op_school" })],
    gevraagd: [],
    inzet: [
      hours("ib", 24),
      hours("smw", 12, { verwacht: 8, geweest: 7 }),
      hours("wijkteam", 4, { mensen: 2, verwacht: 4, geweest: 2 }),
      hours("bpo", null),
    ],
    vacatures: [{ plek: "scp", sinds: "2026-11-02" }],
    wisselingen: [{ functie: "wijkteam", gekomen: 1, gegaan: 1 }],
    samenwerken: {
      op: "2026-11-16",
      cijfer: 7,
      vorige: 6,
      helpt: ["vaste_gezichten", "korte_lijnen"],
      hindert: ["te_weinig_uren"],
    },
    ...over,
  });

const quiet = {
  gehouden: [],
  komend: [],
  gevraagd: ["ib_aanwijzen", "voorzitter_aanwijzen", "kernteamlid_vragen", "rondes_plannen"],
  inzet: [],
  vacatures: ["ib", "kernteam", "smw", "wijkteam", "scp"].map((plek) => ({ plek, sinds: null })),
  wisselingen: [],
  samenwerken: null,
};
const functies = [
  "ib",
  "coo",
  "smw",
  "wijkteam",
  "scp",
  "bpo",
  "orthopedagoog",
  "jeugdverpleegkundige",
  "jeugdarts",
];
const crowded = {
  gehouden: [
    {
      op: "2026-11-17",
      aanwezigheid: functies.map((functie) => present(functie, 2, 1, 1)),
    },
  ],
  komend: ["24", "25", "26", "27"].map((day) => ronde(`2026-11-${day}`)),
  gevraagd: quiet.gevraagd,
  vacatures: quiet.vacatures,
  inzet: functies.map((functie) => hours(functie, 12.5, { mensen: 2, verwacht: 8, geweest: 7 })),
  wisselingen: functies.map((functie) => ({ functie, gekomen: 1, gegaan: 1 })),
  samenwerken: { op: "2026-11-16", cijfer: null, vorige: null, helpt: [], hindert: [] },
};

const week = Temporal.PlainDate.from("2026-11-23");
const sample = (name: string, state: string, teams: WeekberichtGezien["teams"]): Sample => ({
  name: `weekbericht-${name}`,
  state,
  card: () => weekberichtCard({ week, teams }),
});

export const samples: Sample[] = [
  sample("gewoon", "directeur van één school", [{ naam: "SZT De Regenboog", digest: digest() }]),
  sample("leeg", "niets gehouden, niets gepland, alles gevraagd", [
    { naam: "SZT De Regenboog", digest: digest(quiet) },
  ]),
  sample("twee-teams", "directeur van twee scholen", [
    { naam: "SZT De Regenboog", digest: digest() },
    { naam: "SZT Het Kompas", digest: digest(quiet) },
  ]),
  sample(
    "veel-teams",
    "directeur van twaalf scholen, vol",
    Array.from({ length: 12 }, (_, index) => ({
      naam: `SZT School ${index + 1} [klik](https://example.org)`,
      digest: digest(crowded),
    })),
  ),
];
