import type { AtVersion } from "#database/hulpvraag.ts";
import { touchHulpvraag } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import { answerAanbod, offerRegierol, passRegierol, setStatusAfterRound } from "#database/regierol.ts";
import { saveOtherAkkoord } from "#database/terugkoppeling.ts";
import { akkoordPartijen, akkoordVanaf, kandidatenOf } from "#domain/akkoord.ts";
import type { Partij } from "#domain/code.ts";
import type { BesluitFeit, Dossier } from "#domain/dossier.ts";
import type { Notice, NoticeKind } from "#domain/notice.ts";
import type { Weigerreden } from "#domain/regierol-reden.ts";
import { ibsOf } from "#domain/termijn-eigenaar.ts";
import { dayProblem, type RegierolProblemen, vanProblem } from "#domain/terugkoppeling.ts";
import { todayIn } from "#domain/today.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { groundHolds, logCase, type Opened, openFor, stepTo, tell } from "./regierol-open.ts";
import { applyTermEvent } from "./termijn.ts";
import { ok, type Result, refuse } from "./world.ts";

interface NewOffer {
  readonly besluit: BesluitFeit;
  readonly aan: string;
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
  });
  await applyTermEvent(tx, world, dossier, { kind: "regierol_aangeboden", op: today }, { persoonId: to.aan });
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
    await logCase(tx, dossier, "regierol_aanvaard", { overgenomen: handedOver });
    const ibs = ibsOf(dossier, today).filter((id) => id !== actor.persoonId);
    await save(
      await tell(tx, { ...at, sztId: dossier.sztId, versie: at.versie + 1 }, [
        noticeTo(dossier, "regierol_begint", actor.persoonId, aanbodId),
        ...ibs.map((id) => noticeTo(dossier, "regierol_aanvaard", id, aanbodId)),
      ]),
    );
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
    await applyTermEvent(tx, world, dossier, { kind: "aanbod_geweigerd", op: today });
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
  readonly akkoordOp: Temporal.PlainDate | null;
  readonly akkoordVan: readonly Partij[];
}
export type AanbodRefusal =
  | { readonly kind: "velden"; readonly problemen: RegierolProblemen<keyof AanbodForm> }
  | { readonly kind: "geen_grondslag" };

/** Somebody else is asked, after the parents agreed to this person too; an offer that stands lapses. */
export function offerToOther(
  act: Act,
  at: AtVersion,
  form: AanbodForm,
): Promise<Result<true, AanbodRefusal | ActRefusal>> {
  return perform<true, AanbodRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openFor(tx, act, at, "ander_regierol_aanbod");
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
    const told = await offer(tx, act, opened, { besluit, aan });
    const changed = { ...at, sztId: dossier.sztId, versie: at.versie + 1 };
    await save(await tell(tx, changed, [told], [act.actor.persoonId, ...former]));
    return ok(true);
  });
}

function aanbodProblemen(
  form: AanbodForm,
  { dossier, today }: Opened,
  from: Temporal.PlainDate,
): RegierolProblemen<keyof AanbodForm> | null {
  const able = kandidatenOf(dossier, today).some(({ persoonId }) => persoonId === form.aan);
  if (!able) return { aan: form.aan ? { kind: "niet_in_team" } : { kind: "leeg" } };
  const wrongDay =
    dayProblem(form.akkoordOp, from, today) ?? dayProblem(form.akkoordOp, akkoordVanaf(dossier), today);
  if (wrongDay) return { akkoordOp: wrongDay };
  const wrongVan = vanProblem(form.akkoordVan, akkoordPartijen(dossier, today));
  return wrongVan ? { akkoordVan: wrongVan } : null;
}
