/**
 * Calendar files of rounds. What stands in a calendar is read on lock screens, by assistants and by whoever shares
 * the calendar, so it holds the school, times, a closed place and a link: no names of people, nothing of what is
 * discussed.
 */
import ical, {
  ICalCalendarMethod,
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
  readonly uitleg: string;
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
 * One round to put in the own calendar, or all rounds of one person for a subscription. Published, not requested: a
 * request must name organiser and attendees (RFC 5546 3.2.2), and no names stand here.
 */
export function calendarFile(rondes: readonly IcsRonde[], words: IcsWords, now: Temporal.Instant): string {
  const calendar = ical({
    prodId: { company: "zorgronde", product: "overlegrondes", language: "NL" },
    name: words.agenda,
    method: ICalCalendarMethod.PUBLISH,
    // No name: with one the library writes the stamp in local time, and it must be UTC (RFC 5545 3.8.7.2).
    timezone: { name: null, generator: () => vtimezone },
    ttl: 60 * 60,
  });
  for (const ronde of rondes) {
    const start = ronde.datum.toPlainDateTime(ronde.begin);
    calendar.createEvent({
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
  return calendar.toString();
}
