/** Why this person and nobody else has the regierol: codes, kept in the database and named in the log. */
import { z } from "zod/v4";

/** 003 chooses by craft; 000 §3.1 lets who has the trust of the family keep the regie. */
export const regierolKeuzen = ["deskundigheid", "vertrouwensband"] as const;
export const regierolKeuzeSchema = z.enum(regierolKeuzen);
export type RegierolKeuze = (typeof regierolKeuzen)[number];

/** Why a holder wants to give it on. */
export const voorstelRedenen = [
  "andere_deskundigheid",
  "vertrouwensband",
  "geen_tijd",
  "lang_afwezig",
  "vertrek",
] as const;
export const voorstelRedenSchema = z.enum(voorstelRedenen);
export type VoorstelReden = (typeof voorstelRedenen)[number];

/** A wish of the holder that waits for the ib (`voorgesteld`), or for the one who was asked (`gevraagd`). */
export interface VoorstelFeit {
  readonly id: string;
  readonly doorId: string;
  /** Null: the ib looks for somebody. */
  readonly aanId: string | null;
  readonly reden: VoorstelReden;
  readonly stand: "voorgesteld" | "gevraagd";
}
