/** Reading JSON that came from outside without believing anything about its shape. */
export type Json = Record<string, unknown>;

export function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function record(value: unknown): Json {
  return isRecord(value) ? value : {};
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** `at(activity, "channelData", "tenant", "id")`: undefined wherever the way stops. */
export function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((here, key) => (isRecord(here) ? here[key] : undefined), value);
}

export function parseJson(source: string): unknown {
  if (source === "") return undefined;
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
