/** Which letters can be made for a hulpvraag now, and with what in them. */
import { aanspreekBy } from "./aanspreek.ts";
import { meantFor } from "./akkoord.ts";
import { type Brief, type BriefInhoud, type BriefKeuze, type Partner, partnersIn } from "./brief.ts";
import { type Functie, ibFuncties } from "./code.ts";
import type { Dossier } from "./dossier.ts";
import { activeOn, isOfSchool } from "./relatie.ts";
import { schoolYearEnd } from "./schooljaar.ts";
import type { Actor } from "./scope.ts";
import { seeToestemming, type ToestemmingGezien } from "./see-toestemming.ts";
import { isOpen } from "./uitzondering.ts";
import type { Veldprobleem } from "./veld.ts";

/** What the ib sees before a letter is made. */
export interface BriefGezien
  extends Pick<BriefInhoud, "lezer" | "houder" | "tekenen" | "gehoord" | "geldigTot"> {
  readonly id: string;
  readonly versie: number;
  readonly referentie: string;
  readonly vandaag: Temporal.PlainDate;
  /** Discussed without the parents, or written down that they cannot be told yet: a letter could tell them. */
  readonly verzwegen: boolean;
  /** Those that fit how it stands, the usual one first. */
  readonly brieven: readonly Brief[];
  /** Who can be named, and who probably will be. */
  readonly tafel: readonly Partner[];
  readonly partners: readonly Partner[];
  /** Who of the school is in the team now. */
  readonly school: readonly Partner[];
  /** To whom the form can be given back. */
  readonly terugAan: readonly Partner[];
}

export type GeenBrief =
  /** No such hulpvraag, or not for this person. */
  | "onzichtbaar"
  /** Not filled in yet, closed or withdrawn. */
  | "niet_nu"
  /** The directeur decided that asking would endanger the child: a letter would do just that. */
  | "uitzondering"
  /** It is not known who must sign. */
  | "gezag_controleren"
  | "geboortemaand_onmogelijk"
  /** The team has nobody who could be named. */
  | "geen_partners";

export type BriefLook =
  | { readonly ok: true; readonly value: BriefGezien }
  | { readonly ok: false; readonly error: GeenBrief };

/** For the ib of the school, and nobody else. */
export function seeBrief(
  dossier: Dossier,
  actor: Pick<Actor, "persoonId">,
  now: Temporal.Instant,
): BriefLook {
  const seen = seeToestemming(dossier, actor, now);
  if (!seen) return { ok: false, error: "onzichtbaar" };
  if (exceptionHolds(dossier, seen.vandaag)) return { ok: false, error: "uitzondering" };
  const brieven = brievenFor(dossier);
  if (brieven.length === 0) return { ok: false, error: "niet_nu" };
  if (!seen.whose.ok) return { ok: false, error: seen.whose.error.kind };
  const { required: tekenen, asked: gehoord } = seen.whose;
  const tafel = partnersIn(seen.tafel);
  if (tafel.length === 0) return { ok: false, error: "geen_partners" };
  return {
    ok: true,
    value: {
      ...partsOf(dossier, seen),
      verzwegen: isKept(dossier),
      brieven,
      tafel,
      tekenen,
      gehoord,
      lezer: aanspreekBy(tekenen),
    },
  };
}

function partsOf(dossier: Dossier, { id, versie, referentie, vandaag, partners }: ToestemmingGezien) {
  const present = partnersIn(
    dossier.team
      .filter((lid) => activeOn(lid, vandaag) && isOfSchool(lid, dossier.schoolId))
      .map(({ functie }) => functie),
  );
  const voor = meantFor(dossier);
  const [houder = null] = partnersIn(
    dossier.team.filter(({ persoonId }) => persoonId === voor).map(({ functie }) => functie),
  );
  const ofSchool = present.filter((functie) => ibFuncties.some((ib) => ib === functie));
  return {
    id,
    versie,
    referentie,
    vandaag,
    partners: partnersIn(partners),
    school: ofSchool,
    houder,
    // Forms go to who is in the school every day.
    terugAan: [...ofSchool, ...present.filter((functie) => functie === "smw")],
    geldigTot: schoolYearEnd(vandaag),
  };
}

/** Asked, or decided and not over. */
function exceptionHolds({ toestemming, uitzondering }: Dossier, today: Temporal.PlainDate): boolean {
  if (uitzondering && isOpen(uitzondering)) return true;
  return toestemming?.grondslag === "uitzondering" && !before(toestemming.geldigTot, today);
}

function isKept({ uitzondering }: Dossier): boolean {
  if (!uitzondering || uitzondering.oudersWeten) return false;
  return uitzondering.besprokenIn.length > 0 || uitzondering.herzienOp !== null;
}

function brievenFor(dossier: Dossier): readonly Brief[] {
  switch (dossier.status) {
    case "concept":
    case "klaargezet":
    case "geagendeerd":
      return dossier.stap === 3 ? beforeRound(dossier) : [];
    case "besproken":
    case "in_uitvoering":
      return dossier.besluiten.at(-1)?.besluiten.includes("regierol_toewijzen")
        ? ["regierol", "schriftelijk"]
        : ["schriftelijk"];
    case "afgesloten":
    case "ingetrokken":
      return [];
  }
}

/** A question about health asks for an explicit yes: telling the parents is not enough (UAVG art. 30). */
function beforeRound({ domeinen, toestemming }: Dossier): readonly Brief[] {
  if (domeinen.includes("gezondheid")) return ["schriftelijk"];
  return toestemming?.grondslag === "instemming"
    ? ["instemming", "schriftelijk"]
    : ["schriftelijk", "instemming"];
}

/** `te_vroeg`: the parents would have less time to object than they were promised. */
export type BriefProbleem =
  | Veldprobleem
  | { readonly kind: "te_vroeg"; readonly vanaf: Temporal.PlainDate }
  /** Only a written consent can be about more than the discussion. */
  | { readonly kind: "alleen_schriftelijk" };
export type BriefVeld = keyof BriefKeuze;
export type BriefProblemen = Readonly<Partial<Record<BriefVeld, BriefProbleem>>>;

/** Null when the choice is right. `bezwaarTot`: the last day of a term to object that begins today. */
export function checkBrief(
  keuze: BriefKeuze,
  gezien: BriefGezien,
  bezwaarTot: Temporal.PlainDate,
): BriefProblemen | null {
  const found: Record<string, BriefProbleem | undefined> = {
    brief: gezien.brieven.includes(keuze.brief) ? undefined : { kind: "past_niet" },
    partners: partnersProblem(keuze.partners, gezien.tafel),
    doelen: doelenFit(keuze) ? undefined : { kind: "alleen_schriftelijk" },
    terugAan: has(gezien.terugAan, keuze.terugAan) ? undefined : { kind: "past_niet" },
    uiterlijk: dayProblem(keuze, gezien, bezwaarTot),
  };
  const wrong = Object.entries(found).filter(([, problem]) => problem !== undefined);
  return wrong.length === 0 ? null : Object.fromEntries(wrong);
}

const doelenFit = ({ brief, doelen }: BriefKeuze): boolean => brief === "schriftelijk" || doelen.length === 0;

function partnersProblem(partners: readonly Functie[], tafel: readonly Functie[]): BriefProbleem | undefined {
  if (partners.length === 0) return { kind: "leeg" };
  return partners.every((functie) => tafel.includes(functie)) ? undefined : { kind: "niet_in_team" };
}

function dayProblem(
  { brief, uiterlijk }: BriefKeuze,
  { vandaag, geldigTot }: BriefGezien,
  bezwaarTot: Temporal.PlainDate,
): BriefProbleem | undefined {
  if (before(uiterlijk, vandaag)) return { kind: "voorbij" };
  if (brief === "instemming" && before(uiterlijk, bezwaarTot)) return { kind: "te_vroeg", vanaf: bezwaarTot };
  const last = brief === "instemming" && before(geldigTot, bezwaarTot) ? bezwaarTot : geldigTot;
  return before(last, uiterlijk) ? { kind: "te_laat", uiterlijk: last } : undefined;
}

/** Whether what was chosen can still be made: asked again at the moment the file is fetched. */
export function stillFits(keuze: BriefKeuze, gezien: BriefGezien): boolean {
  return (
    gezien.brieven.includes(keuze.brief) &&
    doelenFit(keuze) &&
    partnersProblem(keuze.partners, gezien.tafel) === undefined &&
    has(gezien.terugAan, keuze.terugAan)
  );
}

const has = (list: readonly Functie[], functie: Functie): boolean => list.includes(functie);
const before = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0;
