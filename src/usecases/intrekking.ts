import { dataKeyOf } from "#database/datasleutel.ts";
import { touchHulpvraag } from "#database/hulpvraag.ts";
import { insertAntwoord } from "#database/toestemming.ts";
import type { Antwoordsoort, Antwoordvorm, Partij } from "#domain/code.ts";
import { todayIn } from "#domain/today.ts";
import { isJa, lastAnswers } from "#domain/toestemming-antwoord.ts";
import { dayProblem } from "#domain/toestemming-form.ts";
import { type Problemen, problemsOf } from "#domain/veld.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { afterConsent } from "./grondslag-gevolg.ts";
import type { At } from "./hulpvraag.ts";
import { logCase } from "./regierol-open.ts";
import { applyTermEvent } from "./termijn.ts";
import { openToestemming } from "./toestemming.ts";
import { ok, type Result, refuse } from "./world.ts";

export type IntrekVeld = "partij" | "op" | "vorm";
export type IntrekRefusal =
  | { readonly kind: "velden"; readonly problemen: Problemen<IntrekVeld> }
  | { readonly kind: "kan_niet" };

export interface Nee {
  readonly partij: Partij;
  readonly op: Temporal.PlainDate;
  readonly vorm: Antwoordvorm;
}

/**
 * Somebody says no: a yes is taken back, or an objection is made, at any moment and without a reason. By whoever
 * decides, it stops the hulpvraag at once (AVG art. 7 lid 3); of somebody else it is kept and stops nothing.
 */
export function recordNee(act: Act, at: At, nee: Nee): Promise<Result<true, IntrekRefusal | ActRefusal>> {
  const { world, actor } = act;
  return perform<true, IntrekRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openToestemming(tx, act, { ...at, act: "intrekken" });
    if (!open.ok) return open;
    const { dossier, gezien } = open.value;
    const { toestemming } = dossier;
    const given = lastAnswers(toestemming?.antwoorden ?? []).find((one) => one.partij === nee.partij);
    const early = given && Temporal.PlainDate.compare(nee.op, given.op) < 0;
    const problemen = problemsOf<IntrekVeld>({
      partij: gezien.bezwaarlijk.includes(nee.partij) ? undefined : { kind: "past_niet" },
      op: early ? { kind: "te_vroeg", vanaf: given.op } : dayProblem(nee.op, gezien.vandaag),
    });
    if (problemen) return refuse({ kind: "velden", problemen });
    if (!toestemming || !(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    const soort: Antwoordsoort = given && isJa(given.soort) ? "ingetrokken" : "bezwaar";
    await insertAntwoord(tx, await dataKeyOf(tx, world.keys, dossier.leerlingId), {
      ...nee,
      id: world.chance.uuid(),
      toestemmingId: toestemming.id,
      sztId: dossier.sztId,
      hulpvraagId: at.id,
      vastgelegdDoor: actor.persoonId,
      soort,
      bewaarplaats: null,
    });
    const decides = decidesIn(gezien.whose, nee.partij);
    await logCase(tx, dossier, soort === "bezwaar" ? "bezwaar_gemaakt" : "toestemming_ingetrokken", {
      partij: nee.partij,
      op: nee.op.toString(),
      vorm: nee.vorm,
      beslist: decides,
    });
    if (soort === "bezwaar" && decides && !gezien.afgesloten)
      await applyTermEvent(tx, world, dossier, { kind: "bezwaar_gemaakt", op: todayIn(tx.now) });
    const now = { ...at, versie: at.versie + 1 };
    await save(await afterConsent(act, tx, { before: dossier, at: now, nee: decides }));
    return ok(true);
  });
}

function decidesIn(
  whose:
    | { readonly ok: true; readonly required: readonly Partij[]; readonly asked: readonly Partij[] }
    | { readonly ok: false },
  partij: Partij,
): boolean {
  return whose.ok && [...whose.required, ...whose.asked].includes(partij);
}
