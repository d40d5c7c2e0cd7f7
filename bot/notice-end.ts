/** How a notice ends that Teams did not take. */
import { type ClaimedNotice, closeWay, type Gesprek, type NoticeEnd } from "#usecases/delivery.ts";
import type { World } from "#usecases/world.ts";
import { ownRestraint } from "./restraint.ts";
import type { Sent } from "./teams.ts";

export type Refusal = Sent & { readonly ok: false };

/** Seconds until the next try, by number of tries so far; the last one repeats. */
const backOff = [5, 15, 60, 180, 600, 900] as const;
/** As often as this Teams is taken at its word when it says when; after that we are more careful than it asks. */
const trusted = 3;
/** Three days of quarter-hours: after that a person looks at it (doctor, readyz). */
const lastTry = 300;

export const closed: NoticeEnd = { status: "mislukt", fout: "onbereikbaar" };

export function again(world: World, notice: ClaimedNotice, fout: string, retryAfterMs = 0): NoticeEnd {
  const later = (milliseconds: number): NoticeEnd => {
    return { status: "later", fout, nietVoor: world.clock.now().add({ milliseconds }) };
  };
  // Nothing was refused: we did not ask.
  if (fout === ownRestraint) return later(retryAfterMs);
  if (notice.pogingen >= lastTry) return { status: "mislukt", fout };
  if (retryAfterMs > 0 && notice.pogingen <= trusted) return later(retryAfterMs);
  const seconds = backOff[Math.min(notice.pogingen, backOff.length) - 1] ?? 5;
  // What failed together is not tried again together.
  const spread = world.chance.number(seconds * 200 + 1);
  return later(Math.max(seconds * 1000 + spread, retryAfterMs));
}

export async function failed(
  { world }: { readonly world: World },
  { notice, chat }: { readonly notice: ClaimedNotice; readonly chat: Gesprek },
  sent: Refusal,
): Promise<NoticeEnd> {
  if (sent.code !== ownRestraint)
    world.log("warning", { code: "bezorgen_mislukt", id: notice.id, kind: sent.code });
  if (sent.problem === "later" || sent.problem === "bericht_weg") {
    return again(world, notice, sent.code, sent.retryAfterMs);
  }
  if (sent.problem === "onbereikbaar" && chat.soort === "kanaal") {
    // Others speak there, so it can open again without a word to us: a post that waits is better than one that is lost.
    return again(world, notice, sent.code, sent.retryAfterMs);
  }
  if (sent.problem === "onbereikbaar") await closeWay(world, chat, sent.code);
  return { status: "mislukt", fout: sent.code };
}
