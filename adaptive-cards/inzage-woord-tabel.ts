/** What a table of the readable copy is called, in types: what has no word does not compile (src/domain/inzage-veld.ts). */
import type { Getoond, InzageTabel, inzageStanden, inzageTabellen } from "#domain/inzage-veld.ts";

/** The log has sentences of its own (log.ts). */
export type GewoonTabel = Exclude<InzageTabel, "gebeurtenis">;
type Standen = typeof inzageStanden;
type Kolommen<T extends InzageTabel> = (typeof inzageTabellen)[T] &
  (T extends keyof Standen ? Standen[T] : unknown);

/** What a code means; as it stands when it is a word or a number that people know it by. */
export type Codes = Readonly<Record<string, string>> | "zelf" | ((code: string) => string);

/** What needs a sentence of its own. It says nothing ("") when there is nothing to tell, null for what it does not know. */
export interface Gezegd {
  readonly label: string;
  readonly zeg: (waarde: unknown) => string | null;
}

/** Null: said by where it stands in the copy. */
type Woord<Veld> = Veld extends "code" | "codes"
  ? readonly [label: string, codes: Codes]
  : Veld extends "velden"
    ? readonly [label: string, codes: Codes] | Gezegd
    : Veld extends "bij"
      ? string | null
      : Veld extends "getal"
        ? string | Gezegd
        : string;

type Velden<T extends GewoonTabel> = {
  readonly [K in keyof Kolommen<T> as Kolommen<T>[K] extends Getoond ? K : never]: Woord<Kolommen<T>[K]>;
};

export interface TabelWoorden<T extends GewoonTabel> {
  /** One row of it; a number follows. */
  readonly een: string;
  readonly veel: string;
  /** As lines under each other, or as a table with a column for each field. */
  readonly vorm: "lijst" | "tabel";
  readonly velden: Velden<T>;
}

export type Woorden<T extends GewoonTabel> = { readonly [K in T]: TabelWoorden<K> };

export const door = { vastgelegd_door: "Vastgelegd door", vastgelegd_op: "Vastgelegd op" } as const;
