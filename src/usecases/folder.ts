import { briefSchool } from "#database/brief-setting.ts";
import { teamOf } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import type { Tx } from "#database/pool.ts";
import { type SchoolRow, schoolsOf } from "#database/school.ts";
import {
  type BriefContact,
  type FolderInhoud,
  type FolderKeuze,
  folderKeuzeSchema,
  partnersIn,
} from "#domain/brief.ts";
import { missingIn } from "#domain/brief-setting.ts";
import { ibFuncties } from "#domain/code.ts";
import { activeOn, isOfSchool, standingFuncties } from "#domain/relatie.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { newLink, useLink } from "./file-link.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** Schools of which this person can hand out the folder: those of the own teams. */
export async function folderSchools(world: World, actor: Actor): Promise<readonly SchoolRow[]> {
  return world.database.transact(scopeOf(actor), (tx) => schoolsOf(tx, ownSzts(tx)));
}

const ownSzts = ({ scope }: Tx): readonly string[] => (scope.kind === "persoon" ? scope.sztIds : []);

export interface FolderLink {
  readonly token: string;
  readonly ontbreekt: readonly (keyof BriefContact)[];
}

/** The folder is about a team, never about a child; who is in no team of the school gets none all the same. */
export function makeFolderLink(
  act: Act,
  schoolId: string,
  keuze: FolderKeuze,
): Promise<Result<FolderLink, ActRefusal>> {
  return perform<FolderLink, ActRefusal>(act, async (tx) => {
    const school = await briefSchool(tx, schoolId, ownSzts(tx));
    if (!school) return refuse({ kind: "onzichtbaar" });
    const token = await newLink(tx, act, { soort: "folder", onderwerpId: schoolId, keuze });
    await recordEvent(tx, { soort: "folder_gemaakt", sztId: school.sztId, gegevens: { ...keuze } });
    return ok({ token, ontbreekt: missingIn(school.contact) });
  });
}

/** What the folder behind a link says, when its person is still in a team of that school. */
export async function takeFolder(world: World, token: string): Promise<FolderInhoud | null> {
  const found = await useLink(world, token, ["folder"]);
  if (!found) return null;
  const { actor, link } = found;
  const keuze = folderKeuzeSchema.parse(link.keuze);
  return world.database.transact(scopeOf(actor), async (tx) => {
    const school = await briefSchool(tx, link.onderwerpId, ownSzts(tx));
    if (!school) return null;
    await recordEvent(tx, { soort: "folder_opgehaald", sztId: school.sztId, gegevens: { ...keuze } });
    const today = todayIn(tx.now);
    const team = (await teamOf(tx, school.sztId)).filter(
      (lid) => activeOn(lid, today) && isOfSchool(lid, link.onderwerpId),
    );
    const present = partnersIn(team.map(({ functie }) => functie));
    return {
      ...keuze,
      school: school.school,
      team: school.team,
      contact: school.contact,
      datum: today,
      // Who comes on call says something about somebody.
      leden: present.filter((functie) => standingFuncties.includes(functie)),
      vraagAan: present.find((functie) => ibFuncties.some((ib) => ib === functie)) ?? null,
      bewaarMaanden: school.bewaarMaanden,
    };
  });
}
