import { endPunt, stepInRound } from "#database/agendapunt.ts";
import { insertBesluit } from "#database/besluit.ts";
import { dataKeyOf } from "#database/datasleutel.ts";
import { loadDossier } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { zaakOf } from "#database/hulpvraag.ts";
import { schoolCalendar } from "#database/kalender.ts";
import { lockRonde } from "#database/overlegronde.ts";
import type { Tx } from "#database/pool.ts";
import { markBesproken } from "#database/uitzondering.ts";
import {
  type BesluitForm,
  type BesluitProblemen,
  checkBesluit,
  movedDates,
  onSchooldag,
  type Verschoven,
} from "#domain/besluit-form.ts";
import type { AgendapuntFeit, Dossier } from "#domain/dossier.ts";
import { type Guard, transition } from "#domain/hulpvraag.ts";
import { lezingOf } from "#domain/lezing.ts";
import { type Relatie, relationsOf } from "#domain/relatie.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { seal } from "#domain/sealed.ts";
import { todayIn } from "#domain/today.ts";
import { decideDossierOn, groundOn, type Missing } from "#domain/toestemming.ts";
import { explain, type Handeling, isReadable, reveal, viewpointOf } from "#domain/visibility.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { newActie } from "./actie-new.ts";
import { afterBesluit } from "./after-besluit.ts";
import { recordLezingen } from "./lezing.ts";
import { refreshRonde } from "./round-notice.ts";
import { missingFor, release } from "./round-release.ts";
import { recordKept } from "./screening.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

export type BesluitRefusal =
  | { readonly kind: "onzichtbaar" }
  | { readonly kind: "al_gedaan" }
  /** Decided in the meantime, or the round is over; its card shows how it stands. */
  | { readonly kind: "verouderd_in_ronde"; readonly rondeId: string }
  | { readonly kind: "velden"; readonly problemen: BesluitProblemen };

export type Besloten =
  /** `verschoven`: days that are no schooldag, and what they became. */
  | { readonly kind: "vastgelegd"; readonly rondeId: string; readonly verschoven: readonly Verschoven[] }
  /** Its ground fell away in the meantime: it went off the agenda. `missing` is for the ib alone. */
  | { readonly kind: "teruggegaan"; readonly rondeId: string; readonly missing: readonly Missing[] };

/** One item in the hands of who leads the round that is open now. */
export interface InRound {
  readonly dossier: Dossier;
  readonly punt: AgendapuntFeit;
  readonly relaties: ReadonlySet<Relatie>;
}

export type FindRefusal = Exclude<BesluitRefusal, { readonly kind: "velden" }>;
type Found = Result<InRound & { readonly missing: readonly Missing[] }, FindRefusal>;

/** For the dialog; what the person may not decide about is not there. */
export async function itemToDecide(world: World, actor: Actor, hulpvraagId: string): Promise<Found> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const found = await find(tx, { world, actor }, hulpvraagId);
    const seen = { naam: true, wat: true };
    const who = { persoonId: actor.persoonId, now: tx.now };
    if (found.ok) await recordLezingen(tx, [lezingOf(found.value.dossier, seen, who)], { via: "formulier" });
    return found;
  });
}

/** The besluit of the round with its afweging and acties; two who record it at once give one besluit. */
export function recordBesluit(
  act: Act,
  hulpvraagId: string,
  form: BesluitForm,
): Promise<Result<Besloten, ActRefusal | BesluitRefusal>> {
  return perform<Besloten, ActRefusal | BesluitRefusal>(act, async (tx, save) => {
    const found = await find(tx, act, hulpvraagId);
    if (!found.ok) return found;
    const { dossier, punt, relaties, missing } = found.value;
    const rondeId = punt.ronde.id;
    const fresh = () => refreshRonde(tx, punt.ronde, { feit: `h${dossier.id}.${dossier.versie}` });
    if (missing.length > 0) {
      await save([...(await release(tx, found.value)), ...(await fresh())]);
      return ok({ kind: "teruggegaan", rondeId, missing: relaties.has("ib_van_school") ? missing : [] });
    }
    const known = namesOf(found.value, act.actor, tx.now);
    const problemen = checkBesluit(form, { dossier, known, now: tx.now });
    if (problemen) return refuse({ kind: "velden", problemen });
    const { agreed, verschoven } = await agreedDays(tx, dossier, form);
    if (!(await endPunt(tx, punt.id, "besproken"))) return refuse({ kind: "verouderd_in_ronde", rondeId });
    const after = await write(tx, act, { item: found.value, form: agreed });
    const acties = form.acties.map(({ wat }, index) => [`wat${index + 1}`, wat] as const);
    const teksten = { afweging: form.afweging, ...Object.fromEntries(acties) };
    await recordKept(tx, dossier, { teksten, laat: form.laat ?? {}, known });
    await save([...after, ...(await fresh())]);
    return ok({ kind: "vastgelegd", rondeId, verschoven });
  });
}

/** The form with every date on a schooldag of the school of the case, so that card and term say the same day. */
async function agreedDays(tx: Tx, { schoolId }: Dossier, form: BesluitForm) {
  const cal = await schoolCalendar(tx, schoolId);
  const more = form.besluiten.includes("meer_informatie");
  const terugOp = more ? form.terugOp : null;
  return {
    agreed: {
      ...form,
      terugOp: onSchooldag({ datum: terugOp }, cal).datum,
      acties: form.acties.map((actie) => onSchooldag(actie, cal)),
    },
    verschoven: movedDates([terugOp, ...form.acties.map(({ datum }) => datum)], cal),
  };
}

/** The round is locked before its item is read: who comes second sees what the first one did. */
async function find(
  tx: Tx,
  { world, actor }: Pick<Act, "world" | "actor">,
  hulpvraagId: string,
): Promise<Found> {
  const before = await loadDossier(tx, world.keys, hulpvraagId);
  // The round that is open; or else the last one that this person led, of which the card may still stand.
  const led = (before?.agendapunten ?? []).filter((one) => leads(one, actor)).map((one) => one.ronde);
  const ronde =
    led.find(({ status }) => status === "open") ?? led.findLast(({ status }) => status === "gesloten");
  if (!ronde) return refuse({ kind: "onzichtbaar" });
  await lockRonde(tx, ronde.id);
  const dossier = await loadDossier(tx, world.keys, hulpvraagId);
  const punt = dossier?.agendapunten.find((one) => one.ronde.id === ronde.id);
  const relaties = dossier ? relationsOf(dossier, actor.persoonId, tx.now) : new Set<Relatie>();
  if (!dossier || !punt || !leads(punt, actor)) return refuse({ kind: "onzichtbaar" });
  if (punt.status !== "gepland" || punt.ronde.status !== "open") {
    return refuse({ kind: "verouderd_in_ronde", rondeId: ronde.id });
  }
  const missing = missingFor(dossier, [todayIn(tx.now)]);
  const viewpoint = viewpointOf(dossier, {
    persoonId: actor.persoonId,
    doel: "bespreking",
    now: tx.now,
  });
  const may = (handeling: Handeling) => explain({ ...viewpoint, handeling }).allowed;
  if (missing.length === 0 && !may("besluiten")) return refuse({ kind: "onzichtbaar" });
  // What cannot be read is not decided about; the card of the round says so to who may know of it.
  if (!isReadable(dossier))
    return refuse(
      may("bestaan_zien") ? { kind: "verouderd_in_ronde", rondeId: ronde.id } : { kind: "onzichtbaar" },
    );
  return ok({ dossier, punt, relaties, missing });
}

function leads({ ronde }: AgendapuntFeit, { persoonId }: Actor): boolean {
  const member = ronde.deelnemers.some((one) => one.persoonId === persoonId);
  return member && (ronde.voorzitterId === persoonId || ronde.notulistId === persoonId);
}

/** Its own name is no news in its own text; opened for who may see it. */
function namesOf({ dossier }: InRound, { persoonId }: Actor, now: Temporal.Instant) {
  const viewpoint = viewpointOf(dossier, { persoonId, doel: "bespreking", now });
  const leerling = reveal(explain({ ...viewpoint, handeling: "naam_zien" }), dossier.leerling);
  return leerling ? { naam: leerling.naam } : null;
}

async function write(
  tx: Tx,
  act: Act,
  { item, form }: { item: InRound; form: BesluitForm },
): Promise<Awaited<ReturnType<typeof afterBesluit>>> {
  const { actor, world } = act;
  const { dossier, punt } = item;
  const { id, sztId, versie } = dossier;
  const key = await dataKeyOf(tx, world.keys, dossier.leerlingId);
  const more = form.besluiten.includes("meer_informatie");
  const besluitId = world.chance.uuid();
  await insertBesluit(tx, key, {
    id: besluitId,
    sztId,
    agendapuntId: punt.id,
    hulpvraagId: id,
    besluiten: [...new Set(form.besluiten)],
    afweging: seal(form.afweging),
    regierolVoor: form.besluiten.includes("regierol_toewijzen") ? form.regierolVoor : null,
    regierolKeuze: form.besluiten.includes("regierol_toewijzen")
      ? (form.regierolKeuze ?? "deskundigheid")
      : null,
    terugOp: more ? form.terugOp : null,
    genomenDoor: actor.persoonId,
  });
  for (const at of stepsOf(item, form).map((status, index) => ({ status, versie: versie + index }))) {
    if (!(await stepInRound(tx, { id, versie: at.versie }, at.status)))
      throw new Error("changed while its round was locked");
  }
  for (const actie of form.acties) await newActie(tx, act, { dossier, rondeId: punt.ronde.id, key, actie });
  await recordEvent(tx, {
    soort: "besluit_vastgelegd",
    sztId,
    ...(await zaakOf(tx, id)),
    ...groundOn(dossier, todayIn(tx.now)),
    gegevens: { besluiten: form.besluiten, acties: form.acties.length },
  });
  const now = await loadDossier(tx, world.keys, id);
  const besluit = now?.besluiten.find((one) => one.id === besluitId);
  if (!now || !besluit) throw new Error("a besluit that was written is not there");
  const zonderOuders = decideDossierOn(now, todayIn(tx.now)).grondslag === "uitzondering";
  if (zonderOuders) await markBesproken(tx, { hulpvraagId: id, rondeId: punt.ronde.id });
  return afterBesluit(tx, world, now, { ...besluit, zonderOuders });
}

/** The path of model.md §3; what the table refuses here our own checks should have refused before. */
function stepsOf({ dossier, relaties }: InRound, form: BesluitForm): readonly ("besproken" | "klaargezet")[] {
  const decided: Guard[] = ["geldige_grondslag", "afweging_vastgelegd", "besluiten_gaan_samen"];
  const facts = { who: relaties, besluiten: form.besluiten };
  const first = transition(dossier.status, "besluit_vastleggen", { ...facts, holds: new Set(decided) });
  if (!first.ok) throw new Error("the round may not decide about this");
  if (!form.besluiten.includes("meer_informatie")) return ["besproken"];
  const second = transition("besproken", "meer_informatie", {
    ...facts,
    holds: new Set<Guard>(["taak_met_datum"]),
  });
  if (!second.ok) throw new Error("more information cannot be asked");
  return ["besproken", "klaargezet"];
}
