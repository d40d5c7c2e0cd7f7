/**
 * Words that go from a named question to one without a name, or the other way, through the form that a person sends: nothing
 * is stored that ties the two.
 */
import { loadAdviesvraag } from "#database/adviesvraag.ts";
import { loadDossier } from "#database/dossier.ts";
import { withoutPupil } from "#domain/adviesvraag-form.ts";
import type { Domein } from "#domain/code.ts";
import { lezingOf } from "#domain/lezing.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seeAdviesvraag } from "#domain/see-adviesvraag.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { explain, reveal, usualDoel, viewpointOf } from "#domain/visibility.ts";
import { namesAround } from "./bekende-naam.ts";
import { recordLezingen } from "./lezing.ts";
import type { World } from "./world.ts";

export interface Overgenomen {
  readonly schoolId: string;
  readonly vraag: string;
  readonly domein: Domein | null;
}

/** The question of a concept without what is known of the pupil. Null for who may not do this. */
export async function fromHulpvraag(world: World, actor: Actor, id: string): Promise<Overgenomen | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const dossier = await loadDossier(tx, world.keys, id);
    if (!dossier || !seeHulpvraag(dossier, actor, tx.now)?.mag.has("als_adviesvraag")) return null;
    const viewpoint = viewpointOf(dossier, {
      persoonId: actor.persoonId,
      doel: usualDoel(dossier.status),
      now: tx.now,
    });
    const leerling = reveal(explain({ ...viewpoint, handeling: "naam_zien" }), dossier.leerling);
    const vraag = dossier.vraag && reveal(explain({ ...viewpoint, handeling: "wat_zien" }), dossier.vraag);
    if (!leerling || !vraag) return null;
    // What every opening of this hulpvraag leaves behind; not what it was opened for.
    const who = { persoonId: actor.persoonId, now: tx.now };
    await recordLezingen(tx, [lezingOf(dossier, { naam: true, wat: true }, who)], { via: "formulier" });
    const known = await namesAround(tx, { world, actor }, { ...dossier, text: vraag });
    const text = withoutPupil(vraag, { leerling, known, now: tx.now });
    return { schoolId: dossier.schoolId, vraag: text, domein: dossier.domeinen[0] ?? null };
  });
}

/** The question of an answered adviesvraag, for a named intake. Not on the log: a line there would stand beside that of the intake. */
export async function toIntake(
  world: World,
  actor: Actor,
  id: string,
): Promise<{ readonly versie: number; readonly vraag: string } | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const advies = await loadAdviesvraag(tx, world.keys, id);
    const gezien = advies && seeAdviesvraag(advies, { persoonId: actor.persoonId, now: tx.now });
    return gezien?.mag.has("overnemen") ? { versie: gezien.versie, vraag: gezien.vraag } : null;
  });
}
