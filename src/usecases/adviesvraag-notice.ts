import { readersOf } from "#database/message.ts";
import type { Tx } from "#database/pool.ts";
import type { AdviesvraagFeit } from "#domain/adviesvraag.ts";
import { type Functie, ibFuncties, kernteamFuncties } from "#domain/code.ts";
import type { Notice, NoticeKind } from "#domain/notice.ts";
import { activeOn } from "#domain/relatie.ts";
import { todayIn } from "#domain/today.ts";

type About = Pick<AdviesvraagFeit, "id" | "sztId">;

/** Something that people must hear of, once for each fact: `feit` names it. */
export function tellAdvies(
  soort: Extract<NoticeKind, `adviesvraag_${string}`>,
  { id, sztId }: About,
  { personen, feit }: { readonly personen: readonly string[]; readonly feit: string },
): readonly Notice[] {
  return [...new Set(personen)].map((persoonId) => ({
    soort,
    aan: { persoonId },
    onderwerpId: id,
    sztId,
    sleutel: `${soort}:${id}:${feit}:${persoonId}`,
  }));
}

/** Every standing card shows the new state; of one that is gone nothing is left to show. */
export async function refreshedAdvies(
  tx: Tx,
  advies: About,
  { feit, also = [] }: { readonly feit: string; readonly also?: readonly string[] },
): Promise<readonly Notice[]> {
  const personen = [...(await readersOf(tx, "adviesvraag", advies.id)), ...also];
  return tellAdvies("adviesvraag_ververst", advies, { personen, feit });
}

type Team = Pick<AdviesvraagFeit, "team">;

export function kernteamOf({ team }: Team, now: Temporal.Instant): readonly string[] {
  return withFunctie(team, kernteamFuncties, now);
}

/** Who asked, or who is ib there now when that person is not any more. */
export function askersOf(
  { team, vragerId }: Team & Pick<AdviesvraagFeit, "vragerId">,
  now: Temporal.Instant,
): readonly string[] {
  const ibs = withFunctie(team, ibFuncties, now);
  return ibs.includes(vragerId) ? [vragerId] : ibs;
}

function withFunctie(
  team: AdviesvraagFeit["team"],
  functies: readonly Functie[],
  now: Temporal.Instant,
): readonly string[] {
  const today = todayIn(now);
  const found = team.filter((lid) => activeOn(lid, today) && functies.includes(lid.functie));
  return [...new Set(found.map(({ persoonId }) => persoonId))];
}
