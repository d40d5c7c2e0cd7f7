import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadSamples } from "#test/gallery/cards.ts";
import { checkCard } from "./check-card.ts";

const samples = await loadSamples();
const folder = join(import.meta.dirname, "golden");
const fileOf = (name: string) => join(folder, `${name}.json`);

describe.each(samples)("card $name ($state)", ({ name, card }) => {
  it("is fit for every Teams client", () => {
    expect(checkCard(card())).toEqual([]);
  });

  it("is the card that was read and accepted", () => {
    const text = `${JSON.stringify(card(), null, 1)}\n`;
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(fileOf(name), text);
    expect(existsSync(fileOf(name)), `run with UPDATE_GOLDEN=1 and read ${name}.json`).toBe(true);
    expect(text).toBe(readFileSync(fileOf(name), "utf8"));
  });
});

describe("golden files of cards", () => {
  it("belong to a card that is still there", () => {
    const names = samples.map(({ name }) => `${name}.json`);
    expect(readdirSync(folder).filter((file) => !names.includes(file))).toEqual([]);
  });
});
