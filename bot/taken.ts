/** All my tasks in one card, my cases as holder, and what can be done with one task. */
import { noticeWords } from "#cards/notice.ts";
import { pressWords } from "#cards/press.ts";
import { uitstelWords } from "#cards/reminder.ts";
import {
  mijnRegierolCard,
  planCard,
  planSubmitted,
  takenCard,
  takenSummary,
  takenWords,
  type UitstelForm,
  uitstelCard,
  uitstelSubmitted,
} from "#cards/taken.ts";
import { taakVerb } from "#cards/taken-row.ts";
import { startVerb } from "#cards/welcome.ts";
import { todayIn } from "#domain/today.ts";
import { showLijst } from "#usecases/lijst.ts";
import { myRegierollen } from "#usecases/regierol.ts";
import { myTaken, showTaken } from "#usecases/taken.ts";
import {
  askPlan,
  askUitstel,
  completeTermijn,
  planTermijn,
  postponeTermijn,
} from "#usecases/termijn-klaar.ts";
import type { Commands } from "./listen.ts";
import { sent } from "./regierol.ts";
import { type Answer, neutraal, type Presenter, type Press, type Route, type Routes } from "./route.ts";

export const presenter: Presenter = {
  soort: "taken",
  async present(world, actor, id, stamps, lead) {
    if (id !== actor.persoonId) return null;
    const { lezingen, ...mine } = await myTaken(world, actor);
    const vandaag = todayIn(world.clock.now());
    const card = takenCard({ ...mine, vandaag }, stamps(id, 0), lead);
    return { card, summary: takenSummary, lezingen };
  },
};

/** The cases of which somebody is the holder. */
export const regierollen: Presenter = {
  soort: "regierollen",
  async present(world, actor, id, stamps) {
    if (id !== actor.persoonId) return null;
    const card = mijnRegierolCard(await myRegierollen(world, actor), stamps(id, 0));
    return { card, summary: noticeWords.regierollen_getoond.summary, lezingen: [] };
  },
};

/** The list as it stands now, with a sentence on top. */
export function again({ actor }: Pick<Press, "actor">, melding: string): Answer {
  return { kind: "onderwerp", onderwerp: { soort: "taken", id: actor.persoonId }, melding };
}

const show: Route = async ({ world, actor, act }) => {
  await showTaken(world, actor, act.press);
  return { kind: "melding", tekst: takenWords.below };
};

const gedaan: Route = async (press) => {
  const result = await completeTermijn(press.act, { id: press.subjectId, versie: press.versie });
  if (result.ok) return again(press, takenWords.done);
  switch (result.error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "verouderd":
      return again(press, pressWords.stale);
    case "al_gedaan":
      return again(press, pressWords.already);
  }
};

async function uitstelForm(
  { world, actor, subjectId, versie, stamps }: Press,
  filled: { readonly form?: UitstelForm; readonly melding?: string } = {},
): Promise<Answer> {
  const vraag = await askUitstel({ world, actor }, subjectId);
  if (!vraag) return { kind: "melding", tekst: pressWords.stale };
  if (!vraag.bounds.ok) return { kind: "melding", tekst: uitstelWords(vraag.bounds.error) };
  const { soort, referentie, voorstel } = vraag;
  const card = uitstelCard(
    { soort, referentie, voorstel, ...vraag.bounds.value },
    stamps(subjectId, versie),
    filled,
  );
  return { kind: "dialoog", title: takenWords.dialogTitle, card };
}

const stelUit: Route = async (press) => {
  const form = uitstelSubmitted.parse(press.input);
  const { op, reden } = form;
  if (!op || !reden) return uitstelForm(press, { form });
  const result = await postponeTermijn(
    press.act,
    { id: press.subjectId, versie: press.versie },
    { to: op, reden },
  );
  if (result.ok) return { kind: "klaar", melding: takenWords.postponed };
  const { error } = result;
  if (error.kind === "uitstel") return uitstelForm(press, { form, melding: uitstelWords(error.reden) });
  return sent({ ok: false, error }, "");
};

async function planForm(
  { world, actor, subjectId, versie, stamps }: Press,
  refused = false,
): Promise<Answer> {
  const vraag = await askPlan({ world, actor }, subjectId);
  if (!vraag) return { kind: "melding", tekst: pressWords.stale };
  return {
    kind: "dialoog",
    title: takenWords.dialogTitle,
    card: planCard(vraag, stamps(subjectId, versie), refused),
  };
}

const plan: Route = async (press) => {
  const { op } = planSubmitted.parse(press.input);
  if (!op) return planForm(press, true);
  const result = await planTermijn(press.act, { id: press.subjectId, versie: press.versie }, op);
  if (result.ok) return { kind: "klaar", melding: takenWords.planned };
  const { error } = result;
  if (error.kind === "andere_dag") return planForm(press, true);
  return sent({ ok: false, error }, "");
};

export const routes: Routes = {
  [startVerb.taken]: show,
  [taakVerb.taakGedaan]: gedaan,
  [taakVerb.vraagUitstel]: (press) => uitstelForm(press),
  [taakVerb.uitstel]: stelUit,
  [taakVerb.vraagPlan]: (press) => planForm(press),
  [taakVerb.plan]: plan,
};

export const commands: Commands = {
  actie_mijn: async ({ world, actor, activityId, slots }) => {
    if (slots.team) await showLijst(world, actor, { lijst: "teamacties", occasion: activityId });
    else await showTaken(world, actor, activityId);
    return null;
  },
  // Each of them has its button there.
  actie_afronden: async ({ world, actor, activityId }) => {
    await showTaken(world, actor, activityId);
    return null;
  },
  regierol_mijn: async ({ world, actor, activityId }) => {
    await showLijst(world, actor, { lijst: "regierollen", occasion: activityId });
    return null;
  },
};
