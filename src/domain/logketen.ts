/**
 * The chain of the log: what exactly is sealed, and what a row that does not fit means. A hash is made elsewhere, with a
 * key; here is only what goes into it. Never change a text below: what was sealed before must stay as it was.
 */

/** A row of the log as the database keeps it. */
export interface LogRij {
  readonly id: number;
  readonly swvId: string;
  readonly sztId: string | null;
  readonly op: Temporal.Instant;
  readonly actorId: string | null;
  readonly taak: string | null;
  readonly soort: string;
  /** Hexadecimal, as all bytes here. */
  readonly zaak: string | null;
  readonly grondslag: string | null;
  /** As the database writes it: it sorts the keys and keeps the numbers. */
  readonly gegevens: string;
}

export interface Zegel {
  readonly swvId: string;
  readonly nr: number;
  readonly sztId: string | null;
  readonly van: number;
  readonly tot: number;
  readonly totId: number;
  readonly kop: string;
  readonly sleutelId: string;
  readonly op: Temporal.Instant;
  readonly vorig: string;
}

/** Before the first row of a chain, and before the first seal. */
export const begin = "0".repeat(64);

export function rijText(rij: LogRij, volgnr: number, vorigeHash: string): string {
  const { id, swvId, sztId, op, actorId, taak, soort, zaak, grondslag, gegevens } = rij;
  const what = [actorId, taak, soort, zaak, grondslag, gegevens];
  return JSON.stringify(["rij/1", swvId, sztId, volgnr, id, op.toString(), ...what, vorigeHash]);
}

export function zegelText(zegel: Zegel): string {
  const { swvId, nr, sztId, van, tot, totId, kop, sleutelId, op, vorig } = zegel;
  return JSON.stringify(["zegel/1", swvId, nr, sztId, van, tot, totId, kop, sleutelId, op.toString(), vorig]);
}

/** What can be wrong with a row. `afgekapt`: rows at the end of what was sealed are gone. */
export type RijBreuk = {
  readonly kind: "gewijzigd" | "verwijderd" | "ingevoegd" | "afgekapt";
  /** The row itself; of what is gone the row before it, null when there is none. */
  readonly rij: number | null;
  readonly van: number | null;
  readonly tot: number | null;
};

/** A row in the order of the ids. `klopt`: its hash is that of what stands there. */
export interface Bekeken {
  readonly id: number;
  readonly volgnr: number | null;
  readonly klopt: boolean;
}

export interface KetenProef {
  rij(rij: Bekeken): void;
  /** `tot`: the last place that a seal speaks of. */
  einde(tot: number): readonly RijBreuk[];
}

/**
 * Reads one chain from its first row to its last. Rows whose hash is right are milestones; what lies between two of
 * them was changed when a place is taken by a row that is not right, removed when a place is empty, and else put in.
 */
export function ketenProef(): KetenProef {
  const breuken: RijBreuk[] = [];
  let milestone: { readonly id: number | null; readonly volgnr: number } = { id: null, volgnr: 0 };
  let between: Bekeken[] = [];
  const close = (until: number, gone: "verwijderd" | "afgekapt"): void => {
    breuken.push(...breaksBetween(milestone, between, { until, gone }));
    between = [];
  };
  return {
    rij(rij) {
      if (!rij.klopt || rij.volgnr === null || rij.volgnr <= milestone.volgnr) {
        between.push(rij);
        return;
      }
      close(rij.volgnr, "verwijderd");
      milestone = { id: rij.id, volgnr: rij.volgnr };
    },
    einde(tot) {
      close(tot + 1, "afgekapt");
      return breuken;
    },
  };
}

function breaksBetween(
  from: { readonly id: number | null; readonly volgnr: number },
  rows: readonly Bekeken[],
  { until, gone }: { readonly until: number; readonly gone: "verwijderd" | "afgekapt" },
): readonly RijBreuk[] {
  const taken = new Map<number, number>();
  const breuken = rows.map(({ id, volgnr }): RijBreuk => {
    const fits = volgnr !== null && volgnr > from.volgnr && volgnr < until && !taken.has(volgnr);
    if (!fits) return { kind: "ingevoegd", rij: id, van: null, tot: null };
    taken.set(volgnr, id);
    return { kind: "gewijzigd", rij: id, van: volgnr, tot: volgnr };
  });
  let { id: before, volgnr: last } = from;
  for (const place of [...taken.keys()].toSorted((one, other) => one - other).concat(until)) {
    const kind = place === until ? gone : "verwijderd";
    if (place > last + 1) breuken.push({ kind, rij: before, van: last + 1, tot: place - 1 });
    before = taken.get(place) ?? before;
    last = place;
  }
  return breuken;
}
