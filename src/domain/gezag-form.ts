/** What the ib fills in about who decides, and what may be wrong with it. */
import type { Gezag, Gezagsmerk, Partij, Partijstand, Vaststelling } from "./code.ts";
import type { PartijFeit } from "./dossier.ts";
import { bewijsVan, standPartijen } from "./gezag.ts";
import { dayProblem } from "./toestemming-form.ts";
import { type Problemen, problemsOf, type Veldprobleem } from "./veld.ts";

export interface StandVan {
  readonly partij: Partij;
  readonly stand: Partijstand | null;
  readonly hoe: Vaststelling | null;
  readonly op: Temporal.PlainDate | null;
}

export interface GezagForm {
  readonly gezag: Exclude<Gezag, "onbekend">;
  readonly merken: readonly Gezagsmerk[];
  /** Of those who have gezag by this form, and of the pupil. */
  readonly standen: readonly StandVan[];
}

export type GezagVeld = "gezag" | "merken" | `${"stand" | "hoe" | "vastgesteld"}_${Partij}`;

export function checkGezag(
  { gezag, standen }: GezagForm,
  { months, today }: { readonly months: number; readonly today: Temporal.PlainDate },
): Problemen<GezagVeld> | null {
  const fields: Partial<Record<GezagVeld, Veldprobleem | undefined>> = {
    gezag: gezag === "meerderjarig" && months < 18 * 12 ? { kind: "nog_geen_achttien" } : undefined,
  };
  for (const { partij, stand, hoe, op } of standen) {
    if (stand === null) continue;
    fields[`stand_${partij}`] = standProblem(partij, stand);
    fields[`hoe_${partij}`] = hoeProblem(stand, hoe);
    fields[`vastgesteld_${partij}`] = dayProblem(op, today);
  }
  return problemsOf(fields);
}

/** A pupil who died or is gone has no hulpvraag to discuss. */
function standProblem(partij: Partij, stand: Partijstand): Veldprobleem | undefined {
  return partij === "leerling" && stand !== "wilsonbekwaam" ? { kind: "past_niet" } : undefined;
}

function hoeProblem(stand: Partijstand, hoe: Vaststelling | null): Veldprobleem | undefined {
  if (hoe === null) return { kind: "leeg" };
  return bewijsVan[stand].includes(hoe) ? undefined : { kind: "bewijs_past_niet" };
}

/** What was filled in about those whom this gezag concerns. */
export function partijenOf({ gezag, standen }: GezagForm): readonly PartijFeit[] {
  const concerned = standPartijen(gezag);
  return standen.flatMap(({ partij, stand, hoe, op }) =>
    stand && hoe && op && concerned.includes(partij) ? [{ partij, stand, hoe, vastgesteldOp: op }] : [],
  );
}
