import type { Tx } from "#database/pool.ts";
import { firstPress } from "#database/press.ts";
import type { Notice } from "#domain/notice.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { send } from "./send.ts";
import { type Result, refuse, type World } from "./world.ts";

/** One act of one person. `press` names the press it comes from, so that the same press again changes nothing. */
export interface Act {
  readonly world: World;
  readonly actor: Actor;
  readonly press: string;
}

/** Refusals that any act can meet. */
export type ActRefusal =
  /** No such subject, or not for this person: the two are never told apart. */
  | { readonly kind: "onzichtbaar" }
  /** Someone was first: the subject has changed since the card was drawn. */
  | { readonly kind: "verouderd" }
  /** This very press was carried out already. */
  | { readonly kind: "al_gedaan" };

class Rollback<E> extends Error {
  readonly refusal: E;
  constructor(refusal: E) {
    super("act refused");
    this.refusal = refusal;
  }
}

/**
 * Runs an act in one transaction under the scope of the actor: the change, its log lines and its notices stand together
 * or not at all. A refusal undoes everything, the press included, so that a corrected second try is a new press.
 */
export async function perform<T, E>(
  act: Act,
  run: (tx: Tx, save: (notices: readonly Notice[]) => Promise<void>) => Promise<Result<T, E>>,
): Promise<Result<T, E | ActRefusal>> {
  const { world, actor } = act;
  try {
    return await world.database.transact(scopeOf(actor), async (tx) => {
      if (!(await firstPress(tx, act.press, actor.persoonId))) return refuse({ kind: "al_gedaan" as const });
      const result = await run(tx, async (notices) => {
        await send(world, tx, notices);
      });
      if (!result.ok) throw new Rollback(result.error);
      return result;
    });
  } catch (error) {
    if (error instanceof Rollback) return refuse(error.refusal as E);
    throw error;
  }
}
