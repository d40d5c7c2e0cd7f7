import { bewaarSettingsOf, bewaringOf, kandidatenOf } from "#database/bewaartermijn.ts";
import { hulpvragenOf } from "#database/correctie.ts";
import { loadDossier } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { findByReference, zaakOf } from "#database/hulpvraag.ts";
import { countInzage, inzageVan } from "#database/inzage.ts";
import { leerlingenLike } from "#database/leerling.ts";
import type { Tx } from "#database/pool.ts";
import { openWissingOf } from "#database/wissing.ts";
import { wissenVanaf } from "#domain/bewaartermijn.ts";
import type { BewaarSettings } from "#domain/bewaartermijn-setting.ts";
import type { Dossier, LeerlingGegevens } from "#domain/dossier.ts";
import { type Lezing, lezingOf } from "#domain/lezing.ts";
import type { Notice } from "#domain/notice.ts";
import { type Identiteit, type Recht, type Verzoeker, verzoekProblem } from "#domain/rechten.ts";
import { readReference } from "#domain/reference.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import {
  mayUseRechten,
  type RechtenBesluit,
  type RechtenFacts,
  type RechtenGezien,
  seeRechten,
  verzoekFacts,
} from "#domain/see-rechten.ts";
import { reveal } from "#domain/visibility.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { ibSchools } from "./intake.ts";
import { perLeerling } from "./naamgenoot.ts";
import { logCase } from "./regierol-open.ts";
import { send } from "./send.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

/** One leerling, opened by the number of a hulpvraag for who answers for its rights. */
export interface RechtenOpen {
  readonly dossier: Dossier;
  readonly besluit: RechtenBesluit;
  readonly gegevens: LeerlingGegevens;
  /** A child that was recorded twice in a school has two rows; its rights are about both, and never about a namesake. */
  readonly leerlingIds: readonly string[];
}

type Handeling = Parameters<typeof mayUseRechten>[2];

/** Null for everyone but the ib or coo of the school, and for what does not exist or is gone. */
export async function openRechten(
  tx: Tx,
  { keys }: Pick<World, "keys">,
  actor: Actor,
  { id, handeling }: { readonly id: string; readonly handeling: Handeling },
): Promise<RechtenOpen | null> {
  const dossier = await loadDossier(tx, keys, id);
  const besluit = dossier && mayUseRechten(dossier, actor, handeling, tx.now);
  const gegevens = besluit && reveal(besluit.naam, dossier.leerling);
  if (!gegevens) return null;
  const { naam, geboortemaand } = gegevens;
  const like = await leerlingenLike(tx, keys, { schoolId: dossier.schoolId, naam, geboortemaand });
  const nummer = like.find((one) => one.id === dossier.leerlingId)?.nummer;
  const same = like.filter((one) => one.nummer === nummer).map((one) => one.id);
  return { dossier, besluit, gegevens, leerlingIds: [...new Set([dossier.leerlingId, ...same])] };
}

async function factsOf(
  tx: Tx,
  { keys }: Pick<World, "keys">,
  { leerlingIds }: RechtenOpen,
): Promise<RechtenFacts> {
  const dossiers: Dossier[] = [];
  for (const id of await hulpvragenOf(tx, leerlingIds)) {
    const dossier = await loadDossier(tx, keys, id);
    if (dossier) dossiers.push(dossier);
  }
  const settings = await bewaarSettingsOf(tx);
  const kandidaten = await kandidatenOf(tx, leerlingIds);
  const open = await openWissingOf(tx, leerlingIds);
  return {
    dossiers,
    telt: await countInzage(tx, await inzageVan(tx, leerlingIds)),
    bewaring: await bewaringOf(tx, leerlingIds),
    wissenOp: wissenOpOf(kandidaten, settings),
    aangekondigd: new Set(kandidaten.flatMap(({ id, aankondiging }) => (aankondiging ? [id] : []))),
    gevraagd: open?.uiterlijk ? { nummer: open.nummer, uiterlijk: open.uiterlijk } : null,
  };
}

/** When each of them goes: as it was announced or as it follows from the term, whichever is later. */
export function wissenOpOf(
  kandidaten: Awaited<ReturnType<typeof kandidatenOf>>,
  settings: BewaarSettings,
): ReadonlyMap<string, Temporal.PlainDate> {
  return new Map(
    kandidaten.flatMap(({ id, feit, aankondiging }) => {
      const vanaf = wissenVanaf(feit, settings);
      const days = [vanaf, ...(vanaf && aankondiging ? [aankondiging.wissenOp] : [])];
      const [op] = days.flatMap((day) => day ?? []).toSorted((a, b) => Temporal.PlainDate.compare(b, a));
      return op ? [[id, op] as const] : [];
    }),
  );
}

/** How long things are kept here; no secret. */
export function bewaarSettings(world: World, actor: Actor): Promise<BewaarSettings> {
  return world.database.transact(scopeOf(actor), bewaarSettingsOf);
}

interface DrawnRechten {
  readonly gezien: RechtenGezien;
  readonly lezingen: readonly Lezing[];
}

async function drawn(tx: Tx, world: World, actor: Actor, id: string): Promise<DrawnRechten | null> {
  const open = await openRechten(tx, world, actor, { id, handeling: "exporteren" });
  const gezien = open && seeRechten(await factsOf(tx, world, open), id, { actor, now: tx.now });
  if (!gezien) return null;
  const who = { persoonId: actor.persoonId, now: tx.now };
  return { gezien, lezingen: [lezingOf(open.dossier, { naam: true, wat: false }, who)] };
}

/** To draw the card, with the name on it: whoever puts it before those eyes logs that. */
export function drawRechten(world: World, actor: Actor, id: string): Promise<DrawnRechten | null> {
  return world.database.transact(scopeOf(actor), (tx) => drawn(tx, world, actor, id));
}

/** For the dialogs on it; that somebody looked is logged. */
export async function readRechten(world: World, actor: Actor, id: string): Promise<RechtenGezien | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const found = await drawn(tx, world, actor, id);
    const [lezing] = found?.lezingen ?? [];
    if (!found || !lezing) return null;
    const place = { sztId: lezing.sztId, ...(await zaakOf(tx, lezing.hulpvraagId)) };
    await recordEvent(tx, { soort: "rechten_bekeken", ...place });
    return found.gezien;
  });
}

/**
 * Puts the card below in the chat of who asked by number. A number out of reach costs the same questions as one that is
 * shown, and gets the same answer as one that does not exist.
 */
export async function askRechten(
  world: World,
  actor: Actor,
  asked: { readonly typed: string; readonly activityId: string },
): Promise<boolean> {
  const referentie = readReference(asked.typed);
  if (!referentie) return false;
  return world.database.transact(scopeOf(actor), async (tx) => {
    const notices: Notice[] = [];
    for (const { id, treffer } of await findByReference(tx, referentie)) {
      const dossier = await loadDossier(tx, world.keys, id);
      if (dossier && treffer && mayUseRechten(dossier, actor, "exporteren", tx.now))
        notices.push(shown(dossier, actor, asked.activityId));
    }
    await send(world, tx, notices);
    return notices.length > 0;
  });
}

export interface ZoekLeerling {
  readonly schoolId: string;
  readonly naam: string;
  readonly geboortemaand: string;
}

/**
 * Whether anything is held about a child, by name and month of birth: that there is nothing is an answer too (AVG art.
 * 15 lid 1). Only in a school of one's own.
 */
export function findRechten(
  act: Act,
  zoek: ZoekLeerling,
): Promise<Result<{ gevonden: boolean }, ActRefusal>> {
  const { world, actor } = act;
  return perform<{ gevonden: boolean }, ActRefusal>(act, async (tx, save) => {
    const school = (await ibSchools(tx, actor)).find(({ id }) => id === zoek.schoolId);
    if (!school) return refuse({ kind: "onzichtbaar" });
    const { sztId } = school;
    const found: Dossier[] = [];
    // Namesakes each have a card of their own.
    for (const leerlingIds of perLeerling(await leerlingenLike(tx, world.keys, zoek)).values()) {
      const [id] = await hulpvragenOf(tx, leerlingIds);
      const dossier = id === undefined ? null : await loadDossier(tx, world.keys, id);
      if (dossier && mayUseRechten(dossier, actor, "exporteren", tx.now)) found.push(dossier);
    }
    const gevonden = found.length > 0;
    const looked = { soort: "leerling_gezocht" as const, sztId, gegevens: { gevonden } };
    for (const { id } of found) await recordEvent(tx, { ...looked, ...(await zaakOf(tx, id)) });
    if (!gevonden) await recordEvent(tx, looked);
    await save(found.map((dossier) => shown(dossier, actor, act.press)));
    return ok({ gevonden });
  });
}

function shown({ id, sztId }: Dossier, { persoonId }: Actor, occasion: string): Notice {
  return {
    soort: "rechten_getoond",
    aan: { persoonId },
    onderwerpId: id,
    sztId,
    sleutel: `rechten_getoond:${id}:${persoonId}:${occasion}`,
  };
}

/** Everyone to whom the card of one of these was shown sees how it stands now; `feit` names what happened. */
export function refreshedRechten(
  readers: readonly { readonly persoonId: string; readonly id: string }[],
  sztId: string,
  feit: string,
): readonly Notice[] {
  return readers.map(({ persoonId, id }) => ({
    soort: "rechten_ververst",
    aan: { persoonId },
    onderwerpId: id,
    sztId,
    sleutel: `rechten_ververst:${id}:${feit}:${persoonId}`,
  }));
}

/** Who asks, and how the ib knows who that is. */
export interface Verzoek {
  readonly van: readonly Verzoeker[];
  readonly identiteit: Identiteit | null;
}

export type VerzoekVeld = "van" | "identiteit";
export type VerzoekUitkomst = NonNullable<ReturnType<typeof verzoekProblem>>;

/** Why this cannot be done for them; null when it can. That it was asked and not given is logged too. */
export async function judgeVerzoek(
  tx: Tx,
  { dossier, besluit }: RechtenOpen,
  { van, identiteit }: Verzoek,
  recht: Recht,
): Promise<VerzoekUitkomst | null> {
  const facts = verzoekFacts(dossier, besluit, tx.now);
  if (!facts) throw new Error("the rights of a leerling whose values are out of sight");
  const problem = verzoekProblem(van, recht, facts);
  await logCase(tx, dossier, problem ? "verzoek_afgewezen" : "verzoek_vastgelegd", {
    recht,
    van,
    identiteit,
    ...(problem ? { waarom: problem.kind } : {}),
  });
  return problem;
}
