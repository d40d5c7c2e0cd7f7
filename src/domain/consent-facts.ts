/**
 * What a decision about consent rests on. The words of the contract (docs/beheer.md) live at the door, in
 * bot/command/decide-consent.ts; here are the nouns of the field. What comes out of it: consent-besluit.ts.
 */
import type { Grondslag } from "./code.ts";
import type { ConsentInstelling } from "./consent-setting.ts";

/** A function, or a place at the table that is none: only those of the lists below are known by what they are. */
export type ConsentRol = string;
/** Of the school itself: they hold the case. */
export const schoolRollen: readonly ConsentRol[] = ["ib", "coo"];
/** They lead or run the place: they never hear of a child because a form names them (003, 000). */
export const leidingRollen: readonly ConsentRol[] = ["directeur", "directeur_plv", "bestuurder", "beheerder"];

/** A place in the consent: ouder1, ouder2, voogd, leerling, partner, pleegouder … */
export type ConsentPartij = string;
export const leerlingPartij: ConsentPartij = "leerling";

/** From what opens to what reaches furthest. */
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

/** What happened besides the answers. Without a moment: nobody knows that it was not yet. */
export const consentGebeurtenissen = [
  "intrekking",
  "bezwaar",
  "weigering",
  "andere_school",
  "van_school_af",
  "zestien_geworden",
  "andere_vraag",
  "verlopen",
  "gezag_gewijzigd",
  "afgesloten",
  "heropend",
  /** Something was shared: discussed, handed over, an agenda with the name sent. */
  "gedeeld",
  /** Danger or abuse is in play. */
  "gevaar",
  /** One bound to secrecy sees a duty that weighs more (004 ch. 1 par. 8, Geheimhouding). */
  "conflict_van_plichten",
  /** The pupil of 16 and older does not want the parents to hear of it. */
  "ouders_niet_informeren",
] as const;
export type ConsentGebeurtenissoort = (typeof consentGebeurtenissen)[number];

export interface ConsentGebeurtenis {
  readonly soort: ConsentGebeurtenissoort;
  readonly partij: ConsentPartij | null;
  readonly op: Temporal.PlainDateTime | null;
}

export interface ConsentUitzondering {
  readonly gevraagdDoor: ConsentRol | null;
  readonly beslotenDoor: ConsentRol | null;
  readonly beslotenOp: Temporal.PlainDateTime | null;
  readonly gemotiveerd: boolean;
  readonly gedocumenteerd: boolean;
  /** The smallest circle, as decided. */
  readonly deelnemers: readonly ConsentRol[];
  readonly geldigTot: Temporal.PlainDate | null;
  readonly mandaat: boolean;
}

export interface ConsentFacts {
  /** Europe/Amsterdam. */
  readonly nu: Temporal.PlainDateTime;
  readonly ronde: {
    readonly datum: Temporal.PlainDate;
    readonly deelnemers: readonly ConsentRol[] | null;
  } | null;
  readonly leerling: {
    /** The ages possible on the day it is about: two in the month of a birthday, when both rules hold. Empty: unknown. */
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
    /** The last day. Null: as long as a toestemming can hold, the school year in which it was given. */
    readonly geldigTot: Temporal.PlainDate | null;
    readonly uitgesloten: readonly string[];
  } | null;
  readonly uitzondering: ConsentUitzondering | null;
  readonly gebeurtenissen: readonly ConsentGebeurtenis[];
  readonly instelling: ConsentInstelling;
  /** Whether the parents (or the pupil) agreed to a regierol after the round; null where that is no part of the question. */
  readonly akkoordRegie: boolean | null;
}

/** The day on which it is, or would be, discussed: the round, or today when that is over. */
export function dagVan({ nu, ronde }: Pick<ConsentFacts, "nu" | "ronde">): Temporal.PlainDate {
  const vandaag = nu.toPlainDate();
  return ronde && Temporal.PlainDate.compare(ronde.datum, vandaag) > 0 ? ronde.datum : vandaag;
}
