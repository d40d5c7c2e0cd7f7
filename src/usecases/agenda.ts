import { puntenOf, putOnAgenda, saveOrder, stepInRound } from "#database/agendapunt.ts";
import { loadDossier } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { type AtVersion, zaakOf } from "#database/hulpvraag.ts";
import type { KeyRing } from "#database/kluis.ts";
import { lockRonde, plannedRondesOf } from "#database/overlegronde.ts";
import type { Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import type { Functie } from "#domain/code.ts";
import type { Dossier, RondeFeit } from "#domain/dossier.ts";
import { type HulpvraagAct, transition } from "#domain/hulpvraag.ts";
import { nietGenoemd } from "#domain/niet-genoemd.ts";
import type { Notice } from "#domain/notice.ts";
import { agendaOrder } from "#domain/overlegronde.ts";
import { relationsOf } from "#domain/relatie.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { holdsFor, seeRonde } from "#domain/see-ronde.ts";
import { todayIn } from "#domain/today.ts";
import { type ConsentDecision, decideDossierOn, groundOn, type Missing } from "#domain/toestemming.ts";
import { isForRonde } from "#domain/uitzondering.ts";
import { missingBetween } from "#domain/verjaardag.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { refreshed, refreshedVoorstellen } from "./hulpvraag-notice.ts";
import { loadRonde } from "./round-load.ts";
import { refreshRonde } from "./round-notice.ts";
import { missingFor, release } from "./round-release.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

export type AgendaRefusal =
  /** Not discussable today, or not any more on the day of the round. */
  | { readonly kind: "toestemming"; readonly missing: readonly Missing[] }
  /** The directeur decided about another round than this one. */
  | { readonly kind: "andere_ronde"; readonly datum: Temporal.PlainDate }
  /** Not klaargezet, discussed in this round already, or the round takes nothing any more. */
  | { readonly kind: "kan_niet" };

export interface Agenda {
  readonly referentie: string;
  readonly ronde: RondeFeit;
  /** At the table and not in the toestemming; for the ib alone, who keeps it. */
  readonly nietGenoemd: readonly Functie[];
  /** How it can be put right depends on it: asked again, or told again. */
  readonly grondslag: ConsentDecision["grondslag"];
  /** Of what this person sees on the agenda: of all of it would tell how much is hidden. */
  readonly minuten: number;
}

/** What the dialog needs: the rounds it can be put on. Null for who may not do this. */
export async function agendaChoices(
  world: World,
  actor: Actor,
  hulpvraagId: string,
): Promise<{
  readonly dossier: Pick<Dossier, "id" | "versie" | "referentie">;
  readonly rondes: readonly RondeFeit[];
} | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const dossier = await loadDossier(tx, world.keys, hulpvraagId);
    if (!dossier || !seeHulpvraag(dossier, actor, tx.now) || !mayStep(dossier, "agenderen", actor, tx.now))
      return null;
    const ids = await plannedRondesOf(tx, dossier.sztId, todayIn(tx.now));
    const rondes = await rondesById(tx, ids);
    // For one round only: the others are no choice.
    const exception = decideDossierOn(dossier, todayIn(tx.now)).grondslag === "uitzondering";
    return { dossier, rondes: exception ? rondes.filter(({ id }) => isForRonde(dossier, id)) : rondes };
  });
}

/** Puts one hulpvraag on a round, from its own card. */
export function agendeer(
  act: Act,
  at: AtVersion,
  wish: { readonly rondeId: string; readonly minuten: number },
): Promise<Result<Agenda, AgendaRefusal | ActRefusal>> {
  return perform<Agenda, AgendaRefusal | ActRefusal>(act, async (tx, save) => {
    await lockRonde(tx, wish.rondeId);
    const dossier = await loadDossier(tx, act.world.keys, at.id);
    if (!dossier || !seeHulpvraag(dossier, act.actor, tx.now)) return refuse({ kind: "onzichtbaar" });
    if (dossier.versie !== at.versie) return refuse({ kind: "verouderd" });
    const [ronde] = await rondesById(tx, [wish.rondeId]);
    if (!ronde || ronde.sztId !== dossier.sztId) return refuse({ kind: "onzichtbaar" });
    const put = await putOn(tx, act, { ronde, dossier, minuten: wish.minuten });
    if (!put.ok) return put;
    await save([
      ...put.value,
      ...(await sorted(tx, act.world.keys, ronde, `h${dossier.id}.${dossier.versie}`)),
    ]);
    return ok({
      referentie: dossier.referentie,
      ronde,
      ...(await notNamedAt(tx, act, dossier.id)),
      minuten: await minutesSeen(tx, act, ronde.id),
    });
  });
}

export interface Opgenomen {
  readonly ja: readonly string[];
  readonly nee: readonly {
    readonly referentie: string;
    readonly missing: readonly Missing[];
    /** The day of another round that has it already. */
    readonly staatOp: Temporal.PlainDate | null;
  }[];
}

/** Puts several on the round at once, from its card; one that cannot go on does not hold up the others. */
export function agendeerOp(
  act: Act,
  rondeId: string,
  wish: { readonly hulpvragen: readonly string[]; readonly minuten: number },
): Promise<Result<Opgenomen, ActRefusal | { readonly kind: "kan_niet" }>> {
  return perform<Opgenomen, ActRefusal | { readonly kind: "kan_niet" }>(act, async (tx, save) => {
    await lockRonde(tx, rondeId);
    const facts = await loadRonde(tx, act.world.keys, rondeId);
    const gezien = facts && seeRonde(facts, { persoonId: act.actor.persoonId, now: tx.now });
    if (!gezien) return refuse({ kind: "onzichtbaar" });
    if (!gezien.mag.has("agenderen")) return refuse({ kind: "kan_niet" });
    const asked = [...new Set(wish.hulpvragen)];
    const ja = new Map<string, string>();
    const nee = new Map<string, Opgenomen["nee"][number]>();
    const notices: Notice[] = [];
    // Not in the order of the card, which has what is urgent first: messages leave in this order.
    for (const id of asked.toSorted()) {
      const dossier = await loadDossier(tx, act.world.keys, id);
      if (!dossier || !seeHulpvraag(dossier, act.actor, tx.now)) continue;
      if (dossier.sztId !== facts.ronde.sztId) continue;
      const put = await putOn(tx, act, { ronde: facts.ronde, dossier, minuten: wish.minuten });
      if (put.ok) {
        ja.set(id, dossier.referentie);
        notices.push(...put.value);
      } else
        nee.set(id, {
          referentie: dossier.referentie,
          missing: put.error.kind === "toestemming" ? put.error.missing : [],
          staatOp: await elsewhere(tx, act, { id, rondeId }),
        });
    }
    await save([...notices, ...(await sorted(tx, act.world.keys, facts.ronde, `p${act.press}`))]);
    const inOrder = <T>(found: ReadonlyMap<string, T>): readonly T[] =>
      asked.flatMap((id) => found.get(id) ?? []);
    return ok({ ja: inOrder(ja), nee: inOrder(nee) });
  });
}

/** Read again after a refusal: another round may have taken it since it was loaded. */
async function elsewhere(
  tx: Tx,
  { actor, world }: Act,
  { id, rondeId }: { readonly id: string; readonly rondeId: string },
): Promise<Temporal.PlainDate | null> {
  const dossier = await loadDossier(tx, world.keys, id);
  const ronde = dossier && seeHulpvraag(dossier, actor, tx.now)?.ronde;
  return ronde && ronde.id !== rondeId ? ronde.datum : null;
}

/** Back to klaargezet: the chair takes it off a round that has not come to it yet. */
export function vanAgenda(
  act: Act,
  at: AtVersion,
): Promise<Result<{ rondeId: string }, ActRefusal | { readonly kind: "kan_niet" }>> {
  return perform<{ rondeId: string }, ActRefusal | { readonly kind: "kan_niet" }>(act, async (tx, save) => {
    const before = await loadDossier(tx, act.world.keys, at.id);
    const rondeId = before?.agendapunten.find(({ status }) => status === "gepland")?.ronde.id;
    if (rondeId) await lockRonde(tx, rondeId);
    const dossier = await loadDossier(tx, act.world.keys, at.id);
    const punt = dossier?.agendapunten.find(({ status }) => status === "gepland");
    if (!dossier || !seeHulpvraag(dossier, act.actor, tx.now)) return refuse({ kind: "onzichtbaar" });
    if (!punt) return refuse({ kind: "verouderd" });
    if (!mayStep(dossier, "van_agenda_halen", act.actor, tx.now)) return refuse({ kind: "kan_niet" });
    const notices = await release(tx, { punt, dossier });
    await save([
      ...notices,
      ...(await refreshRonde(tx, punt.ronde, { feit: `h${dossier.id}.${dossier.versie}` })),
    ]);
    return ok({ rondeId: punt.ronde.id });
  });
}

/** The steps that one puts on: allowed, with a ground on both days, and not discussed in this round before. */
async function putOn(
  tx: Tx,
  { actor, world }: Act,
  { ronde, dossier, minuten }: { ronde: RondeFeit; dossier: Dossier; minuten: number },
): Promise<Result<readonly Notice[], AgendaRefusal>> {
  const today = todayIn(tx.now);
  const takes =
    ronde.status === "open" ||
    (ronde.status === "gepland" && Temporal.PlainDate.compare(today, ronde.datum) <= 0);
  if (!takes || dossier.status !== "klaargezet") return refuse({ kind: "kan_niet" });
  const missing = missingBetween(dossier, today, ronde.datum);
  // Who answered what, and until when, is for the ib alone.
  const ib = relationsOf(dossier, actor.persoonId, tx.now).has("ib_van_school");
  if (missing.length > 0) return refuse(ib ? { kind: "toestemming", missing } : { kind: "kan_niet" });
  if (!holdsFor(dossier, ronde)) {
    const datum = dossier.uitzondering?.rondeDatum;
    return refuse(ib && datum ? { kind: "andere_ronde", datum } : { kind: "kan_niet" });
  }
  if (!mayStep(dossier, "agenderen", actor, tx.now)) return refuse({ kind: "kan_niet" });
  const { id, sztId, versie } = dossier;
  const rest = await puntenOf(tx, ronde.id);
  if (rest.some((punt) => punt.hulpvraagId === id)) return refuse({ kind: "kan_niet" });
  // At another round at this very moment: who is first has it.
  if (!(await stepInRound(tx, { id, versie }, "geagendeerd"))) return refuse({ kind: "kan_niet" });
  const volgorde = Math.max(0, ...rest.map((punt) => punt.volgorde)) + 1;
  const row = { id: world.chance.uuid(), sztId, rondeId: ronde.id, hulpvraagId: id, volgorde, minuten };
  if (!(await putOnAgenda(tx, row))) throw new Error("discussed in a round that was locked");
  await recordEvent(tx, {
    soort: "geagendeerd",
    sztId,
    ...(await zaakOf(tx, id)),
    ...groundOn(dossier, todayIn(tx.now)),
    gegevens: { ronde: ronde.datum.toString(), minuten },
  });
  const changed = { id, sztId, versie: versie + 1 };
  return ok([
    ...(await refreshed(tx, changed, [actor.persoonId])),
    ...(await refreshedVoorstellen(tx, changed)),
  ]);
}

/** By urgency and waiting time until the round begins; while it is held, what is added comes last. */
async function sorted(tx: Tx, keys: KeyRing, ronde: RondeFeit, feit: string): Promise<readonly Notice[]> {
  if (ronde.status === "gepland") {
    const facts = await loadRonde(tx, keys, ronde.id);
    const items = (facts?.punten ?? []).map(({ punt, dossier }) => ({ puntId: punt.id, ...dossier }));
    await saveOrder(
      tx,
      agendaOrder(items).map(({ puntId }) => puntId),
    );
  }
  return refreshRonde(tx, ronde, { feit });
}

/** As it stands now, on this agenda. */
async function notNamedAt(
  tx: Tx,
  { actor, world }: Act,
  id: string,
): Promise<Pick<Agenda, "nietGenoemd" | "grondslag">> {
  const dossier = await loadDossier(tx, world.keys, id);
  const ib = dossier && relationsOf(dossier, actor.persoonId, tx.now).has("ib_van_school");
  if (!ib) return { nietGenoemd: [], grondslag: null };
  const { grondslag } = decideDossierOn(dossier, todayIn(tx.now));
  // Of an exception the directeur decides who is there.
  return { nietGenoemd: grondslag === "uitzondering" ? [] : nietGenoemd(dossier), grondslag };
}

async function minutesSeen(tx: Tx, { actor, world }: Act, rondeId: string): Promise<number> {
  const facts = await loadRonde(tx, world.keys, rondeId);
  const gezien = facts && seeRonde(facts, { persoonId: actor.persoonId, now: tx.now });
  return (gezien?.punten ?? []).reduce((sum, { minuten }) => sum + minuten, 0);
}

function mayStep(dossier: Dossier, step: HulpvraagAct, { persoonId }: Actor, now: Temporal.Instant): boolean {
  const ground = missingFor(dossier, [todayIn(now)]).length === 0;
  const asked = step === "agenderen" || ground ? "geldige_grondslag" : "grondslag_vervallen";
  const who = relationsOf(dossier, persoonId, now);
  return transition(dossier.status, step, { who, holds: new Set([asked]), besluiten: [] }).ok;
}
