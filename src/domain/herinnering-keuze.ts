/** Which reminders somebody may leave out. Only what comes ahead of the day; the rest belongs to what was agreed. */
import { type ReminderStep, reminderSteps } from "./reminder.ts";
import type { TermKind } from "./termijn-table.ts";

export const voorafGroepen = ["acties", "regierol"] as const;
export type VoorafGroep = (typeof voorafGroepen)[number];

/** Why a reminder always comes. */
export type Plicht =
  /** It is due: who has to do it hears so. */
  | "afspraak"
  /** Somebody else is late: who leads the team answers for that (domain.md §6). */
  | "leiding"
  /** Parents, or the pupil, wait for it. */
  | "ouders"
  /** Another person cannot go on without the answer. */
  | "ander_wacht"
  /** The law says by when (004 §1.8). */
  | "wet";

/** Each step of the ladder: null may be left out. */
export const stapPlicht: Readonly<Record<ReminderStep, Plicht | null>> = {
  before: null,
  on: "afspraak",
  after: "afspraak",
  escalated_schakelteam: "leiding",
  escalated_chair: "leiding",
};

/** Each kind of term: the group in which its reminder ahead can be left out, or why it cannot. */
export const voorafKeuze: Readonly<
  Record<TermKind, { readonly groep: VoorafGroep } | { readonly plicht: Plicht }>
> = {
  actie: { groep: "acties" },
  meer_informatie: { groep: "acties" },
  eerste_contact: { plicht: "ouders" },
  giz: { groep: "regierol" },
  actielijnen: { groep: "regierol" },
  voortgang: { groep: "regierol" },
  driemaandsreview: { groep: "regierol" },
  afsluiten_voorstellen: { groep: "regierol" },
  traject_tussenevaluatie: { groep: "regierol" },
  traject_eindevaluatie: { groep: "regierol" },
  wachtlijst_controle: { groep: "regierol" },
  overbrugging_einde: { groep: "regierol" },
  terugkoppeling_ouders: { plicht: "ouders" },
  akkoord_regierol: { plicht: "ouders" },
  gesprek_ouders: { plicht: "ouders" },
  aanbod_regierol: { plicht: "ander_wacht" },
  nieuw_aanbod: { plicht: "ander_wacht" },
  overdracht_regierol: { plicht: "ander_wacht" },
  afsluiting_bevestigen: { plicht: "ander_wacht" },
  verslag: { plicht: "ander_wacht" },
  loket_versturen: { plicht: "ouders" },
  loket_ontvangst: { groep: "acties" },
  loket_oppakken: { groep: "acties" },
  loket_navragen: { groep: "acties" },
  wijkteam_ontvangst: { groep: "acties" },
  wijkteam_oppakken: { groep: "acties" },
  wijkteam_navragen: { groep: "acties" },
  toestemming_verloopt: { plicht: "wet" },
  bezwaartermijn: { plicht: "wet" },
  intrekking_afhandelen: { plicht: "wet" },
  stop_verwerking: { plicht: "wet" },
  meldcode_stap: { plicht: "wet" },
  uitzondering_vastleggen: { plicht: "wet" },
  ouders_achteraf: { plicht: "wet" },
};

/** The steps of a kind that who has to do it left out, as far as that may be. */
export function leftOut(kind: TermKind, uit: ReadonlySet<VoorafGroep>): ReadonlySet<ReminderStep> {
  const keuze = voorafKeuze[kind];
  if (!("groep" in keuze) || !uit.has(keuze.groep)) return none;
  return new Set(reminderSteps.filter((step) => stapPlicht[step] === null));
}

const none: ReadonlySet<ReminderStep> = new Set();
