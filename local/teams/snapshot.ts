/** A local run survives a restart: the state as one JSON file, written aside and then moved into place. */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Core } from "./core.ts";
import { localError } from "./error.ts";
import { isRecord, parseJson } from "./json.ts";
import { noteMessage } from "./message.ts";
import type { State } from "./state.ts";

export const SNAPSHOT_VERSION = 1;
export type Snapshot = { version: number; state: State };

const KEYS: (keyof State)[] = ["world", "conversations", "messages", "views", "installed", "lastId", "rev"];
const SAVE_AFTER_MS = 250;

export function snapshot(core: Core): Snapshot {
  return { version: SNAPSHOT_VERSION, state: structuredClone(core.state) };
}

export function restore(core: Core, saved: unknown): void {
  if (!isSnapshot(saved)) throw localError("bad-snapshot", "Dit is geen bewaarde stand van de lokale Teams.");
  Object.assign(core.state, structuredClone(saved.state));
  core.byId.clear();
  core.changes.length = 0;
  for (const message of core.state.messages) noteMessage(core, message);
  core.changes.sort((left, right) => left.rev - right.rev);
}

function isSnapshot(value: unknown): value is Snapshot {
  if (!isRecord(value) || value.version !== SNAPSHOT_VERSION || !isRecord(value.state)) return false;
  const { state } = value;
  return KEYS.every((key) => key in state);
}

export function readStateFile(path: string): unknown {
  try {
    return parseJson(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Saves a little after the last change; the returned function saves now and stops. */
export function keepSaving(core: Core, path: string): () => void {
  let timer: NodeJS.Timeout | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    const aside = `${path}.new`;
    writeFileSync(aside, JSON.stringify(snapshot(core)), { mode: 0o600 });
    renameSync(aside, path);
  };
  const off = core.events.on("change", () => {
    timer ??= setTimeout(save, SAVE_AFTER_MS).unref();
  });
  return () => {
    off();
    save();
  };
}
