import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { signalsDanger } from "#domain/crisis.ts";

const lines = (file: string): string[] =>
  readFileSync(new URL(`./fixtures/${file}`, import.meta.url), "utf8")
    .trim()
    .split("\n");
const danger = lines("crisis-danger.txt");
const calm = lines("crisis-calm.txt");

describe("a message about danger or abuse", () => {
  it.each(danger)("gets the crisis card: %s", (line) => {
    expect(signalsDanger(line)).toBe(true);
  });

  it.each(danger)("also in capitals, inside another message and with accents: %s", (line) => {
    expect(signalsDanger(line.toUpperCase())).toBe(true);
    expect(signalsDanger(`Hoi! Graag een agenda voor dinsdag. ${line}. Dank je wel.`)).toBe(true);
    expect(signalsDanger(line.replaceAll("e", "é").replaceAll("i", "i\u0308"))).toBe(true);
    expect(signalsDanger(`<at>Zorgronde</at> ${line.replaceAll(" ", "\u00a0")}`)).toBe(true);
  });
});

describe("a message about daily work", () => {
  it.each(calm)("gets no crisis card: %s", (line) => {
    expect(signalsDanger(line)).toBe(false);
  });

  it("gets no crisis card because of two sentences that have nothing to do with each other", () => {
    expect(
      signalsDanger("Hij wil graag een andere plek. Dood hout ligt op het plein. Niet meer. Leven!"),
    ).toBe(false);
  });
});

it("reads twenty thousand characters within a second, whatever they are", () => {
  const texts = [
    "a",
    "dood ",
    "hij slaat ",
    "wil ".repeat(3),
    "zelfmoor ",
    "niet meer ",
    "het ",
    ". ",
    "<at>",
    "haar ",
  ];
  for (const text of texts) {
    const long = text.repeat(Math.ceil(20_000 / text.length));
    const before = performance.now();
    signalsDanger(long);
    expect(performance.now() - before).toBeLessThan(1_000);
  }
});
