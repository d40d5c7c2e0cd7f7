import { describe, expect, it } from "vitest";
import { mayLandLater } from "#domain/bericht.ts";

const op = Temporal.Instant.from("2026-11-23T08:00:00Z");
const [named, neutral, both] = [Buffer.from("naam"), Buffer.from("neutraal"), Buffer.alloc(0)];

describe("an edit without an answer can still land on top of a later one", () => {
  it.each<[string, Buffer | null, string, boolean]>([
    ["nothing was open", null, "PT0S", false],
    ["it says the same", neutral, "PT0S", false],
    ["it says something else, at once", named, "PT0S", true],
    ["it says something else, just within two minutes", named, "PT1M59S", true],
    ["it says something else, two minutes later", named, "PT2M", false],
    ["different things were sent", both, "PT30S", true],
  ])("%s", (_, afdruk, passed, may) => {
    expect(mayLandLater(afdruk && { op, afdruk }, neutral, op.add(passed))).toBe(may);
  });
});
