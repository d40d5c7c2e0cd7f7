/** How the cooperation goes: asked and answered in the own chat. */
import { evaluatieCard, evaluatieSubmitted, evaluatieSummary, evaluatieWords } from "#cards/evaluatie.ts";
import { evaluatieVerb } from "#cards/team-verb.ts";
import {
  beantwoord,
  beginEvaluatie,
  closeEvaluatie,
  readEvaluatie,
  remindEvaluatie,
} from "#usecases/evaluatie.ts";
import type { TimerHandlers } from "#usecases/timekeeper.ts";
import { refusedAct, standingOf } from "./answer.ts";
import { neutraal, type Presenter, type Route, type Routes } from "./route.ts";

export const presenter: Presenter = {
  soort: "evaluatie",
  async present(world, actor, id, stamps, lead) {
    const gezien = await readEvaluatie(world, actor, id);
    if (!gezien) return null;
    return { card: evaluatieCard(gezien, stamps(id, 0), lead), summary: evaluatieSummary, lezingen: [] };
  },
};

const standing = standingOf("evaluatie");

const antwoord: Route = async (press) => {
  const { world, actor, subjectId: id, stamps } = press;
  const form = evaluatieSubmitted.parse(press.input);
  const result = await beantwoord(press.act, id, form);
  if (result.ok) return standing(id, evaluatieWords.saved);
  const { error } = result;
  switch (error.kind) {
    case "velden": {
      const gezien = await readEvaluatie(world, actor, id);
      const filled = { form, problemen: error.problemen };
      return gezien
        ? { kind: "kaart", card: evaluatieCard({ ...gezien, ...filled }, stamps(id, 0)) }
        : neutraal;
    }
    case "dicht":
      return standing(id, evaluatieWords.closed);
    default:
      return refusedAct(standing, id, error);
  }
};

export const routes: Routes = { [evaluatieVerb.antwoord]: antwoord };

export const timers: Pick<TimerHandlers, `evaluatie_${"beginnen" | "herinneren" | "sluiten"}`> = {
  evaluatie_beginnen: beginEvaluatie,
  evaluatie_herinneren: remindEvaluatie,
  evaluatie_sluiten: closeEvaluatie,
};
