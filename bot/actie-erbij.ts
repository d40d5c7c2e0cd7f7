/** An actie that is agreed outside a round, from the card of the hulpvraag. */
import {
  actieErbijCard,
  besluitSent,
  besluitTeksten,
  besluitWords,
  parseActie,
  tooLong,
} from "#cards/besluit.ts";
import { pressWords } from "#cards/press.ts";
import { regierolVerb } from "#cards/regierol-verb.ts";
import { screeningSubmitted } from "#cards/screening.ts";
import { afspraakForm, agreeActie } from "#usecases/actie-new.ts";
import { dialogUnder } from "./answer.ts";
import { done, type Filled, replacedIn } from "./besluit.ts";
import { sent as answered } from "./regierol.ts";
import type { Answer, Press, Route, Routes } from "./route.ts";

const shown = dialogUnder(besluitWords.actieTitle);

async function form(press: Press, filled: Filled & { readonly vervang?: string }): Promise<Answer> {
  const { world, actor, subjectId, stamps } = press;
  const facts = await afspraakForm(world, actor, subjectId);
  if (!facts) return { kind: "melding", tekst: pressWords.stale };
  const { vervang, ...given } = filled;
  const now = vervang ? replacedIn(given, vervang, facts.naam, press) : given;
  return shown(actieErbijCard({ ...facts, ...now }, stamps(facts.id, facts.versie)));
}

const opslaan: Route = async (press) => {
  const { act, subjectId: id, versie } = press;
  const sent = besluitSent(press.input);
  const { laat } = screeningSubmitted(press.input, besluitTeksten);
  const long = tooLong(sent);
  if (long) return form(press, { sent, problemen: long, laat });
  const result = await agreeActie(act, { id, versie }, { actie: parseActie(sent), laat });
  if (result.ok) return done(result.value.verschoven);
  const { error } = result;
  switch (error.kind) {
    case "velden":
      return form(press, { sent, problemen: error.problemen, laat });
    case "kan_niet":
      return { kind: "melding", tekst: pressWords.stale };
    default:
      return answered({ ok: false, error }, "");
  }
};

const vervang: Route = (press) => {
  const { vervang: veld, laat } = screeningSubmitted(press.input, besluitTeksten);
  return form(press, { sent: besluitSent(press.input), laat, ...(veld ? { vervang: veld } : {}) });
};

export const routes: Routes = {
  [regierolVerb.vraagActieErbij]: (press) => form(press, { sent: besluitSent({}) }),
  [regierolVerb.actieErbij]: opslaan,
  [regierolVerb.actieErbijVervang]: vervang,
};
