import type { AanmeldingGezien } from "./aanmelding.ts";
import type { Aanspreek } from "./aanspreek.ts";
import type {
  Afsluitreden,
  AlGedaan,
  Besluit,
  Domein,
  Fase,
  Functie,
  Gezag,
  Gezagsmerk,
  Giz,
  HulpvraagStatus,
  Leerjaar,
  Partij,
  Urgentie,
} from "./code.ts";
import type { Doelbereik } from "./doelbereik.ts";
import type {
  AntwoordFeit,
  InformatieFeit,
  OpruimingFeit,
  ToestemmingFeit,
  UitzonderingFeit,
} from "./dossier.ts";
import type { PauzeGezien } from "./pauze.ts";
import type { RegierolKeuze, VoorstelFeit } from "./regierol-keuze.ts";
import type { Weigerreden } from "./regierol-reden.ts";
import type { Terugblik } from "./review.ts";
import type { WachtplekGezien } from "./see-wachtlijst.ts";
import type { Mijlpaal } from "./tijdlijn.ts";
import type { Missing } from "./toestemming.ts";
import type { DoelStand } from "./toestemming-doel.ts";
import type { TrajectGezien } from "./traject-view.ts";
import type { Verjaardag } from "./verjaardag.ts";
import type { Voortgang } from "./voortgang.ts";
import type { WaarnemingFeit } from "./waarneming.ts";

/** What can be done with a hulpvraag from its card; only what this person may do now is offered. */
export const hulpvraagActs = [
  "intake_verder",
  "als_adviesvraag",
  "toestemming_vastleggen",
  "toestemming_intrekken",
  "klaarzetten",
  "agenderen",
  "van_agenda",
  "terugkoppeling",
  "ander_regierol_aanbod",
  "aanbod_aannemen",
  "aanbod_weigeren",
  "waarneming_aannemen",
  "waarneming_weigeren",
  "overdracht_overnemen",
  "overdracht_afwijzen",
  "weer_terug",
  "giz",
  "eerste_contact",
  "voortgang",
  "actie_gedaan",
  "afsluiting_voorstellen",
  "afsluiting_bevestigen",
  "terug_naar_schakelteam",
  /** What can be arranged around the regierol: one of the acts below. */
  "regierol_regelen",
  "actie_afspreken",
  "meedenkers_kiezen",
  "waarneming_regelen",
  "overdracht_voorstellen",
  "overdracht_intrekken",
  "regierol_overdragen",
  /** The work stands still for a while, and goes on. */
  "pauzeren",
  "pauze_stoppen",
  /** What can be done about the Loket and the wijkteam: one of the acts below. */
  "aanmelding_regelen",
  "aanmelding_loket",
  "loket_niet",
  "aanmelding_wijkteam",
  "aanmelding_stap",
  "loket_afsluiten",
  /** What can be done about a traject of eight weeks: one of the acts below. */
  "traject_regelen",
  "traject_starten",
  "traject_tussen",
  "traject_eind",
  "traject_plannen",
  "traject_meer_hulp",
  "traject_verlengen",
  "traject_stoppen",
  /** What can be done while the pupil waits for help elsewhere: one of the acts below. */
  "wachtlijst_regelen",
  "wachtplek_erbij",
  "wachtplek_aanpassen",
  "wachtlijst_nagaan",
  "overbrugging_regelen",
  "uitzondering_verslag",
  "uitzondering_ouders",
  "intrekken",
  "brief_maken",
  "gehoord",
] as const;
export type HulpvraagAct = (typeof hulpvraagActs)[number];

export interface ActieGezien {
  readonly id: string;
  readonly versie: number;
  readonly houder: string;
  readonly vanMij: boolean;
  /** Null when this person may know that it exists and not what it says. */
  readonly omschrijving: string | null;
  readonly datum: Temporal.PlainDate;
  readonly gedaan: boolean;
}

export interface TermijnGezien {
  readonly id: string;
  readonly versie: number;
  readonly soort: string;
  readonly vervalt: Temporal.PlainDate;
  readonly open: boolean;
  readonly teLaat: boolean;
  /** Its day holds when the pause is over. */
  readonly gepauzeerd: boolean;
  readonly vanMij: boolean;
  /** The day on which it was done; null while it is open. */
  readonly klaarOp: Temporal.PlainDate | null;
}

/** One hulpvraag as one person sees it on one day. Text stands here opened, because this person may read it. */
export interface HulpvraagGezien {
  readonly id: string;
  readonly versie: number;
  readonly referentie: string;
  readonly status: HulpvraagStatus;
  readonly fase: Fase | null;
  readonly school: string;
  readonly stap: 1 | 2 | 3;
  readonly vandaag: Temporal.PlainDate;
  readonly aanspreek: Aanspreek;
  /** Where the pupil is spoken to: may the parents hear of it. Null when that was not asked, or not for this person. */
  readonly oudersHoren: boolean | null;
  readonly leerling: {
    readonly naam: string;
    /** Null for who sees only name and question. */
    readonly leerjaar: Leerjaar | null;
    readonly geboortemaand: string | null;
  } | null;
  readonly wat: {
    readonly vraag: string | null;
    readonly gedaanToelichting: string | null;
    readonly oudersVraag: string | null;
    readonly domeinen: readonly Domein[];
    /** Subjects that may not be spoken of. */
    readonly uitgesloten: readonly Domein[];
    readonly alGedaan: readonly AlGedaan[];
    readonly aanTafel: readonly Functie[];
    /** Null for who sees only the question. */
    readonly gezag: Gezag | null;
    readonly urgentie: Urgentie | null;
  } | null;
  /** For who keeps the toestemming: what there is, and what is missing (codes of toestemming.ts). */
  readonly toestemming: {
    readonly geldig: boolean;
    readonly geldigTot: Temporal.PlainDate | null;
    readonly partners: readonly Functie[];
    readonly grondslag: ToestemmingFeit["grondslag"] | null;
    /** What was asked beside the discussion, and whose yes that still lacks. */
    readonly doelen: readonly DoelStand[];
    readonly uitgesloten: readonly Domein[];
    /** One line per person: the last answer. */
    readonly antwoorden: readonly Pick<AntwoordFeit, "partij" | "soort" | "op" | "vorm">[];
    readonly informatie: InformatieFeit | null;
    /** At the table, and not in the toestemming: they see nothing of it. */
    readonly nietGenoemd: readonly Functie[];
    readonly opruiming: OpruimingFeit | null;
    readonly ontbreekt: readonly Missing[];
    /** Must still be asked, but their silence does not block. */
    readonly nogVragen: readonly Partij[];
    /** An ots, or gezag shared with others: with whom the ib speaks first. */
    readonly afstemmen: readonly Gezagsmerk[];
    /** Ahead of time: the birthday in this school year from which the pupil must say yes as well. */
    readonly verjaardag: Verjaardag | null;
  } | null;
  /** For the ib: the last time that the directeur was asked, and what is still to be done about it. */
  readonly uitzondering:
    | (Pick<
        UitzonderingFeit,
        "id" | "versie" | "stand" | "rondeId" | "rondeDatum" | "oudersWeten" | "herzienOp"
      > & { readonly directeur: string; readonly vastleggen: boolean; readonly besproken: boolean })
    | null;
  readonly ronde: {
    readonly id: string;
    readonly datum: Temporal.PlainDate;
    readonly begin: Temporal.PlainTime;
    /** Its day is over and nobody opened it. */
    readonly nietGehouden: boolean;
  } | null;
  readonly besluit: {
    readonly id: string;
    readonly besluiten: readonly Besluit[];
    readonly afweging: string | null;
    readonly regierolVoor: string | null;
    readonly oudersVerteld: boolean;
    readonly akkoord: "ja" | "nee" | "niet_nodig" | null;
    /** Taken without the parents, who do not know yet. */
    readonly verzwegen: boolean;
  } | null;
  readonly regierol: {
    readonly houder: string;
    readonly functie: Functie | null;
    readonly soort: "actief" | "waarnemend";
    readonly vanMij: boolean;
    readonly giz: Giz | null;
    /** Of a GIZ that is planned. */
    readonly gizGepland: Temporal.PlainDate | null;
    readonly sinds: Temporal.PlainDate;
    /** Why this one; only for who reads the rest. */
    readonly keuze: RegierolKeuze | null;
  } | null;
  /** The holder is away, or will be. */
  readonly waarneming: {
    readonly voor: string;
    readonly door: string;
    readonly van: Temporal.PlainDate;
    readonly tot: Temporal.PlainDate;
    readonly stand: WaarnemingFeit["stand"];
    readonly begonnen: boolean;
    readonly voorMij: boolean;
    readonly aanMij: boolean;
  } | null;
  /** The wish to give the regierol on, for the ib and who holds it. */
  readonly voorstel:
    | (Pick<VoorstelFeit, "stand" | "reden"> & {
        readonly door: string;
        readonly aan: string | null;
        readonly vanMij: boolean;
      })
    | null;
  /** How it went the last time that this was told, and looked back on; only for who reads the rest. */
  readonly voortgang: (Voortgang & { readonly op: Temporal.PlainDate }) | null;
  readonly terugblik: (Terugblik & { readonly op: Temporal.PlainDate }) | null;
  /** How it stands at the Loket and the wijkteam: content, so only for who reads the rest. */
  readonly aanmeldingen: readonly AanmeldingGezien[];
  /** The last traject of eight weeks: content too. */
  readonly traject: TrajectGezien | null;
  /** What help is waited for: content, so only for who reads the rest. */
  readonly wachtlijst: readonly WachtplekGezien[];
  /** It stands still today; content, so only for who reads the rest. */
  readonly pauze: PauzeGezien | null;
  /** Who is linked, for who reads the rest. */
  readonly meedenkers: readonly { readonly naam: string; readonly functie: Functie | null }[];
  readonly aanbod: {
    readonly naam: string;
    readonly aanMij: boolean;
    /** False when the ground has gone since it was asked, or the person has: nobody has to answer it. */
    readonly geldt: boolean;
    /** Its time is over, and there was no answer. */
    readonly onbeantwoord: boolean;
  } | null;
  /** For the ib: who said no to the regierol after the last besluit, and why. */
  readonly weigeringen: readonly { readonly naam: string; readonly reden: Weigerreden }[];
  /** `bereikt`: by the five goals, once it was proposed to close. */
  readonly afsluiting: {
    readonly voorgesteld: Afsluitreden | null;
    readonly reden: Afsluitreden | null;
    readonly bereikt: Doelbereik | null;
  };
  readonly acties: readonly ActieGezien[];
  readonly termijnen: readonly TermijnGezien[];
  /** What happened until now, for who reads what was decided. */
  readonly mijlpalen: readonly Mijlpaal[];
  /** For who may read the texts: what was not right about a besluit or an actie. */
  readonly correcties: readonly {
    readonly over: "besluit" | "actie";
    readonly op: Temporal.PlainDate;
    readonly tekst: string;
  }[];
  /** Whom it may be discussed with and nobody else, when the directeur decided so. */
  readonly kring: readonly string[] | null;
  /** Reads how it went since the besluit (`verloop_zien`). */
  readonly leestVerloop: boolean;
  /** The ground is gone and the work waits for a new one. */
  readonly stil: boolean;
  /** May be read by this person, and cannot be: a key is missing or something is damaged. Nothing of it is shown. */
  readonly onleesbaar: boolean;
  readonly mag: ReadonlySet<HulpvraagAct>;
}

/** Terms of it that are late, as far as this person sees them. */
export function lateIn({ termijnen }: Pick<HulpvraagGezien, "termijnen">): number {
  return termijnen.filter(({ teLaat }) => teLaat).length;
}
