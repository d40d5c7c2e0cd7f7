import { teamOf } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { calendarsOfSzt } from "#database/kalender.ts";
import { openRondeOf } from "#database/overlegronde.ts";
import type { Tx } from "#database/pool.ts";
import { schoolsOf } from "#database/school.ts";
import {
  endTeamactie,
  insertTeamactie,
  loadTeamactie,
  moveTeamactie,
  openTeamacties,
  type TeamactieAt,
} from "#database/teamactie.ts";
import type { TeamlidFeit } from "#domain/dossier.ts";
import type { SchoolCalendar } from "#domain/schooldag.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { replaced } from "#domain/screening-keuze.ts";
import type { Known } from "#domain/screening-name.ts";
import { seal } from "#domain/sealed.ts";
import { seeTeamactie, type TeamactieGezien } from "#domain/see-teamactie.ts";
import {
  checkTeamactie,
  dayProblem,
  sharedCalendar,
  type TeamactieFeit,
  type TeamactieForm,
  type Teamactieveld,
  teamdag,
} from "#domain/teamactie.ts";
import { teamledenOf } from "#domain/teamactie-relatie.ts";
import { todayIn } from "#domain/today.ts";
import type { Problemen, Veldprobleem } from "#domain/veld.ts";
import type { Teamhandeling } from "#domain/visibility.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { pupilsIn } from "./bekende-naam.ts";
import { tellTaken, tellTeamactie } from "./teamactie-notice.ts";
import { planErasure } from "./teamactie-wissen.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** A team of this person, named by its schools. */
export interface Team {
  readonly sztId: string;
  readonly naam: string;
}

/** Teams in which this person works today. */
export async function myTeams(world: World, actor: Actor): Promise<readonly Team[]> {
  return world.database.transact(scopeOf(actor), (tx) => teamsOf(tx, actor));
}

/** The SZTs in reach of this person, whichever work runs. */
export function sztIdsOf(actor: Actor): readonly string[] {
  const scope = scopeOf(actor);
  return scope.kind === "persoon" ? scope.sztIds : [];
}

async function teamsOf(tx: Tx, actor: Actor): Promise<readonly Team[]> {
  const { persoonId } = actor;
  const found: Team[] = [];
  for (const sztId of sztIdsOf(actor)) {
    const works = teamledenOf(await teamOf(tx, sztId), todayIn(tx.now));
    if (works.some((lid) => lid.persoonId === persoonId))
      found.push({ sztId, naam: await schoolsIn(tx, sztId) });
  }
  return found;
}

export async function schoolsIn(tx: Tx, sztId: string): Promise<string> {
  return (await schoolsOf(tx, [sztId])).map(({ naam }) => naam).join(", ");
}

/** What the form shows: who can do it. */
export interface TeamactieVraag extends Team {
  readonly leden: readonly TeamlidFeit[];
  readonly vandaag: Temporal.PlainDate;
}

/** Null for who does not work in this team. */
export async function teamactieForm(
  world: World,
  actor: Actor,
  sztId: string,
): Promise<TeamactieVraag | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const team = (await teamsOf(tx, actor)).find((one) => one.sztId === sztId);
    const vandaag = todayIn(tx.now);
    return team ? { ...team, leden: teamledenOf(await teamOf(tx, sztId), vandaag), vandaag } : null;
  });
}

/** Colleagues and known pupils, so that their names are found in the words for certain; a school may be named. */
async function knownIn(
  tx: Tx,
  who: { readonly world: World; readonly actor: Actor },
  around: { readonly sztId: string; readonly team: readonly TeamlidFeit[]; readonly text: string },
): Promise<Known> {
  const { sztId, team, text } = around;
  return {
    team: [...new Set(team.map(({ naam }) => naam))],
    leerlingen: await pupilsIn(tx, who, { sztId, text }),
  };
}

/** One tap: the words without what points at somebody. */
export async function teamwordsWithoutNames(
  world: World,
  actor: Actor,
  { sztId, wat }: { readonly sztId: string; readonly wat: string },
): Promise<string> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const known = await knownIn(tx, { world, actor }, { sztId, team: await teamOf(tx, sztId), text: wat });
    return replaced(wat, { known, today: todayIn(tx.now), place: "adviesvraag" });
  });
}

export interface Afgesproken {
  readonly datum: Temporal.PlainDate;
  /** The day that was chosen was no schooldag. */
  readonly verschoven: boolean;
}

export type TeamactieRefusal =
  | ActRefusal
  | { readonly kind: "velden"; readonly problemen: Problemen<Teamactieveld> };

/** Its id is no press: nothing that is kept about other work leads to it. */
export function maakTeamactie(
  act: Act,
  sztId: string,
  form: TeamactieForm,
): Promise<Result<Afgesproken, TeamactieRefusal>> {
  const { world, actor } = act;
  return perform<Afgesproken, TeamactieRefusal>(act, async (tx, save) => {
    if (!(await teamsOf(tx, actor)).some((team) => team.sztId === sztId))
      return refuse({ kind: "onzichtbaar" });
    const today = todayIn(tx.now);
    const team = await teamOf(tx, sztId);
    const known = await knownIn(tx, { world, actor }, { sztId, team, text: form.wat });
    const problemen = checkTeamactie(form, { team, known, today });
    if (problemen) return refuse({ kind: "velden", problemen });
    const { houderId, datum: chosen, wat } = form;
    if (!houderId || !chosen) throw new Error("an actie without a holder or a date");
    const datum = teamdag(chosen, await teamCalendar(tx, sztId));
    const id = world.chance.uuid();
    await insertTeamactie(tx, world.keys, {
      id,
      sztId,
      sleutelId: world.chance.uuid(),
      houderId,
      omschrijving: seal(wat),
      datum,
      gemaaktDoor: actor.persoonId,
      op: today,
    });
    await recordEvent(tx, { soort: "teamactie_gemaakt", sztId, gegevens: { datum: datum.toString() } });
    const told = houderId === actor.persoonId ? [] : [tellTaken("teamactie_gekregen", houderId, id)];
    await save(await tellTeamactie(tx, { id, sztId, versie: 1 }, told));
    return ok({ datum, verschoven: !datum.equals(chosen) });
  });
}

export async function teamCalendar(tx: Tx, sztId: string): Promise<SchoolCalendar> {
  return sharedCalendar((await calendarsOfSzt(tx, sztId)).map(({ cal }) => cal));
}

export interface OpenTeamactie {
  readonly feit: TeamactieFeit;
  readonly gezien: TeamactieGezien;
  readonly today: Temporal.PlainDate;
}

/** One that this person may do this with, at the version of the card. */
export async function forTeamact(
  tx: Tx,
  { world, actor }: Pick<Act, "world" | "actor">,
  { at, wanted }: { readonly at: TeamactieAt; readonly wanted: Teamhandeling },
): Promise<Result<OpenTeamactie, ActRefusal>> {
  const feit = await loadTeamactie(tx, world.keys, at.id);
  const gezien = feit && seeTeamactie(feit, { persoonId: actor.persoonId, now: tx.now });
  if (!gezien) return refuse({ kind: "onzichtbaar" });
  if (gezien.versie !== at.versie || !gezien.mag.has(wanted)) return refuse({ kind: "verouderd" });
  return ok({ feit, gezien, today: todayIn(tx.now) });
}

/** The round of the team that is open now, on whose card it can have been pressed. */
export interface InRonde {
  readonly rondeId: string | null;
}

/** Done, or not needed any more. After a while nothing is left of it. */
export function sluitTeamactie(
  act: Act,
  at: TeamactieAt,
  status: "gedaan" | "vervallen",
): Promise<Result<InRonde, ActRefusal>> {
  const wanted = status === "gedaan" ? "afronden" : "laten_vervallen";
  return perform<InRonde, ActRefusal>(act, async (tx, save) => {
    const found = await forTeamact(tx, act, { at, wanted });
    if (!found.ok) return found;
    const { feit, today } = found.value;
    if (!(await endTeamactie(tx, at, { status, op: today, door: act.actor.persoonId })))
      return refuse({ kind: "verouderd" });
    await planErasure(tx, act.world, { id: at.id, today });
    await recordEvent(tx, { soort: `teamactie_${status}`, sztId: feit.sztId });
    await save(await tellTeamactie(tx, { id: at.id, sztId: feit.sztId, versie: at.versie + 1 }));
    return ok({ rondeId: await openRondeOf(tx, feit.sztId) });
  });
}

/** Whoever leads agrees another day. */
export function verzetTeamactie(
  act: Act,
  at: TeamactieAt,
  chosen: Temporal.PlainDate | null,
): Promise<Result<Afgesproken, ActRefusal | { readonly kind: "datum"; readonly probleem: Veldprobleem }>> {
  type Refusal = ActRefusal | { readonly kind: "datum"; readonly probleem: Veldprobleem };
  return perform<Afgesproken, Refusal>(act, async (tx, save) => {
    const found = await forTeamact(tx, act, { at, wanted: "verzetten" });
    if (!found.ok) return found;
    const { feit, today } = found.value;
    const probleem = dayProblem(chosen, today);
    if (probleem) return refuse({ kind: "datum", probleem });
    if (!chosen) throw new Error("no day");
    const datum = teamdag(chosen, await teamCalendar(tx, feit.sztId));
    // A new agreement: putting it off begins to count anew.
    if (!(await moveTeamactie(tx, at, { datum, sinds: today, uitgesteld: 0, reden: null })))
      return refuse({ kind: "verouderd" });
    await recordEvent(tx, {
      soort: "teamactie_verzet",
      sztId: feit.sztId,
      gegevens: { van: feit.datum.toString(), naar: datum.toString(), reden: null },
    });
    await save(await tellTeamactie(tx, { id: at.id, sztId: feit.sztId, versie: at.versie + 1 }));
    return ok({ datum, verschoven: !datum.equals(chosen) });
  });
}

/** Of one team, with the way it is called. */
export interface TeamMetActies extends Team {
  readonly acties: readonly TeamactieGezien[];
}

/** What the teams of this person have to do, first due first. */
export async function myTeamacties(world: World, actor: Actor): Promise<readonly TeamMetActies[]> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const teams = await teamsOf(tx, actor);
    const seen = await seenTeamacties(
      tx,
      world,
      actor,
      teams.map(({ sztId }) => sztId),
    );
    return teams.map((team) => ({ ...team, acties: seen.filter(({ sztId }) => sztId === team.sztId) }));
  });
}

/** All open ones of these teams that this person may read. */
export async function seenTeamacties(
  tx: Tx,
  { keys }: Pick<World, "keys">,
  { persoonId }: Pick<Actor, "persoonId">,
  sztIds: readonly string[],
): Promise<readonly TeamactieGezien[]> {
  const open = await openTeamacties(tx, keys, sztIds);
  return open.flatMap((feit) => seeTeamactie(feit, { persoonId, now: tx.now }) ?? []);
}

/** For a dialog about one of them; null where this person may not do that now. */
export async function readTeamactie(
  world: World,
  actor: Actor,
  { id, wanted }: { readonly id: string; readonly wanted: Teamhandeling },
): Promise<(OpenTeamactie & { readonly cal: SchoolCalendar }) | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const feit = await loadTeamactie(tx, world.keys, id);
    const gezien = feit && seeTeamactie(feit, { persoonId: actor.persoonId, now: tx.now });
    if (!feit || !gezien?.mag.has(wanted)) return null;
    return { feit, gezien, today: todayIn(tx.now), cal: await teamCalendar(tx, feit.sztId) };
  });
}
