/** Dialogs (task modules): opened by a button, filled in, answered with the next step, a message or nothing. */
import { invokeActivity } from "./activity.ts";
import type { PressResult } from "./answer.ts";
import { failed, httpFailure, readTask } from "./answer.ts";
import { actionNames, findAction, inputsFor, partsOf } from "./card.ts";
import type { Core } from "./core.ts";
import { nextId, personOf } from "./core.ts";
import type { Answer } from "./deliver.ts";
import { invoke } from "./deliver.ts";
import { localError } from "./error.ts";
import { fill, noSuchAction } from "./fill.ts";
import type { Json } from "./json.ts";
import { refreshDue, sceneOf } from "./refresh.ts";
import type { Dialog, Message } from "./state.ts";
import { canSee, itemFor } from "./view.ts";
import { changedByBot } from "./wait.ts";
import type { Person } from "./world.ts";

const CONTEXT = { theme: "default" };

export type DialogArgs = {
  as: string;
  dialog: string;
  /** Title, id or verb; default: the first button that submits, those at the foot of the card before those inside it. */
  action?: string;
  data?: Json;
  nth?: number;
  force?: boolean;
};

export async function openDialog(
  core: Core,
  { message, person, data }: { message: Message; person: Person; data: Json },
): Promise<PressResult> {
  const value = { data, context: CONTEXT };
  const activity = invokeActivity(core, sceneOf(core, message, person), "task/fetch", value, message);
  const answer = await invoke(core, activity);
  const { conversation, thread } = message;
  const dialog: Dialog = {
    id: `d${nextId(core)}`,
    as: person.id,
    conversation,
    ...(thread === undefined ? {} : { thread }),
    message: message.id,
    title: "",
  };
  return show(core, dialog, answer);
}

export async function submitDialog(core: Core, args: DialogArgs): Promise<PressResult> {
  const person = personOf(core, args.as);
  const dialog = dialogOf(core, args);
  const parts = partsOf(dialog.card ?? {});
  const submits = [...partsOf({ actions: dialog.card?.actions }).actions, ...parts.actions].find(
    ({ node }) => node.type === "Action.Submit",
  );
  const found = args.action === undefined ? submits : findAction(parts, args.action, args.nth);
  if (!found) return noSuchAction(args.action ?? "verzenden", actionNames(parts));
  if (found.node.type === "Action.OpenUrl") return { status: "ok", url: String(found.node.url) };
  if (found.node.type === "Action.Execute") {
    return failed("not-supported", "Action.Execute werkt niet in een dialoog.");
  }
  if (found.node.type !== "Action.Submit") return { status: "ok" };
  const filled = fill(found, inputsFor(parts, found), args);
  return filled.ok ? await sendDialog(core, dialog, person, filled.data) : filled.result;
}

async function sendDialog(core: Core, dialog: Dialog, person: Person, data: Json): Promise<PressResult> {
  const conversation = core.state.conversations[dialog.conversation];
  if (!conversation) throw localError("no-such-conversation", "Dit gesprek bestaat niet meer.");
  const since = core.state.rev;
  const scene = { person, conversation, thread: dialog.thread };
  const answer = await invoke(core, invokeActivity(core, scene, "task/submit", { data, context: CONTEXT }));
  const result = show(core, dialog, answer);
  const changed = changedByBot(core, since, (one) => canSee(core, one, person));
  await refreshDue(core, changed, person);
  return { ...result, messages: changed.map((one) => itemFor(core, one, person)) };
}

/** The person closes the window: the bot hears nothing. */
export function closeDialog(core: Core, args: { as: string; dialog: string }): void {
  delete core.state.dialogs[dialogOf(core, args).id];
}

function dialogOf(core: Core, args: { as: string; dialog: string }): Dialog {
  const dialog = core.state.dialogs[args.dialog];
  if (!dialog || dialog.as !== args.as) {
    throw localError("no-such-dialog", "Dit venster is niet meer open. Sluit het en begin opnieuw.");
  }
  return dialog;
}

/** After a failure the dialog stays, so that the person can try again. */
function show(core: Core, dialog: Dialog, answer: Answer): PressResult {
  const failure = httpFailure(core, answer);
  if (failure) return failure;
  const task = readTask(answer.body);
  if (!task) return failed("bad-answer");
  delete core.state.dialogs[dialog.id];
  if (task.kind === "close") return { status: "ok", code: answer.status, closed: true };
  if (task.kind === "message")
    return { status: "ok", code: answer.status, message: task.message, closed: true };
  const { title, card, url } = task;
  const content = { ...(card ? { card } : {}), ...(url === undefined ? {} : { url }) };
  const { card: _card, url: _url, ...rest } = dialog;
  core.state.dialogs[dialog.id] = { ...rest, title, ...content };
  return { status: "ok", code: answer.status, dialog: { id: dialog.id, title, ...structuredClone(content) } };
}
