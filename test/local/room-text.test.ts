import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actionName, type CardAction, indexActions } from "#local/room/web/action-index.ts";
import { conversationsOf, threads } from "#local/room/web/conversations.ts";
import { initials } from "#local/room/web/initials.ts";
import { escapeHtml, markdownToHtml } from "#local/room/web/markdown.ts";
import { readMessage, readWorld } from "#local/room/web/read.ts";
import { practiceSteps } from "#local/room/web/steps.ts";
import { dayAndTime, timeOfDay } from "#local/room/web/time.ts";
import type { Conversation } from "#local/room/web/types.ts";
import { sampleWorld } from "./room-world.ts";

describe("text from a bot or a person", () => {
  it.each([
    ["**vet** en *schuin* en _schuin_", "<p><strong>vet</strong> en <em>schuin</em> en <em>schuin</em></p>"],
    ["eerste\ntweede\n\nalinea", "<p>eerste<br>tweede</p><p>alinea</p>"],
    ["- een\n- twee", "<ul><li>een</li><li>twee</li></ul>"],
    ["Kies:\n1. een\n2. twee", "<p>Kies:</p><ol><li>een</li><li>twee</li></ol>"],
    ["snake_case_woord 2*3*4", "<p>snake_case_woord 2*3*4</p>"],
    ["<at>Noor</at> hoi", '<p><span class="mention">Noor</span> hoi</p>'],
    ["<b>&amp;</b>", "<p>&lt;b&gt;&amp;amp;&lt;/b&gt;</p>"],
    [
      "[hier](https://x.example/a_b_c?d=1&e=2)",
      '<p><a href="https://x.example/a_b_c?d=1&amp;e=2" target="_blank" rel="noopener noreferrer">hier</a></p>',
    ],
    ["[klik](javascript:alert(1))", "<p>[klik](javascript:alert(1))</p>"],
    ["[klik](data:text/html,x)", "<p>[klik](data:text/html,x)</p>"],
  ])("%j reads as Teams reads it", (text, html) => {
    expect(markdownToHtml(text)).toBe(html);
  });

  it("never becomes any tag but ours, whatever is typed", () => {
    const pieces = fc.constantFrom(
      "<",
      ">",
      '"',
      "'",
      "&",
      "*",
      "**",
      "_",
      "[",
      "](",
      ")",
      "https://a.b",
      "javascript:",
      "<at>",
      "</at>",
      "\n",
      "- ",
      "a",
      " ",
      "\u0000",
      "0",
    );
    const ours =
      /<(?:\/?(?:p|ul|ol|li|strong|em|br|a|span)|a href="https?:\/\/[^"<>]*" target="_blank" rel="noopener noreferrer"|span class="mention")>/g;
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const rest = markdownToHtml(parts.join("")).replaceAll(ours, "");
        expect(rest).not.toMatch(/[<>"]/);
      }),
      { numRuns: 2000 },
    );
  });

  it("escaping leaves nothing that HTML reads as code", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/);
      }),
    );
  });
});

describe("a button on a card", () => {
  const button = (more: object) => ({ type: "Action.Execute", ...more });
  const named = (card: object) => {
    const { actions } = indexActions(card as Record<string, unknown>);
    const all = [...actions.values()];
    return all.filter((one) => !one.isFallback).map((one: CardAction) => actionName(one, all));
  };

  it("is called by the name that no other button has", () => {
    expect(
      named({ actions: [button({ id: "a", verb: "v", title: "Ja" }), button({ verb: "v", title: "Nee" })] }),
    ).toEqual([
      { action: "a", nth: 0 },
      { action: "Nee", nth: 0 },
    ]);
  });

  it("is called by its place among those with the same name when there is nothing else", () => {
    const rows = ["x", "y", "z"].map((data) => ({
      actions: [button({ verb: "kies", title: "Kies", data: { data } })],
    }));
    expect(named({ body: rows })).toEqual([0, 1, 2].map((nth) => ({ action: "kies", nth })));
  });

  it("is not confused by its own alternative, nor by data that looks like a button", () => {
    const fallback = { type: "Action.Submit", title: "Ja" };
    const data = { inner: button({ title: "Ja" }) };
    expect(named({ actions: [button({ title: "Ja", verb: "ja", fallback, data })] })).toEqual([
      { action: "ja", nth: 0 },
    ]);
  });

  it("leaves the card that was given as it is", () => {
    const card = { actions: [button({ id: "a" })] };
    indexActions(card);
    expect(card.actions[0]).toEqual(button({ id: "a" }));
  });
});

describe("the list on the left", () => {
  const world = readWorld(JSON.parse(JSON.stringify(sampleWorld())));
  const person = (id: string) => world.people.find((one) => one.id === id) ?? world.people[0];

  it("has the chat with the bot first, then chats, then only the channels of one's own teams", () => {
    const noor = person("noor");
    expect(noor && conversationsOf(world, noor).map((one) => [one.kind, one.name])).toEqual([
      ["personal", "Zorgronde"],
      ["chat", "Kernteam"],
      ["channel", "Overlegrondes"],
    ]);
  });

  it("a reply in a channel stands under its post", () => {
    const channel: Conversation = { id: "c", kind: "channel", name: "c", about: "", members: [] };
    const messages = [
      { id: "1", in: "c", thread: "1" },
      { id: "2", in: "c", thread: "2" },
      { id: "3", in: "c;messageid=1" },
    ].map(readMessage);
    expect(
      threads(messages, channel).map(({ root, replies }) => [root.id, replies.map(({ id }) => id)]),
    ).toEqual([
      ["1", ["3"]],
      ["2", []],
    ]);
  });

  it("the ten steps name somebody of one's own team, and for the last somebody from outside", () => {
    const noor = person("noor");
    const steps = noor ? practiceSteps(world, noor) : [];
    expect(steps.map(({ who }) => who?.id)).toEqual([
      "noor",
      "noor",
      "noor",
      "samir",
      "marijke",
      "marijke",
      "noor",
      "samir",
      "noor",
      "lian",
    ]);
  });

  it.each([
    ["Noor van Dijk", "ND"],
    ["Marijke de Boer-Jansen", "MJ"],
    ["Lian", "L"],
  ])("%s gets initials %s", (name, letters) => expect(initials(name)).toBe(letters));
});

describe("times", () => {
  it.each([
    ["2026-09-14T07:30:00Z", "09:30"],
    ["2026-12-14T07:30:00Z", "08:30"],
    ["2026-09-14T07:30", "07:30"],
  ])("%s is %s on a Dutch wall", (at, shown) => expect(timeOfDay(at)).toBe(shown));

  it("what is no time shows nothing", () => expect(dayAndTime("straks")).toBe(""));
});
