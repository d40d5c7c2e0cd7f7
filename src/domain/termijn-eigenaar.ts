/** Whose term it is at this moment: found anew each time, so that a new holder gets what the former one had. */
import { aanmeldingTermen } from "./aanmelding.ts";
import { type Functie, ibFuncties, kernteamFuncties } from "./code.ts";
import type { Dossier, TeamlidFeit, TermijnFeit } from "./dossier.ts";
import { pauzesVoorbij } from "./pauze.ts";
import { activeOn, ofSchool, relationsOf } from "./relatie.ts";
import type { TermKind } from "./termijn-table.ts";
import { todayIn } from "./today.ts";
import { canBePartner, standsStill } from "./toestemming.ts";
import { mayDo, usualDoel, viewpointOf } from "./visibility.ts";

/** Whose a term is: the part of it that says so. */
export type Owned = Pick<TermijnFeit, "verantwoordelijke" | "persoonId" | "actieId"> & {
  readonly soort?: string;
};

/**
 * The persons who have to act. When nobody of them is in the team any more it is the ib's: no work is left lying
 * because somebody left.
 */
export function ownersOf(dossier: Dossier, term: Owned, now: Temporal.Instant): readonly string[] {
  const today = todayIn(now);
  if (term.soort === "stop_verwerking") return stoppersOf(dossier, today);
  const named = namedOwners(dossier, term).filter((id) => isMember(dossier, id, today));
  return named.length > 0 ? named : withFunctie(dossier, ibFuncties, today);
}

/** Who has to stop when the ground falls away: who holds the regierol. Never the ib, who keeps the case. */
export function stoppersOf(dossier: Dossier, today: Temporal.PlainDate): readonly string[] {
  const ibs = ibsOf(dossier, today);
  return holdersOf(dossier).filter((id) => isMember(dossier, id, today) && !ibs.includes(id));
}

function holdersOf({ regierollen }: Dossier): readonly string[] {
  return regierollen.filter(({ tot }) => tot === null).map(({ houderId }) => houderId);
}

function namedOwners(dossier: Dossier, term: Owned): readonly string[] {
  switch (term.verantwoordelijke) {
    case "ib":
      return [];
    case "regierolhouder":
      return holdersOf(dossier);
    case "aangeboden":
      return dossier.aanbod?.status === "aangeboden" ? [dossier.aanbod.persoonId] : [];
    case "actiehouder":
      return dossier.acties.filter(({ id }) => id === term.actieId).map(({ houderId }) => houderId);
  }
}

/** The parents are asked about the regierol, or somebody is asked to take it: that takes consent that holds. */
const overRegierol: readonly string[] = [
  "akkoord_regierol",
  "nieuw_aanbod",
  "overdracht_regierol",
] satisfies readonly TermKind[];
/** What is told to people outside the team rests on the ground too. */
const overAanmelding: readonly string[] = Object.values(aanmeldingTermen).flat();

/**
 * It waits for a ground: nobody is asked to do it, reminded of it or told that it is late. What went back to a concept is
 * seen by the ib alone. To stop never waits, and is asked of nobody when there is nobody left who has to.
 */
export function rests(
  dossier: Dossier,
  { verantwoordelijke, soort }: Owned,
  today: Temporal.PlainDate,
): boolean {
  if (soort === "stop_verwerking") return stoppersOf(dossier, today).length === 0;
  const waits =
    verantwoordelijke !== "ib" ||
    (soort !== undefined && [...overRegierol, ...overAanmelding].includes(soort));
  return waits && (dossier.status === "concept" || standsStill(dossier, today));
}

/**
 * Those of them who hear of what is another's. While the work stands still only the school does: what is late then tells
 * why, and who has work there knows no more than that it waits (004 §1.8).
 */
export function told(
  dossier: Dossier,
  persoonIds: readonly string[],
  today: Temporal.PlainDate,
): readonly string[] {
  if (!standsStill(dossier, today)) return persoonIds;
  const ibs = ibsOf(dossier, today);
  return persoonIds.filter((id) => ibs.includes(id));
}

/** Those who hear of what is five schooldagen late. */
export function schakelteamOf(dossier: Dossier, today: Temporal.PlainDate): readonly string[] {
  return withFunctie(dossier, [...ibFuncties, ...kernteamFuncties], today);
}

/** Those who hear of what is ten schooldagen late. */
export function voorzittersOf(dossier: Dossier, today: Temporal.PlainDate): readonly string[] {
  return working(dossier, today).flatMap((lid) => (lid.voorzitter ? [lid.persoonId] : []));
}

/** Of the SZT: an adviesvraag is of no school that it could be told by. */
export function kernteamOf(facts: Pick<Dossier, "team">, today: Temporal.PlainDate): readonly string[] {
  return idsOf(working(facts, today), kernteamFuncties);
}

/** The ib who asked something; when that one left, those who have the work now. */
export function askersOf(school: SchoolTeam, vragerId: string, today: Temporal.PlainDate): readonly string[] {
  const ibs = ibsOf(school, today);
  return ibs.includes(vragerId) ? [vragerId] : ibs;
}

/** The people around one school. */
export type SchoolTeam = Pick<Dossier, "team" | "schoolId">;

/** The ib and coo of this school, and of no other that the SZT serves. */
export function ibsOf(school: SchoolTeam, today: Temporal.PlainDate): readonly string[] {
  return withFunctie(school, ibFuncties, today);
}

function withFunctie(
  { team, schoolId }: SchoolTeam,
  functies: readonly Functie[],
  today: Temporal.PlainDate,
): readonly string[] {
  return idsOf(ofSchool(working({ team }, today), schoolId), functies);
}

function idsOf(team: readonly TeamlidFeit[], functies: readonly Functie[]): readonly string[] {
  const ids = team.filter((lid) => functies.includes(lid.functie)).map((lid) => lid.persoonId);
  return [...new Set(ids)];
}

/** In the team today with a function that works on cases. */
export function isMember(
  dossier: Pick<Dossier, "team">,
  persoonId: string,
  today: Temporal.PlainDate,
): boolean {
  return working(dossier, today).some((lid) => lid.persoonId === persoonId);
}

function working({ team }: Pick<Dossier, "team">, today: Temporal.PlainDate): readonly TeamlidFeit[] {
  return team.filter((lid) => activeOn(lid, today) && canBePartner(lid.functie));
}

/**
 * Whether this person may say that the term is done, or move it: it is theirs, and what the holder of the regierol
 * does rests on a ground that holds.
 */
export function mayHandle(dossier: Dossier, term: Owned, persoonId: string, now: Temporal.Instant): boolean {
  if (!ownersOf(dossier, term, now).includes(persoonId)) return false;
  if (term.verantwoordelijke !== "regierolhouder") return true;
  // To stop takes no ground: it is what is asked when there is none.
  if (term.soort === "stop_verwerking") return true;
  if (relationsOf(dossier, persoonId, now).has("ib_van_school")) return true;
  const doel = usualDoel(dossier.status);
  return mayDo({
    ...viewpointOf(dossier, { persoonId, doel, now }),
    handeling: "bewerken",
  });
}

/** The day from which this person could be reminded of it: when the date changed, it became theirs, or a pause ended. */
export function sinceFor(
  dossier: Dossier,
  {
    persoonId,
    sinds,
    today,
    ...term
  }: {
    readonly persoonId: string;
    readonly sinds: Temporal.PlainDate;
    readonly soort: string;
    readonly vervalt: Temporal.PlainDate;
    readonly today: Temporal.PlainDate;
  },
): Temporal.PlainDate {
  const paused = pauzesVoorbij(dossier, term, today);
  const began = dossier.regierollen
    .filter((rol) => rol.houderId === persoonId && rol.tot === null)
    .map((rol) => todayIn(rol.van));
  const joined = dossier.team
    .filter((lid) => lid.persoonId === persoonId)
    .map((lid) => lid.van)
    .toSorted(Temporal.PlainDate.compare)
    .slice(0, 1);
  return [sinds, ...began, ...joined, ...paused].toSorted(Temporal.PlainDate.compare).at(-1) ?? sinds;
}
