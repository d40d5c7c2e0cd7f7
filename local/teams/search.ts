/** Searching from the compose box (message extension) and in a choice list (typeahead). */
import { invokeActivity } from "./activity.ts";
import type { PressResult } from "./answer.ts";
import { failed, httpFailure } from "./answer.ts";
import { partsOf } from "./card.ts";
import type { Core } from "./core.ts";
import { botIsIn, nextId, personOf, placeOf } from "./core.ts";
import { invoke } from "./deliver.ts";
import { localError } from "./error.ts";
import type { Json } from "./json.ts";
import { at, isRecord, list, text } from "./json.ts";
import { addMessage } from "./message.ts";
import { sceneOf } from "./refresh.ts";
import type { SearchResult } from "./state.ts";
import type { InboxItem } from "./view.ts";
import { adaptiveCard, CARD_TYPE, canSee, cardFor, itemFor } from "./view.ts";

export type SearchArgs = {
  as: string;
  in: string;
  command: string;
  query: string;
  /** Name of the parameter in the manifest. Default "query". */
  parameter?: string;
};
export type SearchAnswer = {
  status: "ok" | "error" | "unreachable";
  results: Omit<SearchResult, "as">[];
  /** Instead of results. */
  message?: string;
  error?: PressResult["error"];
};

const COUNT = 25;
const TOP = 15;

export async function search(core: Core, args: SearchArgs): Promise<SearchAnswer> {
  const person = personOf(core, args.as);
  const { conversation, thread } = placeOf(core, person, args.in);
  const first = { name: "initialRun", value: "true" };
  const value = {
    commandId: args.command,
    parameters: [args.query === "" ? first : { name: args.parameter ?? "query", value: args.query }],
    queryOptions: { skip: 0, count: COUNT },
  };
  const scene = { person, conversation, thread };
  const answer = await invoke(core, invokeActivity(core, scene, "composeExtension/query", value));
  const failure = httpFailure(core, answer);
  if (failure) return refusal(failure);
  const extension = at(answer.body, "composeExtension");
  if (at(extension, "type") === "message") {
    return { status: "ok", results: [], message: text(at(extension, "text")) ?? "" };
  }
  const found = list(at(extension, "attachments")).filter(isRecord);
  return { status: "ok", results: found.map((one) => keep(core, person.id, one)) };
}

function refusal({ status, error }: PressResult): SearchAnswer {
  const kind = status === "unreachable" ? "unreachable" : "error";
  return { status: kind, results: [], ...(error ? { error } : {}) };
}

function keep(core: Core, as: string, attachment: Json): Omit<SearchResult, "as"> {
  const preview = at(attachment, "preview", "content");
  const isCard = attachment.contentType === CARD_TYPE && isRecord(attachment.content);
  const result: SearchResult = {
    id: `r${nextId(core)}`,
    as,
    title: text(at(preview, "title")) ?? text(at(attachment, "content", "title")) ?? "",
    text: text(at(preview, "text")) ?? text(at(preview, "subtitle")) ?? "",
    card: isCard ? (adaptiveCard([attachment]) ?? null) : null,
  };
  core.state.results[result.id] = result;
  const { as: _as, ...shown } = result;
  return shown;
}

/** Puts what was found in the conversation, as a message of this person with the bot's card. */
export function insert(core: Core, args: { as: string; in: string; result: string }): InboxItem {
  const person = personOf(core, args.as);
  const { conversation, thread } = placeOf(core, person, args.in);
  const result = core.state.results[args.result];
  if (!result || result.as !== args.as) {
    throw localError("no-such-result", `${args.as} heeft geen zoekresultaat "${args.result}".`);
  }
  const attachments = result.card ? [{ contentType: CARD_TYPE, content: result.card }] : [];
  const activity = attachments.length > 0 ? { attachments } : { text: result.title };
  const message = addMessage(core, { conversation, thread, from: person.id, activity });
  return itemFor(core, message, person);
}

export type TypeaheadArgs = {
  as: string;
  /** The input stands on the card of this message… */
  message?: string;
  /** …or in this dialog. */
  dialog?: string;
  input: string;
  query: string;
};
export type TypeaheadAnswer = {
  status: "ok" | "error" | "unreachable";
  results: { title: string; value: string }[];
  error?: PressResult["error"];
};

export async function typeahead(core: Core, args: TypeaheadArgs): Promise<TypeaheadAnswer> {
  const { card, scene, origin } = placeOfInput(core, args);
  const input = partsOf(card).inputs.find(({ node }) => node.id === args.input)?.node;
  const dataset = text(at(input, "choices.data", "dataset"));
  if (dataset === undefined) throw localError("no-such-input", `Veld "${args.input}" zoekt niet.`);
  if (!botIsIn(core, scene.conversation)) return refusalOf(failed(209, "Invoke validation failed"));
  const queryOptions = { skip: 0, top: TOP };
  const value = { queryText: args.query, queryOptions, dataset };
  const answer = await invoke(core, invokeActivity(core, scene, "application/search", value, origin));
  const failure = httpFailure(core, answer);
  if (failure) return refusalOf(failure);
  if (at(answer.body, "type") !== "application/vnd.microsoft.search.searchResponse") {
    return refusalOf(failed("bad-answer"));
  }
  const results = list(at(answer.body, "value", "results")).map((one) => ({
    title: text(at(one, "title")) ?? "",
    value: text(at(one, "value")) ?? "",
  }));
  return { status: "ok", results };
}

function refusalOf(failure: PressResult): TypeaheadAnswer {
  return { ...refusal(failure), results: [] };
}

function placeOfInput(core: Core, args: TypeaheadArgs) {
  const person = personOf(core, args.as);
  if (args.dialog !== undefined) {
    const dialog = core.state.dialogs[args.dialog];
    const conversation = dialog && core.state.conversations[dialog.conversation];
    if (!dialog || !conversation || dialog.as !== args.as) {
      throw localError("no-such-dialog", "Dit venster is niet meer open. Sluit het en begin opnieuw.");
    }
    return {
      card: dialog.card ?? {},
      scene: { person, conversation, thread: dialog.thread },
      origin: undefined,
    };
  }
  const message = core.byId.get(args.message ?? "");
  if (!message || !canSee(core, message, person)) {
    throw localError("no-such-message", `${args.as} ziet dit bericht niet.`);
  }
  return {
    card: cardFor(core, message, person) ?? {},
    scene: sceneOf(core, message, person),
    origin: message,
  };
}
