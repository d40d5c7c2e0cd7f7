/** Putting hulpvragen on the agenda of a round and taking them off, from either card. */
import {
  agendaCard,
  agendaSubmitted,
  agendaTitle,
  agendaVerb,
  agendaWords,
  notNamedWords,
  putOnWords,
  tooLongWords,
  zetOpSubmitted,
} from "#cards/agenda.ts";
import { pressWords } from "#cards/press.ts";
import { usualMinutes } from "#domain/overlegronde.ts";
import type { Missing } from "#domain/toestemming.ts";
import { agendaChoices, agendeer, agendeerOp, vanAgenda } from "#usecases/agenda.ts";
import { dialog, refused, standing } from "./ronde-answer.ts";
import { type Answer, neutraal, type Press, type Route, type Routes } from "./route.ts";

function hulpvraag(id: string, melding: string): Answer {
  return { kind: "onderwerp", onderwerp: { soort: "hulpvraag", id }, melding };
}

async function agendaDialog(
  { world, actor, subjectId, stamps }: Press,
  refusal: { readonly missing?: readonly Missing[]; readonly error?: string } = {},
): Promise<Answer> {
  const choices = await agendaChoices(world, actor, subjectId);
  if (!choices) return neutraal;
  const { dossier, rondes } = choices;
  const card = agendaCard(
    { referentie: dossier.referentie, rondes, ...refusal },
    stamps(dossier.id, dossier.versie),
  );
  return dialog(agendaTitle, card);
}

const agenderen: Route = (press) => agendaDialog(press);

const opslaan: Route = async (press) => {
  const { act, subjectId: id, versie } = press;
  const parsed = agendaSubmitted.safeParse(press.input);
  if (!parsed.success) return agendaDialog(press, { error: "kies een overlegronde." });
  const { ronde: rondeId, minuten } = parsed.data;
  const result = await agendeer(act, { id, versie }, { rondeId, minuten });
  if (result.ok) {
    const { minuten: all, ronde, nietGenoemd, grondslag } = result.value;
    const melding = [
      ...(all > ronde.duurMinuten ? [tooLongWords({ minuten: all, duurMinuten: ronde.duurMinuten })] : []),
      ...(nietGenoemd.length > 0 ? [notNamedWords(nietGenoemd, grondslag)] : []),
    ].join(" ");
    return melding === "" ? { kind: "klaar" } : { kind: "klaar", melding };
  }
  switch (result.error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "al_gedaan":
      return { kind: "klaar" };
    case "verouderd":
      return hulpvraag(id, pressWords.stale);
    case "toestemming":
      return agendaDialog(press, { missing: result.error.missing });
    case "andere_ronde":
      return agendaDialog(press, { error: agendaWords.otherRound(result.error.datum) });
    case "kan_niet":
      return hulpvraag(id, agendaWords.cannot);
  }
};

const zetOp: Route = async ({ act, subjectId: id, input }) => {
  const parsed = zetOpSubmitted.safeParse(input);
  const hulpvragen = parsed.success ? parsed.data.voorstellen : [];
  if (hulpvragen.length === 0) return standing(id, agendaWords.nothingTicked);
  const result = await agendeerOp(act, id, { hulpvragen, minuten: usualMinutes });
  return result.ok ? standing(id, putOnWords(result.value.ja, result.value.nee)) : refused(id, result.error);
};

/** Pressed on the card of the hulpvraag, or on that of the round: what comes back is the card that it was pressed on. */
const van =
  (from: "hulpvraag" | "ronde"): Route =>
  async ({ act, subjectId: id, versie }) => {
    const result = await vanAgenda(act, { id, versie });
    if (result.ok) {
      return from === "ronde"
        ? standing(result.value.rondeId, agendaWords.off)
        : hulpvraag(id, agendaWords.off);
    }
    switch (result.error.kind) {
      case "onzichtbaar":
        return neutraal;
      case "al_gedaan":
        return from === "ronde"
          ? { kind: "melding", tekst: pressWords.already }
          : hulpvraag(id, pressWords.already);
      case "verouderd":
        return from === "ronde"
          ? { kind: "melding", tekst: pressWords.stale }
          : hulpvraag(id, pressWords.stale);
      case "kan_niet":
        return from === "ronde"
          ? { kind: "melding", tekst: agendaWords.cannot }
          : hulpvraag(id, agendaWords.cannot);
    }
  };

export const agendaRoutes: Routes = {
  [agendaVerb.agenderen]: agenderen,
  [agendaVerb.opslaan]: opslaan,
  [agendaVerb.zetOp]: zetOp,
  [agendaVerb.van]: van("hulpvraag"),
  [agendaVerb.vanRonde]: van("ronde"),
};
