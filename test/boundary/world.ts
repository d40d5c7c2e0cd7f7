/** Worlds of the domain's suite, drawn by number, with the secrets of the second redrawn from the first. */
import fc from "fast-check";
import type { Functie } from "#domain/code.ts";
import type { Dossier } from "#domain/dossier.ts";
import { someTeam } from "#test/domain/a-dossier.ts";
import {
  factsOf,
  type Secret,
  secretsArbitrary,
  type World,
  worldArbitrary,
} from "#test/domain/summary-world.ts";

export interface Drawn {
  readonly world: World;
  /** Functions that may be named as partner in this world; who has another one stays outside. */
  readonly pool: readonly Functie[];
  readonly secrets: readonly Secret[];
  /** Whether Teams is away for a moment when the summary is posted. */
  readonly away: boolean;
}

const drawn = fc.record({
  world: worldArbitrary,
  secrets: secretsArbitrary,
  third: fc.constantFrom<Functie>("scp", "jeugdverpleegkundige", "wijkteam"),
  away: fc.nat(3).map((one) => one === 0),
});

const sample = <T>(arbitrary: fc.Arbitrary<T>, seed: number): T => {
  const [one] = fc.sample(arbitrary, { numRuns: 1, seed });
  if (one === undefined) throw new Error("nothing drawn");
  return one;
};

export function drawWorld(seed: number): Drawn {
  const { world, secrets, third, away } = sample(drawn, seed);
  const pool: readonly Functie[] = ["smw", "bpo", third];
  return { world, pool, away, secrets: within(pool, secrets) };
}

/** Whether two lines or more will stand in the post: without them a wrong order cannot show. */
export const isLively = ({ world }: Drawn): boolean =>
  world.cases.filter(
    ({ open: { mode, status } }) =>
      (mode === "instemming" || mode.startsWith("schriftelijk")) &&
      status !== "concept" &&
      status !== "ingetrokken",
  ).length > 1;

/**
 * `words`: whatever is said, chosen or dated about a pupil differs; who is involved and what they must do is the same,
 * so everything that leaves must be the same but for the bodies that those who may read get.
 * `all`: that too is drawn again, so only what outsiders get must be the same.
 */
export type Redrawn = "words" | "all";

export function redraw({ pool, secrets }: Drawn, kind: Redrawn, seed: number): readonly Secret[] {
  const fresh = within(pool, sample(secretsArbitrary, seed));
  if (kind === "all") return fresh;
  return fresh.flatMap((one, index) => {
    const before = secrets[index];
    if (!before) return [];
    const { partners, hiddenHolder, koppelingen, secretTerms, validDays, acties, versie } = before;
    const again = acties.map((_, at) => one.acties[at] ?? one.vraag ?? "");
    return [{ ...one, partners, hiddenHolder, koppelingen, secretTerms, validDays, versie, acties: again }];
  });
}

const functieOf = new Map(someTeam.map(({ persoonId, functie }) => [persoonId, functie]));

function within(pool: readonly Functie[], secrets: readonly Secret[]): readonly Secret[] {
  const isIn = (persoonId: string) => pool.some((functie) => functie === functieOf.get(persoonId));
  return secrets.map((secret) => ({
    ...secret,
    partners: [...new Set<Functie>(["smw", ...secret.partners.filter((one) => pool.includes(one))])],
    hiddenHolder: isIn(secret.hiddenHolder) ? secret.hiddenHolder : "bpo1",
    inbrengerId: isIn(secret.inbrengerId) ? secret.inbrengerId : "ib1",
    koppelingen: secret.koppelingen.filter(isIn),
    // Beyond the round of Wednesday: what is on an agenda may be told, and what ends before it comes off.
    validDays: Math.max(secret.validDays, 3),
  }));
}

export const dossiersOf = (world: World, secrets: readonly Secret[]): readonly Dossier[] =>
  factsOf(world, secrets).hulpvragen;
