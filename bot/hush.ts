import type { Log } from "#usecases/world.ts";

const ways = ["log", "info", "warn", "error", "debug"] as const;

/**
 * Libraries print what they like: keys, tokens, whole errors. Their words stay inside; the log only says that one
 * spoke. Answers the function that undoes it.
 */
export function hushConsole(log: Log): () => void {
  const { console: spoken } = globalThis;
  const kept = ways.map((way) => [way, spoken[way]] as const);
  for (const way of ways) spoken[way] = () => log("warning", { code: "bibliotheek_sprak", kind: way });
  return () => {
    for (const [way, own] of kept) spoken[way] = own;
  };
}
