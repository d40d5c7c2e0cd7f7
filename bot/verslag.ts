/** The report of a round: its card, the changes that people propose, and the paper behind a link. */
import { screeningSubmitted, screeningWords } from "#cards/screening.ts";
import { refusedFields } from "#cards/veld.ts";
import { verslagCard, verslagSummary, verslagWords } from "#cards/verslag.ts";
import { verslagBlad, verslagFileName } from "#cards/verslag-blad.ts";
import {
  antwoordCard,
  antwoordSubmitted,
  antwoordWords,
  verslagLinkCard,
  type WijzigingData,
  wijzigingCard,
  wijzigingChosen,
  wijzigingForm,
  wijzigingSubmitted,
} from "#cards/verslag-dialog.ts";
import { verslagVerb } from "#cards/verslag-verb.ts";
import { replaced } from "#domain/screening-keuze.ts";
import { todayIn } from "#domain/today.ts";
import { sheetFile } from "#outside/pdf.ts";
import { askOwnVerslag } from "#usecases/tijdvak-verslag.ts";
import type { TimerHandlers } from "#usecases/timekeeper.ts";
import {
  askLastVerslag,
  askToSettle,
  drawVerslag,
  makeVerslagLink,
  settleVerslag,
  showVerslag,
  takeVerslag,
  type VerslagRefusal,
} from "#usecases/verslag.ts";
import {
  answerWijziging,
  openWijziging,
  proposeWijziging,
  readVerslag,
} from "#usecases/verslag-wijziging.ts";
import type { World } from "#usecases/world.ts";
import { dialogUnder, refusedAct, standingOf } from "./answer.ts";
import type { Commands } from "./listen.ts";
import { type Answer, neutraal, type Presenter, type Press, type Route, type Routes } from "./route.ts";
import type { FileDesk } from "./server.ts";

const standing = standingOf("verslag");
const dialog = dialogUnder(verslagWords.dialogTitle);
const refused = (id: string, error: VerslagRefusal): Answer =>
  error.kind === "kan_niet" ? standing(id, verslagWords.notNow) : refusedAct(standing, id, error);

export const presenter: Presenter = {
  soort: "verslag",
  async present(world, actor, id, stamps, lead) {
    const drawn = await drawVerslag(world, actor, id);
    if (!drawn) return null;
    const { gezien, lezingen } = drawn;
    return { card: verslagCard(gezien, stamps(id, gezien.versie), lead), summary: verslagSummary, lezingen };
  },
};

const toon: Route = async ({ act, subjectId }) => {
  const result = await showVerslag(act, subjectId);
  if (result.ok || result.error.kind === "al_gedaan") return { kind: "melding", tekst: verslagWords.below };
  return neutraal;
};

const pdf: Route = async ({ act, world, subjectId }) => {
  // Each press is one of its own: the link of the press before may be used or too old.
  const result = await makeVerslagLink({ ...act, press: world.chance.uuid() }, subjectId);
  if (!result.ok) return neutraal;
  return dialog(verslagLinkCard({ url: `${world.publicUrl}/file/${result.value.token}` }));
};

async function form(press: Press, filled: Partial<WijzigingData> = {}): Promise<Answer> {
  const { world, actor, subjectId: id, stamps } = press;
  const gezien = await readVerslag(world, actor, id);
  if (!gezien) return neutraal;
  if (!gezien.mag.has("wijziging_voorstellen")) return refused(id, { kind: "kan_niet" });
  const data = { gezien, form: wijzigingForm.parse({}), ...filled };
  return dialog(wijzigingCard(data, stamps(id, gezien.versie)));
}

/** The form with what was found taken out; nothing is kept yet. */
const vervang: Route = async (press) => {
  const sent = wijzigingForm.parse(press.input);
  const gezien = await readVerslag(press.world, press.actor, press.subjectId);
  const naam = gezien?.punten.find(({ hulpvraagId }) => hulpvraagId === sent.bij)?.leerling?.naam ?? "";
  const today = todayIn(press.world.clock.now());
  const tekst = replaced(sent.tekst, { known: { naam }, today });
  return form(press, { form: { ...sent, tekst }, melding: screeningWords.replaced });
};

const stelVoor: Route = async (press) => {
  const { act, subjectId: id } = press;
  const sent = wijzigingForm.parse(press.input);
  const { laat } = screeningSubmitted(press.input, ["tekst"]);
  const parsed = wijzigingSubmitted.safeParse(sent);
  if (!parsed.success) return form(press, { form: sent, laat, problemen: refusedFields(parsed.error, sent) });
  const result = await proposeWijziging(act, id, { ...parsed.data, laat });
  if (result.ok) return { kind: "klaar", melding: verslagWords.proposed };
  return result.error.kind === "velden"
    ? form(press, { form: sent, laat, problemen: result.error.problemen })
    : refused(id, result.error);
};

async function antwoord(press: Press, melding?: string): Promise<Answer> {
  const { world, actor, subjectId: rondeId, versie, stamps } = press;
  const chosen = wijzigingChosen.safeParse(press.input);
  const open = chosen.success && (await openWijziging(world, actor, { rondeId, id: chosen.data.wijziging }));
  if (!open) return standing(rondeId, verslagWords.answered);
  return dialog(antwoordCard(open, stamps(rondeId, versie), melding));
}

const beantwoord: Route = async (press) => {
  const { act, subjectId: rondeId } = press;
  const parsed = antwoordSubmitted.safeParse(press.input);
  if (!parsed.success) return antwoord(press, antwoordWords.choose);
  const { wijziging, antwoord: keuze } = parsed.data;
  const result = await answerWijziging(act, { rondeId, id: wijziging }, keuze);
  if (result.ok)
    return { kind: "klaar", melding: keuze.kind === "overnemen" ? verslagWords.taken : verslagWords.refused };
  return result.error.kind === "onzichtbaar"
    ? standing(rondeId, verslagWords.answered)
    : refused(rondeId, result.error);
};

const vaststellen: Route = async ({ act, subjectId: id, versie }) => {
  const result = await settleVerslag(act, { id, versie });
  return result.ok ? standing(id, verslagWords.settled) : refused(id, result.error);
};

export const routes: Routes = {
  [verslagVerb.toon]: toon,
  [verslagVerb.pdf]: pdf,
  [verslagVerb.vraagWijziging]: (press) => form(press),
  [verslagVerb.vervang]: vervang,
  [verslagVerb.voorstellen]: stelVoor,
  [verslagVerb.bekijk]: (press) => antwoord(press),
  [verslagVerb.beantwoorden]: beantwoord,
  [verslagVerb.vaststellen]: vaststellen,
};

export const commands: Commands = {
  async verslag({ world, actor, activityId }): Promise<Answer | null> {
    return (await askLastVerslag(world, actor, activityId)) || (await askOwnVerslag(world, actor, activityId))
      ? null
      : { kind: "melding", tekst: verslagWords.none };
  },
};

export const timers: Pick<TimerHandlers, "verslag_vaststellen"> = { verslag_vaststellen: askToSettle };

/** Made at the moment of fetching, and kept nowhere. */
export function file(world: World): FileDesk {
  return async (token) => {
    const gezien = await takeVerslag(world, token);
    return (
      gezien && {
        name: verslagFileName,
        type: "application/pdf",
        body: await sheetFile({ ...verslagBlad(gezien) }, "inzage"),
      }
    );
  };
}
