/** Routes of the ground without a yes: the parents were told in writing. */
import { toestemmingVerb } from "#cards/hulpvraag-verb.ts";
import {
  type InstemmingData,
  instemmingCard,
  instemmingSent,
  instemmingSentOf,
  instemmingSubmitted,
} from "#cards/instemming.ts";
import { toestemmingWords } from "#cards/toestemming-dialog.ts";
import { refusedFields } from "#cards/veld.ts";
import type { ToestemmingGezien } from "#domain/see-toestemming.ts";
import { saveInstemming } from "#usecases/instemming.ts";
import { gezagForm } from "./gezag.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";
import { consentDialog, say, withConsent } from "./toestemming-answer.ts";

function form(press: Press, gezien: ToestemmingGezien, filled: Partial<InstemmingData> = {}): Answer {
  if (!gezien.whose.ok) return gezagForm(press, gezien);
  const token = press.stamps(gezien.id, gezien.versie);
  return consentDialog(instemmingCard({ gezien, sent: instemmingSentOf(gezien), ...filled }, token));
}

const ask: Route = (press) => withConsent(press, "informeren", (gezien) => form(press, gezien));

const save: Route = async (press) => {
  const { act, subjectId: id, versie } = press;
  const sent = instemmingSent.parse(press.input);
  const again = (more: Partial<InstemmingData>) =>
    withConsent(press, "informeren", (gezien) => form(press, gezien, { sent, ...more }));
  const parsed = instemmingSubmitted.safeParse(sent);
  if (!parsed.success) return again({ problemen: refusedFields(parsed.error, sent) });
  const result = await saveInstemming(act, { id, versie }, parsed.data);
  if (result.ok) return { kind: "klaar" };
  switch (result.error.kind) {
    case "al_gedaan":
      return { kind: "klaar" };
    case "onzichtbaar":
      return neutraal;
    case "velden":
      return again({ problemen: result.error.problemen });
    case "verouderd":
      return again({ melding: toestemmingWords.stale });
    case "eerst_gezag":
      return again({});
    case "kan_niet":
      return say(toestemmingWords.notNow);
  }
};

export const routes: Routes = { [toestemmingVerb.vraagInstemming]: ask, [toestemmingVerb.instemming]: save };
