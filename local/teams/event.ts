/** What happens in the local Teams, for the page (server-sent events) and for tests in the same process. */
import type { Call, Delivery } from "./core.ts";
import type { InboxItem } from "./view.ts";

export type EventMap = {
  message: { as: string; change: "new" | "edited" | "deleted"; item: InboxItem };
  typing: { as: string; in: string; thread?: string; from: string };
  toast: { as: string; in: string; from: string; summary: string };
  clock: { now: string };
  call: Call;
  delivery: Delivery;
  /** Something was kept that a snapshot would hold. */
  change: { rev: number };
};

export type Events = {
  on<Name extends keyof EventMap>(name: Name, listener: (event: EventMap[Name]) => void): () => void;
  /** False: nobody listens, so nothing has to be put together. */
  heard(name: keyof EventMap): boolean;
  emit<Name extends keyof EventMap>(name: Name, event: EventMap[Name]): void;
};

type Listeners = { [Name in keyof EventMap]: Set<(event: EventMap[Name]) => void> };

export function createEvents(): Events {
  const listeners: Listeners = {
    message: new Set(),
    typing: new Set(),
    toast: new Set(),
    clock: new Set(),
    call: new Set(),
    delivery: new Set(),
    change: new Set(),
  };
  return {
    on(name, listener) {
      const set: Set<typeof listener> = listeners[name];
      set.add(listener);
      return () => set.delete(listener);
    },
    heard: (name) => listeners[name].size > 0,
    emit(name, event) {
      for (const listener of listeners[name]) listener(event);
    },
  };
}
