/**
 * What a decision about consent rests on, and what comes out of it. The words of the contract (docs/beheer.md) live at
 * the door, in bot/command/decide-consent.ts; here are the nouns of the field.
 */
import type { Grondslag } from "./code.ts";

/** A function, or a place at the table that is none: only those of the list below are known by what they are. */
export type ConsentRol = string;
/** Of the school itself: they hold the case. */
export const schoolRollen: readonly ConsentRol[] = ["ib", "coo"];
/** They lead or run the place: they never hear of a child because a form names them (003, 000). */
export const leidingRollen: readonly ConsentRol[] = ["directeur", "directeur_plv", "bestuurder", "beheerder"];

/** A place in the consent: ouder1, ouder2, voogd, leerling, partner, pleegouder … */
export type ConsentPartij = string;
export const leerlingPartij: ConsentPartij = "leerling";

export const antwoordsoortenConsent = [
  "toestemming",
  /** Agrees, without it being a consent: a pupil who was heard, parents who answer a notice. */
  "akkoord",
  "geen_reactie",
  "weigering",
  "bezwaar",
  "ingetrokken",
] as const;
export type ConsentAntwoordsoort = (typeof antwoordsoortenConsent)[number];

export const antwoordvormenConsent = [
  "schriftelijk",
  "digitaal_geverifieerd",
  "mail",
  "mondeling",
  "gesprek",
  "aangevinkt_door_ib_zonder_bewijs",
] as const;
export type ConsentAntwoordvorm = (typeof antwoordvormenConsent)[number];

export interface ConsentAntwoord {
  readonly partij: ConsentPartij;
  readonly soort: ConsentAntwoordsoort;
  /** Null: it is not known how, so nothing proves it. */
  readonly vorm: ConsentAntwoordvorm | null;
  readonly op: Temporal.PlainDateTime | null;
}

export const consentDoelen = [
  "bespreking_szt",
  "toewijzen_regierol",
  "start_jeugdhulp",
  "start_hulp_wgbo",
  "verstrekking_jeugdbeschermer",
  "verstrekking_extern",
  "adviesvraag_swv",
  "advies_veilig_thuis",
  "melding_veilig_thuis",
  "inzage",
] as const;
export type ConsentDoel = (typeof consentDoelen)[number];

export const consentGezag = [
  "beide_ouders",
  "een_ouder",
  "ouder_en_niet_ouder",
  "gezamenlijke_voogdij",
  "voogdij_instelling",
  "meerderjarig",
  "onbekend",
] as const;
export type ConsentGezag = (typeof consentGezag)[number];

export const informatiestanden = [
  "schriftelijk",
  "schriftelijk_niet_begrepen",
  "mondeling",
  "geen",
  /** A signature at enrolment, a line in the school guide: no information about this question (004 ch. 1 par. 8). */
  "inschrijving",
  "schoolgids",
] as const;
export type Informatiestand = (typeof informatiestanden)[number];

/** What happened besides the answers; kinds that are not of the list change nothing. */
export const consentGebeurtenissen = [
  "intrekking",
  "bezwaar",
  "weigering",
  "andere_school",
  "van_school_af",
  "zestien_geworden",
  "andere_vraag",
  "gezag_gewijzigd",
  "afgesloten",
  /** Something was shared: discussed, handed over, an agenda with the name sent. */
  "gedeeld",
  /** Danger or abuse is in play. */
  "gevaar",
  /** The pupil of 16 and older does not want the parents to hear of it. */
  "ouders_niet_informeren",
] as const;
export type ConsentGebeurtenis = (typeof consentGebeurtenissen)[number];

export interface ConsentFacts {
  /** Europe/Amsterdam. */
  readonly nu: Temporal.PlainDateTime;
  readonly ronde: {
    readonly datum: Temporal.PlainDate;
    readonly deelnemers: readonly ConsentRol[] | null;
  } | null;
  readonly leerling: {
    /** The ages possible on the day of the decision: two in the month of a birthday, when the stricter rule holds. Empty: unknown. */
    readonly leeftijden: readonly number[];
    readonly wilsbekwaam: boolean;
  };
  readonly gezag: {
    readonly soort: ConsentGezag;
    readonly houders: readonly ConsentPartij[];
    readonly gecontroleerd: boolean;
    /** An ots: parents keep gezag, the jeugdbeschermer is consulted. */
    readonly toezicht: boolean;
    /** Those who hold a part of it. */
    readonly deels: readonly ConsentPartij[];
  };
  readonly vraag: {
    readonly grondslag: Grondslag | "geen";
    readonly doel: ConsentDoel;
    readonly informatie: Informatiestand | null;
    readonly geinformeerdOp: Temporal.PlainDateTime | null;
    /** The last moment at which an objection is in time. */
    readonly bezwaarTot: Temporal.PlainDateTime | null;
    readonly tekstHerkenbaar: boolean;
    readonly externWilInhoud: boolean;
  };
  readonly antwoorden: readonly ConsentAntwoord[];
  readonly reikwijdte: {
    readonly partners: readonly ConsentRol[];
    readonly onderwerp: string | null;
    readonly geldigTot: Temporal.PlainDate | null;
    readonly uitgesloten: readonly string[];
  } | null;
  readonly uitzondering: {
    readonly beslotenDoor: ConsentRol | null;
    readonly beslotenOp: Temporal.PlainDateTime | null;
    readonly gemotiveerd: boolean;
    readonly gedocumenteerd: boolean;
    readonly deelnemers: readonly ConsentRol[];
    readonly geldigTot: Temporal.PlainDate | null;
    readonly mandaat: boolean;
  } | null;
  readonly gebeurtenissen: readonly {
    readonly soort: ConsentGebeurtenis;
    readonly partij: ConsentPartij | null;
    readonly op: Temporal.PlainDateTime | null;
  }[];
  readonly instelling: ConsentInstelling;
  /** Whether the parents (or the pupil) agreed to a regierol after the round; null where that is no part of the question. */
  readonly akkoordRegie: boolean | null;
}

/** What the law leaves open (privacy.md §4), as a samenwerkingsverband set it. The defaults protect the child most. */
export interface ConsentInstelling {
  readonly stemLeerling: "gevraagd" | "vereist";
  readonly bezwaarLeerling: "blokkeert" | "vastleggen";
  readonly instemming: "toegestaan" | "niet_toegestaan";
  readonly zestienJaar: "opnieuw_vragen" | "blijft_gelden";
}

export const veiligeInstelling: ConsentInstelling = {
  stemLeerling: "gevraagd",
  bezwaarLeerling: "blokkeert",
  instemming: "toegestaan",
  zestienJaar: "opnieuw_vragen",
};

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
    readonly rol: "ib" | "directeur" | "bot" | "houder";
    readonly uiterlijk?: Temporal.PlainDate;
  }[];
  readonly redenen: readonly ConsentReden[];
}
