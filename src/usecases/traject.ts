/** A traject of eight weeks: begun, evaluated halfway and at the end, extended once, with the wijkteam where more is needed. */
import type { AtVersion } from "#database/hulpvraag.ts";
import { touchHulpvraag } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import { linkExperts, unlinkExperts } from "#database/regierol-om.ts";
import { termSettingsOf } from "#database/termijn.ts";
import { cancelGenodigden, insertGenodigde, insertTraject, saveTraject } from "#database/traject.ts";
import type { HulpvraagAct } from "#domain/hulpvraag-view.ts";
import { meedenkersOf } from "#domain/meedenker.ts";
import type { Notice } from "#domain/notice.ts";
import type { TermEvent } from "#domain/termijn-event.ts";
import type { RegierolProblemen } from "#domain/terugkoppeling.ts";
import {
  checkEind,
  checkStart,
  checkStoppen,
  checkTussen,
  checkVerlengen,
  type EindForm,
  eindUiterlijk,
  openTraject,
  type PlanForm,
  planGrens,
  planProblem,
  type StartForm,
  type StopForm,
  startVanaf,
  type TrajectFeit,
  type TussenForm,
  type UitnodigForm,
  type VerlengForm,
  verlengEvent,
} from "#domain/traject.ts";
import { genodigdenOf, teVragen } from "#domain/traject-view.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { tellAbout } from "./notice-about.ts";
import { groundHolds, holdersOf, logCase, type Opened, openFor, tell } from "./regierol-open.ts";
import { applyTermEvent, termContext } from "./termijn.ts";
import { ok, type Result, refuse } from "./world.ts";

export type TrajectRefusal<Form> =
  | { readonly kind: "velden"; readonly problemen: RegierolProblemen<keyof Form & string> }
  | { readonly kind: "geen_grondslag" }
  /** Somebody was chosen who may not read it as the toestemming stands now. */
  | { readonly kind: "niet_in_toestemming" };
type Answer<Form> = Result<true, TrajectRefusal<Form> | ActRefusal>;

/** After a start talk, with a ground in writing that holds. The terms count from that day, which may lie before today. */
export function startTraject(act: Act, at: AtVersion, form: StartForm): Promise<Answer<StartForm>> {
  return perform(act, async (tx, save): Promise<Answer<StartForm>> => {
    const open = await openFor(tx, act, at, "traject_starten");
    if (!open.ok) return open;
    const { dossier, today } = open.value;
    if (!groundHolds(open.value)) return refuse({ kind: "geen_grondslag" });
    const problemen = checkStart(form, { vanaf: startVanaf(dossier), today });
    if (problemen) return refuse({ kind: "velden", problemen });
    const { op } = form;
    if (!op || !(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    await insertTraject(tx, dossier, {
      ...{ id: act.world.chance.uuid(), gestartOp: op, door: act.actor.persoonId },
    });
    await applyTermEvent(tx, act.world, dossier, { kind: "traject_gestart", op });
    await logCase(tx, dossier, "traject_gestart", { op: op.toString() });
    await save(await changed(tx, act, at, open.value));
    return ok(true);
  });
}

interface Step {
  readonly tx: Tx;
  readonly act: Act;
  readonly at: AtVersion;
  readonly opened: Opened;
  readonly feit: TrajectFeit;
}
interface Made {
  readonly feit: TrajectFeit;
  readonly event?: TermEvent;
  readonly told?: readonly Notice[];
  /** Whose card may be on its way, or shows nothing any more. */
  readonly also?: readonly string[];
}

/** One step of the open traject: checked by `make`, which also writes what belongs to it, and then kept. */
function trajectStep<Form>(
  act: Act,
  at: AtVersion,
  may: HulpvraagAct,
  make: (step: Step) => Promise<Result<Made, TrajectRefusal<Form> | ActRefusal>>,
): Promise<Answer<Form>> {
  return perform(act, async (tx, save): Promise<Answer<Form>> => {
    const open = await openFor(tx, act, at, may);
    if (!open.ok) return open;
    const opened = open.value;
    const feit = openTraject(opened.dossier);
    if (!feit || !(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    const made = await make({ tx, act, at, opened, feit });
    if (!made.ok) return made;
    const { event, told = [], also = [] } = made.value;
    if (!(await saveTraject(tx, made.value.feit))) return refuse({ kind: "verouderd" });
    if (event) await applyTermEvent(tx, act.world, opened.dossier, event);
    await save(await changed(tx, act, at, opened, { told, also }));
    return ok(true);
  });
}

export function holdTussen(act: Act, at: AtVersion, form: TussenForm): Promise<Answer<TussenForm>> {
  return trajectStep<TussenForm>(act, at, "traject_tussen", async ({ tx, opened, feit }) => {
    const { dossier, today } = opened;
    const problemen = checkTussen(feit, form, today);
    const { op, stand, meerHulp } = form;
    if (problemen || !op || !stand) return refuse({ kind: "velden", problemen: problemen ?? {} });
    const more = meerHulp === "ja";
    await logCase(tx, dossier, "tussenevaluatie_gehouden", { op: op.toString(), stand, meer_hulp: more });
    return ok({
      feit: { ...feit, tussen: { op, stand }, meerHulpOp: feit.meerHulpOp ?? (more ? op : null) },
      event: { kind: "tussenevaluatie_gehouden", op },
    });
  });
}

/**
 * More help is needed: the contact of the wijkteam is asked to the evaluation at the end (001). Within the toestemming as
 * it stands now, and nobody else. When nobody can be asked it is kept that more is needed.
 */
export function nodigUit(act: Act, at: AtVersion, form: UitnodigForm): Promise<Answer<UitnodigForm>> {
  return trajectStep<UitnodigForm>(act, at, "traject_meer_hulp", async (step) => {
    const { tx, opened, feit } = step;
    const { dossier, today } = opened;
    const able = teVragen(dossier, feit, tx.now);
    const wie = [...new Set(form.wie)];
    if (!wie.every((id) => able.some(({ persoonId }) => persoonId === id)))
      return refuse({ kind: "niet_in_toestemming" });
    if (able.length > 0 && wie.length === 0)
      return refuse({ kind: "velden", problemen: { wie: { kind: "leeg" } } });
    const plan = await planned(step, form.op ?? feit.eindGeplandOp);
    if ("problem" in plan) return refuse({ kind: "velden", problemen: { op: plan.problem } });
    await ask(step, wie);
    if (feit.meerHulpOp === null) await logCase(tx, dossier, "traject_meer_hulp");
    return ok({
      feit: { ...feit, meerHulpOp: feit.meerHulpOp ?? today, eindGeplandOp: plan.op },
      told: invited(step, plan.moved ? [...wie, ...genodigdenOf(dossier, feit, tx.now)] : wie),
    });
  });
}

/** The day of the evaluation at the end; who was asked to it hears the new day. */
export function planEind(act: Act, at: AtVersion, form: PlanForm): Promise<Answer<PlanForm>> {
  return trajectStep<PlanForm>(act, at, "traject_plannen", async (step) => {
    const { tx, opened, feit } = step;
    const plan = form.op ? await planned(step, form.op) : { problem: { kind: "leeg" } as const };
    if ("problem" in plan) return refuse({ kind: "velden", problemen: { op: plan.problem } });
    const told = plan.moved ? invited(step, genodigdenOf(opened.dossier, feit, tx.now)) : [];
    return ok({ feit: { ...feit, eindGeplandOp: plan.op }, told });
  });
}

/** The exception: once, with a reason, as long as was agreed. A day that was agreed for the end holds no more. */
export function verlengTraject(act: Act, at: AtVersion, form: VerlengForm): Promise<Answer<VerlengForm>> {
  return trajectStep<VerlengForm>(act, at, "traject_verlengen", async (step) => {
    const { tx, opened, feit } = step;
    const { dossier, today } = opened;
    const maxWeken = (await termSettingsOf(tx)).eindevaluatie_schoolweken;
    const problemen = checkVerlengen(feit, form, { today, maxWeken });
    const { op, reden, weken } = form;
    if (problemen || !op || !reden || !weken) return refuse({ kind: "velden", problemen: problemen ?? {} });
    await logCase(tx, dossier, "traject_verlengd", { op: op.toString(), reden, schoolweken: weken });
    return ok({
      feit: { ...feit, verlengd: { op, reden, weken }, eindGeplandOp: null },
      event: verlengEvent(op, eindUiterlijk(dossier), weken),
      told: feit.eindGeplandOp ? invited(step, genodigdenOf(dossier, feit, tx.now)) : [],
    });
  });
}

/** With an outcome from the list. Where more help is needed who was asked for that goes on reading along. */
export function holdEind(act: Act, at: AtVersion, form: EindForm): Promise<Answer<EindForm>> {
  return trajectStep<EindForm>(act, at, "traject_eind", async (step) => {
    const { tx, opened, feit } = step;
    const { dossier, today } = opened;
    const problemen = checkEind(feit, form, today);
    const { op, uitkomst } = form;
    if (problemen || !op || !uitkomst) return refuse({ kind: "velden", problemen: problemen ?? {} });
    await logCase(tx, dossier, "eindevaluatie_gehouden", { op: op.toString(), uitkomst });
    return ok({
      feit: { ...feit, eind: { op, uitkomst } },
      event: { kind: "eindevaluatie_gehouden", op },
      also: uitkomst === "meer_hulp_nodig" ? [] : await cancel(step),
    });
  });
}

/** Earlier than its end. Without a ground the ib does so. */
export function stopTraject(act: Act, at: AtVersion, form: StopForm): Promise<Answer<StopForm>> {
  return trajectStep<StopForm>(act, at, "traject_stoppen", async (step) => {
    const { tx, opened, feit } = step;
    const { dossier, today } = opened;
    const problemen = checkStoppen(feit, form, today);
    const { op, reden } = form;
    if (problemen || !op || !reden) return refuse({ kind: "velden", problemen: problemen ?? {} });
    await logCase(tx, dossier, "traject_gestopt", { op: op.toString(), reden });
    return ok({
      feit: { ...feit, gestopt: { op, reden } },
      event: { kind: "traject_gestopt", op },
      also: await cancel(step),
    });
  });
}

type Planned =
  | { readonly op: Temporal.PlainDate | null; readonly moved: boolean }
  | { readonly problem: NonNullable<ReturnType<typeof planProblem>> };

/** A day that stands is not looked at again: it may have gone by. */
async function planned({ tx, opened, feit }: Step, op: Temporal.PlainDate | null): Promise<Planned> {
  const { dossier, today } = opened;
  if (op === null || feit.eindGeplandOp?.equals(op)) return { op, moved: false };
  const { cal } = await termContext(tx, dossier.schoolId);
  const problem = planProblem(op, planGrens(eindUiterlijk(dossier), today, cal), cal);
  if (problem) return { problem };
  await logCase(tx, dossier, "eindevaluatie_gepland", { op: op.toString() });
  return { op, moved: true };
}

/** They read along from now on; who did so already goes on doing so when the traject is over. */
async function ask({ tx, act, opened, feit }: Step, wie: readonly string[]): Promise<void> {
  const { dossier } = opened;
  const linked = meedenkersOf(dossier);
  for (const persoonId of wie) {
    await insertGenodigde(tx, dossier, {
      ...{ id: act.world.chance.uuid(), trajectId: feit.id, persoonId, door: act.actor.persoonId },
      gekoppeld: !linked.includes(persoonId),
    });
    await logCase(tx, dossier, "wijkteam_uitgenodigd", { aan: persoonId });
  }
  await linkExperts(tx, dossier, wie);
}

/** Nobody is expected any more; answers who that were. */
async function cancel({ tx, opened: { dossier }, feit }: Step): Promise<readonly string[]> {
  const all = feit.genodigden.map(({ persoonId }) => persoonId);
  const linked = feit.genodigden.filter(({ gekoppeld }) => gekoppeld).map(({ persoonId }) => persoonId);
  await unlinkExperts(tx, dossier.id, linked);
  await cancelGenodigden(tx, dossier.id, all);
  for (const aan of all) await logCase(tx, dossier, "wijkteam_afgezegd", { aan });
  return all;
}

function invited({ at, opened: { dossier } }: Step, personen: readonly string[]): readonly Notice[] {
  return tellAbout("eindevaluatie_uitnodiging", dossier, { personen, feit: `${at.versie + 1}` });
}

/** Who was asked gets a message; who else has it on a card sees how it stands. */
function changed(
  tx: Tx,
  { actor }: Act,
  at: AtVersion,
  { dossier }: Opened,
  { told = [], also = [] }: Pick<Made, "told" | "also"> = {},
) {
  const after = { ...at, sztId: dossier.sztId, versie: at.versie + 1 };
  return tell(tx, after, told, [actor.persoonId, ...holdersOf(dossier), ...also]);
}
