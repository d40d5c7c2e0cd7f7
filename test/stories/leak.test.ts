import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allSay, expectOutgoing, holding, messagesOf, shownTo, watched } from "./leak-look.ts";
import { intake, joins } from "./leak-scene.ts";
import { moments, zwaan } from "./leak-walk.ts";
import { aStory, type Story, wordsOf } from "./story.ts";

/** One pupil from the intake to the end; each test goes on where the one before it stopped. */
let s: Story;
let hv = "";
let before = "noor";
beforeAll(async () => {
  s = await aStory();
  await joins(s, "marijke", "jeugdarts");
  await joins(s, "daan", "smw", { tot: "2026-11-22" });
  await joins(s, "joost", "scp", { van: "2026-11-27" });
  hv = await intake(s, zwaan);
});
afterAll(() => s.close());

/** What everybody types at some moment, in turn: the name, part of it, and every list there is. */
const typed = [
  "mijn taken",
  zwaan.naam,
  "mijn hulpvragen",
  "agenda",
  "zwaantje",
  "mijn regierol",
  "mijn overleggen",
  "weekbericht",
  "zoek zwaan",
  "help",
  "wat is er besproken in het overleg",
];

describe("at every moment the pupil is before those who may know, and before nobody else", () => {
  it("concept", async () => {
    expect(await shownTo(s, hv)).toBe("noor");
    expect(await holding(s, zwaan.mark)).toBe("noor");
  });

  it.each(moments.map((moment, index) => ({ ...moment, index })))("$name", async (moment) => {
    const { act, shown, nameless = "", index } = moment;
    const since = s.teams.calls().length;
    await act(s, hv, zwaan);
    await s.settle();
    const late = (await holding(s, zwaan.mark)).split(" ").filter((as) => !shown.includes(as));
    expect(late, "what stood there and may stand no longer is gone at once").toEqual([]);
    expect(await shownTo(s, hv), "the number, typed by everybody").toBe(shown);
    await allSay(s, typed[index % typed.length] ?? "");
    // Who may not know the name reads no text either.
    const named = shown
      .split(" ")
      .filter((as) => as !== nameless)
      .join(" ");
    expect(await holding(s, zwaan.mark), "whoever asked has it: the mark is really looked for").toBe(named);
    expect(await holding(s, /Zwaantje/), "the name itself").toBe(named);
    await expectOutgoing(s, { since, mark: zwaan.mark, to: `${before} ${shown}`.split(" ") });
    expect(await watched(s)).not.toMatch(zwaan.mark);
    before = shown;
  });

  it("the channel of its own team has the number and no function of a single person; other channels have nothing", async () => {
    const posts = async (as: string) => (await messagesOf(s, as)).filter(({ scope }) => scope === "channel");
    const line = wordsOf((await posts("yasmina"))[0]?.card)
      .split("\n")
      .find((words) => words.includes(hv));
    expect(line).toBeDefined();
    expect(line).not.toMatch(/werker|begeleider|orthopedagoog|jeugd|contactpersoon|leerplicht/i);
    for (const as of ["fatima", "joost", "esther"]) expect(await posts(as)).toEqual([]);
  });

  it("and the database holds no word of it that can be read without a key", async () => {
    const text = await s.plaintext();
    expect(text).toContain(hv);
    expect(text).not.toMatch(zwaan.mark);
    expect(text, "nor the year group, nor the month of birth").not.toMatch(/po_7|2016-04/);
  });
});
