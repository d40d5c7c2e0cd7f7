/** Whether those concerned were told in writing, and had the time to object (004 ch. 1 par. 8). */
import type { Informatiestand } from "./consent-facts.ts";
import { isLater } from "./consent-gebeurtenis.ts";
import { askingTask } from "./consent-ja.ts";
import { all, fails, holds, type Toets, type Zaak } from "./consent-toets.ts";

/** About this question and understood: not by enrolment or school guide. A signed form says that its signer was told. */
export function informed(zaak: Zaak): Toets {
  const { facts } = zaak;
  const { informatie, grondslag, geinformeerdOp } = facts.vraag;
  if (informatie === "schriftelijk" && !isLater(geinformeerdOp, facts.nu.toPlainDate())) return holds();
  if (informatie === null && grondslag !== "instemming") return holds();
  if (informatie === "schriftelijk_niet_begrepen")
    return fails("niet_begrepen", "TOLK_OF_VERTALING", "INFORMEER_SCHRIFTELIJK");
  const signed = grondslag === "schriftelijk" && isForEverything(informatie);
  return fails("niet_geinformeerd", "INFORMEER_SCHRIFTELIJK", ...(signed ? [askingTask(zaak)] : []));
}

/** What was signed with it was not about this question either. */
function isForEverything(informatie: Informatiestand | null): boolean {
  return informatie === "inschrijving" || informatie === "schoolgids";
}

/** The whole last day is time to object: a round on it is too early, also when it is over by now. */
export function termOver({ facts, dag }: Zaak): Toets {
  const { informatie } = facts.vraag;
  if (informatie !== "schriftelijk") return holds(); // said by `informed`
  const end = endOfTerm(facts.vraag);
  if (end === null) return fails("niet_geinformeerd", "INFORMEER_SCHRIFTELIJK");
  const running = Temporal.PlainDateTime.compare(facts.nu, end) <= 0;
  const day = facts.ronde?.datum ?? dag;
  const early = facts.ronde !== null && Temporal.PlainDate.compare(day, end.toPlainDate()) <= 0;
  return all(
    running ? fails("termijn_loopt", "WACHT_REACTIETERMIJN") : holds(),
    early ? fails("ronde_voor_einde_termijn", "SCHUIF_NAAR_VOLGENDE_RONDE") : holds(),
  );
}

/** Null: nobody knows of a time to object, or there was none. */
export function endOfTerm({
  bezwaarTot,
  geinformeerdOp,
}: Pick<Zaak["facts"]["vraag"], "bezwaarTot" | "geinformeerdOp">): Temporal.PlainDateTime | null {
  const end = bezwaarTot ?? countedFrom(geinformeerdOp);
  const none =
    end !== null && geinformeerdOp !== null && Temporal.PlainDateTime.compare(end, geinformeerdOp) <= 0;
  return none ? null : end;
}

/** Ten schooldagen are two weeks at least; the product counts them on the calendar of the school. */
function countedFrom(op: Temporal.PlainDateTime | null): Temporal.PlainDateTime | null {
  return op?.add({ days: 14 }).with({ hour: 23, minute: 59, second: 59 }) ?? null;
}
