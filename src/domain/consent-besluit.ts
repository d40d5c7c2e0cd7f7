/** What comes out of a decision about consent: what is open, what must be done, and why not more. */
import type { ConsentPartij, ConsentRol } from "./consent-facts.ts";

export const consentTaken = [
  "VRAAG_TOESTEMMING",
  "HERINNER_REACTIE",
  "INFORMEER_SCHRIFTELIJK",
  "TOLK_OF_VERTALING",
  "CONTROLEER_GEZAG",
  "BEWIJS_TOEVOEGEN",
  "VRAAG_TOESTEMMING_LEERLING",
  "GESPREK_LEERLING",
  "VRAAG_TOESTEMMING_REGIEROL",
  "VRAAG_TOESTEMMING_HULP",
  "VRAAG_TOESTEMMING_VERVOLG",
  "HERNIEUW_TOESTEMMING",
  "WACHT_REACTIETERMIJN",
  "SCHUIF_NAAR_VOLGENDE_RONDE",
  "GESPREK_OUDERS",
  "BIED_ANONIEME_CONSULTATIE_AAN",
  "REGISTREER_BEZWAAR_ZONDER_VETO",
  "DIRECTEUR_BESLUIT",
  "DOCUMENTEER_UITZONDERING",
  "INFORMEER_OUDERS_ACHTERAF",
  "MELDCODE_STAP",
  "TERUGKOPPEL_OUDERS",
  "TERUGKOPPEL_LEERLING",
  "GEEN_BERICHT_AAN_OUDERS",
  "STOP_VERWERKING",
  "INFORMEER_ONTVANGERS_INTREKKING",
  "AGENDA_SPLITSEN",
  "ANONIMISEER_TEKST",
  "STEM_AF_MET_JEUGDBESCHERMER",
  "BUITEN_SZT_HOUDEN",
] as const;
export type ConsentTaak = (typeof consentTaken)[number];

export const consentRedenen = [
  "geldig",
  "geen_grondslag",
  "gezag_controleren",
  "antwoord_ontbreekt",
  "geen_reactie",
  "zonder_bewijs",
  "geweigerd",
  "bezwaar",
  "ingetrokken",
  "leerling_vereist",
  "leerling_bezwaar",
  "niet_geinformeerd",
  "niet_begrepen",
  "termijn_loopt",
  "ronde_voor_einde_termijn",
  "instemming_niet_toegestaan",
  "adviesvraag_niet_toegestaan",
  "geen_partners_genoemd",
  "verlopen",
  "onderwerp_uitgesloten",
  "andere_school",
  "andere_vraag",
  "zestien_geworden",
  "afgesloten",
  "tekst_herkenbaar",
  "buiten_szt",
  "uitzondering_niet_besloten",
  "uitzondering_niet_bevoegd",
  "uitzondering_niet_gemotiveerd",
  "uitzondering_zonder_kring",
  "uitzondering_verlopen",
  "ots",
] as const;
export type ConsentReden = (typeof consentRedenen)[number];

export const consentKanaalvelden = [
  "caseRef",
  "fase",
  "regierolFunctie",
  "volgendeDatum",
  "loketDoorgezet",
  "anoniemeConsultatie",
] as const;
export type ConsentKanaalveld = (typeof consentKanaalvelden)[number];

export interface ConsentBesluit {
  readonly bespreken: "op_naam" | "anoniem" | "niet";
  /** Who at this table may hear the name; nobody when it may not be discussed by name. */
  readonly naamVoor: readonly ConsentRol[];
  readonly kanaal: { readonly plaatsen: boolean; readonly velden: readonly ConsentKanaalveld[] };
  readonly extern: "volledig_proportioneel" | "buitenkant" | "consultatief" | "eigen_afweging" | "geen";
  readonly regierol: "toewijsbaar" | "na_toestemming" | "nee";
  readonly taken: readonly {
    readonly code: ConsentTaak;
    readonly rol: "ib" | "directeur" | "bot";
    readonly uiterlijk?: Temporal.PlainDate;
  }[];
  readonly redenen: readonly ConsentReden[];
  /** Those of the reasons that lie with somebody. */
  readonly ontbreekt: readonly { readonly reden: ConsentReden; readonly partij: ConsentPartij }[];
  /** Whose answer is still to come, also where their silence does not block. */
  readonly nogVragen: readonly ConsentPartij[];
  /** The last day on which this holds when nothing else happens; null when that is not known, or when it does not hold. */
  readonly geldigTot: Temporal.PlainDate | null;
}
