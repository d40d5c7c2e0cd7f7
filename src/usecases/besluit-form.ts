import { actieHouders } from "#domain/actie-houder.ts";
import { mogelijkeBesluiten, regierolKandidaten } from "#domain/besluit-form.ts";
import type { Besluit } from "#domain/code.ts";
import type { TeamlidFeit } from "#domain/dossier.ts";
import { lezingOf } from "#domain/lezing.ts";
import type { PuntGezien } from "#domain/ronde-view.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seeRonde } from "#domain/see-ronde.ts";
import { todayIn } from "#domain/today.ts";
import { explain, reveal, viewpointOf } from "#domain/visibility.ts";
import { type FindRefusal, itemToDecide } from "./besluit.ts";
import { recordLezingen } from "./lezing.ts";
import { loadRonde } from "./round-load.ts";
import { ok, type Result, type World } from "./world.ts";

/** What the dialog of a besluit shows: only for who may decide about this one now. */
export interface BesluitView {
  readonly id: string;
  readonly versie: number;
  readonly referentie: string;
  readonly naam: string | null;
  readonly vraag: string | null;
  readonly team: readonly TeamlidFeit[];
  readonly kandidaten: readonly TeamlidFeit[];
  readonly mogelijk: readonly Besluit[];
  readonly vandaag: Temporal.PlainDate;
}

export async function besluitForm(
  world: World,
  actor: Actor,
  hulpvraagId: string,
): Promise<Result<BesluitView, FindRefusal>> {
  const found = await itemToDecide(world, actor, hulpvraagId);
  if (!found.ok) return found;
  const { dossier } = found.value;
  const now = world.clock.now();
  const vandaag = todayIn(now);
  const viewpoint = viewpointOf(dossier, {
    persoonId: actor.persoonId,
    doel: "bespreking",
    now,
  });
  const leerling = reveal(explain({ ...viewpoint, handeling: "naam_zien" }), dossier.leerling);
  return ok({
    id: dossier.id,
    versie: dossier.versie,
    referentie: dossier.referentie,
    naam: leerling?.naam ?? null,
    vraag: dossier.vraag && reveal(explain({ ...viewpoint, handeling: "wat_zien" }), dossier.vraag),
    team: actieHouders(dossier, { now }),
    kandidaten: regierolKandidaten(dossier, vandaag),
    mogelijk: mogelijkeBesluiten(dossier, vandaag),
    vandaag,
  });
}

export interface ActieView {
  readonly versie: number;
  readonly mag: boolean;
  readonly punten: readonly PuntGezien[];
  readonly team: readonly TeamlidFeit[];
  readonly vandaag: Temporal.PlainDate;
}

/** What the dialog of an actie shows; null for who does not take part. */
export async function actieForm(world: World, actor: Actor, rondeId: string): Promise<ActieView | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const facts = await loadRonde(tx, world.keys, rondeId);
    const gezien = facts && seeRonde(facts, { persoonId: actor.persoonId, now: tx.now });
    if (!gezien) return null;
    const punten = gezien.punten.filter(({ wat }) => wat !== null);
    const shown = facts.punten.filter(({ punt }) => punten.some(({ id }) => id === punt.id));
    const who = { persoonId: actor.persoonId, now: tx.now };
    const lezingen = shown.map(({ punt, dossier }) => {
      const naam = punten.some(({ id, leerling }) => id === punt.id && leerling !== null);
      return lezingOf(dossier, { naam, wat: false }, who);
    });
    if (gezien.mag.has("actie_toevoegen")) await recordLezingen(tx, lezingen, { via: "formulier" });
    const houders = shown.flatMap(({ dossier }) => actieHouders(dossier, { now: tx.now }));
    return {
      versie: gezien.versie,
      mag: gezien.mag.has("actie_toevoegen"),
      punten,
      // Those of all of these together: which hulpvraag it will be is chosen in the dialog itself.
      team: [...new Map(houders.map((lid) => [lid.persoonId, lid])).values()],
      vandaag: gezien.vandaag,
    };
  });
}
