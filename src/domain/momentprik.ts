/** A moment for a round that is looked for together: who can come when, and which moment follows from that. */
import { z } from "zod/v4";
import type { Functie, Plaats } from "./code.ts";
import type { RondeFeit } from "./dossier.ts";
import { beginOf, schakelteamComplete } from "./overlegronde.ts";
import { addSchooldagen, type SchoolCalendar } from "./schooldag.ts";
import { momentOf } from "./today.ts";

export const momentKeuzes = ["ja", "als_het_moet", "nee"] as const;
export const momentKeuzeSchema = z.enum(momentKeuzes);
export type MomentKeuze = (typeof momentKeuzes)[number];

/** What is asked about is more than one moment; with more than these nobody fills it in on a phone. */
export const momentenMin = 2;
export const momentenMax = 6;

export interface Moment {
  readonly id: string;
  readonly datum: Temporal.PlainDate;
  readonly begin: Temporal.PlainTime;
}

export interface MomentAntwoord {
  readonly persoonId: string;
  readonly momentId: string;
  readonly keuze: MomentKeuze;
}

/** `besluit`: it is for the chair to choose. Answers can change until the deadline, then too. */
export const momentprikStanden = ["open", "besluit", "gekozen", "gestopt", "vervallen"] as const;
export type MomentprikStand = (typeof momentprikStanden)[number];

/** Why it ended by itself. */
export const prikVervalredenen = ["ronde_vervallen", "ronde_verzet", "ronde_begonnen", "te_laat"] as const;
export type PrikVervalreden = (typeof prikVervalredenen)[number];

/** What is asked for a new round; a round that stands has these itself. */
export interface PrikNieuw {
  readonly duurMinuten: number;
  readonly plaats: Plaats;
  readonly deelnameLink: string | null;
}

export interface MomentprikFeit {
  readonly id: string;
  readonly sztId: string;
  /** The round that gets another moment; null when a new one is planned. */
  readonly rondeId: string | null;
  readonly nieuw: PrikNieuw | null;
  readonly stand: MomentprikStand;
  readonly vervalreden: PrikVervalreden | null;
  /** How often was asked: with other moments it begins again. */
  readonly poging: number;
  /** The last day to answer. */
  readonly uiterlijk: Temporal.PlainDate;
  readonly gekozenId: string | null;
  readonly versie: number;
  readonly gestartDoor: string;
  /** Who came after this day was not asked; not known when left out. */
  readonly gestartOp?: Temporal.PlainDate;
  /** By day and hour. */
  readonly momenten: readonly Moment[];
  readonly gevraagd: readonly string[];
  readonly antwoorden: readonly MomentAntwoord[];
}

export function isRunning({ stand }: Pick<MomentprikFeit, "stand">): boolean {
  return stand === "open" || stand === "besluit";
}

/** The proposal comes while people are still at work. */
export const sluitTijd = Temporal.PlainTime.from("16:00");
const herinnerTijd = Temporal.PlainTime.from("08:00");

export function closesAt({ uiterlijk }: Pick<MomentprikFeit, "uiterlijk">): Temporal.Instant {
  return momentOf(uiterlijk, sluitTijd);
}

/** Once, on the schooldag before the last day; null when that morning is over: who is asked now knows it still. */
export function remindsAt(
  { uiterlijk }: Pick<MomentprikFeit, "uiterlijk">,
  { cal, now }: { readonly cal: SchoolCalendar; readonly now: Temporal.Instant },
): Temporal.Instant | null {
  const at = momentOf(addSchooldagen(uiterlijk, -1, cal), herinnerTijd);
  return Temporal.Instant.compare(at, now) > 0 ? at : null;
}

export function canAnswer(prik: Pick<MomentprikFeit, "stand" | "uiterlijk">, now: Temporal.Instant): boolean {
  return isRunning(prik) && Temporal.Instant.compare(now, closesAt(prik)) < 0;
}

export function isPast(moment: Pick<RondeFeit, "datum" | "begin">, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(beginOf(moment), now) <= 0;
}

/** Who was asked about a moment, with the function that counts at the table. */
export interface Gevraagde {
  readonly persoonId: string;
  readonly functie: Functie;
}

/** Whether nothing more is waited for: each of them has answered each of the moments. */
export function allAnswered(
  { momenten, antwoorden }: Pick<MomentprikFeit, "momenten" | "antwoorden">,
  gevraagd: readonly Pick<Gevraagde, "persoonId">[],
): boolean {
  return (
    gevraagd.length > 0 && gevraagd.every(({ persoonId }) => hasAnswered({ momenten, antwoorden }, persoonId))
  );
}

export function hasAnswered(
  { momenten, antwoorden }: Pick<MomentprikFeit, "momenten" | "antwoorden">,
  persoonId: string,
): boolean {
  return momenten.every(({ id }) =>
    antwoorden.some((one) => one.momentId === id && one.persoonId === persoonId),
  );
}

/** How one moment would be. Who did not answer is not counted on. */
export interface MomentStand {
  readonly moment: Moment;
  readonly schakelteam: boolean;
  /** Can come, if need be included. */
  readonly kunnen: number;
  /** Of those, only if need be. */
  readonly alsHetMoet: number;
  readonly van: number;
}

export function standOf(
  moment: Moment,
  gevraagd: readonly Gevraagde[],
  antwoorden: readonly MomentAntwoord[],
): MomentStand {
  const own = new Map(
    antwoorden
      .filter(({ momentId }) => momentId === moment.id)
      .map(({ persoonId, keuze }) => [persoonId, keuze]),
  );
  const can = gevraagd.filter(({ persoonId }) => {
    const keuze = own.get(persoonId);
    return keuze === "ja" || keuze === "als_het_moet";
  });
  return {
    moment,
    schakelteam: schakelteamComplete(can.map(({ functie }) => ({ functie, aanwezigheid: null }))),
    kunnen: can.length,
    alsHetMoet: can.filter(({ persoonId }) => own.get(persoonId) === "als_het_moet").length,
    van: gevraagd.length,
  };
}

/** Why there is nothing to propose. */
export type GeenVoorstel = "niemand_antwoordde" | "niemand_kan" | "geen_moment";

export interface MomentVoorstel extends MomentStand {
  /** More people can come then, but the schakelteam would not be complete. */
  readonly voller: Moment | null;
  /** Another one was as good: the earliest goes first. */
  readonly gelijk: boolean;
}

export type Voorstel =
  | { readonly ok: true; readonly value: MomentVoorstel }
  | { readonly ok: false; readonly error: GeenVoorstel };

/**
 * The moment to propose, of those that can still be held. The schakelteam comes before everything (without it a round
 * decides nothing); then most people, then fewest who come only if need be, then the earliest.
 */
export function proposeMoment(
  momenten: readonly Moment[],
  gevraagdOp: (moment: Moment) => readonly Gevraagde[],
  antwoorden: readonly MomentAntwoord[],
): Voorstel {
  if (momenten.length === 0) return { ok: false, error: "geen_moment" };
  const standen = momenten
    .map((moment) => standOf(moment, gevraagdOp(moment), antwoorden))
    .toSorted((one, other) => rank(one, other) || earlier(one.moment, other.moment));
  const [best, second] = standen;
  if (!best || best.kunnen === 0) {
    // Who answered and left since is asked no more.
    const asked = new Set(momenten.flatMap(gevraagdOp).map(({ persoonId }) => persoonId));
    const answered = antwoorden.some(({ persoonId }) => asked.has(persoonId));
    return { ok: false, error: answered ? "niemand_kan" : "niemand_antwoordde" };
  }
  const voller = standen
    .filter(({ kunnen, schakelteam }) => best.schakelteam && !schakelteam && kunnen > best.kunnen)
    .toSorted((one, other) => other.kunnen - one.kunnen || earlier(one.moment, other.moment))[0];
  return {
    ok: true,
    value: {
      ...best,
      voller: voller?.moment ?? null,
      gelijk: second !== undefined && rank(best, second) === 0,
    },
  };
}

function rank(one: MomentStand, other: MomentStand): number {
  return (
    Number(other.schakelteam) - Number(one.schakelteam) ||
    other.kunnen - one.kunnen ||
    one.alsHetMoet - other.alsHetMoet
  );
}

export function earlier(one: Moment, other: Moment): number {
  return (
    Temporal.PlainDate.compare(one.datum, other.datum) ||
    Temporal.PlainTime.compare(one.begin, other.begin) ||
    (one.id < other.id ? -1 : 1)
  );
}
