/** The whole path of one pupil, moment by moment, and who is then shown something for the number. */
import { agendaVerb } from "#cards/agenda.ts";
import { hulpvraagVerb } from "#cards/hulpvraag-verb.ts";
import { regierolVerb } from "#cards/regierol-verb.ts";
import { besluitVerb, rondeVerb } from "#cards/ronde-verb.ts";
import { samenvattingVerb } from "#cards/samenvatting.ts";
import { consent, type Data, fill, type Kind, plan, press, putOn } from "./leak-scene.ts";
import { choice, type Pressed, type Story } from "./story.ts";

/** Named in the toestemming: smw (bram), scp (peter; joost from Friday on) and bpo (saskia). Hanna and Yasmina are not. */
export const zwaan: Kind = {
  mark: /zwaan|kanariepiet/i,
  naam: "Zwaantje Kanariepiet",
  vraag: "vraagzwaan loopt vast",
  partners: "smw,scp,bpo",
};

export interface Moment {
  readonly name: string;
  readonly act: (s: Story, hv: string, kind: Kind) => Promise<unknown>;
  /** Who is shown something for the number; the others cannot tell it from a number of nobody. */
  readonly shown: string;
  /** Of these, who is told what it is about, but not about whom. */
  readonly nameless?: string;
}

const named = "bram noor peter saskia";
const akkoord = { akkoordOp: "2026-11-26", akkoordVan: "ouder1,ouder2" };

export const decide = (s: Story, as: string, data: (opened: Pressed) => Data): Promise<void> =>
  fill(s, as, [besluitVerb.open, besluitVerb.opslaan], data);
export const close = (s: Story, as = "noor"): Promise<void> =>
  fill(s, as, [rondeVerb.vraagSluiten, rondeVerb.sluiten], {});

const dialog =
  (as: string, verbs: readonly [string, string], data: Data | ((opened: Pressed) => Data) = {}) =>
  (s: Story, hv: string) =>
    fill(s, as, verbs, data, hv);

export const moments: readonly Moment[] = [
  { name: "toestemming", act: consent, shown: "noor" },
  {
    name: "klaargezet",
    act: (s, hv) => press(s, "noor", hulpvraagVerb.klaarzetten, hv),
    shown: "noor saskia",
  },
  {
    name: "geagendeerd",
    async act(s, hv) {
      await s.wait("PT1M");
      await plan(s, "2026-11-26", { also: ["Marijke"] });
      await putOn(s, hv);
    },
    shown: named,
  },
  { name: "agenda vast", act: (s) => s.wait("2026-11-24T12:00"), shown: named },
  {
    name: "open",
    async act(s) {
      await s.wait("2026-11-26T13:55");
      await press(s, "noor", rondeVerb.begin);
    },
    shown: named,
  },
  {
    name: "besloten",
    act: (s, _, { vraag }) =>
      decide(s, "noor", (opened) => ({
        besluiten: "regierol_toewijzen",
        afweging: `${vraag}, zegt het team`,
        regierolVoor: choice.of(opened, "regierolVoor", /Hanna/),
        wie1: choice.of(opened, "wie1", /Peter/),
        wat1: `${vraag}, bespreken`,
        datum1: "2026-12-11",
      })),
    shown: named,
  },
  {
    name: "gesloten en geplaatst",
    async act(s) {
      await close(s);
      await press(s, "noor", samenvattingVerb.plaatsen);
    },
    shown: named,
  },
  {
    name: "verteld en aangeboden",
    act: dialog("noor", [regierolVerb.vraagTerugkoppeling, regierolVerb.terugkoppeling], {
      verteldOp: "2026-11-26",
      antwoord: "ja",
      ...akkoord,
    }),
    shown: "bram hanna noor peter saskia",
    nameless: "hanna",
  },
  {
    name: "geweigerd",
    act: dialog("hanna", [regierolVerb.vraagWeigeren, regierolVerb.weigeren], { reden: "geen_tijd" }),
    shown: named,
  },
  {
    name: "opnieuw aangeboden",
    async act(s, hv) {
      await s.wait("PT1M");
      const aan = (opened: Pressed) => ({ aan: choice.of(opened, "aan", /Bram/), ...akkoord });
      await fill(s, "noor", [regierolVerb.vraagAnder, regierolVerb.ander], aan, hv);
    },
    shown: named,
  },
  { name: "aangenomen", act: (s, hv) => press(s, "bram", regierolVerb.aannemen, hv), shown: named },
  { name: "dagberichten", act: (s) => s.wait("2026-12-01T09:00"), shown: named },
  {
    name: "terug naar het schakelteam",
    act: dialog("bram", [regierolVerb.vraagTerug, regierolVerb.terug]),
    shown: named,
  },
  {
    name: "opnieuw geagendeerd",
    async act(s, hv) {
      await plan(s, "2026-12-03");
      await putOn(s, hv);
    },
    shown: named,
  },
  {
    name: "van de agenda gehaald",
    act: (s, hv) => press(s, "noor", agendaVerb.van, hv),
    shown: named,
  },
  {
    name: "besloten om door te gaan",
    async act(s, hv, { vraag }) {
      await putOn(s, hv);
      await s.wait("2026-12-03T13:55");
      await press(s, "noor", rondeVerb.begin);
      await decide(s, "noor", () => ({ besluiten: "doorlopen", afweging: `${vraag}, nog eens` }));
      await close(s);
    },
    shown: `bram joost noor peter saskia`,
  },
  {
    name: "verteld",
    act: dialog("noor", [regierolVerb.vraagTerugkoppeling, regierolVerb.terugkoppeling], {
      verteldOp: "2026-12-03",
    }),
    shown: named,
  },
  {
    name: "afsluiting voorgesteld",
    act: dialog("bram", [regierolVerb.vraagAfsluiten, regierolVerb.afsluiten], { reden: "doel_bereikt" }),
    shown: named,
  },
  {
    name: "afgesloten",
    act: dialog("noor", [regierolVerb.vraagBevestigen, regierolVerb.bevestigen], { verteldOp: "2026-12-03" }),
    shown: "noor",
  },
];
