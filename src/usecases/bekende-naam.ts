/** Names that may stand in no text that is about no hulpvraag. What is looked at here is shown to nobody. */
import { loadDossier } from "#database/dossier.ts";
import { type LeerlingNaam, namenOf } from "#database/leerling.ts";
import type { Tx } from "#database/pool.ts";
import { schoolsOf } from "#database/school.ts";
import { ibFuncties } from "#domain/code.ts";
import type { TeamlidFeit } from "#domain/dossier.ts";
import { namedIn } from "#domain/naam-genoemd.ts";
import { type Actor, schoolsWith } from "#domain/scope.ts";
import type { Known } from "#domain/screening-name.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import type { World } from "./world.ts";

interface Who {
  readonly world: Pick<World, "keys" | "log">;
  readonly actor: Actor;
}

interface Around {
  readonly sztId: string;
  readonly team: readonly TeamlidFeit[];
  readonly text: string;
}

/** Of the schools of this SZT, of who works there, and of the pupils that this person knows of and that the text names. */
export async function namesAround(tx: Tx, who: Who, { sztId, team, text }: Around): Promise<Known> {
  const schools = await schoolsOf(tx, [sztId]);
  return {
    scholen: schools.map(({ naam }) => ({ schoolnaam: naam })),
    team: [...new Set(team.map(({ naam }) => naam))],
    leerlingen: await pupilsIn(tx, who, { sztId, text }),
  };
}

/** For the ib those of the own school, whatever became of their hulpvraag; for others those that they may name. */
export async function pupilsIn(
  tx: Tx,
  who: Who,
  { sztId, text }: Pick<Around, "sztId" | "text">,
): Promise<readonly string[]> {
  if (text === "") return [];
  const { keys, log } = who.world;
  const kept = await namenOf(tx, keys, { sztId });
  for (const { naam, hulpvraagIds } of kept) {
    const [id] = hulpvraagIds;
    if (naam === null && id !== undefined) log("error", { code: "hulpvraag_onleesbaar", id });
  }
  const named = new Set(
    namedIn(
      text,
      kept.flatMap(({ naam }) => naam ?? []),
    ),
  );
  const own = schoolsWith(who.actor, ibFuncties);
  const found = new Set<string>();
  for (const leerling of kept) {
    const { naam, schoolId } = leerling;
    if (naam === null || !named.has(naam) || found.has(naam)) continue;
    if (own.has(schoolId) || (await mayName(tx, who, leerling))) found.add(naam);
  }
  return [...found];
}

async function mayName(tx: Tx, { world, actor }: Who, { hulpvraagIds }: LeerlingNaam): Promise<boolean> {
  for (const id of hulpvraagIds) {
    const dossier = await loadDossier(tx, world.keys, id);
    if (dossier && seeHulpvraag(dossier, actor, tx.now)?.leerling) return true;
  }
  return false;
}
