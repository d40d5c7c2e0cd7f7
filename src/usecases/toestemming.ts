import { dataKeyOf } from "#database/datasleutel.ts";
import { loadDossier } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { touchHulpvraag, zaakOf } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import { type AntwoordRow, replaceToestemming } from "#database/toestemming.ts";
import type { Dossier } from "#domain/dossier.ts";
import { lezingOf } from "#domain/lezing.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seal } from "#domain/sealed.ts";
import { seeToestemming, type ToestemmingGezien } from "#domain/see-toestemming.ts";
import {
  type AntwoordVan,
  checkToestemming,
  type ToestemmingForm,
  type ToestemmingVeld,
} from "#domain/toestemming-form.ts";
import type { Problemen } from "#domain/veld.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { consentTerms } from "./consent-expiry.ts";
import { afterConsent } from "./grondslag-gevolg.ts";
import type { At } from "./hulpvraag.ts";
import { recordLezingen } from "./lezing.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** For the form; null for whoever does not keep this toestemming. Reading it is logged. */
export async function loadToestemming(
  world: World,
  actor: Actor,
  id: string,
): Promise<ToestemmingGezien | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const dossier = await loadDossier(tx, world.keys, id);
    const gezien = dossier && seeToestemming(dossier, actor, tx.now);
    const seen = { naam: true, wat: true };
    const who = { persoonId: actor.persoonId, now: tx.now };
    if (gezien) await recordLezingen(tx, [lezingOf(dossier, seen, who)], { via: "formulier" });
    return gezien;
  });
}

export type ToestemmingRefusal =
  | { readonly kind: "velden"; readonly problemen: Problemen<ToestemmingVeld> }
  /** Gezag or the month of birth must be put right first: it is not known whose answer counts. */
  | { readonly kind: "eerst_gezag" }
  | { readonly kind: "kan_niet" };

export interface OpenToestemming {
  readonly dossier: Dossier;
  readonly gezien: ToestemmingGezien;
}

/** Loaded, allowed, and at the version of the card. */
export async function openToestemming(
  tx: Tx,
  { world, actor }: Act,
  at: At & { readonly act: keyof ToestemmingGezien["mag"] },
): Promise<Result<OpenToestemming, ActRefusal | { readonly kind: "kan_niet" }>> {
  const dossier = await loadDossier(tx, world.keys, at.id);
  const gezien = dossier && seeToestemming(dossier, actor, tx.now);
  if (!gezien) return refuse({ kind: "onzichtbaar" });
  if (gezien.versie !== at.versie) return refuse({ kind: "verouderd" });
  if (!gezien.mag[at.act]) return refuse({ kind: "kan_niet" });
  return ok({ dossier, gezien });
}

/** A new toestemming takes the place of the old one. A no counts at once: the hulpvraag then leaves every agenda. */
export function saveToestemming(
  act: Act,
  at: At,
  form: ToestemmingForm,
): Promise<Result<true, ToestemmingRefusal | ActRefusal>> {
  const { world, actor } = act;
  return perform<true, ToestemmingRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openToestemming(tx, act, { ...at, act: "vastleggen" });
    if (!open.ok) return open;
    const { dossier, gezien } = open.value;
    if (!gezien.whose.ok) return refuse({ kind: "eerst_gezag" });
    const asked = [...gezien.whose.required, ...gezien.whose.asked];
    const own = { ...form, antwoorden: form.antwoorden.filter(({ partij }) => asked.includes(partij)) };
    const { vandaag: today, tafel, domeinen, eerder } = gezien;
    const problemen = checkToestemming(own, { today, tafel, domeinen, eerder, nee: gezien.nee });
    if (problemen) return refuse({ kind: "velden", problemen });
    if (!(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    const antwoorden = own.antwoorden.flatMap((antwoord) => answerOf(world, antwoord));
    await replaceToestemming(tx, await dataKeyOf(tx, world.keys, dossier.leerlingId), {
      id: world.chance.uuid(),
      sztId: dossier.sztId,
      schoolId: dossier.schoolId,
      hulpvraagId: at.id,
      grondslag: "schriftelijk",
      doelen: ["bespreking_szt", ...own.doelen.filter((doel) => doel !== "bespreking_szt")],
      partners: own.partners,
      onderwerpen: domeinen,
      uitgesloten: own.uitgesloten,
      geldigTot: own.geldigTot,
      vastgelegdDoor: actor.persoonId,
      antwoorden,
      informatie: null,
    });
    const who = (soort: AntwoordRow["soort"]) =>
      antwoorden.filter((one) => one.soort === soort).map(({ partij }) => partij);
    const nee = who("weigering");
    await recordEvent(tx, {
      soort: "toestemming_vastgelegd",
      sztId: dossier.sztId,
      ...(await zaakOf(tx, at.id)),
      grondslag: "schriftelijk",
      gegevens: {
        ja: who("toestemming"),
        nee,
        partners: own.partners,
        doelen: own.doelen,
        uitgesloten: own.uitgesloten,
        geldig_tot: own.geldigTot.toString(),
      },
    });
    await consentTerms(tx, world, dossier);
    const now = { ...at, versie: at.versie + 1 };
    await save(await afterConsent(act, tx, { before: dossier, at: now, nee: nee.length > 0 }));
    return ok(true);
  });
}

/** An answer as it is kept; a question that was put without an answer is kept with the day on which it was. */
export function answerOf(
  { chance }: Pick<World, "chance">,
  { partij, antwoord, op, vorm, bewaarplaats }: AntwoordVan,
): AntwoordRow[] {
  if (op === null) return [];
  const soort = { ja: "toestemming", nee: "weigering", nog_niet: "geen_reactie" } as const;
  return [
    {
      id: chance.uuid(),
      partij,
      soort: soort[antwoord],
      op,
      vorm: vorm ?? "mondeling",
      bewaarplaats: bewaarplaats === null ? null : seal(bewaarplaats),
    },
  ];
}
