import { saveBijdrage } from "#database/bijdrage.ts";
import { dataKeyOf } from "#database/datasleutel.ts";
import { loadDossier } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { zaakOf } from "#database/hulpvraag.ts";
import { lockRonde } from "#database/overlegronde.ts";
import type { Tx } from "#database/pool.ts";
import {
  type BuitenkantForm,
  type BuitenkantProbleem,
  checkBuitenkant,
  mayContribute,
  writeBuitenkant,
} from "#domain/bijdrage.ts";
import type { AgendapuntFeit, Dossier } from "#domain/dossier.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seal } from "#domain/sealed.ts";
import { todayIn } from "#domain/today.ts";
import { isReadable } from "#domain/visibility.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { loadRonde } from "./round-load.ts";
import { refreshSeen } from "./round-notice.ts";
import { tell } from "./tijdvak.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

export type BijdrageRefusal = ActRefusal | { readonly kind: "velden"; readonly probleem: BuitenkantProbleem };

interface Asked {
  readonly dossier: Dossier;
  readonly punt: AgendapuntFeit;
}

/** Null for everybody who is not asked: to them there is no such question. */
async function asked(tx: Tx, world: World, actor: Actor, hulpvraagId: string): Promise<Asked | null> {
  const dossier = await loadDossier(tx, world.keys, hulpvraagId);
  const punt = dossier?.agendapunten.find(({ status }) => status === "gepland");
  const who = { persoonId: actor.persoonId, now: tx.now };
  return dossier && punt && mayContribute(dossier, punt, who) && isReadable(dossier)
    ? { dossier, punt }
    : null;
}

/** For the dialog, which shows nothing of the case but its number. */
export async function bijdrageForm(
  world: World,
  actor: Actor,
  hulpvraagId: string,
): Promise<{
  readonly referentie: string;
  readonly versie: number;
  readonly vandaag: Temporal.PlainDate;
} | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const found = await asked(tx, world, actor, hulpvraagId);
    return found && { ...found.dossier, vandaag: todayIn(tx.now) };
  });
}

/** Known there, since when, ended: another answer takes the place of the one before, until the item was discussed. */
export function giveBijdrage(
  act: Act,
  hulpvraagId: string,
  form: BuitenkantForm,
): Promise<Result<{ readonly rondeId: string }, BijdrageRefusal>> {
  const { actor, world } = act;
  return perform<{ readonly rondeId: string }, BijdrageRefusal>(act, async (tx, save) => {
    const before = await asked(tx, world, actor, hulpvraagId);
    if (!before) return refuse({ kind: "onzichtbaar" });
    await lockRonde(tx, before.punt.ronde.id);
    const found = await asked(tx, world, actor, hulpvraagId);
    if (!found) return refuse({ kind: "onzichtbaar" });
    const checked = checkBuitenkant(form, todayIn(tx.now));
    if (!checked.ok) return checked;
    const { dossier, punt } = found;
    const { id, sztId } = dossier;
    await saveBijdrage(tx, await dataKeyOf(tx, world.keys, dossier.leerlingId), {
      id: world.chance.uuid(),
      sztId,
      hulpvraagId: id,
      persoonId: actor.persoonId,
      inhoud: seal(writeBuitenkant(checked.value)),
    });
    await recordEvent(tx, { soort: "bijdrage_gegeven", sztId, ...(await zaakOf(tx, id)) });
    const facts = await loadRonde(tx, world.keys, punt.ronde.id);
    const feit = `p${act.press}`;
    const who = { puntId: punt.id, persoonId: actor.persoonId, sztId };
    await save([
      ...(facts ? await refreshSeen(tx, facts, { punten: [punt.id], feit }) : []),
      ...(punt.genodigden?.includes(actor.persoonId) ? tell("tijdvak_ververst", who, feit) : []),
    ]);
    return ok({ rondeId: punt.ronde.id });
  });
}
