/** How far what we tell somebody has come, and what we may conclude from silence. */
import type { Bereik } from "./bereik.ts";
import type { OnderwerpSoort } from "./notice.ts";
import { isWorkday, type WorkRhythm } from "./werkdag.ts";

/**
 * How one notice stands. Teams tells of a message that it took it, which is as near to delivered as a bot can know, and
 * of a chat how far it was read, where that is on.
 */
export const bezorgstanden = ["gepland", "onderweg", "bezorgd", "gelezen", "mislukt", "vervallen"] as const;
export type Bezorgstand = (typeof bezorgstanden)[number];

export interface BezorgFeit {
  readonly status: "klaar" | "bezig" | "verzonden" | "vervallen" | "mislukt";
  readonly nietVoor: Temporal.Instant;
  /** A try that did not end it. */
  readonly geprobeerd: boolean;
  readonly gelezen: boolean;
}

export function bezorgstandOf(
  { status, nietVoor, geprobeerd, gelezen }: BezorgFeit,
  now: Temporal.Instant,
): Bezorgstand {
  switch (status) {
    case "klaar":
      return !geprobeerd && Temporal.Instant.compare(nietVoor, now) > 0 ? "gepland" : "onderweg";
    case "bezig":
      return "onderweg";
    case "verzonden":
      return gelezen ? "gelezen" : "bezorgd";
    case "vervallen":
    case "mislukt":
      return status;
  }
}

/**
 * What the beheerder counts. Messages about hulpvragen are not told apart from the rest: how many there are in a week
 * would point at a case.
 */
export const bezorggroepen = ["dagbericht", "overleg", "overig"] as const;
export type Bezorggroep = (typeof bezorggroepen)[number];

const overleg: ReadonlySet<OnderwerpSoort> = new Set([
  "ronde",
  "tijdvak",
  "afmelding",
  "overzicht",
  "jaarplan",
  "momentprik",
]);

export function bezorggroepOf(onderwerp: OnderwerpSoort): Bezorggroep {
  if (onderwerp === "dagbericht") return "dagbericht";
  return overleg.has(onderwerp) ? "overleg" : "overig";
}

export type Telling = Readonly<Record<Bezorggroep, Readonly<Record<Bezorgstand, number>>>>;

/** Somebody who does not hear us in the own chat. */
export interface Onbereikt extends Bereik {
  readonly naam: string;
  /** Known by no account of Teams, so that no chat can be opened. */
  readonly zonderAccount: boolean;
  /** Since when we know; null where nothing was tried. */
  readonly sinds: Temporal.PlainDate | null;
  /** The mailbox refused what we sent it. */
  readonly mailGeweigerd: boolean;
}

export interface Bezorgoverzicht {
  readonly vanaf: Temporal.PlainDate;
  readonly telling: Telling;
  readonly onbereikt: readonly Onbereikt[];
  /** How many people have bundles that stand unread for two own working days. */
  readonly ongelezen: number;
  /** Chats in which Teams tells what was read, of all of people who work here. */
  readonly leesbevestiging: { readonly chats: number; readonly van: number };
}

/** One person around a hulpvraag, for its ib: did what we told reach them. Whether and when it was read is not in it. */
export interface GehoordGezien {
  readonly naam: string;
  readonly bereik: Bereik;
  /** The last that was told about this hulpvraag; null when nothing was. */
  readonly laatste: { readonly stand: Exclude<Bezorgstand, "gelezen">; readonly op: Temporal.Instant } | null;
  /** The bundles stand unread for two own working days: call, for the chat is not looked at. */
  readonly ongelezen: boolean;
}

/** Own working days after which a bundle that was not read asks for another way. */
export const ongelezenDagen = 2;

/** A bundle in the chat. `gelezen`: null where Teams never told, or tells no more: that is not the same as unread. */
export interface BundelGelezen {
  readonly datum: Temporal.PlainDate;
  readonly gelezen: boolean | null;
}

/**
 * The day of the first bundle that stands unread for two own working days; null when none does, and when nobody knows.
 * `person` with the leave of all that time.
 */
export function ongelezenSinds(
  bundels: readonly BundelGelezen[],
  person: WorkRhythm,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const [first] = bundels
    .filter(({ gelezen }) => gelezen === false)
    .toSorted((a, b) => Temporal.PlainDate.compare(a.datum, b.datum));
  if (!first) return null;
  let day = first.datum;
  let passed = 0;
  while (passed < ongelezenDagen && Temporal.PlainDate.compare(day, today) < 0) {
    day = day.add({ days: 1 });
    if (isWorkday(person, day)) passed += 1;
  }
  return passed >= ongelezenDagen ? first.datum : null;
}
