/** How it goes with a hulpvraag, and the three-month review: told by who has the regierol (003). */
import type { AtVersion } from "#database/hulpvraag.ts";
import { touchHulpvraag } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import { insertTerugblik, insertVoortgang } from "#database/voortgang.ts";
import type { Dossier } from "#domain/dossier.ts";
import {
  checkTerugblik,
  type Terugblik,
  type TerugblikForm,
  type TerugblikProbleem,
} from "#domain/review.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { taakWeg } from "#domain/taak.ts";
import { todayIn } from "#domain/today.ts";
import { type Voortgang, type VoortgangForm, voortgangLeeg } from "#domain/voortgang.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { goBack } from "./regierol.ts";
import { logCase, openFor, tell } from "./regierol-open.ts";
import { applyTermEvent } from "./termijn.ts";
import { type AtTermijn, mine } from "./termijn-klaar.ts";
import { ok, type Result, refuse } from "./world.ts";

export type VoortgangRefusal = { readonly kind: "velden"; readonly velden: readonly (keyof VoortgangForm)[] };

/** From the card, at any time. */
export function recordVoortgang(
  act: Act,
  at: AtVersion,
  form: VoortgangForm,
): Promise<Result<Voortgang, VoortgangRefusal | ActRefusal>> {
  return perform<Voortgang, VoortgangRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openFor(tx, act, at, "voortgang");
    if (!open.ok) return open;
    const velden = voortgangLeeg(form);
    const { hoe, contact, meerHulp } = form;
    if (velden || hoe === null) return refuse({ kind: "velden", velden: velden ?? ["hoe"] });
    if (!(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    const told = { hoe, contact: contact === "ja", meerHulp: meerHulp === "ja" };
    await writeVoortgang(tx, act, open.value.dossier, told);
    const changed = { ...at, sztId: open.value.dossier.sztId, versie: at.versie + 1 };
    await save(await tell(tx, changed, [], [act.actor.persoonId]));
    return ok(told);
  });
}

/** With its term done and the next one begun; the version is the caller's. */
export async function writeVoortgang(
  tx: Tx,
  { world, actor }: Pick<Act, "world" | "actor">,
  dossier: Dossier,
  told: Voortgang,
): Promise<void> {
  const op = todayIn(tx.now);
  await insertVoortgang(tx, world.chance.uuid(), dossier, { ...told, door: actor.persoonId });
  await applyTermEvent(tx, world, dossier, { kind: "voortgang_vastgelegd", op });
  await logCase(tx, dossier, "voortgang_vastgelegd", { op: op.toString(), hoe: told.hoe });
}

export type TerugblikRefusal = { readonly kind: "terugblik"; readonly probleem: TerugblikProbleem };

/** "Back to the schakelteam" takes the hulpvraag there in the same transaction; when it changes, action lines follow. */
export function completeReview(
  act: Act,
  at: AtTermijn,
  form: TerugblikForm,
): Promise<Result<{ readonly id: string; readonly terugblik: Terugblik }, TerugblikRefusal | ActRefusal>> {
  return perform<{ readonly id: string; readonly terugblik: Terugblik }, TerugblikRefusal | ActRefusal>(
    act,
    async (tx, save) => {
      const found = await mine(tx, act, at);
      if (!found.ok) return found;
      const { dossier, termijn, versie } = found.value;
      const weg = taakWeg[termijn.soort];
      if (weg.soort !== "formulier" || weg.formulier !== "review") return refuse({ kind: "verouderd" });
      const checked = checkTerugblik(form);
      if (!checked.ok) return refuse({ kind: "terugblik", probleem: checked.error });
      const terugblik = checked.value;
      const { uitkomst, werkt } = terugblik;
      const gezien = seeHulpvraag(dossier, act.actor, tx.now);
      // What is on its way to a round already need not go back.
      const goes = uitkomst === "terug_naar_schakelteam" && dossier.status === "in_uitvoering";
      const back = goes ? gezien : null;
      if (goes && !back?.mag.has("terug_naar_schakelteam")) return refuse({ kind: "verouderd" });
      const op = todayIn(tx.now);
      await insertTerugblik(tx, act.world.chance.uuid(), dossier, {
        ...terugblik,
        door: act.actor.persoonId,
      });
      await applyTermEvent(tx, act.world, dossier, { kind: "review_vastgelegd", op });
      if (uitkomst === "wordt_aangepast")
        await applyTermEvent(tx, act.world, dossier, { kind: "aanpak_aangepast", op });
      // Asked for at once as well; who puts that dialog away hears of it again.
      if (uitkomst === "afsluiten" && dossier.afsluitingVoorgesteld === null)
        await applyTermEvent(tx, act.world, dossier, { kind: "klaar_na_terugblik", op });
      await logCase(tx, dossier, "review_vastgelegd", { uitkomst, werkt });
      const told = back
        ? await goBack(tx, act, { id: dossier.id, versie }, { dossier, gezien: back, today: op })
        : [];
      if (!told) return refuse({ kind: "verouderd" });
      const changed = { id: dossier.id, sztId: dossier.sztId, versie: back ? versie + 1 : versie };
      await save(await tell(tx, changed, told, [act.actor.persoonId]));
      return ok({ id: dossier.id, terugblik });
    },
  );
}
