/** Whether the ib can ask the directeur now, and whom: only where nothing else is a ground (004 §1.8). */
import type { Dossier, RondeFeit, TeamlidFeit } from "./dossier.ts";
import { relationsOf } from "./relatie.ts";
import { leads } from "./see-uitzondering.ts";
import { todayIn } from "./today.ts";
import { decideDossierOn } from "./toestemming.ts";
import { isOpen } from "./uitzondering.ts";

export type GeenVraag =
  /** Not the ib of the school, or not on its way to a round. */
  | { readonly kind: "kan_niet" }
  | { readonly kind: "niet_nodig" }
  | { readonly kind: "loopt_al"; readonly id: string }
  /** What was discussed before without the parents is not recorded yet. */
  | { readonly kind: "eerst_vastleggen" }
  | { readonly kind: "geen_directeur"; readonly school: string }
  | { readonly kind: "geen_ronde" };

/** Who can decide: a directeur of the school who does not ask it. A second person with that function stands in. */
export function directeurenVoor(
  school: Pick<Dossier, "team" | "schoolId">,
  ib: string,
  today: Temporal.PlainDate,
): readonly TeamlidFeit[] {
  const can = school.team.filter(({ persoonId }) => persoonId !== ib && leads(school, persoonId, today));
  return can.filter((lid, index) => can.findIndex(({ persoonId }) => persoonId === lid.persoonId) === index);
}

/** Rounds that have not begun: the decision comes before the discussion. */
export function rondesVoor(rondes: readonly RondeFeit[], today: Temporal.PlainDate): readonly RondeFeit[] {
  return rondes.filter(
    ({ status, datum }) => status === "gepland" && Temporal.PlainDate.compare(today, datum) <= 0,
  );
}

/** What stands in the way, the first thing first; null when it can be asked. */
export function geenVraag(
  dossier: Dossier,
  {
    ib,
    rondes,
    now,
  }: { readonly ib: string; readonly rondes: readonly RondeFeit[]; readonly now: Temporal.Instant },
): GeenVraag | null {
  const today = todayIn(now);
  const before = dossier.status === "concept" || dossier.status === "klaargezet";
  const own = relationsOf(dossier, ib, now).has("ib_van_school");
  if (!own || !before || dossier.stap < 3) return { kind: "kan_niet" };
  const { uitzondering } = dossier;
  if (uitzondering && isOpen(uitzondering)) return { kind: "loopt_al", id: uitzondering.id };
  if (decideDossierOn(dossier, today).ok) return { kind: "niet_nodig" };
  if (uitzondering && uitzondering.vastTeLeggen !== null) return { kind: "eerst_vastleggen" };
  if (directeurenVoor(dossier, ib, today).length === 0)
    return { kind: "geen_directeur", school: dossier.school };
  return rondesVoor(rondes, today).length === 0 ? { kind: "geen_ronde" } : null;
}
