/** A dialog about one hulpvraag that is opened: seen by this person, with this act open, and the reading logged. */
import { loadDossier } from "#database/dossier.ts";
import type { Tx } from "#database/pool.ts";
import type { Aanspreek } from "#domain/aanspreek.ts";
import type { HulpvraagAct, HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import { lezingOf } from "#domain/lezing.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { todayIn } from "#domain/today.ts";
import { recordLezingen } from "./lezing.ts";
import type { FormRefusal } from "./regierol-form.ts";
import type { Opened } from "./regierol-open.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** What every such dialog says of the hulpvraag. */
export interface FormZaak {
  readonly id: string;
  readonly versie: number;
  readonly referentie: string;
  readonly vandaag: Temporal.PlainDate;
  readonly aanspreek: Aanspreek;
  readonly gezien: HulpvraagGezien;
}

/**
 * Refused when it is out of sight, or when this act is not open (any more) to this person. `wat`: the dialog shows something
 * of what is known of the pupil.
 */
export function openForm<More extends object>(
  world: World,
  actor: Actor,
  { id, may, wat = () => false }: FormAsked,
  more: (tx: Tx, opened: Opened) => Promise<More>,
): Promise<Result<FormZaak & More, FormRefusal>> {
  return world.database.transact(
    scopeOf(actor),
    async (tx): Promise<Result<FormZaak & More, FormRefusal>> => {
      const dossier = await loadDossier(tx, world.keys, id);
      const gezien = dossier && seeHulpvraag(dossier, actor, tx.now);
      if (!gezien) return refuse({ kind: "onzichtbaar" });
      if (!gezien.mag.has(may)) return refuse({ kind: "verouderd" });
      const today = todayIn(tx.now);
      const who = { persoonId: actor.persoonId, now: tx.now };
      const lezing = lezingOf(dossier, { naam: false, wat: wat(gezien) }, who);
      await recordLezingen(tx, [lezing], { via: "formulier" });
      const { versie, referentie } = dossier;
      const zaak = { id, versie, referentie, vandaag: today, aanspreek: gezien.aanspreek, gezien };
      return ok({ ...zaak, ...(await more(tx, { dossier, gezien, today })) });
    },
  );
}

interface FormAsked {
  readonly id: string;
  readonly may: HulpvraagAct;
  readonly wat?: (gezien: HulpvraagGezien) => boolean;
}
