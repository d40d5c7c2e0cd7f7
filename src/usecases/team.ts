/** Who works in a team: seen, added, changed, replaced, gone. Whoever is added sees no more than the consent of a case gives. */
import { lookAtAfspraken } from "#database/afspraak.ts";
import { recordEvent } from "#database/event.ts";
import { readersOf } from "#database/message.ts";
import { personenByEmail } from "#database/persoon.ts";
import type { Tx } from "#database/pool.ts";
import {
  agree,
  confirmLeft,
  dropLinks,
  insertLid,
  insertPersoon,
  ledenOf,
  lockTeam,
  mendNaam,
  type NieuwLid,
  restoreLid,
  setTot,
  setVoorzitter,
  teamSettings,
} from "#database/team.ts";
import { ibFuncties } from "#domain/code.ts";
import type { Notice } from "#domain/notice.ts";
import { activeOn } from "#domain/relatie.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import {
  beslissersOver,
  groepenOf,
  kanVoorzitten,
  type LidFeit,
  leadsTeam,
  mayChangeLid,
  seesTeam,
  seeTeam,
  type TeamGezien,
  toeTeVoegen,
} from "#domain/team.ts";
import {
  type AfspraakForm,
  type Afspraakveld,
  checkAfspraak,
  checkToevoegen,
  checkVertrek,
  checkVervanging,
  checkVoorzitter,
  isChangeable,
  isLaatsteIb,
  laatsteDag,
  nameFits,
  type ToevoegForm,
  type Toevoegveld,
  type VertrekForm,
  type Vertrekveld,
  type VervangForm,
} from "#domain/team-form.ts";
import { todayIn } from "#domain/today.ts";
import type { Problemen, Veldprobleem } from "#domain/veld.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { refreshedChats } from "./chat-refresh.ts";
import { beginDays } from "./dagbericht-timer.ts";
import { ensureMembershipTimers } from "./lidmaatschap.ts";
import { momentprikWithout } from "./momentprik-due.ts";
import { tellAbout } from "./notice-about.ts";
import { send } from "./send.ts";
import { awaitNewcomers } from "./team-timer.ts";
import { schoolsIn } from "./teamactie.ts";
import { settleTeam, tellLooseWork } from "./vertrek.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

type Velden<Veld extends string> = { readonly kind: "velden"; readonly problemen: Problemen<Veld> };
export type TeamRefusal<Veld extends string = never> = ActRefusal | Velden<Veld>;

/** The SZTs in which this person works, with the names of their schools. */
export async function teamsFor(
  world: World,
  actor: Actor,
): Promise<readonly { readonly sztId: string; readonly naam: string }[]> {
  const ids = [...new Set(actor.lidmaatschappen.map(({ sztId }) => sztId))].filter((id) =>
    seesTeam(actor, id),
  );
  return world.database.transact(scopeOf(actor), async (tx) => {
    const found = [];
    for (const sztId of ids) found.push({ sztId, naam: await schoolsIn(tx, sztId) });
    return found.toSorted((one, other) => one.naam.localeCompare(other.naam, "nl"));
  });
}

export async function readTeam(world: World, actor: Actor, sztId: string): Promise<TeamGezien | null> {
  if (!seesTeam(actor, sztId)) return null;
  return world.database.transact(scopeOf(actor), (tx) => look(tx, actor, sztId));
}

async function look(tx: Tx, actor: Actor, sztId: string): Promise<TeamGezien | null> {
  const today = todayIn(tx.now);
  const leden = await ledenOf(tx, sztId, today);
  return seeTeam(
    { sztId, naam: await schoolsIn(tx, sztId), leden, settings: await teamSettings(tx) },
    actor,
    today,
  );
}

/** What the forms are drawn from; null for who does not see to this team. */
export interface TeamVraag {
  readonly naam: string;
  readonly vandaag: Temporal.PlainDate;
  /** Whom this person may change. */
  readonly leden: readonly LidFeit[];
  readonly voorzitters: readonly LidFeit[];
}

export async function teamVraag(world: World, actor: Actor, sztId: string): Promise<TeamVraag | null> {
  if (!leadsTeam(actor, sztId)) return null;
  return world.database.transact(scopeOf(actor), async (tx) => {
    const vandaag = todayIn(tx.now);
    const leden = await ledenOf(tx, sztId, vandaag);
    return {
      naam: await schoolsIn(tx, sztId),
      vandaag,
      leden: groepenOf(leden, vandaag)
        .flatMap((groep) => groep.leden)
        .filter((lid) => isChangeable(lid, vandaag) && mayChangeLid(actor, sztId, lid)),
      voorzitters: leden.filter((lid) => kanVoorzitten(lid, vandaag)),
    };
  });
}

interface Open {
  readonly tx: Tx;
  readonly leden: readonly LidFeit[];
  readonly today: Temporal.PlainDate;
  readonly save: (notices: readonly Notice[]) => Promise<void>;
}

/** One change of one team by who sees to it; held, so that the next one sees it. */
function withTeam<T, E>(
  act: Act,
  sztId: string,
  run: (open: Open) => Promise<Result<T, E | ActRefusal>>,
): Promise<Result<T, E | ActRefusal>> {
  return perform<T, E | ActRefusal>(act, async (tx, save) => {
    if (!leadsTeam(act.actor, sztId)) return refuse({ kind: "onzichtbaar" });
    await lockTeam(tx, sztId);
    const today = todayIn(tx.now);
    return run({ tx, today, leden: await ledenOf(tx, sztId, today), save });
  });
}

/** Of this team, and one that this person may change. */
function lidOf({ leden, today }: Open, act: Act, sztId: string, id: string | null): LidFeit | null {
  const lid = leden.find((one) => one.id === id);
  return lid && isChangeable(lid, today) && mayChangeLid(act.actor, sztId, lid) ? lid : null;
}

/** The others who see to the team hear of it, and every card of it that stands shows it. */
async function tellTeam(
  tx: Tx,
  act: Act,
  { sztId, leden, today }: { readonly sztId: string } & Pick<Open, "leden" | "today">,
): Promise<readonly Notice[]> {
  const plek = { id: sztId, sztId };
  const leiders = leden.filter(
    (lid) => activeOn(lid, today) && (lid.voorzitter || ibFuncties.some((ib) => ib === lid.functie)),
  );
  const personen = leiders.map(({ persoonId }) => persoonId).filter((id) => id !== act.actor.persoonId);
  const standing = (await readersOf(tx, "team", sztId)).filter((id) => !personen.includes(id));
  return [
    ...tellAbout("team_gewijzigd", plek, { personen, feit: act.press }),
    ...tellAbout("team_ververst", plek, { personen: standing, feit: act.press }),
  ];
}

/** A school of its own where the SZT serves more: who brings somebody in opens nothing of another school. */
function schoolOf({ lidmaatschappen }: Actor, sztId: string): string | null {
  const own = lidmaatschappen.find(
    (lid) => lid.sztId === sztId && ibFuncties.some((ib) => ib === lid.functie),
  );
  return own?.schoolId ?? null;
}

type Nieuw = Pick<NieuwLid, "functie" | "van" | "tot" | "vervangtId" | "afspraak" | "schoolId">;

async function bringIn(
  act: Act,
  open: Open,
  sztId: string,
  {
    bekend,
    email,
    naam,
    ...lid
  }: Nieuw & { readonly bekend: string | null; readonly email: string; readonly naam: string },
): Promise<boolean> {
  const { tx } = open;
  const { uuid } = act.world.chance;
  const persoonId = bekend ?? uuid();
  // A name that stands is not changed here: it is somebody's own, and others know them by it.
  if (!bekend) await insertPersoon(tx, { id: persoonId, naam, email });
  else if (naam !== "" && nameFits(naam)) await mendNaam(tx, { persoonId, sztId }, naam);
  const id = uuid();
  if (!(await insertLid(tx, { id, sztId, persoonId, ...lid }))) return false;
  await recordEvent(tx, {
    soort: "lid_toegevoegd",
    sztId,
    gegevens: { lid: id, functie: lid.functie, vervangt: lid.vervangtId !== null },
  });
  await ensureMembershipTimers(tx, act.world);
  await beginDays(tx, act.world, persoonId);
  await open.save([
    ...(await tellTeam(tx, act, { sztId, ...open })),
    ...(await settleTeam(tx, act.world, { sztId, feit: act.press })),
  ]);
  await awaitNewcomers(tx, act.world, sztId);
  return true;
}

async function knownAs(tx: Tx, email: string): Promise<string | null> {
  const [one, other] = email === "" ? [] : await personenByEmail(tx, email);
  return one && !other ? one : null;
}

/** Somebody who is known by this address, or is from now on. */
export function voegToe(
  act: Act,
  sztId: string,
  form: ToevoegForm,
): Promise<Result<true, TeamRefusal<Toevoegveld>>> {
  return withTeam<true, TeamRefusal<Toevoegveld>>(act, sztId, async (open) => {
    const persoonId = await knownAs(open.tx, form.email);
    const bekend = persoonId ? { persoonId } : null;
    const problemen = checkToevoegen(form, { ...open, bekend, kan: toeTeVoegen });
    if (problemen) return refuse({ kind: "velden", problemen });
    const { functie, van, tot, uren, werkdagen, email, naam } = form;
    if (!functie || !van) throw new Error("a form without its fields");
    const nieuw = { functie, van, tot, vervangtId: null, afspraak: { uren, werkdagen } };
    const schoolId = schoolOf(act.actor, sztId);
    const made = await bringIn(act, open, sztId, { ...nieuw, schoolId, bekend: persoonId, email, naam });
    return made ? ok(true) : refuse({ kind: "velden", problemen: { functie: { kind: "staat_er_al" } } });
  });
}

/** A colleague stands in, with rights of their own and a last day; who is away keeps the place. */
export function vervang(
  act: Act,
  sztId: string,
  lidId: string | null,
  form: VervangForm,
): Promise<Result<true, TeamRefusal<Toevoegveld | "lid">>> {
  return withTeam<true, TeamRefusal<Toevoegveld | "lid">>(act, sztId, async (open) => {
    const lid = lidOf(open, act, sztId, lidId);
    if (!lid || ibFuncties.some((ib) => ib === lid.functie))
      return refuse({ kind: "velden", problemen: { lid: { kind: lidId ? "al_weg" : "leeg" } } });
    const persoonId = await knownAs(open.tx, form.email);
    const problemen = checkVervanging(form, { ...open, lid, bekend: persoonId ? { persoonId } : null });
    if (problemen) return refuse({ kind: "velden", problemen });
    const { van, tot, email, naam } = form;
    if (!van) throw new Error("a form without its fields");
    const made = await bringIn(act, open, sztId, {
      ...{ functie: lid.functie, schoolId: lid.schoolId ?? schoolOf(act.actor, sztId) },
      ...{ van, tot, vervangtId: lid.id, afspraak: lid.afspraak, bekend: persoonId, email, naam },
    });
    return made ? ok(true) : refuse({ kind: "velden", problemen: { email: { kind: "staat_er_al" } } });
  });
}

/** Hours and days from a day on, and the last day. What was agreed before that day stays as it was. */
export function spreekAf(
  act: Act,
  sztId: string,
  lidId: string | null,
  form: AfspraakForm,
): Promise<Result<true, TeamRefusal<Afspraakveld>>> {
  return withTeam<true, TeamRefusal<Afspraakveld>>(act, sztId, async (open) => {
    const { tx, today } = open;
    const lid = lidOf(open, act, sztId, lidId);
    if (!lid) return refuse({ kind: "verouderd" });
    const problemen = checkAfspraak(form, lid, today);
    if (problemen) return refuse({ kind: "velden", problemen });
    const { vanaf, tot, uren, werkdagen } = form;
    if (!vanaf) throw new Error("a form without its fields");
    const sameEnd = tot === lid.tot || (tot !== null && lid.tot !== null && tot.equals(lid.tot));
    // An end that stood already is no reason to refuse other hours.
    if (!sameEnd && tot && isLaatsteIb(lid, open.leden, tot))
      return refuse({ kind: "velden", problemen: { tot: { kind: "laatste_ib" } } });
    await agree(tx, { id: lid.id, sztId }, { vanaf, uren, werkdagen, door: act.actor.persoonId });
    if (!sameEnd) await setTot(tx, lid.id, { tot, einde: null });
    await ensureMembershipTimers(tx, act.world);
    await recordEvent(tx, {
      soort: "lid_gewijzigd",
      sztId,
      gegevens: { lid: lid.id, vanaf: vanaf.toString() },
    });
    await open.save(await tellTeam(tx, act, { sztId, ...open }));
    return ok(true);
  });
}

export function kiesVoorzitter(
  act: Act,
  sztId: string,
  persoonId: string | null,
): Promise<Result<true, ActRefusal | { readonly kind: "wie"; readonly probleem: Veldprobleem }>> {
  type Refusal = ActRefusal | { readonly kind: "wie"; readonly probleem: Veldprobleem };
  return withTeam<true, Refusal>(act, sztId, async (open) => {
    const { tx, today, leden } = open;
    const probleem = checkVoorzitter(persoonId, leden, today);
    if (probleem) return refuse({ kind: "wie", probleem });
    const lid = leden.find((one) => one.persoonId === persoonId && kanVoorzitten(one, today));
    if (!lid) throw new Error("a chair who is not there");
    const vorige = leden.filter((one) => one.voorzitter && one.persoonId !== persoonId);
    await setVoorzitter(tx, sztId, lid.id);
    await recordEvent(tx, { soort: "voorzitter_gekozen", sztId, gegevens: { lid: lid.id } });
    await open.save([
      ...(await tellTeam(tx, act, { sztId, ...open })),
      // Who chairs no more may see less from now on, and who does may do more.
      ...(await refreshedChats(
        tx,
        [...vorige.map((one) => one.persoonId), lid.persoonId],
        `voorzitter:${act.press}`,
      )),
    ]);
    return ok(true);
  });
}

/** On a day, or at once: then nothing of this SZT opens any more, whatever card or link it is tried from. */
export function vertrekt(
  act: Act,
  sztId: string,
  lidId: string | null,
  form: VertrekForm,
): Promise<Result<true, TeamRefusal<Vertrekveld | "lid">>> {
  return withTeam<true, TeamRefusal<Vertrekveld | "lid">>(act, sztId, async (open) => {
    const { tx, today } = open;
    const lid = lidOf(open, act, sztId, lidId);
    const problemen = {
      ...(lid ? {} : { lid: { kind: lidId ? ("al_weg" as const) : ("leeg" as const) } }),
      ...checkVertrek(form, today),
    };
    if (!lid || Object.keys(problemen).length > 0) return refuse({ kind: "velden", problemen });
    const tot = laatsteDag(form, lid, today);
    if (isLaatsteIb(lid, open.leden, tot))
      return refuse({ kind: "velden", problemen: { lid: { kind: "laatste_ib" } } });
    await setTot(tx, lid.id, { tot, einde: "hand" });
    await ensureMembershipTimers(tx, act.world);
    await recordEvent(tx, { soort: "lid_gestopt", sztId, gegevens: { lid: lid.id, tot: tot.toString() } });
    const over = Temporal.PlainDate.compare(tot, today) < 0;
    await open.save([
      ...(await tellTeam(tx, act, { sztId, ...open })),
      ...(over ? await afterLeaving(tx, act.world, { ...lid, sztId, feit: act.press }) : []),
    ]);
    return ok(true);
  });
}

/** Of what was decided already who sees to the team hears so; while it waits only who was asked decides. */
function mayDecide(
  lid: LidFeit,
  leden: readonly LidFeit[],
  { act, sztId, today }: { readonly act: Act; readonly sztId: string; readonly today: Temporal.PlainDate },
): boolean {
  if (!lid.onderbroken) return mayChangeLid(act.actor, sztId, lid);
  return beslissersOver(lid, leden, { sztId, today }).includes(act.actor.persoonId);
}

/** Who was asked says whether Teams was right. */
export function beslisVertrek(
  act: Act,
  lidId: string,
  weg: boolean,
): Promise<Result<{ readonly sztId: string }, ActRefusal>> {
  return perform<{ readonly sztId: string }, ActRefusal>(act, async (tx, save) => {
    const today = todayIn(tx.now);
    for (const sztId of new Set(act.actor.lidmaatschappen.map((lid) => lid.sztId))) {
      if (!seesTeam(act.actor, sztId)) continue;
      // Only the own team waits for it; what was read before that is read again.
      if (!(await ledenOf(tx, sztId, today)).some(({ id }) => id === lidId)) continue;
      await lockTeam(tx, sztId);
      const leden = await ledenOf(tx, sztId, today);
      const lid = leden.find(({ id }) => id === lidId);
      if (!lid || !mayDecide(lid, leden, { act, sztId, today })) continue;
      const done = weg ? await confirmLeft(tx, lidId) : await restoreLid(tx, lidId);
      if (!done) return refuse({ kind: "verouderd" });
      if (!weg) await lookAtAfspraken(tx, lid.persoonId);
      await recordEvent(
        tx,
        weg
          ? { soort: "lid_gestopt", sztId, gegevens: { lid: lidId, tot: (lid.tot ?? today).toString() } }
          : { soort: "lid_terug", sztId, gegevens: { lid: lidId } },
      );
      await save([
        ...(await tellTeam(tx, act, { sztId, leden, today })),
        ...(weg
          ? await afterLeaving(tx, act.world, { ...lid, sztId, feit: act.press })
          : await refreshedChats(tx, [lid.persoonId], `terug:${act.press}`)),
      ]);
      return ok({ sztId });
    }
    return refuse({ kind: "onzichtbaar" });
  });
}

/** One membership is over: the chat is drawn again, links open nothing, and what they held goes on with others. */
export async function afterLeaving(
  tx: Tx,
  world: World,
  { persoonId, sztId, feit }: { readonly persoonId: string; readonly sztId: string; readonly feit: string },
): Promise<readonly Notice[]> {
  await dropLinks(tx, persoonId);
  await lookAtAfspraken(tx, persoonId);
  return [
    ...(await settleTeam(tx, world, { sztId, feit })),
    ...(await refreshedChats(tx, [persoonId], `weg:${feit}`)),
    ...(await momentprikWithout(tx, persoonId, `weg:${feit}`)),
    ...(await tellLooseWork(tx, { sztId, feit })),
  ];
}

/** The SZT of a membership that this person may change, with what holds for it now. */
export async function lidVraag(
  world: World,
  actor: Actor,
  lidId: string,
): Promise<{ readonly sztId: string; readonly lid: LidFeit; readonly vraag: TeamVraag } | null> {
  for (const sztId of new Set(actor.lidmaatschappen.map((lid) => lid.sztId))) {
    const vraag = await teamVraag(world, actor, sztId);
    const lid = vraag?.leden.find(({ id }) => id === lidId);
    if (vraag && lid) return { sztId, lid, vraag };
  }
  return null;
}

/** Puts it below in the own chat, as a message that we know. */
export async function showTeam(
  world: World,
  actor: Actor,
  { sztId, occasion }: { readonly sztId: string; readonly occasion: string },
): Promise<boolean> {
  if (!seesTeam(actor, sztId)) return false;
  await world.database.transact(scopeOf(actor), async (tx) => {
    const notices = tellAbout(
      "team_getoond",
      { id: sztId, sztId },
      { personen: [actor.persoonId], feit: occasion },
    );
    await send(world, tx, notices);
  });
  return true;
}
