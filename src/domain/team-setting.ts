import { z } from "zod/v4";

/** Places that a team fills beside the schakelteam, which it always needs (000 §4.2: "in elk geval vier professies"). */
export const vrijePlekken = ["smw", "wijkteam", "scp", "jgz"] as const;

const dag = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** How teams are made up, per samenwerkingsverband; what is not set is as usual, an unknown one is refused. */
export const teamSettingsSchema = z.strictObject({
  vaste_plekken: z.array(z.enum(vrijePlekken)).default(["smw", "wijkteam", "scp"]),
  /** Month and day from which the cooperation is looked at; the first schooldag on or after it. */
  evaluatie: z.array(dag).max(2).default(["11-01", "04-01"]),
});
export type TeamSettings = Readonly<z.infer<typeof teamSettingsSchema>>;

export const usualTeamSettings: TeamSettings = teamSettingsSchema.parse({});
