/** Goes through the whole log: is every row as it was when it was sealed, and is none gone or added. Changes nothing. */
import { type KeyRing, type LogKey, logHash } from "#database/kluis.ts";
import { logKeys } from "#database/logsleutel.ts";
import { logRowsAfter, type ZegelRij, zegelsAfter } from "#database/logzegel.ts";
import type { Database, Tx } from "#database/pool.ts";
import { sztNames } from "#database/school.ts";
import { begin, zegelText } from "#domain/logketen.ts";
import { taskScope } from "#domain/scope.ts";
import { type KetenLezer, type KetenVerslag, ketenLezer, type ZegelBreuk } from "./verify-log-keten.ts";

export type { KetenVerslag, ZegelBreuk } from "./verify-log-keten.ts";

/** Where the seals ended at some moment; kept outside the database it says more than the database can. */
export interface Kop {
  readonly nr: number;
  readonly zegel: string;
}

export interface LogVerslag {
  readonly heel: boolean;
  readonly kop: (Kop & { readonly op: Temporal.Instant }) | null;
  readonly ketens: readonly KetenVerslag[];
  readonly zegels: number;
  readonly zegelBreuken: readonly ZegelBreuk[];
}

export type LogOnderzoek =
  | { readonly ok: true; readonly verslag: LogVerslag }
  /** Keys of the log are locked with master keys that were not given: nothing can be said. */
  | { readonly ok: false; readonly ontbreekt: readonly string[] };

const page = 5_000;

/** `koppen`: what was kept outside before. */
export function verifyLog(
  where: { readonly database: Database; readonly keys: KeyRing; readonly swvId: string },
  koppen: readonly Kop[] = [],
): Promise<LogOnderzoek> {
  return where.database.transact(
    taskScope(where.swvId, "log"),
    async (tx): Promise<LogOnderzoek> => {
      const { open, missing } = await logKeys(tx, where.keys);
      if (missing.length > 0) return { ok: false, ontbreekt: missing };
      const zegels = await readZegels(tx, open, koppen);
      const lezers = await readRows(tx, open, zegels);
      const ketens = await named(tx, lezers);
      const zegelBreuken = [...zegels.breuken, ...lezers.flatMap((lezer) => lezer.zegelBreuken())];
      const heel = zegelBreuken.length === 0 && ketens.every(({ breuken }) => breuken.length === 0);
      return { ok: true, verslag: { heel, kop: zegels.kop, ketens, zegels: zegels.aantal, zegelBreuken } };
    },
    // One view of the log, however long it takes and whatever is written meanwhile.
    { isolation: "repeatable read" },
  );
}

interface Zegels {
  readonly aantal: number;
  readonly kop: LogVerslag["kop"];
  readonly breuken: readonly ZegelBreuk[];
  /** Of each chain those that are right, in their order. */
  readonly perKeten: ReadonlyMap<string | null, readonly ZegelRij[]>;
  readonly totId: number;
}

async function readZegels(
  tx: Tx,
  keys: ReadonlyMap<string, LogKey>,
  koppen: readonly Kop[],
): Promise<Zegels> {
  const breuken: ZegelBreuk[] = [];
  const right: ZegelRij[] = [];
  const expected = new Map(koppen.map((kop) => [kop.nr, kop.zegel]));
  let aantal = 0;
  let before: Pick<ZegelRij, "nr" | "zegel"> = { nr: 0, zegel: begin };
  for (;;) {
    const zegels = await zegelsAfter(tx, before.nr, page);
    for (const zegel of zegels) {
      const { nr, sztId } = zegel;
      const key = keys.get(zegel.sleutelId);
      if (nr > before.nr + 1) breuken.push({ kind: "zegel_verwijderd", nr: before.nr + 1, sztId: null });
      const klopt = key !== undefined && logHash(key, zegelText(zegel)) === zegel.zegel;
      const follows = nr > before.nr + 1 || zegel.vorig === before.zegel;
      if (klopt && follows) right.push(zegel);
      else breuken.push({ kind: "zegel_gewijzigd", nr, sztId });
      if (expected.get(nr) === zegel.zegel) expected.delete(nr);
      before = zegel;
    }
    aantal += zegels.length;
    if (zegels.length < page) break;
  }
  for (const nr of expected.keys()) breuken.push({ kind: "kop_wijkt_af", nr, sztId: null });
  const last = right.at(-1);
  return {
    aantal,
    kop: last ? { nr: last.nr, zegel: last.zegel, op: last.op } : null,
    breuken,
    perKeten: Map.groupBy(right, ({ sztId }) => sztId),
    totId: last?.totId ?? 0,
  };
}

async function readRows(
  tx: Tx,
  keys: ReadonlyMap<string, LogKey>,
  { perKeten, totId }: Zegels,
): Promise<readonly KetenLezer[]> {
  const lezers = new Map<string | null, KetenLezer>();
  const lezerOf = (sztId: string | null): KetenLezer => {
    const known = lezers.get(sztId);
    if (known) return known;
    const made = ketenLezer({ sztId, zegels: perKeten.get(sztId) ?? [], keys, totId });
    lezers.set(sztId, made);
    return made;
  };
  for (const sztId of perKeten.keys()) lezerOf(sztId);
  // Our own numbers begin at 1; who puts a row in chooses any.
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rijen = await logRowsAfter(tx, after, page);
    for (const rij of rijen) lezerOf(rij.sztId).lees(rij);
    after = rijen.at(-1)?.id ?? after;
    if (rijen.length < page) return [...lezers.values()];
  }
}

/** By the name of the SZT; what happened in none comes first. */
async function named(tx: Tx, lezers: readonly KetenLezer[]): Promise<readonly KetenVerslag[]> {
  const ids = lezers.flatMap(({ sztId }) => sztId ?? []);
  const names = new Map((await sztNames(tx, ids)).map(({ id, naam }) => [id, naam]));
  return lezers
    .map((lezer) => lezer.verslag(lezer.sztId === null ? null : (names.get(lezer.sztId) ?? null)))
    .toSorted((one, other) => (one.naam ?? "").localeCompare(other.naam ?? "", "nl"));
}
