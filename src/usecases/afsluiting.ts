import { saveDoelbereik } from "#database/doelbereik.ts";
import type { AtVersion } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import { closeHulpvraag, meewerkerOf, proposeClosing } from "#database/regierol.ts";
import { endTermijnen } from "#database/termijn.ts";
import type { Afsluitreden } from "#domain/code.ts";
import type { Doelbereik } from "#domain/doelbereik.ts";
import type { Dossier } from "#domain/dossier.ts";
import type { Guard, HulpvraagAct } from "#domain/hulpvraag.ts";
import type { Notice } from "#domain/notice.ts";
import type { Sluitreden } from "#domain/regierol-reden.ts";
import type { Relatie } from "#domain/relatie.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { ibsOf } from "#domain/termijn-eigenaar.ts";
import { dayProblem, type RegierolProblemen } from "#domain/terugkoppeling.ts";
import { todayIn } from "#domain/today.ts";
import { decideDossierOn } from "#domain/toestemming.ts";
import { explainEinde, grondslagstand } from "#domain/visibility.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { tellAbout } from "./notice-about.ts";
import { logCase, type Opened, openFor, stepTo, tell } from "./regierol-open.ts";
import { applyTermEvent } from "./termijn.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

export interface Closing {
  readonly at: AtVersion;
  readonly opened: Opened;
  /** The step of the table of transitions that closes. */
  readonly step: { readonly act: HulpvraagAct; readonly given: readonly Guard[] };
  readonly reden: Afsluitreden;
  readonly verteldOp: Temporal.PlainDate;
}

/**
 * Closes a hulpvraag: the regierol, open terms and open acties end with it, and from then on only the ib can read it.
 * False when the step cannot be made, or somebody was first.
 */
export async function close(
  tx: Tx,
  act: Act,
  { at, opened, step, reden, verteldOp }: Closing,
): Promise<boolean> {
  const { dossier, today } = opened;
  if (stepTo(tx, act, opened, step) !== "afgesloten") return false;
  const nee = grondslagstand(decideDossierOn(dossier, today), "bespreking") === "ingetrokken";
  if (!(await closeHulpvraag(tx, at, { reden, verteldOp, nee }))) return false;
  await endTermijnen(tx, { hulpvraagId: dossier.id, soorten: ["afsluiting_bevestigen"] }, "klaar");
  await applyTermEvent(tx, act.world, dossier, { kind: "afgesloten", op: today });
  await logCase(tx, dossier, "hulpvraag_afgesloten", {
    reden,
    door: step.act,
    verteld_op: verteldOp.toString(),
  });
  return true;
}

/** Why it ends, and what was reached goal by goal. */
export interface VoorstelForm {
  readonly reden: Sluitreden;
  readonly doelen: Doelbereik;
}

/** The holder thinks that it is done, and why; the ib confirms after telling the parents. */
export function proposeAfsluiting(
  act: Act,
  at: AtVersion,
  { reden, doelen }: VoorstelForm,
): Promise<Result<true, ActRefusal>> {
  return perform(act, async (tx, save): Promise<Result<true, ActRefusal>> => {
    const open = await openFor(tx, act, at, "afsluiting_voorstellen");
    if (!open.ok) return open;
    const { dossier, today } = open.value;
    const { actor, world } = act;
    if (!(await proposeClosing(tx, at, reden, actor.persoonId))) return refuse({ kind: "verouderd" });
    await saveDoelbereik(tx, dossier, doelen, actor.persoonId);
    await applyTermEvent(tx, world, dossier, { kind: "afsluiting_voorgesteld", op: today });
    await logCase(tx, dossier, "afsluiting_voorgesteld", { reden });
    const versie = at.versie + 1;
    const told = ibsOf(dossier, today).map(
      (persoonId): Notice => ({
        soort: "afsluiting_bevestigen",
        aan: { persoonId },
        onderwerpId: dossier.id,
        sztId: dossier.sztId,
        sleutel: `afsluiting_bevestigen:${dossier.id}:${versie}:${persoonId}`,
      }),
    );
    await save(await tell(tx, { ...at, sztId: dossier.sztId, versie }, told, [actor.persoonId]));
    return ok(true);
  });
}

export interface AfsluitingForm {
  readonly verteldOp: Temporal.PlainDate | null;
}
export type AfsluitingRefusal = {
  readonly kind: "velden";
  readonly problemen: RegierolProblemen<keyof AfsluitingForm>;
};

/** The parents were told: closed. Every card of everybody else becomes the neutral one. */
export function confirmAfsluiting(
  act: Act,
  at: AtVersion,
  { verteldOp }: AfsluitingForm,
): Promise<Result<true, AfsluitingRefusal | ActRefusal>> {
  return perform<true, AfsluitingRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openFor(tx, act, at, "afsluiting_bevestigen");
    if (!open.ok) return open;
    const opened = open.value;
    const reden = opened.dossier.afsluitingVoorgesteld;
    // That it ends cannot have been told before the round decided what would be done.
    const last = opened.dossier.besluiten.at(-1);
    const wrong = dayProblem(verteldOp, last ? todayIn(last.genomenOp) : null, opened.today);
    if (wrong) return refuse({ kind: "velden", problemen: { verteldOp: wrong } });
    const step = {
      act: "afsluiting_bevestigen",
      given: ["ouders_geinformeerd", "reden_vastgelegd"],
    } as const;
    if (!reden || !verteldOp || !(await close(tx, act, { at, opened, step, reden, verteldOp }))) {
      return refuse({ kind: "verouderd" });
    }
    const changed = { ...at, sztId: opened.dossier.sztId, versie: at.versie + 1 };
    await save(await tell(tx, changed, tellClosed(opened.dossier, act.actor), [act.actor.persoonId]));
    return ok(true);
  });
}

/** Who worked for it until now: from now on they see nothing of it, and nothing is asked of them. */
export function tellClosed(
  { id, sztId, versie, regierollen, acties }: Dossier,
  { persoonId: self }: Act["actor"],
): readonly Notice[] {
  const holders = regierollen.filter(({ tot }) => tot === null).map(({ houderId }) => houderId);
  const doers = acties.filter(({ gedaanOp }) => gedaanOp === null).map(({ houderId }) => houderId);
  const personen = [...holders, ...doers].filter((persoonId) => persoonId !== self);
  return tellAbout("hulpvraag_afgesloten", { id, sztId }, { personen, feit: String(versie + 1) });
}

/** Read by who was told that it ended, or goes on with another: the number and nothing else. */
export async function closedFor(
  world: World,
  actor: Actor,
  id: string,
): Promise<{ readonly referentie: string; readonly gaatDoor: boolean } | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const row = await meewerkerOf(tx, id, actor.persoonId);
    const before = row?.meegewerkt && !row.werktNu;
    const relaties = new Set<Relatie>(before ? ["eerder_betrokken"] : []);
    return row && explainEinde(relaties, row.status).allowed
      ? { referentie: row.referentie, gaatDoor: row.status !== "afgesloten" }
      : null;
  });
}

/** Not yet: the proposal is off, and the holder goes on. */
export function rejectAfsluiting(act: Act, at: AtVersion): Promise<Result<true, ActRefusal>> {
  return perform(act, async (tx, save): Promise<Result<true, ActRefusal>> => {
    const open = await openFor(tx, act, at, "afsluiting_bevestigen");
    if (!open.ok) return open;
    const { dossier, today } = open.value;
    if (!(await proposeClosing(tx, at, null, null))) return refuse({ kind: "verouderd" });
    await applyTermEvent(tx, act.world, dossier, { kind: "afsluiting_afgewezen", op: today });
    await logCase(tx, dossier, "afsluiting_afgewezen");
    const holders = dossier.regierollen.filter(({ tot }) => tot === null).map(({ houderId }) => houderId);
    const changed = { ...at, sztId: dossier.sztId, versie: at.versie + 1 };
    const personen = holders.filter((id) => id !== act.actor.persoonId);
    const told = tellAbout("afsluiting_afgewezen", dossier, { personen, feit: String(changed.versie) });
    await save(await tell(tx, changed, told, [act.actor.persoonId]));
    return ok(true);
  });
}
