/** For clients that know no dialogs and no Action.Execute: the same answers, as messages in the own chat. */
import { CardFactory, MessageFactory, type TurnContext } from "botbuilder";
import { calmErrorText } from "#cards/calm-error.ts";
import type { Card } from "#cards/card.ts";
import { placeholderCard } from "#cards/placeholder.ts";
import { pressWords } from "#cards/press.ts";
import type { Actor } from "#domain/scope.ts";
import { bring, type Pressed, pressedIn, rememberBelow } from "#usecases/chat-answer.ts";
import type { Bericht } from "#usecases/delivery.ts";
import type { World } from "#usecases/world.ts";
import type { TeamsActivity } from "./activity.ts";
import { edit, fixed } from "./edit.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Shown } from "./on-card.ts";
import type { TeamsPort } from "./teams.ts";

export interface Below {
  readonly world: World;
  readonly teams: TeamsPort;
}

interface Turn {
  readonly actor: Actor;
  readonly activity: TeamsActivity;
  /** Before the answer was drawn. */
  readonly drawnAt: Temporal.Instant;
}

export function messageOf(card: Card) {
  return { ...MessageFactory.attachment(CardFactory.adaptiveCard(card)), summary: card.fallbackText };
}

/**
 * Nothing of a case is put in the chat here: a subject is brought by the courier, and a form is a message that it knows.
 * What was pressed is drawn anew, whatever the answer.
 */
export async function sayBelow(below: Below, context: TurnContext, shown: Shown, turn: Turn): Promise<void> {
  const { world } = below;
  const { actor, activity } = turn;
  const pressedId = activity.text ? null : (activity.replyToId ?? null);
  const pressed = await pressedIn(world, actor, { gesprekId: activity.conversation.id, pressedId });
  if (shown.kind === "dialoog") return putForm(below, context, { shown, turn, pressed });
  if (await turned(below, shown, { turn, pressed })) return;
  const onderwerp = shown.kind === "kaart" ? (shown.onderwerp ?? shown.deelVan) : undefined;
  const told = { pressed, onderwerp, turn: activity.id ?? world.chance.uuid() };
  // Who typed sees it come; who pressed looks at the card that was pressed.
  const elsewhere = (await bring(world, actor, told)) && pressedId !== null;
  const words = wordsOf(shown, elsewhere);
  if (words) await context.sendActivity(words);
}

function wordsOf(shown: Exclude<Shown, { kind: "dialoog" }>, elsewhere: boolean) {
  switch (shown.kind) {
    case "kaart":
      if (!shown.onderwerp && !shown.deelVan) return messageOf(shown.card);
      return shown.melding ?? (elsewhere ? pressWords.below : null);
    case "melding":
      return shown.tekst;
    case "klaar":
      return shown.melding ?? pressWords.done;
  }
}

/** Another part of what was pressed: that message shows it, as long as it lives. False when it does not. */
async function turned(
  below: Below,
  shown: Shown,
  { turn, pressed }: { readonly turn: Turn; readonly pressed: Pressed },
): Promise<boolean> {
  const { chat, bericht } = pressed;
  if (shown.kind !== "kaart" || !shown.deelVan || !chat || !bericht?.actueel) return false;
  if (bericht.onderwerpSoort !== shown.deelVan.soort || bericht.onderwerpId !== shown.deelVan.id)
    return false;
  const sent = await edit(below, { chat, bericht, drawnAt: turn.drawnAt, to: fixed(shown.card) });
  return sent.ok;
}

interface Form {
  readonly shown: Shown & { readonly kind: "dialoog" };
  readonly turn: Turn;
  readonly pressed: Pressed;
}

/** A form that was filled in wrongly changes itself; any other is put below, first without a word. */
async function putForm(below: Below, context: TurnContext, form: Form): Promise<void> {
  const { world } = below;
  const { actor, activity, drawnAt } = form.turn;
  const { chat } = form.pressed;
  const bericht = form.pressed.bericht?.actueel === false ? form.pressed.bericht : await placed(below, form);
  const sent = chat && bericht && (await edit(below, { chat, bericht, drawnAt, to: fixed(form.shown.card) }));
  if (sent?.ok) return;
  world.log("warning", { code: "formulier_niet_gezet", ...(sent ? { kind: sent.code } : {}) });
  const pressed = { chat, bericht };
  await bring(world, actor, { pressed, turn: activity.id ?? world.chance.uuid() });
  await context.sendActivity(sent?.code === "vergeten" ? pressWords.changed : calmErrorText);
}

/** About what the pressed message is; of one that we do not know, about what its button is. */
async function placed({ world, teams }: Below, { shown, turn, pressed }: Form): Promise<Bericht | null> {
  const { chat, bericht } = pressed;
  const onderwerp = bericht
    ? { soort: bericht.onderwerpSoort, id: bericht.onderwerpId }
    : shown.over && ({ soort: "hulpvraag", id: shown.over } as const);
  if (!chat || !onderwerp) return null;
  const placeholder = placeholderCard();
  const sent = await teams.send(chat, placeholder, pressWords.noDialogs);
  if (!sent.ok) return null;
  return rememberBelow(world, turn.actor, {
    chat,
    onderwerp,
    activiteitId: sent.activiteitId,
    vingerafdruk: fingerprint(world.keys, placeholder),
  });
}
