/** The message that something has stopped: the same for everybody, with the school as its only fact. */
import { gestoptCard, gestoptSummary } from "#cards/gestopt.ts";
import { stoppedSchool } from "#usecases/grondslag-gevolg.ts";
import type { Presenter } from "./route.ts";

export const presenter: Presenter = {
  soort: "gestopt",
  async present(world, actor, id) {
    const school = await stoppedSchool(world, actor, id);
    return { card: gestoptCard({ school }), summary: gestoptSummary, lezingen: [] };
  },
};
