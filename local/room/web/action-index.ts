export type Json = Record<string, unknown>;

/** One button of a card: every name it answers to, because titles and verbs may occur twice on a card. */
export type CardAction = {
  id?: string;
  verb?: string;
  title?: string;
  tooltip?: string;
  /** Stands in an alternative for clients that cannot draw the first choice. */
  isFallback: boolean;
};

/**
 * Gives every action of a card an id of our own, so that a press can be traced back to the JSON it came from:
 * the renderer keeps no reference to its source.
 */
export function indexActions(card: Json): { card: Json; actions: Map<string, CardAction> } {
  const copy = structuredClone(card);
  const actions = new Map<string, CardAction>();
  visit(copy, false, (node, isFallback) => {
    if (typeof node.type !== "string" || !node.type.startsWith("Action.")) return;
    const key = `action-${actions.size}`;
    actions.set(key, { ...names(node), isFallback });
    node.id = key;
  });
  return { card: copy, actions };
}

/** The local service looks for an id first, then a verb, then a title; the first kind that hits counts. */
const kinds = ["id", "verb", "title", "tooltip"] as const;

/** The name, and the place among those with that name, that mean this button and no other. */
export function actionName(action: CardAction, all: Iterable<CardAction>): { action: string; nth: number } {
  const shown = [...all].filter((one) => !one.isFallback || one === action);
  const ways = kinds
    .map((kind) => action[kind])
    .filter((name) => name !== undefined)
    .map((name) => ({ action: name, hits: hitsFor(name, shown) }))
    .filter(({ hits }) => hits.includes(action));
  const best = ways.find(({ hits }) => hits.length === 1) ?? ways[0];
  return { action: best?.action ?? "", nth: best?.hits.indexOf(action) ?? 0 };
}

function hitsFor(name: string, actions: CardAction[]): CardAction[] {
  const found = kinds.map((kind) => actions.filter((one) => one[kind] === name));
  return found.find((hits) => hits.length > 0) ?? [];
}

/** A bot's own data may look like a card; it is not drawn, so it is not visited. */
const notDrawn = new Set(["data", "msteams", "metadata", "refresh", "authentication", "requires"]);

/** Sees every object that may be drawn, in the order in which it stands in the card. */
export function visit(
  node: unknown,
  isFallback: boolean,
  see: (node: Json, isFallback: boolean) => void,
): void {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, isFallback, see);
    return;
  }
  if (typeof node !== "object" || node === null) return;
  const object = node as Json;
  see(object, isFallback);
  for (const [key, value] of Object.entries(object)) {
    if (!notDrawn.has(key)) visit(value, isFallback || key === "fallback", see);
  }
}

function names(node: Json): Omit<CardAction, "isFallback"> {
  const data = typeof node.data === "object" && node.data !== null ? (node.data as Json) : {};
  const found = { id: node.id, verb: node.verb ?? data.verb, title: node.title, tooltip: node.tooltip };
  return Object.fromEntries(
    Object.entries(found).filter(([, value]) => typeof value === "string" && value !== ""),
  );
}
