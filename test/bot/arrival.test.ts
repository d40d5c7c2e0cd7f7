import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { calmErrorText } from "#cards/calm-error.ts";
import { card } from "#cards/card.ts";
import { crisisCard } from "#cards/crisis.ts";
import { neutralCard } from "#cards/neutral.ts";
import { pressWords } from "#cards/press.ts";
import { strangerCard } from "#cards/stranger.ts";
import { saveNotices } from "#database/notice.ts";
import { withConnection } from "#database/pool.ts";
import { taskScope } from "#domain/scope.ts";
import { demoPeople, demoSwvId, hostTenant } from "#local/demo.ts";
import { demoTeams } from "#local/demo-teams.ts";
import { identifyByRoster } from "#usecases/identify.ts";
import { aBot } from "./a-bot.ts";
import { proefRegistry } from "./a-noun.ts";

const base = demoTeams();
const [regenboog, kompas, wilgen] = base.teams;
if (!regenboog || !kompas || !wilgen) throw new Error("three teams");
const rounds = "19:rondes@thread.tacv2";
const other = { ...wilgen, id: "19:vreemd@thread.tacv2", name: "Een ander team", aadGroupId: randomUUID() };
/** Another account, to which the address of Noor was given. */
const noorTwice = {
  ...(base.people[0] as (typeof base.people)[number]),
  id: "noor2",
  userId: "29:noor-twee",
  aadObjectId: randomUUID(),
};
const world = {
  ...base,
  people: [...base.people, noorTwice],
  teams: [
    { ...regenboog, channels: [...regenboog.channels, { id: rounds, name: "Rondes" }] },
    kompas,
    wilgen,
    { ...other, members: ["noor"], channels: [{ id: other.id, name: "Algemeen" }] },
  ],
};
let channelWords = "Eerste stand";
const house = await aBot({
  linked: false,
  teams: { world },
  registry: proefRegistry({
    channel: async () => ({
      card: card({ kind: "Ronde", title: channelWords, body: [], fallbackText: "Een ronde" }),
      summary: "Een ronde",
    }),
  }),
});
const { teams } = house;
afterAll(() => house.close());
beforeEach(() => teams.clearFaults());

const identities = async (handle: string) =>
  house.count("teams_identiteit", `persoon_id = '${await house.personOf(handle)}'`);
const welcomes = async (handle: string) =>
  house.count("kennisgeving", `soort = 'welkom' and persoon_id = '${await house.personOf(handle)}'`);
const reachable = async (handle: string) =>
  house.count("gesprek", `persoon_id = '${await house.personOf(handle)}' and bereikbaar`);
const log = (code: string, from = 0) => house.logged.slice(from).filter((line) => line.code === code).length;

/** Both events of one install, which the bot has not heard yet. */
async function unheard(args: Parameters<typeof teams.install>[0]) {
  teams.setBotEndpoint("http://127.0.0.1:9/");
  await teams.install(args);
  teams.setBotEndpoint(`${house.bot.url}/api/messages`);
  const [update, install] = teams.deliveries().slice(-2);
  if (!update || !install) throw new Error("two events");
  return { update: update.activity, install: install.activity };
}
const hear = (...activities: readonly Record<string, unknown>[]) =>
  Promise.all(activities.map((activity) => teams.deliver(structuredClone(activity))));

describe("kennismaking / first contact in the own chat", () => {
  it.each<[string, string, boolean[][]]>([
    ["the roster first, then the install", "noor", [[true], [false]]],
    ["the install first, then the roster", "bram", [[false], [true]]],
    ["both at the same moment", "fatima", [[true, false]]],
    ["both, and both again", "joost", [[true, false, true, false], [false], [true]]],
    ["a guest", "peter", [[true], [false]]],
  ])("%s: one identity, one line in the log, one welcome", async (_, handle, rounds) => {
    const { update, install } = await unheard({ as: handle });
    const events = await house.count("gebeurtenis", "soort = 'identiteit_gekoppeld'");
    for (const round of rounds) await hear(...round.map((isUpdate) => (isUpdate ? update : install)));
    await house.bot.drain();
    expect(await identities(handle)).toBe(1);
    expect(await house.count("gebeurtenis", "soort = 'identiteit_gekoppeld'")).toBe(events + 1);
    expect(await welcomes(handle)).toBe(1);
    expect(await house.chat(handle)).toHaveLength(1);
    await teams.install({ as: handle });
    await house.bot.drain();
    expect(await house.chat(handle)).toHaveLength(1);
  });

  it("somebody outside the teams stays a stranger: no identity, no chat kept, and is told whom to ask", async () => {
    await teams.install({ as: "lotte" });
    await teams.say({ as: "lotte", in: "personal", text: "hallo" });
    await teams.say({ as: "lotte", in: "personal", text: "nieuwe hulpvraag" });
    await house.bot.drain();
    expect((await house.chat("lotte")).map((item) => item.card)).toEqual([strangerCard(), neutralCard()]);
    expect(await house.count("teams_identiteit", `object_id = '${objectOf("lotte")}'`)).toBe(0);
  });

  it("an address that was given to another account opens nothing: the beheerder links by hand", async () => {
    const from = house.logged.length;
    await teams.install({ as: "noor2" });
    expect(await identities("noor")).toBe(1);
    expect(await house.count("teams_identiteit", `object_id = '${noorTwice.aadObjectId}'`)).toBe(0);
    expect(log("identiteit_al_gekoppeld", from)).toBeGreaterThan(0);
  });

  it("a roster that cannot be reached makes nobody a stranger", async () => {
    teams.fault({ kind: "412", op: "member", for: 3 });
    await teams.install({ as: "hanna" });
    await teams.say({ as: "hanna", in: "personal", text: "hallo" });
    expect((await house.chat("hanna")).map((item) => item.text)).toEqual([calmErrorText]);
    await teams.say({ as: "hanna", in: "personal", text: "hallo" });
    expect(await identities("hanna")).toBe(1);
  });

  const objectOf = (handle: string) => demoPeople.find((p) => p.handle === handle)?.objectId ?? "";
  const elsewhere = randomUUID();
  it.each<[string, string | null, string, boolean]>([
    ["the address in other capitals", "ESTHER@Voorbeeld.Example", hostTenant, true],
    ["no address", null, hostTenant, false],
    ["an empty address", "", hostTenant, false],
    ["an address nobody has", "niemand@voorbeeld.example", hostTenant, false],
    ["part of an address", "%@voorbeeld.example", hostTenant, false],
    ["a tenant that is not ours", "esther@voorbeeld.example", elsewhere, false],
  ])("by the roster: %s", async (_, email, tenantId, known) => {
    const identity = { tenantId: hostTenant, objectId: randomUUID() };
    const actor = await identifyByRoster(house.world, identity, { email, tenantId }, [hostTenant]);
    expect(actor !== null).toBe(known);
    expect(await house.count("teams_identiteit", `object_id = '${identity.objectId}'`)).toBe(known ? 1 : 0);
    await house.sql(`delete from teams_identiteit where object_id = '${identity.objectId}'`);
  });
});

describe("kennismaking / the app goes", () => {
  it("out of a chat: nothing is sent there until it comes back, and then no second welcome", async () => {
    await teams.install({ as: "bram", change: "removed" });
    expect(await reachable("bram")).toBe(0);
    const id = await house.proef();
    const calls = teams.calls().length;
    const sleutel = await house.notify("hulpvraag_concept", "bram", id);
    await house.bot.drain();
    expect(await house.notice(sleutel)).toMatchObject({ status: "mislukt", fout: "onbereikbaar" });
    expect(teams.calls()).toHaveLength(calls);
    await teams.install({ as: "bram" });
    const again = await house.notify("hulpvraag_concept", "bram", id);
    await house.bot.drain();
    expect(await house.notice(again)).toMatchObject({ status: "verzonden" });
    expect(await welcomes("bram")).toBe(1);
  });
});

const szt = async (naam: string) =>
  withConnection({ url: house.db.adminUrl, applicationName: "test" }, async (connection) => {
    const row = z.object({
      id: z.string(),
      team: z.string().nullable(),
      kanaal: z.string().nullable(),
      gesprek: z.string().nullable(),
      bereikbaar: z.boolean().nullable(),
    });
    const [found] = await connection.query(
      row,
      `select s.id, s.team_id as team, s.kanaal_id as kanaal, g.gesprek_id as gesprek, g.bereikbaar
       from szt s left join gesprek g on g.szt_id = s.id where s.naam = $1`,
      [naam],
    );
    if (!found) throw new Error("no such szt");
    return found;
  });

describe("kennismaking / a team", () => {
  it.each<[string, typeof kompas, string | undefined, boolean]>([
    ["the chosen channel, the roster first", regenboog, rounds, false],
    ["General, the install first", kompas, undefined, true],
  ])("is tied by its group to the SZT, with %s", async (_, team, channel, reversed) => {
    const { update, install } = await unheard({ team: team.id, ...(channel ? { channel } : {}) });
    for (const activity of reversed ? [install, update] : [update, install]) await hear(activity);
    const kanaal = channel ?? team.id;
    const tied = { team: team.id, kanaal, gesprek: kanaal, bereikbaar: true };
    expect(await szt(team.name)).toMatchObject(tied);
    await hear(update, install, update);
    expect(await szt(team.name)).toMatchObject(tied);
  });

  it("other news of the team does not move its channel", async () => {
    await teams.membership({ team: regenboog.id, person: "joost", change: "added" });
    await teams.membership({ team: regenboog.id, person: "joost", change: "removed" });
    const { update, install } = await unheard({ team: regenboog.id, channel: rounds });
    const { membersAdded: _, ...rest } = update;
    const general = { ...rest, conversation: { ...Object(rest.conversation), id: regenboog.id } };
    await hear(
      { ...general, channelData: { ...Object(rest.channelData), eventType: "channelCreated" } },
      {
        ...install,
        action: "add-upgrade",
        channelData: { team: Object(install.channelData).team, tenant: { id: hostTenant } },
      },
      { ...install, action: "remove-upgrade" },
    );
    expect(await szt(regenboog.name)).toMatchObject({ kanaal: rounds, gesprek: rounds, bereikbaar: true });
  });

  it("that no SZT names is logged and left alone", async () => {
    const from = house.logged.length;
    const before = await house.count("gesprek", "soort = 'kanaal'");
    await teams.install({ team: other.id });
    expect(log("team_zonder_szt", from)).toBeGreaterThan(0);
    expect(await house.count("gesprek", "soort = 'kanaal'")).toBe(before);
  });

  const tellChannel = async (
    soort: "samenvatting_plaatsen" | "samenvatting_ververst",
    onderwerpId: string,
  ) => {
    const { id } = await szt(regenboog.name);
    const sleutel = randomUUID();
    await house.world.database.transact(taskScope(demoSwvId, "koerier"), (tx) =>
      saveNotices(tx, randomUUID, [{ soort, aan: { kanaalSztId: id }, onderwerpId, sztId: id, sleutel }]),
    );
    await house.bot.drain();
    return house.notice(sleutel);
  };
  const inChannel = async () =>
    (await teams.inbox({ as: "noor", in: rounds, refresh: false })).filter((item) => item.from === "bot");

  it("gets its notices in the chosen channel, edited in place; once the app is gone, nothing", async () => {
    const id = randomUUID();
    expect(await tellChannel("samenvatting_plaatsen", id)).toMatchObject({ status: "verzonden" });
    channelWords = "Tweede stand";
    expect(await tellChannel("samenvatting_ververst", id)).toMatchObject({ status: "verzonden" });
    expect((await inChannel()).map((item) => JSON.stringify(item.card).includes("Tweede stand"))).toEqual([
      true,
    ]);
    await teams.install({ team: regenboog.id, change: "removed" });
    expect(await tellChannel("samenvatting_plaatsen", id)).toMatchObject({ fout: "onbereikbaar" });
    await teams.install({ team: regenboog.id, channel: rounds });
    expect(await tellChannel("samenvatting_plaatsen", id)).toMatchObject({ status: "verzonden" });
  });

  it("a question in the channel gets one short sentence and no facts", async () => {
    const before = await everyRow();
    const said = await teams.say({ as: "noor", in: rounds, text: "mijn taken", mention: true });
    expect(said.messages.map((item) => [item.text, item.card])).toEqual([[pressWords.channelOnly, null]]);
    expect(await everyRow()).toEqual(before);
  });
});

const tableRow = z.object({ naam: z.string() });
/** Every row of every table as text: what was stored shows, wherever it was put. */
async function everyRow(without: readonly string[] = []): Promise<Record<string, string[]>> {
  return withConnection({ url: house.db.adminUrl, applicationName: "test" }, async (connection) => {
    const tables = await connection.query(
      tableRow,
      `select tablename as naam from pg_tables where schemaname = 'public' order by 1`,
    );
    const rows: Record<string, string[]> = {};
    for (const { naam } of tables.filter((table) => !without.includes(table.naam))) {
      const found = await connection.query(tableRow, `select t::text as naam from ${naam} t order by 1`);
      rows[naam] = found.map((row) => row.naam);
    }
    return rows;
  });
}

describe("veiligheid / a message of danger gets the crisis card at once, and is kept nowhere", () => {
  const danger = ["Hij zegt dat hij dood wil", "Kanarie wordt thuis geslagen", "Ze heeft zichzelf gesneden"];
  const places: [string, string, string][] = [
    ["in the own chat", "noor", "personal"],
    ["in a channel", "noor", rounds],
    ["of somebody we do not know", "lotte", "personal"],
  ];
  it.each(places.flatMap((place) => danger.map((text) => [...place, text] as const)))(
    "%s",
    async (_, as, place, text) => {
      const before = await everyRow();
      const logged = house.logged.length;
      const said = await teams.say({ as, in: place, text, mention: place === rounds });
      const card = crisisCard({ place: place === rounds ? "kanaal" : "chat" });
      expect(said.messages.map((item) => item.card)).toEqual([card]);
      expect(said.messages[0]?.summary).toBe(crisisCard().fallbackText);
      expect(await everyRow()).toEqual(before);
      expect(house.logged.slice(logged).map((line) => line.code)).toContain("crisis_kaart");
      expect(JSON.stringify(house.logged)).not.toContain(text);
    },
  );

  it.each(["Ik ben doodmoe", "mijn taken", "Wat kun je?"])(
    "an ordinary message does not: %s",
    async (text) => {
      const said = await teams.say({ as: "noor", in: "personal", text });
      expect(said.messages).toHaveLength(1);
      expect(said.messages[0]?.card).not.toEqual(crisisCard());
    },
  );

  it("also while the database is away", async () => {
    const name = house.db.adminUrl.split("/").at(-1);
    await house.sql(
      `alter database ${name} connection limit 0; select pg_terminate_backend(pid) from pg_stat_activity
       where usename = '${house.db.roles.app}' and datname = current_database()`,
    );
    const said = await teams.say({ as: "noor", in: "personal", text: danger[0] ?? "" });
    const calm = await teams.say({ as: "noor", in: "personal", text: "mijn taken" });
    await house.sql(`alter database ${name} connection limit -1`);
    expect(said.messages.map((item) => item.card)).toEqual([crisisCard()]);
    expect(calm.messages.map((item) => item.text)).toEqual([calmErrorText]);
  });
});

it("an activity for another bot, or without a person, is refused without a word", async () => {
  const { update } = await unheard({ as: "wim" });
  const before = await everyRow();
  await hear({ ...update, recipient: { id: `28:${randomUUID()}` } }, { ...update, from: { id: "29:x" } });
  expect(await everyRow()).toEqual(before);
  expect(log("activiteit_geweigerd")).toBe(2);
});
