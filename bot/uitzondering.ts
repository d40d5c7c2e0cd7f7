/** Asking the directeur, the card of what was asked, and the answer in the own chat. */
import { pressWords } from "#cards/press.ts";
import { screeningSubmitted, screeningWords } from "#cards/screening.ts";
import { uitzonderingCard, uitzonderingSummary } from "#cards/uitzondering.ts";
import {
  type AntwoordData,
  antwoordCard,
  antwoordSent,
  antwoordWords,
  intrekVraagCard,
  parseAntwoord,
  terugCard,
} from "#cards/uitzondering-antwoord.ts";
import { uitzonderingVerb } from "#cards/uitzondering-verb.ts";
import {
  geenVraagCard,
  parseVraag,
  uitzonderingTitle,
  type VraagData,
  vraagCard,
  vraagSent,
  vraagWords,
} from "#cards/uitzondering-vraag.ts";
import { replaced } from "#domain/screening-keuze.ts";
import type { Known } from "#domain/screening-name.ts";
import type { UitzonderingGezien, UitzonderingMag } from "#domain/see-uitzondering.ts";
import { todayIn } from "#domain/today.ts";
import type { GeenVraag } from "#domain/uitzondering-vraag.ts";
import { logLezingen } from "#usecases/lezing.ts";
import type { TimerHandlers } from "#usecases/timekeeper.ts";
import {
  askUitzondering,
  loadUitzonderingVraag,
  readUitzondering,
  showAsked,
  showUitzondering,
  type UitzonderingVraag,
} from "#usecases/uitzondering.ts";
import { decideUitzondering, takeBackUitzondering } from "#usecases/uitzondering-besluit.ts";
import {
  carryOut,
  expireUitzondering,
  remindDirecteur,
  withdrawUitzondering,
} from "#usecases/uitzondering-einde.ts";
import { dialogUnder, standingOf } from "./answer.ts";
import type { Command } from "./listen.ts";
import { type Answer, neutraal, type Presenter, type Press, type Route, type Routes } from "./route.ts";
import { achterafRoutes } from "./uitzondering-achteraf.ts";

export const presenter: Presenter = {
  soort: "uitzondering",
  async present(world, actor, id, stamps, lead) {
    const drawn = await readUitzondering(world, actor, id);
    if (!drawn) return null;
    const { gezien, lezingen } = drawn;
    return {
      card: uitzonderingCard(gezien, stamps(id, gezien.versie), lead),
      summary: uitzonderingSummary,
      lezingen,
    };
  },
};

const dialog = dialogUnder(uitzonderingTitle);
const say = (tekst: string): Answer => ({ kind: "melding", tekst });

/** What was found in a text taken out of it; nothing is kept yet. */
export function withoutFound({ world }: Press, text: string, known: Known): string {
  return replaced(text, { known, today: todayIn(world.clock.now()) });
}

async function notAsked(press: Press, waarom: GeenVraag, referentie: string | null): Promise<Answer> {
  if (waarom.kind !== "loopt_al") return dialog(geenVraagCard({ waarom, referentie }));
  await showUitzondering(press.act, waarom.id);
  return say(vraagWords.running);
}

async function askForm(
  press: Press,
  filled: (vraag: UitzonderingVraag) => Partial<VraagData>,
): Promise<Answer> {
  const look = await loadUitzonderingVraag(press.world, press.actor, press.subjectId);
  if (!look.ok)
    return look.error.kind === "onzichtbaar"
      ? neutraal
      : notAsked(press, look.error.waarom, look.error.referentie);
  const vraag = look.value;
  return dialog(vraagCard({ ...vraag, ...filled(vraag) }, press.stamps(vraag.id, vraag.versie)));
}

const ask: Route = (press) => askForm(press, () => ({}));

const vervangInVraag: Route = (press) => {
  const sent = vraagSent.parse(press.input);
  return askForm(press, ({ naam }) => ({
    sent: { ...sent, reden: withoutFound(press, sent.reden, { naam }) },
    melding: screeningWords.replaced,
  }));
};

const saveAsk: Route = async (press) => {
  const { act, world, actor, subjectId: id, versie } = press;
  const sent = vraagSent.parse(press.input);
  const look = await loadUitzonderingVraag(world, actor, id);
  if (!look.ok) return ask(press);
  const { laat } = screeningSubmitted(press.input, ["reden"]);
  const result = await askUitzondering(act, { id, versie }, { ...parseVraag(sent, look.value), laat });
  if (result.ok) return { kind: "klaar", melding: vraagWords.asked(result.value.directeur) };
  const { error } = result;
  switch (error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "al_gedaan":
      return { kind: "klaar" };
    case "velden":
      return askForm(press, () => ({ sent, laat, problemen: error.problemen }));
    case "verouderd":
      return askForm(press, () => ({ sent, laat, melding: vraagWords.stale }));
    case "geen_vraag":
      return notAsked(press, error.waarom, error.referentie);
  }
};

/** How it stands, for a press that came too late or twice; the card itself is in the chat. */
const standing = standingOf("uitzondering");

/** Draws a dialog about a request while this act is still open. */
async function withVerzoek(
  { world, actor, subjectId }: Press,
  wanted: UitzonderingMag,
  draw: (gezien: UitzonderingGezien) => Answer,
): Promise<Answer> {
  const drawn = await readUitzondering(world, actor, subjectId);
  if (!drawn) return neutraal;
  const { gezien, lezingen } = drawn;
  await logLezingen(world, actor, lezingen);
  return gezien.mag.has(wanted) ? draw(gezien) : say(antwoordWords.late);
}

const decideForm = (press: Press, filled: Partial<AntwoordData> = {}) =>
  withVerzoek(press, "besluiten", (gezien) =>
    dialog(antwoordCard({ gezien, ...filled }, press.stamps(gezien.id, gezien.versie))),
  );

const vervangInAntwoord: Route = (press) => {
  const sent = antwoordSent.parse(press.input);
  const motivatie = withoutFound(press, sent.motivatie, null);
  return decideForm(press, { sent: { ...sent, motivatie }, melding: screeningWords.replaced });
};

const decide: Route = async (press) => {
  const { act, subjectId: id, versie } = press;
  const sent = antwoordSent.parse(press.input);
  const { laat } = screeningSubmitted(press.input, ["motivatie"]);
  const result = await decideUitzondering(act, { id, versie }, { ...parseAntwoord(sent), laat });
  if (result.ok) return { kind: "klaar", melding: antwoordWords[result.value] };
  switch (result.error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "al_gedaan":
      return say(pressWords.already);
    case "velden":
      return decideForm(press, { sent, laat, problemen: result.error.problemen });
    case "verouderd":
      return say(pressWords.stale);
    case "te_laat":
      return say(antwoordWords.late);
  }
};

const askBack: Route = (press) =>
  withVerzoek(press, "terugnemen", (gezien) =>
    dialog(terugCard(gezien, press.stamps(gezien.id, gezien.versie))),
  );

const askWithdraw: Route = (press) =>
  withVerzoek(press, "intrekken", (gezien) =>
    dialog(intrekVraagCard(gezien, press.stamps(gezien.id, gezien.versie))),
  );

const undo =
  (run: typeof takeBackUitzondering, done: string): Route =>
  async ({ act, subjectId: id, versie }) => {
    const result = await run(act, { id, versie });
    if (result.ok) return { kind: "klaar", melding: done };
    switch (result.error.kind) {
      case "onzichtbaar":
        return neutraal;
      case "al_gedaan":
        return standing(id, pressWords.already);
      case "verouderd":
        return standing(id, pressWords.stale);
      case "te_laat":
        return standing(id, antwoordWords.late);
    }
  };

/** A directeur has no number to look up and no tasks but this: it is shown when asked for in either way. */
export function askedFirst(rest: Command | undefined): Command {
  return async (about) => {
    const { world, actor, activityId, slots } = about;
    const shown = await showAsked({ world, actor }, { activityId, referentie: slots.hulpvraag ?? null });
    if (shown > 0) return null;
    return rest ? rest(about) : neutraal;
  };
}

export const routes: Routes = {
  [uitzonderingVerb.vraag]: ask,
  [uitzonderingVerb.vraagOpslaan]: saveAsk,
  [uitzonderingVerb.vraagVervang]: vervangInVraag,
  [uitzonderingVerb.besluit]: (press) => decideForm(press),
  [uitzonderingVerb.besluitOpslaan]: decide,
  [uitzonderingVerb.besluitVervang]: vervangInAntwoord,
  [uitzonderingVerb.vraagTerug]: askBack,
  [uitzonderingVerb.terug]: undo(takeBackUitzondering, antwoordWords.back),
  [uitzonderingVerb.vraagIntrekken]: askWithdraw,
  [uitzonderingVerb.intrekken]: undo(withdrawUitzondering, antwoordWords.withdrawn),
  ...achterafRoutes,
};

export const timers: Pick<
  TimerHandlers,
  "uitzondering_gevolg" | "uitzondering_herinneren" | "uitzondering_verloopt"
> = {
  uitzondering_gevolg: carryOut,
  uitzondering_herinneren: remindDirecteur,
  uitzondering_verloopt: expireUitzondering,
};
