import type { Kandidaat } from "#domain/akkoord.ts";
import type { HulpvraagAct } from "#domain/hulpvraag-view.ts";
import {
  besluitenNu,
  eersteEinde,
  type OverbruggingBesluit,
  openOverbrugging,
} from "#domain/overbrugging.ts";
import type { Actor } from "#domain/scope.ts";
import { rustNu, wachtkring } from "#domain/see-wachtlijst.ts";
import {
  antwoordenNu,
  type HulpSoort,
  openPlekken,
  vrijeSoorten,
  type WachtAntwoord,
} from "#domain/wachtlijst.ts";
import { type FormZaak, openForm } from "./form-open.ts";
import { overbruggingGrens } from "./overbrugging.ts";
import type { FormRefusal } from "./regierol-form.ts";
import { holdersOf } from "./regierol-open.ts";
import type { Result, World } from "./world.ts";

/** What the dialogs about waiting are drawn from: codes, days and names of colleagues, nothing of the pupil. */
export interface WachtlijstFormFacts extends FormZaak {
  /** Kinds of help that can still be added. */
  readonly vrij: readonly HulpSoort[];
  readonly kring: readonly Kandidaat[];
  /** Who keeps the contact when nobody was chosen. */
  readonly houders: readonly string[];
  readonly antwoorden: readonly WachtAntwoord[];
  /** The last day on which what bridges may end. */
  readonly uiterlijk: Temporal.PlainDate;
  /** Of each place where something bridges: what can be decided. */
  readonly besluiten: Readonly<Partial<Record<HulpSoort, readonly OverbruggingBesluit[]>>>;
  /** What ends first, or else the place of which nothing was agreed yet. */
  readonly eerst: HulpSoort | null;
}

export function loadWachtlijstForm(
  world: World,
  actor: Actor,
  id: string,
  may: HulpvraagAct,
): Promise<Result<WachtlijstFormFacts, FormRefusal>> {
  return openForm(world, actor, { id, may }, async (tx, opened) => {
    const { dossier, gezien } = opened;
    const grens = await overbruggingGrens(tx, opened);
    const open = openPlekken(dossier);
    const loopt = open.flatMap((plek) => {
      const feit = openOverbrugging(plek);
      return feit ? [[plek.soort, besluitenNu(feit, grens)] as const] : [];
    });
    const free = open.find((plek) => !openOverbrugging(plek) && plek.geenOverbrugging === null);
    return {
      vrij: vrijeSoorten(dossier),
      kring: wachtkring(dossier, tx.now),
      houders: holdersOf(dossier),
      antwoorden: antwoordenNu(rustNu(gezien)),
      uiterlijk: grens.uiterlijk,
      besluiten: Object.fromEntries(loopt),
      eerst: (eersteEinde(dossier)?.plek ?? free)?.soort ?? null,
    };
  });
}
