/** What Teams tells about who left a team. It is news and no proof: access ends at once, and somebody who knows decides. */
import { lookAtAfspraken } from "#database/afspraak.ts";
import { recordEvent } from "#database/event.ts";
import { persoonByIdentity, type TeamsIdentity } from "#database/persoon.ts";
import type { Tx } from "#database/pool.ts";
import { dropLinks, ledenOf, lockTeam, suspendLeden, sztOfTeam } from "#database/team.ts";
import type { Notice } from "#domain/notice.ts";
import { activeOn } from "#domain/relatie.ts";
import { taskScope } from "#domain/scope.ts";
import { beslissersOver, isZonderIb } from "#domain/team.ts";
import { todayIn } from "#domain/today.ts";
import { canBePartner } from "#domain/toestemming.ts";
import { refreshedChats } from "./chat-refresh.ts";
import { momentprikWithout } from "./momentprik-due.ts";
import { besideTold, refreshAbout, tellAbout } from "./notice-about.ts";
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
    const weg: string[] = [];
    for (const identity of personen) {
      const persoonId = await persoonByIdentity(tx, identity);
      const left = persoonId && (await suspend(tx, { persoonId, sztId, op }));
      if (!left) continue;
      notices.push(...left);
      weg.push(persoonId);
    }
    // Who is asked is who is left when all of them are away.
    if (weg.length > 0) notices.push(...(await askWhoKnows(tx, { sztId, weg, op })));
    await send(world, tx, notices);
  });
}

async function askWhoKnows(
  tx: Tx,
  {
    sztId,
    weg,
    op,
  }: { readonly sztId: string; readonly weg: readonly string[]; readonly op: Temporal.Instant },
): Promise<readonly Notice[]> {
  const today = todayIn(tx.now);
  const plek = { id: sztId, sztId };
  const leden = await ledenOf(tx, sztId, today);
  const feit = `teams:${op}:${weg.join()}`;
  const gevraagd = leden
    .filter((lid) => lid.onderbroken && weg.includes(lid.persoonId))
    .flatMap((lid) => beslissersOver(lid, leden, { sztId, today }));
  const rest = isZonderIb(leden, today)
    ? leden.filter((lid) => activeOn(lid, today) && canBePartner(lid.functie)).map((lid) => lid.persoonId)
    : [];
  const told = [
    ...tellAbout("team_vertrek_gemeld", plek, { personen: gevraagd, feit }),
    ...tellAbout("team_zonder_ib", plek, { personen: rest.filter((id) => !gevraagd.includes(id)), feit }),
  ];
  return besideTold(told, await refreshAbout(tx, "team", plek, { feit }));
}

/** Null where there was nothing to end. */
async function suspend(
  tx: Tx,
  {
    persoonId,
    sztId,
    op,
  }: { readonly persoonId: string; readonly sztId: string; readonly op: Temporal.Instant },
): Promise<readonly Notice[] | null> {
  const today = todayIn(tx.now);
  const count = await suspendLeden(tx, { persoonId, sztId }, { gemeldOp: op, today });
  if (count === 0) return null;
  await dropLinks(tx, persoonId);
  await lookAtAfspraken(tx, persoonId);
  await recordEvent(tx, { soort: "lid_onderbroken", sztId, gegevens: { aantal: count } });
  const feit = `teams:${persoonId}:${op}`;
  return [
    ...(await refreshedChats(tx, [persoonId], feit)),
    ...(await momentprikWithout(tx, persoonId, feit)),
  ];
}
