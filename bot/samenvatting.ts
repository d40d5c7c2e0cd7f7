import { noticeWords } from "#cards/notice.ts";
import { pressWords } from "#cards/press.ts";
import { channelPost, samenvattingCard, samenvattingVerb, samenvattingWords } from "#cards/samenvatting.ts";
import { markOf } from "#domain/vrijgave.ts";
import { confirmSummary, retrySummary, seeSummary } from "#usecases/samenvatting.ts";
import { releaseSummary, rewriteAtMoment } from "#usecases/samenvatting-vrijgave.ts";
import type { TimerHandlers } from "#usecases/timekeeper.ts";
import { refusedAct, standingOf } from "./answer.ts";
import type { ChannelPresenter } from "./courier.ts";
import { neutraal, type Presenter, type Routes } from "./route.ts";

/** The card on which the chair (or ib) releases the summary; the subject is the round. */
export const presenter: Presenter = {
  soort: "samenvatting",
  async present(world, actor, id, stamps, lead) {
    const gezien = await seeSummary(world, actor, id);
    if (!gezien) return null;
    const mark = gezien.stand === "voorleggen" ? markOf(gezien.post.samenvatting) : 0;
    return {
      card: samenvattingCard(gezien, stamps(id, mark), lead),
      summary: noticeWords.samenvatting_voorleggen.summary,
      // Safe for a whole channel, so it shows nobody.
      lezingen: [],
    };
  },
};

/** What the channel gets: decided, released and read back anew each time. */
export const channel: ChannelPresenter = async (world, sztId, rondeId) => {
  const post = await releaseSummary(world, sztId, rondeId);
  return post && channelPost(post);
};

const shown = standingOf("samenvatting");

export const routes: Routes = {
  [samenvattingVerb.plaatsen]: async ({ act, subjectId, versie }) => {
    const done = await confirmSummary(act, { rondeId: subjectId, mark: versie });
    if (done.ok) return shown(subjectId);
    switch (done.error.kind) {
      case "onzichtbaar":
        return neutraal;
      case "al_gedaan":
        return shown(subjectId, pressWords.already);
      case "verouderd":
        return shown(subjectId, samenvattingWords.changed);
    }
  },
  [samenvattingVerb.opnieuw]: async ({ act, subjectId }) => {
    const done = await retrySummary(act, subjectId);
    return done.ok ? shown(subjectId) : refusedAct(shown, subjectId, done.error);
  },
  [samenvattingVerb.nietNu]: async ({ subjectId }) => shown(subjectId, samenvattingWords.nietNu),
};

export const timers: Pick<TimerHandlers, "samenvatting_herschrijven"> = {
  samenvatting_herschrijven: rewriteAtMoment,
};
