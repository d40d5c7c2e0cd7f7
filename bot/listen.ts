import { helpCard } from "#cards/help.ts";
import type { Intent, Slots } from "#domain/intent.ts";
import { understand } from "#domain/intent.ts";
import type { Actor } from "#domain/scope.ts";
import type { World } from "#usecases/world.ts";
import type { Listener } from "./app.ts";
import { show } from "./on-card.ts";
import type { Answer, Presenter, Stamps } from "./route.ts";
import { stampsFor } from "./stamp.ts";

/** What a typed message asks for, answered to the one who typed it. */
export type Command = (asked: {
  readonly world: World;
  readonly actor: Actor;
  readonly stamps: Stamps;
  readonly slots: Slots;
  /** Id of the message: the same message, delivered twice by Teams, leads to one notice. */
  readonly activityId: string;
}) => Promise<Answer | null>;
export type Commands = Partial<Record<Intent, Command>>;

/** What was not understood, or is no command for this person: the same for both. */
export const unknownAnswer = (actor: Actor, stamps: Stamps): Answer => ({
  kind: "kaart",
  card: helpCard({ functies: actor.lidmaatschappen.map((l) => l.functie) }, stamps(actor.persoonId, 0)),
});

/** Typed messages go through our own understanding; what has no command gets the help card. */
export function listener(world: World, commands: Commands, presenters: readonly Presenter[]): Listener {
  return async (actor, text, activityId) => {
    const { intent, slots } = understand(text);
    const stamps = stampsFor(world, actor.persoonId);
    const command = commands[intent];
    const answer: Answer | null = command
      ? await command({ world, actor, stamps, slots, activityId })
      : unknownAnswer(actor, stamps);
    return answer && show(world, actor, answer, presenters, "bericht");
  };
}
