/** How people stand to one actie of the team. What a relation may do is in visibility.ts. */
import { ibFuncties } from "./code.ts";
import { activeOn, standingFuncties } from "./relatie.ts";
import type { TeamactieFeit } from "./teamactie.ts";
import { todayIn } from "./today.ts";

export const teamrelaties = [
  /** Works in the SZT; who is there on call for some items only is not one of them (domain.md §1). */
  "teamlid",
  "houder",
  "maker",
  /** Was asked to take it. */
  "gevraagd",
  /** ib, coo or chair of the SZT, or leads the round that is open now. */
  "leidt",
  /** Who had it works in the team no more. */
  "houder_weg",
  "buitenstaander",
] as const;
export type Teamrelatie = (typeof teamrelaties)[number];

type Facts = Pick<TeamactieFeit, "team" | "houderId" | "gemaaktDoor" | "overdracht" | "rondeLeiders">;

/** Those who work in the SZT on this day, each once. */
export function teamledenOf(
  team: TeamactieFeit["team"],
  day: Temporal.PlainDate,
): readonly TeamactieFeit["team"][number][] {
  const seen = new Set<string>();
  return team.filter((lid) => {
    if (!activeOn(lid, day) || !standingFuncties.some((one) => one === lid.functie)) return false;
    if (seen.has(lid.persoonId)) return false;
    seen.add(lid.persoonId);
    return true;
  });
}

/** Those who answer for what nobody else does any more: ib, coo and chair. */
export function leidersOf(team: TeamactieFeit["team"], day: Temporal.PlainDate): readonly string[] {
  const leading = team.filter(
    (lid) =>
      activeOn(lid, day) &&
      standingFuncties.some((one) => one === lid.functie) &&
      (lid.voorzitter || ibFuncties.some((ib) => ib === lid.functie)),
  );
  return [...new Set(leading.map(({ persoonId }) => persoonId))];
}

export function teamrelatiesOf(
  { team, houderId, gemaaktDoor, overdracht, rondeLeiders }: Facts,
  persoonId: string,
  now: Temporal.Instant,
): ReadonlySet<Teamrelatie> {
  const today = todayIn(now);
  const working = new Set(teamledenOf(team, today).map((lid) => lid.persoonId));
  if (!working.has(persoonId)) return new Set<Teamrelatie>(["buitenstaander"]);
  const stands: Readonly<Record<Exclude<Teamrelatie, "buitenstaander">, boolean>> = {
    teamlid: true,
    houder: houderId === persoonId,
    maker: gemaaktDoor === persoonId,
    gevraagd: overdracht?.stand === "gevraagd" && overdracht.aan === persoonId,
    leidt: rondeLeiders.includes(persoonId) || leidersOf(team, today).includes(persoonId),
    houder_weg: !working.has(houderId),
  };
  return new Set(teamrelaties.filter((relatie) => relatie !== "buitenstaander" && stands[relatie]));
}
