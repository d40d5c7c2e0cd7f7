/** Many people more in the first SZT of the practice world, each with the app: to send much at once. */
import { randomUUID } from "node:crypto";
import { z } from "zod/v4";
import { saveNotices } from "#database/notice.ts";
import { linkIdentity } from "#database/persoon.ts";
import { query } from "#database/pool.ts";
import { seedVakanties } from "#database/seed.ts";
import type { Notice } from "#domain/notice.ts";
import { taskScope } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { demoSetUp, demoSwvId, hostTenant } from "#local/demo.ts";
import { demoTeams } from "#local/demo-teams.ts";
import type { TeamsWorld } from "#local/teams/world.ts";
import { setUp } from "#usecases/set-up.ts";
import type { TestDatabase } from "./database.ts";

export interface OneOfMany {
  readonly handle: string;
  readonly email: string;
  readonly objectId: string;
}

export function manyPeople(count: number): readonly OneOfMany[] {
  return Array.from({ length: count }, (_, at) => ({
    handle: `lid${at}`,
    email: `lid${at}@voorbeeld.example`,
    objectId: `6b000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
  }));
}

/** In the database: members of one SZT whose Teams identity is known. */
export async function seatCrowd(
  db: TestDatabase,
  now: Temporal.Instant,
  crowd: readonly OneOfMany[],
): Promise<void> {
  const usual = demoSetUp(todayIn(now), seedVakanties());
  const [member] = usual.people;
  if (!member) throw new Error("nobody to copy");
  const extra = crowd.map(({ email }) => ({
    ...member,
    ...{ email, naam: "Een Collega", functie: "smw" as const, voorzitter: false, school: null },
  }));
  await setUp(
    { database: db.database, chance: { uuid: randomUUID }, swvId: demoSwvId },
    { ...usual, people: [...usual.people, ...extra] },
  );
  await db.database.transact(taskScope(demoSwvId, "identiteit"), async (tx) => {
    for (const { email, objectId } of crowd) {
      const [row] = await query(tx, z.object({ id: z.string() }), `select id from persoon where email = $1`, [
        email,
      ]);
      if (row) await linkIdentity(tx, row.id, { tenantId: hostTenant, objectId });
    }
  });
}

/** In Teams. */
export function crowdedTeams(
  crowd: readonly OneOfMany[],
  { botInstalled }: { readonly botInstalled: boolean },
): TeamsWorld {
  const usual = demoTeams();
  const [first] = usual.people;
  if (!first) throw new Error("nobody to copy");
  const extra = crowd.map(({ handle, email, objectId }) => ({
    ...first,
    ...{
      id: handle,
      name: "Een Collega",
      aadObjectId: objectId,
      userId: `29:${handle}`,
      email,
      botInstalled,
    },
  }));
  return { ...usual, people: [...usual.people, ...extra] };
}

/** The welcome, once more for each `feit`, to everybody of the crowd. */
export async function welcomeCrowd(db: TestDatabase, feit: string): Promise<void> {
  await db.database.transact(taskScope(demoSwvId, "koerier"), async (tx) => {
    const rows = await query(
      tx,
      z.object({ id: z.string() }),
      `select p.id from persoon p where p.email like 'lid%' order by p.email`,
    );
    const notices = rows.map(
      ({ id }): Notice => ({
        ...{ soort: "welkom", aan: { persoonId: id }, onderwerpId: id, sztId: null },
        sleutel: `welkom:menigte:${feit}:${id}`,
      }),
    );
    await saveNotices(tx, randomUUID, notices);
  });
}
