import { recordEvent } from "#database/event.ts";
import { gesprekkenOf } from "#database/gesprek.ts";
import { zaakOf, zakenMet } from "#database/hulpvraag.ts";
import { livingMessage } from "#database/message.ts";
import { lockRonde } from "#database/overlegronde.ts";
import type { Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import type { DueTimer } from "#database/timer.ts";
import {
  insertVrijgave,
  lastVrijgave,
  lockRondesOf,
  readVrijgave,
  rewriteTimerOf,
  withdrawVrijgaven,
} from "#database/vrijgave.ts";
import type { RondeFeit } from "#domain/dossier.ts";
import type { Notice } from "#domain/notice.ts";
import { taskScope } from "#domain/scope.ts";
import { channelSummary } from "#domain/summary.ts";
import { todayIn } from "#domain/today.ts";
import { type Vrijgave, withoutFallenGrounds } from "#domain/vrijgave.ts";
import { refreshedSummary, rewriteKey } from "./samenvatting.ts";
import { summaryFacts } from "./samenvatting-feiten.ts";
import { send } from "./send.ts";
import type { World } from "./world.ts";

/** A withdrawal can fall between deciding and reading; a second decision then sees it. */
const tries = 3;

/**
 * What may be posted about this round now. The app login decides and writes one release; the channel login, which sees
 * nothing else, reads it back, and finds nothing when it is old or withdrawn. Null: there is nothing to post.
 */
export async function releaseSummary(world: World, sztId: string, rondeId: string): Promise<Vrijgave | null> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const id = await world.database.transact(taskScope(world.swvId, "koerier"), (tx) =>
      decide(tx, world, { sztId, rondeId }),
    );
    if (id === null) return null;
    const released = await world.channel.transact(taskScope(world.swvId, "kanaal"), (tx) =>
      readVrijgave(tx, id),
    );
    if (released) return released;
  }
  throw new Error("no release stands long enough to be read");
}

/** Writes what may go, decided with the facts of this moment; answers the id of the release. */
async function decide(
  tx: Tx,
  world: World,
  { sztId, rondeId }: { readonly sztId: string; readonly rondeId: string },
): Promise<string | null> {
  await lockRonde(tx, rondeId);
  const [ronde] = await rondesById(tx, [rondeId]);
  if (ronde?.sztId !== sztId || ronde.samenvattingBevestigdOp === null) return null;
  const timer = await rewriteTimerOf(tx, rewriteKey(rondeId));
  if (!timer) throw new Error("a confirmed summary without its timer");
  const bijgewerkt = timer.gedaanOp !== null;
  const id = world.chance.uuid();
  const samenvatting = await contentOf(tx, world, { ronde, bijgewerkt });
  const inhoud = { samenvatting, bijwerkenOp: todayIn(timer.op).toString(), bijgewerkt };
  await insertVrijgave(tx, { id, sztId, rondeId, inhoud });
  await recordEvent(tx, {
    soort: "samenvatting_vrijgegeven",
    sztId,
    gegevens: { regels: samenvatting.regels.length, bijgewerkt },
  });
  const referenties = samenvatting.regels.map(({ caseRef }) => caseRef);
  for (const zaak of await zakenMet(tx, sztId, referenties)) {
    const { grondslag } = zaak;
    const place = { sztId, ...(await zaakOf(tx, zaak.id)), ...(grondslag ? { grondslag } : {}) };
    await recordEvent(tx, { soort: "kanaalregel_vrijgegeven", ...place, gegevens: { bijgewerkt } });
  }
  return id;
}

/** Fresh when it is posted and when it is rewritten; at any other moment only what has lost its ground is taken out. */
async function contentOf(
  tx: Tx,
  world: World,
  { ronde, bijgewerkt }: { readonly ronde: RondeFeit; readonly bijgewerkt: boolean },
): Promise<Vrijgave["samenvatting"]> {
  const facts = await summaryFacts(tx, world.keys, ronde);
  const before = await lastVrijgave(tx, ronde.id);
  const stands = before !== null && before.bijgewerkt === bijgewerkt && (await isPosted(tx, ronde));
  return stands
    ? withoutFallenGrounds(before.samenvatting, { ...facts, today: todayIn(tx.now) })
    : channelSummary(facts, tx.now);
}

async function isPosted(tx: Tx, { id, sztId }: RondeFeit): Promise<boolean> {
  const channels = (await gesprekkenOf(tx, { sztId })).map((channel) => channel.id);
  return (await livingMessage(tx, channels, "samenvatting", id)) !== null;
}

/**
 * For the withdrawal of a toestemming (and whatever else takes a ground away): no release that names this hulpvraag may
 * go any more, and what stands in the channel is rewritten at once without it. Call it after the change, in its
 * transaction; save the notices it answers.
 */
export async function rewriteSummaries(tx: Tx, world: World, hulpvraagId: string): Promise<Notice[]> {
  const feit = world.chance.uuid();
  const notices: Notice[] = [];
  for (const { id, sztId, bevestigd } of await lockRondesOf(tx, hulpvraagId)) {
    notices.push(...(await refreshedSummary(tx, { id, sztId }, feit)));
    if (!bevestigd) continue;
    await withdrawVrijgaven(tx, id);
    notices.push(toChannel({ id, sztId }, feit));
  }
  return notices;
}

/** The fixed moment of the one rewriting. */
export async function rewriteAtMoment(world: World, tx: Tx, timer: DueTimer): Promise<void> {
  const [ronde] = await rondesById(tx, [timer.onderwerpId]);
  if (!ronde) return;
  await send(world, tx, [toChannel(ronde, "vast_moment")]);
}

function toChannel({ id, sztId }: Pick<RondeFeit, "id" | "sztId">, feit: string): Notice {
  return {
    soort: "samenvatting_ververst",
    aan: { kanaalSztId: sztId },
    onderwerpId: id,
    sztId,
    sleutel: `samenvatting_kanaal:${id}:${feit}`,
    dringend: true,
  };
}
