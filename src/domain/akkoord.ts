/** The akkoord of parents (or pupil) on the regierol: who must give it, and who can be asked to take it (003, block 2). */
import { type Partij, regierolFuncties } from "./code.ts";
import type { Dossier, TeamlidFeit } from "./dossier.ts";
import { activeOn } from "./relatie.ts";
import { requiredFor } from "./toestemming.ts";

/** Everyone whose yes is needed on this day; null while gezag or the month of birth must be put right first. */
export function akkoordPartijen(dossier: Dossier, day: Temporal.PlainDate): readonly Partij[] | null {
  const whose = dossier.toestemming ? requiredFor(dossier, day) : null;
  return whose?.ok ? whose.required : null;
}

/** The first day on which an akkoord can be given that counts: after the last no, and after a toestemming that ran out. */
export function akkoordVanaf({ toestemming }: Pick<Dossier, "toestemming">): Temporal.PlainDate | null {
  const { nee = [], verlopenOp = null } = toestemming?.eerder ?? {};
  const ends = [...nee.map(({ op }) => op), ...(verlopenOp ? [verlopenOp] : [])];
  return ends.toSorted(Temporal.PlainDate.compare).at(-1)?.add({ days: 1 }) ?? null;
}

/** Who said no to the regierol that the last besluit asks for. */
export function refusalsOf({
  besluiten,
  weigeringen,
}: Pick<Dossier, "besluiten" | "weigeringen">): Dossier["weigeringen"] {
  const last = besluiten.at(-1);
  return last ? weigeringen.filter(({ besluitId }) => besluitId === last.id) : [];
}

/** Who would take the regierol of the last besluit: who was asked last, and before that whom the round chose. */
export function meantFor({ besluiten, aanbod }: Pick<Dossier, "besluiten" | "aanbod">): string | null {
  const last = besluiten.at(-1);
  if (!last) return null;
  return aanbod?.besluitId === last.id ? aanbod.persoonId : last.regierolVoor;
}

export interface Kandidaat {
  readonly persoonId: string;
  readonly naam: string;
  readonly functie: TeamlidFeit["functie"];
}

/** Members of today whose function may hold the regierol, each once. */
export function kandidatenOf(
  { team }: Pick<Dossier, "team">,
  today: Temporal.PlainDate,
): readonly Kandidaat[] {
  const able: readonly string[] = regierolFuncties;
  const found = new Map<string, Kandidaat>();
  for (const { persoonId, naam, functie, ...lid } of team) {
    if (able.includes(functie) && activeOn(lid, today) && !found.has(persoonId)) {
      found.set(persoonId, { persoonId, naam, functie });
    }
  }
  return [...found.values()];
}
