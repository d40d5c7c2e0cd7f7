import { loadDossier } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import type { AtVersion } from "#database/hulpvraag.ts";
import { zaakOf } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import type { HulpvraagStatus } from "#domain/code.ts";
import type { Dossier } from "#domain/dossier.ts";
import { aboutCase, type FieldsOf, type ZaakSoort } from "#domain/gebeurtenis.ts";
import { type Guard, type HulpvraagAct as Step, transition } from "#domain/hulpvraag.ts";
import { carriesRegierol, transitionFacts } from "#domain/hulpvraag-mag.ts";
import type { HulpvraagAct, HulpvraagGezien } from "#domain/hulpvraag-view.ts";
import { type Notice, noticeKinds } from "#domain/notice.ts";
import { relationsOf } from "#domain/relatie.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { ibsOf } from "#domain/termijn-eigenaar.ts";
import { todayIn } from "#domain/today.ts";
import { type ConsentDossier, decideDossierOn, groundOn } from "#domain/toestemming.ts";
import type { Act, ActRefusal } from "./act.ts";
import { type Changed, refreshed } from "./hulpvraag-notice.ts";
import { tellAbout } from "./notice-about.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

export interface Opened {
  readonly dossier: Dossier;
  readonly gezien: HulpvraagGezien;
  readonly today: Temporal.PlainDate;
}

/**
 * The hulpvraag of a press: seen by this person, unchanged since the card was drawn, and with this act still open.
 * What the card did not offer was overtaken by somebody else, or made up: both get the card as it stands.
 */
export async function openFor(
  tx: Tx,
  { world, actor }: Act,
  at: AtVersion,
  may: HulpvraagAct | ((opened: Opened) => boolean),
): Promise<Result<Opened, ActRefusal>> {
  const dossier = await loadDossier(tx, world.keys, at.id);
  const gezien = dossier && seeHulpvraag(dossier, actor, tx.now);
  if (!gezien) return refuse({ kind: "onzichtbaar" });
  const opened = { dossier, gezien, today: todayIn(tx.now) };
  const open = typeof may === "function" ? may(opened) : gezien.mag.has(may);
  return open && dossier.versie === at.versie ? ok(opened) : refuse({ kind: "verouderd" });
}

/** Where a step of the table of transitions leads; null when it cannot be made now. `given`: what the form has settled. */
export function stepTo(
  tx: Tx,
  { actor }: Act,
  { dossier, today }: Opened,
  step: { readonly act: Step; readonly given: readonly Guard[] },
): HulpvraagStatus | null {
  const facts = transitionFacts({
    dossier,
    persoonId: actor.persoonId,
    relaties: relationsOf(dossier, actor.persoonId, tx.now),
    consent: decideDossierOn(dossier, today),
    bewerken: true,
  });
  const made = transition(dossier.status, step.act, {
    ...facts,
    holds: new Set([...facts.holds, ...step.given]),
  });
  return made.ok ? made.to : null;
}

/** A regierol rests on a yes that can be proved: telling the parents is no ground for it (003, block 2). */
export function groundHolds({ dossier, today }: Opened): boolean {
  return carriesRegierol(decideDossierOn(dossier, today));
}

/** One line in the log about this case, with the ground it rests on. */
export async function logCase<Soort extends ZaakSoort>(
  tx: Tx,
  dossier: Pick<Dossier, "id" | "sztId"> & ConsentDossier,
  soort: Soort,
  ...[gegevens]: FieldsOf<Soort>
): Promise<void> {
  const ground = groundOn(dossier, todayIn(tx.now));
  const place = { sztId: dossier.sztId, ...(await zaakOf(tx, dossier.id)), ...ground };
  await recordEvent(tx, aboutCase(soort, place, gegevens));
}

/** Who has to know gets a message of its own; every other standing card shows the new state. */
export async function tell(
  tx: Tx,
  changed: Changed,
  told: readonly Notice[],
  also: readonly string[] = [],
): Promise<readonly Notice[]> {
  // A message about something else leaves the card of the hulpvraag as it stands.
  const shown = told.filter(({ soort }) => noticeKinds[soort].onderwerp === "hulpvraag");
  const persons = shown.flatMap(({ aan }) => ("persoonId" in aan ? [aan.persoonId] : []));
  const rest = await refreshed(tx, changed, also);
  const again = ({ soort, aan }: Notice) =>
    soort === "hulpvraag_ververst" && "persoonId" in aan && persons.includes(aan.persoonId);
  return [...told, ...rest.filter((notice) => !again(notice))];
}

/** Who holds it now: nobody, or one. */
export function holdersOf({ regierollen }: Pick<Dossier, "regierollen">): readonly string[] {
  return regierollen.filter(({ tot }) => tot === null).map(({ houderId }) => houderId);
}

/**
 * Another has the regierol by now: to who had it until then, after it went over. Who sees nothing of the hulpvraag any
 * more hears its number and nothing else. The ibs see it on their card.
 */
export async function tellFormer(
  tx: Tx,
  { keys }: Pick<World, "keys">,
  { id, sztId }: Pick<Dossier, "id" | "sztId">,
  { personen, feit }: { readonly personen: readonly (string | null)[]; readonly feit: string },
): Promise<readonly Notice[]> {
  const dossier = await loadDossier(tx, keys, id);
  if (!dossier) return [];
  const ibs = ibsOf(dossier, todayIn(tx.now));
  return [...new Set(personen)]
    .filter((persoonId) => persoonId !== null)
    .filter((persoonId) => !ibs.includes(persoonId) && !holdersOf(dossier).includes(persoonId))
    .flatMap((persoonId) => {
      const sees = seeHulpvraag(dossier, { persoonId }, tx.now) !== null;
      const soort = sees ? "regierol_overgenomen" : "regierol_afgelost";
      return tellAbout(soort, { id, sztId }, { personen: [persoonId], feit });
    });
}
