/** The events of rounds in Outlook: which one is due, what it should be, and what came of it. */
import {
  type AfspraakRij,
  adressenOf,
  afspraakOf,
  askAfspraak,
  claimAfspraak,
  endRest,
  setAfspraakAf,
  setAfspraakAnew,
  setAfspraakFout,
  setAfspraakStaat,
  setAfspraakWeg,
  setOutlookLink,
} from "#database/afspraak.ts";
import { teamOf } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { type KeyRing, keyedHash } from "#database/kluis.ts";
import { after, type Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import { schoolsOf } from "#database/school.ts";
import {
  type Afspraak,
  type AfspraakFout,
  nextLook,
  nextTry,
  passes,
  seeAfspraak,
  wantedAfspraak,
} from "#domain/afspraak.ts";
import { readDeelnameLink } from "#domain/deelname-link.ts";
import type { RondeFeit } from "#domain/dossier.ts";
import type { Notice } from "#domain/notice.ts";
import type { OutlookInhoud, OutlookMis, OutlookStaat } from "#domain/outlook.ts";
import { taskScope } from "#domain/scope.ts";
import { todayIn } from "#domain/today.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { viewRonde } from "./round-load.ts";
import { ibsOfSzt, refreshRonde, tell } from "./round-notice.ts";
import { send } from "./send.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** Well over the calls that one of them can take (src/outside/graph.ts). */
const claimMinutes = 2;

/** One round whose event is due, as both are now. */
export interface Opdracht {
  readonly rij: AfspraakRij;
  readonly ronde: RondeFeit;
  readonly wens: Afspraak | null;
}

export type Uitkomst =
  | {
      readonly kind: "staat";
      readonly staat: OutlookStaat;
      readonly inhoud: OutlookInhoud;
      readonly gemaakt: boolean;
    }
  /** What stands there is what should; nobody was asked. */
  | { readonly kind: "gelijk"; readonly staat: OutlookStaat; readonly inhoud: OutlookInhoud }
  | { readonly kind: "af" }
  /** It was gone when it had to change: another one is made. */
  | { readonly kind: "opnieuw" }
  /** It is gone, and nothing had to change. */
  | { readonly kind: "weg" }
  | { readonly kind: "mis"; readonly mis: OutlookMis };

function asJob<T>(world: Pick<World, "database" | "swvId">, run: (tx: Tx) => Promise<T>): Promise<T> {
  return world.database.transact(taskScope(world.swvId, "koerier"), run);
}

/** Claimed for some minutes; null when nothing is due, or Outlook asked for rest. */
export function takeAfspraak(world: World): Promise<Opdracht | null> {
  return asJob(world, async (tx) => {
    const rij = await claimAfspraak(tx, tx.now.add({ minutes: claimMinutes }));
    if (!rij) return null;
    const [ronde] = await rondesById(tx, [rij.rondeId]);
    if (!ronde) throw new Error("an event without a round");
    const personen = ronde.deelnemers.map(({ persoonId }) => persoonId);
    const wens = wantedAfspraak({
      ronde,
      team: await teamOf(tx, ronde.sztId),
      scholen: (await schoolsOf(tx, [ronde.sztId])).map(({ naam }) => naam),
      adressen: await adressenOf(tx, personen),
      eigenLink: rij.link,
    });
    return { rij, ronde, wens };
  });
}

/** Whether this is what Outlook was told last. Keyed, so that the mark tells nothing of an address. */
export function isUnchanged({ keys }: Pick<World, "keys">, rij: AfspraakRij, inhoud: OutlookInhoud): boolean {
  return rij.vingerafdruk?.equals(markOf(keys, inhoud)) ?? false;
}

function markOf(keys: KeyRing, inhoud: OutlookInhoud): Buffer {
  return keyedHash(keys, "afspraak", JSON.stringify(inhoud));
}

/** Writes down what came of it and tells who must know; false when the claim has lapsed. */
export function settleAfspraak(world: World, opdracht: Opdracht, uitkomst: Uitkomst): Promise<boolean> {
  return asJob(world, async (tx) => {
    const before = seeAfspraak(await afspraakOf(tx, opdracht.ronde.id));
    const done = await write(tx, world.keys, { opdracht, uitkomst });
    if (!done.held) return false;
    const now = seeAfspraak(await afspraakOf(tx, opdracht.ronde.id));
    const told = now?.kind !== before?.kind && (now?.kind ?? "staat") !== (before?.kind ?? "staat");
    const feit = `outlook${opdracht.rij.beurt}`;
    const { ronde } = opdracht;
    const notices: readonly Notice[] = done.link
      ? await refreshRonde(tx, ronde, { feit, also: ronde.deelnemers.map(({ persoonId }) => persoonId) })
      : told
        ? tell("ronde_ververst", ronde, { personen: await preparers(tx, ronde), feit })
        : [];
    if (told && now?.kind === "lukt_niet") await failed(tx, ronde, now.fout);
    await send(world, tx, notices);
    return true;
  });
}

async function preparers(tx: Tx, { sztId, voorzitterId }: RondeFeit): Promise<readonly string[]> {
  return [voorzitterId, ...ibsOfSzt(await teamOf(tx, sztId), todayIn(tx.now))];
}

function failed(tx: Tx, { sztId, datum }: RondeFeit, fout: AfspraakFout): Promise<void> {
  return recordEvent(tx, { soort: "afspraak_mislukt", sztId, gegevens: { datum: datum.toString(), fout } });
}

/** Came through: Outlook is there again, for all. */
const passing: readonly AfspraakFout[] = ["niet_bereikbaar", "druk"];

async function write(
  tx: Tx,
  keys: KeyRing,
  { opdracht, uitkomst }: { readonly opdracht: Opdracht; readonly uitkomst: Uitkomst },
): Promise<{ readonly held: boolean; readonly link?: boolean }> {
  const { rij, ronde, wens } = opdracht;
  const { sztId } = ronde;
  const datum = ronde.datum.toString();
  switch (uitkomst.kind) {
    case "staat": {
      const stood = await stands(tx, keys, { opdracht, uitkomst });
      if (!stood.held) return stood;
      await endRest(tx, passing);
      const gegevens = { datum, deelnemers: wens?.deelnemers.length ?? 0, opnieuw: rij.nummer > 1 };
      if (uitkomst.gemaakt) await recordEvent(tx, { soort: "afspraak_gezet", sztId, gegevens });
      return stood;
    }
    case "gelijk":
      return stands(tx, keys, { opdracht, uitkomst });
    case "af": {
      const held = await setAfspraakAf(tx, rij, { rondeVersie: ronde.versie, kijkOp: null });
      if (held && rij.eventId)
        await recordEvent(tx, { soort: "afspraak_afgezegd", sztId, gegevens: { datum } });
      return { held };
    }
    case "opnieuw":
      return { held: await setAfspraakAnew(tx, rij) };
    case "weg":
      return { held: await setAfspraakWeg(tx, rij, ronde.versie) };
    case "mis": {
      const fout = uitkomst.mis.fout === "uit" ? "niet_bereikbaar" : uitkomst.mis.fout;
      const { rust } = uitkomst.mis;
      const nietVoor = nextTry({ fout, pogingen: rij.pogingen + 1, rust }, tx.now);
      return {
        held: await setAfspraakFout(tx, rij, { fout, nietVoor, rustTot: passes(fout) ? nietVoor : null }),
      };
    }
  }
}

/** With the link of its meeting on the round, unless somebody gave one or the round was changed meanwhile. */
async function stands(
  tx: Tx,
  keys: KeyRing,
  {
    opdracht: { rij, ronde, wens },
    uitkomst: { staat, inhoud },
  }: {
    readonly opdracht: Opdracht;
    readonly uitkomst: { readonly staat: OutlookStaat; readonly inhoud: OutlookInhoud };
  },
): Promise<{ readonly held: boolean; readonly link?: boolean }> {
  const read = staat.link === null ? null : readDeelnameLink(staat.link);
  const naar = read?.ok ? read.value : null;
  const wanted = naar !== null && wens?.online === true && ronde.deelnameLink !== naar;
  const link = wanted && (await setOutlookLink(tx, ronde, { van: rij.link, naar }));
  const held = await setAfspraakStaat(tx, rij, {
    staat,
    link: naar ?? rij.link,
    vingerafdruk: markOf(keys, inhoud),
    rondeVersie: ronde.versie + (link ? 1 : 0),
    kijkOp: nextLook(ronde, tx.now),
  });
  // Without the claim the link is not ours to write either.
  if (!held && link) throw new Error("the claim of an event lapsed while its round was held");
  return { held, link };
}

export type RetryRefusal = ActRefusal | { readonly kind: "kan_niet" };

/** Asks for another try at once, by who prepares the round. */
export function retryAfspraak(act: Act, rondeId: string): Promise<Result<true, RetryRefusal>> {
  const { actor, world } = act;
  return perform<true, RetryRefusal>(act, async (tx) => {
    const gezien = await viewRonde(tx, world.keys, actor, rondeId);
    if (!gezien) return refuse({ kind: "onzichtbaar" });
    const { outlook } = gezien;
    if (!outlook || outlook.kind === "staat" || !(await askAfspraak(tx, rondeId)))
      return refuse({ kind: "kan_niet" });
    await recordEvent(tx, {
      soort: "afspraak_opnieuw_gevraagd",
      sztId: gezien.sztId,
      gegevens: { datum: gezien.datum.toString() },
    });
    after(tx, world.wake);
    return ok(true);
  });
}
