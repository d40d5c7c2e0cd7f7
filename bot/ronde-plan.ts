/** Planning a round, moving it, and cancelling it. */

import { rondeWords } from "#cards/ronde.ts";
import { afzeggenCard, notulistCard, notulistSubmitted } from "#cards/ronde-dialog.ts";
import {
  parseRonde,
  planWarning,
  type RondeDialog,
  type RondeSent,
  rondeErrors,
  rondePlanCard,
  rondePlanTitle,
  rondeSent,
} from "#cards/ronde-plan.ts";
import { rondeVerb } from "#cards/ronde-verb.ts";
import { join } from "#cards/word.ts";
import { cancelRonde, chooseNotulist, moveRonde, planRonde } from "#usecases/overlegronde.ts";
import { moveForm, planForm } from "#usecases/overlegronde-form.ts";
import { readRonde } from "#usecases/round-load.ts";
import { linkVanzelf } from "#usecases/world.ts";
import { dialog, refused } from "./ronde-answer.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";

type Errors = RondeDialog["errors"];
type Filled = { readonly sent: RondeSent; readonly errors?: Errors };

async function planDialog(
  { world, actor, subjectId: sztId, stamps }: Press,
  filled?: Filled,
): Promise<Answer> {
  const form = await planForm(world, actor, sztId);
  if (!form) return neutraal;
  const sent = rondeSent({
    datum: form.datum.toString(),
    begin: "13:30",
    duur: "60",
    plaats: "op_school_en_online",
    deelnemers: form.deelnemers.join(","),
    voorzitter: form.voorzitterId,
  });
  const data = {
    scholen: join(form.scholen),
    team: form.team,
    sent,
    bestaand: false,
    linkVanzelf: linkVanzelf(world),
    ...filled,
  };
  return dialog(rondePlanTitle, rondePlanCard(data, stamps(sztId, 0)));
}

const plan: Route = (press) => planDialog(press);

const planOpslaan: Route = async (press) => {
  const sent = rondeSent(press.input);
  const parsed = parseRonde(sent);
  if (!parsed.ok) return planDialog(press, { sent, errors: parsed.error });
  const result = await planRonde(press.act, press.subjectId, parsed.value);
  if (result.ok) return done(planWarning(result.value));
  switch (result.error.kind) {
    case "velden":
      return planDialog(press, { sent, errors: rondeErrors(result.error.problemen) });
    case "al_gedaan":
      return { kind: "klaar" };
    case "onzichtbaar":
    case "verouderd":
      return neutraal;
  }
};

async function moveDialog({ world, actor, subjectId, stamps }: Press, filled?: Filled): Promise<Answer> {
  const form = await moveForm(world, actor, subjectId);
  if (!form) return neutraal;
  const { ronde, scholen, team } = form;
  const sent = rondeSent({
    datum: ronde.datum.toString(),
    begin: ronde.begin.toString({ smallestUnit: "minute" }),
    duur: String(ronde.duurMinuten),
    plaats: ronde.plaats,
    link: ronde.deelnameLink ?? "",
    deelnemers: ronde.deelnemers.map(({ persoonId }) => persoonId).join(","),
    voorzitter: ronde.voorzitterId,
  });
  const data = {
    scholen: join(scholen),
    team,
    sent,
    bestaand: true,
    linkVanzelf: linkVanzelf(world),
    ...filled,
  };
  return dialog(rondeWords.dialogTitle, rondePlanCard(data, stamps(ronde.id, ronde.versie)));
}

const wijzig: Route = (press) => moveDialog(press);

const wijzigOpslaan: Route = async (press) => {
  const { act, subjectId: id, versie } = press;
  const sent = rondeSent(press.input);
  const parsed = parseRonde(sent);
  if (!parsed.ok) return moveDialog(press, { sent, errors: parsed.error });
  const result = await moveRonde(act, { id, versie }, parsed.value);
  if (result.ok) return done(planWarning(result.value));
  if (result.error.kind === "velden")
    return moveDialog(press, { sent, errors: rondeErrors(result.error.problemen) });
  return refused(id, result.error);
};

function done(melding: string | undefined): Answer {
  return { kind: "klaar", ...(melding ? { melding } : {}) };
}

const vraagAfzeggen: Route = async ({ world, actor, subjectId: id, stamps }) => {
  const gezien = await readRonde(world, actor, id);
  if (!gezien) return neutraal;
  if (!gezien.mag.has("afzeggen")) return refused(id, { kind: "kan_niet" });
  return dialog(rondeWords.dialogTitle, afzeggenCard(gezien, stamps(id, gezien.versie)));
};

const afzeggen: Route = async ({ act, subjectId: id, versie }) => {
  const result = await cancelRonde(act, { id, versie });
  return result.ok ? { kind: "klaar" } : refused(id, result.error);
};

const notulist: Route = async ({ world, actor, subjectId: id, stamps }) => {
  const gezien = await readRonde(world, actor, id);
  if (!gezien) return neutraal;
  if (!gezien.mag.has("notulist")) return refused(id, { kind: "kan_niet" });
  return dialog(rondeWords.dialogTitle, notulistCard(gezien, stamps(id, gezien.versie)));
};

const notulistOpslaan: Route = async (press) => {
  const { act, subjectId: id, versie } = press;
  const parsed = notulistSubmitted.safeParse(press.input);
  if (!parsed.success) return notulist(press);
  const result = await chooseNotulist(act, { id, versie }, parsed.data.notulist);
  return result.ok ? { kind: "klaar" } : refused(id, result.error);
};

export const planRoutes: Routes = {
  [rondeVerb.plan]: plan,
  [rondeVerb.planOpslaan]: planOpslaan,
  [rondeVerb.wijzig]: wijzig,
  [rondeVerb.wijzigOpslaan]: wijzigOpslaan,
  [rondeVerb.vraagAfzeggen]: vraagAfzeggen,
  [rondeVerb.afzeggen]: afzeggen,
  [rondeVerb.notulist]: notulist,
  [rondeVerb.notulistOpslaan]: notulistOpslaan,
};
