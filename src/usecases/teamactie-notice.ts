import type { Tx } from "#database/pool.ts";
import { bundleToJoin, showingTeamacties } from "#database/teamactie.ts";
import type { Notice } from "#domain/notice.ts";
import { todayIn } from "#domain/today.ts";
import { besideTold } from "./notice-about.ts";

/** An actie of a team at the version that the change made. */
export interface ChangedTeamactie {
  readonly id: string;
  readonly sztId: string;
  readonly versie: number;
}

/** What somebody is told, and every standing list, bundle and round that shows the same: in that order. */
export async function tellTeamactie(
  tx: Tx,
  { id, sztId, versie }: ChangedTeamactie,
  told: readonly Notice[] = [],
): Promise<readonly Notice[]> {
  const showing = [
    ...(await showingTeamacties(tx, { id, sztId })),
    ...(await bundleToJoin(tx, id, todayIn(tx.now))),
  ];
  const rest = [...new Map(showing.map((one) => [Object.values(one).join(), one])).values()].map(
    ({ persoonId, soort, onderwerpId }): Notice => ({
      soort: `${soort}_ververst`,
      aan: { persoonId },
      onderwerpId,
      sztId: soort === "ronde" ? sztId : null,
      sleutel: `${soort}_ververst:${onderwerpId}:${id}:${versie}:${persoonId}`,
    }),
  );
  return besideTold(told, rest);
}

/** The own tasks, put below in the chat with what happened on top. */
export function tellTaken(
  soort: "overdracht_gevraagd" | "overdracht_aangenomen" | "overdracht_geweigerd" | "teamactie_gekregen",
  persoonId: string,
  feit: string,
): Notice {
  return {
    soort,
    aan: { persoonId },
    onderwerpId: persoonId,
    sztId: null,
    sleutel: `${soort}:${feit}:${persoonId}`,
  };
}
