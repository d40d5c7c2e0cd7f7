/** Adviesvragen on the practice world, with safe defaults. */
import { z } from "zod/v4";
import { query, withConnection } from "#database/pool.ts";
import type { AdviesForm } from "#domain/adviesvraag-form.ts";
import type { AdviesvraagGezien } from "#domain/adviesvraag-view.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import { aWorld, type TestWorld } from "#test/world.ts";
import { adviesSchools, drawAdviesvraag, stelAdviesvraag } from "#usecases/adviesvraag.ts";
import { adviseer } from "#usecases/adviesvraag-antwoord.ts";
import { castOf } from "./a-cast.ts";
import { anAct, done } from "./an-intake.ts";

const worlds: Promise<TestWorld>[] = [];

/** A world of its own: its clock goes on. */
export function cast() {
  const made = aWorld();
  worlds.push(made);
  return castOf(made);
}

export async function closeWorlds(): Promise<void> {
  for (const world of worlds) await (await world).close();
}

export type Asked = AdviesForm & { readonly gewezen: number };

export async function anAsk(t: TestWorld, actor: Actor, over: Partial<Asked> = {}): Promise<Asked> {
  const [school] = await adviesSchools(t.world, actor);
  return {
    schoolId: school?.id ?? "5a2b7c1e-0000-4000-8000-00000000ffff",
    vraag: "Wat helpt als een klas onrustig is na de pauze?",
    domein: "gedrag",
    kring: "kernteam_nu",
    reden: null,
    gewezen: 0,
    ...over,
  };
}

export async function anAdvies(t: TestWorld, actor: Actor, over: Partial<Asked> = {}): Promise<string> {
  return done(await stelAdviesvraag(anAct(t, actor), await anAsk(t, actor, over))).id;
}

export async function advise(
  t: TestWorld,
  actor: Actor,
  id: string,
  over: Partial<Parameters<typeof adviseer>[2]> = {},
) {
  const { versie } = await seenAdvies(t, actor, id);
  const given = {
    antwoord: "Werk met vaste plekken.",
    uitkomst: "advies_gegeven",
    wanted: "antwoorden",
    ...over,
  } as const;
  return adviseer(anAct(t, actor), { id, versie }, given);
}

/** The card of this person; fails when there is nothing to see. */
export async function seenAdvies(t: TestWorld, actor: Actor, id: string): Promise<AdviesvraagGezien> {
  const drawn = await drawAdviesvraag(t.world, actor, id);
  if (!drawn) throw new Error("nothing to see");
  return drawn.gezien;
}

const told = z.object({ soort: z.string(), persoonId: z.string().nullable(), onderwerpId: z.string() });

/** Every notice there is, in order. */
export function notices(t: TestWorld): Promise<readonly z.infer<typeof told>[]> {
  return t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
    query(
      tx,
      told,
      `select soort, persoon_id as "persoonId", onderwerp_id as "onderwerpId" from kennisgeving order by volgnr`,
    ),
  );
}

const eventRow = z.object({
  soort: z.string(),
  zaak: z.unknown(),
  grondslag: z.string().nullable(),
  gegevens: z.unknown(),
});

/** Lines of the log, in order; `like` is the beginning of their kind. */
export function events(t: TestWorld, like: string): Promise<readonly z.infer<typeof eventRow>[]> {
  return t.world.database.transact(taskScope(t.world.swvId, "log"), (tx) =>
    query(
      tx,
      eventRow,
      `select soort, zaak, grondslag, gegevens from gebeurtenis where soort like $1 order by id`,
      [`${like}%`],
    ),
  );
}

/** How an act ended. */
export const kindOf = (result: {
  readonly ok: boolean;
  readonly error?: { readonly kind: string };
}): string => result.error?.kind ?? "ok";

/** How long they are kept in this samenwerkingsverband. */
export async function setting(t: TestWorld, adviesvraag: object): Promise<void> {
  await withConnection({ url: t.db.adminUrl, applicationName: "test" }, (connection) =>
    connection.script(`update swv set instellingen = '${JSON.stringify({ adviesvraag })}'`),
  );
}

/** What every table holds, as one mark each. */
export async function contents(t: TestWorld): Promise<Readonly<Record<string, string>>> {
  return withConnection({ url: t.db.adminUrl, applicationName: "test" }, async (connection) => {
    const tables = await connection.query(
      z.object({ name: z.string() }),
      `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`,
    );
    const marks: Record<string, string> = {};
    for (const { name } of tables) {
      const [row] = await connection.query(
        z.object({ mark: z.string() }),
        `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as mark from ${name} t`,
      );
      marks[name] = row?.mark ?? "";
    }
    return marks;
  });
}
