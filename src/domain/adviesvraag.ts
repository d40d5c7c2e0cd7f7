/**
 * A question about a child whom nobody may recognise (004 ch. 1 par. 8, option 3; 003 block 1): a record of its own, with
 * no leerling, no reference and no tie to a hulpvraag. It gets advice, and goes a few weeks later.
 */
import { z } from "zod/v4";
import type { AdviesvraagSettings } from "./adviesvraag-setting.ts";
import type { Domein } from "./code.ts";
import { besluitConsent } from "./consent.ts";
import type { ConsentFacts } from "./consent-facts.ts";
import { veiligeInstelling } from "./consent-setting.ts";
import type { RondeFeit, TeamlidFeit } from "./dossier.ts";
import type { Sealed } from "./sealed.ts";

export const adviesstatussen = ["gesteld", "wacht_op_ronde", "geagendeerd", "beantwoord"] as const;
export const adviesstatusSchema = z.enum(adviesstatussen);
/** One that was taken back or has served its time is no row any more. */
export type Adviesstatus = z.infer<typeof adviesstatusSchema>;

/** Whom it is put to, and so who reads and answers it. */
export const kringen = ["kernteam_nu", "ronde_kernteam", "ronde_tafel"] as const;
export const kringSchema = z.enum(kringen);
export type Kring = z.infer<typeof kringSchema>;

/** What comes of it; nothing that binds a child. */
export const adviesuitkomsten = ["advies_gegeven", "hulpvraag_maken"] as const;
export const adviesuitkomstSchema = z.enum(adviesuitkomsten);
export type Adviesuitkomst = z.infer<typeof adviesuitkomstSchema>;

/** Why nothing is left of one. */
export const advieswisredenen = ["termijn", "ingetrokken", "verzoek"] as const;
export type Advieswisreden = (typeof advieswisredenen)[number];

export interface AdviesvraagFeit {
  readonly id: string;
  readonly sztId: string;
  readonly status: Adviesstatus;
  readonly kring: Kring;
  readonly domein: Domein;
  readonly vraag: Sealed<string>;
  readonly antwoord: Sealed<string> | null;
  readonly uitkomst: Adviesuitkomst | null;
  readonly vragerId: string;
  readonly beantwoordDoor: string | null;
  /** Days, no moments: an hour could be laid beside what else was done then. */
  readonly gesteldOp: Temporal.PlainDate;
  readonly beantwoordOp: Temporal.PlainDate | null;
  /** On this day nothing is left of it. */
  readonly wissenOp: Temporal.PlainDate;
  readonly versie: number;
  readonly team: readonly TeamlidFeit[];
  /** The round that has it on its agenda; none any more once that round is over. */
  readonly ronde: RondeFeit | null;
}

export const opRonde = (kring: Kring): boolean => kring !== "kernteam_nu";

/** Minutes that one takes on an agenda. */
export const adviesMinuten = 10;

/** The day on which it goes: some weeks after the answer; without an answer some weeks after it was put or was to be discussed. */
export function wisDag(
  { beantwoordOp, gesteldOp, ronde }: Pick<AdviesvraagFeit, "beantwoordOp" | "gesteldOp" | "ronde">,
  settings: AdviesvraagSettings,
): Temporal.PlainDate {
  const kept = { weeks: settings.bewaren_weken };
  if (beantwoordOp) return beantwoordOp.add(kept);
  const waited = gesteldOp.add({ weeks: settings.onbeantwoord_weken });
  const discussed = ronde?.datum.add(kept);
  return discussed && Temporal.PlainDate.compare(discussed, waited) > 0 ? discussed : waited;
}

/** The ground `anoniem`, decided where every ground is: it asks for nothing, and holds as long as nobody is recognisable. */
export function magAnoniem(tekstHerkenbaar: boolean, now: Temporal.PlainDateTime): boolean {
  return besluitConsent({ ...niemand(now), vraag: { ...vraag, tekstHerkenbaar } }).bespreken === "anoniem";
}

const vraag: ConsentFacts["vraag"] = {
  grondslag: "anoniem",
  doel: "adviesvraag_swv",
  informatie: null,
  geinformeerdOp: null,
  bezwaarTot: null,
  tekstHerkenbaar: false,
  externWilInhoud: false,
};

/** Nothing is known of anybody. */
function niemand(nu: Temporal.PlainDateTime): ConsentFacts {
  return {
    nu,
    ronde: null,
    leerling: { leeftijden: [], wilsbekwaam: true },
    gezag: { soort: "onbekend", houders: [], gecontroleerd: false, toezicht: false, deels: [] },
    vraag,
    antwoorden: [],
    reikwijdte: null,
    uitzondering: null,
    gebeurtenissen: [],
    instelling: veiligeInstelling,
    akkoordRegie: null,
  };
}
