import { z } from "zod/v4";

/**
 * How a samenwerkingsverband decides about consent where the law leaves room; the term for objections stands with the
 * other terms. What is not set is decided in the way that protects the child most; an unknown one is refused.
 * The reasons: docs/decisions/0019-consent-decision.md.
 */
export const toestemmingSettingsSchema = z.strictObject({
  /** A pupil of 12 to 15: asked (a no blocks, silence does not), or required to consent too. */
  stem_leerling: z.enum(["gevraagd", "vereist"]).default("gevraagd"),
  /** Whether informing the parents without their yes is a ground at all (AVG art. 6). */
  instemming: z.enum(["toegestaan", "niet_toegestaan"]).default("toegestaan"),
  /** The same for a question about health (UAVG art. 30 asks for an explicit yes). */
  instemming_gezondheid: z.enum(["toegestaan", "niet_toegestaan"]).default("niet_toegestaan"),
  /** Parents who live together: whether one signature is enough (BW 1:253i). */
  een_handtekening: z.enum(["genoeg_bij_samen", "nooit_genoeg"]).default("nooit_genoeg"),
  /** Whether the consent of the parents ends when the pupil turns sixteen. */
  zestien_jaar: z.enum(["opnieuw_vragen", "blijft_gelden"]).default("opnieuw_vragen"),
  /** The objection of a pupil of 12 to 15. */
  bezwaar_leerling: z.enum(["blokkeert", "vastleggen"]).default("blokkeert"),
  /** A parent with gezag who cannot be reached. */
  onbereikbare_ouder: z.enum(["blokkeert", "andere_ouder_genoeg"]).default("blokkeert"),
});
export type ToestemmingSettings = Readonly<z.infer<typeof toestemmingSettingsSchema>>;

export const usualToestemmingSettings: ToestemmingSettings = toestemmingSettingsSchema.parse({});
