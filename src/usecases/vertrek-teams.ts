/** What Teams tells about who left a team. It is news and no proof: access ends at once, and somebody who knows decides. */
import { lookAtAfspraken } from "#database/afspraak.ts";
import { recordEvent } from "#database/event.ts";
import { persoonByIdentity, type TeamsIdentity } from "#database/persoon.ts";
import type { Tx } from "#database/pool.ts";
import { dropLinks, ledenOf, lockTeam, suspendLeden, sztOfTeam } from "#database/team.ts";
import { ibFuncties } from "#domain/code.ts";
import type { Notice } from "#domain/notice.ts";
import { activeOn } from "#domain/relatie.ts";
import { taskScope } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { refreshedChats } from "./chat-refresh.ts";
import { momentprikWithout } from "./momentprik-due.ts";
import { refreshAbout, tellAbout } from "./notice-about.ts";
import { send } from "./send.ts";
import type { World } from "./world.ts";

export interface VertrekGemeld {
  readonly teamId: string;
  readonly personen: readonly TeamsIdentity[];
  /** When Teams says that it happened; what is older than what was heard before changes nothing. */
  readonly op: Temporal.Instant;
}

/** Only in the SZT of this team; who works in another one goes on there. Being added in Teams gives nothing back. */
export async function heardLeft(world: World, { teamId, personen, op }: VertrekGemeld): Promise<void> {
  if (personen.length === 0) return;
  await world.database.transact(taskScope(world.swvId, "wekker"), async (tx) => {
    const sztId = await sztOfTeam(tx, teamId);
    if (!sztId) return;
    await lockTeam(tx, sztId);
    const notices: Notice[] = [];
    for (const identity of personen) notices.push(...(await suspend(tx, { identity, sztId, op })));
    await send(world, tx, notices);
  });
}

async function suspend(
  tx: Tx,
  {
    identity,
    sztId,
    op,
  }: { readonly identity: TeamsIdentity; readonly sztId: string; readonly op: Temporal.Instant },
): Promise<readonly Notice[]> {
  const persoonId = await persoonByIdentity(tx, identity);
  if (!persoonId) return [];
  const today = todayIn(tx.now);
  const count = await suspendLeden(tx, { persoonId, sztId }, { gemeldOp: op, today });
  if (count === 0) return [];
  await dropLinks(tx, persoonId);
  await lookAtAfspraken(tx, persoonId);
  await recordEvent(tx, { soort: "lid_onderbroken", sztId, gegevens: { aantal: count } });
  const feit = `teams:${persoonId}:${op}`;
  const leiders = (await ledenOf(tx, sztId, today)).filter(
    (lid) => activeOn(lid, today) && ibFuncties.some((ib) => ib === lid.functie),
  );
  return [
    ...tellAbout(
      "team_vertrek_gemeld",
      { id: sztId, sztId },
      { personen: leiders.map((lid) => lid.persoonId), feit },
    ),
    ...(await refreshAbout(tx, "team", { id: sztId, sztId }, { feit })),
    ...(await refreshedChats(tx, [persoonId], feit)),
    ...(await momentprikWithout(tx, persoonId, feit)),
  ];
}
