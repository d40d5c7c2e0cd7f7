/**
 * Calendar files of rounds. What stands in a calendar is read on lock screens, by assistants and by whoever shares
 * the calendar, so it holds the school, times, a closed place and a link: no names of people, nothing of what is
 * discussed.
 */
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEvent,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";

export interface IcsRonde {
  /** Stays the same for as long as the round exists: a changed round takes the place of the one in the calendar. */
  readonly id: string;
  readonly volgorde: number;
  readonly onderwerp: string;
  readonly datum: Temporal.PlainDate;
  readonly begin: Temporal.PlainTime;
  readonly duurMinuten: number;
  readonly plaats: string;
  readonly deelnameLink: string | null;
  readonly vervallen: boolean;
}

/** Words for the calendar, from adaptive-cards. */
export interface IcsWords {
  readonly agenda: string;
  /** Who invites, in a calendar. */
  readonly afzender: string;
  readonly uitleg: string;
}

/** One file for one person. An address and no name: whose round it is, is not told to whoever finds the file. */
export interface IcsUitnodiging {
  /** Always the same for one installation: a calendar takes a change or an end only from who invited. */
  readonly afzender: string;
  readonly aan: string;
}

const zone = "Europe/Amsterdam";

/** RFC 5545 3.6.5; the Dutch rule since 1996. Written out, so that no calendar has to know the zone by name. */
const vtimezone = [
  "BEGIN:VTIMEZONE",
  `TZID:${zone}`,
  "BEGIN:DAYLIGHT",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "DTSTART:19700329T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "DTSTART:19701025T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
].join("\r\n");

/**
 * One round for one person, as an invitation or as its end (RFC 5546 3.2.2 and 3.2.5): the sender and this person stand
 * in it, no other participant. Nobody is asked to answer: who took the file comes.
 */
export function invitationFile(
  ronde: IcsRonde,
  uitnodiging: IcsUitnodiging,
  { words, now }: { readonly words: IcsWords; readonly now: Temporal.Instant },
): string {
  const calendar = emptyCalendar(
    words,
    ronde.vervallen ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  );
  const event = addEvent(calendar, ronde, { words, now });
  event.organizer({ name: words.afzender, email: uitnodiging.afzender });
  event.createAttendee({
    email: uitnodiging.aan,
    role: ICalAttendeeRole.REQ,
    rsvp: false,
    ...(ronde.vervallen ? {} : { status: ICalAttendeeStatus.ACCEPTED }),
  });
  return calendar.toString();
}

/** All rounds of one person for a subscription, or one for who has no address: published, so that it names nobody. */
export function calendarFile(rondes: readonly IcsRonde[], words: IcsWords, now: Temporal.Instant): string {
  const calendar = emptyCalendar(words, ICalCalendarMethod.PUBLISH);
  for (const ronde of rondes) addEvent(calendar, ronde, { words, now });
  return calendar.toString();
}

function emptyCalendar(words: IcsWords, method: ICalCalendarMethod): ICalCalendar {
  return ical({
    prodId: { company: "zorgronde", product: "overlegrondes", language: "NL" },
    name: words.agenda,
    method,
    // No name: with one the library writes the stamp in local time, and it must be UTC (RFC 5545 3.8.7.2).
    timezone: { name: null, generator: () => vtimezone },
    ttl: 60 * 60,
  });
}

function addEvent(
  calendar: ICalCalendar,
  ronde: IcsRonde,
  { words, now }: { readonly words: IcsWords; readonly now: Temporal.Instant },
): ICalEvent {
  const start = ronde.datum.toPlainDateTime(ronde.begin);
  return calendar.createEvent({
    id: `${ronde.id}@zorgronde`,
    sequence: ronde.volgorde,
    stamp: now,
    timezone: zone,
    start,
    end: start.add({ minutes: ronde.duurMinuten }),
    summary: ronde.onderwerp,
    description: [words.uitleg, ronde.deelnameLink].filter((line) => line !== null).join("\n"),
    location: ronde.plaats,
    url: ronde.deelnameLink,
    class: ICalEventClass.PRIVATE,
    busystatus: ICalEventBusyStatus.BUSY,
    transparency: ICalEventTransparency.OPAQUE,
    status: ronde.vervallen ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
}
