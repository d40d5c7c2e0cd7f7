import {
  adviesvraagSettingsOf,
  adviesvragenOfRonde,
  loadAdviesvraag,
  placeAdviesvraag,
  untieAnswered,
  waitingAdviesvragen,
} from "#database/adviesvraag.ts";
import { recordEvent } from "#database/event.ts";
import { lockSzt } from "#database/hulpvraag.ts";
import { lockRonde, plannedRondesOf } from "#database/overlegronde.ts";
import type { Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import { type AdviesvraagFeit, wisDag } from "#domain/adviesvraag.ts";
import { adviesvragersOf } from "#domain/adviesvraag-relatie.ts";
import type { RondeFeit } from "#domain/dossier.ts";
import type { Notice } from "#domain/notice.ts";
import { todayIn } from "#domain/today.ts";
import { planErasure } from "./adviesvraag-wissen.ts";
import { refreshAbout } from "./notice-about.ts";
import { refreshRonde } from "./round-notice.ts";
import type { World } from "./world.ts";

/**
 * The first round of this SZT that is still to be held, locked. Who asks and who plans go one after the other, so that
 * none is left waiting while there is a round.
 */
export async function nextRondeOf(
  tx: Tx,
  sztId: string,
  { not }: { readonly not?: string } = {},
): Promise<RondeFeit | null> {
  await lockSzt(tx, sztId);
  const coming = await rondesById(tx, await plannedRondesOf(tx, sztId, todayIn(tx.now)));
  for (const { id } of coming.filter(({ status, id }) => status === "gepland" && id !== not)) {
    await lockRonde(tx, id);
    const [ronde] = await rondesById(tx, [id]);
    if (ronde?.status === "gepland") return ronde;
  }
  return null;
}

/** Puts one on this round, or lets it wait when there is none. */
async function place(
  tx: Tx,
  world: World,
  { advies, ronde }: { readonly advies: AdviesvraagFeit; readonly ronde: RondeFeit | null },
): Promise<readonly Notice[]> {
  const wissenOp = wisDag({ ...advies, ronde }, await adviesvraagSettingsOf(tx));
  const placed = await placeAdviesvraag(tx, advies, { rondeId: ronde?.id ?? null, wissenOp });
  if (!placed) throw new Error("an adviesvraag changed while its round was locked");
  await planErasure(tx, world, { id: advies.id, wissenOp });
  const feit = `v${advies.versie + 1}`;
  return [
    ...(await refreshAbout(tx, "adviesvraag", advies, {
      feit,
      also: adviesvragersOf(advies, todayIn(tx.now)),
    })),
    ...(ronde ? await refreshRonde(tx, ronde, { feit: `advies${advies.id}${feit}` }) : []),
  ];
}

/** Who sits at the table has changed, or whether it is held now: cards of its adviesvragen show what that means. */
export async function refreshedOnRonde(
  tx: Tx,
  world: World,
  { ronde, feit }: { readonly ronde: Pick<RondeFeit, "id">; readonly feit: string },
): Promise<readonly Notice[]> {
  const notices: Notice[] = [];
  for (const advies of await adviesvragenOfRonde(tx, world.keys, ronde.id))
    notices.push(...(await refreshAbout(tx, "adviesvraag", advies, { feit: `ronde${ronde.id}${feit}` })));
  return notices;
}

/** A round was planned: what waited for one goes on it. */
export async function placeWaiting(tx: Tx, world: World, sztId: string): Promise<readonly Notice[]> {
  const ronde = await nextRondeOf(tx, sztId);
  const notices: Notice[] = [];
  for (const id of await waitingAdviesvragen(tx, sztId)) {
    const advies = await loadAdviesvraag(tx, world.keys, id);
    if (advies && ronde) notices.push(...(await place(tx, world, { advies, ronde })));
  }
  return notices;
}

/**
 * A round is over or is not held: what it did not come to goes to the next one, and what it answered is tied to it no
 * longer.
 */
export async function leaveRonde(
  tx: Tx,
  world: World,
  ronde: Pick<RondeFeit, "id" | "sztId">,
): Promise<readonly Notice[]> {
  const on = await adviesvragenOfRonde(tx, world.keys, ronde.id);
  const open = on.filter(({ status }) => status === "geagendeerd");
  const next = open.length > 0 ? await nextRondeOf(tx, ronde.sztId, { not: ronde.id }) : null;
  const notices: Notice[] = [];
  for (const advies of open) notices.push(...(await place(tx, world, { advies, ronde: next })));
  for (const advies of on.filter(({ status }) => status === "beantwoord"))
    notices.push(...(await refreshAbout(tx, "adviesvraag", advies, { feit: `v${advies.versie + 1}` })));
  await untieAnswered(tx, ronde.id);
  if (open.length > 0)
    await recordEvent(tx, {
      soort: "adviesvragen_verschoven",
      sztId: ronde.sztId,
      grondslag: "anoniem",
      gegevens: { wacht: next === null },
    });
  return notices;
}
