import { type LogKey, logHash } from "#database/kluis.ts";
import type { KetenRij, ZegelRij } from "#database/logzegel.ts";
import { begin, ketenProef, type RijBreuk, rijText } from "#domain/logketen.ts";

export type ZegelBreuk = {
  readonly kind:
    | "zegel_gewijzigd"
    | "zegel_verwijderd"
    /** The row that the seal speaks of is not that row any more. */
    | "zegel_past_niet"
    /** Rows that say they are sealed, and no seal that says so. */
    | "zegel_ontbreekt"
    /** What was kept outside is not what stands here: the end of the log was taken off, or all of it made anew. */
    | "kop_wijkt_af";
  readonly nr: number | null;
  readonly sztId: string | null;
};

export interface KetenVerslag {
  readonly sztId: string | null;
  readonly naam: string | null;
  readonly rijen: number;
  readonly verzegeld: number;
  /** The last row that is sealed and right, and when it was written. */
  readonly totRij: number | null;
  readonly totMoment: Temporal.Instant | null;
  /** Not sealed yet: nothing can be said about these. */
  readonly staart: number;
  readonly staartSinds: Temporal.Instant | null;
  /** Sealed more than a day after they were written: an installation that stood still, or a log that was made anew. */
  readonly laat: number;
  readonly breuken: readonly RijBreuk[];
}

/** Reads the rows of one chain, in the order of their ids. */
export interface KetenLezer {
  readonly sztId: string | null;
  lees(rij: KetenRij): void;
  /** After the last row. */
  verslag(naam: string | null): KetenVerslag;
  zegelBreuken(): readonly ZegelBreuk[];
}

export interface Keten {
  readonly sztId: string | null;
  /** Those that are right, in their order. */
  readonly zegels: readonly ZegelRij[];
  readonly keys: ReadonlyMap<string, LogKey>;
  /** The highest row that any seal speaks of: what stands below it without a seal was put there. */
  readonly totId: number;
}

const late = { hours: 24 };

interface Laatste {
  readonly volgnr: number;
  readonly hash: string;
}
type Sealed = KetenRij & { readonly volgnr: number; readonly vorigeHash: string; readonly hash: string };

export function ketenLezer({ sztId, zegels, keys, totId }: Keten): KetenLezer {
  const proef = ketenProef();
  const past: ZegelBreuk[] = [];
  const seen = { rijen: 0, verzegeld: 0, staart: 0, laat: 0 };
  const tot = zegels.at(-1)?.tot ?? 0;
  let last: Laatste = { volgnr: 0, hash: begin };
  let end: Pick<KetenRij, "id" | "op"> | null = null;
  let tailSince: Temporal.Instant | null = null;

  function right(rij: Sealed, zegel: ZegelRij | undefined): void {
    seen.verzegeld += 1;
    if (zegel?.tot === rij.volgnr && zegel.kop !== rij.hash)
      past.push({ kind: "zegel_past_niet", nr: zegel.nr, sztId });
    if (zegel && Temporal.Instant.compare(rij.op.add(late), zegel.op) < 0) seen.laat += 1;
    last = rij;
    end = rij;
  }

  return {
    sztId,
    lees(rij) {
      seen.rijen += 1;
      if (rij.hash === null && rij.id > totId) {
        seen.staart += 1;
        tailSince = earliest(tailSince, rij.op);
        return;
      }
      const sealed = asSealed(rij);
      const zegel = sealed && zegelAt(zegels, sealed.volgnr);
      const klopt =
        sealed !== null && isRight(sealed, last, zegel ? [keys.get(zegel.sleutelId)] : keys.values());
      if (klopt) right(sealed, zegel ?? undefined);
      proef.rij({ id: rij.id, volgnr: rij.volgnr, klopt });
    },
    verslag: (naam) => ({
      sztId,
      naam,
      ...seen,
      totRij: end?.id ?? null,
      totMoment: end?.op ?? null,
      staartSinds: tailSince,
      breuken: proef.einde(tot),
    }),
    zegelBreuken: () => (last.volgnr > tot ? [...past, { kind: "zegel_ontbreekt", nr: null, sztId }] : past),
  };
}

function asSealed(rij: KetenRij): Sealed | null {
  const { volgnr, vorigeHash, hash } = rij;
  return volgnr === null || vorigeHash === null || hash === null
    ? null
    : { ...rij, volgnr, vorigeHash, hash };
}

/** Made with the key, further on in the chain, and holding on to the row before it where that one is right. */
function isRight(rij: Sealed, last: Laatste, keys: Iterable<LogKey | undefined>): boolean {
  const { volgnr, vorigeHash, hash } = rij;
  if (volgnr <= last.volgnr || (volgnr === last.volgnr + 1 && vorigeHash !== last.hash)) return false;
  const text = rijText(rij, volgnr, vorigeHash);
  return [...keys].some((key) => key !== undefined && logHash(key, text) === hash);
}

/** The seal that speaks of this place. */
function zegelAt(zegels: readonly ZegelRij[], volgnr: number): ZegelRij | undefined {
  let [low, high] = [0, zegels.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((zegels[middle]?.tot ?? 0) < volgnr) low = middle + 1;
    else high = middle;
  }
  const zegel = zegels[low];
  return zegel && zegel.van <= volgnr ? zegel : undefined;
}

function earliest(one: Temporal.Instant | null, other: Temporal.Instant): Temporal.Instant {
  return one && Temporal.Instant.compare(one, other) <= 0 ? one : other;
}
