import type {
  Aanwezigheid,
  Afsluitreden,
  AlGedaan,
  Besluit,
  Domein,
  Functie,
  Gezag,
  Giz,
  HulpvraagStatus,
  Leerjaar,
  Partij,
  Plaats,
  Sector,
  Toestemmingsvorm,
  Urgentie,
} from "./code.ts";
import type { Sealed } from "./sealed.ts";

/** Known values of a leerling (model of storage: no birth day, no names of parents, brothers, sisters or teachers). */
export interface LeerlingGegevens {
  readonly naam: string;
  /** "2016-04": month and year, never the day. */
  readonly geboortemaand: string;
  readonly leerjaar: Leerjaar;
  /** Reference in the school's own system. */
  readonly kenmerk: string | null;
}

export interface TeamlidFeit {
  readonly persoonId: string;
  readonly naam: string;
  readonly functie: Functie;
  readonly voorzitter: boolean;
  readonly van: Temporal.PlainDate;
  readonly tot: Temporal.PlainDate | null;
}

export interface GeverFeit {
  readonly partij: Partij;
  readonly gegevenOp: Temporal.PlainDate;
  readonly vorm: Toestemmingsvorm;
  readonly bewaarplaats: Sealed<string> | null;
  readonly ingetrokkenOp: Temporal.PlainDate | null;
}

export interface ToestemmingFeit {
  readonly id: string;
  readonly grondslag: "schriftelijk" | "instemming" | "uitzondering";
  readonly partners: readonly Functie[];
  readonly geldigTot: Temporal.PlainDate;
  readonly gevers: readonly GeverFeit[];
}

export interface DeelnameFeit {
  readonly persoonId: string;
  readonly naam: string;
  readonly functie: Functie;
  readonly aanwezigheid: Aanwezigheid | null;
}

export interface RondeFeit {
  readonly id: string;
  readonly swvId: string;
  readonly sztId: string;
  readonly datum: Temporal.PlainDate;
  readonly begin: Temporal.PlainTime;
  readonly duurMinuten: number;
  readonly plaats: Plaats;
  readonly deelnameLink: string | null;
  readonly status: "gepland" | "open" | "gesloten" | "vervallen";
  readonly voorzitterId: string;
  readonly notulistId: string | null;
  readonly icsVolgorde: number;
  readonly agendaVastOp: Temporal.Instant | null;
  readonly samenvattingBevestigdOp: Temporal.Instant | null;
  readonly versie: number;
  readonly deelnemers: readonly DeelnameFeit[];
}

export interface AgendapuntFeit {
  readonly id: string;
  readonly ronde: RondeFeit;
  readonly hulpvraagId: string;
  readonly volgorde: number;
  readonly minuten: number;
  readonly status: "gepland" | "besproken" | "verschoven";
}

export interface TerugkoppelingFeit {
  readonly verteldOp: Temporal.PlainDate;
  readonly akkoord: "ja" | "nee" | "niet_nodig";
}

export interface BesluitFeit {
  readonly id: string;
  readonly agendapuntId: string;
  readonly besluiten: readonly Besluit[];
  readonly afweging: Sealed<string>;
  readonly regierolVoor: string | null;
  readonly terugOp: Temporal.PlainDate | null;
  readonly genomenOp: Temporal.Instant;
  readonly terugkoppeling: TerugkoppelingFeit | null;
}

export interface RegierolFeit {
  readonly id: string;
  readonly houderId: string;
  readonly soort: "actief" | "waarnemend";
  readonly van: Temporal.Instant;
  readonly tot: Temporal.Instant | null;
  readonly giz: Giz | null;
}

export interface AanbodFeit {
  readonly id: string;
  readonly persoonId: string;
  readonly status: "aangeboden" | "aanvaard" | "geweigerd" | "vervallen";
}

export interface ActieFeit {
  readonly id: string;
  readonly houderId: string;
  readonly omschrijving: Sealed<string>;
  readonly datum: Temporal.PlainDate;
  readonly gedaanOp: Temporal.Instant | null;
  readonly versie: number;
}

export interface TermijnFeit {
  readonly id: string;
  readonly soort: string;
  readonly vervalt: Temporal.PlainDate;
  readonly verantwoordelijke: "ib" | "regierolhouder" | "actiehouder" | "aangeboden";
  readonly persoonId: string | null;
  readonly actieId: string | null;
  readonly status: "open" | "klaar" | "vervallen";
  readonly uitgesteld: number;
  readonly versie: number;
}

/** What was not right about a besluit or an actie, noted beside it. */
export interface CorrectieFeit {
  readonly over: "besluit" | "actie";
  readonly tekst: Sealed<string>;
  readonly op: Temporal.Instant;
}

/** All facts about one hulpvraag, as the rules need them. What a person gets to see of it is decided in visibility.ts. */
export interface Dossier {
  readonly id: string;
  readonly swvId: string;
  readonly sztId: string;
  readonly schoolId: string;
  readonly school: string;
  readonly sector: Sector;
  readonly referentie: string;
  readonly status: HulpvraagStatus;
  readonly stap: 1 | 2 | 3;
  readonly leerlingId: string;
  readonly leerling: Sealed<LeerlingGegevens>;
  readonly gezag: Gezag;
  readonly domeinen: readonly Domein[];
  readonly urgentie: Urgentie | null;
  readonly alGedaan: readonly AlGedaan[];
  readonly aanTafel: readonly Functie[];
  readonly vraag: Sealed<string> | null;
  readonly gedaanToelichting: Sealed<string> | null;
  readonly oudersVraag: Sealed<string> | null;
  readonly inbrengerId: string;
  readonly regieSinds: Temporal.Instant | null;
  readonly klaargezetOp: Temporal.Instant | null;
  readonly afgeslotenOp: Temporal.Instant | null;
  readonly afsluitreden: Afsluitreden | null;
  readonly afsluitingVoorgesteld: Afsluitreden | null;
  readonly versie: number;
  readonly team: readonly TeamlidFeit[];
  readonly toestemming: ToestemmingFeit | null;
  readonly agendapunten: readonly AgendapuntFeit[];
  readonly besluiten: readonly BesluitFeit[];
  readonly regierollen: readonly RegierolFeit[];
  readonly aanbod: AanbodFeit | null;
  readonly koppelingen: readonly { readonly persoonId: string; readonly tot: Temporal.Instant | null }[];
  readonly acties: readonly ActieFeit[];
  readonly termijnen: readonly TermijnFeit[];
  readonly correcties: readonly CorrectieFeit[];
}
