/**
 * THE decision about consent: from facts to what may be discussed, who may hear the name, what the channel may show,
 * what others may contribute, and what must be done, with reasons. Default deny. Asked again at planning, at opening, at
 * sending and at every press. Sources: 004 ch. 1 par. 8 and ch. 3, 003, model.md, domain.md §3; docs/decisions/0019.
 */
import {
  type ConsentBesluit,
  type ConsentFacts,
  type ConsentPartij,
  type ConsentReden,
  type ConsentRol,
  type ConsentTaak,
  consentTaken,
  leerlingPartij,
  leidingRollen,
  schoolRollen,
} from "./consent-facts.ts";
import { isHulp, partijen, type Stand, standVan, type Wie, wieBeslist } from "./consent-partij.ts";

type Uitkomst = Pick<ConsentBesluit, "bespreken" | "naamVoor" | "kanaal" | "extern" | "regierol">;

interface Verloop {
  readonly facts: ConsentFacts;
  readonly wie: Wie;
  readonly taken: Set<ConsentTaak>;
  readonly redenen: Set<ConsentReden>;
  /** The day on which it is, or would be, discussed: the round, or today. */
  readonly dag: Temporal.PlainDate;
}

const niets: Uitkomst = {
  bespreken: "niet",
  naamVoor: [],
  kanaal: { plaatsen: false, velden: [] },
  extern: "geen",
  regierol: "nee",
};

export function besluitConsent(facts: ConsentFacts): ConsentBesluit {
  const vandaag = facts.nu.toPlainDate();
  const ronde = facts.ronde?.datum;
  const dag = ronde && Temporal.PlainDate.compare(ronde, vandaag) > 0 ? ronde : vandaag;
  const verloop: Verloop = { facts, wie: wieBeslist(facts), taken: new Set(), redenen: new Set(), dag };
  rondom(verloop);
  const uitkomst = uitkomstVan(verloop);
  naBespreking(verloop, uitkomst);
  if (uitkomst.bespreken !== "niet") verloop.redenen.add("geldig");
  const { taken, redenen } = verloop;
  return {
    ...uitkomst,
    taken: consentTaken
      .filter((code) => taken.has(code))
      .map((code) => ({ code, rol: rolVan(code), ...uiterlijkVan(code, facts) })),
    redenen: [...redenen],
  };
}

/** What holds whatever the ground: an ots, danger, what was shared of something that stopped. */
function rondom({ facts, taken, redenen, wie }: Verloop): void {
  if (facts.gezag.toezicht || facts.gezag.deels.length > 0) {
    taken.add("STEM_AF_MET_JEUGDBESCHERMER");
    redenen.add("ots");
  }
  if (gebeurd(facts, "gevaar")) taken.add("MELDCODE_STAP");
  // Who does not decide can object: it is heard and written down, and stops nothing.
  const beslissers = new Set([...wie.vereist, ...wie.gevraagd, leerlingPartij]);
  for (const partij of partijen(facts)) {
    if (!beslissers.has(partij) && standVan(facts, partij).kind === "nee")
      taken.add("REGISTREER_BEZWAAR_ZONDER_VETO");
  }
}

function uitkomstVan(verloop: Verloop): Uitkomst {
  const { facts } = verloop;
  const { doel, grondslag } = facts.vraag;
  if (doel === "advies_veilig_thuis" || doel === "melding_veilig_thuis" || doel === "inzage") {
    return buitenSzt(verloop);
  }
  if (doel === "verstrekking_jeugdbeschermer" && facts.gezag.toezicht) return aanJeugdbeschermer(verloop);
  if (gestopt(verloop)) return niets;
  if (doel === "adviesvraag_swv" && grondslag !== "schriftelijk") return anoniem(verloop);
  switch (grondslag) {
    case "anoniem":
      return anoniem(verloop);
    case "uitzondering":
      return uitzondering(verloop);
    case "instemming":
      return instemming(verloop);
    case "schriftelijk":
      return schriftelijk(verloop);
    case "geen":
      return geen(verloop);
  }
}

/** Not of this team: asking Veilig Thuis for advice, a report, and what a parent may see, go their own way. */
function buitenSzt({ facts, taken, redenen }: Verloop): Uitkomst {
  taken.add("BUITEN_SZT_HOUDEN");
  if (facts.vraag.doel !== "inzage") taken.add("MELDCODE_STAP");
  redenen.add("buiten_szt");
  return niets;
}

/** Under an ots the school may inform the jeugdbeschermer where that is needed, and nobody else with it. */
function aanJeugdbeschermer({ facts, taken }: Verloop): Uitkomst {
  taken.add("STEM_AF_MET_JEUGDBESCHERMER");
  const tafel = facts.ronde?.deelnemers ?? ["ib", "jeugdbeschermer"];
  const naamVoor = tafel.filter((rol) => schoolRollen.includes(rol) || rol === "jeugdbeschermer");
  return { ...niets, bespreken: "op_naam", naamVoor, extern: "volledig_proportioneel" };
}

/** The school has nothing to discuss any more, or not with this consent. */
function gestopt({ facts, taken, redenen }: Verloop): boolean {
  const weg = gebeurd(facts, "van_school_af") || gebeurd(facts, "andere_school");
  if (weg) {
    taken.add("STOP_VERWERKING");
    if (gebeurd(facts, "andere_school")) taken.add("HERNIEUW_TOESTEMMING");
    redenen.add("andere_school");
  }
  if (gebeurd(facts, "afgesloten")) {
    taken.add("STOP_VERWERKING");
    redenen.add("afgesloten");
  }
  return weg || gebeurd(facts, "afgesloten");
}

/** No personal data at all, advice only; what makes a child recognisable is no anonymous question (004, optie 3). */
function anoniem({ facts, taken, redenen }: Verloop): Uitkomst {
  const { doel } = facts.vraag;
  if (doel === "verstrekking_extern" || doel === "verstrekking_jeugdbeschermer" || isHulp(facts))
    taken.add("VRAAG_TOESTEMMING_VERVOLG");
  if (facts.vraag.tekstHerkenbaar) {
    taken.add("ANONIMISEER_TEKST");
    redenen.add("tekst_herkenbaar");
    return niets;
  }
  return {
    ...niets,
    bespreken: "anoniem",
    kanaal: { plaatsen: true, velden: ["anoniemeConsultatie"] },
    extern: "consultatief",
  };
}

/** The directeur decides, with a motivation, for one round and the smallest circle; nothing of it in the channel. */
function uitzondering(verloop: Verloop): Uitkomst {
  const { facts, taken, redenen, dag } = verloop;
  taken.add("MELDCODE_STAP");
  const besluit = facts.uitzondering;
  const bevoegd =
    besluit?.beslotenDoor === "directeur" || (besluit?.beslotenDoor === "directeur_plv" && besluit.mandaat);
  const besloten =
    besluit?.beslotenOp != null && Temporal.PlainDateTime.compare(besluit.beslotenOp, facts.nu) <= 0;
  if (!besluit || !besloten || !bevoegd) {
    taken.add("DIRECTEUR_BESLUIT");
    redenen.add(besluit && besloten ? "uitzondering_niet_bevoegd" : "uitzondering_niet_besloten");
    return niets;
  }
  if (!besluit.gemotiveerd || !besluit.gedocumenteerd) taken.add("DOCUMENTEER_UITZONDERING");
  if (!besluit.gemotiveerd) {
    redenen.add("uitzondering_niet_gemotiveerd");
    return niets;
  }
  if (besluit.geldigTot && Temporal.PlainDate.compare(besluit.geldigTot, dag) < 0) {
    taken.add("DIRECTEUR_BESLUIT");
    redenen.add("uitzondering_verlopen");
    return niets;
  }
  taken.add("INFORMEER_OUDERS_ACHTERAF");
  const naamVoor = aanTafel(facts, besluit.deelnemers).filter((rol) => besluit.deelnemers.includes(rol));
  splits(verloop, besluit.deelnemers);
  return { ...niets, bespreken: "op_naam", naamVoor, extern: "eigen_afweging" };
}

/** Informed in writing, time to object, nobody objected: name and question only (004, optie 2). */
function instemming(verloop: Verloop): Uitkomst {
  const { facts, wie, taken, redenen } = verloop;
  const vrij = [
    facts.instelling.instemming === "toegestaan",
    gezagBekend(verloop),
    ongestoord(verloop),
    geinformeerd(verloop),
    termijnVoorbij(verloop),
    binnenReikwijdte(verloop, false),
  ];
  if (facts.instelling.instemming !== "toegestaan") {
    taken.add("VRAAG_TOESTEMMING");
    redenen.add("instemming_niet_toegestaan");
  }
  hoor(verloop);
  if (vrij.includes(false)) return niets;
  if (facts.vraag.externWilInhoud) taken.add(vraagtaak(wie));
  taken.add("VRAAG_TOESTEMMING_REGIEROL");
  hulpOfVervolg(verloop, false);
  const partners = facts.reikwijdte?.partners ?? [];
  const genoemd = partners.length > 0 ? partners : (facts.ronde?.deelnemers ?? []);
  return {
    bespreken: "op_naam",
    naamVoor: namenVoor(verloop, genoemd),
    kanaal: kanaal(verloop, ["caseRef", "fase", "volgendeDatum"]),
    extern: "buitenkant",
    regierol: "na_toestemming",
  };
}

/** Everyone whose consent is required, in writing and beforehand, informed, with the partners named (004, optie 1). */
function schriftelijk(verloop: Verloop): Uitkomst {
  const { facts } = verloop;
  const vrij = [
    gezagBekend(verloop),
    ongestoord(verloop),
    geinformeerd(verloop),
    gegeven(verloop),
    partnersGenoemd(verloop),
    binnenReikwijdte(verloop, true),
  ];
  hoor(verloop);
  const ok = !vrij.includes(false);
  hulpOfVervolg(verloop, ok);
  if (!ok) {
    return facts.vraag.doel === "toewijzen_regierol" ? regieOpen(verloop) : niets;
  }
  const toewijsbaar = facts.akkoordRegie ?? true;
  if (!toewijsbaar) verloop.taken.add("VRAAG_TOESTEMMING_REGIEROL");
  return {
    bespreken: "op_naam",
    naamVoor: namenVoor(verloop, facts.reikwijdte?.partners ?? []),
    kanaal: kanaal(
      verloop,
      toewijsbaar
        ? ["caseRef", "fase", "regierolFunctie", "volgendeDatum", "loketDoorgezet"]
        : ["caseRef", "fase", "volgendeDatum"],
    ),
    extern: "volledig_proportioneel",
    regierol: toewijsbaar ? "toewijsbaar" : "na_toestemming",
  };
}

/** Nobody said no to the regierol; it only has not been agreed to yet. */
function regieOpen({ facts, wie, taken, redenen }: Verloop): Uitkomst {
  const nog = wie.vereist.some((partij) => !["ja", "nee"].includes(standVan(facts, partij).kind));
  const afgewezen = (["geweigerd", "bezwaar", "ingetrokken"] as const).some((reden) => redenen.has(reden));
  if (!nog || afgewezen) return niets;
  taken.add("VRAAG_TOESTEMMING_REGIEROL");
  return { ...niets, regierol: "na_toestemming" };
}

function geen(verloop: Verloop): Uitkomst {
  const { wie, taken, redenen } = verloop;
  redenen.add("geen_grondslag");
  if (!gezagBekend(verloop)) return niets;
  const rustig = ongestoord(verloop);
  geinformeerd(verloop);
  hoor(verloop);
  hulpOfVervolg(verloop, false);
  if (rustig) taken.add(vraagtaak(wie));
  return niets;
}

function gezagBekend({ wie, taken, redenen }: Verloop): boolean {
  if (!wie.eerstGezag) return true;
  taken.add("CONTROLEER_GEZAG");
  redenen.add("gezag_controleren");
  return false;
}

/** Nobody who decides, and no pupil who is heard, said no. One no is enough. */
function ongestoord(verloop: Verloop): boolean {
  const { facts, wie, redenen } = verloop;
  let vrij = true;
  for (const partij of new Set([...wie.vereist, ...wie.gevraagd, leerlingPartij])) {
    const stand = standVan(facts, partij);
    if (stand.kind !== "nee") continue;
    const beslist = wie.vereist.includes(partij);
    if (partij === leerlingPartij && !beslist) {
      if (!leerlingMaaktBezwaar(verloop, stand)) continue;
    } else {
      neemNee(verloop, stand);
    }
    redenen.add(
      stand.soort === "ingetrokken" ? "ingetrokken" : stand.soort === "bezwaar" ? "bezwaar" : "geweigerd",
    );
    vrij = false;
  }
  // Taken back, and nobody wrote down by whom: it counts as one of those who decide.
  if (facts.gebeurtenissen.some(({ soort, partij }) => soort === "intrekking" && partij === null)) {
    neemNee(verloop, { kind: "nee", soort: "ingetrokken", op: null });
    redenen.add("ingetrokken");
    vrij = false;
  }
  return vrij;
}

type Nee = Extract<Stand, { kind: "nee" }>;

function neemNee({ facts, taken, wie }: Verloop, { soort, op }: Nee): void {
  if (soort === "ingetrokken") taken.add("STOP_VERWERKING");
  else {
    taken.add(wie.leerlingBeslist ? "GESPREK_LEERLING" : "GESPREK_OUDERS");
    taken.add("BIED_ANONIEME_CONSULTATIE_AAN");
  }
  const ronde = facts.ronde?.datum;
  const besproken =
    ronde !== undefined && Temporal.PlainDate.compare(ronde, (op ?? facts.nu).toPlainDate()) < 0;
  if (besproken) taken.add("STOP_VERWERKING");
  if (besproken || (gebeurd(facts, "gedeeld") && soort !== "weigering"))
    taken.add("INFORMEER_ONTVANGERS_INTREKKING");
}

/** A pupil who does not decide yet is heard; from twelve the no blocks unless the setting says otherwise. */
function leerlingMaaktBezwaar({ facts, taken, wie, redenen }: Verloop, stand: Nee): boolean {
  taken.add("GESPREK_LEERLING");
  redenen.add("leerling_bezwaar");
  const blokkeert = wie.gevraagd.includes(leerlingPartij) && facts.instelling.bezwaarLeerling === "blokkeert";
  if (!blokkeert) {
    taken.add("REGISTREER_BEZWAAR_ZONDER_VETO");
    return false;
  }
  taken.add("BIED_ANONIEME_CONSULTATIE_AAN");
  if (stand.soort === "ingetrokken") taken.add("STOP_VERWERKING");
  return true;
}

/** The pupil who must be heard and was not yet: silence does not block. */
function hoor({ facts, wie, taken }: Verloop): void {
  for (const partij of wie.gevraagd) {
    const { kind } = standVan(facts, partij);
    if (kind === "niet_gevraagd" || kind === "stil") taken.add("GESPREK_LEERLING");
  }
}

/** In writing, about this question, and understood (004 ch. 1 par. 8: not by enrolment or school guide). */
function geinformeerd({ facts, wie, taken, redenen }: Verloop): boolean {
  const { informatie, grondslag } = facts.vraag;
  switch (informatie) {
    case "schriftelijk":
      return true;
    case null: {
      const nodig = grondslag === "instemming";
      if (!nodig) return true;
      break;
    }
    case "schriftelijk_niet_begrepen":
      taken.add("TOLK_OF_VERTALING");
      taken.add("INFORMEER_SCHRIFTELIJK");
      redenen.add("niet_begrepen");
      return false;
    case "inschrijving":
    case "schoolgids":
      if (grondslag === "schriftelijk") taken.add(vraagtaak(wie));
      break;
    case "mondeling":
    case "geen":
      break;
  }
  taken.add("INFORMEER_SCHRIFTELIJK");
  redenen.add("niet_geinformeerd");
  return false;
}

/** The whole last day is time to object; a round on it is too early. */
function termijnVoorbij({ facts, taken, redenen }: Verloop): boolean {
  const { bezwaarTot, informatie, geinformeerdOp } = facts.vraag;
  if (informatie !== "schriftelijk") return false;
  const einde = bezwaarTot ?? geinformeerdOp?.add({ days: usualObjectionDays }) ?? null;
  if (einde === null || (geinformeerdOp && Temporal.PlainDateTime.compare(einde, geinformeerdOp) <= 0)) {
    taken.add("INFORMEER_SCHRIFTELIJK");
    redenen.add("niet_geinformeerd");
    return false;
  }
  if (Temporal.PlainDateTime.compare(facts.nu, einde) > 0) return true;
  taken.add("WACHT_REACTIETERMIJN");
  redenen.add("termijn_loopt");
  const ronde = facts.ronde?.datum;
  if (ronde && Temporal.PlainDate.compare(ronde, einde.toPlainDate()) <= 0) {
    taken.add("SCHUIF_NAAR_VOLGENDE_RONDE");
    redenen.add("ronde_voor_einde_termijn");
  }
  return false;
}
/** Ten schooldagen are two weeks at least; the product counts them on the calendar of the school. */
const usualObjectionDays = 14;

/** A proven yes of everyone whose consent is required. */
function gegeven({ facts, wie, taken, redenen }: Verloop): boolean {
  let compleet = true;
  const anderen = wie.vereist.filter((partij) => partij !== leerlingPartij);
  for (const partij of wie.vereist) {
    const stand = standVan(facts, partij);
    if (stand.kind === "ja" || stand.kind === "nee" || blijftGelden(facts, partij)) continue;
    compleet = false;
    const vanLeerling = partij === leerlingPartij;
    if (stand.kind === "stil") {
      taken.add("HERINNER_REACTIE");
      redenen.add("geen_reactie");
    } else if (stand.kind === "zonder_bewijs") {
      taken.add("BEWIJS_TOEVOEGEN");
      redenen.add("zonder_bewijs");
    } else {
      taken.add(vanLeerling ? "VRAAG_TOESTEMMING_LEERLING" : "VRAAG_TOESTEMMING");
      redenen.add(vanLeerling ? "leerling_vereist" : "antwoord_ontbreekt");
    }
  }
  // The parents consented before; since then the pupil decides.
  const zelf = wie.vereist.includes(leerlingPartij) && facts.leerling.leeftijden.some((age) => age >= 16);
  const ouders = partijen(facts).some(
    (partij) => partij !== leerlingPartij && standVan(facts, partij).kind === "ja",
  );
  if (!compleet && zelf && (gebeurd(facts, "zestien_geworden") || (ouders && anderen.length === 0))) {
    taken.add("HERNIEUW_TOESTEMMING");
    redenen.add("zestien_geworden");
  }
  return compleet;
}

/** Where the samenwerkingsverband lets the yes of the parents go on after the sixteenth birthday. */
function blijftGelden(facts: ConsentFacts, partij: ConsentPartij): boolean {
  if (partij !== leerlingPartij || facts.instelling.zestienJaar !== "blijft_gelden") return false;
  const zelf = facts.leerling.leeftijden.length > 0 && facts.leerling.leeftijden.every((age) => age >= 16);
  const { houders } = facts.gezag;
  return zelf && houders.length > 0 && houders.every((houder) => standVan(facts, houder).kind === "ja");
}

function partnersGenoemd({ facts, wie, taken, redenen }: Verloop): boolean {
  const partners = facts.reikwijdte?.partners ?? [];
  if (partners.some((rol) => !leidingRollen.includes(rol))) return true;
  taken.add(vraagtaak(wie));
  redenen.add("geen_partners_genoemd");
  return false;
}

/** Its time, its subject, its question: what lies outside was never agreed to. */
function binnenReikwijdte({ facts, dag, taken, redenen }: Verloop, ook: boolean): boolean {
  const { reikwijdte } = facts;
  let binnen = true;
  if (reikwijdte?.geldigTot && Temporal.PlainDate.compare(reikwijdte.geldigTot, dag) < 0) {
    redenen.add("verlopen");
    binnen = false;
  }
  if (reikwijdte?.onderwerp && reikwijdte.uitgesloten.includes(reikwijdte.onderwerp)) {
    redenen.add("onderwerp_uitgesloten");
    binnen = false;
  }
  if (gebeurd(facts, "andere_vraag")) {
    redenen.add("andere_vraag");
    binnen = false;
  }
  if (!binnen && ook) taken.add("HERNIEUW_TOESTEMMING");
  if (!binnen && !ook) taken.add("INFORMEER_SCHRIFTELIJK");
  return binnen;
}

/** The start of treatment, and a hand-over, ask for more than the discussion does. */
function hulpOfVervolg({ facts, wie, taken, redenen }: Verloop, toestemming: boolean): void {
  const { doel } = facts.vraag;
  const compleet = toestemming && wie.vereist.every((partij) => standVan(facts, partij).kind === "ja");
  if (isHulp(facts) && !compleet) {
    taken.add("VRAAG_TOESTEMMING_HULP");
    const { kind } = standVan(facts, leerlingPartij);
    if (wie.vereist.includes(leerlingPartij) && kind !== "ja") {
      taken.add("VRAAG_TOESTEMMING_LEERLING");
      redenen.add("leerling_vereist");
    }
  }
  const vervolg = doel === "verstrekking_extern" || doel === "verstrekking_jeugdbeschermer";
  if (vervolg && !compleet) taken.add("VRAAG_TOESTEMMING_VERVOLG");
}

function vraagtaak({ leerlingBeslist }: Wie): ConsentTaak {
  return leerlingBeslist ? "VRAAG_TOESTEMMING_LEERLING" : "VRAAG_TOESTEMMING";
}

/** The school that holds the case, and who is named; at this table. Anybody else is there for other items only. */
function namenVoor(verloop: Verloop, genoemd: readonly ConsentRol[]): readonly ConsentRol[] {
  const mag = (rol: ConsentRol) =>
    schoolRollen.includes(rol) || (genoemd.includes(rol) && !leidingRollen.includes(rol));
  splits(verloop, genoemd);
  return aanTafel(verloop.facts, ["ib", ...genoemd]).filter(mag);
}

function aanTafel({ ronde }: ConsentFacts, anders: readonly ConsentRol[]): readonly ConsentRol[] {
  return [...new Set(ronde?.deelnemers ?? anders)];
}

function splits({ facts, taken }: Verloop, genoemd: readonly ConsentRol[]): void {
  const vreemd = (facts.ronde?.deelnemers ?? []).some(
    (rol) => !schoolRollen.includes(rol) && (!genoemd.includes(rol) || leidingRollen.includes(rol)),
  );
  const kring = facts.vraag.grondslag === "uitzondering";
  const buiten = kring && (facts.ronde?.deelnemers ?? []).some((rol) => !genoemd.includes(rol));
  if (kring ? buiten : vreemd) taken.add("AGENDA_SPLITSEN");
}

/** A line in the channel is about the discussion and the regierol, and about nothing else. */
function kanaal({ facts }: Verloop, velden: ConsentBesluit["kanaal"]["velden"]): ConsentBesluit["kanaal"] {
  const { doel } = facts.vraag;
  const over =
    doel === "bespreking_szt" || doel === "toewijzen_regierol" || doel === "adviesvraag_swv" || isHulp(facts);
  return over ? { plaatsen: true, velden } : { plaatsen: false, velden: [] };
}

/** Who must hear what was said (domain.md §2.6); of a pupil of sixteen the parents hear it only when the pupil agrees. */
function naBespreking({ facts, wie, taken }: Verloop, { bespreken }: Uitkomst): void {
  const zwijg = wie.leerlingBeslist && gebeurd(facts, "ouders_niet_informeren");
  if (zwijg) taken.add("GEEN_BERICHT_AAN_OUDERS");
  if (bespreken !== "op_naam" || facts.vraag.grondslag === "uitzondering") return;
  const zelf = wie.vereist.includes(leerlingPartij) && facts.leerling.leeftijden.some((age) => age >= 16);
  if (zelf || wie.leerlingBeslist) taken.add("TERUGKOPPEL_LEERLING");
  if (!wie.leerlingBeslist) taken.add("TERUGKOPPEL_OUDERS");
}

function gebeurd(
  { gebeurtenissen, nu }: ConsentFacts,
  soort: ConsentFacts["gebeurtenissen"][number]["soort"],
): boolean {
  return gebeurtenissen.some(
    (one) => one.soort === soort && (one.op === null || Temporal.PlainDateTime.compare(one.op, nu) <= 0),
  );
}

function rolVan(code: ConsentTaak): ConsentBesluit["taken"][number]["rol"] {
  if (code === "DIRECTEUR_BESLUIT" || code === "DOCUMENTEER_UITZONDERING") return "directeur";
  return code === "INFORMEER_ONTVANGERS_INTREKKING" || code === "STOP_VERWERKING" ? "bot" : "ib";
}

function uiterlijkVan(code: ConsentTaak, { vraag }: ConsentFacts): { uiterlijk?: Temporal.PlainDate } {
  return code === "WACHT_REACTIETERMIJN" && vraag.bezwaarTot
    ? { uiterlijk: vraag.bezwaarTot.toPlainDate() }
    : {};
}
