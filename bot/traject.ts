/** A traject of eight weeks, from the card of the hulpvraag or from a task: begun, evaluated, extended, stopped. */
import { pressWords } from "#cards/press.ts";
import { eindWoord, trajectCard, trajectWords } from "#cards/traject.ts";
import {
  eindCard,
  eindSubmitted,
  meerHulpCard,
  planCard,
  planSubmitted,
  startCard,
  startSubmitted,
  stopCard,
  stopSubmitted,
  tussenCard,
  tussenSubmitted,
  uitnodigSubmitted,
  verlengCard,
  verlengSubmitted,
} from "#cards/traject-dialog.ts";
import { trajectVerb } from "#cards/traject-verb.ts";
import type { HulpvraagAct } from "#domain/hulpvraag-view.ts";
import type { TrajectGezien } from "#domain/traject-view.ts";
import type { ActRefusal } from "#usecases/act.ts";
import {
  holdEind,
  holdTussen,
  nodigUit,
  planEind,
  startTraject,
  stopTraject,
  type TrajectRefusal,
  verlengTraject,
} from "#usecases/traject.ts";
import { loadTrajectForm, type TrajectFormFacts } from "#usecases/traject-form.ts";
import type { Result } from "#usecases/world.ts";
import { dialogUnder } from "./answer.ts";
import { sent } from "./regierol.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";

const shown = dialogUnder(trajectWords.dialogTitle);
type Token = ReturnType<Press["stamps"]>;

/** Draws a dialog from fresh facts; what is not open any more says so. */
async function dialog(
  { world, actor, subjectId, stamps }: Press,
  may: HulpvraagAct,
  draw: (facts: TrajectFormFacts, token: Token) => Answer,
): Promise<Answer> {
  const facts = await loadTrajectForm(world, actor, subjectId, may);
  if (facts.ok) return draw(facts.value, stamps(facts.value.id, facts.value.versie));
  return facts.error.kind === "onzichtbaar" ? neutraal : { kind: "melding", tekst: pressWords.stale };
}

/** The same about the traject that is there. */
const about = (
  press: Press,
  may: HulpvraagAct,
  draw: (facts: TrajectFormFacts & { readonly traject: TrajectGezien }, token: Token) => Answer,
): Promise<Answer> =>
  dialog(press, may, (facts, token) => {
    const { traject } = facts.gezien;
    return traject ? draw({ ...facts, traject }, token) : { kind: "melding", tekst: pressWords.stale };
  });

type Problemen<Form> = Extract<TrajectRefusal<Form>, { kind: "velden" }>["problemen"];

/** What a sent dialog gets: a sentence, the form once more, or the reason why not. */
async function answered<Form>(
  result: Result<true, TrajectRefusal<Form> | ActRefusal>,
  melding: string,
  again: (problemen: Problemen<Form>) => Promise<Answer>,
): Promise<Answer> {
  if (result.ok) return { kind: "klaar", melding };
  const { error } = result;
  switch (error.kind) {
    case "velden":
      return again(error.problemen);
    case "geen_grondslag":
      return { kind: "melding", tekst: trajectWords.geenGrondslag };
    case "niet_in_toestemming":
      return { kind: "melding", tekst: trajectWords.nietInToestemming };
    default:
      return sent({ ok: false, error }, "");
  }
}

const at = ({ subjectId: id, versie }: Press) => ({ id, versie });

const regelen: Route = (press) =>
  dialog(press, "traject_regelen", ({ gezien }, token) => shown(trajectCard(gezien, token)));

const startForm = (press: Press, filled: Parameters<typeof startCard>[2] = {}): Promise<Answer> =>
  dialog(press, "traject_starten", (facts, token) => {
    const geobserveerd = facts.gezien.wat?.alGedaan.includes("observatie") ?? false;
    return shown(startCard({ ...facts, geobserveerd }, token, filled));
  });

const start: Route = async (press) => {
  const form = startSubmitted.parse(press.input);
  return answered(await startTraject(press.act, at(press), form), trajectWords.gestart, (problemen) =>
    startForm(press, { form, problemen }),
  );
};

const tussenForm = (press: Press, filled: Parameters<typeof tussenCard>[2] = {}): Promise<Answer> =>
  dialog(press, "traject_tussen", (facts, token) => shown(tussenCard(facts, token, filled)));

/** Where more is needed it goes on with who of the wijkteam comes. */
const tussen: Route = async (press) => {
  const form = tussenSubmitted.parse(press.input);
  const result = await holdTussen(press.act, at(press), form);
  if (result.ok && form.meerHulp === "ja") return meerHulpForm(press, { na: true });
  return answered(result, trajectWords.tussen, (problemen) => tussenForm(press, { form, problemen }));
};

const meerHulpForm = (press: Press, filled: Parameters<typeof meerHulpCard>[2] = {}): Promise<Answer> =>
  about(press, "traject_meer_hulp", (facts, token) => shown(meerHulpCard(facts, token, filled)));

const meerHulp: Route = async (press) => {
  const form = uitnodigSubmitted.parse(press.input);
  const melding = form.wie.length > 0 ? trajectWords.uitgenodigd : trajectWords.meerHulp;
  return answered(await nodigUit(press.act, at(press), form), melding, (problemen) =>
    meerHulpForm(press, { form, problemen }),
  );
};

const planForm = (press: Press, filled: Parameters<typeof planCard>[2] = {}): Promise<Answer> =>
  about(press, "traject_plannen", (facts, token) => shown(planCard(facts, token, filled)));

const plan: Route = async (press) => {
  const form = planSubmitted.parse(press.input);
  return answered(await planEind(press.act, at(press), form), trajectWords.gepland, (problemen) =>
    planForm(press, { form, problemen }),
  );
};

const eindForm = (press: Press, filled: Parameters<typeof eindCard>[2] = {}): Promise<Answer> =>
  about(press, "traject_eind", (facts, token) => shown(eindCard(facts, token, filled)));

const eind: Route = async (press) => {
  const form = eindSubmitted.parse(press.input);
  const melding = form.uitkomst ? eindWoord[form.uitkomst] : "";
  return answered(await holdEind(press.act, at(press), form), melding, (problemen) =>
    eindForm(press, { form, problemen }),
  );
};

const verlengForm = (press: Press, filled: Parameters<typeof verlengCard>[2] = {}): Promise<Answer> =>
  dialog(press, "traject_verlengen", (facts, token) => shown(verlengCard(facts, token, filled)));

const verlengen: Route = async (press) => {
  const form = verlengSubmitted.parse(press.input);
  return answered(await verlengTraject(press.act, at(press), form), trajectWords.verlengd, (problemen) =>
    verlengForm(press, { form, problemen }),
  );
};

const stopForm = (press: Press, filled: Parameters<typeof stopCard>[2] = {}): Promise<Answer> =>
  about(press, "traject_stoppen", (facts, token) => shown(stopCard(facts, token, filled)));

const stoppen: Route = async (press) => {
  const form = stopSubmitted.parse(press.input);
  return answered(await stopTraject(press.act, at(press), form), trajectWords.gestopt, (problemen) =>
    stopForm(press, { form, problemen }),
  );
};

export const routes: Routes = {
  [trajectVerb.regelen]: regelen,
  [trajectVerb.vraagStart]: (press) => startForm(press),
  [trajectVerb.start]: start,
  [trajectVerb.vraagTussen]: (press) => tussenForm(press),
  [trajectVerb.tussen]: tussen,
  [trajectVerb.vraagMeerHulp]: (press) => meerHulpForm(press),
  [trajectVerb.meerHulp]: meerHulp,
  [trajectVerb.vraagPlan]: (press) => planForm(press),
  [trajectVerb.plan]: plan,
  [trajectVerb.vraagEind]: (press) => eindForm(press),
  [trajectVerb.eind]: eind,
  [trajectVerb.vraagVerlengen]: (press) => verlengForm(press),
  [trajectVerb.verlengen]: verlengen,
  [trajectVerb.vraagStoppen]: (press) => stopForm(press),
  [trajectVerb.stoppen]: stoppen,
};
