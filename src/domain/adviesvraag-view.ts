import type { Adviesstatus, Adviesuitkomst, Kring } from "./adviesvraag.ts";
import type { Domein } from "./code.ts";

/** What can be done with an adviesvraag from its card; only what this person may do now is offered. */
export const adviesActs = ["antwoorden", "vastleggen", "overnemen", "intrekken", "wissen"] as const;
export type AdviesAct = (typeof adviesActs)[number];

/** One adviesvraag as somebody sees it who may read it. */
export interface AdviesvraagGezien {
  readonly id: string;
  readonly versie: number;
  readonly status: Adviesstatus;
  readonly kring: Kring;
  readonly domein: Domein;
  readonly uitkomst: Adviesuitkomst | null;
  readonly vraag: string;
  readonly antwoord: string | null;
  /** Name of who asked. */
  readonly vrager: string;
  readonly vanMij: boolean;
  readonly beantwoordDoor: string | null;
  readonly ronde: { readonly datum: Temporal.PlainDate; readonly begin: Temporal.PlainTime } | null;
  readonly gesteldOp: Temporal.PlainDate;
  readonly beantwoordOp: Temporal.PlainDate | null;
  readonly wissenOp: Temporal.PlainDate;
  readonly mag: ReadonlySet<AdviesAct>;
}

/** One on the agenda of a round, for somebody who may read it there. */
export interface AdviesPunt {
  readonly id: string;
  readonly versie: number;
  readonly domein: Domein;
  readonly vraag: string;
  readonly antwoord: string | null;
  readonly uitkomst: Adviesuitkomst | null;
  readonly magVastleggen: boolean;
}

/**
 * What a participant sees of the adviesvragen of a round: that there is one or more, as one constant line, and those that
 * this person may read. How many others there are is not told.
 */
export interface AdviesOpRonde {
  readonly punten: readonly AdviesPunt[];
  /** The round had one that it answered; the only thing that stays. */
  readonly besproken: boolean;
}
