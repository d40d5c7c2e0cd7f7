/** Puts the events of rounds in Outlook: the only one who calls it unasked. One at a time, so that it is never in a hurry. */

import { afspraakVerb, afspraakWords } from "#cards/afspraak.ts";
import { calendarPlace, calendarTitle, calendarWords } from "#cards/agenda-file.ts";
import { type Afspraak, passes } from "#domain/afspraak.ts";
import type { OutlookAntwoord, OutlookInhoud, OutlookPlek, OutlookStaat } from "#domain/outlook.ts";
import {
  isUnchanged,
  type Opdracht,
  retryAfspraak,
  settleAfspraak,
  takeAfspraak,
  type Uitkomst,
} from "#usecases/afspraak.ts";
import type { World } from "#usecases/world.ts";
import { standingOf } from "./answer.ts";
import { neutraal, type Route, type Routes } from "./route.ts";

/** Returns how many were brought to their end. What Outlook cannot do now ends the run: the next one comes by itself. */
export async function putAfspraken(world: World): Promise<number> {
  if (world.outlook.postbus === null) return 0;
  let moved = 0;
  for (;;) {
    const opdracht = await takeAfspraak(world);
    if (!opdracht) return moved;
    const uitkomst = await carryOut(world, opdracht);
    if (uitkomst.kind === "mis") {
      const { fout, code } = uitkomst.mis;
      world.log("warning", { code: "outlook_mislukt", id: opdracht.ronde.id, kind: `${fout}:${code}` });
    }
    if (await settleAfspraak(world, opdracht, uitkomst)) moved += 1;
    else world.log("warning", { code: "aanspraak_verlopen", id: opdracht.ronde.id });
    if (uitkomst.kind === "mis" && (uitkomst.mis.fout === "uit" || passes(uitkomst.mis.fout))) return moved;
  }
}

async function carryOut(world: World, opdracht: Opdracht): Promise<Uitkomst> {
  const { outlook } = world;
  const { rij, ronde, wens } = opdracht;
  const plek = rij.postbus && rij.eventId ? { postbus: rij.postbus, eventId: rij.eventId } : null;
  const kenmerk = `${ronde.id}.${rij.nummer}`;
  if (!wens) return takeAway(opdracht, { outlook, plek, kenmerk });
  const inhoud = inhoudOf(wens);
  const standing = (gemaakt: boolean, answer: OutlookAntwoord<OutlookStaat>): Uitkomst =>
    answer.ok ? { kind: "staat", staat: answer.value, inhoud, gemaakt } : { kind: "mis", mis: answer };
  if (!plek) {
    const made = await outlook.maak(inhoud, kenmerk);
    return !made.ok && made.fout === "verwijderd" ? { kind: "opnieuw" } : standing(true, made);
  }
  if (isUnchanged(world, rij, inhoud)) {
    // Something of the round changed that does not stand in a calendar.
    if (rij.fout === null && rij.rondeVersie >= 0 && rij.rondeVersie < ronde.versie)
      return { kind: "gelijk", staat: { ...plek, link: rij.link }, inhoud };
    const seen = await outlook.kijk(plek);
    return !seen.ok && seen.fout === "verwijderd" ? { kind: "weg" } : standing(false, seen);
  }
  const changed = await outlook.wijzig(plek, inhoud);
  return !changed.ok && changed.fout === "verwijderd" ? { kind: "opnieuw" } : standing(false, changed);
}

/** Also what an earlier call may have made without our hearing of it. */
async function takeAway(
  { rij }: Opdracht,
  { outlook, plek, kenmerk }: { outlook: World["outlook"]; plek: OutlookPlek | null; kenmerk: string },
): Promise<Uitkomst> {
  const found =
    plek || rij.stand === "af" ? ({ ok: true, value: plek } as const) : await outlook.vind(kenmerk);
  if (!found.ok) return { kind: "mis", mis: found };
  if (!found.value) return { kind: "af" };
  const done = await outlook.zegAf(found.value);
  return done.ok ? { kind: "af" } : { kind: "mis", mis: done };
}

function inhoudOf(wens: Afspraak): OutlookInhoud {
  const begin = wens.datum.toPlainDateTime(wens.begin);
  return {
    onderwerp: calendarTitle(wens.scholen),
    uitleg: calendarWords.uitleg,
    plaats: calendarPlace(wens.plaats),
    begin,
    eind: begin.add({ minutes: wens.duurMinuten }),
    link: wens.link,
    online: wens.online,
    deelnemers: wens.deelnemers,
  };
}

const standing = standingOf("ronde");

const opnieuw: Route = async ({ act, subjectId: id }) => {
  const result = await retryAfspraak(act, id);
  if (result.ok) return { kind: "melding", tekst: afspraakWords.trying };
  switch (result.error.kind) {
    case "kan_niet":
    case "al_gedaan":
      return standing(id, afspraakWords.notNeeded);
    case "onzichtbaar":
    case "verouderd":
      return neutraal;
  }
};

export const routes: Routes = { [afspraakVerb.opnieuw]: opnieuw };
