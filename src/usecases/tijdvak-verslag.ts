/** The report of one item, for who was asked for that alone: told when the round is over, and on paper by a link. */

import { recordEvent } from "#database/event.ts";
import { genodigdenOf, tijdvakkenOf } from "#database/genodigde.ts";
import type { Tx } from "#database/pool.ts";
import type { Notice } from "#domain/notice.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import type { TijdvakVerslag } from "#domain/see-tijdvak.ts";
import { nameless } from "#domain/see-verslag.ts";
import { todayIn } from "#domain/today.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { newLink, useLink } from "./file-link.ts";
import { type DrawnTijdvak, viewTijdvak } from "./genodigde.ts";
import { recordLezingen } from "./lezing.ts";
import { send } from "./send.ts";
import { noteTold, tell } from "./tijdvak.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** How far back somebody who asks in words is looked for one. */
const askedDays = 60;

/** There or not: who may read something of the own item gets it. Who may read nothing of it hears nothing more. */
export async function tellVerslagen(tx: Tx, world: World, rondeId: string): Promise<readonly Notice[]> {
  const notices: Notice[] = [];
  for (const one of await genodigdenOf(tx, rondeId)) {
    if (!(await drawnReport(tx, world, { actor: one, puntId: one.puntId }))) continue;
    noteTold(tx, one);
    notices.push(...tell("tijdvak_verslag", one, "af"));
  }
  return notices;
}

type DrawnReport = DrawnTijdvak & { readonly gezien: TijdvakVerslag };

async function drawnReport(
  tx: Tx,
  world: World,
  { actor, puntId }: { readonly actor: Pick<Actor, "persoonId">; readonly puntId: string },
): Promise<DrawnReport | null> {
  const drawn = await viewTijdvak(tx, world, actor, puntId);
  return drawn?.gezien.soort === "verslag" ? { ...drawn, gezien: drawn.gezien } : null;
}

/** Puts the last one below in the chat, for who asks for it in words. False when there is none. */
export function askOwnVerslag(world: World, actor: Actor, activityId: string): Promise<boolean> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const from = todayIn(tx.now).subtract({ days: askedDays });
    const own = await tijdvakkenOf(tx, actor.persoonId, { from, ended: false });
    for (const puntId of own.toReversed()) {
      const found = await drawnReport(tx, world, { actor, puntId });
      if (!found) continue;
      const { persoonId } = actor;
      await send(
        world,
        tx,
        tell("tijdvak_getoond", { puntId, persoonId, sztId: found.gezien.sztId }, activityId),
      );
      return true;
    }
    return false;
  });
}

/** A link that works once; the paper is made when it is fetched, from what may be seen then. */
export function makeTijdvakVerslagLink(
  act: Act,
  puntId: string,
): Promise<Result<{ readonly token: string }, ActRefusal>> {
  const { actor, world } = act;
  return perform<{ readonly token: string }, ActRefusal>(act, async (tx) => {
    if (!(await drawnReport(tx, world, { actor, puntId }))) return refuse({ kind: "onzichtbaar" });
    return ok({ token: await newLink(tx, act, { soort: "verslag_tijdvak", onderwerpId: puntId }) });
  });
}

/** Decided once more at this moment. The paper has no names of leerlingen, so none were read. */
export async function takeTijdvakVerslag(world: World, token: string): Promise<TijdvakVerslag | null> {
  const found = await useLink(world, token, ["verslag_tijdvak"]);
  if (!found) return null;
  const { actor, link } = found;
  return world.database.transact(scopeOf(actor), async (tx) => {
    const taken = await drawnReport(tx, world, { actor, puntId: link.onderwerpId });
    if (!taken) return null;
    const { gezien, lezingen } = taken;
    const read = lezingen.map((one) => ("adviesvraag" in one ? one : { ...one, naam: false }));
    await recordLezingen(tx, read, { via: "bestand" });
    await recordEvent(tx, { soort: "verslag_opgehaald", sztId: gezien.sztId, gegevens: {} });
    return { ...gezien, punt: nameless(gezien.punt) };
  });
}
