import type { Stamp } from "#cards/button.ts";
import type { Card } from "#cards/card.ts";
import type { Gelezen } from "#domain/lezing.ts";
import type { Onderwerp, OnderwerpSoort } from "#domain/notice.ts";
import type { Actor } from "#domain/scope.ts";
import type { Act } from "#usecases/act.ts";
import type { World } from "#usecases/world.ts";

/** Makes the stamp of one card: `subject` is what its buttons are about, at the version it was drawn from. */
export type Stamps = (subjectId: string, versie: number) => Stamp;

/** A press or a sent dialog, after the token was opened, the person identified and the card found to be theirs. */
export interface Press {
  readonly world: World;
  readonly actor: Actor;
  /** For use cases: who acts, and the press it comes from. */
  readonly act: Act;
  readonly subjectId: string;
  /** Version of the subject when the card was drawn. */
  readonly versie: number;
  /** What the person filled in; unknown until the route's schema has spoken. */
  readonly input: unknown;
  readonly stamps: Stamps;
}

/** What the one who pressed gets back. Nobody else hears of it here: that is the courier's work. */
export type Answer =
  /** The subject as this person sees it now; the same card for the presser, whatever happened before. */
  | { readonly kind: "onderwerp"; readonly onderwerp: Onderwerp; readonly melding?: string }
  | {
      readonly kind: "kaart";
      readonly card: Card;
      /** Another part of this subject than its card shows at first; it stands in place of the card that was pressed. */
      readonly deelVan?: Onderwerp;
    }
  | { readonly kind: "dialoog"; readonly title: string; readonly card: Card }
  /** Closes the dialog. */
  | { readonly kind: "klaar"; readonly melding?: string }
  | { readonly kind: "melding"; readonly tekst: string }
  /** No such thing, no right, an old or forwarded card: one answer for all. */
  | { readonly kind: "neutraal" };

export type Route = (press: Press) => Promise<Answer>;
/** Verb → what it does. Each noun's file exports its own. */
export type Routes = Readonly<Record<string, Route>>;

export interface Presented {
  readonly card: Card;
  /** What a lock screen shows: never a name or anything about a pupil. */
  readonly summary: string;
}

/** For the eyes of one person: with what of which hulpvraag or adviesvraag it shows, to be logged when it is really there. */
export interface PresentedTo extends Presented {
  readonly lezingen: readonly Gelezen[];
  /** Of a hulpvraag: this person reads how it went since the besluit. */
  readonly leestVerloop?: boolean;
}

/**
 * Draws a subject as one person sees it, from fresh facts. Null: there is nothing (any more) for this person, and a
 * message that stands becomes the neutral card.
 */
export interface Presenter {
  readonly soort: OnderwerpSoort;
  /** What the courier lets happen first, so that the card holds what belongs on it by now. */
  prepare?(world: World, actor: Actor, id: string): Promise<void>;
  present(
    world: World,
    actor: Actor,
    id: string,
    stamps: Stamps,
    notice?: string,
  ): Promise<PresentedTo | null>;
}

/** Of a subject whose card shows nothing of any hulpvraag: there is no reading to log. */
export function presenterOf<T extends { readonly versie: number }>(
  soort: OnderwerpSoort,
  draw: (world: World, actor: Actor, id: string) => Promise<T | null>,
  look: (gezien: T, stamp: Stamp, notice?: string) => Presented,
): Presenter {
  return {
    soort,
    async present(world, actor, id, stamps, notice) {
      const gezien = await draw(world, actor, id);
      return gezien && { ...look(gezien, stamps(id, gezien.versie), notice), lezingen: [] };
    },
  };
}

export const neutraal: Answer = { kind: "neutraal" };
