import type { Clock, Log } from "#usecases/world.ts";

/** A code of ours or of a library; whatever has a space in it is somebody's words, and stays inside. */
const code = /^[\w/.:-]{1,80}$/;
const coded = (value: string | undefined): string | undefined =>
  value === undefined || code.test(value) ? value : "onleesbaar";

/** JSON lines on stderr: moment, level and the fields of a LogLine. Nothing else can be written with it. */
export function jsonLog(
  clock: Clock,
  write: (line: string) => void = (line) => process.stderr.write(line),
): Log {
  return (level, { status, ms, count, ...line }) => {
    const at = clock.now().toString({ smallestUnit: "millisecond" });
    const words = { code: coded(line.code), id: coded(line.id), kind: coded(line.kind) };
    write(`${JSON.stringify({ at, level, ...words, status, ms, count })}\n`);
  };
}
