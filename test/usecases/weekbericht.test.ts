import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { execute, query, type Tx } from "#database/pool.ts";
import { takeDueTimer } from "#database/timer.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import {
  ensureWeeklyTimers,
  latestWeekbericht,
  seeWeekbericht,
  sendWeekbericht,
} from "#usecases/weekbericht.ts";

let t: TestWorld;
let noor: Actor;
let wim: Actor;
let regenboog: string;

beforeAll(async () => {
  t = await aWorld();
  noor = await t.actor("noor");
  wim = await t.actor("wim");
  regenboog = wim.lidmaatschappen[0]?.sztId ?? "";
});
afterAll(() => t.close());

const asTimer = <T>(run: (tx: Tx) => Promise<T>): Promise<T> =>
  t.world.database.transact(taskScope(t.world.swvId, "wekker"), run);
const sql = (text: string, values: readonly (string | null)[] = []) =>
  asTimer((tx) => execute(tx, text, values));
const amsterdam = (wall: string) =>
  t.clock.set(Temporal.PlainDateTime.from(wall).toZonedDateTime("Europe/Amsterdam").toInstant());

/** Lets every weekly timer go off that is due at this wall time in Amsterdam; answers at which moments they were set. */
async function passTo(wall: string): Promise<string[]> {
  amsterdam(wall);
  return asTimer(async (tx) => {
    const moments: string[] = [];
    for (let timer = await takeDueTimer(tx); timer; timer = await takeDueTimer(tx)) {
      moments.push(timer.op.toZonedDateTimeISO("Europe/Amsterdam").toPlainDateTime().toString());
      await sendWeekbericht(t.world, tx, timer);
    }
    return moments;
  });
}

async function sent(): Promise<string[]> {
  const rows = await asTimer((tx) =>
    query(
      tx,
      z.object({ week: z.instanceof(Temporal.PlainDate), persoonId: z.string() }),
      `select w.week, k.persoon_id as "persoonId" from kennisgeving k join weekbericht w on w.id = k.onderwerp_id
       where k.soort = 'weekbericht' order by w.week, k.persoon_id`,
    ),
  );
  return rows.map(({ week, persoonId }) => `${week} ${persoonId === wim.persoonId ? "wim" : persoonId}`);
}

beforeEach(async () => {
  await sql(`update wekker set gedaan_op = $1 where gedaan_op is null`, ["2026-01-01T00:00:00Z"]);
  await sql(
    `update kennisgeving set soort = 'welkom', onderwerp_id = persoon_id where soort = 'weekbericht'`,
  );
  await sql(`update lidmaatschap set van = '2026-08-01', tot = null where functie = 'directeur'`);
});

describe("the moment of the weekly digest", () => {
  it("is Monday half past seven in Amsterdam, each week again, to every directeur and nobody else", async () => {
    amsterdam("2026-11-23T09:00");
    await asTimer((tx) => ensureWeeklyTimers(tx, t.world));
    await asTimer((tx) => ensureWeeklyTimers(tx, t.world));
    expect(await passTo("2026-11-30T07:29:59")).toEqual([]);
    expect(await passTo("2026-11-30T07:30")).toEqual(["2026-11-30T07:30:00"]);
    expect(await passTo("2026-12-07T08:00")).toEqual(["2026-12-07T07:30:00"]);
    expect(await sent()).toEqual(["2026-11-30 wim", "2026-12-07 wim"]);
  });

  it("keeps to the wall clock over the change to summer time", async () => {
    amsterdam("2027-03-22T09:00");
    await asTimer((tx) => ensureWeeklyTimers(tx, t.world));
    expect(await passTo("2027-03-29T07:30")).toEqual(["2027-03-29T07:30:00"]);
  });

  it("is not made up for when nothing ran for weeks: one digest, of this week, and the next on Monday", async () => {
    amsterdam("2027-01-04T09:00");
    await asTimer((tx) => ensureWeeklyTimers(tx, t.world));
    expect(await passTo("2027-01-28T10:00")).toEqual(["2027-01-11T07:30:00"]);
    expect(await sent()).toEqual(["2027-01-25 wim"]);
    expect(await passTo("2027-02-01T07:30")).toEqual(["2027-02-01T07:30:00"]);
  });

  it("ends for who is directeur no more", async () => {
    amsterdam("2027-02-08T09:00");
    await asTimer((tx) => ensureWeeklyTimers(tx, t.world));
    await sql(`update lidmaatschap set tot = '2027-02-14' where functie = 'directeur'`);
    expect(await passTo("2027-02-15T07:30")).toHaveLength(1);
    expect(await passTo("2027-03-01T07:30")).toEqual([]);
    expect(await sent()).toEqual([]);
  });

  it("begins in the week in which somebody becomes directeur", async () => {
    await sql(`update lidmaatschap set van = '2027-04-19' where functie = 'directeur'`);
    amsterdam("2027-04-06T09:00");
    await asTimer((tx) => ensureWeeklyTimers(tx, t.world));
    await passTo("2027-04-12T07:30");
    expect(await sent()).toEqual([]);
    await passTo("2027-04-19T07:30");
    expect(await sent()).toEqual(["2027-04-19 wim"]);
  });
});

async function aRonde(
  datum: string,
  status: string,
  who: Readonly<Record<string, string | null>>,
  link: string | null = null,
): Promise<void> {
  const id = randomUUID();
  await sql(
    `insert into overlegronde (id, swv_id, szt_id, datum, begin, duur_minuten, plaats, deelname_link, status, voorzitter_id,
       gemaakt_door, gemaakt_op)
     values ($1, $2, $3, $4, '13:30', 60, 'op_school', $5, $6, $7, $7, '2026-09-01T08:00:00Z')`,
    [id, t.world.swvId, regenboog, datum, link, status, noor.persoonId],
  );
  for (const [handle, aanwezigheid] of Object.entries(who)) {
    const { persoonId, lidmaatschappen } = await t.actor(handle);
    await sql(
      `insert into deelname (swv_id, szt_id, ronde_id, persoon_id, functie, aanwezigheid) values ($1, $2, $3, $4, $5, $6)`,
      [t.world.swvId, regenboog, id, persoonId, lidmaatschappen[0]?.functie ?? "", aanwezigheid],
    );
  }
}

describe("what the digest says", () => {
  beforeEach(async () => {
    amsterdam("2026-11-23T09:00");
    await sql(`update overlegronde set status = 'vervallen'`);
  });

  const digest = async () => {
    const id = await latestWeekbericht(t.world, wim);
    if (!id) throw new Error("no digest");
    return seeWeekbericht(t.world, wim, id);
  };

  it("is who came by function, what is planned with its link, and what is asked", async () => {
    const link =
      "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmEtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0";
    await aRonde("2026-11-17", "gesloten", {
      noor: "in_de_kamer",
      bram: "vervangen",
      peter: "online",
      saskia: "afwezig",
    });
    await aRonde("2026-12-01", "gepland", { noor: null, bram: null }, link);
    expect(await digest()).toEqual({
      week: Temporal.PlainDate.from("2026-11-23"),
      teams: [
        {
          naam: "SZT De Regenboog",
          digest: {
            week: "2026-11-23",
            gehouden: [
              {
                op: "2026-11-17",
                aanwezigheid: [
                  { functie: "ib", verwacht: 1, aanwezig: 1, vervangen: 0, onbekend: 0 },
                  { functie: "smw", verwacht: 1, aanwezig: 0, vervangen: 1, onbekend: 0 },
                  { functie: "scp", verwacht: 1, aanwezig: 1, vervangen: 0, onbekend: 0 },
                  { functie: "bpo", verwacht: 1, aanwezig: 0, vervangen: 0, onbekend: 0 },
                ],
              },
            ],
            komend: [{ op: "2026-12-01", begin: "13:30", plaats: "op_school", deelnameLink: link }],
            gevraagd: [],
            inzet: [
              { functie: "ib", mensen: 1, uren: 24, verwacht: 1, geweest: 1 },
              { functie: "smw", mensen: 1, uren: 8, verwacht: 1, geweest: 1 },
              { functie: "wijkteam", mensen: 1, uren: 4, verwacht: 0, geweest: 0 },
              { functie: "scp", mensen: 1, uren: 3, verwacht: 1, geweest: 1 },
              { functie: "bpo", mensen: 1, uren: 6, verwacht: 1, geweest: 0 },
              { functie: "jeugdverpleegkundige", mensen: 1, uren: 3, verwacht: 0, geweest: 0 },
            ],
            vacatures: [],
            wisselingen: [],
            samenwerken: null,
          },
        },
      ],
    });
  });

  it("asks for a chair, for an ib, for the kernteam and for rounds when they are not there", async () => {
    await sql(`update lidmaatschap set tot = '2026-11-01' where szt_id = $1 and functie in ('ib', 'bpo')`, [
      regenboog,
    ]);
    const asked = (await digest())?.teams[0]?.digest.gevraagd;
    await sql(`update lidmaatschap set tot = null where szt_id = $1 and functie in ('ib', 'bpo')`, [
      regenboog,
    ]);
    expect(asked).toEqual(["ib_aanwijzen", "voorzitter_aanwijzen", "kernteamlid_vragen", "rondes_plannen"]);
  });

  it("is one a week, however often it is asked for", async () => {
    expect(await latestWeekbericht(t.world, wim)).toBe(await latestWeekbericht(t.world, wim));
  });

  it.each(["noor", "bram", "ruud"])("is not for %s, not even with its id", async (handle) => {
    const id = (await latestWeekbericht(t.world, wim)) ?? "";
    const actor = await t.actor(handle);
    expect(await latestWeekbericht(t.world, actor)).toBeNull();
    expect(await seeWeekbericht(t.world, actor, id)).toBeNull();
    expect(await seeWeekbericht(t.world, wim, randomUUID())).toBeNull();
  });

  it("is for its reader alone, also among directeuren", async () => {
    const id = (await latestWeekbericht(t.world, wim)) ?? "";
    await sql(
      `insert into lidmaatschap (id, swv_id, persoon_id, szt_id, functie, van)
       select $1, swv_id, persoon_id, szt_id, 'directeur', '2026-08-01' from lidmaatschap
       where persoon_id = $2 limit 1`,
      [randomUUID(), (await t.actor("joost")).persoonId],
    );
    const joost = await t.actor("joost");
    expect(await latestWeekbericht(t.world, joost)).not.toBeNull();
    expect(await seeWeekbericht(t.world, joost, id)).toBeNull();
    await sql(`update lidmaatschap set functie = 'overig' where persoon_id = $1 and functie = 'directeur'`, [
      joost.persoonId,
    ]);
  });

  it("is gone for who is directeur no more", async () => {
    const id = (await latestWeekbericht(t.world, wim)) ?? "";
    await sql(`update lidmaatschap set tot = '2026-11-22' where functie = 'directeur'`);
    expect(await seeWeekbericht(t.world, wim, id)).toBeNull();
  });
});

describe("the digest login", () => {
  it("can read the digests, rounds, attendance, hours and outcomes, memberships and what a team needs, and no other table", async () => {
    const tables = await asTimer((tx) =>
      query(
        tx,
        z.object({ naam: z.string() }),
        `select relname as naam from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'p', 'm')
         order by 1`,
      ),
    );
    const readable: string[] = [];
    for (const { naam } of tables) {
      const outcome = await t.world.digest
        .transact(taskScope(t.world.swvId, "weekbericht"), (tx) =>
          query(tx, z.unknown(), `select * from ${naam} limit 1`),
        )
        .then(
          () => "read",
          (error: unknown) => (error instanceof Error ? error.message : "unknown"),
        );
      if (outcome === "read") readable.push(naam);
      else expect(outcome).toMatch(/42501/);
    }
    expect(readable).toEqual([
      "weekbericht",
      "weekbericht_aanwezigheid",
      "weekbericht_evaluatie",
      "weekbericht_instelling",
      "weekbericht_inzet",
      "weekbericht_ronde",
      "weekbericht_team",
    ]);
  });

  it("sees nothing of another samenwerkingsverband", async () => {
    const counts = await t.world.digest.transact(taskScope(randomUUID(), "weekbericht"), async (tx) => [
      ...(await query(tx, z.unknown(), `select * from weekbericht`)),
      ...(await query(tx, z.unknown(), `select * from weekbericht_ronde`)),
      ...(await query(tx, z.unknown(), `select * from weekbericht_aanwezigheid`)),
      ...(await query(tx, z.unknown(), `select * from weekbericht_team`)),
    ]);
    expect(counts).toEqual([]);
  });
});
