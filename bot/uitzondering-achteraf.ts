/** What the ib records after a discussion without the parents: what was said, and whether they know. */
import { screeningSubmitted, screeningWords } from "#cards/screening.ts";
import { toestemmingWords } from "#cards/toestemming-dialog.ts";
import {
  achterafWords,
  type OudersData,
  oudersCard,
  oudersSent,
  parseOuders,
  type VerslagData,
  verslagCard,
  verslagSent,
} from "#cards/uitzondering-achteraf.ts";
import { uitzonderingVerb } from "#cards/uitzondering-verb.ts";
import { uitzonderingTitle } from "#cards/uitzondering-vraag.ts";
import { replaced } from "#domain/screening-keuze.ts";
import { todayIn } from "#domain/today.ts";
import {
  type AchterafForm,
  loadAchteraf,
  recordOuders,
  recordVerslag,
} from "#usecases/uitzondering-verslag.ts";
import { dialogUnder } from "./answer.ts";
import type { Answer, Press, Route, Routes } from "./route.ts";
import { neutraal } from "./route.ts";

const dialog = dialogUnder(uitzonderingTitle);
const say = (tekst: string): Answer => ({ kind: "melding", tekst });

async function withZaak(
  { world, actor, subjectId }: Press,
  act: Parameters<typeof loadAchteraf>[3],
  draw: (zaak: AchterafForm) => Answer,
): Promise<Answer> {
  const zaak = await loadAchteraf(world, actor, subjectId, act);
  if (zaak === "onzichtbaar") return neutraal;
  return zaak ? draw(zaak) : say(achterafWords.notNow);
}

const verslagForm = (press: Press, filled: (zaak: AchterafForm) => Partial<VerslagData> = () => ({})) =>
  withZaak(press, "uitzondering_verslag", (zaak) =>
    dialog(verslagCard({ zaak, ...filled(zaak) }, press.stamps(zaak.id, zaak.versie))),
  );

const vervangInVerslag: Route = (press) => {
  const { verslag } = verslagSent.parse(press.input);
  const today = todayIn(press.world.clock.now());
  return verslagForm(press, ({ naam }) => ({
    sent: { verslag: replaced(verslag, { known: naam === null ? null : { naam }, today }) },
    melding: screeningWords.replaced,
  }));
};

const saveVerslag: Route = async (press) => {
  const { act, subjectId: id, versie } = press;
  const sent = verslagSent.parse(press.input);
  const { laat } = screeningSubmitted(press.input, ["verslag"]);
  const form = { verslag: sent.verslag.trim().normalize("NFC"), laat };
  const result = await recordVerslag(act, { id, versie }, form);
  if (result.ok) return { kind: "klaar", melding: achterafWords.verslag };
  const { error } = result;
  switch (error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "al_gedaan":
      return { kind: "klaar" };
    case "velden":
      return verslagForm(press, () => ({ sent, problemen: error.problemen }));
    case "verouderd":
      return verslagForm(press, () => ({ sent, melding: toestemmingWords.stale }));
    case "kan_niet":
      return say(achterafWords.notNow);
  }
};

const oudersForm = (press: Press, filled: Partial<OudersData> = {}) =>
  withZaak(press, "uitzondering_ouders", (zaak) =>
    dialog(oudersCard({ zaak, ...filled }, press.stamps(zaak.id, zaak.versie))),
  );

const saveOuders: Route = async (press) => {
  const { act, subjectId: id, versie } = press;
  const sent = oudersSent.parse(press.input);
  const result = await recordOuders(act, { id, versie }, parseOuders(sent));
  if (result.ok) return { kind: "klaar", melding: achterafWords[result.value] };
  switch (result.error.kind) {
    case "onzichtbaar":
      return neutraal;
    case "al_gedaan":
      return { kind: "klaar" };
    case "velden":
      return oudersForm(press, { sent, problemen: result.error.problemen });
    case "verouderd":
      return oudersForm(press, { sent });
    case "kan_niet":
      return say(achterafWords.notNow);
  }
};

export const achterafRoutes: Routes = {
  [uitzonderingVerb.verslag]: (press) => verslagForm(press),
  [uitzonderingVerb.verslagOpslaan]: saveVerslag,
  [uitzonderingVerb.verslagVervang]: vervangInVerslag,
  [uitzonderingVerb.ouders]: (press) => oudersForm(press),
  [uitzonderingVerb.oudersOpslaan]: saveOuders,
};
