import { z } from "zod/v4";

/** How long an adviesvraag is kept, per samenwerkingsverband; what is not set is as usual, an unknown one is refused. */
export const adviesvraagSettingsSchema = z.strictObject({
  /** After the answer. */
  bewaren_weken: z.int().min(1).max(12).default(4),
  /** Without an answer. */
  onbeantwoord_weken: z.int().min(4).max(26).default(12),
});
export type AdviesvraagSettings = Readonly<z.infer<typeof adviesvraagSettingsSchema>>;

export const usualAdviesvraagSettings: AdviesvraagSettings = adviesvraagSettingsSchema.parse({});
