import { noticeWords } from "#cards/notice.ts";
import { openwerkCard, openwerkSummary } from "#cards/openwerk.ts";
import { todayIn } from "#domain/today.ts";
import { myLooseWork } from "#usecases/openwerk.ts";
import type { Presenter } from "./route.ts";

/** A message of its own only when there is something to give on; what stands says so when it is empty. */
export const presenter: Presenter = {
  soort: "openwerk",
  async present(world, actor, id, stamps, lead) {
    if (id !== actor.persoonId || actor.lidmaatschappen.length === 0) return null;
    const werk = await myLooseWork(world, actor);
    if (werk.length === 0 && lead === noticeWords.openwerk_gemeld.lead) return null;
    const vandaag = todayIn(world.clock.now());
    return {
      card: openwerkCard({ werk, vandaag }, stamps(id, 0), lead),
      summary: openwerkSummary,
      lezingen: [],
    };
  },
};
