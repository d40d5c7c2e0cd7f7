import type { Kandidaat } from "#domain/akkoord.ts";
import type { HulpvraagAct } from "#domain/hulpvraag-view.ts";
import type { Actor } from "#domain/scope.ts";
import { eindUiterlijk, openTraject, type PlanGrens, planGrens, startVanaf } from "#domain/traject.ts";
import { teVragen } from "#domain/traject-view.ts";
import { type FormZaak, openForm } from "./form-open.ts";
import type { FormRefusal } from "./regierol-form.ts";
import { termContext } from "./termijn.ts";
import type { Result, World } from "./world.ts";

/** What the dialogs of a traject are drawn from: codes, days and names of colleagues, nothing of the pupil. */
export interface TrajectFormFacts extends FormZaak {
  readonly vanaf: Temporal.PlainDate | null;
  readonly grens: PlanGrens;
  /** Of the wijkteam, who can be asked and is not. */
  readonly kandidaten: readonly Kandidaat[];
  readonly maxWeken: number;
}

export function loadTrajectForm(
  world: World,
  actor: Actor,
  id: string,
  may: HulpvraagAct,
): Promise<Result<TrajectFormFacts, FormRefusal>> {
  const asked = {
    ...{ id, may },
    // Whether there was an observation in class is asked for in the steps before a traject.
    wat: ({ wat }: FormZaak["gezien"]) => may === "traject_starten" && wat !== null,
  };
  return openForm(world, actor, asked, async (tx, { dossier, today }) => {
    const { cal, settings } = await termContext(tx, dossier.schoolId);
    const traject = openTraject(dossier);
    return {
      vanaf: startVanaf(dossier),
      grens: planGrens(eindUiterlijk(dossier), today, cal),
      kandidaten: traject ? teVragen(dossier, traject, tx.now) : [],
      maxWeken: settings.eindevaluatie_schoolweken,
    };
  });
}
