/** Presses as a Teams client sends them: what stands on the card that was shown, with what a person filled in. */

import { cardDesk, type Shown } from "#bot/on-card.ts";
import type { Presenter, Routes } from "#bot/route.ts";
import { stampsFor } from "#bot/stamp.ts";
import type { Card } from "#cards/card.ts";
import type { Actor } from "#domain/scope.ts";
import type { TestWorld } from "#test/world.ts";

export interface Desk {
  /** Presses the button with this verb on a card that was shown. */
  press(actor: Actor, card: Card, verb: string, input?: Readonly<Record<string, string>>): Promise<Shown>;
  /** Presses what a card of another noun would carry. */
  send(
    actor: Actor,
    verb: string,
    about: { id: string; versie: number },
    input?: Readonly<Record<string, string>>,
  ): Promise<Shown>;
}

export function aDesk(t: TestWorld, routes: Routes, presenters: readonly Presenter[]): Desk {
  const desk = cardDesk(t.world, routes, presenters);
  return {
    press: (actor, card, verb, input = {}) => desk.onCard(actor, { ...dataOf(card, verb), ...input }),
    send: (actor, verb, { id, versie }, input = {}) =>
      desk.onCard(actor, { verb, t: stampsFor(t.world, actor.persoonId)(id, versie)(verb), ...input }),
  };
}

function dataOf(card: Card, verb: string): object {
  const data = found(card).find((one) => one.verb === verb);
  if (!data) throw new Error(`the card has no button ${verb}`);
  return data;
}

function found(value: unknown): { verb?: unknown }[] {
  if (Array.isArray(value)) return value.flatMap(found);
  if (typeof value !== "object" || value === null) return [];
  const own = "data" in value && typeof value.data === "object" && value.data !== null ? [value.data] : [];
  return [...own, ...Object.values(value).flatMap(found)];
}

export function cardOf(shown: Shown): Card {
  if (shown.kind !== "kaart" && shown.kind !== "dialoog") throw new Error(`no card but ${shown.kind}`);
  return shown.card;
}

/** Every word of a card, to look for what must and what may not stand there. */
export function textOf(shown: Shown): string {
  return JSON.stringify(cardOf(shown), (key, value) => (key === "data" ? undefined : value));
}
