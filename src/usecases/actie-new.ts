import { insertActie } from "#database/actie.ts";
import { dataKeyOf } from "#database/datasleutel.ts";
import { loadDossier } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { type AtVersion, touchHulpvraag, zaakOf } from "#database/hulpvraag.ts";
import { schoolCalendar } from "#database/kalender.ts";
import type { DataKey } from "#database/kluis.ts";
import { lockRonde } from "#database/overlegronde.ts";
import type { Tx } from "#database/pool.ts";
import { actieHouders } from "#domain/actie-houder.ts";
import {
  type ActieForm,
  type BesluitProblemen,
  checkActie,
  movedDates,
  onSchooldag,
  type Verschoven,
} from "#domain/besluit-form.ts";
import type { Dossier, TeamlidFeit } from "#domain/dossier.ts";
import { lezingOf } from "#domain/lezing.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import type { Laat } from "#domain/screening-keuze.ts";
import { seal } from "#domain/sealed.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { seeRonde } from "#domain/see-ronde.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { refreshed } from "./hulpvraag-notice.ts";
import { recordLezingen } from "./lezing.ts";
import { tellAbout } from "./notice-about.ts";
import { logCase, openFor, tell } from "./regierol-open.ts";
import { loadRonde } from "./round-load.ts";
import { refreshRonde } from "./round-notice.ts";
import { recordKept } from "./screening.ts";
import { applyTermEvent, openActieTermijn } from "./termijn.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** An actie with its term, in the transaction of what it follows from. */
export async function newActie(
  tx: Tx,
  { actor, world }: Act,
  {
    dossier,
    rondeId,
    key,
    actie,
  }: {
    readonly dossier: Dossier;
    /** Null for what is agreed outside a round. */
    readonly rondeId: string | null;
    readonly key: DataKey;
    readonly actie: ActieForm;
  },
): Promise<void> {
  const { houderId, wat, datum } = actie;
  if (datum === null) throw new Error("an actie without a date");
  const actieId = world.chance.uuid();
  await insertActie(tx, key, {
    id: actieId,
    sztId: dossier.sztId,
    hulpvraagId: dossier.id,
    rondeId,
    houderId,
    omschrijving: seal(wat),
    datum,
    gemaaktDoor: actor.persoonId,
  });
  await openActieTermijn(tx, world, { dossier, actieId, houderId, datum });
}

export type ActieRefusal =
  | ActRefusal
  | { readonly kind: "kan_niet" }
  | { readonly kind: "velden"; readonly problemen: BesluitProblemen };

/**
 * The holder or the ib agrees with somebody who does what, outside a round: an action line (003). With the first one the
 * term of setting them out is done.
 */
export function agreeActie(
  act: Act,
  at: AtVersion,
  wish: { readonly actie: ActieForm; readonly laat?: Laat },
): Promise<Result<{ readonly verschoven: readonly Verschoven[] }, ActieRefusal>> {
  return perform<{ readonly verschoven: readonly Verschoven[] }, ActieRefusal>(act, async (tx, save) => {
    const open = await openFor(tx, act, at, "actie_afspreken");
    if (!open.ok) return open;
    const { dossier, gezien, today } = open.value;
    const known = gezien.leerling ? { naam: gezien.leerling.naam } : null;
    const laat = wish.laat ?? {};
    const problemen = checkActie(wish.actie, { dossier, known, now: tx.now, laat });
    if (problemen) return refuse({ kind: "velden", problemen });
    if (!(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    const cal = await schoolCalendar(tx, dossier.schoolId);
    await newActie(tx, act, {
      dossier,
      rondeId: null,
      key: await dataKeyOf(tx, act.world.keys, dossier.leerlingId),
      actie: onSchooldag(wish.actie, cal),
    });
    await applyTermEvent(tx, act.world, dossier, { kind: "actielijnen_vastgelegd", op: today });
    await logCase(tx, dossier, "actie_afgesproken");
    await recordKept(tx, dossier, { teksten: { wat1: wish.actie.wat }, laat, known });
    const { houderId } = wish.actie;
    const told = tellAbout("actie_gekregen", dossier, {
      personen: [houderId].filter((id) => id !== act.actor.persoonId),
      feit: `${at.versie + 1}`,
    });
    const changed = { ...at, sztId: dossier.sztId, versie: at.versie + 1 };
    await save(await tell(tx, changed, told, [act.actor.persoonId]));
    return ok({ verschoven: movedDates([wish.actie.datum], cal) });
  });
}

export interface AfspraakView {
  readonly id: string;
  readonly versie: number;
  readonly referentie: string;
  readonly naam: string | null;
  readonly team: readonly TeamlidFeit[];
  readonly vandaag: Temporal.PlainDate;
}

/** For the dialog of one hulpvraag; null for who may not agree anything there (any more). */
export async function afspraakForm(world: World, actor: Actor, id: string): Promise<AfspraakView | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const dossier = await loadDossier(tx, world.keys, id);
    const gezien = dossier && seeHulpvraag(dossier, actor, tx.now);
    if (!dossier || !gezien?.mag.has("actie_afspreken")) return null;
    const seen = { naam: gezien.leerling !== null, wat: false };
    const who = { persoonId: actor.persoonId, now: tx.now };
    await recordLezingen(tx, [lezingOf(dossier, seen, who)], { via: "formulier" });
    return {
      id,
      versie: dossier.versie,
      referentie: dossier.referentie,
      naam: gezien.leerling?.naam ?? null,
      team: actieHouders(dossier, { now: tx.now }),
      vandaag: gezien.vandaag,
    };
  });
}

/** One more actie at an item of the round that is open, before or after its besluit. */
export function addActie(
  act: Act,
  rondeId: string,
  wish: { readonly hulpvraagId: string; readonly actie: ActieForm; readonly laat?: Laat },
): Promise<Result<{ readonly verschoven: readonly Verschoven[] }, ActieRefusal>> {
  const { actor, world } = act;
  return perform<{ readonly verschoven: readonly Verschoven[] }, ActieRefusal>(act, async (tx, save) => {
    await lockRonde(tx, rondeId);
    const facts = await loadRonde(tx, world.keys, rondeId);
    const gezien = facts && seeRonde(facts, { persoonId: actor.persoonId, now: tx.now });
    if (!gezien) return refuse({ kind: "onzichtbaar" });
    if (!gezien.mag.has("actie_toevoegen")) return refuse({ kind: "kan_niet" });
    const punt = gezien.punten.find((one) => one.hulpvraagId === wish.hulpvraagId && one.wat !== null);
    const dossier = facts.punten.find((item) => item.punt.id === punt?.id)?.dossier;
    if (!punt || !dossier) return refuse({ kind: "onzichtbaar" });
    const known = punt.leerling ? { naam: punt.leerling.naam } : null;
    const laat = wish.laat ?? {};
    const problemen = checkActie(wish.actie, { dossier, known, now: tx.now, laat });
    if (problemen) return refuse({ kind: "velden", problemen });
    const { id, sztId, versie, leerlingId } = dossier;
    if (!(await touchHulpvraag(tx, { id, versie }))) return refuse({ kind: "verouderd" });
    const cal = await schoolCalendar(tx, dossier.schoolId);
    await newActie(tx, act, {
      dossier,
      rondeId,
      key: await dataKeyOf(tx, world.keys, leerlingId),
      actie: onSchooldag(wish.actie, cal),
    });
    await recordEvent(tx, { soort: "actie_afgesproken", sztId, ...(await zaakOf(tx, id)) });
    await recordKept(tx, dossier, { teksten: { wat1: wish.actie.wat }, laat, known });
    await save([
      ...(await refreshed(tx, { id, sztId, versie: versie + 1 })),
      ...(await refreshRonde(tx, facts.ronde, { feit: `p${act.press}` })),
    ]);
    return ok({ verschoven: movedDates([wish.actie.datum], cal) });
  });
}
