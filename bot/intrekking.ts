/** Routes for a no: taking a toestemming back, and objecting. */
import { toestemmingVerb } from "#cards/hulpvraag-verb.ts";
import { intrekForm, intrekkenCard, intrekSubmitted } from "#cards/intrekking.ts";
import { toestemmingWords } from "#cards/toestemming-dialog.ts";
import { refusedFields } from "#cards/veld.ts";
import { recordNee } from "#usecases/intrekking.ts";
import { neutraal, type Route, type Routes } from "./route.ts";
import { consentDialog, say, withConsent } from "./toestemming-answer.ts";

const ask: Route = (press) =>
  withConsent(press, "intrekken", (gezien) => {
    const form = { partij: "", op: gezien.vandaag.toString(), vorm: "" };
    return consentDialog(intrekkenCard({ gezien, form }, press.stamps(gezien.id, gezien.versie)));
  });

const save: Route = async (press) => {
  const { act, subjectId: id, versie } = press;
  const form = intrekForm.parse(press.input);
  const again = (more: Partial<Parameters<typeof intrekkenCard>[0]>) =>
    withConsent(press, "intrekken", (gezien) =>
      consentDialog(intrekkenCard({ gezien, form, ...more }, press.stamps(id, gezien.versie))),
    );
  const parsed = intrekSubmitted.safeParse(form);
  if (!parsed.success) return again({ problemen: refusedFields(parsed.error, form) });
  const result = await recordNee(act, { id, versie }, parsed.data);
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
    case "kan_niet":
      return say(toestemmingWords.notNow);
  }
};

export const routes: Routes = { [toestemmingVerb.vraagIntrekken]: ask, [toestemmingVerb.intrekken]: save };
