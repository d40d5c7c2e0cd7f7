import { letterEnd } from "#database/bestandslink.ts";
import { dataKeyOf } from "#database/datasleutel.ts";
import { recordEvent } from "#database/event.ts";
import { touchHulpvraag, zaakOf } from "#database/hulpvraag.ts";
import { type AntwoordRow, replaceToestemming } from "#database/toestemming.ts";
import {
  checkInstemming,
  type InstemmingForm,
  type InstemmingVeld,
  informatieOf,
} from "#domain/instemming.ts";
import { schoolYearEnd } from "#domain/schooljaar.ts";
import type { Problemen } from "#domain/veld.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { consentTerms, objectionTerms } from "./consent-expiry.ts";
import { afterConsent } from "./grondslag-gevolg.ts";
import type { At } from "./hulpvraag.ts";
import { termContext } from "./termijn.ts";
import { openToestemming } from "./toestemming.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

export type InstemmingRefusal =
  | { readonly kind: "velden"; readonly problemen: Problemen<InstemmingVeld> }
  | { readonly kind: "eerst_gezag" }
  /** Not a ground here, or there is a written toestemming that holds: that one says more. */
  | { readonly kind: "kan_niet" };

/**
 * The parents were told in writing. Nothing may be discussed until their time to object is over; a no that was said
 * before stays a no.
 */
export function saveInstemming(
  act: Act,
  at: At,
  form: InstemmingForm,
): Promise<Result<true, InstemmingRefusal | ActRefusal>> {
  const { world, actor } = act;
  return perform<true, InstemmingRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openToestemming(tx, act, { ...at, act: "informeren" });
    if (!open.ok) return open;
    const { dossier, gezien } = open.value;
    if (!gezien.whose.ok) return refuse({ kind: "eerst_gezag" });
    const partijen = [...gezien.whose.required, ...gezien.whose.asked];
    const { vandaag: today, tafel } = gezien;
    const problemen = checkInstemming(form, { today, tafel, partijen });
    if (problemen) return refuse({ kind: "velden", problemen });
    const informatie = informatieOf(
      form,
      await termContext(tx, dossier.schoolId),
      await letterEnd(tx, at.id),
    );
    if (!informatie) throw new Error("a whole form without a notice");
    if (!(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    const stem = pupilSays(world, form, today);
    await replaceToestemming(tx, await dataKeyOf(tx, world.keys, dossier.leerlingId), {
      id: world.chance.uuid(),
      sztId: dossier.sztId,
      schoolId: dossier.schoolId,
      hulpvraagId: at.id,
      grondslag: "instemming",
      doelen: ["bespreking_szt"],
      partners: form.partners,
      onderwerpen: gezien.domeinen,
      uitgesloten: [],
      geldigTot: schoolYearEnd(informatie.verzondenOp),
      vastgelegdDoor: actor.persoonId,
      antwoorden: stem,
      informatie,
    });
    await recordEvent(tx, {
      soort: "ouders_geinformeerd_instemming",
      sztId: dossier.sztId,
      ...(await zaakOf(tx, at.id)),
      grondslag: "instemming",
      gegevens: {
        verzonden_op: informatie.verzondenOp.toString(),
        wijze: informatie.wijze,
        aan: informatie.aan,
        begrepen: informatie.begrepen,
        bezwaar_tot: informatie.bezwaarTot.toString(),
        leerling: form.leerling,
        partners: form.partners,
      },
    });
    await consentTerms(tx, world, dossier);
    await objectionTerms(tx, world, dossier, informatie);
    const now = { ...at, versie: at.versie + 1 };
    const nee = stem.some(({ soort }) => soort === "bezwaar");
    await save(await afterConsent(act, tx, { before: dossier, at: now, nee }));
    return ok(true);
  });
}

/** What the pupil said of it today; kept even where it does not decide. */
function pupilSays(
  { chance }: Pick<World, "chance">,
  { leerling }: InstemmingForm,
  op: Temporal.PlainDate,
): AntwoordRow[] {
  if (leerling === "nog_niet") return [];
  const soort = leerling === "eens" ? "akkoord" : "bezwaar";
  return [{ id: chance.uuid(), partij: "leerling", soort, op, vorm: "mondeling", bewaarplaats: null }];
}
