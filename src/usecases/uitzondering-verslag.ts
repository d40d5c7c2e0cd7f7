import { dataKeyOf } from "#database/datasleutel.ts";
import { loadDossier } from "#database/dossier.ts";
import { touchHulpvraag } from "#database/hulpvraag.ts";
import { schoolCalendar } from "#database/kalender.ts";
import type { Tx } from "#database/pool.ts";
import { insertOuders, insertVerslag, type OudersRow } from "#database/uitzondering.ts";
import type { Dossier } from "#domain/dossier.ts";
import type { HulpvraagAct, HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seal } from "#domain/sealed.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import type { TermEvent } from "#domain/termijn-event.ts";
import { todayIn } from "#domain/today.ts";
import {
  checkOuders,
  checkVerslag,
  herzienUiterlijk,
  type OudersFacts,
  type OudersForm,
  type OudersVeld,
  type UitzonderingProblemen,
  type VerslagForm,
} from "#domain/uitzondering-form.ts";
import { isZestien } from "#domain/wie-beslist.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { type At, forIb } from "./hulpvraag.ts";
import { refreshed } from "./hulpvraag-notice.ts";
import { refreshAbout } from "./notice-about.ts";
import { logCase } from "./regierol-open.ts";
import { recordKept } from "./screening.ts";
import { applyTermEvent } from "./termijn.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** What the forms show. */
export interface AchterafForm {
  readonly id: string;
  readonly versie: number;
  readonly referentie: string;
  /** Null once the hulpvraag was withdrawn. */
  readonly naam: string | null;
  readonly rondeDatum: Temporal.PlainDate;
  readonly vandaag: Temporal.PlainDate;
  /** The last day to look again whether the parents can be told. */
  readonly uiterlijk: Temporal.PlainDate;
  /** The first day on which the parents could have been told. */
  readonly vanaf: Temporal.PlainDate;
  readonly zestien: boolean;
}

type AchterafAct = Extract<HulpvraagAct, `uitzondering_${string}`>;

/** Null when there is nothing (more) to record. */
export async function loadAchteraf(
  world: World,
  actor: Actor,
  id: string,
  wanted: AchterafAct,
): Promise<AchterafForm | "onzichtbaar" | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const dossier = await loadDossier(tx, world.keys, id);
    const gezien = dossier && seeHulpvraag(dossier, actor, tx.now);
    if (!dossier || !gezien?.uitzondering) return "onzichtbaar";
    if (!gezien.mag.has(wanted)) return null;
    const today = todayIn(tx.now);
    return {
      id,
      versie: dossier.versie,
      referentie: dossier.referentie,
      naam: gezien.leerling?.naam ?? null,
      rondeDatum: gezien.uitzondering.rondeDatum,
      vandaag: today,
      ...(await oudersFacts(tx, dossier, gezien)),
    };
  });
}

async function oudersFacts(
  tx: Tx,
  { schoolId, uitzondering }: Dossier,
  { leerling }: Pick<HulpvraagGezien, "leerling">,
): Promise<Omit<OudersFacts, "today">> {
  const today = todayIn(tx.now);
  const born = leerling?.geboortemaand;
  return {
    uiterlijk: herzienUiterlijk(today, await schoolCalendar(tx, schoolId)),
    vanaf: uitzondering?.eerstGevraagdOp ?? today,
    // Of a hulpvraag that was withdrawn nothing is known of the pupil.
    zestien: born ? isZestien(Temporal.PlainYearMonth.from(born), today) : true,
  };
}

export type AchterafRefusal<Veld extends string> =
  | { readonly kind: "velden"; readonly problemen: UitzonderingProblemen<Veld> }
  | { readonly kind: "kan_niet" };

interface Open {
  readonly dossier: Dossier;
  readonly gezien: HulpvraagGezien;
  readonly naam: string | null;
  /** Of the last request. */
  readonly verzoek: { readonly id: string; readonly sztId: string };
}

async function open(
  tx: Tx,
  act: Act,
  at: At,
  wanted: AchterafAct,
): Promise<Result<Open, ActRefusal | { readonly kind: "kan_niet" }>> {
  const found = await forIb(tx, act, at);
  if (!found.ok) return found;
  const { dossier, gezien } = found.value;
  if (!gezien.mag.has(wanted) || !dossier.uitzondering) return refuse({ kind: "kan_niet" });
  const { id } = dossier.uitzondering;
  return ok({ dossier, gezien, naam: gezien.leerling?.naam ?? null, verzoek: { id, sztId: dossier.sztId } });
}

/** What was spoken of without the parents and what came out of it, to be accounted for later. */
export function recordVerslag(
  act: Act,
  at: At,
  form: VerslagForm,
): Promise<Result<true, AchterafRefusal<"verslag"> | ActRefusal>> {
  const { world, actor } = act;
  return perform<true, AchterafRefusal<"verslag"> | ActRefusal>(act, async (tx, save) => {
    const opened = await open(tx, act, at, "uitzondering_verslag");
    if (!opened.ok) return opened;
    const { dossier, naam, verzoek } = opened.value;
    const known = naam === null ? null : { naam };
    const today = todayIn(tx.now);
    const problemen = checkVerslag(form, { known, today });
    if (problemen) return refuse({ kind: "velden", problemen });
    const uitzonderingId = dossier.uitzondering?.vastTeLeggen;
    if (!uitzonderingId || !(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    await insertVerslag(tx, await dataKeyOf(tx, world.keys, dossier.leerlingId), {
      uitzonderingId,
      sztId: dossier.sztId,
      tekst: seal(form.verslag),
      vastgelegdDoor: actor.persoonId,
    });
    await logCase(tx, dossier, "uitzondering_vastgelegd");
    await recordKept(tx, dossier, { teksten: { verslag: form.verslag }, laat: form.laat ?? {}, known });
    await applyTermEvent(tx, world, dossier, { kind: "uitzondering_vastgelegd", op: today });
    await save(await redrawn(tx, act, at, verzoek));
    return ok(true);
  });
}

/** Whether the parents know: told on a day, or not yet, and then looked at again. */
export function recordOuders(
  act: Act,
  at: At,
  form: OudersForm,
): Promise<Result<"ja" | "nog_niet", AchterafRefusal<OudersVeld> | ActRefusal>> {
  const { world, actor } = act;
  return perform<"ja" | "nog_niet", AchterafRefusal<OudersVeld> | ActRefusal>(act, async (tx, save) => {
    const opened = await open(tx, act, at, "uitzondering_ouders");
    if (!opened.ok) return opened;
    const { dossier, verzoek } = opened.value;
    const today = todayIn(tx.now);
    const problemen = checkOuders(form, { today, ...(await oudersFacts(tx, dossier, opened.value.gezien)) });
    if (problemen) return refuse({ kind: "velden", problemen });
    if (!(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    const row = rowOf(form);
    const of = { id: world.chance.uuid(), uitzonderingId: verzoek.id, sztId: verzoek.sztId };
    await insertOuders(tx, { ...of, vastgelegdDoor: actor.persoonId }, row);
    await logCase(tx, dossier, "ouders_achteraf", {
      verteld_op: row.weten === "ja" ? row.verteldOp.toString() : null,
      nog_niet: row.weten === "ja" ? null : row.nogNiet,
      herzien_op: row.weten === "ja" ? null : row.herzienOp.toString(),
    });
    const event: TermEvent =
      row.weten === "ja"
        ? { kind: "ouders_achteraf_verteld", op: today }
        : { kind: "ouders_achteraf_herzien", op: today, voor: row.herzienOp };
    await applyTermEvent(tx, world, dossier, event);
    await save(await redrawn(tx, act, at, verzoek));
    return ok(row.weten);
  });
}

function rowOf({ weten, verteldOp, nogNiet, herzienOp }: OudersForm): OudersRow {
  if (weten === "ja" && verteldOp) return { weten, verteldOp };
  if (weten === "nog_niet" && nogNiet && herzienOp) return { weten, nogNiet, herzienOp };
  throw new Error("what was checked is not there");
}

async function redrawn(
  tx: Tx,
  { actor }: Act,
  { id, versie }: At,
  verzoek: { readonly id: string; readonly sztId: string },
) {
  const changed = { id, sztId: verzoek.sztId, versie: versie + 1 };
  return [
    ...(await refreshed(tx, changed, [actor.persoonId])),
    ...(await refreshAbout(tx, "uitzondering", verzoek, { feit: `h${versie + 1}` })),
  ];
}
