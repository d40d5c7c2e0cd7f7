/** An edit that left the house and of which nobody knows whether Teams took it, or when it still will. */
export interface Onzeker {
  readonly op: Temporal.Instant;
  /** Mark of what was sent; empty when different things were. */
  readonly afdruk: Buffer;
}

/** Until so long after it was sent, Teams may still put it over what was sent later. */
const landsWithin = { minutes: 2 } as const;

/** From then on what is sent has the last word. */
export const hasLanded = ({ op }: Onzeker): Temporal.Instant => op.add(landsWithin);

/** What may still come over an edit that was sent at this moment, and was confirmed. */
export function stillOpen(eerder: Onzeker | null, sentAt: Temporal.Instant): Onzeker | null {
  return eerder && Temporal.Instant.compare(sentAt, hasLanded(eerder)) < 0 ? eerder : null;
}

/** Whether something with this mark stands there, in whatever order Teams applied what was sent. */
export const agrees = (afdruk: Buffer | null, mark: Buffer): boolean =>
  afdruk === null || afdruk.equals(mark);
