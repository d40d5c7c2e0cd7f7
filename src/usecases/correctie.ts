import { correctTexts, hulpvragenOf, insertCorrectie, raiseVersion } from "#database/correctie.ts";
import { dataKeyOf } from "#database/datasleutel.ts";
import { loadDossier } from "#database/dossier.ts";
import { lockSzt, markGroundBack, openHulpvraagOf } from "#database/hulpvraag.ts";
import { leerlingenLike } from "#database/leerling.ts";
import type { Tx } from "#database/pool.ts";
import {
  askedByOthers,
  type CorrectieVeld,
  type Correctievrager,
  type CorrectieWaarden,
  changedWaarden,
  checkCorrectie,
  type NotitieVeld,
  notitieProblem,
} from "#domain/correctie.ts";
import type { Dossier } from "#domain/dossier.ts";
import { statusWithoutGround } from "#domain/grondslag-weg.ts";
import { type Stap2Tekst, stap2Teksten } from "#domain/intake.ts";
import { lezingOf } from "#domain/lezing.ts";
import { nummerAfterCorrectie } from "#domain/naamgenoot.ts";
import type { Notice } from "#domain/notice.ts";
import type { Identiteit } from "#domain/rechten.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import type { Laat } from "#domain/screening-keuze.ts";
import { seal } from "#domain/sealed.ts";
import { todayIn } from "#domain/today.ts";
import { decideDossierOn } from "#domain/toestemming.ts";
import { type Problemen, problemsOf } from "#domain/veld.ts";
import { reveal } from "#domain/visibility.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { renewNow, waitNotices } from "./consent-expiry.ts";
import { clear, resumeNotices } from "./grondslag-gevolg.ts";
import { dropGround, dropOffer } from "./grondslag-weg.ts";
import { refreshed } from "./hulpvraag-notice.ts";
import { emptyFields } from "./inzage.ts";
import { keepGegevens } from "./leerling-naam.ts";
import { recordLezingen } from "./lezing.ts";
import { bekendenOf } from "./naamgenoot.ts";
import { judgeVerzoek, openRechten, type RechtenOpen, type VerzoekUitkomst } from "./rechten.ts";
import { logCase, tell } from "./regierol-open.ts";
import { rewriteSummaries } from "./samenvatting-vrijgave.ts";
import { recordKept } from "./screening.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** What stands now, to be put right; null for who does not answer for it. */
export interface CorrectieGezien {
  readonly id: string;
  readonly versie: number;
  readonly referentie: string;
  readonly sector: Dossier["sector"];
  readonly waarden: CorrectieWaarden;
  readonly vandaag: Temporal.PlainDate;
  /** What can get a note beside it, with the day on which it was decided or agreed. */
  readonly besluiten: readonly {
    readonly id: string;
    readonly op: Temporal.PlainDate;
    readonly tekst: string;
  }[];
  readonly acties: readonly {
    readonly id: string;
    readonly op: Temporal.PlainDate;
    readonly tekst: string;
  }[];
}

export async function loadCorrectie(world: World, actor: Actor, id: string): Promise<CorrectieGezien | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const open = await openRechten(tx, world, actor, { id, handeling: "bewerken" });
    if (!open) return null;
    const who = { persoonId: actor.persoonId, now: tx.now };
    const lezing = lezingOf(open.dossier, { naam: true, wat: true }, who);
    await recordLezingen(tx, [lezing], { via: "formulier" });
    return seenOf(open, todayIn(tx.now));
  });
}

function seenOf({ dossier, besluit, gegevens }: RechtenOpen, vandaag: Temporal.PlainDate): CorrectieGezien {
  const text = (sealed: Dossier["vraag"]) => sealed && reveal(besluit.wat, sealed);
  return {
    id: dossier.id,
    versie: dossier.versie,
    referentie: dossier.referentie,
    sector: dossier.sector,
    waarden: {
      ...gegevens,
      gezag: dossier.gezag,
      vraag: text(dossier.vraag),
      gedaanToelichting: text(dossier.gedaanToelichting),
      oudersVraag: text(dossier.oudersVraag),
    },
    vandaag,
    besluiten: dossier.besluiten.map((one) => ({
      id: one.id,
      op: todayIn(one.genomenOp),
      tekst: text(one.afweging) ?? "",
    })),
    acties: dossier.acties.map((one) => ({
      id: one.id,
      op: one.datum,
      tekst: text(one.omschrijving) ?? "",
    })),
  };
}

interface Gevraagd {
  readonly van: readonly Correctievrager[];
  readonly identiteit: Identiteit | null;
}
export interface CorrectieForm extends Gevraagd {
  readonly waarden: CorrectieWaarden;
  readonly laat?: Laat<Stap2Tekst>;
}

export type CorrectieUitkomst =
  | { readonly kind: "gecorrigeerd" }
  /** Not for who asks; what then is said in words. */
  | { readonly kind: "niet"; readonly waarom: VerzoekUitkomst };
export type CorrectieRefusal =
  | { readonly kind: "velden"; readonly problemen: Problemen<CorrectieVeld> }
  | { readonly kind: "niets_anders" }
  /** With these values there would be two open hulpvragen of one leerling. */
  | { readonly kind: "bestaat_al"; readonly referentie: string };

/** Known values and texts, whatever became of the hulpvraag. What follows from them is decided anew. */
export function correct(
  act: Act,
  at: { readonly id: string; readonly versie: number },
  form: CorrectieForm,
): Promise<Result<CorrectieUitkomst, CorrectieRefusal | ActRefusal>> {
  const { world, actor } = act;
  return perform<CorrectieUitkomst, CorrectieRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openRechten(tx, world, actor, { id: at.id, handeling: "bewerken" });
    if (!open) return refuse({ kind: "onzichtbaar" });
    const { dossier } = open;
    if (dossier.versie !== at.versie) return refuse({ kind: "verouderd" });
    const { waarden: before, vandaag } = seenOf(open, todayIn(tx.now));
    const velden = changedWaarden(before, form.waarden);
    const problemen = problemsIn(form, before, { dossier, today: vandaag });
    if (problemen) return refuse({ kind: "velden", problemen });
    if (velden.length === 0) return refuse({ kind: "niets_anders" });
    await lockSzt(tx, dossier.sztId);
    const double = await otherOpen(tx, world, open, form.waarden);
    if (double) return refuse({ kind: "bestaat_al", referentie: double });
    const waarom = await judged(tx, open, form);
    if (waarom) return ok({ kind: "niet", waarom });
    const all = await dossiersOf(tx, world, open);
    await save(await store(tx, act, open, form.waarden));
    await keptIn(tx, open, before, form);
    await logCase(tx, dossier, "gecorrigeerd", { velden, gevraagd_door: form.van });
    for (const one of all) await save(await redecided(tx, act, one));
    return ok({ kind: "gecorrigeerd" });
  });
}

function problemsIn(
  form: CorrectieForm,
  before: CorrectieWaarden,
  { dossier, today }: { readonly dossier: Dossier; readonly today: Temporal.PlainDate },
): Problemen<CorrectieVeld> | null {
  const { sector, schoolId } = dossier;
  const wrong = {
    ...checkCorrectie(before, form.waarden, { sector, schoolId, today, laat: form.laat ?? {} }),
    ...askedProblem(form),
  };
  return Object.keys(wrong).length === 0 ? null : wrong;
}

/** Only of what was changed: an old text that stands as it was is not pointed out again. */
async function keptIn(
  tx: Tx,
  { dossier }: RechtenOpen,
  before: CorrectieWaarden,
  { waarden, laat = {} }: CorrectieForm,
): Promise<void> {
  const changed = changedWaarden(before, waarden).filter((one) =>
    stap2Teksten.some((tekst) => tekst === one),
  );
  const teksten = Object.fromEntries(changed.map((one) => [one, waarden[one]]));
  await recordKept(tx, dossier, { teksten, laat, known: { naam: waarden.naam } });
}

/** Who asked must be known; the school itself needs no proof of who it is. */
function askedProblem({ van, identiteit }: Gevraagd): Problemen<"van" | "identiteit"> | null {
  const others = askedByOthers(van);
  if (van.length > 0 && others.length === 0) return null;
  const empty = emptyFields({ van: others, identiteit });
  return problemsOf(Object.fromEntries(empty.map((veld) => [veld, { kind: "leeg" } as const])));
}

async function judged(
  tx: Tx,
  open: RechtenOpen,
  { van, identiteit }: Gevraagd,
): Promise<VerzoekUitkomst | null> {
  const others = askedByOthers(van);
  return others.length === 0 ? null : judgeVerzoek(tx, open, { van: others, identiteit }, "correctie");
}

/** The rule of the intake (000 §3.2) holds for a corrected name as well. */
async function otherOpen(
  tx: Tx,
  { keys }: World,
  { dossier, leerlingIds }: RechtenOpen,
  { naam, geboortemaand }: CorrectieWaarden,
): Promise<string | null> {
  if (!(await openHulpvraagOf(tx, leerlingIds))) return null;
  const like = await leerlingenLike(tx, keys, { schoolId: dossier.schoolId, naam, geboortemaand });
  // With the name it had, the others of that name are other children.
  if (like.some(({ id }) => leerlingIds.includes(id))) return null;
  const other = await openHulpvraagOf(
    tx,
    like.map(({ id }) => id),
  );
  return other?.referentie ?? null;
}

async function dossiersOf(
  tx: Tx,
  { keys }: World,
  { leerlingIds }: RechtenOpen,
): Promise<readonly Dossier[]> {
  const found: Dossier[] = [];
  for (const id of await hulpvragenOf(tx, leerlingIds)) {
    const dossier = await loadDossier(tx, keys, id);
    if (dossier) found.push(dossier);
  }
  return found;
}

/** The values are of the leerling, so they change wherever the child was recorded; the texts are of this hulpvraag. */
async function store(
  tx: Tx,
  { world, press }: Act,
  { dossier, leerlingIds }: RechtenOpen,
  { gezag, vraag, gedaanToelichting, oudersVraag, ...gegevens }: CorrectieWaarden,
): Promise<readonly Notice[]> {
  const { schoolId } = dossier;
  const { keys } = world;
  const like = await leerlingenLike(tx, keys, { schoolId, ...gegevens });
  const own = like.find(({ id }) => leerlingIds.includes(id));
  const bekenden = own ? [] : await bekendenOf(tx, world, { schoolId, ...gegevens });
  const nummer = own?.nummer ?? nummerAfterCorrectie(bekenden, gegevens.kenmerk);
  const notices: Notice[] = [];
  for (const id of leerlingIds)
    notices.push(...(await keepGegevens(tx, world, { id, schoolId, gezag, gegevens, nummer }, press)));
  const sealed = (text: string | null) => (text === null ? null : seal(text));
  await correctTexts(tx, await dataKeyOf(tx, keys, dossier.leerlingId), dossier.id, {
    vraag: sealed(vraag),
    gedaanToelichting: sealed(gedaanToelichting),
    oudersVraag: sealed(oudersVraag),
  });
  return notices;
}

/**
 * Every hulpvraag of the leerling is drawn again, and its ground decided again: a corrected birth month or gezag can
 * change whose consent counts. A ground that held and holds no more takes it off the agendas.
 */
async function redecided(tx: Tx, { world, actor }: Act, before: Dossier): Promise<readonly Notice[]> {
  const { id, sztId } = before;
  const today = todayIn(tx.now);
  const versie = await raiseVersion(tx, id);
  const dossier = await loadDossier(tx, world.keys, id);
  if (!dossier) throw new Error("a hulpvraag went away under its own lock");
  const held = (one: Dossier) => decideDossierOn(one, today).ok;
  const ended = dossier.status === "afgesloten" || dossier.status === "ingetrokken";
  if (!ended && held(dossier)) await markGroundBack(tx, id);
  if (ended || !held(before) || held(dossier)) {
    const back = ended ? [] : resumeNotices({ before, after: dossier }, tx.now);
    return tell(tx, { id, sztId, versie }, back, [actor.persoonId]);
  }
  await renewNow(tx, world, dossier);
  await dropOffer(tx, world, dossier);
  const then = { ...dossier, status: statusWithoutGround(dossier.status) };
  const waits = waitNotices(world, then, { feit: `correctie:${id}:${versie}`, now: tx.now });
  const dropped = [...(await dropGround(tx, dossier, versie)), ...(await rewriteSummaries(tx, world, id))];
  return [
    ...toldOnce(await clear(tx, world, { before, after: dossier }, dropped), waits),
    {
      soort: "hulpvraag_terug",
      aan: { persoonId: actor.persoonId },
      onderwerpId: id,
      sztId,
      sleutel: `hulpvraag_terug:correctie:${id}:${versie}`,
    },
  ];
}

/** Who hears that it waits is not told to stop as well, and who is told to stop hears that once. */
function toldOnce(cleared: readonly Notice[], waits: readonly Notice[]): readonly Notice[] {
  const told = (list: readonly Notice[], soort: Notice["soort"]) =>
    new Set(
      list.flatMap((one) => (one.soort === soort && "persoonId" in one.aan ? [one.aan.persoonId] : [])),
    );
  const wait = told(waits, "hulpvraag_wacht");
  const stop = told(cleared, "hulpvraag_gestopt");
  const isNews = (one: Notice, others: ReadonlySet<string>) =>
    one.soort !== "hulpvraag_gestopt" || !("persoonId" in one.aan) || !others.has(one.aan.persoonId);
  return [...cleared.filter((one) => isNews(one, wait)), ...waits.filter((one) => isNews(one, stop))];
}

export interface NotitieForm extends Gevraagd {
  readonly bij: { readonly besluitId: string } | { readonly actieId: string } | null;
  readonly tekst: string;
  readonly laat?: Laat<"tekst">;
}
export type NotitieRefusal = { readonly kind: "velden"; readonly problemen: Problemen<NotitieVeld> };

/** Beside a besluit or an actie: what was decided stays what it was, and what was not right about it stands there too. */
export function addNotitie(
  act: Act,
  at: { readonly id: string; readonly versie: number },
  form: NotitieForm,
): Promise<Result<CorrectieUitkomst, NotitieRefusal | ActRefusal>> {
  const { world, actor } = act;
  return perform<CorrectieUitkomst, NotitieRefusal | ActRefusal>(act, async (tx, save) => {
    const open = await openRechten(tx, world, actor, { id: at.id, handeling: "bewerken" });
    if (!open) return refuse({ kind: "onzichtbaar" });
    const { dossier, gegevens } = open;
    if (dossier.versie !== at.versie) return refuse({ kind: "verouderd" });
    const bij = form.bij && standsIn(dossier, form.bij) ? form.bij : null;
    const { naam } = gegevens;
    const laat = form.laat ?? {};
    const problemen = {
      ...problemsOf<NotitieVeld>({
        bij: bij ? undefined : { kind: "leeg" },
        tekst: notitieProblem(form.tekst, { naam, today: todayIn(tx.now), laat: laat.tekst }),
      }),
      ...askedProblem(form),
    };
    if (!bij || Object.keys(problemen).length > 0) return refuse({ kind: "velden", problemen });
    const waarom = await judged(tx, open, form);
    if (waarom) return ok({ kind: "niet", waarom });
    await insertCorrectie(tx, await dataKeyOf(tx, world.keys, dossier.leerlingId), {
      id: world.chance.uuid(),
      sztId: dossier.sztId,
      hulpvraagId: dossier.id,
      bij,
      tekst: seal(form.tekst),
      gevraagdDoor: form.van,
      door: actor.persoonId,
    });
    await logCase(tx, dossier, "correctie_genoteerd", { gevraagd_door: form.van });
    await recordKept(tx, dossier, { teksten: { tekst: form.tekst }, laat, known: { naam } });
    const changed = { id: dossier.id, sztId: dossier.sztId, versie: await raiseVersion(tx, dossier.id) };
    await save(await refreshed(tx, changed, [actor.persoonId]));
    return ok({ kind: "gecorrigeerd" });
  });
}

function standsIn({ besluiten, acties }: Dossier, bij: NonNullable<NotitieForm["bij"]>): boolean {
  return "besluitId" in bij
    ? besluiten.some(({ id }) => id === bij.besluitId)
    : acties.some(({ id }) => id === bij.actieId);
}
