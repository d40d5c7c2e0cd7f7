/** One overlegronde with the eyes of one person; every item passes the visibility rule here, once. */

import { isThere } from "./aanwezig.ts";
import type { AdviesOpRonde } from "./adviesvraag-view.ts";
import { type AfspraakFeit, seeAfspraak } from "./afspraak.ts";
import type { Bereik } from "./bereik.ts";
import { ibFuncties } from "./code.ts";
import type { ActieFeit, AgendapuntFeit, Dossier, RondeFeit, TeamlidFeit } from "./dossier.ts";
import type { GenodigdeFeit } from "./genodigde.ts";
import { type Guard, transition } from "./hulpvraag.ts";
import type { ActieGezien } from "./hulpvraag-view.ts";
import { leesTekst } from "./lees-tekst.ts";
import {
  agendaOrder,
  endOf,
  type GeenSchooldag,
  invitable,
  schakelteamComplete,
  whyClosed,
} from "./overlegronde.ts";
import { activeOn, relationsOf } from "./relatie.ts";
import { spokenOf } from "./ronde-klok.ts";
import type {
  EerdereActieGezien,
  PuntGezien,
  RondeAct,
  RondeGezien,
  VoorstelGezien,
  WachtendGezien,
} from "./ronde-view.ts";
import type { SchoolCalendar } from "./schooldag.ts";
import type { Sealed } from "./sealed.ts";
import { type AdviesInRonde, adviesMinutenVan, seeAdviesOpRonde } from "./see-adviesvraag.ts";
import { brengtIn, buitenkantOf, klokOf } from "./see-punt.ts";
import { seeTeamactie } from "./see-teamactie.ts";
import { seeNext, seeTijd } from "./see-tijd.ts";
import type { TeamactieFeit } from "./teamactie.ts";
import { teamledenOf } from "./teamactie-relatie.ts";
import { naamIn } from "./teamlidnaam.ts";
import { eindVan } from "./tijdvak.ts";
import { todayIn } from "./today.ts";
import { decideDossierOn, isUnknown, standsStill } from "./toestemming.ts";
import { isForRonde } from "./uitzondering.ts";
import { kringOf } from "./uitzondering-kring.ts";
import { dossierFor } from "./uitzondering-spoor.ts";
import { missingBetween } from "./verjaardag.ts";
import { explain, isReadable, reveal, type VisibilityDecision, viewpointOf } from "./visibility.ts";
import { mistAanTafel } from "./voorbereiding.ts";
import { ownerless } from "./zonder-eigenaar.ts";

/** Everything about one round that the view is made from. */
export interface RondeFacts {
  readonly ronde: RondeFeit;
  readonly scholen: readonly string[];
  readonly team: readonly TeamlidFeit[];
  /** On the agenda, discussed or still to come; what was moved away is not here. */
  readonly punten: readonly { readonly punt: AgendapuntFeit; readonly dossier: Dossier }[];
  /** Waiting for a round, of this SZT. */
  readonly klaargezet: readonly Dossier[];
  /** Hulpvragen with an open actie of an earlier round. */
  readonly eerder: readonly Dossier[];
  /** Acties that were agreed in this round; every other actie is of an earlier one. */
  readonly actiesHier: ReadonlySet<string>;
  /** A momentprik for another moment that goes on; none when left out. */
  readonly momentprikId?: string | null;
  /** Of the schools of the SZT, while it is still to be held and for who plans; else none. */
  readonly calendars: readonly SchoolCalendar[];
  /** Adviesvragen on its agenda; none when left out. */
  readonly advies?: AdviesInRonde;
  /** Its event in Outlook; none when left out. */
  readonly afspraak?: AfspraakFeit | null;
  /** There is a report of it. */
  readonly verslag?: boolean;
  /** Open work of the team itself; none when left out. */
  readonly teamacties?: readonly TeamactieFeit[];
  /** Asked for one item alone; nobody when left out. */
  readonly genodigden?: readonly GenodigdeFeit[];
  /** How each of them hears it, for who plans; unknown when left out. */
  readonly bereik?: readonly Bereik[];
}

export interface Kijker {
  readonly persoonId: string;
  readonly now: Temporal.Instant;
}

interface Look {
  readonly facts: RondeFacts;
  readonly persoonId: string;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly ib: boolean;
  readonly voorzitter: boolean;
  readonly leidt: boolean;
}

/** Null for everybody who does not take part: the answer is then the neutral card. */
export function seeRonde(whole: RondeFacts, { persoonId, now }: Kijker): RondeGezien | null {
  const facts = factsFor(whole, persoonId, now);
  const { ronde, team } = facts;
  const today = todayIn(now);
  const takesPart = ronde.deelnemers.some((one) => one.persoonId === persoonId);
  if (!takesPart || !invitable(team, today).some((lid) => lid.persoonId === persoonId)) return null;
  const voorzitter = ronde.voorzitterId === persoonId;
  const ib = team.some(
    (lid) =>
      lid.persoonId === persoonId && activeOn(lid, today) && ibFuncties.some((one) => one === lid.functie),
  );
  const leidt = voorzitter || ronde.notulistId === persoonId;
  return viewOf({ facts, persoonId, now, today, ib, voorzitter, leidt });
}

/**
 * One item of it for who was asked for that alone: by the same eyes, and nothing of the rest of the round. Null for everybody
 * else, and for an item that this person may not know of.
 */
export function seePunt(whole: RondeFacts, { persoonId, now }: Kijker, puntId: string): PuntGezien | null {
  const facts = factsFor(whole, persoonId, now);
  const asked = facts.genodigden?.some((one) => one.puntId === puntId && one.persoonId === persoonId);
  if (!asked) return null;
  const look = { facts, persoonId, now, today: todayIn(now), ib: false, voorzitter: false, leidt: false };
  const item = itemsOf(look).find(({ punt }) => punt.id === puntId);
  return item ? puntOf(look, item, { first: false, last: true }) : null;
}

/** Without what was discussed without the parents, for everybody but the ib. */
function factsFor(facts: RondeFacts, persoonId: string, now: Temporal.Instant): RondeFacts {
  const own = (dossier: Dossier) => dossierFor(dossier, persoonId, now);
  return {
    ...facts,
    punten: facts.punten
      .map(({ punt, dossier }) => ({ punt, dossier: own(dossier) }))
      .filter(({ punt, dossier }) => dossier.agendapunten.some(({ id }) => id === punt.id)),
    klaargezet: facts.klaargezet.map(own),
    eerder: facts.eerder.map(own),
  };
}

function viewOf(look: Look): RondeGezien {
  const { ronde, scholen } = look.facts;
  const items = itemsOf(look);
  const punten = puntenOf(look, items);
  const prepares = look.ib || look.voorzitter;
  const adviesvragen = adviesOf(look);
  const minuten = punten.reduce((sum, punt) => sum + punt.minuten, adviesMinutenVan(adviesvragen));
  return {
    id: ronde.id,
    versie: ronde.versie,
    sztId: ronde.sztId,
    scholen,
    vandaag: look.today,
    datum: ronde.datum,
    begin: ronde.begin,
    eind: endOf(ronde),
    duurMinuten: ronde.duurMinuten,
    plaats: ronde.plaats,
    deelnameLink: ronde.deelnameLink,
    status: ronde.status,
    voorzitter: personOf(look, ronde.voorzitterId),
    notulist: ronde.notulistId ? personOf(look, ronde.notulistId) : null,
    deelnemers: prepares
      ? ronde.deelnemers
      : ronde.deelnemers.map((one) => (one.persoonId === look.persoonId ? one : { ...one, komst: null })),
    kijkerId: look.persoonId,
    bereik: prepares ? bereikIn(look, punten) : [],
    leidt: look.leidt,
    schakelteamCompleet: prepares ? schakelteamComplete(ronde.deelnemers) : null,
    dicht: prepares ? closedFor(look.facts) : null,
    punten,
    omvang: look.ib ? { aantal: punten.length, minuten, past: minuten <= ronde.duurMinuten } : null,
    // The ib of one school does not see the pupils of another.
    heleAgenda: seesAll(look),
    tijd: seeTijd(look, items, { alles: seesAll(look), advies: adviesvragen }),
    volgende: seeNext(look, items),
    voorstellen: voorstellenOf(look),
    wachten: wachtenOf(look),
    eerdereActies: eerdereActiesOf(look),
    ...teamOf(look),
    adviesvragen,
    momentprikId: ronde.status === "gepland" ? (look.facts.momentprikId ?? null) : null,
    outlook: prepares ? seeAfspraak(look.facts.afspraak ?? null) : null,
    mag: actsOf(look, punten),
  };
}

function closedFor({ ronde, calendars }: RondeFacts): GeenSchooldag | null {
  return calendars.map((cal) => whyClosed(ronde.datum, cal)).find((why) => why !== null) ?? null;
}

/** In one constant line for who takes part, and with their words for who may read them. */
function adviesOf({ facts, persoonId, now }: Look): AdviesOpRonde | null {
  const { advies, ronde } = facts;
  return advies && ronde.status !== "vervallen" ? seeAdviesOpRonde(advies, { persoonId, now }) : null;
}

/** What this person may do with one dossier for the purpose of the discussion. */
export function eyesOn({ persoonId, now }: Kijker, dossier: Dossier) {
  const viewpoint = viewpointOf(dossier, { persoonId, doel: "bespreking", now });
  const ask = (handeling: VisibilityDecision["handeling"]) => explain({ ...viewpoint, handeling });
  const reads = ask("naam_zien").allowed || ask("wat_zien").allowed || ask("meer_zien").allowed;
  const unknown = isUnknown(decideDossierOn(dossier, todayIn(now)));
  const onleesbaar = unknown || (reads && !isReadable(dossier));
  const may = (handeling: VisibilityDecision["handeling"]) =>
    onleesbaar ? { allowed: false, handeling, row: null } : ask(handeling);
  return {
    bestaan: ask("bestaan_zien").allowed,
    ib: viewpoint.relaties.has("ib_van_school"),
    onleesbaar,
    naam: may("naam_zien"),
    wat: may("wat_zien"),
    meer: may("meer_zien"),
    may,
  };
}

type Eyes = ReturnType<typeof eyesOn>;

interface Item {
  readonly punt: AgendapuntFeit;
  readonly dossier: Dossier;
  readonly eyes: Eyes;
}

/** The items that this person sees, in order: all that is said of the agenda to this person is made from these alone. */
function itemsOf(look: Look): readonly Item[] {
  if (look.facts.ronde.status === "vervallen") return [];
  return look.facts.punten
    .filter(({ punt }) => punt.status !== "verschoven")
    .toSorted((one, other) => one.punt.volgorde - other.punt.volgorde)
    .map((item) => ({ ...item, eyes: eyesOn(look, item.dossier) }))
    .filter(({ eyes }) => eyes.bestaan);
}

function puntenOf(look: Look, seen: readonly Item[]): readonly PuntGezien[] {
  const coming = seen.filter(({ punt }) => punt.status === "gepland");
  const now = spokenOf(seen.map(({ punt }) => punt)) ?? coming[0]?.punt;
  return seen.map((item) =>
    puntOf(look, item, {
      first: look.facts.ronde.status === "open" && item.punt === now,
      last: coming.length < 2 || item === coming.at(-1),
    }),
  );
}

/** The ib of one school does not see the pupils of another. */
function seesAll({ ib, facts }: Look): boolean {
  return ib && facts.scholen.length < 2;
}

function puntOf(
  look: Look,
  { punt, dossier, eyes }: { punt: AgendapuntFeit; dossier: Dossier; eyes: Eyes },
  place: { readonly first: boolean; readonly last: boolean },
): PuntGezien {
  const { ronde } = look.facts;
  const leerling = reveal(eyes.naam, dossier.leerling);
  const planned = punt.status === "gepland";
  const leads = look.leidt && ronde.status === "open" && planned;
  const shows = eyes.wat.allowed && ronde.status !== "gesloten";
  return {
    id: punt.id,
    hulpvraagId: dossier.id,
    versie: dossier.versie,
    referentie: dossier.referentie,
    minuten: punt.minuten,
    leerling: leerling && { naam: leerling.naam, leerjaar: eyes.meer.allowed ? leerling.leerjaar : null },
    wat: watOf(dossier, eyes),
    onleesbaar: eyes.onleesbaar,
    bijdrage: eyes.wat.allowed ? decideDossierOn(dossier, look.today).externals : "geen",
    kring: eyes.wat.allowed ? kringOf(dossier, look.today) : null,
    besproken: punt.status === "besproken",
    eerstvolgende: place.first,
    besluit: besluitOf(look, { punt, dossier, eyes }),
    acties: dossier.acties
      .filter(({ id }) => look.facts.actiesHier.has(id) && eyes.wat.allowed)
      .filter(({ houderId }) => eyes.meer.allowed || houderId === look.persoonId)
      .map((actie) => actieOf(look, dossier, actie, eyes)),
    ontbreekt: eyes.ib && planned ? missingOn(look, dossier) : [],
    genodigden: eyes.wat.allowed ? genodigdenOf(look, punt) : [],
    mist: eyes.ib && planned && ronde.status === "gepland" ? mistAanTafel(dossier, punt) : [],
    klok: klokOf(punt, look.now),
    brengtIn: shows && planned ? brengtIn(dossier, punt, { meer: eyes.meer.allowed, now: look.now }) : null,
    buitenkant: buitenkantOf(dossier, punt, { may: eyes.may, persoonId: look.persoonId, now: look.now }),
    zonderEigenaar:
      look.leidt && ronde.status === "open" && eyes.wat.allowed
        ? ownerless(dossier, { puntId: punt.id, acties: look.facts.actiesHier, today: look.today })
        : [],
    mag: {
      leiden: leads && eyes.wat.allowed,
      nodigen:
        eyes.ib &&
        planned &&
        (ronde.status === "open" ||
          (ronde.status === "gepland" && Temporal.PlainDate.compare(look.today, ronde.datum) <= 0)),
      besluiten: leads && eyes.may("besluiten").allowed,
      later: leads && !place.last,
      vanAgenda: look.voorzitter && planned && (ronde.status === "gepland" || ronde.status === "open"),
    },
  };
}

/** Of who takes part, and of who is asked for an item that this person reads. */
function bereikIn({ facts }: Look, punten: readonly PuntGezien[]): NonNullable<RondeGezien["bereik"]> {
  const people = [...facts.ronde.deelnemers, ...punten.flatMap(({ genodigden = [] }) => genodigden)];
  return (facts.bereik ?? []).flatMap((one) => {
    const naam = people.find(({ persoonId }) => persoonId === one.persoonId)?.naam;
    return naam === undefined ? [] : [{ ...one, naam }];
  });
}

/** A time tells how much stands before it: only who sees the whole agenda reads one. */
function genodigdenOf(look: Look, { id }: AgendapuntFeit): NonNullable<PuntGezien["genodigden"]> {
  const { facts } = look;
  const alles = seesAll(look);
  return (facts.genodigden ?? [])
    .filter(({ puntId }) => puntId === id)
    .map((one) => ({
      persoonId: one.persoonId,
      naam: one.naam,
      functie: one.functie,
      tijd: alles ? { begin: one.begin, eind: eindVan(one) } : null,
      komst: one.komst,
      aanwezigheid: one.aanwezigheid ?? null,
    }));
}

export function textOf(
  sealed: Sealed<string>,
  decision: VisibilityDecision,
  { dossier, eyes }: { readonly dossier: Dossier; readonly eyes: Eyes },
): string | null {
  const { naam, wat, ib } = eyes;
  return leesTekst(sealed, decision, { naam, wat, leerling: dossier.leerling, ib });
}

export function watOf(dossier: Dossier, eyes: Eyes): PuntGezien["wat"] {
  const { wat, meer } = eyes;
  if (!wat.allowed) return null;
  const read = (sealed: Dossier["vraag"], decision: VisibilityDecision) =>
    sealed && textOf(sealed, decision, { dossier, eyes });
  const vraag = read(dossier.vraag, wat);
  if (!meer.allowed) return { vraag, oudersVraag: null, domeinen: [], uitgesloten: [], urgentie: null };
  const uitgesloten = dossier.toestemming?.uitgesloten ?? [];
  return {
    vraag,
    oudersVraag: read(dossier.oudersVraag, meer),
    domeinen: dossier.domeinen.filter((domein) => !uitgesloten.includes(domein)),
    uitgesloten,
    urgentie: dossier.urgentie,
  };
}

/** What is missing today or on the day of the round; nothing when it can be discussed. */
function missingOn({ facts, today }: Look, dossier: Dossier): PuntGezien["ontbreekt"] {
  return missingBetween(dossier, today, facts.ronde.status === "gepland" ? facts.ronde.datum : today);
}

function besluitOf(
  look: Look,
  { punt, dossier, eyes }: { punt: AgendapuntFeit; dossier: Dossier; eyes: Eyes },
): PuntGezien["besluit"] {
  const besluit = dossier.besluiten.find(({ agendapuntId }) => agendapuntId === punt.id);
  if (!besluit || !eyes.wat.allowed) return null;
  return {
    besluiten: besluit.besluiten,
    afweging: textOf(besluit.afweging, eyes.meer, { dossier, eyes }),
    regierolVoor: besluit.regierolVoor && naamIn(peopleOf(look), besluit.regierolVoor),
    terugOp: besluit.terugOp,
  };
}

function actieOf(look: Look, dossier: Dossier, actie: ActieFeit, eyes: Eyes): ActieGezien {
  return {
    id: actie.id,
    versie: actie.versie,
    houder: naamIn([...dossier.team, ...peopleOf(look)], actie.houderId),
    vanMij: actie.houderId === look.persoonId,
    omschrijving: textOf(actie.omschrijving, eyes.wat, { dossier, eyes }),
    datum: actie.datum,
    gedaan: actie.gedaanOp !== null,
  };
}

/**
 * Before the round those of the hulpvragen on its agenda; during it all of the team's. Afterwards everybody has the own list
 * of tasks.
 */
function eerdereActiesOf(look: Look): readonly EerdereActieGezien[] {
  const { ronde, actiesHier } = look.facts;
  const open = ronde.status === "open";
  // Nobody is asked to do what waits for a ground, and it is not late.
  const going = dossiersWithActies(look).filter(
    (dossier) => dossier.status !== "concept" && !standsStill(dossier, look.today),
  );
  return going.flatMap((dossier) => {
    const eyes = eyesOn(look, dossier);
    return dossier.acties
      .filter((actie) => actie.gedaanOp === null && !actiesHier.has(actie.id))
      .filter((actie) => eyes.meer.allowed || (eyes.bestaan && actie.houderId === look.persoonId))
      .map((actie) => ({
        ...actieOf(look, dossier, actie, eyes),
        referentie: dossier.referentie,
        magAfvinken: open && (actie.houderId === look.persoonId || (look.leidt && eyes.wat.allowed)),
        magVerzetten: open && look.leidt && eyes.wat.allowed,
      }));
  });
}

function dossiersWithActies({ facts: { ronde, eerder, punten } }: Look): readonly Dossier[] {
  if (ronde.status === "open") return eerder;
  return ronde.status === "gepland"
    ? punten.filter(({ punt }) => punt.status === "gepland").map(({ dossier }) => dossier)
    : [];
}

/** What the team has to do beside the hulpvragen, as this person may read it, before the round and during it. */
function teamOf({ facts, persoonId, now, today }: Look): Pick<RondeGezien, "teamacties" | "magTeamactie"> {
  const { ronde, team, teamacties = [] } = facts;
  if (ronde.status !== "open" && ronde.status !== "gepland") return {};
  const works = teamledenOf(team, today).some((lid) => lid.persoonId === persoonId);
  return {
    teamacties: teamacties.flatMap((actie) => seeTeamactie(actie, { persoonId, now }) ?? []),
    magTeamactie: works && ronde.status === "open",
  };
}

/** What the ib or the chair can put on this agenda: seen by this person, and with a ground today and on the day itself. */
function voorstellenOf(look: Look): readonly VoorstelGezien[] {
  const { ronde, klaargezet } = look.facts;
  if (!mayPrepare(look)) return [];
  return agendaOrder(klaargezet)
    .filter((dossier) => !isOnAgenda(look, dossier))
    .flatMap((dossier) => {
      const eyes = eyesOn(look, dossier);
      if (!eyes.wat.allowed || !mayAgendeer(look, dossier) || !holdsFor(dossier, ronde)) return [];
      const leerling = reveal(eyes.naam, dossier.leerling);
      const since = dossier.klaargezetOp && todayIn(dossier.klaargezetOp);
      return [
        {
          hulpvraagId: dossier.id,
          versie: dossier.versie,
          referentie: dossier.referentie,
          naam: leerling?.naam ?? null,
          urgentie: eyes.meer.allowed ? dossier.urgentie : null,
          dagenKlaar: since?.until(look.today).days ?? 0,
        },
      ];
    });
}

function isOnAgenda({ facts }: Look, { id }: Dossier): boolean {
  return facts.punten.some(({ dossier }) => dossier.id === id);
}

/** Only who keeps the toestemming can mend it; to all others it is not there. */
function wachtenOf(look: Look): readonly WachtendGezien[] {
  const { ronde, klaargezet } = look.facts;
  if (!mayPrepare(look)) return [];
  return agendaOrder(klaargezet)
    .filter((dossier) => !isOnAgenda(look, dossier) && !holdsFor(dossier, ronde))
    .filter((dossier) => {
      const { ib, wat } = eyesOn(look, dossier);
      return ib && wat.allowed;
    })
    .map((dossier) => ({
      referentie: dossier.referentie,
      ontbreekt: missingBetween(dossier, look.today, ronde.datum),
    }));
}

function holdsOn(dossier: Dossier, day: Temporal.PlainDate): boolean {
  return decideDossierOn(dossier, day).ok;
}

/** On the day of the round; a decision of the directeur is about one round, and no other of an earlier day. */
export function holdsFor(dossier: Dossier, ronde: Pick<RondeFeit, "id" | "datum">): boolean {
  const { ok, grondslag } = decideDossierOn(dossier, ronde.datum);
  return ok && (grondslag !== "uitzondering" || isForRonde(dossier, ronde.id));
}

function mayAgendeer({ persoonId, now, today }: Look, dossier: Dossier): boolean {
  const holds = new Set<Guard>(holdsOn(dossier, today) ? ["geldige_grondslag"] : []);
  const who = relationsOf(dossier, persoonId, now);
  return transition(dossier.status, "agenderen", { who, holds, besluiten: [] }).ok;
}

function mayPrepare({ facts: { ronde }, ib, voorzitter, today }: Look): boolean {
  const ahead = ronde.status === "gepland" && Temporal.PlainDate.compare(today, ronde.datum) <= 0;
  return (ib || voorzitter) && (ahead || ronde.status === "open");
}

function actsOf(look: Look, punten: readonly PuntGezien[]): ReadonlySet<RondeAct> {
  const { ronde } = look.facts;
  const planned = ronde.status === "gepland";
  const open = ronde.status === "open";
  const may: Readonly<Record<RondeAct, boolean>> = {
    // Of a day that is over there is nothing to put in a calendar.
    in_agenda: planned && Temporal.PlainDate.compare(look.today, ronde.datum) <= 0,
    uit_agenda: ronde.status === "vervallen" && Temporal.PlainDate.compare(look.today, ronde.datum) <= 0,
    wijzigen: planned && (look.ib || look.voorzitter),
    afzeggen: planned && (look.ib || look.voorzitter),
    notulist: (planned || open) && (look.ib || look.voorzitter),
    agenderen: mayPrepare(look),
    openen: planned && look.leidt && Temporal.PlainDate.compare(ronde.datum, look.today) <= 0,
    komst: planned && Temporal.PlainDate.compare(look.today, ronde.datum) <= 0,
    aanwezigheid: open && look.leidt,
    actie_toevoegen: open && look.leidt && punten.some(({ wat }) => wat !== null),
    sluiten: open && look.leidt,
    overdragen: open && look.voorzitter && othersThere(look).length > 0,
    overnemen: open && !look.voorzitter && (look.leidt || look.ib),
    verslag: ronde.status === "gesloten" && (look.facts.verslag ?? false),
  };
  return new Set((Object.keys(may) as RondeAct[]).filter((act) => may[act]));
}

/** Who can take the chair: takes part, and is not noted as away. */
function othersThere({ facts: { ronde }, persoonId }: Look) {
  return ronde.deelnemers.filter((one) => one.persoonId !== persoonId && isThere(one));
}

function personOf(look: Look, persoonId: string) {
  return { persoonId, naam: naamIn(peopleOf(look), persoonId) };
}

const peopleOf = ({ facts }: Look) => [...facts.ronde.deelnemers, ...facts.team];
