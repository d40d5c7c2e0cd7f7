/**
 * Answers that stand in a chat as messages, for clients without Action.Execute or dialogs. What shows something of a
 * case is brought by the courier, or is kept as an older message that the courier takes back (docs/decisions/0006).
 */
import { type Gesprek, gesprekAt } from "#database/gesprek.ts";
import { type Bericht, messageAt, saveOlder, unmark } from "#database/message.ts";
import { type Notice, type Onderwerp, shownAs } from "#domain/notice.ts";
import { type Actor, scopeOf, taskScope } from "#domain/scope.ts";
import { send } from "./send.ts";
import type { World } from "./world.ts";

/** The chat of a turn, and the message in it that was pressed, as far as we know them. */
export interface Pressed {
  readonly chat: Gesprek | null;
  readonly bericht: Bericht | null;
}

interface Where {
  /** Of the conversation in Teams. */
  readonly gesprekId: string;
  readonly pressedId: string | null;
}

export function pressedIn(world: World, actor: Actor, { gesprekId, pressedId }: Where): Promise<Pressed> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const chat = await gesprekAt(tx, actor.persoonId, gesprekId);
    return { chat, bericht: chat && pressedId ? await messageAt(tx, chat.id, pressedId) : null };
  });
}

/** The one who pressed is shown an answer in place of this message: what its mark says is not what stands there. */
export function coverMessage(
  world: World,
  { gesprekId, pressedId }: { readonly gesprekId: string; readonly pressedId: string },
): Promise<void> {
  return world.database.transact(taskScope(world.swvId, "koerier"), (tx) => unmark(tx, gesprekId, pressedId));
}

/**
 * What was pressed is drawn anew by the courier; a subject that does not live there is put below. `turn` is the id of the
 * message that asks: brought twice by Teams, it leads to one notice. True when something comes below.
 */
export function bring(
  world: World,
  actor: Actor,
  {
    pressed,
    onderwerp,
    turn,
  }: { readonly pressed: Pressed; readonly onderwerp?: Onderwerp | undefined; readonly turn: string },
): Promise<boolean> {
  const { bericht } = pressed;
  const about =
    bericht &&
    onderwerp &&
    bericht.onderwerpSoort === onderwerp.soort &&
    bericht.onderwerpId === onderwerp.id;
  const below = onderwerp !== undefined && !(about && bericht.actueel);
  return world.database.transact(scopeOf(actor), async (tx) => {
    await send(world, tx, [
      ...(bericht && !(about && below) ? [noticeTo(actor, { soort: "bericht", id: bericht.id }, turn)] : []),
      ...(below ? [noticeTo(actor, onderwerp, turn)] : []),
    ]);
    return below;
  });
}

function noticeTo({ persoonId }: Actor, { soort, id }: Onderwerp, turn: string): Notice {
  const kind = shownAs[soort];
  return {
    soort: kind,
    aan: { persoonId },
    onderwerpId: id,
    sztId: null,
    sleutel: `${kind}:${id}:${persoonId}:${turn}`,
  };
}

/** A form or list that was put in a chat: known as an older message about this subject, before it says anything. */
export function rememberBelow(
  world: World,
  actor: Actor,
  {
    chat,
    onderwerp,
    activiteitId,
    vingerafdruk,
  }: { readonly chat: Gesprek; readonly onderwerp: Onderwerp } & Pick<
    Bericht,
    "activiteitId" | "vingerafdruk"
  >,
): Promise<Bericht> {
  const { persoonId } = actor;
  const bericht = {
    id: world.chance.uuid(),
    gesprekId: chat.id,
    persoonId,
    onderwerpSoort: onderwerp.soort,
    onderwerpId: onderwerp.id,
    activiteitId,
    vingerafdruk,
    kennisgevingId: null,
  };
  return world.database.transact(scopeOf(actor), async (tx) => {
    await saveOlder(tx, bericht);
    return { ...bericht, actueel: false, bewerking: 0, onzeker: null };
  });
}
