/** Who at the table hears the name: the school that holds the case, and who is named. Others are there for other items. */
import type { ConsentTaak } from "./consent-besluit.ts";
import {
  type ConsentFacts,
  type ConsentRol,
  type ConsentUitzondering,
  leidingRollen,
  schoolRollen,
} from "./consent-facts.ts";

/** Who may hear it, wherever they sit. */
export interface Kring {
  readonly genoemd: readonly ConsentRol[];
  /** Decided by the directeur: whoever is needed and nobody else. A form does not reach those who lead. */
  readonly besloten: boolean;
}

export function kringOf({ vraag, reikwijdte, ronde, uitzondering }: ConsentFacts): Kring {
  if (vraag.grondslag === "uitzondering")
    return { genoemd: [...(uitzondering?.deelnemers ?? []), ...askedBy(uitzondering)], besloten: true };
  const partners = reikwijdte?.partners ?? [];
  // Of a notice the participants can be told the name beforehand (004, optie 2).
  const announced = vraag.grondslag === "instemming" && partners.length === 0;
  return { genoemd: announced ? (ronde?.deelnemers ?? []) : partners, besloten: false };
}

/** Who of the school asked knows it already. */
function askedBy(uitzondering: ConsentUitzondering | null): readonly ConsentRol[] {
  const by = uitzondering?.gevraagdDoor;
  return by && schoolRollen.includes(by) ? [by] : [];
}

export const jeugdbeschermerKring: Kring = { genoemd: ["jeugdbeschermer"], besloten: false };

export function namesAt({ ronde }: ConsentFacts, kring: Kring): readonly ConsentRol[] {
  const all = ronde?.deelnemers ?? [...(kring.besloten ? [] : ["ib"]), ...kring.genoemd];
  return [...new Set(all)].filter((rol) => mayHear(kring, rol));
}

export function isTableNamed({ ronde }: ConsentFacts, kring: Kring): boolean {
  return (ronde?.deelnemers ?? []).every((rol) => mayHear(kring, rol));
}

export function splitTask(facts: ConsentFacts, kring: Kring): readonly ConsentTaak[] {
  return isTableNamed(facts, kring) ? [] : ["AGENDA_SPLITSEN"];
}

function mayHear({ genoemd, besloten }: Kring, rol: ConsentRol): boolean {
  if (besloten) return genoemd.includes(rol);
  return schoolRollen.includes(rol) || (genoemd.includes(rol) && !leidingRollen.includes(rol));
}
