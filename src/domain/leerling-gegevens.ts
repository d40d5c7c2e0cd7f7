/** What is locked about one leerling, as it is kept. */
import { z } from "zod/v4";
import { leerjaarSchema } from "./code.ts";

/** A month that is none is damage, like what cannot be read at all. */
export const geboortemaandSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);

export const leerlingGegevensSchema = z.strictObject({
  naam: z.string(),
  geboortemaand: geboortemaandSchema,
  leerjaar: leerjaarSchema,
  kenmerk: z.string().nullable(),
});
