/**
 * THE decision about consent: from facts to what may be discussed, who may hear the name, what the channel may show,
 * what others may contribute, and what must be done, with reasons. Default deny. Asked again at planning, at opening, at
 * sending and at every press. Sources: 004 ch. 1 par. 8 and ch. 3, 003, model.md, domain.md §3; docs/decisions/0019.
 */
import { standVan } from "./consent-antwoord.ts";
import { type ConsentBesluit, type ConsentTaak, consentTaken } from "./consent-besluit.ts";
import { type ConsentFacts, dagVan } from "./consent-facts.ts";
import { happened } from "./consent-gebeurtenis.ts";
import { endOfTerm } from "./consent-informatie.ts";
import { askingTask } from "./consent-ja.ts";
import { withoutVeto } from "./consent-nee.ts";
import { wieBeslist } from "./consent-partij.ts";
import { lastDayOf } from "./consent-reikwijdte.ts";
import { jeugdbeschermerKring, kringOf, namesAt, splitTask } from "./consent-tafel.ts";
import { all, fails, holds, type Reden, type Toets, type Zaak } from "./consent-toets.ts";
import { exceptionTaken, lastDayOfException } from "./consent-uitzondering.ts";
import { type Afloop, feedback, followUps, isVerstrekking, stillToAsk } from "./consent-vervolg.ts";
import { isConflictOfDuties, type Opening, openingOf, toetsen, type Weg, wegVan } from "./consent-weg.ts";

export function besluitConsent(facts: ConsentFacts): ConsentBesluit {
  const zaak: Zaak = { facts, wie: wieBeslist(facts), dag: dagVan(facts) };
  const weg = wegVan(facts);
  const toets = all(toetsen[weg](zaak), around(zaak, weg));
  const opening = openingOf(weg, toets.ok);
  const extern =
    opening.extern === "buitenkant" && isConflictOfDuties(facts) ? "eigen_afweging" : opening.extern;
  const regierol = regierolOf(zaak, opening);
  const afloop: Afloop = { weg, ok: toets.ok, regierol };
  const kring = weg === "jeugdbeschermer" ? jeugdbeschermerKring : kringOf(facts);
  const byName = opening.bespreken === "op_naam";
  const taken = new Set<ConsentTaak>([
    ...toets.taken,
    ...followUps(zaak, afloop),
    ...feedback(zaak, afloop),
    ...(byName ? splitTask(facts, kring) : []),
    ...(extern === "buitenkant" && facts.vraag.externWilInhoud ? [askingTask(zaak)] : []),
  ]);
  return {
    bespreken: opening.bespreken,
    naamVoor: byName ? namesAt(facts, kring) : [],
    kanaal: channelOf(zaak, opening, regierol),
    extern,
    regierol,
    taken: consentTaken.filter((code) => taken.has(code)).map((code) => taskOf(code, facts)),
    ...reasonsOf(toets),
    nogVragen: stillToAsk(zaak, afloop),
    geldigTot: toets.ok ? endOf(zaak, weg) : null,
  };
}

/** What holds whatever the ground: an ots, danger, an exception somebody waits for, a no that stops nothing. */
function around(zaak: Zaak, weg: Weg): Toets {
  const { gezag, vraag, uitzondering } = zaak.facts;
  const shared = gezag.toezicht || gezag.deels.length > 0;
  const vt = vraag.doel === "advies_veilig_thuis" || vraag.doel === "melding_veilig_thuis";
  const danger = happened(zaak.facts, "gevaar") || happened(zaak.facts, "conflict_van_plichten");
  const waiting = weg !== "uitzondering" && uitzondering !== null && !exceptionTaken(zaak).ok;
  return all(
    withoutVeto(zaak),
    shared ? { ...fails("ots", "STEM_AF_MET_JEUGDBESCHERMER"), ok: true } : holds(),
    danger || vt || weg === "uitzondering" ? holds("MELDCODE_STAP") : holds(),
    waiting ? holds("DIRECTEUR_BESLUIT") : holds(),
  );
}

/** Agreed to after the round, where that is part of the question; of a notice, only when everyone said yes to it. */
function regierolOf({ facts, wie }: Zaak, { regierol }: Opening): ConsentBesluit["regierol"] {
  if (regierol === "nee" || isVerstrekking({ facts })) return "nee";
  if (regierol === "toewijsbaar") return (facts.akkoordRegie ?? true) ? "toewijsbaar" : "na_toestemming";
  const agreed =
    wie.vereist.length > 0 && wie.vereist.every((partij) => standVan(facts, partij).kind === "ja");
  return facts.vraag.doel === "toewijzen_regierol" && agreed ? "toewijsbaar" : "na_toestemming";
}

/** A line is about a discussion, and alike for both grounds of the parents; a hand-over is no item of a round. */
function channelOf(
  zaak: Pick<Zaak, "facts">,
  { kanaal }: Opening,
  regierol: ConsentBesluit["regierol"],
): ConsentBesluit["kanaal"] {
  if (kanaal === "anoniem") return { plaatsen: true, velden: ["anoniemeConsultatie"] };
  if (kanaal === "niets" || isVerstrekking(zaak)) return { plaatsen: false, velden: [] };
  return {
    plaatsen: true,
    velden:
      regierol === "toewijsbaar"
        ? ["caseRef", "fase", "regierolFunctie", "volgendeDatum", "loketDoorgezet"]
        : ["caseRef", "fase", "volgendeDatum"],
  };
}

function endOf(zaak: Zaak, weg: Weg): Temporal.PlainDate | null {
  const { uitzondering, ronde } = zaak.facts;
  if (weg === "uitzondering") return uitzondering && lastDayOfException(ronde, uitzondering);
  return weg === "schriftelijk" || weg === "instemming" ? lastDayOf(zaak) : null;
}

function reasonsOf({ ok, redenen }: Toets): Pick<ConsentBesluit, "redenen" | "ontbreekt"> {
  const named = redenen.filter((one): one is Required<Reden> => one.partij !== undefined);
  return {
    redenen: [...new Set([...redenen.map(({ code }) => code), ...(ok ? (["geldig"] as const) : [])])],
    ontbreekt: named.map(({ code, partij }) => ({ reden: code, partij })),
  };
}

function taskOf(code: ConsentTaak, { vraag }: ConsentFacts): ConsentBesluit["taken"][number] {
  const end = code === "WACHT_REACTIETERMIJN" ? endOfTerm(vraag) : null;
  return { code, rol: roleOf(code), ...(end ? { uiterlijk: end.toPlainDate() } : {}) };
}

function roleOf(code: ConsentTaak): ConsentBesluit["taken"][number]["rol"] {
  switch (code) {
    case "DIRECTEUR_BESLUIT":
    case "DOCUMENTEER_UITZONDERING":
      return "directeur";
    case "STOP_VERWERKING":
    case "INFORMEER_ONTVANGERS_INTREKKING":
      return "bot";
    default:
      return "ib";
  }
}
