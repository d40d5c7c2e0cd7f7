/** Work that nobody has because somebody left, as far as one person may know of it and give it on. */
import { loadDossier } from "#database/dossier.ts";
import { looseWork, rondesWithoutChair } from "#database/team.ts";
import { openTeamacties } from "#database/teamactie.ts";
import type { Dossier, TermijnFeit } from "#domain/dossier.ts";
import type { HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import type { LosWerk } from "#domain/openwerk.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { seeTeamactie } from "#domain/see-teamactie.ts";
import { leadsTeam } from "#domain/team.ts";
import { isMember, mayHandle, rests } from "#domain/termijn-eigenaar.ts";
import { todayIn } from "#domain/today.ts";
import { dossierFor } from "#domain/uitzondering-spoor.ts";
import { sztIdsOf } from "./teamactie.ts";
import type { World } from "./world.ts";

export async function myLooseWork(world: World, actor: Actor): Promise<readonly LosWerk[]> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const today = todayIn(tx.now);
    const sztIds = sztIdsOf(actor);
    const found: LosWerk[] = [];
    for (const id of await looseWork(tx, sztIds, today)) {
      const whole = await loadDossier(tx, world.keys, id);
      const gezien = whole && seeHulpvraag(whole, actor, tx.now);
      if (!gezien) continue;
      const dossier = dossierFor(whole, actor.persoonId, tx.now);
      found.push(...regierolOf(dossier, gezien, today), ...actiesOf(dossier, actor, tx.now));
    }
    const who = { persoonId: actor.persoonId, now: tx.now };
    for (const feit of await openTeamacties(tx, world.keys, sztIds)) {
      const actie = seeTeamactie(feit, who);
      if (actie?.houderWeg && actie.mag.has("overdragen")) found.push({ soort: "teamactie", actie });
    }
    const leads = sztIds.filter((sztId) => leadsTeam(actor, sztId));
    const rondes = await rondesWithoutChair(tx, leads, today);
    return [...rondes.map((ronde) => ({ soort: "ronde" as const, ...ronde })), ...found];
  });
}

/** Kept warm and asked of nobody; or, while there was no ib, held by who left. */
function regierolOf(
  dossier: Dossier,
  gezien: HulpvraagGezien,
  today: Temporal.PlainDate,
): readonly LosWerk[] {
  const rol = dossier.regierollen.find(({ tot }) => tot === null);
  if (!rol || dossier.aanbod?.status === "aangeboden") return [];
  if (rol.soort === "actief" && isMember(dossier, rol.houderId, today)) return [];
  const { id: hulpvraagId, versie, referentie, school } = dossier;
  return [
    {
      soort: "regierol",
      ...{ hulpvraagId, versie, referentie, school },
      kanVragen: gezien.mag.has("ander_regierol_aanbod"),
    },
  ];
}

function actiesOf(dossier: Dossier, actor: Actor, now: Temporal.Instant): readonly LosWerk[] {
  const today = todayIn(now);
  const loose = (term: TermijnFeit) => {
    const actie = dossier.acties.find(({ id }) => id === term.actieId);
    return actie && actie.gedaanOp === null && !isMember(dossier, actie.houderId, today) ? actie : null;
  };
  return dossier.termijnen.flatMap((term): LosWerk[] => {
    const actie = term.status === "open" ? loose(term) : null;
    if (!actie || rests(dossier, term, today) || !mayHandle(dossier, term, actor.persoonId, now)) return [];
    const { referentie, school } = dossier;
    return [
      {
        soort: "actie",
        ...{ termijnId: term.id, versie: term.versie, referentie, school, vervalt: term.vervalt },
        gevraagd: actie.overdracht?.stand === "gevraagd",
      },
    ];
  });
}
