/** Looking for a moment together, in the chat: asked, answered, chosen, and what the chair does in between. */
import {
  answersIn,
  momentprikCard,
  momentprikkenCard,
  momentprikSummary,
  momentprikWords,
} from "#cards/momentprik.ts";
import {
  antwoordCard,
  cannotChoose,
  cannotPlan,
  erbijCard,
  erbijSubmitted,
  kiesMomentCard,
  kiesMomentSubmitted,
  type PrikSent,
  parsePrik,
  parsePrikNieuw,
  prikCard,
  prikErrors,
  prikSent,
  prikStart,
  stopPrikCard,
} from "#cards/momentprik-dialog.ts";
import { momentprikVerb } from "#cards/momentprik-verb.ts";
import { planWarning, rondeErrors } from "#cards/ronde-plan.ts";
import type { MomentprikAct, MomentprikGezien } from "#domain/momentprik-view.ts";
import type { Actor } from "#domain/scope.ts";
import {
  answerMomentprik,
  askAgain,
  askMore,
  chooseMoment,
  type KiesRefusal,
  type MomentprikRefusal,
  type StartRefusal,
  startMomentprik,
  startMomentprikVoor,
  stopMomentprik,
} from "#usecases/momentprik.ts";
import { momentDruk } from "#usecases/momentprik-druk.ts";
import { closeMomentprik, passMoment, remindMomentprik } from "#usecases/momentprik-due.ts";
import {
  drawMomentprik,
  myMomentprikken,
  nieuwMomentprikForm,
  showMomentprik,
  verzetMomentprikForm,
} from "#usecases/momentprik-load.ts";
import type { RondeRefusal } from "#usecases/overlegronde.ts";
import type { TimerHandlers } from "#usecases/timekeeper.ts";
import { linkVanzelf, type World } from "#usecases/world.ts";
import { dialogUnder, refusedAct, standingOf } from "./answer.ts";
import { refused as rondeRefused } from "./ronde-answer.ts";
import {
  type Answer,
  neutraal,
  type Press,
  presenterOf,
  type Route,
  type Routes,
  type Stamps,
} from "./route.ts";

export const presenter = presenterOf("momentprik", drawMomentprik, (gezien, stamp, lead) => ({
  card: momentprikCard(gezien, stamp, lead),
  summary: momentprikSummary,
}));

const standing = standingOf("momentprik");
const dialog = dialogUnder(momentprikWords.dialogTitle);

const refused = (id: string, error: MomentprikRefusal): Answer =>
  error.kind === "kan_niet" ? standing(id, momentprikWords.notNow) : refusedAct(standing, id, error);

type Filled = { readonly sent: PrikSent; readonly errors?: Readonly<Record<string, string>> };

/** The one that goes on is shown: two at a time would ask people the same twice. */
async function running({ act }: Press, id: string): Promise<Answer> {
  const result = await showMomentprik(act, id);
  return result.ok || result.error.kind === "al_gedaan"
    ? { kind: "melding", tekst: momentprikWords.running }
    : neutraal;
}

async function nieuwDialog(press: Press, filled?: Filled): Promise<Answer> {
  const { world, actor, subjectId: sztId, stamps } = press;
  const form = await nieuwMomentprikForm(world, actor, sztId);
  if (!form?.nieuw) return neutraal;
  if (form.loopt) return running(press, form.loopt);
  const { team, deelnemers } = form.nieuw;
  const sent = prikStart({ ...form, deelnemers });
  const data = {
    scholen: form.scholen,
    hoe: "nieuw" as const,
    team,
    sent,
    linkVanzelf: linkVanzelf(world),
    ...filled,
  };
  return dialog(prikCard(data, stamps(sztId, 0)));
}

const nieuwOpslaan: Route = async (press) => {
  const sent = prikSent(press.input);
  const parsed = parsePrikNieuw(sent);
  if (!parsed.ok) return nieuwDialog(press, { sent, errors: parsed.error });
  const result = await startMomentprik(press.act, press.subjectId, parsed.value);
  if (result.ok) return { kind: "klaar", melding: momentprikWords.started };
  const { error } = result;
  if (error.kind === "velden") return nieuwDialog(press, { sent, errors: prikErrors(error.problemen) });
  return notStarted(press, error);
};

function notStarted(
  press: Press,
  error: Exclude<StartRefusal, { kind: "velden" }>,
): Answer | Promise<Answer> {
  switch (error.kind) {
    case "loopt_al":
      return running(press, error.id);
    case "al_gedaan":
      return { kind: "klaar" };
    case "onzichtbaar":
    case "verouderd":
      return neutraal;
  }
}

async function verzetDialog(press: Press, filled?: Filled): Promise<Answer> {
  const { world, actor, subjectId: id, stamps } = press;
  const form = await verzetMomentprikForm(world, actor, id);
  if (!form) return rondeRefused(id, { kind: "kan_niet" });
  if (form.loopt) return running(press, form.loopt);
  const data = {
    scholen: form.scholen,
    hoe: "verzet" as const,
    team: null,
    sent: prikStart(form),
    ...filled,
  };
  return dialog(prikCard(data, stamps(id, form.versie)));
}

const verzetOpslaan: Route = async (press) => {
  const { act, subjectId: id, versie } = press;
  const sent = prikSent(press.input);
  const parsed = parsePrik(sent);
  if (!parsed.ok) return verzetDialog(press, { sent, errors: parsed.error });
  const result = await startMomentprikVoor(act, { id, versie }, parsed.value);
  if (result.ok) return { kind: "klaar", melding: momentprikWords.started };
  const { error } = result;
  switch (error.kind) {
    case "velden":
      return verzetDialog(press, { sent, errors: prikErrors(error.problemen) });
    case "loopt_al":
      return running(press, error.id);
    default:
      return rondeRefused(id, error satisfies RondeRefusal);
  }
};

const toon: Route = async ({ act, subjectId }) => {
  const result = await showMomentprik(act, subjectId);
  if (result.ok || result.error.kind === "al_gedaan")
    return { kind: "melding", tekst: momentprikWords.below };
  return neutraal;
};

const antwoord: Route = async ({ act, subjectId: id, input }) => {
  const result = await answerMomentprik(act, id, answersIn(input));
  if (result.ok) return standing(id, result.value.klaar ? momentprikWords.saved : momentprikWords.incomplete);
  switch (result.error.kind) {
    case "leeg":
      return standing(id, momentprikWords.empty);
    case "kan_niet":
      return standing(id, momentprikWords.closed);
    case "verouderd":
      return standing(id, momentprikWords.askedAgain);
    case "onzichtbaar":
    case "al_gedaan":
      return refusedAct(standing, id, result.error);
  }
};

/** A dialog about one, for who may do that now. */
const opens =
  (
    wanted: MomentprikAct,
    draw: (gezien: MomentprikGezien, token: ReturnType<Stamps>) => ReturnType<typeof prikCard>,
  ): Route =>
  async ({ world, actor, subjectId: id, stamps }) => {
    const gezien = await drawMomentprik(world, actor, id);
    if (!gezien) return neutraal;
    return gezien.mag.has(wanted)
      ? dialog(draw(gezien, stamps(id, gezien.versie)))
      : refused(id, { kind: "kan_niet" });
  };

async function choose({ act, subjectId: id, versie }: Press, moment: string): Promise<Answer> {
  const result = await chooseMoment(act, { id, versie }, moment);
  return result.ok
    ? standing(id, planWarning(result.value) ?? momentprikWords.chosen)
    : notChosen(id, result.error);
}

function notChosen(id: string, error: KiesRefusal): Answer {
  switch (error.kind) {
    case "moment":
      return standing(id, cannotChoose(error.fout));
    case "velden":
      return standing(id, cannotPlan(Object.values(rondeErrors(error.problemen))));
    case "kan_niet":
    case "onzichtbaar":
    case "verouderd":
    case "al_gedaan":
      return refused(id, error);
  }
}

/** What Outlook says is looked up while the dialog opens, and kept nowhere. */
const anders: Route = async (press) => {
  const druk = await momentDruk(press.world, press.actor, press.subjectId);
  const agenda = druk?.kind === "bekend" ? druk.momenten : (druk?.kind ?? null);
  return opens("kiezen", (gezien, token) => kiesMomentCard(gezien, token, agenda))(press);
};

const kies: Route = async (press) => {
  const parsed = kiesMomentSubmitted.safeParse(press.input);
  return parsed.success ? choose(press, parsed.data.moment) : anders(press);
};

async function opnieuwDialog(press: Press, filled?: Filled): Promise<Answer> {
  const { world, actor, subjectId: id, stamps } = press;
  const gezien = await drawMomentprik(world, actor, id);
  if (!gezien) return neutraal;
  if (!gezien.mag.has("opnieuw")) return refused(id, { kind: "kan_niet" });
  const [first] = gezien.momenten;
  const form = first && (await againStart(world, actor, gezien, first.begin));
  if (!form) return neutraal;
  const data = { scholen: gezien.scholen, hoe: "opnieuw" as const, team: null, sent: form, ...filled };
  return dialog(prikCard(data, stamps(id, gezien.versie)));
}

async function againStart(
  world: World,
  actor: Actor,
  { ronde, sztId }: MomentprikGezien,
  begin: Temporal.PlainTime,
): Promise<PrikSent | null> {
  const form = ronde
    ? await verzetMomentprikForm(world, actor, ronde.id)
    : await nieuwMomentprikForm(world, actor, sztId);
  return form && prikStart({ begin, uiterlijk: form.uiterlijk });
}

const opnieuwOpslaan: Route = async (press) => {
  const { act, subjectId: id, versie } = press;
  const sent = prikSent(press.input);
  const parsed = parsePrik(sent);
  if (!parsed.ok) return opnieuwDialog(press, { sent, errors: parsed.error });
  const result = await askAgain(act, { id, versie }, parsed.value);
  if (result.ok) return { kind: "klaar", melding: momentprikWords.again };
  if (result.error.kind === "velden")
    return opnieuwDialog(press, { sent, errors: prikErrors(result.error.problemen) });
  return refused(id, result.error);
};

const erbijOpslaan: Route = async (press) => {
  const { act, subjectId: id, versie } = press;
  const { deelnemers } = erbijSubmitted.parse(press.input);
  if (deelnemers.length === 0)
    return opens("erbij", (gezien, token) => erbijCard(gezien, token, momentprikWords.nobody))(press);
  const result = await askMore(act, { id, versie }, deelnemers);
  return result.ok ? { kind: "klaar", melding: momentprikWords.more } : refused(id, result.error);
};

const stoppen: Route = async ({ act, subjectId: id, versie }) => {
  const result = await stopMomentprik(act, { id, versie });
  return result.ok ? { kind: "klaar", melding: momentprikWords.stopped } : refused(id, result.error);
};

export const routes: Routes = {
  [momentprikVerb.nieuw]: (press) => nieuwDialog(press),
  [momentprikVerb.nieuwOpslaan]: nieuwOpslaan,
  [momentprikVerb.verzet]: (press) => verzetDialog(press),
  [momentprikVerb.verzetOpslaan]: verzetOpslaan,
  [momentprikVerb.toon]: toon,
  [momentprikVerb.antwoord]: antwoord,
  [momentprikVerb.mijnAntwoord]: opens("antwoorden", antwoordCard),
  [momentprikVerb.kies]: kies,
  [momentprikVerb.anders]: anders,
  [momentprikVerb.andersOpslaan]: kies,
  [momentprikVerb.opnieuw]: (press) => opnieuwDialog(press),
  [momentprikVerb.opnieuwOpslaan]: opnieuwOpslaan,
  [momentprikVerb.erbij]: opens("erbij", (gezien, token) => erbijCard(gezien, token)),
  [momentprikVerb.erbijOpslaan]: erbijOpslaan,
  [momentprikVerb.vraagStoppen]: opens("stoppen", stopPrikCard),
  [momentprikVerb.stoppen]: stoppen,
};

export const timers: Pick<
  TimerHandlers,
  "momentprik_herinneren" | "momentprik_sluiten" | "momentprik_voorbij"
> = {
  momentprik_herinneren: remindMomentprik,
  momentprik_sluiten: closeMomentprik,
  momentprik_voorbij: passMoment,
};

/** What somebody who types "datumprikker" gets; null when none goes on. */
export async function askedFor(world: World, actor: Actor, stamps: Stamps): Promise<Answer | null> {
  const [first, ...more] = await myMomentprikken(world, actor);
  if (!first) return null;
  if (more.length > 0)
    return { kind: "kaart", card: momentprikkenCard([first, ...more], stamps(actor.persoonId, 0)) };
  return standing(first.id);
}
