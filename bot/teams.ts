import type { Card } from "#cards/card.ts";

/** Address of a conversation in Teams, as we keep it. */
export interface Address {
  readonly tenantId: string;
  readonly gesprekId: string;
  readonly serviceUrl: string;
}

/** Why the service did not take a message; decides whether we try again. */
export type SendProblem =
  /** Blocked, removed or never installed: this way is closed until the person writes to us. */
  | "onbereikbaar"
  /** The message we wanted to edit is gone: post a new one. */
  | "bericht_weg"
  | "te_groot"
  /** Refused for what it says: sending the same again changes nothing. */
  | "geweigerd"
  /** Throttled, away, or two things at once: later again. */
  | "later";

export type Sent =
  | { readonly ok: true; readonly activiteitId: string }
  | {
      readonly ok: false;
      readonly problem: SendProblem;
      readonly code: string;
      readonly retryAfterMs?: number;
      /** Teams said that it did nothing. Without this it may have been done, or still be done later. */
      readonly untouched?: true;
    };

/** The outside world of the courier. The real one speaks to the Bot Connector; nothing else may post. */
export interface TeamsPort {
  send(address: Address, card: Card, summary: string): Promise<Sent>;
  update(address: Address, activiteitId: string, card: Card, summary: string): Promise<Sent>;
  /** Takes a message of ours away; `bericht_weg` when it was gone already. */
  remove(address: Address, activiteitId: string): Promise<Sent>;
  /** Opens (or finds) the personal chat of a person by the identity in the own tenant. */
  open(
    serviceUrl: string,
    tenantId: string,
    objectId: string,
  ): Promise<{ readonly ok: true; readonly gesprekId: string } | (Sent & { readonly ok: false })>;
}
