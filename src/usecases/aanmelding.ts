/** A hulpvraag that goes on to the Loket or the wijkteam: sent by people, and followed until there is an outcome. */
import { insertAanmelding, insertNietAangemeld, saveAanmelding } from "#database/aanmelding.ts";
import type { AtVersion } from "#database/hulpvraag.ts";
import { touchHulpvraag } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import {
  type AanmeldingPlek,
  aanmeldingEvent,
  checkStap,
  checkVersturen,
  loketSinds,
  naStap,
  openAanmelding,
  type StapForm,
  type StapProblemen,
  type VerstuurForm,
  type VerstuurProblemen,
} from "#domain/aanmelding.ts";
import { akkoordPartijen } from "#domain/akkoord.ts";
import type { Besluit } from "#domain/code.ts";
import type { Dossier } from "#domain/dossier.ts";
import type { Sluitreden } from "#domain/regierol-reden.ts";
import { dayProblem, type RegierolProblemen } from "#domain/terugkoppeling.ts";
import { todayIn } from "#domain/today.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { close, tellClosed } from "./afsluiting.ts";
import { groundHolds, holdersOf, logCase, type Opened, openFor, tell } from "./regierol-open.ts";
import { applyTermEvent } from "./termijn.ts";
import { ok, type Result, refuse } from "./world.ts";

/** The family was told that it goes to the Loket: from then on it is waited for. Told twice, it begins once. */
export async function beginLoket(
  tx: Tx,
  { world }: Pick<Act, "world">,
  dossier: Dossier,
  besluiten: readonly Besluit[],
): Promise<void> {
  const waits = dossier.termijnen.some(
    ({ soort, status }) => soort === "loket_versturen" && status === "open",
  );
  const sent = loketSinds(dossier).length > 0 || openAanmelding(dossier, "loket") !== null;
  if (waits || sent || !besluiten.includes("doorzetten_loket")) return;
  await applyTermEvent(tx, world, dossier, { kind: "loket_besloten", op: todayIn(tx.now) });
}

export type VerstuurRefusal =
  | { readonly kind: "velden"; readonly problemen: VerstuurProblemen }
  | { readonly kind: "geen_grondslag" };

const maySend = { loket: "aanmelding_loket", wijkteam: "aanmelding_wijkteam" } as const;

/** It was sent, with a yes in writing for this of everyone whose yes is needed. */
export function meldAan(
  act: Act,
  at: AtVersion,
  bij: AanmeldingPlek,
  form: VerstuurForm,
): Promise<Result<true, VerstuurRefusal | ActRefusal>> {
  return perform<true, VerstuurRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openFor(tx, act, at, maySend[bij]);
    if (!open.ok) return open;
    const { dossier, today } = open.value;
    if (!groundHolds(open.value)) return refuse({ kind: "geen_grondslag" });
    const { besluiten } = dossier;
    const partijen = akkoordPartijen(dossier, today);
    const problemen = checkVersturen(form, { besluiten, partijen, today });
    const { verstuurdOp, akkoordOp, akkoordVan } = form;
    if (problemen) return refuse({ kind: "velden", problemen });
    if (!verstuurdOp || !akkoordOp || !(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    await insertAanmelding(tx, dossier, {
      ...{ id: act.world.chance.uuid(), bij, door: act.actor.persoonId, verstuurdOp },
      akkoord: { op: akkoordOp, van: akkoordVan },
    });
    // Counted from the day on which it was sent, which may lie before today.
    await applyTermEvent(tx, act.world, dossier, {
      kind: aanmeldingEvent(bij, "verstuurd"),
      op: verstuurdOp,
    });
    await logCase(tx, dossier, "aanmelding_verstuurd", {
      ...{ bij, op: verstuurdOp.toString(), akkoord_op: akkoordOp.toString(), van: akkoordVan },
    });
    await save(await changed(tx, act, at, open.value));
    return ok(true);
  });
}

/** Decided and not done after all, such as when the parents do not want it. */
export function meldNietAan(act: Act, at: AtVersion): Promise<Result<true, ActRefusal>> {
  return perform(act, async (tx, save): Promise<Result<true, ActRefusal>> => {
    const open = await openFor(tx, act, at, "loket_niet");
    if (!open.ok) return open;
    const { dossier, today } = open.value;
    if (!(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    await insertNietAangemeld(tx, dossier, {
      ...{ id: act.world.chance.uuid(), bij: "loket", door: act.actor.persoonId, op: today },
    });
    await applyTermEvent(tx, act.world, dossier, { kind: "loket_uitkomst", op: today });
    await logCase(tx, dossier, "niet_aangemeld", { bij: "loket" });
    await save(await changed(tx, act, at, open.value));
    return ok(true);
  });
}

export type StapRefusal = { readonly kind: "velden"; readonly problemen: StapProblemen };

/** What the other side said. Without a ground it can only be taken back, and the ib does that. */
export function zetStap(
  act: Act,
  at: AtVersion,
  bij: AanmeldingPlek,
  form: StapForm,
): Promise<Result<true, StapRefusal | ActRefusal>> {
  return perform<true, StapRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openFor(tx, act, at, "aanmelding_stap");
    if (!open.ok) return open;
    const { dossier, gezien, today } = open.value;
    const feit = openAanmelding(dossier, bij);
    if (!feit) return refuse({ kind: "verouderd" });
    const problemen = checkStap(feit, form, { today, stil: gezien.stil });
    if (problemen) return refuse({ kind: "velden", problemen });
    const { stap, op } = form;
    if (!stap || !op || !(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    if (!(await saveAanmelding(tx, naStap(feit, stap, op)))) return refuse({ kind: "verouderd" });
    await applyTermEvent(tx, act.world, dossier, { kind: aanmeldingEvent(bij, stap), op });
    await logCase(tx, dossier, "aanmelding_gevolgd", { bij, stap, op: op.toString() });
    await save(await changed(tx, act, at, open.value));
    return ok(true);
  });
}

export interface NaLoketForm {
  readonly reden: Sluitreden | null;
  readonly verteldOp: Temporal.PlainDate | null;
}
export type NaLoketRefusal = {
  readonly kind: "velden";
  readonly problemen: RegierolProblemen<keyof NaLoketForm>;
};

/** The Loket has it from here: closed, after the family was told what came of it. */
export function sluitNaLoket(
  act: Act,
  at: AtVersion,
  { reden, verteldOp }: NaLoketForm,
): Promise<Result<true, NaLoketRefusal | ActRefusal>> {
  return perform<true, NaLoketRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openFor(tx, act, at, "loket_afsluiten");
    if (!open.ok) return open;
    const opened = open.value;
    const { dossier, today } = opened;
    const sinds = loketSinds(dossier).findLast(({ uitkomst }) => uitkomst !== null)?.uitkomstOp ?? null;
    const wrong = dayProblem(verteldOp, sinds, today);
    if (wrong || !reden) {
      const problemen = {
        ...(wrong ? { verteldOp: wrong } : {}),
        ...(reden ? {} : { reden: { kind: "leeg" as const } }),
      };
      return refuse({ kind: "velden", problemen });
    }
    const step = { act: "afsluiten_na_loket", given: ["ouders_geinformeerd", "reden_vastgelegd"] } as const;
    if (!verteldOp || !(await close(tx, act, { at, opened, step, reden, verteldOp })))
      return refuse({ kind: "verouderd" });
    const after = { ...at, sztId: dossier.sztId, versie: at.versie + 1 };
    await save(await tell(tx, after, tellClosed(dossier, act.actor), [act.actor.persoonId]));
    return ok(true);
  });
}

/** Nobody gets a message: who has it on a card sees how it stands. */
function changed(tx: Tx, { actor }: Act, at: AtVersion, { dossier }: Opened) {
  const after = { ...at, sztId: dossier.sztId, versie: at.versie + 1 };
  return tell(tx, after, [], [actor.persoonId, ...holdersOf(dossier)]);
}
