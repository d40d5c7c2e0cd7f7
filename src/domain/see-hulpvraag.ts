/** One hulpvraag with the eyes of one person; every text passes the visibility rule here, once. */
import { seeAanmeldingen } from "./aanmelding.ts";
import { type Aanspreek, aanspreekOf, oudersHorenOf } from "./aanspreek.ts";
import { refusalsOf } from "./akkoord.ts";
import type { Functie } from "./code.ts";
import type { Dossier, RegierolFeit } from "./dossier.ts";
import { fase } from "./hulpvraag.ts";
import { aanbodStands, actsFor } from "./hulpvraag-mag.ts";
import type { ActieGezien, HulpvraagAct, HulpvraagGezien, TermijnGezien } from "./hulpvraag-view.ts";
import { leesTekst } from "./lees-tekst.ts";
import { meedenkersOf } from "./meedenker.ts";
import { nietGenoemd } from "./niet-genoemd.ts";
import { gepauzeerd, lopendePauze } from "./pauze.ts";
import { isNotHeld, type Relatie, relationsOf } from "./relatie.ts";
import type { Actor } from "./scope.ts";
import type { Sealed } from "./sealed.ts";
import { seeWachtlijst } from "./see-wachtlijst.ts";
import { naamIn } from "./teamlidnaam.ts";
import { isMember, rests } from "./termijn-eigenaar.ts";
import type { TermKind } from "./termijn-table.ts";
import type { Mijlpaal, MijlpaalSoort } from "./tijdlijn.ts";
import { todayIn } from "./today.ts";
import { type ConsentDecision, decideDossierOn, isUnknown, standsStill } from "./toestemming.ts";
import { lastAnswers } from "./toestemming-antwoord.ts";
import { doelenOn } from "./toestemming-doel.ts";
import { isTrajectTerm } from "./traject.ts";
import { seeTraject } from "./traject-view.ts";
import { isVerzwegen } from "./uitzondering.ts";
import { kringOf } from "./uitzondering-kring.ts";
import { dossierFor } from "./uitzondering-spoor.ts";
import { birthdayThisYear } from "./verjaardag.ts";
import {
  doelenOf,
  explain,
  type Handeling,
  isReadable,
  reveal,
  type VisibilityDecision,
  viewpointOf,
} from "./visibility.ts";
import { ibVoor } from "./waarneming.ts";

/** What the parts of the view are made from. */
interface Look {
  readonly dossier: Dossier;
  readonly persoonId: string;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly relaties: ReadonlySet<Relatie>;
  readonly consent: ConsentDecision;
  readonly naam: VisibilityDecision;
  readonly wat: VisibilityDecision;
  readonly meer: VisibilityDecision;
  readonly verloop: VisibilityDecision;
  readonly bewerken: boolean;
  /** Nothing can be done but what needs no reading: it is not to be read, or not all that happened to it is told. */
  readonly blind: boolean;
  readonly stil: boolean;
  readonly onleesbaar: boolean;
  /** It stands still today. */
  readonly gepauzeerd: boolean;
}

/** Null when this person may not even know that it exists: the answer is then the neutral card. */
export function seeHulpvraag(
  whole: Dossier,
  { persoonId }: Pick<Actor, "persoonId">,
  now: Temporal.Instant,
): HulpvraagGezien | null {
  const dossier = dossierFor(whole, persoonId, now);
  const relaties = relationsOf(dossier, persoonId, now);
  const best = (handeling: Handeling): VisibilityDecision => {
    const decisions = doelenOf(dossier.status, relaties).map((doel) =>
      explain({ ...viewpointOf(dossier, { persoonId, doel, now }), handeling }),
    );
    return decisions.find(({ allowed }) => allowed) ?? decisions[0] ?? explainNothing(handeling);
  };
  if (!best("bestaan_zien").allowed) return null;
  const today = todayIn(now);
  const reads = (["naam_zien", "wat_zien", "meer_zien"] as const).some(
    (handeling) => best(handeling).allowed,
  );
  const consent = decideDossierOn(dossier, today);
  const onleesbaar = isUnknown(consent) || (reads && !isReadable(dossier));
  const may = onleesbaar ? explainNothing : best;
  return viewOf({
    dossier,
    persoonId,
    now,
    today,
    relaties,
    consent,
    onleesbaar,
    naam: may("naam_zien"),
    wat: may("wat_zien"),
    meer: may("meer_zien"),
    verloop: may("verloop_zien"),
    bewerken: dossier.status === whole.status && may("bewerken").allowed,
    blind: onleesbaar || dossier.status !== whole.status,
    stil: standsStill(dossier, today),
    gepauzeerd: lopendePauze(dossier, today) !== null,
  });
}

/** What needs no reading: taking it off an agenda, and taking it back. */
const blindActs: readonly HulpvraagAct[] = ["van_agenda", "intrekken"];

function explainNothing(handeling: Handeling): VisibilityDecision {
  return { allowed: false, handeling, row: null };
}

function viewOf(look: Look): HulpvraagGezien {
  const { dossier, relaties } = look;
  return {
    id: dossier.id,
    versie: dossier.versie,
    referentie: dossier.referentie,
    status: dossier.status,
    fase: fase(dossier.status),
    school: dossier.school,
    stap: dossier.stap,
    vandaag: look.today,
    aanspreek: aanspreekIn(look),
    oudersHoren: readsAll(look) && aanspreekIn(look) === "leerling" ? oudersHorenOf(dossier) : null,
    leerling: leerlingOf(look),
    wat: watOf(look),
    toestemming: relaties.has("ib_van_school") ? toestemmingOf(look) : null,
    uitzondering: relaties.has("ib_van_school") ? uitzonderingOf(look) : null,
    ronde: rondeOf(look),
    besluit: besluitOf(look),
    regierol: regierolOf(look),
    aanbod: aanbodOf(look),
    waarneming: waarnemingOf(look),
    voorstel: voorstelOf(look),
    meedenkers: meedenkersIn(look),
    voortgang: toldOn(look, dossier.voortgang),
    terugblik: toldOn(look, dossier.terugblik),
    pauze: pauzeOf(look),
    aanmeldingen: look.verloop.allowed ? seeAanmeldingen(dossier, look.stil) : [],
    traject: look.verloop.allowed ? seeTraject(dossier, look) : null,
    wachtlijst: look.verloop.allowed ? seeWachtlijst(dossier, look.now) : [],
    weigeringen: relaties.has("ib_van_school") ? weigeringenOf(dossier) : [],
    afsluiting: afsluitingOf(look),
    acties: actiesOf(look),
    termijnen: termijnenOf(look),
    mijlpalen: mijlpalenOf(look),
    correcties: correctiesOf(look),
    kring: look.wat.allowed ? kringOf(dossier, look.today) : null,
    leestVerloop: look.verloop.allowed,
    stil: look.stil,
    onleesbaar: look.onleesbaar,
    mag: look.blind ? new Set([...actsFor(look)].filter((act) => blindActs.includes(act))) : actsFor(look),
  };
}

/** Who is spoken to tells an age: for who reads the whole, and for who must know whom to call. */
function aanspreekIn(look: Look): Aanspreek {
  const { dossier, relaties, today } = look;
  const knows = readsAll(look) || relaties.has("aangeboden_regierol") || relaties.has("ib_van_school");
  return knows ? aanspreekOf(dossier, today) : "ouders_of_leerling";
}

const readsAll = ({ wat, meer }: Look): boolean => wat.allowed && meer.allowed;

function leerlingOf({ naam, meer, dossier }: Look): HulpvraagGezien["leerling"] {
  const leerling = reveal(naam, dossier.leerling);
  if (!leerling) return null;
  const { leerjaar, geboortemaand } = leerling;
  const rest = meer.allowed ? { leerjaar, geboortemaand } : { leerjaar: null, geboortemaand: null };
  return { naam: leerling.naam, ...rest };
}

function watOf(look: Look): HulpvraagGezien["wat"] {
  const { wat, meer, dossier, relaties } = look;
  if (!wat.allowed) return null;
  const vraag = dossier.vraag && textFor(look, dossier.vraag, wat);
  if (!meer.allowed) return { ...onlyQuestion, vraag };
  const text = (sealed: Dossier["vraag"]) => sealed && textFor(look, sealed, meer);
  const uitgesloten = dossier.toestemming?.uitgesloten ?? [];
  const ib = relaties.has("ib_van_school");
  return {
    vraag,
    gedaanToelichting: text(dossier.gedaanToelichting),
    oudersVraag: text(dossier.oudersVraag),
    domeinen: dossier.domeinen.filter((domein) => ib || !uitgesloten.includes(domein)),
    uitgesloten,
    alGedaan: dossier.alGedaan,
    aanTafel: dossier.aanTafel,
    gezag: dossier.gezag,
    urgentie: dossier.urgentie,
  };
}

/** What is left beside the question for who may see no more than that. */
const onlyQuestion = {
  gedaanToelichting: null,
  oudersVraag: null,
  domeinen: [],
  uitgesloten: [],
  alGedaan: [],
  aanTafel: [],
  gezag: null,
  urgentie: null,
} as const;

function textFor(look: Look, sealed: Sealed<string>, decision: VisibilityDecision): string | null {
  const { naam, wat, dossier, relaties } = look;
  return leesTekst(sealed, decision, {
    naam,
    wat,
    leerling: dossier.leerling,
    ib: relaties.has("ib_van_school"),
  });
}

function toestemmingOf({ dossier, consent, today, onleesbaar }: Look): HulpvraagGezien["toestemming"] {
  const { toestemming } = dossier;
  const directeur = consent.grondslag === "uitzondering";
  return {
    geldig: consent.ok,
    geldigTot: directeur ? consent.validUntil : (toestemming?.geldigTot ?? null),
    partners: directeur ? [] : (toestemming?.partners ?? []),
    grondslag: consent.grondslag,
    doelen: doelenOn(dossier, today),
    uitgesloten: toestemming?.uitgesloten ?? [],
    antwoorden: lastAnswers(toestemming?.antwoorden ?? []).map(({ partij, soort, op, vorm }) => ({
      partij,
      soort,
      op,
      vorm,
    })),
    informatie: toestemming?.informatie ?? null,
    // Whom the parents agreed to for the regierol sees it, named or not.
    nietGenoemd: directeur
      ? []
      : nietGenoemd(dossier).filter((functie) => !holdsByAkkoord(dossier, consent, functie)),
    opruiming: dossier.opruiming,
    ontbreekt: consent.missing,
    nogVragen: consent.alsoAsk,
    afstemmen: consent.afstemmen,
    verjaardag: onleesbaar ? null : birthdayThisYear(dossier, today),
  };
}

function holdsByAkkoord(dossier: Dossier, { regierol }: ConsentDecision, functie: Functie): boolean {
  const rol = currentRegierol(dossier);
  if (rol?.soort !== "actief" || regierol !== "toewijsbaar") return false;
  return dossier.team.some((lid) => lid.persoonId === rol.houderId && lid.functie === functie);
}

function uitzonderingOf({ dossier }: Look): HulpvraagGezien["uitzondering"] {
  const { uitzondering } = dossier;
  if (!uitzondering) return null;
  const { id, versie, stand, rondeId, rondeDatum, oudersWeten, herzienOp } = uitzondering;
  return {
    id,
    versie,
    stand,
    rondeId,
    rondeDatum,
    oudersWeten,
    herzienOp,
    directeur: naamIn(dossier.team, uitzondering.directeurId),
    vastleggen: uitzondering.vastTeLeggen !== null,
    besproken: uitzondering.besprokenIn.length > 0,
  };
}

/** Who was asked for this item alone has a time of the own, and does not hear when the round begins. */
function rondeOf({ dossier, persoonId, today }: Look): HulpvraagGezien["ronde"] {
  const punt = dossier.agendapunten.find(
    ({ status, ronde }) => status === "gepland" && ronde.status !== "vervallen",
  );
  const ronde = punt?.ronde;
  const alone =
    punt?.genodigden?.includes(persoonId) &&
    !punt.ronde.deelnemers.some((one) => one.persoonId === persoonId);
  if (!ronde || alone) return null;
  return { id: ronde.id, datum: ronde.datum, begin: ronde.begin, nietGehouden: isNotHeld(ronde, today) };
}

function pauzeOf({ dossier, verloop, today }: Look): HulpvraagGezien["pauze"] {
  const pauze = verloop.allowed ? lopendePauze(dossier, today) : null;
  return pauze && { van: pauze.van, tot: pauze.tot, reden: pauze.reden };
}

/** The besluit of the last round. Its kind belongs to the content here: only who reads the rest gets it. */
function besluitOf(look: Look): HulpvraagGezien["besluit"] {
  const { dossier, wat } = look;
  const last = dossier.besluiten.at(-1);
  if (!last || !wat.allowed) return null;
  return {
    id: last.id,
    besluiten: last.besluiten,
    afweging: textFor(look, last.afweging, look.meer),
    regierolVoor: last.regierolVoor && naamIn(dossier.team, last.regierolVoor),
    oudersVerteld: last.terugkoppeling !== null,
    akkoord: last.terugkoppeling?.akkoord ?? null,
    verzwegen: isVerzwegen(dossier),
  };
}

function regierolOf({ dossier, persoonId, meer, verloop }: Look): HulpvraagGezien["regierol"] {
  const rol = currentRegierol(dossier);
  if (!rol) return null;
  const lid = dossier.team.find((one) => one.persoonId === rol.houderId);
  return {
    houder: naamIn(dossier.team, rol.houderId),
    functie: lid?.functie ?? null,
    soort: rol.soort,
    vanMij: rol.houderId === persoonId,
    // What the family wants is content.
    giz: verloop.allowed ? rol.giz : null,
    gizGepland: verloop.allowed && rol.giz === "gepland" ? (rol.gizOp ?? null) : null,
    sinds: todayIn(rol.van),
    keuze: meer.allowed && dossier.aanbod?.persoonId === rol.houderId ? (dossier.aanbod.keuze ?? null) : null,
  };
}

/** That a colleague is away is seen by who sees who has the regierol, and by who is asked to stand in. */
function waarnemingOf({ dossier, persoonId, today }: Look): HulpvraagGezien["waarneming"] {
  const { waarneming } = dossier;
  if (!waarneming) return null;
  const { van, tot, stand, begonnen, voorId } = waarneming;
  const current = currentRegierol(dossier)?.houderId;
  const ib = ibVoor(dossier, { today, behalve: [voorId] });
  const door = stand === "gevraagd" ? (begonnen ? current : ib) : waarneming.doorId;
  return {
    voor: naamIn(dossier.team, voorId),
    door: naamIn(dossier.team, (begonnen ? current : door) ?? waarneming.doorId),
    van,
    tot,
    stand,
    begonnen,
    voorMij: voorId === persoonId,
    aanMij: stand === "gevraagd" && waarneming.doorId === persoonId,
  };
}

function voorstelOf({ dossier, persoonId, relaties }: Look): HulpvraagGezien["voorstel"] {
  const { voorstel } = dossier;
  if (!voorstel || !(relaties.has("ib_van_school") || voorstel.doorId === persoonId)) return null;
  const { stand, reden, doorId, aanId } = voorstel;
  return {
    stand,
    reden,
    door: naamIn(dossier.team, doorId),
    aan: aanId && naamIn(dossier.team, aanId),
    vanMij: doorId === persoonId,
  };
}

/** How it goes is content. */
function toldOn<T extends { readonly op: Temporal.Instant }>(
  { verloop }: Look,
  feit: T | null | undefined,
): (Omit<T, "op"> & { readonly op: Temporal.PlainDate }) | null {
  return feit && verloop.allowed ? { ...feit, op: todayIn(feit.op) } : null;
}

function afsluitingOf({ dossier, verloop }: Look): HulpvraagGezien["afsluiting"] {
  if (!verloop.allowed) return { voorgesteld: null, reden: null, bereikt: null };
  const { afsluitingVoorgesteld: voorgesteld, afsluitreden: reden, doelbereik } = dossier;
  // What was said at a proposal that was turned down, or before it was opened again, says nothing of how it is now.
  const bereikt = voorgesteld || reden ? (doelbereik ?? null) : null;
  return { voorgesteld, reden, bereikt };
}

function meedenkersIn({ dossier, meer, today }: Look): HulpvraagGezien["meedenkers"] {
  if (!meer.allowed) return [];
  return meedenkersOf(dossier)
    .filter((id) => isMember(dossier, id, today))
    .map((id) => ({
      naam: naamIn(dossier.team, id),
      functie: dossier.team.find(({ persoonId }) => persoonId === id)?.functie ?? null,
    }));
}

function currentRegierol(dossier: Dossier): RegierolFeit | undefined {
  return dossier.regierollen.find(({ tot }) => tot === null);
}

/** When the ground has gone since, or the akkoord counts no more, only the ib still sees that it was asked. */
function aanbodOf({ dossier, persoonId, consent, relaties }: Look): HulpvraagGezien["aanbod"] {
  const { aanbod } = dossier;
  const geldt = aanbod?.status === "aangeboden" && aanbodStands(consent);
  const over = aanbod?.status === "vervallen" || aanbod?.status === "verlopen";
  const lapsed = aanbod?.status === "aangeboden" || (over && waits(dossier));
  if (!aanbod || !(geldt || (lapsed && relaties.has("ib_van_school")))) return null;
  return {
    naam: naamIn(dossier.team, aanbod.persoonId),
    aanMij: geldt && aanbod.persoonId === persoonId,
    geldt,
    onbeantwoord: aanbod.status === "verlopen",
  };
}

/** Nobody has the regierol but the ib, for a while. */
function waits(dossier: Dossier): boolean {
  return dossier.status === "besproken" || currentRegierol(dossier)?.soort === "waarnemend";
}

function weigeringenOf(dossier: Dossier): HulpvraagGezien["weigeringen"] {
  return refusalsOf(dossier).map(({ persoonId, reden }) => ({
    naam: naamIn(dossier.team, persoonId),
    reden,
  }));
}

/** One's own, and everybody's for who reads the whole. */
function actiesOf(look: Look): readonly ActieGezien[] {
  const { dossier, persoonId, wat, meer } = look;
  return dossier.acties
    .filter((actie) => meer.allowed || actie.houderId === persoonId)
    .map((actie) => ({
      id: actie.id,
      versie: actie.versie,
      houder: naamIn(dossier.team, actie.houderId),
      vanMij: actie.houderId === persoonId,
      omschrijving: textFor(look, actie.omschrijving, wat),
      // The day by which it has to be done now: it may have been put off since it was agreed.
      datum: vervaltOf(dossier, actie.id) ?? actie.datum,
      gedaan: actie.gedaanOp !== null,
    }));
}

function vervaltOf({ termijnen }: Dossier, actieId: string): Temporal.PlainDate | undefined {
  return termijnen.find((term) => term.actieId === actieId && term.status === "open")?.vervalt;
}

function correctiesOf(look: Look): HulpvraagGezien["correcties"] {
  return look.dossier.correcties.flatMap(({ over, op, tekst: sealed }) => {
    const tekst = textFor(look, sealed, look.meer);
    return tekst === null ? [] : [{ over, op: todayIn(op), tekst }];
  });
}

function termijnenOf(look: Look): readonly TermijnGezien[] {
  return (
    look.dossier.termijnen
      .filter(
        (termijn) =>
          termijn.status === "klaar" ||
          (termijn.status === "open" && !rests(look.dossier, termijn, look.today)),
      )
      .map((termijn) => {
        const open = termijn.status === "open";
        const stands = open && gepauzeerd(look.dossier, termijn, look.today);
        return {
          id: termijn.id,
          versie: termijn.versie,
          soort: termijn.soort,
          vervalt: termijn.vervalt,
          open,
          gepauzeerd: stands,
          teLaat: open && !stands && Temporal.PlainDate.compare(termijn.vervalt, look.today) < 0,
          vanMij: isMine(look, termijn),
          klaarOp: open || !termijn.klaarOp ? null : todayIn(termijn.klaarOp),
        };
      })
      .filter((termijn) => termijn.vanMij || look.bewerken)
      // That there is a traject is content.
      .filter(({ soort }) => look.verloop.allowed || !isTrajectTerm(soort))
      // That a child waits for help elsewhere is content: also in what was done, for who reads no more.
      .filter(({ soort }) => look.verloop.allowed || !wachtTermen.some((one) => one === soort))
      // That it stands still is content: who does not read that sees nothing of it until it goes on.
      .filter((termijn) => look.verloop.allowed || !termijn.gepauzeerd)
  );
}
const wachtTermen: readonly TermKind[] = ["wachtlijst_controle", "overbrugging_einde"];

/** For who reads what was decided: the last discussion, and what came of it. */
function mijlpalenOf({ dossier, meer, verloop }: Look): readonly Mijlpaal[] {
  const besluit = dossier.besluiten.at(-1);
  if (!meer.allowed || isVerzwegen(dossier)) return [];
  const began = dossier.regierollen.find(({ soort }) => soort === "actief");
  const waits = verloop.allowed ? (dossier.wachtlijst ?? []) : [];
  const days: readonly (readonly [MijlpaalSoort, Temporal.PlainDate | null | undefined])[] = [
    ["klaargezet", dossier.klaargezetOp && todayIn(dossier.klaargezetOp)],
    ["besproken", besluit && todayIn(besluit.genomenOp)],
    ["verteld", besluit?.terugkoppeling?.verteldOp],
    ["akkoord", besluit?.terugkoppeling?.akkoord === "ja" ? besluit.terugkoppeling.akkoordOp : null],
    ["regierol", began && todayIn(began.van)],
    ...waits.flatMap(({ sinds, uitkomst, uitkomstOp }): readonly (typeof days)[number][] => [
      ["wachtlijst", sinds],
      ["hulp_begonnen", uitkomst === "gestart" ? uitkomstOp : null],
    ]),
    ["afgesloten", dossier.afgeslotenOp && todayIn(dossier.afgeslotenOp)],
  ];
  return days.flatMap(([soort, op]) => (op ? [{ soort, op }] : []));
}

function isMine({ relaties, persoonId }: Look, termijn: Dossier["termijnen"][number]): boolean {
  if (termijn.persoonId !== null) return termijn.persoonId === persoonId;
  if (termijn.verantwoordelijke === "ib") return relaties.has("ib_van_school");
  if (termijn.verantwoordelijke === "regierolhouder")
    return relaties.has("regierolhouder") || relaties.has("waarnemer");
  return false;
}
