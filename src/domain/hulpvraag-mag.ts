/** What one person can do with one hulpvraag now: rights, status and rules together, so that no button is refused. */
import { aanmeldingPlekken, loketHeeftUitkomst, loketVerteld, openAanmelding } from "./aanmelding.ts";
import type { BesluitFeit, Dossier } from "./dossier.ts";
import { werkers } from "./gehoord.ts";
import {
  type Guard,
  isLopend,
  type HulpvraagAct as Step,
  type TransitionFacts,
  transition,
} from "./hulpvraag.ts";
import { type HulpvraagAct, hulpvraagActs } from "./hulpvraag-view.ts";
import { canSayNo } from "./nee-zeggen.ts";
import { openOverbrugging } from "./overbrugging.ts";
import type { Relatie } from "./relatie.ts";
import type { ConsentDecision } from "./toestemming.ts";
import { openTraject, type TrajectStap, trajectVolgende } from "./traject.ts";
import { isOpen, isVerzwegen } from "./uitzondering.ts";
import { houderOf } from "./waarneming.ts";
import { openPlekken, vrijeSoorten } from "./wachtlijst.ts";

export interface ActFacts {
  readonly dossier: Dossier;
  readonly persoonId: string;
  readonly relaties: ReadonlySet<Relatie>;
  readonly consent: ConsentDecision;
  /** Whether the visibility rule lets this person edit. */
  readonly bewerken: boolean;
  /** Whether the work waits for a ground. */
  readonly stil: boolean;
  /** It stands still today. */
  readonly gepauzeerd: boolean;
}

interface Seen extends ActFacts {
  readonly besluit: BesluitFeit | undefined;
  readonly ib: boolean;
  readonly holder: boolean;
  /** Whether the step could be made now; what the form still asks counts as given. */
  can(act: Step): boolean;
}

export function actsFor(facts: ActFacts): ReadonlySet<HulpvraagAct> {
  const { dossier, relaties } = facts;
  const steps = transitionFacts(facts);
  const seen: Seen = {
    ...facts,
    besluit: dossier.besluiten.at(-1),
    ib: relaties.has("ib_van_school"),
    // Until the akkoord is given anew the work of the holder waits.
    holder:
      (relaties.has("regierolhouder") || relaties.has("waarnemer")) && !isAskedAnew(dossier, facts.consent),
    can: (act) => transition(dossier.status, act, steps).ok,
  };
  return new Set(hulpvraagActs.filter((act) => offered[act](seen)));
}

/** The facts of the table of transitions, as they stand in the dossier. */
export function transitionFacts({
  dossier,
  relaties,
  consent,
}: Omit<ActFacts, "stil" | "gepauzeerd">): TransitionFacts {
  const besluit = dossier.besluiten.at(-1);
  const akkoord = besluit?.terugkoppeling?.akkoord;
  const holds: Readonly<Record<Guard, boolean>> = {
    geldige_grondslag: consent.ok,
    grondslag_vervallen: !consent.ok,
    nieuwe_grondslag: consent.ok,
    ouders_geinformeerd: akkoord !== undefined,
    akkoord_vastgelegd: akkoord === "ja",
    akkoord_geweigerd: akkoord === "nee",
    aanbod_aanvaard: dossier.aanbod?.status === "aanvaard",
    regierol_actief: dossier.regierollen.some(({ tot }) => tot === null),
    afsluiting_voorgesteld: dossier.afsluitingVoorgesteld !== null,
    loket_heeft_uitkomst: loketHeeftUitkomst(dossier),
    // Asked in the form of the step itself.
    afweging_vastgelegd: true,
    besluiten_gaan_samen: true,
    taak_met_datum: true,
    reden_vastgelegd: true,
  };
  const guards = (Object.keys(holds) as Guard[]).filter((guard) => holds[guard]);
  return { who: relaties, holds: new Set(guards), besluiten: besluit?.besluiten ?? [] };
}

const open = ({ dossier }: Seen): boolean => dossier.status === "concept" || isLopend(dossier.status);
const running = ({ dossier }: Seen): boolean => dossier.status === "in_uitvoering";
/** Who had the regierol left: the ib has it until somebody else says yes. */
const isKeptWarm = ({ status, regierollen, waarneming }: Dossier): boolean =>
  status === "in_uitvoering" &&
  !waarneming?.begonnen &&
  regierollen.some(({ tot, soort }) => tot === null && soort === "waarnemend");
/** Nobody is asked for the regierol, or says yes, without consent in writing that holds (003, block 2). */
export const carriesRegierol = ({ ok, grondslag }: ConsentDecision): boolean =>
  ok && grondslag === "schriftelijk";
/** What was asked of somebody stands only with the akkoord that it was asked on. */
export const aanbodStands = (consent: ConsentDecision): boolean =>
  carriesRegierol(consent) && consent.regierol === "toewijsbaar";
/** There is a ground again, and the akkoord of before it counts no more: the holder may not go on without a new one. */
const isAskedAnew = ({ status }: Dossier, consent: ConsentDecision): boolean =>
  status === "in_uitvoering" && carriesRegierol(consent) && !aanbodStands(consent);
/** Runs with a holder who is there, or who comes back. */
const held = (seen: Seen): boolean => running(seen) && houderOf(seen.dossier) !== null;
/** Who holds it now, or comes back to it. */
const isHolder = ({ dossier, persoonId }: Seen): boolean => houderOf(dossier) === persoonId;
const openTerm = ({ dossier }: Seen, soort: string): boolean =>
  dossier.termijnen.some((termijn) => termijn.soort === soort && termijn.status === "open");

const isOffered = ({ relaties, dossier: { aanbod }, persoonId }: Seen): boolean =>
  relaties.has("aangeboden_regierol") && aanbod?.status === "aangeboden" && aanbod.persoonId === persoonId;
const isAskedToStandIn = ({ dossier: { waarneming }, persoonId }: Seen): boolean =>
  waarneming?.stand === "gevraagd" && waarneming.doorId === persoonId;

/** What is arranged around the regierol, in the order in which it is shown. */
export const regelActs = [
  "actie_afspreken",
  "meedenkers_kiezen",
  "pauze_stoppen",
  "pauzeren",
  "weer_terug",
  "waarneming_regelen",
  "regierol_overdragen",
  "overdracht_voorstellen",
  "overdracht_intrekken",
] as const satisfies readonly HulpvraagAct[];

/** What is done about the Loket and the wijkteam, in the order in which it is shown. */
export const aanmeldActs = [
  "aanmelding_loket",
  "loket_niet",
  "aanmelding_wijkteam",
  "aanmelding_stap",
  "loket_afsluiten",
] as const satisfies readonly HulpvraagAct[];

/** What is done about a traject of eight weeks, in the order in which it is shown. */
export const trajectActs = [
  "traject_starten",
  "traject_tussen",
  "traject_eind",
  "traject_plannen",
  "traject_meer_hulp",
  "traject_verlengen",
  "traject_stoppen",
] as const satisfies readonly HulpvraagAct[];

/** Who works with the pupil's question in that traject, with a yes in writing. */
const carriesTraject = (seen: Seen): boolean =>
  (seen.ib || seen.holder) && seen.bewerken && !seen.stil && open(seen) && carriesRegierol(seen.consent);
const trajectStap = (seen: Seen, stap: TrajectStap): boolean => {
  const traject = openTraject(seen.dossier);
  return traject !== null && carriesTraject(seen) && trajectVolgende(traject).includes(stap);
};
/** What is done while the pupil waits for help elsewhere. */
export const wachtActs = [
  "wachtplek_erbij",
  "wachtplek_aanpassen",
  "wachtlijst_nagaan",
  "overbrugging_regelen",
] as const satisfies readonly HulpvraagAct[];
const waits = ({ dossier }: Seen): boolean => openPlekken(dossier).length > 0;
const bridged = ({ dossier }: Seen): boolean =>
  openPlekken(dossier).some((plek) => openOverbrugging(plek) !== null);
const follows = (seen: Seen): boolean =>
  (seen.ib || seen.holder) && seen.bewerken && !seen.stil && isLopend(seen.dossier.status);

/** After a besluit that the family knows of, and with a yes in writing (model.md §6). */
const canSend = (seen: Seen): boolean =>
  (seen.ib || seen.holder) &&
  seen.bewerken &&
  !seen.stil &&
  isLopend(seen.dossier.status) &&
  carriesRegierol(seen.consent);

const offered: Readonly<Record<HulpvraagAct, (seen: Seen) => boolean>> = {
  intake_verder: ({ ib, bewerken, dossier }) => ib && bewerken && dossier.status === "concept",
  // The same question without a name, as a record of its own; also when the parents said no.
  als_adviesvraag: ({ ib, dossier }) =>
    ib && dossier.status === "concept" && dossier.stap > 1 && dossier.vraag !== null,
  // Also after a withdrawal, when nothing else may be edited: without it no new ground could be recorded.
  toestemming_vastleggen: (seen) => seen.ib && open(seen) && seen.dossier.stap === 3,
  // At any moment (AVG art. 7 lid 3): while the work goes on that is part of the step above.
  toestemming_intrekken: ({ ib, dossier }) =>
    ib && dossier.status === "afgesloten" && canSayNo(dossier).length > 0,
  klaarzetten: ({ can, bewerken, dossier }) => bewerken && dossier.stap === 3 && can("klaarzetten"),
  agenderen: ({ can }) => can("agenderen"),
  van_agenda: ({ can }) => can("van_agenda_halen"),
  terugkoppeling: ({ ib, dossier, besluit }) =>
    ib &&
    dossier.status === "besproken" &&
    besluit !== undefined &&
    besluit.terugkoppeling === null &&
    !isVerzwegen(dossier),
  ander_regierol_aanbod: ({ ib, dossier, besluit, consent }) =>
    ib &&
    carriesRegierol(consent) &&
    besluit?.terugkoppeling?.akkoord === "ja" &&
    dossier.aanbod !== null &&
    // Also while the offer stands: who was asked may be ill, or gone from the team.
    ((dossier.status === "besproken" && dossier.aanbod.status !== "aanvaard") ||
      isKeptWarm(dossier) ||
      isAskedAnew(dossier, consent)),
  aanbod_aannemen: (seen) => isOffered(seen) && aanbodStands(seen.consent),
  aanbod_weigeren: (seen) => isOffered(seen) && aanbodStands(seen.consent),
  waarneming_aannemen: (seen) => isAskedToStandIn(seen) && aanbodStands(seen.consent),
  waarneming_weigeren: isAskedToStandIn,
  overdracht_overnemen: (seen) =>
    seen.ib &&
    held(seen) &&
    seen.dossier.voorstel?.stand === "voorgesteld" &&
    seen.besluit?.terugkoppeling?.akkoord === "ja" &&
    carriesRegierol(seen.consent),
  overdracht_afwijzen: ({ ib, dossier }) => ib && Boolean(dossier.voorstel),
  weer_terug: (seen) => Boolean(seen.dossier.waarneming) && (isHolder(seen) || seen.ib),
  giz: (seen) => seen.holder && seen.bewerken && running(seen) && openTerm(seen, "giz"),
  eerste_contact: (seen) => seen.holder && seen.bewerken && running(seen) && openTerm(seen, "eerste_contact"),
  voortgang: (seen) => seen.holder && seen.bewerken && running(seen),
  actie_gedaan: ({ dossier, persoonId, stil, ib }) =>
    isLopend(dossier.status) &&
    (ib || !stil) &&
    dossier.acties.some((actie) => actie.houderId === persoonId && actie.gedaanOp === null),
  afsluiting_voorstellen: (seen) =>
    seen.holder && seen.bewerken && running(seen) && seen.dossier.afsluitingVoorgesteld === null,
  afsluiting_bevestigen: (seen) => seen.ib && running(seen) && seen.dossier.afsluitingVoorgesteld !== null,
  terug_naar_schakelteam: ({ can, bewerken }) => bewerken && can("terug_naar_schakelteam"),
  regierol_regelen: (seen) => regelActs.some((act) => offered[act](seen)),
  actie_afspreken: (seen) => (seen.ib || seen.holder) && seen.bewerken && running(seen) && !seen.stil,
  meedenkers_kiezen: (seen) =>
    (seen.ib || seen.holder) && seen.bewerken && running(seen) && carriesRegierol(seen.consent),
  waarneming_regelen: (seen) => held(seen) && (seen.ib || isHolder(seen)) && !seen.stil,
  overdracht_voorstellen: (seen) =>
    held(seen) && isHolder(seen) && !seen.ib && !seen.stil && !seen.dossier.voorstel,
  overdracht_intrekken: ({ dossier, persoonId }) => dossier.voorstel?.doorId === persoonId,
  // The ib needs nobody to propose it: a holder may be ill for long.
  regierol_overdragen: (seen) =>
    seen.ib &&
    held(seen) &&
    seen.dossier.voorstel?.stand !== "voorgesteld" &&
    seen.besluit?.terugkoppeling?.akkoord === "ja" &&
    carriesRegierol(seen.consent) &&
    !isAskedAnew(seen.dossier, seen.consent),
  // What cannot wait does not stand still.
  pauzeren: (seen) =>
    (seen.ib || seen.holder) &&
    seen.bewerken &&
    running(seen) &&
    !seen.stil &&
    !seen.gepauzeerd &&
    seen.dossier.urgentie !== "niet_wachten",
  pauze_stoppen: (seen) => (seen.ib || seen.holder) && seen.bewerken && open(seen) && seen.gepauzeerd,
  aanmelding_regelen: (seen) => aanmeldActs.some((act) => offered[act](seen)),
  aanmelding_loket: (seen) =>
    canSend(seen) && loketVerteld(seen.dossier) && !openAanmelding(seen.dossier, "loket"),
  loket_niet: (seen) => seen.ib && seen.bewerken && open(seen) && openTerm(seen, "loket_versturen"),
  aanmelding_wijkteam: (seen) =>
    canSend(seen) &&
    seen.dossier.besluiten.some(({ terugkoppeling }) => terugkoppeling !== null) &&
    !openAanmelding(seen.dossier, "wijkteam"),
  // Also without a ground: then the ib takes it back.
  aanmelding_stap: (seen) =>
    open(seen) &&
    (seen.ib || (seen.holder && seen.bewerken && !seen.stil)) &&
    aanmeldingPlekken.some((bij) => openAanmelding(seen.dossier, bij) !== null),
  wachtlijst_regelen: (seen) => wachtActs.some((act) => offered[act](seen)),
  wachtplek_erbij: (seen) =>
    canSend(seen) &&
    seen.dossier.besluiten.some(({ terugkoppeling }) => terugkoppeling !== null) &&
    vrijeSoorten(seen.dossier).length > 0,
  wachtplek_aanpassen: (seen) => waits(seen) && follows(seen),
  // Also without a ground: then the ib ends what was begun.
  wachtlijst_nagaan: (seen) => waits(seen) && (follows(seen) || (seen.ib && open(seen))),
  overbrugging_regelen: (seen) => waits(seen) && (canSend(seen) || (seen.ib && open(seen) && bridged(seen))),
  loket_afsluiten: (seen) =>
    seen.ib &&
    seen.besluit?.besluiten.every((one) => one === "doorzetten_loket") === true &&
    seen.can("afsluiten_na_loket"),
  traject_regelen: (seen) => trajectActs.some((act) => offered[act](seen)),
  traject_starten: (seen) => running(seen) && carriesTraject(seen) && openTraject(seen.dossier) === null,
  traject_tussen: (seen) => trajectStap(seen, "tussen"),
  traject_eind: (seen) => trajectStap(seen, "eind"),
  traject_plannen: (seen) => trajectStap(seen, "plannen"),
  traject_meer_hulp: (seen) => trajectStap(seen, "meer_hulp"),
  traject_verlengen: (seen) => trajectStap(seen, "verlengen"),
  // Also without a ground: then the ib stops it.
  traject_stoppen: (seen) =>
    open(seen) &&
    (seen.ib || (seen.holder && seen.bewerken && !seen.stil)) &&
    openTraject(seen.dossier) !== null,
  // Also after the end of the hulpvraag: what was decided without the parents stays to be accounted for.
  uitzondering_verslag: ({ ib, dossier }) => ib && (dossier.uitzondering?.vastTeLeggen ?? null) !== null,
  uitzondering_ouders: ({ ib, dossier: { uitzondering } }) =>
    ib && uitzondering !== null && !isOpen(uitzondering) && !uitzondering.oudersWeten,
  intrekken: ({ can }) => can("intrekken"),
  // Which letter, and whether there is one at all, is seen when it is opened. None while the directeur was asked or let
  // it be discussed without the parents: it would tell them.
  brief_maken: (seen) =>
    seen.ib &&
    open(seen) &&
    seen.dossier.stap === 3 &&
    !(seen.dossier.uitzondering && isOpen(seen.dossier.uitzondering)),
  gehoord: ({ ib, dossier, persoonId, consent }) =>
    ib &&
    isLopend(dossier.status) &&
    werkers(aanbodStands(consent) ? dossier : { ...dossier, aanbod: null }).some((id) => id !== persoonId),
};
