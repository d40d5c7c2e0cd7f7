/**
 * A pupil who waits for help elsewhere (000 §3.1): for what kind of help, since when, who keeps the contact with the
 * parents meanwhile, and how it ends. Codes, days and persons: with whom it waits stands in the file of that help.
 */
import { z } from "zod/v4";
import type { OverbruggingFeit } from "./overbrugging.ts";
import type { PlainTermEvent } from "./termijn-event.ts";
import { dayProblem, type RegierolProbleem, type RegierolProblemen } from "./terugkoppeling.ts";
import { problemsOf } from "./veld.ts";

export const hulpSoorten = [
  "jeugdhulp_ggz",
  "logopedie",
  "speciaal_onderwijs",
  "wijkteam",
  "jeugdarts",
  "overig",
] as const;
export const hulpSoortSchema = z.enum(hulpSoorten);
export type HulpSoort = (typeof hulpSoorten)[number];

/** How it can end. `andere_plek`: it waits, or is helped, somewhere else now. */
export const wachtUitkomsten = ["gestart", "niet_meer_nodig", "andere_plek", "afgewezen"] as const;
export const wachtUitkomstSchema = z.enum(wachtUitkomsten);
export type WachtUitkomst = (typeof wachtUitkomsten)[number];

export const wachtAntwoorden = ["wacht_nog", ...wachtUitkomsten] as const;
export const wachtAntwoordSchema = z.enum(wachtAntwoorden);
export type WachtAntwoord = (typeof wachtAntwoorden)[number];

/** Why nobody bridges the wait: not always wanted, "want je wil ook niet pappen en nathouden" (000 §3.1). */
export const geenRedenen = [
  "niet_wenselijk",
  "gezin_wil_niet",
  "hulp_begint_snel",
  "al_overbrugd",
  "niemand_beschikbaar",
] as const;
export const geenRedenSchema = z.enum(geenRedenen);
export type GeenReden = (typeof geenRedenen)[number];

/** One place on a waiting list. */
export interface WachtplekFeit {
  readonly id: string;
  readonly soort: HulpSoort;
  /** May lie before the hulpvraag. */
  readonly sinds: Temporal.PlainDate;
  readonly verwachtTot: Temporal.PlainDate | null;
  /** Who keeps the contact; null, or who does not read it any more: who has the regierol. */
  readonly contactId: string | null;
  /** Asked, and it waits still. */
  readonly nagevraagdOp: Temporal.PlainDate | null;
  readonly uitkomst: WachtUitkomst | null;
  /** Of help that began the day on which it did; of another end the day on which we heard. */
  readonly uitkomstOp: Temporal.PlainDate | null;
  readonly geenOverbrugging: GeenReden | null;
  /** The hulpvraag ended before the wait did. */
  readonly vervallen: boolean;
  /** Oldest first; of one that is open the last may be. */
  readonly overbruggingen: readonly OverbruggingFeit[];
}

export interface Wachtlijst {
  /** Oldest first; none when left out. */
  readonly wachtlijst?: readonly WachtplekFeit[];
}

export const isOpenPlek = ({ uitkomst, vervallen }: Pick<WachtplekFeit, "uitkomst" | "vervallen">): boolean =>
  uitkomst === null && !vervallen;

export function openPlekken({ wachtlijst = [] }: Wachtlijst): readonly WachtplekFeit[] {
  return wachtlijst.filter(isOpenPlek);
}

/** At most one open of each kind, so that the kind names it. */
export function openPlek(feiten: Wachtlijst, soort: HulpSoort | null): WachtplekFeit | null {
  return openPlekken(feiten).find((plek) => plek.soort === soort) ?? null;
}

/** Kinds of help that are not waited for. */
export function vrijeSoorten(feiten: Wachtlijst): readonly HulpSoort[] {
  return hulpSoorten.filter((soort) => !openPlek(feiten, soort));
}

/** Whole weeks of seven calendar days, holidays included: who waits, waits then too. */
export function wachtweken(sinds: Temporal.PlainDate, tot: Temporal.PlainDate): number {
  return Math.max(0, Math.floor(sinds.until(tot, { largestUnit: "days" }).days / 7));
}

/** Longer ago, or further ahead, it is a slip of the pen. */
const verst = { years: 5 };

export interface WachtplekForm {
  /** Of a place that stands already this is not asked. */
  readonly soort: HulpSoort | null;
  readonly sinds: Temporal.PlainDate | null;
  readonly verwachtTot: Temporal.PlainDate | null;
  /** Null: who has the regierol. */
  readonly contact: string | null;
}
export type WachtplekProblemen = RegierolProblemen<keyof WachtplekForm>;

export function checkWachtplek(
  form: WachtplekForm,
  facts: {
    readonly soorten: readonly HulpSoort[];
    /** Ids of those who can keep the contact. */
    readonly kring: readonly string[];
    readonly today: Temporal.PlainDate;
    /** Of a place that stands already: it began before anybody asked after it. */
    readonly nagevraagdOp?: Temporal.PlainDate | null;
  },
): WachtplekProblemen | null {
  const { today, nagevraagdOp: uiterlijk = null } = facts;
  const late = form.sinds && uiterlijk && Temporal.PlainDate.compare(form.sinds, uiterlijk) > 0;
  const sinds = dayProblem(form.sinds, today.subtract(verst), today);
  const fits = form.soort !== null && facts.soorten.includes(form.soort);
  const keeps = form.contact === null || facts.kring.includes(form.contact);
  return problemsOf<keyof WachtplekForm, RegierolProbleem>({
    soort: fits ? undefined : { kind: "leeg" },
    sinds: sinds ?? (late ? { kind: "te_ver", uiterlijk } : undefined),
    verwachtTot: form.verwachtTot ? aheadProblem(form.verwachtTot, today, today.add(verst)) : undefined,
    contact: keeps ? undefined : { kind: "niet_in_team" },
  });
}

/** A day from today on, up to and including the last one. */
export function aheadProblem(
  day: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
  uiterlijk: Temporal.PlainDate,
): RegierolProbleem | undefined {
  if (!day) return { kind: "leeg" };
  if (Temporal.PlainDate.compare(day, today) < 0) return { kind: "voorbij" };
  return Temporal.PlainDate.compare(day, uiterlijk) > 0 ? { kind: "te_ver", uiterlijk } : undefined;
}

/** What was heard of one place; `op` only of help that began. */
export interface WachtAntwoordForm {
  readonly antwoord: WachtAntwoord | null;
  readonly op: Temporal.PlainDate | null;
}
export type NavraagForm = Readonly<Partial<Record<HulpSoort, WachtAntwoordForm>>>;
export type NavraagVeld = `antwoord_${HulpSoort}` | `op_${HulpSoort}`;
export type NavraagProblemen = RegierolProblemen<NavraagVeld>;

export interface Navraag {
  readonly plek: WachtplekFeit;
  readonly antwoord: WachtAntwoord;
  readonly op: Temporal.PlainDate;
}
export type NavraagCheck =
  | { readonly ok: true; readonly value: readonly Navraag[] }
  | { readonly ok: false; readonly error: NavraagProblemen };

/** Without a ground nobody asks how it goes: it can only be ended. */
export function antwoordenNu(rust: boolean): readonly WachtAntwoord[] {
  return rust ? ["niet_meer_nodig"] : wachtAntwoorden;
}

/** Of one place or more: help can begin at one while nobody asked at the other. */
export function checkNavraag(
  feiten: Wachtlijst,
  form: NavraagForm,
  { today, rust }: { readonly today: Temporal.PlainDate; readonly rust: boolean },
): NavraagCheck {
  const open = openPlekken(feiten);
  const said = open.flatMap((plek): Navraag[] => {
    const one = form[plek.soort];
    if (!one?.antwoord || !antwoordenNu(rust).includes(one.antwoord)) return [];
    const op = one.antwoord === "gestart" ? (one.op ?? today) : today;
    return [{ plek, antwoord: one.antwoord, op }];
  });
  const empty = said.length > 0 ? [] : open.map(({ soort }) => [`antwoord_${soort}`, { kind: "leeg" }]);
  const days = said
    .filter(({ antwoord }) => antwoord === "gestart")
    .map(({ plek: { soort, sinds } }) => [`op_${soort}`, dayProblem(form[soort]?.op ?? null, sinds, today)]);
  const problemen = problemsOf<NavraagVeld, RegierolProbleem>(Object.fromEntries([...empty, ...days]));
  return problemen ? { ok: false, error: problemen } : { ok: true, value: said };
}

/** As it stands after an answer that was checked. */
export function naAntwoord({ plek, antwoord, op }: Navraag): WachtplekFeit {
  return antwoord === "wacht_nog"
    ? { ...plek, nagevraagdOp: op }
    : { ...plek, uitkomst: antwoord, uitkomstOp: op };
}

/** One place more: the check that runs stays as it is, so that a new place puts nothing off. */
export function plekErbijEvents(
  feiten: Wachtlijst & { readonly termijnen: readonly { readonly soort: string; readonly status: string }[] },
): readonly PlainTermEvent[] {
  const runs = feiten.termijnen.some(
    ({ soort, status }) => soort === "wachtlijst_controle" && status === "open",
  );
  return runs ? [] : ["op_wachtlijst"];
}

/** The month begins anew when all that still waits was asked after, and ends when nothing does. */
export function navraagEvents(feiten: Wachtlijst, said: readonly Navraag[]): readonly PlainTermEvent[] {
  const waits = openPlekken(feiten).filter(
    ({ id }) => !said.some(({ plek, antwoord }) => plek.id === id && antwoord !== "wacht_nog"),
  );
  if (waits.length === 0) return ["van_wachtlijst"];
  const asked = waits.every(({ id }) => said.some(({ plek }) => plek.id === id));
  return asked ? ["wachtlijst_gecontroleerd"] : [];
}
