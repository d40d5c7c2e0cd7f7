/** Somebody who comes for one item alone: asked by the ib, and answering from the own card. */

import { genodigdeCard, genodigdenSubmitted, notNamedRefusal } from "#cards/genodigde.ts";
import { rondeWords } from "#cards/ronde.ts";
import { agendalinkCard } from "#cards/ronde-dialog.ts";
import { tijdvakCard, tijdvakSummary, tijdvakWords } from "#cards/tijdvak.ts";
import { tijdvakVerb } from "#cards/tijdvak-verb.ts";
import type { Komst } from "#domain/code.ts";
import { makeTijdvakLink } from "#usecases/calendar-file.ts";
import {
  answerTijdvak,
  chooseGenodigden,
  drawTijdvak,
  genodigdeForm,
  showTijdvak,
} from "#usecases/genodigde.ts";
import { dialogUnder, refusedAct, standingOf } from "./answer.ts";
import { type Answer, neutraal, type Presenter, type Press, type Route, type Routes } from "./route.ts";

export const presenter: Presenter = {
  soort: "tijdvak",
  async present(world, actor, id, stamps, lead) {
    const drawn = await drawTijdvak(world, actor, id);
    if (!drawn) return null;
    const { gezien, lezingen } = drawn;
    return { card: tijdvakCard(gezien, stamps(id, 0), lead), summary: tijdvakSummary, lezingen };
  },
};

const standing = standingOf("tijdvak");
const dialog = dialogUnder(rondeWords.dialogTitle);

async function kiesDialog({ world, actor, subjectId, stamps }: Press, error?: string): Promise<Answer> {
  const form = await genodigdeForm(world, actor, subjectId);
  return form ? dialog(genodigdeCard({ ...form, error }, stamps(form.id, form.versie))) : neutraal;
}

const kies: Route = (press) => kiesDialog(press);

const kiesOpslaan: Route = async (press) => {
  const { act, subjectId: id, versie } = press;
  const parsed = genodigdenSubmitted.safeParse(press.input);
  const chosen = parsed.success ? parsed.data.genodigden : [];
  const result = await chooseGenodigden(act, { id, versie }, chosen);
  if (result.ok) return { kind: "klaar" };
  switch (result.error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "al_gedaan":
      return { kind: "klaar" };
    case "niet_genoemd":
      return kiesDialog(press, notNamedRefusal(result.error.functies));
    case "verouderd":
    case "kan_niet":
      return { kind: "klaar", melding: rondeWords.itemGone };
  }
};

const toon: Route = async ({ act, subjectId }) => {
  const result = await showTijdvak(act, subjectId);
  if (result.ok || result.error.kind === "al_gedaan") return { kind: "melding", tekst: tijdvakWords.below };
  return neutraal;
};

const antwoord =
  (komst: Komst): Route =>
  async ({ act, subjectId: id }) => {
    const result = await answerTijdvak(act, id, komst);
    if (result.ok) return standing(id, tijdvakWords.saved);
    return result.error.kind === "kan_niet"
      ? standing(id, tijdvakWords.notNow)
      : refusedAct(standing, id, result.error);
  };

const inAgenda: Route = async ({ act, world, subjectId }) => {
  const result = await makeTijdvakLink({ ...act, press: world.chance.uuid() }, subjectId);
  return result.ok
    ? dialog(agendalinkCard({ url: `${world.publicUrl}/file/${result.value.token}` }))
    : neutraal;
};

export const routes: Routes = {
  [tijdvakVerb.kies]: kies,
  [tijdvakVerb.kiesOpslaan]: kiesOpslaan,
  [tijdvakVerb.toon]: toon,
  [tijdvakVerb.kamer]: antwoord("in_de_kamer"),
  [tijdvakVerb.online]: antwoord("online"),
  [tijdvakVerb.niet]: antwoord("niet"),
  [tijdvakVerb.inAgenda]: inAgenda,
};
