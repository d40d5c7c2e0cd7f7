/**
 * THE visibility rule: who may do what with a hulpvraag. Rows with wildcards, default deny. Any allowing row allows,
 * unless a denying row also fits: those win, and there are few. The database enforces the walls a second time.
 * A row asks for ALL its relations. The whole product stands in test/domain/golden/visibility.txt.
 */
import type { Adviesstatus, AdviesvraagFeit, Kring } from "./adviesvraag.ts";
import { type Adviesrelatie, adviesrelatiesOf } from "./adviesvraag-relatie.ts";
import type { HulpvraagStatus } from "./code.ts";
import type { Dossier } from "./dossier.ts";
import { lopend } from "./hulpvraag.ts";
import { type Relatie, relationsOf } from "./relatie.ts";
import { Sealed } from "./sealed.ts";
import type { TeamactieFeit } from "./teamactie.ts";
import { type Teamrelatie, teamrelatiesOf } from "./teamactie-relatie.ts";
import { todayIn } from "./today.ts";
import { type ConsentDecision, decideDossierOn } from "./toestemming.ts";
import { opens as canOpen, unseal } from "./unseal.ts";

export const handelingen = [
  "bestaan_zien",
  "naam_zien",
  /** The question itself. */
  "wat_zien",
  /** Everything beside the question: subjects, urgency, what was done, what the parents ask, what was weighed. */
  "meer_zien",
  /** How it went since the besluit: progress, a traject, what is waited for, an application, a pause, what was reached. */
  "verloop_zien",
  /** What was asked of the directeur and decided, without the name of the leerling. */
  "verzoek_zien",
  /** That it has ended, or the own part of it: the number and nothing else. */
  "einde_zien",
  "bewerken",
  /** Record the besluit of the round. */
  "besluiten",
  /** Say what is known of the child outside the school, where nothing more may be said. */
  "bijdragen",
  /** Read the own answer back. */
  "eigen_bijdrage_zien",
  /** Read what others answered. */
  "bijdrage_zien",
  /** Let its consent-safe line go to the channel. */
  "plaatsen",
  "exporteren",
  "wissen",
] as const;
export type Handeling = (typeof handelingen)[number];

/** The ground as it stands now; a ground that does not hold is one of the last three. */
export const grondslagstanden = [
  "schriftelijk",
  "instemming",
  "uitzondering",
  "geen",
  "verlopen",
  "ingetrokken",
] as const;
export type Grondslagstand = (typeof grondslagstanden)[number];

/** What someone looks for: the round; the regie after the akkoord; the rights of parents and pupil; the channel. */
export const doelen = ["bespreking", "regie", "rechten", "kanaal"] as const;
export type Doel = (typeof doelen)[number];

type Any<T> = readonly T[] | "*";

interface Row {
  readonly code: string;
  readonly effect: "allow" | "deny";
  /** All of these; none means everybody. */
  readonly relaties: readonly Relatie[];
  readonly handelingen: Any<Handeling>;
  readonly status: Any<HulpvraagStatus>;
  readonly grondslag: Any<Grondslagstand>;
  readonly doelen: Any<Doel>;
}

const see = ["bestaan_zien", "naam_zien", "wat_zien", "meer_zien", "verloop_zien"] as const;
/** Where the parents were only told: the name and the question (004 §1.8, option 2). */
const beperkt = ["bestaan_zien", "naam_zien", "wat_zien"] as const;
const edit = [...see, "bewerken"] as const;
const voorEinde = ["concept", ...lopend] as const;
const opTafel = ["klaargezet", "geagendeerd", "besproken"] as const;
const aanDeOrde = ["geagendeerd", "besproken"] as const;
const einde = ["afgesloten", "ingetrokken"] as const;
const nietIngetrokken = ["schriftelijk", "instemming", "uitzondering", "geen", "verlopen"] as const;
const nietPlaatsen = ["uitzondering", "geen", "verlopen", "ingetrokken"] as const;
const werk = ["bespreking", "regie"] as const;
const nietRechten = ["bespreking", "regie", "kanaal"] as const;
const s = ["schriftelijk"] as const;
const i = ["instemming"] as const;
const si = ["schriftelijk", "instemming"] as const;
const u = ["uitzondering"] as const;

const allow = (
  code: string,
  met: readonly Relatie[],
  handelingen: Any<Handeling>,
  status: Any<HulpvraagStatus>,
  grondslag: Any<Grondslagstand>,
  doelen: Any<Doel>,
): Row => ({ code, effect: "allow", relaties: met, handelingen, status, grondslag, doelen });

const deny = (...row: Parameters<typeof allow>): Row => ({ ...allow(...row), effect: "deny" });

// biome-ignore format: a table is read by its columns
export const rows: readonly Row[] = [
  // The school itself: its own pupil, whatever the ground; after the end to read, for rights always.
  allow("ib_werkt", ["ib_van_school"], edit, voorEinde, nietIngetrokken, werk),
  allow("ib_ziet_ingetrokken_grond", ["ib_van_school"], see, voorEinde, ["ingetrokken"], werk),
  allow("ib_leest_afgesloten", ["ib_van_school"], see, ["afgesloten"], "*", werk),
  allow("ib_leest_ingetrokken", ["ib_van_school"], ["bestaan_zien", "wat_zien", "meer_zien", "verloop_zien"], ["ingetrokken"], "*", werk),
  allow("ib_rechten", ["ib_van_school"], [...edit, "exporteren", "wissen"], "*", "*", ["rechten"]),
  allow("ib_plaatst", ["ib_van_school"], ["plaatsen"], [...lopend, "afgesloten"], si, ["kanaal"]),
  // The line is the same for everyone in the channel, so confirming it takes no sight of the hulpvraag.
  allow("voorzitter_plaatst", ["voorzitter"], ["plaatsen"], [...lopend, "afgesloten"], si, ["kanaal"]),

  // Around the table: named in the toestemming, and with a part in this discussion.
  // Klaargezet too: after `meer_informatie` it is klaargezet again, and who was there may read back.
  allow("partner_op_agenda", ["genoemde_partner", "genodigde"], see, ["klaargezet", "geagendeerd"], s, ["bespreking"]),
  allow("partner_na_bespreking", ["genoemde_partner"], see, ["besproken", "in_uitvoering"], s, ["bespreking"]),
  allow("schakelteam_bereidt_voor", ["schakelteam", "genoemde_partner"], see, lopend, s, werk),
  allow("voorzitter_bereidt_voor", ["voorzitter", "genoemde_partner"], see, opTafel, s, ["bespreking"]),
  allow("notulist_leest", ["notulist", "genoemde_partner"], see, aanDeOrde, s, ["bespreking"]),
  allow("inbrenger_licht_toe", ["inbrenger", "genoemde_partner"], see, opTafel, s, ["bespreking"]),
  allow("voorzitter_ib_besluit", ["voorzitter", "ib_van_school"], ["besluiten"], ["geagendeerd"], [...si, ...u], ["bespreking"]),
  allow("notulist_ib_besluit", ["notulist", "ib_van_school"], ["besluiten"], ["geagendeerd"], [...si, ...u], ["bespreking"]),
  allow("voorzitter_besluit", ["voorzitter", "genoemde_partner"], ["besluiten"], ["geagendeerd"], si, ["bespreking"]),
  allow("notulist_besluit", ["notulist", "genoemde_partner"], ["besluiten"], ["geagendeerd"], si, ["bespreking"]),

  // The parents were told, and did not object: who was announced hears the name and the question, around this round.
  allow("aangekondigd_op_agenda", ["genoemde_partner", "genodigde"], beperkt, opTafel, i, ["bespreking"]),
  allow("voorzitter_bereidt_instemming", ["voorzitter", "genoemde_partner"], beperkt, opTafel, i, ["bespreking"]),
  allow("notulist_leest_instemming", ["notulist", "genoemde_partner"], beperkt, aanDeOrde, i, ["bespreking"]),

  // Then people outside the school say whether the child is known there, and no more: at the table or asked for this item
  // alone. The school reads it; other partners hear it at the table or not at all.
  allow("partner_zegt_buitenkant", ["genoemde_partner", "genodigde"], ["bijdragen"], ["geagendeerd"], i, ["bespreking"]),
  allow("partner_leest_eigen", ["genoemde_partner", "genodigde"], ["eigen_bijdrage_zien"], opTafel, i, ["bespreking"]),
  allow("ib_leest_buitenkant", ["ib_van_school"], ["bijdrage_zien"], lopend, i, ["bespreking"]),

  // The directeur decided: those whom the decision names, for that discussion.
  allow("uitzondering_bespreekt", ["uitzondering_deelnemer"], see, aanDeOrde, u, ["bespreking"]),
  allow("voorzitter_uitzondering", ["voorzitter", "uitzondering_deelnemer"], ["besluiten"], ["geagendeerd"], u, ["bespreking"]),
  allow("notulist_uitzondering", ["notulist", "uitzondering_deelnemer"], ["besluiten"], ["geagendeerd"], u, ["bespreking"]),

  // What was asked and decided: for the ib, and for that one directeur, who sees nothing else.
  allow("ib_leest_verzoek", ["ib_van_school"], ["verzoek_zien"], "*", "*", werk),
  allow("directeur_leest_verzoek", ["gevraagde_directeur"], ["verzoek_zien"], "*", "*", ["bespreking"]),

  // Around the child: the akkoord of the parents names the holder, the toestemming names the others.
  allow("regierolhouder_werkt", ["regierolhouder"], edit, lopend, s, werk),
  allow("waarnemer_werkt", ["waarnemer"], edit, lopend, s, werk),
  allow("expert_leest", ["gekoppelde_expert", "genoemde_partner"], see, lopend, s, werk),
  allow("actiehouder_leest", ["actiehouder", "genoemde_partner"], see, lopend, s, werk),
  allow("actiehouder_weet", ["actiehouder"], ["bestaan_zien"], lopend, si, werk),
  // Enough to say yes or no; the name, and how it went until now, come with the yes.
  allow("aanbod_leest", ["aangeboden_regierol"], ["bestaan_zien", "wat_zien", "meer_zien"], ["besproken", "in_uitvoering"], s, ["regie"]),

  // The ground has run out, or was taken away: whoever has work there knows that it waits, and no more.
  allow("regierolhouder_wacht", ["regierolhouder"], ["bestaan_zien"], lopend, "*", werk),
  allow("waarnemer_wacht", ["waarnemer"], ["bestaan_zien"], lopend, "*", werk),
  allow("expert_wacht", ["gekoppelde_expert", "genoemde_partner"], ["bestaan_zien"], lopend, ["verlopen"], werk),
  allow("actiehouder_wacht", ["actiehouder"], ["bestaan_zien"], lopend, ["verlopen"], werk),

  // Who worked for it hears that nothing is asked any more.
  allow("meewerker_hoort_einde", ["eerder_betrokken"], ["einde_zien"], ["afgesloten"], "*", ["regie"]),
  // Or that another has the regierol now.
  allow("meewerker_hoort_overname", ["eerder_betrokken"], ["einde_zien"], ["in_uitvoering"], "*", ["regie"]),

  // These win, whatever else fits.
  deny("buitenstaander_nooit", ["buitenstaander"], "*", "*", "*", "*"),
  deny("na_einde_alleen_lezen", [], ["bewerken", "besluiten"], einde, "*", nietRechten),
  deny("na_intrekking_geen_naam", [], ["naam_zien"], ["ingetrokken"], "*", nietRechten),
  // The school asks; it does not answer its own question.
  deny("school_zegt_geen_buitenkant", ["ib_van_school"], ["bijdragen"], "*", "*", "*"),
  deny("kanaal_alleen_bekend", [], ["plaatsen"], "*", nietPlaatsen, "*"),
];

export interface VisibilityQuestion {
  readonly relaties: ReadonlySet<Relatie>;
  readonly handeling: Handeling;
  readonly status: HulpvraagStatus;
  readonly grondslag: Grondslagstand;
  readonly doel: Doel;
}

/** The answer, and by which row: for the log, and for "why can I not see this". */
export interface VisibilityDecision {
  readonly allowed: boolean;
  readonly handeling: Handeling;
  /** The code of the row that decided; null when no row fits, which denies. */
  readonly row: string | null;
}

const reading = [
  "naam_zien",
  "wat_zien",
  "meer_zien",
  "verzoek_zien",
  "eigen_bijdrage_zien",
  "bijdrage_zien",
] as const satisfies readonly Handeling[];
/** Decisions made here that allow reading; a look-alike made elsewhere opens nothing. */
const opens = new WeakSet<VisibilityDecision>();

export function explain(question: VisibilityQuestion): VisibilityDecision {
  const fitting = rows.filter((row) => fits(row, question));
  const decisive = fitting.find((row) => row.effect === "deny") ?? fitting[0];
  const allowed = decisive?.effect === "allow";
  const decision = Object.freeze({ allowed, handeling: question.handeling, row: decisive?.code ?? null });
  if (allowed && reading.some((one) => one === decision.handeling)) opens.add(decision);
  return decision;
}

export function mayDo(question: VisibilityQuestion): boolean {
  return explain(question).allowed;
}

/**
 * Opens for someone who may see it; null for anyone else. Ask `naam_zien` for what names the leerling, `wat_zien` for the
 * question, `verzoek_zien` for what was asked of the directeur, `(eigen_)bijdrage_zien` for what was told of the outside, and
 * `meer_zien` for every other text.
 */
export function reveal<T>(decision: VisibilityDecision, sealed: Sealed<T>): T | null {
  return opens.has(decision) ? unseal(sealed) : null;
}

/**
 * What the directeur sees of a request: there is no dossier in reach to look at, so neither status nor ground comes into
 * it. Only for who was found to be the one who was asked.
 */
export function explainVerzoek(relaties: ReadonlySet<Relatie>): VisibilityDecision {
  return explain({
    relaties,
    handeling: "verzoek_zien",
    status: "concept",
    grondslag: "geen",
    doel: "bespreking",
  });
}

/** What somebody who sees nothing of it any more still hears; the ground has no part in it. */
export function explainEinde(relaties: ReadonlySet<Relatie>, status: HulpvraagStatus): VisibilityDecision {
  return explain({ relaties, handeling: "einde_zien", status, grondslag: "geen", doel: "regie" });
}

/** Whether all that is locked in it can be opened. Ask it only for who may read: it opens what it looks at. */
export function isReadable(facts: unknown): boolean {
  if (facts instanceof Sealed) return canOpen(facts);
  if (typeof facts !== "object" || facts === null) return true;
  return Object.values(facts).every(isReadable);
}

/** How the ground stands for this purpose: regie needs the akkoord of after the round on top of it. */
export function grondslagstand(decision: ConsentDecision, doel: Doel): Grondslagstand {
  if (decision.ok && decision.grondslag) {
    return doel === "regie" && decision.regierol !== "toewijsbaar" ? "geen" : decision.grondslag;
  }
  const codes = decision.missing.map((reason) => reason.code);
  if (
    codes.some(
      (code) =>
        code === "toestemming_ingetrokken" || code === "toestemming_geweigerd" || code === "bezwaar_gemaakt",
    )
  )
    return "ingetrokken";
  return codes.length > 0 && codes.every((code) => code === "toestemming_verlopen") ? "verlopen" : "geen";
}

/** The purpose of someone who simply opens the hulpvraag in this status. */
export function usualDoel(status: HulpvraagStatus): Doel {
  return status === "in_uitvoering" ? "regie" : "bespreking";
}

/**
 * All purposes with which somebody opens it. Who was asked to take the regierol looks for the regie before it has begun;
 * who was at the table reads back what was discussed, as on the card of that round.
 */
export function doelenOf(status: HulpvraagStatus, relaties: ReadonlySet<Relatie>): readonly Doel[] {
  const usual = usualDoel(status);
  if (usual !== "regie") return relaties.has("aangeboden_regierol") ? [usual, "regie"] : [usual];
  return relaties.has("genoemde_partner") && relaties.has("genodigde") ? [usual, "bespreking"] : [usual];
}

function fits(row: Row, question: VisibilityQuestion): boolean {
  return (
    row.relaties.every((relatie) => question.relaties.has(relatie)) &&
    includes(row.handelingen, question.handeling) &&
    includes(row.status, question.status) &&
    includes(row.grondslag, question.grondslag) &&
    includes(row.doelen, question.doel)
  );
}

function includes<T>(list: Any<T>, value: T): boolean {
  return list === "*" || list.includes(value);
}

/** The question of one person about one dossier, complete but for what the person wants to do. */
export function viewpointOf(
  dossier: Dossier,
  who: { persoonId: string; doel: Doel; now: Temporal.Instant },
): Omit<VisibilityQuestion, "handeling"> {
  const decision = decideDossierOn(dossier, todayIn(who.now));
  return {
    relaties: relationsOf(dossier, who.persoonId, who.now),
    status: dossier.status,
    grondslag: grondslagstand(decision, who.doel),
    doel: who.doel,
  };
}

/**
 * The second table: who may do what with an adviesvraag. Made as the first one is: all relations of a row, default deny, a
 * denying row wins. Its product stands in test/domain/golden/visibility-adviesvraag.txt.
 */
export const advieshandelingen = [
  /** Know that there is one: on an agenda that is one constant line. */
  "bestaan_zien",
  "vraag_zien",
  "antwoord_zien",
  /** In writing, in the own chat. */
  "antwoorden",
  /** Record what the round advised. */
  "vastleggen",
  "intrekken",
  /** Before its time. */
  "wissen",
  /** Begin a named hulpvraag with its words. */
  "overnemen",
] as const;
export type Advieshandeling = (typeof advieshandelingen)[number];

interface AdviesRow {
  readonly code: string;
  readonly effect: "allow" | "deny";
  readonly relaties: readonly Adviesrelatie[];
  readonly handelingen: Any<Advieshandeling>;
  readonly status: Any<Adviesstatus>;
  readonly kring: Any<Kring>;
}

const lezen = ["bestaan_zien", "vraag_zien", "antwoord_zien"] as const;
const onbeantwoord = ["gesteld", "wacht_op_ronde", "geagendeerd"] as const;
const inRonde = ["geagendeerd", "beantwoord"] as const;
const nu = ["kernteam_nu"] as const;
const ronde = ["ronde_kernteam", "ronde_tafel"] as const;
const tafel = ["ronde_tafel"] as const;

const allowAdvies = (
  code: string,
  met: readonly Adviesrelatie[],
  handelingen: Any<Advieshandeling>,
  status: Any<Adviesstatus>,
  kring: Any<Kring>,
): AdviesRow => ({ code, effect: "allow", relaties: met, handelingen, status, kring });

// biome-ignore format: a table is read by its columns
export const adviesRows: readonly AdviesRow[] = [
  // The school that asks: its own question until it is gone.
  allowAdvies("ib_leest", ["ib_van_school"], lezen, "*", "*"),
  allowAdvies("ib_trekt_in", ["ib_van_school"], ["intrekken"], onbeantwoord, "*"),
  allowAdvies("ib_na_antwoord", ["ib_van_school"], ["wissen", "overnemen"], ["beantwoord"], "*"),

  // Put to the kernteam, which answers in writing and can read back what it advised.
  allowAdvies("kernteam_leest", ["kernteam"], lezen, ["gesteld", "beantwoord"], nu),
  allowAdvies("kernteam_antwoordt", ["kernteam"], ["antwoorden"], ["gesteld"], nu),

  // On a round: everyone who takes part knows that there is one; who is asked reads it, at the table and no longer.
  allowAdvies("deelnemer_kent_regel", ["deelnemer"], ["bestaan_zien"], inRonde, ronde),
  allowAdvies("kernteam_bereidt_voor", ["kernteam", "deelnemer"], ["vraag_zien"], ["geagendeerd"], ronde),
  allowAdvies("kernteam_aan_tafel", ["kernteam", "aan_tafel"], lezen, inRonde, ronde),
  allowAdvies("tafel_hoort", ["aan_tafel"], lezen, inRonde, tafel),
  allowAdvies("ib_legt_vast", ["ib_van_school", "aan_tafel"], ["vastleggen"], ["geagendeerd"], ronde),
  allowAdvies("kernteam_legt_vast", ["kernteam", "aan_tafel"], ["vastleggen"], ["geagendeerd"], ronde),
  allowAdvies("voorzitter_legt_vast", ["voorzitter", "aan_tafel"], ["vastleggen"], ["geagendeerd"], tafel),
  allowAdvies("notulist_legt_vast", ["notulist", "aan_tafel"], ["vastleggen"], ["geagendeerd"], tafel),

  // Wins, whatever else fits.
  { ...allowAdvies("buitenstaander_nooit", ["buitenstaander"], "*", "*", "*"), effect: "deny" },
];

export interface AdviesQuestion {
  readonly relaties: ReadonlySet<Adviesrelatie>;
  readonly handeling: Advieshandeling;
  readonly status: Adviesstatus;
  readonly kring: Kring;
}

export interface AdviesDecision {
  readonly allowed: boolean;
  readonly handeling: Advieshandeling;
  readonly row: string | null;
}

const opensAdvies = new WeakSet<AdviesDecision>();

export function explainAdvies(question: AdviesQuestion): AdviesDecision {
  const { handeling, relaties, status, kring } = question;
  const fitting = adviesRows.filter(
    (row) =>
      row.relaties.every((relatie) => relaties.has(relatie)) &&
      includes(row.handelingen, handeling) &&
      includes(row.status, status) &&
      includes(row.kring, kring),
  );
  const decisive = fitting.find((row) => row.effect === "deny") ?? fitting[0];
  const allowed = decisive?.effect === "allow";
  const decision = Object.freeze({ allowed, handeling, row: decisive?.code ?? null });
  if (allowed && (handeling === "vraag_zien" || handeling === "antwoord_zien")) opensAdvies.add(decision);
  return decision;
}

/** Opens a text of an adviesvraag for someone who may read it; null for anyone else. */
export function revealAdvies<T>(decision: AdviesDecision, sealed: Sealed<T>): T | null {
  return opensAdvies.has(decision) ? unseal(sealed) : null;
}

/** The question of one person about one adviesvraag, complete but for what the person wants to do. */
export function adviesviewpointOf(
  advies: Pick<AdviesvraagFeit, "team" | "ronde" | "vragerId" | "status" | "kring">,
  who: { readonly persoonId: string; readonly now: Temporal.Instant },
): Omit<AdviesQuestion, "handeling"> {
  const { status, kring } = advies;
  return { relaties: adviesrelatiesOf(advies, who.persoonId, who.now), status, kring };
}

/**
 * The third table: who may do what with an actie of the team, which is about no child. Only while it is open; what is done
 * can still be read where it stood. Its product stands in test/domain/golden/visibility-teamactie.txt.
 */
export const teamhandelingen = [
  "lezen",
  "afronden",
  /** Put off what is one's own, with a reason. */
  "uitstellen",
  /** Another date, as whoever leads agrees it. */
  "verzetten",
  "overdragen",
  /** Yes or no to taking it. */
  "antwoorden",
  /** It is not needed any more. */
  "laten_vervallen",
] as const;
export type Teamhandeling = (typeof teamhandelingen)[number];

interface TeamRow {
  readonly code: string;
  readonly effect: "allow" | "deny";
  readonly relaties: readonly Teamrelatie[];
  readonly handelingen: Any<Teamhandeling>;
  readonly status: Any<TeamactieFeit["status"]>;
}

const allowTeam = (
  code: string,
  met: readonly Teamrelatie[],
  handelingen: Any<Teamhandeling>,
  status: Any<TeamactieFeit["status"]>,
): TeamRow => ({ code, effect: "allow", relaties: met, handelingen, status });

// biome-ignore format: a table is read by its columns
export const teamRows: readonly TeamRow[] = [
  allowTeam("team_leest", ["teamlid"], ["lezen"], ["open", "gedaan"]),
  allowTeam("houder_doet", ["houder", "teamlid"], ["afronden", "uitstellen", "overdragen"], ["open"]),
  allowTeam("leider_doet", ["leidt", "teamlid"], ["afronden", "verzetten", "laten_vervallen"], ["open"]),
  allowTeam("leider_geeft_door", ["leidt", "teamlid", "houder_weg"], ["overdragen"], ["open"]),
  allowTeam("maker_neemt_terug", ["maker", "teamlid"], ["laten_vervallen"], ["open"]),
  allowTeam("gevraagde_antwoordt", ["gevraagd", "teamlid"], ["antwoorden"], ["open"]),

  // Wins, whatever else fits.
  { ...allowTeam("buitenstaander_nooit", ["buitenstaander"], "*", "*"), effect: "deny" },
];

export interface TeamQuestion {
  readonly relaties: ReadonlySet<Teamrelatie>;
  readonly handeling: Teamhandeling;
  readonly status: TeamactieFeit["status"];
}

export interface TeamDecision {
  readonly allowed: boolean;
  readonly handeling: Teamhandeling;
  readonly row: string | null;
}

const opensTeam = new WeakSet<TeamDecision>();

export function explainTeam({ relaties, handeling, status }: TeamQuestion): TeamDecision {
  const fitting = teamRows.filter(
    (row) =>
      row.relaties.every((relatie) => relaties.has(relatie)) &&
      includes(row.handelingen, handeling) &&
      includes(row.status, status),
  );
  const decisive = fitting.find((row) => row.effect === "deny") ?? fitting[0];
  const allowed = decisive?.effect === "allow";
  const decision = Object.freeze({ allowed, handeling, row: decisive?.code ?? null });
  if (allowed && handeling === "lezen") opensTeam.add(decision);
  return decision;
}

/** Opens the words of an actie of the team for someone who may read it; null for anyone else. */
export function revealTeam<T>(decision: TeamDecision, sealed: Sealed<T>): T | null {
  return opensTeam.has(decision) ? unseal(sealed) : null;
}

export function teamviewpointOf(
  actie: TeamactieFeit,
  who: { readonly persoonId: string; readonly now: Temporal.Instant },
): Omit<TeamQuestion, "handeling"> {
  return { relaties: teamrelatiesOf(actie, who.persoonId, who.now), status: actie.status };
}
