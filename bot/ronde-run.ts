/** The round itself: it begins, people are there, items go by, and it ends. */

import { pressWords } from "#cards/press.ts";
import { rondeWords } from "#cards/ronde.ts";
import { aanwezigheidCard, aanwezigheidSubmitted, sluitenCard } from "#cards/ronde-dialog.ts";
import { rondeVerb } from "#cards/ronde-verb.ts";
import { finishActie } from "#usecases/actie-done.ts";
import { readRonde } from "#usecases/round-load.ts";
import { closeRonde, discussLater, openRonde, recordAanwezigheid } from "#usecases/round-run.ts";
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

const later: Route = async ({ act, subjectId }) => {
  const result = await discussLater(act, subjectId);
  if (result.ok) return standing(result.value.rondeId, rondeWords.later);
  return result.error.kind === "onzichtbaar" ? neutraal : { kind: "melding", tekst: rondeWords.itemGone };
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
  [rondeVerb.actieGedaan]: actieGedaan,
  [rondeVerb.vraagSluiten]: vraagSluiten,
  [rondeVerb.sluiten]: sluiten,
};
