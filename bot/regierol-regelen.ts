/** What is arranged around the regierol: who thinks along, who stands in for a while, and giving it on. */
import { regierolWords } from "#cards/regierol.ts";
import { waarnemingWeigeren, weigerenCard, weigerenSubmitted } from "#cards/regierol-dialog.ts";
import {
  meedenkersCard,
  meedenkersSubmitted,
  overdrachtCard,
  regelenCard,
  voorstelSubmitted,
  waarnemingCard,
  waarnemingSubmitted,
} from "#cards/regierol-regelen.ts";
import { regierolVerb } from "#cards/regierol-verb.ts";
import { kiesMeedenkers } from "#usecases/meedenker.ts";
import { expireAanbod } from "#usecases/regierol-aanbod.ts";
import { proposeOverdracht, rejectOverdracht, withdrawOverdracht } from "#usecases/regierol-overdracht.ts";
import type { TimerHandlers } from "#usecases/timekeeper.ts";
import {
  acceptWaarneming,
  refuseWaarneming,
  regelWaarneming,
  waarnemingDue,
  weerTerug,
} from "#usecases/waarneming.ts";
import { dialogUnder } from "./answer.ts";
import { dialog, pressed, sent } from "./regierol.ts";
import type { Route, Routes } from "./route.ts";

const shown = dialogUnder(regierolWords.dialogTitle);

const regelen: Route = (press) =>
  dialog(press, "regierol_regelen", ({ gezien }, token) => shown(regelenCard(gezien, token)));

const vraagMeedenkers: Route = (press) =>
  dialog(press, "meedenkers_kiezen", (facts, token) => shown(meedenkersCard(facts, token)));

const meedenkers: Route = async ({ act, subjectId: id, versie, input }) => {
  const result = await kiesMeedenkers(act, { id, versie }, meedenkersSubmitted.parse(input).wie);
  if (result.ok) return { kind: "klaar", melding: regierolWords.meedenkers };
  const { error } = result;
  return error.kind === "niet_in_toestemming"
    ? { kind: "melding", tekst: regierolWords.meedenkersNiet }
    : sent({ ok: false, error }, "");
};

const vraagWaarneming: Route = (press) =>
  dialog(press, "waarneming_regelen", (facts, token) => shown(waarnemingCard(facts, token)));

const waarneming: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const form = waarnemingSubmitted.parse(input);
  const result = await regelWaarneming(act, { id, versie }, form);
  if (result.ok) {
    const melding = result.value === "ib" ? regierolWords.waarnemingIb : regierolWords.waarnemingGevraagd;
    return { kind: "klaar", melding };
  }
  const { error } = result;
  switch (error.kind) {
    case "velden":
      return dialog(press, "waarneming_regelen", (facts, token) =>
        shown(waarnemingCard(facts, token, { form, problemen: error.problemen })),
      );
    case "geen_grondslag":
      return { kind: "melding", tekst: regierolWords.geenGrondslag };
    default:
      return sent({ ok: false, error }, "");
  }
};

const waarnemen: Route = async ({ act, subjectId: id, versie }) =>
  pressed(id, await acceptWaarneming(act, { id, versie }), regierolWords.waarnemingJa);

const vraagNietWaarnemen: Route = (press) =>
  dialog(press, "waarneming_weigeren", (facts, token) =>
    shown(weigerenCard(facts, token, { hoe: waarnemingWeigeren })),
  );

const nietWaarnemen: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const { reden } = weigerenSubmitted.parse(input);
  if (!reden) {
    return dialog(press, "waarneming_weigeren", (facts, token) =>
      shown(weigerenCard(facts, token, { hoe: waarnemingWeigeren, refused: true })),
    );
  }
  return sent(await refuseWaarneming(act, { id, versie }, reden), regierolWords.waarnemingNee);
};

const terug: Route = async ({ act, subjectId: id, versie }) =>
  pressed(id, await weerTerug(act, { id, versie }), regierolWords.terugVanWeg);

const stopWaarneming: Route = async ({ act, subjectId: id, versie }) =>
  sent(await weerTerug(act, { id, versie }), regierolWords.waarnemingGestopt);

const vraagOverdracht: Route = (press) =>
  dialog(press, "overdracht_voorstellen", (facts, token) => shown(overdrachtCard(facts, token)));

const overdracht: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const form = voorstelSubmitted.parse(input);
  const result = await proposeOverdracht(act, { id, versie }, form);
  if (result.ok) return { kind: "klaar", melding: regierolWords.overdrachtGevraagd };
  const { error } = result;
  if (error.kind !== "velden") return sent({ ok: false, error }, "");
  return dialog(press, "overdracht_voorstellen", (facts, token) =>
    shown(overdrachtCard(facts, token, { form, problemen: error.problemen })),
  );
};

const overdrachtAf: Route = async ({ act, subjectId: id, versie }) =>
  pressed(id, await rejectOverdracht(act, { id, versie }), regierolWords.overdrachtAf);

const overdrachtTerug: Route = async ({ act, subjectId: id, versie }) =>
  sent(await withdrawOverdracht(act, { id, versie }), regierolWords.overdrachtTerug);

export const routes: Routes = {
  [regierolVerb.regelen]: regelen,
  [regierolVerb.vraagMeedenkers]: vraagMeedenkers,
  [regierolVerb.meedenkers]: meedenkers,
  [regierolVerb.vraagWaarneming]: vraagWaarneming,
  [regierolVerb.waarneming]: waarneming,
  [regierolVerb.waarnemen]: waarnemen,
  [regierolVerb.vraagNietWaarnemen]: vraagNietWaarnemen,
  [regierolVerb.nietWaarnemen]: nietWaarnemen,
  [regierolVerb.weerTerug]: terug,
  [regierolVerb.stopWaarneming]: stopWaarneming,
  [regierolVerb.vraagOverdracht]: vraagOverdracht,
  [regierolVerb.overdracht]: overdracht,
  [regierolVerb.overdrachtAf]: overdrachtAf,
  [regierolVerb.overdrachtTerug]: overdrachtTerug,
};

export const timers: Pick<TimerHandlers, "aanbod_verloopt" | "waarneming"> = {
  aanbod_verloopt: expireAanbod,
  waarneming: waarnemingDue,
};
