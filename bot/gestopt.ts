/** The message that something has stopped: the same for everybody, from no facts at all. */
import { gestoptCard, gestoptSummary } from "#cards/gestopt.ts";
import type { Presenter } from "./route.ts";

export const presenter: Presenter = {
  soort: "gestopt",
  async present() {
    return { card: gestoptCard(), summary: gestoptSummary, lezingen: [] };
  },
};
