import type { AdviesOpRonde } from "./adviesvraag-view.ts";
import type { AfspraakGezien } from "./afspraak.ts";
import type { Bereik } from "./bereik.ts";
import type { Buitenkant } from "./bijdrage.ts";
import type {
  Aanwezigheid,
  Besluit,
  Domein,
  Erbij,
  Functie,
  Komst,
  Leerjaar,
  Plaats,
  Urgentie,
} from "./code.ts";
import type { ActieGezien } from "./hulpvraag-view.ts";
import type { GeenSchooldag } from "./overlegronde.ts";
import type { TeamactieGezien } from "./see-teamactie.ts";
import type { ConsentDecision, Missing } from "./toestemming.ts";
import type { ZonderEigenaarSoort } from "./zonder-eigenaar.ts";

/** What can be done with a round from its card; only what this person may do now is offered. */
export const rondeActs = [
  "in_agenda",
  /** It is not held: what stands in a calendar can go. */
  "uit_agenda",
  "wijzigen",
  "afzeggen",
  "notulist",
  "agenderen",
  "openen",
  /** Say how one comes oneself, before it is held. */
  "komst",
  "aanwezigheid",
  "actie_toevoegen",
  "sluiten",
  /** Somebody else who is there leads it from now on. */
  "overdragen",
  /** The chair has fallen silent: the note-taker or an ib goes on. */
  "overnemen",
  /** It is over and there is a report. */
  "verslag",
] as const;
export type RondeAct = (typeof rondeActs)[number];

/** Moments of the clock on the wall. */
export interface Klok {
  readonly sinds: Temporal.PlainTime;
  readonly tot: Temporal.PlainTime;
  /** Whole minutes past the end at `om`; null while it is in time. */
  readonly over: number | null;
  /** When this was drawn. */
  readonly om: Temporal.PlainTime;
}

export interface BrengtIn {
  readonly persoonId: string;
  readonly naam: string;
}

/** Where the parents did not object, and only the outside may be told. */
export interface BuitenkantGezien {
  /** This person is asked. */
  readonly vraag: boolean;
  readonly eigen: Buitenkant | null;
  readonly anderen: readonly {
    readonly naam: string;
    readonly functie: Functie;
    readonly gezegd: Buitenkant;
  }[];
}

/** The agenda against the length, for who by the table sees all of it. */
export interface RondeTijd {
  /** Minutes that are still to come; before the round all of them. */
  readonly nodig: number;
  /** While it is held: when all of it will be done. */
  readonly klaarOm: Temporal.PlainTime | null;
  /** Minutes that do not fit. */
  readonly over: number;
  /** References of what can wait best. */
  readonly voorstel: readonly string[];
}

/** Somebody who was asked for one item alone: that this person comes tells of the item. */
export interface GastGezien {
  readonly persoonId: string;
  readonly naam: string;
  readonly functie: Functie;
  /** Null for who does not see the whole agenda. */
  readonly tijd: { readonly begin: Temporal.PlainTime; readonly eind: Temporal.PlainTime } | null;
  readonly komst: Komst | null;
  readonly aanwezigheid?: Erbij | null;
}

/** One hulpvraag on the agenda, for someone who may know that it is there. */
export interface PuntGezien {
  readonly id: string;
  readonly hulpvraagId: string;
  /** Version of the hulpvraag. */
  readonly versie: number;
  readonly referentie: string;
  readonly minuten: number;
  readonly leerling: { readonly naam: string; readonly leerjaar: Leerjaar | null } | null;
  readonly wat: {
    readonly vraag: string | null;
    readonly oudersVraag: string | null;
    readonly domeinen: readonly Domein[];
    /** Subjects that may not be spoken of. */
    readonly uitgesloten: readonly Domein[];
    readonly urgentie: Urgentie | null;
  } | null;
  /** May be read by this person, and cannot be; nothing of it is shown. */
  readonly onleesbaar: boolean;
  /** What people outside the school may contribute; `geen` for who may not read it. */
  readonly bijdrage: ConsentDecision["externals"];
  /** By a decision of the directeur: the only people with whom it may be spoken of; null otherwise. */
  readonly kring: readonly string[] | null;
  readonly besproken: boolean;
  /** The first that is still to come; for somebody who does not see all that is not always the one that is spoken of. */
  readonly eerstvolgende: boolean;
  readonly besluit: {
    readonly besluiten: readonly Besluit[];
    readonly afweging: string | null;
    readonly regierolVoor: string | null;
    readonly terugOp: Temporal.PlainDate | null;
  } | null;
  /** Agreed in this round. */
  readonly acties: readonly ActieGezien[];
  /** Codes of what has fallen away since it was put here; for the ib. */
  readonly ontbreekt: readonly Missing[];
  /** Should be at the table, and nobody of it comes; for the ib. */
  readonly mist?: readonly Functie[];
  /** Asked for this item alone; for who reads it. */
  readonly genodigden?: readonly GastGezien[];
  /** It is spoken of, or was begun and left; null otherwise, or when left out. */
  readonly klok?: Klok | null;
  readonly brengtIn?: BrengtIn | null;
  readonly buitenkant?: BuitenkantGezien | null;
  /** Nobody sees to it when the round ends now; for who leads it. */
  readonly zonderEigenaar?: readonly ZonderEigenaarSoort[];
  readonly mag: {
    readonly besluiten: boolean;
    readonly later: boolean;
    readonly vanAgenda: boolean;
    /** Ask people for this item alone. */
    readonly nodigen?: boolean;
    /** Leads it through the round: begin it, give it more time, choose who brings it in. */
    readonly leiden?: boolean;
  };
}

/** Klaargezet and not yet on an agenda. */
export interface VoorstelGezien {
  readonly hulpvraagId: string;
  readonly versie: number;
  readonly referentie: string;
  readonly naam: string | null;
  readonly urgentie: Urgentie | null;
  readonly dagenKlaar: number;
}

/** Klaargezet, and not to be discussed on the day of this round. */
export interface WachtendGezien {
  readonly referentie: string;
  /** Nothing when the directeur decided about another round. */
  readonly ontbreekt: readonly Missing[];
}

/** An open actie of an earlier round. */
export interface EerdereActieGezien extends ActieGezien {
  readonly referentie: string;
  readonly magAfvinken: boolean;
  /** Agree another day, while the round is held. */
  readonly magVerzetten: boolean;
}

/** One round as one participant sees it. What this person may not see leaves no trace: no count, no gap, no time. */
export interface RondeGezien {
  readonly id: string;
  readonly versie: number;
  readonly sztId: string;
  readonly scholen: readonly string[];
  readonly vandaag: Temporal.PlainDate;
  readonly datum: Temporal.PlainDate;
  readonly begin: Temporal.PlainTime;
  readonly eind: Temporal.PlainTime;
  readonly duurMinuten: number;
  readonly plaats: Plaats;
  readonly deelnameLink: string | null;
  readonly status: "gepland" | "open" | "gesloten" | "vervallen";
  readonly voorzitter: { readonly persoonId: string; readonly naam: string };
  readonly notulist: { readonly persoonId: string; readonly naam: string } | null;
  readonly deelnemers: readonly {
    readonly persoonId: string;
    readonly naam: string;
    readonly functie: Functie;
    readonly aanwezigheid: Aanwezigheid | null;
    /** For who prepares it, and of oneself. */
    readonly komst?: Komst | null;
    readonly vervangtId?: string | null;
  }[];
  /** Who looks at it. */
  readonly kijkerId?: string;
  /** How each of them hears it; for who prepares it. */
  readonly bereik?: readonly (Bereik & { readonly naam: string })[];
  /** Chairs or takes the notes. */
  readonly leidt: boolean;
  /** For who prepares it; null for all others. */
  readonly schakelteamCompleet: boolean | null;
  /** For who prepares it: why there is no school on its day by now. */
  readonly dicht: GeenSchooldag | null;
  readonly punten: readonly PuntGezien[];
  /** For the ib, who by the table sees every item: how many there are and whether they fit. */
  readonly omvang: { readonly aantal: number; readonly minuten: number; readonly past: boolean } | null;
  /** Whether every item is in sight by who this person is, whatever stands there: only then can a card speak of all. */
  readonly heleAgenda: boolean;
  readonly voorstellen: readonly VoorstelGezien[];
  /** For the ib of the school: what is klaargezet and is no proposal for this day, and why. */
  readonly wachten: readonly WachtendGezien[];
  readonly eerdereActies: readonly EerdereActieGezien[];
  /** Null for who does not see all of it by the table, or does not prepare or lead it; none when left out. */
  readonly tijd?: RondeTijd | null;
  /** For who leads it: the item that comes after the one that is spoken of, by id. */
  readonly volgende?: string | null;
  /** Work of the team itself; none where this person may read none. */
  readonly teamacties?: readonly TeamactieGezien[];
  /** May add to that from here. */
  readonly magTeamactie?: boolean;
  /** Null, or left out, where this person hears of none. */
  readonly adviesvragen?: AdviesOpRonde | null;
  /** Of the momentprik in which another moment is looked for. */
  readonly momentprikId?: string | null;
  /** For who prepares it: how it is with its event in Outlook; nothing where there is none. */
  readonly outlook?: AfspraakGezien | null;
  readonly mag: ReadonlySet<RondeAct>;
}
