/** What a command gives back: one JSON document on stdout, and an exit code (contract: 0 done, 1 refused, 2 usage). */
export interface Command {
  /** One Dutch line for the list of commands. */
  readonly about: string;
  /** How it is called, with its options, in Dutch. */
  readonly usage: string;
  run(args: readonly string[], io: Io): Promise<number>;
}

export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** One JSON document, or one line of a stream of them. */
  readonly out: (value: unknown) => void;
  /** Progress and words for people. */
  readonly say: (line: string) => void;
}

/** A refusal in the form that others rely on. */
export function refused(io: Io, code: string, message: string, more: object = {}): number {
  io.out({ error: { code, message, ...more } });
  return 1;
}

export class UsageError extends Error {}

/** For commands that take everything from the environment: an option with a typing error is not passed over. */
export function noArguments(args: readonly string[]): void {
  if (args.length > 0) throw new UsageError("Deze opdracht kent geen opties.");
}
