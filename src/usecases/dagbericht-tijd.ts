/** Everybody says for themselves at what hour the bundle comes, when they are away, and what they leave out. */
import { readersOf } from "#database/message.ts";
import { setVoorafUit, voorafUitOf, werktijdOf } from "#database/persoon.ts";
import type { Tx } from "#database/pool.ts";
import { setDagberichtUur, setVerlof, verlofOf } from "#database/verlof.ts";
import {
  checkDagberichtTijd,
  type DagberichtTijd,
  type DagberichtTijdForm,
  type DagberichtTijdveld,
  dagberichtUren,
} from "#domain/dagbericht-tijd.ts";
import { type Actor, scopeOf, taskScope } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import type { Problemen } from "#domain/veld.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { planNext } from "./dagbericht-timer.ts";
import { tellAbout } from "./notice-about.ts";
import { sztIdsOf } from "./teamactie.ts";
import { followVerlof } from "./waarneming.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** As it is now; null for who gets no bundle. */
export function readDagberichtTijd(world: World, actor: Actor): Promise<DagberichtTijd | null> {
  return world.database.transact(scopeOf(actor), (tx) => now(tx, actor));
}

async function now(tx: Tx, actor: Actor): Promise<DagberichtTijd | null> {
  const today = todayIn(tx.now);
  const werktijd = sztIdsOf(actor).length > 0 ? await werktijdOf(tx, actor.persoonId, today) : null;
  if (!werktijd) return null;
  const own = werktijd.dagberichtOm.toString().slice(0, 5);
  const [verlof] = await verlofOf(tx, actor.persoonId, today);
  return {
    uur: dagberichtUren.find((uur) => uur === own) ?? "08:00",
    verlof: verlof ?? null,
    zonder: await voorafUitOf(tx, actor.persoonId),
  };
}

export type TijdRefusal =
  | ActRefusal
  | { readonly kind: "velden"; readonly problemen: Problemen<DagberichtTijdveld> };

/** The next bundle follows the new hour; one that would come in the leave comes after it. */
export async function saveDagberichtTijd(
  act: Act,
  form: DagberichtTijdForm,
): Promise<Result<true, TijdRefusal>> {
  const { world, actor } = act;
  const { persoonId } = actor;
  const result = await perform<true, TijdRefusal>(act, async (tx, save) => {
    const today = todayIn(tx.now);
    const standing = await now(tx, actor);
    if (!standing) return refuse({ kind: "onzichtbaar" });
    const problemen = checkDagberichtTijd(form, { ...standing, today });
    if (problemen) return refuse({ kind: "velden", problemen });
    const { uur, van, tot, zonder } = form;
    if (!uur) throw new Error("a form without its fields");
    await setDagberichtUur(tx, persoonId, uur);
    await setVoorafUit(tx, persoonId, zonder);
    const verlof = van && tot ? { van, tot } : null;
    await setVerlof(tx, persoonId, { verlof, today });
    const notices = [];
    for (const sztId of sztIdsOf(actor)) {
      const personen = await readersOf(tx, "team", sztId);
      notices.push(...tellAbout("team_ververst", { id: sztId, sztId }, { personen, feit: act.press }));
    }
    await save([...notices, ...(await followVerlof(tx, world, persoonId, verlof))]);
    return ok(true);
  });
  // The timer that stands goes off all the same, and then finds what is written here: nothing is lost in between.
  if (result.ok)
    await world.database.transact(taskScope(world.swvId, "wekker"), (tx) => planNext(tx, world, persoonId));
  return result;
}
