/** All my tasks in one card, my cases as holder, and what can be done with one task. */
import { pressWords } from "#cards/press.ts";
import { uitstelWords } from "#cards/reminder.ts";
import {
  mijnRegierolCard,
  reviewCard,
  reviewSubmitted,
  takenCard,
  takenWords,
  type UitstelForm,
  uitstelCard,
  uitstelSubmitted,
} from "#cards/taken.ts";
import { taakVerb } from "#cards/taken-row.ts";
import { startVerb } from "#cards/welcome.ts";
import type { Actor } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { myRegierollen } from "#usecases/regierol.ts";
import { myTaken } from "#usecases/taken.ts";
import { askUitstel, completeReview, completeTermijn, postponeTermijn } from "#usecases/termijn-klaar.ts";
import type { World } from "#usecases/world.ts";
import type { Commands } from "./listen.ts";
import { sent } from "./regierol.ts";
import { type Answer, neutraal, type Press, type Route, type Routes, type Stamps } from "./route.ts";

/** Every task of this person as it stands now, with a sentence on top. */
async function allTaken(
  { world, actor, stamps }: { readonly world: World; readonly actor: Actor; readonly stamps: Stamps },
  melding?: string,
): Promise<Answer> {
  const taken = await myTaken(world, actor);
  const vandaag = todayIn(world.clock.now());
  return { kind: "kaart", card: takenCard({ taken, vandaag }, stamps(actor.persoonId, 0), melding) };
}

const gedaan: Route = async (press) => {
  const result = await completeTermijn(press.act, { id: press.subjectId, versie: press.versie });
  if (result.ok) return allTaken(press, takenWords.done);
  switch (result.error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "verouderd":
      return allTaken(press, pressWords.stale);
    case "al_gedaan":
      return allTaken(press, pressWords.already);
  }
};

async function uitstelForm(
  { world, actor, subjectId, versie, stamps }: Press,
  filled: { readonly form?: UitstelForm; readonly melding?: string } = {},
): Promise<Answer> {
  const vraag = await askUitstel({ world, actor }, subjectId);
  if (!vraag) return { kind: "melding", tekst: pressWords.stale };
  if (!vraag.bounds.ok) return { kind: "melding", tekst: uitstelWords(vraag.bounds.error) };
  const { na, uiterlijk } = vraag.bounds.value;
  const card = uitstelCard(
    { soort: vraag.soort, referentie: vraag.referentie, vervalt: vraag.term.due, na, uiterlijk },
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

async function reviewForm(
  { world, actor, subjectId, versie, stamps }: Press,
  refused = false,
): Promise<Answer> {
  const vraag = await askUitstel({ world, actor }, subjectId);
  if (vraag?.soort !== "driemaandsreview") return { kind: "melding", tekst: pressWords.stale };
  const card = reviewCard(vraag, stamps(subjectId, versie), refused);
  return { kind: "dialoog", title: takenWords.dialogTitle, card };
}

const review: Route = async (press) => {
  const { uitkomst } = reviewSubmitted.parse(press.input);
  if (!uitkomst) return reviewForm(press, true);
  const result = await completeReview(press.act, { id: press.subjectId, versie: press.versie }, uitkomst);
  return sent(result, takenWords.reviewed);
};

export const routes: Routes = {
  [startVerb.taken]: (press) => allTaken(press),
  [taakVerb.taakGedaan]: gedaan,
  [taakVerb.vraagUitstel]: (press) => uitstelForm(press),
  [taakVerb.uitstel]: stelUit,
  [taakVerb.vraagReview]: (press) => reviewForm(press),
  [taakVerb.review]: review,
};

export const commands: Commands = {
  actie_mijn: (asked) => allTaken(asked),
  regierol_mijn: async ({ world, actor, stamps }) => ({
    kind: "kaart",
    card: mijnRegierolCard(await myRegierollen(world, actor), stamps(actor.persoonId, 0)),
  }),
};
