/** Reasons around the regierol: codes, so that they are 'dat' and may stand in the log (model.md §2). */
import { z } from "zod/v4";
import { type Afsluitreden, afsluitredenen } from "./code.ts";

/** Why no GIZ is taken. Kept in the database by the same codes. */
export const gizRedenen = [
  "kort_geleden_gedaan",
  "plan_loopt_al",
  "een_vraag",
  "ouders_kozen_anders",
] as const;
export const gizRedenSchema = z.enum(gizRedenen);
export type GizReden = z.infer<typeof gizRedenSchema>;

/** Why somebody does not take the regierol. Kept in the database by the same codes. */
export const weigerredenen = [
  "geen_tijd",
  "niet_mijn_vak",
  "te_dichtbij",
  "verlof_of_ziekte",
  "weg_van_school",
] as const;
export const weigerredenSchema = z.enum(weigerredenen);
export type Weigerreden = z.infer<typeof weigerredenSchema>;

/** What a person can choose when closing; the other reasons follow from an act of their own. */
export const sluitredenen = afsluitredenen.filter(
  (reden): reden is Exclude<Afsluitreden, "ingetrokken" | "basisondersteuning"> =>
    reden !== "ingetrokken" && reden !== "basisondersteuning",
);
export const sluitredenSchema = z.enum(sluitredenen);
export type Sluitreden = z.infer<typeof sluitredenSchema>;
