/** What a person does in a chat: type, edit, delete, react, read. */
import type { Scene } from "./activity.ts";
import { eventActivity, messageActivity, updateActivity } from "./activity.ts";
import type { Core } from "./core.ts";
import { botId, botIsIn, isExternal, personalOf, personOf, placeOf, splitThread } from "./core.ts";
import { deliver } from "./deliver.ts";
import { localError } from "./error.ts";
import type { Json } from "./json.ts";
import { addMessage, deleteMessage, editMessage } from "./message.ts";
import { refreshDue, sceneOf } from "./refresh.ts";
import { install } from "./roster.ts";
import type { Message } from "./state.ts";
import type { InboxItem } from "./view.ts";
import { canSee, itemFor, messagesFor } from "./view.ts";
import { botAnswered, changedByBot, isGood } from "./wait.ts";
import type { Person } from "./world.ts";

export type SayArgs = {
  as: string;
  /** "personal", a conversation id, or `<channel id>;messageid=<root>` for an answer in a thread. */
  in: string;
  text: string;
  /** In a channel or group chat: put the name of the bot in front. Without a mention the bot hears nothing. */
  mention?: boolean;
  /** Real milliseconds to wait for an answer; default the service's maxWaitMs. */
  wait?: number;
};

export type SayResult = {
  /** Of the message that was typed. */
  id: string;
  /** False when the bot was not mentioned, is not there, or gave no good HTTP answer. */
  delivered: boolean;
  /** What the bot said or changed, as this person sees it. */
  messages: InboxItem[];
};

export async function say(core: Core, args: SayArgs): Promise<SayResult> {
  const person = personOf(core, args.as);
  await addAppWhenNeeded(core, person, args.in);
  const { conversation, thread } = placeOf(core, person, args.in);
  const { words, entities, forBot } = mentioned(core, args.text, args.mention === true);
  const since = core.state.rev + 1;
  const activity = { text: words, entities };
  const message = addMessage(core, { conversation, thread, from: person.id, activity });
  const heard = conversation.type === "personal" || forBot;
  if (!heard || !botIsIn(core, conversation)) return { id: message.id, delivered: false, messages: [] };
  const turn = deliver(core, messageActivity(core, sceneOf(core, message, person), message));
  const sees = (one: Message) => canSee(core, one, person);
  const answer = await botAnswered(core, turn, since, sees, args.wait ?? core.maxWaitMs);
  const changed = changedByBot(core, since, sees);
  await refreshDue(core, changed, person);
  const delivered = answer === undefined || isGood(answer);
  return { id: message.id, delivered, messages: changed.map((one) => itemFor(core, one, person)) };
}

/** In Teams one adds an app before one can talk to it; whoever starts typing has done so. */
async function addAppWhenNeeded(core: Core, person: Person, where: string): Promise<void> {
  const own = personalOf(core, person);
  const meansOwn = where === "personal" || (own !== undefined && splitThread(where).conversation === own.id);
  if (!meansOwn || (own && botIsIn(core, own))) return;
  if (isExternal(core, person)) {
    throw localError("not-supported", "Iemand uit een andere tenant kan niet één op één met de bot praten.");
  }
  if (!core.autoInstall) throw localError("not-installed", `${person.id} heeft de app niet.`);
  await install(core, { as: person.id });
}

type Mentioned = { words: string; entities: Json[]; forBot: boolean };

/** "@Naam" becomes `<at>Naam</at>` with an entity, for the bot and for people. */
function mentioned(core: Core, typed: string, always: boolean): Mentioned {
  const names = [
    { id: botId(core), name: core.botName },
    ...core.state.world.people.map(({ userId, name }) => ({ id: userId, name })),
  ].toSorted((left, right) => right.name.length - left.name.length);
  let words = typed;
  const entities: Json[] = [];
  for (const { id, name } of names) {
    const tag = `<at>${name}</at>`;
    const marked = words.replaceAll(`@${name}`, tag);
    if (marked === words && !words.includes(tag)) continue;
    words = marked;
    entities.push({ type: "mention", mentioned: { id, name }, text: tag });
  }
  const hasBot = entities.some((one) => JSON.stringify(one).includes(botId(core)));
  if (hasBot || !always) return { words, entities, forBot: hasBot };
  const text = `<at>${core.botName}</at>`;
  const own = { type: "mention", mentioned: { id: botId(core), name: core.botName }, text };
  return { words: `${text} ${words}`, entities: [own, ...entities], forBot: true };
}

function ownMessage(core: Core, args: { as: string; message: string }): { scene: Scene; message: Message } {
  const person = personOf(core, args.as);
  const message = messagesFor(core, { as: args.as }).find((one) => one.id === args.message);
  if (!message || message.from !== person.id) {
    throw localError("no-such-message", "Alleen een eigen bericht kan worden gewijzigd.");
  }
  return { scene: sceneOf(core, message, person), message };
}

export async function edit(core: Core, args: { as: string; message: string; text: string }): Promise<void> {
  const { scene, message } = ownMessage(core, args);
  const { words, entities, forBot } = mentioned(core, args.text, false);
  editMessage(core, message, { text: words, entities });
  if (scene.conversation.type !== "personal" && !forBot) return;
  const { type: _type, channelData: _data, ...content } = messageActivity(core, scene, message);
  await deliver(core, updateActivity(core, scene, "messageUpdate", content, { eventType: "editMessage" }));
}

export async function removeMessage(core: Core, args: { as: string; message: string }): Promise<void> {
  const { scene, message } = ownMessage(core, args);
  deleteMessage(core, message);
  if (scene.conversation.type !== "personal" && !message.mentions.includes("bot")) return;
  const data = { eventType: "softDeleteMessage" };
  await deliver(core, updateActivity(core, scene, "messageDelete", { id: message.id }, data));
}

/** A reaction, only told to the bot about its own messages. */
export async function react(
  core: Core,
  args: { as: string; message: string; reaction?: string; remove?: boolean },
): Promise<void> {
  const person = personOf(core, args.as);
  const message = messagesFor(core, { as: args.as }).find((one) => one.id === args.message);
  if (!message) throw localError("no-such-message", `${args.as} ziet dit bericht niet.`);
  if (message.from !== "bot") return;
  const reactions = [{ type: args.reaction ?? "like" }];
  const content = args.remove ? { reactionsRemoved: reactions } : { reactionsAdded: reactions };
  const scene = sceneOf(core, message, person);
  await deliver(core, updateActivity(core, scene, "messageReaction", { ...content, replyToId: message.id }));
}

/** The person has read everything in the personal chat. Teams tells the bot once, and not of who switched that off. */
export async function read(core: Core, args: { as: string }): Promise<void> {
  const person = personOf(core, args.as);
  const { conversation } = placeOf(core, person, "personal");
  const last = messagesFor(core, { as: args.as, in: "personal" }).at(-1);
  if (!last || !botIsIn(core, conversation) || person.readReceipts === false) return;
  core.state.reads ??= {};
  if (core.state.reads[conversation.id] === last.id) return;
  core.state.reads[conversation.id] = last.id;
  const value = { lastReadMessageId: last.id };
  const scene = { person, conversation };
  await deliver(core, eventActivity(core, scene, "application/vnd.microsoft.readReceipt", value));
}

/** A person opens a conversation, or all of them. */
export async function inbox(
  core: Core,
  query: { as: string; in?: string; since?: string | number; refresh?: boolean },
): Promise<InboxItem[]> {
  const person = personOf(core, query.as);
  if (query.refresh !== false)
    await refreshDue(core, messagesFor(core, { ...query, since: undefined }), person);
  return messagesFor(core, query).map((message) => itemFor(core, message, person));
}
