/**
 * What went wrong in the database, without any value that somebody typed. The server's own words can hold one
 * ("invalid input syntax for type date: …", "Key (email)=(…) already exists"), so they stay behind.
 */
export class DatabaseError extends Error {
  /** SQLSTATE: `23505` is a double, `ZR…` one of our own rules. */
  readonly code: string;
  readonly constraint: string | undefined;
  readonly table: string | undefined;

  constructor(facts: { code: string; constraint?: string; table?: string; words?: string }) {
    super(["database", facts.code, facts.constraint, facts.table, facts.words].filter(Boolean).join(" "));
    this.name = "DatabaseError";
    this.code = facts.code;
    this.constraint = facts.constraint;
    this.table = facts.table;
  }

  /** Two transactions were in each other's way; the same work can succeed a moment later. */
  get passes(): boolean {
    return this.code === "40001" || this.code === "40P01";
  }

  /**
   * The connection holds a statement from before the schema changed, or one that the server has lost. Nothing was
   * done; on another connection it succeeds (0042).
   */
  get outdated(): boolean {
    return this.code === "0A000" || this.code === "26000";
  }
}

/** The database cannot be reached, or the connection fell away. */
export class DatabaseAway extends Error {
  readonly code: string;
  /** The connection fell away while committing: nobody knows whether the work stands. */
  readonly maybeCommitted: boolean;

  constructor(code: string, maybeCommitted = false) {
    super(`database away ${code}`);
    this.name = "DatabaseAway";
    this.code = code;
    this.maybeCommitted = maybeCommitted;
  }
}

/** Connection exceptions, shutdown, still starting up, too many connections. */
const awayStates = /^(08...|57P0[1235]|53300)$/;
/** pg has no codes for these. */
const awayWords =
  /^(Connection terminated|timeout exceeded|Query read timeout|Client (has encountered|was closed))/;

/** `committing`: the statement under way was the commit. */
export function failureOf(error: unknown, committing = false): DatabaseError | DatabaseAway {
  if (error instanceof DatabaseError || error instanceof DatabaseAway) return error;
  const code = textOf(error, "code");
  if (isSqlState(error, code)) {
    return awayStates.test(code) ? new DatabaseAway(code, committing) : stated(error, code);
  }
  if (code !== undefined && /^E[A-Z_]+$/.test(code)) return new DatabaseAway(code, committing);
  const words = error instanceof Error ? error.message : "";
  if (awayWords.test(words)) return new DatabaseAway("CONNECTION_LOST", committing);
  return new DatabaseError({ code: "UNKNOWN" });
}

/** Class 42 (syntax, unknown names, no permission) is about our own SQL text, in which no values stand. */
function stated(error: unknown, code: string): DatabaseError {
  const constraint = textOf(error, "constraint");
  const table = textOf(error, "table");
  const words = code.startsWith("42") && error instanceof Error ? error.message : undefined;
  return new DatabaseError({
    code,
    ...(constraint === undefined ? {} : { constraint }),
    ...(table === undefined ? {} : { table }),
    ...(words === undefined ? {} : { words }),
  });
}

function isSqlState(error: unknown, code: string | undefined): code is string {
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && textOf(error, "severity") !== undefined;
}

function textOf(error: unknown, field: string): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const value: unknown = Reflect.get(error, field);
  return typeof value === "string" ? value : undefined;
}
