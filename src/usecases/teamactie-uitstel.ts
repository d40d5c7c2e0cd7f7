import { recordEvent } from "#database/event.ts";
import { moveTeamactie, type TeamactieAt } from "#database/teamactie.ts";
import { termSettingsOf } from "#database/termijn.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import type { TeamactieFeit } from "#domain/teamactie.ts";
import {
  type PostponableTerm,
  postpone,
  postponeBounds,
  proposedDay,
  type Uitstelreden,
} from "#domain/uitstel.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { forTeamact, readTeamactie, teamCalendar } from "./teamactie.ts";
import { tellTeamactie } from "./teamactie-notice.ts";
import type { UitstelRefusal } from "./termijn-klaar.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** Put off within the same bounds as an actie of a hulpvraag; it is nobody's emergency. */
function term({ datum, uitgesteld }: TeamactieFeit): PostponableTerm {
  return { kind: "actie", due: datum, postponed: uitgesteld, urgentie: null };
}

export interface Teamuitstel {
  readonly omschrijving: string;
  readonly bounds: ReturnType<typeof postponeBounds>;
  readonly voorstel: Temporal.PlainDate | null;
}

/** For the form; null for who does not have it. */
export async function askTeamuitstel(world: World, actor: Actor, id: string): Promise<Teamuitstel | null> {
  const found = await readTeamactie(world, actor, { id, wanted: "uitstellen" });
  if (!found) return null;
  const { feit, gezien, today, cal } = found;
  const settings = await world.database.transact(scopeOf(actor), termSettingsOf);
  const bounds = postponeBounds(term(feit), today, { cal, settings });
  return {
    omschrijving: gezien.omschrijving,
    bounds,
    voorstel: bounds.ok ? proposedDay(bounds.value, cal) : null,
  };
}

export function stelTeamactieUit(
  act: Act,
  at: TeamactieAt,
  wish: { readonly to: Temporal.PlainDate; readonly reden: Uitstelreden },
): Promise<Result<Temporal.PlainDate, UitstelRefusal | ActRefusal>> {
  return perform<Temporal.PlainDate, UitstelRefusal | ActRefusal>(act, async (tx, save) => {
    const found = await forTeamact(tx, act, { at, wanted: "uitstellen" });
    if (!found.ok) return found;
    const { feit, today } = found.value;
    const context = { cal: await teamCalendar(tx, feit.sztId), settings: await termSettingsOf(tx) };
    const answer = postpone(term(feit), { to: wish.to, reason: wish.reden, today }, context);
    if (!answer.ok) return refuse({ kind: "uitstel", reden: answer.error });
    const { due: datum, postponed: uitgesteld, reason: reden } = answer.value;
    if (!(await moveTeamactie(tx, at, { datum, sinds: today, uitgesteld, reden })))
      return refuse({ kind: "verouderd" });
    await recordEvent(tx, {
      soort: "teamactie_verzet",
      sztId: feit.sztId,
      gegevens: { van: feit.datum.toString(), naar: datum.toString(), reden },
    });
    await save(await tellTeamactie(tx, { id: at.id, sztId: feit.sztId, versie: at.versie + 1 }));
    return ok(datum);
  });
}
