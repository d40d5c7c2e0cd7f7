import { teamOf } from "#database/dossier.ts";
import { sztNames } from "#database/school.ts";
import { basicOfferFor, type Partner, partners } from "#domain/basisaanbod.ts";
import { type Domein, type Functie, ibFuncties } from "#domain/code.ts";
import type { TeamlidFeit } from "#domain/dossier.ts";
import { activeOn } from "#domain/relatie.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import type { World } from "./world.ts";

export interface PartnerAanbod {
  readonly partner: Partner;
  /** Named only for who works in more than one team. */
  readonly szt: string | null;
  readonly items: readonly string[];
  readonly contact: { readonly naam: string; readonly functie: Functie } | null;
}

/**
 * Whose basic offer it is and who brings it in this school, for each team where this person is ib or coo. Asked and
 * answered: nothing is kept, not even that it was asked (003: it needs no place on an agenda).
 */
export async function basisAanbod(
  world: World,
  actor: Actor,
  domein: Domein,
): Promise<readonly PartnerAanbod[]> {
  const own = actor.lidmaatschappen.filter((lid) => ibFuncties.some((functie) => functie === lid.functie));
  const offer = basicOfferFor(domein);
  return world.database.transact(scopeOf(actor), async (tx) => {
    const szts = await sztNames(tx, [...new Set(own.map(({ sztId }) => sztId))]);
    const found: PartnerAanbod[] = [];
    for (const { id, naam } of szts) {
      const team = (await teamOf(tx, id)).filter((lid) => activeOn(lid, todayIn(tx.now)));
      for (const partner of partners) {
        const items = offer.filter((item) => item.partner === partner);
        if (items.length === 0) continue;
        found.push({
          partner,
          szt: szts.length > 1 ? naam : null,
          items: items.map(({ label }) => label),
          contact: contactOf(
            team,
            items.flatMap(({ functies }) => functies),
          ),
        });
      }
    }
    return found;
  });
}

/** The first function that the school has. */
function contactOf(team: readonly TeamlidFeit[], functies: readonly Functie[]): PartnerAanbod["contact"] {
  const lid = functies.flatMap((functie) => team.find((one) => one.functie === functie) ?? []).at(0);
  return lid ? { naam: lid.naam, functie: lid.functie } : null;
}
