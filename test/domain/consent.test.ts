import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideLine } from "#bot/command/decide-consent.ts";
import { consentTaken } from "#domain/consent-besluit.ts";
import { scenarios } from "./consent-scenario.ts";

const clock = Temporal.PlainDateTime.from("2026-11-20T12:00");

interface Decision {
  readonly discuss: string;
  readonly nameVisibleTo: readonly string[];
  readonly channel: { readonly post: boolean; readonly fields: readonly string[] };
  readonly externals: string;
  readonly regierol: string;
  readonly tasks: readonly { readonly code: string }[];
}
const channels: Readonly<Record<string, string>> = {
  "caseRef status regierolRole nextDate loketForwarded": "alles",
  "caseRef status nextDate": "kort",
  anonymousConsultation: "anoniem",
  "": "-",
};
const sorted = (words: readonly string[]) => [...words].sort().join(" ");

describe("consent, scenario by scenario", () => {
  it.each(scenarios)("$name ($source)", ({ facts, expected }) => {
    const { ok, value } = decideLine(JSON.stringify(facts), clock);
    expect(ok).toBe(true);
    const { discuss, nameVisibleTo, channel, externals, regierol, tasks } = value as Decision;
    const fields = channel.fields.join(" ");
    const [wantDiscuss, wantNames = "", wantChannel, wantExternals, wantRegierol, wantTasks = ""] = expected
      .split("|")
      .map((part) => part.trim());
    expect(`${discuss} | ${sorted(nameVisibleTo)} | ${channels[fields]} | ${externals} | ${regierol}`).toBe(
      `${wantDiscuss} | ${sorted(wantNames.split(" ").filter(Boolean))} | ${wantChannel} | ${wantExternals} | ${wantRegierol}`,
    );
    expect(channel.post).toBe(channel.fields.length > 0);
    const wanted = wantTasks.split(" ").filter((code) => code !== "" && !code.endsWith("?"));
    expect(sorted(tasks.map(({ code }) => code))).toBe(sorted(wanted));
  });

  it("has at least 150 of them, each with a source, and every task comes up", () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(150);
    expect(new Set(scenarios.map(({ facts }) => JSON.stringify(facts))).size).toBeGreaterThan(145);
    const all = scenarios.map(({ expected }) => expected).join(" ");
    expect(consentTaken.filter((code) => !all.includes(code))).toEqual([]);
    expect(scenarios.every(({ source }) => source !== "")).toBe(true);
  });
});

describe("decide-consent, line by line", () => {
  it("answers a line it cannot read with an error that repeats nothing of it", () => {
    for (const line of [
      "nee",
      "[]",
      '{"now":"gisteren"}',
      '{"answers":[{"party":"Sem Kanarie"}]}',
      '{"gezag":{"type":"Sem Kanarie"}}',
    ]) {
      const { ok, value } = decideLine(line, clock);
      expect(ok).toBe(false);
      expect(value).toMatchObject({ error: { code: "onleesbaar" } });
      expect(JSON.stringify(value)).not.toContain("Kanarie");
    }
  });

  it("comes to a decision for whatever can be read", () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 3 }), (sent) => {
        const { value } = decideLine(JSON.stringify(sent), clock);
        expect("error" in value || "discuss" in value).toBe(true);
      }),
    );
  });
});
