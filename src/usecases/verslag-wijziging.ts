import { insertCorrectie, raiseVersion } from "#database/correctie.ts";
import { dataKeyOf } from "#database/datasleutel.ts";
import type { Tx } from "#database/pool.ts";
import { insertWijziging, lockVerslag, takeOver, touchVerslag, turnDown } from "#database/verslag.ts";
import type { Dossier } from "#domain/dossier.ts";
import { lezingOf } from "#domain/lezing.ts";
import type { Notice } from "#domain/notice.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import type { Laat } from "#domain/screening-keuze.ts";
import { seal } from "#domain/sealed.ts";
import { answerersOf, seeVerslag, seeWijziging, stillReads, type VerslagFacts } from "#domain/see-verslag.ts";
import { todayIn } from "#domain/today.ts";
import { type Problemen, problemsOf } from "#domain/veld.ts";
import { type Afwijsreden, type WijzigingVeld, wijzigingProblem } from "#domain/verslag.ts";
import type { VerslagGezien, WijzigingOpen } from "#domain/verslag-view.ts";
import { type Act, perform } from "./act.ts";
import { refreshed } from "./hulpvraag-notice.ts";
import { recordLezingen } from "./lezing.ts";
import { besideTold, refreshAbout, tellAbout } from "./notice-about.ts";
import { logCase } from "./regierol-open.ts";
import { recordKept } from "./screening.ts";
import { loadVerslag, type VerslagRefusal } from "./verslag.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** For its form: the items that this person can propose a change to. */
export async function readVerslag(world: World, actor: Actor, id: string): Promise<VerslagGezien | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const facts = await loadVerslag(tx, world.keys, id);
    return facts && seeVerslag(facts, { persoonId: actor.persoonId, now: tx.now });
  });
}

/** One proposal with its words, for who answers it; that it was read is logged. */
export async function openWijziging(
  world: World,
  actor: Actor,
  at: { readonly rondeId: string; readonly id: string },
): Promise<WijzigingOpen | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const who = { persoonId: actor.persoonId, now: tx.now };
    const facts = await loadVerslag(tx, world.keys, at.rondeId);
    const open = facts && seeWijziging(facts, who, at.id);
    const dossier = open && dossierIn(facts, open.hulpvraagId);
    if (!dossier) return null;
    await recordLezingen(tx, [lezingOf(dossier, { naam: false, wat: true }, who)], { via: "formulier" });
    return open;
  });
}

function dossierIn({ ronde }: VerslagFacts, hulpvraagId: string): Dossier | null {
  return ronde.punten.find(({ dossier }) => dossier.id === hulpvraagId)?.dossier ?? null;
}

export interface WijzigingForm {
  /** The hulpvraag that it is about; null when none was chosen. */
  readonly bij: string | null;
  readonly tekst: string;
  readonly laat?: Laat<"tekst">;
}
export type WijzigingRefusal =
  | VerslagRefusal
  | { readonly kind: "velden"; readonly problemen: Problemen<WijzigingVeld> };

/** A participant says what is not right; who led the round hears of it. */
export function proposeWijziging(
  act: Act,
  rondeId: string,
  form: WijzigingForm,
): Promise<Result<true, WijzigingRefusal>> {
  const { actor, world } = act;
  return perform<true, WijzigingRefusal>(act, async (tx, save) => {
    await lockVerslag(tx, rondeId);
    const facts = await loadVerslag(tx, world.keys, rondeId);
    const gezien = facts && seeVerslag(facts, { persoonId: actor.persoonId, now: tx.now });
    if (!gezien) return refuse({ kind: "onzichtbaar" });
    if (!gezien.mag.has("wijziging_voorstellen")) return refuse({ kind: "kan_niet" });
    const punt = gezien.punten.find((one) => one.magVoorstellen && one.hulpvraagId === form.bij);
    const naam = punt?.leerling?.naam ?? "";
    const laat = form.laat ?? {};
    const problemen = problemsOf<WijzigingVeld>({
      bij: punt ? undefined : { kind: "leeg" },
      tekst: wijzigingProblem(form.tekst, { naam, today: todayIn(tx.now), laat: laat.tekst }),
    });
    const dossier = punt && dossierIn(facts, punt.hulpvraagId);
    if (problemen || !dossier || !punt.besluitId)
      return refuse({ kind: "velden", problemen: problemen ?? {} });
    const id = world.chance.uuid();
    await insertWijziging(tx, await dataKeyOf(tx, world.keys, dossier.leerlingId), {
      id,
      rondeId,
      sztId: dossier.sztId,
      hulpvraagId: dossier.id,
      besluitId: punt.besluitId,
      tekst: seal(form.tekst),
      door: actor.persoonId,
    });
    await logCase(tx, dossier, "wijziging_voorgesteld");
    await recordKept(tx, dossier, { teksten: { tekst: form.tekst }, laat, known: { naam } });
    const versie = await touchVerslag(tx, rondeId);
    const personen = answerersOf(facts, dossier, { proposer: actor.persoonId, now: tx.now });
    const plek = { id: rondeId, sztId: dossier.sztId };
    const told = tellAbout("verslag_wijziging", plek, { personen, feit: id });
    const feit = `v${versie}`;
    await save(besideTold(told, await refreshAbout(tx, "verslag", plek, { feit, also: [actor.persoonId] })));
    return ok(true);
  });
}

export type WijzigingAntwoord =
  | { readonly kind: "overnemen" }
  | { readonly kind: "afwijzen"; readonly reden: Afwijsreden };

/** Taken over, it stands beside the besluit as a note; the besluit itself stays as it was. */
export function answerWijziging(
  act: Act,
  at: { readonly rondeId: string; readonly id: string },
  antwoord: WijzigingAntwoord,
): Promise<Result<true, VerslagRefusal>> {
  const { actor, world } = act;
  return perform<true, VerslagRefusal>(act, async (tx, save) => {
    await lockVerslag(tx, at.rondeId);
    const facts = await loadVerslag(tx, world.keys, at.rondeId);
    const open = facts && seeWijziging(facts, { persoonId: actor.persoonId, now: tx.now }, at.id);
    const dossier = open && dossierIn(facts, open.hulpvraagId);
    if (!open || !dossier) return refuse({ kind: "onzichtbaar" });
    const notices =
      antwoord.kind === "overnemen"
        ? await taken(act, tx, { open, dossier })
        : await refused(act, tx, { open, dossier, reden: antwoord.reden });
    const wijziging = facts.wijzigingen.find(({ id }) => id === at.id);
    const proposer = wijziging && wijziging.door !== actor.persoonId ? wijziging.door : null;
    const hears =
      proposer !== null && stillReads(facts, { persoonId: proposer, now: tx.now }, open.hulpvraagId);
    const personen = hears ? [proposer] : [];
    const plek = { id: at.rondeId, sztId: dossier.sztId };
    const versie = await touchVerslag(tx, at.rondeId);
    const told = tellAbout("verslag_beantwoord", plek, { personen, feit: at.id });
    const feit = `v${versie}`;
    const edits = await refreshAbout(tx, "verslag", plek, { feit, also: [actor.persoonId] });
    await save(besideTold(told, [...notices, ...edits]));
    return ok(true);
  });
}

interface OnProposal {
  readonly open: WijzigingOpen;
  readonly dossier: Dossier;
}

async function taken(
  { world, actor }: Act,
  tx: Tx,
  { open, dossier }: OnProposal,
): Promise<readonly Notice[]> {
  const { id, sztId } = dossier;
  if (!(await takeOver(tx, open.id, actor.persoonId)))
    throw new Error("answered under the lock of its report");
  await insertCorrectie(tx, await dataKeyOf(tx, world.keys, dossier.leerlingId), {
    id: world.chance.uuid(),
    sztId,
    hulpvraagId: id,
    bij: { besluitId: open.besluitId },
    tekst: seal(open.tekst),
    gevraagdDoor: ["school"],
    door: actor.persoonId,
  });
  await logCase(tx, dossier, "wijziging_overgenomen");
  return refreshed(tx, { id, sztId, versie: await raiseVersion(tx, id) }, []);
}

async function refused(
  { actor }: Act,
  tx: Tx,
  { open, dossier, reden }: OnProposal & { readonly reden: Afwijsreden },
): Promise<readonly Notice[]> {
  const done = await turnDown(tx, open.id, { door: actor.persoonId, reden });
  if (!done) throw new Error("answered under the lock of its report");
  await logCase(tx, dossier, "wijziging_afgewezen", { reden });
  return [];
}
