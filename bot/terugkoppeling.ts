/** The dialog in which the ib records what the parents were told and answered. */
import { pressWords } from "#cards/press.ts";
import { regierolWords } from "#cards/regierol.ts";
import { regierolVerb } from "#cards/regierol-verb.ts";
import { terugkoppelingCard, terugkoppelingSubmitted, terugkoppelingWords } from "#cards/terugkoppeling.ts";
import { recordTerugkoppeling } from "#usecases/terugkoppeling.ts";
import { dialog, sent } from "./regierol.ts";
import type { Answer, Press, Route, Routes } from "./route.ts";

function form(press: Press, filled: Parameters<typeof terugkoppelingCard>[2] = {}): Promise<Answer> {
  return dialog(press, "terugkoppeling", (facts, token) => ({
    kind: "dialoog",
    title: terugkoppelingWords.dialogTitle,
    card: terugkoppelingCard(facts, token, filled),
  }));
}

const record: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const sentForm = terugkoppelingSubmitted.parse(input);
  const result = await recordTerugkoppeling(act, { id, versie }, sentForm);
  if (result.ok) return { kind: "klaar", melding: terugkoppelingWords[result.value] };
  const { error } = result;
  switch (error.kind) {
    case "velden":
      return form(press, { form: sentForm, problemen: error.problemen });
    case "geen_grondslag":
      return form(press, { form: sentForm, melding: regierolWords.geenGrondslag });
    case "verouderd":
      return { kind: "melding", tekst: pressWords.stale };
    default:
      return sent({ ok: false, error }, "");
  }
};

export const routes: Routes = {
  [regierolVerb.vraagTerugkoppeling]: (press) => form(press),
  [regierolVerb.terugkoppeling]: record,
};
