/** Recording what the round decides, and the acties it agrees. */
import {
  actieCard,
  type BesluitDialog,
  besluitCard,
  besluitSent,
  besluitTeksten,
  besluitTitle,
  besluitWords,
  movedWords,
  parseActie,
  parseBesluit,
  tooLong,
} from "#cards/besluit.ts";
import { pressWords } from "#cards/press.ts";
import { besluitVerb } from "#cards/ronde-verb.ts";
import { screeningSubmitted, screeningWords } from "#cards/screening.ts";
import { missingWords } from "#cards/toestemming.ts";
import { replaced } from "#domain/screening-keuze.ts";
import { todayIn } from "#domain/today.ts";
import { textProblems } from "#domain/veld.ts";
import { addActie } from "#usecases/actie-new.ts";
import { type FindRefusal, recordBesluit } from "#usecases/besluit.ts";
import { actieForm, besluitForm } from "#usecases/besluit-form.ts";
import { dialog, refused, standing } from "./ronde-answer.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";

export type Filled = Pick<BesluitDialog, "sent" | "problemen" | "laat" | "melding">;

/** The texts with the findings of one taken out, and what still stands in the others. */
export function replacedIn(
  { sent, laat }: Filled,
  veld: string,
  naam: string | null,
  { world }: Press,
): Filled {
  const today = todayIn(world.clock.now());
  const screened = { known: naam === null ? null : { naam }, today };
  const after = { ...sent, [veld]: replaced(sent[veld] ?? "", screened) };
  const teksten = Object.fromEntries(besluitTeksten.map((one) => [one, after[one] ?? ""]));
  const problemen = textProblems(teksten, screened, laat) ?? {};
  return { ...(laat ? { laat } : {}), sent: after, problemen, melding: screeningWords.replaced };
}

async function besluitDialog(press: Press, filled: Filled & { readonly vervang?: string }): Promise<Answer> {
  const { world, actor, subjectId, stamps } = press;
  const form = await besluitForm(world, actor, subjectId);
  if (!form.ok) return notThere(form.error);
  const { id, versie, ...rest } = form.value;
  const { vervang, ...given } = filled;
  const shown = vervang ? replacedIn(given, vervang, rest.naam, press) : given;
  const data: BesluitDialog = { ...rest, ...shown };
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
export function done(verschoven: Parameters<typeof movedWords>[0]): Answer {
  const melding = movedWords(verschoven);
  return { kind: "klaar", ...(melding ? { melding } : {}) };
}

const open: Route = (press) => besluitDialog(press, { sent: besluitSent({}) });

const opslaan: Route = async (press) => {
  const { act, subjectId } = press;
  const sent = besluitSent(press.input);
  const { laat } = screeningSubmitted(press.input, besluitTeksten);
  const long = tooLong(sent);
  if (long) return besluitDialog(press, { sent, problemen: long, laat });
  const result = await recordBesluit(act, subjectId, { ...parseBesluit(sent), laat });
  if (result.ok) {
    if (result.value.kind === "vastgelegd") return done(result.value.verschoven);
    const why = missingWords(result.value.missing).join(" ");
    return standing(result.value.rondeId, `${besluitWords.back} ${why}`.trim());
  }
  if (result.error.kind === "velden")
    return besluitDialog(press, { sent, problemen: result.error.problemen, laat });
  return result.error.kind === "verouderd" ? neutraal : notThere(result.error);
};

async function actieDialog(press: Press, filled: Filled & { readonly vervang?: string }): Promise<Answer> {
  const { world, actor, subjectId: id, stamps } = press;
  const form = await actieForm(world, actor, id);
  if (!form) return neutraal;
  if (!form.mag) return refused(id, { kind: "kan_niet" });
  const { vervang, ...given } = filled;
  const about = form.punten.find(({ hulpvraagId }) => hulpvraagId === given.sent.hulpvraag);
  const shown = vervang ? replacedIn(given, vervang, about?.leerling?.naam ?? null, press) : given;
  return dialog(besluitWords.actieTitle, actieCard({ ...form, ...shown }, stamps(id, form.versie)));
}

const actie: Route = (press) => actieDialog(press, { sent: besluitSent({}) });

const actieOpslaan: Route = async (press) => {
  const { act, subjectId: id } = press;
  const sent = besluitSent(press.input);
  const { laat } = screeningSubmitted(press.input, besluitTeksten);
  const long = tooLong(sent);
  if (long) return actieDialog(press, { sent, problemen: long, laat });
  const hulpvraagId = sent.hulpvraag ?? "";
  const result = await addActie(act, id, { hulpvraagId, actie: parseActie(sent), laat });
  if (result.ok) return done(result.value.verschoven);
  if (result.error.kind === "velden")
    return actieDialog(press, { sent, problemen: result.error.problemen, laat });
  return result.error.kind === "al_gedaan" ? standing(id, pressWords.already) : refused(id, result.error);
};

/** The form with the findings of one text taken out; nothing is kept yet. */
const vervangIn =
  (draw: typeof besluitDialog): Route =>
  (press) => {
    const { vervang, laat } = screeningSubmitted(press.input, besluitTeksten);
    return draw(press, { sent: besluitSent(press.input), laat, ...(vervang ? { vervang } : {}) });
  };

export const routes: Routes = {
  [besluitVerb.open]: open,
  [besluitVerb.opslaan]: opslaan,
  [besluitVerb.actie]: actie,
  [besluitVerb.actieOpslaan]: actieOpslaan,
  [besluitVerb.vervang]: vervangIn(besluitDialog),
  [besluitVerb.actieVervang]: vervangIn(actieDialog),
};
