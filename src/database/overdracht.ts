import { z } from "zod/v4";
import type { OverdrachtFeit } from "#domain/overdracht.ts";
import { weigerredenSchema } from "#domain/regierol-reden.ts";

/** The same columns on both kinds of actie. */
export const overdrachtColumns = {
  overdracht_aan: z.string().nullable(),
  overdracht_door: z.string().nullable(),
  overdracht_stand: z.enum(["gevraagd", "geweigerd"]).nullable(),
  overdracht_reden: weigerredenSchema.nullable(),
};
type Columns = {
  readonly [Name in keyof typeof overdrachtColumns]: z.output<(typeof overdrachtColumns)[Name]>;
};

export function overdrachtOf(row: Columns): OverdrachtFeit | null {
  const {
    overdracht_aan: aan,
    overdracht_door: door,
    overdracht_stand: stand,
    overdracht_reden: reden,
  } = row;
  return aan && door && stand ? { aan, door, stand, reden } : null;
}
