import { dataKeyOf } from "#database/datasleutel.ts";
import { loadDossier } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { touchHulpvraag, zaakOf } from "#database/hulpvraag.ts";
import { setGezag } from "#database/leerling.ts";
import type { Tx } from "#database/pool.ts";
import { replaceToestemming, type ToestemmingRow, withdrawGever } from "#database/toestemming.ts";
import type { Gezag, Partij } from "#domain/code.ts";
import type { Dossier } from "#domain/dossier.ts";
import { lezingOf } from "#domain/lezing.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seal } from "#domain/sealed.ts";
import { usualStem } from "#domain/see-hulpvraag.ts";
import { seeToestemming, type ToestemmingGezien } from "#domain/see-toestemming.ts";
import { todayIn } from "#domain/today.ts";
import { decideDossierOn } from "#domain/toestemming.ts";
import {
  type AntwoordVan,
  checkToestemming,
  dayProblem,
  type ToestemmingForm,
  type ToestemmingVeld,
} from "#domain/toestemming-form.ts";
import { type Problemen, problemsOf } from "#domain/veld.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { consentTerms } from "./consent-expiry.ts";
import { dropGround } from "./grondslag-weg.ts";
import type { At } from "./hulpvraag.ts";
import { refreshed } from "./hulpvraag-notice.ts";
import { recordLezingen } from "./lezing.ts";
import { rewriteSummaries } from "./samenvatting-vrijgave.ts";
import { applyTermEvent } from "./termijn.ts";
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

interface Open {
  readonly tx: Tx;
  readonly dossier: Dossier;
  readonly gezien: ToestemmingGezien;
}

/** Loaded, allowed, at the right version, and then at the next one. */
async function change(
  { world, actor }: Act,
  tx: Tx,
  at: At & { readonly act: keyof ToestemmingGezien["mag"] },
): Promise<Result<Open, ActRefusal | { readonly kind: "kan_niet" }>> {
  const dossier = await loadDossier(tx, world.keys, at.id);
  const gezien = dossier && seeToestemming(dossier, actor, tx.now);
  if (!gezien) return refuse({ kind: "onzichtbaar" });
  if (gezien.versie !== at.versie) return refuse({ kind: "verouderd" });
  if (!gezien.mag[at.act]) return refuse({ kind: "kan_niet" });
  return ok({ tx, dossier, gezien });
}

/** Who has gezag, checked by the ib before anyone is asked. */
export function checkGezag(
  act: Act,
  at: At,
  gezag: Gezag,
): Promise<Result<true, { readonly kind: "kan_niet" } | ActRefusal>> {
  return perform<true, { readonly kind: "kan_niet" } | ActRefusal>(act, async (tx, save) => {
    const open = await change(act, tx, { ...at, act: "vastleggen" });
    if (!open.ok) return open;
    const { dossier } = open.value;
    await setGezag(tx, dossier.leerlingId, gezag);
    if (!(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    await recordEvent(tx, {
      soort: "gezag_gecontroleerd",
      sztId: dossier.sztId,
      ...(await zaakOf(tx, at.id)),
    });
    await save(await afterChange(act, tx, { ...at, versie: at.versie + 1 }));
    return ok(true);
  });
}

/** A new toestemming takes the place of the old one. A no counts at once: the hulpvraag then leaves every agenda. */
export function saveToestemming(
  act: Act,
  at: At,
  form: ToestemmingForm,
): Promise<Result<true, ToestemmingRefusal | ActRefusal>> {
  const { world, actor } = act;
  return perform<true, ToestemmingRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await change(act, tx, { ...at, act: "vastleggen" });
    if (!open.ok) return open;
    const { dossier, gezien } = open.value;
    if (!gezien.whose.ok) return refuse({ kind: "eerst_gezag" });
    const asked = [...gezien.whose.required, ...gezien.whose.asked];
    const own = { ...form, antwoorden: form.antwoorden.filter(({ partij }) => asked.includes(partij)) };
    const problemen = checkToestemming(own, { today: gezien.vandaag, tafel: gezien.tafel });
    if (problemen) return refuse({ kind: "velden", problemen });
    if (!(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    const gevers = own.antwoorden.flatMap(giverOf);
    await replaceToestemming(tx, await dataKeyOf(tx, world.keys, dossier.leerlingId), {
      id: world.chance.uuid(),
      sztId: dossier.sztId,
      hulpvraagId: at.id,
      grondslag: "schriftelijk",
      partners: own.partners,
      geldigTot: own.geldigTot,
      vastgelegdDoor: actor.persoonId,
      gevers,
    });
    await recordEvent(tx, {
      soort: "toestemming_vastgelegd",
      sztId: dossier.sztId,
      ...(await zaakOf(tx, at.id)),
      grondslag: "schriftelijk",
      gegevens: {
        ja: gevers.filter((gever) => !gever.ingetrokkenOp).map(({ partij }) => partij),
        nee: gevers.filter((gever) => gever.ingetrokkenOp).map(({ partij }) => partij),
        partners: own.partners,
        geldig_tot: own.geldigTot.toString(),
      },
    });
    await consentTerms(tx, world, dossier);
    await save(await afterChange(act, tx, { ...at, versie: at.versie + 1 }));
    return ok(true);
  });
}

function giverOf({ partij, antwoord, op, vorm, bewaarplaats }: AntwoordVan): ToestemmingRow["gevers"] {
  if (antwoord === "nog_niet" || op === null) return [];
  const given = antwoord === "ja";
  return [
    {
      partij,
      gegevenOp: op,
      vorm: vorm ?? "mondeling_bevestigd",
      bewaarplaats: bewaarplaats === null ? null : seal(bewaarplaats),
      ingetrokkenOp: given ? null : op,
    },
  ];
}

export type IntrekVeld = "partij" | "op";
export type IntrekRefusal =
  | { readonly kind: "velden"; readonly problemen: Problemen<IntrekVeld> }
  | { readonly kind: "kan_niet" };

/** One of those who consented takes it back; by whomever, it stops the hulpvraag at once (AVG art. 7 lid 3). */
export function withdrawToestemming(
  act: Act,
  at: At,
  { partij, op }: { readonly partij: Partij; readonly op: Temporal.PlainDate },
): Promise<Result<true, IntrekRefusal | ActRefusal>> {
  return perform<true, IntrekRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await change(act, tx, { ...at, act: "intrekken" });
    if (!open.ok) return open;
    const { dossier, gezien } = open.value;
    const { toestemming } = dossier;
    const gever = toestemming?.gevers.find((one) => one.partij === partij && !one.ingetrokkenOp);
    const problemen = problemsOf<IntrekVeld>({
      partij: gever ? undefined : { kind: "past_niet" },
      op:
        gever && Temporal.PlainDate.compare(op, gever.gegevenOp) < 0
          ? { kind: "past_niet" }
          : dayProblem(op, gezien.vandaag),
    });
    if (problemen) return refuse({ kind: "velden", problemen });
    if (!toestemming || !(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    if (!(await withdrawGever(tx, toestemming.id, partij, op))) return refuse({ kind: "verouderd" });
    await recordEvent(tx, {
      soort: "toestemming_ingetrokken",
      sztId: dossier.sztId,
      ...(await zaakOf(tx, at.id)),
      grondslag: toestemming.grondslag,
      gegevens: { partij, op: op.toString() },
    });
    await save(await afterChange(act, tx, { ...at, versie: at.versie + 1 }));
    return ok(true);
  });
}

/** What follows from the toestemming as it now stands: cards are drawn again, and without a ground it leaves every agenda. */
async function afterChange({ world, actor }: Act, tx: Tx, at: At) {
  const dossier = await loadDossier(tx, world.keys, at.id);
  if (!dossier) throw new Error("a hulpvraag went away under its own lock");
  const today = todayIn(tx.now);
  if (!decideDossierOn(dossier, usualStem, today).ok) {
    await applyTermEvent(tx, world, dossier, { kind: "toestemming_ingetrokken", op: today });
    return [...(await dropGround(tx, dossier, at.versie)), ...(await rewriteSummaries(tx, world, at.id))];
  }
  return refreshed(tx, { ...at, sztId: dossier.sztId }, [actor.persoonId]);
}
