import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agendaVerb } from "#cards/agenda.ts";
import { toestemmingVerb } from "#cards/hulpvraag-verb.ts";
import { rondeVerb } from "#cards/ronde-verb.ts";
import { seedVakanties } from "#database/seed.ts";
import type { LidSetup } from "#database/setup.ts";
import { demoSetUp } from "#local/demo.ts";
import { setUp } from "#usecases/set-up.ts";
import { allSay, holding } from "./leak-look.ts";
import { button, type Data, fill, intake, joins, press, takeBackConsent, withdraw } from "./leak-scene.ts";
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
  await joins(s, "marijke", "leerplicht");
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
}, 60_000);
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
    [toestemmingVerb.open, toestemmingVerb.opslaan],
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
  {
    name: "the message was on its way",
    async lose() {
      s.teams.fault({ kind: "slow", ms: 800, conversation: "personal:peter", op: "send" });
      await s.teams.say({ as: "peter", in: "personal", text: hv, wait: 10 });
      const under = s.settle();
      await s.teams.idle();
      const { id: message } = await button(s, "noor", toestemmingVerb.vraagIntrekken, hv);
      const opened = await s.teams.press({ as: "noor", message, action: toestemmingVerb.vraagIntrekken });
      const data = { partij: "ouder1", op: `${today()}` };
      await s.teams.submitDialog({ as: "noor", dialog: opened.dialog?.id ?? "", data });
      await under;
      await s.settle();
    },
    left: "noor",
    at: ["geagendeerd"],
  },
];

describe("who loses the right loses what stood in the chat too, at once", () => {
  const table = losses.flatMap(({ at, ...loss }) => at.map((stop) => ({ ...loss, stop })));
  it.each(table)("$stop: $name", async ({ stop, lose, left }) => {
    await back[stop]?.();
    expect(await holding(s, zwaan.mark)).toBe("bram noor peter saskia");
    await lose();
    await s.settle();
    expect(await holding(s, zwaan.mark)).toBe(left);
  });
});
