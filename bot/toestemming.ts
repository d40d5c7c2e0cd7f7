/** Routes of the toestemming: how it stands, and the written one. */
import { toestemmingVerb } from "#cards/hulpvraag-verb.ts";
import {
  parseToestemming,
  sentOf,
  type ToestemmingData,
  toestemmingCard,
  toestemmingSent,
  toestemmingWords,
} from "#cards/toestemming-dialog.ts";
import { toestemmingOverzichtCard } from "#cards/toestemming-overzicht.ts";
import type { ToestemmingGezien } from "#domain/see-toestemming.ts";
import { loadToestemming, saveToestemming } from "#usecases/toestemming.ts";
import { gezagForm } from "./gezag.ts";
import { byNumber } from "./hulpvraag.ts";
import type { Commands } from "./listen.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";
import { consentDialog, say, withConsent, withoutFound } from "./toestemming-answer.ts";

/** First gezag, when it is not known whose answer counts. */
function firstWho(press: Press, gezien: ToestemmingGezien, draw: () => Answer): Answer {
  const { whose } = gezien;
  if (whose.ok) return draw();
  return whose.error.kind === "gezag_controleren"
    ? gezagForm(press, gezien)
    : say(toestemmingWords.birthMonth);
}

function overview(press: Press, gezien: ToestemmingGezien, melding?: string): Answer {
  const data = { gezien, ...(melding ? { melding } : {}) };
  return consentDialog(toestemmingOverzichtCard(data, press.stamps(gezien.id, gezien.versie)));
}

const open: Route = (press) =>
  withConsent(press, "vastleggen", (gezien) => firstWho(press, gezien, () => overview(press, gezien)));

function form(press: Press, gezien: ToestemmingGezien, filled: Partial<ToestemmingData> = {}): Answer {
  return firstWho(press, gezien, () =>
    consentDialog(
      toestemmingCard({ gezien, sent: sentOf(gezien), ...filled }, press.stamps(gezien.id, gezien.versie)),
    ),
  );
}

const schriftelijk: Route = (press) => withConsent(press, "vastleggen", (gezien) => form(press, gezien));

const vervang: Route = (press) =>
  withConsent(press, "vastleggen", (gezien) => form(press, gezien, withoutFound(press)));

const save: Route = async (press) => {
  const { world, actor, act, subjectId: id, versie } = press;
  const sent = toestemmingSent(press.input);
  const gezien = await loadToestemming(world, actor, id);
  if (!gezien) return neutraal;
  if (!gezien.whose.ok) return form(press, gezien);
  const parsed = parseToestemming(sent, [...gezien.whose.required, ...gezien.whose.asked]);
  if (!parsed.ok) return form(press, gezien, { sent, problemen: parsed.error });
  const result = await saveToestemming(act, { id, versie }, parsed.value);
  if (result.ok) return { kind: "klaar" };
  switch (result.error.kind) {
    case "al_gedaan":
      return { kind: "klaar" };
    case "onzichtbaar":
      return neutraal;
    case "velden":
      return form(press, gezien, { sent, problemen: result.error.problemen });
    case "verouderd":
      // What somebody else recorded is shown: a no never disappears under a yes that was typed beside it.
      return form(press, gezien, { melding: toestemmingWords.changed });
    case "eerst_gezag":
      return form(press, gezien);
    case "kan_niet":
      return say(toestemmingWords.notNow);
  }
};

export const routes: Routes = {
  [toestemmingVerb.open]: open,
  [toestemmingVerb.schriftelijk]: schriftelijk,
  [toestemmingVerb.opslaan]: save,
  [toestemmingVerb.vervang]: vervang,
};

/** Typed: the card of the hulpvraag has the button; without a number the list of open ones. */
export const commands: Commands = { toestemming_vastleggen: byNumber, toestemming_intrekken: byNumber };
