/** Routes of the advice: in writing by the kernteam, and as the round gave it. */
import { adviesvraagWords } from "#cards/adviesvraag.ts";
import { type AntwoordDialog, antwoordCard } from "#cards/adviesvraag-dialog.ts";
import { antwoordForm, antwoordSubmitted } from "#cards/adviesvraag-form.ts";
import { adviesvraagVerb } from "#cards/adviesvraag-verb.ts";
import { pressWords } from "#cards/press.ts";
import { screeningSubmitted, screeningWords } from "#cards/screening.ts";
import { refusedFields } from "#cards/veld.ts";
import { readAdviesvraag, withoutNames } from "#usecases/adviesvraag.ts";
import { adviseer } from "#usecases/adviesvraag-antwoord.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";

type Wanted = "antwoorden" | "vastleggen";

async function dialog(
  { world, actor, subjectId, stamps }: Press,
  wanted: Wanted,
  filled: Omit<AntwoordDialog, "vraag">,
): Promise<Answer> {
  const gezien = await readAdviesvraag(world, actor, { id: subjectId, wanted });
  if (!gezien) return neutraal;
  if (!gezien.mag.has(wanted)) return { kind: "melding", tekst: adviesvraagWords.notNow };
  const card = antwoordCard({ vraag: gezien.vraag, ...filled }, wanted, stamps(gezien.id, gezien.versie));
  return { kind: "dialoog", title: adviesvraagWords.dialogTitle, card };
}

/** In writing there is nothing to choose: it is an advice. */
function sentOf(input: unknown, wanted: Wanted) {
  const sent = antwoordForm.parse(input);
  return wanted === "antwoorden" ? { ...sent, uitkomst: "advies_gegeven" } : sent;
}

const open =
  (wanted: Wanted): Route =>
  (press) =>
    dialog(press, wanted, { sent: antwoordForm.parse({}) });

const vervang =
  (wanted: Wanted): Route =>
  async (press) => {
    const sent = sentOf(press.input, wanted);
    const antwoord = await withoutNames(press.world, press.actor, sent.antwoord);
    return dialog(press, wanted, { sent: { ...sent, antwoord }, melding: screeningWords.replaced });
  };

const opslaan =
  (wanted: Wanted): Route =>
  async (press) => {
    const { act, subjectId: id, versie } = press;
    const sent = sentOf(press.input, wanted);
    const { laat } = screeningSubmitted(press.input, ["antwoord"]);
    const parsed = antwoordSubmitted.safeParse(sent);
    if (!parsed.success)
      return dialog(press, wanted, { sent, laat, problemen: refusedFields(parsed.error, sent) });
    const result = await adviseer(act, { id, versie }, { ...parsed.data, laat: laat.antwoord, wanted });
    if (result.ok || result.error.kind === "al_gedaan") return { kind: "klaar" };
    switch (result.error.kind) {
      case "velden":
        return dialog(press, wanted, { sent, laat, problemen: result.error.problemen });
      case "verouderd":
        return { kind: "melding", tekst: pressWords.stale };
      case "onzichtbaar":
        return neutraal;
    }
  };

export const routes: Routes = {
  [adviesvraagVerb.vraagAntwoord]: open("antwoorden"),
  [adviesvraagVerb.antwoord]: opslaan("antwoorden"),
  [adviesvraagVerb.vervangAntwoord]: vervang("antwoorden"),
  [adviesvraagVerb.vraagUitkomst]: open("vastleggen"),
  [adviesvraagVerb.uitkomst]: opslaan("vastleggen"),
  [adviesvraagVerb.vervangUitkomst]: vervang("vastleggen"),
};
