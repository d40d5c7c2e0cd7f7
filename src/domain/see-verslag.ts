/** The report of one round with the eyes of one person: what the card of that round shows today, and never more. */
import { type Functie, ibFuncties, kernteamFuncties } from "./code.ts";
import type { Dossier, RondeFeit } from "./dossier.ts";
import { namedIn } from "./naam-genoemd.ts";
import { maskNaam } from "./naam-masker.ts";
import { activeOn } from "./relatie.ts";
import type { PuntGezien, RondeGezien } from "./ronde-view.ts";
import type { Sealed } from "./sealed.ts";
import { seeHulpvraag } from "./see-hulpvraag.ts";
import { eyesOn, type Kijker, type RondeFacts, seePunt, seeRonde, textOf } from "./see-ronde.ts";
import { naamIn } from "./teamlidnaam.ts";
import { ibsOf } from "./termijn-eigenaar.ts";
import { todayIn } from "./today.ts";
import { canBePartner } from "./toestemming.ts";
import { dossierFor } from "./uitzondering-spoor.ts";
import { isRipe, type VerslagFeit, type WijzigingFeit } from "./verslag.ts";
import type {
  VerslagAct,
  VerslagGezien,
  VerslagPunt,
  WijzigingGezien,
  WijzigingOpen,
} from "./verslag-view.ts";
import { isReadable } from "./visibility.ts";

export interface VerslagFacts {
  readonly ronde: RondeFacts;
  readonly verslag: VerslagFeit;
  /** Oldest first. */
  readonly wijzigingen: readonly WijzigingFeit[];
  /** Rounds of the SZT to come, the first one first. */
  readonly komende: readonly RondeFeit[];
  /** A later round of the SZT has begun. */
  readonly laterBegonnen: boolean;
}

/** Null for everybody who does not take part, and for a round that goes on: the answer is then the neutral card. */
export function seeVerslag(facts: VerslagFacts, kijker: Kijker): VerslagGezien | null {
  const gezien = seeRonde(facts.ronde, kijker);
  if (gezien?.status !== "gesloten") return null;
  const { verslag } = facts;
  const punten = discussedOf(facts, kijker, gezien).map((punt) =>
    puntOf(facts, kijker, { leidt: gezien.leidt, punt }),
  );
  const { id: rondeId, sztId, scholen, vandaag, datum, begin, eind, plaats, deelnemers } = gezien;
  return {
    ...{ rondeId, sztId, scholen, vandaag, datum, begin, eind, plaats, deelnemers },
    versie: verslag.versie,
    voorzitter: gezien.voorzitter.naam,
    notulist: gezien.notulist?.naam ?? null,
    wasAfwezig: deelnemers.some(
      (one) => one.persoonId === kijker.persoonId && one.aanwezigheid === "afwezig",
    ),
    punten,
    adviesvraag: gezien.adviesvragen?.besproken ?? false,
    volgende: nextOf(facts, kijker),
    vastgesteldOp: verslag.vastgesteldOp && todayIn(verslag.vastgesteldOp),
    vastVanaf: verslag.vastVanaf,
    mag: actsOf(facts, { persoonId: kijker.persoonId, vandaag }, punten),
  };
}

/**
 * The report of one item, for who was asked for that alone: as a participant reads it, but without changes to propose and
 * without who else was asked for it. Who may hear no more than name and question reads that it was discussed, and no besluit.
 */
export function seeVerslagPunt(facts: VerslagFacts, kijker: Kijker, puntId: string): VerslagPunt | null {
  const punt = facts.ronde.ronde.status === "gesloten" ? seePunt(facts.ronde, kijker, puntId) : null;
  if (!punt || !isReported(facts, kijker, punt)) return null;
  const dossier = dossierOf(facts, kijker, punt.hulpvraagId);
  const meer = dossier !== null && eyesOn(kijker, dossier).meer.allowed;
  const own = puntOf(facts, kijker, { leidt: false, punt: meer ? punt : { ...punt, besluit: null } });
  return { ...own, gasten: [], wijzigingen: [], magVoorstellen: false };
}

function discussedOf(facts: VerslagFacts, kijker: Kijker, { punten }: RondeGezien): readonly PuntGezien[] {
  return punten.filter((punt) => isReported(facts, kijker, punt));
}

/** What the card of the hulpvraag hides from this person, the report hides as well. */
function isReported(facts: VerslagFacts, kijker: Kijker, { besproken, hulpvraagId }: PuntGezien): boolean {
  const whole = facts.ronde.punten.find(({ dossier }) => dossier.id === hulpvraagId)?.dossier;
  return besproken && whole !== undefined && seeHulpvraag(whole, kijker, kijker.now) !== null;
}

/** The same without the name of any leerling, in a text too: paper cannot be taken back. */
export function onPaper(gezien: VerslagGezien): VerslagGezien {
  const namen = gezien.punten.flatMap(({ leerling }) => leerling?.naam ?? []);
  return { ...gezien, punten: gezien.punten.map((punt) => nameless(punt, namen)) };
}

/** `namen`: of all in the report; a text can speak of a brother or sister as well. */
export function nameless(punt: VerslagPunt, namen: readonly string[] = []): VerslagPunt {
  const { leerling, besluit, acties, aanvullingen } = punt;
  const masked = (text: string) => {
    const own = leerling ? maskNaam(text, leerling.naam) : text;
    return namedIn(own, namen).reduce((left, naam) => maskNaam(left, naam), own);
  };
  return {
    ...punt,
    leerling: null,
    besluit: besluit && { ...besluit, afweging: besluit.afweging && masked(besluit.afweging) },
    acties: acties.map((actie) => ({
      ...actie,
      omschrijving: actie.omschrijving && masked(actie.omschrijving),
    })),
    aanvullingen: aanvullingen.map(({ op, tekst }) => ({ op, tekst: masked(tekst) })),
  };
}

interface OnItem {
  /** Chairs or takes the notes. */
  readonly leidt: boolean;
  readonly punt: PuntGezien;
}

function puntOf(facts: VerslagFacts, kijker: Kijker, { leidt, punt }: OnItem): VerslagPunt {
  const { hulpvraagId, versie, referentie, leerling, besluit, acties, onleesbaar } = punt;
  const dossier = dossierOf(facts, kijker, hulpvraagId);
  const eyes = dossier && eyesOn(kijker, dossier);
  const own = dossier?.besluiten.find(({ agendapuntId }) => agendapuntId === punt.id) ?? null;
  const meer = eyes?.meer.allowed ?? false;
  return {
    ...{ hulpvraagId, versie, referentie, leerling, besluit, acties, onleesbaar },
    besluitId: besluit && (own?.id ?? null),
    gasten: punt.genodigden ?? [],
    evaluatieOp: dossier && meer ? reviewOf(dossier) : null,
    aanvullingen: dossier && own && besluit ? aanvullingenOf(kijker, dossier, own.id) : [],
    wijzigingen: dossier ? wijzigingenOf(facts, kijker, { dossier, leidt }) : [],
    // The name is what a text is looked through for before it is kept.
    magVoorstellen:
      dossier !== null &&
      leerling !== null &&
      own !== null &&
      meer &&
      facts.verslag.vastgesteldOp === null &&
      hasAnswerer(facts, kijker, { dossier, leidt }),
  };
}

/** As far as this person may know what is in it at all. */
function dossierOf({ ronde }: VerslagFacts, { persoonId, now }: Kijker, id: string): Dossier | null {
  const found = ronde.punten.find(({ dossier }) => dossier.id === id)?.dossier;
  return found ? dossierFor(found, persoonId, now) : null;
}

const reviews: readonly string[] = ["driemaandsreview", "traject_tussenevaluatie", "traject_eindevaluatie"];

function reviewOf({ termijnen }: Dossier): Temporal.PlainDate | null {
  const days = termijnen
    .filter(({ soort, status }) => status === "open" && reviews.includes(soort))
    .map(({ vervalt }) => vervalt);
  return days.toSorted(Temporal.PlainDate.compare)[0] ?? null;
}

function aanvullingenOf(kijker: Kijker, dossier: Dossier, besluitId: string): VerslagPunt["aanvullingen"] {
  const eyes = eyesOn(kijker, dossier);
  return dossier.correcties
    .filter(({ over, bij }) => over === "besluit" && bij === besluitId)
    .flatMap(({ op, tekst: sealed }) => {
      const tekst = textOf(sealed, eyes.meer, { dossier, eyes });
      return tekst === null ? [] : [{ op: todayIn(op), tekst }];
    });
}

interface Handler {
  readonly dossier: Dossier;
  /** Chairs or takes the notes. */
  readonly leidt: boolean;
}

/** Chair or note-taker as far as they read the whole of it; and the ib of the school, who always does. */
function mayAnswer(kijker: Kijker, { dossier, leidt }: Handler): boolean {
  const { meer, ib } = eyesOn(kijker, dossier);
  // What was withdrawn gets nothing more beside it.
  return meer.allowed && dossier.status !== "ingetrokken" && (leidt || ib);
}

/** A proposal that nobody could answer would wait for ever. */
function hasAnswerer(facts: VerslagFacts, kijker: Kijker, handler: Handler): boolean {
  const { persoonId: proposer, now } = kijker;
  return mayAnswer(kijker, handler) || answerersOf(facts, handler.dossier, { proposer, now }).length > 0;
}

/** For who proposed it, and for who answers it; others read what was taken over. */
function wijzigingenOf(facts: VerslagFacts, kijker: Kijker, handler: Handler): readonly WijzigingGezien[] {
  const { meer } = eyesOn(kijker, handler.dossier);
  if (!meer.allowed) return [];
  const answers = mayAnswer(kijker, handler);
  return facts.wijzigingen
    .filter(({ hulpvraagId }) => hulpvraagId === handler.dossier.id)
    .filter(({ status, door }) => door === kijker.persoonId || (answers && status === "open"))
    .map(({ id, status, reden, door }) => ({
      id,
      status,
      reden,
      vanMij: door === kijker.persoonId,
      magBeantwoorden: answers && status === "open",
    }));
}

/** What this person may know of one hulpvraag that was discussed; null when the report shows nothing of it. */
function handlerOf(facts: VerslagFacts, kijker: Kijker, hulpvraagId: string): Handler | null {
  const gezien = seeRonde(facts.ronde, kijker);
  if (gezien?.status !== "gesloten") return null;
  const seen = discussedOf(facts, kijker, gezien).some((one) => one.hulpvraagId === hulpvraagId);
  const dossier = seen ? dossierOf(facts, kijker, hulpvraagId) : null;
  return dossier && { dossier, leidt: gezien.leidt };
}

/** Whether this person still reads what was decided about it: who does not, hears no more of it either. */
export function stillReads(facts: VerslagFacts, kijker: Kijker, hulpvraagId: string): boolean {
  const handler = handlerOf(facts, kijker, hulpvraagId);
  return handler !== null && eyesOn(kijker, handler.dossier).meer.allowed;
}

/** The words of one open proposal, for who answers it; null for everybody else. */
export function seeWijziging(facts: VerslagFacts, kijker: Kijker, id: string): WijzigingOpen | null {
  const wijziging = facts.wijzigingen.find((one) => one.id === id);
  if (wijziging?.status !== "open" || !wijziging.tekst) return null;
  const handler = handlerOf(facts, kijker, wijziging.hulpvraagId);
  if (!handler || !mayAnswer(kijker, handler)) return null;
  const { dossier } = handler;
  const tekst = readText(kijker, dossier, wijziging.tekst);
  if (tekst === null) return null;
  const { hulpvraagId, besluitId, door, op } = wijziging;
  const people = [...facts.ronde.ronde.deelnemers, ...facts.ronde.team];
  const functie = people.find((one) => one.persoonId === door)?.functie ?? null;
  return {
    ...{ id, rondeId: facts.ronde.ronde.id, hulpvraagId, besluitId, tekst },
    referentie: dossier.referentie,
    van: { naam: naamIn(people, door), functie },
    op: todayIn(op),
  };
}

function readText(kijker: Kijker, dossier: Dossier, sealed: Sealed<string>): string | null {
  const eyes = eyesOn(kijker, dossier);
  return isReadable(sealed) ? textOf(sealed, eyes.meer, { dossier, eyes }) : null;
}

/** Who hears of a proposal: chair and note-taker who may answer it, or else the ib or coo of the school. */
export function answerersOf(
  { ronde: { ronde } }: VerslagFacts,
  dossier: Dossier,
  { proposer, now }: { readonly proposer: string; readonly now: Temporal.Instant },
): readonly string[] {
  const leads = [ronde.voorzitterId, ronde.notulistId].filter((one) => one !== null);
  const may = (persoonId: string) =>
    ronde.deelnemers.some((one) => one.persoonId === persoonId) &&
    mayAnswer({ persoonId, now }, { dossier, leidt: leads.includes(persoonId) });
  const first = leads.filter((one) => one !== proposer && may(one));
  if (first.length > 0) return first;
  return ibsOf(dossier, todayIn(now)).filter((one) => one !== proposer && may(one));
}

/**
 * Who can settle it: its chair and note-taker, and the fixed chair of the SZT for when those have left. When none of them
 * works here and took part, the others of the schakelteam who did.
 */
export function leadersOf(
  { ronde, team }: Pick<RondeFacts, "ronde" | "team">,
  today: Temporal.PlainDate,
): readonly string[] {
  const fixed = team.filter((lid) => lid.voorzitter && activeOn(lid, today)).map((lid) => lid.persoonId);
  const usual = [ronde.voorzitterId, ...(ronde.notulistId ? [ronde.notulistId] : []), ...fixed];
  const here = ronde.deelnemers.filter(({ persoonId }) =>
    team.some((lid) => lid.persoonId === persoonId && activeOn(lid, today) && canBePartner(lid.functie)),
  );
  const left = !here.some(({ persoonId }) => usual.includes(persoonId));
  const schakel = [...ibFuncties, ...kernteamFuncties] as readonly Functie[];
  const others = left ? here.filter(({ functie }) => schakel.includes(functie)) : [];
  return [...new Set([...usual, ...others.map(({ persoonId }) => persoonId)])];
}

function nextOf({ komende }: VerslagFacts, { persoonId }: Kijker): VerslagGezien["volgende"] {
  const next = komende.find(({ deelnemers }) => deelnemers.some((one) => one.persoonId === persoonId));
  return next ? { datum: next.datum, begin: next.begin, plaats: next.plaats } : null;
}

/**
 * Only what this person sees stands in the way of settling it: a proposal about something out of sight would tell of it.
 * That one can still be answered afterwards.
 */
function actsOf(
  { ronde: { ronde, team }, verslag, laterBegonnen }: VerslagFacts,
  { persoonId, vandaag }: { readonly persoonId: string; readonly vandaag: Temporal.PlainDate },
  punten: readonly VerslagPunt[],
): ReadonlySet<VerslagAct> {
  const waits = punten.some(({ wijzigingen }) => wijzigingen.some(({ status }) => status === "open"));
  const leads = leadersOf({ ronde, team }, vandaag).includes(persoonId);
  const may: Readonly<Record<VerslagAct, boolean>> = {
    wijziging_voorstellen: punten.some(({ magVoorstellen }) => magVoorstellen),
    vaststellen: leads && !waits && isRipe(verslag, { today: vandaag, laterBegonnen }),
  };
  return new Set((Object.keys(may) as VerslagAct[]).filter((act) => may[act]));
}
