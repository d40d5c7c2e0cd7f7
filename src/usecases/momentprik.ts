/** A moment for a round that is looked for together: asked, answered, chosen, and what the chair does in between. */
import { recordEvent } from "#database/event.ts";
import { lockPlanning } from "#database/jaarplan.ts";
import {
  askPersonen,
  dropAntwoorden,
  insertMomentprik,
  lockMomentprik,
  type MomentprikAt,
  momentprikById,
  runningMomentprik,
  saveAntwoorden,
  saveMomenten,
  setMomentprik,
} from "#database/momentprik.ts";
import { lockRonde, type RondeAt } from "#database/overlegronde.ts";
import type { Tx } from "#database/pool.ts";
import type { RondeFeit, TeamlidFeit } from "#domain/dossier.ts";
import type { Moment, MomentAntwoord, MomentprikFeit, PrikNieuw, Voorstel } from "#domain/momentprik.ts";
import {
  checkPrik,
  checkPrikNieuw,
  type MomentForm,
  type MomentProbleem,
  type PrikForm,
  type PrikNieuwForm,
  type PrikProblemen,
} from "#domain/momentprik-form.ts";
import {
  deciders,
  lengthOf,
  type MomentprikAct,
  type MomentprikFacts,
  type MomentprikGezien,
  problemOf,
  proposalOf,
  seeMomentprik,
} from "#domain/momentprik-view.ts";
import type { Notice } from "#domain/notice.ts";
import { canTakePart, usuallyInvited } from "#domain/overlegronde.ts";
import { chairOrElse, plansFor, type RondeForm, type RondeProblemen } from "#domain/ronde-plan.ts";
import { todayIn } from "#domain/today.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { aroundMomentprik, loadMomentprik } from "./momentprik-load.ts";
import { refreshItsRonde, refreshMomentprik, whenComplete } from "./momentprik-ronde.ts";
import { cancelMomentprikTimers, setMomentprikTimers } from "./momentprik-timer.ts";
import { tellAbout } from "./notice-about.ts";
import { move, type PlanWarning, plan, type RondeRefusal, withRonde } from "./overlegronde.ts";
import { loadRonde } from "./round-load.ts";
import { linkVanzelf, ok, type Result, refuse } from "./world.ts";

type Velden = { readonly kind: "velden"; readonly problemen: PrikProblemen };
export type StartRefusal =
  | ActRefusal
  | Velden
  /** One goes on already. */
  | { readonly kind: "loopt_al"; readonly id: string };
export type MomentprikRefusal = ActRefusal | { readonly kind: "kan_niet" };

/** For a new round: one at a time for an SZT. */
export function startMomentprik(
  act: Act,
  sztId: string,
  form: PrikNieuwForm,
): Promise<Result<{ id: string }, StartRefusal>> {
  const { actor } = act;
  return perform<{ id: string }, StartRefusal>(act, async (tx, save) => {
    if (!plansFor(actor).includes(sztId)) return refuse({ kind: "onzichtbaar" });
    await lockPlanning(tx, sztId);
    const loopt = await runningMomentprik(tx, { sztId });
    if (loopt) return refuse({ kind: "loopt_al", id: loopt });
    const around = await aroundMomentprik(tx, sztId, null);
    const checked = checkPrikNieuw(form, {
      ...around,
      now: tx.now,
      plannerId: actor.persoonId,
      linkVanzelf: linkVanzelf(act.world),
    });
    if (!checked.ok) return checked;
    const { momenten, nieuw, gevraagd } = checked.value;
    await save(
      await begin(tx, act, { sztId, rondeId: null, nieuw, momenten, gevraagd, uiterlijk: form.uiterlijk }),
    );
    return ok({ id: act.press });
  });
}

/** Another moment for a round that stands; it stays where it is until one is chosen. */
export function startMomentprikVoor(
  act: Act,
  at: RondeAt,
  form: PrikForm,
): Promise<Result<{ id: string }, StartRefusal | RondeRefusal>> {
  return withRonde<{ id: string }, StartRefusal>(act, at, "wijzigen", async ({ tx, facts, save }) => {
    const { ronde } = facts;
    const { sztId, id: rondeId } = ronde;
    const loopt = await runningMomentprik(tx, { rondeId });
    if (loopt) return refuse({ kind: "loopt_al", id: loopt });
    const around = await aroundMomentprik(tx, sztId, ronde);
    const checked = checkPrik(form, { ...around, ronde, now: tx.now, duurMinuten: ronde.duurMinuten });
    if (!checked.ok) return checked;
    const here = canTakePart(around.team, todayIn(tx.now));
    const gevraagd = here.filter((lid) => ronde.deelnemers.some((one) => one.persoonId === lid.persoonId));
    const momenten = checked.value;
    await save(
      await begin(tx, act, { sztId, rondeId, nieuw: null, momenten, gevraagd, uiterlijk: form.uiterlijk }),
    );
    return ok({ id: act.press });
  });
}

interface Begin {
  readonly sztId: string;
  readonly rondeId: string | null;
  readonly nieuw: PrikNieuw | null;
  readonly momenten: readonly MomentForm[];
  readonly gevraagd: readonly TeamlidFeit[];
  readonly uiterlijk: Temporal.PlainDate;
}

async function begin(tx: Tx, act: Act, asked: Begin): Promise<readonly Notice[]> {
  const { actor, press: id } = act;
  const { sztId, rondeId, nieuw, uiterlijk, momenten, gevraagd } = asked;
  await insertMomentprik(tx, { id, sztId, rondeId, nieuw, uiterlijk, gestartDoor: actor.persoonId });
  await askPersonen(
    tx,
    { id, sztId },
    gevraagd.map(({ persoonId }) => persoonId),
  );
  await recordEvent(tx, {
    soort: "momentprik_gestart",
    sztId,
    gegevens: {
      momenten: momenten.length,
      gevraagd: gevraagd.length,
      uiterlijk: uiterlijk.toString(),
      verzetten: rondeId !== null,
    },
  });
  return ask(tx, act, { prik: { id, sztId, poging: 1, uiterlijk }, momenten, soort: "momentprik_gevraagd" });
}

/** The moments stand, the timers run, and everybody who is asked hears of it. */
async function ask(
  tx: Tx,
  { actor, world }: Act,
  {
    prik,
    momenten: wanted,
    soort,
  }: {
    readonly prik: Pick<MomentprikFeit, "id" | "sztId" | "poging" | "uiterlijk">;
    readonly momenten: readonly MomentForm[];
    readonly soort: "momentprik_gevraagd" | "momentprik_opnieuw";
  },
): Promise<readonly Notice[]> {
  const momenten: readonly Moment[] = wanted.map(({ datum, begin }) => ({
    id: world.chance.uuid(),
    datum,
    begin,
  }));
  await saveMomenten(tx, prik, momenten);
  const facts = await loadMomentprik(tx, prik.id);
  if (!facts) throw new Error("asked, and nothing is there");
  await setMomentprikTimers(tx, world, { prik: { ...prik, momenten }, calendars: facts.calendars });
  const feit = `p${prik.poging}`;
  const others = facts.prik.gevraagd.filter((persoonId) => persoonId !== actor.persoonId);
  const told = [
    ...tellAbout("momentprik_gestart", prik, { personen: [actor.persoonId], feit }),
    ...tellAbout(soort, prik, { personen: others, feit }),
  ];
  return [
    ...(await refreshMomentprik(tx, facts, { feit, told })),
    ...(await refreshItsRonde(tx, facts, feit)),
  ];
}

export type AntwoordRefusal = MomentprikRefusal | { readonly kind: "leeg" };

/** When this person can come; the same again until the deadline, the last answer counts. */
export function answerMomentprik(
  act: Act,
  id: string,
  keuzes: readonly Pick<MomentAntwoord, "momentId" | "keuze">[],
): Promise<Result<{ klaar: boolean }, AntwoordRefusal>> {
  const { persoonId } = act.actor;
  return perform<{ klaar: boolean }, AntwoordRefusal>(act, async (tx, save) => {
    const open = await opened(tx, act, id);
    if (!open) return refuse({ kind: "onzichtbaar" });
    if (!open.gezien.mag.has("antwoorden")) return refuse({ kind: "kan_niet" });
    if (keuzes.length === 0) return refuse({ kind: "leeg" });
    const { prik } = open.facts;
    const known = (momentId: string) => prik.momenten.some((moment) => moment.id === momentId);
    // A card of before it was asked again.
    if (!keuzes.every(({ momentId }) => known(momentId))) return refuse({ kind: "verouderd" });
    await saveAntwoorden(
      tx,
      prik,
      keuzes.map((keuze) => ({ ...keuze, persoonId })),
    );
    await recordEvent(tx, {
      soort: "momentprik_beantwoord",
      sztId: prik.sztId,
      gegevens: { momenten: keuzes.length },
    });
    const facts = await loadMomentprik(tx, id);
    const gezien = facts && seeMomentprik(facts, act.actor);
    if (!facts || !gezien) throw new Error("answered, and nothing is there");
    await save((await whenComplete(tx, facts)) ?? (await answered(tx, act, { before: open.facts, facts })));
    return ok({ klaar: gezien.klaar === true });
  });
}

/** Who decides hears of another proposal than the one that waits; all else is only brought up to date. */
async function answered(
  tx: Tx,
  { actor, press }: Act,
  { before, facts }: { readonly before: MomentprikFacts; readonly facts: MomentprikFacts },
): Promise<readonly Notice[]> {
  const { prik } = facts;
  const other = proposed(proposalOf(facts)) !== proposed(proposalOf(before));
  const personen = deciders(facts).filter((id) => id !== actor.persoonId);
  const told =
    prik.stand === "besluit" && other
      ? tellAbout("momentprik_voorstel", prik, { personen, feit: press })
      : [];
  return refreshMomentprik(tx, facts, { feit: press, told });
}

const proposed = (voorstel: Voorstel) => (voorstel.ok ? voorstel.value.moment.id : voorstel.error);

export type KiesRefusal =
  | MomentprikRefusal
  /** It can no longer be held then. */
  | { readonly kind: "moment"; readonly fout: MomentProbleem }
  | { readonly kind: "velden"; readonly problemen: RondeProblemen };

/** Plans the round or moves it, with everything that follows from that. */
export function chooseMoment(
  act: Act,
  at: MomentprikAt,
  momentId: string,
): Promise<Result<PlanWarning, KiesRefusal>> {
  return withMomentprik<PlanWarning, KiesRefusal>(act, at, "kiezen", async ({ tx, facts, save }) => {
    const { prik } = facts;
    const moment = prik.momenten.find(({ id }) => id === momentId);
    if (!moment) return refuse({ kind: "kan_niet" });
    const fout = problemOf(facts, moment);
    if (fout) return refuse({ kind: "moment", fout });
    const voorstel = proposed(proposalOf(facts)) === momentId;
    if (!(await setMomentprik(tx, at, { stand: "gekozen", gekozenId: momentId })))
      return refuse({ kind: "verouderd" });
    await dropAntwoorden(tx, prik, momentId);
    await cancelMomentprikTimers(tx, prik, momentId);
    await recordEvent(tx, {
      soort: "momentprik_gekozen",
      sztId: prik.sztId,
      gegevens: { datum: moment.datum.toString(), voorstel },
    });
    await save(await refreshMomentprik(tx, facts, { feit: `v${at.versie + 1}` }));
    return prik.rondeId
      ? moveTo({ tx, save }, act, { facts, moment })
      : plan({ tx, save }, act, { sztId: prik.sztId, form: formOf(act, facts, moment) });
  });
}

interface Chosen {
  readonly facts: MomentprikFacts;
  readonly moment: Moment;
}

async function moveTo(
  { tx, save }: Pick<OpenMomentprik, "tx" | "save">,
  act: Act,
  { facts, moment }: Chosen,
): Promise<Result<PlanWarning, KiesRefusal>> {
  const ronde = facts.ronde && (await loadRonde(tx, act.world.keys, facts.ronde.id));
  if (!ronde) return refuse({ kind: "kan_niet" });
  return move({ tx, facts: ronde, save }, act, formOf(act, facts, moment));
}

/** With whom is there on that day: who left meanwhile is not invited, and who came is, to a round that is new. */
function formOf({ actor }: Act, facts: MomentprikFacts, { datum, begin }: Moment): RondeForm {
  const { prik, ronde, team } = facts;
  const here = canTakePart(team, datum).map(({ persoonId }) => persoonId);
  const { gestartOp } = prik;
  const came = usuallyInvited(team, datum).filter(
    ({ van }) => gestartOp && Temporal.PlainDate.compare(van, gestartOp) > 0,
  );
  const asked = ronde
    ? ronde.deelnemers.map(({ persoonId }) => persoonId)
    : [...prik.gevraagd, ...came.map(({ persoonId }) => persoonId)];
  const plaats = ronde?.plaats ?? prik.nieuw?.plaats ?? "op_school";
  return {
    datum,
    begin,
    duurMinuten: lengthOf(facts),
    plaats,
    deelnameLink: (ronde ?? prik.nieuw)?.deelnameLink ?? "",
    deelnemers: [...new Set(asked)].filter((id) => here.includes(id)),
    voorzitterId: chairOf(ronde, here) ?? chairOrElse(team, datum, actor.persoonId),
  };
}

const chairOf = (ronde: RondeFeit | null, here: readonly string[]) =>
  ronde && here.includes(ronde.voorzitterId) ? ronde.voorzitterId : null;

/** With other moments: everybody answers anew. */
export function askAgain(
  act: Act,
  at: MomentprikAt,
  form: PrikForm,
): Promise<Result<true, MomentprikRefusal | Velden>> {
  return withMomentprik<true, Velden>(act, at, "opnieuw", async ({ tx, facts, save }) => {
    const { prik, calendars, rondedagen, ronde, now } = facts;
    const checked = checkPrik(form, {
      ...{ calendars, rondedagen, now },
      ronde: ronde ?? undefined,
      duurMinuten: lengthOf(facts),
    });
    if (!checked.ok) return checked;
    const { uiterlijk } = form;
    if (!(await setMomentprik(tx, at, { stand: "open", opnieuw: uiterlijk })))
      return refuse({ kind: "verouderd" });
    await cancelMomentprikTimers(tx, prik);
    await recordEvent(tx, {
      soort: "momentprik_opnieuw",
      sztId: prik.sztId,
      gegevens: { momenten: checked.value.length, uiterlijk: uiterlijk.toString() },
    });
    const { id, sztId } = prik;
    await save(
      await ask(tx, act, {
        prik: { id, sztId, uiterlijk, poging: prik.poging + 1 },
        momenten: checked.value,
        soort: "momentprik_opnieuw",
      }),
    );
    return ok(true);
  });
}

/** Somebody more of the team: for a new round, such as who came into it meanwhile. */
export function askMore(
  act: Act,
  at: MomentprikAt,
  personen: readonly string[],
): Promise<Result<true, MomentprikRefusal>> {
  return withMomentprik<true, never>(act, at, "erbij", async ({ tx, facts, gezien, save }) => {
    const can = gezien.besluit?.nietGevraagd.map(({ persoonId }) => persoonId) ?? [];
    if (personen.length === 0 || !personen.every((id) => can.includes(id)))
      return refuse({ kind: "kan_niet" });
    const { prik } = facts;
    if (!(await setMomentprik(tx, at, { stand: "open", opnieuw: null })))
      return refuse({ kind: "verouderd" });
    await askPersonen(tx, prik, personen);
    await recordEvent(tx, {
      soort: "momentprik_erbij",
      sztId: prik.sztId,
      gegevens: { gevraagd: personen.length },
    });
    const feit = `v${at.versie + 1}`;
    const told = tellAbout("momentprik_gevraagd", prik, { personen, feit });
    await save(await refreshMomentprik(tx, facts, { feit, told }));
    return ok(true);
  });
}

/** Nothing is planned or moved. */
export function stopMomentprik(act: Act, at: MomentprikAt): Promise<Result<true, MomentprikRefusal>> {
  return withMomentprik<true, never>(act, at, "stoppen", async ({ tx, facts, save }) => {
    const { prik } = facts;
    if (!(await setMomentprik(tx, at, { stand: "gestopt" }))) return refuse({ kind: "verouderd" });
    await dropAntwoorden(tx, prik, null);
    await cancelMomentprikTimers(tx, prik);
    await recordEvent(tx, { soort: "momentprik_gestopt", sztId: prik.sztId });
    const feit = `v${at.versie + 1}`;
    const personen = prik.gevraagd.filter((id) => id !== act.actor.persoonId);
    const told = tellAbout("momentprik_gestopt", prik, { personen, feit });
    await save([
      ...(await refreshMomentprik(tx, facts, { feit, told })),
      ...(await refreshItsRonde(tx, facts, feit)),
    ]);
    return ok(true);
  });
}

interface OpenMomentprik {
  readonly tx: Tx;
  readonly facts: MomentprikFacts;
  readonly gezien: MomentprikGezien;
  readonly save: (notices: readonly Notice[]) => Promise<void>;
}

function withMomentprik<T, E>(
  act: Act,
  at: MomentprikAt,
  wanted: MomentprikAct,
  run: (open: OpenMomentprik) => Promise<Result<T, E | MomentprikRefusal>>,
): Promise<Result<T, E | MomentprikRefusal>> {
  return perform<T, E | MomentprikRefusal>(act, async (tx, save) => {
    const open = await opened(tx, act, at.id);
    if (!open) return refuse({ kind: "onzichtbaar" });
    if (open.facts.prik.versie !== at.versie) return refuse({ kind: "verouderd" });
    if (!open.gezien.mag.has(wanted)) return refuse({ kind: "kan_niet" });
    return run({ tx, save, ...open });
  });
}

/** Its round first, as everything that touches both: two acts that wait for each other would never end. */
async function opened(tx: Tx, { actor }: Act, id: string) {
  const before = await momentprikById(tx, id);
  if (before?.rondeId) await lockRonde(tx, before.rondeId);
  await lockMomentprik(tx, id);
  const facts = await loadMomentprik(tx, id);
  const gezien = facts && seeMomentprik(facts, actor);
  return gezien ? { facts, gezien } : null;
}
