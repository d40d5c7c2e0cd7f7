import { actiesAround } from "#database/actie.ts";
import { adviesvragenOfRonde, anyDiscussed } from "#database/adviesvraag.ts";
import { afspraakOf } from "#database/afspraak.ts";
import { klaargezetteOf, puntenOf } from "#database/agendapunt.ts";
import { loadDossier, teamOf } from "#database/dossier.ts";
import { genodigdenOf } from "#database/genodigde.ts";
import { calendarsOfSzt } from "#database/kalender.ts";
import type { KeyRing } from "#database/kluis.ts";
import { runningMomentprik } from "#database/momentprik.ts";
import type { Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import { schoolsOf } from "#database/school.ts";
import { openTeamacties } from "#database/teamactie.ts";
import { verslagOf } from "#database/verslag.ts";
import type { Dossier, RondeFeit } from "#domain/dossier.ts";
import { type Gelezen, lezingOf, showsContent } from "#domain/lezing.ts";
import { plansFor } from "#domain/ronde-plan.ts";
import type { RondeGezien } from "#domain/ronde-view.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { type Kijker, type RondeFacts, seeRonde } from "#domain/see-ronde.ts";
import { bereikVan } from "./bereik-load.ts";
import type { World } from "./world.ts";

/** What goes beyond the agenda itself: each costs a hulpvraag or more to load. */
export interface RondeWith {
  /** What who plans looks at: hulpvragen that wait for a round, and whether there is school on its day. */
  readonly voorstellen?: boolean;
  /** Open acties of earlier rounds. */
  readonly eerder?: boolean;
  /** How each participant is reached, where this world sends mail or not. */
  readonly bereik?: Pick<World, "mail">;
}

/** Everything that matters in one round within the scope of the transaction; null when it is not there or out of reach. */
export async function loadRonde(
  tx: Tx,
  keys: KeyRing,
  id: string,
  also: RondeWith = {},
): Promise<RondeFacts | null> {
  const [ronde] = await rondesById(tx, [id]);
  if (!ronde) return null;
  // When it is over they stand in the report.
  const genodigden = ronde.status === "vervallen" ? [] : await genodigdenOf(tx, id);
  const dossierOf = remembered((hulpvraagId) => loadDossier(tx, keys, hulpvraagId));
  const acties = await actiesAround(tx, ronde);
  const earlier = acties.filter(({ rondeId }) => rondeId !== id).map(({ hulpvraagId }) => hulpvraagId);
  return {
    ronde,
    scholen: (await schoolsOf(tx, [ronde.sztId])).map(({ naam }) => naam),
    team: await teamOf(tx, ronde.sztId),
    punten: await puntenWithDossier(tx, ronde, dossierOf),
    klaargezet:
      also.voorstellen && goesOn(ronde) ? await all(await klaargezetteOf(tx, ronde.sztId), dossierOf) : [],
    eerder: also.eerder && ronde.status === "open" ? await all([...new Set(earlier)], dossierOf) : [],
    calendars: also.voorstellen && ronde.status === "gepland" ? await calendarsOf(tx, ronde.sztId) : [],
    actiesHier: new Set(acties.filter(({ rondeId }) => rondeId === id).map((actie) => actie.id)),
    momentprikId: ronde.status === "gepland" ? await runningMomentprik(tx, { rondeId: id }) : null,
    genodigden,
    bereik:
      also.bereik && goesOn(ronde)
        ? await bereikVan(tx, also.bereik, {
            sztId: ronde.sztId,
            personen: [...ronde.deelnemers, ...genodigden].map(({ persoonId }) => persoonId),
          })
        : [],
    afspraak: await afspraakOf(tx, id),
    verslag: (await verslagOf(tx, id)) !== null,
    advies: {
      vragen: await adviesvragenOfRonde(tx, keys, id),
      besproken: await anyDiscussed(tx, ronde),
    },
    teamacties: goesOn(ronde) ? await openTeamacties(tx, keys, [ronde.sztId]) : [],
  };
}

async function calendarsOf(tx: Tx, sztId: string): Promise<RondeFacts["calendars"]> {
  return (await calendarsOfSzt(tx, sztId)).map(({ cal }) => cal);
}

type DossierOf = (id: string) => Promise<Dossier | null>;

function remembered(load: DossierOf): DossierOf {
  const known = new Map<string, Promise<Dossier | null>>();
  return (id) => {
    const found = known.get(id) ?? load(id);
    known.set(id, found);
    return found;
  };
}

async function all(ids: readonly string[], dossierOf: DossierOf): Promise<readonly Dossier[]> {
  const found: Dossier[] = [];
  for (const id of ids) {
    const dossier = await dossierOf(id);
    if (dossier) found.push(dossier);
  }
  return found;
}

async function puntenWithDossier(
  tx: Tx,
  ronde: RondeFeit,
  dossierOf: DossierOf,
): Promise<RondeFacts["punten"]> {
  const punten: RondeFacts["punten"][number][] = [];
  for (const row of await puntenOf(tx, ronde.id)) {
    const dossier = await dossierOf(row.hulpvraagId);
    const punt = dossier?.agendapunten.find(({ id }) => id === row.id);
    if (dossier && punt) punten.push({ punt, dossier });
  }
  return punten;
}

function goesOn({ status }: RondeFeit): boolean {
  return status === "gepland" || status === "open";
}

/** One round for one person; null for everybody who does not take part. */
export async function viewRonde(
  tx: Tx,
  keys: KeyRing,
  actor: Actor,
  id: string,
): Promise<RondeGezien | null> {
  return (await drawn(tx, { keys }, actor, id))?.gezien ?? null;
}

interface DrawnRonde {
  readonly gezien: RondeGezien;
  readonly lezingen: readonly Gelezen[];
}

async function drawn(
  tx: Tx,
  world: Pick<World, "keys" | "mail">,
  actor: Actor,
  id: string,
): Promise<DrawnRonde | null> {
  const voorstellen = plansFor(actor).length > 0;
  const bereik = voorstellen ? { bereik: world } : {};
  const facts = await loadRonde(tx, world.keys, id, { voorstellen, eerder: true, ...bereik });
  const gezien = facts && seeRonde(facts, { persoonId: actor.persoonId, now: tx.now });
  return (
    gezien && { gezien, lezingen: readingsOf(facts, gezien, { persoonId: actor.persoonId, now: tx.now }) }
  );
}

/** What each hulpvraag on the card shows of itself, wherever on the card that is; and each adviesvraag. */
function readingsOf(facts: RondeFacts, gezien: RondeGezien, who: Kijker): readonly Gelezen[] {
  const shown = [
    ...gezien.punten.map((punt) => ({
      referentie: punt.referentie,
      naam: punt.leerling !== null,
      wat: showsContent(punt),
    })),
    ...gezien.voorstellen.map(({ referentie, naam }) => ({ referentie, naam: naam !== null, wat: false })),
    ...gezien.eerdereActies.map(({ referentie, omschrijving }) => ({
      referentie,
      naam: false,
      wat: omschrijving !== null,
    })),
  ];
  const dossiers = [...facts.punten.map(({ dossier }) => dossier), ...facts.klaargezet, ...facts.eerder];
  const advies = (gezien.adviesvragen?.punten ?? []).map(() => ({
    adviesvraag: true as const,
    sztId: facts.ronde.sztId,
  }));
  const zaken = [...new Map(dossiers.map((dossier) => [dossier.id, dossier])).values()].map((dossier) => {
    const own = shown.filter(({ referentie }) => referentie === dossier.referentie);
    const naam = own.some((one) => one.naam);
    const wat = own.some((one) => one.wat);
    return lezingOf(dossier, { naam, wat }, who);
  });
  return [...zaken, ...advies];
}

/** For its dialogs, which show nothing of a hulpvraag. */
export async function readRonde(world: World, actor: Actor, id: string): Promise<RondeGezien | null> {
  return world.database.transact(scopeOf(actor), (tx) => viewRonde(tx, world.keys, actor, id));
}

/** To draw its card, with what that shows: whoever puts it before those eyes logs that. */
export async function drawRonde(world: World, actor: Actor, id: string): Promise<DrawnRonde | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const found = await drawn(tx, world, actor, id);
    for (const { hulpvraagId } of found?.gezien.punten.filter(({ onleesbaar }) => onleesbaar) ?? [])
      world.log("error", { code: "hulpvraag_onleesbaar", id: hulpvraagId });
    return found;
  });
}
