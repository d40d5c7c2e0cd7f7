import { z } from "zod/v4";

/** "2026-11-02" as a day of the calendar; null for any other text, and for a day that does not exist. */
export function readDate(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** "2026-11-02" from a form or a file, or the value a store has already made of it. */
export const plainDateSchema = z.union([
  z.instanceof(Temporal.PlainDate),
  z.string().transform((text, context) => {
    const date = readDate(text);
    if (date) return date;
    context.addIssue({ code: "custom", message: "no date" });
    return z.NEVER;
  }),
]);

/** "08:00" from a form or a file, or the value a store has already made of it. */
export const plainTimeSchema = z.union([
  z.instanceof(Temporal.PlainTime),
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, { abort: true })
    .transform((text) => Temporal.PlainTime.from(text)),
]);
