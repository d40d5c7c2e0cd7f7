import { hashOf, saveLink, takeLink } from "#database/bestandslink.ts";
import { bewaarSettingsOf, kandidatenOf, klachtSettingsOf } from "#database/bewaartermijn.ts";
import { inzageVan, loadInzage } from "#database/inzage.ts";
import { actorById } from "#database/persoon.ts";
import type { Tx } from "#database/pool.ts";
import { swvNaam } from "#database/setup.ts";
import { type Inzage, inzageDoelen, inzageRechten, inzageTabellenOf } from "#domain/inzage.ts";
import { type Actor, scopeOf, taskScope } from "#domain/scope.ts";
import { amsterdam, todayIn } from "#domain/today.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
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

const tokenBytes = 32;
const linkMinutes = 10;

export type InzageUitkomst =
  | { readonly kind: "links"; readonly json: string; readonly pdf: string }
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
    return ok({
      kind: "links",
      json: await linkTo(tx, act, id, "inzage_json"),
      pdf: await linkTo(tx, act, id, "inzage_pdf"),
    });
  });
}

export function emptyFields({ van, identiteit }: Verzoek): readonly VerzoekVeld[] {
  return [
    ...(van.length === 0 ? (["van"] as const) : []),
    ...(identiteit === null ? (["identiteit"] as const) : []),
  ];
}

async function linkTo(
  tx: Tx,
  { world, actor }: Act,
  onderwerpId: string,
  soort: "inzage_json" | "inzage_pdf",
): Promise<string> {
  const token = world.chance.bytes(tokenBytes).toString("base64url");
  await saveLink(tx, {
    tokenHash: hashOf(token),
    persoonId: actor.persoonId,
    soort,
    onderwerpId,
    geldigTot: tx.now.add({ minutes: linkMinutes }),
  });
  return token;
}

/** The copy behind a link, when its person may still make it at this moment. Whatever the answer, the link is used up. */
export async function takeInzage(
  world: World,
  token: string,
): Promise<{ readonly vorm: "json" | "pdf"; readonly inzage: Inzage } | null> {
  const found = await world.database.transact(taskScope(world.swvId, "identiteit"), async (tx) => {
    const link = await takeLink(tx, hashOf(token), ["inzage_json", "inzage_pdf"]);
    const actor = link && (await actorById(tx, link.persoonId, todayIn(tx.now)));
    return actor ? { actor, link } : null;
  });
  if (!found) return null;
  const vorm = found.link.soort === "inzage_json" ? "json" : "pdf";
  const inzage = await makeInzage(world, found.actor, { id: found.link.onderwerpId, vorm });
  return inzage && { vorm, inzage };
}

/** From fresh rows; that it was made is logged, and stands in the next copy. */
async function makeInzage(
  world: World,
  actor: Actor,
  { id, vorm }: { readonly id: string; readonly vorm: "json" | "pdf" },
): Promise<Inzage | null> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const open = await openRechten(tx, world, actor, { id, handeling: "exporteren" });
    if (!open) return null;
    await logCase(tx, open.dossier, "inzage_opgehaald", { vorm });
    return inzageOf(tx, world, open);
  });
}

async function inzageOf(
  tx: Tx,
  world: World,
  { dossier, besluit, leerlingIds }: RechtenOpen,
): Promise<Inzage> {
  const raw = await loadInzage(tx, world.keys, await inzageVan(tx, leerlingIds));
  const tabellen = inzageTabellenOf(raw, besluit);
  const settings = await bewaarSettingsOf(tx);
  const klachten = await klachtSettingsOf(tx);
  const kandidaten = await kandidatenOf(tx, leerlingIds);
  const wissenOp = wissenOpOf(kandidaten, settings);
  return {
    schema: "zorgronde/inzage/1",
    gemaaktOp: momentText(tx.now),
    samenwerkingsverband: await swvNaam(tx),
    school: dossier.school,
    verwerking: {
      doelen: [...inzageDoelen],
      grondslagen: distinct(tabellen.toestemming?.map(({ grondslag }) => grondslag)),
      ontvangers: ontvangersOf(tabellen),
      bewaren: kandidaten.map(({ id, referentie }) => ({
        referentie,
        wissenOp: wissenOp.get(id)?.toString() ?? null,
      })),
      rechten: [...inzageRechten],
      klachtenregeling: klachten.klachtenregeling,
      functionarisGegevensbescherming: klachten.functionaris_gegevensbescherming,
    },
    tabellen,
    kanaal: raw.kanaal.map(({ beslotenOp, regel }) => ({ besloten_op: momentText(beslotenOp), regel })),
  };
}

function momentText(moment: Temporal.Instant): string {
  return moment.toZonedDateTimeISO(amsterdam).toString({ smallestUnit: "second", timeZoneName: "never" });
}

/** Functions that could know of it: named in a toestemming, at the table, or of whom a message stands. */
function ontvangersOf(tabellen: Inzage["tabellen"]): string[] {
  const named = tabellen.toestemming?.flatMap(({ partners }) => partners) ?? [];
  const met = tabellen.agendapunt?.flatMap(({ ronde_id: ronde }) => deelnemersOf(ronde)) ?? [];
  const shown = tabellen.bericht?.flatMap(({ persoon_id: persoon }) => functiesOf(persoon)) ?? [];
  return distinct([...named, ...met, ...shown]);
}

const functiesOf = (waarde: unknown): unknown[] =>
  typeof waarde === "object" && waarde !== null && "functies" in waarde ? [waarde.functies].flat() : [];
const deelnemersOf = (waarde: unknown): unknown[] =>
  typeof waarde === "object" && waarde !== null && "deelnemers" in waarde ? [waarde.deelnemers].flat() : [];

function distinct(values: readonly unknown[] = []): string[] {
  return [...new Set(values.filter((value) => typeof value === "string"))].toSorted();
}
