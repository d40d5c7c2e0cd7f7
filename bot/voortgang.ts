/** How it goes, and the three-month review. */
import { pressWords } from "#cards/press.ts";
import { regierolWords } from "#cards/regierol.ts";
import { regierolVerb } from "#cards/regierol-verb.ts";
import { takenWords } from "#cards/taken.ts";
import { taakVerb } from "#cards/taken-row.ts";
import {
  terugblikCard,
  terugblikSubmitted,
  voortgangCard,
  voortgangSubmitted,
  voortgangWords,
} from "#cards/voortgang.ts";
import { vraagtSchakelteam } from "#domain/voortgang.ts";
import { askUitstel } from "#usecases/termijn-klaar.ts";
import { completeReview, recordVoortgang } from "#usecases/voortgang.ts";
import { vraagAfsluitenVan } from "./afsluiting.ts";
import { dialogUnder } from "./answer.ts";
import { dialog, sent } from "./regierol.ts";
import type { Answer, Press, Route, Routes } from "./route.ts";

const shown = dialogUnder(regierolWords.dialogTitle);

const vraagVoortgang: Route = (press) =>
  dialog(press, "voortgang", (facts, token) => shown(voortgangCard(facts, token)));

const voortgang: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const form = voortgangSubmitted.parse(input);
  const result = await recordVoortgang(act, { id, versie }, form);
  if (result.ok) {
    const melding = vraagtSchakelteam(result.value) ? voortgangWords.schakelteam : voortgangWords.goed;
    return { kind: "klaar", melding };
  }
  const { error } = result;
  if (error.kind !== "velden") return sent({ ok: false, error }, "");
  return dialog(press, "voortgang", (facts, token) =>
    shown(voortgangCard(facts, token, { form, velden: error.velden })),
  );
};

async function terugblikForm(
  press: Press,
  filled: Parameters<typeof terugblikCard>[2] = {},
): Promise<Answer> {
  const { world, actor, subjectId, versie, stamps } = press;
  const vraag = await askUitstel({ world, actor }, subjectId);
  if (vraag?.soort !== "driemaandsreview") return { kind: "melding", tekst: pressWords.stale };
  const card = terugblikCard(vraag, stamps(subjectId, versie), filled);
  return { kind: "dialoog", title: takenWords.dialogTitle, card };
}

/** Who wants to close is asked why at once: the proposal is a step of its own, which the ib confirms. */
const terugblik: Route = async (press) => {
  const form = terugblikSubmitted.parse(press.input);
  const result = await completeReview(press.act, { id: press.subjectId, versie: press.versie }, form);
  if (!result.ok) {
    const { error } = result;
    return error.kind === "terugblik"
      ? terugblikForm(press, { form, probleem: error.probleem })
      : sent({ ok: false, error }, "");
  }
  const { id, terugblik: value } = result.value;
  if (value.uitkomst === "afsluiten") return vraagAfsluitenVan(press, id);
  const anew = value.uitkomst === "wordt_aangepast";
  return { kind: "klaar", melding: anew ? voortgangWords.aanpassen : voortgangWords.terugblik };
};

export const routes: Routes = {
  [regierolVerb.vraagVoortgang]: vraagVoortgang,
  [regierolVerb.voortgang]: voortgang,
  [taakVerb.vraagReview]: (press) => terugblikForm(press),
  [taakVerb.review]: terugblik,
};
