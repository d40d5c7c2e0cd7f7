import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { agendaVerb } from "#cards/agenda.ts";
import { toestemmingVerb } from "#cards/hulpvraag-verb.ts";
import { rondeVerb } from "#cards/ronde-verb.ts";
import { seedVakanties } from "#database/seed.ts";
import type { LidSetup } from "#database/setup.ts";
import { demoSetUp } from "#local/demo.ts";
import { setUp } from "#usecases/set-up.ts";
import { allSay, holding } from "./leak-look.ts";
import {
  aReady,
  button,
  type Data,
  fill,
  intake,
  joins,
  type Kind,
  press,
  takeBackConsent,
  withdraw,
} from "./leak-scene.ts";
import { moments, zwaan } from "./leak-walk.ts";
import { aStory, choice, type Pressed, type Story } from "./story.ts";

/** Cards of every sort stand in all chats; from there each test takes a right away in its own way. */
let s: Story;
let hv = "";
const back: Partial<Record<Stop, () => Promise<void>>> = {};
const stops = ["geagendeerd", "gesloten en geplaatst", "dagberichten"] as const;
type Stop = (typeof stops)[number];
beforeAll(async () => {
  s = await aStory();
  await joins(s, "marijke", "jeugdarts");
  hv = await intake(s, zwaan);
  for (const { name, act } of moments) {
    await act(s, hv, zwaan);
    const stop = stops.find((one) => one === name);
    if (!stop) continue;
    for (const text of [hv, "mijn taken", "mijn hulpvragen", "mijn regierol", "agenda"])
      await allSay(s, text);
    back[stop] = await s.save();
    if (stop === stops.at(-1)) break;
  }
}, 300_000);
afterAll(() => s.close());

const answers = (partijen: readonly string[]): Data =>
  Object.fromEntries(
    partijen.flatMap((partij) => [
      [`antwoord_${partij}`, "ja"],
      [`op_${partij}`, "2026-11-20"],
      [`vorm_${partij}`, "papier"],
      [`bewaarplaats_${partij}`, "map"],
    ]),
  );

/** Another toestemming takes the place of the one that was. */
const renewed = (more: Data): Promise<void> =>
  fill(
    s,
    "noor",
    [toestemmingVerb.open, toestemmingVerb.schriftelijk, toestemmingVerb.opslaan],
    {
      ...answers(["ouder1", "ouder2"]),
      partners: zwaan.partners,
      geldigTot: "2027-07-31",
      gecontroleerd: "true",
      ...more,
    },
    hv,
  );

const today = () => s.now().toPlainDate();
const tomorrow = () => `${today().add({ days: 1 })}T00:30`;

/** The set-up again, with something else in it about these people, as an import does it. */
async function imports(change: (lid: LidSetup) => LidSetup): Promise<void> {
  const { world } = s.bot();
  const facts = demoSetUp(today(), seedVakanties());
  await setUp(world, { ...facts, people: facts.people.map(change) });
  await s.settle();
}
const ends = (naam: RegExp, tot: Temporal.PlainDate) => (lid: LidSetup) =>
  naam.test(lid.naam) && lid.szt === "SZT De Regenboog" ? { ...lid, tot } : lid;

const withoutPeter = (opened: Pressed): Data => ({
  deelnemers: ["Noor", "Bram", "Saskia", "Hanna", "Yasmina"]
    .map((naam) => choice.of(opened, "deelnemers", new RegExp(naam)))
    .join(","),
});

interface Loss {
  readonly name: string;
  readonly lose: () => Promise<unknown>;
  /** Whose chats still show something of the pupil. */
  readonly left: string;
  readonly at: readonly Stop[];
}

const losses: readonly Loss[] = [
  {
    name: "a parent takes the toestemming back",
    lose: () => takeBackConsent(s, hv),
    left: "noor",
    at: stops,
  },
  { name: "the hulpvraag is withdrawn", lose: () => withdraw(s, hv), left: "noor", at: stops },
  {
    name: "the toestemming names fewer partners",
    lose: () => renewed({ partners: "smw" }),
    left: "bram noor",
    at: stops,
  },
  {
    name: "the toestemming has run out",
    async lose() {
      await renewed({ geldigTot: `${today()}` });
      await s.wait(tomorrow());
    },
    left: "noor",
    at: stops,
  },
  {
    name: "the round is cancelled",
    lose: () => fill(s, "noor", [rondeVerb.vraagAfzeggen, rondeVerb.afzeggen], {}),
    left: "noor saskia",
    at: ["geagendeerd"],
  },
  {
    name: "it is taken off the agenda",
    lose: () => press(s, "noor", agendaVerb.van, hv),
    left: "noor saskia",
    at: ["geagendeerd"],
  },
  {
    name: "somebody takes part no more",
    lose: () => fill(s, "noor", [rondeVerb.wijzig, rondeVerb.wijzigOpslaan], withoutPeter),
    left: "bram noor saskia",
    at: ["geagendeerd"],
  },
  {
    name: "a membership has ended",
    async lose() {
      await imports(ends(/Bram/, today()));
      await s.wait(tomorrow());
    },
    left: "noor peter saskia",
    at: stops,
  },
  {
    name: "a membership turns out to have ended",
    lose: () => imports(ends(/Saskia/, today().subtract({ days: 1 }))),
    left: "bram noor peter",
    at: stops,
  },
  {
    name: "the person could not be reached then, and is back",
    async lose() {
      s.teams.fault({ kind: "blocked", conversation: "personal:peter", for: 100 });
      await takeBackConsent(s, hv);
      s.teams.clearFaults();
      await s.say("peter", "hallo");
    },
    left: "noor",
    at: stops,
  },
  {
    name: "the person had removed the app then, and adds it again",
    async lose() {
      await s.teams.install({ as: "peter", change: "removed" });
      await s.settle();
      await takeBackConsent(s, hv);
      await s.teams.install({ as: "peter" });
      await s.settle();
    },
    left: "noor",
    at: stops,
  },
];

const patience = { timeout: 15_000, interval: 20 };

/** Waits until the bot is in the middle of a call to this person. */
async function underWay(as: string, since: number): Promise<void> {
  const [mine] = (await s.teams.inbox({ as })).filter(({ scope }) => scope === "personal");
  await vi.waitFor(() => {
    const call = s.teams.calls(since).find(({ conversation }) => conversation === mine?.conversation);
    if (call?.status !== 0) throw new Error("not yet");
  }, patience);
}

describe("who loses the right loses what stood in the chat too, at once", () => {
  // Here where most stands in the chats; from every stop by `npm run prove`.
  const table = losses.flatMap(({ at, ...loss }) =>
    (process.env.LONG_TESTS ? at : at.slice(-1)).map((stop) => ({ ...loss, stop })),
  );
  it.each(table)("$stop: $name", async ({ stop, lose, left }) => {
    await back[stop]?.();
    expect(await holding(s, zwaan.mark)).toBe("bram noor peter saskia");
    await lose();
    await s.settle();
    expect(await holding(s, zwaan.mark)).toBe(left);
  });
});

describe("what was on its way when the right went does not stay behind either", () => {
  const merel: Kind = {
    mark: /merel/i,
    naam: "Mereltje Vogelaar",
    vraag: "vraagmerel is stil",
    partners: "bpo",
  };

  it("the first card of a hulpvraag", async () => {
    await back.geagendeerd?.();
    const other = await aReady(s, merel);
    const since = s.teams.calls().length;
    s.teams.fault({ kind: "slow", ms: 2000, conversation: "personal:saskia", op: "send" });
    await s.teams.say({ as: "saskia", in: "personal", text: other, wait: 1 });
    const delivered = s.settle();
    await underWay("saskia", since);
    await noAt(other, { partij: "ouder1", op: `${today()}` });
    await delivered;
    await s.settle();
    expect(await holding(s, merel.mark)).toBe("noor");
  });

  it("the daily bundle", async () => {
    await back.dagberichten?.();
    const since = s.teams.calls().length;
    s.teams.fault({ kind: "slow", ms: 2000, conversation: "personal:bram", op: "send" });
    const waited = s.wait("2026-12-03T08:00");
    await underWay("bram", since);
    await noAt(hv, { partij: "ouder1", op: `${today()}` });
    await waited;
    await s.settle();
    expect(await holding(s, zwaan.mark)).toBe("noor");
  });

  /** A no recorded by the ib, without waiting for what follows. */
  async function noAt(number: string, data: Data): Promise<void> {
    const { id: message } = await button(s, "noor", toestemmingVerb.open, number);
    const opened = await s.teams.press({ as: "noor", message, action: toestemmingVerb.open });
    const overview = opened.dialog?.id ?? "";
    const asked = await s.teams.submitDialog({
      as: "noor",
      dialog: overview,
      action: toestemmingVerb.vraagIntrekken,
      data: {},
    });
    const sent = await s.teams.submitDialog({ as: "noor", dialog: asked.dialog?.id ?? "", data });
    expect(sent.closed).toBe(true);
  }

  it("a copy that Teams took without saying so never held a name", async () => {
    await back.geagendeerd?.();
    s.teams.fault({ kind: "reset-after-delivery", conversation: "personal:peter", op: "send" });
    await s.say("peter", hv);
    await s.wait("PT1M");
    await takeBackConsent(s, hv);
    expect(await holding(s, zwaan.mark)).toBe("noor");
  });
});

describe("the channel", () => {
  it("loses the line of a pupil who was withdrawn while the app was out of the team, when it comes back", async () => {
    await back.dagberichten?.();
    const [team] = s.teams.world().teams;
    const lines = async () => {
      const posts = (await s.teams.inbox({ as: "yasmina" })).filter(({ scope }) => scope === "channel");
      return JSON.stringify(posts.map(({ card }) => card));
    };
    expect(await lines()).toContain(hv);
    await s.teams.install({ team: team?.id ?? "", change: "removed" });
    await s.settle();
    await takeBackConsent(s, hv);
    expect(await lines(), "nothing can be edited there now").toContain(hv);
    await s.teams.install({ team: team?.id ?? "" });
    await s.settle();
    expect(await lines()).not.toContain(hv);
  });
});

describe("a right that only time takes away", () => {
  it("with the month in which a pupil turns sixteen the yes of the parents is not enough", async () => {
    await back.geagendeerd?.();
    const spreeuw: Kind = {
      mark: /spreeuw/i,
      naam: "Spreeuwtje Vogelaar",
      vraag: "vraagspreeuw is moe",
      maand: "12",
      jaar: "2010",
      partners: "bpo",
    };
    const other = await aReady(s, spreeuw);
    await allSay(s, other);
    expect(await holding(s, spreeuw.mark)).toBe("noor saskia");
    await s.wait("2026-11-30T23:30");
    expect(await holding(s, spreeuw.mark)).toBe("noor saskia");
    await s.wait("2026-12-01T00:30");
    expect(await holding(s, spreeuw.mark)).toBe("noor");
    expect(await s.plaintext(), "no date tells when the pupil was born").not.toContain("2010-12");
  });
});
