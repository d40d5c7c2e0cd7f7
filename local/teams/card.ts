/** Finding buttons and inputs anywhere in an Adaptive Card. */
import type { Json } from "./json.ts";
import { at, isRecord, text } from "./json.ts";

/** `inside`: the ShowCards and popovers one has to open to get here, outermost first. */
export type Found = { node: Json; inside: Json[] };
export type CardParts = { actions: Found[]; inputs: Found[] };
export type CardOptions = { oldClient?: boolean | undefined };

/** What hangs below these keys is data or an alternative, not something on the card. */
const NOT_SHOWN = new Set([
  "data",
  "fallback",
  "refresh",
  "authentication",
  "msteams",
  "choices",
  "requires",
]);
/** These hide a part of the card behind a button. */
const COVERS: Record<string, string> = { "Action.ShowCard": "card", "Action.Popover": "content" };

export function partsOf(card: Json, options: CardOptions = {}): CardParts {
  const parts: CardParts = { actions: [], inputs: [] };
  for (const [key, value] of Object.entries(card)) {
    if (!NOT_SHOWN.has(key)) collect(value, [], parts, options);
  }
  return parts;
}

function collect(value: unknown, inside: Json[], parts: CardParts, options: CardOptions): void {
  if (Array.isArray(value)) {
    for (const one of value) collect(one, inside, parts, options);
    return;
  }
  if (!isRecord(value)) return;
  const node = forClient(value, options);
  if (node === undefined) return;
  const type = text(node.type) ?? "";
  if (type.startsWith("Action.")) parts.actions.push({ node, inside });
  if (type.startsWith("Input.")) parts.inputs.push({ node, inside });
  const cover = COVERS[type];
  for (const [key, child] of Object.entries(node)) {
    if (NOT_SHOWN.has(key)) continue;
    collect(child, key === cover ? [...inside, node] : inside, parts, options);
  }
}

/** A client from before 1.4 shows the fallback of Action.Execute, or nothing. */
function forClient(node: Json, { oldClient }: CardOptions): Json | undefined {
  if (!oldClient || node.type !== "Action.Execute") return node;
  return isRecord(node.fallback) ? node.fallback : undefined;
}

const same = (left: unknown, right: string) =>
  typeof left === "string" && left.trim().toLowerCase() === right.trim().toLowerCase();

/** The strictest meaning of the wanted word that anything on the card answers to. */
const MATCHES: ((action: Json, wanted: string) => boolean)[] = [
  (action, wanted) => action.id === wanted,
  (action, wanted) => action.verb === wanted || at(action, "data", "verb") === wanted,
  (action, wanted) => action.title === wanted,
  (action, wanted) => same(action.title, wanted),
  (action, wanted) => same(action.tooltip, wanted),
];

export function findAction(parts: CardParts, wanted: string, nth = 0): Found | undefined {
  for (const matches of MATCHES) {
    const hits = parts.actions.filter(({ node }) => matches(node, wanted));
    if (hits.length > 0) return hits[nth];
  }
  return undefined;
}

export function actionNames(parts: CardParts): string[] {
  return parts.actions.map(
    ({ node }) => text(node.title) ?? text(node.verb) ?? text(node.id) ?? String(node.type),
  );
}

/**
 * The inputs that travel with an action, as in the official renderer: those of the card it stands on and of the
 * cards around that; never those behind another, closed ShowCard. Being invisible makes no difference.
 */
export function inputsFor(parts: CardParts, action: Found): Json[] {
  if (String(action.node.associatedInputs).toLowerCase() === "none") return [];
  return parts.inputs
    .filter(({ inside }) => inside.every((cover, depth) => action.inside[depth] === cover))
    .map(({ node }) => node);
}
