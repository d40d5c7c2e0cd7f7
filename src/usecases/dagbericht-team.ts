import type { Tx } from "#database/pool.ts";
import { openTeamacties, teamactiesIn, teamItemsOf } from "#database/teamactie.ts";
import { leftOut, type VoorafGroep } from "#domain/herinnering-keuze.ts";
import { activeOn } from "#domain/relatie.ts";
import type { ReminderTerm } from "#domain/reminder.ts";
import type { Actor } from "#domain/scope.ts";
import { seeTeamactie, type TeamactieGezien, teamactiehoudersOf } from "#domain/see-teamactie.ts";
import type { TeamactieFeit } from "#domain/teamactie.ts";
import { teamledenOf } from "#domain/teamactie-relatie.ts";
import { todayIn } from "#domain/today.ts";
import { sztIdsOf, teamCalendar } from "./teamactie.ts";
import type { World } from "./world.ts";

/** An actie of a team as far as reminding goes. */
export interface TeamTerm {
  readonly sztId: string;
  readonly term: ReminderTerm;
}

/** The reminders of this one person about the work of the teams: as those of an actie of a hulpvraag. */
export async function teamTermsOf(
  tx: Tx,
  { keys }: Pick<World, "keys">,
  actor: Actor,
  uit: ReadonlySet<VoorafGroep>,
): Promise<readonly TeamTerm[]> {
  const { persoonId } = actor;
  const cals = new Map<string, ReminderTerm["cal"]>();
  const found: TeamTerm[] = [];
  for (const feit of await openTeamacties(tx, keys, sztIdsOf(actor))) {
    if (!seeTeamactie(feit, { persoonId, now: tx.now })) continue;
    const cal = cals.get(feit.sztId) ?? (await teamCalendar(tx, feit.sztId));
    cals.set(feit.sztId, cal);
    const term = termOf(feit, persoonId, { today: todayIn(tx.now), cal });
    found.push({ sztId: feit.sztId, term: { ...term, zonder: leftOut(term.kind, uit) } });
  }
  return found;
}

function termOf(
  feit: TeamactieFeit,
  persoonId: string,
  { today, cal }: { readonly today: Temporal.PlainDate; readonly cal: ReminderTerm["cal"] },
): ReminderTerm {
  const me = (ids: readonly string[]) => ids.filter((id) => id === persoonId);
  const works = new Set(teamledenOf(feit.team, today).map((lid) => lid.persoonId));
  const chairs = feit.team.filter(
    (lid) => lid.voorzitter && activeOn(lid, today) && works.has(lid.persoonId),
  );
  return {
    id: feit.id,
    kind: "actie",
    due: feit.datum,
    since: feit.sinds,
    cal,
    responsible: me(teamactiehoudersOf(feit, today)),
    // It is about no child: nobody but the chair has to know that it is late.
    schakelteam: [],
    voorzitters: me([...new Set(chairs.map((lid) => lid.persoonId))]),
  };
}

/** Those of one bundle as they stand now; what fell away or was erased since is asked of nobody any more. */
export async function teamInBundle(
  tx: Tx,
  { keys }: Pick<World, "keys">,
  { persoonId }: Actor,
  id: string,
): Promise<{ readonly seen: readonly TeamactieGezien[]; readonly vervallen: boolean }> {
  const facts = await teamactiesIn(tx, keys, { id, persoonId });
  const items = await teamItemsOf(tx, id, persoonId);
  const seen = facts.flatMap((feit) => {
    const gezien = seeTeamactie(feit, { persoonId, now: tx.now });
    const item = items.find((one) => one.id === feit.id);
    return gezien ? [{ ...gezien, laat: item?.laat ?? false, kort: item?.kort ?? false }] : [];
  });
  return { seen, vervallen: seen.length < items.length };
}
