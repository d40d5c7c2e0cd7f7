/** What bridges a wait: agreed with a goal and a last day, and decided on before that day. */
import type { AtVersion } from "#database/hulpvraag.ts";
import { touchHulpvraag } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import { endOverbrugging, insertOverbrugging, saveWachtplek } from "#database/wachtlijst.ts";
import type { Dossier } from "#domain/dossier.ts";
import {
  type BeslisForm,
  type BeslisProblemen,
  checkBeslissen,
  checkOverbrugging,
  type Doelcheck,
  eindeEvents,
  isOverbrugger,
  metPlek,
  naOverbrugging,
  type OverbruggingFeit,
  type OverbruggingForm,
  type OverbruggingGrens,
  type OverbruggingProblemen,
  openOverbrugging,
} from "#domain/overbrugging.ts";
import { addSchoolweken } from "#domain/schooldag.ts";
import { rustNu, wachtkring } from "#domain/see-wachtlijst.ts";
import { type GeenReden, type HulpSoort, openPlek, type WachtplekFeit } from "#domain/wachtlijst.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { groundHolds, logCase, type Opened, openFor } from "./regierol-open.ts";
import { applyTermEvent, termContext } from "./termijn.ts";
import { changed } from "./wachtlijst.ts";
import { ok, type Result, refuse } from "./world.ts";

/** The last day on which it may end that is agreed today; who is around the hulpvraag; and whether it can only stop. */
export async function overbruggingGrens(
  tx: Tx,
  opened: Opened,
): Promise<OverbruggingGrens & { readonly rust: boolean }> {
  const { dossier, gezien, today } = opened;
  const { cal, settings } = await termContext(tx, dossier.schoolId);
  return {
    kring: wachtkring(dossier, tx.now).map(({ persoonId }) => persoonId),
    today,
    uiterlijk: addSchoolweken(today, settings.overbrugging_schoolweken, cal),
    rust: rustNu(gezien) || !groundHolds(opened),
  };
}

export type OverbruggingRefusal =
  | { readonly kind: "velden"; readonly problemen: OverbruggingProblemen }
  | { readonly kind: "geen_grondslag" };

interface Found {
  readonly opened: Opened;
  readonly plek: WachtplekFeit;
  readonly loopt: OverbruggingFeit | null;
  readonly grens: OverbruggingGrens & { readonly rust: boolean };
}

async function find(
  tx: Tx,
  act: Act,
  at: AtVersion,
  soort: HulpSoort | null,
): Promise<Result<Found, ActRefusal>> {
  const open = await openFor(tx, act, at, "overbrugging_regelen");
  if (!open.ok) return open;
  const plek = openPlek(open.value.dossier, soort);
  if (!plek) return refuse({ kind: "verouderd" });
  const grens = await overbruggingGrens(tx, open.value);
  return ok({ opened: open.value, plek, loopt: openOverbrugging(plek), grens });
}

/** Agreed for this place; or, with a look at the goal, in the place of what runs. */
export function spreekOverbruggingAf(
  act: Act,
  at: AtVersion,
  soort: HulpSoort | null,
  form: OverbruggingForm & { readonly doelcheck: Doelcheck | null },
): Promise<Result<true, OverbruggingRefusal | ActRefusal>> {
  return perform<true, OverbruggingRefusal | ActRefusal>(act, async (tx, save) => {
    const found = await find(tx, act, at, soort);
    if (!found.ok) return found;
    const { opened, plek, loopt, grens } = found.value;
    const { doelcheck } = form;
    // What runs is changed with a look at its goal, and nothing else is.
    if ((loopt !== null) !== (doelcheck !== null)) return refuse({ kind: "verouderd" });
    if (grens.rust) return refuse({ kind: "geen_grondslag" });
    const problemen = checkOverbrugging(form, grens);
    if (problemen) return refuse({ kind: "velden", problemen });
    const next = stretchOf(form, act.world.chance.uuid());
    if (!next || !(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    const einde = loopt ? ("veranderd" as const) : null;
    const end = einde && { einde, op: grens.today, doelcheck, reden: null };
    await write(tx, act, found.value, { end, next });
    const { doel, tot } = next;
    if (doelcheck)
      await logCase(tx, opened.dossier, "overbrugging_bekeken", {
        ...{ bij: plek.soort, besluit: "veranderen", doelcheck, reden: null, tot: null },
      });
    await logCase(tx, opened.dossier, "overbrugging_afgesproken", {
      ...{ bij: plek.soort, soort: next.soort, doel, tot: tot.toString() },
    });
    await save(await changed(tx, act, at, opened));
    return ok(true);
  });
}

function stretchOf({ soort, door, doel, tot }: OverbruggingForm, id: string): OverbruggingFeit | null {
  if (!soort || !door || !doel || !tot) return null;
  const by = isOverbrugger(door) ? { door, doorId: null } : { door: null, doorId: door };
  return { id, soort, ...by, doel, tot, einde: null, eindeOp: null, vervallen: false };
}

export type BeslisRefusal =
  | { readonly kind: "velden"; readonly problemen: BeslisProblemen }
  /** The look at the goal is given; what it becomes is asked next. */
  | { readonly kind: "veranderen"; readonly doelcheck: Doelcheck };

/** It stops, or goes on for a reason. To change it takes a form of its own, and changes nothing yet. */
export function beslisOverbrugging(
  act: Act,
  at: AtVersion,
  soort: HulpSoort | null,
  form: BeslisForm,
): Promise<Result<"gestopt" | "verlengd", BeslisRefusal | ActRefusal>> {
  return perform<"gestopt" | "verlengd", BeslisRefusal | ActRefusal>(act, async (tx, save) => {
    const found = await find(tx, act, at, soort);
    if (!found.ok) return found;
    const { opened, plek, loopt, grens } = found.value;
    if (!loopt) return refuse({ kind: "verouderd" });
    const problemen = checkBeslissen(loopt, form, grens);
    if (problemen) return refuse({ kind: "velden", problemen });
    const { doelcheck, besluit, reden, tot } = form;
    if (!doelcheck || !besluit) return refuse({ kind: "verouderd" });
    if (besluit === "veranderen") return refuse({ kind: "veranderen", doelcheck });
    if (!(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    const longer = besluit === "verlengen" && tot && reden ? { tot, reden } : null;
    const einde = longer ? ("verlengd" as const) : ("gestopt" as const);
    const end = { einde, op: grens.today, doelcheck, reden: longer?.reden ?? null };
    const next = longer && { ...loopt, id: act.world.chance.uuid(), tot: longer.tot };
    await write(tx, act, found.value, { end, next });
    await logCase(tx, opened.dossier, "overbrugging_bekeken", {
      ...{ bij: plek.soort, besluit, doelcheck, reden: longer?.reden ?? null },
      tot: longer?.tot.toString() ?? null,
    });
    await save(await changed(tx, act, at, opened));
    return ok(einde);
  });
}

interface Written {
  readonly end: Parameters<typeof endOverbrugging>[2] | null;
  readonly next: OverbruggingFeit | null;
}

/** The stretch that ends and the one that begins, with the question about its end. */
async function write(
  tx: Tx,
  act: Act,
  { opened, plek, grens }: Found,
  { end, next }: Written,
): Promise<void> {
  const { dossier } = opened;
  const { today: op } = grens;
  if (end) await endOverbrugging(tx, plek.id, end);
  const after = naOverbrugging(plek, end?.einde ?? null, { op, nieuw: next });
  if (next) {
    const by = { wachtplekId: plek.id, van: op, vastgelegdDoor: act.actor.persoonId };
    await insertOverbrugging(tx, dossier, { ...next, ...by });
    if (plek.geenOverbrugging) await saveWachtplek(tx, after);
  }
  await followEnd(tx, act, dossier, { after, op, besloten: end ? plek.id : null });
}

async function followEnd(
  tx: Tx,
  { world }: Act,
  dossier: Dossier,
  step: {
    readonly after: WachtplekFeit;
    readonly op: Temporal.PlainDate;
    readonly besloten: string | null;
  },
): Promise<void> {
  for (const event of eindeEvents(dossier, metPlek(dossier, step.after), step))
    await applyTermEvent(tx, world, dossier, event);
}

export type GeenRefusal = { readonly kind: "velden" };

/** The wait is not bridged, and why not. */
export function geenOverbrugging(
  act: Act,
  at: AtVersion,
  soort: HulpSoort | null,
  reden: GeenReden | null,
): Promise<Result<true, GeenRefusal | ActRefusal>> {
  return perform<true, GeenRefusal | ActRefusal>(act, async (tx, save) => {
    const found = await find(tx, act, at, soort);
    if (!found.ok) return found;
    const { opened, plek, loopt, grens } = found.value;
    if (loopt || grens.rust) return refuse({ kind: "verouderd" });
    if (!reden) return refuse({ kind: "velden" });
    if (!(await touchHulpvraag(tx, at))) return refuse({ kind: "verouderd" });
    if (!(await saveWachtplek(tx, { ...plek, geenOverbrugging: reden })))
      return refuse({ kind: "verouderd" });
    await logCase(tx, opened.dossier, "geen_overbrugging", { bij: plek.soort, reden });
    await save(await changed(tx, act, at, opened));
    return ok(true);
  });
}
