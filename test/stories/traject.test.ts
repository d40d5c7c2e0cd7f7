import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { broken } from "./invariant.ts";
import { regenboog, upTo } from "./path.ts";
import { numberOf } from "./race.ts";
import { aStory, choice, type Pressed, type Story, wordsOf } from "./story.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

/** A traject of eight weeks, with every step a press of a person. The parents agreed to the wijkteam too. */
let s: Story;
let hv = "";
beforeAll(async () => {
  s = await aStory();
  await upTo(s, "giz", { ...regenboog, partners: "smw,bpo,wijkteam" });
  hv = await numberOf(s);
});
afterAll(() => s.close());

const day = () => s.now().toPlainDate().toString();
const card = async (as: string) => {
  const [shown] = await s.say(as, hv);
  return `${wordsOf(shown?.card)}${shown?.text ?? ""}`;
};
/** By the way of what can be arranged around the regierol. */
async function open(as: string, way: string, action: string): Promise<Pressed> {
  await card(as);
  const arranged = await s.press(as, "Aanpak regelen");
  return s.send(as, await s.send(as, arranged, {}, way), {}, action);
}

describe("a traject of eight weeks", () => {
  it("is begun, evaluated from a task with the wijkteam asked to its end, and stopped", async () => {
    const form = await open("bram", "Start een traject", "Start het traject");
    expect(JSON.stringify(form.dialog?.card)).toContain("nog geen observatie in de klas");
    const refused = await s.send("bram", form, { op: "2026-11-01" }, "Start");
    expect(JSON.stringify(refused.dialog?.card)).toContain("of later");
    await s.send("bram", refused, { op: day() }, "Start");
    for (const as of ["noor", "bram"]) expect(await card(as), as).toContain("Traject van acht weken");
    for (const as of ["hanna", "wim", "lotte"]) expect(await card(as), as).not.toMatch(/traject/i);

    await s.say("bram", "mijn taken");
    const tussen = await s.press("bram", "Vastleggen", {}, /Houd de tussenevaluatie/);
    const held = { op: day(), stand: "bijgesteld", meerHulp: "ja" };
    const asks = await s.send("bram", tussen, held, "Vastleggen");
    const wie = choice.of(asks, "wie", /Yasmina/);
    await s.send("bram", asks, { wie, op: "2027-01-26" }, "Vraag het wijkteam");
    await s.settle();
    const invitation = await s.see("yasmina", /kom naar de eindevaluatie van het traject/);
    expect(invitation.summary).not.toMatch(/traject|kanarie|HV-/i);
    expect(await card("yasmina")).toContain("dinsdag 26 januari 2027");
    expect(await card("bram")).toMatch(/Uitgenodigd[\s\S]*Yasmina/);

    const stop = await open("bram", "Bekijk het traject", "Stop het traject");
    expect(JSON.stringify(stop.dialog?.card)).toContain("Laat zelf weten");
    await s.send("bram", stop, { op: day(), reden: "andere_hulp" }, "Stop het traject");
    await s.settle();
    // At the round she was named too, so she reads back what it decided: what she was asked for is gone.
    expect(await card("yasmina")).toContain("Eerder gestopt");
    expect(await card("yasmina")).not.toMatch(/kom naar|Uitgenodigd|Denkt mee/);
    expect(await s.count("koppeling where tot is null")).toBe(0);
    expect(await broken(s)).toEqual([]);
  });
});
