/** An actie of a hulpvraag goes to somebody else; and gets another date in the round. */

import { overdrachtVerb } from "#cards/actie-verb.ts";
import type { Card } from "#cards/card.ts";
import {
  datumCard,
  datumSubmitted,
  overdrachtCard,
  overdrachtNeeCard,
  overdrachtNeeSubmitted,
  overdrachtSubmitted,
  overdrachtWords,
  terugnemenCard,
} from "#cards/overdracht.ts";
import { pressWords } from "#cards/press.ts";
import { rondeWords } from "#cards/ronde.ts";
import { rondeVerb } from "#cards/ronde-verb.ts";
import { madeWords } from "#cards/teamactie.ts";
import { todayIn } from "#domain/today.ts";
import type { Veldprobleem } from "#domain/veld.ts";
import type { ActRefusal } from "#usecases/act.ts";
import { askActieDatum, type DatumRefusal, verzetActie } from "#usecases/actie-datum.ts";
import { antwoordOpVraag, askOverdracht, trekVraagIn, vraagOverdracht } from "#usecases/overdracht.ts";
import type { Result } from "#usecases/world.ts";
import { dialogUnder } from "./answer.ts";
import { sent } from "./regierol.ts";
import { standing } from "./ronde-answer.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";
import { again } from "./taken.ts";

export const shown = dialogUnder(overdrachtWords.dialogTitle);
const at = ({ subjectId: id, versie }: Press) => ({ id, versie });

async function vraagDialog(
  { world, actor, subjectId, versie, stamps }: Press,
  filled: { readonly aan?: string | null; readonly probleem?: Veldprobleem } = {},
): Promise<Answer> {
  const vraag = await askOverdracht(world, actor, subjectId);
  if (!vraag) return { kind: "melding", tekst: pressWords.stale };
  if (vraag.kandidaten.length === 0) return { kind: "melding", tekst: overdrachtWords.nobody };
  return shown(overdrachtCard({ ...vraag, ...filled }, stamps(subjectId, versie)));
}

const vraagOpslaan: Route = async (press) => {
  const { aan } = overdrachtSubmitted.parse(press.input);
  const result = await vraagOverdracht(press.act, at(press), aan);
  if (result.ok)
    return {
      kind: "klaar",
      melding: aan === press.actor.persoonId ? overdrachtWords.taken : overdrachtWords.asked,
    };
  const { error } = result;
  if (error.kind === "wie") return vraagDialog(press, { aan, probleem: error.probleem });
  return sent({ ok: false, error }, "");
};

/** Pressed on the own tasks, or on the daily bundle: what stands now is the list of tasks. */
export function onTaken(press: Press, result: Result<unknown, ActRefusal>, melding: string): Answer {
  if (result.ok) return again(press, melding);
  switch (result.error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "verouderd":
      return again(press, pressWords.stale);
    case "al_gedaan":
      return again(press, pressWords.already);
  }
}

type Verb = "vraagTrekIn" | "trekIn" | "ja" | "vraagNee" | "nee";

/** What is asked of a colleague is taken back, taken over or refused in one way, whatever the actie is about. */
export function vraagRoutes(
  soort: Parameters<typeof terugnemenCard>[0],
  verbs: Readonly<Record<Verb, string>>,
  does: {
    readonly trekIn: typeof trekVraagIn;
    readonly antwoord: typeof antwoordOpVraag;
    readonly open: (card: Card) => Answer;
  },
): Routes {
  const neeDialog = ({ subjectId, versie, stamps }: Press, refused = false): Answer =>
    does.open(overdrachtNeeCard(soort, stamps(subjectId, versie), refused));
  return {
    [verbs.vraagTrekIn]: async ({ subjectId, versie, stamps }) =>
      does.open(terugnemenCard(soort, stamps(subjectId, versie))),
    [verbs.trekIn]: async (press) => sent(await does.trekIn(press.act, at(press)), overdrachtWords.withdrawn),
    [verbs.ja]: async (press) =>
      onTaken(press, await does.antwoord(press.act, at(press), null), overdrachtWords.taken),
    [verbs.vraagNee]: async (press) => neeDialog(press),
    [verbs.nee]: async (press) => {
      const { reden } = overdrachtNeeSubmitted.parse(press.input);
      if (!reden) return neeDialog(press, true);
      return sent(await does.antwoord(press.act, at(press), reden), overdrachtWords.refused);
    },
  };
}

async function datumDialog(
  press: Press,
  filled: { readonly datum?: Temporal.PlainDate | null; readonly probleem?: Veldprobleem } = {},
): Promise<Answer> {
  const { world, actor, subjectId, stamps } = press;
  const found = await askActieDatum(world, actor, subjectId);
  if (!found.ok) return datumRefused(press, found.error);
  const { referentie, omschrijving, versie, datum } = found.value.actie;
  const vandaag = todayIn(world.clock.now());
  const vraag = { referentie, omschrijving, vandaag, datum, verb: rondeVerb.actieDatumOpslaan, ...filled };
  return shown(datumCard(vraag, stamps(subjectId, versie)));
}

function datumRefused(press: Press, error: DatumRefusal): Promise<Answer> | Answer {
  switch (error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "verouderd":
      return { kind: "melding", tekst: pressWords.stale };
    case "al_gedaan":
      return { kind: "melding", tekst: pressWords.already };
    case "verouderd_in_ronde":
      return standing(error.rondeId, pressWords.stale);
    case "kan_niet":
      return { kind: "melding", tekst: rondeWords.notNow };
    case "datum":
      return datumDialog(press, {
        datum: datumSubmitted.parse(press.input).datum,
        probleem: error.probleem,
      });
  }
}

const datumOpslaan: Route = async (press) => {
  const { datum } = datumSubmitted.parse(press.input);
  const result = await verzetActie(press.act, at(press), datum);
  if (!result.ok) return datumRefused(press, result.error);
  const { value } = result;
  return { kind: "klaar", melding: value.verschoven ? madeWords(value) : overdrachtWords.dated };
};

export const routes: Routes = {
  [overdrachtVerb.vraag]: (press) => vraagDialog(press),
  [overdrachtVerb.vraagOpslaan]: vraagOpslaan,
  ...vraagRoutes("actie", overdrachtVerb, {
    trekIn: trekVraagIn,
    antwoord: antwoordOpVraag,
    open: shown,
  }),
  [rondeVerb.actieDatum]: (press) => datumDialog(press),
  [rondeVerb.actieDatumOpslaan]: datumOpslaan,
};
