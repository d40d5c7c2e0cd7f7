/** The outside of the courier: keeps what was sent and edited, as the real port would send it. */
import { randomUUID } from "node:crypto";
import type { TeamsPort } from "#bot/teams.ts";
import type { Card } from "#cards/card.ts";

export interface Said {
  readonly how: "send" | "update";
  readonly gesprekId: string;
  readonly activiteitId: string;
  readonly card: Card;
  readonly summary: string;
}

export interface RecordingTeams extends TeamsPort {
  readonly said: Said[];
  /** The next calls fail as a throttled service does. */
  throttle(calls: number): void;
}

export function recordingTeams(): RecordingTeams {
  const said: Said[] = [];
  let refusals = 0;
  const record = (how: Said["how"], gesprekId: string, activiteitId: string, card: Card, summary: string) => {
    if (refusals > 0) {
      refusals -= 1;
      return { ok: false, problem: "later", code: "429" } as const;
    }
    said.push({ how, gesprekId, activiteitId, card, summary });
    return { ok: true, activiteitId } as const;
  };
  return {
    said,
    throttle(calls) {
      refusals = calls;
    },
    send: async ({ gesprekId }, card, summary) => record("send", gesprekId, randomUUID(), card, summary),
    update: async ({ gesprekId }, activiteitId, card, summary) =>
      record("update", gesprekId, activiteitId, card, summary),
    remove: async (_, activiteitId) => ({ ok: true, activiteitId }),
    open: async () => ({ ok: false, problem: "onbereikbaar", code: "403" }),
  };
}
