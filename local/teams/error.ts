/** What the caller of the local service did wrong; over HTTP it becomes `{"error":{"code","message"}}`. */
export type LocalError = Error & { code: string };

export function localError(code: string, message: string): LocalError {
  return Object.assign(new Error(message), { code });
}

export function isLocalError(error: unknown): error is LocalError {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}
