import { recordEvent } from "#database/event.ts";
import type { Tx } from "#database/pool.ts";
import {
  addCount,
  countErasure,
  destroyKeys,
  emptyLeerlingen,
  eraseLoose,
  eraseRows,
  type Goner,
  gonersOf,
  hasOther,
  keepReference,
  scrubVrijgaven,
  verzoekKeysOf,
  wrappedKeysOf,
} from "#database/wissen.ts";
import {
  leftOfWissing,
  lockWissing,
  markDone,
  markErased,
  placesOf,
  type WissingRow,
} from "#database/wissing.ts";
import type { Notice } from "#domain/notice.ts";
import { schoolYearEnd } from "#domain/schooljaar.ts";
import { taskScope } from "#domain/scope.ts";
import { amsterdam, todayIn } from "#domain/today.ts";
import { refreshed } from "./hulpvraag-notice.ts";
import { rewriteSummaries } from "./samenvatting-vrijgave.ts";
import { send } from "./send.ts";
import type { World } from "./world.ts";

/** What one erasure took: counts for the log and for people, sums for the proof that nothing of it is left. */
export interface WisBewijs {
  readonly rijen: Readonly<Record<string, number>>;
  readonly sleutels: number;
  readonly sloten: readonly string[];
}

/**
 * Destroys these hulpvragen, and their leerlingen with the key when none is left. In one transaction of work without a
 * person; what stands in Teams goes afterwards, message by message, and the erasure is over when the last one is gone.
 */
export async function erase(
  tx: Tx,
  world: World,
  wissing: WissingRow,
  hulpvraagIds: readonly string[],
): Promise<WisBewijs> {
  const goners = await gonersOf(tx, hulpvraagIds);
  const redrawn = await redrawnBy(tx, world, goners);
  await keepCounts(tx, goners);
  for (const sztId of new Set(goners.map((one) => one.sztId))) {
    await scrubVrijgaven(
      tx,
      sztId,
      goners.filter((one) => one.sztId === sztId).map(({ referentie }) => referentie),
    );
  }
  const bewijs = await destroy(tx, wissing.leerlingIds, hulpvraagIds);
  const { nummers, ...proof } = bewijs;
  await markErased(tx, wissing.id, {
    onderwerpen: nummers,
    bewijs: { rijen: proof.rijen, sleutels: proof.sleutels },
  });
  await recordEvent(tx, {
    soort: "gegevens_gewist",
    sztId: wissing.sztId,
    gegevens: {
      aanleiding: wissing.aanleiding,
      reden: wissing.reden,
      hulpvragen: goners.length,
      sleutels: proof.sleutels,
    },
  });
  await tellTeams(tx, world, wissing, { nummers, redrawn });
  return proof;
}

/** Cards of rounds, bundles, lists and the channel that show something of these among other things: drawn without them. */
async function redrawnBy(tx: Tx, world: World, goners: readonly Goner[]): Promise<readonly Notice[]> {
  const notices: Notice[] = [];
  for (const { id, sztId } of goners) {
    const around = await refreshed(tx, { id, sztId, versie: 0 });
    notices.push(...around.filter(({ onderwerpId }) => onderwerpId !== id));
    notices.push(...(await rewriteSummaries(tx, world, id)));
  }
  return notices;
}

/** The rows, what hangs on them, and the key of who has nothing left. */
async function destroy(
  tx: Tx,
  leerlingIds: readonly string[],
  hulpvraagIds: readonly string[],
): Promise<WisBewijs & { readonly nummers: readonly string[] }> {
  const first = await countErasure(tx, "hulpvraag", hulpvraagIds);
  const asked = await verzoekKeysOf(tx, hulpvraagIds);
  await eraseRows(tx, "hulpvraag", hulpvraagIds, first.nummers);
  const empty = await emptyLeerlingen(tx, leerlingIds);
  const second = await countErasure(tx, "leerling", empty);
  const keys = await wrappedKeysOf(tx, empty);
  await eraseRows(tx, "leerling", empty, second.nummers);
  const sleutels = await destroyKeys(
    tx,
    [...asked, ...keys].map(({ id }) => id),
  );
  return {
    rijen: { ...first.rijen, ...second.rijen },
    sleutels,
    sloten: [...first.sloten, ...second.sloten],
    nummers: [...first.nummers, ...second.nummers],
  };
}

/** From here on only how many there were is known (domain.md §8): each child once a schooljaar, and what it was about. */
async function keepCounts(tx: Tx, goners: readonly Goner[]): Promise<void> {
  const ids = goners.map(({ id }) => id);
  const counted = new Set<string>();
  for (const goner of goners) {
    await keepReference(tx, goner, schoolYearEnd(todayIn(tx.now)).add({ years: 1 }));
    if (!goner.ingebracht) continue;
    const schooljaar = schoolYearEnd(todayIn(goner.gemaaktOp)).year - 1;
    const child = `${goner.leerlingId}/${schooljaar}`;
    if (counted.has(child) || (await hasOther(tx, { leerlingId: goner.leerlingId, ids }, yearOf(schooljaar))))
      continue;
    counted.add(child);
    await addCount(tx, { schoolId: goner.schoolId }, { schooljaar, soort: "ingebracht" });
    if (goner.status === "afgesloten")
      await addCount(tx, { schoolId: goner.schoolId }, { schooljaar, soort: "afgerond" });
    for (const domein of goner.domeinen)
      await addCount(tx, { bestuur: goner.bestuur }, { schooljaar, soort: `domein_${domein}` });
  }
}

function yearOf(schooljaar: number) {
  const begin = (year: number) =>
    Temporal.PlainDate.from({ year, month: 8, day: 1 }).toZonedDateTime(amsterdam).toInstant();
  return { from: begin(schooljaar), until: begin(schooljaar + 1) };
}

/** What the courier has to do about it, under keys that name the erasure and nothing else. */
async function tellTeams(
  tx: Tx,
  world: World,
  { id, sztId }: WissingRow,
  { nummers, redrawn }: { readonly nummers: readonly string[]; readonly redrawn: readonly Notice[] },
): Promise<void> {
  const wipes = (await placesOf(tx, nummers)).flatMap(({ persoonId, kanaalSztId }): Notice[] => {
    const aan = persoonId ? { persoonId } : kanaalSztId ? { kanaalSztId } : null;
    return aan ? [{ soort: "bericht_wissen", aan, onderwerpId: id, sztId, sleutel: "", dringend: true }] : [];
  });
  const notices = [...wipes, ...redrawn].map(
    (notice): Notice => ({
      ...notice,
      wissingId: id,
      sleutel: `wissing:${id}:${notice.soort}:${notice.onderwerpId}:${Object.values(notice.aan).join()}`,
    }),
  );
  if (!(await send(world, tx, notices))) await finish(tx, { id, onderwerpen: nummers });
}

async function finish(
  tx: Tx,
  { id, onderwerpen }: { readonly id: string; readonly onderwerpen: readonly string[] },
): Promise<void> {
  await eraseLoose(tx, onderwerpen);
  await markDone(tx, id);
}

/**
 * After each delivery that belongs to an erasure: it is over when nothing of it stands any more. Who asked for it and
 * who confirmed it then see that, and also when only what cannot be reached is left.
 */
export async function advanceWissing(world: World, id: string): Promise<void> {
  await world.database.transact(taskScope(world.swvId, "koerier"), async (tx) => {
    const wissing = await lockWissing(tx, id);
    if (wissing?.status !== "gewist") return;
    const over = await leftOfWissing(tx, wissing);
    if (over.berichten > 0) return;
    if (over.onbereikbaar === 0) await finish(tx, wissing);
    const notices = wissingNotices(wissing, "wissing_ververst", `over_${over.onbereikbaar}`);
    await send(world, tx, notices);
  });
}

/** To both people of an erasure that was asked for; by the clock there are none. */
export function wissingNotices(
  { id, sztId, gevraagdDoor, tweedeId }: Pick<WissingRow, "id" | "sztId" | "gevraagdDoor" | "tweedeId">,
  soort: "wissing_ververst",
  feit: string,
): readonly Notice[] {
  return [gevraagdDoor, tweedeId].flatMap((persoonId): Notice[] => {
    const sleutel = `${soort}:${id}:${feit}:${persoonId}`;
    return persoonId ? [{ soort, aan: { persoonId }, onderwerpId: id, sztId, sleutel, dringend: true }] : [];
  });
}
