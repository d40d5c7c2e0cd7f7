/** Who at the table hears the name: the school that holds the case, and who is named. Others are there for other items. */
import type { ConsentTaak } from "./consent-besluit.ts";
import { type ConsentFacts, type ConsentRol, leidingRollen, schoolRollen } from "./consent-facts.ts";

/** Who may hear it, wherever they sit. */
export interface Kring {
  readonly genoemd: readonly ConsentRol[];
  /** Decided by the directeur, who may count in whoever is needed; a form does not reach those who lead. */
  readonly metLeiding: boolean;
}

export function kringOf({ vraag, reikwijdte, ronde, uitzondering }: ConsentFacts): Kring {
  if (vraag.grondslag === "uitzondering")
    return { genoemd: uitzondering?.deelnemers ?? [], metLeiding: true };
  const partners = reikwijdte?.partners ?? [];
  // Of a notice the participants can be told the name beforehand (004, optie 2).
  const announced = vraag.grondslag === "instemming" && partners.length === 0;
  return { genoemd: announced ? (ronde?.deelnemers ?? []) : partners, metLeiding: false };
}

export const jeugdbeschermerKring: Kring = { genoemd: ["jeugdbeschermer"], metLeiding: false };

export function namesAt({ ronde }: ConsentFacts, kring: Kring): readonly ConsentRol[] {
  const all = ronde?.deelnemers ?? [...(kring.metLeiding ? [] : ["ib"]), ...kring.genoemd];
  return [...new Set(all)].filter((rol) => mayHear(kring, rol));
}

export function isTableNamed({ ronde }: ConsentFacts, kring: Kring): boolean {
  return (ronde?.deelnemers ?? []).every((rol) => mayHear(kring, rol));
}

export function splitTask(facts: ConsentFacts, kring: Kring): readonly ConsentTaak[] {
  return isTableNamed(facts, kring) ? [] : ["AGENDA_SPLITSEN"];
}

function mayHear({ genoemd, metLeiding }: Kring, rol: ConsentRol): boolean {
  if (schoolRollen.includes(rol)) return true;
  return genoemd.includes(rol) && (metLeiding || !leidingRollen.includes(rol));
}
