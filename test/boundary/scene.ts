/**
 * A real bot on a real PostgreSQL and the local Teams, in which worlds are put one after another. Only what leaves goes
 * over HTTP: what came before is written into the tables, at once.
 */
import { randomUUID } from "node:crypto";
import { z } from "zod/v4";
import { registry as usual } from "#bot/nouns.ts";
import type { Registry } from "#bot/registry.ts";
import { adviesvragenOf } from "#database/adviesvraag.ts";
import { loadDossier } from "#database/dossier.ts";
import { type KeyRing, parseKeyRing } from "#database/kluis.ts";
import { saveNotices } from "#database/notice.ts";
import { withConnection } from "#database/pool.ts";
import type { Dossier } from "#domain/dossier.ts";
import type { Notice } from "#domain/notice.ts";
import { taskScope } from "#domain/scope.ts";
import { seeAdviesvraag } from "#domain/see-adviesvraag.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { demoPeople, demoSwvId } from "#local/demo.ts";
import { startLocalBot } from "#local/run.ts";
import type { TestDatabase } from "#test/database.ts";
import { joins } from "#test/stories/leak-scene.ts";
import { aStory, type Story, type StoryOptions } from "#test/stories/story.ts";
import { adviesRows, teamactieRows } from "./advies.ts";
import { asked, keepTables } from "./keep.ts";
import { links, roundRows } from "./round.ts";
import { idOf, insertRows, type Place, rowsOf, together } from "./seed.ts";

/** Who plays whom of the builders; two smw, so that this function may be said in the channel. */
export const players: Readonly<Record<string, string>> = {
  ib1: "noor",
  smw1: "bram",
  smw2: "daan",
  bpo1: "saskia",
  scp1: "peter",
  jv1: "hanna",
  lpa1: "marijke",
  wijk1: "yasmina",
  dir1: "wim",
};
const begin = "2026-11-23T06:00:00Z";
/** After everything of this Monday: the post, the digest, the daily bundles, the rewriting, the agenda and the link. */
export const noon = "2026-11-23T12:30";

export type Call = ReturnType<Story["teams"]["calls"]>[number];

/** All that left, and what lies ready to leave. */
export interface Played {
  readonly calls: readonly Call[];
  readonly log: readonly string[];
  /** What can be read without a key of outbox, timers and releases (`to` nobody), and of the log of events (`to` log). */
  readonly rows: readonly { readonly to: string | null; readonly text: string }[];
  /** What a machine that watches reads, and what came out of links to files. */
  readonly pages: readonly string[];
  /** Who may know of any of the cases, by the visibility table. */
  readonly readers: ReadonlySet<string>;
}

export interface Scene {
  readonly story: Story;
  readonly keys: KeyRing;
  readonly place: Place;
  /** Conversation to whose it is; a channel has no owner. */
  readonly owners: ReadonlyMap<string, string>;
  readonly admin: TestDatabase["adminUrl"];
  /** Everything as before the first world, and these dossiers in it, discussed in a round whose summary is confirmed. */
  put(dossiers: readonly Dossier[], adviesvragen?: readonly string[]): Promise<void>;
  /** Keeps the world that stands; what it answers goes back to it. */
  keep(): Promise<() => Promise<void>>;
  /** Who may know of these cases now, by the visibility table. */
  readers(): Promise<ReadonlySet<string>>;
  dossiers(): Promise<readonly Dossier[]>;
  save(notices: readonly Notice[]): Promise<void>;
  /** Collects what leaves while `act` runs. `readers` saves asking the visibility table again. */
  watch(act: () => Promise<void>, readers?: ReadonlySet<string>): Promise<Played>;
  /** Starts the bot with other nouns: one of them has a leak. */
  withNouns(registry: Registry): Promise<void>;
  close(): Promise<void>;
}

export async function aScene(database?: StoryOptions["database"]): Promise<Scene> {
  let nouns = usual;
  let masterKeys = "";
  const story = await aStory({
    start: begin,
    ...(database ? { database } : {}),
    startBot: (parts) => {
      masterKeys = parts.masterKeys;
      // By how much a second try comes later is chance, and no secret of either world.
      return startLocalBot({ ...parts, registry: nouns, chance: { number: () => 0 } });
    },
  });
  await joins(story, "marijke", "leerplicht");
  await joins(story, "daan", "smw");
  const ring = parseKeyRing(masterKeys);
  if (!ring.ok) throw new Error("no key ring");
  const keys = ring.value;
  const admin = story.db.adminUrl;
  const people = await peopleIn(admin);
  const place = await placeIn(admin, people);
  const owners = await ownersIn(admin);
  await story.sql(`delete from wekker where soort = 'dagbericht' and onderwerp_id not in (
    select id from persoon where split_part(email, '@', 1) in ('noor', 'bram', 'hanna'))`);
  const keepers = await keepTables(admin);
  const empty = await keepers.keep("leeg");
  const [chats, moment] = [story.teams.snapshot(), story.now()];
  const back = async (level: () => Promise<void>): Promise<void> => {
    await level();
    story.teams.restore(chats);
    story.clock.set(moment.toInstant());
    story.logged.length = 0;
  };
  const app = story.db.database;
  const koerier = taskScope(demoSwvId, "koerier");
  const scene: Scene = {
    story,
    keys,
    place,
    owners,
    admin,
    async put(dossiers, adviesvragen = []) {
      await back(empty);
      const round = roundRows(place, adviesvragen.length > 0);
      const cases = rowsOf(dossiers, keys, place);
      await insertRows(
        admin,
        together(
          round,
          cases,
          adviesRows(adviesvragen, keys, place),
          teamactieRows(adviesvragen, keys, place),
        ),
      );
    },
    async keep() {
      const level = await keepers.keep("wereld");
      return () => back(level);
    },
    async dossiers() {
      const ids = await withConnection({ url: admin, applicationName: "boundary" }, (connection) =>
        connection.query(z.object({ id: z.string() }), "select id from hulpvraag order by referentie"),
      );
      return app.transact(koerier, async (tx) => {
        const found: Dossier[] = [];
        for (const { id } of ids) {
          const dossier = await loadDossier(tx, keys, id);
          if (dossier) found.push(dossier);
        }
        return found;
      });
    },
    async readers() {
      const now = story.now().toInstant();
      const dossiers = await scene.dossiers();
      const sztIds = [place.szt_id];
      const adviezen = await app.transact(koerier, (tx) => adviesvragenOf(tx, keys, { sztIds, limit: 9 }));
      const sees = (persoonId: string): boolean =>
        dossiers.some((dossier) => seeHulpvraag(dossier, { persoonId }, now) !== null) ||
        adviezen.some((advies) => seeAdviesvraag(advies, { persoonId, now }) !== null);
      return new Set([...people].flatMap(([handle, persoonId]) => (sees(persoonId) ? [handle] : [])));
    },
    async save(notices) {
      await app.transact(koerier, (tx) => saveNotices(tx, randomUUID, notices));
    },
    async watch(act, given) {
      const readers = given ?? (await scene.readers());
      const since = story.teams.calls().at(-1)?.n ?? 0;
      await act();
      await story.settle();
      return {
        calls: story.teams.calls(since),
        // In how many batches the log is sealed is a matter of the clock of the machine; its rows are compared.
        log: story.logged
          .filter(({ code }) => code !== "log_verzegeld")
          .map(({ ms: _, ...line }) => JSON.stringify(line)),
        rows: await outboxIn(admin, people),
        pages: given ? [] : await pagesOf(story),
        readers,
      };
    },
    async withNouns(registry) {
      nouns = registry;
      await back(empty);
      await story.restart();
    },
    close: () => story.close(),
  };
  return scene;
}

const szt = "SZT De Regenboog";
const named = z.object({ name: z.string(), id: z.string() });

async function peopleIn(url: string): Promise<ReadonlyMap<string, string>> {
  const rows = await asked(url, named, "select email as name, id from persoon");
  const ids = new Map(rows.map(({ name, id }) => [name, id]));
  return new Map(demoPeople.map(({ handle, email }) => [handle, ids.get(email) ?? ""]));
}

async function ownersIn(url: string): Promise<ReadonlyMap<string, string>> {
  const rows = await asked(
    url,
    named,
    `select p.email as name, g.gesprek_id as id from gesprek g join persoon p on p.id = g.persoon_id`,
  );
  const handles = new Map(demoPeople.map(({ email, handle }) => [email, handle]));
  return new Map(rows.map(({ name, id }) => [id, handles.get(name) ?? ""]));
}

async function placeIn(url: string, people: ReadonlyMap<string, string>): Promise<Place> {
  const [row] = await asked(
    url,
    named,
    `select z.id as name, s.id from szt z join school s on s.szt_id = z.id where z.naam = '${szt}'`,
  );
  return {
    swv_id: demoSwvId,
    szt_id: row?.name ?? "",
    school_id: row?.id ?? "",
    held: idOf("ronde", 1),
    coming: idOf("ronde", 2),
    person(name) {
      const id = people.get(players[name] ?? name);
      if (!id) throw new Error(`nobody plays ${name}`);
      return id;
    },
  };
}

async function pagesOf({ bot }: Story): Promise<readonly string[]> {
  const pages = ["/metrics", "/readyz", `/file/${links.file}`, `/agenda/${links.feed}.ics`];
  const found: string[] = [];
  for (const page of pages) {
    const response = await fetch(`${bot().url}${page}`);
    const headers = [...response.headers].filter(([name]) => name !== "date" && name !== "etag");
    found.push(`${page} ${response.status} ${JSON.stringify(headers)} ${await response.text()}`);
  }
  return found;
}

/** Every column that is no key-locked value; ids stand as they are. */
async function outboxIn(url: string, people: ReadonlyMap<string, string>): Promise<Played["rows"]> {
  const handles = new Map([...people].map(([handle, id]) => [id, handle]));
  const rows = await asked(
    url,
    z.object({ persoon: z.string().nullable(), tekst: z.string() }),
    `select k.persoon_id::text as persoon, (to_jsonb(k) - '{id,volgnr}'::text[])::text as tekst from kennisgeving k
     union all
     select null, (to_jsonb(w) - 'id')::text from wekker w
     union all
     select null, (to_jsonb(v) - 'id')::text from vrijgave v
     union all
     select 'log', (to_jsonb(g) - '{id,zaak,vorige_hash,hash,volgnr}'::text[])::text from gebeurtenis g`,
  );
  return rows
    .map(({ persoon, tekst }) => ({ to: persoon && (handles.get(persoon) ?? persoon), text: tekst }))
    .sort((one, other) => (one.text < other.text ? -1 : 1));
}
