/**
 * HV-nnnn: what people call a hulpvraag aloud. Random per SZT, not reused for two school years, never a key
 * and never enough to see anything.
 */
import { z } from "zod/v4";

export const referencePattern = /^HV-\d{4}$/;
export const referenceSchema = z.string().regex(referencePattern).brand<"Reference">();
export type Reference = z.infer<typeof referenceSchema>;

/** No leading zeros: people drop them when they speak or type. */
const first = 1000;
const last = 9999;

/**
 * @param random a number in [0, 1), as Math.random gives; it must not be derived from the hulpvraag
 * @param taken the references this SZT used in the past two school years
 */
export function pickReference(random: () => number, taken: ReadonlySet<string>): Reference {
  const free: string[] = [];
  for (let number = first; number <= last; number += 1) {
    const reference = `HV-${number}`;
    if (!taken.has(reference)) free.push(reference);
  }
  const picked = free[Math.floor(random() * free.length)];
  if (picked === undefined) throw new RangeError("no free reference, or random() left [0, 1)");
  return referenceSchema.parse(picked);
}

/** What a person typed, such as "hv 1234" or "HV1234"; undefined when it is no reference. */
export function readReference(input: string): Reference | undefined {
  const digits = /^#?\s*hv[\s\-‐‑–—:#]*(\d{4})$/iu.exec(input.trim())?.[1];
  return digits === undefined ? undefined : referenceSchema.parse(`HV-${digits}`);
}
