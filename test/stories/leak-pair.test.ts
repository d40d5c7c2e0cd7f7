import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adviesvraagVerb } from "#cards/adviesvraag-verb.ts";
import { rondeVerb } from "#cards/ronde-verb.ts";
import { samenvattingVerb } from "#cards/samenvatting.ts";
import { messagesOf, peopleOf, watched } from "./leak-look.ts";
import { aReady, fill, intake, joins, type Kind, plan, press, putOn, takeBackConsent } from "./leak-scene.ts";
import { close, decide, moments, zwaan } from "./leak-walk.ts";
import { aStory, choice, type Story } from "./story.ts";

/** Everything about the pupil is different; nothing that a case may tell is. */
const valk: Kind = {
  mark: zwaan.mark,
  naam: `Ž ${"Ongewoon Lange Naam ".repeat(3)}'Null'`,
  vraag: `Ω{"a":1}]} ${"x".repeat(40)}‮😀`,
  leerjaar: "po_3",
  maand: "11",
  jaar: "2018",
  domeinen: "veiligheid,gezondheid,verzuim",
  partners: zwaan.partners,
};
const until = moments.findIndex(({ name }) => name === "dagberichten") + 1;

/** Two questions about nobody, alike in nothing but that they were put. */
const adviezen = {
  kort: { vraag: "Wat helpt bij onrust?", domein: "gedrag", antwoord: "Begin klein." },
  lang: {
    vraag: `Hoe begin je een gesprek dat ${"steeds weer ".repeat(20)}stokt?‮😀`,
    domein: "armoede",
    antwoord: "",
  },
} as const;
type Advies = (typeof adviezen)[keyof typeof adviezen];

async function asks(s: Story, { vraag, domein }: Advies): Promise<void> {
  await s.say("noor", "adviesvraag");
  const data = { vraag, domein, kring: "ronde_kernteam" };
  await fill(s, "noor", [adviesvraagVerb.stel, adviesvraagVerb.opslaan], data);
}

const advises = (s: Story, { antwoord }: Advies): Promise<void> =>
  fill(s, "noor", [adviesvraagVerb.vraagUitkomst, adviesvraagVerb.uitkomst], {
    antwoord,
    uitkomst: antwoord === "" ? "hulpvraag_maken" : "advies_gegeven",
  });

async function walked(kind: Kind, advies: Advies): Promise<Story> {
  const s = await aStory();
  await joins(s, "marijke", "jeugdarts");
  const hv = await intake(s, kind);
  await asks(s, advies);
  for (const { name, act } of moments.slice(0, until)) {
    await act(s, hv, kind);
    if (name === "open") await advises(s, advies);
  }
  await s.settle();
  return s;
}

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const address = /127\.0\.0\.1:\d+/g;

/** Tokens, and the numbers that the local Teams gives out. */
const byChance = new Set(["t", "id", "rev", "thread"]);

/** What is chosen by chance in each world is made the same; all else stays as it was. */
function plainly(value: unknown): string {
  const text = JSON.stringify(value, (key, part) => (byChance.has(key) ? undefined : part)) ?? "";
  return text
    .replace(uuid, "uuid")
    .replace(/HV-\d{4}/g, "HV-nnnn")
    .replace(address, "host");
}

/** Calls about one conversation, in order, as a machine in between sees them. */
function traffic(s: Story, whole: (conversation: string) => boolean): Record<string, string[]> {
  const seen: Record<string, string[]> = {};
  for (const { conversation, op, at, body, status } of s.teams.calls()) {
    const { summary } = (body ?? {}) as { summary?: string };
    const shown = whole(conversation ?? "") ? plainly(body) : "";
    const line = `${at} ${op} ${status} ${summary ?? ""} ${shown}`;
    seen[conversation ?? ""] = [...(seen[conversation ?? ""] ?? []), line];
  }
  return seen;
}

describe("two worlds that differ in the pupil and in an adviesvraag alone", () => {
  let one: Story;
  let other: Story;
  beforeAll(async () => {
    [one, other] = await Promise.all([walked(zwaan, adviezen.kort), walked(valk, adviezen.lang)]);
  }, 60_000);
  afterAll(() => Promise.all([one, other].map((s) => s?.close())));

  const involved = ["noor", "bram", "peter", "saskia", "hanna"];
  const strangers = () => peopleOf(one).filter((as) => !involved.includes(as));

  it("look the same to everybody who is not involved: words, order, times and number of messages", async () => {
    for (const as of strangers()) {
      const [here, there] = [await messagesOf(one, as), await messagesOf(other, as)];
      if (["yasmina", "marijke", "wim"].includes(as)) expect(here.length, as).toBeGreaterThan(1);
      expect(plainly(there), as).toBe(plainly(here));
    }
  });

  it("make the same calls at the same moments, with the same words on a lock screen", async () => {
    const own = new Set<string>();
    for (const as of involved)
      for (const { conversation } of await messagesOf(one, as)) own.add(conversation);
    const channels = new Set(
      (await messagesOf(one, "yasmina"))
        .filter(({ scope }) => scope === "channel")
        .map((m) => m.conversation),
    );
    const whole = (conversation: string) => !own.has(conversation) || channels.has(conversation);
    const [here, there] = [traffic(one, whole), traffic(other, whole)];
    expect(Object.keys(here).length).toBeGreaterThan(8);
    expect(Object.keys(there).sort()).toEqual(Object.keys(here).sort());
    for (const conversation of Object.keys(here)) expect(there[conversation]).toEqual(here[conversation]);
  });

  it("leave the same log, figures and number of rows", async () => {
    // In how many batches the log was sealed is a matter of the clock of the machine; how much was sealed is not.
    const isSeal = ({ code }: Story["logged"][number]) => code === "log_verzegeld";
    const codes = (s: Story) =>
      s.logged
        .filter((line) => !isSeal(line))
        .map(({ ms: _, id: __, ...line }) => JSON.stringify(line))
        .sort();
    expect(codes(other)).toEqual(codes(one));
    const sealed = (s: Story) => s.logged.filter(isSeal).reduce((sum, { count = 0 }) => sum + count, 0);
    expect(sealed(other)).toBe(sealed(one));
    expect(await other.rows()).toEqual(await one.rows());
    const pages = async (s: Story) =>
      (await watched(s)).split("\n").filter((line) => /^zorgronde|^\d{3} /.test(line));
    expect((await pages(other)).map(withoutTime)).toEqual((await pages(one)).map(withoutTime));
  });

  const withoutTime = (line: string) => line.replace(/\["date","[^"]*"\]|\["content-length","\d+"\]/g, "");
});

describe("a world from which a pupil was withdrawn, and one in which the pupil never was", () => {
  const merel: Kind = {
    mark: /merel/i,
    naam: "Mereltje Vogelaar",
    vraag: "vraagmerel is stil",
    partners: "smw",
  };
  let with_: Story;
  let without: Story;
  beforeAll(async () => {
    [with_, without] = await Promise.all([posted([zwaan, merel]), posted([zwaan])]);
  }, 60_000);
  afterAll(() => Promise.all([with_, without].map((s) => s?.close())));

  /** Discussed and posted; the second pupil, if any, is withdrawn after that. */
  async function posted(kinds: readonly Kind[]): Promise<Story> {
    const s = await aStory();
    const numbers: string[] = [];
    for (const kind of kinds) {
      numbers.push(await aReady(s, kind));
      await s.wait("PT1M");
    }
    await s.wait("2026-11-23T10:00");
    await plan(s, "2026-11-24");
    for (const hv of numbers) await putOn(s, hv);
    await s.wait("2026-11-24T13:55");
    await press(s, "noor", rondeVerb.begin);
    for (const { vraag } of kinds) {
      await decide(s, "noor", (opened) => ({
        besluiten: "regierol_toewijzen",
        afweging: vraag,
        regierolVoor: choice.of(opened, "regierolVoor", /Bram/),
      }));
    }
    await close(s);
    await press(s, "noor", samenvattingVerb.plaatsen);
    const [, second] = numbers;
    if (second) {
      expect(plainly(await channel(s)).match(/HV-nnnn/g)).toHaveLength(2);
      await takeBackConsent(s, second);
    }
    await s.settle();
    return s;
  }

  const channel = async (s: Story) =>
    (await messagesOf(s, "yasmina"))
      .filter(({ scope }) => scope === "channel")
      .map(({ card, summary, text }) => ({ card, summary, text }));

  it("have the same post in the channel, to the byte", async () => {
    expect(plainly(await channel(with_))).toBe(plainly(await channel(without)));
  });

  it("and again after the one rewriting, and the same weekly message to the directeur", async () => {
    await Promise.all([with_.wait("2026-11-30T09:00"), without.wait("2026-11-30T09:00")]);
    expect(plainly(await channel(with_))).toContain("HV-nnnn");
    expect(plainly(await channel(with_))).toBe(plainly(await channel(without)));
    const cards = async (s: Story, as: string) => plainly((await messagesOf(s, as)).map(({ card }) => card));
    for (const as of ["wim", "yasmina", "hanna", "ruud", "fatima"]) {
      expect(await cards(with_, as), as).toBe(await cards(without, as));
    }
  });
});
