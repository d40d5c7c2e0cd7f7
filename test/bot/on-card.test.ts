import { randomBytes, randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod/v4";
import { mintToken } from "#bot/token.ts";
import { calmErrorCard, calmErrorText } from "#cards/calm-error.ts";
import { neutralCard } from "#cards/neutral.ts";
import { pressWords } from "#cards/press.ts";
import { parseKeyRing } from "#database/kluis.ts";
import type { Tx } from "#database/pool.ts";
import { hostTenant } from "#local/demo.ts";
import { demoTeams } from "#local/demo-teams.ts";
import { aBot } from "./a-bot.ts";
import { leak, proefRegistry, proefRoutes } from "./a-noun.ts";

const base = demoTeams();
const chat = {
  id: "19:meeting_proef@thread.v2",
  name: "Overleg",
  members: ["noor", "bram"],
  botInstalled: true,
};
const world = {
  ...base,
  people: base.people.map((person) => ({ ...person, oldClient: person.id === "fatima" })),
  groupChats: [chat],
};
/** Runs inside the transaction of a press. */
let inside: ((tx: Tx) => Promise<void>) | undefined;
const registry = proefRegistry({ routes: proefRoutes(async (tx) => inside?.(tx)) });
const house = await aBot({ teams: { world }, registry });
const { teams } = house;
await house.meet("noor", "bram", "fatima");
afterAll(() => house.close());
beforeEach(() => {
  teams.clearFaults();
  inside = undefined;
});

const buttons = z.object({
  actions: z.array(z.object({ title: z.string(), data: z.record(z.string(), z.unknown()) })),
});
const dataOf = (card: unknown, title: string) =>
  buttons.parse(card).actions.find((action) => action.title === title)?.data ?? {};

/** The card about this row in this chat. */
async function cardOf(handle: string, id: string) {
  await house.notify("hulpvraag_concept", handle, id);
  await house.bot.drain();
  const item = (await house.chat(handle)).at(-1);
  if (!item?.card) throw new Error("no card");
  return item;
}
const press = (as: string, message: string, action: string, data = {}) =>
  teams.press({ as, message, action, data });
const teller = async (id: string) => (await house.look(id))?.teller;
const shown = (card: unknown) => JSON.stringify(card);

type Activity = Record<string, unknown>;
/** An activity as Teams makes them for this person, to be changed and sent again. */
async function template(handle: string): Promise<Activity> {
  const item = await cardOf(handle, await house.proef());
  await press(handle, item.id, "Meld");
  return structuredClone(teams.deliveries().at(-1)?.activity ?? {});
}
const ofNoor = await template("noor");
const ofBram = await template("bram");
const invoke = (activity: Activity, data: unknown, more: Activity = {}): Activity => ({
  ...structuredClone(activity),
  id: `f:${randomUUID()}`,
  value: { action: { type: "Action.Execute", verb: "x", data }, trigger: "manual" },
  ...more,
});
const dialog = (activity: Activity, name: "task/fetch" | "task/submit", data: unknown): Activity => ({
  ...structuredClone(activity),
  name,
  value: { data, context: { theme: "default" } },
});

/** Straight over HTTP, to the letter. */
async function raw(activity: unknown): Promise<{ status: number; text: string }> {
  const response = await fetch(`${house.bot.url}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${teams.signActivityToken()}` },
    body: typeof activity === "string" ? activity : JSON.stringify(activity),
  });
  return { status: response.status, text: await response.text() };
}

const asAction = (card: unknown) =>
  JSON.stringify({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: card });
const neutralAction = { status: 200, text: asAction(neutralCard()) };
/** Words, and no card: the card that was pressed keeps its button. */
const calmAction = {
  status: 200,
  text: JSON.stringify({
    statusCode: 200,
    type: "application/vnd.microsoft.activity.message",
    value: calmErrorText,
  }),
};

describe("knop / a press does its work once", () => {
  it("a good press changes the row and gives the presser the card as it is now", async () => {
    const id = await house.proef();
    const item = await cardOf("noor", id);
    const pressed = await press("noor", item.id, "Tel");
    expect(pressed).toMatchObject({ status: "ok", code: 200 });
    expect(shown(pressed.card)).toContain("Teller 1 ");
    expect(await teller(id)).toBe(1);
  });

  it("five identical presses at the same time: one effect, and everyone sees how it stands", async () => {
    const id = await house.proef();
    const item = await cardOf("noor", id);
    const activity = invoke(ofNoor, dataOf(item.card, "Tel"));
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => raw(activity)));
    expect(await teller(id)).toBe(1);
    for (const { status, text } of answers) {
      expect(status).toBe(200);
      expect(text).toContain("Teller 1 ");
    }
    expect(answers.filter(({ text }) => text.includes(pressWords.already))).toHaveLength(4);
  });

  it("an invoke that Teams delivers twice has one effect", async () => {
    const id = await house.proef();
    const item = await cardOf("noor", id);
    teams.fault({ kind: "repeat-invoke", conversation: "personal:noor" });
    const pressed = await press("noor", item.id, "Tel");
    expect(shown(pressed.card)).toContain("Teller 1 ");
    expect(await teller(id)).toBe(1);
  });

  it("a card from before another person's change does nothing, says so, and gives the new one, which works", async () => {
    const id = await house.proef();
    const mine = await cardOf("noor", id);
    const theirs = await cardOf("bram", id);
    await press("bram", theirs.id, "Tel");
    const stale = await press("noor", mine.id, "Tel");
    expect(shown(stale.card)).toContain(pressWords.stale);
    expect(shown(stale.card)).toContain("Teller 1 ");
    expect(await teller(id)).toBe(1);
    const again = await press("noor", mine.id, "Tel");
    expect(shown(again.card)).toContain("Teller 2 ");
  });

  it("two people at the same moment: one is first, the other is told", async () => {
    const id = await house.proef();
    const mine = await cardOf("noor", id);
    const theirs = await cardOf("bram", id);
    const answers = await Promise.all([
      raw(invoke(ofNoor, dataOf(mine.card, "Tel"))),
      raw(invoke(ofBram, dataOf(theirs.card, "Tel"))),
    ]);
    expect(await teller(id)).toBe(1);
    expect(answers.filter(({ text }) => text.includes(pressWords.stale))).toHaveLength(1);
  });

  it("a short message is a short message", async () => {
    const item = await cardOf("noor", await house.proef());
    expect(await press("noor", item.id, "Meld")).toMatchObject({ status: "ok", message: "Een melding" });
  });
});

describe("knop / the dialog", () => {
  it("opens, comes back when something is wrong, and then does its work", async () => {
    const id = await house.proef();
    const item = await cardOf("noor", id);
    const opened = await press("noor", item.id, "Vul in");
    expect(opened.dialog?.title).toBe("Proef");
    const wrong = await teams.submitDialog({
      as: "noor",
      dialog: opened.dialog?.id ?? "",
      data: { aantal: "veel" },
    });
    expect(shown(wrong.dialog?.card)).toContain("Vul een getal in.");
    const sent = await teams.submitDialog({
      as: "noor",
      dialog: wrong.dialog?.id ?? "",
      data: { aantal: "3" },
    });
    expect(sent).toMatchObject({ status: "ok", closed: true, message: pressWords.done });
    expect(await teller(id)).toBe(3);
  });

  it("sent twice at the same time it counts once", async () => {
    const id = await house.proef();
    const opened = await press("noor", (await cardOf("noor", id)).id, "Vul in");
    const data = { ...dataOf(opened.dialog?.card, "Bewaar"), aantal: "2" };
    const activity = dialog(ofNoor, "task/submit", data);
    const answers = await Promise.all([raw(activity), raw(activity), raw(activity)]);
    expect(await teller(id)).toBe(2);
    for (const { status } of answers) expect(status).toBe(200);
  });
});

describe("knop / an old client, for which a button is a message", () => {
  it("has the same effect, and the card that was pressed is the card that changes", async () => {
    const id = await house.proef();
    const item = await cardOf("fatima", id);
    const before = (await house.chat("fatima")).length;
    const pressed = await press("fatima", item.id, "Tel");
    expect(shown(pressed.card)).toContain("Teller 1 ");
    expect(await teller(id)).toBe(1);
    expect(await house.chat("fatima")).toHaveLength(before);
  });

  it("gets no copy that nobody could take back when the card it pressed is gone: it hears how to get one", async () => {
    const id = await house.proef();
    const item = await cardOf("fatima", id);
    teams.fault({ kind: "deleted-message", conversation: "personal:fatima", op: "update" });
    await press("fatima", item.id, "Tel");
    const last = (await house.chat("fatima")).at(-1);
    expect(last?.text).toBe(pressWords.notReplaced);
    expect(last?.card ?? null).toBeNull();
    expect(await teller(id)).toBe(1);
  });

  it("reads a short message, and the calm sentence, as text", async () => {
    const item = await cardOf("fatima", await house.proef());
    await press("fatima", item.id, "Meld");
    expect((await house.chat("fatima")).at(-1)?.text).toBe("Een melding");
    await press("fatima", item.id, "Breek");
    expect((await house.chat("fatima")).at(-1)?.text).toBe(calmErrorText);
  });
});

const otherRing = parseKeyRing(`test:${randomBytes(32).toString("base64")}`);
const tokenFor = async (
  verb: string,
  subject: string,
  more: { expires?: number; foreign?: boolean } = {},
) => {
  const keys = more.foreign && otherRing.ok ? otherRing.value : house.world.keys;
  const seconds = Math.floor(house.clock.now().epochMilliseconds / 1000);
  return mintToken(keys, {
    verb,
    subject,
    version: 1,
    persoon: await house.personOf("noor"),
    conversation: null,
    expires: more.expires ?? seconds + 3600,
    nonce: randomUUID(),
  });
};

describe("knop / what is not for this person, here, now, is one and the same answer to the letter", async () => {
  const id = await house.proef();
  const good = dataOf((await cardOf("noor", id)).card, "Tel");
  const ofBramsCard = dataOf((await cardOf("bram", id)).card, "Tel");
  const seconds = Math.floor(house.clock.now().epochMilliseconds / 1000);
  const conversation = z.record(z.string(), z.unknown()).parse(ofNoor.conversation);
  const from = z.record(z.string(), z.unknown()).parse(ofNoor.from);
  const lotte = base.people.find((person) => person.id === "lotte");
  const cases: [string, Activity][] = [
    ["the card of another person, forwarded", invoke(ofNoor, ofBramsCard)],
    ["a token that is garbage", invoke(ofNoor, { ...good, t: "rommel" })],
    ["an empty token", invoke(ofNoor, { ...good, t: "" })],
    [
      "a token of another house",
      invoke(ofNoor, { ...good, t: await tokenFor("proef-tel", id, { foreign: true }) }),
    ],
    [
      "a token that is over",
      invoke(ofNoor, { ...good, t: await tokenFor("proef-tel", id, { expires: seconds }) }),
    ],
    ["a token for another verb", invoke(ofNoor, { ...good, t: await tokenFor("proef-meld", id) })],
    ["a verb that is none", invoke(ofNoor, { verb: "proef-niets", t: await tokenFor("proef-niets", id) })],
    ["the verb constructor", invoke(ofNoor, { verb: "constructor", t: await tokenFor("constructor", id) })],
    ["the verb toString", invoke(ofNoor, { verb: "toString", t: await tokenFor("toString", id) })],
    ["the verb __proto__", invoke(ofNoor, { ...good, verb: "__proto__" })],
    ["a verb as long as a book", invoke(ofNoor, { ...good, verb: "x".repeat(10_000) })],
    [
      "a row that is not there",
      invoke(ofNoor, { verb: "proef-tel", t: await tokenFor("proef-tel", randomUUID()) }),
    ],
    ["no data", invoke(ofNoor, undefined)],
    ["a list for data", invoke(ofNoor, [good])],
    ["no action", invoke(ofNoor, good, { value: { trigger: "manual" } })],
    ["a channel", invoke(ofNoor, good, { conversation: { ...conversation, conversationType: "channel" } })],
    [
      "a group chat",
      invoke(ofNoor, good, { conversation: { ...conversation, conversationType: "groupChat" } }),
    ],
    [
      "a conversation that does not say what it is",
      invoke(ofNoor, good, { conversation: { id: conversation.id, tenantId: hostTenant } }),
    ],
    [
      "somebody we do not know",
      invoke(ofNoor, good, { from: { id: lotte?.userId, aadObjectId: lotte?.aadObjectId } }),
    ],
    ["somebody without an Entra id", invoke(ofNoor, good, { from: { id: from.id, name: from.name } })],
    ["another tenant", invoke(ofNoor, good, { channelData: { tenant: { id: randomUUID() } } })],
    [
      "no tenant at all",
      invoke(ofNoor, good, { channelData: {}, conversation: { id: "a:1", conversationType: "personal" } }),
    ],
    ["a card for another bot", invoke(ofNoor, good, { recipient: { id: `28:${randomUUID()}` } })],
  ];
  const before = await teller(id);
  let presses = 0;
  beforeAll(async () => {
    presses = await house.count("druk");
  });

  it.each(cases)("%s", async (_, activity) => {
    expect(await raw(activity)).toEqual(neutralAction);
    expect(await teller(id)).toBe(before);
    expect(await house.count("druk")).toBe(presses);
  });

  it("a __proto__ among the fields is a field like any other", async () => {
    const text = JSON.stringify(invoke(ofNoor, { ...good, t: "rommel" })).replace(
      '"t":',
      '"__proto__":{"verb":"x"},"t":',
    );
    expect(await raw(text)).toEqual(neutralAction);
  });

  it("the same goes for the dialog, in its own form", async () => {
    const answers = await Promise.all(
      (["task/fetch", "task/submit"] as const).flatMap((name) =>
        [ofBramsCard, { ...good, t: "rommel" }, { ...good, verb: "__proto__" }, [good], "x", null].map(
          (data) => raw(dialog(ofNoor, name, data)),
        ),
      ),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.text).toContain(JSON.stringify(neutralCard()));
  });

  it("whatever stands in a card, the answer is the neutral one and nothing happens", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.jsonValue(),
          fc.record({
            verb: fc.oneof(fc.string(), fc.constant("proef-tel")),
            t: fc.oneof(fc.string(), fc.base64String()),
          }),
        ),
        async (data) => {
          expect(await raw(invoke(ofNoor, data))).toEqual(neutralAction);
        },
      ),
      { numRuns: 80 },
    );
    expect(await house.count("druk")).toBe(presses);
  });

  it("and the button itself still works", async () => {
    expect((await raw(invoke(ofNoor, good))).text).toContain(`Teller ${(before ?? 0) + 1} `);
  });
});

describe("knop / when something of ours breaks, there is one calm sentence, a code in the log, and no more words", () => {
  const codesSince = (from: number) => house.logged.slice(from).map((line) => line.code);

  it("a route that throws", async () => {
    const from = house.logged.length;
    const item = await cardOf("noor", await house.proef());
    expect(await raw(invoke(ofNoor, dataOf(item.card, "Breek")))).toEqual(calmAction);
    expect(codesSince(from)).toContain("beurt_fout");
    expect(JSON.stringify(house.logged)).not.toContain(leak);
  });

  it("a card that cannot be drawn after the press: the press stands, and is not done again", async () => {
    const id = await house.proef();
    const item = await cardOf("noor", id);
    await house.change(id, "breekt = true");
    const activity = invoke(ofNoor, dataOf(item.card, "Tel"));
    expect(await raw(activity)).toEqual(calmAction);
    await house.change(id, "breekt = false");
    expect((await raw(activity)).text).toContain(pressWords.already);
    expect(await teller(id)).toBe(1);
  });

  it("a dialog that cannot be opened shows the calm card", async () => {
    const item = await cardOf("noor", await house.proef());
    const answer = await raw(dialog(ofNoor, "task/fetch", dataOf(item.card, "Breek")));
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(JSON.stringify(calmErrorCard()));
  });

  it("a dialog that was sent stays open, with what was filled in: no success, and nothing in its place", async () => {
    const item = await cardOf("noor", await house.proef());
    expect(await raw(dialog(ofNoor, "task/submit", dataOf(item.card, "Breek")))).toEqual({
      status: 503,
      text: "",
    });
  });

  const own = `usename = '${house.db.roles.app}' and datname = current_database()`;
  const name = house.db.adminUrl.split("/").at(-1);
  const cut = (more = "") =>
    house.sql(`select pg_terminate_backend(pid) from pg_stat_activity where ${own} ${more}`);

  it("the database is away at the press: a true answer, nothing done, and the same button works again", async () => {
    const id = await house.proef();
    const item = await cardOf("noor", id);
    const from = house.logged.length;
    const activity = invoke(ofNoor, dataOf(item.card, "Tel"));
    await house.sql(`alter database ${name} connection limit 0`);
    await cut();
    expect(await raw(activity)).toEqual(calmAction);
    expect(await raw(dialog(ofNoor, "task/fetch", dataOf(item.card, "Vul in")))).toMatchObject({
      status: 200,
    });
    await house.sql(`alter database ${name} connection limit -1`);
    expect(codesSince(from)).toContain("database_weg");
    expect(await teller(id)).toBe(0);
    expect((await raw(activity)).text).toContain("Teller 1 ");
    expect(await teller(id)).toBe(1);
  });

  it("the database falls away in the middle of a press: nothing half done, and the same button works again", async () => {
    const id = await house.proef();
    const item = await cardOf("noor", id);
    const activity = invoke(ofNoor, dataOf(item.card, "Tel"));
    const presses = await house.count("druk");
    inside = async () => cut("and state = 'idle in transaction'");
    expect(await raw(activity)).toEqual(calmAction);
    inside = undefined;
    expect(await teller(id)).toBe(0);
    expect(await house.count("druk")).toBe(presses);
    expect((await raw(activity)).text).toContain("Teller 1 ");
    expect((await raw(activity)).text).toContain(pressWords.already);
    expect(await teller(id)).toBe(1);
  });
});
