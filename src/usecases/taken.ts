import { loadDossier } from "#database/dossier.ts";
import type { Tx } from "#database/pool.ts";
import { hulpvragenWithTerms, openTermijnenOf, type TermijnRow } from "#database/termijn.ts";
import { ibFuncties, kernteamFuncties } from "#domain/code.ts";
import { type Lezing, lezingOf } from "#domain/lezing.ts";
import type { GevraagdGezien } from "#domain/overdracht.ts";
import { type Actor, type Lidmaatschap, scopeOf } from "#domain/scope.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import type { TeamactieGezien } from "#domain/see-teamactie.ts";
import { type Bekeken, type TaakGezien, takenOf } from "#domain/taak.ts";
import type { TermContext } from "#domain/termijn.ts";
import { termKinds } from "#domain/termijn-table.ts";
import { todayIn } from "#domain/today.ts";
import { canBePartner } from "#domain/toestemming.ts";
import { dossierFor } from "#domain/uitzondering-spoor.ts";
import { showLijst } from "./lijst.ts";
import { gevraagdAan } from "./overdracht.ts";
import { seenTeamacties, sztIdsOf } from "./teamactie.ts";
import { termContext } from "./termijn.ts";
import type { World } from "./world.ts";

/** These hulpvragen with the eyes of one person; those out of sight are left out without a trace. */
export async function bekeken(
  tx: Tx,
  world: Pick<World, "keys">,
  actor: Actor,
  ids: readonly string[],
): Promise<readonly Bekeken[]> {
  const contexts = new Map<string, TermContext>();
  const found: Bekeken[] = [];
  for (const id of ids) {
    const dossier = await loadDossier(tx, world.keys, id);
    const gezien = dossier && seeHulpvraag(dossier, actor, tx.now);
    if (!gezien) continue;
    const context = contexts.get(dossier.schoolId) ?? (await termContext(tx, dossier.schoolId));
    contexts.set(dossier.schoolId, context);
    const own = dossierFor(dossier, actor.persoonId, tx.now);
    found.push({ dossier: own, gezien, persoonId: actor.persoonId, now: tx.now, context });
  }
  return found;
}

/** Every hulpvraag with an open term, due by `until`, that may matter to this person. */
export async function bekekenAround(
  tx: Tx,
  world: Pick<World, "keys">,
  actor: Actor,
  until: Temporal.PlainDate,
): Promise<readonly Bekeken[]> {
  const works = actor.lidmaatschappen.filter(({ functie }) => canBePartner(functie));
  const sztsWhere = (fits: (lid: Lidmaatschap) => boolean) => [
    ...new Set(works.filter(fits).map(({ sztId }) => sztId)),
  ];
  const ids = await hulpvragenWithTerms(tx, {
    persoonId: actor.persoonId,
    sztIds: sztsWhere(() => true),
    ibSztIds: sztsWhere(({ functie }) => ibFuncties.some((ib) => ib === functie)),
    leidSztIds: sztsWhere(
      ({ functie, voorzitter }) => voorzitter || kernteamFuncties.some((kern) => kern === functie),
    ),
    today: todayIn(tx.now),
    until,
  });
  return bekeken(tx, world, actor, ids);
}

/** Farther ahead than any term reaches. */
const everything = { years: 2 };

/** All that this person has to do, first due first, with what it shows of each hulpvraag. */
export interface MijnTaken {
  readonly taken: readonly TaakGezien[];
  /** Of the teams, for this person to do. */
  readonly team: readonly TeamactieGezien[];
  /** What this person is asked to take over. */
  readonly gevraagd: readonly GevraagdGezien[];
  readonly lezingen: readonly Lezing[];
}

export async function myTaken(world: World, actor: Actor): Promise<MijnTaken> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const until = todayIn(tx.now).add(everything);
    const around = await bekekenAround(tx, world, actor, until);
    const own = (one: Bekeken) => takenOf(one).filter((taak) => taak.vanMij && taak.stand !== "gedaan");
    const ids = around.map(({ dossier }) => dossier.id);
    const rows = new Map((await openTermijnenOf(tx, ids)).map((row) => [row.id, row]));
    const taken = inOrder(around.flatMap(own)).map((taak) =>
      planned(taak, rows.get(taak.id), actor.persoonId),
    );
    const { gevraagd, lezingen } = await gevraagdAan(tx, world, actor);
    return {
      taken,
      team: await myTeamtaken(tx, world, actor),
      gevraagd,
      lezingen: together([...around.map((one) => takenLezing(one, taken)), ...lezingen]),
    };
  });
}

/** With the own day of this person; that of somebody else is theirs. */
export function planned(taak: TaakGezien, row: TermijnRow | undefined, persoonId: string): TaakGezien {
  return row?.gepland && row.geplandDoor === persoonId ? { ...taak, gepland: row.gepland } : taak;
}

async function myTeamtaken(
  tx: Tx,
  world: Pick<World, "keys">,
  actor: Actor,
): Promise<readonly TeamactieGezien[]> {
  return (await seenTeamacties(tx, world, actor, sztIdsOf(actor))).filter(({ vanMij }) => vanMij);
}

/** One reading of each hulpvraag, whatever part of the card it stands in. */
function together(lezingen: readonly Lezing[]): readonly Lezing[] {
  const found = new Map<string, Lezing>();
  for (const one of lezingen) {
    const other = found.get(one.hulpvraagId);
    found.set(
      one.hulpvraagId,
      other ? { ...other, naam: one.naam || other.naam, wat: one.wat || other.wat } : one,
    );
  }
  return [...found.values()];
}

/** What these tasks show of the one hulpvraag. */
export function takenLezing(
  { dossier, persoonId, now }: Bekeken,
  taken: readonly Pick<TaakGezien, "hulpvraagId" | "leerling" | "omschrijving">[],
): Lezing {
  const own = taken.filter(({ hulpvraagId }) => hulpvraagId === dossier.id);
  const naam = own.some(({ leerling }) => leerling !== null);
  const wat = own.some(({ omschrijving }) => omschrijving !== null);
  return lezingOf(dossier, { naam, wat }, { persoonId, now });
}

/** Puts the list of all tasks below in the own chat. */
export function showTaken(world: World, actor: Actor, occasion: string): Promise<void> {
  return showLijst(world, actor, { lijst: "taken", occasion });
}

/** First due first; then in the order of the kinds, so that the same facts always give the same card. */
export function inOrder(taken: readonly TaakGezien[]): readonly TaakGezien[] {
  return taken.toSorted(
    (one, other) =>
      Temporal.PlainDate.compare(one.vervalt, other.vervalt) ||
      termKinds.indexOf(one.soort) - termKinds.indexOf(other.soort) ||
      (one.id < other.id ? -1 : 1),
  );
}
