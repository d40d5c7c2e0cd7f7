/** Pressing a button on a card. */
import { invokeActivity, submitActivity } from "./activity.ts";
import type { PressResult } from "./answer.ts";
import { failed, httpFailure, readCardAnswer } from "./answer.ts";
import { actionNames, findAction, inputsFor, partsOf } from "./card.ts";
import type { Core } from "./core.ts";
import { botIsIn, conversationOf, personOf } from "./core.ts";
import type { Answer } from "./deliver.ts";
import { deliver, invoke } from "./deliver.ts";
import { openDialog } from "./dialog.ts";
import { fill, noSuchAction, SENDS } from "./fill.ts";
import type { Json } from "./json.ts";
import { at, isRecord, parseJson, record, text } from "./json.ts";
import { addMessage } from "./message.ts";
import { isOldClient, refreshCard, refreshDue, sceneOf } from "./refresh.ts";
import type { Message } from "./state.ts";
import { viewKey } from "./state.ts";
import { canSee, cardFor, itemFor } from "./view.ts";
import { botAnswered, changedByBot } from "./wait.ts";
import type { Person } from "./world.ts";

export type PressArgs = {
  as: string;
  message: string;
  /** Title, id or verb. */
  action: string;
  /** Values of inputs by id: what this person typed and ticked. */
  data?: Json;
  /** Which one, when several buttons answer to that name; 0 is the first. */
  nth?: number;
  /** A client that lies: nothing is checked, `data` may hold anything and overrules the card's own data. */
  force?: boolean;
  /** Real milliseconds to wait for the bot after a press that travels as a message. */
  wait?: number;
};

type Press = { core: Core; person: Person; message: Message; action: Json; data: Json; wait: number };

export async function press(core: Core, args: PressArgs): Promise<PressResult> {
  const person = personOf(core, args.as);
  const message = core.byId.get(args.message);
  if (!message || message.deleted || !canSee(core, message, person)) {
    return failed("no-such-message", `${args.as} ziet geen bericht "${args.message}".`);
  }
  const parts = partsOf(cardFor(core, message, person) ?? {}, { oldClient: isOldClient(core, person) });
  const found = findAction(parts, args.action, args.nth);
  if (!found) return noSuchAction(args.action, actionNames(parts));
  const inputs = inputsFor(parts, found);
  const filled = fill(found, inputs, args);
  if (!filled.ok) return filled.result;
  const wait = args.wait ?? core.maxWaitMs;
  return await act({ core, person, message, action: found.node, data: filled.data, wait });
}

/** The menu of a card: refresh now. */
export async function refresh(core: Core, args: { as: string; message: string }): Promise<PressResult> {
  const person = personOf(core, args.as);
  const message = core.byId.get(args.message);
  if (!message || !canSee(core, message, person)) return failed("no-such-message", "Dit bericht is er niet.");
  return await refreshCard(core, message, person, "manual");
}

async function act(pressed: Press): Promise<PressResult> {
  const type = String(pressed.action.type);
  if (type === "Action.OpenUrl") return { status: "ok", url: text(pressed.action.url) ?? "" };
  if (!SENDS.has(type)) return { status: "ok" };
  const { core, person, message } = pressed;
  if (!botIsIn(core, conversationOf(core, message))) return failed(209, "Invoke validation failed");
  const since = core.state.rev;
  const result = type === "Action.Execute" ? await execute(pressed) : await submit(pressed);
  const changed = changedByBot(core, since, (one) => canSee(core, one, person));
  await refreshDue(core, changed, person);
  return { ...result, messages: changed.map((one) => itemFor(core, one, person)) };
}

async function execute({ core, person, message, action, data }: Press): Promise<PressResult> {
  const { type, id, title, verb } = action;
  const named = Object.fromEntries(
    Object.entries({ type, id, title, verb }).filter(([, value]) => value !== undefined),
  );
  const value = { action: { ...named, data }, trigger: "manual" };
  const scene = sceneOf(core, message, person);
  const rev = message.rev;
  const answer = await invoke(core, invokeActivity(core, scene, "adaptiveCard/action", value, message));
  const result = readCardAnswer(core, answer);
  if (result.card && message.rev === rev) core.state.views[viewKey(message, person)] = result.card;
  return result;
}

async function submit(pressed: Press): Promise<PressResult> {
  const msteams = record(pressed.data.msteams);
  if (opensDialog(msteams)) {
    const { core, person, message, data } = pressed;
    return await openDialog(core, { message, person, data });
  }
  const kind = text(msteams.type);
  const content = (kind && TEAMS_SUBMITS[kind]?.(msteams, pressed)) || { value: pressed.data };
  return await sendSubmit(pressed, content);
}

/** `invoke` with a task/fetch inside is the older way to say the same. */
function opensDialog(msteams: Json): boolean {
  const inner = typeof msteams.value === "string" ? parseJson(msteams.value) : msteams.value;
  return msteams.type === "task/fetch" || (msteams.type === "invoke" && at(inner, "type") === "task/fetch");
}

const TEAMS_SUBMITS: Record<string, (msteams: Json, pressed: Press) => Json> = {
  messageBack: (msteams, pressed) => {
    const { msteams: _own, ...rest } = pressed.data;
    showTyped(pressed, text(msteams.displayText));
    const value = isRecord(msteams.value) ? { ...msteams.value, ...rest } : (msteams.value ?? rest);
    return { text: text(msteams.text) ?? "", value };
  },
  imBack: (msteams, pressed) => {
    showTyped(pressed, text(msteams.value));
    return { text: text(msteams.value) ?? "" };
  },
};

/** The client puts the words in the chat as if the person had typed them. */
function showTyped({ core, person, message }: Press, words: string | undefined): void {
  if (words === undefined) return;
  const conversation = conversationOf(core, message);
  addMessage(core, { conversation, thread: message.thread, from: person.id, activity: { text: words } });
}

async function sendSubmit(pressed: Press, content: Json): Promise<PressResult> {
  const { core, person, message, wait } = pressed;
  const since = core.state.rev;
  const activity = submitActivity(core, sceneOf(core, message, person), message, content);
  const sees = (one: Message) => canSee(core, one, person);
  const answer: Answer | undefined = await botAnswered(core, deliver(core, activity), since, sees, wait);
  if (answer === undefined) return { status: "ok" };
  const failure = httpFailure(core, answer);
  if (failure) return failure;
  const card = message.rev > since && !message.deleted ? cardFor(core, message, person) : undefined;
  return { status: "ok", code: answer.status, ...(card ? { card: structuredClone(card) } : {}) };
}
