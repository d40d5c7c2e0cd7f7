/**
 * Two children of one school can have one name and one month of birth. Which of them is meant is asked and never guessed:
 * what is kept of the one would come into the hands of the parents of the other.
 */
import type { HulpvraagStatus } from "./code.ts";

/** A leerling of this school with this name and month of birth, by the hulpvraag that the ib knows it by. */
export interface Bekende<Hulpvraag extends BekendeHulpvraag = BekendeHulpvraag> {
  /** Tells namesakes apart; the same for every row of one leerling. */
  readonly nummer: number;
  /** Numbers in the school's own system that were kept for this leerling. */
  readonly kenmerken: readonly string[];
  /** The open one; otherwise the youngest. */
  readonly hulpvraag: Hulpvraag;
}

export interface BekendeHulpvraag {
  readonly referentie: string;
  readonly status: HulpvraagStatus;
  readonly jaar: number;
}

/** What the ib answered, about these numbers and no others. */
export type Zelfde =
  | { readonly kind: "ja"; readonly referentie: string }
  | { readonly kind: "nee"; readonly referenties: readonly string[] };

export type Naamgenootoordeel<B extends Bekende> =
  /** Nobody with this name, or another child than those. */
  | { readonly kind: "nieuw"; readonly nummer: number }
  | { readonly kind: "dezelfde"; readonly bekende: B }
  /** An open hulpvraag of the same leerling (000 §3.2: no double requests). */
  | { readonly kind: "bestaat_al"; readonly bekende: B }
  | { readonly kind: "vragen"; readonly bekenden: readonly B[] };

export function judgeNaamgenoot<B extends Bekende>(
  bekenden: readonly B[],
  { kenmerk, zelfde }: { readonly kenmerk: string | null; readonly zelfde?: Zelfde | null | undefined },
): Naamgenootoordeel<B> {
  const same = bekenden.find((one) => hasKenmerk(one, kenmerk));
  if (same) return meant(same);
  const running = bekenden.find((one) => isOpen(one) && !differs(one, kenmerk));
  if (running) return { kind: "bestaat_al", bekende: running };
  if (bekenden.length === 0) return { kind: "nieuw", nummer: 1 };
  const named = bekenden.find(
    ({ hulpvraag }) => zelfde?.kind === "ja" && hulpvraag.referentie === zelfde.referentie,
  );
  if (named) return meant(named);
  const all = bekenden.every(
    ({ hulpvraag }) => zelfde?.kind === "nee" && zelfde.referenties.includes(hulpvraag.referentie),
  );
  return all ? { kind: "nieuw", nummer: freeNummer(bekenden) } : { kind: "vragen", bekenden };
}

function meant<B extends Bekende>(bekende: B): Naamgenootoordeel<B> {
  return { kind: isOpen(bekende) ? "bestaat_al" : "dezelfde", bekende };
}

/**
 * Of a leerling whose name was put right into one that others have: one of them when nothing says otherwise, so that a
 * child that was recorded twice becomes one; never one with another number in the school's own system.
 */
export function nummerAfterCorrectie(bekenden: readonly Bekende[], kenmerk: string | null): number {
  const same = bekenden.find((one) => hasKenmerk(one, kenmerk));
  if (same) return same.nummer;
  const [only, more] = bekenden;
  return only && !more && !differs(only, kenmerk) ? only.nummer : freeNummer(bekenden);
}

/** Two numbers that are not the same: another child, or a number that was changed. */
export function differs({ kenmerken }: Pick<Bekende, "kenmerken">, kenmerk: string | null): boolean {
  return kenmerk !== null && kenmerken.length > 0 && !kenmerken.includes(kenmerk);
}

function hasKenmerk({ kenmerken }: Bekende, kenmerk: string | null): boolean {
  return kenmerk !== null && kenmerken.includes(kenmerk);
}

function isOpen({ hulpvraag: { status } }: Bekende): boolean {
  return status !== "afgesloten" && status !== "ingetrokken";
}

function freeNummer(bekenden: readonly Pick<Bekende, "nummer">[]): number {
  return Math.max(0, ...bekenden.map(({ nummer }) => nummer)) + 1;
}
