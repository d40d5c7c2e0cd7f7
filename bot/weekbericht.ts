import { noticeWords } from "#cards/notice.ts";
import { weekberichtCard, weekberichtWords } from "#cards/weekbericht.ts";
import { startVerb } from "#cards/welcome.ts";
import type { Actor } from "#domain/scope.ts";
import type { TimerHandlers } from "#usecases/timekeeper.ts";
import { latestWeekbericht, seeWeekbericht, sendWeekbericht } from "#usecases/weekbericht.ts";
import type { World } from "#usecases/world.ts";
import type { Commands } from "./listen.ts";
import type { Answer, Presenter, Routes } from "./route.ts";

export const presenter: Presenter = {
  soort: "weekbericht",
  async present(world, actor, id, _stamps, lead) {
    const gezien = await seeWeekbericht(world, actor, id);
    if (!gezien) return null;
    return { card: weekberichtCard(gezien, lead), summary: noticeWords.weekbericht.summary, lezingen: [] };
  },
};

async function latest(world: World, actor: Actor): Promise<Answer> {
  const id = await latestWeekbericht(world, actor);
  return id
    ? { kind: "onderwerp", onderwerp: { soort: "weekbericht", id } }
    : { kind: "melding", tekst: weekberichtWords.notForYou };
}

export const routes: Routes = {
  [startVerb.weekbericht]: ({ world, actor }) => latest(world, actor),
};

export const commands: Commands = {
  weekbericht: ({ world, actor }) => latest(world, actor),
};

export const timers: Pick<TimerHandlers, "weekbericht"> = { weekbericht: sendWeekbericht };
