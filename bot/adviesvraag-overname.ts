/** From a concept to an adviesvraag and from an adviesvraag to an intake: the words go along in the form, nothing else does. */
import { adviesvraagWords } from "#cards/adviesvraag.ts";
import { adviesDialogWords, opNaamCard } from "#cards/adviesvraag-dialog.ts";
import { adviesLeeg, opNaamSubmitted } from "#cards/adviesvraag-form.ts";
import { adviesvraagVerb } from "#cards/adviesvraag-verb.ts";
import { fromHulpvraag, toIntake } from "#usecases/adviesvraag-overname.ts";
import { adviesDialog, begin } from "./adviesvraag.ts";
import { openWith } from "./intake.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";

const uitHulpvraag: Route = async (press) => {
  const found = await fromHulpvraag(press.world, press.actor, press.subjectId);
  if (!found) return neutraal;
  const form = { ...adviesLeeg, school: found.schoolId, vraag: found.vraag, domein: found.domein ?? "" };
  return (await adviesDialog(press, { form, melding: adviesDialogWords.carried })) ?? begin(press);
};

async function opNaamDialog({ world, actor, subjectId, stamps }: Press, refused = false): Promise<Answer> {
  const found = await toIntake(world, actor, subjectId);
  if (!found) return neutraal;
  const card = opNaamCard(stamps(subjectId, found.versie), refused);
  return { kind: "dialoog", title: adviesvraagWords.dialogTitle, card };
}

const opNaam: Route = async (press) => {
  if (!opNaamSubmitted.safeParse(press.input).success) return opNaamDialog(press, true);
  const found = await toIntake(press.world, press.actor, press.subjectId);
  return found ? openWith(press, found.vraag) : neutraal;
};

export const routes: Routes = {
  [adviesvraagVerb.uitHulpvraag]: uitHulpvraag,
  [adviesvraagVerb.vraagOpNaam]: (press) => opNaamDialog(press),
  [adviesvraagVerb.opNaam]: opNaam,
};
