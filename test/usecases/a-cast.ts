/** People of the practice world by name, for tests that need more of them at once. */
import type { Actor } from "#domain/scope.ts";
import type { TestWorld } from "#test/world.ts";

const handles = ["noor", "bram", "yasmina", "peter", "saskia", "hanna", "wim", "fatima", "esther"] as const;
export type Cast = Readonly<Record<(typeof handles)[number], Actor>> & { readonly t: TestWorld };

export async function castOf(made: Promise<TestWorld>): Promise<Cast> {
  const t = await made;
  const people: Partial<Record<(typeof handles)[number], Actor>> = {};
  for (const handle of handles) people[handle] = await t.actor(handle);
  return { ...(people as Record<(typeof handles)[number], Actor>), t };
}
