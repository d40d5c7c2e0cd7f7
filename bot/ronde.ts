/** The card of a round in the chat: how it is drawn, asked for, and taken to a calendar. */
import { pressWords } from "#cards/press.ts";
import { rondeCard, rondeSummary, rondeWords } from "#cards/ronde.ts";
import { abonnementCard, agendalinkCard, agendaWegCard, nieuwAbonnementCard } from "#cards/ronde-dialog.ts";
import { rondeVerb } from "#cards/ronde-verb.ts";
import { hasSubscription, makeCalendarLink, renewFeed } from "#usecases/calendar-file.ts";
import { tellTimeUp } from "#usecases/punt-tijd.ts";
import { drawRonde } from "#usecases/round-load.ts";
import { askNextRonde, showRonde } from "#usecases/round-overview.ts";
import { fixAgenda, refreshToday, sendLink } from "#usecases/round-timer.ts";
import { askToFinish } from "#usecases/round-unfinished.ts";
import type { TimerHandlers } from "#usecases/timekeeper.ts";
import { bijdrageRoutes } from "./bijdrage.ts";
import type { Commands } from "./listen.ts";
import { agendaRoutes } from "./ronde-agenda.ts";
import { planRoutes } from "./ronde-plan.ts";
import { runRoutes } from "./ronde-run.ts";
import { type Answer, neutraal, type Presenter, type Route, type Routes } from "./route.ts";

export const presenter: Presenter = {
  soort: "ronde",
  async present(world, actor, id, stamps, lead) {
    const drawn = await drawRonde(world, actor, id);
    if (!drawn) return null;
    const { gezien, lezingen } = drawn;
    const card = rondeCard(gezien, stamps(id, gezien.versie), lead);
    return { card, summary: rondeSummary[gezien.status], lezingen };
  },
};

const toon: Route = async ({ act, subjectId }) => {
  const result = await showRonde(act, subjectId);
  if (result.ok || result.error.kind === "al_gedaan") return { kind: "melding", tekst: rondeWords.below };
  return neutraal;
};

const inAgenda: Route = async ({ act, world, subjectId }) => {
  // Each press is one of its own: the link of the press before may be used or too old.
  const result = await makeCalendarLink({ ...act, press: world.chance.uuid() }, subjectId);
  if (!result.ok) return neutraal;
  const { token, uitnodiging } = result.value;
  const card = agendalinkCard({ url: `${world.publicUrl}/file/${token}`, uitnodiging });
  return { kind: "dialoog", title: rondeWords.dialogTitle, card };
};

const uitAgenda: Route = async ({ act, world, subjectId }) => {
  const result = await makeCalendarLink({ ...act, press: world.chance.uuid() }, subjectId);
  if (!result.ok) return neutraal;
  const card = agendaWegCard({ url: `${world.publicUrl}/file/${result.value.token}` });
  return { kind: "dialoog", title: rondeWords.dialogTitle, card };
};

const abonnement: Route = async ({ act, world }) => {
  const result = await renewFeed(act);
  if (!result.ok) return { kind: "melding", tekst: pressWords.already };
  const card = abonnementCard({ url: `${world.publicUrl}/agenda/${result.value.token}.ics` });
  return { kind: "dialoog", title: rondeWords.dialogTitle, card };
};

const vraagAbonnement: Route = async (press) => {
  const { world, actor, stamps } = press;
  if (!(await hasSubscription(world, actor))) return abonnement(press);
  return {
    kind: "dialoog",
    title: rondeWords.dialogTitle,
    card: nieuwAbonnementCard(stamps(actor.persoonId, 0)),
  };
};

export const routes: Routes = {
  [rondeVerb.toon]: toon,
  [rondeVerb.inAgenda]: inAgenda,
  [rondeVerb.uitAgenda]: uitAgenda,
  [rondeVerb.vraagAbonnement]: vraagAbonnement,
  [rondeVerb.abonnement]: abonnement,
  ...planRoutes,
  ...agendaRoutes,
  ...runRoutes,
  ...bijdrageRoutes,
};

export const commands: Commands = {
  async overlegronde_agenda({ world, actor, activityId }): Promise<Answer | null> {
    return (await askNextRonde(world, actor, activityId))
      ? null
      : { kind: "melding", tekst: rondeWords.noNext };
  },
};

export const timers: Pick<
  TimerHandlers,
  "agenda_vast" | "link_sturen" | "punt_tijd_om" | "ronde_vandaag" | "ronde_afmaken"
> = {
  punt_tijd_om: tellTimeUp,
  agenda_vast: fixAgenda,
  link_sturen: sendLink,
  ronde_vandaag: refreshToday,
  ronde_afmaken: askToFinish,
};
