/** Without consent, where asking would endanger the child: decided by the directeur, for one round (004 ch. 1 par. 8). */
import { type ConsentFacts, type ConsentUitzondering, dagVan } from "./consent-facts.ts";
import { isLater } from "./consent-gebeurtenis.ts";
import { all, fails, holds, type Toets, type Zaak } from "./consent-toets.ts";

export function exceptionDecided(zaak: Zaak): Toets {
  const { uitzondering: besluit } = zaak.facts;
  const decided = exceptionTaken(zaak);
  return besluit && decided.ok ? all(motivated(besluit), inTime(zaak, besluit)) : decided;
}

/**
 * The parents are told afterwards, or it is weighed when: of one that can be used, and of one that was. Not of a pupil
 * who decides alone: the parents hear it when the pupil agrees (domain.md §3).
 */
export function toldAfterwards(zaak: Zaak, ok: boolean): Toets {
  const { ronde, nu } = zaak.facts;
  if (zaak.wie.leerlingBeslist) return holds();
  const held = ronde !== null && Temporal.PlainDate.compare(ronde.datum, nu.toPlainDate()) < 0;
  return ok || (held && exceptionTaken(zaak).ok) ? holds("INFORMEER_OUDERS_ACHTERAF") : holds();
}

/** For the smallest circle, beforehand, by the one who may. */
export function exceptionTaken({ facts }: Zaak): Toets {
  const { uitzondering: besluit, nu, ronde } = facts;
  const at = besluit?.beslotenOp ?? null;
  const late = at === null || isLater(at, nu.toPlainDate()) || (ronde !== null && isLater(at, ronde.datum));
  if (!besluit || late) return fails("uitzondering_niet_besloten", "DIRECTEUR_BESLUIT");
  const { beslotenDoor, mandaat, deelnemers } = besluit;
  if (beslotenDoor !== "directeur" && !(beslotenDoor === "directeur_plv" && mandaat))
    return fails("uitzondering_niet_bevoegd", "DIRECTEUR_BESLUIT");
  return deelnemers.length > 0 ? holds() : fails("uitzondering_zonder_kring", "DIRECTEUR_BESLUIT");
}

/** Contents and outcome are documented too, so that it can be accounted for; that can only follow. */
function motivated({ gemotiveerd, gedocumenteerd }: ConsentUitzondering): Toets {
  if (!gemotiveerd) return fails("uitzondering_niet_gemotiveerd", "DOCUMENTEER_UITZONDERING");
  return gedocumenteerd ? holds() : holds("DOCUMENTEER_UITZONDERING");
}

function inTime({ facts }: Zaak, besluit: ConsentUitzondering): Toets {
  const end = lastDayOfException(facts.ronde, besluit);
  const over = end !== null && Temporal.PlainDate.compare(end, dagVan(facts)) < 0;
  return over || isUsed(facts, besluit) ? fails("uitzondering_verlopen", "DIRECTEUR_BESLUIT") : holds();
}

/** It served an earlier round: it was for one (privacy §4 "once"). */
function isUsed({ gebeurtenissen, ronde, nu }: ConsentFacts, { beslotenOp }: ConsentUitzondering): boolean {
  const now = ronde?.datum ?? nu.toPlainDate();
  return gebeurtenissen.some(
    ({ soort, op }) =>
      soort === "gedeeld" &&
      op !== null &&
      Temporal.PlainDate.compare(op.toPlainDate(), now) < 0 &&
      beslotenOp !== null &&
      Temporal.PlainDateTime.compare(op, beslotenOp) > 0,
  );
}

/** Once: without a day it is for this round and no other, and without a round for the day on which it was decided. */
export function lastDayOfException(
  ronde: Zaak["facts"]["ronde"],
  { geldigTot, beslotenOp }: ConsentUitzondering,
): Temporal.PlainDate | null {
  return geldigTot ?? ronde?.datum ?? beslotenOp?.toPlainDate() ?? null;
}
