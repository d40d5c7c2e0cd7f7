/** Keeping for longer than usual, and the daily look at what is past its term. */
import { type BewaarData, bewaarCard, bewaarSubmitted, bewaarWords } from "#cards/bewaartermijn.ts";
import { pressWords } from "#cards/press.ts";
import { rechtenWords } from "#cards/rechten.ts";
import { rechtenVerb } from "#cards/rechten-verb.ts";
import { endKeeping, keepLonger, retentionDay } from "#usecases/bewaartermijn.ts";
import { readRechten } from "#usecases/rechten.ts";
import type { TimerHandlers } from "#usecases/timekeeper.ts";
import { dialogOf, standingRechten } from "./rechten.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";

async function form(
  { world, actor, subjectId, stamps }: Press,
  filled: Partial<BewaarData> = {},
): Promise<Answer> {
  const gezien = await readRechten(world, actor, subjectId);
  return gezien ? dialogOf(bewaarCard({ ...gezien, ...filled }, stamps(subjectId, gezien.versie))) : neutraal;
}

const vraag: Route = (press) => form(press);

const bewaar: Route = async (press) => {
  const sent = bewaarSubmitted.parse(press.input);
  const result = await keepLonger(press.act, press.subjectId, sent);
  if (result.ok) return { kind: "klaar", melding: bewaarWords.done };
  switch (result.error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "velden":
      return form(press, { form: sent, problemen: result.error.problemen });
    case "verouderd":
    case "al_gedaan":
      return { kind: "melding", tekst: pressWords.already };
  }
};

const geefVrij: Route = async ({ act, subjectId }) => {
  const result = await endKeeping(act, subjectId);
  if (result.ok) return standingRechten(subjectId, rechtenWords.released);
  switch (result.error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "verouderd":
    case "al_gedaan":
      return standingRechten(subjectId, rechtenWords.notHeld);
  }
};

export const routes: Routes = {
  [rechtenVerb.vraagBewaren]: vraag,
  [rechtenVerb.bewaren]: bewaar,
  [rechtenVerb.vrijgeven]: geefVrij,
};

export const timers: Pick<TimerHandlers, "bewaartermijn"> = { bewaartermijn: retentionDay };
