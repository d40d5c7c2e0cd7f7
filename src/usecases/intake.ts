import { makeDataKey } from "#database/datasleutel.ts";
import { loadDossier } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { type HulpvraagHoofd, insertHulpvraag, lockSzt, referencesOf, zaakOf } from "#database/hulpvraag.ts";
import { insertLeerling } from "#database/leerling.ts";
import type { Tx } from "#database/pool.ts";
import { type SchoolRow, schoolsById } from "#database/school.ts";
import { ibFuncties } from "#domain/code.ts";
import { checkStap1, type IntakeLook, type IntakeStap1, type Stap1Veld, seeIntake } from "#domain/intake.ts";
import { lezingOf } from "#domain/lezing.ts";
import { type Bekende, judgeNaamgenoot, type Naamgenootoordeel } from "#domain/naamgenoot.ts";
import type { Notice } from "#domain/notice.ts";
import { pickReference } from "#domain/reference.ts";
import { type Actor, schoolsWith, scopeOf } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import type { Problemen } from "#domain/veld.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { keepGegevens } from "./leerling-naam.ts";
import { recordLezingen } from "./lezing.ts";
import { type BekendeLeerling, bekendenOf } from "./naamgenoot.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** Schools where this person is ib or coo today; only they start an intake (003, Rollen). */
export async function intakeSchools(world: World, actor: Actor): Promise<readonly SchoolRow[]> {
  return world.database.transact(scopeOf(actor), (tx) => ibSchools(tx, actor));
}

/** Of one's own school only: an SZT can serve others too. */
export function ibSchools(tx: Tx, actor: Actor): Promise<readonly SchoolRow[]> {
  return schoolsById(tx, schoolsWith(actor, ibFuncties));
}

export type Stap1Refusal =
  | { readonly kind: "velden"; readonly problemen: Problemen<Stap1Veld> }
  /** An open hulpvraag of this leerling in this school; the ib goes on with that one (000 §3.2: no double requests). */
  | { readonly kind: "bestaat_al"; readonly hulpvraag: HulpvraagHoofd }
  /** There is a leerling with this name and month of birth; only the ib can tell whether it is this one. */
  | { readonly kind: "zelfde_leerling"; readonly bekenden: readonly Bekende[] };

/**
 * The first step makes the concept. The press that starts it gives it its id, so that the same press again finds what
 * the first one made.
 */
export async function startIntake(
  act: Act,
  stap: IntakeStap1,
): Promise<Result<{ id: string }, Stap1Refusal | ActRefusal>> {
  const { world, actor } = act;
  return perform<{ id: string }, Stap1Refusal | ActRefusal>(act, async (tx, save) => {
    const school = (await ibSchools(tx, actor)).find(({ id }) => id === stap.schoolId);
    if (!school) return refuse({ kind: "onzichtbaar" });
    const problemen = checkStap1(stap, { sector: school.sector, today: todayIn(tx.now) });
    if (problemen) return refuse({ kind: "velden", problemen });
    await lockSzt(tx, school.sztId);
    const oordeel = judgeNaamgenoot(await bekendenOf(tx, world, stap), stap);
    if (oordeel.kind === "vragen") return refuse({ kind: "zelfde_leerling", bekenden: oordeel.bekenden });
    if (oordeel.kind === "bestaat_al")
      return refuse({ kind: "bestaat_al", hulpvraag: oordeel.bekende.hulpvraag });
    const id = act.press;
    const leerling = await keepLeerling(tx, act, { school, stap, oordeel });
    await save(leerling.notices);
    await insertHulpvraag(tx, {
      id,
      sztId: school.sztId,
      schoolId: school.id,
      leerlingId: leerling.id,
      referentie: pickReference(
        () => world.chance.number(2 ** 31) / 2 ** 31,
        await referencesOf(tx, school.sztId),
      ),
      inbrengerId: actor.persoonId,
    });
    await recordEvent(tx, {
      soort: "hulpvraag_gestart",
      sztId: school.sztId,
      ...(await zaakOf(tx, id)),
      gegevens: { leerling_bekend: oordeel.kind === "dezelfde" },
    });
    await save([
      {
        soort: "hulpvraag_concept",
        aan: { persoonId: actor.persoonId },
        onderwerpId: id,
        sztId: school.sztId,
        sleutel: `hulpvraag_concept:${id}`,
      },
    ]);
    return ok({ id });
  });
}

type Known = Extract<
  Naamgenootoordeel<BekendeLeerling>,
  { readonly kind: "nieuw" } | { readonly kind: "dezelfde" }
>;

/** A leerling whose earlier hulpvraag has ended is the same leerling, with the values of today. */
async function keepLeerling(
  tx: Tx,
  { world, press }: Act,
  { school, stap, oordeel }: { school: SchoolRow; stap: IntakeStap1; oordeel: Known },
): Promise<{ readonly id: string; readonly notices: readonly Notice[] }> {
  const { keys, chance } = world;
  const { gezag, naam, geboortemaand, leerjaar } = stap;
  const bekende = oordeel.kind === "dezelfde" ? oordeel.bekende : null;
  const [known] = bekende?.leerlingIds ?? [];
  // A number that was left empty takes none away; another one was asked about, and is kept because of that yes.
  const kenmerk = stap.kenmerk ?? bekende?.kenmerken[0] ?? null;
  const row = {
    sztId: school.sztId,
    schoolId: school.id,
    gezag,
    gegevens: { naam, geboortemaand, leerjaar, kenmerk },
    nummer: oordeel.kind === "dezelfde" ? oordeel.bekende.nummer : oordeel.nummer,
  };
  if (known) return { id: known, notices: await keepGegevens(tx, world, { id: known, ...row }, press) };
  const [id, sleutelId] = [chance.uuid(), chance.uuid()];
  const key = await makeDataKey(tx, keys, { id: sleutelId, sztId: school.sztId });
  await insertLeerling(tx, { keys, key }, { id, sleutelId, ...row });
  return { id, notices: [] };
}

/** The intake as it stands, for the next step or to go on with; reading it is logged. */
export async function loadIntake(world: World, actor: Actor, id: string): Promise<IntakeLook> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const dossier = await loadDossier(tx, world.keys, id);
    if (!dossier) return { ok: false, error: { kind: "onzichtbaar" } };
    const look = seeIntake(dossier, { actor, now: tx.now });
    const seen = { naam: true, wat: true };
    const who = { persoonId: actor.persoonId, now: tx.now };
    if (look.ok) await recordLezingen(tx, [lezingOf(dossier, seen, who)], { via: "formulier" });
    return look;
  });
}
