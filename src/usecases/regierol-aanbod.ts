import { loadDossier } from "#database/dossier.ts";
import type { AtVersion } from "#database/hulpvraag.ts";
import { touchHulpvraag } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import {
  answerAanbod,
  lapseAanbod,
  nextVersion,
  offerRegierol,
  passRegierol,
  setStatusAfterRound,
} from "#database/regierol.ts";
import { askedVoorstel, endVoorstel, endWaarneming, reopenVoorstel } from "#database/regierol-om.ts";
import { saveOtherAkkoord } from "#database/terugkoppeling.ts";
import { type DueTimer, setTimer } from "#database/timer.ts";
import { akkoordPartijen, akkoordVanaf, kandidatenOf } from "#domain/akkoord.ts";
import type { Partij } from "#domain/code.ts";
import type { BesluitFeit, Dossier } from "#domain/dossier.ts";
import type { HulpvraagAct } from "#domain/hulpvraag-view.ts";
import type { Notice, NoticeKind } from "#domain/notice.ts";
import type { RegierolKeuze } from "#domain/regierol-keuze.ts";
import type { Weigerreden } from "#domain/regierol-reden.ts";
import { computeDue } from "#domain/termijn.ts";
import { ibsOf } from "#domain/termijn-eigenaar.ts";
import { dayProblem, type RegierolProblemen, vanProblem } from "#domain/terugkoppeling.ts";
import { byDay, momentOf, todayIn } from "#domain/today.ts";
import { houderOf } from "#domain/waarneming.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { refreshedRegie } from "./regie.ts";
import {
  groundHolds,
  holdersOf,
  logCase,
  type Opened,
  openFor,
  stepTo,
  tell,
  tellFormer,
} from "./regierol-open.ts";
import { send } from "./send.ts";
import { applyTermEvent, termContext } from "./termijn.ts";
import { followOwnVerlof } from "./waarneming.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

interface NewOffer {
  readonly besluit: BesluitFeit;
  readonly aan: string;
  readonly keuze: RegierolKeuze | null;
}

/**
 * The parents agreed: this person is asked, and from now on the case has a holder. Until the answer that is the ib who
 * recorded the akkoord, unless somebody holds the regierol already.
 */
export async function offer(
  tx: Tx,
  { world, actor }: Act,
  { dossier, today }: Opened,
  to: NewOffer,
): Promise<Notice> {
  const place = { sztId: dossier.sztId, hulpvraagId: dossier.id };
  if (!dossier.regierollen.some(({ tot }) => tot === null)) {
    await passRegierol(tx, {
      ...place,
      id: world.chance.uuid(),
      houderId: actor.persoonId,
      soort: "waarnemend",
    });
  }
  const aanbodId = world.chance.uuid();
  await offerRegierol(tx, {
    ...place,
    id: aanbodId,
    besluitId: to.besluit.id,
    persoonId: to.aan,
    gevraagdDoor: actor.persoonId,
    keuze: to.keuze,
  });
  await applyTermEvent(tx, world, dossier, { kind: "regierol_aangeboden", op: today }, { persoonId: to.aan });
  const due = computeDue("aanbod_regierol", today, await termContext(tx, dossier.schoolId));
  await awaitAnswer(tx, world, { id: dossier.id, aanbodId, due });
  await logCase(tx, dossier, "regierol_aangeboden", { aan: to.aan });
  return noticeTo(dossier, "regierol_aangeboden", to.aan, aanbodId);
}

function noticeTo(
  { id, sztId }: Pick<Dossier, "id" | "sztId">,
  soort: NoticeKind,
  persoonId: string,
  occasion: string,
): Notice {
  return { soort, aan: { persoonId }, onderwerpId: id, sztId, sleutel: `${soort}:${occasion}:${persoonId}` };
}

/** After its last day the offer lapses: nobody waits for an answer that does not come (003). */
async function awaitAnswer(
  tx: Tx,
  { chance }: Pick<World, "chance">,
  { id, aanbodId, due }: { readonly id: string; readonly aanbodId: string; readonly due: Temporal.PlainDate },
): Promise<void> {
  const day = due.add({ days: 1 });
  await setTimer(tx, chance.uuid(), {
    soort: "aanbod_verloopt",
    onderwerpId: id,
    op: momentOf(day, Temporal.PlainTime.from("00:00")),
    sleutel: `aanbod_verloopt:${aanbodId}:${day}`,
  });
}

/** No answer in time: the ib asks somebody else. A calendar that changed since may have moved the last day. */
export async function expireAanbod(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const id = timer.onderwerpId;
  const versie = await nextVersion(tx, id);
  const dossier = versie === null ? null : await loadDossier(tx, world.keys, id);
  const aanbod = dossier?.aanbod;
  const mine = aanbod?.status === "aangeboden" && timer.sleutel.startsWith(`aanbod_verloopt:${aanbod.id}:`);
  if (!dossier || versie === null || !mine) return;
  const today = todayIn(tx.now);
  const term = dossier.termijnen.find(
    ({ soort, status }) => soort === "aanbod_regierol" && status === "open",
  );
  if (term && Temporal.PlainDate.compare(term.vervalt, today) >= 0)
    return awaitAnswer(tx, world, { id, aanbodId: aanbod.id, due: term.vervalt });
  await lapseAanbod(tx, id, "verlopen");
  await notTaken(tx, world, dossier, "aanbod_verlopen");
  await logCase(tx, dossier, "regierol_onbeantwoord");
  const nietVoor = byDay(tx.now);
  const told = ibsOf(dossier, today).map((ib) => ({
    ...noticeTo(dossier, "regierol_onbeantwoord", ib, aanbod.id),
    nietVoor,
  }));
  await send(world, tx, await tell(tx, { id, sztId: dossier.sztId, versie }, told, [aanbod.persoonId]));
}

/** With nobody to hold it the ib asks another; a holder who wanted to give it on stays, and the wish waits for the ib. */
async function notTaken(
  tx: Tx,
  world: Pick<World, "chance">,
  dossier: Dossier,
  kind: "aanbod_geweigerd" | "aanbod_verlopen",
): Promise<void> {
  const op = todayIn(tx.now);
  const houder = houderOf(dossier);
  if (houder === null || dossier.aanbod?.persoonId === houder)
    return applyTermEvent(tx, world, dossier, { kind, op });
  await applyTermEvent(tx, world, dossier, { kind: "aanbod_vervallen", op });
  if (dossier.voorstel?.stand !== "gevraagd") return;
  await reopenVoorstel(tx, dossier.id);
  await applyTermEvent(tx, world, dossier, { kind: "overdracht_voorgesteld", op });
}

/** "Ja, ik neem de regierol": the first press counts, and from this instant there is one holder and no other. */
export function acceptAanbod(act: Act, at: AtVersion): Promise<Result<true, ActRefusal>> {
  return perform(act, async (tx, save): Promise<Result<true, ActRefusal>> => {
    const { world, actor } = act;
    const open = await openFor(tx, act, at, "aanbod_aannemen");
    if (!open.ok) return open;
    const opened = open.value;
    const { dossier, today } = opened;
    const aanbodId = dossier.aanbod?.id;
    // Taken over from an ib who kept it warm: the work runs, and its terms go along.
    const runs = dossier.status === "in_uitvoering";
    const to = runs
      ? dossier.status
      : stepTo(tx, act, opened, { act: "regierol_starten", given: ["aanbod_aanvaard"] });
    if (!aanbodId || to !== "in_uitvoering" || !(await setStatusAfterRound(tx, at, to)))
      return refuse({ kind: "verouderd" });
    if (!(await answerAanbod(tx, { id: aanbodId, persoonId: actor.persoonId }, { status: "aanvaard" }))) {
      return refuse({ kind: "verouderd" });
    }
    const handedOver =
      runs || dossier.regierollen.some(({ tot, soort }) => tot === null && soort === "actief");
    await passRegierol(tx, {
      id: world.chance.uuid(),
      sztId: dossier.sztId,
      hulpvraagId: dossier.id,
      houderId: actor.persoonId,
      soort: "actief",
    });
    await applyTermEvent(tx, world, dossier, { kind: "aanbod_aanvaard", op: today });
    await applyTermEvent(tx, world, dossier, {
      kind: handedOver ? "regierol_overgedragen" : "regierol_actief",
      op: today,
    });
    await endVoorstel(tx, dossier.id, { stand: "klaar", door: null });
    await endWaarneming(tx, dossier.id);
    await logCase(tx, dossier, "regierol_aanvaard", { overgenomen: handedOver });
    const ibs = ibsOf(dossier, today).filter((id) => id !== actor.persoonId);
    const former = [houderOf(dossier), ...holdersOf(dossier)].filter((id) => id !== actor.persoonId);
    const told = [
      noticeTo(dossier, "regierol_begint", actor.persoonId, aanbodId),
      ...ibs.map((id) => noticeTo(dossier, "regierol_aanvaard", id, aanbodId)),
      ...(await tellFormer(tx, world, dossier, { personen: former, feit: aanbodId })),
    ];
    const after = await followOwnVerlof(tx, world, actor.persoonId, dossier.id);
    const changed = { ...at, sztId: dossier.sztId, versie: at.versie + 1 };
    await save([
      ...(await tell(tx, changed, told)),
      ...(await refreshedRegie(tx, { ...changed, feit: aanbodId })),
      ...after,
    ]);
    return ok(true);
  });
}

/** "Nee": with a reason from the list; the ib asks somebody else and stays waarnemend holder until then. */
export function refuseAanbod(act: Act, at: AtVersion, reden: Weigerreden): Promise<Result<true, ActRefusal>> {
  return perform(act, async (tx, save): Promise<Result<true, ActRefusal>> => {
    const { world, actor } = act;
    const open = await openFor(tx, act, at, "aanbod_weigeren");
    if (!open.ok) return open;
    const { dossier, today } = open.value;
    const aanbodId = dossier.aanbod?.id;
    if (!aanbodId || !(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    if (
      !(await answerAanbod(tx, { id: aanbodId, persoonId: actor.persoonId }, { status: "geweigerd", reden }))
    ) {
      return refuse({ kind: "verouderd" });
    }
    await notTaken(tx, world, dossier, "aanbod_geweigerd");
    await logCase(tx, dossier, "regierol_geweigerd", { reden });
    const ibs = ibsOf(dossier, today);
    await save(
      await tell(
        tx,
        { ...at, sztId: dossier.sztId, versie: at.versie + 1 },
        ibs.map((id) => noticeTo(dossier, "regierol_geweigerd", id, aanbodId)),
        [actor.persoonId],
      ),
    );
    return ok(true);
  });
}

export interface AanbodForm {
  readonly aan: string | null;
  /** By craft when left out. */
  readonly keuze?: RegierolKeuze | null;
  readonly akkoordOp: Temporal.PlainDate | null;
  readonly akkoordVan: readonly Partij[];
}
export type AanbodRefusal =
  | { readonly kind: "velden"; readonly problemen: RegierolProblemen<keyof AanbodForm> }
  | { readonly kind: "geen_grondslag" };

/** By which somebody else can be asked: nobody holds it, the holder proposed it, or the ib wants it. */
export const offersActs = [
  "ander_regierol_aanbod",
  "overdracht_overnemen",
  "regierol_overdragen",
] as const satisfies readonly HulpvraagAct[];

/** Somebody else is asked, after the parents agreed to this person too; an offer that stands lapses. */
export function offerToOther(
  act: Act,
  at: AtVersion,
  form: AanbodForm,
): Promise<Result<true, AanbodRefusal | ActRefusal>> {
  return perform<true, AanbodRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openFor(tx, act, at, ({ gezien }) => offersActs.some((one) => gezien.mag.has(one)));
    if (!open.ok) return open;
    const opened = open.value;
    const { dossier, today } = opened;
    const besluit = dossier.besluiten.at(-1);
    if (!besluit) return refuse({ kind: "verouderd" });
    const problemen = aanbodProblemen(form, opened, todayIn(besluit.genomenOp));
    if (problemen) return refuse({ kind: "velden", problemen });
    if (!groundHolds(opened)) return refuse({ kind: "geen_grondslag" });
    const { aan, akkoordOp } = form;
    if (!aan || !akkoordOp || !(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    const former = dossier.aanbod?.status === "aangeboden" ? [dossier.aanbod.persoonId] : [];
    if (former.length > 0)
      await applyTermEvent(tx, act.world, dossier, { kind: "aanbod_vervallen", op: today });
    await saveOtherAkkoord(tx, { besluitId: besluit.id, akkoordOp, akkoordVan: form.akkoordVan });
    const told = await offer(tx, act, opened, { besluit, aan, keuze: form.keuze ?? "deskundigheid" });
    await askedVoorstel(tx, dossier.id, act.actor.persoonId);
    const changed = { ...at, sztId: dossier.sztId, versie: at.versie + 1 };
    await save(await tell(tx, changed, [told], [act.actor.persoonId, ...former]));
    return ok(true);
  });
}

function aanbodProblemen(
  form: AanbodForm,
  { dossier, gezien, today }: Opened,
  from: Temporal.PlainDate,
): RegierolProblemen<keyof AanbodForm> | null {
  // Who has it already is asked only when the akkoord of before counts no more.
  const other = gezien.mag.has("ander_regierol_aanbod") || form.aan !== houderOf(dossier);
  const able = other && kandidatenOf(dossier, today).some(({ persoonId }) => persoonId === form.aan);
  if (!able) return { aan: form.aan ? { kind: "niet_in_team" } : { kind: "leeg" } };
  const wrongDay =
    dayProblem(form.akkoordOp, from, today) ?? dayProblem(form.akkoordOp, akkoordVanaf(dossier), today);
  if (wrongDay) return { akkoordOp: wrongDay };
  const wrongVan = vanProblem(form.akkoordVan, akkoordPartijen(dossier, today));
  return wrongVan ? { akkoordVan: wrongVan } : null;
}
