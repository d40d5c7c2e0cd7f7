/** The first steps of a hulpvraag on the practice world, with safe defaults. */
import { randomUUID } from "node:crypto";
import { z } from "zod/v4";
import { execute, query } from "#database/pool.ts";
import type { InstemmingForm } from "#domain/instemming.ts";
import type { IntakeStap1, IntakeStap2, IntakeStap3 } from "#domain/intake.ts";
import type { Zelfde } from "#domain/naamgenoot.ts";
import { type Actor, taskScope } from "#domain/scope.ts";
import type { ToestemmingForm } from "#domain/toestemming-form.ts";
import type { TestWorld } from "#test/world.ts";
import type { Act } from "#usecases/act.ts";
import { readHulpvraag } from "#usecases/hulpvraag.ts";
import { intakeSchools, startIntake } from "#usecases/intake.ts";
import { saveStap2, saveStap3 } from "#usecases/intake-stap.ts";
import { saveToestemming } from "#usecases/toestemming.ts";

export const date = (text: string) => Temporal.PlainDate.from(text);

export function anAct({ world }: TestWorld, actor: Actor, press: string = randomUUID()): Act {
  return { world, actor, press };
}

/** Safe defaults: a pupil of nine, in group 5, both parents have gezag. */
export async function aStap1(
  t: TestWorld,
  actor: Actor,
  over: Partial<IntakeStap1> = {},
): Promise<IntakeStap1> {
  const [school] = await intakeSchools(t.world, actor);
  return {
    schoolId: school?.id ?? randomUUID(),
    naam: "Sanne Voorbeeld",
    leerjaar: "po_5",
    geboortemaand: "2017-04",
    gezag: "beide_ouders",
    kenmerk: null,
    ...over,
  };
}

export const aStap2 = (over: Partial<IntakeStap2> = {}): IntakeStap2 => ({
  domeinen: ["gedrag"],
  vraag: "Hoe krijgt zij meer rust in de klas?",
  alGedaan: ["gesprek_ouders"],
  gedaanToelichting: "Een vaste plek hielp even.",
  oudersVraag: null,
  ...over,
});

export const aStap3 = (over: Partial<IntakeStap3> = {}): IntakeStap3 => ({
  urgentie: "gewoon",
  aanTafel: ["smw", "bpo"],
  ...over,
});

export const aToestemmingForm = (over: Partial<ToestemmingForm> = {}): ToestemmingForm => ({
  antwoorden: (["ouder1", "ouder2"] as const).map((partij) => ({
    partij,
    antwoord: "ja",
    op: date("2026-11-16"),
    vorm: "papier",
    bewaarplaats: "Leerlingdossier, map toestemming",
  })),
  partners: ["smw", "bpo"],
  doelen: [],
  uitgesloten: [],
  geldigTot: date("2027-07-31"),
  gecontroleerd: true,
  ...over,
});

/** Everyone signs again, on this day. */
export const signedAgain = (on: string, over: Partial<ToestemmingForm> = {}): ToestemmingForm => {
  const form = aToestemmingForm(over);
  return { ...form, antwoorden: form.antwoorden.map((one) => ({ ...one, op: date(on) })) };
};

export function done<T>(result: { ok: true; value: T } | { ok: false; error: { kind: string } }): T {
  if (!result.ok) throw new Error(`refused: ${result.error.kind}`);
  return result.value;
}

/** A concept with only its first step. */
export async function aConcept(t: TestWorld, actor: Actor, over: Partial<IntakeStap1> = {}): Promise<string> {
  return done(await startIntake(anAct(t, actor), await aStap1(t, actor, over))).id;
}

/** A whole intake; still a concept. */
export async function aWholeIntake(
  t: TestWorld,
  actor: Actor,
  over: Partial<IntakeStap1> = {},
  tafel: Partial<IntakeStap3> = {},
): Promise<string> {
  const id = await aConcept(t, actor, over);
  done(await saveStap2(anAct(t, actor), { id, versie: 1 }, aStap2()));
  done(await saveStap3(anAct(t, actor), { id, versie: 2 }, aStap3(tafel)));
  return id;
}

/** A whole intake with a toestemming of both parents. */
export async function aConsented(
  t: TestWorld,
  actor: Actor,
  over: Partial<IntakeStap1> = {},
): Promise<string> {
  const id = await aWholeIntake(t, actor, over);
  done(await saveToestemming(anAct(t, actor), { id, versie: 3 }, aToestemmingForm()));
  return id;
}

/** The hulpvraag as this person sees it; fails when there is nothing to see. */
export async function seen(t: TestWorld, actor: Actor, id: string) {
  const gezien = await readHulpvraag(t.world, actor, id);
  if (!gezien) throw new Error("nothing to see");
  return gezien;
}

/** The answer that it is the leerling of this hulpvraag. */
export async function zelfdeAls(t: TestWorld, actor: Actor, id: string): Promise<Zelfde> {
  return { kind: "ja", referentie: (await seen(t, actor, id)).referentie };
}

/** One figure from behind the walls. */
export async function countOf(t: TestWorld, table: string, where = "true"): Promise<number> {
  const [row] = await t.world.database.transact(taskScope(t.world.swvId, "bewaren"), (tx) =>
    query(tx, z.object({ n: z.number() }), `select count(*) as n from ${table} where ${where}`),
  );
  return row?.n ?? 0;
}

/** Kinds in the log, oldest first: of this person, or of everybody and of what happened by itself. */
export async function eventsOf(t: TestWorld, actor?: Actor): Promise<readonly string[]> {
  const rows = await t.world.database.transact(taskScope(t.world.swvId, "log"), (tx) =>
    query(
      tx,
      z.object({ soort: z.string() }),
      `select soort from gebeurtenis where $1::uuid is null or actor_id = $1 order by id`,
      [actor?.persoonId ?? null],
    ),
  );
  return rows.map(({ soort }) => soort);
}

/** The parents were told on Monday 16 November; they can object up to and including the 30th. */
export const anInstemmingForm = (over: Partial<InstemmingForm> = {}): InstemmingForm => ({
  verzondenOp: date("2026-11-16"),
  wijze: "brief",
  aan: ["ouder1", "ouder2"],
  taal: "nederlands",
  begrepen: "ja",
  partners: ["smw", "bpo"],
  leerling: "nog_niet",
  toegezegd: null,
  ...over,
});

/** A setting of the samenwerkingsverband about consent. */
export async function setRegels(t: TestWorld, regels: Readonly<Record<string, string>>): Promise<void> {
  await t.world.database.transact(taskScope(t.world.swvId, "inrichting"), (tx) =>
    execute(
      tx,
      `update swv set instellingen = instellingen || jsonb_build_object('toestemming', $2::jsonb) where id = $1`,
      [t.world.swvId, JSON.stringify(regels)],
    ),
  );
}
