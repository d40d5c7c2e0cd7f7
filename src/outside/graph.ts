/**
 * Outlook through Microsoft Graph, with the right of the application in one mailbox. One call is one try with an end to
 * it; trying again is the work of who calls (docs/decisions/0008). Answers are read for codes, never for words.
 */
import type { z } from "zod/v4";
import type { AfspraakFout } from "#domain/afspraak.ts";
import type {
  Outlook,
  OutlookAntwoord,
  OutlookInhoud,
  OutlookMis,
  OutlookPlek,
  OutlookStaat,
} from "#domain/outlook.ts";
import { GeenToken, type TokenBron } from "./entra-token.ts";
import {
  changedEvent,
  type EventAnswer,
  eventAnswer,
  eventFields,
  foundEvents,
  graphZone,
  kenmerkEigenschap,
  newEvent,
  refusal,
  schedules,
} from "./graph-event.ts";

export interface GraphOptions {
  readonly postbus: string;
  readonly tenantId: string;
  readonly token: TokenBron;
  /** No trailing slash. */
  readonly adres?: string;
  readonly patienceMs?: number;
  /** For who waits for an answer on the screen. */
  readonly shortMs?: number;
}

export const graphResource = "https://graph.microsoft.com";

interface Call {
  readonly method: "GET" | "POST" | "PATCH";
  readonly path: string;
  readonly body?: object;
  readonly ms?: number;
}

/** `said` is what Graph calls the event that has our mark already. */
type Refused = OutlookMis & { readonly said?: string };
type Answered = { readonly ok: true; readonly value: unknown } | Refused;

export function graphOutlook(options: GraphOptions): Outlook {
  const { postbus, tenantId, shortMs = 2_500 } = options;
  const call = caller(options);
  const events = (of: string) => `/users/${encodeURIComponent(of)}/events`;
  const at = (plek: OutlookPlek) => `${events(plek.postbus)}/${encodeURIComponent(plek.eventId)}`;

  const look = async (plek: OutlookPlek) =>
    read(await call({ method: "GET", path: `${at(plek)}?$select=${eventFields}` }), eventAnswer);
  const change = async (plek: OutlookPlek, inhoud: OutlookInhoud): Promise<OutlookAntwoord<OutlookStaat>> => {
    const before = await look(plek);
    if (!before.ok) return before;
    if (before.value.isCancelled) return gone;
    const body = changedEvent(inhoud, before.value.isOnlineMeeting);
    return standing(plek, read(await call({ method: "PATCH", path: at(plek), body }), eventAnswer));
  };
  const find = async (kenmerk: string): Promise<OutlookAntwoord<OutlookPlek | null>> => {
    const mine = `singleValueExtendedProperties/Any(ep: ep/id eq '${kenmerkEigenschap}' and ep/value eq '${kenmerk}')`;
    const query = new URLSearchParams({ $filter: mine, $select: "id" });
    const found = read(await call({ method: "GET", path: `${events(postbus)}?${query}` }), foundEvents);
    if (!found.ok) return found;
    const [event] = found.value.value;
    return { ok: true, value: event ? { postbus, eventId: event.id } : null };
  };

  return {
    postbus,
    tenantId,
    async maak(inhoud, kenmerk) {
      const made = await call({ method: "POST", path: events(postbus), body: newEvent(inhoud, kenmerk) });
      if (made.ok) {
        const event = read(made, eventAnswer);
        return event.ok ? standing({ postbus, eventId: event.value.id }, event) : event;
      }
      if (made.code !== "ErrorDuplicateTransactionId") return made;
      // An earlier call did arrive, with another content.
      const known = made.said
        ? { ok: true as const, value: { postbus, eventId: made.said } }
        : await find(kenmerk);
      if (!known.ok) return known;
      return known.value ? change(known.value, inhoud) : gone;
    },
    wijzig: change,
    async zegAf(plek) {
      const done = await call({ method: "POST", path: `${at(plek)}/cancel`, body: {} });
      return done.ok || done.fout === "verwijderd" ? { ok: true, value: true } : done;
    },
    async kijk(plek) {
      return standing(plek, await look(plek));
    },
    vind: find,
    async bezet({ adressen, van, tot, stapMinuten }) {
      if (adressen.length === 0) return { ok: true, value: new Map() };
      const moment = (at: Temporal.PlainDateTime) => ({
        dateTime: at.toString({ smallestUnit: "second" }),
        timeZone: graphZone,
      });
      const body = {
        schedules: adressen,
        startTime: moment(van),
        endTime: moment(tot),
        availabilityViewInterval: stapMinuten,
      };
      const path = `/users/${encodeURIComponent(postbus)}/calendar/getSchedule`;
      const answered = read(await call({ method: "POST", path, body, ms: shortMs }), schedules);
      if (!answered.ok) return answered;
      const known = answered.value.value.flatMap(({ scheduleId, availabilityView, error }) =>
        availabilityView && !error ? [[scheduleId.toLowerCase(), availabilityView] as const] : [],
      );
      return { ok: true, value: new Map(known) };
    },
    async proef() {
      const seen = await call({ method: "GET", path: `${events(postbus)}?$top=1&$select=id` });
      return seen.ok ? { ok: true, value: true } : seen;
    },
  };
}

const gone: OutlookMis = { ok: false, fout: "verwijderd", code: "ErrorItemNotFound" };

function standing(plek: OutlookPlek, event: OutlookAntwoord<EventAnswer>): OutlookAntwoord<OutlookStaat> {
  if (!event.ok) return event;
  if (event.value.isCancelled) return gone;
  return { ok: true, value: { ...plek, link: event.value.onlineMeeting?.joinUrl ?? null } };
}

function read<T>(answered: Answered, schema: z.ZodType<T>): OutlookAntwoord<T> {
  if (!answered.ok) return answered;
  const parsed = schema.safeParse(answered.value);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, fout: "niet_bereikbaar", code: "antwoord_onleesbaar" };
}

function caller({ token, adres = `${graphResource}/v1.0`, patienceMs = 10_000 }: GraphOptions) {
  const once = async ({ method, path, body }: Call, signal: AbortSignal): Promise<Response> => {
    const bearer = await token.get(signal);
    return fetch(`${adres}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${bearer}`,
        // Ids stay the same when an event is moved to another folder.
        prefer: 'IdType="ImmutableId"',
        ...(body ? { "content-type": "application/json" } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      redirect: "error",
      signal,
    });
  };
  return async (call: Call): Promise<Answered> => {
    const signal = AbortSignal.timeout(call.ms ?? patienceMs);
    try {
      let response = await once(call, signal);
      if (response.status === 401) {
        // A token that was taken back before its time: one new one, and no more.
        await response.body?.cancel();
        token.vergeet();
        response = await once(call, signal);
      }
      const value: unknown = await response.json().catch(() => null);
      return response.ok ? { ok: true, value } : refusedBy(response, value, call);
    } catch (error) {
      return notAnswered(error);
    }
  };
}

/** Codes that say more than the status does. */
const byCode: Readonly<Record<string, AfspraakFout>> = {
  ErrorItemNotFound: "verwijderd",
  ErrorCalendarItemNotFound: "verwijderd",
  ErrorCalendarIsCancelledMessageSent: "verwijderd",
  MailboxNotEnabledForRESTAPI: "geen_postbus",
  MailboxNotSupportedForRESTAPI: "geen_postbus",
  ResourceNotFound: "geen_postbus",
  Request_ResourceNotFound: "geen_postbus",
  ErrorInvalidUser: "geen_postbus",
  ErrorNonExistentMailbox: "geen_postbus",
};
const byStatus: Readonly<Record<number, AfspraakFout>> = {
  400: "geweigerd",
  401: "geen_toegang",
  403: "geen_toegang",
  404: "verwijderd",
  410: "verwijderd",
  413: "geweigerd",
  422: "geweigerd",
  429: "druk",
  // Too many calls at the same time on one mailbox.
  509: "druk",
};

/** Below the list of events, with an id. */
const onEvent = /\/events\//;

function refusedBy(response: Response, value: unknown, { path }: Call): Refused {
  const said = refusal.safeParse(value);
  const { code, "@event.existingEventId": existing } = said.success
    ? said.data.error
    : { code: `http_${response.status}` };
  const told = byCode[code] ?? byStatus[response.status] ?? "niet_bereikbaar";
  // Only an event can be gone: to make another one because the calendar is not found would never end.
  const fout = told === "verwijderd" && !onEvent.test(path) ? "geen_postbus" : told;
  const rust = retryAfter(response.headers.get("retry-after"));
  return { ok: false, fout, code, ...(rust ? { rust } : {}), ...(existing ? { said: existing } : {}) };
}

/** Longer than this no answer may hold us up. */
const longestRest = 3600;

/** Seconds, or a date (RFC 9110 10.2.3). */
function retryAfter(text: string | null): Temporal.Duration | undefined {
  if (!text) return undefined;
  const until = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  const seconds = Math.min(Math.ceil(until), longestRest);
  return seconds > 0 ? Temporal.Duration.from({ seconds }) : undefined;
}

function notAnswered(error: unknown): OutlookMis {
  if (error instanceof GeenToken) {
    const refused = error.status >= 400 && error.status < 500 && error.status !== 429;
    return { ok: false, fout: refused ? "geen_toegang" : "niet_bereikbaar", code: error.code };
  }
  const late = error instanceof Error && error.name === "TimeoutError";
  return { ok: false, fout: "niet_bereikbaar", code: late ? "geen_antwoord" : "geen_verbinding" };
}
