/** Recording what the round decides, and the acties it agrees. */
import {
  actieCard,
  type BesluitDialog,
  besluitCard,
  besluitSent,
  besluitTitle,
  besluitWords,
  movedWords,
  parseActie,
  parseBesluit,
  type Sent,
  tooLong,
} from "#cards/besluit.ts";
import { pressWords } from "#cards/press.ts";
import { besluitVerb } from "#cards/ronde-verb.ts";
import { missingWords } from "#cards/toestemming.ts";
import type { BesluitProblemen } from "#domain/besluit-form.ts";
import { addActie } from "#usecases/actie-new.ts";
import { type FindRefusal, recordBesluit } from "#usecases/besluit.ts";
import { actieForm, besluitForm } from "#usecases/besluit-form.ts";
import { dialog, refused, standing } from "./ronde-answer.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";

type Filled = { readonly sent: Sent; readonly problemen?: BesluitProblemen };

async function besluitDialog({ world, actor, subjectId, stamps }: Press, filled: Filled): Promise<Answer> {
  const form = await besluitForm(world, actor, subjectId);
  if (!form.ok) return notThere(form.error);
  const { id, versie, ...rest } = form.value;
  const data: BesluitDialog = { ...rest, ...filled };
  return dialog(besluitTitle, besluitCard(data, stamps(id, versie)));
}

function notThere(refusal: FindRefusal): Answer {
  switch (refusal.kind) {
    case "onzichtbaar":
      return neutraal;
    case "al_gedaan":
      return { kind: "klaar" };
    case "verouderd_in_ronde":
      return standing(refusal.rondeId, besluitWords.stale);
  }
}

/** A day on which the school is closed became another one: whoever chose it hears so. */
function done(verschoven: Parameters<typeof movedWords>[0]): Answer {
  const melding = movedWords(verschoven);
  return { kind: "klaar", ...(melding ? { melding } : {}) };
}

const open: Route = (press) => besluitDialog(press, { sent: besluitSent({}) });

const opslaan: Route = async (press) => {
  const { act, subjectId } = press;
  const sent = besluitSent(press.input);
  const long = tooLong(sent);
  if (long) return besluitDialog(press, { sent, problemen: long });
  const result = await recordBesluit(act, subjectId, parseBesluit(sent));
  if (result.ok) {
    if (result.value.kind === "vastgelegd") return done(result.value.verschoven);
    const why = missingWords(result.value.missing).join(" ");
    return standing(result.value.rondeId, `${besluitWords.back} ${why}`.trim());
  }
  if (result.error.kind === "velden")
    return besluitDialog(press, { sent, problemen: result.error.problemen });
  return result.error.kind === "verouderd" ? neutraal : notThere(result.error);
};

async function actieDialog({ world, actor, subjectId: id, stamps }: Press, filled: Filled): Promise<Answer> {
  const form = await actieForm(world, actor, id);
  if (!form) return neutraal;
  if (!form.mag) return refused(id, { kind: "kan_niet" });
  return dialog(besluitWords.actieTitle, actieCard({ ...form, ...filled }, stamps(id, form.versie)));
}

const actie: Route = (press) => actieDialog(press, { sent: besluitSent({}) });

const actieOpslaan: Route = async (press) => {
  const { act, subjectId: id } = press;
  const sent = besluitSent(press.input);
  const long = tooLong(sent);
  if (long) return actieDialog(press, { sent, problemen: long });
  const hulpvraagId = sent.hulpvraag ?? "";
  const result = await addActie(act, id, { hulpvraagId, actie: parseActie(sent) });
  if (result.ok) return done(result.value.verschoven);
  if (result.error.kind === "velden") return actieDialog(press, { sent, problemen: result.error.problemen });
  return result.error.kind === "al_gedaan" ? standing(id, pressWords.already) : refused(id, result.error);
};

export const routes: Routes = {
  [besluitVerb.open]: open,
  [besluitVerb.opslaan]: opslaan,
  [besluitVerb.actie]: actie,
  [besluitVerb.actieOpslaan]: actieOpslaan,
};
