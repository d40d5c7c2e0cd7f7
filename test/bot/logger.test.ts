import fc from "fast-check";
import { expect, it } from "vitest";
import { jsonLog } from "#bot/logger.ts";
import { stoppedClock } from "#local/clock.ts";

const lines: string[] = [];
const log = jsonLog(stoppedClock("2026-11-23T08:00:00Z"), (line) => lines.push(line));

it("logboek / a line is a moment, a level and codes, on one line", () => {
  log("info", { code: "beurt", kind: "adaptiveCard/action", ms: 12 });
  const line =
    '{"at":"2026-11-23T08:00:00.000Z","level":"info","code":"beurt","kind":"adaptiveCard/action","ms":12}\n';
  expect(lines.splice(0)).toEqual([line]);
});

it("logboek / whatever is handed to it, no words of a person come out", () => {
  const words = fc.constantFrom(
    "Sem Kanarie",
    "Sem\nKanarie",
    "12-03-2016 Kanarie",
    "é Kanarie",
    "<Kanarie>",
  );
  fc.assert(
    fc.property(words, fc.constantFrom("code", "id", "kind", "anders"), (text, field) => {
      log("error", Object.assign({ code: "proef" }, { [field]: text }));
      const [line = "", ...more] = lines.splice(0);
      expect(more).toEqual([]);
      expect(line).not.toContain("Kanarie");
      expect(line.indexOf("\n")).toBe(line.length - 1);
    }),
  );
});
