/** A round that is over, with discussed items; and the channel of its SZT. Rows that the acts of a round make. */
import { randomUUID } from "node:crypto";
import { z } from "zod/v4";
import { channelGesprek, rememberGesprek } from "#database/gesprek.ts";
import { saveMessage } from "#database/message.ts";
import { saveNotices } from "#database/notice.ts";
import { execute, query, type Tx } from "#database/pool.ts";
import { type Actor, scopeOf, taskScope } from "#domain/scope.ts";
import { markOf } from "#domain/vrijgave.ts";
import type { TestWorld } from "#test/world.ts";
import { klaarzetten } from "#usecases/hulpvraag.ts";
import { confirmSummary, seeSummary } from "#usecases/samenvatting.ts";
import { rewriteSummaries } from "#usecases/samenvatting-vrijgave.ts";
import { aConsented, anAct, done, seen } from "./an-intake.ts";
import { onAgenda } from "./on-agenda.ts";

/** What no channel may ever show: they stand in the intake of an-intake.ts and in the afweging below. */
export const canaries = [
  "Kanarie",
  "rust in de klas",
  "vaste plek",
  "Leerlingdossier",
  "Gele vogel",
  "groep 5",
  "gedrag",
];

export interface Item {
  readonly id: string;
  readonly referentie: string;
}

/** Klaargezet with consent of both parents, for a pupil whose name is a canary. */
export async function aReady(t: TestWorld, ib: Actor): Promise<Item> {
  const naam = `Kanarie zw${randomUUID().replace(/[^a-f]/g, "")}`;
  const id = await aConsented(t, ib, { naam });
  const { versie, referentie } = await seen(t, ib, id);
  done(await klaarzetten(anAct(t, ib), { id, versie }));
  return { id, referentie };
}

/** A closed round of today in which all of these were discussed. */
export async function aClosedRound(
  t: TestWorld,
  {
    ib,
    deelnemers,
    items,
  }: { readonly ib: Actor; readonly deelnemers: readonly Actor[]; readonly items: readonly Item[] },
): Promise<string> {
  const [first, ...more] = items;
  if (!first) throw new Error("a round has items");
  const rondeId = await onAgenda(t, first.id, { voorzitter: ib, deelnemers, datum: "2026-11-23" });
  await t.world.database.transact(scopeOf(ib), async (tx) => {
    for (const { id } of more) {
      await execute(
        tx,
        `insert into agendapunt (id, swv_id, szt_id, ronde_id, hulpvraag_id, volgorde, status)
         select $1, swv_id, szt_id, $3, id, 2, 'gepland' from hulpvraag where id = $2`,
        [randomUUID(), id, rondeId],
      );
    }
    await execute(tx, `update agendapunt set status = 'besproken' where ronde_id = $1`, [rondeId]);
    await execute(
      tx,
      `update hulpvraag set status = 'besproken' where id in (select hulpvraag_id from agendapunt where ronde_id = $1)`,
      [rondeId],
    );
    await execute(tx, `update overlegronde set status = 'gesloten', gesloten_op = $2 where id = $1`, [
      rondeId,
      tx.now,
    ]);
  });
  return rondeId;
}

/** What the chair would confirm now. */
export async function previewOf(t: TestWorld, actor: Actor, rondeId: string) {
  const gezien = await seeSummary(t.world, actor, rondeId);
  if (gezien?.stand !== "voorleggen") throw new Error("nothing to confirm");
  return gezien;
}

export async function confirmed(t: TestWorld, actor: Actor, rondeId: string): Promise<void> {
  const { post } = await previewOf(t, actor, rondeId);
  done(await confirmSummary(anAct(t, actor), { rondeId, mark: markOf(post.samenvatting) }));
}

const asCourier = <T>(t: TestWorld, run: (tx: Tx) => Promise<T>): Promise<T> =>
  t.world.database.transact(taskScope(t.world.swvId, "koerier"), run);

/** The app is in the team of this SZT. */
export async function aChannel(t: TestWorld, sztId: string): Promise<void> {
  await asCourier(t, (tx) =>
    rememberGesprek(tx, randomUUID(), {
      van: { sztId },
      tenantId: randomUUID(),
      gesprekId: `19:${sztId}@thread.tacv2`,
      serviceUrl: "https://smba.example/",
    }),
  );
}

/** The post stands in the channel, as after a delivery. */
export async function posted(t: TestWorld, sztId: string, rondeId: string): Promise<void> {
  await asCourier(t, async (tx) => {
    const gesprek = await channelGesprek(tx, sztId);
    if (!gesprek) throw new Error("no channel");
    await saveMessage(tx, {
      id: randomUUID(),
      gesprekId: gesprek.id,
      persoonId: null,
      onderwerpSoort: "samenvatting",
      onderwerpId: rondeId,
      activiteitId: randomUUID(),
      vingerafdruk: Buffer.alloc(32),
      kennisgevingId: null,
    });
  });
}

const noticeRow = z.object({ soort: z.string(), kanaal: z.boolean(), persoonId: z.string().nullable() });

/** The notices about this subject, oldest first. */
export function noticesAbout(t: TestWorld, id: string): Promise<z.infer<typeof noticeRow>[]> {
  return asCourier(t, (tx) =>
    query(
      tx,
      noticeRow,
      `select soort, kanaal_szt_id is not null as kanaal, persoon_id as "persoonId" from kennisgeving
       where onderwerp_id = $1 order by volgnr`,
      [id],
    ),
  );
}

/** One of the parents takes it back, as the use case of the toestemming records it. */
export async function takeBack(tx: Tx, hulpvraagId: string): Promise<void> {
  await execute(
    tx,
    `insert into toestemming_antwoord (id, swv_id, szt_id, hulpvraag_id, toestemming_id, partij, soort, op, vorm, vastgelegd_op)
     select gen_random_uuid(), swv_id, szt_id, hulpvraag_id, id, 'ouder1', 'ingetrokken', '2026-11-23', 'mondeling', $2
     from toestemming where hulpvraag_id = $1 and vervangen_op is null`,
    [hulpvraagId, tx.now],
  );
}

/** Taken back, and the summaries rewritten, in one transaction. */
export async function withdrawn(t: TestWorld, ib: Actor, hulpvraagId: string): Promise<void> {
  await t.world.database.transact(scopeOf(ib), async (tx) => {
    await takeBack(tx, hulpvraagId);
    await saveNotices(tx, randomUUID, await rewriteSummaries(tx, t.world, hulpvraagId));
  });
}
