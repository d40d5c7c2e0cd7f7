import type { Functie, Plaats } from "./code.ts";
import type { ActieGezien } from "./hulpvraag-view.ts";
import type { GastGezien, PuntGezien, RondeGezien } from "./ronde-view.ts";
import type { Afwijsreden } from "./verslag.ts";

/** What can be done with a report from its card; only what this person may do now is offered. */
export const verslagActs = ["wijziging_voorstellen", "vaststellen"] as const;
export type VerslagAct = (typeof verslagActs)[number];

/** That a change was proposed; its words are read apart, by who answers it. */
export interface WijzigingGezien {
  readonly id: string;
  readonly vanMij: boolean;
  readonly status: "open" | "overgenomen" | "afgewezen";
  readonly reden: Afwijsreden | null;
  readonly magBeantwoorden: boolean;
}

/** One hulpvraag that was discussed, for who may know today that it was. */
export interface VerslagPunt {
  readonly hulpvraagId: string;
  /** Version of the hulpvraag. */
  readonly versie: number;
  readonly besluitId: string | null;
  readonly referentie: string;
  readonly leerling: PuntGezien["leerling"];
  readonly besluit: PuntGezien["besluit"];
  readonly acties: readonly ActieGezien[];
  /** Asked for this item alone; none when left out. */
  readonly gasten?: readonly GastGezien[];
  /** The first day on which it is looked at again. */
  readonly evaluatieOp: Temporal.PlainDate | null;
  /** What was noted beside the besluit later. */
  readonly aanvullingen: readonly { readonly op: Temporal.PlainDate; readonly tekst: string }[];
  readonly wijzigingen: readonly WijzigingGezien[];
  readonly magVoorstellen: boolean;
  readonly onleesbaar: boolean;
}

/** The report as one participant may read it today. What this person may not see leaves no trace: no count, no gap. */
export interface VerslagGezien {
  readonly rondeId: string;
  readonly versie: number;
  readonly sztId: string;
  readonly scholen: readonly string[];
  readonly vandaag: Temporal.PlainDate;
  readonly datum: Temporal.PlainDate;
  readonly begin: Temporal.PlainTime;
  readonly eind: Temporal.PlainTime;
  readonly plaats: Plaats;
  readonly voorzitter: string;
  readonly notulist: string | null;
  readonly deelnemers: RondeGezien["deelnemers"];
  /** This person was not there. */
  readonly wasAfwezig: boolean;
  readonly punten: readonly VerslagPunt[];
  /** The round spoke of one or more, without a name: one constant line. */
  readonly adviesvraag: boolean;
  /** The next one of this team that this person takes part in. */
  readonly volgende: {
    readonly datum: Temporal.PlainDate;
    readonly begin: Temporal.PlainTime;
    readonly plaats: Plaats;
  } | null;
  readonly vastgesteldOp: Temporal.PlainDate | null;
  readonly vastVanaf: Temporal.PlainDate;
  readonly mag: ReadonlySet<VerslagAct>;
}

/** One proposal with its words, for who answers it. */
export interface WijzigingOpen {
  readonly id: string;
  readonly rondeId: string;
  readonly hulpvraagId: string;
  readonly besluitId: string;
  readonly referentie: string;
  readonly tekst: string;
  readonly van: { readonly naam: string; readonly functie: Functie | null };
  readonly op: Temporal.PlainDate;
}
