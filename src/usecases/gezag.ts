import { recordEvent } from "#database/event.ts";
import { touchHulpvraag, zaakOf } from "#database/hulpvraag.ts";
import { setGezag } from "#database/leerling.ts";
import { saveGezagMerken, savePartijen } from "#database/toestemming.ts";
import { checkGezag, type GezagForm, type GezagVeld, partijenOf } from "#domain/gezag-form.ts";
import type { Problemen } from "#domain/veld.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { afterConsent } from "./grondslag-gevolg.ts";
import type { At } from "./hulpvraag.ts";
import { openToestemming } from "./toestemming.ts";
import { ok, type Result, refuse } from "./world.ts";

export type GezagRefusal =
  | { readonly kind: "velden"; readonly problemen: Problemen<GezagVeld> }
  | { readonly kind: "kan_niet" };

/** Who decides, checked by the ib. Whoever turns out to have gezag must be asked: until then nothing is discussed. */
export function saveGezag(
  act: Act,
  at: At,
  form: GezagForm,
): Promise<Result<true, GezagRefusal | ActRefusal>> {
  const { actor } = act;
  return perform<true, GezagRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openToestemming(tx, act, { ...at, act: "vastleggen" });
    if (!open.ok) return open;
    const { dossier, gezien } = open.value;
    const problemen = checkGezag(form, { months: gezien.maanden, today: gezien.vandaag });
    if (problemen) return refuse({ kind: "velden", problemen });
    if (!(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    const { leerlingId, sztId } = dossier;
    const partijen = partijenOf(form);
    await setGezag(tx, leerlingId, form.gezag);
    await saveGezagMerken(tx, leerlingId, { merken: form.merken, op: gezien.vandaag });
    await savePartijen(tx, { leerlingId, sztId, vastgelegdDoor: actor.persoonId }, partijen);
    await recordEvent(tx, {
      soort: "gezag_gecontroleerd",
      sztId,
      ...(await zaakOf(tx, at.id)),
      gegevens: {
        merken: form.merken,
        standen: partijen.map(({ partij, stand, hoe }) => `${partij}:${stand}:${hoe}` as const),
      },
    });
    const now = { ...at, versie: at.versie + 1 };
    await save(await afterConsent(act, tx, { before: dossier, at: now, nee: false }));
    return ok(true);
  });
}
