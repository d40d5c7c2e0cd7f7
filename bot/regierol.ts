/** The regierol from the card of the hulpvraag: taken or not, what the holder reports, and back to the schakelteam. */
import { pressWords } from "#cards/press.ts";
import { regierolWords } from "#cards/regierol.ts";
import {
  actieGedaanCard,
  actieSubmitted,
  anderCard,
  anderSubmitted,
  gizCard,
  gizSubmitted,
  terugCard,
  weigerenCard,
  weigerenSubmitted,
} from "#cards/regierol-dialog.ts";
import { regierolVerb } from "#cards/regierol-verb.ts";
import type { HulpvraagAct } from "#domain/hulpvraag-view.ts";
import type { ActRefusal } from "#usecases/act.ts";
import { backToSchakelteam, recordGiz, reportContact } from "#usecases/regierol.ts";
import { acceptAanbod, offersActs, offerToOther, refuseAanbod } from "#usecases/regierol-aanbod.ts";
import { loadRegierolForm, type RegierolFormFacts } from "#usecases/regierol-form.ts";
import { finishOwnActie } from "#usecases/termijn-klaar.ts";
import type { Result } from "#usecases/world.ts";
import { dialogUnder, refusedAct } from "./answer.ts";
import { standing } from "./hulpvraag.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";

/** A press on the card itself: the card as it stands now, whatever came of it. */
export function pressed(id: string, result: Result<unknown, ActRefusal>, melding: string): Answer {
  return result.ok ? standing(id, melding) : refusedAct(standing, id, result.error);
}

/** A sent dialog: it closes with a sentence, and the card behind it is drawn again by the courier. */
export function sent(result: Result<unknown, ActRefusal>, melding: string): Answer {
  if (result.ok) return { kind: "klaar", melding };
  switch (result.error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "verouderd":
      return { kind: "melding", tekst: pressWords.stale };
    case "al_gedaan":
      return { kind: "melding", tekst: pressWords.already };
  }
}

/** Draws a dialog from fresh facts; what is not open any more says so. */
export async function dialog(
  { world, actor, subjectId, stamps }: Press,
  may: HulpvraagAct | readonly [HulpvraagAct, ...HulpvraagAct[]],
  draw: (facts: RegierolFormFacts, token: ReturnType<Press["stamps"]>) => Answer,
): Promise<Answer> {
  const acts = typeof may === "string" ? ([may] as const) : may;
  const facts = await loadRegierolForm(world, actor, subjectId, ...acts);
  if (facts.ok) return draw(facts.value, stamps(facts.value.id, facts.value.versie));
  return facts.error.kind === "onzichtbaar" ? neutraal : { kind: "melding", tekst: pressWords.stale };
}

const shown = dialogUnder(regierolWords.dialogTitle);

const contact: Route = async ({ act, subjectId: id, versie }) =>
  pressed(id, await reportContact(act, { id, versie }), regierolWords.contact);

const aannemen: Route = async ({ act, subjectId: id, versie }) =>
  pressed(id, await acceptAanbod(act, { id, versie }), regierolWords.accepted);

const vraagWeigeren: Route = (press) =>
  dialog(press, "aanbod_weigeren", (facts, token) => shown(weigerenCard(facts, token)));

const weigeren: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const { reden } = weigerenSubmitted.parse(input);
  if (!reden) {
    return dialog(press, "aanbod_weigeren", (facts, token) =>
      shown(weigerenCard(facts, token, { refused: true })),
    );
  }
  return sent(await refuseAanbod(act, { id, versie }, reden), regierolWords.refused);
};

const vraagAnder: Route = (press) =>
  dialog(press, offersActs, (facts, token) => shown(anderCard(facts, token)));

const ander: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const form = anderSubmitted.parse(input);
  const result = await offerToOther(act, { id, versie }, { ...form, keuze: form.regierolKeuze });
  if (result.ok) return { kind: "klaar", melding: regierolWords.offered };
  const { error } = result;
  switch (error.kind) {
    case "velden":
      return dialog(press, offersActs, (facts, token) =>
        shown(anderCard(facts, token, { form, problemen: error.problemen })),
      );
    case "geen_grondslag":
      return { kind: "melding", tekst: regierolWords.geenGrondslag };
    default:
      return sent({ ok: false, error }, "");
  }
};

const vraagGiz: Route = (press) => dialog(press, "giz", (facts, token) => shown(gizCard(facts, token)));

const giz: Route = async (press) => {
  const { act, subjectId: id, versie, input } = press;
  const form = gizSubmitted.parse(input);
  const result = await recordGiz(act, { id, versie }, form);
  if (result.ok) return { kind: "klaar", melding: regierolWords.giz };
  const { error } = result;
  if (error.kind !== "velden") return sent({ ok: false, error }, "");
  return dialog(press, "giz", (facts, token) =>
    shown(gizCard(facts, token, { form, problemen: error.problemen })),
  );
};

const vraagActie: Route = (press) =>
  dialog(press, "actie_gedaan", (facts, token) => shown(actieGedaanCard(facts, token)));

const actie: Route = async (press) => {
  const chosen = actieSubmitted.parse(press.input).actie;
  if (!chosen) {
    return dialog(press, "actie_gedaan", (facts, token) => shown(actieGedaanCard(facts, token, true)));
  }
  return sent(await finishOwnActie(press.act, chosen), regierolWords.actie);
};

const vraagTerug: Route = (press) =>
  dialog(press, "terug_naar_schakelteam", (facts, token) => shown(terugCard(facts, token)));

const terug: Route = async ({ act, subjectId: id, versie }) =>
  sent(await backToSchakelteam(act, { id, versie }), regierolWords.terug);

export const routes: Routes = {
  [regierolVerb.aannemen]: aannemen,
  [regierolVerb.vraagWeigeren]: vraagWeigeren,
  [regierolVerb.weigeren]: weigeren,
  [regierolVerb.vraagAnder]: vraagAnder,
  [regierolVerb.ander]: ander,
  [regierolVerb.contact]: contact,
  [regierolVerb.vraagGiz]: vraagGiz,
  [regierolVerb.giz]: giz,
  [regierolVerb.vraagActie]: vraagActie,
  [regierolVerb.actie]: actie,
  [regierolVerb.vraagTerug]: vraagTerug,
  [regierolVerb.terug]: terug,
};
