/** Rounds on the practice world as people plan and hold them; the hulpvragen come from a-closed-round.ts. */
import { z } from "zod/v4";
import { teamOf } from "#database/dossier.ts";
import { query, withConnection } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import type { RondeForm } from "#domain/ronde-plan.ts";
import type { RondeGezien } from "#domain/ronde-view.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import type { TestWorld } from "#test/world.ts";
import { agendeerOp } from "#usecases/agenda.ts";
import { planRonde } from "#usecases/overlegronde.ts";
import { readRonde } from "#usecases/round-load.ts";
import { openRonde } from "#usecases/round-run.ts";
import { aReady, type Item } from "./a-closed-round.ts";
import { anAct, done } from "./an-intake.ts";

export const joinLink =
  "https://teams.microsoft.com/l/meetup-join/19%3ameeting_MjM2NzczMmEtMmRiNi00MGNhLWI1ZTYtMjI0ODQxMjI4NDBk%40thread.v2/0?context=%7b%7d";

/** The SZT of the first membership. */
export function sztOf(actor: Actor): string {
  return actor.lidmaatschappen[0]?.sztId ?? "";
}

/** Monday 7 December 2026, in the school with a link, everybody given and this person in the chair. */
export function aForm(
  voorzitter: Actor,
  deelnemers: readonly Actor[] = [],
  over: Partial<RondeForm> = {},
): RondeForm {
  return {
    datum: Temporal.PlainDate.from("2026-12-07"),
    begin: Temporal.PlainTime.from("13:30"),
    duurMinuten: 60,
    plaats: "op_school_en_online",
    deelnameLink: joinLink,
    deelnemers: deelnemers.map(({ persoonId }) => persoonId),
    voorzitterId: voorzitter.persoonId,
    ...over,
  };
}

/** Tests of one file share a world: rounds that earlier ones left planned stand in the way no more, on one day or on all. */
export async function freeDays(t: TestWorld, sztId?: string, datum?: Temporal.PlainDate): Promise<void> {
  await withConnection({ url: t.db.adminUrl, applicationName: "test" }, (connection) =>
    connection.script(
      `update overlegronde set status = 'vervallen' where status = 'gepland'
       ${sztId ? `and szt_id = '${sztId}'` : ""} ${datum ? `and datum = '${datum}'` : ""}`,
    ),
  );
}

/** On a time that is taken it takes the place of the round that an earlier test left there. */
export async function aRonde(
  t: TestWorld,
  ib: Actor,
  deelnemers: readonly Actor[],
  over: Partial<RondeForm> = {},
): Promise<string> {
  const form = aForm(ib, deelnemers, over);
  const plans = () => planRonde(anAct(t, ib), sztOf(ib), form);
  const first = await plans();
  const taken =
    !first.ok && first.error.kind === "velden" && first.error.problemen.datum?.kind === "overlapt";
  if (taken) await freeDays(t, sztOf(ib), form.datum);
  return done(taken ? await plans() : first).id;
}

/** A round that is open today with these on its agenda. */
export async function anOpenRonde(
  t: TestWorld,
  ib: Actor,
  { deelnemers, items }: { readonly deelnemers: readonly Actor[]; readonly items: readonly Item[] },
): Promise<string> {
  const id = await aRonde(t, ib, deelnemers, { datum: Temporal.PlainDate.from("2026-11-23") });
  done(await agendeerOp(anAct(t, ib), id, { hulpvragen: items.map((item) => item.id), minuten: 15 }));
  done(await openRonde(anAct(t, ib), { id, versie: await versieOf(t, id) }));
  return id;
}

export { aReady, type Item };

export async function readyItems(t: TestWorld, ib: Actor, count: number): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let nummer = 0; nummer < count; nummer += 1) items.push(await aReady(t, ib));
  return items;
}

export async function rondeOf(t: TestWorld, id: string) {
  const [ronde] = await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
    rondesById(tx, [id]),
  );
  if (!ronde) throw new Error("no such round");
  return ronde;
}

export async function versieOf(t: TestWorld, id: string): Promise<number> {
  return (await rondeOf(t, id)).versie;
}

/** The round as this person sees it; fails when there is nothing to see. */
export async function seenRonde(t: TestWorld, actor: Actor, id: string): Promise<RondeGezien> {
  const gezien = await readRonde(t.world, actor, id);
  if (!gezien) throw new Error("nothing to see");
  return gezien;
}

export async function teamFacts(t: TestWorld, sztId: string) {
  return t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) => teamOf(tx, sztId));
}

/** One column of one row from behind the walls, as text. */
export async function columnOf(
  t: TestWorld,
  sql: string,
  parameters: readonly string[],
): Promise<string | null> {
  const [row] = await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
    query(tx, z.object({ value: z.string().nullable() }), sql, parameters),
  );
  return row?.value ?? null;
}

export function statusOf(t: TestWorld, hulpvraagId: string): Promise<string | null> {
  return columnOf(t, `select status as value from hulpvraag where id = $1`, [hulpvraagId]);
}

const told = z.object({ soort: z.string(), persoonId: z.string() });

/** Who was told what about this subject, in order. */
export function toldAbout(t: TestWorld, id: string): Promise<z.infer<typeof told>[]> {
  return t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
    query(
      tx,
      told,
      `select soort, persoon_id as "persoonId" from kennisgeving where onderwerp_id = $1 and persoon_id is not null order by volgnr`,
      [id],
    ),
  );
}

/** The moments at which timers of this subject go off, by kind. */
export async function timersOf(t: TestWorld, id: string): Promise<readonly string[]> {
  const rows = await t.world.database.transact(taskScope(t.world.swvId, "wekker"), (tx) =>
    query(
      tx,
      z.object({ soort: z.string(), op: z.instanceof(Temporal.Instant) }),
      `select soort, op from wekker where onderwerp_id = $1 and gedaan_op is null order by op`,
      [id],
    ),
  );
  return rows.map(
    ({ soort, op }) => `${soort} ${op.toZonedDateTimeISO("Europe/Amsterdam").toPlainDateTime()}`,
  );
}
