/** Routes for one partner more. */
import { toestemmingVerb } from "#cards/hulpvraag-verb.ts";
import { toestemmingSent, toestemmingWords } from "#cards/toestemming-dialog.ts";
import {
  parseUitbreiding,
  type UitbreidingData,
  uitbreidingCard,
  uitbreidingEmpty,
  uitbreidingWords,
} from "#cards/uitbreiding.ts";
import type { ToestemmingGezien } from "#domain/see-toestemming.ts";
import { loadToestemming } from "#usecases/toestemming.ts";
import { saveUitbreiding, uitbreidingFacts } from "#usecases/uitbreiding.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";
import { consentDialog, say, withConsent, withoutFound } from "./toestemming-answer.ts";

function form(press: Press, gezien: ToestemmingGezien, filled: Partial<UitbreidingData> = {}): Answer {
  if (uitbreidingFacts(gezien).erbij.length === 0) return say(uitbreidingWords.nobody);
  const token = press.stamps(gezien.id, gezien.versie);
  return consentDialog(uitbreidingCard({ gezien, sent: uitbreidingEmpty(), ...filled }, token));
}

const ask: Route = (press) => withConsent(press, "uitbreiden", (gezien) => form(press, gezien));

const vervang: Route = (press) =>
  withConsent(press, "uitbreiden", (gezien) => form(press, gezien, withoutFound(press)));

const save: Route = async (press) => {
  const { world, actor, act, subjectId: id, versie } = press;
  const gezien = await loadToestemming(world, actor, id);
  if (!gezien) return neutraal;
  const { whose, vandaag } = gezien;
  if (!whose.ok || !gezien.mag.uitbreiden) return say(toestemmingWords.notNow);
  const sent = toestemmingSent(press.input);
  const parsed = parseUitbreiding(sent, { asked: [...whose.required, ...whose.asked], vandaag });
  if (!parsed.ok) return form(press, gezien, { sent, problemen: parsed.error });
  const result = await saveUitbreiding(act, { id, versie }, parsed.value);
  if (result.ok)
    return result.value === "ja" ? { kind: "klaar" } : { kind: "klaar", melding: uitbreidingWords.no };
  switch (result.error.kind) {
    case "al_gedaan":
      return { kind: "klaar" };
    case "onzichtbaar":
      return neutraal;
    case "velden":
      return form(press, gezien, { sent, problemen: result.error.problemen });
    case "verouderd":
      return form(press, gezien, { melding: toestemmingWords.changed });
    case "kan_niet":
      return say(toestemmingWords.notNow);
  }
};

export const routes: Routes = {
  [toestemmingVerb.vraagUitbreiden]: ask,
  [toestemmingVerb.vervangUitbreiding]: vervang,
  [toestemmingVerb.uitbreiden]: save,
};
