import { z } from "zod/v4";
import type { KlachtSettings } from "./bewaartermijn-setting.ts";
import type { BriefContact } from "./brief.ts";

/** Printed as it stands: an address, a page or a telephone number. */
const line = (max: number) => z.string().trim().min(1).max(max).nullable().default(null);

/** Of one school (`school.instellingen`, `brief`). An unknown setting is refused: a slip of the pen leaves no empty line. */
export const schoolBriefSettingsSchema = z.strictObject({
  adres: line(120),
  telefoon: line(60),
  klachtenregeling: line(300),
  functionaris_gegevensbescherming: line(300),
});
export type SchoolBriefSettings = Readonly<z.infer<typeof schoolBriefSettingsSchema>>;

/** Of the samenwerkingsverband (`swv.instellingen`, `brief`): how an interpreter is reached by telephone. */
export const briefSettingsSchema = z.strictObject({ tolkentelefoon: line(120) });
export type BriefSettings = Readonly<z.infer<typeof briefSettingsSchema>>;

/** The own line of the school goes before the one that all schools share. */
export function contactOf(school: SchoolBriefSettings, shared: KlachtSettings): BriefContact {
  return {
    adres: school.adres,
    telefoon: school.telefoon,
    klachtenregeling: school.klachtenregeling ?? shared.klachtenregeling,
    functionarisGegevensbescherming:
      school.functionaris_gegevensbescherming ?? shared.functionaris_gegevensbescherming,
  };
}

/** What nobody has filled in: a line on the paper, and a word to the ib. */
export function missingIn(contact: BriefContact): readonly (keyof BriefContact)[] {
  return (Object.keys(contact) as (keyof BriefContact)[]).filter((field) => contact[field] === null);
}
