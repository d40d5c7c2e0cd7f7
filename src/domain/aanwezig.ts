/** Who is at a round while it is held: only they can take the chair, or bring an item in. */
import type { DeelnameFeit } from "./dossier.ts";

/** Not noted as away. Where nothing is noted yet, everybody may be there. */
export function isThere({ aanwezigheid }: Pick<DeelnameFeit, "aanwezigheid">): boolean {
  return aanwezigheid !== "afwezig" && aanwezigheid !== "vervangen";
}
