/** The outside of a case, from a partner who is named where the parents did not object. */
import { bijdrageCard, bijdrageSubmitted, bijdrageTitle } from "#cards/bijdrage.ts";
import { pressWords } from "#cards/press.ts";
import { rondeVerb } from "#cards/ronde-verb.ts";
import type { BuitenkantForm, BuitenkantProbleem } from "#domain/bijdrage.ts";
import { bijdrageForm, giveBijdrage } from "#usecases/bijdrage.ts";
import { dialog } from "./ronde-answer.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";

async function ask(
  { world, actor, subjectId: id, versie, stamps }: Press,
  filled: { readonly sent?: BuitenkantForm; readonly probleem?: BuitenkantProbleem } = {},
): Promise<Answer> {
  const form = await bijdrageForm(world, actor, id);
  return form ? dialog(bijdrageTitle, bijdrageCard({ ...form, ...filled }, stamps(id, versie))) : neutraal;
}

const vraag: Route = (press) => ask(press);

const opslaan: Route = async (press) => {
  const sent = bijdrageSubmitted.parse(press.input);
  const result = await giveBijdrage(press.act, press.subjectId, sent);
  if (result.ok) return { kind: "klaar" };
  switch (result.error.kind) {
    case "velden":
      return ask(press, { sent, probleem: result.error.probleem });
    case "al_gedaan":
      return { kind: "melding", tekst: pressWords.already };
    case "onzichtbaar":
    case "verouderd":
      return neutraal;
  }
};

export const bijdrageRoutes: Routes = {
  [rondeVerb.vraagBijdrage]: vraag,
  [rondeVerb.bijdrage]: opslaan,
};
