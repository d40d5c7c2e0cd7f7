/** The calendar of a school in the chat: asked for in words or by a button, changed in a dialog that stays open. */
import {
  type KalenderDialog,
  kalenderSent,
  kalenderWords,
  parseKalender,
  schoolkalenderCard,
  schoolkalendersCard,
  schoolkalenderWords,
} from "#cards/schoolkalender.ts";
import { schoolkalenderVerb } from "#cards/schoolkalender-verb.ts";
import { drawSchoolkalender, mySchoolkalenders, setSchooldagen } from "#usecases/schoolkalender.ts";
import { dialogUnder } from "./answer.ts";
import type { Commands } from "./listen.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";

const dialog = dialogUnder(schoolkalenderWords.dialogTitle);

async function kalender(
  { world, actor, subjectId, stamps }: Press,
  filled: Omit<KalenderDialog, "gezien"> = {},
): Promise<Answer> {
  const gezien = await drawSchoolkalender(world, actor, subjectId);
  return gezien ? dialog(schoolkalenderCard({ gezien, ...filled }, stamps(subjectId, 0))) : neutraal;
}

const opslaan: Route = async (press) => {
  const sent = kalenderSent.parse(press.input);
  const parsed = parseKalender(sent);
  if (!parsed.ok) return kalender(press, { sent, errors: parsed.error });
  const { soort } = parsed.value;
  const result = await setSchooldagen(press.act, press.subjectId, parsed.value);
  if (result.ok) return kalender(press, { melding: schoolkalenderWords.saved(soort, result.value) });
  switch (result.error.kind) {
    case "veld": {
      const { veld, probleem } = result.error;
      return kalender(press, { sent, errors: { [veld]: kalenderWords(probleem, soort) } });
    }
    case "al_gedaan":
      return kalender(press);
    case "onzichtbaar":
    case "verouderd":
      return neutraal;
  }
};

export const routes: Routes = {
  [schoolkalenderVerb.open]: (press) => kalender(press),
  [schoolkalenderVerb.opslaan]: opslaan,
};

/** "Studiedagen": the way to the dialog of each school. */
export const commands: Commands = {
  async instellingen({ world, actor, stamps }) {
    const kalenders = await mySchoolkalenders(world, actor);
    return { kind: "kaart", card: schoolkalendersCard(kalenders, stamps(actor.persoonId, 0)) };
  },
};
