/**
 * Cards that refresh themselves for one person. Teams does this when a conversation is opened, for at most 60
 * listed people (or, without a list, where at most 60 people can see it), once a minute per card and client.
 * What comes back lives with that person only, until the base card changes.
 */
import type { Scene } from "./activity.ts";
import { invokeActivity } from "./activity.ts";
import type { PressResult } from "./answer.ts";
import { failed, readCardAnswer } from "./answer.ts";
import type { Core } from "./core.ts";
import { botIsIn, conversationOf, membersOf } from "./core.ts";
import { invoke } from "./deliver.ts";
import type { Json } from "./json.ts";
import { isRecord, record } from "./json.ts";
import type { Message } from "./state.ts";
import { viewKey } from "./state.ts";
import { baseCard } from "./view.ts";
import type { Person } from "./world.ts";

const MOST_PEOPLE = 60;
const MINUTE = 60_000;

export function isOldClient(core: Core, person: Person): boolean {
  return (person.oldClient ?? core.state.world.oldClient) === true;
}

function refreshOf(message: Message): Json | undefined {
  const refresh = baseCard(message)?.refresh;
  return isRecord(refresh) && isRecord(refresh.action) ? refresh : undefined;
}

function isListed(core: Core, message: Message, person: Person, refresh: Json): boolean {
  const ids = refresh.userIds;
  if (!Array.isArray(ids)) return membersOf(core, conversationOf(core, message)).length <= MOST_PEOPLE;
  const own = [person.userId, ...(person.aadObjectId === "" ? [] : [`8:orgid:${person.aadObjectId}`])];
  return ids.length <= MOST_PEOPLE && own.some((id) => ids.includes(id));
}

export function isDue(core: Core, message: Message, person: Person): boolean {
  const refresh = refreshOf(message);
  if (!refresh || message.deleted || isOldClient(core, person)) return false;
  if (!botIsIn(core, conversationOf(core, message))) return false;
  const last = core.state.refreshed[viewKey(message, person)];
  if (last !== undefined && core.now().epochMilliseconds - last < MINUTE) return false;
  return isListed(core, message, person, refresh);
}

export function sceneOf(core: Core, message: Message, person: Person): Scene {
  return { person, conversation: conversationOf(core, message), thread: message.thread };
}

export async function refreshCard(
  core: Core,
  message: Message,
  person: Person,
  trigger: "automatic" | "manual",
): Promise<PressResult> {
  const stale = core.faults.take(["stale-refresh"], { op: "refresh", conversation: message.conversation });
  const refresh = (stale && message.previousRefresh) ?? refreshOf(message);
  if (!refresh) return failed("no-refresh", "Deze kaart ververst zichzelf niet.");
  const key = viewKey(message, person);
  core.state.refreshed[key] = core.now().epochMilliseconds;
  const value = { action: record(refresh.action), trigger };
  const scene = sceneOf(core, message, person);
  const rev = message.rev;
  const answer = await invoke(core, invokeActivity(core, scene, "adaptiveCard/action", value, message));
  const result = readCardAnswer(core, answer);
  if (result.card && message.rev === rev) core.state.views[key] = result.card;
  return result;
}

export async function refreshDue(core: Core, messages: Message[], person: Person): Promise<void> {
  const due = messages.filter((message) => isDue(core, message, person));
  await Promise.all(due.map((message) => refreshCard(core, message, person, "automatic")));
}
