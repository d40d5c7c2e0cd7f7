import { loadDossier } from "#database/dossier.ts";
import type { Aanspreek } from "#domain/aanspreek.ts";
import type { Kandidaat } from "#domain/akkoord.ts";
import type { HulpvraagAct, HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import { lezingOf } from "#domain/lezing.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { todayIn } from "#domain/today.ts";
import { eindUiterlijk, openTraject, type PlanGrens, planGrens, startVanaf } from "#domain/traject.ts";
import { teVragen } from "#domain/traject-view.ts";
import { recordLezingen } from "./lezing.ts";
import type { FormRefusal } from "./regierol-form.ts";
import { termContext } from "./termijn.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** What the dialogs of a traject are drawn from: codes, days and names of colleagues, nothing of the pupil. */
export interface TrajectFormFacts {
  readonly id: string;
  readonly versie: number;
  readonly referentie: string;
  readonly vandaag: Temporal.PlainDate;
  readonly aanspreek: Aanspreek;
  readonly gezien: HulpvraagGezien;
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
  return world.database.transact(
    scopeOf(actor),
    async (tx): Promise<Result<TrajectFormFacts, FormRefusal>> => {
      const dossier = await loadDossier(tx, world.keys, id);
      const gezien = dossier && seeHulpvraag(dossier, actor, tx.now);
      if (!gezien) return refuse({ kind: "onzichtbaar" });
      if (!gezien.mag.has(may)) return refuse({ kind: "verouderd" });
      const today = todayIn(tx.now);
      const { cal, settings } = await termContext(tx, dossier.schoolId);
      // Whether there was an observation in class is asked for in the steps before a traject.
      const wat = may === "traject_starten" && gezien.wat !== null;
      const who = { persoonId: actor.persoonId, now: tx.now };
      await recordLezingen(tx, [lezingOf(dossier, { naam: false, wat }, who)], { via: "formulier" });
      const traject = openTraject(dossier);
      return ok({
        ...{ id, versie: dossier.versie, referentie: dossier.referentie, vandaag: today },
        ...{ aanspreek: gezien.aanspreek, gezien, vanaf: startVanaf(dossier) },
        grens: planGrens(eindUiterlijk(dossier), today, cal),
        kandidaten: traject ? teVragen(dossier, traject, tx.now) : [],
        maxWeken: settings.eindevaluatie_schoolweken,
      });
    },
  );
}
