import type { KeyRing } from "#database/kluis.ts";
import type { Database } from "#database/pool.ts";
import type { Outlook } from "#domain/outlook.ts";

/** The one source of time. */
export interface Clock {
  now(): Temporal.Instant;
}

/** Chance and ids, so that the domain never makes them. */
export interface Chance {
  uuid(): string;
  /** A whole number from 0 up to and not including `below`. */
  number(below: number): number;
  bytes(count: number): Buffer;
}

/** One neutral mail with a calendar file; src/outside/mail.ts sends it. */
export interface MailPort {
  send(mail: {
    readonly id: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly file: { readonly name: string; readonly body: string } | null;
  }): Promise<
    | { readonly ok: true }
    | { readonly ok: false; readonly problem: "later" | "geweigerd"; readonly code: string }
  >;
}

/** A log line has these fields and no others, so that no text of a case can slip in. */
export interface LogLine {
  readonly code: string;
  readonly id?: string;
  readonly kind?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly count?: number;
}
export type Log = (level: "info" | "warning" | "error", line: LogLine) => void;

/** Everything a use case needs from outside itself. */
export interface World {
  readonly database: Database;
  /** The login that may read releases for a channel and nothing else. */
  readonly channel: Database;
  /** The login that may read rounds and attendance by function and nothing else. */
  readonly digest: Database;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  readonly swvId: string;
  /** Where files and calendars are fetched; no trailing slash. */
  readonly publicUrl: string;
  /** Where mail is set up; without it who has no own chat hears nothing by mail. */
  readonly mail?: MailPort;
  readonly outlook: Outlook;
  /** Called after a commit that left notices or timers behind. */
  readonly wake: () => void;
}

/** Who plans need not give a link: the meeting comes with the event. */
export function linkVanzelf({ outlook }: Pick<World, "outlook">): boolean {
  return outlook.postbus !== null;
}

/** A refusal that a person can cause is a value, with what is needed to explain it. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
