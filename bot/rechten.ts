/** The card of the rights of a leerling: asked for by number or by name, and drawn for the ib of the school. */
import { pressWords } from "#cards/press.ts";
import {
  nietGevondenCard,
  rechtenCard,
  rechtenSummary,
  rechtenUitlegCard,
  rechtenWords,
  zoekCard,
  zoekForm,
  zoekSubmitted,
} from "#cards/rechten.ts";
import { rechtenVerb } from "#cards/rechten-verb.ts";
import { todayIn } from "#domain/today.ts";
import { intakeSchools } from "#usecases/intake.ts";
import { askRechten, bewaarSettings, drawRechten, findRechten } from "#usecases/rechten.ts";
import { dialogUnder, standingOf } from "./answer.ts";
import type { Command, Commands } from "./listen.ts";
import { type Answer, neutraal, type Presenter, type Press, type Route, type Routes } from "./route.ts";

export const presenter: Presenter = {
  soort: "rechten",
  async present(world, actor, id, stamps, lead) {
    const drawn = await drawRechten(world, actor, id);
    if (!drawn) return null;
    const { gezien, lezingen } = drawn;
    const card = rechtenCard(gezien, stamps(id, gezien.versie), lead);
    return { card, summary: rechtenSummary, lezingen };
  },
};

/** The card as it stands now, with a sentence on top. */
export const standingRechten = standingOf("rechten");

export const dialogOf = dialogUnder(rechtenWords.dialogTitle);

/** With a number: the card, or the one neutral answer. Without: what the rights are. */
const rechten: Command = async ({ world, actor, slots, activityId, stamps }) => {
  if (slots.hulpvraag !== undefined) {
    const found = await askRechten(world, actor, { typed: slots.hulpvraag, activityId });
    return found ? null : neutraal;
  }
  const bewaren = await bewaarSettings(world, actor);
  const kanZoeken = (await intakeSchools(world, actor)).length > 0;
  return { kind: "kaart", card: rechtenUitlegCard({ bewaren, kanZoeken }, stamps(actor.persoonId, 0)) };
};

async function zoekDialog(
  { world, actor, stamps }: Press,
  filled: { readonly form: ReturnType<typeof zoekForm.parse>; readonly leeg?: readonly string[] },
): Promise<Answer> {
  const scholen = await intakeSchools(world, actor);
  if (scholen.length === 0) return neutraal;
  const vandaag = todayIn(world.clock.now());
  return dialogOf(zoekCard({ scholen, vandaag, ...filled }, stamps(actor.persoonId, 0)));
}

const vraagZoek: Route = (press) => zoekDialog(press, { form: zoekForm.parse({}) });

const zoek: Route = async (press) => {
  const form = zoekForm.parse(press.input);
  const parsed = zoekSubmitted.safeParse(form);
  if (!parsed.success)
    return zoekDialog(press, { form, leeg: parsed.error.issues.map(({ path }) => String(path[0])) });
  const result = await findRechten(press.act, parsed.data);
  if (result.ok)
    return result.value.gevonden
      ? { kind: "klaar", melding: rechtenWords.found }
      : dialogOf(nietGevondenCard(parsed.data.geboortemaand));
  switch (result.error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "verouderd":
    case "al_gedaan":
      return { kind: "melding", tekst: pressWords.already };
  }
};

export const routes: Routes = { [rechtenVerb.vraagZoek]: vraagZoek, [rechtenVerb.zoek]: zoek };
export const commands: Commands = { rechten_inzage_verwijderen: rechten };
