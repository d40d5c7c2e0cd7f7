import type { AanmeldingFeit } from "./aanmelding.ts";
import type {
  Aanwezigheid,
  Afsluitreden,
  AlGedaan,
  Antwoordsoort,
  Antwoordvorm,
  Begrip,
  Besluit,
  Domein,
  Functie,
  Gezag,
  Gezagsmerk,
  Giz,
  HulpvraagStatus,
  Informatietaal,
  Informatiewijze,
  Komst,
  Leerjaar,
  Partij,
  Partijstand,
  Plaats,
  Sector,
  Toestemmingsdoel,
  Urgentie,
  Vaststelling,
} from "./code.ts";
import type { Doelbereik } from "./doelbereik.ts";
import type { OverdrachtFeit } from "./overdracht.ts";
import type { PauzeFeit } from "./pauze.ts";
import type { RegierolKeuze, VoorstelFeit } from "./regierol-keuze.ts";
import type { Weigerreden } from "./regierol-reden.ts";
import type { TerugblikFeit } from "./review.ts";
import type { Sealed } from "./sealed.ts";
import type { TermRule } from "./termijn.ts";
import type { ToestemmingSettings } from "./toestemming-setting.ts";
import type { TrajectFeit } from "./traject.ts";
import type { UitzonderingStand } from "./uitzondering.ts";
import type { VoortgangFeit } from "./voortgang.ts";
import type { WaarnemingFeit } from "./waarneming.ts";
import type { WachtplekFeit } from "./wachtlijst.ts";

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
  /** The one school that this is about; null for the whole SZT, or for who was tied to no school (see isOfSchool). */
  readonly schoolId: string | null;
  readonly voorzitter: boolean;
  readonly van: Temporal.PlainDate;
  readonly tot: Temporal.PlainDate | null;
  readonly organisatie?: string | null;
}

/** One answer of one of those who are asked; it stays as it was, and the last one of each partij counts. */
export interface AntwoordFeit {
  readonly partij: Partij;
  readonly soort: Antwoordsoort;
  readonly op: Temporal.PlainDate;
  readonly vorm: Antwoordvorm;
  /** Where the signed form is kept. */
  readonly bewaarplaats: Sealed<string> | null;
}

/** What the parents were told in writing, and until when they can object. */
export interface InformatieFeit {
  /** The day on which the last of them was sent it; the term is counted from here. */
  readonly verzondenOp: Temporal.PlainDate;
  readonly wijze: Informatiewijze;
  readonly aan: readonly Partij[];
  readonly taal: Informatietaal;
  readonly begrepen: Begrip;
  readonly regel: TermRule;
  /** What the letter says, when it names a day. */
  readonly toegezegdTot: Temporal.PlainDate | null;
  /** The last day on which an objection is in time. */
  readonly bezwaarTot: Temporal.PlainDate;
}

export interface ToestemmingFeit {
  readonly id: string;
  readonly grondslag: "schriftelijk" | "instemming" | "uitzondering";
  readonly doelen: readonly Toestemmingsdoel[];
  readonly partners: readonly Functie[];
  /** The subjects of the question when it was asked; null where that was not kept. */
  readonly onderwerpen: readonly Domein[] | null;
  /** Subjects that are not spoken of. */
  readonly uitgesloten: readonly Domein[];
  readonly geldigTot: Temporal.PlainDate;
  /**
   * Every answer about this toestemming, oldest first, and every no about an earlier one of the same hulpvraag: writing
   * to the parents again does not make an objection go away.
   */
  readonly antwoorden: readonly AntwoordFeit[];
  readonly informatie: InformatieFeit | null;
  /** What ended a ground of this hulpvraag before: what rested on that one does not come back with another. */
  readonly eerder?: {
    /** Every no that was ever given, also one that was followed by a yes. */
    readonly nee: readonly Pick<AntwoordFeit, "partij" | "op">[];
    /** The last day of a toestemming that was renewed only after it; null when each was renewed in time. */
    readonly verlopenOp: Temporal.PlainDate | null;
  };
}

/** A holder of gezag (or the pupil) who cannot answer. */
export interface PartijFeit {
  readonly partij: Partij;
  readonly stand: Partijstand;
  readonly hoe: Vaststelling;
  readonly vastgesteldOp: Temporal.PlainDate;
}

/** What showed a hulpvraag whose ground fell away, and how much of that is drawn again. */
export interface OpruimingFeit {
  readonly op: Temporal.Instant;
  readonly totaal: number;
  /** Still to come. */
  readonly open: number;
  /** Where it cannot be done: nobody lets us in there any more. */
  readonly vast: number;
  /** In whose chat that is, each name once; none when left out. A channel has no name here. */
  readonly bij?: readonly string[];
}

/** The last time that the directeur was asked to let it be discussed without asking the parents; see uitzondering.ts. */
export interface UitzonderingFeit {
  readonly id: string;
  readonly versie: number;
  readonly stand: UitzonderingStand;
  /** The one round that it is about. */
  readonly rondeId: string;
  readonly rondeDatum: Temporal.PlainDate;
  /** That round has begun. */
  readonly geopend: boolean;
  readonly gevraagdDoor: string;
  /** The day of the first request about this hulpvraag. */
  readonly eerstGevraagdOp: Temporal.PlainDate;
  readonly directeurId: string;
  readonly beslotenOp: Temporal.Instant | null;
  /** Persons, not functions: the smallest circle, while the yes holds. Nobody else outside the school. */
  readonly deelnemers: readonly string[];
  readonly functies: readonly Functie[];
  /** Rounds in which it was discussed on such a decision, this one and earlier ones. */
  readonly besprokenIn: readonly string[];
  /** The one that was used and of which it is not recorded yet what was said. */
  readonly vastTeLeggen: string | null;
  readonly oudersWeten: boolean;
  /** The day on which the ib looks again whether the parents can be told. */
  readonly herzienOp: Temporal.PlainDate | null;
}

export interface DeelnameFeit {
  readonly persoonId: string;
  readonly naam: string;
  readonly functie: Functie;
  readonly aanwezigheid: Aanwezigheid | null;
  /** What this person said beforehand; nothing when left out. */
  readonly komst?: Komst | null;
  /** Whose place this person takes. */
  readonly vervangtId?: string | null;
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
  /** Asked for this item and no other; nobody when left out. */
  readonly genodigden?: readonly string[];
  /** When it was begun, the last time; never when left out. */
  readonly begonnenOp?: Temporal.Instant | null;
  /** Who brings it in when that is somebody else than usual; nobody was chosen when left out. */
  readonly inbrengerId?: string | null;
}

/** What somebody outside the school told where the parents did not object; see bijdrage.ts. */
export interface BijdrageFeit {
  readonly persoonId: string;
  /** As writeBuitenkant wrote it. */
  readonly inhoud: Sealed<string>;
}

export interface TerugkoppelingFeit {
  readonly verteldOp: Temporal.PlainDate;
  readonly akkoord: "ja" | "nee" | "niet_nodig";
  /** The day on which they said so, of the last one who was asked for; the day of telling when left out. */
  readonly akkoordOp?: Temporal.PlainDate | null;
}

export interface BesluitFeit {
  readonly id: string;
  readonly agendapuntId: string;
  readonly besluiten: readonly Besluit[];
  readonly afweging: Sealed<string>;
  /** Whom the round chose; who is asked in the end stands in the offer. */
  readonly regierolVoor: string | null;
  /** Why that one; not asked when left out. */
  readonly regierolKeuze?: RegierolKeuze | null;
  readonly terugOp: Temporal.PlainDate | null;
  readonly genomenOp: Temporal.Instant;
  readonly terugkoppeling: TerugkoppelingFeit | null;
  /** Whether the parents may hear of it, by a pupil who decides alone; also while the akkoord is still waited for. */
  readonly oudersHoren: boolean | null;
}

export interface RegierolFeit {
  readonly id: string;
  readonly houderId: string;
  readonly soort: "actief" | "waarnemend";
  readonly van: Temporal.Instant;
  readonly tot: Temporal.Instant | null;
  readonly giz: Giz | null;
  /** When it was taken, or will be; not known when left out. */
  readonly gizOp?: Temporal.PlainDate | null;
}

export interface AanbodFeit {
  readonly id: string;
  /** The one the parents agreed to; the round may have named somebody else. */
  readonly besluitId: string | null;
  readonly persoonId: string;
  /** `verlopen`: no answer in time. */
  readonly status: "aangeboden" | "aanvaard" | "geweigerd" | "vervallen" | "verlopen";
  /** Why this person; not asked when left out. */
  readonly keuze?: RegierolKeuze | null;
}

/** Who was asked for the regierol after this besluit, and said no. */
export interface WeigeringFeit {
  readonly besluitId: string | null;
  readonly persoonId: string;
  readonly reden: Weigerreden;
}

export interface ActieFeit {
  readonly id: string;
  /** The round that agreed it; null for what was agreed elsewhere. */
  readonly rondeId: string | null;
  readonly houderId: string;
  readonly omschrijving: Sealed<string>;
  readonly datum: Temporal.PlainDate;
  readonly gedaanOp: Temporal.Instant | null;
  /** Somebody else was asked to take it; none when left out. */
  readonly overdracht?: OverdrachtFeit | null;
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
  /** When it ended; not known when left out. */
  readonly klaarOp?: Temporal.Instant | null;
  readonly uitgesteld: number;
  readonly versie: number;
}

/** What was not right about a besluit or an actie, noted beside it. */
export interface CorrectieFeit {
  readonly over: "besluit" | "actie";
  /** Which one. */
  readonly bij: string;
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
  readonly gezagMerken: readonly Gezagsmerk[];
  /** Null while nobody said that it was checked. */
  readonly gezagGecontroleerdOp: Temporal.PlainDate | null;
  readonly partijen: readonly PartijFeit[];
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
  readonly uitzondering: UitzonderingFeit | null;
  readonly opruiming: OpruimingFeit | null;
  /** How the samenwerkingsverband decides where the law leaves room. */
  readonly regels: ToestemmingSettings;
  readonly agendapunten: readonly AgendapuntFeit[];
  readonly besluiten: readonly BesluitFeit[];
  readonly regierollen: readonly RegierolFeit[];
  readonly aanbod: AanbodFeit | null;
  /** The holder wants to give it on; no such wish when left out. */
  readonly voorstel?: VoorstelFeit | null;
  /** The holder is away, or will be; nothing was agreed when left out. */
  readonly waarneming?: WaarnemingFeit | null;
  /** The last time that the holder told how it goes, and that it was looked back on; never when left out. */
  readonly voortgang?: VoortgangFeit | null;
  readonly terugblik?: TerugblikFeit | null;
  /** What was reached, as the holder said when proposing to close; not said when left out. */
  readonly doelbereik?: Doelbereik | null;
  /** At the Loket and the wijkteam, oldest first; none when left out. */
  readonly aanmeldingen?: readonly AanmeldingFeit[];
  /** Oldest first; none when left out. */
  readonly trajecten?: readonly TrajectFeit[];
  /** Help elsewhere that is or was waited for, oldest first; none when left out. */
  readonly wachtlijst?: readonly WachtplekFeit[];
  /** When it stood still, oldest first; never when left out. */
  readonly pauzes?: readonly PauzeFeit[];
  /** Oldest first. */
  readonly weigeringen: readonly WeigeringFeit[];
  readonly koppelingen: readonly { readonly persoonId: string; readonly tot: Temporal.Instant | null }[];
  readonly acties: readonly ActieFeit[];
  readonly termijnen: readonly TermijnFeit[];
  readonly correcties: readonly CorrectieFeit[];
  /** None when left out. */
  readonly bijdragen?: readonly BijdrageFeit[];
}
