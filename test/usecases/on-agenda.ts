/** Rows that other acts make: a round with this hulpvraag on its agenda, and cards that stand in chats. */
import { randomUUID } from "node:crypto";
import { z } from "zod/v4";
import { rememberGesprek } from "#database/gesprek.ts";
import { saveMessage } from "#database/message.ts";
import { execute, query } from "#database/pool.ts";
import type { OnderwerpSoort } from "#domain/notice.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import type { TestWorld } from "#test/world.ts";

export interface Round {
  readonly voorzitter: Actor;
  readonly deelnemers: readonly Actor[];
  readonly datum?: string;
}

/** Puts it on the agenda of a new round; answers the round. */
export async function onAgenda(
  t: TestWorld,
  id: string,
  { voorzitter, deelnemers, datum = "2026-12-07" }: Round,
): Promise<string> {
  const rondeId = randomUUID();
  await t.world.database.transact(scopeOf(voorzitter), async (tx) => {
    await execute(
      tx,
      `insert into overlegronde (id, swv_id, szt_id, datum, begin, duur_minuten, plaats, status, voorzitter_id, gemaakt_door, gemaakt_op)
       select $1, swv_id, szt_id, $3, '10:30', 60, 'op_school', 'gepland', $4, $4, $5 from hulpvraag where id = $2`,
      [rondeId, id, datum, voorzitter.persoonId, tx.now],
    );
    for (const { persoonId, lidmaatschappen } of deelnemers) {
      await execute(
        tx,
        `insert into deelname (swv_id, szt_id, ronde_id, persoon_id, functie)
         select swv_id, szt_id, id, $2, $3 from overlegronde where id = $1`,
        [rondeId, persoonId, lidmaatschappen[0]?.functie ?? "overig"],
      );
    }
    await execute(
      tx,
      `insert into agendapunt (id, swv_id, szt_id, ronde_id, hulpvraag_id, volgorde, status)
       select $1, swv_id, szt_id, $3, id, 1, 'gepland' from hulpvraag where id = $2`,
      [randomUUID(), id, rondeId],
    );
    await execute(tx, `update hulpvraag set status = 'geagendeerd' where id = $1 and status = 'klaargezet'`, [
      id,
    ]);
  });
  return rondeId;
}

/** A card about it stands in the chats of these people. */
export async function reading(
  t: TestWorld,
  id: string,
  people: readonly Actor[],
  soort: OnderwerpSoort = "hulpvraag",
): Promise<void> {
  for (const actor of people) {
    await t.world.database.transact(scopeOf(actor), async (tx) => {
      await rememberGesprek(tx, randomUUID(), {
        van: { persoonId: actor.persoonId },
        tenantId: randomUUID(),
        gesprekId: `a:${actor.persoonId}`,
        serviceUrl: "https://smba.example/",
      });
      const [gesprek] = await query(
        tx,
        z.object({ id: z.string() }),
        `select id from gesprek where persoon_id = $1`,
        [actor.persoonId],
      );
      await saveMessage(tx, {
        id: randomUUID(),
        gesprekId: gesprek?.id ?? "",
        persoonId: actor.persoonId,
        onderwerpSoort: soort,
        onderwerpId: id,
        activiteitId: randomUUID(),
        vingerafdruk: Buffer.alloc(32),
        kennisgevingId: null,
      });
    });
  }
}
