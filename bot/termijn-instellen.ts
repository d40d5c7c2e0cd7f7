/** The lengths of the terms, for the beheerder: shown at a word or a button, changed a group at a time. */
import { pressWords } from "#cards/press.ts";
import {
  groepSubmitted,
  parseTermijnen,
  type TermijnDialog,
  termijnenCard,
  termijnGroepCard,
  termijnInstelVerb,
  termijnInstelWords,
} from "#cards/termijn-instellen.ts";
import type { Actor } from "#domain/scope.ts";
import { drawTermijnen, resetTermijnen, setTermijnen } from "#usecases/termijn-instellen.ts";
import type { World } from "#usecases/world.ts";
import { dialogUnder } from "./answer.ts";
import { type Command, unknownAnswer } from "./listen.ts";
import { type Answer, neutraal, type Press, type Route, type Routes, type Stamps } from "./route.ts";

const dialog = dialogUnder(termijnInstelWords.dialogTitle);

async function overzicht(
  world: World,
  actor: Actor,
  stamps: Stamps,
  melding?: string,
): Promise<Answer | null> {
  const gezien = await drawTermijnen(world, actor);
  return (
    gezien && {
      kind: "kaart",
      card: termijnenCard(gezien, stamps(actor.persoonId, gezien.versie), melding),
    }
  );
}

async function groepForm(
  { world, actor, stamps, input }: Press,
  filled: Omit<TermijnDialog, "groep"> = {},
): Promise<Answer> {
  const gezien = await drawTermijnen(world, actor);
  if (!gezien) return neutraal;
  const { groep } = groepSubmitted.parse(input);
  return dialog(termijnGroepCard(gezien, stamps(actor.persoonId, gezien.versie), { groep, ...filled }));
}

const opslaan: Route = async (press) => {
  const { act, versie, input } = press;
  const { groep } = groepSubmitted.parse(input);
  const form = parseTermijnen(groep, input);
  const result = await setTermijnen(act, versie, { groep, form });
  if (result.ok) return { kind: "klaar", melding: termijnInstelWords.saved(result.value) };
  switch (result.error.kind) {
    case "velden":
      return groepForm(press, { form, problemen: result.error.problemen });
    case "verouderd":
      return groepForm(press, { melding: termijnInstelWords.stale });
    case "al_gedaan":
      return groepForm(press, { melding: pressWords.already });
    case "onzichtbaar":
      return neutraal;
  }
};

const terug: Route = async ({ world, actor, act, versie, stamps }) => {
  const result = await resetTermijnen(act, versie);
  const stale = !result.ok && result.error.kind === "verouderd" ? termijnInstelWords.stale : undefined;
  const melding = result.ok ? termijnInstelWords.reset : stale;
  return (await overzicht(world, actor, stamps, melding)) ?? neutraal;
};

export const routes: Routes = {
  [termijnInstelVerb.overzicht]: async ({ world, actor, stamps }) =>
    (await overzicht(world, actor, stamps)) ?? neutraal,
  [termijnInstelVerb.vraag]: (press) => groepForm(press),
  [termijnInstelVerb.opslaan]: opslaan,
  [termijnInstelVerb.terug]: terug,
};

/** Asked with the same intent as what else can be set. Who is no beheerder hears what any unknown word gets. */
export function beforeSettings(other: Command | undefined): Command {
  return async (asked) => {
    const { world, actor, stamps, slots } = asked;
    if (!slots.termijnen) return other ? other(asked) : neutraal;
    return (await overzicht(world, actor, stamps)) ?? unknownAnswer(actor, stamps);
  };
}
