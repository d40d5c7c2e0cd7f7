import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rondeVerb } from "#cards/ronde-verb.ts";
import { holding, watched } from "./leak-look.ts";
import { aReady, type Kind, link, plan, press, putOn, sql } from "./leak-scene.ts";
import { zwaan } from "./leak-walk.ts";
import { aStory, type Story } from "./story.ts";

/** Words that try to be more than words, and the links and files that leave the chat. */
const own: Kind = { ...zwaan, partners: "smw" };
let s: Story;
let back: () => Promise<void>;
beforeAll(async () => {
  s = await aStory();
  const hv = await aReady(s, own);
  await plan(s, "2026-11-26");
  await putOn(s, hv);
  back = await s.save();
}, 60_000);
afterAll(() => s.close());

describe("names and texts that are not what they seem", () => {
  const names = [
    "[klik](http://leed.example)",
    "<at>Noor Visser</at> <b>x</b>",
    "{{DATE(2026-01-01T00:00:00Z, SHORT)}}",
    "**vet** _schuin_ `code`",
    '"}],"summary":"Zwaan","x":{"',
    "‮elov‬ Zwaan​tje",
    "Zwaan 😀👩‍👩‍👧 Ω",
    "null",
    "De Het Een",
    "Noor Visser",
  ];

  it("stay words on the cards of those who may read them, and reach no lock screen, channel or log", async () => {
    await back();
    const since = s.teams.calls().length;
    for (const [at, naam] of names.entries()) {
      await aReady(s, {
        ...own,
        // Marks, digits and words are refused in a name; a text keeps them.
        naam: `${naam.replaceAll(/[<>[\]{}|*#\\/@=,;:!?\d]/g, "").replaceAll(/\p{Ll}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1))} ${String.fromCharCode(65 + at)}`,
        vraag: `${naam.replace("Noor Visser", "iemand")} vraagt hulp`,
      });
    }
    await s.settle();
    const cards = s.teams.calls(since).map(({ body }) => body);
    const texts = cards.flatMap(markdownOf);
    expect(texts.join("\n")).toContain("Zwaan");
    for (const text of texts) expect(text).not.toMatch(/\]\(http|<at>|<b>|\{\{|`|(?<!\*)\*[^*]/);
    for (const { body } of s.teams.calls(since)) {
      const { summary = "" } = (body ?? {}) as { summary?: string };
      expect(summary).not.toMatch(/zwaan|klik|vet|DATE|😀/i);
    }
    expect(await watched(s)).not.toMatch(/zwaan|klik|SHORT|😀/i);
  });

  /** Only text blocks are read as Markdown. */
  function markdownOf(part: unknown): string[] {
    if (Array.isArray(part)) return part.flatMap(markdownOf);
    if (typeof part !== "object" || part === null) return [];
    const block = part as { type?: unknown; text?: unknown };
    const own = block.type === "TextBlock" && typeof block.text === "string" ? [block.text] : [];
    return [...own, ...Object.values(part).flatMap(markdownOf)];
  }

  it.each([
    "https://teams.microsoft.com/l/meeting/new?subject=Zwaantje",
    "https://teams.microsoft.com/l/message/Zwaantje%20Kanariepiet",
    "https://teams.microsoft.com/l/meetup-join/Zwaantje%20Kanariepiet/0",
    "https://teams.microsoft.com/l/meetup-join/Zwaantje/0",
    "https://teams.microsoft.com/meet/Zwaantje",
  ])("a link that can carry words is no join link: %s", async (strange) => {
    await s.say("noor", "plan overleg");
    const opened = await press(s, "noor", rondeVerb.plan);
    const sent = await s.send("noor", opened, { datum: "2026-12-03", begin: "14:00", link: strange });
    expect(sent.closed).toBeUndefined();
  });

  it("what hangs behind a join link and is not needed is left out of cards and calendars", async () => {
    await back();
    await plan(s, "2026-12-03", { data: { link: `${link}?context=%7b%7d&subject=Zwaanvraag#zwaanvraag` } });
    const opened = await press(s, "yasmina", rondeVerb.inAgenda);
    const url = /http:\/\/127[^"]+\/file\/[\w-]+/.exec(JSON.stringify(opened))?.[0] ?? "";
    const response = await fetch(url);
    const ics = `${JSON.stringify([...response.headers])}${await response.text()}`;
    expect(ics).toContain("meetup-join");
    expect(ics).not.toMatch(/zwaan|merel/i);
    expect(await holding(s, /zwaanvraag/i)).toBe("");
  });
});

describe("calendar links", () => {
  const leaves = `update lidmaatschap set tot = '2026-11-22' where persoon_id = (select id from persoon where naam like 'Bram%')`;

  async function linkFor(as: string, verb: string): Promise<string> {
    const opened = await press(s, as, verb);
    return /http:\/\/127[^"\s]+\/(?:file|agenda)\/[\w.-]+/.exec(JSON.stringify(opened))?.[0] ?? "";
  }

  async function got(url: string) {
    const response = await fetch(url);
    const headers = [...response.headers].filter(([name]) => name !== "date");
    return { status: response.status, headers, text: await response.text() };
  }

  it("a link of somebody who takes part no more is a link of nobody", async () => {
    await back();
    const nobody = await got(`${s.bot().url}/file/${"A".repeat(43)}`);
    const url = await linkFor("bram", rondeVerb.inAgenda);
    await sql(s, leaves);
    expect(await got(url)).toEqual(nobody);
    await back();
    const again = await linkFor("bram", rondeVerb.inAgenda);
    expect((await got(again)).text).toContain("BEGIN:VEVENT");
    expect(await got(again), "and works once").toEqual(nobody);
  });

  it("the subscription of who left has no rounds in it any more", async () => {
    await back();
    await s.say("bram", "mijn overleggen");
    const url = await linkFor("bram", rondeVerb.vraagAbonnement);
    expect((await got(url)).text).toContain("BEGIN:VEVENT");
    await sql(s, leaves);
    const { text, headers } = await got(url);
    expect(text).not.toContain("BEGIN:VEVENT");
    expect(JSON.stringify(headers)).not.toMatch(/zwaan|regenboog/i);
  });
});
