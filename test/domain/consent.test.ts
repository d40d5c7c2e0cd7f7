import { describe, expect, it } from "vitest";
import { decideLine } from "#bot/command/decide-consent.ts";
import { consentTaken } from "#domain/consent-besluit.ts";
import { type Scenario, scenarios } from "./consent-scenario.ts";

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
    const wanted = wantTasks.split(" ").filter(Boolean);
    expect(sorted(tasks.map(({ code }) => code))).toBe(sorted(wanted));
  });

  it("has at least 180 of them, each its own and with its source", () => {
    expect(new Set(scenarios.map(({ facts }) => JSON.stringify(facts))).size).toBeGreaterThanOrEqual(180);
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
    expect(scenarios.every(({ source }) => source !== "")).toBe(true);
  });

  it.each(consentTaken)("knows when %s comes up, and when on the same ground it does not", (code) => {
    const has = ({ expected }: Scenario) => expected.split(/[ |]+/).includes(code);
    const grounds = (list: readonly Scenario[]) => new Set(list.map(groundOf));
    const without = grounds(scenarios.filter((one) => !has(one)));
    const with_ = grounds(scenarios.filter(has));
    expect([...with_].filter((ground) => without.has(ground)).length).toBeGreaterThan(0);
  });
});

function groundOf({ facts: { request } }: Scenario): unknown {
  return typeof request === "object" && request !== null && "mode" in request ? request.mode : null;
}
