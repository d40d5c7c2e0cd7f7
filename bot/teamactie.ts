/** What the team has to do beside the hulpvragen: the list, a new one, and what is done with one from whichever card. */
import { teamactieVerb } from "#cards/actie-verb.ts";
import {
  datumCard,
  datumSubmitted,
  overdrachtCard,
  overdrachtSubmitted,
  overdrachtWords,
} from "#cards/overdracht.ts";
import { pressWords } from "#cards/press.ts";
import { uitstelWords } from "#cards/reminder.ts";
import { screeningWords } from "#cards/screening.ts";
import { takenWords, type UitstelForm, uitstelCard, uitstelSubmitted } from "#cards/taken.ts";
import {
  kiesTeamCard,
  madeWords,
  parseTeamactie,
  type TeamactieDialog,
  teamactieDialogCard,
  teamactieForm,
  teamactieLeeg,
  teamactiesCard,
  teamactiesSummary,
  teamactieWords,
  vervallenCard,
} from "#cards/teamactie.ts";
import { todayIn } from "#domain/today.ts";
import type { Veldprobleem } from "#domain/veld.ts";
import type { ActRefusal } from "#usecases/act.ts";
import { dagberichtShowing } from "#usecases/dagbericht.ts";
import { showLijst } from "#usecases/lijst.ts";
import {
  teamactieForm as askTeamactie,
  maakTeamactie,
  myTeamacties,
  myTeams,
  readTeamactie,
  sluitTeamactie,
  teamwordsWithoutNames,
  verzetTeamactie,
} from "#usecases/teamactie.ts";
import {
  antwoordOpTeamvraag,
  askTeamoverdracht,
  trekTeamvraagIn,
  vraagTeamoverdracht,
} from "#usecases/teamactie-overdracht.ts";
import { askTeamuitstel, stelTeamactieUit } from "#usecases/teamactie-uitstel.ts";
import { eraseTeamactieAtTerm } from "#usecases/teamactie-wissen.ts";
import type { TimerHandlers } from "#usecases/timekeeper.ts";
import type { Result } from "#usecases/world.ts";
import { dialogUnder, refusedAct, standingOf } from "./answer.ts";
import type { Commands } from "./listen.ts";
import { onTaken, vraagRoutes } from "./overdracht.ts";
import { sent } from "./regierol.ts";
import { standing as rondeStanding } from "./ronde-answer.ts";
import { type Answer, neutraal, type Presenter, type Press, type Route, type Routes } from "./route.ts";

export const presenter: Presenter = {
  soort: "teamacties",
  async present(world, actor, id, stamps, lead) {
    if (id !== actor.persoonId) return null;
    const teams = await myTeamacties(world, actor);
    const card = teamactiesCard({ teams, vandaag: todayIn(world.clock.now()) }, stamps(id, 0), lead);
    return { card, summary: teamactiesSummary, lezingen: [] };
  },
};

const shown = dialogUnder(teamactieWords.dialogTitle);
const standing = standingOf("teamacties");
const at = ({ subjectId: id, versie }: Press) => ({ id, versie });

const toon: Route = async ({ world, actor, act }) => {
  await showLijst(world, actor, { lijst: "teamacties", occasion: act.press });
  return { kind: "melding", tekst: teamactieWords.below };
};

/** The form of the team that this is about; the card of a round and the choice of a team name it in their token. */
async function form(
  { world, actor, stamps }: Press,
  sztId: string,
  filled: Pick<TeamactieDialog, "form" | "problemen" | "melding">,
): Promise<Answer> {
  const vraag = await askTeamactie(world, actor, sztId);
  return vraag ? shown(teamactieDialogCard({ ...vraag, ...filled }, stamps(sztId, 0))) : neutraal;
}

/** From the list the token is about the person; who works in more teams chooses first. */
const nieuw: Route = async (press) => {
  const { world, actor, subjectId, stamps } = press;
  if (subjectId !== actor.persoonId) return form(press, subjectId, { form: teamactieLeeg });
  const teams = await myTeams(world, actor);
  const [only, more] = teams;
  if (!only) return { kind: "melding", tekst: teamactieWords.none };
  return more
    ? shown(kiesTeamCard(teams, stamps(actor.persoonId, 0)))
    : form(press, only.sztId, { form: teamactieLeeg });
};

const kiesTeam: Route = async (press) => {
  const { world, actor, stamps } = press;
  const teams = await myTeams(world, actor);
  const { team } = teamactieForm.parse(press.input);
  const chosen = teams.find(({ sztId }) => sztId === team);
  return chosen
    ? form(press, chosen.sztId, { form: teamactieLeeg })
    : shown(kiesTeamCard(teams, stamps(actor.persoonId, 0), true));
};

const opslaan: Route = async (press) => {
  const filled = teamactieForm.parse(press.input);
  const result = await maakTeamactie(press.act, press.subjectId, parseTeamactie(filled));
  if (result.ok) return { kind: "klaar", melding: madeWords(result.value) };
  const { error } = result;
  if (error.kind === "velden")
    return form(press, press.subjectId, { form: filled, problemen: error.problemen });
  return sent({ ok: false, error }, "");
};

const vervang: Route = async (press) => {
  const { world, actor, subjectId: sztId } = press;
  const filled = teamactieForm.parse(press.input);
  const wat = await teamwordsWithoutNames(world, actor, { sztId, wat: filled.wat });
  return form(press, sztId, { form: { ...filled, wat }, melding: screeningWords.replaced });
};

type Ended = Result<{ readonly rondeId: string | null }, ActRefusal>;

/** The card that was pressed, as it stands now. */
const pressedOn: Readonly<
  Record<"lijst" | "taken" | "dag" | "ronde", (press: Press, ended: Ended) => Promise<Answer> | Answer>
> = {
  lijst: ({ actor }, ended) =>
    ended.ok
      ? standing(actor.persoonId, teamactieWords.done)
      : refusedAct(standing, actor.persoonId, ended.error),
  taken: (press, ended) => onTaken(press, ended, teamactieWords.done),
  dag: async ({ world, actor, subjectId }, ended) => {
    const id = await dagberichtShowing(world, actor, subjectId);
    const melding = ended.ok ? teamactieWords.done : pressWords.stale;
    if (!ended.ok && ended.error.kind === "onzichtbaar") return neutraal;
    return id
      ? { kind: "onderwerp", onderwerp: { soort: "dagbericht", id }, melding }
      : { kind: "melding", tekst: melding };
  },
  ronde: (_, ended) => {
    if (ended.ok && ended.value.rondeId) return rondeStanding(ended.value.rondeId, teamactieWords.done);
    return sent(ended, teamactieWords.done);
  },
};

const gedaan =
  (from: keyof typeof pressedOn): Route =>
  async (press) =>
    pressedOn[from](press, await sluitTeamactie(press.act, at(press), "gedaan"));

const vraagVervallen: Route = async (press) => {
  const { world, actor, subjectId: id, versie, stamps } = press;
  const found = await readTeamactie(world, actor, { id, wanted: "laten_vervallen" });
  if (!found) return { kind: "melding", tekst: pressWords.stale };
  return shown(vervallenCard(found.gezien, stamps(id, versie)));
};

const vervallen: Route = async (press) =>
  sent(await sluitTeamactie(press.act, at(press), "vervallen"), teamactieWords.dropped);

async function datumDialog(
  { world, actor, subjectId: id, versie, stamps }: Press,
  filled: { readonly datum?: Temporal.PlainDate | null; readonly probleem?: Veldprobleem } = {},
): Promise<Answer> {
  const found = await readTeamactie(world, actor, { id, wanted: "verzetten" });
  if (!found) return { kind: "melding", tekst: pressWords.stale };
  const { gezien, today: vandaag } = found;
  const vraag = {
    referentie: null,
    omschrijving: gezien.omschrijving,
    verb: teamactieVerb.datum,
    vandaag,
    datum: gezien.vervalt,
    ...filled,
  };
  return shown(datumCard(vraag, stamps(id, versie)));
}

const datum: Route = async (press) => {
  const { datum: chosen } = datumSubmitted.parse(press.input);
  const result = await verzetTeamactie(press.act, at(press), chosen);
  if (result.ok)
    return {
      kind: "klaar",
      melding: result.value.verschoven ? madeWords(result.value) : overdrachtWords.dated,
    };
  const { error } = result;
  if (error.kind === "datum") return datumDialog(press, { datum: chosen, probleem: error.probleem });
  return sent({ ok: false, error }, "");
};

async function uitstelDialog(
  { world, actor, subjectId: id, versie, stamps }: Press,
  filled: { readonly form?: UitstelForm; readonly melding?: string } = {},
): Promise<Answer> {
  const vraag = await askTeamuitstel(world, actor, id);
  if (!vraag) return { kind: "melding", tekst: pressWords.stale };
  if (!vraag.bounds.ok) return { kind: "melding", tekst: uitstelWords(vraag.bounds.error) };
  const { voorstel, bounds } = vraag;
  const asked = {
    soort: "actie" as const,
    referentie: null,
    verb: teamactieVerb.uitstel,
    voorstel,
    ...bounds.value,
  };
  return shown(uitstelCard(asked, stamps(id, versie), filled));
}

const stelUit: Route = async (press) => {
  const filled = uitstelSubmitted.parse(press.input);
  const { op, reden } = filled;
  if (!op || !reden) return uitstelDialog(press, { form: filled });
  const result = await stelTeamactieUit(press.act, at(press), { to: op, reden });
  if (result.ok) return { kind: "klaar", melding: takenWords.postponed };
  const { error } = result;
  if (error.kind === "uitstel")
    return uitstelDialog(press, { form: filled, melding: uitstelWords(error.reden) });
  return sent({ ok: false, error }, "");
};

async function overdrachtDialog(
  { world, actor, subjectId: id, versie, stamps }: Press,
  filled: { readonly aan?: string | null; readonly probleem?: Veldprobleem } = {},
): Promise<Answer> {
  const vraag = await askTeamoverdracht(world, actor, id);
  if (!vraag) return { kind: "melding", tekst: pressWords.stale };
  if (vraag.kandidaten.length === 0) return { kind: "melding", tekst: overdrachtWords.nobody };
  return shown(overdrachtCard({ referentie: null, ...vraag, ...filled }, stamps(id, versie)));
}

const draagOver: Route = async (press) => {
  const { aan } = overdrachtSubmitted.parse(press.input);
  const result = await vraagTeamoverdracht(press.act, at(press), aan);
  if (result.ok)
    return {
      kind: "klaar",
      melding: aan === press.actor.persoonId ? overdrachtWords.taken : overdrachtWords.asked,
    };
  const { error } = result;
  if (error.kind === "wie") return overdrachtDialog(press, { aan, probleem: error.probleem });
  return sent({ ok: false, error }, "");
};

export const routes: Routes = {
  [teamactieVerb.toon]: toon,
  [teamactieVerb.nieuw]: nieuw,
  [teamactieVerb.kiesTeam]: kiesTeam,
  [teamactieVerb.opslaan]: opslaan,
  [teamactieVerb.vervang]: vervang,
  [teamactieVerb.gedaan]: gedaan("lijst"),
  [teamactieVerb.taakGedaan]: gedaan("taken"),
  [teamactieVerb.dagGedaan]: gedaan("dag"),
  [teamactieVerb.rondeGedaan]: gedaan("ronde"),
  [teamactieVerb.vraagUitstel]: (press) => uitstelDialog(press),
  [teamactieVerb.uitstel]: stelUit,
  [teamactieVerb.vraagDatum]: (press) => datumDialog(press),
  [teamactieVerb.datum]: datum,
  [teamactieVerb.vraagVervallen]: vraagVervallen,
  [teamactieVerb.vervallen]: vervallen,
  [teamactieVerb.vraagOverdracht]: (press) => overdrachtDialog(press),
  [teamactieVerb.overdracht]: draagOver,
  ...vraagRoutes("teamactie", teamactieVerb, {
    trekIn: trekTeamvraagIn,
    antwoord: antwoordOpTeamvraag,
    open: shown,
  }),
};

export const commands: Commands = {
  actie_nieuw: async ({ world, actor, activityId }) => {
    await showLijst(world, actor, { lijst: "teamacties", occasion: activityId });
    return null;
  },
};

export const timers: Pick<TimerHandlers, "teamactie_wissen"> = { teamactie_wissen: eraseTeamactieAtTerm };
