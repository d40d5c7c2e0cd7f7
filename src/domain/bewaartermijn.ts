/** How long a hulpvraag is kept after it is over, and what the clock does about it (domain.md §8, AVG art. 5 lid 1 e). */
import type { BewaarSettings } from "./bewaartermijn-setting.ts";
import type { HulpvraagStatus } from "./code.ts";
import { addSchoolweken, type SchoolCalendar } from "./schooldag.ts";
import { todayIn } from "./today.ts";

/** Why data are kept although their term is over, or somebody asks to erase them (AVG art. 17 lid 3). */
export const bewaarredenen = [
  "bezwaar_loopt",
  "klacht_loopt",
  "rechtszaak",
  "onderzoek_veilig_thuis",
  "wettelijke_plicht",
] as const;
export type Bewaarreden = (typeof bewaarredenen)[number];

export interface BewaarFeit {
  readonly status: HulpvraagStatus;
  readonly afgeslotenOp: Temporal.Instant | null;
  readonly gewijzigdOp: Temporal.Instant;
  /** A round decided about it once: a concept that was more than a draft. */
  readonly besproken: boolean;
  /** Since when there is no ground, of what was discussed or is being carried out; null while there is one. */
  readonly grondslagWegOp: Temporal.PlainDate | null;
  /** The last day on which something holds erasure up. */
  readonly heldTot: Temporal.PlainDate | null;
}

/** The first day on which it may go; null while it runs. */
export function wissenVanaf(feit: BewaarFeit, settings: BewaarSettings): Temporal.PlainDate | null {
  const ends = [termEnd(feit, settings), endWithoutGround(feit, settings)];
  const [over] = ends.flatMap((day) => day ?? []).toSorted(Temporal.PlainDate.compare);
  if (!over) return null;
  const after = feit.heldTot?.add({ days: 1 });
  return after && Temporal.PlainDate.compare(after, over) > 0 ? after : over;
}

/**
 * Nothing may be done with it since that day, whatever its status says, so it is kept no longer than what was withdrawn. A
 * draft has a term of its own.
 */
function endWithoutGround(
  { status, besproken, grondslagWegOp }: BewaarFeit,
  settings: BewaarSettings,
): Temporal.PlainDate | null {
  const draft = status === "concept" && !besproken;
  return draft || !grondslagWegOp ? null : grondslagWegOp.add({ months: settings.ingetrokken_maanden });
}

function termEnd(
  { status, afgeslotenOp, gewijzigdOp, besproken }: BewaarFeit,
  settings: BewaarSettings,
): Temporal.PlainDate | null {
  const since = todayIn(afgeslotenOp ?? gewijzigdOp);
  switch (status) {
    case "afgesloten":
      return since.add({ months: settings.afgesloten_maanden });
    case "ingetrokken":
      return since.add({ months: settings.ingetrokken_maanden });
    case "concept":
      return besproken
        ? since.add({ months: settings.afgesloten_maanden })
        : since.add({ weeks: settings.concept_weken });
    case "klaargezet":
    case "geagendeerd":
    case "besproken":
    case "in_uitvoering":
      return null;
  }
}

export interface Aankondiging {
  readonly aangekondigdOp: Temporal.PlainDate;
  readonly wissenOp: Temporal.PlainDate;
}

export type BewaarStap =
  | { readonly kind: "niets" }
  /** The ib hears of it, and has the time that was agreed to keep it or make a copy. */
  | { readonly kind: "aankondigen"; readonly wissenOp: Temporal.PlainDate }
  /** It was announced, and since then it was kept, reopened or worked on. */
  | { readonly kind: "afzeggen" }
  | { readonly kind: "wissen" };

/** What the clock does on this day. Nothing is erased that was not announced in time, whatever was missed or changed. */
export function bewaarStap(
  feit: BewaarFeit,
  {
    settings,
    cal,
    today,
    aankondiging,
  }: {
    readonly settings: BewaarSettings;
    readonly cal: SchoolCalendar;
    readonly today: Temporal.PlainDate;
    readonly aankondiging: Aankondiging | null;
  },
): BewaarStap {
  const vanaf = wissenVanaf(feit, settings);
  const ahead = feit.status === "concept" && !feit.besproken;
  const weken = ahead ? settings.aankondiging_concept_schoolweken : settings.aankondiging_schoolweken;
  if (aankondiging) {
    if (!vanaf || Temporal.PlainDate.compare(vanaf, aankondiging.wissenOp) > 0) return { kind: "afzeggen" };
    return Temporal.PlainDate.compare(today, aankondiging.wissenOp) < 0
      ? { kind: "niets" }
      : { kind: "wissen" };
  }
  if (!vanaf) return { kind: "niets" };
  const soonest = addSchoolweken(today, weken, cal);
  if (Temporal.PlainDate.compare(soonest, vanaf) < 0) return { kind: "niets" };
  return { kind: "aankondigen", wissenOp: soonest };
}
