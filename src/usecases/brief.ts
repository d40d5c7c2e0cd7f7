import { type BriefSchool, briefSchool } from "#database/brief-setting.ts";
import { loadDossier } from "#database/dossier.ts";
import { recordEvent } from "#database/event.ts";
import { zaakOf } from "#database/hulpvraag.ts";
import type { Tx } from "#database/pool.ts";
import {
  type BriefContact,
  type BriefInhoud,
  type BriefKeuze,
  briefDoelen,
  briefKeuzeSchema,
  type Lezer,
  partnersIn,
} from "#domain/brief.ts";
import { missingIn } from "#domain/brief-setting.ts";
import type { Dossier } from "#domain/dossier.ts";
import { type Actor, scopeOf } from "#domain/scope.ts";
import {
  type BriefGezien,
  type BriefProblemen,
  checkBrief,
  type GeenBrief,
  seeBrief,
  stillFits,
} from "#domain/see-brief.ts";
import { computeDue } from "#domain/termijn.ts";
import { todayIn } from "#domain/today.ts";
import { type Act, type ActRefusal, perform } from "./act.ts";
import { newLink, useLink } from "./file-link.ts";
import { termContext } from "./termijn.ts";
import { ok, type Result, refuse, type World } from "./world.ts";

export interface BriefVooraf {
  readonly gezien: BriefGezien;
  /** The last day of a term to object that begins today. */
  readonly bezwaarTot: Temporal.PlainDate;
}

/** For the form. */
export async function loadBrief(
  world: World,
  actor: Actor,
  id: string,
): Promise<Result<BriefVooraf, GeenBrief>> {
  return world.database.transact(scopeOf(actor), async (tx) => {
    const looked = await look(tx, world, actor, id);
    if (!looked.ok) return looked;
    const { gezien, dossier } = looked.value;
    return ok({ gezien, bezwaarTot: await objectionEnd(tx, dossier) });
  });
}

async function look(
  tx: Tx,
  world: World,
  actor: Actor,
  id: string,
): Promise<Result<{ dossier: Dossier; gezien: BriefGezien }, GeenBrief>> {
  const dossier = await loadDossier(tx, world.keys, id);
  if (!dossier) return refuse("onzichtbaar");
  const seen = seeBrief(dossier, actor, tx.now);
  return seen.ok ? ok({ dossier, gezien: seen.value }) : seen;
}

async function objectionEnd(tx: Tx, { schoolId }: Dossier): Promise<Temporal.PlainDate> {
  return computeDue("bezwaartermijn", todayIn(tx.now), await termContext(tx, schoolId));
}

export type BriefRefusal =
  | { readonly kind: "velden"; readonly problemen: BriefProblemen }
  | { readonly kind: "geen_brief"; readonly reden: Exclude<GeenBrief, "onzichtbaar"> };

export interface BriefLink {
  readonly token: string;
  readonly lezer: Lezer;
  /** What the ib must write on the paper, because nobody filled it in. */
  readonly ontbreekt: readonly (keyof BriefContact)[];
  readonly tolkentelefoon: string | null;
}

/** Nothing is stored but the choice, behind a link: the letter itself is made when it is fetched. */
export function makeBriefLink(
  act: Act,
  id: string,
  keuze: BriefKeuze,
): Promise<Result<BriefLink, BriefRefusal | ActRefusal>> {
  const { world, actor } = act;
  return perform<BriefLink, BriefRefusal | ActRefusal>(act, async (tx) => {
    const looked = await look(tx, world, actor, id);
    if (!looked.ok) {
      const reden = looked.error;
      return refuse(reden === "onzichtbaar" ? { kind: "onzichtbaar" } : { kind: "geen_brief", reden });
    }
    const { dossier, gezien } = looked.value;
    const problemen = checkBrief(keuze, gezien, await objectionEnd(tx, dossier));
    if (problemen) return refuse({ kind: "velden", problemen });
    const token = await newLink(tx, act, {
      soort: "brief",
      onderwerpId: id,
      keuze: { ...keuze, uiterlijk: keuze.uiterlijk.toString() },
    });
    await recordBrief(tx, dossier, "brief_gemaakt", keuze);
    const { contact, tolkentelefoon } = await schoolOf(tx, dossier);
    return ok({ token, lezer: gezien.lezer, ontbreekt: missingIn(contact), tolkentelefoon });
  });
}

async function recordBrief(
  tx: Tx,
  { id, sztId, toestemming }: Dossier,
  soort: "brief_gemaakt" | "brief_opgehaald",
  { brief, vertaling, tolk, partners }: BriefKeuze,
): Promise<void> {
  const grondslag = brief === "regierol" ? toestemming?.grondslag : brief;
  await recordEvent(tx, {
    soort,
    sztId,
    ...(await zaakOf(tx, id)),
    ...(grondslag ? { grondslag } : {}),
    gegevens: { brief, vertaling, tolk, partners },
  });
}

async function schoolOf(tx: Tx, { schoolId, sztId }: Dossier): Promise<BriefSchool> {
  const school = await briefSchool(tx, schoolId, [sztId]);
  if (!school) throw new Error("a hulpvraag has a school that is not there");
  return school;
}

/** What the letter behind a link says, when its person may still make it at this moment. */
export async function takeBrief(world: World, token: string): Promise<BriefInhoud | null> {
  const found = await useLink(world, token, ["brief"]);
  if (!found) return null;
  const { actor, link } = found;
  const keuze = briefKeuzeSchema.parse(link.keuze);
  return world.database.transact(scopeOf(actor), async (tx) => {
    const looked = await look(tx, world, actor, link.onderwerpId);
    if (!looked.ok || !stillFits(keuze, looked.value.gezien)) return null;
    const { dossier, gezien } = looked.value;
    await recordBrief(tx, dossier, "brief_opgehaald", keuze);
    return contentOf(keuze, gezien, await schoolOf(tx, dossier));
  });
}

function contentOf(keuze: BriefKeuze, gezien: BriefGezien, school: BriefSchool): BriefInhoud | null {
  const [terugAan] = partnersIn([keuze.terugAan]);
  if (!terugAan) return null;
  const { brief, vertaling, tolk, uiterlijk } = keuze;
  const { lezer, houder, tekenen, gehoord, geldigTot, vandaag } = gezien;
  return {
    ...{ brief, vertaling, tolk, uiterlijk, terugAan },
    ...{ lezer, houder, tekenen, gehoord, geldigTot },
    school: school.school,
    team: school.team,
    contact: school.contact,
    datum: vandaag,
    horen: partnersIn([...gezien.school, ...keuze.partners]),
    doelen: briefDoelen.filter((doel) => keuze.doelen.includes(doel)),
  };
}
