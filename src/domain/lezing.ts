/** That one person got to see something of one hulpvraag: for the log, and so for the parents. */
import type { Grondslag } from "./code.ts";
import type { Dossier } from "./dossier.ts";
import { type Relatie, relationsOf } from "./relatie.ts";
import { todayIn } from "./today.ts";
import { groundOn } from "./toestemming.ts";

export interface Lezing {
  readonly hulpvraagId: string;
  readonly sztId: string;
  /** The name of the case in the log, for who does not reach the hulpvraag itself. */
  readonly zaak?: Buffer;
  readonly naam: boolean;
  readonly wat: boolean;
  readonly grondslag: Grondslag | null;
  readonly als: Relatie | null;
}

/** An adviesvraag was opened: that is all the log may keep of it, and no parents can find it there. */
export interface Advieslezing {
  readonly adviesvraag: true;
  readonly sztId: string;
}

/** What one card shows. */
export type Gelezen = Lezing | Advieslezing;

/** What gives somebody sight of a hulpvraag, the strongest first. */
const hoedanigheden = [
  "ib_van_school",
  "regierolhouder",
  "waarnemer",
  "gekoppelde_expert",
  "aangeboden_regierol",
  "voorzitter",
  "notulist",
  "genoemde_partner",
  "uitzondering_deelnemer",
  "actiehouder",
] as const satisfies readonly Relatie[];

/** What the card of a hulpvraag and an item on the card of a round have in common. */
interface Inhoud {
  readonly wat: unknown;
  readonly besluit: unknown;
  readonly acties: readonly { readonly omschrijving: string | null }[];
  readonly correcties?: readonly unknown[];
}

/**
 * Whether anything beside the name is in sight: the part of the question, filled in or still empty (the log may not tell
 * which), what was decided, also where no text of it may be read, or an actie.
 */
export function showsContent({ wat, besluit, acties, correcties = [] }: Inhoud): boolean {
  return (
    wat != null ||
    besluit != null ||
    acties.some(({ omschrijving }) => omschrijving !== null) ||
    correcties.length > 0
  );
}

/** What was put before the eyes of this person: whether a name was in it, and whether any other text was. */
export function lezingOf(
  dossier: Dossier,
  gezien: { readonly naam: boolean; readonly wat: boolean },
  { persoonId, now }: { readonly persoonId: string; readonly now: Temporal.Instant },
): Lezing {
  const relaties = relationsOf(dossier, persoonId, now);
  return {
    hulpvraagId: dossier.id,
    sztId: dossier.sztId,
    ...gezien,
    grondslag: groundOn(dossier, todayIn(now)).grondslag ?? null,
    als: hoedanigheden.find((one) => relaties.has(one)) ?? null,
  };
}
