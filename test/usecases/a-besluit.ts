/** A hulpvraag about which a round has decided, and the steps after it, on the practice world with safe defaults. */
import { z } from "zod/v4";
import { loadDossier } from "#database/dossier.ts";
import { execute, query } from "#database/pool.ts";
import type { BesluitForm } from "#domain/besluit-form.ts";
import type { Dossier } from "#domain/dossier.ts";
import type { TerugblikForm } from "#domain/review.ts";
import { type Actor, scopeOf, taskScope } from "#domain/scope.ts";
import type { TerugkoppelingForm } from "#domain/terugkoppeling.ts";
import { todayIn } from "#domain/today.ts";
import type { TestWorld } from "#test/world.ts";
import { recordBesluit } from "#usecases/besluit.ts";
import { acceptAanbod } from "#usecases/regierol-aanbod.ts";
import type { AtTermijn } from "#usecases/termijn-klaar.ts";
import { recordTerugkoppeling } from "#usecases/terugkoppeling.ts";
import { aReady } from "./a-closed-round.ts";
import { anAct, date, done } from "./an-intake.ts";
import { onAgenda } from "./on-agenda.ts";

export interface People {
  readonly ib: Actor;
  /** Who the round proposes. */
  readonly houder: Actor;
}

/** Lets the clock of the test run on, so that what follows does not happen at the very same moment. */
export function later(t: TestWorld, duration = "PT1M"): void {
  t.clock.set(t.clock.now().add(Temporal.Duration.from(duration)));
}

/** Besproken, with this besluit of today's round; the round itself is over. `ready`: what is klaargezet already. */
export async function aDecided(
  t: TestWorld,
  { ib, houder }: People,
  form: Partial<BesluitForm> = {},
  ready?: string,
): Promise<string> {
  const id = ready ?? (await aReady(t, ib)).id;
  const datum = todayIn(t.clock.now()).toString();
  const rondeId = await onAgenda(t, id, { voorzitter: ib, deelnemers: [ib, houder], datum });
  await setRonde(t, ib, rondeId, "open");
  const besluiten = form.besluiten ?? ["regierol_toewijzen"];
  done(
    await recordBesluit(anAct(t, ib), id, {
      besluiten,
      afweging: "Dit vraagt om iemand die met de ouders meekijkt.",
      regierolVoor: besluiten.includes("regierol_toewijzen") ? houder.persoonId : null,
      terugOp: null,
      acties: [],
      ...form,
    }),
  );
  await setRonde(t, ib, rondeId, "gesloten");
  return id;
}

async function setRonde(t: TestWorld, ib: Actor, id: string, status: "open" | "gesloten"): Promise<void> {
  await t.world.database.transact(scopeOf(ib), (tx) =>
    execute(tx, `update overlegronde set status = $2, versie = versie + 1 where id = $1`, [id, status]),
  );
}

/** The parents were told and agreed today. */
export function aTerugkoppeling(t: TestWorld, over: Partial<TerugkoppelingForm> = {}): TerugkoppelingForm {
  const today = todayIn(t.clock.now());
  return {
    verteldOp: today,
    antwoord: "ja",
    akkoordOp: today,
    akkoordVan: ["ouder1", "ouder2"],
    aan: null,
    daarna: null,
    reden: null,
    oudersHoren: null,
    ...over,
  };
}

/** It works, and goes on. */
export const aTerugblik = (over: Partial<TerugblikForm> = {}): TerugblikForm => ({
  ...{ langer: "ja", werkt: "ja", andersNodig: "nee" },
  ...{ besprokenMet: ["ouders", "school"], uitkomst: "werkt" },
  ...over,
});

/** The facts as they stand, from behind the walls. */
export async function dossierOf(t: TestWorld, id: string): Promise<Dossier> {
  const dossier = await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
    loadDossier(tx, t.world.keys, id),
  );
  if (!dossier) throw new Error("no such hulpvraag");
  return dossier;
}

export async function at(t: TestWorld, id: string): Promise<{ id: string; versie: number }> {
  return { id, versie: (await dossierOf(t, id)).versie };
}

/** Besproken, with akkoord: the person is asked. */
export async function anOffer(t: TestWorld, people: People): Promise<string> {
  const id = await aDecided(t, people);
  done(await recordTerugkoppeling(anAct(t, people.ib), await at(t, id), aTerugkoppeling(t)));
  later(t);
  return id;
}

/** In uitvoering, with this holder. */
export async function aHeld(t: TestWorld, people: People): Promise<string> {
  const id = await anOffer(t, people);
  done(await acceptAanbod(anAct(t, people.houder), await at(t, id)));
  later(t);
  return id;
}

const termRow = z.object({
  soort: z.string(),
  status: z.string(),
  vervalt: z.instanceof(Temporal.PlainDate),
});

/** Terms of this hulpvraag, such as "giz 2027-01-22"; the one of the toestemming, which each has, is left out. */
export async function termsOf(t: TestWorld, id: string, status = "open"): Promise<readonly string[]> {
  const rows = await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
    query(
      tx,
      termRow,
      `select soort, status, vervalt from termijn where hulpvraag_id = $1 and status = $2 and soort <> 'toestemming_verloopt' order by soort, gemaakt_op`,
      [id, status],
    ),
  );
  return rows.map(({ soort, vervalt }) => `${soort} ${vervalt}`);
}

/** The open term of this kind, at its version. */
export async function openTermOf(t: TestWorld, id: string, soort: string): Promise<AtTermijn> {
  const term = (await dossierOf(t, id)).termijnen.find((one) => one.soort === soort && one.status === "open");
  if (!term) throw new Error(`no open term ${soort}`);
  return { id: term.id, versie: term.versie };
}

/** Kinds of the notices to this person about this subject, oldest first. */
export async function noticesTo(t: TestWorld, actor: Actor, id: string): Promise<readonly string[]> {
  const rows = await t.world.database.transact(taskScope(t.world.swvId, "koerier"), (tx) =>
    query(
      tx,
      z.object({ soort: z.string() }),
      `select soort from kennisgeving where persoon_id = $1 and onderwerp_id = $2 order by volgnr`,
      [actor.persoonId, id],
    ),
  );
  return rows.map(({ soort }) => soort);
}

/** Who holds the regierol now, such as "actief <persoon>". */
export async function holdersOf(t: TestWorld, id: string): Promise<readonly string[]> {
  const { regierollen } = await dossierOf(t, id);
  return regierollen.filter(({ tot }) => tot === null).map(({ soort, houderId }) => `${soort} ${houderId}`);
}

/** The end of somebody's membership in every team. */
export async function leaves(t: TestWorld, actor: Actor, tot: string): Promise<void> {
  await t.world.database.transact(taskScope(t.world.swvId, "inrichting"), (tx) =>
    execute(tx, `update lidmaatschap set tot = $2 where persoon_id = $1`, [actor.persoonId, date(tot)]),
  );
}
