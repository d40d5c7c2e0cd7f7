import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eachOf, invoke, invokes, newest, type Token, tokensOf } from "./leak-hand.ts";
import { allSay, holding, neutral } from "./leak-look.ts";
import { intake, joins, takeBackConsent } from "./leak-scene.ts";
import { moments, zwaan } from "./leak-walk.ts";
import { aStory, type Story } from "./story.ts";

/** Every button that anybody was shown in the first half of the path, in the wrong hands and at the wrong time. */
let s: Story;
let hv = "";
let tokens: readonly Token[];
let back: () => Promise<void>;
beforeAll(async () => {
  s = await aStory();
  await joins(s, "marijke", "jeugdarts");
  hv = await intake(s, zwaan);
  for (const { act, name } of moments) {
    await act(s, hv, zwaan);
    if (name === "dagberichten") break;
  }
  for (const text of [hv, "mijn taken", "mijn overleggen", "help"]) await allSay(s, text);
  tokens = await tokensOf(s);
  back = await s.save();
}, 60_000);
afterAll(() => s.close());

const answered = async (as: string, data: unknown, more: Parameters<typeof invoke>[3] = {}) =>
  JSON.stringify(await invoke(s, as, data, more));

/** The one answer to whatever is not there or not yours. */
const shutOut = JSON.stringify({
  status: 200,
  body: {
    statusCode: 200,
    type: "application/vnd.microsoft.card.adaptive",
    value: JSON.parse(neutral) as unknown,
  },
});

/** A member who is not named, a partner, the directeur, the ib of another school and a stranger. */
const others = ["yasmina", "bram", "wim", "fatima", "lotte", "noor"];

describe("a button is of the one to whom it was shown", () => {
  it("all kinds of buttons are tried", () => {
    expect(new Set(tokens.map(({ data }) => data.verb)).size).toBeGreaterThan(45);
    expect(new Set(tokens.map(({ owner }) => owner)).size).toBeGreaterThan(8);
  });

  it("pressed by anybody else it gets the answer of a button that does not exist", async () => {
    const tries = newest(tokens).flatMap((token) =>
      others.filter((as) => as !== token.owner).map((as) => ({ as, ...token })),
    );
    await eachOf(tries, async ({ as, data, owner }) => {
      expect(await answered(as, data), `${data.verb} of ${owner} pressed by ${as}`).toBe(shutOut);
    });
  });

  it("the token of one button opens no other", async () => {
    const verbs = [...new Set(tokens.map(({ data }) => data.verb))];
    await eachOf(newest(tokens), async ({ owner, data }) => {
      const other = verbs[(verbs.indexOf(data.verb) + 1) % verbs.length];
      expect(await answered(owner, { ...data, verb: other }), `${data.verb} as ${other}`).toBe(shutOut);
    });
  });

  it("outside the own chat it does nothing, also for its owner", async () => {
    const own = newest(tokens.filter(({ owner }) => owner === "noor"));
    expect(own.length).toBeGreaterThan(20);
    await eachOf(own, async ({ owner, data }) => {
      expect(await answered(owner, data, { where: "channel" }), data.verb).toBe(shutOut);
    });
  });

  it("a token that was touched is no token, a verb of nobody no verb", async () => {
    const data = tokens.find(({ owner }) => owner === "noor")?.data ?? { t: "", verb: "" };
    const middle = Math.floor(data.t.length / 2);
    const flipped = `${data.t.slice(0, middle)}${data.t[middle] === "A" ? "B" : "A"}${data.t.slice(middle + 1)}`;
    const strange: unknown[] = [
      flipped,
      data.t.slice(1),
      `${data.t}A`,
      "",
      "A".repeat(400),
      "__proto__",
      7,
      null,
    ];
    for (const t of strange) expect(await answered("noor", { ...data, t }), String(t)).toBe(shutOut);
    for (const verb of ["", "__proto__", "constructor", "toString", 1, null])
      expect(await answered("noor", { ...data, verb }), String(verb)).toBe(shutOut);
    for (const nothing of [null, [], "x", 1]) expect(await answered("noor", nothing)).toBe(shutOut);
  });

  it("after a parent took the toestemming back no old button of the others brings anything back", {
    timeout: 240_000,
  }, async () => {
    await takeBackConsent(s, hv);
    const theirs = tokens.filter(({ owner }) => owner !== "noor");
    const tries = [...newest(theirs), ...newest(theirs.toReversed())];
    await eachOf(tries, async ({ owner, data }) => {
      for (const name of invokes)
        expect(await answered(owner, data, { name }), `${data.verb} of ${owner}`).not.toMatch(zwaan.mark);
    });
    await s.settle();
    expect(await holding(s, zwaan.mark)).toBe("noor");
    expect(JSON.stringify(s.logged)).not.toMatch(zwaan.mark);
    await back();
  });
});

describe("what no form can send", () => {
  const fields =
    "naam maand jaar leerjaar gezag vraag domeinen urgentie aanTafel partners geldigTot datum begin duur plaats link deelnemers voorzitter besluiten afweging regierolVoor wie1 wat1 datum1 verteldOp antwoord akkoordVan aan reden op ronde minuten voorstellen actie hulpvraag notulist uitkomst school kenmerk partij".split(
      " ",
    );

  it.each([
    ["things", { a: "Oddkanarie" }],
    ["long words", "Oddkanarie".repeat(300)],
    ["ids of nobody", "00000000-0000-4000-8000-00000000cafe"],
  ])("%s in every field: a calm answer, nothing kept of it, nothing in the log", async (_, value) => {
    const filled = Object.fromEntries(fields.map((field) => [field, value]));
    const kinds = [...new Map(newest(tokens).map((token) => [token.data.verb, token])).values()];
    await eachOf(kinds, async ({ owner, data }) => {
      const said = await answered(owner, { ...filled, ...data }, { name: "task/submit" });
      expect(said, data.verb).toMatch(/^\{"status":(200|503)/);
      if (!["noor", "bram", "peter", "saskia"].includes(owner)) expect(said).not.toMatch(zwaan.mark);
    });
    await s.settle();
    expect(JSON.stringify(s.logged)).not.toMatch(/oddkanarie|cafe/i);
    expect(await s.plaintext()).not.toMatch(/oddkanarie/i);
    await back();
  });
});
