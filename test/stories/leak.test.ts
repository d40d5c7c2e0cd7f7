import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allSay, expectOutgoing, holding, messagesOf, neutral, shownTo, watched } from "./leak-look.ts";
import { intake, joins } from "./leak-scene.ts";
import { moments, zwaan } from "./leak-walk.ts";
import { aStory, type Story } from "./story.ts";

let s: Story;
let hv = "";
let before = "noor";
beforeAll(async () => {
  s = await aStory();
  await joins(s, "marijke", "leerplicht");
  await joins(s, "daan", "smw", { tot: "2026-11-22" });
  await joins(s, "joost", "scp", { van: "2026-11-27" });
  hv = await intake(s, zwaan);
});
afterAll(() => s.close());

describe("at every moment the name is before those who may have it, and before nobody else", () => {
  it("concept", async () => {
    expect(await shownTo(s, hv)).toBe("noor");
    expect(await holding(s, zwaan.mark)).toBe("noor");
  });

  it.each(moments)("$name", async ({ act, shown }) => {
    const since = s.teams.calls().length;
    await act(s, hv, zwaan);
    await s.settle();
    const late = (await holding(s, zwaan.mark)).split(" ").filter((as) => !shown.includes(as));
    expect(late, "what stood there and may stand no longer is gone at once").toEqual([]);
    expect(await shownTo(s, hv), "the number typed by everybody").toBe(shown);
    expect(await holding(s, zwaan.mark), "who asked has it, so the mark is really looked for").toBe(shown);
    await expectOutgoing(s, { since, mark: zwaan.mark, to: `${before} ${shown}`.split(" ") });
    expect(await watched(s)).not.toMatch(zwaan.mark);
    before = shown;
  });
});
