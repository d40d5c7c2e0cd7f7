/** The message that somebody takes part in a round no more. */
import { afmeldingCard, afmeldingSummary } from "#cards/afmelding.ts";
import { leftRonde } from "#usecases/round-overview.ts";
import type { Presenter } from "./route.ts";

export const presenter: Presenter = {
  soort: "afmelding",
  async present(world, actor, id, stamps) {
    const left = await leftRonde(world, actor, id);
    return left && { card: afmeldingCard(left, stamps(id, 0)), summary: afmeldingSummary, lezingen: [] };
  },
};
