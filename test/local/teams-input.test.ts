import * as AC from "adaptivecards";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findAction, inputsFor, partsOf } from "#local/teams/card.ts";
import { gather } from "#local/teams/input.ts";
import { adaptive, answer, connector, personalChat, type Running, run, sent } from "./teams-bot.ts";

type Content = Record<string, unknown>;
const one = (input: Content, given?: unknown) =>
  gather([{ id: "x", ...input }], given === undefined ? {} : { x: given });
const choices = [
  { title: "Eén", value: "1" },
  { title: "Twee", value: "2" },
];

describe("what an input sends", () => {
  it.each<[string, Content, unknown, string | undefined]>([
    ["text", { type: "Input.Text" }, "hoi", "hoi"],
    ["untouched text with a value", { type: "Input.Text", value: "al" }, undefined, "al"],
    ["untouched text without: nothing", { type: "Input.Text" }, undefined, undefined],
    ["emptied text: nothing", { type: "Input.Text", value: "al" }, "", undefined],
    ["a number as text", { type: "Input.Number" }, 5, "5"],
    ["a number's own value", { type: "Input.Number", value: 3 }, undefined, "3"],
    ["an untouched toggle: off", { type: "Input.Toggle" }, undefined, "false"],
    ["a ticked toggle", { type: "Input.Toggle" }, true, "true"],
    ["a toggle with words of its own", { type: "Input.Toggle", valueOn: "ja", valueOff: "nee" }, true, "ja"],
    ["the same, not ticked", { type: "Input.Toggle", valueOn: "ja", valueOff: "nee" }, false, "nee"],
    ["a toggle that is on", { type: "Input.Toggle", value: "true" }, undefined, "true"],
    ["a choice", { type: "Input.ChoiceSet", choices }, "2", "2"],
    ["a choice by its title", { type: "Input.ChoiceSet", choices }, "Twee", "2"],
    ["several choices", { type: "Input.ChoiceSet", isMultiSelect: true, choices }, ["Eén", "2"], "1,2"],
    [
      "several choices, untouched",
      { type: "Input.ChoiceSet", isMultiSelect: true, value: "2,1", choices },
      undefined,
      "2,1",
    ],
    ["no choice: nothing", { type: "Input.ChoiceSet", choices }, undefined, undefined],
    ["a date", { type: "Input.Date" }, "2026-06-12", "2026-06-12"],
    ["a time", { type: "Input.Time" }, "09:30", "09:30"],
  ])("%s", (_what, input, given, value) => {
    expect(one(input, given)).toEqual({ values: value === undefined ? {} : { x: value }, problems: [] });
  });

  it("is nothing without an id", () => {
    expect(gather([{ type: "Input.Text", isRequired: true, value: "x" }], {})).toEqual({
      values: {},
      problems: [],
    });
  });
});

describe("what the client refuses", () => {
  it.each<[string, Content, unknown]>([
    ["a required text left empty", { type: "Input.Text", isRequired: true }, undefined],
    ["a required number left empty", { type: "Input.Number", isRequired: true }, undefined],
    ["a required choice not made", { type: "Input.ChoiceSet", isRequired: true, choices }, undefined],
    ["a required toggle not ticked", { type: "Input.Toggle", isRequired: true }, false],
    ["text that does not fit the pattern", { type: "Input.Text", regex: "^[0-9]{4}$" }, "12"],
    ["text that is too long", { type: "Input.Text", maxLength: 3 }, "vier"],
    ["what is no number", { type: "Input.Number" }, "veel"],
    ["a number below the least", { type: "Input.Number", min: 1 }, 0],
    ["a number above the most", { type: "Input.Number", max: 10 }, 11],
    ["a date before the first", { type: "Input.Date", min: "2026-06-12" }, "2026-06-11"],
    ["a date after the last", { type: "Input.Date", max: "2026-06-12" }, "2026-06-13"],
    ["a date in another order", { type: "Input.Date" }, "12-06-2026"],
    ["a time before the first", { type: "Input.Time", min: "09:00" }, "08:59"],
    ["a time that does not exist", { type: "Input.Time" }, "24:00"],
    ["a choice that is not there", { type: "Input.ChoiceSet", choices }, "3"],
  ])("%s", (_what, input, given) => {
    expect(one({ ...input, errorMessage: "Let op" }, given).problems).toEqual([
      { id: "x", message: "Let op" },
    ]);
  });

  it.each<[string, Content, unknown]>([
    ["the pattern matches a part", { type: "Input.Text", regex: "[0-9]" }, "groep 4"],
    ["an empty text that has a pattern", { type: "Input.Text", regex: "^[0-9]{4}$" }, undefined],
    ["an empty number that has a least", { type: "Input.Number", min: 1 }, undefined],
    ["the least and the most themselves", { type: "Input.Number", min: 4, max: 4 }, 4],
    [
      "a choice found by searching",
      { type: "Input.ChoiceSet", choices: [], "choices.data": { dataset: "x" } },
      "z",
    ],
    ["a required toggle that is ticked", { type: "Input.Toggle", isRequired: true }, true],
  ])("but not: %s", (_what, input, given) => {
    expect(one(input, given).problems).toEqual([]);
  });

  it("a value for what is not on the card", () => {
    expect(gather([], { rol: "directeur" }).problems).toMatchObject([{ id: "rol" }]);
  });
});

/** A card of nested parts, with buttons and inputs at every level. */
const cards = fc.letrec((tie) => ({
  input: fc.integer({ min: 0, max: 1e6 }).map((n) => ({ type: "Input.Text", id: `in${n}` })),
  button: fc.record({
    type: fc.constantFrom("Action.Submit", "Action.Execute"),
    title: fc.integer({ min: 0, max: 1e6 }).map((n) => `knop${n}`),
    associatedInputs: fc.constantFrom("auto", "none"),
  }),
  box: fc.array(tie("item"), { maxLength: 3 }).map((items) => ({ type: "Container", items })),
  columns: fc
    .array(tie("item"), { maxLength: 2 })
    .map((items) => ({ type: "ColumnSet", columns: [{ type: "Column", items }] })),
  set: fc
    .array(tie("action"), { minLength: 1, maxLength: 2 })
    .map((actions) => ({ type: "ActionSet", actions })),
  item: fc.oneof({ maxDepth: 4 }, tie("input"), tie("set"), tie("box"), tie("columns")),
  fold: tie("card").map((card) => ({ type: "Action.ShowCard", title: "meer", card })),
  action: fc.oneof({ maxDepth: 3 }, tie("button"), tie("fold")),
  card: fc.record({
    type: fc.constant("AdaptiveCard"),
    version: fc.constant("1.5"),
    body: fc.array(tie("item"), { maxLength: 4 }),
    actions: fc.array(tie("action"), { maxLength: 3 }),
  }),
}));

it("the inputs that travel with a button are those of the official renderer", () => {
  let compared = 0;
  fc.assert(
    fc.property(cards.card, (content) => {
      const json: Content = JSON.parse(JSON.stringify(content));
      const official = new AC.AdaptiveCard();
      official.parse(json, new AC.SerializationContext(AC.Versions.v1_5));
      const theirs = new Map(everyAction(official).map((action) => [action.title, action]));
      const parts = partsOf(json);
      for (const { node } of parts.actions) {
        const name = String(node.title);
        const found = findAction(parts, name);
        const action = theirs.get(name);
        const unique = parts.actions.filter((other) => other.node.title === name).length === 1;
        if (!found || !unique || !(action instanceof AC.SubmitAction)) continue;
        const wanted = Object.keys(action.getReferencedInputs() ?? {}).sort();
        const ours = [...new Set(inputsFor(parts, found).map((input) => String(input.id)))].sort();
        expect(ours).toEqual(wanted);
        compared += 1;
      }
    }),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(100);
});

function everyAction(card: AC.AdaptiveCard): AC.Action[] {
  const found: AC.Action[] = [];
  const add = (action: AC.Action) => {
    found.push(action);
    if (action instanceof AC.ShowCardAction) found.push(...everyAction(action.card));
  };
  for (let n = 0; n < card.getActionCount(); n += 1) {
    const action = card.getActionAt(n);
    if (action) add(action);
  }
  const visit = (element: AC.CardElement) => {
    if (element instanceof AC.ActionSet) {
      for (let n = 0; n < element.getActionCount(); n += 1) {
        const action = element.getActionAt(n);
        if (action) add(action);
      }
    }
    if (element instanceof AC.CardElementContainer) {
      for (let n = 0; n < element.getItemCount(); n += 1) visit(element.getItemAt(n));
    }
  };
  for (let n = 0; n < card.getItemCount(); n += 1) visit(card.getItemAt(n));
  return found;
}

describe("through the service", () => {
  let running: Running;
  beforeEach(async () => {
    running = await run();
    running.does((context) => answer(context, 200));
  });
  afterEach(() => running.stop());

  async function post(content: Content) {
    const made = await connector(running.service).conversations.sendToConversation(
      personalChat(running.service, "noor"),
      sent({ type: "message", attachments: [adaptive(content)] }),
    );
    return made.id;
  }
  const sentData = () => running.heard.at(-1)?.value.action.data;
  const form = {
    body: [{ type: "Input.Text", id: "naam", isRequired: true, errorMessage: "Wie?" }],
    actions: [
      { type: "Action.Execute", title: "Bewaar", data: { nr: 1 } },
      { type: "Action.Execute", title: "Annuleer", associatedInputs: "none" },
      {
        type: "Action.ShowCard",
        title: "Meer",
        card: {
          type: "AdaptiveCard",
          body: [{ type: "Input.Text", id: "binnen", isRequired: true }],
          actions: [{ type: "Action.Execute", title: "Binnen" }],
        },
      },
    ],
  };

  it("what is wrong is not sent, and says why", async () => {
    const id = await post(form);
    const result = await running.service.press({ as: "noor", message: id, action: "Bewaar" });
    expect(result).toEqual({
      status: "invalid",
      error: { code: "invalid", message: "naam: Wie?", inputs: [{ id: "naam", message: "Wie?" }] },
    });
    expect(running.heard).toEqual([]);
  });

  it("a button without inputs asks for none", async () => {
    const id = await post(form);
    expect(await running.service.press({ as: "noor", message: id, action: "Annuleer" })).toMatchObject({
      status: "ok",
    });
    expect(sentData()).toEqual({});
  });

  it("what is folded away is neither checked nor sent; what is around an unfolded button is", async () => {
    const id = await post(form);
    await running.service.press({ as: "noor", message: id, action: "Bewaar", data: { naam: "A" } });
    expect(sentData()).toEqual({ nr: 1, naam: "A" });
    const data = { naam: "A", binnen: "B" };
    await running.service.press({ as: "noor", message: id, action: "Binnen", data });
    expect(sentData()).toEqual(data);
  });

  it("a lying client sends anything, also over the data of the button", async () => {
    const id = await post(form);
    const data = { nr: 999, rol: "directeur" };
    await running.service.press({ as: "noor", message: id, action: "Bewaar", data, force: true });
    expect(sentData()).toEqual(data);
  });

  it("a button that is switched off does nothing", async () => {
    const id = await post({ actions: [{ type: "Action.Execute", title: "Uit", isEnabled: false }] });
    const result = await running.service.press({ as: "noor", message: id, action: "Uit" });
    expect(result).toMatchObject({ status: "error", error: { code: "disabled" } });
  });
});
