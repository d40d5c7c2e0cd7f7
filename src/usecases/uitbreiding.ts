import { dataKeyOf } from "#database/datasleutel.ts";
import { touchHulpvraag } from "#database/hulpvraag.ts";
import { replaceToestemming } from "#database/toestemming.ts";
import type { Dossier } from "#domain/dossier.ts";
import type { ToestemmingGezien } from "#domain/see-toestemming.ts";
import type { ToestemmingVeld } from "#domain/toestemming-form.ts";
import { checkUitbreiding, type UitbreidingFacts, type UitbreidingForm } from "#domain/uitbreiding.ts";
import type { Problemen } from "#domain/veld.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { consentTerms } from "./consent-expiry.ts";
import { afterConsent } from "./grondslag-gevolg.ts";
import type { At } from "./hulpvraag.ts";
import { refreshed } from "./hulpvraag-notice.ts";
import { logCase } from "./regierol-open.ts";
import { answerOf, openToestemming } from "./toestemming.ts";
import { ok, type Result, refuse } from "./world.ts";

export type UitbreidingRefusal =
  | { readonly kind: "velden"; readonly problemen: Problemen<ToestemmingVeld> }
  | { readonly kind: "kan_niet" };

/** What a wider toestemming is checked against. */
export function uitbreidingFacts(gezien: ToestemmingGezien): UitbreidingFacts {
  const { whose, tafel, eerder } = gezien;
  return {
    today: gezien.vandaag,
    erbij: tafel.filter((functie) => !eerder?.partners.includes(functie)),
    vereist: whose.ok ? whose.required : [],
    eerder: eerder?.ja ?? new Map(),
  };
}

/**
 * Everyone was asked again about one partner more. All say yes: that one joins. One says no: nothing changes, the
 * toestemming that stands included.
 */
export function saveUitbreiding(
  act: Act,
  at: At,
  form: UitbreidingForm,
): Promise<Result<"ja" | "nee", UitbreidingRefusal | ActRefusal>> {
  const { world } = act;
  return perform<"ja" | "nee", UitbreidingRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openToestemming(tx, act, { ...at, act: "uitbreiden" });
    if (!open.ok) return open;
    const { dossier, gezien } = open.value;
    const { toestemming } = dossier;
    if (!toestemming || !gezien.whose.ok) return refuse({ kind: "kan_niet" });
    const asked = [...gezien.whose.required, ...gezien.whose.asked];
    const own = { ...form, antwoorden: form.antwoorden.filter(({ partij }) => asked.includes(partij)) };
    const checked = checkUitbreiding(own, uitbreidingFacts(gezien));
    if (!checked.ok) return refuse({ kind: "velden", problemen: checked.error });
    if (!(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    const now = { ...at, versie: at.versie + 1 };
    await logCase(tx, dossier, checked.value === "ja" ? "toestemming_uitgebreid" : "uitbreiding_geweigerd", {
      partners: own.partners,
      nee: own.antwoorden.filter(({ antwoord }) => antwoord === "nee").map(({ partij }) => partij),
    });
    if (checked.value === "nee") {
      await save(await refreshed(tx, { ...now, sztId: dossier.sztId }, [act.actor.persoonId]));
      return ok("nee");
    }
    const key = await dataKeyOf(tx, world.keys, dossier.leerlingId);
    await replaceToestemming(tx, key, wider(act, { dossier, toestemming }, own));
    await consentTerms(tx, world, dossier);
    await save(await afterConsent(act, tx, { before: dossier, at: now, nee: false }));
    return ok("ja");
  });
}

/** The same toestemming with the new partners, on the new answers. Who was asked and said nothing keeps the answer of before. */
function wider(
  { world, actor }: Act,
  { dossier, toestemming }: { dossier: Dossier; toestemming: NonNullable<Dossier["toestemming"]> },
  form: UitbreidingForm,
): Parameters<typeof replaceToestemming>[2] {
  return {
    id: world.chance.uuid(),
    sztId: dossier.sztId,
    schoolId: dossier.schoolId,
    hulpvraagId: dossier.id,
    grondslag: toestemming.grondslag,
    doelen: toestemming.doelen,
    partners: [...toestemming.partners, ...form.partners],
    onderwerpen: toestemming.onderwerpen ?? dossier.domeinen,
    uitgesloten: toestemming.uitgesloten,
    geldigTot: toestemming.geldigTot,
    vastgelegdDoor: actor.persoonId,
    antwoorden: form.antwoorden.flatMap((antwoord) => answerOf(world, antwoord)),
    informatie: toestemming.informatie,
  };
}
