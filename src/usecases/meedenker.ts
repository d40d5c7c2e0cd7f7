import type { AtVersion } from "#database/hulpvraag.ts";
import { touchHulpvraag } from "#database/hulpvraag.ts";
import { linkExperts, unlinkExperts } from "#database/regierol-om.ts";
import { cancelGenodigden } from "#database/traject.ts";
import { koppelbaar, meedenkersOf } from "#domain/meedenker.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { tellAbout } from "./notice-about.ts";
import { logCase, openFor, tell } from "./regierol-open.ts";
import { ok, type Result, refuse } from "./world.ts";

export type MeedenkerRefusal = { readonly kind: "niet_in_toestemming" };

/**
 * Who reads along from now on: those who were chosen, and nobody else. Within the toestemming, as it stands at this
 * moment (003, block 3). Who was linked and may not be by now goes with the next choice, or was blind already.
 */
export function kiesMeedenkers(
  act: Act,
  at: AtVersion,
  gekozen: readonly string[],
): Promise<Result<{ readonly bij: number; readonly af: number }, MeedenkerRefusal | ActRefusal>> {
  return perform<{ readonly bij: number; readonly af: number }, MeedenkerRefusal | ActRefusal>(
    act,
    async (tx, save) => {
      const open = await openFor(tx, act, at, "meedenkers_kiezen");
      if (!open.ok) return open;
      const { dossier } = open.value;
      const able = koppelbaar(dossier, tx.now).map(({ persoonId }) => persoonId);
      if (!gekozen.every((id) => able.includes(id))) return refuse({ kind: "niet_in_toestemming" });
      const linked = meedenkersOf(dossier);
      const bij = [...new Set(gekozen)].filter((id) => !linked.includes(id));
      const af = linked.filter((id) => !gekozen.includes(id));
      if (!(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
      await linkExperts(tx, dossier, bij);
      await unlinkExperts(tx, dossier.id, af);
      // Who reads nothing of it is not expected at its end.
      await cancelGenodigden(tx, dossier.id, af);
      for (const aan of bij) await logCase(tx, dossier, "expert_gekoppeld", { aan });
      for (const aan of af) await logCase(tx, dossier, "expert_ontkoppeld", { aan });
      const told = tellAbout("expert_gekoppeld", dossier, { personen: bij, feit: `${at.versie + 1}` });
      const changed = { ...at, sztId: dossier.sztId, versie: at.versie + 1 };
      await save(await tell(tx, changed, told, [act.actor.persoonId, ...af]));
      return ok({ bij: bij.length, af: af.length });
    },
  );
}
