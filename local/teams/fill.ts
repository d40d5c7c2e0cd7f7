/** What a client sends along with a button: the action's own data with the inputs over it. */
import type { PressResult } from "./answer.ts";
import { failed, invalid } from "./answer.ts";
import type { Found } from "./card.ts";
import { gather } from "./input.ts";
import type { Json } from "./json.ts";
import { record } from "./json.ts";

export const SENDS = new Set(["Action.Execute", "Action.Submit"]);

export type Filled = { ok: true; data: Json } | { ok: false; result: PressResult };

export function fill(found: Found, inputs: Json[], args: { data?: Json; force?: boolean }): Filled {
  const { node } = found;
  if (!SENDS.has(String(node.type))) return { ok: true, data: {} };
  if (node.isEnabled === false && !args.force) {
    return { ok: false, result: failed("disabled", "Deze knop is uitgeschakeld.") };
  }
  const given = record(args.data);
  const { values, problems } = gather(inputs, given);
  if (args.force) return { ok: true, data: { ...record(node.data), ...values, ...given } };
  if (problems.length > 0) return { ok: false, result: invalid(problems) };
  return { ok: true, data: { ...record(node.data), ...values } };
}

export function noSuchAction(wanted: string, actions: string[]): PressResult {
  const message = `Er is geen knop "${wanted}". Wel: ${actions.join(", ") || "geen"}.`;
  return { status: "error", error: { code: "no-such-action", message, actions } };
}
