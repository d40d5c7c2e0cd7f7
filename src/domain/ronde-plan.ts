/** What is filled in to plan or move a round, and what may be wrong with it. */
import { ibFuncties, type Plaats } from "./code.ts";
import { type DeelnameLinkFout, readDeelnameLink } from "./deelname-link.ts";
import type { RondeFeit, TeamlidFeit } from "./dossier.ts";
import { canTakePart, checkRondeDag, type GeenSchooldag, needsLink, usualChair } from "./overlegronde.ts";
import type { SchoolCalendar } from "./schooldag.ts";
import type { Actor } from "./scope.ts";
import { todayIn } from "./today.ts";
import { canBePartner } from "./toestemming.ts";

export interface RondeForm {
  readonly datum: Temporal.PlainDate;
  readonly begin: Temporal.PlainTime;
  readonly duurMinuten: number;
  readonly plaats: Plaats;
  /** As it was typed. */
  readonly deelnameLink: string;
  readonly deelnemers: readonly string[];
  readonly voorzitterId: string;
}

/** Minutes; the database holds to the same. */
export const duurMin = 15;
export const duurMax = 240;
/** Earlier or later is a slip of the hand: people are at work. Wall time at the school. */
export const dagBegin = Temporal.PlainTime.from("07:00");
export const dagEind = Temporal.PlainTime.from("21:00");
/** Days ahead. */
export const planMax = 400;

/** When a round is held. */
export type RondeTijd = Pick<RondeFeit, "datum" | "begin" | "duurMinuten">;

export type RondeVeld = "datum" | "begin" | "duurMinuten" | "deelnameLink" | "deelnemers" | "voorzitter";
/** What can be wrong with the hour and the link, on whatever day it is. */
export type UurProbleem =
  | { readonly kind: "link_nodig" }
  | { readonly kind: "link"; readonly fout: DeelnameLinkFout["kind"] }
  /** Begins when nobody is at work. */
  | { readonly kind: "buiten_de_dag" }
  /** Begins in time, and lasts too long. */
  | { readonly kind: "te_laat_klaar" };
export type DagProbleem =
  | { readonly kind: "voorbij" }
  | { readonly kind: "geen_schooldag"; readonly waarom: GeenSchooldag; readonly voorstel: Temporal.PlainDate }
  | { readonly kind: "te_ver"; readonly uiterlijk: Temporal.PlainDate };
export type RondeProbleem =
  | DagProbleem
  | UurProbleem
  /** The team sits in another round then. */
  | ({ readonly kind: "overlapt" } & RondeTijd)
  | { readonly kind: "te_weinig" }
  | { readonly kind: "niet_in_team" };
export type RondeProblemen = Readonly<Partial<Record<RondeVeld, RondeProbleem>>>;

export interface PlanFacts {
  readonly team: readonly TeamlidFeit[];
  readonly calendars: readonly SchoolCalendar[];
  readonly now: Temporal.Instant;
  /** Who plans takes part. */
  readonly plannerId: string;
  /** Outlook makes the link when nobody gives one. */
  readonly linkVanzelf?: boolean;
  /** The last day that can be meant; left out, so many days ahead. */
  readonly uiterlijk?: Temporal.PlainDate;
}

export interface Planned {
  readonly deelnameLink: string | null;
  readonly deelnemers: readonly TeamlidFeit[];
}

export type PlanCheck =
  | { readonly ok: true; readonly value: Planned }
  | { readonly ok: false; readonly error: { readonly kind: "velden"; readonly problemen: RondeProblemen } };

export function checkPlan(form: RondeForm, { team, plannerId, ...facts }: PlanFacts): PlanCheck {
  const can = canTakePart(team, form.datum);
  const wanted = new Set([...form.deelnemers, form.voorzitterId, plannerId]);
  const deelnemers = can.filter(({ persoonId }) => wanted.has(persoonId));
  const known = (persoonId: string) => can.some((lid) => lid.persoonId === persoonId);
  const uur = checkUur(form, facts);
  const fields: [RondeVeld, RondeProbleem | undefined][] = [
    ["datum", dayProblem(form, facts)],
    ...uur.fields,
    ["deelnemers", peopleProblem(form, { known, count: deelnemers.length })],
    ["voorzitter", known(form.voorzitterId) ? undefined : { kind: "niet_in_team" }],
  ];
  const wrong = fields.filter(([, problem]) => problem !== undefined);
  if (wrong.length > 0) return { ok: false, error: { kind: "velden", problemen: Object.fromEntries(wrong) } };
  return { ok: true, value: { deelnameLink: uur.deelnameLink, deelnemers } };
}

type Uur = Pick<RondeForm, "begin" | "duurMinuten" | "plaats" | "deelnameLink">;

/** The same for one round and for a whole year of them. */
export function checkUur(
  form: Uur,
  { linkVanzelf = false }: Pick<PlanFacts, "linkVanzelf"> = {},
): {
  readonly fields: readonly ["begin" | "duurMinuten" | "deelnameLink", UurProbleem | undefined][];
  readonly deelnameLink: string | null;
} {
  const link = form.deelnameLink.trim() === "" ? null : readDeelnameLink(form.deelnameLink);
  return {
    fields: [
      ["begin", beginsAtNight(form) ? { kind: "buiten_de_dag" } : undefined],
      ["duurMinuten", endsAtNight(form) ? { kind: "te_laat_klaar" } : undefined],
      ["deelnameLink", linkProblem(form.plaats, link, linkVanzelf)],
    ],
    deelnameLink: link?.ok ? link.value : null,
  };
}

/** Why there can be no round on that day at that hour. */
export function dayProblem(
  form: Pick<RondeForm, "datum" | "begin">,
  {
    calendars,
    now,
    uiterlijk = todayIn(now).add({ days: planMax }),
  }: Pick<PlanFacts, "calendars" | "now" | "uiterlijk">,
): DagProbleem | undefined {
  if (Temporal.PlainDate.compare(form.datum, uiterlijk) > 0) {
    // What is offered instead must not be refused in its turn.
    const weekend = Math.max(0, uiterlijk.dayOfWeek - 5);
    return { kind: "te_ver", uiterlijk: uiterlijk.subtract({ days: weekend }) };
  }
  const day = checkRondeDag(form, { calendars, now });
  return day.ok ? undefined : day.error;
}

function linkProblem(
  plaats: Plaats,
  link: ReturnType<typeof readDeelnameLink> | null,
  linkVanzelf: boolean,
): UurProbleem | undefined {
  if (link === null) return needsLink(plaats) && !linkVanzelf ? { kind: "link_nodig" } : undefined;
  return link.ok ? undefined : { kind: "link", fout: link.error.kind };
}

function beginsAtNight({ begin }: Pick<Uur, "begin">): boolean {
  return Temporal.PlainTime.compare(begin, dagBegin) < 0 || Temporal.PlainTime.compare(begin, dagEind) >= 0;
}

function endsAtNight(form: Pick<Uur, "begin" | "duurMinuten">): boolean {
  const left = form.begin.until(dagEind).total("minutes");
  return !beginsAtNight(form) && form.duurMinuten > left;
}

/** One person alone has no round. */
function peopleProblem(
  { deelnemers }: RondeForm,
  { known, count }: { known: (persoonId: string) => boolean; count: number },
): RondeProbleem | undefined {
  if (!deelnemers.every(known)) return { kind: "niet_in_team" };
  return count < 2 ? { kind: "te_weinig" } : undefined;
}

/** SZTs for which this person plans: as ib or coo, or as the fixed chair (000). */
export function plansFor({ lidmaatschappen }: Pick<Actor, "lidmaatschappen">): readonly string[] {
  const own = lidmaatschappen.filter(
    (lid) => ibFuncties.some((one) => one === lid.functie) || (lid.voorzitter && canBePartner(lid.functie)),
  );
  return [...new Set(own.map(({ sztId }) => sztId))];
}

export function chairOrElse(
  team: readonly TeamlidFeit[],
  day: Temporal.PlainDate,
  plannerId: string,
): string {
  return usualChair(team, day) ?? plannerId;
}

/** Whoever comes at the old day and hour is there when the new one begins, and is free when it ends. */
export function sameTime(one: RondeTijd, other: RondeTijd): boolean {
  return (
    one.datum.equals(other.datum) && one.begin.equals(other.begin) && one.duurMinuten === other.duurMinuten
  );
}

/** What stands in somebody's calendar. */
export function sameInCalendar(
  one: Pick<RondeFeit, "datum" | "begin" | "duurMinuten" | "plaats" | "deelnameLink">,
  other: Pick<RondeFeit, "datum" | "begin" | "duurMinuten" | "plaats" | "deelnameLink">,
): boolean {
  return sameTime(one, other) && one.plaats === other.plaats && one.deelnameLink === other.deelnameLink;
}
