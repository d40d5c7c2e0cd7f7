import type { Clock, Log } from "#usecases/world.ts";

/** JSON lines on stderr: moment, level and the fields of a LogLine. Nothing else can be written with it. */
export function jsonLog(
  clock: Clock,
  write: (line: string) => void = (line) => process.stderr.write(line),
): Log {
  return (level, { code, id, kind, status, ms, count }) => {
    const at = clock.now().toString({ smallestUnit: "millisecond" });
    write(`${JSON.stringify({ at, level, code, id, kind, status, ms, count })}\n`);
  };
}
