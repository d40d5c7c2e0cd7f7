import { recordEvent } from "#database/event.ts";
import { saveErbij } from "#database/genodigde.ts";
import {
  type RondeAt,
  saveAanwezigheid,
  setRondeClosed,
  setRondeOpen,
  touchRonde,
} from "#database/overlegronde.ts";
import { DatabaseError } from "#database/pool.ts";
import { type Aanwezigheid, erbijSchema } from "#domain/code.ts";
import { erbijKey } from "#domain/genodigde.ts";
import type { Notice } from "#domain/notice.ts";
import type { RondeGezien } from "#domain/ronde-view.ts";
import { seeRonde } from "#domain/see-ronde.ts";
import type { Act } from "./act.ts";
import { leaveRonde, refreshedOnRonde } from "./adviesvraag-ronde.ts";
import { momentprikEnds } from "./momentprik-ronde.ts";
import { besideTold } from "./notice-about.ts";
import { type RondeRefusal, withRonde } from "./overlegronde.ts";
import { refreshRonde, tell } from "./round-notice.ts";
import { release, releaseUngrounded, stillToCome } from "./round-release.ts";
import { cancelRoundTimers } from "./round-timer.ts";
import { cancelUnfinished } from "./round-unfinished.ts";
import { followTijdvakken } from "./tijdvak.ts";
import { tellVerslagen } from "./tijdvak-verslag.ts";
import { afterRonde } from "./uitzondering-einde.ts";
import { askEarlier, beginVerslag } from "./verslag.ts";
import { ok, type Result, refuse } from "./world.ts";

export type OpenRefusal = RondeRefusal | { readonly kind: "andere_open" };

/** The round begins: consent is decided once more, and everybody hears that it has begun. */
export async function openRonde(act: Act, at: RondeAt): Promise<Result<true, OpenRefusal>> {
  try {
    return await withRonde<true, never>(act, at, "openen", async ({ tx, facts, save }) => {
      const { ronde } = facts;
      if (!(await setRondeOpen(tx, at))) return refuse({ kind: "verouderd" });
      await cancelRoundTimers(tx, ronde);
      const over = await afterRonde(
        tx,
        act.world,
        { rondeId: ronde.id, punten: facts.punten },
        "ronde_begonnen",
      );
      const back = await releaseUngrounded(tx, ronde, over.punten);
      await recordEvent(tx, {
        soort: "ronde_geopend",
        sztId: ronde.sztId,
        gegevens: { datum: ronde.datum.toString() },
      });
      const others = ronde.deelnemers
        .map(({ persoonId }) => persoonId)
        .filter((id) => id !== act.actor.persoonId);
      const feit = `v${at.versie + 1}`;
      await save([
        ...over.notices,
        ...back,
        ...(await momentprikEnds(tx, ronde, "ronde_begonnen")),
        ...tell("ronde_geopend", ronde, { personen: others, feit }),
        ...tell("ronde_ververst", ronde, { personen: [act.actor.persoonId], feit }),
        ...(await refreshedOnRonde(tx, act.world, { ronde, feit })),
        ...(await followTijdvakken(tx, ronde.id, feit)),
        ...(await askEarlier(tx, act.world, ronde)),
      ]);
      return ok(true);
    });
  } catch (error) {
    // The rule that an SZT has one open round is the database's own; it shows when the row is written.
    if (error instanceof DatabaseError && error.constraint === "overlegronde_een_open")
      return refuse({ kind: "andere_open" });
    throw error;
  }
}

/**
 * Who is there, and how; written for all of them at once. Who was asked for one item alone (`erbijKey`) only where this person
 * reads that item: of others who lead, it stays as they noted it.
 */
export function recordAanwezigheid(
  act: Act,
  at: RondeAt,
  wie: ReadonlyMap<string, Aanwezigheid>,
): Promise<Result<true, RondeRefusal>> {
  return withRonde<true, never>(act, at, "aanwezigheid", async ({ tx, facts: { ronde }, gezien, save }) => {
    const known = ronde.deelnemers.flatMap(({ persoonId }) => {
      const aanwezigheid = wie.get(persoonId);
      return aanwezigheid ? [{ persoonId, aanwezigheid }] : [];
    });
    if (!(await touchRonde(tx, at))) return refuse({ kind: "verouderd" });
    await saveAanwezigheid(tx, at.id, known);
    await saveErbij(tx, guestsIn(gezien, wie));
    await recordEvent(tx, {
      soort: "aanwezigheid_vastgelegd",
      sztId: ronde.sztId,
      gegevens: {
        aanwezig: known.filter((one) => one.aanwezigheid !== "afwezig").length,
        deelnemers: known.length,
      },
    });
    const feit = `v${at.versie + 1}`;
    await save([
      ...(await refreshRonde(tx, ronde, { feit })),
      ...(await refreshedOnRonde(tx, act.world, { ronde, feit })),
    ]);
    return ok(true);
  });
}

function guestsIn({ punten }: RondeGezien, wie: ReadonlyMap<string, Aanwezigheid>) {
  return punten.flatMap(({ id: puntId, genodigden = [] }) =>
    genodigden.flatMap(({ persoonId }) => {
      const said = erbijSchema.safeParse(wie.get(erbijKey({ puntId, persoonId })));
      return said.success ? [{ puntId, persoonId, aanwezigheid: said.data }] : [];
    }),
  );
}

export interface Gesloten {
  /** How many of those that this person sees were not discussed and wait for the next round. */
  readonly verschoven: number;
}

/** What was not discussed waits for another round; the chair gets the summary to look at. */
export function closeRonde(act: Act, at: RondeAt): Promise<Result<Gesloten, RondeRefusal>> {
  return withRonde<Gesloten, never>(act, at, "sluiten", async ({ tx, facts, save }) => {
    const { ronde } = facts;
    if (!(await setRondeClosed(tx, at))) return refuse({ kind: "verouderd" });
    await cancelUnfinished(tx, ronde);
    const over = await afterRonde(
      tx,
      act.world,
      { rondeId: ronde.id, punten: facts.punten },
      "ronde_gesloten",
    );
    const rest = stillToCome(over.punten);
    const notices: Notice[] = [...over.notices];
    for (const item of rest) notices.push(...(await release(tx, item)));
    notices.push(...(await leaveRonde(tx, act.world, ronde)));
    await recordEvent(tx, {
      soort: "ronde_gesloten",
      sztId: ronde.sztId,
      gegevens: {
        datum: ronde.datum.toString(),
        besproken: facts.punten.length - rest.length,
        verschoven: rest.length,
      },
    });
    const reports = await beginVerslag(tx, act.world, ronde);
    const told = await tellVerslagen(tx, act.world, ronde.id);
    await save([
      ...besideTold(told, notices),
      ...(await refreshRonde(tx, ronde, { feit: `v${at.versie + 1}` })),
      ...reports,
      {
        soort: "samenvatting_voorleggen",
        aan: { persoonId: ronde.voorzitterId },
        onderwerpId: ronde.id,
        sztId: ronde.sztId,
        sleutel: `samenvatting_voorleggen:${ronde.id}`,
      },
    ]);
    // Of what this person sees: another number would tell how much is hidden.
    const before = seeRonde(facts, { persoonId: act.actor.persoonId, now: tx.now })?.punten ?? [];
    return ok({ verschoven: before.filter(({ besproken }) => !besproken).length });
  });
}
