/** The round itself: it begins, people are there, items go by, and it ends. */

import { pressWords } from "#cards/press.ts";
import { rondeWords } from "#cards/ronde.ts";
import {
  aanwezigheidCard,
  aanwezigheidSubmitted,
  brengtInCard,
  brengtInSubmitted,
  overdragenCard,
  overdragenSubmitted,
  overnemenCard,
  sluitenCard,
} from "#cards/ronde-dialog.ts";
import { rondeVerb } from "#cards/ronde-verb.ts";
import { finishActie } from "#usecases/actie-done.ts";
import { handOver, takeOver } from "#usecases/round-chair.ts";
import { readRonde } from "#usecases/round-load.ts";
import { closeRonde, openRonde, recordAanwezigheid } from "#usecases/round-run.ts";
import {
  choosePresenter,
  discussLater,
  extendPunt,
  presenterChoices,
  startPunt,
} from "#usecases/round-step.ts";
import { dialog, refused, standing } from "./ronde-answer.ts";
import { neutraal, type Route, type Routes } from "./route.ts";

const begin: Route = async ({ act, subjectId: id, versie }) => {
  const result = await openRonde(act, { id, versie });
  if (result.ok) return standing(id, rondeWords.opened);
  return result.error.kind === "andere_open" ? standing(id, rondeWords.otherOpen) : refused(id, result.error);
};

const aanwezigheid: Route = async ({ world, actor, subjectId: id, stamps }) => {
  const gezien = await readRonde(world, actor, id);
  if (!gezien) return neutraal;
  if (!gezien.mag.has("aanwezigheid")) return refused(id, { kind: "kan_niet" });
  return dialog(rondeWords.dialogTitle, aanwezigheidCard(gezien, stamps(id, gezien.versie)));
};

const aanwezigheidOpslaan: Route = async ({ act, subjectId: id, versie, input }) => {
  const result = await recordAanwezigheid(act, { id, versie }, aanwezigheidSubmitted(input));
  return result.ok ? { kind: "klaar" } : refused(id, result.error);
};

/** A step with one item: the card of the round as it stands then, or why it cannot be now. */
const stepped =
  (words: string, step: (press: Parameters<Route>[0]) => ReturnType<typeof startPunt>): Route =>
  async (press) => {
    const result = await step(press);
    if (result.ok) return standing(result.value.rondeId, words);
    switch (result.error.kind) {
      case "onzichtbaar":
        return neutraal;
      case "al_gedaan":
        return { kind: "melding", tekst: pressWords.already };
      case "verouderd":
        return { kind: "melding", tekst: pressWords.stale };
      case "kan_niet":
        return { kind: "melding", tekst: rondeWords.itemGone };
    }
  };

const later = stepped(rondeWords.later, ({ act, subjectId }) => discussLater(act, subjectId));
const beginPunt = stepped(rondeWords.begun, ({ act, subjectId }) => startPunt(act, subjectId));
/** The version of this button is the number of minutes that were seen. */
const langer = stepped(rondeWords.longer, ({ act, subjectId, versie }) => extendPunt(act, subjectId, versie));

const vraagBrengtIn: Route = async ({ world, actor, subjectId: id, versie, stamps }) => {
  const choices = await presenterChoices(world, actor, id);
  return choices ? dialog(rondeWords.dialogTitle, brengtInCard(choices, stamps(id, versie))) : neutraal;
};

const brengtIn: Route = async (press) => {
  const parsed = brengtInSubmitted.safeParse(press.input);
  if (!parsed.success) return vraagBrengtIn(press);
  const result = await choosePresenter(press.act, press.subjectId, parsed.data.inbrenger);
  if (result.ok) return { kind: "klaar" };
  return result.error.kind === "onzichtbaar" ? neutraal : { kind: "melding", tekst: rondeWords.itemGone };
};

const vraagOverdragen: Route = async ({ world, actor, subjectId: id, stamps }) => {
  const gezien = await readRonde(world, actor, id);
  if (!gezien) return neutraal;
  if (!gezien.mag.has("overdragen")) return refused(id, { kind: "kan_niet" });
  return dialog(rondeWords.dialogTitle, overdragenCard(gezien, stamps(id, gezien.versie)));
};

const overdragen: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const parsed = overdragenSubmitted.safeParse(input);
  if (!parsed.success) return vraagOverdragen(press);
  const result = await handOver(act, { id, versie }, parsed.data.voorzitter);
  return result.ok ? { kind: "klaar" } : refused(id, result.error);
};

const vraagOvernemen: Route = async ({ world, actor, subjectId: id, stamps }) => {
  const gezien = await readRonde(world, actor, id);
  if (!gezien) return neutraal;
  if (!gezien.mag.has("overnemen")) return refused(id, { kind: "kan_niet" });
  return dialog(rondeWords.dialogTitle, overnemenCard(gezien, stamps(id, gezien.versie)));
};

const overnemen: Route = async ({ act, subjectId: id, versie }) => {
  const result = await takeOver(act, { id, versie });
  return result.ok ? { kind: "klaar" } : refused(id, result.error);
};

const actieGedaan: Route = async ({ act, subjectId }) => {
  const result = await finishActie(act, subjectId);
  if (result.ok) return standing(result.value.rondeId, rondeWords.done);
  if (result.error.kind === "verouderd_in_ronde") return standing(result.error.rondeId, pressWords.already);
  return result.error.kind === "onzichtbaar" ? neutraal : { kind: "melding", tekst: pressWords.already };
};

const vraagSluiten: Route = async ({ world, actor, subjectId: id, stamps }) => {
  const gezien = await readRonde(world, actor, id);
  if (!gezien) return neutraal;
  if (gezien.status === "gesloten") return standing(id, rondeWords.alreadyClosed);
  if (!gezien.mag.has("sluiten")) return refused(id, { kind: "kan_niet" });
  return dialog(rondeWords.dialogTitle, sluitenCard(gezien, stamps(id, gezien.versie)));
};

const sluiten: Route = async ({ act, world, actor, subjectId: id, versie }) => {
  const result = await closeRonde(act, { id, versie });
  if (result.ok) return { kind: "klaar" };
  // Pressed twice, or by two: what was wanted is so, whoever was first.
  const gezien = await readRonde(world, actor, id);
  return gezien?.status === "gesloten" ? standing(id, rondeWords.alreadyClosed) : refused(id, result.error);
};

export const runRoutes: Routes = {
  [rondeVerb.begin]: begin,
  [rondeVerb.aanwezigheid]: aanwezigheid,
  [rondeVerb.aanwezigheidOpslaan]: aanwezigheidOpslaan,
  [rondeVerb.later]: later,
  [rondeVerb.beginPunt]: beginPunt,
  [rondeVerb.langer]: langer,
  [rondeVerb.vraagBrengtIn]: vraagBrengtIn,
  [rondeVerb.brengtIn]: brengtIn,
  [rondeVerb.vraagOverdragen]: vraagOverdragen,
  [rondeVerb.overdragen]: overdragen,
  [rondeVerb.vraagOvernemen]: vraagOvernemen,
  [rondeVerb.overnemen]: overnemen,
  [rondeVerb.actieGedaan]: actieGedaan,
  [rondeVerb.vraagSluiten]: vraagSluiten,
  [rondeVerb.sluiten]: sluiten,
};
