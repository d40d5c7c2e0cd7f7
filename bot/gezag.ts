/** Routes about who decides. */
import { type GezagData, gezagCard, gezagSent, gezagSentOf, gezagWords, parseGezag } from "#cards/gezag.ts";
import { toestemmingVerb } from "#cards/hulpvraag-verb.ts";
import { toestemmingWords } from "#cards/toestemming-dialog.ts";
import { toestemmingOverzichtCard } from "#cards/toestemming-overzicht.ts";
import type { ToestemmingGezien } from "#domain/see-toestemming.ts";
import { saveGezag } from "#usecases/gezag.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";
import { consentDialog, say, withConsent } from "./toestemming-answer.ts";

export function gezagForm(press: Press, gezien: ToestemmingGezien, filled: Partial<GezagData> = {}): Answer {
  const token = press.stamps(gezien.id, gezien.versie);
  return consentDialog(gezagCard({ gezien, sent: gezagSentOf(gezien), ...filled }, token));
}

const ask: Route = (press) => withConsent(press, "vastleggen", (gezien) => gezagForm(press, gezien));

/** On with the overview: what must be asked of whom has just become clear. */
const onward: Route = (press) =>
  withConsent(press, "vastleggen", (gezien) =>
    gezien.whose.ok
      ? consentDialog(toestemmingOverzichtCard({ gezien }, press.stamps(gezien.id, gezien.versie)))
      : gezagForm(press, gezien, { melding: gezagWords.still }),
  );

const save: Route = async (press) => {
  const { act, subjectId: id, versie } = press;
  const sent = gezagSent(press.input);
  const again = (more: Partial<GezagData>) =>
    withConsent(press, "vastleggen", (gezien) => gezagForm(press, gezien, { sent, ...more }));
  const parsed = parseGezag(sent);
  if (!parsed.ok) return again({ problemen: parsed.error });
  const result = await saveGezag(act, { id, versie }, parsed.value);
  if (result.ok) return onward(press);
  switch (result.error.kind) {
    case "al_gedaan":
      return onward(press);
    case "verouderd":
      return again({ melding: toestemmingWords.stale });
    case "velden":
      return again({ problemen: result.error.problemen });
    case "onzichtbaar":
      return neutraal;
    case "kan_niet":
      return say(toestemmingWords.notNow);
  }
};

export const routes: Routes = { [toestemmingVerb.vraagGezag]: ask, [toestemmingVerb.gezag]: save };
