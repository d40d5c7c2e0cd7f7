import { z } from "zod/v4";
import type { Besluit } from "./code.ts";
import type { TermEventKind } from "./termijn-event.ts";
import type { TermSetting } from "./termijn-setting.ts";

export const termKinds = [
  "terugkoppeling_ouders",
  "akkoord_regierol",
  "aanbod_regierol",
  "nieuw_aanbod",
  "overdracht_regierol",
  "eerste_contact",
  "giz",
  "actielijnen",
  "voortgang",
  "driemaandsreview",
  "actie",
  "meer_informatie",
  "toestemming_verloopt",
  "bezwaartermijn",
  "afsluiten_voorstellen",
  "afsluiting_bevestigen",
  "intrekking_afhandelen",
  "gesprek_ouders",
  "stop_verwerking",
  "meldcode_stap",
  "uitzondering_vastleggen",
  "ouders_achteraf",
  "traject_tussenevaluatie",
  "traject_eindevaluatie",
  "wachtlijst_controle",
  "overbrugging_einde",
  "loket_versturen",
  "loket_ontvangst",
  "loket_oppakken",
  "loket_navragen",
  "wijkteam_ontvangst",
  "wijkteam_oppakken",
  "wijkteam_navragen",
  "verslag",
] as const;
export const termKindSchema = z.enum(termKinds);
export type TermKind = (typeof termKinds)[number];

/** Who has to act, as a relation to the case or the round; `regierolhouder` is the waarnemer when there is none. */
export const verantwoordelijken = [
  "ib",
  "regierolhouder",
  "actiehouder",
  "aangeboden",
  "voorzitter",
] as const;
export const verantwoordelijkeSchema = z.enum(verantwoordelijken);
export type Verantwoordelijke = (typeof verantwoordelijken)[number];

/** What the card offers: done in one press, a dialog that asks what is needed, or a later date with a reason. */
export type TermAct = "gereed" | "invullen" | "uitstellen";

/** Which reminders go with it; the ladders stand in reminder.ts. */
export type LadderKind = "gewoon" | "vooruit" | "na_afloop" | "tot_de_dag";

export interface TermRow {
  readonly rule:
    | {
        readonly unit: "schooldagen" | "schoolweken" | "maanden";
        readonly setting: TermSetting;
        readonly ahead?: true;
      }
    | { readonly unit: "vast" };
  readonly responsible: Verantwoordelijke;
  readonly acts: readonly TermAct[];
  readonly ladder: LadderKind;
  readonly starts: readonly TermEventKind[];
  /** Starts only with this besluit. */
  readonly besluit?: Besluit;
  /** What does it. */
  readonly ends: readonly TermEventKind[];
  /** After which it is asked of nobody any more, and nobody did it. */
  readonly drops: readonly TermEventKind[];
  /** It falls away when the hulpvraag is closed or withdrawn. */
  readonly endsWithCase: boolean;
  /**
   * It stands still in a pause of the hulpvraag. Only what the school and its partners do of the approach itself: what law,
   * safety, parents, consent or another organisation wait for goes on, and so does the review of 003.
   */
  readonly pauzeert: boolean;
  /** Others may not know that it is there: it tells what was discussed without the parents. */
  readonly forIbAlone: boolean;
  /** The seed it comes from. */
  readonly source: string;
}

const days = (setting: TermSetting) => ({ unit: "schooldagen", setting }) as const;
const weeks = (setting: TermSetting) => ({ unit: "schoolweken", setting }) as const;
const months = (setting: TermSetting) => ({ unit: "maanden", setting }) as const;

/** What most rows share: reminded in the usual way, and over when the hulpvraag is. */
type Usual = "ladder" | "drops" | "endsWithCase" | "pauzeert" | "forIbAlone";
const row = (own: Omit<TermRow, Usual> & Partial<Pick<TermRow, Usual>>): TermRow => ({
  ladder: "gewoon",
  drops: [],
  endsWithCase: true,
  pauzeert: false,
  forIbAlone: false,
  ...own,
});

/** Every term of a hulpvraag or a round. A new one is a row here and a sentence in adaptive-cards. */
export const termTable: Readonly<Record<TermKind, TermRow>> = {
  terugkoppeling_ouders: row({
    rule: days("terugkoppeling_schooldagen"),
    responsible: "ib",
    acts: ["gereed", "uitstellen"],
    starts: ["besluit_vastgelegd"],
    ends: ["ouders_geinformeerd"],
    source: "003",
  }),
  akkoord_regierol: row({
    rule: days("akkoord_schooldagen"),
    responsible: "ib",
    acts: ["invullen", "uitstellen"],
    starts: ["besluit_vastgelegd", "akkoord_opnieuw"],
    besluit: "regierol_toewijzen",
    ends: ["akkoord_gegeven", "akkoord_geweigerd", "regierol_aangeboden"],
    source: "003",
  }),
  aanbod_regierol: row({
    rule: days("aanbod_schooldagen"),
    responsible: "aangeboden",
    acts: ["invullen"],
    starts: ["regierol_aangeboden"],
    ends: ["aanbod_aanvaard", "aanbod_geweigerd"],
    drops: ["aanbod_vervallen", "aanbod_verlopen", "akkoord_geweigerd"],
    // After its last day it lapses: there is nothing to be late with.
    ladder: "tot_de_dag",
    source: "003",
  }),
  /** Who was asked said no: the ib holds it warm, and asks somebody else. */
  nieuw_aanbod: row({
    rule: days("nieuw_aanbod_schooldagen"),
    responsible: "ib",
    acts: ["invullen", "uitstellen"],
    starts: ["aanbod_geweigerd", "aanbod_verlopen", "houder_weg"],
    ends: ["regierol_aangeboden", "aanbod_aanvaard"],
    drops: ["akkoord_geweigerd", "overdracht_gestopt"],
    source: "003",
  }),
  /** The holder wants to give it on: the ib talks with the parents and asks the next one, or says no. */
  overdracht_regierol: row({
    rule: days("overdracht_schooldagen"),
    responsible: "ib",
    acts: ["invullen", "uitstellen"],
    starts: ["overdracht_voorgesteld"],
    ends: ["regierol_aangeboden", "overdracht_gestopt"],
    drops: ["houder_weg", "regierol_overgedragen"],
    source: "003",
  }),
  eerste_contact: row({
    rule: days("eerste_contact_schooldagen"),
    responsible: "regierolhouder",
    acts: ["gereed", "uitstellen"],
    starts: ["regierol_actief", "regierol_overgedragen"],
    ends: ["contact_vastgelegd"],
    source: "003",
  }),
  giz: row({
    rule: weeks("giz_schoolweken"),
    responsible: "regierolhouder",
    acts: ["invullen", "uitstellen"],
    starts: ["regierol_actief"],
    ends: ["giz_afgerond"],
    pauzeert: true,
    source: "003",
  }),
  actielijnen: row({
    rule: weeks("actielijnen_schoolweken"),
    responsible: "regierolhouder",
    acts: ["invullen", "uitstellen"],
    starts: ["regierol_actief", "aanpak_aangepast"],
    ends: ["actielijnen_vastgelegd"],
    pauzeert: true,
    source: "003",
  }),
  voortgang: row({
    rule: weeks("voortgang_schoolweken"),
    responsible: "regierolhouder",
    acts: ["invullen", "uitstellen"],
    starts: ["regierol_actief", "voortgang_vastgelegd"],
    ends: ["voortgang_vastgelegd"],
    pauzeert: true,
    source: "003",
  }),
  driemaandsreview: row({
    rule: months("review_maanden"),
    responsible: "regierolhouder",
    acts: ["invullen", "uitstellen"],
    starts: ["regierol_actief", "review_vastgelegd"],
    ends: ["review_vastgelegd"],
    source: "003",
  }),
  actie: row({
    rule: { unit: "vast" },
    responsible: "actiehouder",
    acts: ["gereed", "uitstellen"],
    starts: ["actie_afgesproken"],
    ends: ["actie_gereed"],
    drops: ["actie_vervallen"],
    source: "004 §1.7",
  }),
  meer_informatie: row({
    rule: { unit: "vast" },
    responsible: "ib",
    acts: ["invullen", "uitstellen"],
    starts: ["informatie_gevraagd"],
    ends: ["klaargezet"],
    source: "000 §3.1",
  }),
  toestemming_verloopt: row({
    rule: { unit: "schoolweken", setting: "toestemming_vooruit_schoolweken", ahead: true },
    responsible: "ib",
    acts: ["invullen"],
    ladder: "vooruit",
    starts: ["toestemming_rond", "toestemming_verlopen"],
    ends: ["toestemming_rond"],
    // Then the ib talks with them first.
    drops: ["nee_gezegd"],
    source: "004 §1.8",
  }),
  bezwaartermijn: row({
    rule: days("bezwaar_schooldagen"),
    responsible: "ib",
    acts: ["invullen"],
    ladder: "na_afloop",
    starts: ["ouders_schriftelijk_geinformeerd"],
    ends: ["klaargezet"],
    drops: ["bezwaar_gemaakt", "toestemming_vastgelegd"],
    source: "004 §1.8",
  }),
  /** Looked back on: it is done. Who holds it says why and what was reached, and the ib confirms. */
  afsluiten_voorstellen: row({
    rule: days("afsluiting_schooldagen"),
    responsible: "regierolhouder",
    acts: ["invullen", "uitstellen"],
    starts: ["klaar_na_terugblik"],
    ends: ["afsluiting_voorgesteld"],
    drops: ["afsluiting_afgewezen"],
    source: "003",
  }),
  afsluiting_bevestigen: row({
    rule: days("afsluiting_schooldagen"),
    responsible: "ib",
    acts: ["invullen", "uitstellen"],
    starts: ["afsluiting_voorgesteld"],
    ends: ["afsluiting_afgewezen", "afgesloten"],
    source: "003",
  }),
  intrekking_afhandelen: row({
    rule: days("intrekking_schooldagen"),
    responsible: "ib",
    acts: ["gereed"],
    starts: ["ingetrokken"],
    ends: ["intrekking_afgehandeld"],
    endsWithCase: false,
    source: "004 §1.8",
  }),
  /** Somebody said no: the ib asks what they need. */
  gesprek_ouders: row({
    rule: days("gesprek_schooldagen"),
    responsible: "ib",
    acts: ["gereed", "uitstellen"],
    starts: ["nee_gezegd"],
    ends: ["gesprek_gevoerd"],
    drops: ["toestemming_rond"],
    source: "004 §1.8",
  }),
  /** The ground fell away while somebody worked with it: that stops, on paper too. */
  stop_verwerking: row({
    rule: days("intrekking_schooldagen"),
    responsible: "regierolhouder",
    acts: ["gereed"],
    starts: ["grondslag_weg"],
    ends: ["verwerking_gestopt"],
    drops: ["grondslag_terug"],
    source: "004 §1.8",
  }),
  /** Danger is in play: the steps of the meldcode go on beside all this. */
  meldcode_stap: row({
    rule: days("meldcode_schooldagen"),
    responsible: "ib",
    acts: ["gereed"],
    starts: ["uitzondering_gevraagd"],
    ends: ["meldcode_nagelopen"],
    endsWithCase: false,
    forIbAlone: true,
    source: "004 §3.3",
  }),
  /** Discussed without the parents: what was said and what came out of it is accounted for. */
  uitzondering_vastleggen: row({
    rule: days("uitzondering_schooldagen"),
    responsible: "ib",
    acts: ["invullen"],
    starts: ["uitzondering_gebruikt"],
    ends: ["uitzondering_vastgelegd"],
    endsWithCase: false,
    forIbAlone: true,
    source: "004 §1.8",
  }),
  /** Looked at again and again until the parents know; the day is chosen each time. */
  ouders_achteraf: row({
    rule: { unit: "vast" },
    responsible: "ib",
    acts: ["invullen"],
    starts: ["ouders_achteraf_herzien"],
    ends: ["ouders_achteraf_herzien", "ouders_achteraf_verteld"],
    endsWithCase: false,
    forIbAlone: true,
    source: "004 §1.8",
  }),
  traject_tussenevaluatie: row({
    rule: weeks("tussenevaluatie_schoolweken"),
    responsible: "regierolhouder",
    acts: ["invullen", "uitstellen"],
    starts: ["traject_gestart"],
    ends: ["tussenevaluatie_gehouden"],
    drops: ["eindevaluatie_gehouden", "traject_gestopt"],
    pauzeert: true,
    source: "001",
  }),
  traject_eindevaluatie: row({
    rule: weeks("eindevaluatie_schoolweken"),
    responsible: "regierolhouder",
    acts: ["invullen", "uitstellen"],
    starts: ["traject_gestart", "traject_verlengd"],
    ends: ["eindevaluatie_gehouden"],
    drops: ["traject_verlengd", "traject_gestopt"],
    pauzeert: true,
    source: "001",
  }),
  wachtlijst_controle: row({
    rule: months("wachtlijst_maanden"),
    responsible: "regierolhouder",
    acts: ["invullen", "uitstellen"],
    starts: ["op_wachtlijst", "wachtlijst_gecontroleerd"],
    ends: ["wachtlijst_gecontroleerd", "van_wachtlijst"],
    source: "000 §3.1",
  }),
  /** Before what bridges the wait ends: it stops, goes on with a reason, or changes. It is not put off. */
  overbrugging_einde: row({
    rule: { unit: "schooldagen", setting: "overbrugging_vooruit_schooldagen", ahead: true },
    responsible: "regierolhouder",
    acts: ["invullen"],
    starts: ["overbrugging_loopt"],
    ends: ["overbrugging_besloten"],
    drops: ["overbrugging_voorbij"],
    source: "000 §3.1",
  }),
  /** Sent by the ib, as the round decided; it is followed until there is an outcome. */
  loket_versturen: row({
    rule: days("loket_versturen_schooldagen"),
    responsible: "ib",
    acts: ["invullen", "uitstellen"],
    starts: ["loket_besloten"],
    ends: ["loket_verstuurd"],
    drops: ["loket_uitkomst"],
    source: "003",
  }),
  loket_ontvangst: row({
    rule: days("aanmelding_ontvangst_schooldagen"),
    responsible: "ib",
    acts: ["invullen", "uitstellen"],
    starts: ["loket_verstuurd"],
    ends: ["loket_ontvangen", "loket_opgepakt"],
    drops: ["loket_uitkomst"],
    source: "003",
  }),
  loket_oppakken: row({
    rule: weeks("aanmelding_oppakken_schoolweken"),
    responsible: "ib",
    acts: ["invullen", "uitstellen"],
    starts: ["loket_ontvangen"],
    ends: ["loket_opgepakt"],
    drops: ["loket_uitkomst"],
    source: "000 §3.1",
  }),
  loket_navragen: row({
    rule: months("aanmelding_navragen_maanden"),
    responsible: "ib",
    acts: ["invullen", "uitstellen"],
    starts: ["loket_opgepakt", "loket_nagevraagd"],
    ends: ["loket_nagevraagd", "loket_uitkomst"],
    source: "000 §3.1",
  }),
  wijkteam_ontvangst: row({
    rule: days("aanmelding_ontvangst_schooldagen"),
    responsible: "ib",
    acts: ["invullen", "uitstellen"],
    starts: ["wijkteam_verstuurd"],
    ends: ["wijkteam_ontvangen", "wijkteam_opgepakt"],
    drops: ["wijkteam_uitkomst"],
    source: "000 §3.1",
  }),
  wijkteam_oppakken: row({
    rule: weeks("aanmelding_oppakken_schoolweken"),
    responsible: "ib",
    acts: ["invullen", "uitstellen"],
    starts: ["wijkteam_ontvangen"],
    ends: ["wijkteam_opgepakt"],
    drops: ["wijkteam_uitkomst"],
    source: "000 §3.1",
  }),
  wijkteam_navragen: row({
    rule: months("aanmelding_navragen_maanden"),
    responsible: "ib",
    acts: ["invullen", "uitstellen"],
    starts: ["wijkteam_opgepakt", "wijkteam_nagevraagd"],
    ends: ["wijkteam_nagevraagd", "wijkteam_uitkomst"],
    source: "000 §3.1",
  }),
  verslag: row({
    rule: days("verslag_schooldagen"),
    responsible: "voorzitter",
    acts: ["invullen"],
    starts: ["ronde_gehouden"],
    ends: ["verslag_vastgesteld"],
    endsWithCase: false,
    source: "000 §3.1",
  }),
};
