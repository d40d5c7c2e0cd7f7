/** The holder wants to give the regierol on: the ib and the parents agree first, and it stays until the other says yes. */
import type { AtVersion } from "#database/hulpvraag.ts";
import { touchHulpvraag } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import { lapseAanbod } from "#database/regierol.ts";
import { endVoorstel, insertVoorstel } from "#database/regierol-om.ts";
import { kandidatenOf } from "#domain/akkoord.ts";
import type { Notice } from "#domain/notice.ts";
import type { VoorstelReden } from "#domain/regierol-keuze.ts";
import { ibsOf } from "#domain/termijn-eigenaar.ts";
import type { RegierolProblemen } from "#domain/terugkoppeling.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { tellAbout } from "./notice-about.ts";
import { logCase, type Opened, openFor, tell } from "./regierol-open.ts";
import { applyTermEvent } from "./termijn.ts";
import { ok, type Result, refuse } from "./world.ts";

export interface VoorstelForm {
  /** Null: the ib looks for somebody. */
  readonly aan: string | null;
  readonly reden: VoorstelReden | null;
}
export type VoorstelRefusal = {
  readonly kind: "velden";
  readonly problemen: RegierolProblemen<keyof VoorstelForm>;
};

export function proposeOverdracht(
  act: Act,
  at: AtVersion,
  form: VoorstelForm,
): Promise<Result<true, VoorstelRefusal | ActRefusal>> {
  return perform<true, VoorstelRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openFor(tx, act, at, "overdracht_voorstellen");
    if (!open.ok) return open;
    const { dossier, today } = open.value;
    const { aan, reden } = form;
    const able = kandidatenOf(dossier, today).some(({ persoonId }) => persoonId === aan);
    if (aan !== null && (!able || aan === act.actor.persoonId))
      return refuse({ kind: "velden", problemen: { aan: { kind: "niet_in_team" } } });
    if (!reden) return refuse({ kind: "velden", problemen: { reden: { kind: "leeg" } } });
    if (!(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    await insertVoorstel(tx, dossier, {
      ...{ id: act.world.chance.uuid(), door: act.actor.persoonId, aan, reden },
    });
    await applyTermEvent(tx, act.world, dossier, { kind: "overdracht_voorgesteld", op: today });
    await logCase(tx, dossier, "overdracht_voorgesteld", { aan, reden });
    const told = tellAbout("overdracht_voorgesteld", dossier, {
      personen: ibsOf(dossier, today),
      feit: `${at.versie + 1}`,
    });
    const changed = { ...at, sztId: dossier.sztId, versie: at.versie + 1 };
    await save(await tell(tx, changed, told, [act.actor.persoonId]));
    return ok(true);
  });
}

/** The ib does not agree: the holder goes on. */
export function rejectOverdracht(act: Act, at: AtVersion): Promise<Result<true, ActRefusal>> {
  return stopOverdracht(act, at, { may: "overdracht_afwijzen", stand: "afgewezen" });
}

/** The holder does not want it any more. */
export function withdrawOverdracht(act: Act, at: AtVersion): Promise<Result<true, ActRefusal>> {
  return stopOverdracht(act, at, { may: "overdracht_intrekken", stand: "ingetrokken" });
}

function stopOverdracht(
  act: Act,
  at: AtVersion,
  how:
    | { readonly may: "overdracht_afwijzen"; readonly stand: "afgewezen" }
    | { readonly may: "overdracht_intrekken"; readonly stand: "ingetrokken" },
): Promise<Result<true, ActRefusal>> {
  return perform(act, async (tx, save): Promise<Result<true, ActRefusal>> => {
    const open = await openFor(tx, act, at, how.may);
    if (!open.ok) return open;
    const { dossier, today } = open.value;
    const { voorstel } = dossier;
    if (!voorstel || !(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    await endVoorstel(tx, dossier.id, { stand: how.stand, door: act.actor.persoonId });
    const asked = await unask(tx, act, open.value);
    await applyTermEvent(tx, act.world, dossier, { kind: "overdracht_gestopt", op: today });
    await logCase(tx, dossier, how.stand === "afgewezen" ? "overdracht_afgewezen" : "overdracht_ingetrokken");
    const personen = how.stand === "afgewezen" ? [voorstel.doorId] : ibsOf(dossier, today);
    const told: readonly Notice[] = tellAbout(
      how.stand === "afgewezen" ? "overdracht_afgewezen" : "overdracht_ingetrokken",
      dossier,
      { personen: personen.filter((id) => id !== act.actor.persoonId), feit: voorstel.id },
    );
    const changed = { ...at, sztId: dossier.sztId, versie: at.versie + 1 };
    await save(await tell(tx, changed, told, [act.actor.persoonId, ...asked]));
    return ok(true);
  });
}

/** Who was asked is asked no more. */
async function unask(tx: Tx, { world }: Act, { dossier, today }: Opened): Promise<readonly string[]> {
  const { aanbod } = dossier;
  if (aanbod?.status !== "aangeboden" || !(await lapseAanbod(tx, dossier.id))) return [];
  await applyTermEvent(tx, world, dossier, { kind: "aanbod_vervallen", op: today });
  return [aanbod.persoonId];
}
