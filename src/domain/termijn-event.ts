import type { Besluit } from "./code.ts";

/** What happened, and on which day. Only days, codes and a boolean: nothing of what was said. */
export type TermEvent =
  | {
      readonly kind: "besluit_vastgelegd";
      readonly op: Temporal.PlainDate;
      readonly besluiten: readonly Besluit[];
      /** False when nobody is to be told (yet): after an uitzondering, or when a pupil of 16 does not want it. */
      readonly terugkoppelen: boolean;
    }
  | {
      readonly kind:
        | "informatie_gevraagd"
        | "actie_afgesproken"
        | "ouders_achteraf_herzien"
        /** `voor`: the last day of what bridges the wait. */
        | "overbrugging_loopt";
      readonly op: Temporal.PlainDate;
      readonly voor: Temporal.PlainDate;
    }
  | {
      /**
       * `toestemming_rond`: recorded, and nothing lacks but perhaps the end of the time to object. `toestemming_verlopen`:
       * there is no ground any more, while nobody said no.
       */
      readonly kind: "toestemming_rond" | "toestemming_verlopen";
      readonly op: Temporal.PlainDate;
      readonly geldigTot: Temporal.PlainDate;
    }
  | {
      readonly kind: "ouders_schriftelijk_geinformeerd";
      readonly op: Temporal.PlainDate;
      /** The last day on which they can object: counted, or the later one that was promised. */
      readonly bezwaarTot: Temporal.PlainDate;
    }
  | {
      readonly kind: "traject_verlengd";
      readonly op: Temporal.PlainDate;
      /** The day that stood, or `op` when that is later: from there it counts as long as was agreed. */
      readonly voor: Temporal.PlainDate;
      readonly schoolweken: number;
    }
  | { readonly kind: PlainTermEvent; readonly op: Temporal.PlainDate };

/** What needs no more than its day. */
export const plainTermEvents = [
  "ouders_geinformeerd",
  "akkoord_gegeven",
  "akkoord_geweigerd",
  /** There is a ground again, and it is asked once more whether they agree with the regierol. */
  "akkoord_opnieuw",
  "regierol_aangeboden",
  "aanbod_aanvaard",
  "aanbod_geweigerd",
  "aanbod_vervallen",
  /** No answer in time. */
  "aanbod_verlopen",
  "overdracht_voorgesteld",
  /** The ib does not agree, or who proposed it does not want it any more. */
  "overdracht_gestopt",
  /** Who held the regierol, or was asked for it, left the team. */
  "houder_weg",
  "regierol_actief",
  "regierol_overgedragen",
  "contact_vastgelegd",
  /** Taken, not needed or refused; `gepland` leaves the term open. */
  "giz_afgerond",
  "actielijnen_vastgelegd",
  "voortgang_vastgelegd",
  "review_vastgelegd",
  /** Looked back on: it changes, so the action lines are set out anew. */
  "aanpak_aangepast",
  /** Looked back on: it takes no longer. */
  "klaar_na_terugblik",
  "actie_gereed",
  "actie_vervallen",
  "klaargezet",
  "bezwaar_gemaakt",
  /** Answers on paper were recorded, of all who decide or of some of them. */
  "toestemming_vastgelegd",
  /** Ends nothing; the log of before has it. */
  "toestemming_ingetrokken",
  /** A no, a withdrawal or an objection of somebody who decides. */
  "nee_gezegd",
  "gesprek_gevoerd",
  /** What was allowed until now is not any more. */
  "grondslag_weg",
  "grondslag_terug",
  "verwerking_gestopt",
  "uitzondering_gevraagd",
  "meldcode_nagelopen",
  "uitzondering_gebruikt",
  "uitzondering_vastgelegd",
  "ouders_achteraf_verteld",
  "afsluiting_voorgesteld",
  "afsluiting_afgewezen",
  "afgesloten",
  "ingetrokken",
  "intrekking_afgehandeld",
  "traject_gestart",
  "traject_gestopt",
  "tussenevaluatie_gehouden",
  "eindevaluatie_gehouden",
  /** The family was told that it goes to the Loket. */
  "loket_besloten",
  "loket_verstuurd",
  "loket_ontvangen",
  "loket_opgepakt",
  /** Asked, and there is no outcome yet. */
  "loket_nagevraagd",
  "loket_uitkomst",
  "wijkteam_verstuurd",
  "wijkteam_ontvangen",
  "wijkteam_opgepakt",
  "wijkteam_nagevraagd",
  "wijkteam_uitkomst",
  "op_wachtlijst",
  "wachtlijst_gecontroleerd",
  "van_wachtlijst",
  /** It stops, goes on or changes. */
  "overbrugging_besloten",
  /** What it bridged is not waited for any more. */
  "overbrugging_voorbij",
  "ronde_gehouden",
  "verslag_vastgesteld",
] as const;
export type PlainTermEvent = (typeof plainTermEvents)[number];
export const termEventKinds = [
  "besluit_vastgelegd",
  "informatie_gevraagd",
  "actie_afgesproken",
  "ouders_achteraf_herzien",
  "overbrugging_loopt",
  "toestemming_rond",
  "toestemming_verlopen",
  "ouders_schriftelijk_geinformeerd",
  "traject_verlengd",
  ...plainTermEvents,
] as const satisfies readonly TermEvent["kind"][];
export type TermEventKind = TermEvent["kind"];
