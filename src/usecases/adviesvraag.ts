import {
  type AdviesAt,
  adviesvraagSettingsOf,
  adviesvragenOf,
  insertAdviesvraag,
  loadAdviesvraag,
} from "#database/adviesvraag.ts";
import { teamOf } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import type { Tx } from "#database/pool.ts";
import { type SchoolRow, schoolSize, schoolsById } from "#database/school.ts";
import { type Adviesstatus, type AdviesvraagFeit, opRonde, wisDag } from "#domain/adviesvraag.ts";
import { type AdviesForm, type Adviesoordeel, checkAdvies } from "#domain/adviesvraag-form.ts";
import type { AdviesAct, AdviesvraagGezien } from "#domain/adviesvraag-view.ts";
import { ibFuncties } from "#domain/code.ts";
import type { Advieslezing } from "#domain/lezing.ts";
import { type Actor, schoolsWith, scopeOf } from "#domain/scope.ts";
import { withoutMusts } from "#domain/screening-keuze.ts";
import type { Known } from "#domain/screening-name.ts";
import { seal } from "#domain/sealed.ts";
import { seeAdviesvraag } from "#domain/see-adviesvraag.ts";
import { kernteamOf } from "#domain/termijn-eigenaar.ts";
import { todayIn } from "#domain/today.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { nextRondeOf } from "./adviesvraag-ronde.ts";
import { erase, planErasure } from "./adviesvraag-wissen.ts";
import { namesAround } from "./bekende-naam.ts";
import { recordLezingen } from "./lezing.ts";
import { tellAbout } from "./notice-about.ts";
import { refreshRonde } from "./round-notice.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** Schools where this person is ib or coo today: only they ask (003 block 1); none where the samenwerkingsverband wants consent for any question. */
export async function adviesSchools(world: World, actor: Actor): Promise<readonly SchoolRow[]> {
  return world.database.transact(scopeOf(actor), (tx) => askableSchools(tx, actor));
}

async function askableSchools(tx: Tx, actor: Actor): Promise<readonly SchoolRow[]> {
  const { stellen } = await adviesvraagSettingsOf(tx);
  return stellen === "zonder_toestemming" ? schoolsById(tx, schoolsWith(actor, ibFuncties)) : [];
}

/** Would ask, and may not without consent here. */
export async function asksOnlyWithConsent(world: World, actor: Actor): Promise<boolean> {
  if (schoolsWith(actor, ibFuncties).size === 0) return false;
  return world.database.transact(scopeOf(actor), async (tx) => {
    const { stellen } = await adviesvraagSettingsOf(tx);
    return stellen === "alleen_met_toestemming";
  });
}

/** One tap: the text without what names somebody, for who asks or answers in these SZTs. */
export async function withoutNames(world: World, actor: Actor, text: string): Promise<string> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const known: Known[] = [];
    for (const sztId of tx.scope.kind === "persoon" ? tx.scope.sztIds : [])
      known.push(await namesAround(tx, { world, actor }, { sztId, team: await teamOf(tx, sztId), text }));
    return withoutMusts(text, { known, today: todayIn(tx.now), place: "adviesvraag" });
  });
}

export type AdviesRefusal = Exclude<Adviesoordeel, { readonly kind: "goed" }>;

/** How it stands after asking: with the kernteam, on the round of a day, or waiting for a round. */
export interface Gesteld {
  readonly id: string;
  readonly status: Adviesstatus;
  readonly ronde: Temporal.PlainDate | null;
}

/** Its id is no press and no one else's: nothing that is kept about other work leads to it. */
export function stelAdviesvraag(
  act: Act,
  { gewezen, ...form }: AdviesForm & { readonly gewezen: number },
): Promise<Result<Gesteld, AdviesRefusal | ActRefusal>> {
  const { world, actor } = act;
  return perform<Gesteld, AdviesRefusal | ActRefusal>(act, async (tx, save) => {
    const school = (await askableSchools(tx, actor)).find(({ id }) => id === form.schoolId);
    const size = school && (await schoolSize(tx, school.id));
    if (!school || !size) return refuse({ kind: "onzichtbaar" });
    const { sztId } = school;
    const team = await teamOf(tx, sztId);
    const known = await namesAround(tx, act, { sztId, team, text: form.vraag });
    const oordeel = checkAdvies(form, { school: size, team, known, now: tx.now, gewezen });
    if (oordeel.kind !== "goed") return refuse(oordeel);
    const ronde = opRonde(form.kring) ? await nextRondeOf(tx, sztId) : null;
    const gesteldOp = todayIn(tx.now);
    const wissenOp = wisDag({ beantwoordOp: null, gesteldOp, ronde }, await adviesvraagSettingsOf(tx));
    const status = !opRonde(form.kring) ? "gesteld" : ronde ? "geagendeerd" : "wacht_op_ronde";
    const id = world.chance.uuid();
    await insertAdviesvraag(tx, world.keys, {
      id,
      sztId,
      sleutelId: world.chance.uuid(),
      status,
      kring: form.kring,
      domein: form.domein,
      vraag: seal(form.vraag),
      vragerId: actor.persoonId,
      rondeId: ronde?.id ?? null,
      gesteldOp,
      wissenOp,
    });
    await planErasure(tx, world, { id, wissenOp });
    await recordEvent(tx, {
      soort: "adviesvraag_gesteld",
      sztId,
      grondslag: "anoniem",
      gegevens: { kring: form.kring, reden: oordeel.reden },
    });
    const others = kernteamOf({ team }, todayIn(tx.now)).filter((persoonId) => persoonId !== actor.persoonId);
    await save([
      ...tellAbout("adviesvraag_gesteld", { id, sztId }, { personen: [actor.persoonId], feit: "v1" }),
      ...(form.kring === "kernteam_nu"
        ? tellAbout("adviesvraag_ontvangen", { id, sztId }, { personen: others, feit: "v1" })
        : []),
      ...(ronde ? await refreshRonde(tx, ronde, { feit: `advies${id}v1` }) : []),
    ]);
    return ok({ id, status, ronde: ronde?.datum ?? null });
  });
}

/** One for one person, to draw its card: whoever puts it before those eyes logs that. */
export async function drawAdviesvraag(world: World, actor: Actor, id: string): Promise<DrawnAdvies | null> {
  return world.database.transact(scopeOf(actor), (tx) => drawn(tx, world, actor, id));
}

export interface DrawnAdvies {
  readonly gezien: AdviesvraagGezien;
  readonly lezingen: readonly Advieslezing[];
}

async function drawn(tx: Tx, world: World, actor: Actor, id: string): Promise<DrawnAdvies | null> {
  const advies = await loadAdviesvraag(tx, world.keys, id);
  const gezien = advies && seeAdviesvraag(advies, { persoonId: actor.persoonId, now: tx.now });
  return gezien && { gezien, lezingen: [{ adviesvraag: true, sztId: advies.sztId }] };
}

/** For the form of an answer, which shows the question: that it was read is a line in the log that names none. */
export async function readAdviesvraag(
  world: World,
  actor: Actor,
  { id, wanted }: { readonly id: string; readonly wanted: AdviesAct },
): Promise<AdviesvraagGezien | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const found = await drawn(tx, world, actor, id);
    if (found?.gezien.mag.has(wanted)) await recordLezingen(tx, found.lezingen, { via: "formulier" });
    return found?.gezien ?? null;
  });
}

const listed = 8;

/** Those that this person may read, the youngest first; the list says what each is about and no more. */
export async function myAdviesvragen(world: World, actor: Actor): Promise<readonly AdviesvraagGezien[]> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const sztIds = tx.scope.kind === "persoon" ? tx.scope.sztIds : [];
    const found = await adviesvragenOf(tx, world.keys, { sztIds, limit: 40 });
    const who = { persoonId: actor.persoonId, now: tx.now };
    return found.flatMap((advies) => seeAdviesvraag(advies, who) ?? []).slice(0, listed);
  });
}

/** Puts its card below in the chat, from a list. */
export function showAdviesvraag(act: Act, id: string): Promise<Result<true, ActRefusal>> {
  return perform<true, ActRefusal>(act, async (tx, save) => {
    const { persoonId } = act.actor;
    const advies = await loadAdviesvraag(tx, act.world.keys, id);
    if (!advies || !seeAdviesvraag(advies, { persoonId, now: tx.now }))
      return refuse({ kind: "onzichtbaar" });
    await save(tellAbout("adviesvraag_getoond", advies, { personen: [persoonId], feit: act.press }));
    return ok(true);
  });
}

export interface OpenAdvies {
  readonly advies: AdviesvraagFeit;
  readonly gezien: AdviesvraagGezien;
}

/** One that this person may do this with, at the version of the card. */
export async function forAct(
  tx: Tx,
  { world, actor }: Pick<Act, "world" | "actor">,
  { at, wanted }: { readonly at: AdviesAt; readonly wanted: AdviesAct },
): Promise<Result<OpenAdvies, ActRefusal>> {
  const advies = await loadAdviesvraag(tx, world.keys, at.id);
  const gezien = advies && seeAdviesvraag(advies, { persoonId: actor.persoonId, now: tx.now });
  if (!gezien) return refuse({ kind: "onzichtbaar" });
  if (gezien.versie !== at.versie || !gezien.mag.has(wanted)) return refuse({ kind: "verouderd" });
  return ok({ advies, gezien });
}

/** The ib takes it back, or has it go before its time: in both cases nothing is left of it. */
export function wisAdviesvraag(
  act: Act,
  at: AdviesAt,
  wanted: "intrekken" | "wissen",
): Promise<Result<true, ActRefusal>> {
  return perform<true, ActRefusal>(act, async (tx, save) => {
    const found = await forAct(tx, act, { at, wanted });
    if (!found.ok) return found;
    const { advies } = found.value;
    await save(await erase(tx, advies, wanted === "intrekken" ? "ingetrokken" : "verzoek"));
    return ok(true);
  });
}
