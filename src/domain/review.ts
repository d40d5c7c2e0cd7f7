/** The three-month review: does this approach work, is something else needed (003). Only the outcome, as a code. */
import { z } from "zod/v4";

export const reviewUitkomsten = ["werkt", "wordt_aangepast", "terug_naar_schakelteam"] as const;
export const reviewUitkomstSchema = z.enum(reviewUitkomsten);
export type ReviewUitkomst = z.infer<typeof reviewUitkomstSchema>;
