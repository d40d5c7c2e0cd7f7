/** Who works in a team, in the chat: shown, and seen to by the ib or coo. */

import type { Card } from "#cards/card.ts";
import { pressWords } from "#cards/press.ts";
import { teamCard, teamSummary, teamWords } from "#cards/team.ts";
import {
  afspraakCard,
  ingevuld,
  kiesAfspraakCard,
  kiesTeamCard,
  lidCard,
  parseAfspraak,
  parseLid,
  parseToevoegen,
  parseVertrek,
  parseVervanging,
  type TeamIngevuld,
  teamDialogTitle,
  teamLeeg,
  teamSubmitted,
  vertrekCard,
  vervangingCard,
  voorzitterCard,
} from "#cards/team-dialog.ts";
import { teamVerb } from "#cards/team-verb.ts";
import { hasFunctie } from "#domain/scope.ts";
import { werkdagen } from "#domain/werkdag.ts";
import { showLijst } from "#usecases/lijst.ts";
import {
  beslisVertrek,
  kiesVoorzitter,
  lidVraag,
  readTeam,
  showTeam,
  spreekAf,
  type TeamVraag,
  teamsFor,
  teamVraag,
  vertrekt,
  vervang,
  voegToe,
} from "#usecases/team.ts";
import { settleDue } from "#usecases/team-timer.ts";
import { lastOf } from "#usecases/team-uitslag.ts";
import type { TimerHandlers } from "#usecases/timekeeper.ts";
import { dialogUnder, refusedAct, standingOf } from "./answer.ts";
import type { Command } from "./listen.ts";
import { sent } from "./regierol.ts";
import { type Answer, neutraal, type Presenter, type Press, type Route, type Routes } from "./route.ts";

export const presenter: Presenter = {
  soort: "team",
  async present(world, actor, id, stamps, lead) {
    const team = await readTeam(world, actor, id);
    if (!team) return null;
    const card = teamCard({ ...team, ...(await lastOf(world, actor, id)) }, stamps(id, 0), lead);
    return { card, summary: teamSummary, lezingen: [] };
  },
};

const shown = dialogUnder(teamDialogTitle);
const standing = standingOf("team");

type Filled<Veld extends string> = {
  readonly form: TeamIngevuld;
  readonly problemen?: Partial<Record<Veld, never>> | object;
};

/** A form of this team; whoever does not see to it gets what everybody gets. */
async function form(press: Press, build: (vraag: TeamVraag) => Card | null): Promise<Answer> {
  const vraag = await teamVraag(press.world, press.actor, press.subjectId);
  if (!vraag) return neutraal;
  const card = build(vraag);
  return card ? shown(card) : { kind: "melding", tekst: teamWords.nobody };
}

const token = ({ stamps, subjectId }: Press) => stamps(subjectId, 0);

function lidForm(press: Press, filled?: Filled<string>): Promise<Answer> {
  return form(press, (vraag) => {
    const fresh = { ...teamLeeg, werkdagen: werkdagen.join(","), van: vraag.vandaag.toString() };
    return lidCard({ ...vraag, form: fresh, ...filled }, token(press));
  });
}

const lid: Route = async (press) => {
  const filled = teamSubmitted.parse(press.input);
  const result = await voegToe(press.act, press.subjectId, parseToevoegen(filled));
  if (result.ok) return { kind: "klaar", melding: teamWords.added };
  const { error } = result;
  if (error.kind === "velden") return lidForm(press, { form: filled, problemen: error.problemen });
  return sent({ ok: false, error }, "");
};

function afspraakKeuze(press: Press): Promise<Answer> {
  return form(press, (vraag) =>
    vraag.leden.length === 0 ? null : kiesAfspraakCard({ ...vraag, form: teamLeeg }, token(press)),
  );
}

/** From here on the token is about the one membership. */
async function afspraakForm(press: Press, lidId: string | null, filled?: Filled<string>): Promise<Answer> {
  const { world, actor, stamps } = press;
  const found = lidId ? await lidVraag(world, actor, lidId) : null;
  if (!found) return { kind: "melding", tekst: pressWords.stale };
  const { lid: one, vraag } = found;
  const now = { form: ingevuld(one, vraag.vandaag) };
  return shown(afspraakCard({ ...vraag, lid: one, ...now, ...filled }, stamps(one.id, 0)));
}

const afspraak: Route = async (press) => {
  const { world, actor, act, subjectId } = press;
  const found = await lidVraag(world, actor, subjectId);
  if (!found) return { kind: "melding", tekst: pressWords.stale };
  const filled = teamSubmitted.parse(press.input);
  const result = await spreekAf(act, found.sztId, subjectId, parseAfspraak(filled));
  if (result.ok) return { kind: "klaar", melding: teamWords.agreed };
  const { error } = result;
  if (error.kind === "velden")
    return afspraakForm(press, subjectId, { form: filled, problemen: error.problemen });
  return sent({ ok: false, error }, "");
};

function vervangingForm(press: Press, filled?: Filled<string>): Promise<Answer> {
  return form(press, (vraag) => {
    const leden = vraag.leden.filter(({ functie }) => functie !== "ib" && functie !== "coo");
    const fresh = { ...teamLeeg, van: vraag.vandaag.toString() };
    return leden.length === 0
      ? null
      : vervangingCard({ ...vraag, leden, form: fresh, ...filled }, token(press));
  });
}

const vervanging: Route = async (press) => {
  const filled = teamSubmitted.parse(press.input);
  const { lidId, ...over } = parseVervanging(filled);
  const result = await vervang(press.act, press.subjectId, lidId, over);
  if (result.ok) return { kind: "klaar", melding: teamWords.replaced };
  const { error } = result;
  if (error.kind === "velden") return vervangingForm(press, { form: filled, problemen: error.problemen });
  return sent({ ok: false, error }, "");
};

function voorzitterForm(press: Press, filled?: Filled<string>): Promise<Answer> {
  return form(press, ({ voorzitters: leden, ...vraag }) =>
    leden.length === 0 ? null : voorzitterCard({ ...vraag, form: teamLeeg, ...filled, leden }, token(press)),
  );
}

const voorzitter: Route = async (press) => {
  const filled = teamSubmitted.parse(press.input);
  const result = await kiesVoorzitter(press.act, press.subjectId, parseLid(filled));
  if (result.ok) return { kind: "klaar", melding: teamWords.chair };
  const { error } = result;
  if (error.kind === "wie")
    return voorzitterForm(press, { form: filled, problemen: { lid: error.probleem } });
  return sent({ ok: false, error }, "");
};

function vertrekForm(press: Press, filled?: Filled<string>): Promise<Answer> {
  return form(press, (vraag) =>
    vraag.leden.length === 0 ? null : vertrekCard({ ...vraag, form: teamLeeg, ...filled }, token(press)),
  );
}

const vertrek: Route = async (press) => {
  const filled = teamSubmitted.parse(press.input);
  const { lidId, ...over } = parseVertrek(filled);
  const result = await vertrekt(press.act, press.subjectId, lidId, over);
  if (result.ok)
    return { kind: "klaar", melding: over.wanneer === "nu" ? teamWords.leftNow : teamWords.left };
  const { error } = result;
  if (error.kind === "velden") return vertrekForm(press, { form: filled, problemen: error.problemen });
  return sent({ ok: false, error }, "");
};

const beslis =
  (weg: boolean): Route =>
  async ({ act, subjectId, world, actor }) => {
    const result = await beslisVertrek(act, subjectId, weg);
    if (result.ok) return standing(result.value.sztId, weg ? teamWords.confirmed : teamWords.back);
    const [team] = await teamsFor(world, actor);
    return team ? refusedAct(standing, team.sztId, result.error) : neutraal;
  };

const toonOpenwerk: Route = async ({ world, actor, act }) => {
  await showLijst(world, actor, { lijst: "openwerk", occasion: act.press });
  return { kind: "melding", tekst: teamWords.below };
};

const kies: Route = async ({ world, actor, act, input }) => {
  const sztId = parseLid(teamSubmitted.parse(input));
  const found = sztId !== null && (await showTeam(world, actor, { sztId, occasion: act.press }));
  return found ? { kind: "klaar", melding: teamWords.below } : neutraal;
};

export const routes: Routes = {
  [teamVerb.kies]: kies,
  [teamVerb.vraagLid]: (press) => lidForm(press),
  [teamVerb.lid]: lid,
  [teamVerb.vraagAfspraak]: afspraakKeuze,
  [teamVerb.kiesAfspraak]: (press) => afspraakForm(press, parseLid(teamSubmitted.parse(press.input))),
  [teamVerb.afspraak]: afspraak,
  [teamVerb.vraagVervanging]: (press) => vervangingForm(press),
  [teamVerb.vervanging]: vervanging,
  [teamVerb.vraagVoorzitter]: (press) => voorzitterForm(press),
  [teamVerb.voorzitter]: voorzitter,
  [teamVerb.vraagVertrek]: (press) => vertrekForm(press),
  [teamVerb.vertrek]: vertrek,
  [teamVerb.weg]: beslis(true),
  [teamVerb.terug]: beslis(false),
  [teamVerb.openwerk]: toonOpenwerk,
};

/** What is agreed about the team is asked with the same intent as the days of a school. */
export function beforeSettings(other: Command | undefined): Command {
  return async (asked) => {
    const { world, actor, stamps, activityId, slots } = asked;
    if (!slots.leden) return other ? other(asked) : neutraal;
    const teams = await teamsFor(world, actor);
    const [only, more] = teams;
    if (!only) {
      const leads = hasFunctie(actor, ["directeur"]);
      return { kind: "melding", tekst: leads ? teamWords.leads : teamWords.none };
    }
    if (more) return { kind: "kaart", card: kiesTeamCard(teams, stamps(actor.persoonId, 0)) };
    await showTeam(world, actor, { sztId: only.sztId, occasion: activityId });
    return null;
  };
}

export const timers: Pick<TimerHandlers, "team_bijwerken"> = { team_bijwerken: settleDue };
