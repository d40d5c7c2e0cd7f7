/**
 * "Mijn overleggen" of one person who serves forty schools, and the agenda of each of those rounds, drawn from the
 * database; beside the bare query for the same rounds, in the same run.
 */
import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { z } from "zod/v4";
import { overzichtCard } from "#cards/overzicht.ts";
import { rondeCard } from "#cards/ronde.ts";
import { parseKeyRing } from "#database/kluis.ts";
import { actorById } from "#database/persoon.ts";
import { query } from "#database/pool.ts";
import { seedVakanties } from "#database/seed.ts";
import type { Functie } from "#domain/code.ts";
import { type Actor, scopeOf, taskScope } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { giveWoordenlijst } from "#domain/woordenlijst.ts";
import { stoppedClock } from "#local/clock.ts";
import { demoSetUp, demoSwvId } from "#local/demo.ts";
import { geenOutlook } from "#outside/geen-outlook.ts";
import { readWoordenlijst } from "#outside/woordenlijst.ts";
import { openCluster } from "#test/cluster.ts";
import { databaseIn } from "#test/database.ts";
import { aForm } from "#test/usecases/a-round.ts";
import { anAct, aToestemmingForm, aWholeIntake, done } from "#test/usecases/an-intake.ts";
import type { TestWorld } from "#test/world.ts";
import { agendeerOp } from "#usecases/agenda.ts";
import { klaarzetten } from "#usecases/hulpvraag.ts";
import { planRonde } from "#usecases/overlegronde.ts";
import { readRonde } from "#usecases/round-load.ts";
import { myRounds } from "#usecases/round-overview.ts";
import { setUp } from "#usecases/set-up.ts";
import { saveToestemming } from "#usecases/toestemming.ts";

const schools = 40;
const itemsEach = 3;
const rounds = 12;
const begin = "2026-11-23T08:00:00Z";
const shared = ["scp", "bpo"] as const satisfies readonly Functie[];

const nameOf = (nummer: number) => `Basisschool nummer ${nummer}`;

/** Forty schools, each with an ib of its own and the same two people of the samenwerkingsverband. */
async function aRegion(t: TestWorld): Promise<void> {
  const today = todayIn(t.clock.now());
  const usual = demoSetUp(today, seedVakanties());
  const [school] = usual.schools;
  const [member] = usual.people;
  if (!school || !member) throw new Error("no school to copy");
  const numbers = Array.from({ length: schools }, (_, at) => at + 1);
  const lid = (nummer: number, functie: Functie, email: string) => ({
    ...member,
    ...{ email, naam: email, functie, szt: nameOf(nummer), voorzitter: functie === "ib" },
  });
  await setUp(t.world, {
    ...usual,
    groups: new Map(),
    schools: numbers.map((nummer) => ({
      ...school,
      naam: nameOf(nummer),
      szt: nameOf(nummer),
      brin: `9${String(nummer).padStart(3, "0")}00`,
    })),
    people: numbers.flatMap((nummer) => [
      lid(nummer, "ib", `ib${nummer}@school.example`),
      ...shared.map((functie) => lid(nummer, functie, `${functie}@swv.example`)),
    ]),
  });
}

function actorOf(t: TestWorld, email: string): Promise<Actor> {
  return t.world.database.transact(taskScope(t.world.swvId, "identiteit"), async (tx) => {
    const [row] = await query(tx, z.object({ id: z.string() }), "select id from persoon where email = $1", [
      email,
    ]);
    const actor = row && (await actorById(tx, row.id, todayIn(tx.now)));
    if (!actor) throw new Error("nobody has that address");
    return actor;
  });
}

/** A coming round of this school with three hulpvragen of which both others may read everything. */
async function aSchool(t: TestWorld, nummer: number, others: readonly Actor[]): Promise<string> {
  const ib = await actorOf(t, `ib${nummer}@school.example`);
  const hulpvragen: string[] = [];
  for (let item = 0; item < itemsEach; item += 1) {
    const letters = randomUUID().replace(/[^a-f]/g, "");
    const id = await aWholeIntake(t, ib, { naam: `Kanarie ${letters}` }, { aanTafel: [...shared] });
    done(await saveToestemming(anAct(t, ib), { id, versie: 3 }, aToestemmingForm({ partners: [...shared] })));
    done(await klaarzetten(anAct(t, ib), { id, versie: 4 }));
    hulpvragen.push(id);
  }
  const sztId = ib.lidmaatschappen[0]?.sztId ?? "";
  const form = aForm(ib, [ib, ...others], {
    datum: Temporal.PlainDate.from("2026-12-07").add({ days: nummer % 5 }),
    begin: Temporal.PlainTime.from("08:30").add({ minutes: 60 * Math.floor((nummer - 1) / 5) }),
  });
  const { id } = done(await planRonde(anAct(t, ib), sztId, form));
  done(await agendeerOp(anAct(t, ib), id, { hulpvragen, minuten: 15 }));
  return id;
}

const stamp = (verb: string) => verb;

export async function run(out: (line: object) => void): Promise<void> {
  giveWoordenlijst(readWoordenlijst);
  const cluster = await openCluster();
  const clock = stoppedClock(begin);
  const db = await databaseIn(cluster, { clock });
  try {
    const ring = parseKeyRing(`bench:${randomBytes(32).toString("base64")}`);
    if (!ring.ok) throw new Error("no key ring");
    const t: TestWorld = {
      world: {
        database: db.database,
        channel: db.open("channel"),
        digest: db.open("digest"),
        keys: ring.value,
        clock,
        chance: { uuid: randomUUID, number: (below) => randomInt(below), bytes: randomBytes },
        log: () => undefined,
        swvId: demoSwvId,
        publicUrl: "https://zorgronde.example",
        outlook: geenOutlook,
        wake: () => undefined,
      },
      ...{ db, clock, logged: [], woken: () => 0, actor: (email: string) => actorOf(t, email) },
      close: () => db.close(),
    };
    await aRegion(t);
    const [peter, bram] = await Promise.all(shared.map((functie) => actorOf(t, `${functie}@swv.example`)));
    if (!peter || !bram) throw new Error("two people");
    const ids: string[] = [];
    for (let nummer = 1; nummer <= schools; nummer += 1) ids.push(await aSchool(t, nummer, [peter, bram]));
    await measure(t, { peter, ids, out });
  } finally {
    await db.close();
    await cluster.close();
  }
}

async function measure(
  { world }: TestWorld,
  {
    peter,
    ids,
    out,
  }: {
    readonly peter: Actor;
    readonly ids: readonly string[];
    readonly out: (line: object) => void;
  },
): Promise<void> {
  const bare = () =>
    world.database.transact(scopeOf(peter), (tx) =>
      query(
        tx,
        z.object({ id: z.string() }),
        `select r.id from overlegronde r join deelname d on d.ronde_id = r.id
         where d.persoon_id = $1 and r.datum >= $2 order by r.datum, r.begin`,
        [peter.persoonId, todayIn(tx.now)],
      ),
    );
  const overview = async () => JSON.stringify(overzichtCard(await myRounds(world, peter), stamp)).length;
  const agendas = async () => {
    let bytes = 0;
    for (const id of ids) {
      const gezien = await readRonde(world, peter, id);
      if (!gezien?.punten.length) throw new Error("nothing on the agenda");
      bytes += JSON.stringify(rondeCard(gezien, stamp)).length;
    }
    return bytes;
  };
  if ((await bare()).length !== schools) throw new Error("not all rounds are there");
  const times = { bare: [] as number[], overview: [] as number[], agendas: [] as number[] };
  for (let round = -3; round < rounds; round += 1) {
    const one = await timed(bare);
    const two = await timed(overview);
    const three = await timed(agendas);
    if (round < 0) continue;
    times.bare.push(one);
    times.overview.push(two);
    times.agendas.push(three);
  }
  const baseline = { name: "the bare query for the same rounds", ms: median(times.bare) };
  const line = (figure: string, ms: number, more: object) =>
    out({ bench: "agenda", figure, ms: round2(ms), baseline, ratio: round2(ms / baseline.ms), ...more });
  line("overview_of_forty_schools", median(times.overview), { schools, rounds, bytes: await overview() });
  line("agenda_of_one_round", median(times.agendas) / schools, { items: itemsEach, rounds });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return round2(values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN);
}

const round2 = (value: number) => Math.round(value * 100) / 100;
