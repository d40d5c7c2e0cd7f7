import { describe, expect, it } from "vitest";
import { execute, refresh } from "#cards/button.ts";
import { type Card, card } from "#cards/card.ts";
import { textInput } from "#cards/input.ts";
import { paragraph } from "#cards/text.ts";
import { checkCard } from "./check-card.ts";

const token = (verb: string) => `zegel.${verb}`;

const good = () =>
  card({
    kind: "Proef",
    title: "Een goede kaart",
    body: [paragraph("Tekst."), textInput({ id: "naam", label: "Naam", maxLength: 10, required: "Vul in." })],
    actions: [execute({ title: "Verder", verb: "go-on", token })],
    refresh: refresh({ verb: "show", token, userIds: ["29:een"] }),
    fallbackText: "Een kaart.",
  });

/** The good card with one thing wrong, and a word from the problem that must then be named. */
const wrong: [problem: string, spoil: (card: Card) => object][] = [
  ["version is not 1.5", (c) => ({ ...c, version: "1.6" })],
  ["language is not nl", (c) => ({ ...c, lang: "en" })],
  ["fallbackText is missing", (c) => ({ ...c, fallbackText: " " })],
  ["0 headings", (c) => ({ ...c, body: [paragraph("Tekst.")] })],
  ["2 headings", (c) => ({ ...c, body: [...c.body, c.body[0]] })],
  ["more than 28672", (c) => ({ ...c, body: [...c.body, paragraph("x".repeat(15_000))] })],
  ["does not wrap", (c) => ({ ...c, body: [...c.body, { type: "TextBlock", text: "x" }] })],
  ["is an empty text", (c) => ({ ...c, body: [...c.body, paragraph("")] })],
  ["shows a hole", (c) => ({ ...c, body: [...c.body, paragraph(`Tot ${String(undefined)}`)] })],
  ["shows a hole", (c) => ({ ...c, body: [...c.body, paragraph(`${String({})}`)] })],
  ["shows a token", (c) => ({ ...c, body: [...c.body, paragraph("zegel.go-on")] })],
  [
    "has no altText",
    (c) => ({ ...c, body: [...c.body, { type: "Image", url: "https://example.org/a.png" }] }),
  ],
  ["has no label", (c) => ({ ...c, body: [...c.body, { type: "Input.Text", id: "x", maxLength: 5 }] })],
  [
    "without errorMessage",
    (c) => ({ ...c, body: [...c.body, { type: "Input.Date", id: "x", label: "x", isRequired: true }] }),
  ],
  ["has no maxLength", (c) => ({ ...c, body: [...c.body, { type: "Input.Text", id: "x", label: "x" }] })],
  ["the same id", (c) => ({ ...c, body: [...c.body, c.body[2]] })],
  [
    "has no header row",
    (c) => ({ ...c, body: [...c.body, { type: "Table", firstRowAsHeaders: false, columns: [], rows: [] }] }),
  ],
  ["newer than 1.5", (c) => ({ ...c, body: [...c.body, { type: "Badge", text: "Nieuw" }] })],
  ["Unknown element type", (c) => ({ ...c, body: [...c.body, { type: "Badge", text: "Nieuw" }] })],
  ["Invalid value", (c) => ({ ...c, body: [...c.body, { ...paragraph("x"), color: "blauw" }] })],
  ["more than six actions", (c) => ({ ...c, actions: Array(7).fill(c.actions?.[0]) })],
  ["title of 31 characters", (c) => ({ ...c, actions: [{ ...c.actions?.[0], title: "x".repeat(31) }] })],
  [
    "no Action.Submit with the same data",
    (c) => ({ ...c, actions: [{ ...c.actions?.[0], fallback: undefined }] }),
  ],
  [
    "no https address",
    (c) => ({ ...c, actions: [{ type: "Action.OpenUrl", title: "x", url: "http://example.org" }] }),
  ],
  ["more than 60 people", (c) => ({ ...c, refresh: { ...c.refresh, userIds: Array(61).fill("29:x") } })],
];

describe("a card that goes out", () => {
  it("has no problems when it is made of our blocks", () => {
    expect(checkCard(good())).toEqual([]);
  });

  it.each(wrong)("is refused when: %s", (problem, spoil) => {
    expect(checkCard(spoil(good())).join("\n")).toContain(problem);
  });

  it("may hold a newer element that says what to show instead", () => {
    const badge = { type: "Badge", text: "Nieuw", fallback: paragraph("Nieuw") };
    expect(checkCard({ ...good(), body: [...good().body, badge] })).toEqual([]);
  });
});
