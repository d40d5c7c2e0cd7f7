import { recordEvent } from "#database/event.ts";
import { zaakOf } from "#database/hulpvraag.ts";
import { schoolCalendar } from "#database/kalender.ts";
import { pauzesOf } from "#database/pauze.ts";
import type { Tx } from "#database/pool.ts";
import {
  type Drager,
  dragers,
  endTermijnen,
  insertTermijn,
  type TermijnEind,
  termSettingsOf,
} from "#database/termijn.ts";
import type { Dossier } from "#domain/dossier.ts";
import { type NewTerm, type TermContext, termsAfter, termsEndedBy } from "#domain/termijn.ts";
import type { TermEvent } from "#domain/termijn-event.ts";
import type { TermKind, Verantwoordelijke } from "#domain/termijn-table.ts";
import { todayIn } from "#domain/today.ts";
import type { World } from "./world.ts";

/** The case that terms belong to; a Dossier will do. */
export type Zaak = Pick<Dossier, "id" | "sztId" | "schoolId">;

/** The calendar of the school of the case and the lengths of the samenwerkingsverband. */
export async function termContext(tx: Tx, schoolId: string): Promise<TermContext> {
  return { cal: await schoolCalendar(tx, schoolId), settings: await termSettingsOf(tx) };
}

export interface TermDetail {
  /** Of a term that is one person's own: an offer, an actie. */
  readonly persoonId?: string;
  /** Only the term of this actie ends or begins. */
  readonly actieId?: string;
}

/**
 * What happened ends terms and begins others, in that order: voortgang and the review repeat themselves. A kind that
 * begins anew takes the place of the one that stood.
 */
export async function applyTermEvent(
  tx: Tx,
  world: Pick<World, "chance">,
  zaak: Zaak,
  event: TermEvent,
  detail: TermDetail = {},
): Promise<void> {
  const end = (soorten: readonly TermKind[], eind: TermijnEind) =>
    endTermijnen(tx, { hulpvraagId: zaak.id, soorten, actieId: detail.actieId ?? null }, eind);
  const { klaar, vervallen } = termsEndedBy(event);
  const ended = [...(await end(klaar, "klaar")), ...(await end(vervallen, "vervallen"))];
  const context = {
    ...(await termContext(tx, zaak.schoolId)),
    pauzes: await pauzesOf(tx, zaak.id),
    nu: tx.now,
  };
  const begun = termsAfter(event, context).flatMap((term) => kept(term));
  await end(
    begun.map(({ kind }) => kind),
    "vervallen",
  );
  for (const term of begun) await begin(tx, world, zaak, term, detail);
  if (ended.length === 0 && begun.length === 0) return;
  await recordEvent(tx, {
    soort: "termijnen_bijgewerkt",
    sztId: zaak.sztId,
    ...(await zaakOf(tx, zaak.id)),
    gegevens: {
      door: event.kind,
      voorbij: ended,
      begonnen: begun.map(({ kind, due }) => `${kind}:${due.toString()}` as const),
    },
  });
}

type Kept = NewTerm & { readonly responsible: Drager };

/** A term of a round has no hulpvraag, and no row in the table of terms. */
function kept(term: NewTerm): Kept[] {
  const drager = dragerOf(term.responsible);
  return drager ? [{ ...term, responsible: drager }] : [];
}

function dragerOf(responsible: Verantwoordelijke): Drager | undefined {
  return dragers.find((drager) => drager === responsible);
}

async function begin(
  tx: Tx,
  world: Pick<World, "chance">,
  zaak: Zaak,
  term: Kept,
  detail: TermDetail,
): Promise<void> {
  const own = term.responsible === "aangeboden" || term.responsible === "actiehouder";
  await insertTermijn(tx, {
    id: world.chance.uuid(),
    sztId: zaak.sztId,
    schoolId: zaak.schoolId,
    hulpvraagId: zaak.id,
    actieId: term.kind === "actie" ? (detail.actieId ?? null) : null,
    soort: term.kind,
    anker: term.anchor,
    regel: term.rule,
    vervalt: term.due,
    sinds: term.arose,
    verantwoordelijke: term.responsible,
    persoonId: own ? (detail.persoonId ?? null) : null,
  });
}

export interface NewActieTermijn {
  readonly dossier: Zaak;
  readonly actieId: string;
  readonly houderId: string;
  /** The day by which it was agreed; a day on which the school is closed becomes the next schooldag. */
  readonly datum: Temporal.PlainDate;
}

/** Beside each actie that is agreed, in the same transaction: it is reminded of like any other term. */
export async function openActieTermijn(
  tx: Tx,
  world: Pick<World, "chance">,
  { dossier, actieId, houderId, datum }: NewActieTermijn,
): Promise<void> {
  const event: TermEvent = { kind: "actie_afgesproken", op: todayIn(tx.now), voor: datum };
  await applyTermEvent(tx, world, dossier, event, { actieId, persoonId: houderId });
}

/** An actie was marked as done elsewhere, such as in the round: its term ends with it. */
export async function endActieTermijn(
  tx: Tx,
  world: Pick<World, "chance">,
  { dossier, actieId }: Pick<NewActieTermijn, "dossier" | "actieId">,
): Promise<void> {
  await applyTermEvent(tx, world, dossier, { kind: "actie_gereed", op: todayIn(tx.now) }, { actieId });
}
