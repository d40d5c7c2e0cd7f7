import { describe, expect, it } from "vitest";
import { agrees, stillOpen } from "#domain/bericht.ts";

const op = Temporal.Instant.from("2026-11-23T08:00:00Z");
const [named, neutral, both] = [Buffer.from("naam"), Buffer.from("neutraal"), Buffer.alloc(0)];

describe("an edit without an answer can still land on top of a later one", () => {
  it.each<[string, string, boolean]>([
    ["at once", "PT0S", true],
    ["just within two minutes", "PT1M59S", true],
    ["not any more after two minutes", "PT2M", false],
  ])("%s", (_, passed, open) => {
    const eerder = { op, afdruk: named };
    expect(stillOpen(eerder, op.add(passed))).toBe(open ? eerder : null);
    expect(stillOpen(null, op.add(passed))).toBe(null);
  });

  it.each<[string, Buffer | null, boolean]>([
    ["nothing else was sent", null, true],
    ["the same was sent", neutral, true],
    ["something else was sent", named, false],
    ["different things were sent", both, false],
  ])("which changes what stands there or not: %s", (_, afdruk, same) => {
    expect(agrees(afdruk, neutral)).toBe(same);
  });
});
