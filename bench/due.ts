/**
 * Finding what is due for one person when a bundle is made, among ten thousand and among a million open terms, as the app
 * role with the walls up; and taking the next timer that goes off among as many. Beside each the bare indexed question,
 * by a role without walls, in the same run.
 */
import { z } from "zod/v4";
import { type Connection, withConnection } from "#database/pool.ts";
import { hulpvragenWithTerms } from "#database/termijn.ts";
import { takeDueTimer } from "#database/timer.ts";
import { actorOf, scopeOf, taskScope } from "#domain/scope.ts";
import { openCluster } from "#test/cluster.ts";
import { databaseIn, type TestDatabase } from "#test/database.ts";

const sizes = [10_000, 1_000_000] as const;
/** Of one SZT: some thirteen hulpvragen with ten open terms each. */
const perSzt = 133;
const perHulpvraag = 10;
const rounds = 300;
const warmUp = 50;
const today = Temporal.PlainDate.from("2026-11-23");
const ahead = { days: 70 };

export async function run(out: (line: object) => void): Promise<void> {
  const cluster = await openCluster();
  const before = new Map<string, number>();
  try {
    for (const size of sizes) {
      const db = await databaseIn(cluster);
      try {
        await withConnection({ url: db.adminUrl, applicationName: "bench" }, async (admin) => {
          const world = await fill(admin, size);
          for (const one of [...(await terms(db, admin, world)), await timers(db, admin, world)]) {
            const small = before.get(one.figure);
            before.set(one.figure, small ?? one.ms);
            out({
              bench: "due",
              ...one,
              rows: size,
              ...(small === undefined ? {} : { growth: round2(one.ms / small) }),
            });
          }
        });
      } finally {
        await db.close();
      }
    }
  } finally {
    await cluster.close();
  }
}

interface World {
  readonly swvId: string;
  readonly szts: readonly string[];
  /** The holder of five hulpvragen in the SZT of the same place. */
  readonly holders: readonly string[];
}

async function write(admin: Connection, sql: string, parameters: readonly string[] = []): Promise<void> {
  await admin.query(z.unknown(), sql, parameters);
}

const swvRow = z.object({ id: z.string() });
const sztRow = z.object({ szt: z.string(), houder: z.string() });

/** Rows as the product writes them. Keys to other tables are not looked at: what is asked here stands in these two. */
async function fill(admin: Connection, size: number): Promise<World> {
  const szts = Math.ceil(size / perSzt);
  await write(admin, `set session_replication_role = replica`);
  const [swv] = await admin.query(
    swvRow,
    `insert into swv (id, naam, instellingen) values (gen_random_uuid(), 'bench', '{}') returning id`,
  );
  if (!swv) throw new Error("no swv");
  await write(
    admin,
    `create table bench_szt as select n, gen_random_uuid() as szt, gen_random_uuid() as school, gen_random_uuid() as houder
     from generate_series(1, ${szts}) n`,
  );
  await write(
    admin,
    `create table bench_zaak as select gen_random_uuid() as id, s.*, m from bench_szt s, generate_series(1, ${Math.ceil(perSzt / perHulpvraag)}) m`,
  );
  await write(
    admin,
    `insert into termijn (id, swv_id, szt_id, school_id, hulpvraag_id, soort, anker, regel, vervalt, vervalt_sinds, verantwoordelijke, status, gemaakt_op)
     select gen_random_uuid(), $1, z.szt, z.school, z.id, 'soort' || k, $2::date, '{"unit":"vast"}', $2::date + (k * 17 + z.n * 7 + z.m) % 150 - 30, $2::date,
       case when k % 3 = 0 then 'ib' else 'regierolhouder' end, 'open', '2026-11-01T09:00:00Z'
     from bench_zaak z, generate_series(1, ${perHulpvraag}) k limit ${size}`,
    [swv.id, today.toString()],
  );
  await write(
    admin,
    `insert into regierol (id, swv_id, szt_id, hulpvraag_id, houder_id, soort, periode)
     select gen_random_uuid(), $1, szt, id, case when m <= 5 then houder else gen_random_uuid() end, 'actief', '[2026-11-01,)' from bench_zaak`,
    [swv.id],
  );
  await write(
    admin,
    `insert into wekker (id, swv_id, soort, onderwerp_id, op, sleutel, gemaakt_op)
     select gen_random_uuid(), $1, 'dagbericht', gen_random_uuid(), timestamptz '2026-11-23T07:00:00Z' + n * interval '1 second', 'bench:' || n, '2026-11-01T09:00:00Z'
     from generate_series(1, ${size}) n`,
    [swv.id],
  );
  await write(admin, `set session_replication_role = default`);
  await write(admin, `analyze`);
  const rows = await admin.query(sztRow, `select szt, houder from bench_szt order by n limit 2000`);
  return { swvId: swv.id, szts: rows.map(({ szt }) => szt), holders: rows.map(({ houder }) => houder) };
}

interface Figure {
  readonly figure: string;
  readonly ms: number;
  readonly baseline: { readonly name: string; readonly ms: number };
  readonly ratio: number;
}

const idRow = z.object({ id: z.string() });

/** Who serves one SZT and holds five hulpvragen; the ib of one; and who serves forty. */
async function terms(db: TestDatabase, admin: Connection, world: World): Promise<readonly Figure[]> {
  const kinds = [
    { name: "holder in one SZT", szts: 1, ib: false },
    { name: "ib of one SZT", szts: 1, ib: true },
    { name: "somebody of forty SZTs", szts: 40, ib: false },
  ];
  const figures: Figure[] = [];
  for (const { name, szts, ib } of kinds) {
    const own = (round: number) => {
      const at = Math.abs(round * 37) % Math.max(1, world.szts.length - szts);
      return { sztIds: world.szts.slice(at, at + szts), persoonId: world.holders[at] ?? "" };
    };
    const product = (round: number) => {
      const { sztIds, persoonId } = own(round);
      const lidmaatschappen = sztIds.map((sztId) => ({
        ...{ sztId, schoolId: null, functie: "smw" as const, voorzitter: false },
      }));
      const scope = scopeOf(actorOf({ swvId: world.swvId, persoonId, naam: "bench", lidmaatschappen }));
      return db.database.transact(scope, (tx) =>
        timed(() =>
          hulpvragenWithTerms(tx, {
            ...{ persoonId, sztIds, ibSztIds: ib ? sztIds : [], leidSztIds: [] },
            ...{ today, until: today.add(ahead) },
          }),
        ),
      );
    };
    const bare = async (round: number) => {
      const { sztIds } = own(round);
      const begun = performance.now();
      await admin.query(
        idRow,
        `select distinct hulpvraag_id as id from termijn where status = 'open' and szt_id = any($1::uuid[]) and vervalt <= $2`,
        [sztIds, today.add(ahead)],
      );
      return performance.now() - begun;
    };
    figures.push(await compared(`due for ${name}`, product, bare));
  }
  return figures;
}

/** The next timer that goes off; the bare question finds it and marks it too. */
function timers(db: TestDatabase, admin: Connection, world: World): Promise<Figure> {
  const product = () =>
    db.database.transact(taskScope(world.swvId, "wekker"), (tx) => timed(() => takeDueTimer(tx)));
  const bare = async () => {
    const begun = performance.now();
    await admin.query(
      idRow,
      `update wekker set gedaan_op = $1 where id = (
         select id from wekker where gedaan_op is null and op <= $1 order by op limit 1 for update skip locked) returning id`,
      [Temporal.Instant.from("2026-11-23T08:00:00Z")],
    );
    return performance.now() - begun;
  };
  return compared("next timer", product, bare);
}

/** The question itself: what a transaction costs around it is the same for every question. */
async function timed(ask: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await ask();
  return performance.now() - begun;
}

async function compared(
  figure: string,
  product: (round: number) => Promise<number>,
  bare: (round: number) => Promise<number>,
): Promise<Figure> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = -warmUp; round < rounds; round += 1) {
    // Turn about, so that what else the machine does meets both.
    const one = await product(round);
    const other = await bare(round);
    if (round < 0) continue;
    ours.push(one);
    theirs.push(other);
  }
  const [ms, base] = [median(ours), median(theirs)];
  return {
    figure,
    ms: round3(ms),
    baseline: { name: "the bare indexed question, without walls", ms: round3(base) },
    ratio: round2(ms / base),
  };
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const round2 = (n: number) => Math.round(n * 100) / 100;
const round3 = (n: number) => Math.round(n * 1000) / 1000;
