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

/** After a later edit with this mark was confirmed: whether the earlier one can still come over it, with something else. */
export function mayLandLater(eerder: Onzeker | null, mark: Buffer, sentAt: Temporal.Instant): boolean {
  if (!eerder || eerder.afdruk.equals(mark)) return false;
  return Temporal.Instant.compare(sentAt, hasLanded(eerder)) < 0;
}
