import { loadDossier, teamOf } from "#database/dossier.ts";
import { touchHulpvraag, zaakOf } from "#database/hulpvraag.ts";
import { schoolCalendar } from "#database/kalender.ts";
import { plannedRondesOf } from "#database/overlegronde.ts";
import { after, type Tx } from "#database/pool.ts";
import { rondesById } from "#database/ronde-feit.ts";
import { setTimer } from "#database/timer.ts";
import { insertUitzondering, openVerzoekenAan, uitzonderingById } from "#database/uitzondering.ts";
import type { Dossier, RondeFeit, TeamlidFeit } from "#domain/dossier.ts";
import type { Lezing } from "#domain/lezing.ts";
import { maskNaam } from "#domain/naam-masker.ts";
import { invitable } from "#domain/overlegronde.ts";
import { ofSchool } from "#domain/relatie.ts";
import { addSchooldagen } from "#domain/schooldag.ts";
import { type Actor, hasFunctie, scopeOf } from "#domain/scope.ts";
import { withoutNames } from "#domain/screening-keuze.ts";
import { seal } from "#domain/sealed.ts";
import { seeHulpvraag } from "#domain/see-hulpvraag.ts";
import { seeUitzondering, type UitzonderingGezien, type VerzoekFeit } from "#domain/see-uitzondering.ts";
import { momentOf, todayIn } from "#domain/today.ts";
import {
  checkVraag,
  type UitzonderingProblemen,
  type VraagForm,
  type VraagVeld,
} from "#domain/uitzondering-form.ts";
import { directeurenVoor, type GeenVraag, geenVraag, rondesVoor } from "#domain/uitzondering-vraag.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { pupilsIn } from "./bekende-naam.ts";
import type { At } from "./hulpvraag.ts";
import { refreshed } from "./hulpvraag-notice.ts";
import { tellAbout } from "./notice-about.ts";
import { logCase } from "./regierol-open.ts";
import { recordKept } from "./screening.ts";
import { send } from "./send.ts";
import { applyTermEvent } from "./termijn.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** What the form shows. The name is for finding it in the text, not for showing it to the directeur. */
export interface UitzonderingVraag {
  readonly id: string;
  readonly versie: number;
  readonly referentie: string;
  readonly naam: string;
  readonly rondes: readonly RondeFeit[];
  /** Who can be in the circle, beside the ib who asks. */
  readonly team: readonly TeamlidFeit[];
  readonly directeuren: readonly TeamlidFeit[];
  readonly vandaag: Temporal.PlainDate;
}

export type VraagLook = Result<UitzonderingVraag, { readonly kind: "onzichtbaar" } | NietGevraagd>;

export interface NietGevraagd {
  readonly kind: "geen_vraag";
  readonly waarom: GeenVraag;
  readonly referentie: string;
}

/** For the form; what stands in the way is said before anything is filled in. */
export function loadUitzonderingVraag(world: World, actor: Actor, id: string): Promise<VraagLook> {
  return world.database.transact(scopeOf(actor), (tx) => lookAt(tx, world, actor, id));
}

async function lookAt(tx: Tx, world: World, actor: Actor, id: string): Promise<VraagLook> {
  const dossier = await loadDossier(tx, world.keys, id);
  const gezien = dossier && seeHulpvraag(dossier, actor, tx.now);
  if (!dossier || !gezien?.toestemming || !gezien.leerling) return refuse({ kind: "onzichtbaar" });
  const today = todayIn(tx.now);
  const planned = await rondesById(tx, await plannedRondesOf(tx, dossier.sztId, today));
  const waarom = geenVraag(dossier, { ib: actor.persoonId, rondes: planned, now: tx.now });
  if (waarom) return refuse({ kind: "geen_vraag", waarom, referentie: dossier.referentie });
  return ok({
    id,
    versie: dossier.versie,
    referentie: dossier.referentie,
    naam: gezien.leerling.naam,
    rondes: rondesVoor(planned, today),
    team: invitable(ofSchool(dossier.team, dossier.schoolId), today).filter(
      ({ persoonId }) => persoonId !== actor.persoonId,
    ),
    directeuren: directeurenVoor(dossier, actor.persoonId, today),
    vandaag: today,
  });
}

export type VraagRefusal =
  | { readonly kind: "velden"; readonly problemen: UitzonderingProblemen<VraagVeld> }
  | NietGevraagd;

/** The ib asks; nothing may be discussed before the directeur says yes. Answers whom she asked. */
export function askUitzondering(
  act: Act,
  at: At,
  form: VraagForm,
): Promise<Result<{ readonly directeur: string }, VraagRefusal | ActRefusal>> {
  const { world, actor } = act;
  return perform<{ readonly directeur: string }, VraagRefusal | ActRefusal>(act, async (tx, save) => {
    const look = await lookAt(tx, world, actor, at.id);
    if (!look.ok) return look;
    const vraag = look.value;
    if (vraag.versie !== at.versie) return refuse({ kind: "verouderd" });
    const known = { naam: vraag.naam };
    const { rondes, team, directeuren, vandaag: today } = vraag;
    const problemen = checkVraag(form, {
      ib: actor.persoonId,
      rondes,
      team,
      directeuren,
      known,
      today,
    });
    if (problemen) return refuse({ kind: "velden", problemen });
    const ronde = rondes.find(({ id }) => id === form.rondeId);
    const directeur = directeuren.find(({ persoonId }) => persoonId === form.directeurId);
    const dossier = await loadDossier(tx, world.keys, at.id);
    const { veiligThuis } = form;
    if (!ronde || !directeur || !dossier || !veiligThuis) throw new Error("what was checked is not there");
    if (!(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    const anderen = await pupilsIn(tx, act, { sztId: dossier.sztId, text: form.reden });
    const verzoek = { id: world.chance.uuid(), sztId: dossier.sztId };
    const zaak = await zaakOf(tx, at.id);
    await insertUitzondering(tx, world.keys, {
      ...verzoek,
      sleutelId: world.chance.uuid(),
      schoolId: dossier.schoolId,
      hulpvraagId: at.id,
      referentie: dossier.referentie,
      zaak: zaak.zaak,
      ronde,
      redenen: form.redenen,
      veiligThuis,
      reden: seal(withoutNames(withoutOthers(form.reden, anderen), known)),
      kring: [actor.persoonId, ...form.kring],
      gevraagdDoor: actor.persoonId,
      directeurId: directeur.persoonId,
    });
    await logCase(tx, dossier, "uitzondering_gevraagd", {
      redenen: form.redenen,
      veilig_thuis: veiligThuis,
      ronde: ronde.datum.toString(),
      kring: form.kring.length + 1,
      gevaar_bevestigd: form.gevaar,
    });
    await recordKept(tx, dossier, { teksten: { reden: form.reden }, laat: form.laat ?? {}, known });
    await setVerzoekTimers(tx, world, verzoek.id, { dossier, ronde });
    // Once it is reported the steps of the meldcode have been taken.
    if (veiligThuis !== "melding_gedaan")
      await applyTermEvent(tx, world, dossier, { kind: "uitzondering_gevraagd", op: today });
    await save([
      ...tellAbout("uitzondering_gevraagd", verzoek, { personen: [directeur.persoonId], feit: "vraag" }),
      ...tellAbout("uitzondering_gesteld", verzoek, { personen: [actor.persoonId], feit: "vraag" }),
      ...(await refreshed(tx, { ...at, sztId: dossier.sztId, versie: at.versie + 1 }, [actor.persoonId])),
    ]);
    return ok({ directeur: directeur.naam });
  });
}

/** Of other pupils that the text names the directeur knows no more than of this one. */
function withoutOthers(text: string, anderen: readonly string[]): string {
  return anderen.reduce((left, naam) => maskNaam(left, naam), text);
}

const midnight = Temporal.PlainTime.from("00:00");
const morning = Temporal.PlainTime.from("08:00");

/** Over at midnight after the day of the round; until it is answered it is asked again each schooldag. */
async function setVerzoekTimers(
  tx: Tx,
  world: World,
  id: string,
  { dossier, ronde }: { readonly dossier: Dossier; readonly ronde: RondeFeit },
): Promise<void> {
  await setTimer(tx, world.chance.uuid(), {
    soort: "uitzondering_verloopt",
    onderwerpId: id,
    op: momentOf(ronde.datum.add({ days: 1 }), midnight),
    sleutel: `uitzondering_verloopt:${id}`,
  });
  await remindNext(tx, world, { id, schoolId: dossier.schoolId, until: ronde.datum });
}

/** The next schooldag at eight; not beyond the day of the round. */
export async function remindNext(
  tx: Tx,
  world: Pick<World, "chance" | "wake">,
  {
    id,
    schoolId,
    until,
  }: { readonly id: string; readonly schoolId: string; readonly until: Temporal.PlainDate },
): Promise<void> {
  const next = addSchooldagen(todayIn(tx.now), 1, await schoolCalendar(tx, schoolId));
  if (Temporal.PlainDate.compare(next, until) > 0) return;
  await setTimer(tx, world.chance.uuid(), {
    soort: "uitzondering_herinneren",
    onderwerpId: id,
    op: momentOf(next, morning),
    sleutel: `uitzondering_herinneren:${id}:${next}`,
  });
  after(tx, world.wake);
}

export interface OpenVerzoek {
  readonly verzoek: VerzoekFeit;
  readonly gezien: UitzonderingGezien;
  readonly team: readonly TeamlidFeit[];
  /** Null for the directeur, whose scope reaches no case. */
  readonly dossier: Dossier | null;
}

/** One request with the eyes of who acts; null for everybody whom it does not concern. */
export async function openVerzoek(
  tx: Tx,
  world: Pick<World, "keys">,
  { persoonId }: Pick<Actor, "persoonId">,
  id: string,
): Promise<OpenVerzoek | null> {
  const verzoek = await uitzonderingById(tx, world.keys, id);
  if (!verzoek) return null;
  const team = await teamOf(tx, verzoek.sztId);
  const dossier = await loadDossier(tx, world.keys, verzoek.hulpvraagId);
  const gezien = seeUitzondering(verzoek, { persoonId, team, dossier, now: tx.now });
  return gezien && { verzoek, gezien, team, dossier };
}

/** Puts its card below in the own chat. */
export function showUitzondering(act: Act, id: string): Promise<Result<true, ActRefusal>> {
  const { world, actor } = act;
  return perform<true, ActRefusal>(act, async (tx, save) => {
    const open = await openVerzoek(tx, world, actor, id);
    if (!open) return refuse({ kind: "onzichtbaar" });
    await save(
      tellAbout("uitzondering_getoond", open.verzoek, { personen: [actor.persoonId], feit: act.press }),
    );
    return ok(true);
  });
}

/** What a directeur was asked and is still open, below in the own chat: by number, or all of it. How many there are. */
export async function showAsked(
  { world, actor }: Pick<Act, "world" | "actor">,
  { activityId, referentie }: { readonly activityId: string; readonly referentie: string | null },
): Promise<number> {
  if (!hasFunctie(actor, ["directeur"])) return 0;
  return world.database.transact(scopeOf(actor), async (tx) => {
    const open = await openVerzoekenAan(tx, actor.persoonId, referentie);
    const notices = open.flatMap((one) =>
      tellAbout("uitzondering_getoond", one, { personen: [actor.persoonId], feit: activityId }),
    );
    await send(world, tx, notices);
    return open.length;
  });
}

/** To draw it, with what it shows: read under the name of the case, by the directeur too. */
export async function readUitzondering(
  world: World,
  actor: Actor,
  id: string,
): Promise<{ readonly gezien: UitzonderingGezien; readonly lezingen: readonly Lezing[] } | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const open = await openVerzoek(tx, world, actor, id);
    return open && { gezien: open.gezien, lezingen: [readingOf(open)] };
  });
}

function readingOf({ verzoek, gezien }: OpenVerzoek): Lezing {
  return {
    ...placeOf(verzoek),
    hulpvraagId: verzoek.hulpvraagId,
    naam: false,
    wat: true,
    als: gezien.ik === "ib" ? "ib_van_school" : "gevraagde_directeur",
  };
}

/** Where a line about a request stands in the log: the directeur knows the case by no other name. */
export function placeOf({ sztId, zaak }: Pick<VerzoekFeit, "sztId" | "zaak">) {
  return { sztId, grondslag: "uitzondering" as const, ...(zaak ? { zaak } : {}) };
}
