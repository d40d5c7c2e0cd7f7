import { z } from "zod/v4";

/** How long an adviesvraag is kept, per samenwerkingsverband; what is not set is as usual, an unknown one is refused. */
export const adviesvraagSettingsSchema = z.strictObject({
  /** Whether one may be asked at all without the consent of the parents (privacy.md §4, e). */
  stellen: z.enum(["zonder_toestemming", "alleen_met_toestemming"]).default("zonder_toestemming"),
  /** After the answer. */
  bewaren_weken: z.int().min(1).max(12).default(4),
  /** Without an answer. */
  onbeantwoord_weken: z.int().min(4).max(26).default(12),
});
export type AdviesvraagSettings = Readonly<z.infer<typeof adviesvraagSettingsSchema>>;

export const usualAdviesvraagSettings: AdviesvraagSettings = adviesvraagSettingsSchema.parse({});
