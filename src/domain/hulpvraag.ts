/**
 * The path of a hulpvraag as one table (model.md §3). A status says where it stands; who holds the regierol, what
 * the parents were told and what the Loket did are records beside it, and reach this table as guards.
 */
import type { Besluit, Fase, HulpvraagStatus } from "./code.ts";
import type { Relatie } from "./relatie.ts";

export const hulpvraagActs = [
  "start_intake",
  "klaarzetten",
  "agenderen",
  "van_agenda_halen",
  "besluit_vastleggen",
  "meer_informatie",
  "regierol_starten",
  "doorlopen",
  "basisondersteuning",
  "afsluiten",
  "afsluiten_na_loket",
  "opnieuw_na_weigering",
  "afsluiten_na_weigering",
  "terug_naar_schakelteam",
  "afsluiting_bevestigen",
  "intrekken",
  "heropenen",
] as const;
export type HulpvraagAct = (typeof hulpvraagActs)[number];

/** What must be so on the day of the act. What is not stated does not hold. */
export const guards = [
  "geldige_grondslag",
  "grondslag_vervallen",
  "nieuwe_grondslag",
  "afweging_vastgelegd",
  "besluiten_gaan_samen",
  "taak_met_datum",
  "ouders_geinformeerd",
  "akkoord_vastgelegd",
  "akkoord_geweigerd",
  "aanbod_aanvaard",
  "regierol_actief",
  "loket_heeft_uitkomst",
  "afsluiting_voorgesteld",
  "reden_vastgelegd",
] as const;
export type Guard = (typeof guards)[number];

export type Doer = Relatie | "systeem";
/** `geen`: there is no hulpvraag yet. */
export type From = HulpvraagStatus | "geen";

interface Step {
  readonly from: readonly From[];
  readonly act: HulpvraagAct;
  /** Any one of these. That the person may also see what is decided about is asked of visibility.ts. */
  readonly who: readonly Doer[];
  readonly guards: readonly Guard[];
  /** The besluit of the round that this step carries out. */
  readonly besluit?: Besluit;
  readonly to: HulpvraagStatus;
}

const ib = "ib_van_school";
const leiding = ["voorzitter", "notulist"] as const satisfies readonly Doer[];
const holder = ["regierolhouder", "waarnemer"] as const satisfies readonly Doer[];

/** "Lopend": from klaargezet to in uitvoering. */
export const lopend = [
  "klaargezet",
  "geagendeerd",
  "besproken",
  "in_uitvoering",
] as const satisfies readonly HulpvraagStatus[];

// biome-ignore format: a table is read by its columns
export const steps: readonly Step[] = [
  { from: ["geen"], act: "start_intake", who: [ib], guards: [], to: "concept" },
  { from: ["concept"], act: "klaarzetten", who: [ib], guards: ["geldige_grondslag"], to: "klaargezet" },
  { from: ["klaargezet"], act: "agenderen", who: [ib, "voorzitter"], guards: ["geldige_grondslag"], to: "geagendeerd" },
  { from: ["geagendeerd"], act: "van_agenda_halen", who: ["systeem", "voorzitter", "ib_van_school"], guards: ["geldige_grondslag"], to: "klaargezet" },
  { from: ["geagendeerd"], act: "van_agenda_halen", who: ["systeem", "voorzitter"], guards: ["grondslag_vervallen"], to: "concept" },
  { from: ["geagendeerd"], act: "besluit_vastleggen", who: leiding, guards: ["geldige_grondslag", "afweging_vastgelegd", "besluiten_gaan_samen"], to: "besproken" },
  { from: ["besproken"], act: "meer_informatie", who: [ib, ...leiding], guards: ["taak_met_datum"], besluit: "meer_informatie", to: "klaargezet" },
  { from: ["besproken"], act: "regierol_starten", who: [ib, "aangeboden_regierol"], guards: ["geldige_grondslag", "ouders_geinformeerd", "akkoord_vastgelegd", "aanbod_aanvaard"], besluit: "regierol_toewijzen", to: "in_uitvoering" },
  { from: ["besproken"], act: "doorlopen", who: [ib, ...leiding], guards: ["regierol_actief"], besluit: "doorlopen", to: "in_uitvoering" },
  { from: ["besproken"], act: "basisondersteuning", who: [ib], guards: ["ouders_geinformeerd", "reden_vastgelegd"], besluit: "basisondersteuning", to: "afgesloten" },
  { from: ["besproken"], act: "afsluiten", who: [ib], guards: ["ouders_geinformeerd", "reden_vastgelegd"], besluit: "afsluiten", to: "afgesloten" },
  { from: ["besproken"], act: "afsluiten_na_loket", who: [ib], guards: ["ouders_geinformeerd", "loket_heeft_uitkomst", "reden_vastgelegd"], besluit: "doorzetten_loket", to: "afgesloten" },
  { from: ["besproken"], act: "opnieuw_na_weigering", who: [ib], guards: ["geldige_grondslag", "akkoord_geweigerd"], besluit: "regierol_toewijzen", to: "klaargezet" },
  { from: ["besproken"], act: "opnieuw_na_weigering", who: [ib], guards: ["grondslag_vervallen", "akkoord_geweigerd"], besluit: "regierol_toewijzen", to: "concept" },
  { from: ["besproken"], act: "afsluiten_na_weigering", who: [ib], guards: ["akkoord_geweigerd", "reden_vastgelegd"], besluit: "regierol_toewijzen", to: "afgesloten" },
  { from: ["in_uitvoering"], act: "terug_naar_schakelteam", who: [ib, ...holder], guards: ["geldige_grondslag"], to: "klaargezet" },
  { from: ["in_uitvoering"], act: "terug_naar_schakelteam", who: [ib], guards: ["grondslag_vervallen"], to: "concept" },
  { from: ["in_uitvoering"], act: "afsluiting_bevestigen", who: [ib], guards: ["afsluiting_voorgesteld", "ouders_geinformeerd", "reden_vastgelegd"], to: "afgesloten" },
  { from: ["concept", ...lopend], act: "intrekken", who: [ib, "systeem"], guards: [], to: "ingetrokken" },
  { from: ["afgesloten"], act: "heropenen", who: [ib], guards: ["reden_vastgelegd", "nieuwe_grondslag"], to: "concept" },
];

export interface TransitionFacts {
  readonly who: ReadonlySet<Doer>;
  readonly holds: ReadonlySet<Guard>;
  /** The besluiten of the last round about this hulpvraag. */
  readonly besluiten: readonly Besluit[];
}

export type Transition =
  | { readonly ok: true; readonly to: HulpvraagStatus }
  | { readonly ok: false; readonly error: TransitionRefusal };

export type TransitionRefusal =
  | { readonly kind: "stap_bestaat_niet"; readonly from: From; readonly act: HulpvraagAct }
  | { readonly kind: "niet_aan_jou"; readonly who: readonly Doer[] }
  | { readonly kind: "ander_besluit"; readonly besluit: Besluit }
  | { readonly kind: "nog_niet"; readonly missing: readonly Guard[] };

export function transition(from: From, act: HulpvraagAct, facts: TransitionFacts): Transition {
  const rows = steps.filter((step) => step.act === act && step.from.includes(from));
  const [first] = rows;
  if (!first) return { ok: false, error: { kind: "stap_bestaat_niet", from, act } };
  const open = rows.filter((step) => step.who.some((doer) => facts.who.has(doer)));
  if (open.length === 0) return { ok: false, error: { kind: "niet_aan_jou", who: first.who } };
  const { besluit } = first;
  if (besluit && !facts.besluiten.includes(besluit))
    return { ok: false, error: { kind: "ander_besluit", besluit } };
  const ready = open.find((step) => step.guards.every((guard) => facts.holds.has(guard)));
  if (ready) return { ok: true, to: ready.to };
  const missing = first.guards.filter((guard) => !facts.holds.has(guard));
  return { ok: false, error: { kind: "nog_niet", missing } };
}

/** Every act this person could do now, so that a card offers no button that will be refused. */
export function possibleActs(from: From, facts: TransitionFacts): readonly HulpvraagAct[] {
  return hulpvraagActs.filter((act) => transition(from, act, facts).ok);
}

export function isLopend(status: HulpvraagStatus): boolean {
  return lopend.some((one) => one === status);
}

const faseOf: Record<HulpvraagStatus, Fase | null> = {
  concept: null,
  klaargezet: "in_voorbereiding",
  geagendeerd: "in_voorbereiding",
  besproken: "besproken",
  in_uitvoering: "in_uitvoering",
  afgesloten: "afgerond",
  ingetrokken: null,
};

/** What channel and digest may say; null for what nobody outside may know to exist. */
export function fase(status: HulpvraagStatus): Fase | null {
  return faseOf[status];
}

/** Besluiten that `doorzetten_loket` may accompany; every other besluit stands alone. */
const withLoket: readonly Besluit[] = ["regierol_toewijzen", "doorlopen", "meer_informatie"];

export type BesluitenCheck =
  | { readonly ok: true; readonly besluiten: readonly Besluit[] }
  | { readonly ok: false; readonly error: { readonly kind: "geen_besluit" | "besluiten_gaan_niet_samen" } };

/** One besluit, or two that may go together. The same one twice counts once. */
export function checkBesluiten(list: readonly Besluit[]): BesluitenCheck {
  const besluiten = [...new Set(list)];
  if (besluiten.length === 0) return { ok: false, error: { kind: "geen_besluit" } };
  const [other, ...more] = besluiten.filter((besluit) => besluit !== "doorzetten_loket");
  const fits = besluiten.length === 1 || (other !== undefined && withLoket.includes(other));
  if (more.length > 0 || !fits) return { ok: false, error: { kind: "besluiten_gaan_niet_samen" } };
  return { ok: true, besluiten };
}
