import { channelPost, samenvattingCard, samenvattingWords } from "#cards/samenvatting.ts";
import { channelSafeSchema } from "#domain/summary.ts";
import { kanaalstanden, type Vrijgave } from "#domain/vrijgave.ts";
import { type Sample, stamp } from "./sample.ts";

const regel = (caseRef: string, over: object = {}) => ({
  caseRef,
  fase: "besproken",
  regierolFunctie: null,
  loketDoorgezet: false,
  volgendeDatum: null,
  ...over,
});

const post = (over: object = {}, release: Partial<Omit<Vrijgave, "samenvatting">> = {}): Vrijgave => ({
  samenvatting: channelSafeSchema.parse({
    rondeGehoudenOp: "2026-11-23",
    volgendeRondeOp: "2026-12-14",
    regels: [
      regel("HV-1204"),
      regel("HV-3371", { fase: "in_uitvoering", regierolFunctie: "smw", volgendeDatum: "2026-12-04" }),
      regel("HV-8850", { loketDoorgezet: true }),
    ],
    adviesvragen: true,
    teDoen: [
      { functie: "ib", taak: "hulpvragen_aanmelden" },
      { functie: "smw", taak: "aanwezigheid_doorgeven" },
      { functie: "scp", taak: "aanwezigheid_doorgeven" },
      { functie: "jeugdverpleegkundige", taak: "vervanging_regelen" },
    ],
    ...over,
  }),
  bijwerkenOp: "2026-11-26",
  bijgewerkt: false,
  ...release,
});

const empty = { volgendeRondeOp: null, regels: [], adviesvragen: false, teDoen: [] };
const most = Array.from({ length: 40 }, (_, index) =>
  regel(`HV-${1000 + index}`, {
    fase: "in_voorbereiding",
    regierolFunctie: "bpo",
    loketDoorgezet: true,
    volgendeDatum: "2026-12-30",
  }),
);

const before = (kanaalBekend: boolean, lead?: string) =>
  samenvattingCard({ stand: "voorleggen", rondeId: "r1", post: post(), kanaalBekend }, stamp, lead);

export const samples: Sample[] = [
  { name: "samenvatting-kanaal", state: "in het kanaal", card: () => channelPost(post()).card },
  {
    name: "samenvatting-kanaal-bijgewerkt",
    state: "in het kanaal, bijgewerkt op het vaste moment",
    card: () => channelPost(post({}, { bijgewerkt: true })).card,
  },
  {
    name: "samenvatting-kanaal-leeg",
    state: "niets te melden, niets gepland",
    card: () => channelPost(post(empty)).card,
  },
  {
    name: "samenvatting-kanaal-vol",
    state: "veertig regels",
    card: () => channelPost(post({ regels: most })).card,
  },
  { name: "samenvatting-voorleggen", state: "voorzitter, nog niet geplaatst", card: () => before(true) },
  {
    name: "samenvatting-nu-niet",
    state: "voorzitter, na 'Nu niet'",
    card: () => before(true, samenvattingWords.nietNu),
  },
  { name: "samenvatting-geen-kanaal", state: "voorzitter, app niet in het team", card: () => before(false) },
  ...kanaalstanden.map((inKanaal) => ({
    name: `samenvatting-bevestigd-${inKanaal.replace("_", "-")}`,
    state: `voorzitter, vrijgegeven: ${inKanaal.replace("_", " ")}`,
    card: () =>
      samenvattingCard(
        {
          stand: "bevestigd",
          inKanaal,
          rondeId: "r1",
          datum: Temporal.PlainDate.from("2026-11-23"),
          bevestigdOp: Temporal.PlainDate.from("2026-11-24"),
        },
        stamp,
      ),
  })),
];
