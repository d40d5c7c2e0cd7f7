import { z } from "zod/v4";

const maanden = (min: number, max: number, usual: number) => z.int().min(min).max(max).default(usual);

/**
 * How long a samenwerkingsverband keeps what is over. Two years after closing and six weeks for a concept are domain.md
 * §8; that withdrawn ones go sooner is our own choice: nobody consents to keeping them. The right length is an open legal
 * point (privacy.md §4 f), so every one of them is a setting, within bounds. An unknown setting is refused.
 */
export const bewaarSettingsSchema = z.strictObject({
  afgesloten_maanden: maanden(6, 36, 24),
  ingetrokken_maanden: maanden(1, 24, 6),
  concept_weken: z.int().min(2).max(26).default(6),
  aankondiging_schoolweken: z.int().min(1).max(10).default(4),
  /** A concept lives six weeks: four of them would be a message about every second one. */
  aankondiging_concept_schoolweken: z.int().min(1).max(4).default(2),
  langer_maanden: maanden(1, 24, 12),
  bevestigen_schooldagen: z.int().min(1).max(20).default(10),
});
export type BewaarSettings = Readonly<z.infer<typeof bewaarSettingsSchema>>;

export const usualBewaarSettings: BewaarSettings = bewaarSettingsSchema.parse({});

/** Where somebody complains when the school has no line of its own (brief-setting.ts). Printed as it stands. */
export const klachtSettingsSchema = z.strictObject({
  /** A name and an address, a page or a telephone number. */
  klachtenregeling: z.string().trim().min(1).max(300).nullable().default(null),
  functionaris_gegevensbescherming: z.string().trim().min(1).max(300).nullable().default(null),
});
export type KlachtSettings = Readonly<z.infer<typeof klachtSettingsSchema>>;
