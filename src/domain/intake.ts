/**
 * The intake: three short steps, each kept when it is sent. Only what domain.md §2 lists is asked (AVG art. 5: data
 * minimisation): no day of birth, no BSN, no names of parents or teachers.
 */
import {
  type AlGedaan,
  type Domein,
  type Functie,
  functies,
  type Gezag,
  ibFuncties,
  type Leerjaar,
  type Sector,
  type Urgentie,
} from "./code.ts";
import type { Dossier, TeamlidFeit } from "./dossier.ts";
import { kenmerkProblem } from "./kenmerk.ts";
import { naamProblem } from "./leerlingnaam.ts";
import type { Zelfde } from "./naamgenoot.ts";
import { relationsOf } from "./relatie.ts";
import type { Actor } from "./scope.ts";
import type { Laat } from "./screening-keuze.ts";
import { todayIn } from "./today.ts";
import { canBePartner } from "./toestemming.ts";
import { type Problemen, problemsOf, textProblem, type Veldprobleem } from "./veld.ts";
import { explain, reveal, usualDoel, viewpointOf } from "./visibility.ts";

export interface IntakeStap1 {
  readonly schoolId: string;
  readonly naam: string;
  readonly leerjaar: Leerjaar;
  /** "2016-04" */
  readonly geboortemaand: string;
  readonly gezag: Gezag;
  readonly kenmerk: string | null;
  /** Whether it is the leerling that is known by this name, once that was asked. */
  readonly zelfde?: Zelfde | null;
}

export interface IntakeStap2 {
  readonly domeinen: readonly Domein[];
  readonly vraag: string;
  readonly alGedaan: readonly AlGedaan[];
  readonly gedaanToelichting: string | null;
  readonly oudersVraag: string | null;
  readonly laat?: Laat<Stap2Tekst>;
}

export interface IntakeStap3 {
  readonly urgentie: Urgentie;
  readonly aanTafel: readonly Functie[];
}

/** Names of the fields on the form, so that a refusal finds its field. */
export type Stap1Veld = "school" | "naam" | "leerjaar" | "maand" | "jaar" | "gezag" | "kenmerk";
export type Stap2Veld = "domeinen" | "vraag" | "alGedaan" | "gedaanToelichting" | "oudersVraag";
export const stap2Teksten = [
  "vraag",
  "gedaanToelichting",
  "oudersVraag",
] as const satisfies readonly Stap2Veld[];
export type Stap2Tekst = (typeof stap2Teksten)[number];
export type Stap3Veld = "urgentie" | "aanTafel";

export const intakeMax = {
  naam: 80,
  kenmerk: 40,
  vraag: 300,
  gedaanToelichting: 500,
  oudersVraag: 300,
} as const;

/** Whole years at the first of the month of birth: pupils of PO and VO, with room for who starts early or leaves late. */
const youngest = 3;
const oldest = 22;

export function checkStap1(
  stap: IntakeStap1,
  { sector, today }: { readonly sector: Sector; readonly today: Temporal.PlainDate },
): Problemen<Stap1Veld> | null {
  const birth = Temporal.PlainYearMonth.from(stap.geboortemaand);
  const months = (today.year - birth.year) * 12 + today.month - birth.month;
  const isOfSector = stap.leerjaar.startsWith(sector.toLowerCase());
  return problemsOf<Stap1Veld>({
    naam: naamProblem(stap.naam, today),
    leerjaar: isOfSector ? undefined : { kind: "past_niet" },
    jaar: birthProblem(months) ?? (isOfSector ? leerjaarProblem(stap.leerjaar, months) : undefined),
    gezag: stap.gezag === "meerderjarig" && months < 18 * 12 ? { kind: "nog_geen_achttien" } : undefined,
    kenmerk: kenmerkProblem(stap.kenmerk, stap.naam),
  });
}

function birthProblem(months: number): Veldprobleem | undefined {
  if (months < 0) return { kind: "toekomst" };
  return months < youngest * 12 || months >= oldest * 12 ? { kind: "leeftijd" } : undefined;
}

/**
 * Whose consent counts follows from the age, so a year that was chosen wrongly must not pass. Wide enough for who skips
 * two groups, comes late from another country, or is in special education, which has no codes of its own: primary
 * school ends at fourteen, with the months until summer.
 */
export function agesIn(leerjaar: Leerjaar): { readonly van: number; readonly tot: number } {
  const nummer = Number(leerjaar.slice(-1));
  return leerjaar.startsWith("po")
    ? { van: Math.max(youngest, nummer + 1), tot: Math.min(15, nummer + 9) }
    : { van: nummer + 8, tot: Math.min(oldest - 1, nummer + 17) };
}

function leerjaarProblem(leerjaar: Leerjaar, months: number): Veldprobleem | undefined {
  const leeftijd = Math.floor(months / 12);
  const { van, tot } = agesIn(leerjaar);
  // In the month of a birthday it may be either age.
  const isFitting = leeftijd >= van && (months - 1) / 12 < tot + 1;
  return isFitting ? undefined : { kind: "leeftijd_bij_leerjaar", leerjaar, leeftijd };
}

export function checkStap2(
  stap: IntakeStap2,
  { naam, today }: { readonly naam: string; readonly today: Temporal.PlainDate },
): Problemen<Stap2Veld> | null {
  const about = (veld: Stap2Tekst) =>
    textProblem(stap[veld], { known: { naam }, today, laat: stap.laat?.[veld] });
  return problemsOf<Stap2Veld>({
    vraag: about("vraag"),
    gedaanToelichting: about("gedaanToelichting"),
    oudersVraag: about("oudersVraag"),
  });
}

export function checkStap3(stap: IntakeStap3, team: readonly Functie[]): Problemen<Stap3Veld> | null {
  const strange = stap.aanTafel.some((functie) => !team.includes(functie));
  return problemsOf<Stap3Veld>({ aanTafel: strange ? { kind: "niet_in_team" } : undefined });
}

/** Functions that can be asked to the table: those of the SZT on this day, the school's own ib or coo left out. */
export function tafelFuncties(team: readonly TeamlidFeit[], today: Temporal.PlainDate): readonly Functie[] {
  const present = new Set(
    team
      .filter(({ van, tot }) => notAfter(van, today) && (tot === null || notAfter(today, tot)))
      .map(({ functie }) => functie),
  );
  return functies.filter(
    (functie) => present.has(functie) && canBePartner(functie) && !ibFuncties.some((ib) => ib === functie),
  );
}

function notAfter(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) <= 0;
}

/** What the ib sees of an intake that is being filled in. */
export interface IntakeGezien {
  readonly id: string;
  readonly versie: number;
  readonly referentie: string;
  readonly stap: 1 | 2 | 3;
  readonly schoolId: string;
  readonly school: string;
  readonly sector: Sector;
  readonly naam: string;
  readonly leerjaar: Leerjaar;
  readonly geboortemaand: string;
  readonly gezag: Gezag;
  readonly kenmerk: string | null;
  readonly domeinen: readonly Domein[];
  readonly vraag: string | null;
  readonly alGedaan: readonly AlGedaan[];
  readonly gedaanToelichting: string | null;
  readonly oudersVraag: string | null;
  readonly urgentie: Urgentie | null;
  readonly aanTafel: readonly Functie[];
  readonly tafel: readonly Functie[];
}

export type IntakeLook =
  | { readonly ok: true; readonly value: IntakeGezien }
  /** `geen_concept`: may be known to this person, but is no longer filled in. */
  | { readonly ok: false; readonly error: { readonly kind: "onzichtbaar" | "geen_concept" } };

/** The intake of a concept, for the ib or coo of its school. */
export function seeIntake(
  dossier: Dossier,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): IntakeLook {
  const { persoonId } = actor;
  const viewpoint = viewpointOf(dossier, { persoonId, doel: usualDoel(dossier.status), now });
  const wat = explain({ ...viewpoint, handeling: "wat_zien" });
  const leerling = reveal(explain({ ...viewpoint, handeling: "naam_zien" }), dossier.leerling);
  if (!relationsOf(dossier, persoonId, now).has("ib_van_school") || !leerling || !wat.allowed) {
    return { ok: false, error: { kind: "onzichtbaar" } };
  }
  if (dossier.status !== "concept" || !explain({ ...viewpoint, handeling: "bewerken" }).allowed) {
    return { ok: false, error: { kind: "geen_concept" } };
  }
  const text = (sealed: Dossier["vraag"]) => sealed && reveal(wat, sealed);
  return {
    ok: true,
    value: {
      id: dossier.id,
      versie: dossier.versie,
      referentie: dossier.referentie,
      stap: dossier.stap,
      schoolId: dossier.schoolId,
      school: dossier.school,
      sector: dossier.sector,
      ...leerling,
      gezag: dossier.gezag,
      domeinen: dossier.domeinen,
      vraag: text(dossier.vraag),
      alGedaan: dossier.alGedaan,
      gedaanToelichting: text(dossier.gedaanToelichting),
      oudersVraag: text(dossier.oudersVraag),
      urgentie: dossier.urgentie,
      aanTafel: dossier.aanTafel,
      tafel: tafelFuncties(dossier.team, todayIn(now)),
    },
  };
}
