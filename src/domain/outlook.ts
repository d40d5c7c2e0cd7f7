/** The port to the calendar of the organisation: what is asked of it, and what it answers. */
import type { AfspraakFout } from "./afspraak.ts";

/** What an event says, in words; no field is about a leerling. */
export interface OutlookInhoud {
  readonly onderwerp: string;
  readonly uitleg: string;
  readonly plaats: string;
  readonly begin: Temporal.PlainDateTime;
  readonly eind: Temporal.PlainDateTime;
  /** A meeting that was made elsewhere. */
  readonly link: string | null;
  /** Outlook makes a Teams meeting with it. */
  readonly online: boolean;
  readonly deelnemers: readonly string[];
}

/** Where an event stands: it stays in the mailbox in which it was made. */
export interface OutlookPlek {
  readonly postbus: string;
  readonly eventId: string;
}

/** What stands there, and the link of the meeting that came with it. */
export interface OutlookStaat extends OutlookPlek {
  readonly link: string | null;
}

/** `code` is for the log: of Outlook or of ourselves, never a text. */
export interface OutlookMis {
  readonly ok: false;
  readonly fout: AfspraakFout | "uit";
  readonly code: string;
  readonly rust?: Temporal.Duration;
}
export type OutlookAntwoord<T> = { readonly ok: true; readonly value: T } | OutlookMis;

/**
 * The calendar of the organisation. One call is one try, with an end to it; it never throws. Who calls tries again.
 */
export interface Outlook {
  /** In which new events are made; null when the installation has no Outlook, and every call then answers `uit`. */
  readonly postbus: string | null;
  /** Of whose people the free and busy hours can be asked. */
  readonly tenantId: string | null;
  /** Asked twice with the same mark it is one event, with the content of the last time. */
  maak(inhoud: OutlookInhoud, kenmerk: string): Promise<OutlookAntwoord<OutlookStaat>>;
  wijzig(plek: OutlookPlek, inhoud: OutlookInhoud): Promise<OutlookAntwoord<OutlookStaat>>;
  /** Everybody who was invited hears of it. What is gone already is done. */
  zegAf(plek: OutlookPlek): Promise<OutlookAntwoord<true>>;
  kijk(plek: OutlookPlek): Promise<OutlookAntwoord<OutlookStaat>>;
  /** What an earlier call that was never answered may have made. */
  vind(kenmerk: string): Promise<OutlookAntwoord<OutlookPlek | null>>;
  /** For each address that is known there one sign per step: 0 is free. Nothing else of anybody's calendar. */
  bezet(vraag: OutlookVraag): Promise<OutlookAntwoord<ReadonlyMap<string, string>>>;
  /** Whether it works, without leaving a trace. */
  proef(): Promise<OutlookAntwoord<true>>;
}

export interface OutlookVraag {
  readonly adressen: readonly string[];
  readonly van: Temporal.PlainDateTime;
  readonly tot: Temporal.PlainDateTime;
  readonly stapMinuten: number;
}
