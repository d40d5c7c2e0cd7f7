import { bewaarSettingsOf, kandidatenOf } from "#database/bewaartermijn.ts";
import { briefSchool } from "#database/brief-setting.ts";
import { loadDossier } from "#database/dossier.ts";
import { inzageVan, loadInzage } from "#database/inzage.ts";
import { namenOf } from "#database/leerling.ts";
import type { Tx } from "#database/pool.ts";
import { swvNaam } from "#database/setup.ts";
import { verzwegenVoorOuders } from "#database/uitzondering.ts";
import { zonderAnderen } from "#domain/andere-leerling.ts";
import type { Dossier } from "#domain/dossier.ts";
import { type Inzage, inzageDoelen, inzageGrenzen, inzageRechten, inzageTabellenOf } from "#domain/inzage.ts";
import { grondslagOp, regelStand, withStand } from "#domain/inzage-stand.ts";
import { kijkersVan, type LogRegel } from "#domain/log-view.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import { amsterdam, todayIn } from "#domain/today.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { newLink, useLink } from "./file-link.ts";
import { logRegelsOf } from "./log-extract.ts";
import {
  judgeVerzoek,
  openRechten,
  type RechtenOpen,
  type Verzoek,
  type VerzoekUitkomst,
  type VerzoekVeld,
  wissenOpOf,
} from "./rechten.ts";
import { logCase } from "./regierol-open.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

export type InzageUitkomst =
  | {
      readonly kind: "links";
      readonly json: string;
      readonly pdf: string;
      /** Left out: the parents do not know yet of what was asked of the directeur. */
      readonly zonder: readonly string[];
      /** Then nothing of the leerling is left to give. */
      readonly leeg: boolean;
    }
  /** Not for who asks; what then is said in words. */
  | { readonly kind: "niet"; readonly waarom: VerzoekUitkomst };
export type InzageRefusal = { readonly kind: "velden"; readonly velden: readonly VerzoekVeld[] };

/** Two links, one use each, to what is built at the moment of fetching. Nothing of it is kept. */
export function makeInzageLinks(
  act: Act,
  id: string,
  verzoek: Verzoek,
): Promise<Result<InzageUitkomst, InzageRefusal | ActRefusal>> {
  const { actor, world } = act;
  return perform<InzageUitkomst, InzageRefusal | ActRefusal>(act, async (tx) => {
    const open = await openRechten(tx, world, actor, { id, handeling: "exporteren" });
    if (!open) return refuse({ kind: "onzichtbaar" });
    const velden = emptyFields(verzoek);
    if (velden.length > 0) return refuse({ kind: "velden", velden });
    const waarom = await judgeVerzoek(tx, open, verzoek, "inzage");
    if (waarom) return ok({ kind: "niet", waarom });
    const zonder = await verzwegenVoorOuders(tx, open.leerlingIds);
    const ids = zonder.map((one) => one.id);
    return ok({
      kind: "links",
      json: await newLink(tx, act, { soort: "inzage_json", onderwerpId: id }),
      pdf: await newLink(tx, act, { soort: "inzage_pdf", onderwerpId: id }),
      zonder: zonder.map(({ referentie }) => referentie),
      leeg: (await inzageVan(tx, open.leerlingIds, ids)).leerlingIds.length === 0,
    });
  });
}

export function emptyFields({ van, identiteit }: Verzoek): readonly VerzoekVeld[] {
  return [
    ...(van.length === 0 ? (["van"] as const) : []),
    ...(identiteit === null ? (["identiteit"] as const) : []),
  ];
}

export interface InzageKopie {
  readonly vorm: "json" | "pdf";
  readonly inzage: Inzage;
  /** The log as it is told in words; its rows as they were kept are in the tables. */
  readonly log: readonly LogRegel[];
}

/** The copy behind a link, when its person may still make it at this moment. Whatever the answer, the link is used up. */
export async function takeInzage(world: World, token: string): Promise<InzageKopie | null> {
  const found = await useLink(world, token, ["inzage_json", "inzage_pdf"]);
  if (!found) return null;
  const vorm = found.link.soort === "inzage_json" ? "json" : "pdf";
  return makeInzage(world, found.actor, { id: found.link.onderwerpId, vorm });
}

/** From fresh rows; that it was made is logged, and stands in the next copy. */
async function makeInzage(
  world: World,
  actor: Actor,
  { id, vorm }: Pick<InzageKopie, "vorm"> & { readonly id: string },
): Promise<InzageKopie | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const open = await openRechten(tx, world, actor, { id, handeling: "exporteren" });
    if (!open) return null;
    await logCase(tx, open.dossier, "inzage_opgehaald", { vorm });
    const zonder = (await verzwegenVoorOuders(tx, open.leerlingIds)).map((one) => one.id);
    const log = await logRegelsOf(tx, open.leerlingIds, zonder);
    return { vorm, inzage: await inzageOf(tx, world, open, { zonder, log }), log };
  });
}

async function inzageOf(
  tx: Tx,
  world: World,
  { dossier, besluit, leerlingIds }: RechtenOpen,
  { zonder, log }: { readonly zonder: readonly string[]; readonly log: readonly LogRegel[] },
): Promise<Inzage> {
  const today = todayIn(tx.now);
  const kandidaten = (await kandidatenOf(tx, leerlingIds)).filter(({ id }) => !zonder.includes(id));
  const dossiers = await dossiersOf(tx, world, kandidaten);
  const raw = await loadInzage(tx, world.keys, await inzageVan(tx, leerlingIds, zonder));
  const namen = await namesAround(tx, world, { sztId: dossier.sztId, leerlingIds });
  const tabellen = inzageTabellenOf(withStand(raw, dossiers, today), besluit, (text) =>
    zonderAnderen(text, namen),
  );
  const settings = await bewaarSettingsOf(tx);
  const school = await briefSchool(tx, dossier.schoolId, [dossier.sztId]);
  if (!school) throw new Error("a leerling without a school");
  const wissenOp = wissenOpOf(kandidaten, settings);
  return {
    schema: "zorgronde/inzage/1",
    gemaaktOp: momentText(tx.now),
    samenwerkingsverband: await swvNaam(tx),
    team: school.team,
    school: school.school,
    verwerking: {
      doelen: [...inzageDoelen],
      grondslagen: [...dossiers.values()].map((one) => ({
        referentie: one.referentie,
        grondslag: grondslagOp(one, today),
      })),
      ontvangers: ontvangersOf(log),
      bewaren: kandidaten.map(({ id, referentie }) => ({
        referentie,
        wissenOp: wissenOp.get(id)?.toString() ?? null,
      })),
      rechten: [...inzageRechten],
      kanOntbreken: [...inzageGrenzen],
    },
    contact: school.contact,
    tabellen,
    kanaal: raw.kanaal.map((one) => {
      const stand = regelStand(one, dossiers.get(one.hulpvraagId), today);
      return {
        besloten_op: momentText(one.beslotenOp),
        regel: one.regel,
        stand,
        weggehaald_op: stand === "weggehaald" && one.zonderSinds ? momentText(one.zonderSinds) : null,
      };
    }),
  };
}

/** Of the leerling, and of all others whose data are kept in this SZT: a text can name them. */
async function namesAround(
  tx: Tx,
  { keys }: World,
  { sztId, leerlingIds }: { readonly sztId: string; readonly leerlingIds: readonly string[] },
): Promise<{ readonly eigen: readonly string[]; readonly anderen: readonly string[] }> {
  const eigen: string[] = [];
  for (const leerlingId of leerlingIds)
    eigen.push(...(await namenOf(tx, keys, { leerlingId })).flatMap(({ naam }) => naam ?? []));
  const anderen = (await namenOf(tx, keys, { sztId })).flatMap(({ naam }) => naam ?? []);
  return { eigen, anderen };
}

async function dossiersOf(
  tx: Tx,
  { keys }: World,
  kandidaten: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, Dossier>> {
  const found = new Map<string, Dossier>();
  for (const { id } of kandidaten) {
    const dossier = await loadDossier(tx, keys, id);
    if (dossier) found.set(id, dossier);
  }
  return found;
}

function momentText(moment: Temporal.Instant): string {
  return moment.toZonedDateTimeISO(amsterdam).toString({ smallestUnit: "second", timeZoneName: "never" });
}

/** Functions of who got to see something. Being named or invited is no seeing: that stands where it was recorded. */
function ontvangersOf(log: readonly LogRegel[]): string[] {
  return distinct(kijkersVan(log).flatMap(({ wie }) => wie?.functies ?? []));
}

function distinct(values: readonly unknown[] = []): string[] {
  return [...new Set(values.filter((value) => typeof value === "string"))].toSorted();
}
