/** What the bot's answer to an invoke means to a Teams client. */
import type { Core } from "./core.ts";
import type { Answer } from "./deliver.ts";
import type { Problem } from "./input.ts";
import type { Json } from "./json.ts";
import { at, isRecord, text } from "./json.ts";
import type { InboxItem } from "./view.ts";
import { CARD_TYPE } from "./view.ts";
import { isGood } from "./wait.ts";

export const UNREACHABLE = "De app is niet bereikbaar";
const WENT_WRONG = "Er is iets misgegaan. Probeer het opnieuw.";

export type PressStatus = "ok" | "invalid" | "error" | "unreachable" | "login";

export type DialogView = { id: string; title: string; card?: Json; url?: string };

export type PressResult = {
  status: PressStatus;
  /** The status code that the client got, where there is one. */
  code?: number;
  card?: Json;
  /** A short text on top of the card (toast), or in the place of a dialog. */
  message?: string;
  dialog?: DialogView;
  /** The dialog is gone. */
  closed?: true;
  url?: string;
  error?: { code: string | number; message: string; inputs?: Problem[]; actions?: string[] };
  /** What changed for this person meanwhile. */
  messages?: InboxItem[];
};

export function failed(code: string | number, message = WENT_WRONG): PressResult {
  return { status: "error", ...(typeof code === "number" ? { code } : {}), error: { code, message } };
}

export function invalid(inputs: Problem[]): PressResult {
  const message = inputs.map((one) => `${one.id}: ${one.message}`).join(" ");
  return { status: "invalid", error: { code: "invalid", message, inputs } };
}

/** Undefined when the HTTP answer itself is good. */
export function httpFailure(core: Core, answer: Answer): PressResult | undefined {
  if (core.botEndpoint === undefined || answer.status === 0) {
    return {
      status: "unreachable",
      code: 504,
      message: UNREACHABLE,
      error: { code: 504, message: UNREACHABLE },
    };
  }
  return isGood(answer) ? undefined : failed(answer.status);
}

/** The answer to adaptiveCard/action (learn page "Universal action model", 2026-01). */
export function readCardAnswer(core: Core, answer: Answer): PressResult {
  const failure = httpFailure(core, answer);
  if (failure) return failure;
  const { body } = answer;
  if (!isRecord(body)) return { status: "ok", code: answer.status };
  const code = Number(body.statusCode ?? 200);
  const read = READERS[String(body.type)];
  return read ? { ...read(body.value, code), code } : failed(code);
}

const READERS: Record<string, (value: unknown, code: number) => PressResult> = {
  [CARD_TYPE]: (value, code) =>
    code < 300 && isRecord(value) ? { status: "ok", card: value } : failed(code),
  "application/vnd.microsoft.activity.message": (value) => ({ status: "ok", message: text(value) ?? "" }),
  "application/vnd.microsoft.error": (value, code) =>
    failed(text(at(value, "code")) ?? code, text(at(value, "message"))),
  "application/vnd.microsoft.activity.loginRequest": (_value, code) => ({
    status: "login",
    error: { code, message: "Aanmelden nodig." },
  }),
  "application/vnd.microsoft.error.preconditionFailed": (value, code) =>
    failed(text(at(value, "code")) ?? code, text(at(value, "message"))),
  "application/vnd.microsoft.error.incorrectAuthCode": (_value, code) => failed(code),
};

export type TaskAnswer =
  | { kind: "continue"; title: string; card?: Json; url?: string }
  | { kind: "message"; message: string }
  | { kind: "close" };

/** The answer to task/fetch and task/submit; undefined when Teams cannot read it. */
export function readTask(body: unknown): TaskAnswer | undefined {
  if (body === undefined || (isRecord(body) && body.task === undefined)) return { kind: "close" };
  const type = at(body, "task", "type");
  const value = at(body, "task", "value");
  if (type === "message") return { kind: "message", message: text(value) ?? "" };
  if (type !== "continue") return undefined;
  const title = text(at(value, "title")) ?? "";
  const url = text(at(value, "url"));
  if (url !== undefined) return { kind: "continue", title, url };
  const card = at(value, "card", "content");
  const isCard = at(value, "card", "contentType") === CARD_TYPE;
  return isCard && isRecord(card) ? { kind: "continue", title, card } : undefined;
}
